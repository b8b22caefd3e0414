"""A timetable as a spreadsheet: classes in columns, days and periods in rows, as it can be brought in again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from portal.base.sheets import table
from portal.intranet.timetable.rules import SESSIONS, Lesson, Session, Slot, class_key
from portal.intranet.timetable.told import LABELS


def workbook(title: str, lessons: Iterable[Lesson]) -> bytes:
    """The XLSX of all classes."""
    held: dict[tuple[str, Slot], list[Lesson]] = defaultdict(list)
    for one in lessons:
        held[one.school_class, one.slot].append(one)
    classes = sorted({name for name, _ in held}, key=class_key)
    head = ("Thứ", "Buổi", "Tiết", *classes)
    return table("Thời khóa biểu", head, (10, 8, 6, *([20] * len(classes))), _rows(held, classes))


def _rows(held: dict[tuple[str, Slot], list[Lesson]], classes: list[str]) -> Iterator[list[str | int]]:
    slots = sorted({slot for _, slot in held}, key=lambda slot: (slot[0], slot[1] != Session.MORNING, slot[2]))
    for day, half, period in slots:
        cells = ["\n".join(map(words, held.get((name, (day, half, period)), ()))) for name in classes]
        yield [LABELS[day], SESSIONS[half], period, *cells]


def words(one: Lesson) -> str:
    """“Toán - Hà P.201”."""
    return " - ".join(filter(None, (one.subject, one.teacher))) + (f" ({one.room})" if one.room else "")
