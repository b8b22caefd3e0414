"""How to hear of news and events without an account: every feed and the calendar on one page, for people."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.kept import kept_page
from portal.base.sharing import absolute
from portal.news.models import Section
from portal.news.queries import sections_for, topics

CALENDAR = "/lich.ics"


@kept_page()
@require_safe
def follow(request: HttpRequest) -> HttpResponse:
    """The same for whoever asks; internal sections have no feed."""
    sections = sections_for(None, clock.now()).filter(shape=Section.Shape.NEWS)
    calendar = absolute(CALENDAR)
    return render(request, "website/follow.html", {
        "calendar": calendar, "subscribe": f"webcal://{urlsplit(calendar).netloc}{CALENDAR}",
        "groups": [
            {"title": "Cả trường", "rows": [_row("Mọi tin, bài mới", "")]},
            {"title": "Từng chuyên mục", "rows": [_row(one.title, f"{one.slug}/") for one in sections]},
            {"title": "Từng chuyên đề", "rows": [_row(one.title, f"chuyen-de/{one.slug}/") for one in topics()]},
        ],
    })  # fmt: skip


def _row(title: str, tail: str) -> dict[str, str]:
    return {"title": title, "rss": f"/rss/{tail}", "atom": f"/atom/{tail}"}
