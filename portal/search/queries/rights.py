"""Who may see what was found: each thing's room is asked, never the index."""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, QuerySet, When

from portal.base import findable
from portal.base.findable import Shelf
from portal.search import shelves as shelves  # what search itself registers
from portal.search.models import Entry
from portal.search.queries import fulltext
from portal.search.rules.standing import DATED

MOST_AT_ONCE = 1024


class Seen:
    """Entries of things this person may see now, whatever the index remembers."""

    def __init__(self, person: object, at: datetime, also: Q | None = None) -> None:
        self.person, self.at, self.also = person, at, also or Q()
        self.things: dict[str, QuerySet[Any]] = {}  # each room is asked once

    def narrowed(self, also: Q) -> "Seen":
        fewer = copy(self)
        fewer.also = self.also & also
        return fewer

    def among(self, numbers: Sequence[int]) -> QuerySet[Entry]:
        """Those with some numbers; rooms without hours are asked only where something has none."""
        undated = any(number < DATED for number in numbers)
        there = (self._there(shelf) for shelf in findable.shelves() if shelf.dated or undated)
        seen = Case(*there, default=False, output_field=BooleanField())
        return Entry.objects.filter(fulltext.among(numbers), self.also, seen)

    def _there(self, shelf: Shelf) -> When:
        if shelf.key not in self.things:
            self.things[shelf.key] = shelf.seen(self.person, self.at).order_by().filter(pk=OuterRef("item"))
        return When(shelf=shelf.key, then=Exists(self.things[shelf.key]))

    def of(self, numbers: Sequence[int]) -> list[Entry]:
        """Those with some numbers, in the order given; of each nothing but which thing it is is read."""
        kept = {entry.pk: entry for entry in self.among(numbers).only("shelf", "item")}
        return [kept[number] for number in numbers if number in kept]


def in_turn(numbers: Iterable[int], seen: Seen, at_once: int) -> Iterator[Entry]:
    """Those of some numbers that this reader may see, each once, in the order given; as many are asked for `at_once` as
    make a page, then more, so that whoever stops early has asked for little."""
    waiting: list[int] = []
    for number in once(numbers):
        waiting.append(number)
        if len(waiting) == at_once:
            yield from seen.of(waiting)
            waiting, at_once = [], min(at_once * 4, MOST_AT_ONCE)
    if waiting:
        yield from seen.of(waiting)


def once(numbers: Iterable[int]) -> Iterator[int]:
    """Each number once, where it stands first."""
    known: set[int] = set()
    for number in numbers:
        if number not in known:
            known.add(number)
            yield number


def cards_of(entries: Iterable[Entry], person: object, at: datetime) -> dict[tuple[str, int], dict[str, Any]]:
    """The things behind some entries, by shelf and id."""
    wanted: dict[str, list[int]] = {}
    for entry in entries:
        wanted.setdefault(entry.shelf, []).append(entry.item)
    return {
        (shelf.key, item): card
        for shelf in findable.shelves()
        if shelf.key in wanted
        for item, card in shelf.cards(wanted[shelf.key], person, at).items()
    }
