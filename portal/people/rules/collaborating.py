"""Collaborators: chosen by a field's Member, taken on by the Head (Điều 10.4, 11.5)."""

from portal.base.rules import Ground, Refusal
from portal.people.rules.board import Board, Kind


def may_propose_collaborator(board: Board, by: int, field_id: int) -> Refusal | None:
    """R-COLLAB-01: a Member chooses collaborators for his own field only (Điều 11.5)."""
    if by in board.fields.get(field_id, frozenset()):
        return None
    return Refusal(
        "R-COLLAB-01", "Điều 11.5", "Ủy viên chỉ đề xuất cộng tác viên cho lĩnh vực mình phụ trách.", "field"
    )


def address_is_free(kind: str | None) -> Refusal | None:
    """R-COLLAB-02: an address that already signs in as something else is not made a collaborator (Điều 10.4, 11.5)."""
    if kind in (None, Kind.COLLABORATOR):
        return None
    return Refusal(
        "R-COLLAB-02", "Điều 10.4, 11.5", "Địa chỉ thư này đã có tài khoản ở cổng.", "email", Ground.NOT_READY
    )


def proposal_is_open(state: str) -> Refusal | None:
    """R-COLLAB-03: a proposal is decided once (Điều 10.4)."""
    if state == "proposed":
        return None
    return Refusal("R-COLLAB-03", "Điều 10.4", "Đề xuất này đã được quyết định rồi.", ground=Ground.CONFLICT)


def proposer_still_holds(holders: frozenset[int]) -> Refusal | None:
    """R-COLLAB-04: an account opens only where a Member answers for the field (Điều 11.5)."""
    if holders:
        return None
    return Refusal("R-COLLAB-04", "Điều 11.5", "Lĩnh vực này chưa có ủy viên phụ trách để nhận cộng tác viên.",
                   ground=Ground.CONFLICT)  # fmt: skip


def may_end_post(board: Board, by: int, field_id: int) -> Refusal | None:
    """R-COLLAB-05: the field's Member or the Head lets a collaborator go (Điều 10.4, 11.5)."""
    if by in board.leaders or by in board.fields.get(field_id, frozenset()):
        return None
    return Refusal("R-COLLAB-05", "Điều 10.4, 11.5", "Chỉ ủy viên của lĩnh vực hoặc Trưởng ban thôi cộng tác viên.")


def may_see_collaborators(board: Board, person: int) -> Refusal | None:
    """R-COLLAB-08: collaborators are between a field's Member and the Head (Điều 10.4, 11.5)."""
    if person in board.leaders or person in board.members:
        return None
    return Refusal(
        "R-COLLAB-08", "Điều 10.4, 11.5", "Trang cộng tác viên dành cho ủy viên phụ trách lĩnh vực và Trưởng ban."
    )
