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
}  # texts somebody typed elsewhere, which `office` can read
TEXT_TYPES = {"text/plain": "txt"}  # words pasted on a screen of ours; nobody uploads such a file
PICTURE_BYTES = 20 * MEGABYTE
DOCUMENT_BYTES = 40 * MEGABYTE
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


def acceptable(mime: str | None, size: int, *, kinds: dict[str, str], most: int) -> Refusal | None:
    """R-FILE-03: type by content, not by name; size in bytes (Điều 8.1, 13.7)."""
    if size > most:
        return Refusal("R-FILE-03", "Điều 8.1, 13.7", f"Tệp nặng quá {most // MEGABYTE} MB.", "file", Ground.NOT_READY)
    if mime not in kinds:
        names = ", ".join(sorted(set(kinds.values())))
        message = f"Nội dung tệp không phải loại nhà trường nhận ({names})."
        return Refusal("R-FILE-03", "Điều 8.1, 13.7", message, "file", Ground.NOT_READY)
    return None


def may_upload(kind: str) -> Refusal | None:
    """R-FILE-08: files come from those who write: staff and collaborators (Điều 12.2, 13.7)."""
    if kind in ("staff", "collaborator"):
        return None
    return Refusal("R-FILE-08", "Điều 12.2, 13.7", "Tài khoản này không gửi ảnh và tệp.")
