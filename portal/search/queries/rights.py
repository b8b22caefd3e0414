"""Who may see what was found: each thing's room is asked, never the index."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, QuerySet, When

from portal.base import findable
from portal.search import shelves as shelves  # what search itself registers
from portal.search.models import Entry
from portal.search.queries import fulltext

MOST_AT_ONCE = 1024


class Seen:
    """Entries of things this person may see now, whatever the index remembers."""

    def __init__(self, person: object, at: datetime, also: Q | None = None) -> None:
        self.person, self.at, self.also = person, at, also or Q()

    def among(self, numbers: Sequence[int]) -> QuerySet[Entry]:
        """Those with some numbers; only the rooms are asked that something there is of."""
        these = Entry.objects.filter(fulltext.among(numbers))
        keys = set(these.order_by().values_list("shelf", flat=True).distinct())
        rooms = [(shelf.key, shelf.seen(self.person, self.at)) for shelf in findable.shelves() if shelf.key in keys]
        there = [When(shelf=key, then=Exists(things.order_by().filter(pk=OuterRef("item")))) for key, things in rooms]
        return these.filter(self.also, Case(*there, default=False, output_field=BooleanField()))

    def narrowed(self, also: Q) -> "Seen":
        return Seen(self.person, self.at, self.also & also)

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
