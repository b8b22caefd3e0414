"""A client of ClamAV's clamd: is this content infected, and is somebody there. Standard library only (decision 0026)."""

import re
import socket
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from time import monotonic

Where = str | tuple[str, int]  # a unix socket's path, or host and port
PIECE = 64 * 1024
ANSWER = 4096  # bytes; an answer of clamd is one line
DATE = re.compile(r"/(\w{3} \w{3} +\d+ \d\d:\d\d:\d\d \d{4})$")
PAST_LIMITS = "Heuristics.Limits.Exceeded"  # with AlertExceedsMax: not seen to its end


class Silent(Exception):
    """No word on the content: nobody there, too late, hung up. Says which, for whoever keeps the machine."""


class Unable(Exception):
    """It answers, but cannot say of this content: beyond its limits, or a fault of its own. Says which."""


def where(said: str) -> Where:
    """`clamd:/run/clamav/clamd.ctl` or `clamd://127.0.0.1:3310`. Raises ValueError."""
    if found := re.fullmatch(r"clamd:(/[^/].*)", said):
        return found[1]
    if (found := re.fullmatch(r"clamd://(\[[0-9a-f:]+\]|[A-Za-z0-9._-]+):(\d{1,5})", said)) and int(found[2]) < 65536:
        return found[1].strip("[]"), int(found[2])
    raise ValueError(said)


def scan(there: Where, raw: bytes, *, seconds: float) -> str:
    """The name of what infects the content, "" where it is clean, within so many seconds in all. Raises Silent, Unable."""
    answer = _asked(there, _in_pieces(raw), monotonic() + seconds)
    if answer == "stream: OK":
        return ""
    found = re.fullmatch(r"stream: (\S.*) FOUND", answer)
    if found is None or found[1].startswith(PAST_LIMITS):
        raise Unable(f"clamd trả lời “{answer[:120]}”")
    return found[1][:120]


def version(there: Where, *, seconds: float) -> tuple[str, datetime | None]:
    """What it calls itself ("ClamAV 1.4.3/27800"), and of when the list of known viruses is (UTC). Raises Silent."""
    answer = _asked(there, [b"zVERSION\0"], monotonic() + seconds)
    if not answer.startswith("ClamAV "):
        raise Silent(f"trả lời “{answer[:120]}”, không phải ClamAV")
    found = DATE.search(answer)
    made = datetime.strptime(found[1], "%a %b %d %H:%M:%S %Y").replace(tzinfo=UTC) if found else None
    return DATE.sub("", answer)[:80], made


def is_old(made: datetime | None, at: datetime) -> bool:
    """Whether the list of known viruses was not renewed for a week."""
    return made is None or at - made > timedelta(days=7)


def _in_pieces(raw: bytes) -> Iterator[bytes]:
    """The content as INSTREAM wants it: pieces behind their length, an empty one at the end."""
    yield b"zINSTREAM\0"
    for start in range(0, len(raw), PIECE):
        piece = raw[start : start + PIECE]
        yield len(piece).to_bytes(4, "big") + piece
    yield bytes(4)


def _asked(there: Where, words: Iterator[bytes] | list[bytes], until: float) -> str:
    """One question, one answer, one deadline over connecting, sending and waiting."""
    kind = socket.AF_UNIX if isinstance(there, str) else socket.AF_INET6 if ":" in there[0] else socket.AF_INET
    with closing(socket.socket(kind, socket.SOCK_STREAM)) as line:
        try:
            line.settimeout(_left(until))
            line.connect(there)
            _send(line, words, until)
            return _answer(line, until)
        except TimeoutError as late:
            raise Silent("quá giờ mà chưa trả lời") from late
        except OSError as broken:
            raise Silent(f"không nói chuyện được ({broken.strerror or broken})") from broken


def _send(line: socket.socket, words: Iterator[bytes] | list[bytes], until: float) -> None:
    """Everything; where it hangs up in the middle its answer, if there is one, says why."""
    try:
        for word in words:
            line.settimeout(_left(until))
            line.sendall(word)
    except (BrokenPipeError, ConnectionResetError):
        pass


def _answer(line: socket.socket, until: float) -> str:
    heard = b""
    while not heard.endswith(b"\0") and len(heard) < ANSWER:
        line.settimeout(_left(until))
        more = line.recv(ANSWER)
        if not more:
            raise Silent(f"ngắt lời giữa chừng (“{_said(heard)[:120]}”)" if heard else "ngắt lời giữa chừng")
        heard += more
    return _said(heard)


def _said(heard: bytes) -> str:
    return heard.rstrip(b"\0").decode("utf-8", "replace").strip()


def _left(until: float) -> float:
    left = until - monotonic()
    if left <= 0:
        raise TimeoutError
    return left
