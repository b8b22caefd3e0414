"""What the school discloses as readers have it: a school year by code and as the regulation names it, one point, its versions
(Điều 16.1.2; TT 09/2024)."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.kept import kept_a_second, kept_page
from portal.base.previews import Preview, looks_like
from portal.base.sheets import download
from portal.people import offices
from portal.people.models import Person
from portal.records.disclosures import queries
from portal.records.disclosures.amended_rules import WHY_CARRIED, WHY_FILES, WHY_NEWER, of_pupils
from portal.records.disclosures.circulars import Circular, circular_of, year_name
from portal.records.disclosures.sheets import point_book, year_book
from portal.records.disclosures.shown import as_read, files_are_shut
from portal.records.models import Disclosure

PUBLIC = "/cong-khai/"


def _year(year: int) -> tuple[Circular, dict[str, queries.Open]]:
    found = queries.public_year(year, clock.now())
    if found is None or not any(one.page for one in found[1].values()):
        raise Http404
    return found


@kept_page()
@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    """A school year: every point its circular asks, and the same as the school's regulation names them."""
    law, points = _year(year)
    request.menu_here = PUBLIC  # type: ignore[attr-defined]
    return render(request, "records/disclosures_year.html", {
        "year": year, "name": year_name(year), "law": law,
        "years": [(one, year_name(one)) for one, _, _ in queries.public_years(clock.now())],
        "groups": queries.groups_of(law, points),
        "views": [(view, [points[code] for code in view.codes]) for view in law.views],
        "count": sum(one.page is not None for one in points.values()), "total": len(points),
    })  # fmt: skip


@require_safe
def year_sheet(request: HttpRequest, year: int) -> HttpResponse:
    """The same as a spreadsheet."""
    _, points = _year(year)
    return download(year_book(request, year, points.values()), f"cong-khai-{year}.xlsx")


def _point(year: int, slug: str) -> Disclosure:
    law = circular_of(year)
    code = next((point.code for point in law.points() if point.slug == slug), "") if law else ""
    found: Disclosure = get_object_or_404(queries.up(clock.now()).select_related("case"), year=year, code=code)
    return found


@kept_page()
@require_safe
def point(request: HttpRequest, year: int, slug: str) -> HttpResponse:
    """One point, with the proof of its first publication and every version that may be read."""
    page = _point(year, slug)
    return _shown(request, page, page, None)


@require_safe
@kept_a_second
def version(request: HttpRequest, year: int, slug: str, number: int) -> HttpResponse:
    """An older version, beside the one in force; of pupils' figures its tables and files are for the staff alone (R-DISC-19)."""
    page = _point(year, slug)
    asked = next((one for one in page.versions() if one.number == number and not one.sealed), None)
    if asked is None:
        raise Http404
    answer = _shown(request, page, asked.words, asked)
    if _is_staff(request) and of_pupils(page.code):
        answer["Cache-Control"] = "private, no-store"
    return answer


def _is_staff(request: HttpRequest) -> bool:
    return isinstance(request.user, Person) and offices.is_insider(request.user, clock.now())


def _shown(request: HttpRequest, page: Disclosure, text: Disclosure, asked: queries.Version | None) -> HttpResponse:
    """`text` is a version as it was approved; what this reader has of it is shown, and why it is less."""
    request.menu_here = PUBLIC  # type: ignore[attr-defined]
    versions = page.versions()
    older = asked if asked is not None and not asked.in_force else None
    staff = older is not None and _is_staff(request)
    read, papers = as_read(text, newer=older is not None, staff=staff), text.attached()
    stale = bool(papers) and older is None and not _is_staff(request) and files_are_shut(page)
    shut = [] if staff or not of_pupils(page.code) else [one for one in papers if stale or one.pk not in page.papers]
    is_less = len(read.tables) < len(text.tables) or read.words != text.words
    why = (WHY_NEWER if is_less or shut else "") if older else WHY_CARRIED if is_less else WHY_FILES if shut else ""
    return render(request, "records/disclosure_public.html", {
        "page": page, "text": read, "point": page.point, "law": page.law, "name": year_name(page.year),
        "papers": [one for one in papers if one not in shut], "shut": shut,
        "why_less": why,
        "versions": versions[::-1], "asked": older, "first": versions[0],
        "keep_until": queries.terms().keep_until(versions[0].up_at),
        "updated_at": page.case.corrected_at or page.case.published_at,
    })  # fmt: skip


@looks_like(Disclosure)
def preview(text: Disclosure, at: datetime) -> Preview:
    """A point as readers would get its newest text, beside the versions that were up before it."""
    versions = text.versions()
    first = versions[0] if versions else None
    return Preview("records/disclosure_public.html", {
        "page": text, "text": as_read(text), "point": text.point, "law": text.law, "name": year_name(text.year),
        "papers": text.attached(), "versions": versions[::-1], "first": first, "updated_at": at,
        "keep_until": queries.terms().keep_until(first.up_at if first else at),
    })  # fmt: skip


@require_safe
def point_sheet(request: HttpRequest, year: int, slug: str) -> HttpResponse:
    """The tables of one point as a spreadsheet."""
    page = as_read(_point(year, slug))
    if not page.tables:
        raise Http404
    return download(point_book(page), f"cong-khai-{year}-{slug}.xlsx")
