"""The words of documents' files, read by the worker one file at a time, scans by OCR where the machine can (Điều 16.1.2)."""

from datetime import datetime

from django.db import transaction

from portal.base import epoch, journal
from portal.base.text import fold
from portal.base.ticker import tick
from portal.files.models import Attachment
from portal.files.queries import by_sight, words_of
from portal.records.models import Document, DocumentWords, FileWords

READ = "words_read"  # a line of the record, by which the search hears of it
MOST = 200_000  # letters a document is found by
SCAN, SEEN = "bản quét", "bản quét, tìm được chữ bên trong"  # of a file whose pages are pictures


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
    """One file, outside any transaction: a long scan takes a minute and a half."""
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


def scans_marked(papers: list[Attachment]) -> list[Attachment]:
    """The same files, each with what is told of it beside its name: `scan`, that it is a scan, and whether it was read by sight."""
    read = FileWords.objects.filter(sha256__in=[one.sha256 for one in papers], scanned=True)
    told = {sha: SEEN if by_ocr else SCAN for sha, by_ocr in read.values_list("sha256", "by_ocr")}
    for one in papers:
        one.scan = told.get(one.sha256, "")  # type: ignore[attr-defined]
    return papers
