"""Personnel proposals to the Principal: who proposes whom for what, and how the Principal answers (Điều 10.3, 13.9)."""

from enum import StrEnum

from portal.base.rules import Ground, Refusal
from portal.people.rules.board import BOARD, OFFICE_NAMES, Board, Office


class Change(StrEnum):
    """What a decision, or a proposal for one, does with an office."""

    APPOINT = "appoint"
    RELEASE = "release"


CHANGE_NAMES = {Change.APPOINT: "Bổ nhiệm", Change.RELEASE: "Thôi giữ chức"}
OF_THE_BOARD = BOARD | {Office.SYSADMIN}  # the offices whose holders Điều 10.3 lets the Head ask for


def may_propose_personnel(board: Board, by: int, office: Office) -> Refusal | None:
    """R-PERSONNEL-01: the Head proposes who is of the board, the administrator who runs the system with him (Điều 10.3, 13.9)."""
    if by in board.leaders and office in OF_THE_BOARD:
        return None
    if by in board.sysadmins and office == Office.SYSADMIN:
        return None
    if by in board.leaders:
        return Refusal(
            "R-PERSONNEL-01", "Điều 10.3", f"Đề xuất nhân sự chỉ cho chức danh của Ban, không cho {OFFICE_NAMES[office]}.",
            "office", Ground.NOT_READY,
        )  # fmt: skip
    return Refusal(
        "R-PERSONNEL-01", "Điều 10.3, 13.9",
        "Trưởng ban đề xuất nhân sự của Ban với Hiệu trưởng; Quản trị viên chỉ đề xuất nhân lực quản trị.",
    )  # fmt: skip


def may_propose_any(board: Board, by: int) -> Refusal | None:
    """Whether the form of a proposal opens for this person at all."""
    return None if by in board.leaders | board.sysadmins else may_propose_personnel(board, by, Office.MEMBER)


def may_see_personnel(board: Board, by: int) -> Refusal | None:
    """R-PERSONNEL-02: what was proposed about colleagues is for those who propose and the Principal who answers (Điều 10.3)."""
    if by in board.leaders | board.sysadmins | board.principals:
        return None
    return Refusal(
        "R-PERSONNEL-02",
        "Điều 10.3",
        "Sổ đề xuất nhân sự dành cho Hiệu trưởng và những người được đề xuất với Hiệu trưởng.",
    )


def proposal_is_new(waiting: bool) -> Refusal | None:
    """R-PERSONNEL-03: one proposal about one person and one office waits at a time (Điều 10.3)."""
    if not waiting:
        return None
    return Refusal(
        "R-PERSONNEL-03", "Điều 10.3", "Đề xuất này đang chờ Hiệu trưởng trả lời rồi.", "person", Ground.CONFLICT
    )


def proposal_fits(change: Change, holds: bool) -> Refusal | None:
    """R-PERSONNEL-04: who holds the office is not proposed for it again; who does not is not proposed to leave it (Điều 10.3)."""
    if (change is Change.RELEASE) is holds:
        return None
    sentence = "Người này không giữ chức ấy." if change is Change.RELEASE else "Người này đang giữ chức ấy rồi."
    return Refusal("R-PERSONNEL-04", "Điều 10.3", sentence, "person", Ground.CONFLICT)


def proposal_waits(state: str) -> Refusal | None:
    """R-PERSONNEL-05: a proposal is answered once (Điều 10.3)."""
    if state == "proposed":
        return None
    return Refusal("R-PERSONNEL-05", "Điều 10.3", "Đề xuất này đã được trả lời hoặc đã rút.", ground=Ground.CONFLICT)


def may_take_back(by: int, proposed_by: int) -> Refusal | None:
    """R-PERSONNEL-06: a proposal is taken back by whoever made it (Điều 10.3)."""
    if by == proposed_by:
        return None
    return Refusal("R-PERSONNEL-06", "Điều 10.3", "Chỉ người đề xuất rút đề xuất của mình.")


def decision_changes_something(changes: int) -> Refusal | None:
    """R-OFFICE-09: an answer by decision appoints or releases someone (Điều 7, 10.3)."""
    if changes:
        return None
    return Refusal(
        "R-OFFICE-09",
        "Điều 7, 10.3",
        "Quyết định trả lời một đề xuất phải ghi ít nhất một người.",
        "",
        Ground.NOT_READY,
    )


def holds_to_release(holds: bool) -> Refusal | None:
    """R-OFFICE-10: only a held office can be ended (Điều 7)."""
    if holds:
        return None
    return Refusal("R-OFFICE-10", "Điều 7", "Người này không giữ chức ấy vào ngày ghi.", "person", Ground.NOT_READY)
