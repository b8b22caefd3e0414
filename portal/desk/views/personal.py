"""Answering what the detector found in a text, finding by finding."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from portal.approval import actions as approval
from portal.approval.rules import answer_is_whole
from portal.base.refused import Refused
from portal.desk.personal import Data, shown_data
from portal.desk.queries import Seen
from portal.desk.shown import head
from portal.desk.views.gate import status_of, with_item


@with_item
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, item: Seen) -> HttpResponse:
    """GET: every finding with a field for its reason; POST: keep the reasons that were written, all or none of them."""
    data = shown_data(item)
    if request.method != "POST":
        return _page(request, item, data, status=200)
    keys = [one.found.key for one in data.places] if data else []
    said = {key: request.POST[key] for key in keys if request.POST.get(key, "").strip()}
    try:
        approval.answer_data(item.page, reasons=said, hash=request.POST.get("hash", ""), by=item.person, at=item.at,
                             channel="desk")  # fmt: skip
    except Refused as refused:
        errors = {key: str(refusal) for key, reason in said.items() if (refusal := answer_is_whole(reason)) is not None}
        shown = shown_data(item, {key: request.POST.get(key, "") for key in keys}, errors)
        told = [] if errors else [str(one) for one in refused.refusals]
        return _page(request, item, shown, status=status_of(refused), refused=told)
    messages.success(request, "Đã ghi câu trả lời. Người quyết định đọc được ngay ở bài.")
    return redirect(reverse("desk:review", args=[item.page.pk]))


def _page(
    request: HttpRequest, item: Seen, data: Data | None, *, status: int, refused: list[str] | None = None
) -> HttpResponse:
    context = {"item": head(item), "personal": data, "hash": item.case.hash, "refused": refused or []}
    return render(request, "desk/personal.html", context, status=status)
