"""Procedures as their keepers write them: what is on its way and what is up, the form with its files, one draft (Điều 14.2)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_safe

from portal.approval.queries import latest
from portal.approval.rules import State
from portal.base.refused import refuse_if
from portal.records.gate import Here, for_insiders
from portal.records.handing import OPEN, Sheet, answer, hand_in
from portal.records.models import Procedure
from portal.records.procedures import actions, queries, rules
from portal.records.procedures.forms import ProcedureForm, typed


def _writers_only(here: Here) -> None:
    refuse_if(rules.may_write(here.board, here.person.pk, here.duties))


@require_safe
@for_insiders
def desk(request: HttpRequest, here: Here) -> HttpResponse:
    """What is on its way, and what is up."""
    _writers_only(here)
    day = queries.today(here.at)
    up = [queries.told(one, day) for over in (False, True) for one in queries.listed("", day, over=over)]
    return render(request, "records/procedures_desk.html", {"drafts": queries.under_way(), "rows": up})


def _sheet(request: HttpRequest, here: Here, draft: Procedure | None) -> Sheet:
    begun = typed(draft) if draft else None
    return Sheet(request, here, draft, ProcedureForm, begun, begin=actions.begin, edit=actions.edit)


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def new(request: HttpRequest, here: Here) -> HttpResponse:
    """A procedure begun."""
    _writers_only(here)
    return answer(request, _sheet(request, here, None), "procedure")


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def edit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """A procedure changed; of one that is up, its correction."""
    _writers_only(here)
    return answer(request, _sheet(request, here, latest(get_object_or_404(Procedure, pk=pk))), "procedure")


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def draft(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One draft as it stands; POST hands it in."""
    _writers_only(here)
    one = get_object_or_404(Procedure.objects.select_related("case"), pk=pk)
    if request.method == "POST":
        return hand_in(request, here, one, "procedure")
    text: Procedure = latest(one)
    state = State(one.case.state)
    return render(request, "records/procedure_draft.html", {
        "one": one, "text": text, "told": text.told(), "papers": text.attached(), "open": state in OPEN,
        "lacks": text.not_ready(here.at) if state in OPEN else [], "form_rows": rules.form_rows(text.form_lines),
    })  # fmt: skip
