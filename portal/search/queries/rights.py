"""Who may see what was found: each thing's room is asked, never the index."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q

from portal.base import findable
from portal.base.findable import Shelf
from portal.base.remembered import Remembered
from portal.news.queries import next_change
from portal.search.models import Entry
from portal.search.queries import fulltext
from portal.search.queries.fulltext import Head
from portal.search.shelves import ARTICLE  # and with it what search itself registers

MOST_AT_ONCE = 1024
MOST_REMEMBERED = 32_768


class Seen:
    """Entries of things this person may see now, whatever the index remembers; none is asked for twice."""

    def __init__(self, person: object, at: datetime, also: Q | None = None) -> None:
        self.person, self.at, self.also = person, at, also or Q()
        self.stranger = not getattr(person, "is_authenticated", False)
        self.known: dict[int, Head | None] = {}

    def narrowed(self, also: Q) -> "Seen":
        return Seen(self.person, self.at, self.also & also) if also else self

    def of(self, numbers: Sequence[int]) -> list[Head]:
        """Those with some numbers, in the order given."""
        if strange := [number for number in numbers if number not in self.known]:
            self.known.update(dict.fromkeys(strange))
            self.known.update((head.pk, head) for head in self._among(strange))
        return [head for number in numbers if (head := self.known[number])]

    def _among(self, numbers: Sequence[int]) -> Iterator[Head]:
        if self.also:
            numbers = list(Entry.objects.filter(fulltext.among(numbers), self.also).values_list("pk", flat=True))
        by_shelf: dict[str, list[Head]] = {}
        for head in fulltext.heads(numbers):
            by_shelf.setdefault(head.shelf, []).append(head)
        for shelf in findable.shelves():
            if here := by_shelf.get(shelf.key):
                seen = self._seen(shelf, [head.item for head in here])
                yield from (head for head in here if seen[head.item])

    def _seen(self, shelf: Shelf, items: Sequence[int]) -> dict[int, bool]:
        """Whether this person may see some things of a room. Of what strangers may see of articles it is remembered, which
        is asked of the same texts by whatever question."""
        known = SEEN_BY_STRANGERS.now(self.at) if self.stranger and shelf.key == ARTICLE else {}
        seen = {item: known[item] for item in items if item in known}
        if strange := [item for item in items if item not in seen]:
            visible = shelf.seen(self.person, self.at).order_by().filter(fulltext.among(strange))
            asked = dict.fromkeys(strange, False) | dict.fromkeys(visible.values_list("pk", flat=True), True)
            if len(known) + len(asked) > MOST_REMEMBERED:
                known.clear()
            known |= asked
            seen |= asked
        return seen


def _nothing_yet(at: datetime) -> tuple[dict[int, bool], datetime | None]:
    return {}, next_change(at)


SEEN_BY_STRANGERS = Remembered(_nothing_yet)  # filled by whoever asks; holds until a page changes or an hour comes


def in_turn(numbers: Iterable[int], seen: Seen, at_once: int) -> Iterator[Head]:
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


def cards_of(entries: Iterable[Head], person: object, at: datetime) -> dict[tuple[str, int], dict[str, Any]]:
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
