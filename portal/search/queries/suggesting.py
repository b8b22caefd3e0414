"""Suggestions while somebody types: titles this reader may open, never others."""

from datetime import datetime
from typing import Any

from django.db.models import F

from portal.search.queries import fulltext
from portal.search.queries.finding import cards_of, seen
from portal.search.rules import asked, begun, marked, phrase
from portal.search.rules.asking import Sought

MOST = 5
FROM_LETTERS = 2


def suggested(query: str, person: object, at: datetime) -> list[dict[str, Any]]:
    """Titles that have these words, the last one perhaps not yet typed to its end; the newest first, typed marks before."""
    words = asked(query)
    if len("".join(words.words)) < FROM_LETTERS:
        return []
    tiers: list[tuple[Sought, ...]] = [(begun("exact_title", words.keys),)] if words.marked else []
    tiers.append((phrase("folded_title", words.words),))
    hits = seen(person, at).filter(fulltext.where(begun("folded_title", words.words)))
    hits = hits.annotate(place=fulltext.place(tiers)).only("shelf", "item")
    entries = list(hits.order_by("place", F("published_at").desc(nulls_last=True), "-item")[:MOST])
    cards = cards_of(entries, person, at)
    shown = [cards[entry.shelf, entry.item] for entry in entries if (entry.shelf, entry.item) in cards]
    return [{**card, "marked_title": marked(card["title"], words)} for card in shown]
