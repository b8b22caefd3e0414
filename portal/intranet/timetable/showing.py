"""One version on the screen of those who make it: what collides, a class's week to write in, what differs from another (Điều 14.2)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse

from portal.approval.queries import hash_of, standing
from portal.approval.rules import State, may_edit
from portal.base.text import is_number
from portal.intranet.gate import Here
from portal.intranet.models import Timetable
from portal.intranet.models.timetable import class_slug
from portal.intranet.rooms import page
from portal.intranet.timetable import queries, rules
from portal.intranet.timetable.changes import difference
from portal.intranet.timetable.forms import AddForm, HeadForm, MendForm
from portal.intranet.timetable.rules import Clash, Lesson, Session, Slot, clashes, slot_name
from portal.intranet.timetable.told import LABELS

MOST_SHOWN = 30  # clashes and cells listed at once
LEAST_PERIODS = 5  # of each half of the day to write in


@dataclass(frozen=True)
class Mended:
    """One lesson with its form. `again`: it stands open, for what was typed is wrong or it was pointed to."""

    lesson: Lesson
    place: int
    hour: str
    form: MendForm
    again: bool


@dataclass(frozen=True)
class Cell:
    """One period of a class: its lessons by their places and whether they collide, and the address that adds one."""

    hour: str
    lessons: tuple[tuple[int, Lesson, bool], ...]
    more: str


def shown(
    request: HttpRequest, here: Here, draft: Timetable, *, mending: MendForm | None = None, adding: AddForm | None = None,
    head: HeadForm | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    """The page of a version; the forms given are those somebody has just filled in wrongly."""
    lessons = draft.taught()
    collide = clashes(lessons)
    open_, case = _may_write(here, draft)
    wrong = _number(mending.data.get("place")) if mending is not None else None
    chosen = _chosen(request, draft, lessons, wrong)
    wanted = _number(request.GET.get("sua")) if mending is None else None
    forms = _Forms(lessons, mending, wrong, wanted)
    told = [(clash, forms.of(clash.lessons, f"trung{number}") if open_ else [])
            for number, clash in enumerate(collide[:MOST_SHOWN])]  # fmt: skip
    pointed = wanted if forms.mending is None else wrong
    return page(request, "intranet/timetable_version.html", {
        "one": draft, "case": case, "hash": hash_of(draft), "open": open_, "lesson_count": len(lessons),
        "classes": [{"name": name, "slug": class_slug(name)} for name in draft.classes()],
        "clashes": told,
        "clash_count": len(collide), "unread": draft.not_understood()[:MOST_SHOWN], "unread_count": len(draft.unread),
        "chosen": chosen, "labels": LABELS, "grid": _grid(lessons, chosen, collide) if open_ and chosen else [],
        "of_class": forms.of([one for place, one in enumerate(lessons) if place == pointed], "tiet") if open_ and chosen else [],
        "adding": adding or AddForm.at(request.GET.dict(), chosen),
        "head": head or HeadForm(initial={"title": draft.title, "starts": draft.starts, "intro": draft.intro}),
        "others": [one for one in queries.versions()[:12] if one.pk != draft.pk], **_difference(request, draft, lessons),
    }, status)  # fmt: skip


def _may_write(here: Here, draft: Timetable) -> tuple[bool, Any]:
    """Whether this person may change it now, and its case."""
    now = standing(draft.case, here.at, here.board)
    acting = now.acts_as(here.person.pk)
    open_ = queries.may_bring_in(here.person, here.at) and may_edit(
        here.person.pk, State(now.case.state), now.hands, acting[1] if acting else None, here.board, live=draft.live
    ) is None  # fmt: skip
    return open_, now.case


def _number(text: Any) -> int | None:
    return int(text) if text and is_number(str(text)) else None


def _chosen(request: HttpRequest, draft: Timetable, lessons: Sequence[Lesson], wrong: int | None) -> str:
    """The class worked on: where something was just typed, else the one asked for."""
    if wrong is not None and wrong < len(lessons):
        return lessons[wrong].school_class
    typed = class_slug(request.POST.get("school_class", "")) if request.method == "POST" else ""
    asked = request.GET.get("lop", "")
    names = {class_slug(name): name for name in draft.classes()}
    return names.get(typed) or names.get(asked, "")


class _Forms:
    """The forms of lessons. What was just typed stands in the first place its lesson has on the page, and only there."""

    def __init__(
        self, lessons: Sequence[Lesson], mending: MendForm | None, wrong: int | None, wanted: int | None
    ) -> None:
        self.where = {id(one): number for number, one in enumerate(lessons)}
        self.mending, self.wrong, self.wanted = mending, wrong, wanted

    def of(self, lessons: Iterable[Lesson], where: str) -> list[Mended]:
        return [self._one(one, self.where[id(one)], where) for one in lessons]

    def _one(self, one: Lesson, place: int, where: str) -> Mended:
        hour = slot_name(one.slot)
        if self.mending is not None and place == self.wrong:
            form, self.mending = self.mending, None
            return Mended(one, place, hour, form, True)
        return Mended(one, place, hour, MendForm.of(place, one, where), where == "tiet" and place == self.wanted)


def _grid(lessons: Sequence[Lesson], name: str, collide: Iterable[Clash]) -> list[tuple[str, int, int, list[Cell]]]:
    """A class's week to write in: half of the day, how many lines it has where it begins, period, a cell a day."""
    held: dict[Slot, list[tuple[int, Lesson, bool]]] = {}
    wrong = {id(one) for clash in collide for one in clash.lessons}
    for place, one in enumerate(lessons):
        if one.school_class == name:
            held.setdefault(one.slot, []).append((place, one, id(one) in wrong))
    days = range(max(4, *(one.day for one in lessons)) + 1)
    last = {half: max([LEAST_PERIODS, *(one.period for one in lessons if one.session is half)]) for half in Session}
    return [
        (rules.SESSIONS[half], last[half] if period == 1 else 0, period, [_cell((day, half, period), name, held) for day in days])
        for half in Session for period in range(1, last[half] + 1)
    ]  # fmt: skip


def _cell(slot: Slot, name: str, held: Mapping[Slot, list[tuple[int, Lesson, bool]]]) -> Cell:
    day, half, period = slot
    more = urlencode({"lop": class_slug(name), "thu": day, "buoi": str(half), "tiet": period})
    return Cell(slot_name(slot), tuple(held.get(slot, ())), more)


def _difference(request: HttpRequest, draft: Timetable, lessons: list[Lesson]) -> dict[str, Any]:
    """What differs from another version that is up, where one is asked for."""
    asked = request.GET.get("so-voi", "")
    other = Timetable.objects.filter(pk=int(asked), live=True).first() if is_number(asked) else None
    if other is None:
        return {"against": None}
    changes = difference(other.taught(), lessons)
    return {
        "against": other,
        "changes": [(one, slot_name(one.slot)) for one in changes[:200]],
        "change_count": len(changes),
        "changed_classes": len({c.school_class for c in changes}),
    }
