"""The words of a scanned PDF, read by sight: poppler draws a page, tesseract reads it, both bounded (Điều 16.1.2).

Both are programs a school may install or not; without them a scan stays what it is, and says so. Page by page, so that only one
picture lies on the disk; what was read when time is up is kept.
"""

import shutil
import tempfile
import time
from pathlib import Path

from portal.base.text import nfc
from portal.files import bounded
from portal.files.models import Attachment
from portal.files.office.limits import MEGABYTE

PAGES, SECONDS, IN_ALL = 30, 30, 90  # of one scan; seconds one page may take to be drawn or read; seconds for the whole
LONG_SIDE = 2400  # dots of a page, however large it says it is: some 205 an inch of A4
MEMORY, WROTE = 768 * MEGABYTE, 32 * MEGABYTE
LANGUAGE = "vie"


def can_see() -> bool:
    """Whether this machine reads scans: tesseract, and poppler to draw their pages."""
    return bool(shutil.which("tesseract") and shutil.which("pdftoppm"))


def by_sight(paper: Attachment) -> str:
    """The words of a stored scan, pages apart by an empty line; "" where the machine cannot read, or sees none."""
    if not can_see():
        return ""
    with paper.file.storage.open(paper.file.name, "rb") as kept:
        return seen_in(kept.read())


def seen_in(data: bytes) -> str:
    """The same of a PDF in hand: its first pages, as many as the time allows."""
    seen, until = [], time.monotonic() + IN_ALL
    with tempfile.TemporaryDirectory(prefix="scan-") as folder:
        Path(folder, "tep.pdf").write_bytes(data)
        for page in range(1, PAGES + 1):
            if time.monotonic() > until or (text := _page(folder, page)) is None:
                break
            seen.append(text)
    return nfc("\n\n".join(filter(None, seen))).strip()


def _page(folder: str, page: int) -> str | None:
    """What is read on one page; None where there is no such page or it cannot be drawn."""
    at = str(page)
    drawn = ("pdftoppm", "-f", at, "-l", at, "-singlefile", "-scale-to", str(LONG_SIDE), "-gray", "tep.pdf", "trang")
    if not _run(drawn, folder):
        return None
    if not _run(("tesseract", "trang.pgm", "trang", "-l", LANGUAGE), folder):
        return ""
    return Path(folder, "trang.txt").read_text(errors="replace").strip()


def _run(command: tuple[str, ...], folder: str) -> bool:
    return bounded.run(command, folder=folder, seconds=SECONDS, memory=MEMORY, wrote=WROTE)
