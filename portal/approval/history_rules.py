"""What the portal before had up: who lists it, who decides over the list, what may stand in it. Plain values.

Every text of a list is bound by revision and hash; one decision covers them all (Điều 10.4, 14.2).
"""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime

from portal.base.rules import Ground, Refusal
from portal.people.rules import Board, Office

Bound = tuple[int, int, str, datetime]  # page, revision, hash of its words, when it went up at the portal before


def digest_of(items: Iterable[Bound]) -> str:
    """SHA-256, hex, over every text of a list in the order of pages: another word, date or text, another digest."""
    lines = (
        f"{page}:{revision}:{hash}:{past.astimezone(UTC).isoformat()}" for page, revision, hash, past in sorted(items)
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def may_list(person: int, board: Board) -> Refusal | None:
    """R-HISTORY-01: lists of what the portal before had up are prepared by the Secretary or another of the board
    (Điều 12.1, 12.2)."""
    if person in board.everyone:
        return None
    return Refusal("R-HISTORY-01", "Điều 12.1, 12.2", "Danh sách bài cũ do Thư ký hoặc thành viên Ban lập.")


def may_decide_list(person: int, prepared_by: int, board: Board) -> Refusal | None:
    """R-HISTORY-02: the Head, or who acts for him, decides over such a list; nobody over his own (Điều 10.4, 14.2)."""
    if person not in board.leaders:
        return Refusal("R-HISTORY-02", "Điều 10.4, 14.2", "Chỉ Trưởng ban quyết định đưa bài của cổng cũ lên cổng này.")
    if person == prepared_by:
        return Refusal("R-HISTORY-03", "Điều 10.2, 14.2", "Danh sách do chính thầy/cô lập; cần thành viên khác của Ban "
                       "lập để có hai người chịu trách nhiệm.", ground=Ground.CONFLICT)  # fmt: skip
    return None


def office_of(person: int, board: Board) -> tuple[Office, str]:
    """In which office a leader decides, and under which paper he acts for an absent Head."""
    return (Office.HEAD, "") if person in board.heads else (Office.ACTING_HEAD, board.acting_heads.get(person, ""))


def still_open(*, decided: bool, seen: str, now: str) -> Refusal | None:
    """R-HISTORY-04: a decision is on the list as it was seen, each text with its hash (Điều 14.2)."""
    if decided:
        return Refusal("R-HISTORY-04", "Điều 14.2", "Danh sách này đã có quyết định.", ground=Ground.CONFLICT)
    if seen != now:
        return Refusal("R-HISTORY-04", "Điều 14.2", "Danh sách đã thay đổi so với lúc thầy/cô xem. Hãy xem lại.",
                       ground=Ground.CONFLICT)  # fmt: skip
    return None


def may_be_history(past: datetime, at: datetime) -> Refusal | None:
    """R-HISTORY-05: only what went up before today is history (Điều 14.2)."""
    if past < at:
        return None
    return Refusal("R-HISTORY-05", "Điều 14.2", "Ngày đăng ở cổng cũ phải ở phía sau.", "past", Ground.NOT_READY)


def may_leave_out(reason: str) -> Refusal | None:
    """R-HISTORY-06: what the Head leaves out of a list, he says why (Điều 9.5, 12.7)."""
    if reason.strip():
        return None
    return Refusal("R-HISTORY-06", "Điều 9.5, 12.7", "Cần ghi lý do không đưa bài lên.", "reason", Ground.NOT_READY)


def may_close(*, many: int, reason: str) -> Refusal | None:
    """R-HISTORY-08: a list nothing is left in is closed by the Head, who says why none of it comes up (Điều 9.5, 12.7)."""
    if many:
        return Refusal("R-HISTORY-08", "Điều 9.5, 12.7", "Danh sách còn bài chưa có quyết định; hãy quyết định hoặc để lại "
                       "từng bài.", ground=Ground.CONFLICT)  # fmt: skip
    if reason.strip():
        return None
    return Refusal("R-HISTORY-08", "Điều 9.5, 12.7", "Cần ghi lý do không đưa bài nào lên.", "reason", Ground.NOT_READY)


def something_in_it(many: int) -> Refusal | None:
    """R-HISTORY-07: a list holds at least one text (Điều 14.2)."""
    if many:
        return None
    return Refusal("R-HISTORY-07", "Điều 14.2", "Không có bài cũ nào chờ quyết định.", ground=Ground.CONFLICT)
