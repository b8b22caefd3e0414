"""The page a point is written on: words, tables, files, at once; files that came stay whatever else is wrong (Điều 12.2, 16.1.2)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from portal.approval import actions as approval
from portal.approval.queries import hash_of, latest
from portal.base.refused import STATUS, Refused, refuse_if
from portal.files.mixins import carried, found
from portal.records.disclosures import actions, queries
from portal.records.disclosures.circulars import circular_of, year_name
from portal.records.disclosures.forms import PointForm, typed
from portal.records.disclosures.queries import Row
from portal.records.disclosures.views import row_of
from portal.records.gate import CHANNEL, Here, for_insiders
from portal.records.models import Disclosure


class Sheet:
    """The form with its files: those that come are kept at once."""

    def __init__(self, request: HttpRequest, here: Here, row: Row) -> None:
        self.here, self.row = here, row
        self.draft: Disclosure | None = latest(row.page) if row.page is not None else None
        sent = request.method == "POST"
        self.form = (
            PointForm(request.POST, request.FILES)
            if sent
            else PointForm(initial=typed(self.draft) if self.draft else {})
        )
        before = self.draft.papers if self.draft else []
        self.papers, self.unread = (
            carried(request, before, by=here.person, at=here.at, channel=CHANNEL) if sent else (found(before), [])
        )
        self.based_on = request.POST.get("based_on", "") if sent else (hash_of(self.draft) if self.draft else "")

    def keep(self) -> Disclosure | None:
        """Write it down; None where something is wrong, said at its field. The refusals of verbs are the caller's."""
        if not self.form.is_valid() or self.unread:
            for one in self.unread:
                self.form.add_error("files", one)
            return None
        row, here = self.row, self.here
        return actions.write(row.year, row.point.code, self.form.given(), self.papers, by=here.person, at=here.at, channel=CHANNEL,
                             based_on=self.based_on or None)  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def edit(request: HttpRequest, here: Here, year: int, slug: str) -> HttpResponse:
    """Write one point, and hand it in where that was the button."""
    row = row_of(year, slug, here)
    refuse_if(queries.may_write(year, row.point.code, here.person, here.at, here.board))
    sheet, status = Sheet(request, here, row), 200
    if request.method == "POST":
        try:
            kept, status = sheet.keep(), 422
            if kept is not None:
                return _onward(request, here, row, kept)
        except Refused as refused:
            sheet.form.refuse(refused)
            status = STATUS[refused.ground]
    context = {"row": row, "sheet": sheet, "form": sheet.form, "name": year_name(year), "law": circular_of(year)}
    return render(request, "records/disclosure_edit.html", context, status=status)


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
