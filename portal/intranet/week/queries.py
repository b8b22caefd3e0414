"""Reading the weekly schedule. Who may read an unposted one is asked by whoever shows it (`may_post`)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Max, Min, Prefetch, Q, QuerySet

from portal.base import regulation
from portal.base.clock import ZONE
from portal.intranet.models import Duty, Entry, EntryChange, Week, WeekPoster
from portal.intranet.week import rules
from portal.intranet.week.names import Group, Roll
from portal.intranet.week.rules import Part
from portal.intranet.week.told import LABELS, NOBODY, Change, Day, DutyLine, Line, PartOfDay, Sheet, Signer
from portal.people import offices
from portal.people.models import Person, Unit, UnitPost
from portal.people.rules import OFFICE_NAMES, Board, Kind, Office
from portal.plan.models import PlanEntry

ORDER = {Part.MORNING: 0, Part.AFTERNOON: 1, Part.EVENING: 2}


# ---- who ----


def posters(at: datetime, board: Board | None = None) -> frozenset[int]:
    """Whom the Principal named to post the week, those whose rights stand (Điều 15.2); `board` of that hour, if read."""
    named = WeekPoster.objects.filter(offices.in_force(at), person__is_active=True, person__kind=Kind.STAFF)
    return frozenset(named.values_list("person_id", flat=True)) - (board.suspended if board else offices.suspended(at))


def answering(at: datetime) -> list[Person]:
    """Who answers for the week's coming in time: those named for it, else the Vice-Principals, else the Principal."""
    held = WeekPoster.objects.filter(offices.in_force(at), answers=True).values_list("person_id", flat=True)
    board = offices.board(at)
    found = frozenset(held) & posters(at, board) or board.vice_principals or board.principals
    return list(Person.objects.filter(pk__in=found).order_by("pk"))


def may_post(board: Board, person: Person, at: datetime) -> bool:
    """Whether this person writes and posts weeks (R-WEEK-01)."""
    return rules.may_post(board, person.pk, posters(at, board)) is None


def roll(at: datetime, board: Board | None = None) -> Roll:
    """The staff and the units of a moment, for names in lines."""
    staff = Person.objects.filter(kind=Kind.STAFF, is_active=True).order_by("pk")
    people = dict(staff.values_list("pk", "full_name"))
    members: dict[int, set[int]] = defaultdict(set)
    leaders: dict[int, set[int]] = defaultdict(set)
    for unit, person, leads in UnitPost.objects.filter(offices.in_force(at)).values_list(
        "unit_id", "person_id", "leads"
    ):
        members[unit].add(person)
        if leads:
            leaders[unit].add(person)
    groups = [
        Group(title, frozenset(members[pk]), frozenset(leaders[pk]), pk)
        for pk, title in Unit.objects.values_list("pk", "title")
    ]
    board = board or offices.board(at)
    bgh = board.principals | board.vice_principals
    return Roll(people, (*groups, *(Group(name, bgh, bgh) for name in ("BGH", "Ban giám hiệu"))))


def members(units: Iterable[int], at: datetime) -> dict[int, frozenset[int]]:
    """Who is in which of these units at `at`."""
    found: dict[int, set[int]] = defaultdict(set)
    rows = UnitPost.objects.filter(offices.in_force(at), unit_id__in=set(units))
    for unit, person in rows.values_list("unit_id", "person_id"):
        found[unit].add(person)
    return {unit: frozenset(people) for unit, people in found.items()}


def concerned(entry: Entry, at: datetime) -> frozenset[int]:
    """Whom a line concerns: who leads, who is named, who is in its units; of one for everybody, the whole staff."""
    if entry.everyone:
        return frozenset(Person.objects.filter(kind=Kind.STAFF, is_active=True).values_list("pk", flat=True))
    named = {one.pk for one in (*entry.leads.all(), *entry.people.all())}
    units = members([unit.pk for unit in entry.units.all()], at)
    return frozenset(named).union(*units.values())


