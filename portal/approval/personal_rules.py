"""Personal data in a text on its way to outsiders: what stands in the way, and who answers it. Plain values."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.base.rules import Ground, Refusal
from portal.base.text.personal import TITLES, Kind
from portal.people.rules import Board

CLAUSE = "Điều 9.5, 16.1.2"
SHORTEST, LONGEST = 10, 1000  # letters of a reason


@dataclass(frozen=True)
class Found:
    """One thing found in a text or one of its files: `key` names it among the findings of one hash; `where` in words."""

    key: str
    kind: Kind
    where: str
    count: int
    samples: tuple[str, ...] = ()
    note: str = ""
    file: int | None = None

    @property
    def title(self) -> str:
        return TITLES[self.kind]


def unanswered(found: Sequence[Found]) -> Refusal | None:
    """R-DATA-01: nothing goes to outsiders while something found in it was not answered for that very text (Điều 9.5, 16.1.2)."""
    if not found:
        return None
    told = "; ".join(f"{one.title} ({one.where})" for one in found[:3])
    more = f" và {len(found) - 3} chỗ khác" if len(found) > 3 else ""
    return Refusal(
        "R-DATA-01", CLAUSE, f"Bài có thể chứa dữ liệu cá nhân: {told}{more}. Thư ký hoặc người duyệt trả lời từng chỗ ở mục "
        "“Dữ liệu cá nhân” của bài, hoặc trả bài để bỏ đi, rồi mới đăng ra ngoài.", "", Ground.NOT_READY,
    )  # fmt: skip


def unread(titles: Sequence[str]) -> Refusal | None:
    """R-DATA-02: what was not looked through does not go to outsiders (Điều 9.5, 16.1.2)."""
    if not titles:
        return None
    names = ", ".join(f"“{title}”" for title in titles[:3])
    return Refusal(
        "R-DATA-02", CLAUSE, f"Cổng chưa đọc xong tệp {names} để tìm dữ liệu cá nhân. Thường chỉ mất vài phút; thầy/cô thử lại "
        "sau.", "", Ground.CONFLICT,
    )  # fmt: skip


def may_answer(person: int, *, writers: frozenset[int], holds: bool, board: Board) -> Refusal | None:
    """R-DATA-03: a finding is answered by the Secretary, another of the board or who holds a step of its route, never by who
    wrote the text (Điều 9.5, 10.2)."""
    if person in writers:
        return Refusal("R-DATA-03", "Điều 9.5, 10.2", "Người viết không tự trả lời cho bài của mình: Thư ký hoặc người duyệt xem "
                       "lại rồi trả lời.")  # fmt: skip
    if holds or person in board.everyone:
        return None
    return Refusal("R-DATA-03", "Điều 9.5, 10.2", "Chỉ Thư ký và người duyệt của bài trả lời về dữ liệu cá nhân.")


def answer_is_whole(reason: str) -> Refusal | None:
    """R-DATA-04: an answer says why it may stand there, in words somebody can check (Điều 9.5)."""
    if len(reason.strip()) < SHORTEST:
        return Refusal(
            "R-DATA-04", "Điều 9.5", "Cần ghi rõ vì sao được đăng (ít nhất mười ký tự).", "reason", Ground.NOT_READY
        )
    if len(reason) > LONGEST:
        return Refusal("R-DATA-04", "Điều 9.5", f"Lý do dài quá {LONGEST} ký tự.", "reason", Ground.NOT_READY)
    return None
