"""What Word, Excel and PowerPoint write, as a PDF to look at in the page: made behind it, where the machine can (Điều 15.1)."""

from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.db import transaction

from portal.base import clock, queue, ticker
from portal.base.refused import Refused
from portal.files import actions as files
from portal.files.office.doc import as_pdf, can_show
from portal.files.office.limits import LIMITS
from portal.files.office.paper import Unreadable
from portal.files.rules import may_be_served
from portal.intranet.bulk.rules import OFFICE
from portal.intranet.models import LibraryPaper, PaperPreview

A_ROUND = 20  # files asked for in one round of the worker


@ticker.tick(every=timedelta(seconds=20))
def want_previews(at: datetime) -> int:
    """Ask for a preview of every office document of the library that has none; how many. Nothing where the machine has no
    LibreOffice: once it has, they are made."""
    if not can_show():
        return 0
    wanted = LibraryPaper.objects.filter(attachment__kind__in=OFFICE, attachment__preview=None)
    found = list(wanted.values_list("attachment", flat=True).distinct().order_by("attachment")[:A_ROUND])
    return sum(_want(pk, at) for pk in found)


@transaction.atomic
def _want(pk: int, at: datetime) -> bool:
    _, new = PaperPreview.objects.get_or_create(of_id=pk, defaults={"asked_at": at})
    if new:
        queue.enqueue(make_preview, run_after=at, attachment=pk)
    return new


@queue.task_by_itself
def make_preview(attachment: int) -> None:
    """Make one, or note why not; done again, it changes nothing. What is found infected meanwhile is opened by no program; the
    PDF passes the scanner as every file does."""
    row = PaperPreview.objects.select_related("of__uploaded_by_user").get(of=attachment)
    if row.pdf_id is not None or row.told or not may_be_served(row.of.scan):
        return
    with row.of.file.open("rb") as kept:
        raw = kept.read()
    at = clock.now()
    try:
        made = ContentFile(as_pdf(raw, row.of.kind, LIMITS), "xem-truoc.pdf")
        row.pdf = files.store_attachment(made, title=f"Xem trước {row.of.title}"[:255], by=row.of.uploaded_by_user, at=at,
                                         channel="worker", guarded=True)  # fmt: skip
    except Unreadable as no:
        row.told = str(no)[:200]
    except files.Unscanned:
        raise  # the scanner gives no word: tried again later
    except Refused as no:
        row.told = str(no)[:200]
    row.save(update_fields=["pdf", "told"])