# ---- which week ----


def numbered(monday: date) -> tuple[int | None, str]:
    """The number and the name of a week in its school year (R-WEEK-03)."""
    return name_of(monday, [said for _, said in regulation.history("week")["week.opening"]])


def name_of(monday: date, said: list[str]) -> tuple[int | None, str]:
    opening = rules.school_year_of(monday, rules.openings(said, monday))
    if opening is None:
        return None, "tuần"
    number = rules.week_number(monday, opening)
    return number, rules.week_title(number)


def due(monday: date) -> datetime:
    """When a week is due (R-WEEK-04)."""
    return rules.due_at(monday, time.fromisoformat(regulation.value("week.due_at", monday)), ZONE)


def due_by(monday: date, said: Iterable[tuple[date, str]]) -> datetime:
    """The same for whoever judges many weeks: `said` is the parameter's history, the oldest first."""
    hour = regulation.DEFAULTS["week.due_at"][0]
    for from_day, value in said:
        hour = value if from_day <= monday else hour
    return rules.due_at(monday, time.fromisoformat(hour), ZONE)


# ---- sheets ----


def sheet(monday: date, at: datetime) -> Sheet | None:
    """One week, cancelled lines of it too while it lasts; None where nobody began it."""
    week = weeks().filter(monday=monday).first()
    return told(week, at) if week is not None else None


def weeks() -> QuerySet[Week]:
    """Weeks with everything that is told of them, in a fixed number of queries."""
    changes = Prefetch("changes", EntryChange.objects.select_related("by"))
    entries = Entry.objects.select_related("plan_entry").prefetch_related(changes)
    return Week.objects.select_related("posted_by").prefetch_related(
        Prefetch("entries", entries), Prefetch("duties", Duty.objects.all())
    )


def told(week: Week, at: datetime) -> Sheet:
    """A week of `weeks()` as plain values at `at`."""
    said = regulation.history("week")
    number, name = name_of(week.monday, [value for _, value in said["week.opening"]])
    over = at.astimezone(ZONE).date() > week.sunday
    lines = [line_told(entry, over=over) for entry in week.entries.all()]
    deadline = due_by(week.monday, said["week.due_at"])
    changes = [
        (line, change) for entry, line in zip(week.entries.all(), lines, strict=True) for change in _changes(entry)
    ]
    return Sheet(
        week.pk, week.monday, week.sunday, number, name, _days(week.monday, lines),
        _duties(week),
        week.note, week.posted_at, week.changed_at, _signer(week), rules.is_late(week.posted_at, deadline, at), deadline,
        tuple(sorted(changes, key=lambda one: one[1].at)),
    )  # fmt: skip


def _duties(week: Week) -> tuple[DutyLine, ...]:
    told = [DutyLine(rules.Duty(one.kind), one.who, one.day, one.person_id) for one in week.duties.all()]
    return tuple(sorted(told, key=lambda one: list(rules.Duty).index(one.kind)))


def _days(monday: date, lines: list[Line]) -> tuple[Day, ...]:
    days = []
    for number in range(7):
        day = monday + timedelta(days=number)
        parts = []
        for part in Part:
            here = [line for line in lines if line.day == day and line.part == part]
            if here:
                parts.append(PartOfDay(part, tuple(sorted(here, key=lambda one: (one.starts or time.min, one.id)))))
        days.append(Day(day, tuple(parts)))
    return tuple(days)


def line_told(entry: Entry, *, over: bool = False) -> Line:
    """One line as plain values; `over` where its week is, and marks of change are shown no longer."""
    changes = _changes(entry)
    return Line(
        entry.pk, entry.uid, entry.sequence, entry.day, Part(entry.part), entry.starts, entry.ends, entry.content,
        entry.attendees, entry.lead, entry.place, entry.preparation, entry.everyone, entry.cancelled_at is not None,
        entry.repeat_id is not None, entry.plan_entry_id, entry.plan_entry.title if entry.plan_entry else "",
        changes[-1] if changes and not over else None, entry.changed_at,
    )  # fmt: skip


