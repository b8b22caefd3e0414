"""The home page, and the home page as somebody is arranging it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.kept import kept_page
from portal.base.refused import refuse_if
from portal.base.text import is_number
from portal.news.queries import Layout, sections_for
from portal.news.rules import PINS, may_arrange_home
from portal.people import offices
from portal.website.front import front
from portal.website.old import moved

MORE = {"notices_url": "/tin-bai/?chi=thong-bao", "photos_url": "/anh/", "latest_url": "/tin-bai/"}


@kept_page()
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The front page; where its query was the address of something at the portal before, the way there (`website.old`)."""
    answer = moved(request) if request.META.get("QUERY_STRING") else None
    return answer or _show(request, front(request.user, clock.now()))


@login_required
@require_safe
@xframe_options_sameorigin
def trial(request: HttpRequest) -> HttpResponse:
    """The home page as any reader would see it under the layout its address names; nothing is kept."""
    at = clock.now()
    refuse_if(may_arrange_home(offices.board(at), request.user.pk or 0))
    public_sections = frozenset(sections_for(None, at).values_list("pk", flat=True))
    layout = asked(request.GET, public_sections)
    request.user = AnonymousUser()
    request.canonical_url = ""  # type: ignore[attr-defined]
    request.menu_here = "/"  # type: ignore[attr-defined]
    answer = _show(request, front(None, at, layout), trial=True)
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex"
    return answer


def asked(given: QueryDict, public_sections: frozenset[int]) -> Layout:
    """The layout an address names: `lead`, up to three `pin`, the sections to `show` in their order; else automatic."""
    lead, pins, shown = (_numbers(given, name) for name in ("lead", "pin", "show"))
    hidden = public_sections - set(shown) if shown else frozenset()
    return Layout(next(iter(lead), None), tuple(dict.fromkeys(pins[:PINS])), tuple(shown), hidden)


def _numbers(given: QueryDict, name: str) -> list[int]:
    return [int(one) for one in given.getlist(name) if is_number(one)]


def _show(request: HttpRequest, parts: dict[str, Any], **more: Any) -> HttpResponse:
    return render(request, "website/home.html", {**parts, **MORE, **more})
