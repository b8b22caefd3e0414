"""Writing entries: their words, their number, and how many things each word stands in."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from typing import Any

from django.db import connection

from portal.base.clock import ZONE
from portal.base.findable import Shelf, Words
from portal.search.models import Entry, Word
from portal.search.rules import BREAK, bare, cut, exact
from portal.search.rules.standing import UNDATED, facts, free, number, season

MOST = 100_000  # characters of one thing: PostgreSQL's tsvector ends at 1 MB, and its pairs of words take most room
LONGEST_WORD = 30
KEPT = (
    *("published_at", "year", "section", "genre", "kind"),
    *("folded_title", "exact_title", "folded_text", "exact_text"),
)
COUNT = """INSERT INTO search_word (exact, folded, count) VALUES (%s, %s, %s)
           ON CONFLICT (exact) DO UPDATE SET count = search_word.count + excluded.count"""


def renew(shelf: Shelf, items: Collection[int], words: Iterable[Words]) -> None:
    """These things of a shelf as they stand, `words` being of those that are up; what stands so already is not written.

    Must run inside a transaction.
    """
    new = {one.item: _columns(one, shelf.dated) for one in words}
    old = {entry.item: entry for entry in Entry.objects.filter(shelf=shelf.key, item__in=items)}
    same = {item for item, entry in old.items() if item in new and _stands(entry, new[item])}
    gone = [entry for item, entry in old.items() if item not in same]
    made = [_entry(shelf, item, columns) for item, columns in new.items() if item not in same]
    _delete(gone)
    _number(made)
    Entry.objects.bulk_create(made)
    _count(_words(made), _words(gone))


def remove(entries: Collection[Entry]) -> None:
    """Take entries out. Must run inside a transaction."""
    _delete(entries)
    _count(Counter(), _words(entries))


def _columns(words: Words, dated: bool) -> dict[str, Any]:
    title, text = list(cut(words.title)), list(cut("\n".join((words.title, *filter(None, words.parts)))[:MOST]))
    published = words.published_at if dated else None
    return {
        "published_at": published, "section": words.section, "genre": words.genre, "kind": words.kind,
        "year": published.astimezone(ZONE).year if published and words.dated else None,
        "folded_title": _key(title, bare), "exact_title": _key(title, exact),
        "folded_text": _key(text, bare), "exact_text": _key(text, exact),
    }  # fmt: skip


def _key(words: list[str], form: Callable[[str], str]) -> str:
    return " ".join(word if word == BREAK else form(word) for word in words)


def _stands(entry: Entry, columns: dict[str, Any]) -> bool:
    return all(getattr(entry, name) == columns[name] for name in KEPT)


def _entry(shelf: Shelf, item: int, columns: dict[str, Any]) -> Entry:
    return Entry(id=number(columns["published_at"], item, shelf.order), shelf=shelf.key, item=item, **columns)


def _number(entries: list[Entry]) -> None:
    """Give each a number nobody has, and the words it is narrowed by."""
    taken = set[int]()
    for entry in entries:
        entry.pk = free(entry.pk, taken)
        taken.add(entry.pk)
    while clash := set(Entry.objects.filter(pk__in=[one.pk for one in entries]).values_list("pk", flat=True)):
        taken |= clash
        for entry in entries:
            if entry.pk in clash:
                entry.pk = free(entry.pk, taken)
                taken.add(entry.pk)
    for entry in entries:
        chosen = {name: getattr(entry, name) for name in ("section", "genre", "year", "kind", "shelf")}
        when = [] if entry.published_at else [UNDATED]
        entry.facts = " ".join([*facts(chosen), *when, season(entry.pk)])


def _delete(entries: Iterable[Entry]) -> None:
    Entry.objects.filter(pk__in=[entry.pk for entry in entries]).delete()


def _words(entries: Iterable[Entry]) -> Counter[str]:
    """In how many of these each word stands."""
    counted = Counter[str]()
    for entry in entries:
        counted.update({word for word in entry.exact_text.split() if word != BREAK and len(word) <= LONGEST_WORD})
    return counted


def _count(added: Counter[str], removed: Counter[str]) -> None:
    """Keep in step how many things each word is written in; in one order, so that two writers cannot lock each other."""
    changes = {word: added[word] - removed[word] for word in sorted({*added, *removed})}
    rows = [(word, bare(word)[:LONGEST_WORD], change) for word, change in changes.items() if change]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(COUNT, rows)
        fewer = [word for word, change in changes.items() if change < 0]
        Word.objects.filter(exact__in=fewer, count__lte=0).delete()
