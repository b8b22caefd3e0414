"""A whole year under TT 22/2021: a table of cases for conduct, marks, going up and titles."""

import pytest

from portal.pupils.results.annual import (
    CONDUCT,
    Promotion,
    award_of,
    promotion,
    year_conduct,
    year_mark,
    year_marks,
    year_of,
)
from portal.pupils.results.tt22 import SUBJECTS, Level

ORDER = "CDKT"
SCORED = [one.key for one in SUBJECTS if one.scored and one.key != "nn2"]
TOLD = [one.key for one in SUBJECTS if not one.scored]


def year(*scores: str, told: str = "Đ") -> dict[str, str]:
    """Marks of all eight scored subjects, the last said again, and of those told by remarks."""
    filled = [*scores, *[scores[-1]] * (len(SCORED) - len(scores))]
    return dict(zip(SCORED, filled, strict=True)) | dict.fromkeys(TOLD, told)


@pytest.mark.parametrize(
    "first,second,whole",
    [
        ("8.0", "9.5", "9.0"), ("7.0", "7.0", "7.0"), ("6.5", "8.0", "7.5"), ("8.0", "8.1", "8.1"), ("10.0", "9.9", "9.9"),
        ("8.7", "9.1", "9.0"),  # 8.9667
        ("5.0", "4.8", "4.9"),  # 4.8667
        ("8.9", "9.0", "9.0"),  # 8.9667: the first nine
        ("8.8", "8.9", "8.9"), ("0.0", "0.1", "0.1"),  # 8.8667, 0.0667
        ("Đ", "CĐ", "CĐ"), ("CĐ", "Đ", "Đ"), ("", "8.0", ""), ("8.0", "", ""), ("Đ", "8.0", ""),
    ],
)  # fmt: skip
def test_a_subjects_year_weighs_the_second_term_twice(first: str, second: str, whole: str) -> None:
    assert year_mark(first, second) == whole


@pytest.mark.parametrize(
    "second,first_by_level",
    [("T", "KKTT"), ("K", "DKKK"), ("D", "DDDK"), ("C", "CCCC")],  # the first term not yet, reached, fair, good
)
def test_the_conduct_of_a_year_follows_the_second_term(second: str, first_by_level: str) -> None:
    assert [year_conduct(first, second) for first in ORDER] == list(first_by_level)
    assert (year_conduct("", second), year_conduct(second, "")) == (None, None)


def test_a_better_term_never_makes_a_worse_year() -> None:
    rank = ORDER.index
    for (first, second), whole in CONDUCT.items():
        for (other, later), better in CONDUCT.items():
            if rank(other) >= rank(first) and rank(later) >= rank(second):
                assert rank(better) >= rank(whole)
    assert len(CONDUCT) == 16


@pytest.mark.parametrize(
    "learned,conduct,absent,ends",
    [
        ("T", "T", "", "len-lop"), ("D", "D", "45", "len-lop"), ("D", "D", "46", "o-lai"), ("T", "T", "46", "o-lai"),
        ("C", "D", "", "danh-gia-lai"), ("D", "C", "3", "ren-luyen-he"), ("C", "C", "", "ca-hai"), ("C", "T", "50", "o-lai"),
        ("D", "D", "nhiều", "len-lop"), ("", "T", "", None), ("T", "", "", None),
    ],
)  # fmt: skip
def test_who_goes_up(learned: str, conduct: str, absent: str, ends: str | None) -> None:
    assert promotion(learned, conduct, absent) == (ends and Promotion(ends))


@pytest.mark.parametrize(
    "marks,learned,conduct,award",
    [
        (year("9.0", "9.0", "9.0", "9.0", "9.0", "9.0", "6.5"), "T", "T", "Học sinh Xuất sắc"),
        (year("9.0", "9.0", "9.0", "9.0", "9.0", "8.9", "8.9"), "T", "T", "Học sinh Giỏi"),
        (year("9.5"), "T", "K", ""), (year("9.5"), "K", "T", ""), (year("9.5"), "", "T", ""), (year("9.5"), "T", "", ""),
        (year("9.0", "9.0", "9.0", "9.0", "9.0", "8.0") | {"nn2": "9.0"}, "T", "T", "Học sinh Xuất sắc"),
    ],
)  # fmt: skip
def test_titles_of_a_year(marks: dict[str, str], learned: str, conduct: str, award: str) -> None:
    assert award_of(marks, learned, conduct) == award


def test_a_year_is_made_of_its_two_terms() -> None:
    first, second = year("8.0"), year("9.5")
    assert year_marks(first, second) == year("9.0")
    assert year_of(first, second, ("K", "T")) == {
        "study": Level.GOOD,
        "conduct": Level.GOOD,
        "award": "Học sinh Xuất sắc",
    }
    assert year_of(first, second, ("K", "")) == {"study": Level.GOOD, "conduct": "", "award": ""}
    assert year_of(first, {}, ("K", "T")) == {"study": "", "conduct": Level.GOOD, "award": ""}
    weak = year("6.0", "3.4")  # one subject at six, the others not reached
    assert year_of(weak, weak, ("D", "D"))["study"] == Level.NOT_YET
    told = year("9.0", told="CĐ") | dict.fromkeys(TOLD[1:], "Đ")
    assert (
        year_of(told, told, ("T", "T"))["study"] == Level.FAIR
    )  # one remark alone pulled it from good to reached: one up
