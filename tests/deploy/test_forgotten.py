"""How nginx forgets what it keeps: blotted out by the worker, and by itself within three seconds (decision 0018)."""

import math
import time
from collections.abc import Iterator
from threading import Event, Thread

import pytest
from pytest_django import Settings

from portal.website import nginx
from portal.website.management.commands import worker
from tests.deploy.front import MARKED, Answer, Front, Stub, eventually, told


def test_blotting_out_makes_every_page_be_asked_anew(front: Front, stub: Stub) -> None:
    paths = [stub.page(f"/xoa/{number}/") for number in range(5)]
    for path in paths:
        assert told(front, path) == ["MISS", "HIT"]
    assert nginx.blot(front.place.cache) >= 5
    stub.page(paths[0], "mới")
    assert front.ask(paths[0]).body.decode() == "mới"
    assert [front.ask(path).cache for path in paths] == ["HIT", *["MISS"] * 4]
    assert [front.ask(path).cache for path in paths] == ["HIT"] * 5


class Watched:
    """The worker's watch over nginx's folder, with an epoch the test sets."""

    def __init__(self, front: Front, ends: float = math.inf) -> None:
        self.epoch, self.ends, self.stop = 1, ends, Event()
        self.faults: list[Exception] = []
        self.looks = 0
        self.thread = Thread(
            target=nginx.watch, args=(front.place.cache, self.seen, lambda: self.ends, self.stop), daemon=True
        )
        self.thread.start()

    def settle(self) -> None:
        """Past what it does on coming: from here on nothing is blotted out without a reason."""
        eventually(lambda: self.looks > nginx.AGAIN + 1)

    def end(self) -> None:
        self.stop.set()
        self.thread.join()

    def seen(self) -> int:
        self.looks += 1
        if self.faults:
            raise self.faults.pop()
        return self.epoch


@pytest.fixture
def watched(front: Front, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    monkeypatch.setattr(nginx, "EVERY", 0.01)
    made = Watched(front)
    made.settle()
    yield made
    made.end()


def test_a_change_is_seen_though_the_page_has_long_been_promised(front: Front, stub: Stub, watched: Watched) -> None:
    """What a reader gets while a change is blotted out is the old page or the new one, and soon only the new one."""
    path, shown = stub.page("/sua/", lambda _: f"bản {watched.epoch}"), list[Answer]()
    front.ask(path)
    watched.epoch = 2

    def is_new() -> bool:
        shown.append(front.ask(path))
        return shown[-1].body.decode() == "bản 2"

    eventually(is_new)
    assert {one.status for one in shown} == {200}


def test_what_was_begun_before_a_change_and_laid_down_late_is_forgotten_too(
    front: Front, stub: Stub, watched: Watched
) -> None:
    """A picture made or a card drawn for the first time may take seconds, and is then kept for ten minutes."""
    looks: list[int] = []

    def slow(_: object) -> str:
        if not looks:
            watched.epoch, looks[:] = 2, [watched.looks]
            eventually(lambda: watched.looks > looks[0] + 10)
            return "cũ"
        return "mới"

    path = stub.page("/cham/", slow)
    assert front.ask(path).body.decode() == "cũ"
    eventually(lambda: front.ask(path).body.decode() == "mới")
    assert nginx.AGAIN * 0.2 > 5


def test_an_hour_that_changes_what_readers_see_is_a_change(
    front: Front, stub: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nginx, "EVERY", 0.01)
    monkeypatch.setattr(nginx, "AGAIN", 1)
    watched, path = Watched(front, ends=time.time() + 0.2), stub.page("/gio/", "cũ")
    watched.settle()
    front.ask(path)
    stub.page(path, "mới")
    eventually(lambda: front.ask(path).body.decode() == "mới")
    watched.end()


def test_a_fault_in_reading_the_epoch_is_made_good(front: Front, stub: Stub, watched: Watched) -> None:
    path = stub.page("/mat/", "cũ")
    front.ask(path)
    stub.page(path, "mới")
    watched.faults += [OSError("đứt")] * 3
    eventually(lambda: front.ask(path).body.decode() == "mới")


def test_the_worker_watches_the_folder_it_is_told_of_and_none_unasked(
    front: Front, stub: Stub, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nginx, "EVERY", 0.01)
    monkeypatch.setattr(worker, "until", lambda: math.inf)
    monkeypatch.setattr(worker.epoch, "seen", lambda: 1)
    path, stop = stub.page("/nen/", "cũ"), Event()
    front.ask(path)
    stub.page(path, "mới")
    settings.PORTAL_NGINX_CACHE = None
    monkeypatch.setattr(worker, "Thread", None)
    worker._watch_nginx(stop)  # begins nothing
    monkeypatch.setattr(worker, "Thread", Thread)
    settings.PORTAL_NGINX_CACHE = front.place.cache
    worker._watch_nginx(stop)
    eventually(lambda: front.ask(path).body.decode() == "mới")
    stop.set()


def test_a_folder_that_is_not_there_harms_nobody(front: Front) -> None:
    nginx._blot_or_say(front.place.cache / "khong-co")


def test_without_a_worker_nobody_is_given_a_page_older_than_three_seconds(front: Front, stub: Stub) -> None:
    """A second, and a second more while it is fetched anew; nginx counts whole seconds."""
    path, began = stub.page("/xua/", "cũ", MARKED), time.monotonic()
    front.ask(path)
    stub.page(path, "mới", MARKED)
    assert front.ask(path).body.decode() == "cũ" or time.monotonic() - began > 1
    time.sleep(3)
    assert front.ask(path).body.decode() == "mới"


def test_nginx_found_nothing_to_complain_of(front: Front) -> None:
    assert [
        line
        for line in front.log.read_text().splitlines()
        if "[crit]" in line or "[alert]" in line or "[emerg]" in line
    ] == []
