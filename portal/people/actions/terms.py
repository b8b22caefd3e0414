"""Warnings before a written end: 60, 30, 7 days ahead, to the Principal and the person (Điều 7)."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string

from portal.base import journal, queue, regulation
from portal.base.clock import ZONE
from portal.base.models import JournalEntry
from portal.people import offices
from portal.people.models import Appointment, Delegation, Person
from portal.people.rules import OFFICE_NAMES, Board, warnings_due

VERB = "term_warning"


@transaction.atomic
def warn_terms(at: datetime) -> int:
    """Warn of every term whose warning day has come and which was not warned of yet; returns how many. May run any
    number of times: a warning is given once."""
    local = at.astimezone(ZONE)
    days = tuple(
        int(day) for day in regulation.value("people.term_warning_days", local.date()).split(",") if day.strip()
    )
    ending = Q(starts__lte=at, ends__gt=at, ends__lte=at + timedelta(days=max(days, default=0) + 1))
    terms: list[Appointment | Delegation] = [
        *Appointment.objects.filter(ending, person__is_active=True),
        *Delegation.objects.filter(ending, revoked_at=None, delegate__is_active=True),
    ]
    due = [(term, left) for term in terms if (left := _left(term, local, days))]
    if not due:
        return 0
    given = _given(at)
    fresh = [(term, left) for term, left in due if _mark(term, left) not in given]
    board = offices.board(at)
    for term, left in fresh:
        _warn(term, left, board, at)
    return len(fresh)


def _left(term: Appointment | Delegation, local: datetime, days: tuple[int, ...]) -> int | None:
    assert term.ends is not None
    return warnings_due(term.starts.astimezone(ZONE).date(), term.ends.astimezone(ZONE).date(), local.date(), days)


def _mark(term: Appointment | Delegation, left: int) -> tuple[str, int, str, int]:
    assert term.ends is not None
    return (term._meta.model_name or "", term.pk, term.ends.isoformat(), left)


def _given(at: datetime) -> set[tuple[str, int, str, int]]:
    lines = JournalEntry.objects.filter(verb=VERB, at__gt=at - timedelta(days=400)).values_list("data", flat=True)
    return {(data["term"], data["id"], data["ends"], data["days"]) for data in lines}


def _warn(term: Appointment | Delegation, left: int, board: Board, at: datetime) -> None:
    kind, pk, ends, _ = _mark(term, left)
    person = term.person_id if isinstance(term, Appointment) else term.delegate_id
    deciders = board.principals if isinstance(term, Appointment) else board.leaders
    journal.record(VERB, subject=Person.objects.get(pk=person), by=None, at=at, channel="clock", rule="R-TERM-01",
                   clause="Điều 7", data={"term": kind, "id": pk, "ends": ends, "days": left})  # fmt: skip
    for reader in sorted(deciders | {person}):
        queue.enqueue(send_term_warning, run_after=at, term=kind, id=pk, person=reader)


@queue.task
def send_term_warning(term: str, id: int, person: int) -> None:
    """Mail one reader that a term is about to end; nothing if it was ended or prolonged meanwhile."""
    reader = Person.objects.get(pk=person)
    if not reader.email or not reader.is_active:
        return
    if term == "appointment":
        appointment = Appointment.objects.select_related("person", "decision").get(pk=id)
        holder, ends, what = appointment.person, appointment.ends, f"chức {OFFICE_NAMES[appointment.office]}"
        paper = f"Quyết định số {appointment.decision.number}"
    else:
        delegation = Delegation.objects.select_related("delegate").get(pk=id)
        holder, ends, what = delegation.delegate, delegation.ends, "ủy nhiệm duyệt bài"
        paper = f"giấy ủy nhiệm số {delegation.number}"
    if ends is None:
        return
    words = {"reader": reader, "holder": holder, "ends": ends.astimezone(ZONE), "what": what, "paper": paper,
             "base_url": settings.PORTAL_BASE_URL}  # fmt: skip
    body = render_to_string("people/emails/term_warning.txt", words)
    send_mail(f"Sắp hết thời hạn: {what} của {holder}", body, None, [reader.email])
