"""Which screen answers for which page of the tree."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page

from portal.news import views
from portal.news.models import Article, ArticleIndex, Section, Topic

SCREENS: dict[type[Page], Any] = {
    Article: views.article,
    ArticleIndex: views.index,
    Section: views.section,
    Topic: views.topic,
}


@hooks.register("before_serve_page")
def answer(page: Page, request: HttpRequest, args: list[Any], kwargs: dict[str, Any]) -> HttpResponse | None:
    """The news room's own screen, for its own pages."""
    screen = SCREENS.get(type(page))
    return screen(request, page) if screen else None
