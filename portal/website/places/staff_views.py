"""Units of the school and the pages of its staff (Điều 7, 12.6)."""

from datetime import datetime
from typing import Any

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.kept import kept_page
from portal.base.text import is_number
from portal.news import presenters
from portal.website.places import people
from portal.website.places.named import Named

A_PAGE = 12


@kept_page()
@require_safe
def units(request: HttpRequest) -> HttpResponse:
    rows = [
        {"unit": one, "item": presenters.card(one.newest) if one.newest else None}
        for one in people.units_with_news(clock.now())
    ]
    return render(request, "website/places/units.html", {"rows": rows})


@kept_page("page")
@require_safe
def unit(request: HttpRequest, slug: str) -> HttpResponse:
    at = clock.now()
    found = people.unit(slug, at)
    if found is None:
        raise Http404
    shown, items = found
    return render(request, "website/places/unit.html", {
        "unit": shown, "page_obj": _cards(request, items, at), "whole": items.whole,
        "others": [one for one in people.units(at) if one.slug != slug],
    })  # fmt: skip


@kept_page("page")
@require_safe
def teacher(request: HttpRequest, pk: int) -> HttpResponse:
    at = clock.now()
    found = people.teacher(pk, at) if is_number(str(pk)) else None
    if found is None:
        raise Http404
    cards = _cards(request, found.items, at)
    feed = f"/rss/tac-gia/{pk}/" if cards.paginator.count else ""
    return render(request, "website/places/teacher.html", {
        "teacher": found, "page_obj": cards, "feed_url": feed, "whole": found.items.whole,
    })  # fmt: skip


def _cards(request: HttpRequest, items: Named, at: datetime) -> Any:
    """One page of cards; a page that does not exist is not found."""
    try:
        page: Any = Paginator(items.ids, A_PAGE).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404 from error
    page.object_list = presenters.cards(items.shown(page.start_index() - 1, page.end_index(), at))
    return page
