"""One kept page: its words, packed once in each way they are asked for, with the headers each way has."""

import gzip
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from email.utils import formatdate, parsedate_to_datetime
from hashlib import sha256
from threading import Lock
from typing import Any

import brotli

from portal.base.kept import A_SECOND

Headers = list[tuple[str, str]]
OURS = frozenset(  # said anew for every kept page
    (
        "content-length",
        "content-encoding",
        "vary",
        "etag",
        "last-modified",
        "cache-control",
        "expires",
        "x-accel-expires",
    )
)
KEEPING: Headers = [
    ("X-Accel-Expires", "1"),  # for an nginx set up otherwise than ours
    ("Cache-Control", A_SECOND),
    ("Vary", "Accept-Encoding, Cookie"),
]
OVERHEAD = 2048  # bytes a page takes beside its words, about
QUALITY = {"br": 5, "gzip": 6}
UNPACK: Mapping[str, Callable[[bytes], bytes]] = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}
MARKS = {"br": "-br", "gzip": "-gz", "": ""}


@dataclass(frozen=True, slots=True)
class Packed:
    """The page as it travels in one way: `body` as a WSGI server takes it, the headers of 200 and of 304."""

    body: list[bytes]
    headers: Headers
    unchanged: Headers
    etag: str


class Entry:
    """A page of one epoch, good until the machine's clock says `until` (seconds). `used` is when it was last given. It
    stands only in the ways it was asked for, packed: three times as many pages find room."""

    __slots__ = ("_etag", "_lock", "_own", "_words", "changed", "epoch", "packed", "seen", "settled", "until", "used")

    def __init__(self, words: bytes, own: Headers, *, epoch: int, until: float, at: float) -> None:
        self._words: bytes | None = words  # until it stands in one way
        self.epoch, self.until, self.used, self.seen = epoch, until, at, at
        self.changed = int(at) + 1  # from here on no other words can have been given under this hour
        self.settled = False
        self.packed: dict[str, Packed] = {}
        self._own = [(name, value) for name, value in own if name.lower() not in OURS]
        self._etag = sha256(words).hexdigest()[:32]
        self._lock = Lock()

    @property
    def size(self) -> int:
        """Bytes in memory, about."""
        return OVERHEAD + len(self._words or b"") + sum(len(one.body[0]) for one in list(self.packed.values()))

    def is_good(self, epoch: int, at: float) -> bool:
        return self.epoch == epoch and at < self.until

    def take_over(self, earlier: "Entry | None") -> None:
        """What an earlier rendering of the same words packed need not be packed again."""
        if earlier is not None and earlier._etag == self._etag:
            self._dress({kind: one.body[0] for kind, one in list(earlier.packed.items())})

    def pack(self, kind: str) -> Packed:
        """The page packed in one way: made on first need, while others in need of it wait."""
        with self._lock:
            if kind not in self.packed:
                self._dress({kind: _packed(kind, self._unpacked())})
            return self.packed[kind]

    def settle(self) -> None:
        """Its second is over: from now on it says so, and whoever asks by the hour is told it still stands."""
        with self._lock:
            self.settled = True
            self._dress({kind: one.body[0] for kind, one in self.packed.items()})

    def is_known(self, packed: Packed, asked: Mapping[str, Any], at: float) -> bool:
        """Whether the asker's copy still stands (RFC 9110, 13.1): by its mark, else by the hour it was seen."""
        if (marks := asked.get("HTTP_IF_NONE_MATCH")) is not None:
            return packed.etag in _marks(marks) or marks.strip() == "*"
        return (since := asked.get("HTTP_IF_MODIFIED_SINCE")) is not None and self.changed <= _seconds(since) <= at

    def _unpacked(self) -> bytes:
        """Its words, from the first way it stands in."""
        if self._words is not None:
            return self._words
        kind, one = next(iter(self.packed.items()))
        return UNPACK[kind](one.body[0])

    def _dress(self, bodies: Mapping[str, bytes]) -> None:
        hour = formatdate(self.changed if self.settled else int(self.seen), usegmt=True)
        for kind, body in bodies.items():
            etag = f'"{self._etag}{MARKS[kind]}"'
            said = [*KEEPING, ("ETag", etag), ("Last-Modified", hour)]
            size = [*([("Content-Encoding", kind)] if kind else []), ("Content-Length", str(len(body)))]
            self.packed[kind] = Packed([body], [*self._own, *said, *size], said, etag)
        if self.packed:
            self._words = None


def _packed(kind: str, words: bytes) -> bytes:
    if kind == "br":
        return bytes(brotli.compress(words, mode=brotli.MODE_TEXT, quality=QUALITY[kind]))
    return gzip.compress(words, QUALITY[kind], mtime=0) if kind == "gzip" else words


def _marks(said: str) -> Iterable[str]:
    """The marks of an If-None-Match, weak ones as if they were strong: a proxy weakens them when it packs anew."""
    return {one.strip().removeprefix("W/") for one in said.split(",")}


def _seconds(since: str) -> float:
    try:
        return parsedate_to_datetime(since).timestamp()
    except (TypeError, ValueError, OverflowError):
        return 0.0
