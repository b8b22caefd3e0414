"""What may be stored and who may open it: plain values."""

from enum import StrEnum

from portal.base.rules import Ground, Refusal

MEGABYTE = 1024 * 1024
PICTURE_TYPES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}
DOCUMENT_TYPES = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
}
PAPER_TYPES = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/msword": "doc",
    "application/rtf": "rtf",
}  # texts somebody typed elsewhere, which `office` can read
TEXT_TYPES = {"text/plain": "txt"}  # words pasted on a screen of ours; nobody uploads such a file
MEDIA_TYPES = {
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/ogg": "ogg",
    "video/mp4": "mp4",
    "video/webm": "webm",
}  # heard and seen inside only: what is up in public shows pictures and documents
MATERIAL_TYPES = DOCUMENT_TYPES | PICTURE_TYPES | MEDIA_TYPES  # what a circle keeps for teaching (Điều 15.1)
PICTURE_BYTES = 20 * MEGABYTE
DOCUMENT_BYTES = 40 * MEGABYTE
AUDIO_BYTES, VIDEO_BYTES = 40 * MEGABYTE, 120 * MEGABYTE
PICTURE_PIXELS = 50_000_000
WIDTHS = (240, 400, 800, 1280)
FORMATS = ("avif", "webp")  # the lighter first; browsers take the first they know
AVIF_QUALITY, AVIF_SPEED = 52, 8  # as good as WebP at 80, a quarter lighter, in a tenth of a second


def at_width(width: int, form: str = "webp") -> str:
    """How a picture at one width is named in its address."""
    return f"width-{width}|format-{form}"


def widths_of(width: int) -> list[tuple[int, int]]:
    """Which widths a picture so wide is made at, and how wide each comes out: none is blown up, none made twice."""
    wanted = [one for one in WIDTHS if one < width]
    wanted += [one for one in WIDTHS if one >= width][:1]
    return [(one, min(one, width)) for one in wanted]


RENDITIONS = frozenset(at_width(width, form) for width in WIDTHS for form in FORMATS) | {
    "width-1280|format-jpeg",  # for other people's pages that show ours
    "max-165x165", "max-300x300", "max-800x600",  # Wagtail's own screens
}  # fmt: skip


class Scan(StrEnum):
    """What the virus scanner said of a file."""

    PENDING = "pending"
    CLEAN = "clean"
    INFECTED = "infected"
    NOT_SCANNED = "not_scanned"  # the school's settings name no scanner, and the state says so


def may_be_served(scan: str) -> bool:
    """R-FILE-02: a file waiting for its scan, or found infected, is opened by nobody (Điều 8.1, 13.7)."""
    return scan in (Scan.CLEAN, Scan.NOT_SCANNED)


def seconds_for(size: int) -> float:
    """How long the scanner may think about so many bytes: ten seconds, and one more for each megabyte."""
    return 10.0 + size / MEGABYTE


def infected(name: str, found: str, field: str = "file") -> Refusal:
    """R-FILE-11: a file the scanner finds infected is kept by nobody (Điều 8.1, 13.7)."""
    return Refusal(
        "R-FILE-11", "Điều 8.1, 13.7", f"Tệp “{name}” có mã độc ({found}) nên không được nhận. Hãy quét vi-rút máy đã gửi "
        "tệp này, hỏi lại người đã đưa tệp; những điều thầy/cô đã gõ vẫn còn.", field, Ground.NOT_READY,
    )  # fmt: skip


def unanswered(name: str, field: str = "file") -> Refusal:
    """R-FILE-12: while the scanner gives no word no file is taken, and who keeps the machine is told (Điều 8.1, 13.7)."""
    return Refusal(
        "R-FILE-12", "Điều 8.1, 13.7", f"Máy quét vi-rút đang không trả lời nên chưa nhận được tệp “{name}”. Hãy gửi lại sau "
        "ít phút; quản trị viên hệ thống đã được báo, và những điều thầy/cô đã gõ vẫn còn.", field, Ground.CONFLICT,
    )  # fmt: skip


