"""A table of a week, in whichever way a school draws it, as lines. Pure: cells of text in; lines and what was not understood out.

Known ways: a line a row under heads; a row a day with columns sáng, chiều; days as columns; and no table at all, a line a line.
Merged cells come as empty ones below their first: a day, a part, an hour goes on until the next.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time

from portal.intranet.week.bringing.cells import (
    BULLET,
    HOUR_OPENS,
    day_of,
    is_noise,
    only_when,
    pieces_of,
    tidy,
)
from portal.intranet.week.bringing.heads import PART_COLUMNS, ROLES, days_across, head_of
from portal.intranet.week.typed import HALVES, ONE_DAY, Part, Typed, part_of, understood

Grid = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Read:
    """One line as the table says it: `day` counts from Monday, None where no day was to be found."""

    content: str
    day: int | None = None
    part: Part | None = None
    starts: time | None = None
    ends: time | None = None
    attendees: str = ""
    lead: str = ""
    place: str = ""
    preparation: str = ""


@dataclass(frozen=True)
class Found:
    """What was understood, what was not, and whether the table names days of another week."""

    lines: tuple[Read, ...] = ()
    left: tuple[str, ...] = ()
    other_week: bool = False

    def worth(self) -> tuple[bool, int]:
        """How well a table fits, to choose among several."""
        return not self.other_week, len(self.lines)


@dataclass
class Going:
    """What goes on from row to row."""

    day: int | None = None
    part: Part | None = None
    other_week: bool = False
    left: list[str] = field(default_factory=list)


def read(grid: Grid, monday: date) -> Found:
    """A table as lines of the week that begins on `monday` (hours of the school's day)."""
    rows = [[tidy(cell) for cell in row] for row in grid]
    rows = [row for row in rows if any(row)]
    going = Going()
    at, roles = head_of(rows)
    across = days_across(rows)
    if across is not None:
        lines = list(_turned(rows, *across, monday, going))
    elif roles:
        lines = list(_down(rows[at:], roles, monday, going))
    else:
        lines = list(_plain([" ".join(cell for cell in row if cell) for row in rows], monday, going))
    return Found(tuple(lines), tuple(dict.fromkeys(going.left)), going.other_week)


def read_text(text: str, monday: date) -> Found:
    """Lines without a table; a line that only names a day heads those below it."""
    going = Going()
    lines = tuple(_plain(text.splitlines(), monday, going))
    return Found(lines, tuple(going.left), going.other_week)


def _down(rows: Sequence[Sequence[str]], roles: dict[int, str], monday: date, going: Going) -> Iterator[Read]:
    """A row is a line, or a day."""
    for row in rows:
        cells = dict.fromkeys(ROLES, "")
        for column, cell in enumerate(row):
            if column in roles:
                cells[roles[column]] = f"{cells[roles[column]]}\n{cell}".strip() if cells[roles[column]] else cell
        _go_on(cells, row, monday, going)
        if any(cells[name] for name in PART_COLUMNS):
            for name, part in PART_COLUMNS.items():
                yield from _many(cells[name], replace(Read(""), day=going.day, part=part), monday, going)
        elif cells["content"] and not is_noise(row):
            yield from _row(cells, monday, going)
        elif (words := " ".join(cell for cell in row if cell)) and not only_when(row, monday) and not is_noise(row):
            going.left.append(words)


def _go_on(cells: dict[str, str], row: Sequence[str], monday: date, going: Going) -> None:
    """Day and part of a row, where it says them; a row of one cell naming a day heads those below."""
    told = cells["day"] or (cells["hours"] if ONE_DAY.match(cells["hours"]) else "")
    filled = {cell for cell in row if cell}
    if len(filled) == 1 and ONE_DAY.match(only := filled.pop()) and len(only) < 40:
        told, cells["content"] = only, ""
    if told and (day := _day(told, monday, going)) is not None:
        if day != going.day:
            going.part = None
        going.day = day
    for words in (cells["part"], told):
        if half := re.search(r"(?<!\w)(sáng|chiều|tối)(?!\w)", words, re.IGNORECASE):
            going.part = HALVES[half[1].lower()]


def _row(cells: dict[str, str], monday: date, going: Going) -> Iterator[Read]:
    """The lines of one row: cells written line beside line are several."""
    contents = cells["content"].split("\n")
    hours = cells["hours"].split("\n")
    beside = {name: cells[name].split("\n") for name in ("attendees", "lead", "place", "preparation")}
    if len(contents) > 1 and len(hours) == len(contents):
        for number, content in enumerate(contents):
            told = {
                name: (said[number] if len(said) == len(contents) else " ".join(said)) for name, said in beside.items()
            }
            yield _line(content, hours[number], told, monday, going)
        return
    pieces = pieces_of(cells["content"])
    aligned = {name: len(said) == len(pieces) > 1 for name, said in beside.items()}
    for number, content in enumerate(pieces):
        told = {name: said[number] if aligned[name] else " ".join(said) for name, said in beside.items()}
        yield _line(content, " ".join(hours), told, monday, going)


def _line(content: str, hours: str, told: dict[str, str], monday: date, going: Going) -> Read:
    """Hours from their own cell, else from the words."""
    when = understood(hours, monday) if hours else Typed("")
    content = BULLET.sub("", content).strip()
    said = understood(content, monday) if when.starts is None and HOUR_OPENS.match(content) else Typed(content)
    starts, ends = (when.starts, when.ends) if when.starts else (said.starts, said.ends)
    part = (part_of(starts) if starts else None) or when.part or going.part or said.part
    if going.part is Part.AFTERNOON:
        starts, ends = _after_noon(starts), _after_noon(ends)
        part = going.part
    cells = {name: BULLET.sub("", words).strip() for name, words in told.items()}
    cells["place"] = cells["place"] or said.place
    cells["lead"] = cells["lead"] or ", ".join(said.leads)
    return Read(said.content, going.day, part, starts, ends, **cells)


def _turned(
    rows: Sequence[Sequence[str]], head: int, days: dict[int, int], monday: date, going: Going
) -> Iterator[Read]:
    """Days as columns: each cell below holds the lines of one day and part."""
    for column in days:
        _day(rows[head][column], monday, going)
    for row in rows[head + 1 :]:
        front = " ".join(cell for column, cell in enumerate(row) if column not in days)
        if half := re.search(r"(?<!\w)(sáng|chiều|tối)(?!\w)", front, re.IGNORECASE):
            going.part = HALVES[half[1].lower()]
        if is_noise(row):
            continue
        for column, day in days.items():
            cell = row[column] if column < len(row) else ""
            yield from _many(cell, Read("", day=day, part=going.part), monday, going)


def _many(cell: str, under: Read, monday: date, going: Going) -> Iterator[Read]:
    """A cell with several lines as people type them, all of one day and part."""
    for piece in pieces_of(cell):
        words = BULLET.sub("", piece).strip()
        said = understood(words, monday)
        if said.content:
            late = under.part is Part.AFTERNOON
            starts, ends = (_after_noon(said.starts), _after_noon(said.ends)) if late else (said.starts, said.ends)
            part = under.part or (part_of(starts) if starts else said.part)
            yield replace(under, content=said.content, part=part, starts=starts, ends=ends, place=said.place,
                          lead=", ".join(said.leads))  # fmt: skip


def _plain(texts: Sequence[str], monday: date, going: Going) -> Iterator[Read]:
    for text in texts:
        words = BULLET.sub("", tidy(text)).strip()
        said = understood(words, monday)
        if not words or is_noise([words]):
            continue
        if said.days and not said.content:
            going.day, going.part = said.days[0], said.part
            continue
        if said.part and not said.content:
            going.part = said.part
            continue
        if said.days == () and going.day is None:
            going.left.append(words)
            continue
        for day in said.days or (going.day,):
            part = (part_of(said.starts) if said.starts else None) or said.part or (None if said.days else going.part)
            yield Read(said.content, day, part, said.starts, said.ends, "", ", ".join(said.leads), said.place)


def _day(cell: str, monday: date, going: Going) -> int | None:
    """Which day a cell names; that it is of another week is noted."""
    day, other = day_of(cell, monday)
    going.other_week = going.other_week or other
    return day


def _after_noon(hour: time | None) -> time | None:
    """“2h” of an afternoon is 14:00."""
    return hour.replace(hour=hour.hour + 12) if hour is not None and hour < time(6) else hour
