"""Children's data in shapes that are neither a sentence nor a row that begins with a name. Pure."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from portal.base.text.people_named import NAME, is_staff, masked_name, names_in, row_of
from portal.base.text.personal_kinds import Hit, Kind
from portal.base.text.personal_words import (
    CLASS,
    DECIMAL,
    IN_CLASS,
    OF_A_PUPIL,
    OF_PUPILS,
    OF_STAFF,
    SCORE,
    SUBJECT_MARK,
)

ABOVE, CARD, FEW = 4, 12, 3  # lines of head, lines of one pupil's card, names that make a row of names
LED = re.compile(rf"\s*(?:[-–•*+]\s*)?(?:lớp\s*)?{CLASS}\s*[:–-]\s", re.IGNORECASE)
ONLY_MARKS = re.compile(r"(?:\s*(?:10|\d)(?:[.,]\d{1,2})?(?=[\s;|]|$)[;|]?){2,}\s*")


def of_shapes(lines: Sequence[str]) -> Iterator[Hit]:
    """What is found in lines read together."""
    yield from _names_across(lines)
    yield from _mark_under_name(lines)
    yield from _cards(lines)
    yield from _led_by_class(lines)


def _names_across(lines: Sequence[str]) -> Iterator[Hit]:
    """Names beside each other: above columns of marks, or as the seats of a class."""
    began = -1
    for at, line in enumerate(lines):
        if len(named := _cells_of_names(line)) < FEW:
            began = -1
            continue
        below = lines[at + 1 : at + 3]
        if len(below) == 2 and all(_scores(line) >= len(named) - 1 for line in below):
            yield from ((Kind.MARKS, at, masked_name(name)) for name in named)
        began = at if began < 0 else began
        head = _head(lines, began)
        if at > began and (OF_PUPILS.search(head) or IN_CLASS.search(head)) and not OF_STAFF.search(head):
            yield from ((Kind.CLASS_LIST, at, masked_name(name)) for name in named)


def _cells_of_names(line: str) -> list[str]:
    if line.count("\t") < FEW - 1:
        return []
    return [cell.strip() for cell in line.split("\t") if NAME.fullmatch(cell.strip())]


def _scores(line: str) -> int:
    return sum(SCORE.fullmatch(cell.strip()) is not None for cell in line.split("\t"))


def _mark_under_name(lines: Sequence[str]) -> Iterator[Hit]:
    """A name, and its marks on the line below: two such at least."""
    found = [
        (at, row[0])
        for at, line in enumerate(lines[:-1])
        if ONLY_MARKS.fullmatch(lines[at + 1]) and (row := row_of(line)) and not line[row.end() :].strip()
    ]
    if len(found) > 1 and any(DECIMAL.search(lines[at + 1]) for at, _ in found):
        yield from ((Kind.MARKS, at, masked_name(name)) for at, name in found)


def _cards(lines: Sequence[str]) -> Iterator[Hit]:
    """One pupil named, and below it marks by subject."""
    marked = [at for at, line in enumerate(lines) for _ in SUBJECT_MARK.finditer(line)]
    for at in sorted({step for one in marked for step in range(max(0, one - CARD), one + 1)}):
        near = bisect_right(marked, at + CARD) - bisect_left(marked, at)
        if near < 2 or not OF_A_PUPIL.search(lines[at]):
            continue
        named = [one for one in names_in(lines[at]) if not is_staff(lines[at], one.start())]
        if len(named) == 1:
            yield Kind.MARKS, at, masked_name(named[0][0])


def _led_by_class(lines: Sequence[str]) -> Iterator[Hit]:
    """Names behind the class they are of, class by class."""
    found = [
        (at, one[0])
        for at, line in enumerate(lines)
        if (lead := LED.match(line)) and not OF_STAFF.search(_head(lines, at))
        for one in names_in(line)
        if one.start() >= lead.end() - 1 and not is_staff(line, one.start())
    ]
    if len(found) >= FEW:
        yield from ((Kind.CLASS_LIST, at, masked_name(name)) for at, name in found)


def _head(lines: Sequence[str], at: int) -> str:
    return "\n".join(lines[max(0, at - ABOVE) : at])
