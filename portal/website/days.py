"""What approved items announce for today and the days to come."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from portal.base.clock import day_begins
from portal.news import presenters
from portal.news.models import Article
from portal.news.queries import with_hours_since

MOST, A_DAY, AHEAD = 40, 12, 6
MIDNIGHT = time.min


@dataclass(frozen=True)
class Announced:
    """One event: the hour people come, the hour it is over where one was given."""

    begins: datetime
    ends: datetime | None
    article: Article

    def shown(self) -> dict[str, Any]:
        """As a row: a stamp, a title, hour and place. An hour nobody set is not shown."""
        last = self.ends if self.ends and self.ends.date() > self.begins.date() else None
        return {
            "published_at": self.begins, "title": self.article.title, "url": presenters.address(self.article),
            "hour": "" if self.begins.time() == MIDNIGHT else f"{self.begins:%H:%M}", "last": last,
            "place": self.article.place, "source_name": self.article.source_name,
            "advertiser_name": self.article.advertiser_name,
        }  # fmt: skip


def coming(visible: QuerySet[Article], at: datetime) -> list[Announced]:
    """Events of today, those of other days that go on today, and the next ones, by the hour; one query."""
    day = day_begins(at.date())
    named = visible.filter(pk__in=with_hours_since(day).values("pk")).defer("body")
    hour = named.annotate(hour=Coalesce("opening_at", "event_start"))
    found = hour.filter(Q(hour__gte=day) | Q(hour__lt=day, event_end__gt=day)).order_by("hour", "pk")
    return [Announced(_here(one.hour, at), _here(one.event_end, at), one) for one in found[:MOST]]


def _here(hour: datetime | None, at: datetime) -> Any:
    return hour.astimezone(at.tzinfo) if hour else None


def today(announced: list[Announced], at: datetime) -> list[dict[str, Any]]:
    """The entries of today by the hour; what began on another day and goes on stands first."""
    tomorrow = day_begins(at.date() + timedelta(days=1))
    return [_entry(one, at) for one in announced if one.begins < tomorrow][:A_DAY]


def _entry(one: Announced, at: datetime) -> dict[str, Any]:
    from_before = one.begins.date() < at.date()
    timed = not from_before and one.begins.time() != MIDNIGHT
    until = one.ends if one.ends is not None and one.ends.date() > at.date() else None
    return {
        "time": f"{one.begins:%H:%M}" if timed else "Cả ngày", "title": one.article.title,
        "url": presenters.address(one.article), "until": until,
        "note": ". ".join(filter(None, (one.article.place, presenters.origin(one.article)))),
        "now": one.ends is not None and one.begins <= at < one.ends,
        "over": one.ends is not None and one.ends <= at,
    }  # fmt: skip
