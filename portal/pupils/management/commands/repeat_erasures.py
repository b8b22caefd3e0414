"""`manage.py repeat_erasures`: after a copy of the database was put back, forget again whom the list says was forgotten."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.base import clock
from portal.pupils.erasing.actions import repeat


class Command(BaseCommand):
    help = (
        "Sau khi khôi phục dữ liệu: xóa lại thông tin của những người đã được xóa. Chạy nhiều lần cũng chỉ xóa một lần."
    )
    requires_system_checks: list[str] = []  # they would load every screen of the portal

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--list", type=Path, help="một bản khác của danh sách đã xóa, được gộp vào trước")

    def handle(self, *args: Any, **options: Any) -> None:
        source: Path | None = options["list"]
        if source is not None and not source.exists():
            raise CommandError(f"Không thấy tệp {source}.")
        try:
            came = repeat(clock.now(), source)
        except (ValueError, OSError) as wrong:
            raise CommandError(f"Không đọc được danh sách đã xóa: {wrong}") from wrong
        if came.done or came.unknown:
            self.stdout.write(f"Đã xóa lại {came.done} người; {came.unknown} người không có trong dữ liệu này.")
        if came.foreign:
            raise CommandError(
                f"{came.foreign} dòng được ghi bằng khóa bí mật khác nên không tìm ra ai. Đặt lại khóa cũ trong cấu hình rồi chạy lại."
            )
