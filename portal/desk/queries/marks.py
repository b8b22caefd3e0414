"""What falls on a day: hours to hand in and to be up by, what waits for its hour, what went up – for whoever may see it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.dateparse import parse_datetime

from portal.approval.models import Case
from portal.approval.rules import State
from portal.base.clock import ZONE
from portal.desk.queries.owed import Owed
from portal.desk.queries.works import Sections, told_of
from portal.desk.rules import due
from portal.news.presenters import path_of
from portal.news.queries import visible_to
from portal.people.models import Person
from portal.people.rules import Board
from portal.plan.models import PlanEntry
from portal.plan.queries import clocks
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


def marks_of(
    person: Person, board: Board, at: datetime, stretch: tuple[date, date], only: Filter, sections: Sections,
    entries: list[PlanEntry], owing: list[Owed],
) -> Iterator[Mark]:  # fmt: skip
    """Everything on a day of that stretch this person may see."""
    first, last = (last_second(stretch[0]) - timedelta(days=1), last_second(stretch[1]))
    numbers = clocks()
    for row in owing:
        if first < row.due <= last and only.keeps(section=row.slug, field_id=row.field_id, people=row.people):
            url = (row.article.url if row.article else "") or f"/ke-hoach/viec/{row.assignment.entry_id}/"
            yield Mark("due", row.due, row.what, url, f"{row.who} · {row.state}", row.section, row.late)
    yield from _entry_clocks(entries, sections, numbers, {row.assignment.entry_id for row in owing}, at, first, last)
    yield from _under_way(person, board, at, first, last, only, sections, numbers)
    yield from _up(person, at, first, last, only, sections)


def _up(
    person: Person, at: datetime, first: datetime, last: datetime, only: Filter, sections: Sections
) -> Iterator[Mark]:
    """What went up here, told without reading the words of any of it; not what the portal before had."""
    up = visible_to(person, at).filter(case__published_at__gt=first, case__published_at__lte=last, case__past=None)
    by_id = {pk: (slug, title, field_id) for slug, (title, field_id, pk) in sections.items()}
    told = up.values_list("title", "url_path", "section", "case__published_at", "case__creator", "case__authors")
    for name, path, section, hour, creator, authors in told:
        slug, title, field_id = by_id.get(section, ("", "", None))
        if only.keeps(section=slug, field_id=field_id, people=frozenset({creator, *authors})):
            yield Mark("up", hour, name, path_of(path), "", title)


def _entry_clocks(
    entries: list[PlanEntry], sections: Sections, numbers: Clocks, asked: set[int], at: datetime, first: datetime,
    last: datetime,
) -> Iterator[Mark]:  # fmt: skip
    """Activities nobody was asked to write about and nothing was published of yet: their own hour (Điều 16.1.1)."""
    hours = {one.pk: numbers.after_event(one.ends) for one in entries if one.pk not in asked}
    silent = {pk for pk, hour in hours.items() if first < hour <= last}
    silent -= told_of(silent)
    for one in entries:
        if one.pk in silent:
            hour = hours[one.pk]
            title = sections.get(one.section_slug, ("", None, 0))[0]
            yield Mark("clock", hour, one.title, f"/ke-hoach/viec/{one.pk}/", "chưa giao ai viết", title, hour < at)


def _under_way(
    person: Person, board: Board, at: datetime, first: datetime, last: datetime, only: Filter, sections: Sections,
    numbers: Clocks,
) -> Iterator[Mark]:  # fmt: skip
    """What waits for its hour, and articles whose event sets them one, of those this person may follow."""
    follows = person.pk in board.everyone | board.principals | board.vice_principals | board.sysadmins
    by_id = {pk: (slug, title, field_id) for slug, (title, field_id, pk) in sections.items()}
    keys = ("genre", "notice", "section", "opening_at", "event_start", "event_end")
    cases = Case.objects.filter(state__in=UNDER_WAY, published_at=None, past=None)
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
