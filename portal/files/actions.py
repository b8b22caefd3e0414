"""Storing files and letting them be seen."""

# models of other rooms bring this in before a file's content may be told with its type
from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction

from portal.base import epoch, journal
from portal.base.refused import Refused, refuse_if
from portal.base.rules import Ground, Refusal
from portal.base.text import nfc, slug
from portal.files.bare import bare as bare
from portal.files.bare import kind_of as kind_of
from portal.files.destroying import destroy as destroy
from portal.files.destroying import take_off as take_off
from portal.files.models import Attachment, Exposure, Picture
from portal.files.places import Silent
from portal.files.rescanning import scan_unscanned as scan_unscanned
from portal.files.rescanning import visit_scanner as visit_scanner
from portal.files.rules import (
    DOCUMENT_BYTES,
    DOCUMENT_TYPES,
    MATERIAL_TYPES,
    PAPER_TYPES,
    PICTURE_BYTES,
    PICTURE_TYPES,
    TEXT_TYPES,
    acceptable,
    bytes_of,
    may_reach_readers,
    out_of_reach,
)  # fmt: skip
from portal.files.scanning import Unscanned as Unscanned
from portal.files.scanning import look_into as look_into
from portal.files.scanning import scanned_beforehand as scanned_beforehand
from portal.files.widths import want_widths as want_widths
from portal.people.models import Person


@contextmanager
def within_reach() -> Iterator[None]:
    """Around every look at where files lie: its silence is a refusal somebody can read. Raises Refused (409)."""
    try:
        yield
    except Silent as silence:
        raise Refused(out_of_reach()) from silence


def store_picture(
    upload: UploadedFile | ContentFile[bytes],
    *,
    title: str,
    alt: str,
    credit: str,
    by: Person,
    at: datetime,
    channel: str,
) -> Picture:
    """Keep a picture: type by content, scanned, turned upright, re-encoded without EXIF or GPS. Raises Refused (422, 409)."""
    raw = upload.read()
    mime = kind_of(raw)
    refuse_if(acceptable(mime, len(raw), kinds=PICTURE_TYPES, most=PICTURE_BYTES))
    verdict = look_into(raw, name=_called(upload, title), by=by, at=at, channel=channel)
    clean, width, height = bare(raw, str(mime))
    name = f"{slug(title)[:60]}.{PICTURE_TYPES[str(mime)]}"
    picture = Picture(
        title=nfc(title)[:255], alt=nfc(alt)[:300], credit=nfc(credit)[:120], uploaded_by_user=by,
        file=ContentFile(clean, name), width=width, height=height, sha256=hashlib.sha256(clean).hexdigest(),
        file_size=len(clean), scan=verdict.scan, scanned_at=verdict.scanned_at,
    )  # fmt: skip
    lay_down(picture)
    with transaction.atomic():
        picture.save()
        journal.record("store_picture", subject=picture, by=by, at=at, channel=channel, data={"sha256": picture.sha256})
    return picture


@transaction.atomic
def reword_picture(
    picture: Picture, *, alt: str, credit: str, by: Person, at: datetime, channel: str, title: str = ""
) -> Picture:
    """The same picture with other words beside it: a new one, because a stored one never changes."""
    alt, credit = nfc(alt).strip()[:300], nfc(credit).strip()[:120]
    if (alt, credit) == (picture.alt, picture.credit):
        return picture
    with within_reach(), picture.file.open("rb") as kept:
        content = ContentFile(kept.read(), PurePath(picture.file.name).name)
    again = Picture(
        title=nfc(title)[:255] or picture.title, alt=alt, credit=credit, uploaded_by_user=by, file=content,
        width=picture.width, height=picture.height, sha256=picture.sha256, file_size=picture.file_size,
        scan=picture.scan, scanned_at=picture.scanned_at, scan_note=picture.scan_note, withheld_at=picture.withheld_at,
    )  # fmt: skip
    lay_down(again)
    again.save()
    journal.record("reword_picture", subject=again, by=by, at=at, channel=channel,
                   data={"sha256": again.sha256, "from": picture.pk})  # fmt: skip
    return again


def _called(upload: UploadedFile | ContentFile[bytes], title: str) -> str:
    """What whoever sent a file calls it."""
    return nfc(PurePath(upload.name or "").name or title)[:120]


