"""What flows in the news, for the first page inside: the rooms below do not know each other. What was approved for everybody
stands there at once, the very same text and no copy of it (Điều 15.1)."""

from functools import cache
from typing import Any

from django.db.models import Q
from django.http import HttpRequest

from portal.news import presenters
from portal.news.models import Section
from portal.news.queries import for_cards, news_of
from portal.people import offices

MOST = 4
INTERNAL = Section.Reach.INTERNAL
Cards = list[dict[str, Any]]


def inside(request: HttpRequest) -> dict[str, Any]:
    """The newest of the internal sections, and of what anybody reads; asked of the database when a page shows it."""

    @cache
    def newest() -> dict[str, Cards]:
        person, at, board = getattr(request, "user", None), offices.moment(request), offices.board_of(request)
        if not offices.is_insider(person, at, board):
            return {"within": [], "outside": []}
        own = news_of(person, at, board).filter(Q(audience=INTERNAL) | Q(section__audience=INTERNAL))
        found = [presenters.cards(for_cards(rows)[:MOST], pictures=False) for rows in (own, news_of(None, at))]
        return dict(zip(("within", "outside"), found, strict=True))

    return {"inside_news": newest}
