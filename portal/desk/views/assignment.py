"""One article asked for: handed to somebody else, asked for no longer."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from portal.base.refused import STATUS, Refused, refuse_if
from portal.desk.plan_forms import ReassignForm
from portal.desk.queries.entry import field_of
from portal.desk.queries.owed import sections_known
from portal.desk.views.inside import CHANNEL, Here, for_staff
from portal.plan import actions
from portal.plan.models import Assignment
from portal.plan.queries import asked, led_units
from portal.plan.rules import may_assign


def found(pk: int) -> tuple[Assignment, int | None]:
    one = get_object_or_404(Assignment.objects.select_related("entry", "person", "unit", "made_by"), pk=pk)
    return one, field_of(sections_known(), one.section_slug or one.entry.section_slug)


def may(here: Here, one: Assignment, field: int | None) -> None:
    """Raises Refused for whom this assignment is none of his to change."""
    to = asked(one.person, one.unit, here.at)
    refuse_if(may_assign(here.board, here.person.pk, field, led_units(here.person, here.at), [to]))


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def reassign(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Hand it to somebody else, or give it another hour."""
    one, field = found(pk)
    may(here, one, field)
    if request.method != "POST":
        day = one.due_at.astimezone(here.at.tzinfo).date() if one.due_at else None
        form = ReassignForm(initial={"person": one.person_id, "unit": one.unit_id, "due_on": day})
        return page(request, one, form)
    form = ReassignForm(request.POST)
    if not form.is_valid():
        return page(request, one, form, 422)
    try:
        now = actions.reassign(one, **form.to, reason=form.cleaned_data["reason"], field_id=field, by=here.person,
                               at=here.at, channel=CHANNEL)  # fmt: skip
    except Refused as refused:
        form.refuse(refused)
        return page(request, one, form, STATUS[refused.ground])
    messages.success(request, f"Bài về “{now.entry}” nay do {now.person or now.unit} viết.")
    return redirect("desk:entry", now.entry_id)


def page(request: HttpRequest, one: Assignment, form: ReassignForm, status: int = 200, **more: Any) -> HttpResponse:
    return render(request, "desk/assignment.html", {"assignment": one, "form": form, **more}, status=status)


@for_staff
@require_POST
def release(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Ask for it no longer."""
    one, field = found(pk)
    try:
        actions.release(one, field_id=field, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        return page(request, one, ReassignForm(initial={"person": one.person_id, "unit": one.unit_id}),
                    STATUS[refused.ground], refused=refused)  # fmt: skip
    messages.success(request, f"Thôi giao {one.person or one.unit} viết về “{one.entry}”.")
    return redirect("desk:entry", one.entry_id)
