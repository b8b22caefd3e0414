"""Writing down what a looking-over found: new faults open, faults no longer seen are mended, by whoever had the page last."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from portal.base.models import JournalEntry
from portal.operations.care.faults import Fault
from portal.operations.care.rules import GATHERED, Kind
from portal.operations.models import Finding, Place

BY_HAND = ("edit", "correct", "withdraw")
BY_ITSELF = "Lần rà sau không còn thấy."
BY_SOMEBODY = "Trang được sửa, lần rà sau không còn thấy."
STANDING = (Finding.State.OPEN, Finding.State.WAIVED)
Seen = dict[tuple[str, str], Fault]


def key_of(kind: str, where: str, what: str) -> str:
    """What makes a fault the same one again; of what is gathered, wherever it shows."""
    return hashlib.sha256("\n".join((kind, "" if Kind(kind) in GATHERED else where, what)).encode()).hexdigest()


@transaction.atomic
def settle(scope: Q, faults: Iterable[Fault], *, at: datetime) -> tuple[int, int]:
    """Bring the places within `scope` in line with what was seen; how many faults are new, how many mended. What was left
    as it is for a reason stays so while it is the same."""
    seen: Seen = {(key_of(one.kind, one.where, one.what), one.where): one for one in faults}
    places = Place.objects.select_for_update().filter(scope, gone_at=None, finding__state__in=STANDING)
    standing = {(one.finding.key, one.path): one for one in places.select_related("finding")}
    mended = _end([one for mark, one in standing.items() if mark not in seen], at)
    Finding.objects.filter(pk__in={one.finding_id for mark, one in standing.items() if mark in seen}).update(seen_at=at)
    return _begin({mark: fault for mark, fault in seen.items() if mark not in standing}, at), mended


def _begin(seen: Seen, at: datetime) -> int:
    """Places not known before, of faults that stand or open now; how many opened."""
    if not seen:
        return 0
    keys = {key for key, _ in seen}
    found = {one.key: one for one in Finding.objects.filter(key__in=keys, state__in=STANDING).order_by("-state")}
    missing = {key: fault for (key, _), fault in seen.items() if key not in found}
    opened = [Finding(key=key, kind=fault.kind.value, what=fault.what, uploader_id=fault.uploader, since=at, seen_at=at)
              for key, fault in missing.items()]  # fmt: skip
    found |= {one.key: one for one in Finding.objects.bulk_create(opened)}
    Place.objects.bulk_create(
        [_place(found[key], fault, at) for (key, _), fault in seen.items()], update_conflicts=True,
        unique_fields=["finding", "path"],
        update_fields=["title", "note", "page", "field", "since", "gone_at", "gone_by"],
    )  # fmt: skip
    Finding.objects.filter(pk__in=[one.pk for one in found.values()]).update(seen_at=at)
    return len(opened)


def _place(finding: Finding, fault: Fault, at: datetime) -> Place:
    return Place(finding=finding, path=fault.where, title=fault.title, note=fault.note, page_id=fault.page,
                 field_id=fault.field, since=at)  # fmt: skip


def _end(gone: list[Place], at: datetime) -> int:
    """Places where a fault is no longer seen; how many faults were mended by that."""
    for one in gone:
        one.gone_at, one.gone_by_id = at, last_hand(one)
    Place.objects.bulk_update(gone, ["gone_at", "gone_by"], batch_size=200)
    over = {one.finding_id: one.finding for one in gone if one.finding.state == Finding.State.OPEN}
    for pk in Place.objects.filter(finding__in=over, gone_at=None).values_list("finding", flat=True):
        over.pop(pk, None)
    for pk, finding in over.items():
        finding.closed_by_id = next((one.gone_by_id for one in gone if one.finding_id == pk and one.gone_by_id), None)
        finding.how = BY_SOMEBODY if finding.closed_by_id else BY_ITSELF
        finding.state, finding.closed_at = Finding.State.MENDED, at
    Finding.objects.bulk_update(over.values(), ["closed_by", "how", "state", "closed_at"], batch_size=200)
    return len(over)


def last_hand(one: Place) -> int | None:
    """Who last wrote in the page or took it down since the fault was found there, before whoever only let it pass; None
    where nobody did anything."""
    if one.page_id is None:
        return None
    lines: QuerySet[JournalEntry] = JournalEntry.objects.filter(
        subject_type__in=("news.article", "news.section", "news.topic"), subject_id=one.page_id, at__gte=one.since,
        actor_id__isnull=False,
    )  # fmt: skip
    hands = lines.order_by("-id").values_list("actor_id", flat=True)
    return hands.filter(verb__in=BY_HAND).first() or hands.first()
