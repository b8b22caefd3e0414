"""Sending a quick text to the portal: once, however often the device asks."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from portal.approval.rules import State
from portal.base.clock import ZONE
from portal.base.refused import Refused
from portal.base.rules import Ground, Refusal
from portal.news import actions
from portal.news.models import Article, Sending
from portal.people.models import Person

LEFT_OUT = ("csrfmiddlewaretoken", "do")


def digest_of(data: QueryDict, files: MultiValueDict[str, UploadedFile]) -> str:
    """One number for everything a device sent, photos and all."""
    told = hashlib.sha256()
    for name in sorted(set(data) - set(LEFT_OUT)):
        told.update(repr((name, data.getlist(name))).encode())
    for name in sorted(files):
        for upload in files.getlist(name):
            upload.seek(0)
            told.update(hashlib.file_digest(upload, "sha256").digest())
            upload.seek(0)
    return told.hexdigest()


def sent(key: UUID, digest: str, by: Person) -> Article | None:
    """The draft these very words and photos became before."""
    found = Sending.objects.select_related("article").filter(person=by, key=key, digest=digest).first()
    return found.article if found is not None else None


@transaction.atomic
def send(data: Mapping[str, Any], *, key: UUID, digest: str, by: Person, at: datetime, channel: str) -> Article:
    """The draft of a quick text: begun, or found again, or brought up to date while nobody else has touched it.

    R-CAPTURE-05: what a device sends again under its key never makes a second draft, nor undoes what was changed on the
    portal since. Raises Refused.
    """
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)  # one person's devices, one after the other
    before = Sending.objects.select_related("article__case").filter(person=by, key=key).first()
    if before is None:
        article = actions.write(data, by=by, at=at, channel=channel)
        Sending.objects.create(key=key, person=by, article=article, digest=digest, hash=article.case.hash, sent_at=at)
        return article
    article, case = before.article, before.article.case
    if before.digest == digest:
        return article
    if case.state != State.DRAFT or case.hash != before.hash:
        raise Refused(_moved_on(article, before.sent_at))
    actions.edit(article, data, by=by, at=at, channel=channel, based_on=before.hash)
    case.refresh_from_db()
    before.digest, before.hash, before.sent_at = digest, case.hash, at
    before.save(update_fields=["digest", "hash", "sent_at"])
    return article


def _moved_on(article: Article, sent_at: datetime) -> Refusal:
    message = (
        f"Máy này đã gửi bài này lúc {sent_at.astimezone(ZONE):%H:%M %d/%m}, và bài “{article.title}” đã đổi trên cổng từ đó. "
        "Bấm lần nữa nếu muốn gửi thành một bài mới."
    )
    return Refusal("R-CAPTURE-05", "", message, ground=Ground.CONFLICT)
