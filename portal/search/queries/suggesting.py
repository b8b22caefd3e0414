"""Suggestions while somebody types: titles this reader may open, never others."""

from datetime import datetime
from itertools import islice
from typing import Any

from portal.search.queries import fulltext
from portal.search.queries.rights import Seen, cards_of, in_turn
from portal.search.rules import Tier, asked, begun, marked, phrase

MOST = 5
FROM_LETTERS = 2
AT_ONCE = 8  # titles whose rooms are asked at once: a few more than are shown


def suggested(query: str, person: object, at: datetime) -> list[dict[str, Any]]:
    """Titles that have these words, the last one perhaps not yet typed to its end; the newest first, typed marks before."""
    words = asked(query)
    if len("".join(words.words)) < FROM_LETTERS:
        return []
    tiers: list[Tier] = [(begun("exact_title", words.keys),)] if words.marked else []
    tiers += [(phrase("folded_title", words.words),), (begun("folded_title", words.words),)]
    reading = fulltext.Reading()
    numbers = (number for tier in tiers for lump in reading.newest(tier, first=AT_ONCE) for number in lump)
    entries = list(islice(in_turn(numbers, Seen(person, at), AT_ONCE), MOST))
    cards = cards_of(entries, person, at)
    shown = [cards[entry.shelf, entry.item] for entry in entries if (entry.shelf, entry.item) in cards]
    return [{**card, "marked_title": marked(card["title"], words)} for card in shown]
