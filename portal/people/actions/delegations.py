"""The Head's papers that let Members decide (Điều 10.2, 11.2)."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from portal.base import journal
from portal.base.refused import refuse_if
from portal.people import offices, rules
from portal.people.actions.rights import capacity, leading, moved
from portal.people.models import Delegation, Field, Person
from portal.people.rules import Office


@transaction.atomic
def delegate(
    *, to: Person, fields: Iterable[Field], starts: datetime, ends: datetime | None, number: str, by: Person,
    at: datetime, channel: str,
) -> Delegation:  # fmt: skip
    """Let a Member decide in these fields from–until, under a numbered paper. Revocable; never passed on."""
    board = offices.board(at)
    refuse_if(rules.may_delegate(board, by.pk, to.pk, starts, ends))
    named = list(fields)
    refuse_if(rules.delegation_is_whole(len(named), number, ends, at))
    row = Delegation.objects.create(delegator=by, delegate=to, starts=starts, ends=ends, number=number.strip())
    row.fields.set(named)
    journal.record("delegate", subject=to, by=by, at=at, channel=channel, rule="R-DELEGATE-01", clause="Điều 10.2, 11.2",
                   office=capacity(board, by.pk, Office.HEAD, Office.ACTING_HEAD),
                   data={"delegation": row.pk, "number": row.number, "fields": sorted(field.pk for field in named),
                         "starts": starts.isoformat(), "ends": ends.isoformat() if ends else None})  # fmt: skip
    moved(to.pk)
    return row


@transaction.atomic
def revoke_delegation(delegation: Delegation, *, by: Person, at: datetime, channel: str) -> Delegation:
    """Take a delegation back, from this second on."""
    board = offices.board(at)
    refuse_if(rules.may_lead(board, by.pk))
    row = Delegation.objects.select_for_update().get(pk=delegation.pk)
    refuse_if(rules.delegation_stands(row.ends, row.revoked_at, at))
    row.revoked_at, row.revoked_by = at, by
    row.save(update_fields=["revoked_at", "revoked_by"])
    journal.record("delegation_revoke", subject=row.delegate, by=by, at=at, channel=channel, rule="R-OFFICE-02",
                   clause="Điều 10.2", office=leading(board, by.pk),
                   data={"delegation": row.pk, "number": row.number})  # fmt: skip
    moved(row.delegate_id)
    return row
