"""Reading a timetable from the grids of a workbook, whatever its layout: what the head of a column, the head of a row and the
title over a table say of a lesson are put together; what does not make a lesson is named by its cell. Pure.

Layouts known (tests/intranet/test_timetable_reading.py): classes in columns, days and periods in rows; days in columns, a
sheet or a block a class; the same for a teacher; teachers or classes in rows, days and periods in columns; subject and
teacher in one cell, in two columns, or in two rows.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from portal.base.text import fold, one_line
from portal.intranet.timetable.cells import Row, lessons_at
from portal.intranet.timetable.grid import Cell, Grid
from portal.intranet.timetable.heads import Axis, Head, half_of, heads
from portal.intranet.timetable.rules import Lesson, Session, Unclear
from portal.intranet.timetable.words import (
    CLASS_HEAD,
    class_of,
    day_of,
    period_of,
    room_in,
    session_of,
)

FROM = re.compile(r"(?:áp dụng|thực hiện)[^\d]{0,30}(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(20\d\d)", re.IGNORECASE)
OF_CLASS = re.compile(r"lớp\s*:?\s*(?=\d)", re.IGNORECASE)
OF_TEACHER = re.compile(r"(?:giáo viên|gv|thầy|cô|thầy/cô)\s*:?\s+([^\W\d_]+(?:\s+[^\W\d_]+){0,6})", re.IGNORECASE)
OF_ROOM = re.compile(r"phòng\s+học|phòng\s*:?\s*(?=[A-Z]?\d)", re.IGNORECASE)
HALF = re.compile(r"buổi (sáng|chiều)|\b(SÁNG|CHIỀU)\b", re.IGNORECASE)
ABOVE = 6  # rows over a table that may be its title


@dataclass(frozen=True)
class Read:
    """What a workbook says: its lessons, the cells nobody understands, the day it says it holds from."""

    lessons: tuple[Lesson, ...]
    unclear: tuple[Unclear, ...]
    starts: date | None = None


def read(grids: Iterable[Grid]) -> Read:
    """Every lesson of every sheet. The same lesson told twice (by class, and by teacher) is one."""
    lessons: list[Lesson] = []
    unclear: list[Unclear] = []
    starts = None
    for grid in grids:
        starts = starts or _from_day(grid)
        for one in _sheet(grid):
            if isinstance(one, Lesson):
                lessons.append(one)
            else:
                unclear.append(one)
    return Read(tuple(_once(lessons)), tuple(unclear), starts)


def _once(lessons: Iterable[Lesson]) -> Iterator[Lesson]:
    seen: set[tuple[object, ...]] = set()
    for one in lessons:
        key = (one.school_class, one.slot, fold(one.subject))
        if key not in seen:
            seen.add(key)
            yield one


def _from_day(grid: Grid) -> date | None:
    for cell in dict.fromkeys(grid.cells.values()):
        if found := FROM.search(cell.text):
            try:
                return date(int(found[3]), int(found[2]), int(found[1]))
            except ValueError:
                return None
    return None


def _sheet(grid: Grid) -> Iterator[Lesson | Unclear]:
    found = heads(grid)
    last = 0
    ends = [*(head.top - 1 for head in found[1:]), grid.rows]
    for head, end in zip(found, ends, strict=False):
        about = _about(grid, max(last + 1, head.top - ABOVE), head)
        rows = _rows(grid, head, end)
        yield from _table(grid, head, rows, about)
        last = rows[-1].number if rows else head.body - 1


def _about(grid: Grid, top: int, head: Head) -> Axis:
    """What the sheet's name and the title over a table say of all its lessons: whose they are, which half of the day."""
    titles = [grid.name] + [
        cell.text for row in range(top, head.top) for cell in dict.fromkeys(c for _, c in grid.row(row))
    ]
    titles += [cell.text for column in range(1, head.first) if (cell := grid.at(head.top, column))]
    about = Axis(school_class=class_of(grid.name))
    for title in titles:
        if found := OF_CLASS.search(title):
            name = CLASS_HEAD.match(title[found.end() :])
            about = about.with_(Axis(school_class=class_of(name[0]) if name else ""))
        elif found := OF_TEACHER.search(title):
            about = about.with_(Axis(teacher=one_line(found[1])))
        if half := HALF.search(title):
            about = about.with_(Axis(session=session_of(half[1] or half[2])))
    return about


