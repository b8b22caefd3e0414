"""Marks under TT 22/2021/TT-BGDĐT as data and pure rules: subjects, levels, the result of a term, the title of a year."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

HALF_OF_A_TENTH = Decimal("0.1")
PASSED, FAILED = "Đ", "CĐ"  # a subject told by remarks (Điều 5.1)
MANY = 6  # subjects with marks that must reach a bound (TT 22/2021 Điều 9.2)


class Level(StrEnum):
    """A result of learning or of conduct."""

    GOOD = "T"
    FAIR = "K"
    REACHED = "D"
    NOT_YET = "C"


LEVELS: Mapping[Level, str] = {
    Level.GOOD: "Tốt", Level.FAIR: "Khá", Level.REACHED: "Đạt", Level.NOT_YET: "Chưa đạt",
}  # fmt: skip
ORDER = tuple(LEVELS)
WRITTEN = {
    "tot": Level.GOOD, "t": Level.GOOD, "kha": Level.FAIR, "k": Level.FAIR, "dat": Level.REACHED, "d": Level.REACHED,
    "chua-dat": Level.NOT_YET, "cd": Level.NOT_YET, "c": Level.NOT_YET,
}  # fmt: skip


@dataclass(frozen=True)
class Subject:
    """One subject of lower secondary school; `scored`: told by marks and remarks, else by remarks alone. `heads`: how
    columns name it, as slugs."""

    key: str
    title: str
    scored: bool
    heads: tuple[str, ...]
    short: str = ""  # where many stand side by side

    @property
    def brief(self) -> str:
        return self.short or self.title


SUBJECTS = (
    Subject("toan", "Toán", True, ("toan", "toan-hoc", "t")),
    Subject("van", "Ngữ văn", True, ("ngu-van", "van", "nv", "v")),
    Subject("nn1", "Ngoại ngữ 1", True, ("ngoai-ngu-1", "ngoai-ngu", "nn1", "nn", "tieng-anh", "anh", "ta"), "NN 1"),
    Subject("gdcd", "Giáo dục công dân", True, ("giao-duc-cong-dan", "gdcd", "cong-dan"), "GDCD"),
    Subject("lsdl", "Lịch sử và Địa lí", True, (
        "lich-su-va-dia-li", "lich-su-va-dia-ly", "lich-su-dia-li", "lich-su-dia-ly", "ls-va-dl", "ls-dl", "lsdl", "lsvdl",
        "su-dia",
    ), "LS và ĐL"),
    Subject("khtn", "Khoa học tự nhiên", True, ("khoa-hoc-tu-nhien", "khtn"), "KHTN"),
    Subject("cn", "Công nghệ", True, ("cong-nghe", "cn", "c-nghe"), "C.nghệ"),
    Subject("tin", "Tin học", True, ("tin-hoc", "tin", "th")),
    Subject("nn2", "Ngoại ngữ 2", True, ("ngoai-ngu-2", "nn2"), "NN 2"),
    Subject("gdtc", "Giáo dục thể chất", False, ("giao-duc-the-chat", "gdtc", "the-duc", "td"), "GDTC"),
    Subject("nt", "Nghệ thuật", False, ("nghe-thuat", "nt", "nghe-thuat-am-nhac-mi-thuat")),
    Subject("hdtn", "Hoạt động trải nghiệm, hướng nghiệp", False, (
        "hoat-dong-trai-nghiem-huong-nghiep", "hoat-dong-trai-nghiem", "hdtn", "hdtn-hn", "hdtnhn", "tnhn",
    ), "HĐTN"),
    Subject("gddp", "Nội dung giáo dục của địa phương", False, (
        "noi-dung-giao-duc-cua-dia-phuong", "noi-dung-giao-duc-dia-phuong", "giao-duc-dia-phuong", "gddp", "ndgddp", "nd-gddp",
    ), "GDĐP"),
)  # fmt: skip
BY_KEY = {subject.key: subject for subject in SUBJECTS}
EXTRA = frozenset({"nn2"})  # not taught everywhere; a result needs none of it


def mark_of(subject: Subject, said: str) -> str:
    """What a cell says, in one form: "8.5", "10", "Đ", "CĐ"; "" where it says nothing or that the pupil is exempt. Raises
    ValueError with the sentence for whoever brought it."""
    text = " ".join(said.split()).replace(",", ".")
    if text.casefold() in {"", "-", "x", "m", "mg", "miễn"}:
        return ""
    if not subject.scored:
        found = {"đ": PASSED, "đạt": PASSED, "d": PASSED, "cđ": FAILED, "chưa đạt": FAILED, "cd": FAILED}.get(
            text.casefold()
        )
        if found is None:
            raise ValueError(f"“{said[:20]}” không phải Đ (đạt) hoặc CĐ (chưa đạt)")
        return found
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise ValueError(f"“{said[:20]}” không phải điểm số") from None
    if not value.is_finite() or not 0 <= value <= 10:
        raise ValueError(f"“{said[:20]}” không nằm trong thang 0–10")
    if value != value.quantize(HALF_OF_A_TENTH):
        raise ValueError(f"“{said[:20]}” có quá một chữ số thập phân")
    return f"{value.quantize(HALF_OF_A_TENTH):f}"


def level_of(said: str, slug: str) -> Level:
    """The level a cell names (`slug` is the cell as a slug). Raises ValueError."""
    if slug not in WRITTEN:
        raise ValueError(f"“{said[:20]}” không phải Tốt, Khá, Đạt hay Chưa đạt")
    return WRITTEN[slug]


def study(marks: Mapping[str, str]) -> Level | None:
    """The result of learning from the averages of all subjects; None while one is missing (TT 22/2021 Điều 9.2, 9.3)."""
    scored = [Decimal(marks[s.key]) for s in SUBJECTS if s.scored and marks.get(s.key)]
    told = [marks[s.key] for s in SUBJECTS if not s.scored and marks.get(s.key)]
    if any(not marks.get(s.key) for s in SUBJECTS if s.key not in EXTRA):
        return None
    found = _plain(scored, told)
    without_one = [_plain(scored[:i] + scored[i + 1 :], told, one_out=True) for i in range(len(scored))]
    without_one += [_plain(scored, told[:i] + told[i + 1 :]) for i in range(len(told))]
    best = min(without_one, key=ORDER.index)
    if ORDER.index(found) - ORDER.index(best) >= 2:  # one subject alone pulled it down by two: the next level up
        return ORDER[ORDER.index(found) - 1]
    return found


def _plain(scored: list[Decimal], told: list[str], *, one_out: bool = False) -> Level:
    """Điều 9.2. `one_out`: a subject is looked past, as if it reached every bound."""
    failed = told.count(FAILED)

    def holds(every: str, many: str) -> bool:
        reached = sum(mark >= Decimal(many) for mark in scored) + one_out
        return all(mark >= Decimal(every) for mark in scored) and reached >= MANY

    if not failed and holds("6.5", "8.0"):
        return Level.GOOD
    if not failed and holds("5.0", "6.5"):
        return Level.FAIR
    return Level.REACHED if failed <= 1 and holds("3.5", "5.0") else Level.NOT_YET


def title(marks: Mapping[str, str], learned: Level | None, conduct: Level | None) -> str:
    """The title of a whole year (TT 22/2021 Điều 15.1); "" where there is none."""
    if (learned, conduct) != (Level.GOOD, Level.GOOD):
        return ""
    nines = sum(Decimal(marks[s.key]) >= 9 for s in SUBJECTS if s.scored and marks.get(s.key))
    return "Học sinh Xuất sắc" if nines >= MANY else "Học sinh Giỏi"
