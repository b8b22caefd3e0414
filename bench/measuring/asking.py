"""Asking one page of one server: over many connections, by one client; the figures go into the results."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from gzip import decompress
from html import unescape
from statistics import median, quantiles

from bench.measuring.clients import CONNECTIONS, Client, storm
from bench.measuring.counters import Meter, cpu_of
from bench.results import ALONE, RATE, Results, Row

GZIP = {"Accept-Encoding": "gzip"}
WARM_UP = 1.0  # second
LEFT_BEHIND, A_LOOK = 30.0, 0.1  # seconds
IDLE = 0.2  # cores; two looks of a clock that ticks in hundredths


@dataclass(frozen=True)
class Asked:
    """One page of one server, and whose CPU it costs."""

    subject: str
    page: str  # its name in the results
    base: str
    path: str
    pids: Callable[[], Sequence[int]]
    headers: Mapping[str, str] = field(default_factory=dict)
    words: str = ""  # that a page must say to be the one that is meant

    def once(self, results: Results, kind: str, size: int) -> Row:
        """Ask once whether it is there; gives its row. Raises RuntimeError for another answer than 200."""
        client = Client(self.base, **self.headers)
        answer = client.get(self.path)
        client.close()
        packed = answer.headers.get("content-encoding") == "gzip"
        said = unescape((decompress(answer.body) if packed else answer.body).decode("utf-8", "replace"))
        if answer.status != 200 or self.words not in said:
            raise RuntimeError(f"{self.path} is not the page that is meant: {answer.status}, {len(answer.body)} octets")
        row = results.row(kind, self.subject, self.page, size)
        row.octets = len(answer.body)
        return row


def press(asked: Asked, results: Results, size: int, seconds: float) -> None:
    """Sixteen connections for a window, after a second nobody counts."""
    row = asked.once(results, RATE, size)
    row.connections = CONNECTIONS
    url = f"{asked.base}{asked.path}"
    if not row.values:
        storm(url, WARM_UP, asked.headers)
    meter = Meter(asked.pids())
    seen = storm(url, seconds, asked.headers)
    used, foreign = meter.read()
    rest(asked.pids)
    row.values.append(seen.rate)
    row.p50.append(seen.p50)
    row.p99.append(seen.p99)
    row.cpu.append(used * 1000 / max(1, seen.requests))
    row.foreign.append(foreign)
    row.failed += seen.failed


def rest(pids: Callable[[], Sequence[int]]) -> None:
    """Until the server is through with what wrk left behind: the next one shall have the machine to itself."""
    deadline = time.monotonic() + LEFT_BEHIND
    while time.monotonic() < deadline:
        before = cpu_of(pids())
        time.sleep(A_LOOK)
        if cpu_of(pids()) - before <= IDLE * A_LOOK:
            return


def alone(asked: Asked, results: Results, size: int, times: int) -> None:
    """One client, one request after the other."""
    row = asked.once(results, ALONE, size)
    client = Client(asked.base, **asked.headers)
    client.get(asked.path)
    meter = Meter(asked.pids())
    answers = [client.get(asked.path) for _ in range(times)]
    used, foreign = meter.read()
    took = sorted(answer.took for answer in answers)
    row.failed += sum(answer.status != 200 for answer in answers)
    client.close()
    row.values.append(median(took))
    row.p50.append(median(took))
    row.p95.append(share(took, 95))
    row.p99.append(share(took, 99))
    row.cpu.append(used * 1000 / times)
    row.foreign.append(foreign)


def share(took: Sequence[float], hundredth: int) -> float:
    """The value that so many of a hundred do not exceed."""
    return quantiles(took, n=100, method="inclusive")[hundredth - 1] if len(took) > 1 else took[0]
