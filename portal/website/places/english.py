"""The English pages: structure, duties, leaders, contact (NĐ 42/2022), in an English frame."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.kept import kept_page
from portal.news import presenters
from portal.news.models import Section
from portal.news.places import ABOUT, ENGLISH, ENGLISH_FRONT, LEADERS, PLACES
from portal.website.places import leaders
from portal.website.places.shown import english_menu, english_pages, front_languages, intro_of, languages

BY_SLUG = {place.path_en.strip("/").partition("/")[2]: place for place in PLACES if place.path_en}

TEMPLATES = {"contact": "website/places/english_contact.html", LEADERS: "website/places/leaders.html"}


@kept_page()
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What there is in English, and how to reach the school."""
    request.language = ENGLISH  # type: ignore[attr-defined]
    pages = english_pages(request.user, clock.now())
    return render(request, "website/places/english.html", {
        "pages": [{"place": place, "page": page} for place, page in pages], "menu": english_menu(pages, ENGLISH_FRONT),
        "intro": intro_of(page for _, page in pages), "languages": front_languages(pages),
        "vietnamese_url": ABOUT,
    })  # fmt: skip


@kept_page()
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """One English page; there is no empty one: where nothing stands, nothing is."""
    at, place = clock.now(), BY_SLUG.get(slug)
    pages = english_pages(request.user, at)
    article = next((article for there, article in pages if there == place), None)
    if place is None or article is None:
        raise Http404
    if article.section.shape != Section.Shape.PAGES:
        return redirect(presenters.address(article))
    request.language = ENGLISH  # type: ignore[attr-defined]
    shown = presenters.reading(article)
    answer = render(request, TEMPLATES.get(place.key, "news/page.html"), {
        "frame": "english.html", "article": shown, "parts": leaders.parts(shown["body"]) if place.key == LEADERS else [],
        "title": article.title, "place": place, "language": ENGLISH,
        "menu": english_menu(pages, place.path_en), "languages": languages(place, ENGLISH, at),
        "vietnamese_url": place.path,
    })  # fmt: skip
    return presenters.unlisted(answer, shown)
