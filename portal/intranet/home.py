"""What one of the staff finds inside this morning: gathered from the room's works, each asked who may see what (Điều 15.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db.models import Q

from portal.base.clock import ZONE
from portal.intranet.gate import Here
from portal.intranet.library import queries as library
from portal.intranet.library.rules import Teacher
from portal.intranet.models import LibraryItem, UpNotice
from portal.intranet.notices import queries as notices
from portal.intranet.notices.roll import roll
from portal.intranet.notices.rules import Colleague
from portal.intranet.timetable import queries as timetable
from portal.intranet.timetable.rules import SESSIONS, Lesson
from portal.intranet.week import queries as week
from portal.intranet.week.rules import monday_of
from portal.intranet.week.told import Day, DutyLine, PartOfDay, Sheet

MOST_WAITING, MOST_NOTICES, MOST_NEW, MOST_LATER = 5, 4, 5, 8
AN_HOUR = timedelta(hours=1)
NEW = timedelta(days=60)  # how long something is new in the library


class Later(NamedTuple):
    """A day still to come, with the parts of it that have lines which concern the reader."""

    day: Day
    parts: list[PartOfDay]


@dataclass(frozen=True)
class ThisWeek:
    """The week as one person reads it. `sheet` None where it is not posted; `mine` are the lines that concern him."""

    name: str
    monday: date
    sheet: Sheet | None
    today: Day | None
    mine: frozenset[int]
    later: list[Later]
    duties: list[DutyLine]
    running: frozenset[int]
    over: frozenset[int]
    may_post: bool
    begun: bool
    due: datetime
    late: bool


@dataclass(frozen=True)
class New:
    """What came into the library last: of one's own units and subjects, or where that is nothing, of all."""

    items: Sequence[LibraryItem]
    own: bool


def this_week(here: Here, today: date) -> ThisWeek:
    """The week of `today`, a day of the school's."""
    monday = monday_of(today)
    sheet = week.sheet(monday, here.at)
    posted = sheet if sheet is not None and sheet.posted_at else None
    sunday, due = monday + timedelta(days=6), (sheet.due if sheet is not None else None) or week.due(monday)
    today_s = next((day for day in posted.days if day.day == today), None) if posted else None
    mine = frozenset(line.id for line in week.of_person(here.person, today, sunday, here.at)) if posted else frozenset()
    return ThisWeek(
        posted.name if posted else week.numbered(monday)[1], monday, posted,
        today_s, mine, _later(posted, today, mine) if posted else [],
        [one for one in posted.duties if one.day in (None, today)] if posted else [], *_hours(today_s, here.at),
        week.may_post(here.board, here.person, here.at), sheet is not None, due, posted is None and here.at > due,
    )  # fmt: skip


def _hours(day: Day | None, at: datetime) -> tuple[frozenset[int], frozenset[int]]:
    """Which lines of a day are going on at `at`, and which are over; one without a written end lasts an hour."""
    running, over = set[int](), set[int]()
    for line in (line for part in day.parts for line in part.lines) if day else ():
        begins = line.begins_at
        if begins is not None and begins <= at and not line.cancelled:
            (running if at < (line.ends_at or begins + AN_HOUR) else over).add(line.id)
    return frozenset(running), frozenset(over)


def _later(sheet: Sheet, today: date, mine: frozenset[int]) -> list[Later]:
    """The days after `today` that have lines of his, until there are enough lines."""
    found, many = list[Later](), 0
    for day in sheet.days:
        parts = [PartOfDay(part.part, tuple(line for line in part.lines if line.id in mine)) for part in day.parts]
        parts = [part for part in parts if part.lines]
        if day.day > today and parts and many < MOST_LATER:
            found.append(Later(day, parts))
            many += sum(len(part.lines) for part in parts)
    return found


@dataclass(frozen=True)
class Notices:
    """What waits for this person's word, how much of it there is, and the newest of the rest."""

    waiting: list[notices.Row]
    many: int
    newest: list[notices.Row]


def told_notices(here: Here) -> Notices:
    """The notices of this school year for one of the staff; those he must still confirm stand apart, the nearest day first."""
    staff = roll(here.at, board=here.board)
    me = staff.people.get(here.person.pk, Colleague(0))
    waiting: list[UpNotice] = list(notices.unconfirmed(here.person, here.at, me, here.board)[: MOST_WAITING * 10])
    held = {one.pk for one in waiting}
    visible = notices.visible_to(here.person, here.at, here.board, me).filter(year=notices.this_year(here.at))
    newest = list(visible.exclude(pk__in=held)[:MOST_NOTICES])
    shown = waiting[:MOST_WAITING]
    rows = notices.rows([*shown, *newest], here.person, here.at, here.board, staff) if shown or newest else []
    return Notices(rows[: len(shown)], len(waiting), rows[len(shown) :])


def new_in_library(here: Here, me: Teacher) -> New:
    """What of the last weeks is of one's own units, or of a subject one has sent something for."""
    up = (
        library.visible_to(here.person, here.at, here.board)
        .filter(case__published_at__gt=here.at - NEW)
        .exclude(case__creator=here.person)
    )
    rows = up.select_related("subject", "unit", "case__creator").order_by("-case__published_at", "-pk")
    subjects = LibraryItem.objects.filter(case__creator=here.person, subject__isnull=False).values("subject")
    about = Q(unit__in=me.units) | Q(subject__in=subjects)
    own = list(rows.filter(about)[:MOST_NEW])
    return New(own or list(rows[:MOST_NEW]), bool(own))


def lessons_today(here: Here) -> list[tuple[str, list[Lesson]]]:
    """What this teacher teaches today, by half of the day, under the timetable in force."""
    found = timetable.of_day(here.person, here.at)
    halves = [(name, [one for one in found if one.session == half]) for half, name in SESSIONS.items()]
    return [(name, lessons) for name, lessons in halves if lessons]


def teacher(here: Here) -> Teacher:
    """The reader with his units, as the library knows him."""
    return library.teacher(here.person, here.at)


def opinions_asked(me: Teacher) -> int:
    """How many items of the library lie with this leader of a unit for an opinion."""
    return library.asked_of(me).count() if me.leads else 0


def today_of(at: datetime) -> date:
    """The day at the school."""
    return at.astimezone(ZONE).date()
