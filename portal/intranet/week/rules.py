"""The weekly schedule: who posts it, when it is due, which week it is, what collides, what outsiders read (Điều 15.2). Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from portal.base.rules import Ground, Refusal
from portal.intranet.week.typed import Part as Part
from portal.people.rules import Board

CLAUSE = "Điều 15.2"
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
PARTS: Mapping[Part, str] = {Part.MORNING: "Sáng", Part.AFTERNOON: "Chiều", Part.EVENING: "Tối"}


class Duty(StrEnum):
    """Who watches over the school."""

    BOARD = "bgh"
    CLASS = "lop"
    GUARD = "bao-ve"
    OTHER = "khac"


DUTIES: Mapping[Duty, str] = {
    Duty.BOARD: "Trực Ban giám hiệu", Duty.CLASS: "Lớp trực tuần", Duty.GUARD: "Bảo vệ", Duty.OTHER: "Trực khác",
}  # fmt: skip


def may_post(board: Board, person: int, named: Collection[int]) -> Refusal | None:
    """R-WEEK-01: the school board and whoever the Principal named post the week; nobody approves it."""
    if person in board.principals | board.vice_principals or person in named:
        return None
    return Refusal("R-WEEK-01", CLAUSE, "Lịch công tác tuần do Ban giám hiệu và nhân viên được giao đăng.")


def may_name_posters(board: Board, person: int) -> Refusal | None:
    """R-WEEK-02: the Principal says who else posts the week."""
    if person in board.principals:
        return None
    return Refusal("R-WEEK-02", CLAUSE, "Hiệu trưởng giao việc đăng lịch công tác tuần.")


def is_of_the_staff(insider: bool) -> Refusal | None:
    """R-WEEK-02: only somebody of the staff is named."""
    if insider:
        return None
    return Refusal("R-WEEK-02", CLAUSE, "Chỉ giao cho cán bộ, giáo viên, nhân viên đang làm việc ở trường.", "person",
                   Ground.NOT_READY)  # fmt: skip


def named_once(already: bool) -> Refusal | None:
    """R-WEEK-02: nobody is named twice at once."""
    if not already:
        return None
    return Refusal("R-WEEK-02", CLAUSE, "Thầy/cô này đang được giao rồi.", "person", Ground.CONFLICT)


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def school_year_of(monday: date, openings: Iterable[date]) -> date | None:
    """R-WEEK-03: the opening day (khai giảng) of the school year a week belongs to: the latest whose year began, four
    weeks of preparation before it counted in; None before the first one known."""
    begun = [opening for opening in openings if monday_of(opening) - timedelta(weeks=PREPARING) <= monday]
    return max(begun, default=None)


PREPARING = 4  # weeks before the opening day that belong to the new school year
OPENING = (9, 5)  # month and day, where the school set none


def openings(said: Iterable[str], monday: date) -> tuple[date, ...]:
    """R-WEEK-03: the opening days near a week: those the school set (`said`, as “2026-09-05”, each for its year, a later word
    over an earlier), else the fifth of September."""
    told = {day.year: day for one in said if len(one) == 10 for day in [date.fromisoformat(one)]}
    return tuple(told.get(year, date(year, *OPENING)) for year in (monday.year - 1, monday.year))


def week_number(monday: date, opening: date) -> int:
    """R-WEEK-03: week 1 holds the opening day; the weeks of preparation before it count 0, -1, -2, -3 (Điều 15.2)."""
    return (monday - monday_of(opening)).days // 7 + 1


def week_title(number: int) -> str:
    """How a week is called: “Tuần 12”; before the opening day “Tuần chuẩn bị 4”, the last of them."""
    return f"Tuần {number}" if number >= 1 else f"Tuần chuẩn bị {number + PREPARING}"


def due_at(monday: date, hour: time, zone: object) -> datetime:
    """R-WEEK-04: the week is due on its Monday at `hour` of the school's day."""
    return datetime.combine(monday, hour, zone)  # type: ignore[arg-type]


def is_late(posted_at: datetime | None, due: datetime, at: datetime) -> bool:
    """R-WEEK-04: computed from the hours, never stored: not posted when due, or posted after it."""
    return (posted_at or at) > due


def within_week(day: date, monday: date) -> Refusal | None:
    """R-WEEK-05: a line stands on a day of its week."""
    if 0 <= (day - monday).days <= 6:
        return None
    return Refusal("R-WEEK-05", CLAUSE, "Ngày này không thuộc tuần đang soạn.", "day", Ground.NOT_READY)


def begins_on_monday(monday: date, at: date) -> Refusal | None:
    """R-WEEK-07: a week is made from its Monday on, one that is not over, and at most a year ahead."""
    if monday.weekday() == 0 and -7 < (monday - at).days <= 371:
        return None
    return Refusal("R-WEEK-07", CLAUSE, "Chỉ soạn lịch cho tuần này và các tuần tới, trong vòng một năm.", "monday",
                   Ground.NOT_READY)  # fmt: skip


