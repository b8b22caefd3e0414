"""Seasons as their keepers write them: what is on its way and what is up, the form with its files, one draft (Điều 14.2)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_safe

from portal.approval.queries import hash_of, latest
from portal.approval.rules import State
from portal.base.refused import STATUS, Refused, refuse_if
from portal.files.mixins import carried, found
from portal.records.admissions import actions, queries, rules
from portal.records.admissions.forms import SeasonForm, typed
from portal.records.gate import CHANNEL, Here, for_insiders
from portal.records.handing import hand_in, onward
from portal.records.models import AdmissionSeason

OPEN = (State.DRAFT, State.SENT_BACK, State.REFUSED, State.WITHDRAWN)


def _writers_only(here: Here) -> None:
    refuse_if(rules.may_write(here.board, here.person.pk, here.duties))


@require_safe
@for_insiders
def desk(request: HttpRequest, here: Here) -> HttpResponse:
    """What is on its way, and what is up; whoever handles applications goes on to them from here."""
    _writers_only(here)
    handles = rules.may_handle(here.board, here.person.pk, here.duties) is None
    fresh = queries.waiting() if handles else {}
    up = [(one, queries.stage(one, here.at), fresh.get(one.pk, 0)) for one in queries.seasons()]
    context = {"drafts": queries.under_way(), "rows": up, "handles": handles}
    return render(request, "records/admissions_desk.html", context)


class Sheet:
    """The form with its files: those that come are kept at once, so that a mistake elsewhere never loses them."""

    def __init__(self, request: HttpRequest, here: Here, draft: AdmissionSeason | None) -> None:
        self.here, self.draft = here, draft
        sent, before = request.method == "POST", draft.papers if draft else []
        begun = typed(draft) if draft else {"year": queries.usual_year(here.at), "consent": rules.CONSENT}
        self.form = SeasonForm(request.POST, request.FILES) if sent else SeasonForm(initial=begun)
        self.papers, self.unread = (
            carried(request, before, by=here.person, at=here.at, channel=CHANNEL) if sent else (found(before), [])
        )
        self.based_on = request.POST.get("based_on", "") if sent else (hash_of(draft) if draft else "")

    def keep(self) -> AdmissionSeason | None:
        """Write it down; None where something is wrong, said at its field. The refusals of verbs are the caller's."""
        if not self.form.is_valid() or self.unread:
            for one in self.unread:
                self.form.add_error("files", one)
            return None
        by, at = self.here.person, self.here.at
        if self.draft is None:
            self.draft = actions.begin(self.form.given(), self.papers, by=by, at=at, channel=CHANNEL)
            self.based_on = hash_of(self.draft)
            return self.draft
        return actions.edit(
            self.draft, self.form.given(), self.papers, by=by, at=at, channel=CHANNEL, based_on=self.based_on or None
        )


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def new(request: HttpRequest, here: Here) -> HttpResponse:
    """A season begun."""
    _writers_only(here)
    return _answer(request, Sheet(request, here, None))


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def edit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """A season changed; of one that is up, its correction."""
    _writers_only(here)
    return _answer(request, Sheet(request, here, latest(get_object_or_404(AdmissionSeason, pk=pk))))


def _answer(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    status = 200
    if request.method == "POST":
        try:
            kept, status = sheet.keep(), 422
            if kept is not None:
                return onward(request, sheet.here, kept, "admission")
        except Refused as refused:
            sheet.form.refuse(refused)
            status = STATUS[refused.ground]
    context = {"sheet": sheet, "form": sheet.form, "draft": sheet.draft}
    return render(request, "records/admission_edit.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def draft(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One draft as it stands; POST hands it in."""
    _writers_only(here)
    one = get_object_or_404(AdmissionSeason.objects.select_related("case"), pk=pk)
    if request.method == "POST":
        return hand_in(request, here, one, "admission")
    text: AdmissionSeason = latest(one)
    state = State(one.case.state)
    return render(request, "records/admission_draft.html", {
        "one": one, "text": text, "told": text.told(), "open": state in OPEN,
        "lacks": text.not_ready(here.at) if state in OPEN else [],
        "handles": rules.may_handle(here.board, here.person.pk, here.duties) is None,
    })  # fmt: skip
