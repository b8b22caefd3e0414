"""The list of who was forgotten, in a file beside the database: a copy of the database that is put back knows them again, the list
does not forget that they were erased. A line a person: numbers and keyed hashes, no name (Luật 91/2025, Điều 24)."""

import fcntl
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from portal.pupils.results.throttle import digest

Mark = tuple[str, int, str]  # "pupil" or "account", its number, a keyed hash of its code or user name


@dataclass(frozen=True)
class Line:
    """One erasing, as it is repeated: who it was by hash, the windows of the name, when, upon what, by whom (by number)."""

    marks: tuple[Mark, ...]
    names: tuple[tuple[int, str], ...]
    at: datetime
    ground: str
    paper: str = ""
    asked_by: int | None = None
    decided_by: int | None = None
    school: str = field(default_factory=lambda: key_of_the_house())

    @property
    def digest(self) -> str:
        """What it is known by."""
        return self.marks[0][2]

    def packed(self) -> str:
        told: dict[str, Any] = {
            "marks": self.marks, "names": self.names, "at": self.at.isoformat(), "ground": self.ground, "paper": self.paper,
            "asked_by": self.asked_by, "decided_by": self.decided_by, "school": self.school,
        }  # fmt: skip
        return json.dumps(told, ensure_ascii=True)


def key_of_the_house() -> str:
    """Which secret the hashes were made with; another finds nobody."""
    return digest("erasing-key", "")[:16]


def mark(kind: str, number: int, said: str) -> Mark:
    """A pupil (by his code) or an account (by its user name), to be known again."""
    return kind, number, hashed(kind, said)


def hashed(kind: str, said: str) -> str:
    return digest(f"erased-{kind}", said.casefold())


def window(said: str) -> str:
    """The keyed hash of some words of a name."""
    return digest("erased-name", said)


def path() -> Path:
    """Where the list lies: outside the database, and outside the folder of files."""
    return Path(settings.PORTAL_ERASED) / "danh-sach.jsonl"


def lines(source: Path | None = None) -> list[Line]:
    """What the list says; nothing where there is none yet. Raises ValueError where a line cannot be read."""
    source = source or path()
    if not source.exists():
        return []
    return [_read(one) for one in source.read_text(encoding="ascii").splitlines() if one.strip()]


def _read(text: str) -> Line:
    try:
        said = json.loads(text)
        return Line(
            tuple((str(kind), int(number), str(key)) for kind, number, key in said["marks"]),
            tuple((int(many), str(key)) for many, key in said["names"]), datetime.fromisoformat(said["at"]), str(said["ground"]),
            str(said["paper"]), said["asked_by"], said["decided_by"], str(said["school"]),
        )  # fmt: skip
    except (KeyError, TypeError) as wrong:
        raise ValueError("a line of the list of erasures cannot be read") from wrong


def add(new: Iterable[Line]) -> int:
    """Write lines that are not there yet; on the disk before this returns. How many were new."""
    new = list(new)
    if not new:
        return 0
    with _locked() as file:
        file.seek(0)
        there = {_read(one).digest for one in file.read().splitlines() if one.strip()}
        fresh = [one for one in new if one.digest not in there]
        file.seek(0, os.SEEK_END)
        file.writelines(f"{one.packed()}\n" for one in fresh)
        file.flush()
        os.fsync(file.fileno())
    return len(fresh)


@contextmanager
def _locked() -> Iterator[Any]:
    """The list, open to nobody else for this moment."""
    there = path()
    there.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
    with there.open("a+", encoding="ascii") as file:
        there.chmod(0o600)
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file