def _changes(entry: Entry) -> list[Change]:
    return [
        Change(row.verb, row.at, str(row.by), row.reason, _named(row.before), _named(row.after))
        for row in entry.changes.all()
    ]


def _named(values: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (label, values[key] or NOBODY) for key, label in LABELS.items() if key in values
    )  # a database keeps no order


def _signer(week: Week) -> Signer | None:
    if week.posted_by is None or week.posted_at is None:
        return None
    held = offices.held_by(week.posted_by.pk, week.posted_at)
    office = next((OFFICE_NAMES[one] for one in (Office.PRINCIPAL, Office.VICE_PRINCIPAL) if one in held), "")
    return Signer(week.posted_by.pk, str(week.posted_by), office or "Người được giao đăng")


# ---- lists ----


def of_person(person: Person, first: date, last: date, at: datetime) -> list[Line]:
    """Lines of posted weeks that concern somebody, from one day to another; cancelled ones too."""
    units = UnitPost.objects.filter(offices.in_force(at), person=person).values("unit_id")
    about = Q(everyone=True) | Q(leads=person) | Q(people=person) | Q(units__in=units)
    ids = posted_lines(first, last).filter(about).values("pk")
    return [line_told(entry) for entry in _shown(Entry.objects.filter(pk__in=ids))]


def of_school(first: date, last: date) -> list[Line]:
    """Every line of posted weeks, from one day to another; cancelled ones too."""
    return [line_told(entry) for entry in _shown(posted_lines(first, last))]


def posted_lines(first: date, last: date) -> QuerySet[Entry]:
    return Entry.objects.filter(week__posted_at__isnull=False, day__gte=first, day__lte=last)


def _shown(entries: QuerySet[Entry]) -> list[Entry]:
    changes = Prefetch("changes", EntryChange.objects.select_related("by"))
    rows = list(entries.select_related("plan_entry").prefetch_related(changes))
    return sorted(rows, key=lambda one: (one.day, ORDER[Part(one.part)], one.starts or time.min, one.pk))


def all_weeks() -> QuerySet[Week]:
    """Every week, the newest first, with how many lines stand in it and how many changed after posting."""
    stand = Count("entries", filter=Q(entries__cancelled_at=None), distinct=True)
    changed = Count("entries__changes", distinct=True)
    return Week.objects.select_related("posted_by").annotate(stand=stand, changed=changed).order_by("-monday")


def span(this: date) -> tuple[date, date]:
    """The first and the last Monday anything is known of; `this` one is always among them."""
    found = Week.objects.aggregate(first=Min("monday"), last=Max("monday"))
    return min(found["first"] or this, this), max(found["last"] or this, this)


def plannable(first: date, last: date) -> QuerySet[PlanEntry]:
    """Entries of confirmed plans with a day in the week, for a line to repeat."""
    running = Q(plan__confirmed_at__isnull=False, cancelled_at=None, starts__lte=last, ends__gte=first)
    return PlanEntry.objects.filter(running).order_by("standing", "starts", "id")


def public_lines(monday: date) -> list[dict[str, Any]]:
    """What outsiders read of a posted week: what the confirmed plan says of a day, in its words (R-WEEK-14)."""
    rows = Entry.objects.filter(week__monday=monday, week__posted_at__isnull=False, cancelled_at=None)
    rows = rows.filter(plan_entry__isnull=False).select_related("plan_entry__plan")
    found: dict[tuple[date, int], dict[str, Any]] = {}
    for entry in rows:
        planned = entry.plan_entry
        assert planned is not None
        confirmed, cancelled = planned.plan.confirmed_at is not None, planned.cancelled_at is not None
        if rules.repeats(entry.day, (planned.starts, planned.ends), confirmed=confirmed, cancelled=cancelled):
            found[entry.day, planned.pk] = {"day": entry.day, "title": planned.title}
    return [found[key] for key in sorted(found)]
