"""The rules of the rolls: who keeps them, who sees which class, what a class and an account must be. Pure."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from portal.base.rules import Ground, Refusal
from portal.people.rules import Board, Duty, Kind

AUGUST = 8
YEARS = range(2000, 2100)
SIGNS_FROM = 7  # full years from which a child answers for himself beside his parents (Luật 91/2025, Điều 24)
YOUNGEST, OLDEST = 3, 25  # years a pupil may have; anything else is a slip of the pen
CLASS_NAME = re.compile(r"^(1[0-2]|[1-9])(?!\d)")
LAW = "Luật 91/2025; Điều 15.3"


@dataclass(frozen=True)
class Reach:
    """How far one of the staff reaches: `keeps` all rolls, or sees the classes (their numbers) he is class teacher of."""

    person: int
    keeps: bool = False
    classes: frozenset[int] = frozenset()

    @property
    def anything(self) -> bool:
        return self.keeps or bool(self.classes)


def school_year(day: date) -> int:
    """The school year of a day, told by the year that begins in August: 2026 is 2026–2027."""
    return day.year if day.month >= AUGUST else day.year - 1


def year_name(year: int) -> str:
    """ "2026–2027"."""
    return f"{year}–{year + 1}"


def full_years(born: date, on: date) -> int:
    """How old a child is on a day, in full years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def signs_himself(born: date | None, on: date) -> bool:
    """Whether a child signs beside his representative: from full 7 on; a day of birth nobody knows counts as older."""
    return born is None or full_years(born, on) >= SIGNS_FROM


def grade_of(name: str) -> int | None:
    """The grade a class name begins with: 6 of “6A1”, 10 of “10A2”; None of a name that tells none."""
    found = CLASS_NAME.match(name)
    return int(found[1]) if found else None


def keeps_rolls(board: Board, duties: Collection[Duty], person: int) -> bool:
    """Whether this person keeps the rolls: who is named for it, and the Principal."""
    return person in board.principals or Duty.ROLLS in duties


def may_keep(reach: Reach) -> Refusal | None:
    """R-ROLL-01: classes and pupils are entered by who is named for it, and by the Principal (Luật 91/2025; Điều 15.3)."""
    if reach.keeps:
        return None
    return Refusal(
        "R-ROLL-01", LAW, "Danh sách học sinh do người được Hiệu trưởng phân công quản lý hồ sơ học sinh cập nhật."
    )


def may_see_any(reach: Reach) -> Refusal | None:
    """R-ROLL-02: a class is seen by its class teacher, who keeps the rolls, and the Principal (Luật 91/2025; Điều 15.3)."""
    return None if reach.anything else _not_his()


def may_see_class(reach: Reach, school_class: int | None) -> Refusal | None:
    """R-ROLL-02 too: of other classes a class teacher sees nothing (Luật 91/2025; Điều 15.3)."""
    return None if reach.keeps or school_class in reach.classes else _not_his()


def _not_his() -> Refusal:
    return Refusal(
        "R-ROLL-02",
        LAW,
        "Hồ sơ của một lớp chỉ giáo viên chủ nhiệm lớp ấy, người quản lý hồ sơ học sinh và Hiệu trưởng xem.",
    )


def class_has_grade(name: str) -> Refusal | None:
    """R-ROLL-03: the name of a class begins with its grade (Luật 91/2025; Điều 15.3)."""
    if grade_of(name) is not None:
        return None
    return Refusal("R-ROLL-03", LAW, "Tên lớp bắt đầu bằng số khối, ví dụ 6A1.", "name", Ground.NOT_READY)


def class_is_new(there: bool) -> Refusal | None:
    """R-ROLL-04: a class is opened once in a school year (Luật 91/2025; Điều 15.3)."""
    return Refusal("R-ROLL-04", LAW, "Năm học này đã có lớp ấy.", "name", Ground.CONFLICT) if there else None


def not_yet_there(there: bool) -> Refusal | None:
    """R-ROLL-05: a pupil sits in one class at a time (Luật 91/2025; Điều 15.3)."""
    return Refusal("R-ROLL-05", LAW, "Em đang học lớp ấy rồi.", "school_class", Ground.CONFLICT) if there else None


def account_fits(kind: str, *, pupil: bool) -> Refusal | None:
    """R-ROLL-06: a pupil's account is linked to a pupil, that of a grown-up to a guardian (Luật 91/2025; Điều 15.3)."""
    if (kind == Kind.PUPIL) == pupil:
        return None
    words = (
        "Tài khoản này không phải tài khoản học sinh."
        if pupil
        else "Tài khoản học sinh không làm tài khoản cha mẹ được."
    )
    return Refusal("R-ROLL-06", LAW, words, "account", Ground.NOT_READY)


def account_is_free(taken: bool) -> Refusal | None:
    """R-ROLL-07: one account is one pupil's, and a guardian stands beside a pupil once (Luật 91/2025; Điều 15.3)."""
    if not taken:
        return None
    return Refusal("R-ROLL-07", LAW, "Tài khoản này đã gắn với em khác hoặc đã gắn rồi.", "account", Ground.CONFLICT)


def still_known(erased: bool) -> Refusal | None:
    """R-ROLL-08: of a pupil whose data were erased nothing is written anew (Luật 91/2025, Điều 24)."""
    if not erased:
        return None
    return Refusal(
        "R-ROLL-08",
        "Luật 91/2025, Điều 24",
        "Thông tin của em đã được xóa theo yêu cầu nên không ghi lại.",
        "",
        Ground.CONFLICT,
    )


def day_follows(starts: date | None, day: date) -> Refusal | None:
    """R-ROLL-09: one leaves or changes class after the day one came (Luật 91/2025; Điều 15.3)."""
    if starts is not None and day > starts:
        return None
    told = f"Ngày này phải sau ngày em vào lớp ({starts:%d/%m/%Y})." if starts else "Em không còn học lớp nào."
    return Refusal("R-ROLL-09", LAW, told, "day", Ground.NOT_READY)


def said_who(name: str, born: date | None, on: date) -> tuple[Refusal, ...]:
    """R-ROLL-10: a pupil has a name, and a day of birth a pupil may have (Luật 91/2025; Điều 15.3)."""
    found = []
    if not name.strip():
        found.append(Refusal("R-ROLL-10", LAW, "Chưa ghi họ và tên.", "full_name", Ground.NOT_READY))
    if born is not None and not YOUNGEST <= full_years(born, on) <= OLDEST:
        found.append(Refusal("R-ROLL-10", LAW, "Ngày sinh không giống của học sinh.", "born", Ground.NOT_READY))
    return tuple(found)


def code_is_free(code: str, taken: bool) -> Refusal | None:
    """R-ROLL-11: a pupil is known by the school's own number of him, which no other has (Luật 91/2025; Điều 15.3)."""
    if code.strip() and not taken:
        return None
    told = "Mã học sinh này đã có." if taken else "Chưa ghi mã học sinh."
    return Refusal("R-ROLL-11", LAW, told, "code", Ground.CONFLICT if taken else Ground.NOT_READY)


def nothing_wrong(faults: int) -> Refusal | None:
    """R-ROLL-12: a sheet is taken in whole, once no row of it is wrong (Luật 91/2025; Điều 15.3)."""
    if not faults:
        return None
    return Refusal("R-ROLL-12", LAW, f"Tệp còn {faults} chỗ sai nên chưa nhập dòng nào.", "file", Ground.NOT_READY)
