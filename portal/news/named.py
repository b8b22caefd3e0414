"""The newest items some people are named under, without reading everything they ever wrote. Door: `news.queries`."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from portal.news.models import Byline, Listed
from portal.news.models.listed import EVER

FEW = 1000


def newest_named(people: Iterable[int] | QuerySet[Any, Any], most: int) -> list[int]:
    """The ids of at most so many public items, newest first; whoever shows them asks who may read them. Two queries, of places
    in lists alone: the lines of these people are gathered where they are few, else looked for in the newest items."""
    lines, places = Byline.objects.filter(person__in=people).order_by(), Listed.objects.filter(public=True)
    many = max(FEW, 40 * most)
    if lines[: many + 1].count() > many:
        places = places.filter(Exists(lines.filter(article=OuterRef("pk"))), up_at__gt=EVER)
    else:
        places = places.filter(article__in=lines.values("article"))
    return list(places.order_by("-up_at", "-article").values_list("article", flat=True)[:most])
