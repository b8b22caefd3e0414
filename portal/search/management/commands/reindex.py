"""`manage.py reindex`: go through everything that is up and put the search index right; searching goes on meanwhile."""

from django.core.management.base import BaseCommand

from portal.search.actions import reindex

TELL = 1000


class Command(BaseCommand):
    help = (
        "Rà lại chỉ mục tìm kiếm theo những gì đang đăng; dừng giữa chừng thì chạy lại, phần đã xong chỉ được xem qua."
    )

    def handle(self, *args: object, **options: int) -> None:
        verbose = options["verbosity"] > 0
        many = reindex(self.told if verbose else lambda many: None)
        self.stdout.write(f"Đã lập chỉ mục {many} mục.")

    def told(self, many: int) -> None:
        if many % TELL == 0:
            self.stdout.write(f"{many}…")
