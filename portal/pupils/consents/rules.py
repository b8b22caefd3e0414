"""The rules of consents: for what, whose signatures, upon which paper; silence is no consent. Pure (Luật 91/2025, Điều 24)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.base.rules import Ground, Refusal
from portal.pupils.roll.rules import SIGNS_FROM, Reach, full_years, may_see_class, signs_himself

LAW = "Luật 91/2025, Điều 24"


class Purpose(StrEnum):
    """What is asked for, each by itself."""

    GROUP = "group"  # in a picture with others
    PORTRAIT = "portrait"  # singled out in a picture
    PRAISE = "praise"  # name, class, award
    VIDEO = "video"
    WORK = "work"  # what the child made, under the child's name


PURPOSES: Mapping[Purpose, str] = {
    Purpose.GROUP: "Ảnh tập thể",
    Purpose.PORTRAIT: "Ảnh cá nhân",
    Purpose.PRAISE: "Họ tên và thành tích",
    Purpose.VIDEO: "Video",
    Purpose.WORK: "Sản phẩm của em",
}
ASKED: Mapping[Purpose, str] = {
    Purpose.GROUP: "Đăng ảnh chụp chung có em, không chỉ riêng em",
    Purpose.PORTRAIT: "Đăng ảnh nhận ra riêng em",
    Purpose.PRAISE: "Đăng họ tên, lớp và thành tích khi em được khen",
    Purpose.VIDEO: "Đăng video có hình hoặc tiếng của em",
    Purpose.WORK: "Đăng bài viết, tranh, sản phẩm em làm",
}


class State(StrEnum):
    """How one purpose stands for one pupil in one school year."""

    YES = "yes"
    NO = "no"
    WITHDRAWN = "withdrawn"
    SILENT = "silent"


STATES: Mapping[State, str] = {
    State.YES: "đồng ý", State.NO: "không đồng ý", State.WITHDRAWN: "đã rút đồng ý", State.SILENT: "chưa trả lời",
}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """What one sheet says for one pupil: who signed it, what was ticked, the number of the sheet where it has its own."""

    pupil: int
    parent: bool
    child: bool
    ticked: frozenset[Purpose] = frozenset()
    paper: str = ""

    @property
    def given(self) -> bool:
        """Whether a sheet came at all; one nobody signed that ticks nothing is none."""
        return self.parent or self.child or bool(self.ticked)


def may_record(reach: Reach, school_class: int | None) -> Refusal | None:
    """R-CONS-01: what a family consents to is entered by the class teacher and who keeps the rolls (Luật 91/2025, Điều 24)."""
    if may_see_class(reach, school_class) is None:
        return None
    return Refusal(
        "R-CONS-01",
        LAW,
        "Phiếu đồng ý của một lớp do giáo viên chủ nhiệm lớp ấy hoặc người quản lý hồ sơ học sinh ghi.",
    )


def signed(answer: Answer, born: date | None, on: date) -> Refusal | None:
    """R-CONS-02: consent is signed by the representative, and by a child of full 7 and over as well (Luật 91/2025, Điều 24)."""
    if not answer.ticked:
        return None
    missing = [
        *(["cha mẹ hoặc người giám hộ"] if not answer.parent else []),
        *(["em"] if signs_himself(born, on) and not answer.child else []),
    ]
    if not missing:
        return None
    return Refusal(
        "R-CONS-02", LAW, f"Có mục đồng ý mà thiếu chữ ký của {' và của '.join(missing)}.", "row", Ground.NOT_READY
    )


def upon_paper(paper: str, *, file: bool) -> Refusal | None:
    """R-CONS-03: every answer entered names its evidence: a scan, or the number of the paper (Luật 91/2025, Điều 24)."""
    if paper.strip() or file:
        return None
    return Refusal(
        "R-CONS-03", LAW, "Chưa có căn cứ: gửi bản chụp phiếu, hoặc ghi số phiếu giấy.", "paper", Ground.NOT_READY
    )


def holds(state: State) -> bool:
    """R-CONS-04: only a consent given, and not withdrawn, counts; silence is none (Luật 91/2025, Điều 24)."""
    return state is State.YES


def still_signed(*, child: bool, born: date | None, on: date) -> bool:
    """R-CONS-02 too: from his seventh birthday on a consent he has not signed himself covers nothing more."""
    return child or (born is not None and full_years(born, on) < SIGNS_FROM)


def seen_before(moved: int) -> Refusal | None:
    """R-CONS-05: nobody writes over an answer that came after he opened the sheet, a withdrawal least of all (Luật 91/2025, Điều 24)."""
    if not moved:
        return None
    return Refusal(
        "R-CONS-05", LAW, f"Có {moved} em vừa được ghi khác đi sau khi thầy/cô mở trang này. Bảng dưới đây đã cập nhật; thầy/cô "
        "xem lại rồi ghi.", "", Ground.CONFLICT,
    )  # fmt: skip


def may_withdraw(reach: Reach, school_class: int | None, *, family: bool) -> Refusal | None:
    """R-CONS-06: consent is withdrawn by the pupil, by who answers for him, or by staff upon their word (Luật 91/2025, Điều 24)."""
    if family or may_see_class(reach, school_class) is None:
        return None
    return Refusal(
        "R-CONS-06", LAW, "Chỉ em, cha mẹ của em, hoặc giáo viên chủ nhiệm theo lời gia đình rút được đồng ý."
    )


def upon_word(word: str, *, family: bool) -> Refusal | None:
    """R-CONS-07: staff who withdraw for a family say upon which word (Luật 91/2025, Điều 24)."""
    if family or word.strip():
        return None
    return Refusal("R-CONS-07", LAW, "Ghi căn cứ: gia đình báo bằng cách nào, ngày nào.", "paper", Ground.NOT_READY)


def is_given(given: bool) -> Refusal | None:
    """R-CONS-08: only what was given can be withdrawn (Luật 91/2025, Điều 24)."""
    return (
        None if given else Refusal("R-CONS-08", LAW, "Mục này hiện không có sự đồng ý nào để rút.", "", Ground.CONFLICT)
    )


def given_again(many: int) -> Refusal | None:
    """R-CONS-09: what was taken back is given again child by child, upon a sheet that none of his answers had before; the sheet of
    the class it once stood in, sent again, brings nothing back (Luật 91/2025, Điều 24)."""
    if not many:
        return None
    return Refusal(
        "R-CONS-09", LAW, f"Có {many} em đã rút đồng ý. Gia đình đồng ý lại thì ghi riêng từng em, với số phiếu mới hoặc bản chụp "
        "phiếu mới; các em khác ghi bình thường.", "paper", Ground.NOT_READY,
    )  # fmt: skip
