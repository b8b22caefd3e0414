"""`manage.py clock 2026-11-10T17:00:00+07:00 [--freeze]` and `--reset`: the test clock, where PORTAL_TEST_CLOCK=1."""

from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal.base import clock


class Command(BaseCommand):
    help = "Đặt đồng hồ thử của cổng (chỉ khi PORTAL_TEST_CLOCK=1)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("at", nargs="?", help="giờ ISO, ví dụ 2026-11-10T17:00:00+07:00")
        parser.add_argument("--freeze", action="store_true", help="đứng yên ở giờ ấy")
        parser.add_argument("--reset", action="store_true", help="trở về giờ máy")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.PORTAL_TEST_CLOCK:
            raise CommandError("Đồng hồ thử chỉ chạy khi PORTAL_TEST_CLOCK=1.")
        if options["reset"] and (options["at"] or options["freeze"]):
            raise CommandError("--reset đứng một mình.")
        if options["freeze"] and not options["at"]:
            raise CommandError("--freeze cần giờ đi kèm.")
        if options["reset"]:
            clock.reset()
        elif options["at"]:
            clock.set_to(_read(options["at"]), freeze=options["freeze"])
        self.stdout.write(clock.now().isoformat(timespec="seconds"))


def _read(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise CommandError(f"“{text}” không phải giờ ISO, ví dụ 2026-11-10T17:00:00+07:00.") from None
    return at if at.tzinfo else at.replace(tzinfo=clock.ZONE)
