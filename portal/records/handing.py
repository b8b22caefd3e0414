"""A draft that was just kept: left for later, or handed in where that was the button (Điều 14.2)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from portal.approval import actions as approval
from portal.approval.mixins import ApprovedPage
from portal.base.refused import Refused
from portal.records.gate import CHANNEL, Here

WORKS = {
    "document": "văn bản",
    "procedure": "thủ tục",
    "admission": "đợt tuyển sinh",
}  # as its addresses are named, as people call it


def onward(request: HttpRequest, here: Here, kept: ApprovedPage, work: str) -> HttpResponse:
    """Kept; and handed in where that was the button."""
    if "send" in request.POST:
        return hand_in(request, here, kept, work)
    messages.success(request, "Đã lưu bản nháp.")
    return redirect(f"records:{work}_draft", kept.pk)


def hand_in(request: HttpRequest, here: Here, kept: ApprovedPage, work: str) -> HttpResponse:
    """Handed in, and on to its page at the desk; or back to the form with every refusal."""
    try:
        approval.submit(kept, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        messages.warning(request, "Đã lưu, nhưng chưa trình được.")
        for one in refused.refusals:
            messages.error(request, str(one))
        return redirect(f"records:{work}_edit", kept.pk)
    messages.success(request, f"Đã trình. Đường đi và việc duyệt xem ở trang của {WORKS[work]}.")
    return redirect(f"/viec/{kept.pk}/")
