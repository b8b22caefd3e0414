"""The page a notice is written on: words, whom it is for, until when, files; all at once (Điều 15.2)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from portal.approval.queries import hash_of, latest, standing
from portal.approval.rules import State, may_edit
from portal.base.refused import STATUS, Refused, refuse_if
from portal.files.mixins import carried, found
from portal.intranet.gate import CHANNEL, Here, for_insiders
from portal.intranet.models import InternalNotice
from portal.intranet.notices import actions, rules
from portal.intranet.notices.forms import NoticeForm, typed
from portal.intranet.rooms import page


class Sheet:
    """The form with its files: those that come are kept at once, so that a mistake elsewhere never loses them."""

    def __init__(self, request: HttpRequest, here: Here, draft: InternalNotice | None) -> None:
        self.here, self.draft = here, draft
        sent = request.method == "POST"
        initial = typed(draft) if draft is not None else {"sort": rules.Sort.NOTICE, "acknowledge_by": None}
        self.form = NoticeForm(request.POST, request.FILES) if sent else NoticeForm(initial=initial)
        before = draft.papers if draft is not None else []
        self.papers, self.unread = (
            carried(request, before, field="uploads", guarded=True, by=here.person, at=here.at, channel=CHANNEL)
            if sent
            else (found(before), [])
        )
        self.based_on = request.POST.get("based_on", "") if sent else (hash_of(draft) if draft is not None else "")

    def keep(self) -> InternalNotice | None:
        """Write it down; None where something is wrong, said at its field. The refusals of verbs are the caller's."""
        if not self.form.is_valid() or self.unread:
            for one in self.unread:
                self.form.add_error("uploads", one)
            return None
        words = self.form.words([one.pk for one in self.papers])
        how = {"by": self.here.person, "at": self.here.at, "channel": CHANNEL}
        if self.draft is None:
            return actions.write_notice(words, **how)  # type: ignore[arg-type]
        return actions.edit_notice(self.draft, words, **how, based_on=self.based_on or None)  # type: ignore[arg-type]


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def new(request: HttpRequest, here: Here) -> HttpResponse:
    """A notice begun; whoever is one of the staff writes it in his own name (R-NOTICE-01)."""
    return _answer(request, here, None)


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def edit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """A notice changed by whoever may change it now: its writer, or whoever holds its step (R-EDIT-01)."""
    notice = InternalNotice.objects.select_related("case").filter(pk=pk).first()
    if notice is None:
        raise Http404
    if not rules.oversees(here.board, here.person.pk) and notice.case.creator_id != here.person.pk:
        raise Http404
    now = standing(notice.case, here.at, here.board)
    acting = now.acts_as(here.person.pk)
    refuse_if(may_edit(here.person.pk, State(notice.case.state), now.hands, acting[1] if acting else None, here.board,
                       live=notice.live))  # fmt: skip
    return _answer(request, here, latest(notice))


def _answer(request: HttpRequest, here: Here, draft: InternalNotice | None) -> HttpResponse:
    sheet, status = Sheet(request, here, draft), 200
    if request.method == "POST":
        try:
            kept, status = sheet.keep(), 422
        except Refused as refused:
            sheet.form.refuse(refused)
            kept, status = None, STATUS[refused.ground]
        if kept is not None:
            onward = "send" in request.POST
            messages.success(
                request, "Đã lưu. Xem tuyến duyệt rồi trình." if onward else "Đã lưu bản nháp; chưa ai nhận được."
            )
            return redirect(f"/viec/{kept.pk}/tuyen/" if onward else f"/noi-bo/thong-bao/viet/{kept.pk}/")
    context = {"sheet": sheet, "form": sheet.form, "draft": draft, "most": rules.MOST_PAPERS}
    return page(request, "intranet/notice_edit.html", context, status)
