"""The queue: a task row is written with the change that asks for it; a killed worker's lease runs out and it runs again."""

import logging
from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime, timedelta
from typing import Any

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from portal.base import journal
from portal.base.models import Task
from portal.base.refused import Refused
from portal.base.rules import Ground, Refusal

LEASE = timedelta(minutes=2)
ATTEMPTS = 5
log = logging.getLogger(__name__)
_verbs: dict[str, Callable[..., None]] = {}
_by_themselves: set[str] = set()


def task(verb: Callable[..., None]) -> Callable[..., None]:
    """Register an idempotent verb under `room.name`."""
    _verbs[name_of(verb)] = verb
    return verb


def task_by_itself(verb: Callable[..., None]) -> Callable[..., None]:
    """Register an idempotent verb that talks to other machines: it opens its own transactions, so that nothing is
    locked while they think."""
    _by_themselves.add(name_of(verb))
    return task(verb)


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
        with nullcontext() if taken.name in _by_themselves else transaction.atomic():
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


NOT_FAILED = Refusal(
    "R-QUEUE-01", "Điều 13.2", "Việc này không còn hỏng: đã chạy lại hoặc đang chạy.", ground=Ground.CONFLICT
)


@transaction.atomic
def retry(pk: int, *, by: models.Model, at: datetime, channel: str) -> Task:
    """Let a task that was given up run again, with all its attempts. Raises Refused (409) where it is not given up."""
    found = Task.objects.select_for_update().filter(pk=pk, state=Task.State.FAILED).first()
    if found is None:
        raise Refused(NOT_FAILED)
    found.state, found.attempts, found.leased_until = Task.State.READY, 0, None
    found.save(update_fields=["state", "attempts", "leased_until"])
    journal.record("task_retry", by=by, at=at, channel=channel, rule="R-QUEUE-01", clause="Điều 13.2",
                   data={"task": found.pk, "name": found.name})  # fmt: skip
    return found
