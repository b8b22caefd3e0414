"""What somebody may have looked for who came to an address where nothing is: the words of the address, and what they name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from urllib.parse import unquote

from django.db.models import Q

from portal.base.text import slug
from portal.news import presenters
from portal.news.models import Listed
from portal.news.queries import EVER, visible_to

MOST_WORDS, MOST_LETTERS, CANDIDATES, SHOWN = 8, 300, 200, 4
NEWEST = 3000  # articles whose addresses are looked through: a lost reader must cost no more than a found one
_ENDING = re.compile(r"\.[a-z]{2,5}$")
_OF_MACHINES = frozenset((
    "index", "default", "home", "html", "php", "aspx", "asp", "detail", "category", "page", "www", "admin", "wp", "login",
))  # fmt: skip
_EVERYWHERE = frozenset((
    "khong", "co", "va", "cua", "mot", "hai", "ba", "cac", "nhung", "la", "cho", "voi", "trong", "ngay", "tu", "den", "ve",
    "nam", "truong", "hoc", "sinh",
))  # fmt: skip


@dataclass(frozen=True)
class Lost:
    """Words to search for, and a few items whose address shares them; both empty where the address says nothing."""

    words: str = ""
    items: Sequence[presenters.Item] = ()


def looked_for(path: str, person: object, at: datetime) -> Lost:
    """What an address that leads nowhere was about, as far as this person may see; at most two queries."""
    words = words_of(path)
    telling = [word for word in words if word not in _EVERYWHERE]
    if not telling:
        return Lost(" ".join(words))
    recent = Listed.objects.filter(up_at__gt=EVER).order_by("-up_at")[:NEWEST]
    found = visible_to(person, at).filter(pk__in=recent.values("article"))
    named = reduce(or_, (Q(slug__contains=word) for word in telling))
    shared = {pk: len(set(telling) & set(there.split("-")))
              for pk, there in found.filter(named).values_list("pk", "slug")[:CANDIDATES]}  # fmt: skip
    enough = max(2, len(telling) // 2)
    best = sorted((pk for pk in shared if shared[pk] >= enough), key=lambda pk: (-shared[pk], -pk))[:SHOWN]
    chosen = found.filter(pk__in=best).defer("body") if best else []
    cards = {card["id"]: card for card in presenters.cards(chosen, pictures=False)}
    return Lost(" ".join(words), [cards[pk] for pk in best])


def words_of(path: str) -> list[str]:
    """The words of the part of an address that has most of them; numbers and what only machines write left out.

    "/tin-tuc/le-khai-giang/ct/525/1290.html" → le khai giang.
    """
    parts = [_ENDING.sub("", part) for part in unquote(path)[:MOST_LETTERS].lower().split("/")]
    words = [[word for word in slug(part.replace("_", " ")).split("-") if _says(word)] for part in parts if part]
    return max(reversed(words), key=len, default=[])[:MOST_WORDS]


def _says(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word not in _OF_MACHINES
