"""Withdrawing rights: who proposes, who decides, whom it can concern (Điều 9.5, 10.4, 11.6, 13.8)."""

from portal.base.rules import Ground, Refusal
from portal.people.rules.board import Board


def may_suspend(board: Board, by: int) -> Refusal | None:
    """R-SUSPEND-01: withdrawing rights is the Head's decision, carried out at once (Điều 9.5, 10.4)."""
    if by in board.leaders or by in board.principals:
        return None
    return Refusal(
        "R-SUSPEND-01",
        "Điều 9.5, 10.4",
        "Tạm dừng quyền do Trưởng ban hoặc Hiệu trưởng quyết định; người khác đề xuất.",
    )


def may_be_suspended(board: Board, by: int, person: int) -> Refusal | None:
    """R-SUSPEND-02: neither the Principal, who appoints, nor oneself (Điều 7, 9.5)."""
    if person in board.principals:
        sentence = "Quyền của Hiệu trưởng không tạm dừng ở cổng này."
    elif person == by:
        sentence = "Không tự tạm dừng quyền của chính mình."
    else:
        return None
    return Refusal("R-SUSPEND-02", "Điều 7, 9.5", sentence, "person", Ground.NOT_READY)


def may_propose_suspension(board: Board, by: int) -> Refusal | None:
    """R-SUSPEND-03: anyone of the board and the administrators propose it (Điều 9.5, 11.6, 13.8)."""
    if by in board.everyone or by in board.sysadmins:
        return None
    return Refusal("R-SUSPEND-03", "Điều 9.5, 11.6", "Chỉ người trong Ban hoặc Quản trị viên đề xuất tạm dừng quyền.")


def suspended_once(suspended: bool) -> Refusal | None:
    """R-SUSPEND-04: one suspension at a time (Điều 9.5)."""
    if not suspended:
        return None
    return Refusal("R-SUSPEND-04", "Điều 9.5", "Quyền của người này đang tạm dừng rồi.", "person", Ground.CONFLICT)


def may_see_suspensions(board: Board, person: int) -> Refusal | None:
    """R-SUSPEND-07: deciding or proposing to withdraw rights is the board's and the administrators' (Điều 9.5, 11.6)."""
    if may_suspend(board, person) is None or may_propose_suspension(board, person) is None:
        return None
    return may_propose_suspension(board, person)
