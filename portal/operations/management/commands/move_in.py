"""`manage.py move_in`: bring what the portal before had in from an archive; may be killed and run again."""

from argparse import BooleanOptionalAction
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.base import clock
from portal.base.refused import Refused
from portal.operations.moving import actions
from portal.operations.moving.actions import Outcome
from portal.operations.moving.archive import Archive, Broken
from portal.operations.moving.mapping import Mapping, Tally, mapping_of
from portal.operations.moving.places import Places
from portal.operations.moving.readers import KINDS, kind_of, read
from portal.people.models import Person

NAMES = {"done": "chuyển được", "known": "đã có từ trước", "failed": "chưa chuyển được"}
EVERY = 50  # texts between two signs of progress
MOST_TOLD = 200  # sentences of a dry run


class Command(BaseCommand):
    help = (
        "Chuyển tin, bài của cổng cũ từ một kho đã lưu (WXR, RSS, Atom, CSV, trang HTML) thành bản nháp chờ quyết định."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("archive", type=Path, help="thư mục hoặc tệp zip, xml")
        parser.add_argument("--by", required=True, help="tên đăng nhập của Thư ký hoặc thành viên Ban đứng ra chuyển")
        parser.add_argument("--mapping", type=Path, help="tệp đối chiếu (TOML)")
        parser.add_argument("--dry-run", action=BooleanOptionalAction, default=False, help="chỉ xem thử, không ghi gì")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.move(options)
        except (Broken, OSError) as error:
            raise CommandError(str(error)) from error
        except Refused as no:
            raise CommandError(" ".join(str(one) for one in no.refusals)) from no

    def move(self, options: dict[str, Any]) -> None:
        by = Person.objects.filter(username=options["by"], is_active=True).first()
        if by is None:
            raise CommandError(f"Không có tài khoản {options['by']}.")
        mapping = mapping_of(options["mapping"].read_bytes()) if options["mapping"] else Mapping()
        archive, places = Archive(options["archive"]), Places(mapping)
        if places.unknown():
            raise CommandError(f"Tệp đối chiếu nhắc tới chuyên mục không có: {', '.join(places.unknown())}.")
        kind = kind_of(archive, mapping)
        total, tally = 0, Tally()
        for found in read(archive, kind, mapping):
            total += 1
            tally.take(found.matched, found.sections)
        self.stdout.write(f"{KINDS[kind]}: {total} bài trong {archive.path.name}.")
        idle = tally.idle(mapping)
        for sentence in idle:
            self.stdout.write(sentence)
        where: dict[str, Any] = {"archive": archive, "mapping": mapping, "places": places, "by": by}
        if options["dry_run"]:
            self.tell(
                (actions.look(found, at=clock.now(), **where) for found in read(archive, kind, mapping)),
                total,
                aloud=True,
            )
            self.stdout.write("Mới xem thử, chưa ghi gì.")
            return
        moving = actions.begin(archive, kind=kind, mapping=mapping, places=places, total=total, by=by, at=clock.now(),
                               notes=idle)  # fmt: skip
        outcomes = (actions.bring(found, moving, at=clock.now(), **where) for found in read(archive, kind, mapping))
        self.tell(outcomes, total, aloud=False)
        actions.end(moving, at=clock.now())
        self.stdout.write("Xem bài chưa chuyển được và lập danh sách trình Trưởng ban ở /viec/chuyen-cong/.")

    def tell(self, outcomes: Iterator[Outcome], total: int, *, aloud: bool) -> None:
        """Progress every so many texts, then the sums; of a dry run also each sentence."""
        counted, fonts, told = Counter[str](), Counter[str](), 0
        for number, one in enumerate(outcomes, 1):
            counted[one.state] += 1
            fonts.update(one.fonts)
            if number % EVERY == 0:
                self.stdout.write(f"{number}/{total}")
            for note in one.notes if aloud or one.state == "failed" else ():
                told += 1
                if told <= MOST_TOLD:
                    self.stdout.write(f"  {one.title[:60] or 'Bài không tên'}: {note}")
        self.stdout.write("; ".join(f"{counted[state]} {name}" for state, name in NAMES.items()) + ".")
        for font, many in sorted(fonts.items()):
            self.stdout.write(f"{many} bài có chữ phông {font}, đã đổi sang Unicode.")
