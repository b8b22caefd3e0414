"""Writing the week: one typed line at a time, its lines in their columns, duties, posting. Errors keep what was typed."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.base.refused import STATUS, Refused, refuse_if
from portal.intranet.gate import CHANNEL, Here, for_insiders
from portal.intranet.models import Entry, Week
from portal.intranet.rooms import page
from portal.intranet.week import actions, queries, rules
from portal.intranet.week.colliding import collisions, collisions_of
from portal.intranet.week.forms import AddForm, DutyForm, LineForm
from portal.intranet.week.hearing import Heard, hear
from portal.intranet.week.names import Roll
from portal.intranet.week.rules import WEEKDAYS
from portal.intranet.week.told import Line, hours


@dataclass
class Wrong:
    """Forms that came back, each with what was typed in it."""

    add: AddForm | None = None
    heard: Heard = field(default_factory=Heard)
    line: LineForm | None = None
    entry: int | None = None
    duty: DutyForm | None = None
    said: Refused | None = None


def require_poster(here: Here) -> None:
    refuse_if(rules.may_post(here.board, here.person.pk, queries.posters(here.at)))


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def edit(request: HttpRequest, here: Here, monday: date) -> HttpResponse:
    """The week being written; POST adds the line that was typed."""
    require_poster(here)
    week = Week.objects.filter(monday=monday).first()
    if request.method == "POST":
        return _add(request, here, _there(week))
    if week is None:
        return _unbegun(request, here, monday)
    return _written(request, here, week, Wrong(entry=_asked_for(request)))


def _there(week: Week | None) -> Week:
    if week is None:
        raise Http404
    return week


def _asked_for(request: HttpRequest) -> int | None:
    asked = request.GET.get("sua", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else None


def _unbegun(request: HttpRequest, here: Here, monday: date, refused: Refused | None = None) -> HttpResponse:
    """Nothing yet: begin with last week's, or on a blank sheet."""
    before = queries.all_weeks().filter(monday__lt=monday).first()
    return page(request, "intranet/week_begin.html", {
        "monday": monday, "sunday": monday + timedelta(days=6), "name": queries.numbered(monday)[1], "before": before,
        "before_name": queries.numbered(before.monday)[1] if before else "", "refused": refused,
    }, status=STATUS[refused.ground] if refused else 200)  # fmt: skip


