"""`manage.py care`: carry out the looking-over that was asked for, in a process of its own, so that nobody waits for it."""

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from portal.base import clock
from portal.operations.care import actions
from portal.operations.care.rounds import Looking
from portal.operations.models import Round


class Command(BaseCommand):
    help = "Rà soát nội dung đang đăng: liên kết hỏng, ảnh thiếu mô tả, chữ bị chèn… Tiến trình nền tự gọi mỗi đêm."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--now", action="store_true", help="rà ngay dù chưa ai yêu cầu")

    def handle(self, *args: Any, **options: Any) -> None:
        os.nice(10)
        if options["now"]:
            actions.ask_by_clock(clock.now())
        found = Round.objects.filter(state=Round.State.OPEN).first()
        if found is None:
            self.stdout.write("Chưa ai yêu cầu rà soát.")
            return
        counts = Looking(found).run().counts
        told = f"Đã xem {counts.get('pages', 0)} trang, hỏi {counts.get('outside', 0)} địa chỉ bên ngoài: "
        self.stdout.write(f"{told}{counts.get('new', 0)} lỗi mới, {counts.get('mended', 0)} lỗi đã khắc phục.")
