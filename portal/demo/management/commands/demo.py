"""`manage.py demo`: load the demo school into an empty database; `--passwords` sets its accounts' password anew."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal.base import clock
from portal.base.models import School
from portal.demo.accounts import TABLE
from portal.demo.load import load, set_passwords


class Command(BaseCommand):
    help = "Nạp trường mẫu (chỉ vào cơ sở dữ liệu trống)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--accounts", action="store_true", help="in bảng tài khoản")
        parser.add_argument("--passwords", action="store_true", help="đặt lại mật khẩu các tài khoản mẫu")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["accounts"]:
            for username, role, hint in TABLE:
                self.stdout.write(f"{username:14} {role:36} {hint}")
            return
        if not settings.PORTAL_DEMO_PASSWORD:
            raise CommandError("Trường mẫu chỉ chạy ở chế độ thử trên máy này.")
        if options["passwords"]:
            set_passwords(settings.PORTAL_DEMO_PASSWORD)
            return
        if School.objects.exists():
            raise CommandError("Cơ sở dữ liệu này đã có trường.")
        load(settings.PORTAL_DEMO_PASSWORD, now=clock.now(), say=self.stdout.write)
