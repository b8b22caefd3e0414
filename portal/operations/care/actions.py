"""The verbs of care: having the portal looked over, saying what was mended, keeping the list of known domains."""

import signal
import subprocess
import sys
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from portal.base import journal, regulation, ticker
from portal.base.clock import ZONE
from portal.base.refused import refuse_if
from portal.base.text import nfc, one_line
from portal.operations.care.domains import written
from portal.operations.care.pulse import machine_hour
from portal.operations.care.rules import (
    CLAUSES,
    Kind,
    domain_is_whole,
    may_allow_outside,
    may_keep_domains,
    may_look_over,
    may_mend,
    night_is_due,
    one_round_at_a_time,
    says_how,
    still_open,
)  # fmt: skip
from portal.operations.models import Finding, KnownDomain, Place, Round
from portal.people import offices
from portal.people.models import Person
from portal.settings.env import ROOT
from portal.supervisor import set_parent_death_signal

SILENT = timedelta(minutes=10)  # a round without a sign of life for so long is gone on with by another process
_running: list[subprocess.Popen[bytes]] = []


@transaction.atomic
def look_over(*, by: Person, at: datetime, channel: str) -> Round:
    """Ask for the portal to be looked over now. Raises Refused (403, 409)."""
    standing = Round.objects.select_for_update().filter(state=Round.State.OPEN).first()
    refuse_if(
        may_look_over(offices.board(at), by.pk),
        one_round_at_a_time(standing.asked_at.astimezone(ZONE) if standing else None),
    )
    made = Round.objects.create(asked_by=by, asked_at=at)
    journal.record("care_round", subject=made, by=by, at=at, channel=channel, rule="R-CARE-02", clause="Điều 12.3")
    return made


@transaction.atomic
def ask_by_clock(at: datetime) -> Round | None:
    """Open the night's round, where none is open."""
    if Round.objects.filter(state=Round.State.OPEN).exists():
        return None
    return Round.objects.create(asked_at=at)


@ticker.tick(timedelta(minutes=5))
def ask_at_night(at: datetime) -> Round | None:
    """The night's round, where it is due."""
    last = Round.objects.order_by("-pk").values_list("asked_at", flat=True).first()
    return ask_by_clock(at) if night_is_due(last, at.astimezone(ZONE)) else None


@ticker.tick(timedelta(seconds=5))
def have_it_done(at: datetime) -> bool:
    """Start a process for the round that is open, unless one is at it; whether one was started."""
    if _running and _running[0].poll() is None:
        return False
    _running.clear()
    found = Round.objects.filter(state=Round.State.OPEN).first()
    if found is None or (found.alive_at is not None and machine_hour() - found.alive_at < SILENT):
        return False
    Round.objects.filter(pk=found.pk).update(alive_at=machine_hour())
    _running.append(
        subprocess.Popen(
            [sys.executable, str(ROOT / "manage.py"), "care"], cwd=ROOT, stdin=subprocess.DEVNULL,
            preexec_fn=lambda: set_parent_death_signal(signal.SIGTERM),
        )
    )  # fmt: skip
    return True


@transaction.atomic
def close(finding: Finding, *, how: str, stays: bool, by: Person, at: datetime, channel: str) -> Finding:
    """Say that a fault was mended, or that it stays for a reason. One that is still there at the next looking-over opens
    anew, unless it was said to stay. Raises Refused (403, 409, 422)."""
    found = Finding.objects.select_for_update().get(pk=finding.pk)
    words = one_line(nfc(how))[:500]
    refuse_if(
        may_mend(offices.board(at), by.pk, Kind(found.kind)),
        still_open(found.state == Finding.State.OPEN),
        says_how(words),
    )
    found.state = Finding.State.WAIVED if stays else Finding.State.MENDED
    found.closed_at, found.closed_by, found.how = at, by, words
    found.save(update_fields=["state", "closed_at", "closed_by", "how"])
    if not stays:
        Place.objects.filter(finding=found, gone_at=None).update(gone_at=at, gone_by=by)
    journal.record("care_stays" if stays else "care_mended", subject=found, by=by, at=at, channel=channel,
                   rule="R-CARE-04", clause=CLAUSES[Kind(found.kind)], reason=words)  # fmt: skip
    return found


@transaction.atomic
def know_domain(typed: str, *, reason: str, by: Person, at: datetime, channel: str) -> KnownDomain:
    """Let the school's pages lead to a domain and what is under it; faults about it are closed by that. Raises Refused."""
    domain = written(typed)
    refuse_if(may_keep_domains(offices.board(at), by.pk), domain_is_whole(domain))
    assert domain is not None
    standing = KnownDomain.objects.filter(domain=domain, ended_at=None).first()
    if standing is not None:
        return standing
    made = KnownDomain.objects.create(domain=domain, reason=one_line(reason)[:200], added_by=by, added_at=at)
    journal.record("care_domain", subject=made, by=by, at=at, channel=channel, rule="R-CARE-07", clause="Điều 12.3",
                   reason=made.reason, data={"domain": made.domain})  # fmt: skip
    exact = Q(what=made.domain) | Q(what__endswith=f".{made.domain}")
    over = list(Finding.objects.filter(exact, kind=Kind.FOREIGN, state=Finding.State.OPEN).values_list("pk", flat=True))
    Place.objects.filter(finding__in=over, gone_at=None).update(gone_at=at, gone_by=by)
    Finding.objects.filter(pk__in=over).update(
        state=Finding.State.MENDED, closed_at=at, closed_by=by, how="Đã đưa tên miền vào danh sách của trường."
    )
    return made


@transaction.atomic
def forget_domain(known: KnownDomain, *, by: Person, at: datetime, channel: str) -> None:
    """A domain is no longer on the list; pages that lead there are named at the next looking-over. Raises Refused (403)."""
    refuse_if(may_keep_domains(offices.board(at), by.pk))
    if not KnownDomain.objects.filter(pk=known.pk, ended_at=None).update(ended_at=at, ended_by=by):
        return
    journal.record("care_domain_over", subject=known, by=by, at=at, channel=channel, rule="R-CARE-07",
                   clause="Điều 12.3", data={"domain": known.domain})  # fmt: skip


@transaction.atomic
def allow_outside(allowed: bool, *, by: Person, at: datetime, channel: str) -> None:
    """Let the portal ask pages outside from today on, or no more. Raises Refused (403)."""
    refuse_if(may_allow_outside(offices.board(at), by.pk))
    today = at.astimezone(ZONE).date()
    regulation.set_from(today, "care.outside", "1" if allowed else "0", "Điều 10.2, 12.3")
    journal.record("care_outside", by=by, at=at, channel=channel, rule="R-CARE-09", clause="Điều 10.2, 12.3",
                   data={"allowed": allowed})  # fmt: skip
