"""Results in figures as readers open them: drawings with their tables, small groups kept back (Điều 16.1.2; Luật 91/2025)."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.kept import kept_page
from portal.base.previews import Preview, looks_like
from portal.base.sheets import download
from portal.records.models import Outcome
from portal.records.outcomes import queries, rules
from portal.records.outcomes.sheets import public_workbook

PLACE = "/cong-khai/"


@kept_page()
@require_safe
def outcomes(request: HttpRequest) -> HttpResponse:
    """Every term that is up."""
    request.menu_here = PLACE  # type: ignore[attr-defined]
    years: dict[int, list[Outcome]] = {}
    for one in queries.published():
        years.setdefault(one.year, []).append(one)
    told = [
        (rules.year_name(year), [(one, rules.TERMS[rules.Term(one.term)]) for one in pages])
        for year, pages in years.items()
    ]
    return render(request, "records/outcomes.html", {"years": told})


@kept_page()
@require_safe
def outcome(request: HttpRequest, year: int, term: str) -> HttpResponse:
    """One term."""
    found = _up(year, term)
    request.menu_here = PLACE  # type: ignore[attr-defined]
    return render(request, *as_read(found, clock.now()))


@looks_like(Outcome)
def as_read(one: Outcome, at: datetime) -> Preview:
    """A term as readers get it, up or not yet; what they do not get is not in it either."""
    counts, before = one.counted(), queries.before(one)
    context: dict[str, Any] = {"one": one, "judged": rules.charts(counts), "why_hidden": rules.WHY_HIDDEN}
    context["compared"] = rules.beside(one.year, counts, before) if before else []
    return Preview("records/outcome.html", context)


@require_safe
def sheet(request: HttpRequest, year: int, term: str) -> HttpResponse:
    """The same figures as a spreadsheet."""
    return download(public_workbook(_up(year, term).counted()), f"ket-qua-{year}-{rules.Term(term)}.xlsx")


def _up(year: int, term: str) -> Outcome:
    found = queries.shown(year, term)
    if found is None:
        raise Http404
    return found


@require_safe
def item(request: HttpRequest, slug: str) -> HttpResponse:
    """The address of a term in the tree of items: its page."""
    found = Outcome.objects.filter(live=True, slug=slug).first()
    if found is None:
        raise Http404
    return redirect(found.public_address)
