"""Who owes what: assignments with what came of them. Whether one is delivered is asked of the articles, never stored;
handed in and up are counted apart, since a person answers for the first (Điều 8.2, 11.3, 16.1.1)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db.models import Q

from portal.approval.rules import State
from portal.base.ordering import titled
from portal.desk.queries.works import Delivery, Sections, Work, matched, works_about
from portal.news.models import Section
from portal.news.queries import overseers
from portal.news.rules import GENRE_TITLES
from portal.people import offices
from portal.people.models import Field, Person, Unit
from portal.people.rules import Board
from portal.plan.models import Assignment
from portal.plan.queries import asked_for, clocks, led_units, people_of_units
from portal.plan.rules import Sight, assignment_due, sight

KEPT = timedelta(days=190)  # half a school year and its clocks: what is older is the evaluation's
SOON = timedelta(days=3)


@dataclass(frozen=True)
class Owed:
    """One assignment and what came of it."""

    assignment: Assignment
    who: str
    what: str
    section: str
    field_id: int | None
    due: datetime
    state: Delivery
    late: bool  # not handed in although due, or handed in too late
    article: Work | None
    people: frozenset[int]  # who may answer for it
    units: frozenset[int]  # of the asked person

    @property
    def open(self) -> bool:
        """Whether it is still owed."""
        return self.state in (Delivery.NOT_BEGUN, Delivery.WRITING)

    @property
    def submitted_at(self) -> datetime | None:
        return self.article.submitted_at if self.article else None

    @property
    def published_at(self) -> datetime | None:
        return self.article.published_at if self.article else None

    @property
    def slug(self) -> str:
        """The section it is asked for."""
        return self.assignment.section_slug or self.assignment.entry.section_slug

    @property
    def genre(self) -> str:
        return GENRE_TITLES.get(self.assignment.genre, self.assignment.genre)


def owed(
    at: datetime, *, person: Person | None = None, field: Field | None = None, unit: Unit | None = None
) -> list[Owed]:
    """Every assignment of the last half year that is of this person, field, unit: what is late first, then by hour."""
    rows = _rows(at)
    if person is not None:
        rows = [row for row in rows if person.pk in row.people]
    if field is not None:
        rows = [row for row in rows if row.field_id == field.pk]
    if unit is not None:
        rows = [row for row in rows if row.assignment.unit_id == unit.pk or unit.pk in row.units]
    return sorted(rows, key=lambda row: (not row.open, not (row.late and row.open), row.due, row.assignment.pk))


def due_soon(at: datetime, within: timedelta = SOON) -> list[Owed]:
    """What is not handed in yet and due within that time: for reminders."""
    return [row for row in owed(at) if row.open and at <= row.due <= at + within]


def overdue(at: datetime) -> list[Owed]:
    """What is not handed in although its hour is over: for escalation."""
    return [row for row in owed(at) if row.open and row.due < at]


def sight_of(person: Person, at: datetime, board: Board | None = None) -> Sight:
    """Whose debts this person sees, and whether with the items that answer them."""
    board = board or offices.board(at)
    return replace(sight(board, person.pk, led_units(person, at)), follows=person.pk in overseers(board))


def seen_by(rows: Iterable[Owed], eyes: Sight) -> list[Owed]:
    """Those rows a person may see by the rule of the plan; of an item he may not follow how far it is, not its title."""
    return [
        _told(row, eyes) for row in rows
        if eyes.sees(field_id=row.field_id, unit=row.assignment.unit_id, people=row.people, units=row.units)
    ]  # fmt: skip


def _told(row: Owed, eyes: Sight) -> Owed:
    work = row.article
    if work is None or eyes.follows or eyes.person in work.hands:
        return row
    title = work.title if work.state == State.PUBLISHED else ""
    return replace(row, article=replace(work, page=0, title=title))


def sections_known() -> Sections:
    """Title, field and id of every section that is up, by its slug; the name of one not approved yet is nobody's to read."""
    live = Section.objects.filter(live=True).order_by("position", titled())
    rows = live.values_list("slug", "title", "field_id", "pk")
    return {slug: (title, field, pk) for slug, title, field, pk in rows}


def _rows(at: datetime) -> list[Owed]:
    since = at - KEPT
    recent = Q(due_at__gte=since) | Q(due_at=None, entry__ends__gte=since.date())
    assignments = list(asked_for().filter(recent))
    units, sections, numbers = people_of_units(at), sections_known(), clocks()
    of_person: dict[int, set[int]] = defaultdict(set)
    for unit, members in units.items():
        for member in members:
            of_person[member].add(unit)
    due = {
        one.pk: assignment_due(numbers, due_at=one.due_at, genre=one.genre, standing=one.entry.standing,
                               starts=one.entry.starts, ends=one.entry.ends) or one.made_at
        for one in assignments
    }  # fmt: skip
    people = {
        one.pk: units.get(one.unit_id, frozenset()) if one.unit_id else frozenset({one.person_id or 0})
        for one in assignments
    }
    asked = min((one.made_at for one in assignments), default=at)  # what was touched before answers nothing
    works = works_about((one.entry_id for one in assignments), asked)
    answers = matched(
        sorted(assignments, key=lambda one: (one.unit_id is not None, due[one.pk])), works, people, sections
    )
    return [
        _row(
            one,
            answers.get(one.pk),
            due[one.pk],
            people[one.pk],
            frozenset(of_person[one.person_id or 0]),
            sections,
            at,
        )
        for one in assignments
    ]


def _row(
    one: Assignment, work: Work | None, due: datetime, people: frozenset[int], units: frozenset[int],
    sections: Sections, at: datetime,
) -> Owed:  # fmt: skip
    state = work.delivery if work else Delivery.NOT_BEGUN
    slug = one.section_slug or one.entry.section_slug
    title, field, _ = sections.get(slug, (slug, None, 0))
    handed_in = work.submitted_at if work else None
    still = state in (Delivery.NOT_BEGUN, Delivery.WRITING)
    late = due < (at if still or handed_in is None else handed_in)
    return Owed(one, str(one.person or one.unit), one.entry.title, title, field, due, state, late, work, people, units)


@dataclass(frozen=True)
class Tally:
    """One month's assignments by the day they were due: handed in and up, each in time or late."""

    month: date
    in_time: int = 0
    late: int = 0
    waiting: int = 0
    up_in_time: int = 0
    up_late: int = 0


def tallies(rows: Iterable[Owed], at: datetime, months: int = 6) -> list[Tally]:
    """The last months, oldest first, the present one included."""
    first = [_months_back(at.date(), back) for back in range(months - 1, -1, -1)]
    counted: dict[date, dict[str, int]] = {month: defaultdict(int) for month in first}
    for row in rows:
        here = row.due.astimezone(at.tzinfo).date().replace(day=1)
        if here not in counted:
            continue
        if row.submitted_at is None:
            counted[here]["late" if row.due < at else "waiting"] += 1
        else:
            counted[here]["in_time" if row.submitted_at <= row.due else "late"] += 1
        if row.published_at is not None:
            counted[here]["up_in_time" if row.published_at <= row.due else "up_late"] += 1
    return [Tally(month, **counts) for month, counts in counted.items()]


def _months_back(day: date, back: int) -> date:
    months = day.year * 12 + day.month - 1 - back
    return date(months // 12, months % 12 + 1, 1)
