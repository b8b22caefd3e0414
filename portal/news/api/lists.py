"""What an article is filed under."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from portal.base import clock
from portal.base.api import Listed, Paging, in_pages
from portal.news.api.shapes import GenreOut, SectionOut
from portal.news.models import Section
from portal.news.queries import sections_for, writable_sections
from portal.news.rules import GENRE_TITLES

router = Router()


@router.get("/sections", response=Listed[SectionOut], summary="Sections the caller may open")
def sections(request: HttpRequest, paging: Query[Paging]) -> Any:
    """Internal ones are listed only to members of the school; `writable` are those the caller may write in."""
    caller, at = request.auth.person, clock.now()  # type: ignore[attr-defined]
    mine = set(writable_sections(caller, at).order_by().values_list("pk", flat=True))
    return in_pages(sections_for(caller, at), paging, lambda page: [_section(one, mine) for one in page])


def _section(one: Section, mine: set[int]) -> dict[str, Any]:
    field = one.field.title if one.field else None
    return {"slug": one.slug, "title": one.title, "field": field, "audience": one.audience, "writable": one.pk in mine}


@router.get("/genres", response=Listed[GenreOut], summary="The seven genres of Điều 12.2, 14.1")
def genres(request: HttpRequest, paging: Query[Paging]) -> Any:
    return in_pages([{"slug": str(genre), "title": title} for genre, title in GENRE_TITLES.items()], paging, list)
