"""What the one search finds: a room says what it has, who may see it and how it is shown, and knows nothing of the search."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from portal.base.models import JournalEntry


@dataclass(frozen=True)
class Words:
    """One thing that can be found: its words, and what it can be narrowed by."""

    item: int
    title: str
    parts: tuple[str, ...]  # no phrase reaches from one part into the next
    kind: str  # one of its shelf's kinds
    published_at: datetime | None = None
    dated: bool = True  # whether its year is something readers narrow by
    section: int | None = None
    genre: str = ""


@dataclass(frozen=True)
class Shelf:
    """Things of one kind in one room.

    `seen` gives those this person may see at this moment; search asks it for every answer and shows nothing else. `words`
    gives those that belong in the index, all of them or some. `cards` gives the ones this person may see as templates show
    them, by id, each with `title`, `url` and `text`, the whole text a snippet is cut from. `touched` says which things a
    line of the journal is about.
    """

    key: str
    kinds: Mapping[str, str]
    seen: Callable[[object, datetime], QuerySet[Any]]
    words: Callable[[Collection[int] | None], Iterator[Words]]
    cards: Callable[[Iterable[int], object, datetime], dict[int, dict[str, Any]]]
    touched: Callable[[JournalEntry], Iterable[int]]
    order: int = field(default=100)
    dated: bool = True  # whether its things have an hour by which the newest stand first


_shelves: dict[str, Shelf] = {}


def register(shelf: Shelf) -> Shelf:
    """Have the search find these too."""
    _shelves[shelf.key] = shelf
    return shelf


def shelves() -> tuple[Shelf, ...]:
    """Everything registered so far, in its order."""
    return tuple(sorted(_shelves.values(), key=lambda shelf: (shelf.order, shelf.key)))
