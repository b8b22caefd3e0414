"""The ground: the queue runs what is due and again after a death; the journal is written once and kept."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from portal.base import clock, epoch, journal, queue
from portal.base.models import JournalEntry, Task
from tests.cast import NOW

DONE: list[int] = []


@queue.task
def remember(number: int) -> None:
    DONE.append(number)


@queue.task
def stumble(number: int) -> None:
    raise ValueError(str(number))


@pytest.fixture(autouse=True)
def nothing_done() -> None:
    DONE.clear()


def test_a_task_runs_once_when_its_hour_has_come(db: None) -> None:
    queue.enqueue(remember, run_after=NOW, number=1)
    queue.enqueue(remember, run_after=NOW + timedelta(seconds=1), number=2)
    assert queue.run_due(NOW) == 1
    assert queue.run_due(NOW) == 0
    assert DONE == [1]


def test_a_task_asked_for_in_a_transaction_that_fails_is_never_there(db: None) -> None:
    def half_done() -> None:
        with transaction.atomic():
            queue.enqueue(remember, run_after=NOW, number=1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_done()
    assert Task.objects.count() == 0


def test_the_task_of_a_killed_worker_runs_again_when_its_lease_is_over(db: None) -> None:
    task = queue.enqueue(remember, run_after=NOW, number=3)
    Task.objects.filter(pk=task.pk).update(leased_until=timezone.now() + timedelta(minutes=1), attempts=1)
    assert queue.run_due(NOW) == 0
    Task.objects.filter(pk=task.pk).update(leased_until=timezone.now() - timedelta(seconds=1))
    assert queue.run_due(NOW) == 1
    assert DONE == [3]


def test_a_task_that_always_fails_is_kept_for_someone_to_look_at(db: None) -> None:
    task = queue.enqueue(stumble, run_after=NOW, number=4)
    for _ in range(queue.ATTEMPTS):
        Task.objects.filter(pk=task.pk).update(leased_until=None)
        queue.run_due(NOW)
    task.refresh_from_db()
    assert (task.state, task.attempts, task.error) == ("failed", queue.ATTEMPTS, "ValueError: 4")
    assert queue.prune(timezone.now()) == 0


def test_a_line_of_the_journal_is_never_changed_and_never_deleted(db: None) -> None:
    line = journal.record("thu", at=NOW, by=None)
    with pytest.raises(TypeError):
        line.save()
    with pytest.raises(TypeError):
        line.delete()


def test_a_listener_hears_every_line_once(db: None) -> None:
    heard: list[str] = []
    for verb in ("a", "b", "c"):
        journal.record(verb, at=NOW, by=None)
    assert journal.listen("thu", lambda line: heard.append(line.verb), most=2) == 2
    assert journal.listen("thu", lambda line: heard.append(line.verb)) == 1
    assert journal.listen("thu", lambda line: heard.append(line.verb)) == 0
    assert heard == ["a", "b", "c"]
    assert JournalEntry.objects.count() == 3


def test_the_epoch_rises_with_its_transaction_or_not_at_all(db: None) -> None:
    with transaction.atomic():
        epoch.bump()
    before = epoch.current()

    def half_done() -> None:
        with transaction.atomic():
            epoch.bump()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_done()
    assert epoch.current() == before


def test_the_test_clock_ticks_unless_frozen(db: None) -> None:
    clock.set_to(NOW, freeze=True)
    assert clock.now() == clock.now() == NOW
    clock.set_to(NOW, freeze=False)
    assert timedelta() <= clock.now() - NOW < timedelta(minutes=1)
    clock.reset()
    assert abs(clock.now() - timezone.now()) < timedelta(minutes=1)
