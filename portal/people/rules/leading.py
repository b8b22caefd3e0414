"""What the Head divides and hands on: fields, units, delegations, absences (Điều 7, 10, 11, 12)."""

from datetime import datetime

from portal.base.rules import Ground, Refusal
from portal.people.rules.board import Board


def may_lead(board: Board, person: int) -> Refusal | None:
    """R-OFFICE-02: fields, delegations and accounts are the Head's (Điều 10.2, 10.4, 11.1)."""
    if person in board.leaders:
        return None
    return Refusal("R-OFFICE-02", "Điều 10.2, 10.4, 11.1", "Việc này do Trưởng ban quyết định.")


def may_take_field(board: Board, person: int) -> Refusal | None:
    """R-FIELD-01: fields are for Members of the board (Điều 11.1)."""
    if person in board.members:
        return None
    return Refusal("R-FIELD-01", "Điều 11.1", "Lĩnh vực chỉ giao cho ủy viên đang giữ chức vào ngày bắt đầu.", "person",
                   Ground.NOT_READY)  # fmt: skip


def field_is_free(holds_already: bool) -> Refusal | None:
    """R-FIELD-02: nobody is given the same field twice (Điều 11.1)."""
    if not holds_already:
        return None
    return Refusal("R-FIELD-02", "Điều 11.1", "Ủy viên này đang phụ trách lĩnh vực ấy rồi.", "person", Ground.CONFLICT)


def may_run_units(board: Board, person: int) -> Refusal | None:
    """R-UNIT-01: units and who leads them are the Principal's and the Head's to write down (Điều 7, 10.3)."""
    if person in board.principals or person in board.leaders:
        return None
    return Refusal("R-UNIT-01", "Điều 7, 10.3", "Tổ, đơn vị và người phụ trách do Hiệu trưởng hoặc Trưởng ban ghi.")


def may_delegate(board: Board, by: int, to: int, starts: datetime, ends: datetime | None) -> Refusal | None:
    """R-DELEGATE-01: the Head delegates to a Member, from–until, and a delegate cannot pass it on (Điều 10.2, 11.2)."""
    if by not in board.leaders:
        return Refusal(
            "R-DELEGATE-01", "Điều 10.2", "Chỉ Trưởng ban ủy nhiệm việc duyệt; quyền được ủy nhiệm không chuyển tiếp."
        )
    if to not in board.members:
        return Refusal("R-DELEGATE-02", "Điều 10.2, 11.2", "Chỉ ủy nhiệm cho ủy viên của Ban.", "to", Ground.NOT_READY)
    if to == by:
        return Refusal("R-DELEGATE-02", "Điều 10.2", "Không ủy nhiệm cho chính mình.", "to", Ground.NOT_READY)
    if ends is None or ends <= starts:
        return Refusal(
            "R-DELEGATE-03", "Điều 10.2", "Ủy nhiệm phải có ngày kết thúc sau ngày bắt đầu.", "until", Ground.NOT_READY
        )
    return None


def delegation_is_whole(fields: int, number: str, ends: datetime | None, at: datetime) -> Refusal | None:
    """R-DELEGATE-04: a delegation names its fields, its paper and days still to come (Điều 10.2)."""
    if not fields:
        return Refusal("R-DELEGATE-04", "Điều 10.2", "Ủy nhiệm phải nêu ít nhất một lĩnh vực.", "fields",
                       Ground.NOT_READY)  # fmt: skip
    if not number.strip():
        return Refusal("R-DELEGATE-04", "Điều 10.2", "Ủy nhiệm phải có số giấy.", "number", Ground.NOT_READY)
    if ends is not None and ends <= at:
        return Refusal("R-DELEGATE-04", "Điều 10.2", "Thời hạn ủy nhiệm này đã qua.", "until", Ground.NOT_READY)
    return None


def delegation_stands(ends: datetime | None, revoked_at: datetime | None, at: datetime) -> Refusal | None:
    """R-DELEGATE-05: only a delegation that has not ended can be revoked (Điều 10.2)."""
    if revoked_at is None and (ends is None or ends > at):
        return None
    return Refusal("R-DELEGATE-05", "Điều 10.2", "Ủy nhiệm này đã hết hiệu lực từ trước.", ground=Ground.CONFLICT)


def may_mark_absent(board: Board, by: int, person: int) -> Refusal | None:
    """R-ABSENCE-01: one marks one's own absence, the Head anyone's (Điều 10.2)."""
    if by == person or by in board.leaders:
        return None
    return Refusal("R-ABSENCE-01", "Điều 10.2", "Mỗi người tự báo vắng; chỉ Trưởng ban báo vắng thay người khác.",
                   "person")  # fmt: skip


def may_stand_in(board: Board, person: int, substitute: int | None) -> Refusal | None:
    """R-ABSENCE-02: an absent Secretary names another of the board to stand in; nobody else does (Điều 12, 14.2)."""
    if substitute is None:
        return None
    if person not in board.secretaries:
        sentence = "Chỉ Thư ký vắng mặt mới có người làm thay; bước của người khác có người cùng giữ hoặc Thư ký."
    elif substitute == person or substitute not in board.everyone or substitute in board.away:
        sentence = "Người làm thay Thư ký là một người khác trong Ban, đang có mặt."
    else:
        return None
    return Refusal("R-ABSENCE-02", "Điều 12, 14.2", sentence, "substitute", Ground.NOT_READY)
