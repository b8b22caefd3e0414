"""Lists: rows of a table or numbered lines that begin with names, read with the words above them. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from portal.base.text.numbers_of import ADDRESS, days, of_a_child
from portal.base.text.people_named import is_staff, masked_name, row_of
from portal.base.text.personal_kinds import Hit, Kind
from portal.base.text.personal_words import (
    BIRTH_COLUMN,
    CLASS_CELL,
    DECIMAL,
    HOME_COLUMN,
    IN_CLASS,
    LETTER_LEVELS,
    LEVEL,
    OF_MARKS,
    OF_OTHER_NUMBERS,
    OF_PERSONS,
    OF_PUPILS,
    OF_STAFF,
    OF_THE_DEAD,
    PLACE_CELL,
    PRIVATE,
    PRIVATE_OF_PUPILS,
    SCORE,
    SURELY_STAFF,
)  # fmt: skip

ABOVE, GAP = 6, 2  # lines of head looked at, lines between two rows of one list
LIVING = 80  # years: who was born earlier is of a book


@dataclass(frozen=True)
class _Row:
    """A line that begins with a name."""

    at: int
    name: str
    rest: str
    staff: bool
    lead: str = ""


def of_lists(lines: Sequence[str], today: date) -> Iterator[Hit]:
    """What every list in these lines says of those it names."""
    rows = [row for at, line in enumerate(lines) if (row := _row(at, line)) is not None]
    for group in _groups(rows):
        first = group[0].at
        head = "\n".join(lines[max(0, first - ABOVE) : first])
        if _of_places(head):
            continue
        yield from _of_group(group, f"{head}\n{_signed(head)}", today)


def _of_places(head: str) -> bool:
    """Whether the rows below are roads or schools by their column."""
    cells = [cell.strip() for line in head.splitlines() if "\t" in line for cell in line.split("\t")]
    return any(map(PLACE_CELL.fullmatch, cells)) and not any(map(OF_PERSONS.search, cells))


UNSIGNED = (("diem", "điểm"), ("hoc sinh", "học sinh"), ("hoc luc", "học lực"), ("xep loai", "xếp loại"), ("ngay sinh", "ngày sinh"),
            ("giao vien", "giáo viên"), ("dia chi", "địa chỉ"), ("ren luyen", "rèn luyện"), ("thi sinh", "thí sinh"))  # fmt: skip


def _signed(head: str) -> str:
    """The words looked for in a head that was typed without marks."""
    bare = head.casefold()
    return " ".join(word for typed, word in UNSIGNED if typed in bare)


def _row(at: int, line: str) -> _Row | None:
    found = row_of(line)
    if found is None:
        return None
    return _Row(at, found[0], line[found.end() :], is_staff(line, found.start()), line[: found.start()])


def _groups(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    """Rows that follow each other, with a line or two between; two at least."""
    group: list[_Row] = []
    for row in rows:
        if group and row.at - group[-1].at > GAP + 1:
            if len(group) > 1:
                yield group
            group = []
        if not group or row.name != group[-1].name:  # whoever took seven pictures is no list
            group.append(row)
    if len(group) > 1:
        yield group


def _of_group(group: list[_Row], head: str, today: date) -> Iterator[Hit]:
    pupils = OF_PUPILS.search(head) is not None and not SURELY_STAFF.search(head)
    staff = not pupils and (OF_STAFF.search(head) is not None or sum(row.staff for row in group) * 2 > len(group))
    of_a_book = OF_THE_DEAD.search(head) is not None
    of_births = None if of_a_book else BIRTH_COLUMN.search(head)
    of_homes = HOME_COLUMN.search(head)
    for row in group:
        for _, _, year in days(row.rest):
            if (of_births and today.year - LIVING <= year <= today.year) or (
                of_a_child(year, today) and not staff and not of_a_book
            ):
                yield Kind.BIRTH, row.at, f"…/…/{year}"
        if of_births and not staff and re.search(r"\b(?:19|20)\d{2}\b", row.rest) and not any(days(row.rest)):
            yield Kind.BIRTH, row.at, masked_name(row.name)
        if ADDRESS.search(row.rest) and (of_homes or not staff):
            yield Kind.ADDRESS, row.at, masked_name(row.name)
    if staff:
        return
    if _has_marks(group, head):
        yield from ((Kind.MARKS, row.at, masked_name(row.name)) for row in group if _marked(row.rest))
    classed = [row for row in group if _class_of(row.rest) or _class_of(row.lead)]
    if _is_private(group, head, pupils or len(classed) * 2 > len(group)):
        yield from ((Kind.PRIVATE, row.at, masked_name(row.name)) for row in group)
    if len(classed) >= 3 or (pupils and len(group) >= 5):
        yield from (
            (Kind.CLASS_LIST, row.at, masked_name(row.name)) for row in (classed if len(classed) >= 3 else group)
        )


def _class_of(rest: str) -> bool:
    return IN_CLASS.search(rest) is not None or any(CLASS_CELL.fullmatch(cell.strip()) for cell in rest.split("\t"))


def _is_private(group: list[_Row], head: str, pupils: bool) -> bool:
    """Health, money, blame and the like: by the head, or in most rows."""
    if PRIVATE.search(head) or (pupils and PRIVATE_OF_PUPILS.search(head)):
        return True
    return sum(PRIVATE.search(row.rest) is not None for row in group) * 2 > len(group)


def _marked(rest: str) -> bool:
    return bool(SCORE.search(rest) or LEVEL.search(rest) or LETTER_LEVELS.search(rest))


def _has_marks(group: list[_Row], head: str) -> bool:
    """Most rows have a mark or a level, and either the head speaks of marks or the marks look like nothing else."""
    marked = sum(_marked(row.rest) for row in group)
    if marked * 5 < len(group) * 3:
        return False
    if OF_MARKS.search(head):
        return True
    if OF_OTHER_NUMBERS.search(head) or len(group) < 3:
        return False
    sure = sum(
        bool(DECIMAL.search(row.rest) or LEVEL.search(row.rest)) or len(SCORE.findall(row.rest)) >= 3 for row in group
    )
    return sure * 2 >= len(group)
