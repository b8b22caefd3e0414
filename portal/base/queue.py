"""The queue: a task row is written with the change that asks for it; a killed worker's lease runs out and it runs again."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from portal.base.models import Task

LEASE = timedelta(minutes=2)
ATTEMPTS = 5
log = logging.getLogger(__name__)
_verbs: dict[str, Callable[..., None]] = {}


def task(verb: Callable[..., None]) -> Callable[..., None]:
    """Register an idempotent verb under `room.name`."""
    _verbs[name_of(verb)] = verb
    return verb


def name_of(verb: Callable[..., None]) -> str:
    return f"{verb.__module__}.{verb.__qualname__}"


def enqueue(verb: Callable[..., None], *, run_after: datetime, **ids: Any) -> Task:
    """Ask for `verb(**ids)` at or after `run_after`. Ids only: secrets are minted in the worker."""
    return Task.objects.create(name=name_of(verb), arguments=ids, run_after=run_after)


def run_due(now: datetime) -> int:
    """Run what is due, one at a time; returns how many were tried. Leases use the machine's clock."""
    tried = 0
    while (taken := _take(now)) is not None:
        _run(taken)
        tried += 1
    return tried


def _take(now: datetime) -> Task | None:
    wall = timezone.now()
    with transaction.atomic():
        free = Q(leased_until=None) | Q(leased_until__lt=wall)
        due = Task.objects.select_for_update(skip_locked=True).filter(free, state=Task.State.READY, run_after__lte=now)
        found = due.order_by("run_after", "id").first()
        if found is not None:
            found.leased_until = wall + LEASE
            found.attempts += 1
            found.save(update_fields=["leased_until", "attempts"])
        return found


def _run(taken: Task) -> None:
    try:
        with transaction.atomic():
            _verbs[taken.name](**taken.arguments)
            taken.state, taken.error, taken.finished_at = Task.State.DONE, "", timezone.now()
            taken.save(update_fields=["state", "error", "finished_at"])
    except Exception as error:
        log.exception("task %s failed", taken.name)
        taken.error = f"{type(error).__name__}: {error}"
        taken.state = Task.State.FAILED if taken.attempts >= ATTEMPTS else Task.State.READY
        taken.leased_until = timezone.now() + timedelta(seconds=10 * 2**taken.attempts)
        taken.save(update_fields=["error", "state", "leased_until"])


def prune(before: datetime) -> int:
    """Forget tasks done before `before`; failed ones stay until someone has looked."""
    return Task.objects.filter(state=Task.State.DONE, finished_at__lt=before).delete()[0]
