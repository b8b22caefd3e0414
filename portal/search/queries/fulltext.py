"""What the rules ask for, put to the full-text search of the database at hand."""

from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import BigIntegerField, Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from portal.search.models import Entry
from portal.search.rules import Sought, Tier

MATCHING = {
    "sqlite": "SELECT rowid FROM search_words WHERE search_words MATCH %s",
    "postgresql": "SELECT id FROM search_entry WHERE {column}_words @@ to_tsquery('pg_catalog.simple', %s)",
}
COUNTING = {
    "sqlite": "SELECT %s, count(*) FROM search_words WHERE search_words MATCH %s",
    "postgresql": "SELECT %s, count(*) FROM search_entry WHERE {column}_words @@ to_tsquery('pg_catalog.simple', %s)",
}


def where(*sought: Sought) -> Q:
    """Entries in which all of this stands."""
    return Q(*(Q(pk__in=RawSQL(_said(MATCHING, one), [_asked(one)], BigIntegerField())) for one in sought))


def matching(sought: Sought) -> QuerySet[Entry]:
    return Entry.objects.filter(where(sought))


def place(tiers: Sequence[Tier], before: Q | None = None) -> Case:
    """The number of the first tier an entry is in, -1 for what comes before them all; theirs is the last who are in none."""
    whens = [When(before, then=Value(-1))] if before else []
    whens += [When(where(*tier), then=Value(number)) for number, tier in enumerate(tiers)]
    return Case(*whens, default=Value(len(tiers)), output_field=IntegerField())


def counts(asked_for: Iterable[Sought]) -> list[int]:
    """In how many entries each of these stands; one query for all."""
    each = list(asked_for)
    if not each:
        return []
    statement = " UNION ALL ".join(_said(COUNTING, one) for one in each)
    with connection.cursor() as cursor:
        cursor.execute(statement, [part for number, one in enumerate(each) for part in (number, _asked(one))])
        found = dict(cursor.fetchall())
    return [found[number] for number in range(len(each))]


def _said(statements: dict[str, str], sought: Sought) -> str:
    return statements[connection.vendor].format(column=sought.column)


def _asked(sought: Sought) -> str:
    return sought.match if connection.vendor == "sqlite" else sought.tsquery
