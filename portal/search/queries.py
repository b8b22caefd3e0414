"""Finding: the index says where the words stand, the item's room says who may see it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from portal.news import presenters
from portal.news.models import Article
from portal.news.queries import visible_to
from portal.search.models import Entry
from portal.search.rules import Asked, padded, snippet

FINDING = {
    "sqlite": "SELECT rowid FROM search_words WHERE search_words MATCH %s",
    "postgresql": "SELECT page_id FROM search_entry WHERE words @@ plainto_tsquery('pg_catalog.simple', %s)",
}


def found(asked: Asked, person: object, at: datetime, section: str = "") -> QuerySet[Entry]:
    """Everything this reader may see with all the words, best first over the whole: exact marks before folded ones, title
    before body, then the newest."""
    if not asked.folded:
        return Entry.objects.none()
    seen = _seen(asked, person, at)
    if section:
        seen = seen.filter(section__slug=section)
    entries = _matching(asked).filter(page_id__in=seen.order_by().values("pk"))
    return entries.annotate(place=_place(asked)).order_by("place", "-published_at", "-page_id").only("page_id")


def sections_of(asked: Asked, person: object, at: datetime) -> list[dict[str, Any]]:
    """In which sections the words were found, and how often; one query."""
    counted = _seen(asked, person, at).order_by().values("section__slug", "section__title", "section__position")
    rows = counted.annotate(count=Count("pk")).order_by("section__position", "section__title")
    return [{"slug": row["section__slug"], "title": row["section__title"], "count": row["count"]} for row in rows]


def results(entries: Iterable[Entry], asked: Asked, person: object, at: datetime) -> list[presenters.Item]:
    """One page of entries as readers see them now: words come from the live item, not from the index."""
    ids = [entry.page_id for entry in entries]
    articles = visible_to(person, at).in_bulk(ids)
    return [
        {**presenters.card(articles[pk]), "snippet": snippet(_shown(articles[pk]), asked)}
        for pk in ids
        if pk in articles
    ]


def _shown(article: Article) -> str:
    return f"{article.summary} {presenters.text_of(article)}".strip()


def _seen(asked: Asked, person: object, at: datetime) -> QuerySet[Article]:
    return visible_to(person, at).filter(pk__in=_matching(asked).values("page_id"))


def _matching(asked: Asked) -> QuerySet[Entry]:
    """Entries with every word, folded, by the database's own full-text index."""
    wanted = " ".join(
        f'"{word}"' for word in asked.folded
    )  # each a phrase of its own to FTS5; PostgreSQL sees no quotes
    return Entry.objects.filter(page_id__in=RawSQL(FINDING[connection.vendor], [wanted]))


def _place(asked: Asked) -> Case:
    """R-SEARCH-02: the class of an entry, smaller is better."""
    ranks = [_all("folded_title", asked.folded)]
    if asked.marked:
        exact = [_all("exact_title", asked.exact), _all("exact_text", asked.exact)]
        ranks = [*exact, _all("exact_text", asked.marked), *ranks]
    whens = [When(rank, then=Value(number)) for number, rank in enumerate(ranks)]
    return Case(*whens, default=Value(len(ranks)), output_field=IntegerField())


def _all(column: str, keys: Iterable[str]) -> Q:
    return Q(*(Q(**{f"{column}__contains": padded(key)}) for key in keys))
