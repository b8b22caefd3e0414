"""The page an item is sent on, and changed on: what it is, its files; all at once (Điều 15.1, 15.2)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from portal.approval.queries import hash_of, latest, standing
from portal.approval.rules import State, may_edit
from portal.base.refused import STATUS, Refused, refuse_if
from portal.files.mixins import carried, found
from portal.intranet.gate import CHANNEL, Here, for_insiders
from portal.intranet.library import actions, queries, rules
from portal.intranet.library.forms import ItemForm, typed
from portal.intranet.models import LibraryItem
from portal.intranet.rooms import page


class Sheet:
    """The form with its files: those that come are kept at once, so that a mistake elsewhere never loses them."""

    def __init__(self, request: HttpRequest, here: Here, draft: LibraryItem | None) -> None:
        self.here, self.draft = here, draft
        sent = request.method == "POST"
        more = {
            "today": here.at.date(),
            "kept_year": draft.year if draft else None,
            "kept": draft.given() if draft else None,
        }
        initial = typed(draft) if draft is not None else self._offered()
        self.form = ItemForm(request.POST, request.FILES, **more) if sent else ItemForm(initial=initial, **more)  # type: ignore[arg-type]
        before = draft.papers if draft is not None else []
        self.papers, self.unread = (
            carried(request, before, guarded=True, by=here.person, at=here.at, channel=CHANNEL)
            if sent
            else (found(before), [])
        )
        self.based_on = request.POST.get("based_on", "") if sent else (hash_of(draft) if draft is not None else "")

    def _offered(self) -> dict[str, object]:
        """What most items of this teacher say: this school year, his unit, and what his last one said."""
        units = queries.teacher(self.here.person, self.here.at).units
        last = queries.mine(self.here.person).first()
        offered = {"subject": last.subject_id, "series": last.series_id, "grade": last.grade} if last else {}
        year = rules.school_year(self.here.at.date())
        return {"year": year, "unit": min(units, default=None), "licence": rules.Licence.SHARE.value, **offered}

    def keep(self) -> LibraryItem | None:
        """Write it down; None where something is wrong, said at its field. The refusals of verbs are the caller's."""
        if not self.form.is_valid() or self.unread:
            for one in self.unread:
                self.form.add_error("files", one)
            return None
        given, by, at = self.form.given(), self.here.person, self.here.at
        if self.draft is None:
            made = actions.begin(given, self.papers, by=by, at=at, channel=CHANNEL)
            self.draft, self.based_on = made, hash_of(made)
            return made
        return actions.edit(
            self.draft, given, self.papers, by=by, at=at, channel=CHANNEL, based_on=self.based_on or None
        )


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def new(request: HttpRequest, here: Here) -> HttpResponse:
    """An item begun; whoever is one of the staff sends it in his own name (R-LIB-01)."""
    return _answer(request, here, None)


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def edit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """An item changed by whoever may change it now: its writer, or whoever holds its step (R-EDIT-01)."""
    item = get_object_or_404(LibraryItem.objects.select_related("case"), pk=pk)
    if not rules.sees_everything(here.board, here.person.pk) and here.person.pk not in queries.writers(item.case):
        raise Http404
    now = standing(item.case, here.at, here.board)
    acting = now.acts_as(here.person.pk)
    refuse_if(may_edit(here.person.pk, State(item.case.state), now.hands, acting[1] if acting else None, here.board,
                       live=item.live))  # fmt: skip
    return _answer(request, here, latest(item))


def _answer(request: HttpRequest, here: Here, draft: LibraryItem | None) -> HttpResponse:
    sheet, status = Sheet(request, here, draft), 200
    if request.method == "POST":
        try:
            kept, status = sheet.keep(), 422
            if kept is not None:
                return _onward(request, here, kept)
        except Refused as refused:
            sheet.form.refuse(refused)
            status = STATUS[refused.ground]
    context = {"sheet": sheet, "form": sheet.form, "draft": draft, "most": rules.MOST_PAPERS}
    return page(request, "intranet/library_edit.html", context, status)


def _onward(request: HttpRequest, here: Here, kept: LibraryItem) -> HttpResponse:
    """Kept; and sent on where that was the button."""
    if "send" not in request.POST:
        messages.success(request, "Đã lưu bản nháp; chưa ai khác đọc được.")
        return redirect("intranet:library_draft", kept.pk)
    try:
        done = actions.send(kept, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        messages.warning(request, "Đã lưu, nhưng chưa gửi đi được.")
        for one in refused.refusals:
            messages.error(request, str(one))
        return redirect("intranet:library_edit", kept.pk)
    messages.success(request, "Đã trình Thư ký." if done else "Đã gửi tổ trưởng cho ý kiến.")
    return redirect("intranet:library_draft", kept.pk)
