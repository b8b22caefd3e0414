"""What the head of a table says: which columns are which days, periods, classes; what the columns before them hold. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from portal.base.text import one_line
from portal.intranet.timetable.grid import Cell, Grid
from portal.intranet.timetable.rules import Session
from portal.intranet.timetable.words import class_of, day_of, label_of, period_of, room_in, session_of


@dataclass(frozen=True)
class Axis:
    """What a column or a row says of the lessons in it, as far as it says anything."""

    day: int | None = None
    session: Session | None = None
    period: int | None = None
    school_class: str = ""
    teacher: str = ""
    subject: str = ""
    room: str = ""
    role: str = ""  # subject, teacher or room where these stand in columns or rows of their own

    def with_(self, other: "Axis") -> "Axis":
        """Both together; what `other` says is said over what this one does."""
        said = {name: value for name, value in vars(other).items() if value not in (None, "")}
        return replace(self, **said)


@dataclass
class Head:
    """The head of one table: its first row, the first row below it, the columns before the first of lessons, what each says."""

    top: int
    body: int
    first: int
    kinds: dict[int, str] = field(
        default_factory=dict
    )  # of the columns before: day, session, period, class, teacher, subject
    columns: dict[int, Axis] = field(default_factory=dict)


def heads(grid: Grid) -> list[Head]:
    """The heads of every table of a sheet, from above."""
    found: list[Head] = []
    row = 1
    while row <= grid.rows:
        first = _first_column(
            grid, row, bool(found) and any(axis.day is not None for axis in found[-1].columns.values())
        )
        if first:
            head = _read(grid, row, first)
            found.append(head)
            row = head.body
        else:
            row += 1
    return found


def _first_column(grid: Grid, row: int, days_above: bool) -> int:
    """The column where a row begins to name days or classes, if it is the first row of a head; else 0. Under days, a row of
    classes is a teacher's, unless it says “Thứ” or “Tiết” before them."""
    cells = [(column, cell) for column, cell in grid.row(row) if cell.row == row]
    days = {cell: column for column, cell in reversed(cells) if day_of(cell.text) is not None}
    if len(days) >= 3:
        return min(days.values())
    classes = {cell: column for column, cell in reversed(cells) if class_of(cell.text)}
    names = {class_of(cell.text) for cell in classes}
    labelled = any(label_of(cell.text) in ("day", "period", "session") for _, cell in cells)
    if len(names) == len(classes) and (
        (labelled and names) or (len(names) >= 2 and not days_above and _heads_periods(grid, row))
    ):
        return min(classes.values())
    return 0


def _heads_periods(grid: Grid, row: int) -> bool:
    """Whether numbers of periods stand before the lessons of the rows below."""
    return any(period_of(grid.text(row + ahead, column)) for ahead in (1, 2, 3) for column in (1, 2, 3))


def _read(grid: Grid, top: int, first: int) -> Head:
    head = Head(top, top + 1, first)
    while head.body <= grid.rows and _goes_on(grid, head):
        head.body += 1
    for column in range(1, first):
        labels = [label_of(cell.text) for row in range(top, head.body) if (cell := grid.at(row, column))]
        head.kinds[column] = next((kind for kind in labels if kind), "")
    _above(grid, head)
    for column in range(first, grid.columns + 1):
        head.columns[column] = _axis(grid, head, column)
    _halves_of_days(head)
    return head


def _goes_on(grid: Grid, head: Head) -> bool:
    """Whether the next row still belongs to the head: it names only periods, halves of the day, roles, rooms, classes."""
    cells = [cell for column, cell in grid.row(head.body) if column >= head.first]
    before = [cell for column, cell in grid.row(head.body) if column < head.first and cell.row >= head.body]
    if not cells or any(period_of(cell.text) or day_of(cell.text, bare=True) is not None for cell in before):
        return False
    own = [cell for cell in cells if cell.row >= head.body]
    return (
        bool(own)
        and all(_is_head(cell) for cell in own)
        and not any(cell.text for cell in before if not label_of(cell.text))
    )


def _is_head(cell: Cell) -> bool:
    text = cell.text
    return bool(
        period_of(text) or session_of(text) or label_of(text) or day_of(text) is not None or class_of(text)
        or (room_in(text)[0] and not room_in(text)[1])
    )  # fmt: skip


def _above(grid: Grid, head: Head) -> None:
    """Where the columns before the lessons are not named, what stands in them tells what they hold."""
    for column, kind in head.kinds.items():
        if kind:
            continue
        texts = [
            grid.text(row, column)
            for row in range(head.body, min(head.body + 40, grid.rows + 1))
            if grid.at(row, column)
        ]
        texts = texts[:12]
        tests = (
            ("day", day_of),
            ("session", session_of),
            ("class", lambda text: class_of(text) or None),
            ("period", period_of),
        )
        head.kinds[column] = next(
            (kind for kind, read in tests if texts and sum(read(one) is not None for one in texts) > len(texts) * 0.6),
            "",
        )


def _axis(grid: Grid, head: Head, column: int) -> Axis:
    """Everything the rows of the head say of a column; a column of a pair (“Môn”, “GV”) also hears what stands over the first."""
    own = list(_told(grid, head, column))
    axis = Axis()
    for said in own:
        axis = axis.with_(said)
    if axis.role and not (axis.school_class or axis.day is not None) and (column - 1) in head.columns:
        axis = replace(head.columns[column - 1], role="").with_(axis)
    return axis


def _told(grid: Grid, head: Head, column: int) -> Iterator[Axis]:
    seen: set[Cell] = set()
    for row in range(head.top, head.body):
        cell = grid.at(row, column)
        if cell is None or cell in seen or cell.column < head.first:
            continue
        seen.add(cell)
        yield said_by(cell.text)


def said_by(text: str) -> Axis:
    """What one cell of a head says."""
    if (label := label_of(text)) in ("subject", "teacher", "room"):
        return Axis(role=label)
    if label:
        return Axis(role="skip")
    if (day := day_of(text)) is not None:
        return Axis(day=day)
    if (half := session_of(text)) is not None:
        return Axis(session=half)
    if name := class_of(text):
        return Axis(school_class=name, room=room_in(one_line(text))[0])
    if (period := period_of(text)) is not None:
        return Axis(period=period)
    return Axis(room=room_in(text)[0])


def _halves_of_days(head: Head) -> None:
    """Where columns name periods and nobody says which half of the day, counting anew, or on past five, is the afternoon."""
    last: dict[Any, tuple[int, Session]] = {}
    for column, axis in sorted(head.columns.items()):
        if axis.period is None or axis.session is not None:
            continue
        whose = (axis.day, axis.school_class)
        period, half = half_of(axis.period, last.get(whose))
        last[whose] = (axis.period, half)
        head.columns[column] = replace(axis, period=period, session=half)


def half_of(period: int, before: tuple[int, Session] | None) -> tuple[int, Session]:
    """A period of a day without a word of which half: (its number within the half, the half). `before` is the one above."""
    if period > 5:
        return period - 5, Session.AFTERNOON
    if before is not None and ((before[1] is Session.AFTERNOON and before[0] <= 5) or period < before[0]):
        return period, Session.AFTERNOON
    return period, Session.MORNING
