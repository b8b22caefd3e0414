"""Documents as readers open them: one page each, the list as a spreadsheet (NĐ 42/2022)."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.kept import kept_page
from portal.base.previews import Preview, looks_like
from portal.base.sheets import download
from portal.records.documents import queries
from portal.records.documents.forms import wanted
from portal.records.documents.reading import scans_marked
from portal.records.documents.sheets import documents_book
from portal.records.models import Document
from portal.records.models.documents import facts_of

PUBLIC = "/van-ban/"


@kept_page()
@require_safe
def document(request: HttpRequest, year: int, slug: str) -> HttpResponse:
    """One document: what it is, whether it binds, what replaced it, its files."""
    found = queries.at_address(year, slug)
    if found is None:
        raise Http404
    request.menu_here = PUBLIC  # type: ignore[attr-defined]
    return render(request, *as_read(found, clock.now()))


@looks_like(Document)
def as_read(one: Document, at: datetime) -> Preview:
    """A document as readers get it, up or not yet."""
    return Preview("records/document.html", {
        "one": one, "told": queries.told([one], queries.today(at))[0], "papers": scans_marked(one.attached()),
        "facts": [(name, value) for name, value in facts_of(one) if value], "way": [{"title": "Văn bản", "url": PUBLIC}],
    })  # fmt: skip


@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """The list as it is narrowed, as a spreadsheet."""
    at = clock.now()
    found = queries.listed(wanted(request.GET)).select_related("field")[: queries.MOST_LINES]
    told = queries.told(found, queries.today(at))
    return download(documents_book(told, request.build_absolute_uri), f"van-ban-{queries.today(at):%Y-%m-%d}.xlsx")
