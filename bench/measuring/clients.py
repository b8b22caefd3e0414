"""The two clients: wrk for many connections at once, one of our own that keeps its connection for one after the other."""

import re
import shutil
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from urllib.parse import quote, urlsplit

CONNECTIONS, THREADS = 16, 2
AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36"
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}
PATIENCE = 20.0  # seconds


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes
    took: float  # ms, from the first byte sent to the last received


class Client:
    """One connection kept open; opened anew where the server closed it."""

    def __init__(self, base: str, **headers: str) -> None:
        where = urlsplit(base)
        self.line = HTTPConnection(where.hostname or "", where.port or 80, timeout=PATIENCE)
        self.headers = {"User-Agent": AGENT, **headers}

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, None, headers)

    def post(self, path: str, body: bytes, **headers: str) -> Answer:
        return self.ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded", **headers})

    def ask(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Answer:
        for again in (True, False):
            began = time.perf_counter()
            try:
                self.line.request(method, written(path), body, {**self.headers, **headers})
                answer = self.line.getresponse()
                whole = answer.read()
            except (HTTPException, ConnectionError):
                self.line.close()
                if not again:
                    raise
                continue
            took = (time.perf_counter() - began) * 1000
            return Answer(answer.status, {name.lower(): told for name, told in answer.getheaders()}, whole, took)
        raise AssertionError

    def close(self) -> None:
        self.line.close()


def written(path: str) -> str:
    """A path as it travels: "Đức" by its octets."""
    return quote(path, safe="/?&=+%:.-_~")


@dataclass(frozen=True)
class Storm:
    """What wrk saw: requests a second, ms, and how many answers were none."""

    rate: float
    p50: float
    p99: float
    requests: int
    failed: int


def has_wrk() -> bool:
    return shutil.which("wrk") is not None


def storm(url: str, seconds: float, headers: Mapping[str, str]) -> Storm:
    """Ask for one page over sixteen connections for so many seconds."""
    told = [f"-H{name}: {value}" for name, value in {"User-Agent": AGENT, **headers}.items()]
    command = [
        "wrk",
        f"-t{THREADS}",
        f"-c{CONNECTIONS}",
        f"-d{max(1, round(seconds))}s",
        "--timeout",
        "10s",
        "--latency",
    ]
    done = subprocess.run([*command, *told, written_url(url)], capture_output=True, text=True, check=True)
    return parsed(done.stdout)


def written_url(url: str) -> str:
    base, path = re.fullmatch(r"(https?://[^/]+)(.*)", url).groups()  # type: ignore[union-attr]
    return f"{base}{written(path)}"


def parsed(told: str) -> Storm:
    """What wrk printed."""
    at = {share: _ms(value) for share, value in re.findall(r"^\s+(\d+)%\s+(\S+)$", told, re.M)}
    sockets = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", told)
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", told)
    requests = re.search(r"(\d+) requests in", told)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", told)
    if requests is None or rate is None:
        raise RuntimeError(f"wrk said:\n{told}")
    failed = sum(map(int, sockets.groups())) if sockets else 0
    failed += int(wrong.group(1)) if wrong else 0
    return Storm(float(rate.group(1)), at.get("50", 0.0), at.get("99", 0.0), int(requests.group(1)), failed)


def _ms(told: str) -> float:
    number, unit = re.fullmatch(r"([\d.]+)(\D+)", told).groups()  # type: ignore[union-attr]
    return float(number) * UNITS[unit]