def _table(grid: Grid, head: Head, rows: list[Row], about: Axis) -> Iterator[Lesson | Unclear]:
    for row in rows:
        taken: set[Cell] = set()
        for column in range(head.first, grid.columns + 1):
            axis = about.with_(head.columns[column]).with_(row.axis)
            if axis.role in ("teacher", "room", "skip") or not _placed(head.columns[column], row.axis, about):
                continue
            cell = grid.at(row.number, column)
            if cell is None or cell.column < head.first or (cell in taken and not axis.school_class):
                continue
            if cell.row < row.number and cell.row not in _same_block(rows, row, cell):
                continue
            taken.add(cell)
            yield from lessons_at(grid, head, row, column, cell, axis)


def _same_block(rows: list[Row], row: Row, cell: Cell) -> set[int]:
    """The rows of lessons a merge may reach down from: a double period is one cell over two rows."""
    return {one.number for one in rows if cell.row <= one.number <= row.number}


def _placed(column: Axis, row: Axis, about: Axis) -> bool:
    """Whether a column says anything that makes its cells lessons."""
    return column.school_class != "" or column.day is not None or column.period is not None


def _rows(grid: Grid, head: Head, end: int) -> list[Row]:
    """The rows of lessons with what stands before them; days and halves of the day hold for the rows below until the next."""
    found: list[Row] = []
    day: int | None = None
    half: Session | None = None
    before: tuple[int, Session] | None = None
    whose = ""
    by_period = "period" in head.kinds.values()
    for number in range(head.body, end + 1):
        said = _before(grid, head, number)
        if said.day is not None and said.day != day:
            day, before = said.day, None
            half = said.session
        half = said.session or half
        axis = replace(said, day=day, session=half)
        if by_period:
            merged = bool(found) and said.period is not None and _same_period(grid, head, number, found[-1].number)
            if merged or said.period is None:
                follows = bool(found) and found[-1].number + len(found[-1].under) == number - 1
                if follows and (merged or _has_words(grid, head, number)):
                    found[-1] = replace(found[-1], under=(*found[-1].under, number))
                continue
            if half is None:
                period, guessed = half_of(said.period, before)
                before = (said.period, guessed)
                axis = replace(axis, period=period, session=guessed)
            elif said.period > 5 and half is Session.AFTERNOON:
                axis = replace(axis, period=said.period - 5)
        else:
            whose = said.school_class or said.teacher
            if not whose:
                continue
        found.append(Row(number, axis))
    return _paired(found)


def _paired(rows: list[Row]) -> list[Row]:
    """Rows under a period are its teachers (and rooms) only where nearly every period has them; else they are notes."""
    if sum(bool(row.under) for row in rows) * 5 >= len(rows) * 4:
        return rows
    return [replace(row, under=()) for row in rows]


def _same_period(grid: Grid, head: Head, row: int, above: int) -> bool:
    """Whether one merged cell counts both rows."""
    column = next(column for column, kind in head.kinds.items() if kind == "period")
    return grid.at(row, column) is grid.at(above, column)


def _has_words(grid: Grid, head: Head, row: int) -> bool:
    return any(column >= head.first and cell.row == row for column, cell in grid.row(row))


def _before(grid: Grid, head: Head, row: int) -> Axis:
    """What the columns before the lessons say of a row."""
    axis = Axis()
    for column, kind in head.kinds.items():
        cell = grid.at(row, column)
        if cell is None or cell.row < head.body:
            continue
        text = cell.text
        if kind == "day":
            axis = axis.with_(Axis(day=day_of(text, bare=True)))
        elif kind == "session":
            axis = axis.with_(Axis(session=session_of(text)))
        elif kind == "period":
            axis = axis.with_(Axis(period=period_of(text)))
        elif kind == "class":
            axis = axis.with_(Axis(school_class=class_of(text), room=room_in(text)[0]))
        elif kind == "teacher":
            axis = axis.with_(Axis(teacher=one_line(text)))
        elif kind == "subject":
            axis = axis.with_(Axis(subject=one_line(text)))
    return axis
