"""Remarks on a sentence: who makes them, who settles them, where the sentence stands in a later text. Plain values."""

from collections.abc import Sequence

from portal.base.rules import Ground, Refusal
from portal.base.text import folded_key, nfc
from portal.people.rules import Board

LONGEST_QUOTE = 300
LONGEST_REMARK = 2000


def may_remark(person: int, *, under_review: bool, holds: bool, asked: bool, board: Board) -> Refusal | None:
    """R-REMARK-01: on a text under review, whoever holds the open step, was asked for an opinion, or is of the board."""
    if not under_review:
        return Refusal("R-REMARK-02", "Điều 12.1, 14.2", "Chỉ nhận xét được bài đang được xem xét.",
                       ground=Ground.CONFLICT)  # fmt: skip
    if holds or asked or person in board.everyone:
        return None
    return Refusal("R-REMARK-01", "Điều 12.1, 12.4, 14.2",
                   "Chỉ thành viên Ban, người giữ bước hiện tại hoặc người được hỏi ý kiến nhận xét bài này.")  # fmt: skip


def remark_is_whole(quote: str, text: str) -> Refusal | None:
    """R-REMARK-03: a remark says something, of one sentence at most (Điều 12.1)."""
    if not text.strip():
        return Refusal("R-REMARK-03", "Điều 12.1", "Cần viết nhận xét.", "text", Ground.NOT_READY)
    if len(text) > LONGEST_REMARK:
        return Refusal(
            "R-REMARK-03", "Điều 12.1", f"Nhận xét dài quá {LONGEST_REMARK} ký tự.", "text", Ground.NOT_READY
        )
    if len(quote) > LONGEST_QUOTE:
        return Refusal("R-REMARK-03", "Điều 12.1", f"Hãy chọn một câu, không quá {LONGEST_QUOTE} ký tự.", "quote",
                       Ground.NOT_READY)  # fmt: skip
    return None


def may_settle(person: int, *, author: int, hands: frozenset[int], settled: bool) -> Refusal | None:
    """R-REMARK-04: settled by whoever made it, or has a hand in the text and mended it; once (Điều 12.1, 12.2)."""
    if person != author and person not in hands:
        return Refusal(
            "R-REMARK-04", "Điều 12.1, 12.2", "Chỉ người nhận xét hoặc người viết, sửa bài khép nhận xét này."
        )
    if settled:
        return Refusal("R-REMARK-05", "Điều 12.1", "Nhận xét này đã khép rồi.", ground=Ground.CONFLICT)
    return None


def bare(text: str) -> str:
    """Words as they are compared: NFC, every run of spaces as one."""
    return " ".join(nfc(text).split())


def find_sentence(quote: str, passages: Sequence[str]) -> int | None:
    """Which of the passages a remarked sentence stands in: the first that has its very words, else the first that has
    them but for marks, capitals and punctuation; None where the sentence was mended since."""
    wanted, key = bare(quote), folded_key(quote)
    if not wanted:
        return None
    exact = next((i for i, passage in enumerate(passages) if wanted in bare(passage)), None)
    if exact is not None or not key:
        return exact
    return next((i for i, passage in enumerate(passages) if f" {key} " in f" {folded_key(passage)} "), None)
