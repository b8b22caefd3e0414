"""Internal items gathered into a list: who gathers, what may stand in it, who decides over it in one act. Plain values.

A list moves no step and gives no power: it only lets the Head take, in one act, the very step he holds of each item, on the
text that was listed (Điều 15.2; reading 5).
"""

import hashlib
from collections.abc import Iterable

from portal.base.rules import Ground, Refusal
from portal.people.rules import Board

LIST_CLAUSE = "Điều 15.2"
MOST = 60  # items one list holds: they are decided in one transaction
Listed = tuple[int, int, int, str]  # page, task, revision, hash of its words


def list_digest(items: Iterable[Listed]) -> str:
    """SHA-256, hex, over every item of a list in the order of pages: another text, another task, another digest."""
    lines = (f"{page}:{task}:{revision}:{hash}" for page, task, revision, hash in sorted(items))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def may_gather(person: int, board: Board) -> Refusal | None:
    """R-LIST-01: lists for the Head are gathered by the Secretary, or by whoever stands in for her (Điều 12.1, 15.2)."""
    if person in board.secretaries | board.substitutes:
        return None
    return Refusal("R-LIST-01", "Điều 12.1, 15.2", "Danh sách trình Trưởng ban do Thư ký lập.")


def may_see_lists(person: int, board: Board) -> Refusal | None:
    """R-LIST-10: lists for the Head are read by the editorial board and the school's leaders (Điều 10, 15.2)."""
    if person in board.everyone | board.substitutes | board.principals | board.vice_principals:
        return None
    return Refusal("R-LIST-10", "Điều 10, 15.2", "Danh sách trình duyệt dành cho Ban biên tập và Ban giám hiệu.")


def may_be_gathered(*, internal: bool, deciding: bool, elsewhere: bool) -> Refusal | None:
    """R-LIST-02: a list holds internal items at the Head's step, each in one open list only (Điều 15.2)."""
    if not internal:
        return Refusal(
            "R-LIST-02", LIST_CLAUSE, "Chỉ nội dung nội bộ được duyệt theo danh sách.", "bai", Ground.NOT_READY
        )
    if not deciding:
        return Refusal("R-LIST-02", LIST_CLAUSE, "Có mục không còn ở bước của Trưởng ban.", "bai", Ground.CONFLICT)
    if elsewhere:
        return Refusal(
            "R-LIST-02", LIST_CLAUSE, "Có mục đã nằm trong một danh sách khác đang chờ.", "bai", Ground.CONFLICT
        )
    return None


def list_is_whole(title: str, many: int) -> list[Refusal]:
    """R-LIST-03: a list has a name and between one and sixty items (Điều 15.2)."""
    wrong = [
        ("title", not title.strip(), "Hãy đặt tên cho danh sách."),
        ("bai", many == 0, "Hãy chọn ít nhất một mục."),
        ("bai", many > MOST, f"Một danh sách có nhiều nhất {MOST} mục; hãy lập thêm danh sách."),
    ]
    return [Refusal("R-LIST-03", LIST_CLAUSE, told, field, Ground.NOT_READY) for field, is_so, told in wrong if is_so]


def may_decide_over(person: int, board: Board) -> Refusal | None:
    """R-LIST-04: the Head, or who acts for him, decides over a list; a Deputy or a delegate does not (Điều 15.2)."""
    if person in board.leaders:
        return None
    return Refusal("R-LIST-04", LIST_CLAUSE, "Chỉ Trưởng ban duyệt danh sách nội dung nội bộ.")


def list_stands(*, is_open: bool, seen: str, now: str) -> Refusal | None:
    """R-LIST-05: a decision is on the list as it was seen, each item with its hash (Điều 14.2, 15.2)."""
    if not is_open:
        return Refusal("R-LIST-05", LIST_CLAUSE, "Danh sách này đã xong hoặc đã được rút.", ground=Ground.CONFLICT)
    if seen != now:
        return Refusal("R-LIST-05", "Điều 14.2, 15.2", "Danh sách đã thay đổi so với lúc thầy/cô xem. Hãy xem lại.",
                       ground=Ground.CONFLICT)  # fmt: skip
    return None


def may_set_out(reason: str, many: int) -> list[Refusal]:
    """R-LIST-06: what the Head leaves out of a list he says why; the item stays at his step, by itself (Điều 9.5, 15.2)."""
    wrong = [("bai", many == 0, "Hãy chọn mục cần để lại."),
             ("reason", not reason.strip(), "Cần ghi lý do để lại, để người gửi biết.")]  # fmt: skip
    return [
        Refusal("R-LIST-06", "Điều 9.5, 15.2", told, field, Ground.NOT_READY) for field, is_so, told in wrong if is_so
    ]


def may_take_back(person: int, board: Board) -> Refusal | None:
    """R-LIST-07: a list nobody decided on is taken back by the Secretary, or by the Head; its items wait one by one
    (Điều 12.1, 15.2)."""
    if person in board.secretaries | board.substitutes | board.leaders:
        return None
    return Refusal("R-LIST-07", "Điều 12.1, 15.2", "Chỉ Thư ký hoặc Trưởng ban rút danh sách.")


def as_listed(seen: Listed, now: Listed) -> Refusal | None:
    """R-LIST-08: of a list only what still is word for word what was listed, at the same step, is decided; another text is
    told and left out, and keeps nobody else back (Điều 14.2, 15.2)."""
    if seen == now:
        return None
    told = "Nội dung đã thay đổi sau khi lập danh sách." if seen[2:] != now[2:] else "Mục này đã được xử lý riêng."
    return Refusal("R-LIST-08", "Điều 14.2, 15.2", told, ground=Ground.CONFLICT)


def something_to_decide(told: list[str]) -> Refusal | None:
    """R-LIST-09: where nothing of a list can be decided the list stays open, and says of each item why (Điều 14.2, 15.2)."""
    said = " ".join(dict.fromkeys(told)) or "Mọi mục đã được để lại."
    return Refusal(
        "R-LIST-09", LIST_CLAUSE, f"Không mục nào trong danh sách duyệt được. {said}", ground=Ground.CONFLICT
    )
