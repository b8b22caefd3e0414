"""Counting what was found: a reader's own counts, of what he may see, and no further than anybody reads."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, islice
from typing import Any

from portal.base.remembered import Remembered
from portal.search.models import Entry
from portal.search.queries import fulltext
from portal.search.queries.narrowed import EVERYTHING, FACETS, Narrowed, Row, Tally, by_facet
from portal.search.queries.rights import Seen, in_turn
from portal.search.rules import Asked, every
from portal.search.rules.asking import MOST_FOUND

LUMP = MOST_FOUND + 50  # looked at first: some of them this reader may not see
AN_END = 20
A_WHILE = timedelta(minutes=1)  # the index follows what is up a little later


@dataclass(frozen=True)
class Counted:
    """How many `times` things share their facets, and whether there are `more`."""

    rows: Sequence[Row]
    more: bool

    @property
    def total(self) -> int:
        return min(sum(int(row["times"]) for row in self.rows), MOST_FOUND)


def counted(reading: fulltext.Reading, asked: Asked, seen: Seen, facts: Iterable[str] = ()) -> Counted:
    """The newest of what is found among what is seen, counted until there are more than MOST_FOUND."""
    shared, total = Counter[tuple[Any, ...]](), 0
    numbers = chain.from_iterable(reading.newest((every("folded_text", asked.words),), facts, first=LUMP))
    while lump := list(islice(numbers, LUMP)):
        heads = seen.of(lump)
        shared.update(head.facets for head in heads)
        total += len(heads)
        if total > MOST_FOUND:
            break
    rows = [{**dict(zip(FACETS, values, strict=True)), "times": times} for values, times in shared.items()]
    return Counted(rows, more=total > MOST_FOUND)


def tally(reading: fulltext.Reading, asked: Asked, seen: Seen, narrowed: Narrowed = EVERYTHING) -> Tally:
    """How much there is, up to MOST_FOUND; where there is more, the narrowings met among the newest of it."""
    if not asked:
        return Tally()
    whole = counted(reading, asked, seen)
    by = by_facet(whole.rows, narrowed)
    if not whole.more:
        return Tally(sum(row["times"] for row in whole.rows if narrowed.lets(row)), by)
    years = STRANGERS_YEARS.now(seen.at) if seen.stranger else _years(seen)
    by["year"].update(dict.fromkeys(years, 0))
    chosen = whole
    if narrowed != EVERYTHING:
        chosen = counted(reading, asked, seen.narrowed(narrowed.q()), narrowed.facts())
    return Tally(chosen.total, by, chosen.more, counted=False)


def finds(asked: Asked, person: object, at: datetime) -> bool:
    """Whether this reader would find anything."""
    numbers = chain.from_iterable(fulltext.Reading().newest((every("folded_text", asked.words),)))
    return next(in_turn(numbers, Seen(person, at), 4), None) is not None


def _years(seen: Seen) -> range:
    """Every year from the first to the last that has something this reader may see, going by both ends of the index."""
    dated = Entry.objects.exclude(year=None)
    ends = [number for end in ("pk", "-pk") for number in dated.order_by(end).values_list("pk", flat=True)[:AN_END]]
    years = [head.year for head in seen.of(ends) if head.year]
    return range(min(years), max(years) + 1) if years else range(0)


STRANGERS_YEARS = Remembered(lambda at: (_years(Seen(None, at)), at + A_WHILE))
