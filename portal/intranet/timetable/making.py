"""Making a timetable: a workbook in, what was read of it, the draft with what collides, mended and handed in (Điều 14.2)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from portal.approval import actions as approval
from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.text import is_number, nfc
from portal.files.actions import look_into
from portal.intranet.gate import CHANNEL, Here, for_insiders
from portal.intranet.models import Timetable, TimetableReading
from portal.intranet.rooms import page
from portal.intranet.timetable import actions, mending, queries, rules
from portal.intranet.timetable.forms import BringForm, DraftForm, HeadForm
from portal.intranet.timetable.rules import clashes
from portal.intranet.timetable.showing import MOST_SHOWN, shown
from portal.intranet.timetable.views import visible


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def bring(request: HttpRequest, here: Here) -> HttpResponse:
    """Send a workbook; into a draft there is where `vao` names it."""
    refuse_if(rules.may_bring_in(here.board, here.person.pk, queries.named(here.at)))
    into = request.GET.get("vao", "")
    form, status = BringForm(), 200
    if request.method == "POST":
        form, status = BringForm(request.POST, request.FILES), 422
        if form.is_valid():
            sent = form.cleaned_data["file"]
            raw, name = sent.read(), nfc(sent.name)
            try:
                look_into(raw, name=name, by=here.person, at=here.at, channel=CHANNEL)
                made = actions.read_in(raw, name, by=here.person, at=here.at, channel=CHANNEL)
            except Refused as refused:
                form.refuse(refused)
                status = STATUS[refused.ground]
            else:
                return redirect(f"{queries.BASE}nhap/{made.pk}/" + (f"?vao={into}" if is_number(into) else ""))
    return page(request, "intranet/timetable_bring.html", {"form": form, "into": _into(into)}, status)


def _into(asked: str) -> Timetable | None:
    return Timetable.objects.filter(pk=int(asked)).first() if is_number(asked) else None


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def reading(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """What was read: how much, what collides, what was not understood; then make it a draft."""
    found = get_object_or_404(TimetableReading, pk=pk, by=here.person)
    into = _into(request.GET.get("vao", ""))
    lessons = found.taught()
    meant = queries.meant({one.teacher for one in lessons if one.teacher}, here.at)
    asked = {name: may_be for name, may_be in meant.items() if len(may_be) > 1}
    first = {"starts": found.starts, "title": into.title if into else _next_title()}
    form = DraftForm(request.POST or None, asked=asked, initial=first)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                made = actions.draw_up(
                    found, form.words(), form.chosen(), by=here.person, at=here.at, channel=CHANNEL, into=into
                )
            except Refused as refused:
                form.refuse(refused)
                status = STATUS[refused.ground]
            else:
                messages.success(request, "Đã lập bản nháp. Thầy/cô xem các chỗ trùng rồi trình.")
                return redirect(made.edit_address())
    unknown = sorted(name for name, may_be in meant.items() if not may_be)
    return page(request, "intranet/timetable_read.html", {
        "reading": found, "form": form, "into": into, "classes": sorted({one.school_class for one in lessons}, key=rules.class_key),
        "clashes": (collide := clashes(lessons))[:MOST_SHOWN], "clash_count": len(collide), "unread": found.not_understood()[:MOST_SHOWN],
        "unread_count": len(found.unread), "teachers": len(meant), "unknown": unknown, "lesson_count": len(lessons),
    }, status)  # fmt: skip


def _next_title() -> str:
    return f"Thời khóa biểu số {queries.versions().count() + 1}"


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def making(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One version with what collides in it; a lesson mended, added, taken out, the head written anew, handed in."""
    draft = visible(pk, here)
    if request.method != "POST":
        return shown(request, here, draft)
    if not queries.may_bring_in(here.person, here.at):
        refuse_if(rules.may_bring_in(here.board, here.person.pk, queries.named(here.at)))
    verb = {"sua": mending.mend, "them": mending.add, "bo": mending.drop, "dau": _reword, "trinh": _hand_in}.get(
        request.POST.get("viec", "")
    )
    if verb is None:
        raise Http404
    return verb(request, here, draft)


def _reword(request: HttpRequest, here: Here, draft: Timetable) -> HttpResponse:
    form = HeadForm(request.POST)
    if not form.is_valid():
        return shown(request, here, draft, head=form, status=422)
    try:
        actions.reword(
            draft, form.words(), by=here.person, at=here.at, channel=CHANNEL, based_on=request.POST.get("hash")
        )
    except Refused as refused:
        form.refuse(refused)
        return shown(request, here, draft, head=form, status=STATUS[refused.ground])
    messages.success(request, "Đã lưu.")
    return redirect(draft.edit_address())


def _hand_in(request: HttpRequest, here: Here, draft: Timetable) -> HttpResponse:
    try:
        approval.submit(draft, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        messages.error(request, str(refused))
        return shown(request, here, draft, status=STATUS[refused.ground])
    messages.success(request, "Đã trình thời khóa biểu. Đường đi và việc duyệt xem ở trang của bài này.")
    return redirect(f"/viec/{draft.pk}/")


VERBS = {"sua": mending.mend, "them": mending.add, "bo": mending.drop, "dau": _reword, "trinh": _hand_in}
