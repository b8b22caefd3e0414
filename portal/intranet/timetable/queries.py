"""Reading the timetable: which version is in force, whose week it is, who is meant by a name (Điều 14.2, 15.1)."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from portal.approval.models import Case
from portal.approval.rules import State
from portal.base.clock import ZONE, day_begins
from portal.base.text import name_key
from portal.intranet.models import OwnClass, Timetable, TimetableLesson
from portal.intranet.timetable import rules
from portal.intranet.timetable.rules import Lesson
from portal.intranet.week.names import meant as may_mean
from portal.intranet.week.queries import posters, roll
from portal.people import offices
from portal.people.models import Person
from portal.pupils.queries import home_classes

BASE = "/noi-bo/thoi-khoa-bieu/"
PUBLIC = "/thoi-khoa-bieu/"


def today(at: datetime) -> date:
    return at.astimezone(ZONE).date()


# ---- who ----


def named(at: datetime) -> frozenset[int]:
    """Staff named for the weekly schedule, who may bring a timetable in as well."""
    return posters(at)


def may_bring_in(person: Person, at: datetime) -> bool:
    """Whether this person brings timetables in (R-TABLE-01)."""
    return rules.may_bring_in(offices.board(at), person.pk, named(at)) is None


def meant(names: Iterable[str], at: datetime) -> dict[str, tuple[tuple[int, str], ...]]:
    """Whom each teacher's name may mean among the staff: nobody, one, or several."""
    staff = roll(at)
    return {name: may_mean(name, staff) for name in sorted(names)}


# ---- versions ----


def versions() -> QuerySet[Timetable]:
    """Every version that is up, the newest first, without its lessons."""
    found: QuerySet[Timetable] = Timetable.objects.filter(live=True).order_by("-starts", "-pk")
    return found.defer("lessons", "unread")


def in_force(at: datetime) -> tuple[Timetable | None, Timetable | None]:
    """The version in force, and the one that takes over next; one query."""
    found = {one.pk: one for one in versions().select_related("case") if one.starts is not None}
    days = {pk: one.starts for pk, one in found.items() if one.starts}
    now, then = rules.in_force(days, today(at)), rules.coming(days, today(at))
    return found.get(now or 0), found.get(then or 0)


def drafts() -> list[Case]:
    """Versions on their way, the newest first."""
    under_way = Case.objects.filter(page__in=Timetable.objects.values("pk")).exclude(state=State.PUBLISHED)
    return list(under_way.select_related("page", "creator").order_by("-touched_at")[:12])


# ---- rows ----


def rows(version: Timetable | None, **narrowed: Any) -> list[Lesson]:
    """The lessons of a version that is up: of a class (`class_slug`), a teacher (`person`, `teacher`), a room (`room`)."""
    if version is None:
        return []
    return [row.lesson for row in TimetableLesson.objects.filter(timetable=version, **narrowed)]


def classes_of(version: Timetable | None) -> list[dict[str, str]]:
    """The classes of a version in the order of the school, with their names in addresses; one query."""
    if version is None:
        return []
    found = (
        TimetableLesson.objects.filter(timetable=version)
        .order_by()
        .values_list("school_class", "class_slug")
        .distinct()
    )
    return [{"name": name, "slug": slug} for name, slug in sorted(found, key=lambda row: rules.class_key(row[0]))]


def classes_shown(at: datetime) -> list[dict[str, str]]:
    """The classes readers may open today: those of the version in force, or of the coming one before the first."""
    now, then = in_force(at)
    return classes_of(now or then)


def teachers_of(version: Timetable | None) -> list[dict[str, Any]]:
    """Who teaches in a version: staff by their full names, others as written; in the order of names."""
    if version is None:
        return []
    taught = TimetableLesson.objects.filter(timetable=version).exclude(teacher="").order_by()
    found = set(taught.values_list("person_id", "person__full_name", "teacher").distinct())
    told = {(pk, full or written) if pk else (0, written) for pk, full, written in found}
    return [
        {"name": name, "kind": "gv" if pk else "ten", "key": str(pk) if pk else name}
        for pk, name in sorted(told, key=lambda one: name_key(one[1]))
    ]


def full_names(people: Iterable[int]) -> dict[int, str]:
    """The full names of these people."""
    return dict(Person.objects.filter(pk__in=people).values_list("pk", "full_name"))


def rooms_of(version: Timetable | None) -> list[str]:
    """The rooms a version names."""
    if version is None:
        return []
    found = TimetableLesson.objects.filter(timetable=version).exclude(room="").order_by().values_list("room", flat=True)
    return sorted(set(found))


def own_classes(person: object, at: datetime | None = None) -> list[str]:
    """The classes somebody opens first, in the order of the school: those he chose; while he chose none, with `at` those that are his
    or his children's by the rolls at that hour."""
    if not isinstance(person, Person):
        return []
    chosen = list(OwnClass.objects.filter(person=person).values_list("school_class", flat=True))
    return sorted(chosen or (home_classes(person, at) if at is not None else []), key=rules.class_key)


# ---- for other rooms ----


def of_day(person: Person, at: datetime) -> list[Lesson]:
    """What a teacher teaches today, in order; two queries."""
    now, _ = in_force(at)
    weekday = today(at).weekday()
    return sorted(
        rows(now, person=person, day=weekday), key=lambda one: (one.session != rules.Session.MORNING, one.period)
    )


def for_families(at: datetime) -> dict[str, Any]:
    """What the public place shows: the version in force with its classes, and the one that waits."""
    now, then = in_force(at)
    grades: dict[str, list[Mapping[str, str]]] = {}
    for one in classes_of(now or then):
        grades.setdefault(str(rules.class_key(one["name"])[0] or ""), []).append(one)
    return {
        "version": now or then,
        "coming": then if now else None,
        "grades": list(grades.items()),
        "waits": now is None and then is not None,
    }


def class_pages(at: datetime) -> list[tuple[str, datetime]]:
    """The classes that have a page by their names in addresses, each with when it last changed: when one of its versions went
    up, was corrected or began; one query without a timetable, two with one."""
    open_ones = {one.pk: one for one in in_force(at) if one is not None}
    if not open_ones:
        return []
    changed = {pk: _changed(one, at) for pk, one in open_ones.items()}
    found: dict[str, datetime] = {}
    rows = TimetableLesson.objects.filter(timetable__in=open_ones).order_by()
    for _, slug, pk in sorted(
        rows.values_list("school_class", "class_slug", "timetable").distinct(), key=lambda row: rules.class_key(row[0])
    ):
        found[slug] = max(changed[pk], found.get(slug, changed[pk]))
    return list(found.items())


def _changed(one: Timetable, at: datetime) -> datetime:
    """When what a version shows last changed, as far as it has."""
    began = day_begins(one.starts) if one.starts else at
    hours = (one.case.published_at, one.case.corrected_at, began)
    return max((hour for hour in hours if hour is not None and hour <= at), default=at)
