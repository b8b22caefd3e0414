"""The timetable: what a lesson is, who brings one in, which version is in force, what collides, what changed (Điều 14.2, 15.1). Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from portal.base.rules import Ground, Refusal
from portal.base.text import exact_key, folded_key
from portal.people.rules import Board

CLAUSE = "Điều 14.2"
DAY_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
MOST_LESSONS = 4000  # fifty classes, forty lessons each, twice over
LAST_PERIOD = 12


class Session(StrEnum):
    """Half of the school's day."""

    MORNING = "sang"
    AFTERNOON = "chieu"


SESSIONS: Mapping[Session, str] = {Session.MORNING: "Sáng", Session.AFTERNOON: "Chiều"}
Slot = tuple[int, Session, int]  # weekday from Monday 0, half of the day, period from 1


@dataclass(frozen=True)
class Lesson:
    """One period of one class. `teacher` is as written, `person` who that is; `cell` where it was read."""

    school_class: str
    day: int
    session: Session
    period: int
    subject: str
    teacher: str = ""
    room: str = ""
    person: int | None = None
    cell: str = ""

    @property
    def slot(self) -> Slot:
        return self.day, self.session, self.period


@dataclass(frozen=True)
class Unclear:
    """A cell nobody understands, and why, in the words of a colleague."""

    cell: str
    text: str
    why: str


def slot_name(slot: Slot) -> str:
    """“thứ Hai, sáng tiết 2”."""
    day, session, period = slot
    return f"{DAY_NAMES[day]}, {SESSIONS[session].lower()} tiết {period}"


def class_key(name: str) -> tuple[int, str, int, str]:
    """Classes in the order of a school: by grade, letter, number."""
    grade = next((n for n in (2, 1) if name[:n].isdigit()), 0)
    rest = name[grade:].lstrip("/.")
    letter = "".join(one for one in rest if one.isalpha())
    number = "".join(one for one in rest if one.isdigit())
    return int(name[:grade] or 0), letter, int(number or 0), name


# ---- what collides ----

NOBODY = frozenset({"gvcn", "gv", "cn", "bgh", "tpt", "tptd", "ban giam hieu", "giao vien chu nhiem", "tat ca", "gvbm"})
SHARED = ("san", "nha da nang", "nha the chat", "hoi truong")  # places that hold several classes at once


@dataclass(frozen=True)
class Clash:
    """Lessons that cannot all be: one teacher, room or class in two places at once."""

    what: str  # teacher | room | class
    name: str
    slot: Slot
    lessons: tuple[Lesson, ...]

    def __str__(self) -> str:
        where = " và ".join(
            f"lớp {one.school_class} ({one.subject}{f', ô {one.cell}' if one.cell else ''})" for one in self.lessons
        )
        head = {"teacher": f"Thầy/cô {self.name}", "room": self.name, "class": f"Lớp {self.name}"}[self.what]
        return f"{head} {'có hai tiết' if self.what == 'class' else 'trùng'} lúc {slot_name(self.slot)}: {where}."


def clashes(lessons: Iterable[Lesson]) -> list[Clash]:
    """R-TABLE-03: every teacher, room and class asked to be in two places in one period, in the order of the week. A warning,
    never a bar. Lessons read from one merged cell are one lesson for several classes; yards and halls hold many (Điều 14.2)."""
    held: dict[tuple[str, Slot, str], list[Lesson]] = defaultdict(list)
    for one in lessons:
        held["class", one.slot, one.school_class].append(one)
        if key := teacher_key(one):
            held["teacher", one.slot, key].append(one)
        if one.room and not folded_key(one.room).startswith(SHARED):
            held["room", one.slot, folded_key(one.room)].append(one)
    found = [
        Clash(what, _name(what, group[0]), slot, tuple(group))
        for (what, slot, _), group in held.items()
        if len(group) > 1 and not _together(what, group)
    ]
    return sorted(
        found,
        key=lambda clash: (clash.slot[0], clash.slot[1] != Session.MORNING, clash.slot[2], clash.what, clash.name),
    )


def teacher_key(one: Lesson) -> str:
    """Whom a lesson takes; "" where the words name nobody in particular (“GVCN”)."""
    if one.person is not None:
        return f"#{one.person}"
    return "" if folded_key(one.teacher) in NOBODY else exact_key(one.teacher)


def _name(what: str, one: Lesson) -> str:
    return {"teacher": one.teacher, "room": one.room, "class": one.school_class}[what]


def _together(what: str, group: Sequence[Lesson]) -> bool:
    """One lesson read from one merged cell, for several classes."""
    return what != "class" and len({one.cell for one in group}) == 1 and bool(group[0].cell)


# ---- which is in force ----


