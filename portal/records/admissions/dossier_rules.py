"""One application: what a family says and agrees to, its papers, its way to a result, looking it up (Luật 91/2025). Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.base.rules import Ground, Refusal
from portal.records.admissions.rules import CLAUSE, SECRET, Stage

MEGABYTE = 1024 * 1024
MOST_PAPERS = 6
PAPER_BYTES = 5 * MEGABYTE
MOST_APPLICATIONS = 3000  # of one season; a school of 3,000 who want in has another way
OLD_ENOUGH = 7  # years: from then on a child is asked too
YOUNGEST, OLDEST = 5, 20  # years a child who applies to a school may have
LONGEST = {"child": 120, "school": 200, "guardian": 120, "relation": 40, "phone": 20, "email": 200, "address": 300, "note": 1000,
           "area": 200, "words": 1000}  # fmt: skip
WRONG = (
    "Không mở được hồ sơ với mã và ngày sinh này. Hãy xem lại từng chữ trên biên nhận; nếu vẫn không được, xin mang giấy tờ của "
    "gia đình đến trường để nhận mã mới."
)


class Sex(StrEnum):
    GIRL = "nu"
    BOY = "nam"


SEXES: Mapping[Sex, str] = {Sex.GIRL: "Nữ", Sex.BOY: "Nam"}


class Papers(StrEnum):
    """How its papers stand."""

    RECEIVED = "moi"
    COMPLETE = "du"
    LACKING = "thieu"


class Outcome(StrEnum):
    NONE = ""
    ADMITTED = "trung"
    REFUSED = "khong"


PAPERS: Mapping[Papers, str] = {
    Papers.RECEIVED: "Mới nhận",
    Papers.COMPLETE: "Đã nhận đủ giấy tờ",
    Papers.LACKING: "Còn thiếu giấy tờ",
}
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.NONE: "Chưa xét",
    Outcome.ADMITTED: "Trúng tuyển",
    Outcome.REFUSED: "Không trúng tuyển",
}


class Act(StrEnum):
    """What is done with an application."""

    COMPLETE = "du"
    LACKING = "thieu"
    ADMIT = "trung"
    REFUSE = "khong"
    REOPEN = "xet-lai"
    FALSE = "gia"
    TWICE = "lap"


ACTS: Mapping[Act, str] = {
    Act.COMPLETE: "Nhận đủ giấy tờ", Act.LACKING: "Còn thiếu giấy tờ", Act.ADMIT: "Trúng tuyển", Act.REFUSE: "Không trúng tuyển",
    Act.REOPEN: "Bỏ kết quả, xét lại", Act.FALSE: "Xóa hẳn: không phải đơn thật", Act.TWICE: "Xóa hẳn: gửi hai lần",
}  # fmt: skip
DROPS = frozenset({Act.FALSE, Act.TWICE})


@dataclass(frozen=True)
class Said:
    """What a family says of a child and of itself."""

    child: str
    born: date | None
    sex: str
    guardian: str
    relation: str
    phone: str
    address: str
    area: str = ""
    school: str = ""
    email: str = ""
    note: str = ""
    guardian_agrees: bool = False
    child_agrees: bool = False


def are_taken(stage: Stage | None, *, form: bool, many: int) -> Refusal | None:
    """R-ADM-09: an application is taken while its season is up, by the portal's own form, in its hours, three thousand at the most
    (TT 37/2020 Đ.9.9)."""
    if not form or stage is None:
        said = "Đợt tuyển sinh này không nhận đơn trên cổng."
    elif stage is Stage.AHEAD:
        said = "Chưa đến giờ mở nhận đơn."
    elif stage is Stage.OVER:
        said = "Đã hết giờ nhận đơn."
    elif many >= MOST_APPLICATIONS:
        said = "Đợt này đã nhận quá nhiều đơn qua mạng; xin gia đình nộp tại trường."
    else:
        return None
    return Refusal("R-ADM-09", CLAUSE, said, "", Ground.CONFLICT)


def is_said(said: Said, areas: Collection[str], on: date) -> list[Refusal]:
    """R-ADM-10: an application says the child's name, day of birth and sex, who answers for it and how he is reached, where they
    live, for which of the season's areas; nothing more is asked (Luật 91/2025)."""
    wrong = [
        ("child", not said.child.strip(), "Hãy ghi họ và tên của em."),
        ("born", said.born is None or not YOUNGEST <= _age(said.born, on) <= OLDEST, "Ngày sinh của em chưa đúng."),
        ("sex", said.sex not in set(Sex), "Hãy chọn nữ hoặc nam."),
        ("guardian", not said.guardian.strip(), "Hãy ghi họ và tên cha, mẹ hoặc người giám hộ."),
        ("relation", not said.relation.strip(), "Hãy ghi quan hệ với em: mẹ, cha, người giám hộ."),
        ("phone", not _is_phone(said.phone), "Số điện thoại gồm 9 đến 11 chữ số."),
        ("address", not said.address.strip(), "Hãy ghi nơi ở hiện nay."),
        ("area", bool(areas) and said.area not in areas, "Hãy chọn nơi cư trú trong bảng chỉ tiêu."),
        *((name, len(getattr(said, name)) > LONGEST[name], f"Nhiều nhất {LONGEST[name]} ký tự.")
          for name in LONGEST if hasattr(said, name)),
    ]  # fmt: skip
    return [Refusal("R-ADM-10", SECRET, told, name, Ground.NOT_READY) for name, bad, told in wrong if bad]


