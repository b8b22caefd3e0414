"""What readers open in the places that stand still (TT 37/2020 Đ.9)."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.kept import kept_page
from portal.files.models import Picture
from portal.intranet import queries as intranet
from portal.news import presenters
from portal.news.models import Article, Section
from portal.news.places import ABOUT, BY_KEY, LEADERS, PLACES, Place
from portal.news.queries import standings
from portal.records import queries as records
from portal.website.places import leaders, people
from portal.website.places.shown import (
    GROUP_TITLES,
    beside,
    english_pages,
    front_languages,
    group_of,
    intro_of,
    page_context,
    way_to,
)
from portal.website.places.words import EMPTY, HOURS_MISSING, INTROS, SEASONS_BELOW
from portal.website.queries import roster, school

FIXED_ABOUT = {place.path: place.key for place in PLACES if place.path.startswith(ABOUT) and not place.many}


@kept_page()
@require_safe
def place(request: HttpRequest, key: str, template: str = "news/page.html", **more: Any) -> HttpResponse:
    """The one page of a place, or the honest word that there is none yet."""
    at, here = clock.now(), BY_KEY[key]
    found = standings(group_of(key), request.user, at)
    if not found[key]:
        return render(request, template, {**_without(here, found), **more})
    article = found[key][0]
    if article.section.shape != Section.Shape.PAGES:
        return redirect(presenters.address(article))
    context = {**page_context(article, here, found, "vi", at), **more}
    if key == LEADERS:
        template, context["parts"] = "website/places/leaders.html", leaders.parts(context["article"]["body"])
    return presenters.unlisted(render(request, template, context), context["article"])


@kept_page()
@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    """How to reach the school: its own data, who answers for this portal, and the approved page with map and hours."""
    answers = [row for row in roster(clock.now()) if row["office"] == "Thư ký"]
    more = {"page_type": "ContactPage", "kind": "school", "answers": answers, "map_query": _where()}
    return place(request, "contact", "website/places/contact.html", **more)


@kept_page()
@require_safe
def timetable(request: HttpRequest) -> HttpResponse:
    """Every class of the timetable in force, the reader's own first, over the approved page that stands in the place."""
    at = clock.now()
    shown = intranet.timetable_for_families(at)
    if shown["version"] is None:
        return place(request, "timetable")
    more = {"families": shown, "own": intranet.own_classes(request.user, at), "empty": HOURS_MISSING}
    return _over(request, "timetable", "website/places/timetable.html", more)


def _over(request: HttpRequest, key: str, template: str, more: dict[str, Any]) -> HttpResponse:
    """What a room shows in a place, over the approved page that stands there, or beside the way to it."""
    answer = place(request, key, template, **more)
    if answer.status_code == 200:
        return answer
    here = BY_KEY[key]  # an article stands there that is read at its own address: what the room shows stays here
    context = {
        **_without(here, standings(group_of(key), request.user, clock.now())),
        **more,
        "elsewhere": answer["Location"],
    }
    return render(request, template, context)


@kept_page()
@require_safe
def admissions(request: HttpRequest) -> HttpResponse:
    """The seasons of admissions that are up, over the approved page that stands in the place. Hours are told, not whether they have
    come: that each season's own page says, which no memory keeps."""
    found = records.admission_seasons()
    if not found:
        return place(request, "admissions")
    return _over(request, "admissions", "website/places/admissions.html", {"seasons": found, "empty": SEASONS_BELOW})


@kept_page()
@require_safe
def listing(request: HttpRequest, key: str) -> HttpResponse:
    """Every page of a place, in its order."""
    return _listed(request, key, "website/places/listing.html")


def _listed(request: HttpRequest, key: str, template: str, **more: Any) -> HttpResponse:
    at, here = clock.now(), BY_KEY[key]
    found = standings(group_of(key), request.user, at)
    pages = found[key]
    pictures = presenters.pictures_of(pages)
    items = [
        presenters.card(page, pictures.get(page.pk)) | {"url": _address(here, page), "section_title": ""}
        for page in pages
    ]
    return render(request, template, {
        "place": here, "items": items, "beside": beside(here, found, "vi"), "intro": INTROS.get(key, ""),
        "empty": EMPTY.get(key, ""), "beside_title": "Hồ sơ của trường", **more,
    })  # fmt: skip


@kept_page(*records.DOCUMENT_NAMES)
@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    """The documents that are up, over the approved pages that stand in the place."""
    found = records.documents_for_readers(request.GET, clock.now())
    return _listed(request, "documents", "website/places/documents.html", documents=found)


@kept_page()
@require_safe
def disclosures(request: HttpRequest) -> HttpResponse:
    """The school years disclosed, the newest with its points, over the approved pages that stand in the place."""
    return _listed(request, "disclosures", "website/places/disclosures.html", **records.disclosures_front(clock.now()))


@kept_page()
@require_safe
def item(request: HttpRequest, key: str, slug: str) -> HttpResponse:
    """One page of a place where several stand."""
    at, here = clock.now(), BY_KEY[key]
    found = standings(group_of(key), request.user, at)
    article = next((page for page in found[key] if page.slug == slug), None)
    if article is None:
        raise Http404
    if article.section.shape != Section.Shape.PAGES:
        return redirect(presenters.address(article))
    context = page_context(article, here, found, "vi", at)
    return presenters.unlisted(render(request, "news/page.html", context), context["article"])


@kept_page()
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """The school in one page: the fields TT 37/2020 Đ.9.1 lists, who leads it, its units."""
    at = clock.now()
    found = standings(group_of("about-more"), request.user, at)
    pictures = presenters.pictures_of(page for pages in found.values() for page in pages)
    chapters = [chapter for key, pages in found.items() for chapter in _chapters(BY_KEY[key], pages, pictures)]
    return render(request, "website/places/about.html", {
        "chapters": chapters, "leaders": people.school_leaders(at), "units": people.units(at),
        "intro": intro_of(page for pages in found.values() for page in pages),
        "languages": front_languages(english_pages(None, at)),
    })  # fmt: skip


@kept_page()
@require_safe
def about_page(request: HttpRequest, slug: str) -> HttpResponse:
    """A field of the introduction by its fixed address, or another page about the school by its own name."""
    request.menu_here = ABOUT  # type: ignore[attr-defined]
    key = FIXED_ABOUT.get(f"{ABOUT}{slug}/")
    return place(request, key) if key else item(request, "about-more", slug)


def _chapters(there: Place, pages: list[Article], pictures: Mapping[int, Picture]) -> list[dict[str, Any]]:
    """The pages of one place as the introduction lists them; a field TT 37/2020 names and nobody wrote yet is named too."""
    if not pages and not there.many:
        return [{"place": there, "item": None}]
    items = [presenters.card(page, pictures.get(page.pk)) | {"url": _address(there, page)} for page in pages]
    return [{"place": there, "item": one} for one in items]


def _address(there: Place, page: Article) -> str:
    return there.address_of(page.slug) if page.section.shape == Section.Shape.PAGES else presenters.address(page)


def _without(here: Place, found: Mapping[str, list[Article]]) -> dict[str, Any]:
    return {
        "article": None, "title": here.title, "place": here, "way": way_to(here), "beside": beside(here, found, "vi"),
        "beside_title": GROUP_TITLES.get(group_of(here.key)[0], ""), "empty": EMPTY.get(here.key, ""), "language": "vi",
    }  # fmt: skip


def _where() -> str:
    found = school()
    return ", ".join(filter(None, (found.name, found.address))) if found else ""
