"""The public items some people are named under, as their pages list them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from portal.news.models import Article
from portal.news.queries import for_cards, newest_named, news_of

MOST = 120  # ten pages; older ones are found by search and in the archive


@dataclass(frozen=True)
class Named:
    """Ids of the newest of them, newest first, and whether these are all."""

    ids: Sequence[int]
    whole: bool

    def shown(self, first: int, last: int, at: datetime) -> list[Article]:
        """Some of them in their order, as far as they can still be read; one query."""
        wanted = self.ids[first:last]
        found = {one.pk: one for one in for_cards(news_of(None, at)).filter(pk__in=wanted)}
        return [found[pk] for pk in wanted if pk in found]


def named(people: Collection[int], at: datetime, most: int = MOST) -> Named:
    """What these people are named under and everybody may read; three queries."""
    ids = newest_named(people, most + 1)
    open_to_all = frozenset(news_of(None, at).filter(pk__in=ids).values_list("pk", flat=True))
    return Named([pk for pk in ids[:most] if pk in open_to_all], len(ids) <= most)
