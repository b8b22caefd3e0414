"""What is counted of a school's results: which parts of a year, which judgements, which levels (TT 22/2021). Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

GRADES = (6, 7, 8, 9)
SCHOOL = 0  # stands for all grades together
MOST = 5000  # pupils of a grade; more is a slip of the pen


class Term(StrEnum):
    """A part of the school year results are told for."""

    FIRST = "hoc-ky-1"
    SECOND = "hoc-ky-2"
    YEAR = "ca-nam"


class Kind(StrEnum):
    """What is judged (TT 22/2021 Điều 8, 9)."""

    LEARNING = "hoc-tap"
    CONDUCT = "ren-luyen"


class Who(StrEnum):
    ALL = "tat-ca"
    GIRLS = "nu"
    BOYS = "nam"  # printed nowhere; all and girls give them away


TERMS: Mapping[Term, str] = {Term.FIRST: "Học kỳ I", Term.SECOND: "Học kỳ II", Term.YEAR: "Cả năm"}
KINDS: Mapping[Kind, str] = {Kind.LEARNING: "Kết quả học tập", Kind.CONDUCT: "Kết quả rèn luyện"}
LEVELS: Mapping[str, str] = {"T": "Tốt", "K": "Khá", "D": "Đạt", "C": "Chưa đạt"}
WHO: Mapping[Who, str] = {Who.ALL: "Tất cả", Who.GIRLS: "Trong đó nữ"}


@dataclass(frozen=True, order=True)
class Cell:
    """One figure: of what, of which grade (0: the school), of whom, at which level ("": of every level). How many pupils there are is
    of no kind: both tables have it."""

    kind: str
    grade: int
    who: Who
    level: str


Counts = Mapping[Cell, int]

AWARDS = "danh-hieu"  # counted of a whole year alone, where the school tells them (TT 22/2021 Điều 15.1)
TITLES: Mapping[str, str] = {"X": "Học sinh Xuất sắc", "G": "Học sinh Giỏi", "N": "Không có danh hiệu"}
CAPTIONS: Mapping[str, str] = {**{str(kind): name for kind, name in KINDS.items()}, AWARDS: "Danh hiệu cuối năm"}


@dataclass(frozen=True)
class Judgement:
    """One table: its kind, how it is called, its levels from the best."""

    kind: str
    caption: str
    levels: Mapping[str, str]


BOTH = tuple(Judgement(kind, name, LEVELS) for kind, name in KINDS.items())
WITH_AWARDS = (*BOTH, Judgement(AWARDS, CAPTIONS[AWARDS], TITLES))


def judged(counts: Counts) -> tuple[Judgement, ...]:
    """The tables these figures make: titles only where any were counted."""
    return WITH_AWARDS if any(cell.kind == AWARDS and count for cell, count in counts.items()) else BOTH


def judged_in(term: str) -> tuple[Judgement, ...]:
    """The tables of a part of the year."""
    return WITH_AWARDS if term == Term.YEAR else BOTH