def not_seen_whole(name: str, field: str = "file") -> Refusal:
    """R-FILE-12 too: what the scanner cannot see to its end was not scanned (Điều 8.1, 13.7)."""
    return Refusal(
        "R-FILE-12", "Điều 8.1, 13.7", f"Máy quét vi-rút không xem hết được tệp “{name}” nên không nhận. Hãy lưu tệp nhẹ hơn "
        "hoặc chia làm nhiều tệp; quản trị viên hệ thống đã được báo, và những điều thầy/cô đã gõ vẫn còn.", field,
        Ground.NOT_READY,
    )  # fmt: skip


def out_of_reach(field: str = "file") -> Refusal:
    """R-FILE-23: what cannot be laid where the school keeps its files is not taken (Điều 8.1, 13.7)."""
    return Refusal(
        "R-FILE-23", "Điều 8.1, 13.7", "Kho tệp của nhà trường đang không trả lời nên chưa lưu được tệp. Hãy gửi lại sau ít "
        "phút; những điều thầy/cô đã gõ vẫn còn.", field, Ground.CONFLICT,
    )  # fmt: skip


def acceptable(mime: str | None, size: int, *, kinds: dict[str, str], most: int) -> Refusal | None:
    """R-FILE-03: type by content, not by name; size in bytes (Điều 8.1, 13.7)."""
    if size > most:
        return Refusal("R-FILE-03", "Điều 8.1, 13.7", f"Tệp nặng quá {most // MEGABYTE} MB.", "file", Ground.NOT_READY)
    if mime not in kinds:
        names = ", ".join(sorted(set(kinds.values())))
        message = f"Nội dung tệp không phải loại nhà trường nhận ({names})."
        return Refusal("R-FILE-03", "Điều 8.1, 13.7", message, "file", Ground.NOT_READY)
    return None


def bytes_of(mime: str | None) -> int:
    """R-FILE-21: how many bytes a file kept for a circle may have: pictures 20 MB, documents and sound 40 MB, video 120 MB
    (Điều 8.1, 13.7)."""
    if mime in PICTURE_TYPES:
        return PICTURE_BYTES
    sort = (mime or "").partition("/")[0]
    return {"audio": AUDIO_BYTES, "video": VIDEO_BYTES}.get(sort, DOCUMENT_BYTES)


def part_of(asked: str, size: int) -> tuple[int, int] | None:
    """Which bytes, first and last, one range of HTTP asks for of so many; None where it is no such range, and the whole is
    sent. Raises ValueError where nothing of it is there (RFC 9110, 14)."""
    unit, _, given = asked.strip().partition("=")
    first, dash, last = given.strip().partition("-")
    whole = first.isascii() and last.isascii() and (first + last).isdigit()
    if unit.strip().lower() != "bytes" or not dash or not whole:
        return None
    if not first:
        begin, end = max(size - int(last), 0), size - 1
    else:
        begin, end = int(first), min(int(last), size - 1) if last else size - 1
        if last and int(last) < begin:
            return None
    if begin > end or begin >= size:
        raise ValueError(asked)
    return begin, end


def may_upload(kind: str) -> Refusal | None:
    """R-FILE-08: files come from those who write: staff and collaborators (Điều 12.2, 13.7)."""
    if kind in ("staff", "collaborator"):
        return None
    return Refusal("R-FILE-08", "Điều 12.2, 13.7", "Tài khoản này không gửi ảnh và tệp.")


def may_reach_readers(*, guarded: bool) -> Refusal | None:
    """R-FILE-22: a file kept for a circle of the staff is shown by nothing others read; whoever may send it on sends it
    again, as a file of its own (Điều 15.3)."""
    if not guarded:
        return None
    message = "Tệp này chỉ lưu cho một nhóm trong trường nên không đưa lên bài được; hãy tải tệp lên lại cho bài."
    return Refusal("R-FILE-22", "Điều 15.3", message, ground=Ground.CONFLICT)
