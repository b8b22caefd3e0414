"""The week in public: of the schedule only what repeats an entry of the confirmed plan, in the plan's words, and what approved
articles announce, in theirs (Điều 14.2, 15.2)."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.clock import ZONE, day_begins
from portal.base.kept import kept_page
from portal.intranet import queries
from portal.intranet.rules import WEEKDAYS, monday_of
from portal.news import presenters
from portal.website.events import announced

WEEKS = 2  # this one and the next
MOST = 60


@kept_page()
@require_safe
def weeks(request: HttpRequest) -> HttpResponse:
    """This week and the next, day by day."""
    at = clock.now()
    first = monday_of(at.astimezone(ZONE).date())
    mondays = [first + timedelta(weeks=number) for number in range(WEEKS)]
    told = [{"monday": one, "sunday": one + timedelta(days=6), "name": queries.week_numbered(one)[1], "days": _days(one, at)}
            for one in mondays]  # fmt: skip
    return render(request, "website/weeks.html", {"weeks": told, "today": at.astimezone(ZONE).date()})


def _days(monday: date, at: Any) -> list[dict[str, Any]]:
    rows: dict[date, list[dict[str, Any]]] = {}
    for one in queries.public_week(monday):
        rows.setdefault(one["day"], []).append({"title": one["title"]})
    since, until = day_begins(monday), day_begins(monday + timedelta(days=7))
    for article in announced(at).filter(hour__gte=since, hour__lt=until).order_by("hour", "pk")[:MOST]:
        hour = article.hour.astimezone(ZONE)
        told = {"title": article.title, "url": presenters.address(article), "hour": hour, "place": article.place}
        rows.setdefault(hour.date(), []).append(told)
    return [{"day": day, "name": WEEKDAYS[day.weekday()], "rows": rows[day]} for day in sorted(rows)]
