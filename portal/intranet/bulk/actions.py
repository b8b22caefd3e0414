"""The verbs of sending many files: the tray, each file kept by itself, the table mended, drafts made (Điều 15.1, 15.2)."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from portal.base import journal
from portal.base.refused import Refused, refuse_if
from portal.base.text import fold, nfc, one_line
from portal.files import actions as files
from portal.files.models import Attachment
from portal.intranet.bulk import rules
from portal.intranet.library import actions as library
from portal.intranet.library.rules import Given, may_send
from portal.intranet.models import Subject, Tray, TrayFile
from portal.people import offices
from portal.people.models import Person

COMMON = ("sort", "grade", "subject", "series", "year", "unit", "licence", "source")
OF_A_FILE = ("title", "lesson", "sort", "grade", "subject_id")


@dataclass(frozen=True)
class Taken:
    """What became of one file: `again` where it was there already."""

    file: TrayFile
    again: bool = False


@transaction.atomic
def open_tray(common: Mapping[str, Any], *, by: Person, at: datetime, channel: str) -> Tray:
    """The open tray of a teacher, begun where there is none; what all its files have in common is noted anew. Raises
    Refused (403)."""
    refuse_if(may_send(by.kind, suspended=offices.is_suspended(by, at)))
    tray, new = Tray.objects.get_or_create(by=by, closed_at=None, defaults={"begun_at": at})
    kept = {name: common[name] for name in COMMON if name in common}
    if kept != tray.common:
        tray.common = kept
        tray.save(update_fields=["common"])
    if new:
        journal.record(
            "bulk_open", subject=tray, by=by, at=at, channel=channel, rule="R-LIB-01", clause="Điều 15.1, 15.2"
        )
    return tray


def take(tray: Tray, upload: UploadedFile | ContentFile[bytes], *, by: Person, at: datetime, channel: str) -> Taken:
    """Keep one file in the tray, or say in it why not; sent again it is not kept again. A file that only the scanner had no
    word for may be sent once more. Raises Refused (422) where the tray is full."""
    raw = upload.read()
    sha256, name = hashlib.sha256(raw).hexdigest(), one_line(nfc(upload.name or "tệp")).strip()[:255]
    before = tray.files.filter(sha256=sha256).first()
    if before is not None and before.attachment_id is not None:
        return Taken(before, again=True)
    refuse_if(rules.has_room(tray.files.count()) if before is None else None)
    found = rules.guess(name, subjects())
    kept, told = _stored(raw, name, found.title or name, by=by, at=at, channel=channel)
    row, _ = TrayFile.objects.update_or_create(tray=tray, sha256=sha256, defaults={
        "name": name, "size": len(raw), "attachment": kept, "told": told, "title": found.title, "lesson": found.lesson,
        "sort": found.sort, "grade": found.grade, "subject_id": found.subject,
    })  # fmt: skip
    return Taken(row)


def _stored(
    raw: bytes, name: str, title: str, *, by: Person, at: datetime, channel: str
) -> tuple[Attachment | None, str]:
    """The file as it is kept, or the sentence why it is not; one the same person sent before is not kept twice."""
    mine = Attachment.objects.filter(uploaded_by_user=by, guarded=True, sha256=hashlib.sha256(raw).hexdigest()).first()
    if mine is not None:
        return mine, ""
    try:
        return files.store_attachment(
            ContentFile(raw, name), title=title, by=by, at=at, channel=channel, guarded=True
        ), ""
    except Refused as no:
        return None, " ".join(str(one) for one in no.refusals)


def subjects() -> dict[str, int]:
    """The school's subjects by name without marks."""
    return {fold(title): pk for pk, title in Subject.offered.values_list("pk", "title")}


@transaction.atomic
def mend(tray: Tray, rows: Iterable[tuple[int, Mapping[str, Any]]], *, by: Person, at: datetime, channel: str) -> None:
    """Keep what was typed of some files of one's own tray, by number. Raises Refused (403)."""
    refuse_if(may_send(by.kind, suspended=offices.is_suspended(by, at)))
    given = dict(rows)
    kept = list(tray.files.filter(pk__in=given, item=None))
    for row in kept:
        for name in OF_A_FILE:
            setattr(row, name, given[row.pk][name])
    TrayFile.objects.bulk_update(kept, OF_A_FILE)


@transaction.atomic
def make_drafts(
    tray: Tray, chosen: Collection[int], *, by: Person, at: datetime, channel: str
) -> tuple[int, dict[int, Refused]]:
    """Make each of some files a draft of its own, each by itself: how many were made, and of the others, by number, why not.
    A draft is its sender's and goes the whole route (Điều 15.2)."""
    made, refused = 0, dict[int, Refused]()
    for row in tray.files.filter(pk__in=chosen, item=None).select_related("attachment"):
        try:
            _draft(tray, row, by=by, at=at, channel=channel)
            made += 1
        except Refused as no:
            refused[row.pk] = no
    if made:
        journal.record("bulk_drafts", subject=tray, by=by, at=at, channel=channel, rule="R-BULK-02", clause="Điều 15.1, 15.2",
                       data={"made": made})  # fmt: skip
    return made, refused


@transaction.atomic
def _draft(tray: Tray, row: TrayFile, *, by: Person, at: datetime, channel: str) -> None:
    refuse_if(rules.may_become_draft(row.title, kept=row.attachment is not None))
    assert row.attachment is not None
    given = Given(**{**tray.common, "title": row.title, "lesson": row.lesson, **{
        name: value for name, value in (("sort", row.sort), ("grade", row.grade), ("subject", row.subject_id))
        if value not in ("", None)
    }})  # fmt: skip
    row.item = library.begin(given, [row.attachment], by=by, at=at, channel=channel)
    row.save(update_fields=["item"])


@transaction.atomic
def leave(tray: Tray, chosen: Collection[int] | None, *, by: Person, at: datetime, channel: str) -> int:
    """Take files out of the tray that became no draft, all where None is said, and close it once nothing waits in it;
    how many. What was stored stays stored, and nobody is shown it."""
    waiting = tray.files.filter(item=None)
    gone = waiting if chosen is None else waiting.filter(pk__in=chosen)
    names = list(gone.values_list("sha256", flat=True))
    gone.delete()
    if not tray.files.filter(item=None).exists():
        tray.closed_at = at
        tray.save(update_fields=["closed_at"])
    journal.record("bulk_leave", subject=tray, by=by, at=at, channel=channel, rule="R-BULK-02", clause="Điều 15.1, 15.2",
                   data={"files": names})  # fmt: skip
    return len(names)
