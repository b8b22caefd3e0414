"""Whatever changes what readers see is seen by the next request of every other process, whoever changed it and how; and a
process killed on the way leaves no page behind that is not so. Real servers, real commits, this process the one that writes."""

import os
import signal
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection, connections

from portal.approval import actions as approval
from portal.base import clock, epoch
from portal.base.models import School
from portal.news import actions as news
from portal.news.models import Article
from tests.cast import NOW, Cast, assemble
from tests.website.servers import Server, two_servers
from tests.website.ways import TOLD, WAYS, Shows

MARGIN = 1.0  # seconds both servers have to show a page before its moment comes


@pytest.fixture
def servers(committed: None, tmp_path: Path) -> Iterator[list[Server]]:
    """Two that began before there was a school."""
    clock.set_to(NOW, freeze=True)
    with two_servers(tmp_path) as found:
        yield found


def test_every_way_of_changing_what_readers_see_is_seen_by_the_next_request_elsewhere(servers: list[Server]) -> None:
    assert [has(server, "/lien-he/", "Trường THCS Ngô Gia Tự") for server in servers] == [False, False]
    cast = assemble()
    assert [has(server, "/lien-he/", "Trường THCS Ngô Gia Tự") for server in servers] == [True, True]
    memory_is_asked_and_nothing_else(servers)
    told = {way.__name__: seen(way(cast), servers) for way in WAYS}
    assert told == {way.__name__: "seen by both" for way in WAYS}
    time_alone(cast, servers)
    killed(cast, servers)


def has(server: Server, path: str, words: str) -> bool:
    """Whether a page says these words; it is asked again, so that it comes from memory where it is kept."""
    status, _, said = server.get(path)
    return status == 200 and words in said


def seen(way: Iterator[Shows], servers: list[Server]) -> str:
    """Look, change, look again."""
    shows = next(way)
    before = [server.get(shows.path) for server in servers for _ in range(2)]
    if {(shows.words in said) != shows.appear for _, _, said in before} != {True}:
        return f"said so before: {shows}"
    if any(status == 200 and not kept for status, kept, _ in before):
        return f"not a kept page: {shows}"
    with suppress(StopIteration):
        next(way)
    after = [has(server, shows.path, shows.words) == shows.appear for server in servers]
    return "seen by both" if all(after) else f"missed: {after} {shows}"


def memory_is_asked_and_nothing_else(servers: list[Server]) -> None:
    """Rows changed by hand, past every verb, show nowhere until the epoch rises: so the pages above do come from memory."""
    School.objects.update(name="Tên ghi tay")
    assert [has(server, "/lien-he/", "Tên ghi tay") for server in servers] == [False, False]
    clock.set_to(NOW, freeze=True)
    assert [has(server, "/lien-he/", "Tên ghi tay") for server in servers] == [True, True]


def time_alone(cast: Cast, servers: list[Server]) -> None:
    """At one moment a notice is over and another arrangement begins; nobody does anything at it."""
    hour = NOW + timedelta(hours=2)
    cast.published(cast.lan, title="Chỉ đến mười giờ", expires_at=hour.isoformat())
    story = cast.published(cast.lan, title="Từ mười giờ", at=NOW - timedelta(days=30), in_plan=False)
    news.arrange_home(lead=story.pk, pins=[], shown=[], by=cast.sen, starts=hour, **TOLD)
    margin = MARGIN
    while True:
        clock.set_to(hour - timedelta(seconds=margin), freeze=False)
        before = [
            (has(one, "/", "Chỉ đến mười giờ"), has(one, "/", "Từ mười giờ")) for one in servers for _ in range(2)
        ]
        if clock.now() < hour:
            break
        margin *= 3  # a machine as busy as that
    assert before == [(True, False)] * 4
    raised = epoch.current()
    while clock.now() < hour:
        time.sleep(0.02)
    assert [(has(one, "/", "Chỉ đến mười giờ"), has(one, "/", "Từ mười giờ")) for one in servers] == [(False, True)] * 2
    assert epoch.current() == raised
    clock.set_to(NOW, freeze=True)


def killed(cast: Cast, servers: list[Server]) -> None:
    """Before the epoch rises, before the commit, right after it: what readers see is what the database holds."""
    for moment, holds in ((before_the_bump, True), (before_the_commit, True), (after_the_commit, False)):
        article = cast.published(cast.lan, title=f"Bài lúc bị ngắt {moment.__name__}")
        path = f"/tin-bai/{article.slug}/"
        shown = [has(server, path, article.title) for server in servers for _ in range(2)]
        raised = epoch.current()
        die(moment, lambda page=article: approval.withdraw(page, ground="privacy", reason="Nhầm", by=cast.ha, **TOLD))
        stands = Article.objects.get(pk=article.pk).live
        assert (moment.__name__, stands, epoch.current() == raised) == (moment.__name__, holds, holds)
        assert (shown, [has(one, path, article.title) for one in servers]) == ([True] * 4, [stands] * 2)
        assert cast.published(cast.lan, title=f"Bài sau đó {moment.__name__}").live  # and nothing is locked


def die(moment: Callable[[], None], deed: Callable[[], object]) -> None:
    """Let a process of its own begin the deed and be killed at that moment."""
    connections.close_all()
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # of newer Pythons, where the tests' own process has threads
        child = os.fork()
    if child == 0:
        try:
            with suppress(AttributeError):  # where a browser's loop runs, the child finds a connection of its parent's
                del connections["default"]
            moment()
            deed()
        finally:
            os._exit(1)  # it should have been killed
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def end(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def before_the_bump() -> None:
    epoch.bump = end


def before_the_commit() -> None:
    connection.commit = end


def after_the_commit() -> None:
    commit = connection.commit
    connection.commit = lambda: end(commit())
