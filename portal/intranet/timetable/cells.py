"""One cell of a timetable as lessons: its own words, with what the heads of its column and row and the title say. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.base.text import fold, one_line
from portal.intranet.timetable.grid import Cell, Grid
from portal.intranet.timetable.heads import Axis, Head
from portal.intranet.timetable.rules import Lesson, Session, Unclear
from portal.intranet.timetable.words import NOTHING, Said, classes_in, lesson_in, room_in


@dataclass(frozen=True)
class Row:
    """One row of lessons, and the rows of teachers and rooms under it."""

    number: int
    axis: Axis
    under: tuple[int, ...] = ()


def lessons_at(grid: Grid, head: Head, row: Row, column: int, cell: Cell, axis: Axis) -> Iterator[Lesson | Unclear]:
    """The lessons one cell tells, or why it tells none."""
    if fold(cell.text.strip()) in NOTHING:
        return
    place = grid.place(cell)
    if axis.day is None or axis.period is None:
        missing = "thứ" if axis.day is None else "tiết"
        yield Unclear(place, cell.text, f"Không biết ô này thuộc {missing} nào.")
        return
    if axis.school_class:
        yield from _of_class(grid, head, row, column, cell, axis)
        return
    names, rest = classes_in(cell.text)
    if not names:
        yield Unclear(place, cell.text, "Không thấy tên lớp trong ô này.")
        return
    said = lesson_in(rest.strip(" \n\t-–—,;:/+&()")) or Said()
    subject = said.subject or axis.subject
    if not subject:
        yield Unclear(place, cell.text, "Không biết môn gì.")
        return
    for name in names:
        yield _lesson(axis, place, name, subject, axis.teacher or said.teacher, said.room or axis.room)


def _of_class(grid: Grid, head: Head, row: Row, column: int, cell: Cell, axis: Axis) -> Iterator[Lesson | Unclear]:
    """A lesson where the class is known: from its cell, and from the teacher's beside it or under it."""
    said = lesson_in(cell.text)
    if said is None:
        return
    place = grid.place(cell)
    if said.more or not said.subject:
        yield Unclear(
            place, cell.text, "Trong ô có nhiều hơn một môn và một thầy/cô." if said.more else "Không biết môn gì."
        )
        return
    teacher, room = said.teacher, said.room
    beside = head.columns.get(column + 1)
    if beside is not None and beside.role == "teacher":
        teacher = one_line(grid.text(row.number, column + 1)) or teacher
    for under, words in enumerate(grid.at(number, column) for number in row.under):
        if words is None or words == cell:
            continue
        if under == 0 and not teacher:
            teacher = one_line(words.text)
        else:
            room = room_in(words.text)[0] or room
    yield _lesson(axis, place, axis.school_class, said.subject, teacher or axis.teacher, room or axis.room)


def _lesson(axis: Axis, place: str, name: str, subject: str, teacher: str, room: str) -> Lesson:
    assert axis.day is not None
    assert axis.period is not None
    if fold(teacher) in NOTHING:
        teacher = ""
    return Lesson(name, axis.day, axis.session or Session.MORNING, axis.period, subject, teacher, room, cell=place)
