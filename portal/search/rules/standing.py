"""Where a thing stands in the index: numbered by its hour, so that both databases read the newest first and stop early."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from portal.search.rules.syllables import BREAK

TIE = 12  # bits that tell apart what appeared in one second
SEASON = 21  # bits of seconds, about 24 days: so finely PostgreSQL's index knows the hour
FACTS = {"section": "s", "genre": "g", "year": "y", "kind": "k", "shelf": "h"}
UNDATED = f"{BREAK}u"
DATED = 1 << 40  # all that has an hour stands above, all that has none below
TOP = 1 << 62  # above every number
BOTTOM = 0


def number(published_at: datetime | None, item: int, order: int) -> int:
    """The number of a thing, higher the newer; what has no hour stands below all that has, the first shelves above."""
    if published_at is None:
        return max(255 - order, 0) << 32 | item & 0xFFFFFFFF
    return int(published_at.timestamp()) << TIE | item & ((1 << TIE) - 1)


def free(wanted: int, taken: set[int]) -> int:
    """The first number from the wanted one on that no other thing has."""
    while wanted in taken:
        wanted += 1
    return wanted


def facts(values: Mapping[str, Any]) -> list[str]:
    """What something can be narrowed to, as words nobody can type: `ǃs12`, `ǃktinbai`."""
    return [f"{BREAK}{FACTS[name]}{_plain(value)}" for name, value in values.items() if value]


def season(of: int) -> str:
    return f"{BREAK}z{of >> (TIE + SEASON)}"


def seasons(low: int, high: int) -> Iterator[str]:
    """Every season from one number to another, the newest first."""
    yield from (f"{BREAK}z{one}" for one in range(high >> (TIE + SEASON), (low >> (TIE + SEASON)) - 1, -1))


def _plain(value: object) -> str:
    return "".join(letter for letter in str(value) if letter.isalnum())
