"""Timetables of the demo's year: made in a spreadsheet, brought in, signed and put up; the next one waits for its day (Điều 14.2)."""

import io
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain, count
from typing import Any, Final

from portal.base.clock import ZONE
from portal.demo.content.papers import TABLES
from portal.intranet.timetable import actions
from portal.intranet.timetable.actions import Words
from portal.people.models import Person

CHANNEL = "demo"
Up = Callable[[Any, Person, datetime], None]
Cell = tuple[str, int, int]  # class, weekday, period
TEACH: Final[Mapping[str, tuple[str, ...]]] = {
    "Toán": ("Lê Hoàng Sơn", "Trịnh Công Bằng", "Nguyễn Thị Vân"), "Tin học": ("Ngô Đức Thành",), "Âm nhạc": ("Lê Khánh Chi",),
    "Khoa học tự nhiên": ("Trần Thu Hà", "Đinh Văn Duy", "Lương Kim Oanh", "Phạm Gia Bách", "Nguyễn Thanh Hải"),
    "Ngữ văn": ("Hoàng Anh Tuấn", "Tạ Thị Quế", "Chu Văn Lâm"), "Lịch sử và Địa lí": ("Hoàng Mai Phương",),
}  # fmt: skip
GIVEN: Final = (
    "Hiền", "Thảo", "Quân", "Thúy", "Dương", "Loan", "Kiên", "Nga", "Tùng", "Hạnh", "Khánh", "Liên", "Phúc", "Mai", "Đạt", "Xuân",
    "Thịnh", "Huệ", "Cường", "Yến", "Long", "Hường", "Toàn", "Nhàn", "Vinh", "Lý", "Hùng", "Thơm", "Nghĩa", "Cẩm",
)  # fmt: skip
FAMILY: Final = ("Đoàn Thị", "Phan Văn", "Lưu Thanh", "Mai Thị", "Hồ Quang", "Dương Thị", "Tô Minh")
TOGETHER: Final = ("Chào cờ", "Sinh hoạt lớp")
MOST: Final = 19  # lessons a week of one teacher


@dataclass(frozen=True)
class Version:
    """One of the year's: its number, first day, how long before it goes up, what changed."""

    number: int
    starts: date
    before: int
    note: str = ""


VERSIONS: Final = (
    Version(3, date(2026, 9, 7), 4, "Áp dụng từ tuần học đầu tiên của năm học."),
    Version(4, date(2026, 11, 16), 3, "Giờ vào lớp: sáng 7 giờ 30. Phòng máy: P.305, P.306."),
    Version(5, date(2026, 11, 30), 5, "Cả trường đổi chỗ tiết 2 và tiết 3 sáng thứ Năm."),
)


def arrange(up: Up, people: Mapping[str, Person], now: datetime) -> None:
    """The year's versions so far, by the Vice-Principal; and his next draft, with two clashes to be mended."""
    by, lessons = people["truongban"], dict(_lessons())
    taught = _taught(lessons)
    for version in VERSIONS:
        if version.number == 5:
            taught = _exchanged(taught)
        at = datetime.combine(version.starts - timedelta(days=version.before), time(9, 10), ZONE)
        if at < now - timedelta(hours=4):
            words = Words(f"Thời khóa biểu số {version.number}", version.starts, version.note)
            page = _draft(taught, f"TKB so {version.number}.xlsx", words, by, at)
            up(page, by, at)
    wrong = {**taught, ("6A2", 2, 2): taught["6A1", 2, 2], ("9A5", 3, 1): taught["9A4", 3, 1]}
    begun = now - timedelta(hours=3)
    _draft(wrong, "TKB so 6 nhap.xlsx", Words("Thời khóa biểu số 6", begun.date() + timedelta(days=21)), by, begun)


def _lessons() -> Iterator[tuple[Cell, str]]:
    """The subjects of the table that families download, by class, day and period."""
    for name, period, *days in TABLES["thoi-khoa-bieu"][1:]:
        yield from (((name, day, int(period)), subject) for day, subject in enumerate(days))


def _taught(lessons: Mapping[Cell, str]) -> dict[Cell, str]:
    """Who teaches what: one teacher for a subject of a class, the first who is free in all its periods and not yet full."""
    hours: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell, subject in lessons.items():
        hours[subject, cell[0]].append(cell)
    busy: dict[str, set[tuple[int, int]]] = defaultdict(set)
    fresh = (f"{FAMILY[n % len(FAMILY)]} {GIVEN[n % len(GIVEN)]}" for n in count())
    staff: dict[str, list[str]] = defaultdict(list, {subject: list(names) for subject, names in TEACH.items()})
    said: dict[Cell, str] = {}
    for (subject, _), cells in hours.items():
        if subject in TOGETHER:
            said |= dict.fromkeys(cells, subject)
            continue
        asked = {(day, period) for _, day, period in cells}
        for number, teacher in enumerate(chain(staff[subject], fresh)):
            if teacher not in staff[subject]:
                staff[subject].append(teacher)
            if not busy[teacher] & asked and len(busy[teacher]) + len(asked) <= MOST:
                busy[teacher] |= asked
                said |= dict.fromkeys(cells, f"{subject} - {teacher}{_room(subject, number)}")
                break
    return said


def _room(subject: str, number: int) -> str:
    return {"Tin học": f" (P.{305 + number})", "Thể dục": " (Sân trường)"}.get(subject, "")


def _exchanged(taught: Mapping[Cell, str]) -> dict[Cell, str]:
    """What the fifth changes: everybody's second and third lesson of Thursday change places."""
    return {
        (name, day, {2: 3, 3: 2}.get(period, period) if day == 3 else period): said
        for (name, day, period), said in taught.items()
    }


def _draft(taught: Mapping[Cell, str], name: str, words: Words, by: Person, at: datetime) -> Any:
    reading = actions.read_in(_book(taught), name, by=by, at=at, channel=CHANNEL)
    return actions.draw_up(reading, words, {}, by=by, at=at + timedelta(minutes=5), channel=CHANNEL)


def _book(taught: Mapping[Cell, str]) -> bytes:
    """The office's own spreadsheet: classes in columns, a merged cell for each day."""
    from openpyxl import Workbook  # here: nobody else of the demo needs it

    book = Workbook()
    sheet = book.active
    sheet.title = "Toàn trường"
    names = sorted({name for name, _, _ in taught})
    sheet.append(["Thứ", "Tiết", *names])
    for day in range(5):
        for period in range(1, 5):
            sheet.append(
                [
                    f"Thứ {day + 2}" if period == 1 else None,
                    period,
                    *(taught.get((name, day, period)) for name in names),
                ]
            )
        sheet.merge_cells(start_row=2 + day * 4, end_row=5 + day * 4, start_column=1, end_column=1)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
