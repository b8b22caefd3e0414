"""Writing down what a looking-over found: new faults open, faults no longer seen are mended, by whoever had the page last."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from portal.base.models import JournalEntry
from portal.operations.care.faults import Fault
from portal.operations.models import Finding

BY_HAND = ("edit", "correct", "withdraw")
BY_ITSELF = "Lần rà sau không còn thấy."
BY_SOMEBODY = "Trang được sửa, lần rà sau không còn thấy."


def key_of(kind: str, where: str, what: str) -> str:
    """What makes a fault the same one again."""
    return hashlib.sha256("\n".join((kind, where, what)).encode()).hexdigest()


@transaction.atomic
def settle(scope: Q, faults: Iterable[Fault], *, at: datetime) -> tuple[int, int]:
    """Bring the open faults within `scope` in line with what was seen; how many are new, how many mended. What was left as
    it is for a reason stays so while it is the same."""
    seen = {key_of(one.kind, one.where, one.what): one for one in faults}
    standing = {one.key: one for one in Finding.objects.select_for_update().filter(scope, state=Finding.State.OPEN)}
    mended = [one for key, one in standing.items() if key not in seen]
    _close(mended, at)
    Finding.objects.filter(pk__in=[one.pk for key, one in standing.items() if key in seen]).update(seen_at=at)
    new = seen.keys() - standing.keys()
    waived = Finding.objects.filter(key__in=new, state=Finding.State.WAIVED) if new else Finding.objects.none()
    new -= set(waived.values_list("key", flat=True))
    Finding.objects.bulk_create([_opened(key, seen[key], at) for key in seen if key in new])
    return len(new), len(mended)


def _opened(key: str, fault: Fault, at: datetime) -> Finding:
    return Finding(
        key=key, kind=fault.kind.value, where=fault.where, title=fault.title, what=fault.what, note=fault.note,
        page_id=fault.page, field_id=fault.field, uploader_id=fault.uploader, since=at, seen_at=at,
    )  # fmt: skip


def _close(mended: list[Finding], at: datetime) -> None:
    for one in mended:
        one.closed_by_id = last_hand(one)
        one.how = BY_SOMEBODY if one.closed_by_id else BY_ITSELF
        one.state, one.closed_at = Finding.State.MENDED, at
        one.save(update_fields=["closed_by", "how", "state", "closed_at"])


def last_hand(one: Finding) -> int | None:
    """Who last wrote in the page or took it down since the fault was found, before whoever only let it pass; None where
    nobody did anything."""
    if one.page_id is None:
        return None
    lines: QuerySet[JournalEntry] = JournalEntry.objects.filter(
        subject_type__in=("news.article", "news.section", "news.topic"), subject_id=one.page_id, at__gte=one.since,
        actor_id__isnull=False,
    )  # fmt: skip
    hands = lines.order_by("-id").values_list("actor_id", flat=True)
    return hands.filter(verb__in=BY_HAND).first() or hands.first()
