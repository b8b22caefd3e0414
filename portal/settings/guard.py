"""A real school never runs on the demo's database: its passwords are printed on the screen."""

import sys

from django.conf import settings
from django.db import DatabaseError

SENTENCE = (
    "Không khởi động: cơ sở dữ liệu này là của trường minh hoạ (demo), không dùng được cho trường thật.\n"
    "Hãy trỏ PORTAL_HOME hoặc PORTAL_DATABASE_URL tới nơi khác rồi chạy `python manage.py migrate` và `init`."
)


def refuse_demo_database() -> None:
    if settings.PORTAL_PROFILE == "production" and database_is_demo():
        print(SENTENCE, file=sys.stderr)
        raise SystemExit(1)


def database_is_demo() -> bool:
    from portal.base.models import School

    try:
        return School.objects.filter(is_demo=True).exists()
    except DatabaseError:
        return False
