"""Counting what was found: a reader's own counts, of what he may see, and no further than anybody reads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from django.db.models import Count

from portal.search.models import Entry
from portal.search.queries import fulltext
from portal.search.queries.narrowed import EVERYTHING, FACETS, Narrowed, Row, Tally, by_facet
from portal.search.queries.rights import Seen, in_turn
from portal.search.rules import Asked, every
from portal.search.rules.asking import MOST_FOUND

LUMP = MOST_FOUND + 50  # looked at first: some of them this reader may not see


@dataclass(frozen=True)
class Counted:
    """How many `times` things share their facets, and whether there are `more`."""

    rows: Sequence[Row]
    more: bool

    @property
    def total(self) -> int:
        return min(sum(int(row["times"]) for row in self.rows), MOST_FOUND)


def counted(asked: Asked, seen: Seen, facts: Iterable[str] = ()) -> Counted:
    """The newest of what is found among what is seen, counted until there are more than MOST_FOUND."""
    rows, total = list[Row](), 0
    for numbers in fulltext.Reading(facts).newest((every("folded_text", asked.words),), first=LUMP):
        rows += seen.among(numbers).order_by().values(*FACETS).annotate(times=Count("pk"))
        total = sum(row["times"] for row in rows)
        if total > MOST_FOUND:
            return Counted(rows, more=True)
    return Counted(rows, more=False)


def tally(asked: Asked, person: object, at: datetime, narrowed: Narrowed = EVERYTHING) -> Tally:
    """How much there is, up to MOST_FOUND; where there is more, the narrowings met among the newest of it."""
    if not asked:
        return Tally()
    seen = Seen(person, at)
    whole = counted(asked, seen)
    by = by_facet(whole.rows, narrowed)
    if not whole.more:
        return Tally(sum(row["times"] for row in whole.rows if narrowed.lets(row)), by)
    by["year"].update(dict.fromkeys(_years(seen), 0))
    chosen = counted(asked, seen.narrowed(narrowed.q()), narrowed.facts()) if narrowed != EVERYTHING else whole
    return Tally(chosen.total, by, chosen.more, counted=False)


def finds(asked: Asked, person: object, at: datetime) -> bool:
    """Whether this reader would find anything."""
    numbers = chain.from_iterable(fulltext.Reading().newest((every("folded_text", asked.words),)))
    return next(in_turn(numbers, Seen(person, at), 4), None) is not None


def _years(seen: Seen) -> range:
    """Every year from the first to the last that has something this reader may see."""
    first, last = (_year(seen, end) for end in ("pk", "-pk"))
    return range(first, last + 1) if first and last else range(0)


def _year(seen: Seen, end: str) -> int | None:
    """The year of the first thing this reader may see from one end of the index."""
    dated = Entry.objects.exclude(year=None).order_by(end)
    for start in range(0, MOST_FOUND, 100):
        numbers = list(dated.values_list("pk", flat=True)[start : start + 100])
        for entry in seen.among(numbers).order_by(end)[:1]:
            return entry.year
    return None
