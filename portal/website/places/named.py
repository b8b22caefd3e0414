"""The public items some people are named under, without reading everything they ever wrote."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef

from portal.news.models import Article, Byline, Listed
from portal.news.queries import EVER, news_of

MOST = 120  # ten pages; older ones are found by search and in the archive
MANY = 5000  # lines from which on it is quicker to look at the newest items for these names than the other way round


@dataclass(frozen=True)
class Named:
    """Ids of the newest of them, newest first, and whether these are all."""

    ids: Sequence[int]
    whole: bool

    def shown(self, first: int, last: int, at: datetime) -> list[Article]:
        """Some of them in their order, as far as they can still be read; one query."""
        wanted = self.ids[first:last]
        found = {one.pk: one for one in news_of(None, at).filter(pk__in=wanted)}
        return [found[pk] for pk in wanted if pk in found]


def named(people: Collection[int], at: datetime, most: int = MOST) -> Named:
    """What these people are named under; three queries, the first two of which look at places in lists alone."""
    lines, places = Byline.objects.filter(person__in=people).order_by(), Listed.objects.filter(public=True)
    if lines[: MANY + 1].count() > MANY:
        places = places.filter(Exists(lines.filter(article=OuterRef("pk"))), up_at__gt=EVER)
    else:
        places = places.filter(article__in=lines.values("article"))
    ids = list(places.order_by("-up_at", "-article").values_list("article", flat=True)[: most + 1])
    open_to_all = frozenset(news_of(None, at).filter(pk__in=ids).values_list("pk", flat=True))
    return Named([pk for pk in ids[:most] if pk in open_to_all], len(ids) <= most)
