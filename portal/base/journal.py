"""The one writer of the record, and how those above listen to it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import connection, models, transaction

from portal.base.models import Cursor, JournalEntry


def label(subject: models.Model) -> str:
    """How the journal names a kind of thing: `news.article`."""
    return subject._meta.label_lower


def record(
    verb: str,
    *,
    at: datetime,
    by: models.Model | None,
    subject: models.Model | None = None,
    acting_for: int | None = None,
    office: str = "",
    channel: str = "",
    revision: int | None = None,
    hash: str = "",
    rule: str = "",
    clause: str = "",
    reason: str = "",
    data: dict[str, Any] | None = None,
) -> JournalEntry:
    """Write one line. `by` is None only for what the clock does. Raises RuntimeError outside a transaction."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a journal line belongs inside the transaction of its change")
    return JournalEntry.objects.create(
        verb=verb, at=at, actor_id=by.pk if by else None, acting_for_id=acting_for, office=office, channel=channel,
        subject_type=label(subject) if subject else "", subject_id=subject.pk if subject else None,
        revision_id=revision, hash=hash, rule=rule, clause=clause, reason=reason, data=data or {},
    )  # fmt: skip


def lines_of(subject: models.Model) -> models.QuerySet[JournalEntry]:
    """Every line about one thing, oldest first."""
    return JournalEntry.objects.filter(subject_type=label(subject), subject_id=subject.pk).order_by("id")


def listen(listener: str, hear: Callable[[JournalEntry], None], *, most: int = 200) -> int:
    """Give `hear` the lines it has not heard yet, oldest first; returns how many were heard."""
    Cursor.objects.get_or_create(listener=listener)
    if not JournalEntry.objects.filter(id__gt=Cursor.objects.get(listener=listener).position).exists():
        return 0
    settled = _settled()
    with transaction.atomic():
        cursor = Cursor.objects.select_for_update().get(listener=listener)
        lines = JournalEntry.objects.filter(id__gt=cursor.position, id__lte=settled).order_by("id")[:most]
        for line in lines:
            hear(line)
            cursor.position = line.pk
        cursor.save(update_fields=["position"])
    return len(lines)


def _settled() -> int:
    """The newest id below which no open transaction can still add a line.

    PostgreSQL gives out ids before commit; a SHARE lock waits for the writers under way, so nothing is skipped.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("LOCK TABLE base_journalentry IN SHARE MODE")
        return JournalEntry.objects.order_by("-id").values_list("id", flat=True).first() or 0
