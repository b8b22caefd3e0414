"""The doorstep: papers and long pastes wait here for the worker; beside a mistake, for whoever brought them to mend it."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from portal.base import journal, queue
from portal.base.refused import Refused, refuse_if
from portal.base.rules import Refusal
from portal.base.text import nfc
from portal.files.actions import look_into
from portal.files.models import Attachment
from portal.news.bringing.came import PASTED, Came
from portal.news.bringing.queued import forget, read_waiting
from portal.news.bringing.rules import may_be_read, something_came
from portal.news.models import Bringing, Brought
from portal.people.models import Person

HELD, WAITING = Brought.State.HELD, Brought.State.WAITING
MOST_HELD = 3  # bringings of one person that were never gone on with


def begin_bringing(
    uploads: Iterable[UploadedFile], *, data: Mapping[str, Any], by: Person, at: datetime, channel: str
) -> Bringing:
    """Put several papers on the doorstep, scanned; the worker reads them one by one. Raises Refused (422, 409)."""
    uploads = list(uploads)
    total = sum(one.size or 0 for one in uploads)
    refuse_if(something_came(len(uploads), "", total), *(may_be_read(one.name or "", one.size or 0) for one in uploads))
    for upload in uploads:
        _scanned(upload, by=by, at=at, channel=channel)
    with transaction.atomic():
        begun = Bringing.objects.create(person=by, begun_at=at, asked={**data, "channel": channel})
        rows = [lay(begun, nfc(upload.name or ""), upload, WAITING) for upload in uploads]
        return _called_for(begun, rows, by=by, at=at, channel=channel)


def _scanned(upload: UploadedFile, **common: Any) -> None:
    upload.seek(0)
    look_into(upload.read(), name=nfc(upload.name or ""), field="papers", **common)
    upload.seek(0)


def hold(
    uploads: Iterable[UploadedFile], *, into: Bringing | None, by: Person, at: datetime, channel: str
) -> tuple[Bringing | None, list[Refusal]]:
    """Keep the files that may be read until their sender has mended what was wrong; the others are named, and kept nowhere."""
    refusals: list[Refusal] = []
    for upload in uploads:
        name = nfc(upload.name or "")
        if (refusal := may_be_read(name, upload.size or 0)) is not None:
            refusals.append(refusal)
            continue
        try:
            _scanned(upload, by=by, at=at, channel=channel)
        except Refused as refused:
            refusals += refused.refusals
            continue
        into = into or _held_anew(by, at)
        lay(into, name, upload, HELD)
    return into, refusals


@transaction.atomic
def _held_anew(by: Person, at: datetime) -> Bringing:
    for old in Bringing.objects.filter(person=by, papers__state=HELD).distinct().order_by("-pk")[MOST_HELD - 1 :]:
        forget(old.papers.filter(state=HELD))
    return Bringing.objects.create(person=by, begun_at=at)


def lay(begun: Bringing, name: str, content: File[Any], state: str) -> Brought:
    """Put one file down; what it is called on disk is ours."""
    content.name = f"tep.{name.rpartition('.')[2].lower()}"
    return Brought.objects.create(bringing=begun, name=name[-255:], waiting=content, state=state)


@transaction.atomic
def go_on(held: Bringing, *, data: Mapping[str, Any], by: Person, at: datetime, channel: str) -> Bringing:
    """Let the worker read what was held, into drafts as `data` says."""
    rows = list(Brought.objects.select_for_update().filter(bringing=held, state=HELD))
    held.asked = {**data, "channel": channel}
    held.begun_at = at
    held.save(update_fields=["asked", "begun_at"])
    Brought.objects.filter(pk__in=[row.pk for row in rows]).update(state=WAITING)
    return _called_for(held, rows, by=by, at=at, channel=channel)


@transaction.atomic
def paste_waits(came: Came, *, data: Mapping[str, Any], by: Person, at: datetime, channel: str) -> Bringing:
    """A paste that takes seconds is read by the worker too."""
    begun = Bringing.objects.create(person=by, begun_at=at, asked={**data, "channel": channel})
    words = json.dumps({"pasted": came.pasted, "html": came.html}).encode()
    row = lay(begun, f"Lời dán{PASTED}", ContentFile(words), WAITING)
    row.name = "Lời dán"
    row.save(update_fields=["name"])
    return _called_for(begun, [row], by=by, at=at, channel=channel)


@transaction.atomic
def received_waits(
    original: Attachment, name: str, *, way: str, data: Mapping[str, Any], by: Person, at: datetime, channel: str
) -> Bringing:
    """A paper taken in for somebody that only another program opens: its draft is made when it is read, with it or without
    its words."""
    begun = Bringing.objects.create(person=by, begun_at=at, asked={**data, "channel": channel, "way": way})
    row = Brought.objects.create(bringing=begun, name=name[-255:], original=original)
    return _called_for(begun, [row], by=by, at=at, channel=channel)


def _called_for(begun: Bringing, rows: list[Brought], *, by: Person, at: datetime, channel: str) -> Bringing:
    for row in rows:
        queue.enqueue(read_waiting, run_after=at, brought=row.pk)
    journal.record("bring_several", by=by, at=at, channel=channel, rule="R-BRING-01", clause="Điều 12.2",
                   data={"bringing": begun.pk, "papers": len(rows)})  # fmt: skip
    return begun