@require_POST
@for_insiders
def begin(request: HttpRequest, here: Here, monday: date) -> HttpResponse:
    """Begin the week: a copy of the newest before it, or a blank sheet."""
    require_poster(here)
    try:
        week = actions.begin(monday, copy="copy" in request.POST, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        if Week.objects.filter(monday=monday).exists():
            messages.info(request, str(refused))
            return redirect("intranet:week_edit", monday)
        return _unbegun(request, here, monday, refused)
    many = week.entries.count()
    messages.success(
        request, f"Đã có {many} việc, ngày đã dời sang tuần này." if many else "Tuần mới, chưa có việc nào."
    )
    return redirect("intranet:week_edit", monday)


def _add(request: HttpRequest, here: Here, week: Week) -> HttpResponse:
    form, heard = AddForm(request.POST, monday=week.monday), Heard()
    if not form.is_valid():
        return _written(request, here, week, Wrong(form), 422)
    heard = hear(form.cleaned_data["line"], week.monday, queries.roll(here.at, here.board), day=form.cleaned_data["day"],
                 chosen=form.chosen())  # fmt: skip
    form.say(heard.refusals)
    if heard.asked or heard.refusals:
        return _written(request, here, week, Wrong(form, heard), 422)
    try:
        for line in heard.lines:
            actions.keep(week, line, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        form.refuse(refused)
        return _written(request, here, week, Wrong(form, heard), STATUS[refused.ground])
    first = heard.lines[0]
    days = ", ".join(WEEKDAYS[line.day.weekday()] for line in heard.lines)
    messages.success(
        request, f"Đã thêm: {' '.join(filter(None, (days, hours(first.starts, first.ends))))} · {first.content}"
    )
    return redirect(f"{reverse('intranet:week_edit', args=[week.monday])}#them")


@require_safe
@for_insiders
def heard(request: HttpRequest, here: Here, monday: date) -> HttpResponse:
    """What a line says so far, in its columns, and what it would collide with: asked while somebody types."""
    require_poster(here)
    form, roll = AddForm(request.GET, monday=monday), queries.roll(here.at, here.board)
    if not form.is_valid():
        return HttpResponse("")
    found = hear(form.cleaned_data["line"], monday, roll, day=form.cleaned_data["day"], chosen=form.chosen())
    return render(request, "intranet/week_heard.html", _heard(found, monday, roll, here) | {"live": True})


def _heard(found: Heard, monday: date, roll: Roll, here: Here) -> dict[str, Any]:
    """A heard line for its template."""
    named = not any(one.field == "day" for one in found.refusals)
    lines = found.lines if named else ()
    first = found.lines[0] if found.lines else None
    return {
        "heard": found, "first": first, "days": ", ".join(f"{WEEKDAYS[one.day.weekday()]} {one.day:%d/%m}" for one in lines),
        "hours": hours(first.starts, first.ends) if first else "", "part": rules.PARTS[first.part] if first else "",
        "leads": [roll.people[one] for one in sorted(first.leads)] if first else (),
        "clashing": collisions_of(lines, monday, roll, here.at) if lines else (),
    }  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def line(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One line in its columns, where it stands in its week."""
    require_poster(here)
    entry = get_object_or_404(Entry.objects.select_related("week", "repeat"), pk=pk)
    week = entry.week
    if request.method != "POST":
        return redirect(f"{reverse('intranet:week_edit', args=[week.monday])}?sua={pk}#viec-{pk}")
    form = LineForm(
        request.POST, week=week, planned=queries.plannable(week.monday, week.sunday), auto_id=f"viec_{pk}_%s"
    )
    if not form.is_valid():
        return _written(request, here, week, Wrong(line=form, entry=pk), 422)
    written, asked = form.resolved(queries.roll(here.at, here.board))
    if asked:
        return _written(request, here, week, Wrong(line=form, entry=pk), 422)
    said = form.cleaned_data
    try:
        kept = actions.keep(week, written, entry=entry, seen=said["seen"], reason=said.get("reason", ""), by=here.person,
                            at=here.at, channel=CHANNEL)  # fmt: skip
        _repeat(kept, int(said["every"] or 0), here)
    except Refused as refused:
        form.refuse(refused)
        return _written(request, here, week, Wrong(line=form, entry=pk), STATUS[refused.ground])
    messages.success(request, f"Đã lưu: {kept.content}")
    return redirect(f"{reverse('intranet:week_edit', args=[week.monday])}#viec-{pk}")


def _repeat(entry: Entry, every: int, here: Here) -> None:
    """Let it come back as chosen, where that is another choice than before."""
    stands = entry.repeat.every if entry.repeat else 0
    if every == stands:
        return
    if stands:
        actions.stop_repeating(entry, by=here.person, at=here.at, channel=CHANNEL)
    if every:
        actions.repeat(entry, every=every, until=None, by=here.person, at=here.at, channel=CHANNEL)


@require_POST
@for_insiders
def cancel(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Take a line out."""
    require_poster(here)
    entry = get_object_or_404(Entry.objects.select_related("week"), pk=pk)
    try:
        actions.cancel(entry, reason=request.POST.get("reason", "")[:200], by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        return _written(request, here, entry.week, Wrong(said=refused), STATUS[refused.ground])
    messages.success(request, f"Đã bỏ: {entry.content}")
    return redirect(f"{reverse('intranet:week_edit', args=[entry.week.monday])}#ngay-{entry.day.weekday() + 1}")


@require_POST
@for_insiders
def duties(request: HttpRequest, here: Here, monday: date) -> HttpResponse:
    """Who is on duty, and the note."""
    require_poster(here)
    sheet = queries.sheet(monday, here.at)
    if sheet is None:
        raise Http404
    week, form = Week.objects.get(monday=monday), DutyForm(request.POST, sheet=sheet)
    if not form.is_valid():
        return _written(request, here, week, Wrong(duty=form), 422)
    try:
        actions.set_duties(week, form.duties(queries.roll(here.at, here.board)), form.cleaned_data["note"], by=here.person, at=here.at,
                           channel=CHANNEL)  # fmt: skip
    except Refused as refused:
        form.refuse(refused)
        return _written(request, here, week, Wrong(duty=form), STATUS[refused.ground])
    messages.success(request, "Đã ghi lịch trực và lưu ý.")
    return redirect("intranet:week_edit", monday)


@require_POST
@for_insiders
def post(request: HttpRequest, here: Here, monday: date) -> HttpResponse:
    """Put it up."""
    require_poster(here)
    week = get_object_or_404(Week, monday=monday)
    try:
        actions.post(week, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        return _written(request, here, week, Wrong(said=refused), STATUS[refused.ground])
    messages.success(request, "Đã đăng. Từ lúc này, sửa dòng nào thì dòng ấy được đánh dấu và báo người liên quan.")
    return redirect("intranet:week_of", monday)


def _written(request: HttpRequest, here: Here, week: Week, wrong: Wrong, status: int = 200) -> HttpResponse:
    """The screen of writing, with whatever form came back."""
    sheet, roll = queries.sheet(week.monday, here.at), queries.roll(here.at, here.board)
    assert sheet is not None
    open_line = wrong.line or _line_form(sheet.lines, week, wrong.entry)
    return page(request, "intranet/week_edit.html", {
        "week": week, "sheet": sheet, "monday": week.monday, "add": wrong.add or AddForm(monday=week.monday),
        "duty": wrong.duty or DutyForm(sheet=sheet), "line_form": open_line, "open": wrong.entry, "refused": wrong.said,
        "collides": collisions(week.monday, roll, here.at), "many": sum(not one.cancelled for one in sheet.lines),
        **_heard(wrong.heard, week.monday, roll, here),
    }, status=status)  # fmt: skip


def _line_form(lines: tuple[Line, ...], week: Week, pk: int | None) -> LineForm | None:
    if pk is None or not any(one.id == pk for one in lines):
        return None
    entry = Entry.objects.select_related("repeat").get(pk=pk)
    return LineForm(initial=LineForm.of(entry), week=week, planned=queries.plannable(week.monday, week.sunday),
                    auto_id=f"viec_{pk}_%s")  # fmt: skip
