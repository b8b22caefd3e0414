"""Who is to be forgotten, told to every room that keeps something of him (Luật 91/2025, Điều 24). A room says what it holds of
somebody, how many, and replaces it; whoever forgets knows no room."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection


@dataclass(frozen=True)
class Leaving:
    """Whose identity is replaced: a pupil by number or none, accounts by number, and what tells who they are, as long as it
    is still known. It is written nowhere."""

    pupil: int | None = None
    accounts: frozenset[int] = frozenset()
    names: tuple[str, ...] = ()
    born: date | None = None
    addresses: tuple[str, ...] = ()  # of mail, and user names


Count = Callable[[Leaving], int]
Forget = Callable[[Leaving, datetime], object]


@dataclass(frozen=True)
class Holding:
    """What one room keeps of a person: in words, how many there are, and the verb that replaces it. The verb runs inside the
    transaction that erases, and bears being run twice."""

    title: str
    count: Count
    forget: Forget


_held: dict[str, Holding] = {}


def holds(title: str, count: Count) -> Callable[[Forget], Forget]:
    """Have a room's verb called for whoever is forgotten; `title` says to people what it is about."""

    def register(forget: Forget) -> Forget:
        _held[f"{forget.__module__}.{forget.__qualname__}"] = Holding(title, count, forget)
        return forget

    return register


def holdings() -> tuple[Holding, ...]:
    """What every room keeps, in the order the rooms came."""
    return tuple(_held.values())


def counted(leaving: Leaving) -> Iterator[tuple[str, int]]:
    """How many each room keeps of this person; nothing of rooms that keep nothing."""
    for one in holdings():
        many = one.count(leaving)
        if many:
            yield one.title, many


def forget(leaving: Leaving, at: datetime) -> Mapping[str, int]:
    """Have every room replace what it keeps; what was replaced, by its words."""
    told = dict(counted(leaving))
    for one in holdings():
        one.forget(leaving, at)
    return told


@contextmanager
def overwriting() -> Iterator[None]:
    """Around the transaction that erases: what it writes over and deletes is gone from a SQLite file too, not only from its tables,
    and from the log beside it. PostgreSQL does that by VACUUM, in its own time."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete=ON")
        try:
            yield
        finally:
            cursor.execute("PRAGMA secure_delete=OFF")
            if not connection.in_atomic_block:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