def not_begun(exists: bool) -> Refusal | None:
    """R-WEEK-08: a week has one schedule."""
    if not exists:
        return None
    return Refusal("R-WEEK-08", CLAUSE, "Tuần này đã có lịch; thầy/cô sửa tiếp trên lịch ấy.", ground=Ground.CONFLICT)


def still_to_come(monday: date, at: date) -> Refusal | None:
    """R-WEEK-09: the schedule of a week that is over stays as it was."""
    if at <= monday + timedelta(days=6):
        return None
    return Refusal("R-WEEK-09", CLAUSE, "Tuần này đã qua, lịch được giữ nguyên như lúc ấy.", ground=Ground.CONFLICT)


def ready_to_post(lines: int, posted: bool) -> Refusal | None:
    """R-WEEK-10: a week is posted once, with something in it."""
    if posted:
        return Refusal("R-WEEK-10", CLAUSE, "Lịch tuần này đã đăng rồi; sửa dòng nào, người liên quan được báo dòng ấy.",
                       ground=Ground.CONFLICT)  # fmt: skip
    if not lines:
        return Refusal("R-WEEK-10", CLAUSE, "Lịch chưa có việc nào để đăng.", ground=Ground.NOT_READY)
    return None


def says_what(content: str) -> Refusal | None:
    """R-WEEK-11: a line says what is done."""
    if content:
        return None
    return Refusal("R-WEEK-11", CLAUSE, "Dòng này chưa nói việc gì.", "content", Ground.NOT_READY)


def says_day(said: bool) -> Refusal | None:
    """R-WEEK-16: a line says on which day."""
    if said:
        return None
    return Refusal("R-WEEK-16", CLAUSE, "Dòng này chưa nói việc vào ngày nào; gõ thêm “T5” hoặc chọn ngày.", "day",
                   Ground.NOT_READY)  # fmt: skip


def says_when(starts: time | None, ends: time | None) -> Refusal | None:
    """R-WEEK-12: an hour to end needs an earlier one to begin."""
    if ends is None or (starts is not None and starts < ends):
        return None
    return Refusal("R-WEEK-12", CLAUSE, "Giờ kết thúc phải sau giờ bắt đầu.", "ends", Ground.NOT_READY)


def same_as_seen(seen: int | None, now: int) -> Refusal | None:
    """R-WEEK-13: nobody writes over what another changed meanwhile."""
    if seen is None or seen == now:
        return None
    return Refusal("R-WEEK-13", CLAUSE, "Dòng này vừa được người khác sửa; thầy/cô xem lại rồi sửa tiếp.",
                   ground=Ground.CONFLICT)  # fmt: skip


def repeats(day: date, planned: tuple[date, date], *, confirmed: bool, cancelled: bool) -> bool:
    """R-WEEK-14: outsiders read of a line only what the confirmed plan says of that day (Điều 14.2, 15.2)."""
    return confirmed and not cancelled and planned[0] <= day <= planned[1]


def comes_back(begun: date, ended: date | None, every: int, monday: date) -> bool:
    """R-WEEK-15: whether a repeated line stands in the week of `monday`: every so many weeks from its first on."""
    weeks = (monday - monday_of(begun)).days // 7
    return weeks > 0 and weeks % every == 0 and (ended is None or monday <= ended)


@dataclass(frozen=True)
class Slot:
    """One line as the search for collisions sees it: minutes of the day, whom it takes, where. Without hours it takes its
    whole part of the day for a place and for nobody in particular."""

    id: int
    day: date
    part: Part
    starts: time | None
    ends: time | None
    people: frozenset[int] = frozenset()
    everyone: bool = False
    place: str = ""  # folded


LASTS = timedelta(minutes=60)  # of a line that says when it begins and not when it ends


@dataclass(frozen=True)
class Clash:
    """Two lines that cannot both be: the same person, or the same place, at the same time."""

    one: int
    other: int
    people: frozenset[int]
    place: str


def clashes(slots: Iterable[Slot]) -> list[Clash]:
    """R-WEEK-06: every pair of lines whose hours overlap and who share a person or a place. A warning, never a bar: the
    school may mean it."""
    found, seen = [], list[Slot]()
    for slot in sorted(slots, key=lambda one: (one.day, one.id)):
        for earlier in seen:
            if earlier.day == slot.day and _overlap(earlier, slot):
                people = _shared(earlier, slot)
                place = slot.place if slot.place and slot.place == earlier.place else ""
                if people or place:
                    found.append(Clash(earlier.id, slot.id, people, place))
        seen.append(slot)
    return found


def _overlap(one: Slot, other: Slot) -> bool:
    (a, b), (c, d) = _span(one), _span(other)
    return a < d and c < b


def _span(slot: Slot) -> tuple[datetime, datetime]:
    """From–until, half-open; a line without hours takes no time at all, for nobody can say when."""
    if slot.starts is None:
        nowhere = datetime.combine(slot.day, time.min)
        return nowhere, nowhere
    begins = datetime.combine(slot.day, slot.starts)
    return begins, datetime.combine(slot.day, slot.ends) if slot.ends else begins + LASTS


def _shared(one: Slot, other: Slot) -> frozenset[int]:
    if one.everyone:
        return other.people
    return one.people if other.everyone else one.people & other.people
