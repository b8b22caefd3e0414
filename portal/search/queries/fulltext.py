"""What the rules ask for, put to the full-text search of the database at hand: numbers of entries, the newest first."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from django.db import connection
from django.db.models import BigIntegerField, Q
from django.db.models.expressions import RawSQL

from portal.search.rules import Sought, Tier
from portal.search.rules.standing import BOTTOM, TOP, seasons

FIRST, MOST = 64, 1024  # numbers asked for at once: few at first, then more
RECENT = 1200  # entries PostgreSQL looks among first
WIDER = 5  # and how many times as far back then
MOST_SEASONS = 64
HEADS = (
    "SELECT one.id, one.shelf, one.item, one.section, one.genre, one.year, one.kind"
    " FROM {} JOIN search_entry AS one ON one.id = given.value"
)
GIVEN = {"sqlite": "json_each(%s) AS given", "postgresql": "unnest(%s::bigint[]) AS given(value)"}
NUMBERS = {  # each number once, beside as little as there is: a table's own rows are as long as its texts
    "sqlite": "SELECT id FROM search_folded_title_docsize",
    "postgresql": "SELECT id FROM search_entry",
}
POSTGRESQL = "SELECT * FROM search_newest(%s, %s, %s, %s, %s, %s, %s, %s, %s)"
Given = list[str | int]
Span = tuple[int, int]  # from one number up to before another


class Head(NamedTuple):
    """What is read of an entry: which thing it is, and what it can be narrowed to."""

    pk: int
    shelf: str
    item: int
    section: int | None
    genre: str
    year: int | None
    kind: str

    @property
    def facets(self) -> tuple[int | str | None, ...]:
        """In the order of `narrowed.FACETS`."""
        return self[3:]


def among(numbers: Sequence[int]) -> Q:
    """Entries with these numbers, however many."""
    return Q(pk__in=RawSQL(f"SELECT value FROM {GIVEN[connection.vendor]}", [_given(numbers)], BigIntegerField()))


def heads(numbers: Sequence[int]) -> Iterator[Head]:
    """What is read of the entries with these numbers."""
    with connection.cursor() as cursor:
        cursor.execute(HEADS.format(GIVEN[connection.vendor]), [_given(numbers)])
        yield from map(Head._make, cursor.fetchall())


def _given(numbers: Sequence[int]) -> str:
    """One text: long lists are slow to hand over one by one."""
    return ",".join(map(str, numbers)).join("[]" if connection.vendor == "sqlite" else "{}")


def numbered(offset: int) -> int:
    """The number of the entry that so many newer ones stand before; BOTTOM where there are not so many."""
    with connection.cursor() as cursor:
        cursor.execute(f"{NUMBERS[connection.vendor]} ORDER BY id DESC LIMIT 1 OFFSET %s", [offset])
        row = cursor.fetchone()
    return row[0] if row else BOTTOM


class Reading:
    """One search's way through the index; what it learns on the way is asked once."""

    def __init__(self) -> None:
        self.read: dict[tuple[Tier, tuple[str, ...], Span, int], list[int]] = {}
        self.known: dict[Tier, list[int]] = {}  # everything some tiers stand in, the newest first

    def newest(
        self, tier: Tier, facts: Iterable[str] = (), low: int = BOTTOM, *, first: int = FIRST
    ) -> Iterator[list[int]]:
        """Numbers of entries in which all of a tier stands, narrowed to some facts, in lumps, the newest first, none below
        `low`."""
        size, chosen = first, tuple(facts)
        if tier in self.known and not chosen:
            yield from filter(None, [[number for number in self.known[tier] if number >= low]])
            return
        for start, end, known in self._spans(low):
            below = end
            while lump := self._lump(tier, chosen, (start, below), size, known):
                yield lump
                size, asked = min(size * 4, MOST), size
                below = lump[-1]
                if len(lump) < asked:
                    break

    @cached_property
    def top(self) -> int:
        return numbered(0)

    @cached_property
    def recent(self) -> int:
        return numbered(RECENT)

    def _spans(self, low: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """The index at once; on PostgreSQL, which reads all there is before it sorts, the newest part, more, the rest."""
        if connection.vendor == "sqlite" or not self.recent:
            yield low, TOP, ()
            return
        wide = max(self.top - (self.top - self.recent) * WIDER, BOTTOM)
        for start, end in ((self.recent, TOP), (wide, self.recent), (BOTTOM, wide)):
            if end > low:
                known = tuple(seasons(max(start, low), min(end, self.top))) if start else ()
                yield max(start, low), end, known if len(known) <= MOST_SEASONS else ()

    def _lump(self, tier: Tier, facts: tuple[str, ...], span: Span, most: int, known: tuple[str, ...]) -> list[int]:
        """The same asked again in one search is remembered: counting and ranking begin with all that was found."""
        question = (tier, facts, span, most)
        if question not in self.read:
            ask = _sqlite if connection.vendor == "sqlite" else _postgresql
            with connection.cursor() as cursor:
                cursor.execute(*ask(tier, facts, span, most, known))
                self.read[question] = [number for (number,) in cursor.fetchall()]
        return self.read[question]


def _sqlite(tier: Tier, facts: Sequence[str], span: Span, most: int, _: object) -> tuple[str, Given]:
    first, *others = tier
    low, below = span
    narrowed = "".join(f' AND "{fact}"' for fact in facts)
    also = "".join(f" AND +rowid IN (SELECT rowid FROM search_{one.column}(%s))" for one in others)
    return (
        f"SELECT rowid FROM search_{first.column}(%s) WHERE rowid >= %s AND rowid < %s{also}"
        " ORDER BY rowid DESC LIMIT %s",
        [f"({first.fts5}){narrowed}", low, below, *(one.fts5 for one in others), most],
    )


def _postgresql(tier: Tier, facts: Sequence[str], span: Span, most: int, known: tuple[str, ...]) -> tuple[str, Given]:
    first, *others = tier
    when = [f"({' | '.join(_quoted(known))})"] if known else []
    narrowed = " & ".join([*_quoted(facts), *when])
    other = (others[0].column, others[0].tsquery) if others else ("", "")
    return POSTGRESQL, [first.column, first.tsquery, first.pairs, *other, narrowed, *span, most]


def _quoted(words: Iterable[str]) -> list[str]:
    return [f"'{word}'" for word in words]


def counts(asked_for: Iterable[Sought], low: int, most: int) -> list[int]:
    """In how many entries from `low` on each of these stands, counted no further than `most`; one query for all."""
    each = list(asked_for)
    if not each:
        return []
    statements, given = [], Given()
    for number, one in enumerate(each):
        statement, values = _counting(one, low, most)
        statements.append(f"SELECT {number}, count(*) FROM ({statement}) AS hits")
        given += values
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(statements), given)
        found = dict(cursor.fetchall())
    return [found[number] for number in range(len(each))]


def _counting(one: Sought, low: int, most: int) -> tuple[str, Given]:
    ask = _sqlite if connection.vendor == "sqlite" else _postgresql
    return ask((one,), (), (low, TOP), most, ())
