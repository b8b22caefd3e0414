"""A month as people plan it: activities over days, what is due, what waits for its hour, what went up."""

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.dateparse import parse_datetime

from portal.approval.models import Case
from portal.approval.rules import State
from portal.base.clock import ZONE
from portal.desk.queries.owed import Owed, owed, sections_known, seen_by, sight_of
from portal.desk.queries.works import Sections, Work, works_about
from portal.desk.rules import due
from portal.news.presenters import address
from portal.news.queries import visible_to
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board
from portal.plan.models import PlanEntry
from portal.plan.queries import between, clocks
from portal.plan.rules import Clocks, last_second

KINDS = {"due": "Hạn nộp bài", "clock": "Hạn đăng", "hour": "Hẹn giờ đăng", "up": "Đã đăng"}
UNDER_WAY = (State.DRAFT, State.SENT_BACK, State.IN_REVIEW, State.APPROVED)
STATES = {State.DRAFT: "đang viết", State.SENT_BACK: "trả lại để sửa", State.IN_REVIEW: "đang duyệt"}


@dataclass(frozen=True)
class Filter:
    """What the month is narrowed to; empty: nothing."""

    section: str = ""
    field: int | None = None
    person: int | None = None

    def keeps(self, *, section: str, field_id: int | None, people: frozenset[int]) -> bool:
        return (
            (not self.section or section == self.section)
            and (self.field is None or field_id == self.field)
            and (self.person is None or self.person in people)
        )


@dataclass(frozen=True)
class Mark:
    """One thing on one day."""

    kind: str
    at: datetime
    title: str
    url: str
    note: str = ""
    section: str = ""
    late: bool = False

    @property
    def label(self) -> str:
        return KINDS[self.kind]

    @property
    def timed(self) -> bool:
        return self.kind in ("hour", "up")


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
    found.people = sorted({row.assignment.person for row in owing if row.assignment.person}, key=str)
    marks: dict[date, list[Mark]] = defaultdict(list)
    for mark in _marks(person, board, at, stretch, only, found, owing):
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


def _marks(
    person: Person, board: Board, at: datetime, stretch: tuple[date, date], only: Filter, found: Month,
    owing: list[Owed],
) -> Iterator[Mark]:  # fmt: skip
    first, last = (last_second(stretch[0]) - timedelta(days=1), last_second(stretch[1]))
    numbers = clocks()
    for row in owing:
        slug = row.assignment.section_slug or row.assignment.entry.section_slug
        if first < row.due <= last and only.keeps(section=slug, field_id=row.field_id, people=row.people):
            url = row.article.url if row.article else f"/ke-hoach/viec/{row.assignment.entry_id}/"
            yield Mark("due", row.due, row.what, url, f"{row.who} · {row.state}", row.section, row.late)
    yield from _entry_clocks(found, numbers, {row.assignment.entry_id for row in owing}, at, first, last)
    yield from _under_way(person, board, at, first, last, only, found.sections, numbers)
    up = visible_to(person, at).filter(case__published_at__gt=first, case__published_at__lte=last)
    for one in up:
        if only.keeps(section=one.section.slug, field_id=one.section.field_id, people=_hands(one.case)):
            yield Mark("up", one.case.published_at, one.title, address(one), "", one.section.title)


def _hands(case: Case) -> frozenset[int]:
    return frozenset({case.creator_id, *case.authors})


def _entry_clocks(
    found: Month, numbers: Clocks, asked: set[int], at: datetime, first: datetime, last: datetime
) -> Iterator[Mark]:
    """Activities nobody was asked to write about and nothing was published of yet: their own hour (Điều 16.1.1)."""
    works: dict[int, list[Work]] = works_about(one.pk for one in found.entries)
    for one in found.entries:
        hour = numbers.after_event(one.ends)
        if (
            one.pk not in asked
            and first < hour <= last
            and not any(work.published_at for work in works.get(one.pk, ()))
        ):
            title = found.sections.get(one.section_slug, ("", None, 0))[0]
            yield Mark("clock", hour, one.title, f"/ke-hoach/viec/{one.pk}/", "chưa giao ai viết", title, hour < at)


def _under_way(
    person: Person, board: Board, at: datetime, first: datetime, last: datetime, only: Filter, sections: Sections,
    numbers: Clocks,
) -> Iterator[Mark]:  # fmt: skip
    """What waits for its hour, and articles whose event sets them one, of those this person may follow."""
    follows = person.pk in board.everyone | board.principals | board.vice_principals | board.sysadmins
    by_id = {pk: (slug, title, field_id) for slug, (title, field_id, pk) in sections.items()}
    keys = ("genre", "notice", "section", "opening_at", "event_start", "event_end")
    cases = Case.objects.filter(state__in=UNDER_WAY, published_at=None)
    rows = cases.values("page_id", "title", "state", "creator_id", "authors", "publish_at",
                        *(f"revision__content__{key}" for key in keys))  # fmt: skip
    for row in rows:
        text: dict[str, Any] = {key: row[f"revision__content__{key}"] for key in keys}
        hands = frozenset({row["creator_id"], *row["authors"]})
        slug, title, field_id = by_id.get(text["section"], ("", "", None))
        if not text["genre"] or not (follows or person.pk in hands):
            continue
        if not only.keeps(section=slug, field_id=field_id, people=hands):
            continue
        url = f"/viec/{row['page_id']}/"
        if row["state"] == State.APPROVED:
            if row["publish_at"] and first < row["publish_at"] <= last:
                yield Mark("hour", row["publish_at"], row["title"], url, "", title)
            continue
        hours = {key: _hour(text[key]) for key in keys[3:]}
        found = due(genre=text["genre"], notice=bool(text["notice"]), clocks=numbers, **hours)
        if found is not None and first < found.at <= last:
            yield Mark("clock", found.at, row["title"], url, STATES[State(row["state"])], title, found.at < at)


def _hour(value: object) -> datetime | None:
    at = parse_datetime(value) if isinstance(value, str) else None
    return at.astimezone(ZONE) if at is not None else None
