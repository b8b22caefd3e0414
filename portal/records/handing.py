"""A paper being written: the form with its files, and what was just kept left for later or handed in (Điều 14.2)."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from portal.approval import actions as approval
from portal.approval.mixins import ApprovedPage
from portal.approval.queries import hash_of
from portal.approval.rules import State
from portal.base.refused import STATUS, Refused
from portal.files.mixins import carried, found
from portal.records.gate import CHANNEL, Here

WORKS = {
    "document": "văn bản",
    "procedure": "thủ tục",
    "admission": "đợt tuyển sinh",
}  # as its addresses are named, as people call it

OPEN = (State.DRAFT, State.SENT_BACK, State.REFUSED, State.WITHDRAWN)  # states in which it lies with its writer


class Sheet:
    """The form of a paper with its files: those that come are kept at once, so that a mistake elsewhere never loses them. `asked` makes
    the form, `typed` is what stands in it at first; `begin` and `edit` are the room's verbs."""

    def __init__(
        self,
        request: HttpRequest,
        here: Here,
        draft: Any,
        asked: Callable[..., Any],
        typed: Mapping[str, Any] | None,
        *,
        begin: Callable[..., Any],
        edit: Callable[..., Any],
    ) -> None:
        self.here, self.draft, self.begin, self.edit = here, draft, begin, edit
        sent, before = request.method == "POST", draft.papers if draft else []
        self.form = asked(request.POST, request.FILES) if sent else asked(initial=typed)
        self.papers, self.unread = (
            carried(request, before, by=here.person, at=here.at, channel=CHANNEL) if sent else (found(before), [])
        )
        self.based_on = request.POST.get("based_on", "") if sent else (hash_of(draft) if draft else "")

    def keep(self) -> Any:
        """Write it down; None where something is wrong, said at its field. The refusals of verbs are the caller's."""
        if not self.form.is_valid() or self.unread:
            for one in self.unread:
                self.form.add_error("files", one)
            return None
        told: dict[str, Any] = {"by": self.here.person, "at": self.here.at, "channel": CHANNEL}
        if self.draft is None:
            self.draft = self.begin(self.form.given(), self.papers, **told)
            self.based_on = hash_of(self.draft)
            return self.draft
        return self.edit(self.draft, self.form.given(), self.papers, based_on=self.based_on or None, **told)


def answer(
    request: HttpRequest, sheet: Sheet, work: str, then: Callable[[Any], HttpResponse] | None = None, **more: Any
) -> HttpResponse:
    """The form as it stands, with what was refused; or onward with what was kept: `then` says where to, if not to its draft."""
    status = 200
    if request.method == "POST":
        try:
            kept, status = sheet.keep(), 422
            if kept is not None:
                return then(kept) if then else onward(request, sheet.here, kept, work)
        except Refused as refused:
            sheet.form.refuse(refused)
            status = STATUS[refused.ground]
    context = {"sheet": sheet, "form": sheet.form, "draft": sheet.draft, **more}
    return render(request, f"records/{work}_edit.html", context, status=status)


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
