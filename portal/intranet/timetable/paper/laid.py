"""Lessons laid out as the papers of a school: a week for one, or every class beside the others. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from portal.base.text import nfc
from portal.intranet.timetable.rules import SESSIONS, Lesson, Session, Slot, class_key
from portal.intranet.timetable.told import LABELS, week

ACROSS = 273  # millimetres of A4 across between its margins
MOST_CLASSES = 8  # side by side on one page
DRAFT = "BẢN CHƯA DUYỆT"
Said = tuple[str, str]  # what stands out of a lesson, and the rest


@dataclass(frozen=True)
class Row:
    """One period. `under`: what it is under (day, half of the day) and over how many rows that reaches where it begins, else 0."""

    under: tuple[tuple[str, int], ...]
    period: int
    cells: tuple[tuple[Said, ...], ...]


@dataclass(frozen=True)
class Leaf:
    """One table with its name, on a page of its own; widths in millimetres. `dense`: many classes beside each other."""

    name: str
    head: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    dense: bool = False


@dataclass(frozen=True)
class Paper:
    """A whole file. `version` says which timetable it is and from when it holds."""

    school: str
    title: str
    version: str
    note: str
    draft: bool
    leaves: tuple[Leaf, ...]


def _said(*rest: str) -> str:
    return nfc(", ".join(filter(None, rest)))


SAID: dict[str, Callable[[Lesson], Said]] = {
    "lop": lambda one: (nfc(one.subject), _said(one.teacher, one.room)),
    "gv": lambda one: (nfc(one.school_class), _said(one.subject, one.room)),
    "phong": lambda one: (nfc(one.school_class), _said(one.subject, one.teacher)),
}


def leaf(name: str, lessons: Iterable[Lesson], who: str) -> Leaf:
    """The week of one: of a class (`who` "lop"), a teacher ("gv"), a room ("phong"): periods down, days across."""
    found = week(lessons)
    if found is None:
        return Leaf(nfc(name), ("Buổi", "Tiết"), (16, 11), ())
    days = tuple(day for day, _ in found.days)
    rows = tuple(
        Row(((line.half, line.opens),), line.period, tuple(tuple(map(SAID[who], cell)) for _, cell in line.cells))
        for line in found.lines
    )
    return Leaf(nfc(name), ("Buổi", "Tiết", *days), (16, 11, *([(ACROSS - 27) / len(days)] * len(days))), rows)


def beside(lessons: Iterable[Lesson]) -> list[Leaf]:
    """The whole school: classes across, as evenly as they go on pages; days and periods down."""
    held: dict[tuple[str, Slot], list[Lesson]] = defaultdict(list)
    for one in lessons:
        held[one.school_class, one.slot].append(one)
    classes = sorted({name for name, _ in held}, key=class_key)
    slots = sorted({slot for _, slot in held}, key=lambda slot: (slot[0], slot[1] != Session.MORNING, slot[2]))
    pages = -(-len(classes) // MOST_CLASSES)
    each = -(-len(classes) // pages) if pages else 1
    return [_beside(classes[start : start + each], slots, held) for start in range(0, len(classes), each)]


def _beside(classes: Sequence[str], slots: Sequence[Slot], held: dict[tuple[str, Slot], list[Lesson]]) -> Leaf:
    rows = []
    for day, of_day in groupby(slots, lambda slot: slot[0]):
        whole, first = list(of_day), True
        for half, of_half in groupby(whole, lambda slot: slot[1]):
            lines = list(of_half)
            for number, slot in enumerate(lines):
                under = ((LABELS[day], len(whole) if first else 0), (SESSIONS[half], 0 if number else len(lines)))
                cells = tuple(tuple(map(SAID["lop"], held.get((name, slot), ()))) for name in classes)
                rows.append(Row(under, slot[2], cells))
                first = False
    name = f"{classes[0]} – {classes[-1]}" if len(classes) > 1 else classes[0]
    width = (ACROSS - 35) / len(classes)
    return Leaf(
        f"Lớp {name}", ("Thứ", "Buổi", "Tiết", *classes), (15, 11, 9, *([width] * len(classes))), tuple(rows), True
    )
