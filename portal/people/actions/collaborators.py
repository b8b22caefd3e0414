"""Collaborators: a Member proposes for his field, the Head's tap opens the account (Điều 10.4, 11.5)."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from portal.base import journal, queue
from portal.base.refused import Refused, refuse_if
from portal.base.rules import Ground, Refusal
from portal.people import offices, rules
from portal.people.actions.accounts import free_username, open_account, send_invitation
from portal.people.actions.rights import capacity, close, leading, moved
from portal.people.models import CollaboratorPost, CollaboratorProposal, Field, Person
from portal.people.rules import Kind, Office

State = CollaboratorProposal.State
PROPOSED_ALREADY = Refusal(
    "R-COLLAB-06", "Điều 11.5", "Người có địa chỉ thư này đã được đề xuất hoặc đang viết cho lĩnh vực này.", "email",
    Ground.CONFLICT,
)  # fmt: skip


def _kind_at(email: str) -> str | None:
    known = Person.objects.filter(email__iexact=email).values_list("kind", flat=True)
    return next((kind for kind in known if kind != Kind.COLLABORATOR), next(iter(known), None))


@transaction.atomic
def propose_collaborator(
    *, field: Field, full_name: str, email: str, by: Person, at: datetime, channel: str, username: str = "",
    note: str = "",
) -> CollaboratorProposal:  # fmt: skip
    """A Member names someone to write in his own field; nothing opens until the Head agrees."""
    board = offices.board(at)
    refuse_if(rules.may_propose_collaborator(board, by.pk, field.pk))
    refuse_if(rules.address_is_free(_kind_at(email)))
    waiting = CollaboratorProposal.objects.filter(field=field, email__iexact=email, state=State.PROPOSED)
    writing = CollaboratorPost.objects.filter(Q(ends=None) | Q(ends__gt=at), field=field, person__email__iexact=email)
    if waiting.exists() or writing.exists():
        raise Refused(PROPOSED_ALREADY)
    proposal = CollaboratorProposal.objects.create(field=field, full_name=full_name, email=email, username=username,
                                                   note=note, proposed_by=by, proposed_at=at)  # fmt: skip
    journal.record("collaborator_propose", subject=proposal, by=by, at=at, channel=channel, rule="R-COLLAB-01",
                   clause="Điều 11.5", office=capacity(board, by.pk, Office.MEMBER), data={"field": field.pk})  # fmt: skip
    return proposal


@transaction.atomic
def accept_collaborator(proposal: CollaboratorProposal, *, by: Person, at: datetime, channel: str) -> CollaboratorPost:
    """The Head's tap: the account opens, with its post, and the invitation is on its way."""
    board = offices.board(at)
    refuse_if(rules.may_lead(board, by.pk))
    row = CollaboratorProposal.objects.select_for_update().get(pk=proposal.pk)
    refuse_if(
        rules.proposal_is_open(row.state),
        rules.proposer_still_holds(board.fields.get(row.field_id, frozenset())),
        rules.address_is_free(_kind_at(row.email)),
    )
    person = Person.objects.filter(email__iexact=row.email, kind=Kind.COLLABORATOR).first()
    if person is None:
        name = free_username(row.username, row.full_name)
        person = open_account(username=name, full_name=row.full_name, email=row.email, kind=Kind.COLLABORATOR, by=by,
                              at=at, channel=channel)  # fmt: skip
    post = CollaboratorPost.objects.create(field=row.field, person=person, starts=at)
    _decided(row, State.ACCEPTED, by, at)
    journal.record("collaborator_accept", subject=person, by=by, at=at, channel=channel, rule="R-OFFICE-02",
                   clause="Điều 10.4, 11.5", office=leading(board, by.pk),
                   data={"proposal": row.pk, "post": post.pk, "field": row.field_id})  # fmt: skip
    moved(person.pk)
    queue.enqueue(send_invitation, run_after=at, person=person.pk)
    return post


@transaction.atomic
def decline_collaborator(
    proposal: CollaboratorProposal, *, reason: str, by: Person, at: datetime, channel: str
) -> CollaboratorProposal:
    """The Head does not agree, and says why."""
    board = offices.board(at)
    refuse_if(rules.may_lead(board, by.pk))
    row = CollaboratorProposal.objects.select_for_update().get(pk=proposal.pk)
    refuse_if(rules.proposal_is_open(row.state), rules.reason_given(reason, "R-COLLAB-07", "Điều 10.4"))
    row.reason = reason
    _decided(row, State.DECLINED, by, at)
    journal.record("collaborator_decline", subject=row, by=by, at=at, channel=channel, rule="R-OFFICE-02",
                   clause="Điều 10.4", reason=reason, office=leading(board, by.pk), data={"field": row.field_id})  # fmt: skip
    return row


@transaction.atomic
def end_collaborator(post: CollaboratorPost, *, by: Person, at: datetime, channel: str) -> None:
    """A collaborator stops writing in a field; what was written stays."""
    board = offices.board(at)
    row = CollaboratorPost.objects.select_for_update().get(pk=post.pk)
    refuse_if(rules.may_end_post(board, by.pk, row.field_id))
    refuse_if(rules.still_runs(row.starts, row.ends, at))
    journal.record("collaborator_end", subject=row.person, by=by, at=at, channel=channel, rule="R-COLLAB-05",
                   clause="Điều 10.4, 11.5", data={"post": row.pk, "field": row.field_id},
                   office=capacity(board, by.pk, Office.HEAD, Office.ACTING_HEAD, Office.MEMBER))  # fmt: skip
    moved(row.person_id)
    close(row, at)


def _decided(row: CollaboratorProposal, state: CollaboratorProposal.State, by: Person, at: datetime) -> None:
    row.state, row.decided_by, row.decided_at = state, by, at
    row.save(update_fields=["state", "decided_by", "decided_at", "reason"])
