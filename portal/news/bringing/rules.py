"""What may be brought in, how much at a time, and until when it can be turned back."""

from portal.base.rules import Ground, Refusal
from portal.files.rules import DOCUMENT_BYTES, MEGABYTE, PAPER_TYPES

PAPERS = {kind: mime for mime, kind in PAPER_TYPES.items()}  # ending → type; `files.office` looks inside
MOST_AT_ONCE = 20
MOST_TRIES = 2  # a paper at which the reader was stopped twice is not tried again
PAPER_BYTES = DOCUMENT_BYTES
ALL_BYTES = 200 * MEGABYTE
MOST_LETTERS = 400_000  # some two hundred pages: more than one text
UNREADABLE = "R-BRING-03"
CLAUSE = "Điều 8.1, 12.2, 13.7"


def something_came(files: int, pasted: str, total: int = 0) -> Refusal | None:
    """R-BRING-01: a file or pasted words, and no more files at a time than a person looks through; `total` in bytes
    (Điều 12.2)."""
    if not files and not pasted.strip():
        return _no("R-BRING-01", "Hãy chọn tệp, hoặc dán lời văn vào ô.", "papers", "Điều 12.2")
    if files and pasted.strip():
        return _no(
            "R-BRING-01", "Mỗi lần chỉ nhập tệp, hoặc chỉ nhập lời dán; hãy bỏ bớt một bên.", "pasted", "Điều 12.2"
        )
    if files > MOST_AT_ONCE:
        message = f"Mỗi lần nhập nhiều nhất {MOST_AT_ONCE} tệp (đang chọn {files}); hãy chia làm nhiều lần."
        return _no("R-BRING-01", message, "papers", "Điều 12.2")
    if total > ALL_BYTES:
        message = f"Các tệp cộng lại nặng quá {ALL_BYTES // MEGABYTE} MB; hãy chia làm nhiều lần."
        return _no("R-BRING-01", message, "papers", "Điều 12.2")
    return None


def may_be_read(name: str, size: int) -> Refusal | None:
    """R-BRING-02: the ending and the size in bytes are looked at before a byte is read (Điều 8.1, 13.7)."""
    ending = name.rpartition(".")[2].lower()
    if ending not in PAPERS:
        return _no("R-BRING-02", f"“{name}”: chỉ nhập được tệp .docx, .odt, .doc và .rtf.", "papers")
    if size > PAPER_BYTES:
        return _no("R-BRING-02", f"“{name}” nặng quá {PAPER_BYTES // MEGABYTE} MB.", "papers")
    if not size:
        return _no("R-BRING-02", f"“{name}” là tệp rỗng.", "papers")
    return None


def may_be_one_text(letters: int, field: str) -> Refusal | None:
    """R-BRING-02, for what was pasted or read."""
    if letters <= MOST_LETTERS:
        return None
    most = f"{MOST_LETTERS:,}".replace(",", ".")
    return _no("R-BRING-02", f"Văn bản dài quá {most} ký tự, quá mức một bài đăng; hãy chia ra nhiều bài.", field)


def unreadable(name: str, sentence: str) -> Refusal:
    """R-BRING-03: a paper that is broken, locked or hostile is refused whole, and nothing of it is kept (Điều 8.1, 13.7)."""
    return _no(UNREADABLE, f"“{name}”: {sentence}" if name else sentence, "papers")


def may_turn(*, is_draft: bool, untouched: bool, has_other: bool) -> Refusal | None:
    """R-BRING-04: converted words are turned back, and forth again, while the draft is as the bringing left it (Điều 12.2)."""
    if not has_other:
        return Refusal("R-BRING-04", "Điều 12.2", "Không có chỗ nào đổi phông để trả lại.", ground=Ground.CONFLICT)
    if is_draft and untouched:
        return None
    message = (
        "Bài đã được sửa hoặc đã trình sau khi nhập, nên không trả lại cả bài được; bản gốc vẫn còn để xem và nhập lại."
    )
    return Refusal("R-BRING-04", "Điều 12.2", message, ground=Ground.CONFLICT)


def _no(rule: str, message: str, field: str, clause: str = CLAUSE) -> Refusal:
    return Refusal(rule, clause, message, field, Ground.NOT_READY)
