"""The epoch: raised in the same transaction as any change a reader can see, so that no cache outlives it."""

from django.db import transaction
from django.db.models import F

from portal.base.models import Epoch


def bump() -> None:
    """Raise the epoch by one. Must run inside the transaction of the change."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("bump() belongs inside the transaction of the change")
    if not Epoch.objects.filter(pk=1).update(value=F("value") + 1):
        Epoch.objects.create(pk=1, value=1)


def current() -> int:
    """The epoch of this moment; 0 before the first change."""
    return Epoch.objects.filter(pk=1).values_list("value", flat=True).first() or 0
