"""Finding: the index says where the words stand, each thing's room says who may see it; one page of it is read."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from itertools import chain, islice
from typing import Any, overload

from django.db.models import Q

from portal.search.models import Entry
from portal.search.queries import counting, fulltext
from portal.search.queries.counting import LUMP
from portal.search.queries.fulltext import Head
from portal.search.queries.marking import markings, stands
from portal.search.queries.narrowed import EVERYTHING, Narrowed, Tally
from portal.search.queries.rights import Seen, cards_of, in_turn
from portal.search.rules import Asked, Tier, every, marked, phrase, snippet, tiers
from portal.search.rules.asking import CLOSE_JUDGED, MOST_FOUND
from portal.search.rules.standing import BOTTOM, UNDATED

AT_ONCE = 16  # a page's worth and some: rooms are asked about so many at first, fewer texts with a phrase are read


class Found(Sequence[Head]):
    """Everything a reader may see with all the words, best first (R-SEARCH-01, R-SEARCH-02), as far as anybody reads.

    Only as much as a slice needs is read, and of entries only which thing they are.
    """

    def __init__(self, asked: Asked, person: object, at: datetime, narrowed: Narrowed, among: Q) -> None:
        self.asked, self.narrowed, self.facts = asked, narrowed, narrowed.facts()
        self.everything = Seen(person, at, among)
        self.seen = self.everything.narrowed(narrowed.q())
        self.reading = fulltext.Reading()
        self.all_words: Tier = (every("folded_text", asked.words),)

    @overload
    def __getitem__(self, part: int) -> Head: ...
    @overload
    def __getitem__(self, part: slice) -> list[Head]: ...
    def __getitem__(self, part: int | slice) -> Head | list[Head]:
        if isinstance(part, int):
            return self[part : part + 1][0]
        return list(islice(self, part.start, part.stop))

    def __iter__(self) -> Iterator[Head]:
        if not self.asked:
            return iter(())
        called = self._called()
        others = in_turn(self._numbers({entry.pk for entry in called}), self.seen, AT_ONCE)
        return islice(chain(called, others), MOST_FOUND)

    def __len__(self) -> int:
        return counting.counted(self.reading, self.asked, self.seen, self.facts).total if self.asked else 0

    @cached_property
    def tally(self) -> Tally:
        """How much it is, and how much each narrowing would leave."""
        return counting.tally(self.reading, self.asked, self.everything, self.narrowed)

    @cached_property
    def newest(self) -> list[int]:
        """The newest entries with all the words: all of them, where they are fewer than LUMP."""
        lumps = self.reading.newest(self.all_words, self.facts, first=LUMP)
        return list(islice(chain.from_iterable(lumps), LUMP))

    def _called(self) -> list[Head]:
        """What is itself called so: a section, a unit, a person, not a text about them."""
        named = "exact_title" if self.asked.marked else "folded_title"
        words = self.asked.keys if self.asked.marked else self.asked.words
        numbers = next(self.reading.newest((phrase(named, words),), [*self.facts, UNDATED]), [])
        called = self.seen.narrowed(Q(published_at=None, **{named: " ".join(words)}))
        return called.of(numbers) if numbers else []

    def _numbers(self, shown: set[int]) -> Iterator[int]:
        """Tier by tier, the newest first in each; no further than all that was found."""
        whole = len(self.newest) < LUMP
        lowest = self.newest[-1] if whole and self.newest else BOTTOM
        passed = set(shown)
        for tier in [*self._tiers(), self.all_words]:
            for lump in self.reading.newest(tier, self.facts, max(lowest, self._from(tier))):
                yield from (number for number in lump if number not in shown)
                passed.update(lump)
            if whole and len(passed) >= len(self.newest):
                return

    def _tiers(self) -> list[Tier]:
        """Where the words stand nowhere one after another, it is not asked in which marking they do."""
        together: Tier = (phrase("folded_text", self.asked.words),)
        found = list(islice(chain.from_iterable(self.reading.newest(together)), AT_ONCE))
        if not found:
            return [tier for tier in tiers(self.asked) if not any(one.together for one in tier)]
        is_rare = len(self.newest) == LUMP and len(found) < AT_ONCE
        return tiers(self.asked, self._few(together, found) if is_rare else markings(self.asked))

    def _few(self, together: Tier, found: list[int]) -> list[tuple[str, ...]]:
        """In which markings a phrase stands is read in the few texts that have it, where very many have its words: to look
        for each marking in all of these takes long."""
        text = dict(Entry.objects.filter(fulltext.among(found)).values_list("pk", "exact_text"))
        ways = markings(self.asked, text.values())
        self.reading.known[together] = found
        for marks in [self.asked.keys] if self.asked.marked else ways:
            there = [number for number in found if stands(marks, text.get(number, ""))]
            self.reading.known[(phrase("exact_text", marks),)] = there
        return ways

    def _from(self, tier: Tier) -> int:
        """Closeness is judged among the newest alone, for it cannot be looked up."""
        pairs = max(one.near for one in tier)
        few = CLOSE_JUDGED // pairs if pairs else LUMP
        return self.newest[few - 1] if few < len(self.newest) else BOTTOM


def found(asked: Asked, person: object, at: datetime, narrowed: Narrowed = EVERYTHING, among: Q | None = None) -> Found:
    """What this reader may see with all the words, best first over the whole; `among` narrows by the index's own columns."""
    return Found(asked, person, at, narrowed, among or Q())


def tally(asked: Asked, person: object, at: datetime, narrowed: Narrowed = EVERYTHING) -> Tally:
    """How much this reader may see, and how much each narrowing would leave."""
    return found(asked, person, at, narrowed).tally


def results(entries: Iterable[Head], asked: Asked, person: object, at: datetime) -> list[dict[str, Any]]:
    """One page of entries as readers see them now: words come from the live thing, not from the index."""
    entries = list(entries)
    cards = cards_of(entries, person, at)
    shown = [cards[entry.shelf, entry.item] for entry in entries if (entry.shelf, entry.item) in cards]
    return [
        {**card, "marked_title": marked(card["title"], asked), "snippet": snippet(card["text"], asked)}
        for card in shown
    ]
