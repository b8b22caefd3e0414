"""The timetable as the staff read it: one's own week first, then any class, teacher or room; and as a spreadsheet (Điều 15.1)."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from portal.approval.queries import latest
from portal.base.sheets import XLSX
from portal.base.text import is_number, slug
from portal.intranet.gate import Here, for_insiders
from portal.intranet.models import Timetable
from portal.intranet.rooms import page
from portal.intranet.timetable import queries
from portal.intranet.timetable.rules import Lesson
from portal.intranet.timetable.sheets import workbook
from portal.intranet.timetable.told import week

KINDS = {"lop": "class_slug", "gv": "person", "ten": "teacher", "phong": "room"}


@require_safe
@for_insiders
def timetable(request: HttpRequest, here: Here) -> HttpResponse:
    """The version in force (or another that is up): my week, or whose week was asked for."""
    now, then = queries.in_force(here.at)
    asked = request.GET.get("ban", "")
    shown = queries.versions().filter(pk=int(asked)).first() if is_number(asked) else now or then
    if shown is None and asked:
        raise Http404
    kind, _, key = request.GET.get("cua", "").partition(":")
    classes, teachers, rooms = queries.classes_of(shown), queries.teachers_of(shown), queries.rooms_of(shown)
    mine = not _known(kind, key)
    if mine:
        kind, key = "gv", str(here.person.pk)
    lessons = queries.rows(shown, **{KINDS[kind]: int(key) if kind == "gv" else key})
    today = queries.today(here.at).weekday() if shown == now else None
    named = _name(kind, key, lessons, classes, teachers)
    if not mine and not lessons:
        raise Http404
    return page(request, "intranet/timetable.html", {
        "shown": shown, "now": now, "then": then, "classes": classes, "teachers": teachers, "rooms": rooms, "mine": mine, "kind": kind,
        "kind_shown": "gv" if kind == "ten" else kind, "chosen": f"{kind}:{key}", "name": named, "week": week(lessons, today),
        "versions": list(queries.versions()[:12]),
        "may_bring": (may := queries.may_bring_in(here.person, here.at)), "drafts": queries.drafts() if may else [],
    })  # fmt: skip


def _known(kind: str, key: str) -> bool:
    return kind in KINDS and key.isprintable() and bool(key) and (kind != "gv" or is_number(key))


def _name(
    kind: str, key: str, lessons: Sequence[Lesson], classes: list[dict[str, str]], teachers: list[dict[str, Any]]
) -> str:
    """How whoever's week it is is called."""
    if kind == "lop":
        return "Lớp " + next((one["name"] for one in classes if one["slug"] == key), key)
    if kind == "gv":
        return next((str(one["name"]) for one in teachers if one["key"] == key), "")
    return key


@require_safe
@for_insiders
def version(request: HttpRequest, here: Here, slug: str) -> HttpResponse:
    """The address of a version in the tree of items: its screen."""
    found = get_object_or_404(queries.versions(), slug=slug)
    return redirect(f"{queries.BASE}?ban={found.pk}")


@require_safe
@for_insiders
def sheet(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """A version as a spreadsheet; a draft for those who may see it."""
    found = visible(pk, here)
    answer = HttpResponse(workbook(found.title, found.taught()), content_type=XLSX)
    answer["Content-Disposition"] = str(content_disposition_header(True, f"{slug(found.title)}.xlsx"))
    return answer


def visible(pk: int, here: Here) -> Timetable:
    """A version by its number: its newest text for those who make timetables and for the board, what is up for everybody else."""
    found = get_object_or_404(Timetable, pk=pk)
    if queries.may_bring_in(here.person, here.at) or here.person.pk in here.board.everyone:
        draft: Timetable = latest(found)
        return draft
    if not found.live:
        raise Http404
    return found
