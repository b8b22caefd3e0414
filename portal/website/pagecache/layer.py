"""The page cache: a WSGI layer before Django that answers strangers from memory, and never with what is no longer so."""

import logging
import time
from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any, Protocol

from portal.base.kept import KEPT
from portal.website.pagecache.asked import Asking, Environ, Key, as_a_stranger, names, packing, untracked
from portal.website.pagecache.entries import Entry, Headers
from portal.website.pagecache.memory import Flights, Memory

logger = logging.getLogger("portal.website")
WAIT = 10.0  # seconds one waits for another's rendering before making his own
TOKENS = ("CSRF_COOKIE_NEEDS_UPDATE",)  # Django's word that a token was made for this answer


class Start(Protocol):
    def __call__(self, status: str, headers: Headers, exc_info: Any = None, /) -> Any: ...


Application = Callable[[Environ, Start], Iterable[bytes]]


class Answered:
    """What an application said, caught before it goes out."""

    def __init__(self) -> None:
        self.status = ""
        self.headers: Headers = []

    def __call__(self, status: str, headers: Headers, exc_info: Any = None) -> None:
        self.status, self.headers = status, headers


class PageCache:
    """`epoch` tells what changes are in; `until` when time alone will change something (seconds of the machine's clock);
    `may_be_kept` whether a path leads to a view that may opt in. Where any of them fails, Django answers."""

    def __init__(
        self,
        app: Application,
        *,
        asking: Asking,
        epoch: Callable[[], int],
        until: Callable[[], float],
        may_be_kept: Callable[[str], bool],
        limit: int,
        now: Callable[[], float] = time.time,
        wait: float = WAIT,
    ) -> None:
        self.app, self.epoch, self.now, self.wait = app, epoch, now, wait
        self.memory, self.flights = Memory(limit), Flights()
        self._key, self._until, self._may_be_kept = asking.key, until, may_be_kept
        self._horizon, self._lock = (-1, 0.0), Lock()

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return self.app(environ, start)
        if environ["QUERY_STRING"]:
            environ["QUERY_STRING"] = untracked(environ["QUERY_STRING"])
        key = self._key(environ)
        if key is None:
            return self.app(environ, start)
        try:
            epoch = self.epoch()
        except Exception:
            logger.exception("the epoch cannot be read: nothing is given from memory")
            return self.app(environ, start)
        entry, at = self.memory.look(key), self.now()
        if entry is not None and entry.epoch == epoch and at < entry.until:
            return self._give(key, entry, environ, start, at)
        if epoch < self.memory.newest:
            self.memory.forget_after(epoch)
        if not self._may_be_kept(key.path):
            return self.app(environ, start)
        return self._render_once(key, epoch, environ, start)

    def _give(self, key: Key, entry: Entry, environ: Environ, start: Start, at: float) -> Iterable[bytes]:
        entry.used = at
        if not entry.settled and at >= entry.changed:
            entry.settle()
        kind = packing(environ.get("HTTP_ACCEPT_ENCODING", ""))
        packed = entry.packed.get(kind)
        if packed is None:
            packed = entry.pack(kind)
            self.memory.weigh(key, entry)
        if entry.is_known(packed, environ, at):
            start("304 Not Modified", packed.unchanged)
            return []
        start("200 OK", packed.headers)
        return packed.body if environ["REQUEST_METHOD"] == "GET" else []

    def _render_once(self, key: Key, epoch: int, environ: Environ, start: Start) -> Iterable[bytes]:
        """Render, or wait for who renders this very page of this very epoch already; what he brings may not be for us."""
        try:
            until = self._until_of(epoch)
        except Exception:
            logger.exception("the next change by time cannot be read: nothing is kept")
            return self.app(environ, start)
        flight, is_ours = self.flights.join(course := (key, epoch, until))
        if not is_ours:
            entry = flight.wait(self.wait)
            if entry is not None and entry.is_good(epoch, at := self.now()):
                return self._give(key, entry, environ, start, at)
            return self._render(key, epoch, until, environ, start)[1]
        entry = None
        try:
            entry = self.memory.look(key)
            if entry is not None and entry.is_good(epoch, at := self.now()):  # it landed as we came
                return self._give(key, entry, environ, start, at)
            entry, answer = self._render(key, epoch, until, environ, start)
            return answer
        finally:
            self.flights.land(course, entry)

    def _render(
        self, key: Key, epoch: int, until: float, environ: Environ, start: Start
    ) -> tuple[Entry | None, Iterable[bytes]]:
        """Ask Django as a stranger would; keep what may be kept, hand on the rest as it is."""
        asked, said = as_a_stranger(environ, key), Answered()
        answer = self.app(asked, said)
        if not _is_for_keeping(asked, said, key):
            start(said.status, said.headers)
            return None, answer if environ["REQUEST_METHOD"] == "GET" else _unsaid(answer)
        try:
            words = b"".join(answer)
        finally:
            _close(answer)
        at = self.now()
        entry = Entry(words, said.headers, epoch=epoch, until=until, at=at)
        self.memory.keep(key, entry)
        return entry, self._give(key, entry, environ, start, at)

    def _until_of(self, epoch: int) -> float:
        """When time alone will next change what readers see; asked once an epoch, and again when that moment has come."""
        with self._lock:
            of, until = self._horizon
            if of != epoch or self.now() >= until:
                until = self._until()
                self._horizon = (epoch, until)
            return until


def _is_for_keeping(asked: Environ, said: Answered, key: Key) -> bool:
    """Whole, the same for everybody, and wanted so by its view."""
    if KEPT not in asked or not said.status.startswith("200") or not names(key.query) <= set(asked[KEPT]):
        return False
    given = {name.lower() for name, _ in said.headers}
    return not given & {"set-cookie", "content-encoding"} and not any(token in asked for token in TOKENS)


def _unsaid(answer: Iterable[bytes]) -> list[bytes]:
    """The answer to a HEAD: ended in good order, and nothing of it sent."""
    _close(answer)
    return []


def _close(answer: Iterable[bytes]) -> None:
    if hasattr(answer, "close"):
        answer.close()
