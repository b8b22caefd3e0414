"""A week on paper: to print from the screen, and as files."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from portal.intranet.gate import Here, for_insiders
from portal.intranet.rooms import page
from portal.intranet.week import queries
from portal.intranet.week.paper.laid import HEAD, Laid
from portal.intranet.week.paper.made import MADE, laid_out


@require_safe
@for_insiders
def paper(request: HttpRequest, here: Here, monday: date) -> HttpResponse:
    """The print view, A4 across."""
    return page(request, "intranet/week_print.html", {"paper": _paper(here, monday), "head": HEAD, "monday": monday})


@require_safe
@for_insiders
def file(request: HttpRequest, here: Here, monday: date, kind: str) -> HttpResponse:
    """The same as a file: pdf, xlsx or docx."""
    if kind not in MADE:
        raise Http404
    make, told = MADE[kind]
    answer = HttpResponse(make(_paper(here, monday)), content_type=told)
    name = f"lich-cong-tac-{monday}.{kind}"
    answer["Content-Disposition"] = content_disposition_header(kind != "pdf", name) or ""
    return answer


def _paper(here: Here, monday: date) -> Laid:
    """A posted week for all of the staff; one that is not yet, for those who post, marked as what it is."""
    sheet = queries.sheet(monday, here.at)
    if sheet is None or (sheet.posted_at is None and not queries.may_post(here.board, here.person, here.at)):
        raise Http404
    return laid_out(sheet)
