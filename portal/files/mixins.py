"""The files that go with what somebody writes: kept at once, so that no mistake elsewhere on the page loses them."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from portal.base.refused import Refused
from portal.base.text import is_number
from portal.files.actions import store_attachment
from portal.files.models import Attachment
from portal.people.models import Person


def found(numbers: Iterable[int]) -> list[Attachment]:
    """The files of these numbers that are there, in their order, each once."""
    there = Attachment.objects.in_bulk(list(numbers))
    return [there[pk] for pk in dict.fromkeys(numbers) if pk in there]


def carried(
    request: HttpRequest, before: Iterable[int], *, field: str = "files", guarded: bool = False, by: Person, at: datetime,
    channel: str,
) -> tuple[list[Attachment], list[str]]:  # fmt: skip
    """Files sent before and not ticked away, then the new ones of `field`, guarded where they are for a circle; and a sentence
    for each that was refused. Nobody carries a colleague's file by naming it."""
    gone, before = set(request.POST.getlist("gone")), frozenset(before)
    numbers = [int(pk) for pk in request.POST.getlist("kept") if is_number(pk) and pk not in gone]
    kept = [one for one in found(numbers) if one.uploaded_by_user_id == by.pk or one.pk in before]
    refused: list[str] = []
    for upload in request.FILES.getlist(field):
        try:
            kept.append(store_attachment(upload, title=_title(upload), by=by, at=at, channel=channel, guarded=guarded))
        except Refused as fault:
            refused += [f"{upload.name}: {refusal}" for refusal in fault.refusals]
    return kept, refused


def _title(upload: UploadedFile) -> str:
    return PurePath(upload.name or "tep").stem.replace("_", " ")[:200]
