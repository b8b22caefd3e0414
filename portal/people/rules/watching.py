"""What the Principal has to know before it hurts: offices without holder, steps nobody can take (Điều 7, 10, 11.1, 12)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from portal.people.rules.board import OFFICE_NAMES, Board, Office

NEVER_EMPTY = (Office.PRINCIPAL, Office.HEAD, Office.SECRETARY, Office.SYSADMIN)


class Gap(StrEnum):
    """What is missing."""

    VACANT = "vacant"
    HEAD_AWAY = "head_away"
    SECRETARY_AWAY = "secretary_away"
    FIELD = "field"


@dataclass(frozen=True)
class Missing:
    """One thing missing now; `field` where it is about a field of work."""

    gap: Gap
    sentence: str
    clause: str
    field: int | None = None


def gaps(board: Board, fields: Iterable[tuple[int, str]]) -> list[Missing]:
    """R-WATCH-01: an office nobody holds, a Head or Secretary away with nobody in their place, a field without a Member
    on duty (Điều 7, 11.1, 12)."""
    return [*_vacant(board), *_uncovered(board), *_unheld(board, fields)]


def _vacant(board: Board) -> list[Missing]:
    """Suspended people hold nothing: their office counts as empty."""
    held = {Office.PRINCIPAL: board.principals, Office.HEAD: board.leaders, Office.SECRETARY: board.secretaries,
            Office.SYSADMIN: board.sysadmins}  # fmt: skip
    empty = [office for office in NEVER_EMPTY if not held[office]]
    return [Missing(Gap.VACANT, f"Chưa có {OFFICE_NAMES[office]}.", "Điều 7") for office in empty]


def _uncovered(board: Board) -> list[Missing]:
    found = []
    if board.heads and board.heads <= board.away and not board.acting_heads:
        found.append(Missing(
            Gap.HEAD_AWAY, "Trưởng ban đang vắng, chưa có ai phụ trách Ban: việc riêng của Trưởng ban phải chờ.", "Điều 7, 10",
        ))  # fmt: skip
    if board.secretaries and board.secretaries <= board.away and not board.substitutes - board.away:
        found.append(Missing(
            Gap.SECRETARY_AWAY, "Thư ký đang vắng, chưa có người làm thay: bước của Thư ký chuyển Trưởng ban.", "Điều 12",
        ))  # fmt: skip
    return found


def _unheld(board: Board, fields: Iterable[tuple[int, str]]) -> list[Missing]:
    """A field is told once: without a Member at all, or with its Members away."""
    found = []
    for pk, title in fields:
        if board.on_duty(pk):
            continue
        why = "các ủy viên đang vắng" if board.fields.get(pk) else "chưa có ủy viên phụ trách"
        found.append(Missing(Gap.FIELD, f"Lĩnh vực {title}: {why}.", "Điều 11.1", pk))
    return found
