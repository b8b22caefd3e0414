"""Keeping the index: it listens to the journal; doing it again changes nothing."""

from collections import Counter
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import connection, transaction

from portal.base import findable, journal, ticker
from portal.base.clock import ZONE
from portal.base.findable import Shelf, Words
from portal.base.models import JournalEntry
from portal.search import shelves as shelves  # what search itself registers
from portal.search.models import Entry, Word
from portal.search.rules import BREAK, bare, cut, exact

LISTENER = "search"
MOST = 200_000  # characters of one thing: PostgreSQL's tsvector ends at 1 MB
LONGEST_WORD = 30
A_BATCH = 200
COUNT = """INSERT INTO search_word (exact, folded, count) VALUES (%s, %s, %s)
           ON CONFLICT (exact) DO UPDATE SET count = search_word.count + excluded.count"""


@ticker.tick()
def catch_up(at: datetime) -> int:
    """Hear what was put up and taken down since the last time; returns how many lines were heard."""
    return journal.listen(LISTENER, hear)


def hear(line: JournalEntry) -> None:
    """Index what a line is about as it stands now."""
    for shelf in findable.shelves():
        for item in shelf.touched(line):
            index(shelf, item)


@transaction.atomic
def index(shelf: Shelf, item: int) -> None:
    """One thing as it stands: in the index with its words while it is up, not there otherwise."""
    old = Entry.objects.filter(shelf=shelf.key, item=item).first()
    new = next((_columns(words) for words in shelf.words([item])), None)
    _count(_distinct(new["exact_text"] if new else ""), _distinct(old.exact_text if old else ""))
    if new is not None:
        Entry.objects.update_or_create(shelf=shelf.key, item=item, defaults=new)
    elif old is not None:
        old.delete()


@transaction.atomic
def reindex() -> int:
    """Everything anew; returns how many things are in the index."""
    Entry.objects.all().delete()
    Word.objects.all().delete()
    counted = Counter[str]()
    for shelf in findable.shelves():
        made = (Entry(shelf=shelf.key, item=words.item, **_columns(words)) for words in shelf.words(None))
        while entries := list(islice(made, A_BATCH)):
            Entry.objects.bulk_create(entries)
            for entry in entries:
                counted.update(_distinct(entry.exact_text))
    _count(counted, {})
    return Entry.objects.count()


def _columns(words: Words) -> dict[str, Any]:
    title, text = list(cut(words.title)), list(cut("\n".join((words.title, *filter(None, words.parts)))[:MOST]))
    published = words.published_at
    return {
        "published_at": published, "section": words.section, "genre": words.genre, "kind": words.kind,
        "year": published.astimezone(ZONE).year if published and words.dated else None,
        "folded_title": _key(title, bare), "exact_title": _key(title, exact),
        "folded_text": _key(text, bare), "exact_text": _key(text, exact),
    }  # fmt: skip


def _key(words: list[str], form: Any) -> str:
    return " ".join(word if word == BREAK else form(word) for word in words)


def _distinct(text: str) -> dict[str, int]:
    return dict.fromkeys((word for word in text.split() if word != BREAK and len(word) <= LONGEST_WORD), 1)


def _count(added: dict[str, int], removed: dict[str, int]) -> None:
    """Keep in step how many things each word is written in; in one order, so that two writers cannot lock each other."""
    changes = {word: added.get(word, 0) - removed.get(word, 0) for word in sorted({*added, *removed})}
    rows = [(word, bare(word)[:LONGEST_WORD], change) for word, change in changes.items() if change]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(COUNT, rows)
        fewer = [word for word, change in changes.items() if change < 0]
        Word.objects.filter(exact__in=fewer, count__lte=0).delete()