def _is_phone(said: str) -> bool:
    digits = "".join(letter for letter in said if letter not in " .-()").removeprefix("+")
    return digits.isascii() and digits.isdigit() and 9 <= len(digits) <= 11


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def is_agreed(said: Said, on: date) -> list[Refusal]:
    """R-ADM-11: who answers for the child agrees that the school keeps this, and from seven years on the child is asked too;
    silence is no consent (Luật 91/2025 Đ.24)."""
    asked = said.born is not None and _age(said.born, on) >= OLD_ENOUGH
    wrong = [
        ("guardian_agrees", not said.guardian_agrees, "Cần cha, mẹ hoặc người giám hộ đồng ý thì nhà trường mới được nhận đơn."),
        ("child_agrees", asked and not said.child_agrees, "Em từ đủ 7 tuổi cũng cần được hỏi và đồng ý."),
    ]  # fmt: skip
    return [Refusal("R-ADM-11", SECRET, told, name, Ground.NOT_READY) for name, bad, told in wrong if bad]


def papers_fit(there: int, new: int) -> Refusal | None:
    """R-ADM-12: an application has six papers at the most, each of five megabytes, as PDF or photo (Luật 91/2025)."""
    if there + new <= MOST_PAPERS:
        return None
    return Refusal(
        "R-ADM-12", SECRET, f"Một hồ sơ gửi nhiều nhất {MOST_PAPERS} tệp; đã có {there} tệp.", "files", Ground.NOT_READY
    )


def papers_wanted(stage: Stage | None, papers: str, outcome: str) -> Refusal | None:
    """R-ADM-13: papers are sent while applications are taken, or when the school asked for them; not once a result is there
    (TT 37/2020 Đ.9.9)."""
    if not outcome and (stage is Stage.OPEN or papers == Papers.LACKING):
        return None
    return Refusal("R-ADM-13", CLAUSE, "Lúc này hồ sơ không nhận thêm giấy tờ.", "files", Ground.CONFLICT)


def may_act(act: str, papers: str, outcome: str, words: str, *, told: bool) -> Refusal | None:
    """R-ADM-14: papers are judged before there is a result; only a complete dossier is admitted; what is lacking, why somebody is
    not admitted, and why a result is taken back or made after results were told is said (TT 37/2020 Đ.9.9)."""
    said, name = "", ""
    if act in DROPS:
        return may_drop(papers, outcome)
    if act not in set(Act):
        said = "Chọn một việc."
    elif act in (Act.COMPLETE, Act.LACKING) and outcome:
        said = "Hồ sơ đã có kết quả; muốn xem lại giấy tờ thì bỏ kết quả trước."
    elif act == Act.REOPEN and not outcome:
        said = "Hồ sơ chưa có kết quả nào để bỏ."
    elif act in (Act.ADMIT, Act.REFUSE) and outcome:
        said = "Hồ sơ đã có kết quả; muốn đổi thì bỏ kết quả trước, ghi rõ lý do."
    elif act == Act.ADMIT and papers != Papers.COMPLETE:
        said = "Chỉ xét trúng tuyển hồ sơ đã nhận đủ giấy tờ."
    elif len(words) > LONGEST["words"]:
        said, name = f"Nhiều nhất {LONGEST['words']} ký tự.", "words"
    elif not words.strip() and (act in (Act.LACKING, Act.REFUSE, Act.REOPEN) or told):
        said, name = ("Ghi rõ còn thiếu giấy tờ gì." if act == Act.LACKING else "Ghi rõ lý do."), "words"
    return Refusal("R-ADM-14", CLAUSE, said, name, Ground.NOT_READY if name else Ground.CONFLICT) if said else None


def may_drop(papers: str, outcome: str) -> Refusal | None:
    """R-ADM-17: what is no application, or came twice, is dropped for good by who handles them while nobody has found it complete or
    decided on it (Luật 91/2025 Đ.24)."""
    if papers != Papers.COMPLETE and not outcome:
        return None
    return Refusal(
        "R-ADM-17", SECRET, "Hồ sơ đã nhận đủ giấy tờ hoặc đã có kết quả thì không xóa; gia đình tự rút bằng mã của mình.", "",
        Ground.CONFLICT,
    )  # fmt: skip


def opened(*holds: bool) -> Refusal | None:
    """R-ADM-15: an application opens with its code and the child's day of birth, until results are told no more; every other case
    is answered alike (Luật 91/2025 Đ.24)."""
    return None if all(holds) else Refusal("R-ADM-15", SECRET, WRONG, "", Ground.NOT_READY)


def told_outcome(outcome: str, *, told: bool) -> Outcome:
    """What a family is told of the result: nothing before its hour."""
    return Outcome(outcome) if told else Outcome.NONE
