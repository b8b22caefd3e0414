"""The Principal's two taps: who is acting Head, until when, under which number (Điều 7)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from portal.base.clock import day_begins
from portal.base.text import one_line
from portal.people import actions, rules
from portal.people.forms import ActingHeadForm
from portal.people.models import Decision
from portal.people.rules import Change, Office
from portal.people.views.screen import Ask, Here, answered, confirmation, screen, sent

SUBJECT = "Giao phụ trách Ban biên tập Cổng thông tin điện tử"


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_appoint)
def acting_head(request: HttpRequest, here: Here) -> HttpResponse:
    """Everything but the number is filled in; a number already written down means that paper."""
    deputies = sorted(here.board.deputies - here.board.away)
    first = {"person": request.GET.get("nguoi") or next(iter(deputies), None), "until": request.GET.get("den", "")}
    form = ActingHeadForm(sent(request), at=here.at, initial=first)
    if answer := answered(request, form, lambda data: _name(here, data),
                          "Đã giao phụ trách Ban. Đến giờ ghi, người ấy có đủ quyền Trưởng ban.", "overview"):  # fmt: skip
        return answer
    ask = Ask("Giao phụ trách Ban", reverse("people:acting_head"), form, "Giao phụ trách Ban")
    intro = "Người phụ trách có toàn bộ quyền của Trưởng ban trong thời gian ghi; hồ sơ ghi rõ tư cách ấy."
    return confirmation(request, here, "Giao phụ trách Ban", ask, (reverse("people:overview"), "Ai giữ việc gì"), intro)


def _name(here: Here, data: dict[str, Any]) -> None:
    starts = day_begins(data["from_day"]) if data["from_day"] else here.at
    known = Decision.objects.filter(number=one_line(data["number"])).first()
    if known is not None:
        actions.name_acting_head(data["person"], decision=known, starts=starts, ends=data["ends"], **here.about)
        return
    line = actions.Line(Change.APPOINT, data["person"], Office.ACTING_HEAD, starts, data["ends"])
    actions.issue_decision(number=data["number"], signed_on=here.at.date(), signer=str(here.person), subject=SUBJECT,
                           lines=[line], **here.about)  # fmt: skip
