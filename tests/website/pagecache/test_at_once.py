"""Many who ask at once: one rendering for all, never one begun before a change, and nobody waits for ever."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

import pytest

from portal.website.pagecache.asked import Environ
from tests.website.pagecache.fakes import Answer, School


class Held:
    """A school whose renderings stop half-way until they are let go."""

    def __init__(self, **how: object) -> None:
        self.school = School(**how)
        self.school.words = self.render
        self.begun: list[Event] = [Event() for _ in range(30)]
        self.go: list[Event] = [Event() for _ in range(30)]
        self.pool = ThreadPoolExecutor(20)

    def render(self, environ: Environ) -> bytes:
        number = len(self.school.asked)
        self.begun[number].set()
        assert self.go[number].wait(10)
        return f"lần {number}".encode()

    def ask(self, **how: str) -> "Future[Answer]":
        return self.pool.submit(self.school.ask, **how)

    def waiting(self, how_many: int) -> None:
        """Until so many wait for the rendering under way."""
        (flight,) = self.school.cache.flights._under_way.values()
        pause = Event()
        for _ in range(1000):
            if len(flight.landed._cond._waiters) == how_many:  # type: ignore[attr-defined]
                return
            pause.wait(0.01)
        raise AssertionError("they never came")


@pytest.fixture
def held() -> Iterator[Held]:
    found = Held()
    yield found
    for one in found.go:
        one.set()
    found.pool.shutdown()


def said(answers: "list[Future[Answer]]") -> list[str]:
    return [one.result(10).body.decode() for one in answers]


def test_one_renders_and_all_others_wait_for_that_very_page(held: Held) -> None:
    first = held.ask()
    held.begun[1].wait(10)
    others = [held.ask() for _ in range(9)]
    held.waiting(9)
    held.go[1].set()
    assert (said([first, *others]), len(held.school.asked)) == (["lần 1"] * 10, 1)


def test_whoever_asks_after_a_change_never_gets_what_was_begun_before_it(held: Held) -> None:
    before = held.ask()
    held.begun[1].wait(10)
    held.school.value += 1
    after = held.ask()
    held.begun[2].wait(10)
    held.go[2].set()
    assert said([after]) == ["lần 2"]
    held.go[1].set()
    assert (said([before]), said([held.ask()]), len(held.school.asked)) == (["lần 1"], ["lần 2"], 2)


def test_a_change_while_a_page_is_rendered_makes_the_next_reader_render_anew(held: Held) -> None:
    before = held.ask()
    held.begun[1].wait(10)
    held.school.value += 1
    held.go[1].set()
    held.go[2].set()
    assert (said([before]), said([held.ask()])) == (["lần 1"], ["lần 2"])


def test_those_who_waited_for_a_page_that_is_not_kept_each_get_their_own(held: Held) -> None:
    held.school.marks = False
    first = held.ask()
    held.begun[1].wait(10)
    others = [held.ask() for _ in range(2)]
    held.waiting(2)
    for one in held.go:
        one.set()
    assert sorted(said([first, *others])) == ["lần 1", "lần 2", "lần 3"]


def test_nobody_waits_longer_than_the_bound() -> None:
    held = Held(wait=0.05)
    first = held.ask()
    held.begun[1].wait(10)
    second = held.ask()
    held.go[2].set()
    assert said([second]) == ["lần 2"]
    held.go[1].set()
    assert said([first]) == ["lần 1"]
    held.pool.shutdown()


def test_a_rendering_that_breaks_leaves_nobody_waiting(held: Held) -> None:
    def breaks(environ: Environ) -> bytes:
        held.begun[len(held.school.asked)].set()
        assert held.go[1].wait(10)
        raise RuntimeError("broken")

    held.school.words = breaks
    first = held.ask()
    held.begun[1].wait(10)
    second = held.ask()
    held.waiting(1)
    held.go[1].set()
    assert [type(one.exception(10)) for one in (first, second)] == [RuntimeError, RuntimeError]
    assert (held.school.cache.flights._under_way, len(held.school.cache.memory)) == ({}, 0)


def test_different_pages_do_not_wait_for_each_other(held: Held) -> None:
    home = held.ask()
    held.begun[1].wait(10)
    other = held.ask(path="/khac/")
    held.go[2].set()
    assert said([other]) == ["lần 2"]
    held.go[1].set()
    assert said([home]) == ["lần 1"]
