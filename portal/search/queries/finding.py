"""Finding: the index says where the words stand, each thing's room says who may see it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from portal.base import findable
from portal.search import shelves as shelves  # what search itself registers
from portal.search.models import Entry, Word
from portal.search.queries import fulltext
from portal.search.rules import Asked, every, likely, marked, phrase, snippet, tiers
from portal.search.rules.asking import MARKINGS_RANKED, VARIANTS

ARTICLE = shelves.ARTICLE
FACETS = ("section", "genre", "year", "kind")


@dataclass(frozen=True)
class Narrowed:
    """What a reader narrowed his search to; None or empty where he did not."""

    section: int | None = None
    genre: str = ""
    year: int | None = None
    kind: str = ""

    def q(self) -> Q:
        return Q(**{name: value for name in FACETS if (value := getattr(self, name))})

    def but(self, name: str) -> "Narrowed":
        """The same without one of its choices."""
        return self.to(name, None if name in ("section", "year") else "")

    def to(self, name: str, value: Any) -> "Narrowed":
        return replace(self, **{name: value})

    def lets(self, row: Mapping[str, Any]) -> bool:
        return all(not (value := getattr(self, name)) or row[name] == value for name in FACETS)


EVERYTHING = Narrowed()


@dataclass(frozen=True)
class Tally:
    """How many things were found, and how many of them each narrowing would leave, the others as they are."""

    total: int
    by: Mapping[str, Mapping[Any, int]]


def found(asked: Asked, person: object, at: datetime, narrowed: Narrowed = EVERYTHING) -> QuerySet[Entry]:
    """Everything this reader may see with all the words, best first over the whole (R-SEARCH-01, R-SEARCH-02)."""
    if not asked:
        return Entry.objects.none()
    ranked = seen(person, at).filter(fulltext.where(every("folded_text", asked.words)), narrowed.q())
    ranked = ranked.annotate(place=fulltext.place(tiers(asked, markings(asked)), _named(asked)))
    return ranked.order_by("place", F("published_at").desc(nulls_last=True), "-item", "-pk").only("shelf", "item")


def _named(asked: Asked) -> Q:
    """What is itself called so: a section, a unit, a person, not a text about them."""
    name = {"exact_title": " ".join(asked.keys)} if asked.marked else {"folded_title": " ".join(asked.words)}
    return Q(published_at=None, **name)


def tally(asked: Asked, person: object, at: datetime, narrowed: Narrowed = EVERYTHING) -> Tally:
    """Counts of the reader's own: of what he may see; one query."""
    if not asked:
        return Tally(0, {name: {} for name in FACETS})
    hits = seen(person, at).filter(fulltext.where(every("folded_text", asked.words)))
    rows = list(hits.order_by().values(*FACETS).annotate(times=Count("pk")))
    by: dict[str, Counter[Any]] = {name: Counter() for name in FACETS}
    for row in rows:
        for name in FACETS:
            if row[name] and narrowed.but(name).lets(row):
                by[name][row[name]] += row["times"]
    return Tally(sum(row["times"] for row in rows if narrowed.lets(row)), by)


def seen(person: object, at: datetime) -> QuerySet[Entry]:
    """Entries of things this person may see now, whatever the index remembers."""
    anything = Q()
    for shelf in findable.shelves():
        there = shelf.seen(person, at).order_by().filter(pk=OuterRef("item"))
        anything |= Q(Exists(there), shelf=shelf.key)
    return Entry.objects.filter(anything)


def results(entries: Iterable[Entry], asked: Asked, person: object, at: datetime) -> list[dict[str, Any]]:
    """One page of entries as readers see them now: words come from the live thing, not from the index."""
    entries = list(entries)
    cards = cards_of(entries, person, at)
    shown = [cards[entry.shelf, entry.item] for entry in entries if (entry.shelf, entry.item) in cards]
    return [
        {**card, "marked_title": marked(card["title"], asked), "snippet": snippet(card["text"], asked)}
        for card in shown
    ]


def cards_of(entries: Iterable[Entry], person: object, at: datetime) -> dict[tuple[str, int], dict[str, Any]]:
    """The things behind some entries, by shelf and id."""
    wanted: dict[str, list[int]] = {}
    for entry in entries:
        wanted.setdefault(entry.shelf, []).append(entry.item)
    return {
        (shelf.key, item): card
        for shelf in findable.shelves()
        if shelf.key in wanted
        for item, card in shelf.cards(wanted[shelf.key], person, at).items()
    }


def markings(asked: Asked) -> list[tuple[str, ...]]:
    """How the words asked for without marks are written as a phrase, the commonest first; two queries."""
    if asked.marked or not asked:
        return []
    tried = likely(asked.words, variants(asked.folded))
    if len(tried) < 2 or len(asked.words) == 1:
        return tried[:MARKINGS_RANKED]
    times = zip(fulltext.counts(phrase("exact_text", marks) for marks in tried), tried, strict=True)
    return [marks for count, marks in sorted(times, key=lambda one: -one[0]) if count][:MARKINGS_RANKED]


def variants(folded: Iterable[str]) -> dict[str, list[tuple[str, int]]]:
    """How some words are written, the commonest first: [(exact, count)] by bare word; one query."""
    ways: dict[str, list[tuple[str, int]]] = {}
    for word in Word.objects.filter(folded__in=list(folded)).order_by("-count", "exact"):
        ways.setdefault(word.folded, []).append((word.exact, word.count))
    return {word: written[:VARIANTS] for word, written in ways.items()}
