"""`manage.py reindex`: build the search index anew."""

from django.core.management.base import BaseCommand

from portal.search.actions import reindex


class Command(BaseCommand):
    help = "Dựng lại chỉ mục tìm kiếm từ các những gì đang đăng."

    def handle(self, *args: object, **options: object) -> None:
        self.stdout.write(f"Đã lập chỉ mục {reindex()} mục.")
