"""The page a point is written on: words, tables, files, at once; files that came stay whatever else is wrong (Điều 12.2, 16.1.2)."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from portal.approval import actions as approval
from portal.approval.queries import latest
from portal.base.refused import Refused, refuse_if
from portal.records.disclosures import actions, queries
from portal.records.disclosures.circulars import circular_of, year_name
from portal.records.disclosures.forms import PointForm, typed
from portal.records.disclosures.queries import Row
from portal.records.disclosures.views import row_of
from portal.records.gate import CHANNEL, Here, for_insiders
from portal.records.handing import Sheet, answer
from portal.records.models import Disclosure


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def edit(request: HttpRequest, here: Here, year: int, slug: str) -> HttpResponse:
    """Write one point, and hand it in where that was the button."""
    row = row_of(year, slug, here)
    refuse_if(queries.may_write(year, row.point.code, here.person, here.at, here.board))
    draft: Disclosure | None = latest(row.page) if row.page is not None else None
    write = partial(actions.write, row.year, row.point.code)
    sheet = Sheet(request, here, draft, PointForm, typed(draft) if draft else {}, begin=write,
                  edit=lambda before, *given, **told: write(*given, **told))  # fmt: skip
    return answer(request, sheet, "disclosure", partial(_onward, request, here, row), row=row, name=year_name(year),
                  law=circular_of(year))  # fmt: skip


def _onward(request: HttpRequest, here: Here, row: Row, kept: Disclosure) -> HttpResponse:
    if "send" not in request.POST:
        messages.success(request, "Đã lưu bản nháp; người ngoài chưa đọc được.")
        return redirect(row.address)
    try:
        approval.submit(kept, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        messages.warning(request, "Đã lưu, nhưng chưa trình được.")
        for one in refused.refusals:
            messages.error(request, str(one))
        return redirect(kept.edit_address())
    messages.success(request, "Đã lưu và trình.")
    return redirect(row.address)
