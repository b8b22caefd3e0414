"""The rules of erasing who somebody is: who asks, who decides, what stands against it. Pure (Luật 91/2025, Điều 24)."""

from collections.abc import Mapping
from enum import StrEnum

from portal.base.rules import Ground, Refusal
from portal.people.rules import Board, Kind
from portal.pupils.roll.rules import Reach

LAW = "Luật 91/2025, Điều 24"
FORGETTABLE = frozenset({Kind.PARENT, Kind.PUPIL, Kind.READER})


class Why(StrEnum):
    """Upon what somebody is forgotten."""

    ASKED = "asked"
    LEFT = "left"
    WRONG = "wrong"


GROUNDS: Mapping[Why, str] = {
    Why.ASKED: "Gia đình hoặc chính người ấy yêu cầu xóa",
    Why.LEFT: "Đã thôi học, không còn lý do giữ trên cổng",
    Why.WRONG: "Nhập nhầm, không phải học sinh của trường",
}


def may_ask(reach: Reach) -> Refusal | None:
    """R-ERASE-01: erasing is asked for by who keeps the rolls, upon a paper (Luật 91/2025, Điều 24)."""
    if reach.keeps:
        return None
    return Refusal("R-ERASE-01", LAW, "Xóa thông tin do người quản lý hồ sơ học sinh đề nghị.")


def may_decide(board: Board, person: int) -> Refusal | None:
    """R-ERASE-02: erasing is decided by the Principal (Luật 91/2025, Điều 24)."""
    if person in board.principals:
        return None
    return Refusal("R-ERASE-02", LAW, "Xóa thông tin do Hiệu trưởng quyết định.")


def two_people(asked_by: int, person: int) -> Refusal | None:
    """R-ERASE-03: nobody decides what he asked for himself: what is erased does not come back (Luật 91/2025, Điều 24)."""
    if asked_by != person:
        return None
    return Refusal(
        "R-ERASE-03", LAW, "Thầy/cô đã đề nghị nên không tự quyết định; việc này cần hai người.", "", Ground.CONFLICT
    )


def not_at_school(*, seated: bool, wards_seated: bool = False) -> Refusal | None:
    """R-ERASE-04: of a pupil who still sits in a class the school must keep who he is, and who answers for him (Luật 91/2025, Điều 24)."""
    if not seated and not wards_seated:
        return None
    words = (
        "Em đang học ở trường: nhà trường còn nghĩa vụ giữ hồ sơ của học sinh đang học. Trong lúc ấy gia đình rút đồng ý và bỏ gắn "
        "tài khoản được; ghi thôi học rồi mới xóa."
        if seated
        else "Người này còn đứng tên cha mẹ, người giám hộ của em đang học. Bỏ gắn ở trang của em rồi mới xóa tài khoản."
    )
    return Refusal("R-ERASE-04", LAW, words, "", Ground.CONFLICT)


def is_reader(kind: str) -> Refusal | None:
    """R-ERASE-05: accounts of staff and collaborators are no reader's: what they decided and wrote is signed with their names
    (Luật 91/2025, Điều 24)."""
    if kind in FORGETTABLE:
        return None
    return Refusal(
        "R-ERASE-05", LAW, "Đây là tài khoản của cán bộ, giáo viên hoặc cộng tác viên: bài và quyết định đã ký bằng tên ấy. Hiệu trưởng "
        "cho thôi chức, quản trị viên khóa tài khoản ở mục Nhân sự.", "account", Ground.CONFLICT,
    )  # fmt: skip


def asked_once(*, asked: bool, erased: bool) -> Refusal | None:
    """R-ERASE-06: who is forgotten, or about to be, is not asked for again (Luật 91/2025, Điều 24)."""
    if not asked and not erased:
        return None
    words = "Thông tin này đã được xóa." if erased else "Đã có đề nghị xóa đang chờ Hiệu trưởng."
    return Refusal("R-ERASE-06", LAW, words, "", Ground.CONFLICT)


def names_paper(paper: str, *, tells: bool) -> Refusal | None:
    """R-ERASE-07: the request says upon which paper, by its number and never by a name: it outlives who is forgotten
    (Luật 91/2025, Điều 24)."""
    if not paper.strip():
        return Refusal("R-ERASE-07", LAW, "Ghi số và ngày của đơn.", "paper", Ground.NOT_READY)
    if tells:
        return Refusal(
            "R-ERASE-07", LAW, "Chỉ ghi số đơn, không ghi tên: dòng này còn lại sau khi xóa.", "paper", Ground.NOT_READY
        )
    return None


def was_searched(searched: bool) -> Refusal | None:
    """R-ERASE-08: before somebody is forgotten the portal has looked where else his name stands: afterwards it knows no name
    to look for (Luật 91/2025, Điều 24)."""
    if searched:
        return None
    return Refusal(
        "R-ERASE-08",
        LAW,
        "Cổng đang tìm những nơi khác còn tên; xin chờ ít phút rồi mở lại trang.",
        "",
        Ground.NOT_READY,
    )


def still_asked(waiting: bool) -> Refusal | None:
    """R-ERASE-09: a request is answered once (Luật 91/2025, Điều 24)."""
    return None if waiting else Refusal("R-ERASE-09", LAW, "Đề nghị này đã được trả lời.", "", Ground.CONFLICT)


def says_why(answer: str) -> Refusal | None:
    """R-ERASE-10: who is not forgotten is told why not (Luật 91/2025, Điều 24)."""
    if answer.strip():
        return None
    return Refusal("R-ERASE-10", LAW, "Ghi vì sao không đồng ý, để trả lời gia đình.", "answer", Ground.NOT_READY)


def may_settle(board: Board, person: int, *, keeps: bool) -> Refusal | None:
    """R-ERASE-11: where a text of the school names who was forgotten, the Secretary has it corrected and says what was done, for
    papers of the rolls who keeps them; no text is changed unseen (Điều 12.3)."""
    if keeps or person in board.secretaries | board.substitutes | board.leaders:
        return None
    return Refusal(
        "R-ERASE-11", "Điều 12.3", "Việc này do Thư ký, người thay Thư ký hoặc người quản lý hồ sơ học sinh khép."
    )


def says_what(note: str) -> Refusal | None:
    """R-ERASE-12: a place is closed with a sentence: corrected, taken down, or another person's name (Điều 12.3)."""
    if note.strip():
        return None
    return Refusal("R-ERASE-12", "Điều 12.3", "Ghi một câu: đã làm gì ở nơi này.", "note", Ground.NOT_READY)


def no_text_shows_it(shown: int) -> Refusal | None:
    """R-ERASE-13: a picture of somebody who was forgotten is destroyed once nothing that is up shows it (Luật 91/2025, Điều 24)."""
    if not shown:
        return None
    return Refusal(
        "R-ERASE-13",
        LAW,
        f"Còn {shown} bài đang đăng có ảnh này. Đính chính hoặc gỡ bài rồi mới hủy tệp ảnh.",
        "destroy",
        Ground.CONFLICT,
    )
