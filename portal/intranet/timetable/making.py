"""Making a timetable: a workbook in, what was read of it, the draft with what collides, mended and handed in (Điều 14.2)."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from portal.approval import actions as approval
from portal.approval.queries import hash_of, standing
from portal.approval.rules import State, may_edit
from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.text import is_number
from portal.intranet.gate import CHANNEL, Here, for_insiders
from portal.intranet.models import Timetable, TimetableReading
from portal.intranet.models.timetable import class_slug
from portal.intranet.rooms import page
from portal.intranet.timetable import actions, queries, rules
from portal.intranet.timetable.changes import difference
from portal.intranet.timetable.forms import BringForm, DraftForm, HeadForm, MendForm
from portal.intranet.timetable.rules import Lesson, clashes
from portal.intranet.timetable.views import visible

MOST_SHOWN = 30  # clashes and cells listed at once


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
            try:
                made = actions.read_in(sent.read(), sent.name, by=here.person, at=here.at, channel=CHANNEL)
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
    """One version with what collides in it; a lesson mended, the head written anew, handed in."""
    draft = visible(pk, here)
    if request.method != "POST":
        return _shown(request, here, draft)
    if not queries.may_bring_in(here.person, here.at):
        refuse_if(rules.may_bring_in(here.board, here.person.pk, queries.named(here.at)))
    verb = {"sua": _mend, "dau": _reword, "trinh": _hand_in}.get(request.POST.get("viec", ""))
    if verb is None:
        raise Http404
    return verb(request, here, draft)


def _mend(request: HttpRequest, here: Here, draft: Timetable) -> HttpResponse:
    place = request.POST.get("place", "")
    form = MendForm(request.POST, auto_id=f"tiet_{place if is_number(place) else 0}_%s")
    if not form.is_valid():
        return _shown(request, here, draft, mending=form, status=422)
    try:
        kept = actions.mend(draft, form.cleaned_data["place"], form.lesson(), by=here.person, at=here.at, channel=CHANNEL,
                            based_on=request.POST.get("hash"))  # fmt: skip
    except Refused as refused:
        form.refuse(refused)
        return _shown(request, here, draft, mending=form, status=STATUS[refused.ground])
    left = len(clashes(kept.taught()))
    messages.success(request, f"Đã sửa. Còn {left} chỗ trùng." if left else "Đã sửa. Không còn chỗ nào trùng.")
    return redirect(_back(request, draft))


def _back(request: HttpRequest, draft: Timetable) -> str:
    chosen = request.GET.get("lop", "")
    return draft.edit_address() + (f"?lop={class_slug(chosen)}" if chosen else "")


def _reword(request: HttpRequest, here: Here, draft: Timetable) -> HttpResponse:
    form = HeadForm(request.POST)
    if not form.is_valid():
        return _shown(request, here, draft, head=form, status=422)
    try:
        actions.reword(
            draft, form.words(), by=here.person, at=here.at, channel=CHANNEL, based_on=request.POST.get("hash")
        )
    except Refused as refused:
        form.refuse(refused)
        return _shown(request, here, draft, head=form, status=STATUS[refused.ground])
    messages.success(request, "Đã lưu.")
    return redirect(draft.edit_address())


def _hand_in(request: HttpRequest, here: Here, draft: Timetable) -> HttpResponse:
    try:
        approval.submit(draft, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        messages.error(request, str(refused))
        return _shown(request, here, draft, status=STATUS[refused.ground])
    messages.success(request, "Đã trình thời khóa biểu. Đường đi và việc duyệt xem ở trang của bài này.")
    return redirect(f"/viec/{draft.pk}/")


def _shown(
    request: HttpRequest, here: Here, draft: Timetable, *, mending: MendForm | None = None, head: HeadForm | None = None,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    lessons = draft.taught()
    collide = clashes(lessons)
    now = standing(draft.case, here.at, here.board)
    acting = now.acts_as(here.person.pk)
    open_ = queries.may_bring_in(here.person, here.at) and may_edit(
        here.person.pk, State(now.case.state), now.hands, acting[1] if acting else None, here.board, live=draft.live
    ) is None  # fmt: skip
    wrong = str(mending.data.get("place", "")) if mending is not None else ""
    asked = (
        lessons[int(wrong)].school_class if is_number(wrong) and int(wrong) < len(lessons) else ""
    )  # where it was typed
    chosen = asked or next((name for name in draft.classes() if class_slug(name) == request.GET.get("lop", "")), "")
    where = {id(one): number for number, one in enumerate(lessons)}
    return page(request, "intranet/timetable_version.html", {
        "one": draft, "case": now.case, "hash": hash_of(draft), "open": open_, "lesson_count": len(lessons),
        "classes": [{"name": name, "slug": class_slug(name)} for name in draft.classes()],
        "clashes": [(clash, _forms(clash.lessons, where, mending, wrong) if open_ else []) for clash in collide[:MOST_SHOWN]],
        "clash_count": len(collide), "unread": draft.not_understood()[:MOST_SHOWN], "unread_count": len(draft.unread), "chosen": chosen,
        "of_class": _forms([one for one in lessons if one.school_class == chosen], where, mending, wrong) if open_ and chosen else [],
        "head": head or HeadForm(initial={"title": draft.title, "starts": draft.starts, "intro": draft.intro}),
        "others": [one for one in queries.versions()[:12] if one.pk != draft.pk], **_difference(request, draft, lessons),
    }, status)  # fmt: skip


def _forms(
    lessons: Any, where: dict[int, int], mending: MendForm | None, wrong: str
) -> list[tuple[Lesson, str, MendForm, bool]]:
    """For each lesson: itself, its hour in words, its form, whether the form stands open because what was typed is wrong."""
    found = []
    for one in lessons:
        place = where[id(one)]
        again = mending is not None and wrong == str(place)
        form = mending if again and mending is not None else MendForm.of(place, one)
        found.append((one, rules.slot_name(one.slot), form, again))
    return found


def _difference(request: HttpRequest, draft: Timetable, lessons: list[Lesson]) -> dict[str, Any]:
    """What differs from another version that is up, where one is asked for."""
    asked = request.GET.get("so-voi", "")
    other = Timetable.objects.filter(pk=int(asked), live=True).first() if is_number(asked) else None
    if other is None:
        return {"against": None}
    changes = difference(other.taught(), lessons)
    shown = [(one, rules.slot_name(one.slot)) for one in changes[:200]]
    return {
        "against": other,
        "changes": shown,
        "change_count": len(changes),
        "changed_classes": len({c.school_class for c in changes}),
    }
