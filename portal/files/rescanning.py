"""What was stored before there was a scanner is scanned afterwards by the worker; what is found infected is shut to everyone."""

import hashlib
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from portal.base import epoch, journal, ticker
from portal.files import clamd
from portal.files.models import Attachment, Picture
from portal.files.rules import Scan
from portal.files.scanning import ask, note_answer, note_silence, scanner

AT_ONCE = 20  # files in one round: the worker has other things to do
AGAIN = timedelta(days=1)  # after a try without a word
UNSCANNED = (Scan.PENDING.value, Scan.NOT_SCANNED.value)
HEARS = 5.0  # seconds to say that it lives


@ticker.tick(every=timedelta(minutes=5))
def visit_scanner(at: datetime) -> None:
    """Ask whether the scanner lives before a teacher has to find out; what changed is written down once."""
    there = scanner()
    if there is None:
        return
    try:
        clamd.version(there, seconds=HEARS)
    except clamd.Silent as silence:
        note_silence(str(silence), at)
    else:
        note_answer(at)


@ticker.tick(every=timedelta(seconds=30))
def scan_unscanned(at: datetime) -> int:
    """Scan some of what was kept without; returns how many got a word. Stops at the first silence."""
    there = scanner()
    if there is None:
        return 0
    done = 0
    try:
        for kind in (Picture, Attachment):
            due = Q(scanned_at=None) | Q(scanned_at__lt=at - AGAIN)
            for stored in (
                kind.objects.filter(due, scan__in=UNSCANNED).exclude(file="").order_by("scan", "pk")[: AT_ONCE - done]
            ):
                done += _scanned(stored, there, at)
    except clamd.Silent as silence:
        note_silence(str(silence), at)
    return done


def _scanned(stored: Picture | Attachment, there: clamd.Where, at: datetime) -> int:
    """One file; what cannot be read or seen whole is tried again another day. Raises clamd.Silent."""
    try:
        with stored.file.storage.open(stored.file.name, "rb") as kept:
            raw = kept.read()
        found = ask(there, raw)
    except FileNotFoundError:
        _tried(stored, "không còn trên đĩa", at)
        return 0
    except clamd.Unable as limit:
        _tried(stored, str(limit), at)
        return 0
    settle(stored, hashlib.sha256(raw).hexdigest(), found, at)
    return 1


def _tried(stored: Picture | Attachment, why: str, at: datetime) -> None:
    stored.scanned_at, stored.scan_note = at, why[:200]
    stored.save(update_fields=["scanned_at", "scan_note"])


@transaction.atomic
def settle(stored: Picture | Attachment, sha256: str, found: str, at: datetime) -> None:
    """Note what the scanner said. Infected, every row of the same content is shut, whatever was said of it before; the file
    stays as proof, and the epoch is raised, for pages may show it (Điều 13.2)."""
    if not found:
        stored.scan, stored.scanned_at, stored.scan_note = Scan.CLEAN.value, at, ""
        stored.save(update_fields=["scan", "scanned_at", "scan_note"])
        return
    for kind in (Picture, Attachment):
        same = Q(sha256=sha256) | Q(pk=stored.pk) if isinstance(stored, kind) else Q(sha256=sha256)
        kind.objects.filter(same).update(scan=Scan.INFECTED.value, scanned_at=at, scan_note=found[:200])
    epoch.bump()
    journal.record("quarantine", subject=stored, by=None, at=at, rule="R-FILE-02", clause="Điều 8.1, 13.2, 13.7",
                   data={"sha256": sha256, "signature": found, "name": str(stored.title)[:255]})  # fmt: skip
