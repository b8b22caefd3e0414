"""A list of articles narrowed by genre and by month, with how many each choice would show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404, QueryDict

from portal.base.days import is_far
from portal.news.list_rules import kind_of
from portal.news.models import Article
from portal.news.reading.months import Month, month_of
from portal.news.reading.tallies import Tally
from portal.news.rules import GENRE_TITLES, NOTICE_KIND

CHOICES: Mapping[str, str] = {
    NOTICE_KIND: "Thông báo",
    **{kind_of(genre, notice=False): title for genre, title in GENRE_TITLES.items()},
}


@dataclass(frozen=True)
class Asked:
    """What of a list was asked for: a kind of item (`chi`), a month (`thang`); empty for everything."""

    kind: str = ""
    month: Month | None = None

    @property
    def title(self) -> str:
        return CHOICES[self.kind] if self.kind else ""

    @property
    def query(self) -> str:
        """As an address says it, in one order, for the pager to follow: "chi=anh&thang=2026-11&"."""
        said = {"chi": self.kind, "thang": str(self.month or "")}
        return "".join(f"{urlencode({name: value})}&" for name, value in said.items() if value)

    def of(self, found: QuerySet[Article]) -> QuerySet[Article]:
        """The articles asked for of a list (see `news.queries.listed`)."""
        if self.kind:
            found = found.filter(listed__kind=self.kind)
        return found if self.month is None else found.filter(**self.month.listed)

    def months(self, tally: Tally) -> dict[int, int]:
        """How many of them went up each month."""
        found = tally.months(self.kind)
        return found if self.month is None else {self.month.key: found.get(self.month.key, 0)}


def asked(query: QueryDict) -> Asked:
    """What an address asks for; Http404 for a kind or a month there is not."""
    kind, month = query.get("chi", ""), query.get("thang", "")
    if kind and kind not in CHOICES:
        raise Http404
    return Asked(kind, month_of(month) if month else None)


def chips(tally: Tally, now: Asked) -> list[dict[str, Any]]:
    """Every kind this list has in the month asked for, all first, the rest in the order of Điều 12.2."""
    count = tally.kinds(now.month.key if now.month else None)
    if len(count) < 2 and not now.kind:
        return []
    shown = [("", "Tất cả", sum(count.values()))]
    shown += [(kind, title, count.get(kind, 0)) for kind, title in CHOICES.items() if kind in count or kind == now.kind]
    return [
        {"title": title, "count": how_many, "current": kind == now.kind, "query": Asked(kind, now.month).query}
        for kind, title, how_many in shown
    ]  # fmt: skip


def months(tally: Tally, now: Asked) -> list[dict[str, Any]]:
    """Every month of the kind asked for, newest first."""
    return [
        {"month": month, "count": how_many, "current": month == now.month, "query": Asked(now.kind, month).query}
        for month, how_many in counted(tally, now.kind)
    ]


def counted(tally: Tally, kind: str = "") -> list[tuple[Month, int]]:
    """How many articles each month has that has any, newest first."""
    found = ((Month.of(key), how_many) for key, how_many in tally.months(kind).items())
    return [(month, how_many) for month, how_many in found if not is_far(date(month.year, month.number, 1))]