def in_force(starts: Mapping[int, date], today: date) -> int | None:
    """R-TABLE-04: of the approved versions (their first days by id), the one in force: the latest that has begun, of two on one
    day the later approved (the greater id); None before the first (Điều 14.2)."""
    begun = [(day, pk) for pk, day in starts.items() if day <= today]
    return max(begun)[1] if begun else None


def coming(starts: Mapping[int, date], today: date) -> int | None:
    """R-TABLE-04: the approved version that takes over next; None where none waits (Điều 14.2)."""
    ahead = [(day, -pk) for pk, day in starts.items() if day > today]
    return -min(ahead)[1] if ahead else None


# ---- who, and what it needs ----


def may_bring_in(board: Board, person: int, named: Collection[int]) -> Refusal | None:
    """R-TABLE-01: the school board, staff named for the weekly schedule and the Secretary bring a timetable in; it goes up by
    its route like any paper the school signed."""
    if person in board.principals | board.vice_principals | board.secretaries or person in named:
        return None
    return Refusal(
        "R-TABLE-01", CLAUSE, "Thời khóa biểu do Ban giám hiệu, Thư ký hoặc người được giao lịch công tác nhập."
    )


def has_lessons(count: int) -> Refusal | None:
    """R-TABLE-02: a file without a lesson is no timetable; one with thousands of them is none either."""
    if not count:
        return Refusal("R-TABLE-02", CLAUSE, "Không thấy tiết học nào trong tệp. Bảng cần có hàng tên lớp (hoặc các thứ), cột Thứ, "
                       "cột Tiết; xem các mẫu bên dưới.", "file", Ground.NOT_READY)  # fmt: skip
    if count > MOST_LESSONS:
        return Refusal("R-TABLE-02", CLAUSE, f"Tệp có quá {MOST_LESSONS} tiết, không giống thời khóa biểu một trường.", "file",
                       Ground.NOT_READY)  # fmt: skip
    return None


def cannot_read(sentence: str) -> Refusal:
    """R-TABLE-08: what is no workbook, or one no honest program writes, is refused in words that help its sender (Điều 8.1, 13.7)."""
    return Refusal("R-TABLE-08", "Điều 8.1, 13.7", sentence, "file", Ground.NOT_READY)


def is_whole(title: str, starts: date | None, count: int, today: date) -> list[Refusal]:
    """R-TABLE-05: before it is handed in, a timetable has a name, lessons, and a day from which it holds, not a year away."""
    found = []
    if not title:
        found.append(
            Refusal(
                "R-TABLE-05",
                CLAUSE,
                "Thời khóa biểu cần có tên, ví dụ “Thời khóa biểu số 5”.",
                "title",
                Ground.NOT_READY,
            )
        )
    if starts is None:
        found.append(Refusal("R-TABLE-05", CLAUSE, "Cần ghi áp dụng từ ngày nào.", "starts", Ground.NOT_READY))
    elif abs(starts - today) > timedelta(days=366):
        found.append(
            Refusal(
                "R-TABLE-05",
                CLAUSE,
                "Ngày áp dụng cách hôm nay hơn một năm; thầy/cô xem lại.",
                "starts",
                Ground.NOT_READY,
            )
        )
    return [*found, *filter(None, [has_lessons(count)])]


def stands_there(lesson: Lesson | None) -> Refusal | None:
    """R-TABLE-06: one mends a lesson that is there."""
    if lesson is not None:
        return None
    return Refusal(
        "R-TABLE-06", CLAUSE, "Tiết này vừa đổi hoặc không còn; thầy/cô xem lại bản nháp.", ground=Ground.CONFLICT
    )


def fits(day: int, period: int, subject: str) -> list[Refusal]:
    """R-TABLE-07: a lesson has a subject, a day of the week, a period of the day."""
    found = []
    if not subject:
        found.append(Refusal("R-TABLE-07", CLAUSE, "Tiết học cần có tên môn.", "subject", Ground.NOT_READY))
    if not (0 <= day <= 6 and 1 <= period <= LAST_PERIOD):
        found.append(
            Refusal("R-TABLE-07", CLAUSE, f"Tiết từ 1 đến {LAST_PERIOD}, thứ trong tuần.", "period", Ground.NOT_READY)
        )
    return found


def names_a_class(name: str) -> Refusal | None:
    """R-TABLE-10: a lesson is added for a class named as classes are, “6A1” or “9/2” (Điều 14.2); `name` is "" where what was
    typed names none."""
    if name:
        return None
    return Refusal("R-TABLE-10", CLAUSE, "Hãy ghi tên lớp, ví dụ 6A1 hoặc 9/2.", "school_class", Ground.NOT_READY)
