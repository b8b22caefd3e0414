"""Keeping the index: it listens to the journal; doing it again changes nothing."""

from datetime import datetime
from typing import Any

from django.db import transaction

from portal.base import journal, ticker
from portal.base.models import JournalEntry
from portal.base.text import exact_key, folded_key
from portal.files.models import Picture
from portal.news import presenters
from portal.news.models import Article
from portal.search.models import Entry
from portal.search.rules import padded

LISTENER = "search"
CHANGING = frozenset({"publish", "withdraw"})
MOST = 200_000  # characters of one item: PostgreSQL's tsvector ends at 1 MB


@ticker.tick()
def catch_up(at: datetime) -> int:
    """Hear what was put up and taken down since the last time; returns how many lines were heard."""
    return journal.listen(LISTENER, hear)


def hear(line: JournalEntry) -> None:
    """Index the article a line is about as it stands now."""
    if line.verb in CHANGING and line.subject_type == Article._meta.label_lower and line.subject_id is not None:
        index(line.subject_id)


@transaction.atomic
def index(pk: int) -> None:
    """One article as it stands: in the index with its words while it is up, not there otherwise."""
    article = Article.objects.filter(pk=pk, live=True, case__published_at__isnull=False).select_related("case").first()
    if article is None:
        Entry.objects.filter(page_id=pk).delete()
    else:
        Entry.objects.update_or_create(page_id=pk, defaults=_words(article))


@transaction.atomic
def reindex() -> int:
    """Everything anew; returns how many items are in the index."""
    Entry.objects.all().delete()
    live = Article.objects.filter(live=True, case__published_at__isnull=False).select_related("case")
    entries = (Entry(page_id=article.pk, **_words(article)) for article in live.iterator(chunk_size=200))
    return len(Entry.objects.bulk_create(entries, batch_size=200))


def _words(article: Article) -> dict[str, Any]:
    text = " ".join((article.title, article.summary, presenters.text_of(article), *_named(article)))[:MOST]
    return {
        "published_at": article.case.published_at,
        "folded_title": padded(folded_key(article.title)), "folded_text": padded(folded_key(text)),
        "exact_title": padded(exact_key(article.title)), "exact_text": padded(exact_key(text)),
    }  # fmt: skip


def _named(article: Article) -> list[str]:
    """What else its page shows: people, places, where it comes from, the titles of files and what pictures show."""
    shown = [block.value["document"] for block in article.body if block.block_type == "document"]
    pictures = Picture.objects.filter(pk__in=article.shown_pictures())
    return [
        *presenters.authors([article])[article.pk], article.photographer, article.interviewee, article.place,
        article.source_name, article.source_author, article.advertiser_name,
        *(document.title for document in shown if document), *(picture.alt for picture in pictures),
    ]  # fmt: skip
