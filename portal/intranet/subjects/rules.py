"""Subjects and series of textbooks: who keeps them, what they are called, when one is out of use (Điều 15.1, 15.2). Pure."""

from collections.abc import Iterable

from portal.base.rules import Ground, Refusal
from portal.base.text import exact_key
from portal.people.rules import Board

CLAUSE, KEPT_CLAUSE = "Điều 15.1", "Điều 15.2"


def may_keep(board: Board, person: int) -> Refusal | None:
    """R-SUBJECT-01: the Head and the Secretary keep the subjects and series the library is filed under: it is they whom its
    items pass (Điều 15.2)."""
    if person in board.heads | board.secretaries:
        return None
    return Refusal("R-SUBJECT-01", KEPT_CLAUSE, "Danh mục môn học và bộ sách do Trưởng ban và Thư ký giữ.")


def is_named(title: str, longest: int, others: Iterable[str]) -> Refusal | None:
    """R-SUBJECT-02: each has a name no other has, whether in use or not; the same name with its marks placed otherwise is the
    same (Điều 15.1)."""
    if not title:
        return Refusal("R-SUBJECT-02", CLAUSE, "Hãy ghi tên.", "title", Ground.NOT_READY)
    if len(title) > longest:
        return Refusal("R-SUBJECT-02", CLAUSE, f"Tên dài nhất {longest} chữ.", "title", Ground.NOT_READY)
    if exact_key(title) in set(map(exact_key, others)):
        told = "Tên này đã có trong danh mục; nếu đang thôi dùng, thầy/cô bấm “Dùng lại”."
        return Refusal("R-SUBJECT-02", CLAUSE, told, "title", Ground.NOT_READY)
    return None


def changes_use(*, retired: bool, wanted: bool) -> Refusal | None:
    """R-SUBJECT-03: what is used stays: one is put out of use for new items and taken into use again, never deleted, and what
    was filed under it keeps it (Điều 15.1)."""
    if retired != wanted:
        return None
    told = "Mục này đã thôi dùng rồi." if wanted else "Mục này đang dùng."
    return Refusal("R-SUBJECT-03", CLAUSE, told, ground=Ground.CONFLICT)
