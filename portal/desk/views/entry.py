"""One activity of the plan: its days, who writes about it until when, what was written."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from portal.base.refused import STATUS, Refused
from portal.desk.plan_forms import AssignForm, MoveForm
from portal.desk.queries.entry import Shown, field_of, shown
from portal.desk.queries.entry_lines import lines_about
from portal.desk.views.inside import CHANNEL, Here, for_staff
from portal.plan import actions
from portal.plan.models import PlanEntry


def found(pk: int) -> PlanEntry:
    return get_object_or_404(PlanEntry.objects.select_related("plan"), pk=pk)


@for_staff
@require_safe
def entry(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """The activity with everything about it."""
    return page(request, here, found(pk))


def page(request: HttpRequest, here: Here, one: PlanEntry, status: int = 200, **forms: Any) -> HttpResponse:
    item: Shown = shown(one, here.person, here.at, here.board)
    days = {"starts": one.starts, "ends": one.ends, "seen": one.starts}
    his = None if item.everything else [row.assignment.pk for row in item.owing]
    context = {
        "item": item, "entry": one, "lines": lines_about(one, his),
        "move_form": forms.get("move") or MoveForm(initial=days, auto_id="doi_%s"),
        "assign_form": forms.get("assign") or AssignForm(sections=item.sections, auto_id="giao_%s"),
        "refused": forms.get("refused"), "back": safe(request, request.POST.get("back", request.GET.get("ve", ""))),
    }  # fmt: skip
    return render(request, "desk/entry.html", context, status=status)


def safe(request: HttpRequest, url: str) -> str:
    """An address of this portal, or nothing."""
    mine = url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)
    return url if mine else ""


@for_staff
@require_POST
def move(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Put it on other days: typed, or dragged on the calendar."""
    one = found(pk)
    form = MoveForm(request.POST, auto_id="doi_%s")
    if not form.is_valid():
        return page(request, here, one, 422, move=form)
    days = form.cleaned_data
    try:
        moved = actions.move_entry(one, **days, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        form.refuse(refused)
        return page(request, here, one, STATUS[refused.ground], move=form)
    messages.success(request, f"Đã đổi ngày “{moved.title}”: {told(one)} → {told(moved)}.")
    return redirect(safe(request, request.POST.get("back", "")) or f"/ke-hoach/viec/{pk}/")


def told(one: PlanEntry) -> str:
    """ "20/11", "10/11 – 20/11"."""
    days = dict.fromkeys([f"{one.starts.day}/{one.starts.month}", f"{one.ends.day}/{one.ends.month}"])
    return " – ".join(days)


@for_staff
@require_POST
def restore(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Take up again what was called off."""
    one = found(pk)
    try:
        actions.restore_entry(one, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        return page(request, here, one, STATUS[refused.ground], refused=refused)
    if one.cancelled_at is not None:
        messages.success(request, f"Đã khôi phục “{one.title}”. Bài về việc này lại là bài trong kế hoạch.")
    return redirect("desk:entry", pk)


@for_staff
@require_POST
def assign(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Ask a person or a unit to write about it."""
    one = found(pk)
    item = shown(one, here.person, here.at, here.board)
    form = AssignForm(request.POST, sections=item.sections, auto_id="giao_%s")
    if not form.is_valid():
        return page(request, here, one, 422, assign=form)
    data = form.cleaned_data
    field = field_of(item.sections, data["section_slug"] or one.section_slug)
    more = {name: data[name] for name in ("section_slug", "genre", "note")}
    try:
        made = actions.assign(one, **form.to, **more, field_id=field, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        form.refuse(refused)
        return page(request, here, one, STATUS[refused.ground], assign=form)
    messages.success(request, f"Đã giao {made.person or made.unit} viết bài về “{one.title}”.")
    return redirect("desk:entry", pk)
