"""Papers of the Principal, and the offices that stand on them (Điều 7)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from portal.base import epoch, journal
from portal.base.refused import Refused, refuse_if
from portal.base.rules import Ground, Refusal
from portal.people import offices, rules
from portal.people.actions.rights import capacity, hold, moved
from portal.people.models import Appointment, Decision, Person
from portal.people.rules import Office

SAME_NUMBER = Refusal("R-OFFICE-08", "Điều 7", "Số quyết định này đã được ghi rồi.", "number", Ground.CONFLICT)


@transaction.atomic
def record_decision(
    *, number: str, signed_on: date, signer: str, subject: str, by: Person, at: datetime, channel: str
) -> Decision:
    """Write a signed paper down; offices are then given or ended under it."""
    board = offices.board(at)
    refuse_if(rules.may_appoint(board, by.pk))
    if Decision.objects.filter(number=number).exists():
        raise Refused(SAME_NUMBER)
    decision = Decision.objects.create(number=number, signed_on=signed_on, signer=signer, subject=subject)
    journal.record("decision_record", subject=decision, by=by, at=at, channel=channel, rule="R-OFFICE-01",
                   office=capacity(board, by.pk, Office.PRINCIPAL), clause="Điều 7")  # fmt: skip
    return decision


@transaction.atomic
def appoint(
    person: Person, office: Office, *, decision: Decision, starts: datetime, by: Person, at: datetime, channel: str,
    ends: datetime | None = None,
) -> Appointment:  # fmt: skip
    """Give an office from–until. Of Head and Principal there is one: the present one's term ends as the new one begins."""
    board = offices.board(at)
    refuse_if(rules.may_appoint(board, by.pk))
    hold(by)
    overlapping = _overlapping(Appointment.objects.filter(office=office.value), starts, ends)
    same = overlapping if office == Office.ACTING_HEAD else overlapping.filter(person=person)
    refuse_if(
        rules.may_hold_office(person.kind, person.is_active),
        rules.term_in_order(starts, ends, at),
        rules.not_before_signing(starts, decision.signed_on),
        rules.acting_head_has_end(office, ends),
        rules.office_is_free(office, same.exists()),
    )
    if office in rules.ONE_AT_A_TIME:
        _make_room(overlapping, decision, starts, by=by, at=at, channel=channel)
    made = Appointment.objects.create(person=person, office=office.value, decision=decision, starts=starts, ends=ends)
    verb = "acting_head_name" if office == Office.ACTING_HEAD else "appoint"
    journal.record(verb, subject=person, by=by, at=at, channel=channel, rule="R-OFFICE-01", clause="Điều 7",
                   office=capacity(board, by.pk, Office.PRINCIPAL),
                   data={"appointment": made.pk, "office": office.value, "decision": decision.pk, **_term(starts, ends)})  # fmt: skip
    moved(person.pk)
    epoch.bump()
    return made


def name_acting_head(
    person: Person, *, decision: Decision, starts: datetime, ends: datetime, by: Person, at: datetime, channel: str
) -> Appointment:
    """The Principal's numbered decision gives one person all the Head's powers from–until."""
    return appoint(
        person, Office.ACTING_HEAD, decision=decision, starts=starts, ends=ends, by=by, at=at, channel=channel
    )


@transaction.atomic
def end_appointment(
    appointment: Appointment, *, decision: Decision, ends: datetime, by: Person, at: datetime, channel: str
) -> Appointment:
    """End an office by a decision, at an hour not past."""
    refuse_if(rules.may_appoint(offices.board(at), by.pk))
    held = Appointment.objects.select_for_update().get(pk=appointment.pk)
    others = Appointment.objects.filter(offices.in_force(ends), office=held.office).exclude(pk=held.pk).count()
    refuse_if(
        rules.still_runs(held.starts, held.ends, at),
        rules.not_backdated(ends, at),
        rules.principal_remains(Office(held.office), others),
    )
    _end(held, decision, ends, by=by, at=at, channel=channel)
    epoch.bump()
    return held


def _end(held: Appointment, decision: Decision, ends: datetime, *, by: Person, at: datetime, channel: str) -> None:
    held.ends = max(ends, held.starts + timedelta(microseconds=1))
    held.ended_by = decision
    held.save(update_fields=["ends", "ended_by"])
    journal.record("appointment_end", subject=held.person, by=by, at=at, channel=channel, rule="R-OFFICE-01",
                   clause="Điều 7", office=Office.PRINCIPAL.value,
                   data={"appointment": held.pk, "office": held.office, "decision": decision.pk,
                         **_term(held.starts, held.ends)})  # fmt: skip
    moved(held.person_id)


def _make_room(
    present: Iterable[Appointment], decision: Decision, starts: datetime, *, by: Person, at: datetime, channel: str
) -> None:
    """End the term of whoever holds the office; one who would begin later stands in the way instead."""
    for held in present:
        if held.starts >= starts:
            raise Refused(rules.office_is_free(Office(held.office), overlaps=True))  # type: ignore[arg-type]
        _end(held, decision, max(starts, at), by=by, at=at, channel=channel)


def _overlapping(rows: QuerySet[Appointment], starts: datetime, ends: datetime | None) -> QuerySet[Appointment]:
    rows = rows.filter(Q(ends=None) | Q(ends__gt=starts))
    return rows.filter(starts__lt=ends) if ends is not None else rows


def _term(starts: datetime, ends: datetime | None) -> dict[str, str | None]:
    return {"starts": starts.isoformat(), "ends": ends.isoformat() if ends else None}
