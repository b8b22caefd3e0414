"""How much of a file is read at all. Whoever wrote it, a reader's memory and time stay bounded."""

from dataclasses import dataclass

from portal.files.office.paper import Unreadable

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes, counts in pieces; the defaults hold a book of some 500 pages with its pictures."""

    size: int = 40 * MEGABYTE  # of the file as it comes
    entries: int = 4000  # files inside it
    unpacked: int = 200 * MEGABYTE  # all of them together, as the file itself tells
    ratio: int = 200  # how many times larger one may become; what is below a megabyte may do as it likes
    part: int = 32 * MEGABYTE  # one part of XML
    elements: int = 800_000  # in one part
    held: int = 200_000  # of those in memory at once: a table is read whole
    depth: int = 120
    letters: int = 2_000_000
    lines: int = 20_000  # paragraphs, items and rows
    runs: int = 60_000  # changes of look
    columns: int = 60
    cells: int = 60_000  # in one table
    pictures: int = 200
    picture: int = 20 * MEGABYTE  # one picture
    pictured: int = 100 * MEGABYTE  # all pictures together
    pixels: int = 100_000_000  # of all pictures made another kind
    seconds: int = 60  # LibreOffice
    memory: int = 2 * 1024 * MEGABYTE  # LibreOffice: addresses; half a gigabyte was enough when tried


LIMITS = Limits()


def weigh(size: int, limits: Limits = LIMITS) -> None:
    """To be asked with the size a form tells, before one byte is read. Raises Unreadable."""
    if size > limits.size:
        raise Unreadable(
            f"Tệp nặng {size // MEGABYTE} MB, quá {limits.size // MEGABYTE} MB nên không nhận. "
            "Thầy/cô thu nhỏ ảnh trong Word (Picture Format → Compress Pictures) rồi gửi lại."
        )
    if not size:
        raise Unreadable("Tệp rỗng, không có gì để nhập.")


def too_many_looks(limits: Limits) -> Unreadable:
    """The sentence for a text that changes its look with every letter."""
    return Unreadable(
        f"Văn bản đổi kiểu chữ quá {limits.runs // 1000} nghìn lần, quá mức một bài đăng. Thầy/cô chia ra nhiều bài, hoặc dán "
        "lại không kèm định dạng."
    )


def too_long(limits: Limits) -> Unreadable:
    """The one sentence for a text no article can be."""
    return Unreadable(
        f"Văn bản dài quá mức một bài đăng (quá {limits.lines} đoạn hoặc {limits.letters // 1_000_000} triệu chữ). "
        "Thầy/cô chia ra nhiều tệp rồi nhập từng tệp."
    )
