"""A list of articles narrowed by genre and by month, with how many each choice would show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth
from django.http import Http404, QueryDict

from portal.base.clock import ZONE
from portal.base.days import is_far
from portal.news.models import Article
from portal.news.reading.months import Month, month_of
from portal.news.rules import GENRE_TITLES, Genre

NOTICES, PHOTOS = "thong-bao", "anh"
CHOICES: Mapping[str, tuple[str, dict[str, Any]]] = {
    NOTICES: ("Thông báo", {"notice": True}),
    **{
        PHOTOS if genre == Genre.PHOTOS else str(genre): (title, {"genre": genre, "notice": False})
        for genre, title in GENRE_TITLES.items()
    },
}


@dataclass(frozen=True)
class Asked:
    """What of a list was asked for: a kind of item (`chi`), a month (`thang`); empty for everything."""

    kind: str = ""
    month: Month | None = None

    @property
    def title(self) -> str:
        return CHOICES[self.kind][0] if self.kind else ""

    @property
    def query(self) -> str:
        """As an address says it, in one order, for the pager to follow: "chi=anh&thang=2026-11&"."""
        said = {"chi": self.kind, "thang": str(self.month or "")}
        return "".join(f"{urlencode({name: value})}&" for name, value in said.items() if value)

    def of(self, found: QuerySet[Article]) -> QuerySet[Article]:
        """The articles asked for."""
        if self.kind:
            found = found.filter(**CHOICES[self.kind][1])
        return found if self.month is None else found.filter(**self.month.published)


def asked(query: QueryDict) -> Asked:
    """What an address asks for; Http404 for a kind or a month there is not."""
    kind, month = query.get("chi", ""), query.get("thang", "")
    if kind and kind not in CHOICES:
        raise Http404
    return Asked(kind, month_of(month) if month else None)


def chips(found: QuerySet[Article], now: Asked) -> list[dict[str, Any]]:
    """Every kind this list has in the month asked for, all first, the rest in the order of Điều 12.2; one query."""
    rows = Asked(month=now.month).of(found).order_by().values_list("genre", "notice").annotate(how_many=Count("pk"))
    count: dict[str, int] = {}
    for genre, notice, how_many in rows:
        kind = NOTICES if notice else PHOTOS if genre == Genre.PHOTOS else genre
        count[kind] = count.get(kind, 0) + how_many
    if len(count) < 2 and not now.kind:
        return []
    shown = [("", "Tất cả", sum(count.values()))]
    shown += [
        (kind, title, count.get(kind, 0)) for kind, (title, _) in CHOICES.items() if kind in count or kind == now.kind
    ]
    return [
        {"title": title, "count": how_many, "current": kind == now.kind, "query": Asked(kind, now.month).query}
        for kind, title, how_many in shown
    ]  # fmt: skip


def months(found: QuerySet[Article], now: Asked) -> list[dict[str, Any]]:
    """Every month of the kind asked for, newest first; one query."""
    return [
        {"month": month, "count": how_many, "current": month == now.month, "query": Asked(now.kind, month).query}
        for month, how_many in counted(Asked(now.kind).of(found))
    ]


def counted(found: QuerySet[Article]) -> list[tuple[Month, int]]:
    """How many articles each month has that has any, newest first; one query."""
    by_month = found.order_by().annotate(month=TruncMonth("case__published_at", tzinfo=ZONE)).values_list("month")
    rows = by_month.annotate(how_many=Count("pk")).order_by("-month")
    return [(Month(first.year, first.month), how_many) for first, how_many in rows if not is_far(_day(first))]


def _day(at: Any) -> date:
    return date(at.year, at.month, 1)
