"""The words of documents' files, read by the worker one file at a time, scans by OCR where the machine can (Điều 16.1.2)."""

import shutil
import subprocess
import tempfile
from datetime import datetime
from pathlib import Path

from django.db import transaction

from portal.base import epoch, journal
from portal.base.text import fold, nfc
from portal.base.ticker import tick
from portal.files.models import Attachment
from portal.files.queries import words_of
from portal.records.models import Document, DocumentWords, FileWords

READ = "words_read"  # a line of the record, by which the search hears of it
MOST = 200_000  # letters a document is found by
OCR_PAGES, OCR_SECONDS, DOTS = 30, 60, 200  # of one scan; seconds a page, dots an inch


@tick()
def read_waiting(at: datetime) -> bool:
    """Read one document's files that nobody has read; whether there was any. Said twice it reads nothing twice."""
    found = (
        DocumentWords.objects.filter(whole=False, document__live=True).select_related("document").order_by("pk").first()
    )
    if found is None:
        return False
    papers = found.document.attached()
    known = set(FileWords.objects.filter(sha256__in=[one.sha256 for one in papers]).values_list("sha256", flat=True))
    for one in papers:
        if one.sha256 not in known:
            _read(one, at)
    with transaction.atomic():
        _gather(found.document, papers, at)
    return True


def _read(paper: Attachment, at: datetime) -> None:
    """One file, outside any transaction: it may take a minute."""
    said = words_of(paper)
    text, by_ocr = said.text, False
    if said.scanned and paper.kind == "pdf" and (seen := by_sight(paper)):
        text, by_ocr = f"{text}\n{seen}".strip(), True
    FileWords.objects.get_or_create(sha256=paper.sha256, defaults={
        "text": text[:MOST], "scanned": said.scanned, "by_ocr": by_ocr, "unread": said.unread[:200], "at": at,
    })  # fmt: skip


def _gather(document: Document, papers: list[Attachment], at: datetime) -> None:
    """What a document is found by: its own words and its files'; unless it came down meanwhile."""
    held = DocumentWords.objects.select_for_update().filter(document=document.pk).first()
    if held is None or {one.pk for one in papers} != set(Document.objects.get(pk=document.pk).papers):
        return
    read = dict(FileWords.objects.filter(sha256__in=[one.sha256 for one in papers]).values_list("sha256", "text"))
    whole = "\n".join([document.said(), *(f"{one.title}\n{read.get(one.sha256, '')}" for one in papers)])[:MOST]
    held.exact, held.folded, held.whole = whole.lower(), fold(whole), True
    held.save(update_fields=["exact", "folded", "whole"])
    journal.record(READ, subject=document, by=None, at=at, channel="clock", clause="NĐ 42/2022")
    epoch.bump()


def can_see() -> bool:
    """Whether this machine reads scans: tesseract, and poppler to draw their pages."""
    return bool(shutil.which("tesseract") and shutil.which("pdftoppm"))


def by_sight(paper: Attachment) -> str:
    """The words of a scanned PDF, at most thirty pages; "" where the machine cannot, or sees none."""
    if not can_see():
        return ""
    with paper.file.storage.open(paper.file.name, "rb") as kept, tempfile.TemporaryDirectory() as folder:
        Path(folder, "tep.pdf").write_bytes(kept.read())
        drawn = ("pdftoppm", "-r", str(DOTS), "-gray", "-l", str(OCR_PAGES), "tep.pdf", "trang")
        if not _run(drawn, folder, OCR_SECONDS * 2):
            return ""
        pages = sorted(Path(folder).glob("trang*.pgm"))
        seen = [
            _of(page) for page in pages if _run(("tesseract", page.name, page.stem, "-l", "vie"), folder, OCR_SECONDS)
        ]
    return nfc("\n\n".join(filter(None, seen))).strip()[:MOST]


def _of(page: Path) -> str:
    return page.with_suffix(".txt").read_text(errors="replace")


def _run(command: tuple[str, ...], folder: str, seconds: int) -> bool:
    """Whether another program did its work in time."""
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, timeout=seconds, check=False).returncode == 0
    except (subprocess.TimeoutExpired, OSError):
        return False
