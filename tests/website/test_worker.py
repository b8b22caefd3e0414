"""The worker: one round does all that is due, one fault stops nothing else, a signal ends it cleanly."""

import os
import signal
import threading
import time
from datetime import datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from portal.approval import actions as approval
from portal.base import clock, queue, ticker
from portal.base.models import Task
from portal.base.ticker import ALWAYS, Tick
from portal.news.models import Article
from portal.search.models import Entry
from portal.website.management.commands import worker
from portal.website.management.commands.worker import Rounds, every_tick
from tests.cast import NOW, Cast


def test_one_round_puts_up_what_is_due_indexes_it_and_runs_the_queue(cast: Cast) -> None:
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    approval.schedule(article, publish_at=NOW + timedelta(hours=1), by=cast.sen, at=NOW, channel="test")
    while (step := cast.standing(article).open) is not None:
        cast.decide(article, "approve", next(p for p in cast.people.values() if p.pk == step.holders[0].person))
    call_command("worker", once=True)
    assert (Article.objects.get(pk=article.pk).live, Entry.objects.filter(shelf="article").count()) == (False, 0)
    clock.set_to(NOW + timedelta(hours=1), freeze=True)
    queue.enqueue(ring, run_after=NOW)
    call_command("worker", once=True)
    assert Article.objects.get(pk=article.pk).live
    assert [entry.item for entry in Entry.objects.filter(shelf="article")] == [article.pk]
    assert [task.state for task in Task.objects.filter(name=queue.name_of(ring))] == [Task.State.DONE]


@queue.task
def ring() -> None:
    """A task with nothing to do."""


def test_every_room_brings_its_verbs(db: None) -> None:
    names = {tick.name for tick in every_tick()}
    assert {"queue", "publish_due", "warn_terms", "prune", "portal.search.actions.keeping.catch_up"} <= names


def test_a_worker_does_not_start_on_nothing(db: None) -> None:
    with pytest.raises(CommandError, match="chưa có trường"):
        call_command("worker", once=True)


def test_a_verb_that_fails_leaves_the_others_their_turn(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    heard: list[str] = []

    def broken(at: datetime) -> None:
        heard.append("broken")
        raise ValueError("hỏng")

    rounds = Rounds([Tick("broken", broken, ALWAYS), Tick("sound", lambda at: heard.append("sound"), ALWAYS)])
    assert (rounds.run(), rounds.run()) == (True, True)
    assert heard == ["broken", "sound", "sound"]  # the broken one waits before its next try
    assert "broken failed" in caplog.text


def test_a_database_that_does_not_answer_is_asked_again(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [False, False, True]
    monkeypatch.setattr(worker.connection, "close", lambda: None)  # the test's own transaction lives on it

    def fickle(at: datetime) -> None:
        if not answers.pop(0):
            raise OperationalError("away")

    rounds = Rounds([Tick("fickle", fickle, timedelta(hours=1))])
    assert [rounds.run() for _ in range(4)] == [False, False, True, True]
    assert answers == []


def test_a_tick_waits_for_its_time(cast: Cast) -> None:
    heard: list[datetime] = []
    rounds = Rounds([Tick("hourly", heard.append, timedelta(hours=1)), Tick("always", heard.append, ALWAYS)])
    rounds.run()
    rounds.run()
    assert heard == [NOW, NOW, NOW]


def test_finished_tasks_are_forgotten_after_a_week(cast: Cast) -> None:
    queue.enqueue(ring, run_after=NOW)
    queue.run_due(NOW)
    finished = Task.objects.get().finished_at
    assert finished is not None
    worker.prune(finished + worker.KEPT)
    assert Task.objects.count() == 1
    worker.prune(finished + worker.KEPT + timedelta(seconds=1))
    assert Task.objects.count() == 0


def test_a_registered_verb_is_known_once(db: None) -> None:
    before = len(ticker.ticks())
    every_tick()
    every_tick()
    assert len(ticker.ticks()) == before


def test_sigterm_ends_the_worker_after_the_round_under_way(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {signum: signal.getsignal(signum) for signum in (signal.SIGTERM, signal.SIGINT)}
    monkeypatch.setattr(worker, "PAUSE", 0.01)
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)  # the test's own transaction lives on one
    monkeypatch.setattr(worker, "every_tick", lambda: (Tick("none", lambda at: None, ALWAYS),))
    threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGTERM)).start()
    began = time.monotonic()
    try:
        call_command("worker")
    finally:
        for signum, handler in kept.items():
            signal.signal(signum, handler)
    assert time.monotonic() - began < 5
