"""What many pages ask and only a change of the pages, or the clock, alters: a process remembers it for one state of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.db.transaction import get_connection

from portal.base import epoch

Value = TypeVar("Value")


@dataclass(frozen=True)
class _Kept(Generic[Value]):
    epoch: int
    at: datetime
    until: datetime | None
    value: Value

    def holds(self, now: int, at: datetime) -> bool:
        return self.epoch == now and self.at <= at and (self.until is None or at < self.until)


class Remembered(Generic[Value]):
    """One answer for everybody. `make` gives it for an hour, with the first later hour at which it may be another (None: never
    by the clock alone). Nobody may change what is handed out."""

    def __init__(self, make: Callable[[datetime], tuple[Value, datetime | None]]) -> None:
        self.make = make
        self.kept: _Kept[Value] | None = None
        _all.append(self)

    def now(self, at: datetime) -> Value:
        """What is remembered where it still holds. Within a transaction it is asked anew and remembered by nobody: what is seen
        there may be undone. So it is where the epoch cannot be read."""
        present = _present()
        if present is None:
            return self.make(at)[0]
        kept = self.kept
        if kept is None or not kept.holds(present, at):
            value, until = self.make(at)
            self.kept = kept = _Kept(present, at, until, value)
        return kept.value


_all: list["Remembered[Any]"] = []


def forget() -> None:
    """As after a start; where a database is made anew under a running process."""
    for one in _all:
        one.kept = None


def _present() -> int | None:
    if get_connection().in_atomic_block:
        return None
    try:
        return epoch.seen()
    except Exception:
        return None
