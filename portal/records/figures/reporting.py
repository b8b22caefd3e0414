"""The annual report on the screen: what it lacks yet, the file, and putting it into its point (TT 09/2024 Đ.14)."""

from typing import Any

from django.contrib import messages
from django.core.files.base import ContentFile
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from portal.approval.queries import latest
from portal.base.clock import ZONE
from portal.base.official.paper import Paper
from portal.base.refused import Refused, refuse_if
from portal.base.sheets import download
from portal.files import actions as files
from portal.records.disclosures import actions as disclosures
from portal.records.disclosures import queries
from portal.records.disclosures.actions import Given
from portal.records.disclosures.circulars import ANNUAL_REPORT, Point, circular_of, year_name
from portal.records.disclosures.papers import MADE, principal, the_school
from portal.records.figures.report import missing, report
from portal.records.gate import CHANNEL, Here, for_insiders
from portal.records.models import Disclosure

Points = dict[str, tuple[Point, Disclosure | None]]


def _points(year: int, here: Here) -> Points:
    """Every point of the year with its page as readers have it."""
    law = circular_of(year)
    if law is None:
        raise Http404
    refuse_if(queries.may_write(year, ANNUAL_REPORT, here.person, here.at, here.board))
    there = {one.code: one for one in queries.up(here.at).filter(year=year)}
    return {point.code: (point, there.get(point.code)) for point in law.points()}


def _paper(year: int, points: Points, here: Here) -> Paper:
    return report(year, points, the_school(), principal(here), here.at.astimezone(ZONE).date())


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def annual(request: HttpRequest, here: Here, year: int) -> HttpResponse:
    """What the report would have; POST makes it and puts it into its point, to be handed in there."""
    points = _points(year, here)
    refused: list[str] = []
    if request.method == "POST":
        try:
            _put(year, points, here)
        except Refused as fault:
            refused = [str(one) for one in fault.refusals]
        else:
            messages.success(request, "Đã lập báo cáo và đưa vào mục 14. Thầy/cô xem lại rồi trình.")
            return redirect(f"/noi-bo/cong-khai/{year}/{ANNUAL_REPORT}/")
    lacking = [points[code][0] for code in missing(points)]
    context: dict[str, Any] = {"year": year, "name": year_name(year), "lacking": lacking, "refused": refused}
    return render(request, "records/annual_report.html", context, status=422 if refused else 200)


@transaction.atomic
def _put(year: int, points: Points, here: Here) -> None:
    """The report as a PDF among the files of its point, in place of one made before. Raises Refused (403, 409, 422)."""
    title = f"Báo cáo thường niên năm {year}"
    make, _ = MADE["pdf"]
    told: dict[str, Any] = {"by": here.person, "at": here.at, "channel": CHANNEL}
    made = files.store_attachment(
        ContentFile(make(_paper(year, points, here)), f"bao-cao-{year}.pdf"), title=title, **told
    )
    page = Disclosure.objects.filter(year=year, code=ANNUAL_REPORT).first()
    before: Disclosure | None = latest(page) if page is not None else None
    kept = [one for one in before.attached() if one.title != title] if before is not None else []
    given = Given(before.words, before.tables, before.change) if before is not None else Given()
    disclosures.write(year, ANNUAL_REPORT, given, [made, *kept], **told)


@require_safe
@for_insiders
def file(request: HttpRequest, here: Here, year: int, kind: str) -> HttpResponse:
    """The report as it would be now."""
    make, content_type = MADE[kind]
    return download(make(_paper(year, _points(year, here), here)), f"bao-cao-thuong-nien-{year}.{kind}", content_type)
