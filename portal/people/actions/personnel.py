"""What is proposed to the Principal about people, and the Principal's answer (Điều 10.3, 13.9)."""

from datetime import datetime

from django.db import transaction

from portal.base import journal
from portal.base.refused import refuse_if
from portal.people import offices, rules
from portal.people.actions.rights import capacity, hold
from portal.people.models import Appointment, Decision, Person, PersonnelProposal
from portal.people.queries import not_over
from portal.people.rules import Change, Office

State = PersonnelProposal.State
CLAUSE = "Điều 10.3"


@transaction.atomic
def propose_personnel(
    person: Person, office: Office, *, change: Change, note: str, by: Person, at: datetime, channel: str
) -> PersonnelProposal:
    """The Head asks for someone in an office of the board, or for someone to be let go; nothing changes yet."""
    board = offices.board(at)
    refuse_if(rules.may_propose_personnel(board, by.pk, office))
    hold(person)
    waiting = PersonnelProposal.objects.filter(
        person=person, office=office.value, change=change.value, state=State.PROPOSED
    )
    held = Appointment.objects.filter(not_over(at), person=person, office=office.value)
    refuse_if(
        rules.may_hold_office(person.kind, person.is_active) if change is Change.APPOINT else None,
        rules.proposal_is_new(waiting.exists()),
        rules.proposal_fits(change, held.exists()),
        rules.reason_given(note, "R-PERSONNEL-07", CLAUSE, "note"),
    )
    told = capacity(board, by.pk, Office.HEAD, Office.ACTING_HEAD, Office.SYSADMIN)
    row = PersonnelProposal.objects.create(person=person, office=office.value, change=change.value, note=note.strip(),
                                           proposed_by=by, proposed_as=told, proposed_at=at)  # fmt: skip
    clause = "Điều 13.9" if told == Office.SYSADMIN else CLAUSE
    journal.record("personnel_propose", subject=row, by=by, at=at, channel=channel, rule="R-PERSONNEL-01", clause=clause,
                   office=told, reason=note, data={"person": person.pk, "office": office.value, "change": change.value})  # fmt: skip
    return row


@transaction.atomic
def decline_personnel(proposal: PersonnelProposal, *, reason: str, by: Person, at: datetime, channel: str) -> None:
    """The Principal does not agree, and says why."""
    board = offices.board(at)
    refuse_if(rules.may_appoint(board, by.pk))
    row = _waiting(proposal)
    refuse_if(rules.reason_given(reason, "R-PERSONNEL-08", CLAUSE))
    _answer(row, State.DECLINED, by, at, answer=reason.strip())
    journal.record("personnel_decline", subject=row, by=by, at=at, channel=channel, rule="R-OFFICE-01", clause=CLAUSE,
                   office=Office.PRINCIPAL.value, reason=reason, data={"person": row.person_id})  # fmt: skip


@transaction.atomic
def take_back_personnel(proposal: PersonnelProposal, *, by: Person, at: datetime, channel: str) -> None:
    """Whoever proposed thinks better of it, while nobody has answered."""
    row = _waiting(proposal)
    refuse_if(rules.may_take_back(by.pk, row.proposed_by_id))
    _answer(row, State.TAKEN_BACK, by, at)
    journal.record("personnel_take_back", subject=row, by=by, at=at, channel=channel, rule="R-PERSONNEL-06", clause=CLAUSE,
                   data={"person": row.person_id})  # fmt: skip


def accept_personnel(
    proposal: PersonnelProposal, decision: Decision, *, by: Person, at: datetime, channel: str
) -> None:
    """The answer is a decision; called in the transaction that writes it, by `issue_decision` alone."""
    row = _waiting(proposal)
    _answer(row, State.ACCEPTED, by, at, decision=decision)
    journal.record("personnel_accept", subject=row, by=by, at=at, channel=channel, rule="R-OFFICE-01", clause=CLAUSE,
                   office=Office.PRINCIPAL.value, data={"person": row.person_id, "decision": decision.pk})  # fmt: skip


def _waiting(proposal: PersonnelProposal) -> PersonnelProposal:
    row = PersonnelProposal.objects.select_for_update().get(pk=proposal.pk)
    refuse_if(rules.proposal_waits(row.state))
    return row


def _answer(
    row: PersonnelProposal, state: PersonnelProposal.State, by: Person, at: datetime, *, answer: str = "",
    decision: Decision | None = None,
) -> None:  # fmt: skip
    row.state, row.answered_by, row.answered_at, row.answer, row.decision = state, by, at, answer, decision
    row.save(update_fields=["state", "answered_by", "answered_at", "answer", "decision"])
