"""A week as plain values, for every way of showing it: screens, paper, calendars, programs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID

from portal.base.clock import ZONE
from portal.intranet.week.rules import DUTIES, PARTS, WEEKDAYS, Duty, Part

CHANGES: Mapping[str, str] = {"add": "Bổ sung", "change": "Thay đổi", "cancel": "Hủy"}
LABELS: Mapping[str, str] = {
    "day": "ngày", "part": "buổi", "hours": "giờ", "content": "nội dung", "attendees": "thành phần", "lead": "chủ trì",
    "place": "địa điểm", "preparation": "chuẩn bị",
}  # fmt: skip
NOBODY = "để trống"


def hours(starts: time | None, ends: time | None) -> str:
    """How hours are written: “14:00”, “7:30–9:00”, nothing."""
    return "–".join(f"{one.hour}:{one:%M}" for one in (starts, ends) if one is not None)


@dataclass(frozen=True)
class Change:
    """What became another after the week was posted: `kind` add, change or cancel; what was, by name of the column."""

    kind: str
    at: datetime
    by: str
    reason: str = ""
    before: tuple[tuple[str, str], ...] = ()  # (name of a column, what stood there)
    after: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        return CHANGES[self.kind]


@dataclass(frozen=True)
class Line:
    """One line. `change` is the newest since the week was posted; None once the week is over or where nothing changed."""

    id: int
    uid: UUID
    sequence: int
    day: date
    part: Part
    starts: time | None
    ends: time | None
    content: str
    attendees: str
    lead: str
    place: str
    preparation: str
    everyone: bool = False
    cancelled: bool = False
    repeated: bool = False
    plan_entry: int | None = None
    planned: str = ""  # the title of that entry of the plan
    change: Change | None = None
    updated_at: datetime | None = None

    @property
    def hours(self) -> str:
        return hours(self.starts, self.ends)

    @property
    def who(self) -> str:
        """Who attends, in words."""
        return self.attendees or ("Toàn trường" if self.everyone else "")

    @property
    def weekday(self) -> str:
        return WEEKDAYS[self.day.weekday()]

    @property
    def begins_at(self) -> datetime | None:
        return datetime.combine(self.day, self.starts, ZONE) if self.starts else None

    @property
    def ends_at(self) -> datetime | None:
        return datetime.combine(self.day, self.ends, ZONE) if self.ends else None


@dataclass(frozen=True)
class PartOfDay:
    """The lines of one part of a day, in the order of their hours."""

    part: Part
    lines: tuple[Line, ...]

    @property
    def name(self) -> str:
        return PARTS[self.part]


@dataclass(frozen=True)
class Day:
    """One day with the parts that have something in them."""

    day: date
    parts: tuple[PartOfDay, ...]

    @property
    def name(self) -> str:
        return WEEKDAYS[self.day.weekday()]

    @property
    def many(self) -> int:
        return sum(len(one.lines) for one in self.parts)


@dataclass(frozen=True)
class DutyLine:
    """Who is on duty; `day` None for the whole week."""

    kind: Duty
    who: str
    day: date | None = None
    person: int | None = None

    @property
    def name(self) -> str:
        return DUTIES[self.kind]

    @property
    def when(self) -> str:
        return WEEKDAYS[self.day.weekday()] if self.day else "cả tuần"


@dataclass(frozen=True)
class Signer:
    """Who posted the week and as what: “Hiệu trưởng”, “Phó Hiệu trưởng”, “Người được giao đăng”."""

    id: int
    name: str
    office: str


@dataclass(frozen=True)
class Sheet:
    """A week: seven days, duties, note, who posted it when, what changed since."""

    id: int
    monday: date
    sunday: date
    number: int | None  # 1 is the week of the opening day; None where no school year is known
    name: str  # “Tuần 13”
    days: tuple[Day, ...]
    duties: tuple[DutyLine, ...] = ()
    note: str = ""
    posted_at: datetime | None = None
    changed_at: datetime | None = None
    signer: Signer | None = None
    late: bool = False
    due: datetime | None = None
    changes: tuple[tuple[Line, Change], ...] = field(default=())  # all, oldest first

    @property
    def title(self) -> str:
        return title(self.name, self.monday, self.sunday)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for day in self.days for part in day.parts for line in part.lines)


def title(name: str, monday: date, sunday: date) -> str:
    """How a week's paper is headed: “LỊCH CÔNG TÁC TUẦN 13 (từ 23/11 đến 29/11/2026)”."""
    first = f"{monday:%d/%m}" if monday.year == sunday.year else f"{monday:%d/%m/%Y}"
    return f"LỊCH CÔNG TÁC {name.upper()} (từ {first} đến {sunday:%d/%m/%Y})"
