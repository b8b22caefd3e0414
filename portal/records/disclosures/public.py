"""What the school discloses as readers have it: a school year by code and as the regulation names it, one point, its versions
(Điều 16.1.2; TT 09/2024)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.kept import kept_a_second, kept_page
from portal.records.disclosures import queries
from portal.records.disclosures.circulars import Circular, circular_of, year_name
from portal.records.disclosures.sheets import point_book, year_book
from portal.records.gate import download
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
    """An older version, beside the one in force."""
    page = _point(year, slug)
    asked = next((one for one in page.versions() if one.number == number and not one.sealed), None)
    if asked is None:
        raise Http404
    return _shown(request, page, asked.words, asked)


def _shown(request: HttpRequest, page: Disclosure, text: Disclosure, asked: queries.Version | None) -> HttpResponse:
    request.menu_here = PUBLIC  # type: ignore[attr-defined]
    versions = page.versions()
    first = versions[0]
    return render(request, "records/disclosure_public.html", {
        "page": page, "text": text, "point": page.point, "law": page.law, "name": year_name(page.year), "papers": text.attached(),
        "versions": versions[::-1], "asked": asked if asked is not None and not asked.in_force else None, "first": first,
        "keep_until": queries.terms().keep_until(first.up_at),
        "updated_at": page.case.corrected_at or page.case.published_at,
    })  # fmt: skip


@require_safe
def point_sheet(request: HttpRequest, year: int, slug: str) -> HttpResponse:
    """The tables of one point as a spreadsheet."""
    page = _point(year, slug)
    if not page.tables:
        raise Http404
    return download(point_book(page), f"cong-khai-{year}-{slug}.xlsx")
