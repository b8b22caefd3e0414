"""A whole year under TT 22/2021/TT-BGDĐT as pure rules: marks and conduct from both terms, who goes up, who is praised.

The articles are told from knowledge, not read from a stored text of the circular: Điều 8.2b (conduct of a year), 9.1 (a subject's year),
12.1 (going up) and 15.1 (titles) surely; 13 and 14 (what is made good in the summer) as far as we know them: where both conduct and
learning fell short we say that both are to be made good, and leave it to the school. `test_annual_rules.py` is a table of cases.
"""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from portal.pupils.results.tt22 import BY_KEY, HALF_OF_A_TENTH, Level, study, title

MOST_ABSENT = 45  # half days of a school year, one session a day, with leave or without (Điều 12.1c)
G, F, R, N = Level.GOOD, Level.FAIR, Level.REACHED, Level.NOT_YET
CONDUCT: Mapping[tuple[Level, Level], Level] = {
    (G, G): G, (F, G): G, (R, G): F, (N, G): F,
    (G, F): F, (F, F): F, (R, F): F, (N, F): R,
    (G, R): F, (F, R): R, (R, R): R, (N, R): R,
    (G, N): N, (F, N): N, (R, N): N, (N, N): N,
}  # fmt: skip  # of the first term and the second (Điều 8.2b)

AWARDS = (("hoc-sinh-xuat-sac", "xuat-sac", "hsxs"), ("hoc-sinh-gioi", "gioi", "hsg"))  # as slugs of cells


class Promotion(StrEnum):
    """What a year ends with, before the summer (Điều 12–14)."""

    UP = "len-lop"
    CONDUCT = "ren-luyen-he"
    MARKS = "danh-gia-lai"
    BOTH = "ca-hai"
    STAYS = "o-lai"


PROMOTIONS: Mapping[Promotion, str] = {
    Promotion.UP: "Được lên lớp",
    Promotion.CONDUCT: "Rèn luyện trong kì nghỉ hè rồi xét lại",
    Promotion.MARKS: "Đánh giá lại môn học trong kì nghỉ hè rồi xét lại",
    Promotion.BOTH: "Rèn luyện và đánh giá lại trong kì nghỉ hè rồi xét lại",
    Promotion.STAYS: "Không được lên lớp",
}
BRIEF: Mapping[Promotion, str] = {
    Promotion.UP: "Lên lớp", Promotion.CONDUCT: "Rèn luyện hè", Promotion.MARKS: "Đánh giá lại", Promotion.BOTH: "Rèn luyện, đánh giá lại",
    Promotion.STAYS: "Không lên lớp",
}  # fmt: skip  # where many stand under each other


def year_mark(first: str, second: str) -> str:
    """A subject's year: a third of the first term's average and two thirds of the second's, to a tenth, five upwards; of a subject told
    by remarks the second term's word; "" where either is missing (Điều 9.1)."""
    if not first or not second:
        return ""
    if not second[0].isdecimal():
        return second
    if not first[0].isdecimal():
        return ""
    whole = (Decimal(first) + 2 * Decimal(second)) / 3
    return f"{whole.quantize(HALF_OF_A_TENTH, ROUND_HALF_UP):f}"


def year_marks(first: Mapping[str, str], second: Mapping[str, str]) -> dict[str, str]:
    """The year of every subject both terms have."""
    marks = {key: year_mark(first.get(key, ""), second.get(key, "")) for key in BY_KEY}
    return {key: mark for key, mark in marks.items() if mark}


def year_conduct(first: str, second: str) -> Level | None:
    """The conduct of a year by both terms; None where one was not told (Điều 8.2b)."""
    return CONDUCT[Level(first), Level(second)] if first and second else None


def sessions(first: str, second: str) -> str:
    """Sessions missed in both terms; "" where one was not counted in numbers."""
    both = [one for one in (first, second) if one.isascii() and one.isdecimal()]
    return str(sum(map(int, both))) if len(both) == 2 else ""


def promotion(learned: str, conduct: str, absent: str = "") -> Promotion | None:
    """Whether a pupil goes up: conduct and learning reached, no more than 45 sessions missed; None while one is not told. Sessions
    nobody counted stand in nobody's way (Điều 12.1)."""
    if not learned or not conduct:
        return None
    if absent.isascii() and absent.isdecimal() and int(absent) > MOST_ABSENT:
        return Promotion.STAYS
    return {
        (False, False): Promotion.UP, (False, True): Promotion.CONDUCT, (True, False): Promotion.MARKS, (True, True): Promotion.BOTH,
    }[learned == N, conduct == N]  # fmt: skip


def award_of(marks: Mapping[str, str], learned: str, conduct: str) -> str:
    """The title these marks and levels of a year make; "" where there is none (Điều 15.1)."""
    return title(marks, Level(learned) if learned else None, Level(conduct) if conduct else None)


def is_said(written: str, award: str) -> bool:
    """Whether a cell, as a slug, says this title the way sheets write it."""
    return written in {"Học sinh Xuất sắc": AWARDS[0], "Học sinh Giỏi": AWARDS[1]}.get(award, ())


def year_of(first: Mapping[str, str], second: Mapping[str, str], conducts: tuple[str, str]) -> dict[str, str]:
    """Study, conduct and award of a year out of its terms, "" each where something is missing."""
    marks = year_marks(first, second)
    learned, conduct = study(marks) or "", year_conduct(*conducts) or ""
    return {"study": learned, "conduct": conduct, "award": award_of(marks, learned, conduct)}
