"""The one place every file passes before anything of it is kept: the scanner is asked, and no word is a no (Điều 8.1, 13.7)."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic

from django.conf import settings
from django.db import transaction

from portal.base import journal
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.files import clamd
from portal.files.rules import Scan, infected, not_seen_whole, seconds_for, unanswered
from portal.people.models import Person

NO_SCANNER = frozenset({"", "none"})
SULKS = 3.0  # seconds a scanner that just gave no word is not asked again: forty photos wait once, not forty times
SILENT, BACK, UNABLE = "scanner_silent", "scanner_back", "scanner_unable"
_silent_until = 0.0
_silent_why = ""
_known: ContextVar[dict[str, "Verdict"] | None] = ContextVar("scanned_beforehand", default=None)


class Unscanned(Refused):
    """Refused only because the scanner gave no word: the same file may be taken a little later."""


@dataclass(frozen=True)
class Verdict:
    """What a stored row says of its scan."""

    scan: str
    scanned_at: datetime | None = None


def scanner() -> clamd.Where | None:
    """Where the scanner listens; None where the school named none."""
    return None if settings.PORTAL_SCANNER in NO_SCANNER else clamd.where(settings.PORTAL_SCANNER)


def look_into(raw: bytes, *, name: str, by: Person | None, at: datetime, channel: str, field: str = "file") -> Verdict:
    """Ask the scanner about a file called `name` before it is kept. Raises Refused (422) where it is infected or not to
    be seen whole, Unscanned (409) where there is no word. Call it outside any transaction: its own line of the record
    must stay when the file does not."""
    there = scanner()
    if there is None:
        return Verdict(Scan.NOT_SCANNED.value)
    sha256 = hashlib.sha256(raw).hexdigest()
    known = _known.get()
    if known is not None and sha256 in known:
        return known[sha256]
    try:
        found = ask(there, raw)
    except clamd.Silent as silence:
        note_silence(str(silence), at)
        raise Unscanned(unanswered(name, field)) from silence
    except clamd.Unable as limit:
        note_unable(name, len(raw), str(limit), at)
        raise Refused(not_seen_whole(name, field)) from limit
    if found:
        refusal = infected(name, found, field)
        with transaction.atomic():
            journal.record("refuse_infected", by=by, at=at, channel=channel, rule=refusal.rule, clause=refusal.clause,
                           data={"sha256": sha256, "signature": found, "name": name[:255], "size": len(raw)})  # fmt: skip
        raise Refused(refusal)
    verdict = Verdict(Scan.CLEAN.value, at)
    if known is not None:
        known[sha256] = verdict
    return verdict


@contextmanager
def scanned_beforehand(
    files: Iterable[tuple[str, bytes]], *, by: Person | None, at: datetime, channel: str, field: str = "file"
) -> Iterator[None]:
    """Ask about files, by name and content, before a transaction that will keep them; within, none is asked about again.
    `field`: where the form says what is refused. Raises as `look_into`."""
    token = _known.set(dict(_known.get() or {}))
    try:
        for name, raw in files:
            look_into(raw, name=name, by=by, at=at, channel=channel, field=field)
        yield
    finally:
        _known.reset(token)


def ask(there: clamd.Where, raw: bytes) -> str:
    """As `clamd.scan`, within the time files of this size have. Raises clamd.Silent, clamd.Unable."""
    global _silent_until, _silent_why
    if monotonic() < _silent_until:
        raise clamd.Silent(_silent_why)
    try:
        return clamd.scan(there, raw, seconds=seconds_for(len(raw)))
    except clamd.Silent as silence:
        _silent_until, _silent_why = monotonic() + SULKS, str(silence)
        raise


def listen_again() -> None:
    """Forget that the scanner was silent."""
    global _silent_until
    _silent_until = 0.0


def silent_since() -> JournalEntry | None:
    """The line that says the scanner is silent, where no later one says it is back."""
    line = JournalEntry.objects.filter(verb__in=(SILENT, BACK)).order_by("-id").first()
    return line if line is not None and line.verb == SILENT else None


def note_silence(why: str, at: datetime) -> None:
    """Write it down once for each time it falls silent, and once a day while it stays so; the record's listeners tell who
    keeps the machine."""
    line = silent_since()
    if line is None or at - line.at >= timedelta(days=1):
        with transaction.atomic():
            journal.record(SILENT, by=None, at=at, rule="R-FILE-12", clause="Điều 8.1, 13.7", data={"why": why[:200]})


def note_unable(name: str, size: int, why: str, at: datetime) -> None:
    """Write down that a file was beyond what the scanner can look into: its limits are set lower than ours."""
    with transaction.atomic():
        journal.record(UNABLE, by=None, at=at, rule="R-FILE-12", clause="Điều 8.1, 13.7",
                       data={"name": name[:255], "size": size, "why": why[:200]})  # fmt: skip


def note_answer(at: datetime) -> None:
    """Write down that it answers again."""
    if silent_since() is not None:
        with transaction.atomic():
            journal.record(BACK, by=None, at=at, rule="R-FILE-12", clause="Điều 8.1, 13.7")
