"""What every page's frame shows: the school, the menu, who is signed in, the page's one address."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.encoding import iri_to_uri
from django.utils.functional import SimpleLazyObject

from portal.base.models import School
from portal.base.remembered import Remembered
from portal.files.queries import is_withheld
from portal.news.models import Section
from portal.news.places import ABOUT
from portal.news.presenters import absolute, address
from portal.news.queries import sections_within
from portal.people import offices
from portal.website.look.queries import shown_pictures
from portal.website.look.theme import theme_url
from portal.website.menu import INSIDE, whole_menu
from portal.website.queries import school
from portal.website.sharing import look_of
from portal.website.urgent import urgent

IN_MENU = 7  # what one line holds on a desk; a phone scrolls


def chrome(request: HttpRequest) -> dict[str, Any]:
    """The frame, made only for templates that show it; strangers' parts are remembered while nothing changes."""
    return {"chrome": SimpleLazyObject(lambda: _frame(request))}


def _frame(request: HttpRequest) -> dict[str, Any]:
    person = getattr(request, "user", None)
    signed_in = person if person is not None and person.is_authenticated else None
    at, here = offices.moment(request), getattr(request, "menu_here", request.path)
    found, sections, notices = COMMON.now(at)
    inside = offices.is_insider(signed_in, at, getattr(request, "board_then", None))
    sections = sections if signed_in is None else list(sections_within(inside=inside))
    door = inside or signed_in is None  # strangers sign in there; other accounts find nothing
    return {
        "school": _school(found), "look": look_of(found), "theme_url": theme_url(found),
        "menu": _menu(here, sections, door=door), "whole_menu": whole_menu(here, sections, door=door),
        "person": {"full_name": str(signed_in)} if signed_in else None,
        "today": at, "urgent": notices,
        "language": getattr(request, "language", "vi"),
        "canonical_url": getattr(request, "canonical_url", canonical(request)),
    }  # fmt: skip


def _common(at: datetime) -> tuple[tuple[School | None, list[Section], list[dict[str, Any]]], datetime | None]:
    """What the frame shows every stranger, and when the first urgent notice is over; three queries."""
    notices = urgent(at)
    return (_without_withheld(school()), list(sections_within(inside=False)), notices), min(
        (one["until"] for one in notices), default=None
    )


COMMON = Remembered(_common)


def _without_withheld(found: School | None) -> School | None:
    """A picture at the head of each page in which somebody no longer agrees is not shown (Luật 91/2025, Điều 24)."""
    if found is not None and found.header is not None and is_withheld(found.header):
        found.header = None
    return found


def _school(found: School | None) -> dict[str, str]:
    if found is None:
        return {"name": "Cổng Trường", "initials": "CT", "place": ""}
    return {
        "name": found.name, "initials": found.initials, "place": found.ward, "address": found.address,
        "phone": found.phone, "email": found.email, "domain": found.domain, "hours": found.hours,
        **shown_pictures(found.crest, found.header),
    }  # fmt: skip


def _menu(here: str, sections: list[Section], *, door: bool) -> list[dict[str, Any]]:
    """Home, the school, the first public sections of news (`whole_menu` has them all); the internal layer at the end, apart."""
    within = [address(section) for section in sections if section.audience == Section.Reach.INTERNAL]
    flowing = [section for section in sections if section.shape == Section.Shape.NEWS]
    public = [(section.title, address(section)) for section in flowing if address(section) not in within]
    most = IN_MENU - door - 1
    menu: list[dict[str, Any]] = [
        {"title": title, "url": url, "current": url == here}
        for title, url in [("Trang chủ", "/"), ("Giới thiệu", ABOUT), *public[:most]]
    ]
    if door:
        title, url = INSIDE
        menu.append({"title": title, "url": url, "current": here in within, "aside": True})
    return menu


def canonical(request: HttpRequest) -> str:
    """The one address of this page: the school's domain, the path, and which page of a list."""
    page = request.GET.get("page", "")
    tail = f"?page={page}" if page.isascii() and page.isdigit() and page != "1" else ""
    return absolute(iri_to_uri(request.path)) + tail
