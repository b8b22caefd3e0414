"""Which screen answers for which page of the tree; articles have addresses of their own (see urls)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page

from portal.news import views
from portal.news.models import Section, Topic

SCREENS: dict[type[Page], Any] = {
    Section: views.section,
    Topic: views.topic,
}


@hooks.register("before_serve_page")
def answer(page: Page, request: HttpRequest, args: list[Any], kwargs: dict[str, Any]) -> HttpResponse | None:
    """The news room's own screen, for its own pages."""
    screen = SCREENS.get(type(page))
    return screen(request, page) if screen else None
