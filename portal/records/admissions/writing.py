"""Seasons as their keepers write them: what is on its way and what is up, the form with its files, one draft (Điều 14.2)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_safe

from portal.approval.queries import latest
from portal.approval.rules import State
from portal.base.refused import refuse_if
from portal.records.admissions import actions, queries, rules
from portal.records.admissions.forms import SeasonForm, typed
from portal.records.gate import Here, for_insiders
from portal.records.handing import OPEN, Sheet, answer, hand_in
from portal.records.models import AdmissionSeason


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


def _sheet(request: HttpRequest, here: Here, draft: AdmissionSeason | None) -> Sheet:
    begun = typed(draft) if draft else {"year": queries.usual_year(here.at), "consent": rules.CONSENT}
    return Sheet(request, here, draft, SeasonForm, begun, begin=actions.begin, edit=actions.edit)


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def new(request: HttpRequest, here: Here) -> HttpResponse:
    """A season begun."""
    _writers_only(here)
    return answer(request, _sheet(request, here, None), "admission")


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def edit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """A season changed; of one that is up, its correction."""
    _writers_only(here)
    return answer(request, _sheet(request, here, latest(get_object_or_404(AdmissionSeason, pk=pk))), "admission")


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
