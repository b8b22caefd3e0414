"""The files that go with what somebody writes here: kept at once, so that no mistake elsewhere loses them."""

from collections.abc import Iterable
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from portal.base.refused import Refused
from portal.base.text import is_number
from portal.files import actions as files
from portal.files.models import Attachment
from portal.records.gate import CHANNEL, Here


def found(numbers: Iterable[int]) -> list[Attachment]:
    """The files of these numbers that are there, in their order, each once."""
    there = Attachment.objects.in_bulk(list(numbers))
    return [there[pk] for pk in dict.fromkeys(numbers) if pk in there]


def carried(request: HttpRequest, here: Here, before: Iterable[int]) -> tuple[list[Attachment], list[str]]:
    """Files sent before and not ticked away, then the new ones; and a sentence for each that was refused. Nobody carries a
    colleague's file by naming it."""
    gone, before = set(request.POST.getlist("gone")), frozenset(before)
    numbers = [int(pk) for pk in request.POST.getlist("kept") if is_number(pk) and pk not in gone]
    kept = [one for one in found(numbers) if one.uploaded_by_user_id == here.person.pk or one.pk in before]
    refused: list[str] = []
    for upload in request.FILES.getlist("files"):
        try:
            kept.append(_store(upload, here))
        except Refused as fault:
            refused += [f"{upload.name}: {refusal}" for refusal in fault.refusals]
    return kept, refused


def _store(upload: UploadedFile, here: Here) -> Attachment:
    title = PurePath(upload.name or "tep").stem.replace("_", " ")[:200]
    return files.store_attachment(upload, title=title, by=here.person, at=here.at, channel=CHANNEL)
