"""Counting what was found: a reader's own counts, of what he may see, and no further than anybody reads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice

from django.db.models import Count

from portal.search.models import Entry
from portal.search.queries import fulltext
from portal.search.queries.narrowed import EVERYTHING, FACETS, Narrowed, Row, Tally, by_facet
from portal.search.queries.rights import Seen, in_turn
from portal.search.rules import Asked, every
from portal.search.rules.asking import MOST_FOUND

LUMP = MOST_FOUND + 50  # looked at first: some of them this reader may not see
AN_END = 20


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
    rows, total = list[Row](), 0
    numbers = chain.from_iterable(reading.newest((every("folded_text", asked.words),), facts, first=LUMP))
    while lump := list(islice(numbers, LUMP)):
        rows += seen.among(lump).order_by().values(*FACETS).annotate(times=Count("pk"))
        total = sum(row["times"] for row in rows)
        if total > MOST_FOUND:
            return Counted(rows, more=True)
    return Counted(rows, more=False)


def tally(reading: fulltext.Reading, asked: Asked, seen: Seen, narrowed: Narrowed = EVERYTHING) -> Tally:
    """How much there is, up to MOST_FOUND; where there is more, the narrowings met among the newest of it."""
    if not asked:
        return Tally()
    whole = counted(reading, asked, seen)
    by = by_facet(whole.rows, narrowed)
    if not whole.more:
        return Tally(sum(row["times"] for row in whole.rows if narrowed.lets(row)), by)
    by["year"].update(dict.fromkeys(_years(seen), 0))
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
    years = [entry.year for entry in seen.among(ends).only("year") if entry.year]
    return range(min(years), max(years) + 1) if years else range(0)
