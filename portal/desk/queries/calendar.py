"""A month as people plan it: activities over days, what is due, what waits for its hour, what went up."""

from calendar import Calendar
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from portal.base.clock import ZONE
from portal.base.text import name_key
from portal.desk.queries.marks import Filter, Mark, marks_of
from portal.desk.queries.owed import owed, sections_known, seen_by, sight_of
from portal.desk.queries.works import Sections
from portal.people import offices
from portal.people.models import Person
from portal.plan.models import PlanEntry
from portal.plan.queries import between


@dataclass(frozen=True)
class Bar:
    """An activity in one week: from which column over how many."""

    entry: PlanEntry
    column: int
    span: int
    first: date
    begins: bool
    ends: bool

    @property
    def through(self) -> bool:
        """Whether it only passes through the week."""
        return self.span == 7 and not (self.begins or self.ends)


@dataclass(frozen=True)
class Day:
    date: date
    inside: bool
    today: bool
    marks: list[Mark]
    busy: bool = False  # an activity begins


@dataclass(frozen=True)
class Week:
    days: list[Day]
    bars: list[Bar]


@dataclass
class Month:
    """Everything of a month one person may see."""

    first: date
    today: date
    weeks: list[Week] = field(default_factory=list)
    entries: list[PlanEntry] = field(default_factory=list)
    called_off: list[PlanEntry] = field(default_factory=list)
    standing: list[PlanEntry] = field(default_factory=list)
    sections: Sections = field(default_factory=dict)
    people: list[Person] = field(default_factory=list)

    @property
    def last(self) -> date:
        return (self.first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)

    @property
    def current(self) -> bool:
        return self.first <= self.today <= self.last

    @property
    def days(self) -> list[Day]:
        return [day for week in self.weeks for day in week.days if day.inside]

    @property
    def before(self) -> date:
        return (self.first - timedelta(days=1)).replace(day=1)

    @property
    def after(self) -> date:
        return self.last + timedelta(days=1)


def month(person: Person, at: datetime, first: date, only: Filter) -> Month:
    """The month that begins at `first`, with the days of its first and last week, in a fixed number of queries."""
    found = Month(first, at.date(), sections=sections_known())
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    stretch = (weeks[0][0], weeks[-1][-1])
    board = offices.board(at)
    owing = seen_by(owed(at), sight_of(person, at, board))
    asked: dict[int, set[int]] = defaultdict(set)
    for row in owing:
        asked[row.assignment.entry_id] |= row.people
    entries = [
        one for one in between(*stretch)
        if only.keeps(section=one.section_slug, field_id=_field(found.sections, one.section_slug),
                      people=frozenset(asked[one.pk]))
    ]  # fmt: skip
    found.called_off = [one for one in entries if one.cancelled_at is not None]
    found.standing = [one for one in entries if one.standing and one.cancelled_at is None]
    found.entries = [one for one in entries if not one.standing and one.cancelled_at is None]
    found.people = sorted({row.assignment.person for row in owing if row.assignment.person},
                          key=lambda person: name_key(str(person)))  # fmt: skip
    marks: dict[date, list[Mark]] = defaultdict(list)
    for mark in marks_of(person, board, at, stretch, only, found.sections, found.entries, owing):
        marks[mark.at.astimezone(ZONE).date()].append(mark)
    for days in weeks:
        cells = [
            Day(day, day.month == first.month, day == found.today, sorted(marks[day], key=lambda one: (one.timed, one.at)),
                any(one.starts == day for one in found.entries))
            for day in days
        ]  # fmt: skip
        found.weeks.append(Week(cells, _bars(found.entries, days)))
    return found


def _field(sections: Sections, slug: str) -> int | None:
    return sections.get(slug, ("", None, 0))[1]


def _bars(entries: list[PlanEntry], days: list[date]) -> list[Bar]:
    """The long ones first, so that lanes stay calm from week to week."""
    running = [one for one in entries if one.starts <= days[-1] and one.ends >= days[0]]
    made = []
    for one in sorted(running, key=lambda one: (one.starts, one.starts - one.ends, one.pk)):
        first, last = max(one.starts, days[0]), min(one.ends, days[-1])
        made.append(
            Bar(one, first.weekday() + 1, (last - first).days + 1, first, one.starts == first, one.ends == last)
        )
    return made
