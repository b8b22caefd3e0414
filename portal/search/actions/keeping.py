"""Keeping the index: it listens to the journal, in small steps; doing it again changes nothing, and writes nothing."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice

from django.db import connection, transaction

from portal.base import findable, journal, ticker
from portal.base.findable import Shelf
from portal.base.models import Cursor, JournalEntry
from portal.search import shelves as shelves  # what search itself registers
from portal.search.actions.writing import remove, renew
from portal.search.models import Entry, Word

LISTENER, MENDER = "search", "search.mend"
A_STEP, STEPS = 25, 8  # lines heard in one transaction, and how many of these in one round of the worker
A_BATCH = 200  # things indexed in one transaction
OVERLAP = 200  # lines heard again after all was indexed: they may have been on their way meanwhile
TABLES = ("folded_title", "exact_title", "folded_text", "exact_text")
WAITING = ("folded_title", "exact_title", "folded_text", "exact_text", "folded_text_pairs", "exact_text_pairs")


@ticker.tick()
def catch_up(at: datetime) -> int:
    """Hear what was put up and taken down since the last time; returns how many lines were heard."""
    heard = 0
    for _ in range(STEPS):
        lines = journal.listen(LISTENER, hear, most=A_STEP)
        heard += lines
        if lines < A_STEP:
            break
    if heard:
        _settle()
    return heard


def hear(line: JournalEntry) -> None:
    """Index what a line is about as it stands now."""
    for shelf in findable.shelves():
        for item in shelf.touched(line):
            index(shelf, item)


def index(shelf: Shelf, item: int) -> None:
    """One thing as it stands: in the index with its words while it is up, not there otherwise."""
    with transaction.atomic():
        renew(shelf, [item], shelf.words([item]))


def reindex(told: Callable[[int], None] = lambda many: None) -> int:
    """Everything as it stands, in place, batch by batch, so that searching goes on and a second run has little left to do;
    returns how many things are in the index."""
    heard = (JournalEntry.objects.order_by("-id").values_list("id", flat=True).first() or 0) - OVERLAP
    done = 0
    for shelf in findable.shelves():
        kept, made = set[int](), shelf.words(None)
        while words := list(islice(made, A_BATCH)):
            items = [one.item for one in words]
            with transaction.atomic():
                renew(shelf, items, words)
            kept.update(items)
            told(done := done + len(items))
        _drop([pk for pk, item in _numbers(shelf.key) if item not in kept])
    known = {shelf.key for shelf in findable.shelves()}
    _drop(list(Entry.objects.exclude(shelf__in=known).values_list("pk", flat=True)))
    while journal.listen(LISTENER, lambda line: hear(line) if line.pk > heard else None):
        continue
    optimize()
    return Entry.objects.count()


@ticker.tick(every=timedelta(minutes=10))
def mend(at: datetime) -> int:
    """Look the next few entries over against their things, from one end of the index to the other and again; returns how
    many were looked at. What was lost or left behind, whatever the cause, does not stay so."""
    cursor, _ = Cursor.objects.get_or_create(listener=MENDER)
    entries = list(Entry.objects.filter(pk__gt=cursor.position).order_by("pk").only("shelf", "item")[:A_STEP])
    shelved = {shelf.key: shelf for shelf in findable.shelves()}
    for key in {entry.shelf for entry in entries}:
        items = [entry.item for entry in entries if entry.shelf == key]
        with transaction.atomic():
            if key in shelved:
                renew(shelved[key], items, shelved[key].words(items))
            else:
                remove(list(Entry.objects.filter(shelf=key, item__in=items)))
    Cursor.objects.filter(pk=cursor.pk).update(position=entries[-1].pk if entries else 0)
    return len(entries)


@ticker.tick(every=timedelta(hours=1))
def tidy(at: datetime) -> None:
    """Words nobody writes any more go; SQLite's tables of words are merged a little."""
    Word.objects.filter(count__lte=0).delete()
    if connection.vendor == "sqlite":
        _each(TABLES, "INSERT INTO search_{0}(search_{0}, rank) VALUES ('merge', 200)")


def optimize() -> None:
    """After much was written: one tree of words instead of many, and figures for PostgreSQL's planner."""
    if connection.vendor == "sqlite":
        _each(TABLES, "INSERT INTO search_{0}(search_{0}) VALUES ('optimize')")
    else:
        _settle()
        _each(["entry", "word"], "ANALYZE search_{0}")


def _settle() -> None:
    """PostgreSQL keeps what is new in a list each search must read through: into the index with it."""
    if connection.vendor == "postgresql":
        _each(WAITING, "SELECT gin_clean_pending_list('search_entry_{0}')")


def _each(names: Iterable[str], statement: str) -> None:
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(statement.format(name))


def _numbers(shelf: str) -> Iterator[tuple[int, int]]:
    """Number and thing of every entry of a shelf, a batch at a time."""
    last = -1
    while rows := list(Entry.objects.filter(shelf=shelf, pk__gt=last).order_by("pk").values_list("pk", "item")[:5000]):
        yield from rows
        last = rows[-1][0]


def _drop(numbers: Iterable[int]) -> None:
    left = iter(numbers)
    while batch := list(islice(left, A_BATCH)):
        with transaction.atomic():
            remove(list(Entry.objects.filter(pk__in=batch)))
