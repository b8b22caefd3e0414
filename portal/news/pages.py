"""Pages that stand still, and the shelf they stand on: sections whose shape is "pages" (TT 37/2020 Đ.9)."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from portal.news import presenters
from portal.news.models import Article, Section
from portal.news.places import ENGLISH
from portal.news.queries import on_shelf, place_addresses


def show(request: HttpRequest, page: Article, at: datetime) -> HttpResponse:
    """A page where it stands; one that has no place, on its own address beside its neighbours."""
    address = place_addresses([page.pk]).get(page.pk)
    if address:
        return redirect(address)
    section = page.section
    near = on_shelf(section, request.user, at)
    request.menu_here = presenters.address(section)  # type: ignore[attr-defined]
    shown = presenters.reading(page)
    answer = _render(request, section, "news/page.html", {
        "article": shown, "title": page.title, "way": [{"title": section.title, "url": presenters.address(section)}],
        "beside_title": section.title,
        "beside": [{"title": one.title, "url": presenters.address(one), "current": one == page} for one in near],
    })  # fmt: skip
    return presenters.unlisted(answer, shown)


def shelf(request: HttpRequest, section: Section, at: datetime) -> HttpResponse:
    """A section of pages: all of them, in their set order."""
    pages = on_shelf(section, request.user, at)
    pictures, standing = presenters.pictures_of(pages), place_addresses([page.pk for page in pages])
    items = [presenters.card(page, pictures.get(page.pk)) for page in pages]
    for item in items:
        item["url"] = standing.get(item["id"], item["url"])
    return _render(request, section, "news/shelf.html", {"section": section, "items": items})


def _render(request: HttpRequest, section: Section, template: str, context: dict[str, object]) -> HttpResponse:
    """In the section's own language and frame."""
    if section.language == ENGLISH:
        request.language = ENGLISH  # type: ignore[attr-defined]
        context["frame"] = "english.html"
    return render(request, template, context | {"language": section.language})
