"""When what the school discloses is due, when it is late, how long it stays (TT 09/2024 Đ.15). Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Asia/Ho_Chi_Minh")
EVERY_YEAR = frozenset({(1, 1), (4, 30), (5, 1), (9, 2)})  # days off that are the same each year


class State(StrEnum):
    """Where one point of one year stands."""

    MISSING = "missing"
    DRAFTED = "drafted"
    WAITING = "waiting"
    UP = "up"
    LATE = "late"


STATES: Mapping[State, str] = {
    State.MISSING: "chưa có",
    State.DRAFTED: "đang soạn",
    State.WAITING: "chờ duyệt",
    State.UP: "đã công khai",
    State.LATE: "quá hạn",
}


@dataclass(frozen=True)
class Terms:
    """The numbers of TT 09/2024 Đ.15 with the days they came into force (`base.regulation.history("disclosure")`)."""

    changes: Mapping[str, tuple[tuple[date, str], ...]] = field(default_factory=dict)

    def value(self, name: str, on: date, signed: str) -> str:
        held = [value for since, value in self.changes.get(f"disclosure.{name}", ()) if since <= on]
        return held[-1] if held else signed

    def number(self, name: str, on: date, signed: int) -> int:
        return int(self.value(name, on, str(signed)))

    def due_day(self, year: int) -> date:
        """R-DISC-10: the last day in time for the points of a school year: 30 June within it (TT 09/2024 Đ.15)."""
        month, _, day = self.value("due_day", date(year, 9, 1), "06-30").partition("-")
        return date(year + 1, int(month), int(day))

    def after_change(self, changed_on: date) -> date:
        """R-DISC-11: what changed is disclosed anew within ten working days, days off of the law left out (TT 09/2024 Đ.15)."""
        return self.working_days_after(changed_on, self.number("change_working_days", changed_on, 10))

    def after_takedown(self, down_on: date) -> date:
        """R-DISC-12: what came down for somebody's privacy is up again, redacted, within ten working days (Điều 8.1)."""
        return self.working_days_after(down_on, self.number("redact_working_days", down_on, 10))

    def working_days_after(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`."""
        off, made_up = self._days("days_off", day), self._days("days_made_up", day)
        while count > 0:
            day += timedelta(days=1)
            free = day.weekday() > 4 or day in off or (day.month, day.day) in EVERY_YEAR
            count -= day in made_up or not free
        return day

    def _days(self, name: str, on: date) -> frozenset[date]:
        """Days as the school wrote them: 2027-02-05..2027-02-11, 2027-04-16."""
        found: set[date] = set()
        for part in filter(None, self.value(name, on, "").replace(" ", "").split(",")):
            first, _, last = part.partition("..")
            begins, ends = date.fromisoformat(first), date.fromisoformat(last or first)
            found |= {begins + timedelta(days=n) for n in range((ends - begins).days + 1)}
        return frozenset(found)

    def keep_until(self, first_up: datetime) -> date:
        """R-DISC-13: what was disclosed stays for five years from its first publication (TT 09/2024 Đ.15)."""
        day = first_up.astimezone(HERE).date()
        years = self.number("keep_years", day, 5)
        leap = (day.month, day.day) == (2, 29)
        return date(day.year + years, 3, 1) if leap and not _leap(day.year + years) else day.replace(day.year + years)

    def board_until(self, posted_on: date) -> date:
        """R-DISC-15: a copy hangs on the notice-board for ninety days, the day of posting being the first (TT 09/2024 Đ.15)."""
        return posted_on + timedelta(days=self.number("board_days", posted_on, 90) - 1)

    def remind_days(self, on: date) -> tuple[int, ...]:
        return tuple(int(one) for one in self.value("remind_days", on, "14,3").split(",") if one.strip())


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


@dataclass(frozen=True)
class Known:
    """What is known of one point of one year: the state of its newest text, what is up, since when, what changed."""

    text: str = ""  # state of the case; "" where nobody began
    live: bool = False
    first_up: datetime | None = None
    last_up: datetime | None = None
    changed_on: date | None = None  # the oldest change told that no version has followed
    private_since: datetime | None = None  # down for somebody's privacy, and not up again


@dataclass(frozen=True)
class Stands:
    """Where it stands: `state` is LATE from the second after `due`; `under` is what it is beneath that."""

    state: State
    under: State
    due: date | None
    why: str = ""

    @property
    def label(self) -> str:
        return STATES[self.state]


def begins(day: date) -> datetime:
    return datetime.combine(day, time.min, HERE)


def is_late(due: date, at: datetime) -> bool:
    """R-DISC-14: red from the second after the last day is over, in Asia/Ho_Chi_Minh (TT 09/2024 Đ.15)."""
    return at >= begins(due + timedelta(days=1))


def stands(known: Known, year: int, terms: Terms, at: datetime) -> Stands:
    """Where one point stands at `at`."""
    due, why = _owed(known, year, terms)
    if known.text in ("in_review", "approved"):
        under = State.WAITING
    elif known.live and (known.text == "published" or due is None):
        under = State.UP
    else:
        under = State.DRAFTED if known.text else State.MISSING
    late = due is not None and is_late(due, at)
    return Stands(State.LATE if late else under, under, due, why)


def _owed(known: Known, year: int, terms: Terms) -> tuple[date | None, str]:
    """Until when something is owed, and what; (None, "") where nothing is."""
    if known.private_since is not None:
        due = terms.after_takedown(known.private_since.astimezone(HERE).date())
        return due, "bản đã che thông tin riêng tư"
    if known.live:
        if known.changed_on is None:
            return None, ""
        return terms.after_change(known.changed_on), "bản mới, vì nội dung đã thay đổi"
    return terms.due_day(year), "công khai của năm học"


def in_time(first_up: datetime | None, year: int, terms: Terms) -> bool:
    """Whether it was up for the first time before it was late."""
    return first_up is not None and not is_late(terms.due_day(year), first_up)


def remind_mark(due: date, at: datetime, days: Iterable[int]) -> int | None:
    """R-DISC-16: whoever answers for a point is reminded 14 and 3 days before it is due; of two marks passed at once the last
    counts. 0 on the days after it: then the board is told too (Điều 16.1.2)."""
    today = at.astimezone(HERE).date()
    if today > due:
        return 0
    passed = [mark for mark in days if due - timedelta(days=mark) <= today]
    return min(passed, default=None)