def store_attachment(
    upload: UploadedFile | ContentFile[bytes], *, title: str, by: Person, at: datetime, channel: str,
    guarded: bool = False,
) -> Attachment:  # fmt: skip
    """Keep a document as it is, type by content, macros refused, scanned; `guarded`, not all staff may open it, and it may be
    sound, video, or a picture, which loses its EXIF and GPS. Raises Refused (422, 409)."""
    raw = upload.read()
    mime = kind_of(raw)
    kinds, most = (MATERIAL_TYPES, bytes_of(mime)) if guarded else (DOCUMENT_TYPES, DOCUMENT_BYTES)
    refuse_if(acceptable(mime, len(raw), kinds=kinds, most=most))
    if b"vbaProject.bin" in raw:
        raise Refused(Refusal("R-FILE-06", "Điều 8.1, 13.7", "Tệp có macro nên không nhận.", "file", Ground.NOT_READY))
    kind = kinds[str(mime)]
    if mime in PICTURE_TYPES:
        look_into(
            raw, name=_called(upload, title), by=by, at=at, channel=channel
        )  # as it came, before anything reads it
        raw = bare(raw, str(mime))[0]
    return _keep(raw, kind, called=_called(upload, title), title=title, by=by, at=at, channel=channel, guarded=guarded)


def store_paper(raw: bytes, *, mime: str, title: str, by: Person, at: datetime, channel: str) -> Attachment:
    """Keep a text typed elsewhere as the original of what was read from it; `mime` as `office` found it (Điều 12.2)."""
    refuse_if(acceptable(mime, len(raw), kinds=PAPER_TYPES, most=DOCUMENT_BYTES))
    return _keep(raw, PAPER_TYPES[mime], called=title, title=title, by=by, at=at, channel=channel)


def store_words(words: str, *, title: str, by: Person, at: datetime, channel: str) -> Attachment:
    """Keep pasted words to the letter, broken or not, as a text file: the original of what came by mail (Điều 12.2)."""
    raw = words.encode("utf-8", "replace")
    refuse_if(acceptable("text/plain", len(raw), kinds=TEXT_TYPES, most=DOCUMENT_BYTES))
    return _keep(raw, TEXT_TYPES["text/plain"], called=title, title=title, by=by, at=at, channel=channel)


def _keep(
    raw: bytes, kind: str, *, called: str, title: str, by: Person, at: datetime, channel: str, guarded: bool = False
) -> Attachment:
    verdict = look_into(raw, name=called, by=by, at=at, channel=channel)
    attachment = Attachment(
        title=nfc(title)[:255], uploaded_by_user=by, file=ContentFile(raw, f"{slug(title)[:60]}.{kind}"), kind=kind,
        sha256=hashlib.sha256(raw).hexdigest(), file_size=len(raw), scan=verdict.scan, scanned_at=verdict.scanned_at,
        guarded=guarded,
    )  # fmt: skip
    lay_down(attachment)
    with transaction.atomic():
        attachment.save()
        journal.record("store_attachment", subject=attachment, by=by, at=at, channel=channel,
                       data={"sha256": attachment.sha256})  # fmt: skip
    return attachment


def lay_down(stored: Picture | Attachment) -> None:
    """Put the bytes where files lie before the row is written: a bucket takes seconds, and SQLite has one lock for all
    writers. Raises Refused (409)."""
    with within_reach():
        stored.file.save(stored.file.name, stored.file.file, save=False)


def expose(
    holder: models.Model, *, audience: str, pictures: Iterable[int], attachments: Iterable[int],
    until: datetime | None = None,
) -> None:  # fmt: skip
    """Let the files an item shows be opened by its audience, up to but not at `until`; runs in the transaction that puts
    the item up."""
    attachments = sorted(attachments)
    if audience == Exposure.Audience.PUBLIC:
        kept = Attachment.objects.filter(pk__in=attachments, guarded=True).exists()
        refuse_if(may_reach_readers(guarded=kept))
    conceal(holder)
    kind = journal.label(holder)
    Exposure.objects.bulk_create(
        [
            Exposure(holder_type=kind, holder_id=holder.pk, audience=audience, until=until, picture_id=pk)
            for pk in sorted(pictures)
        ]
        + [
            Exposure(holder_type=kind, holder_id=holder.pk, audience=audience, until=until, attachment_id=pk)
            for pk in attachments
        ]
    )


def conceal(holder: models.Model) -> None:
    """An item is down: its files are no longer shown by it."""
    Exposure.objects.filter(holder_type=journal.label(holder), holder_id=holder.pk).delete()


def withhold(contents: Iterable[str], at: datetime) -> int:
    """Let nobody outside open pictures with these contents (sha256), whatever shows them; pages show none of them either.
    Said twice it changes nothing more; how many rows it changed. Inside the transaction of the verb."""
    many: int = Picture.objects.filter(sha256__in=list(contents), withheld_at=None).update(withheld_at=at)
    epoch.bump()
    return many


def give_back(contents: Iterable[str]) -> int:
    """Pictures withheld are open again as far as what shows them is. Inside the transaction of the verb."""
    many: int = Picture.objects.filter(sha256__in=list(contents), withheld_at__isnull=False).update(withheld_at=None)
    epoch.bump()
    return many
