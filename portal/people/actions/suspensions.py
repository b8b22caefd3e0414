"""Withdrawing rights: at once, everywhere, deleting nothing (Điều 9.5, 10.4)."""

from datetime import datetime, timedelta

from django.db import transaction

from portal.base import epoch, journal
from portal.base.refused import refuse_if
from portal.base.rules import Refusal
from portal.people import offices, rules
from portal.people.actions.rights import capacity, cut_sessions, hold, leading, moved
from portal.people.models import Person, Suspension
from portal.people.rules import Office

CLAUSE = "Điều 9.5, 10.4"


def _why(reason: str) -> Refusal | None:
    return rules.reason_given(reason, "R-SUSPEND-05", CLAUSE)


@transaction.atomic
def propose_suspension(person: Person, *, reason: str, by: Person, at: datetime, channel: str) -> None:
    """Anyone of the board asks the Head to withdraw someone's rights; nothing changes yet."""
    board = offices.board(at)
    refuse_if(rules.may_propose_suspension(board, by.pk))
    refuse_if(rules.may_be_suspended(board, by.pk, person.pk), _why(reason))
    journal.record("suspension_propose", subject=person, by=by, at=at, channel=channel, rule="R-SUSPEND-03",
                   clause="Điều 9.5, 11.6", reason=reason,
                   office=capacity(board, by.pk, Office.DEPUTY, Office.SECRETARY, Office.MEMBER, Office.SYSADMIN))  # fmt: skip


@transaction.atomic
def decline_suspension(person: Person, *, reason: str, by: Person, at: datetime, channel: str) -> None:
    """The Head leaves the rights where they are and says why."""
    board = offices.board(at)
    refuse_if(rules.may_suspend(board, by.pk))
    refuse_if(_why(reason))
    journal.record("suspension_decline", subject=person, by=by, at=at, channel=channel, rule="R-SUSPEND-01",
                   clause=CLAUSE, reason=reason, office=leading(board, by.pk))  # fmt: skip


@transaction.atomic
def suspend(
    person: Person, *, reason: str, by: Person, at: datetime, channel: str, ends: datetime | None = None
) -> Suspension:
    """Withdraw all rights from this second on: sessions end, tokens are worth nothing, the account stays."""
    board = offices.board(at)
    refuse_if(rules.may_suspend(board, by.pk))
    hold(person)
    refuse_if(
        rules.may_be_suspended(board, by.pk, person.pk),
        rules.term_in_order(at, ends, at),
        rules.suspended_once(offices.is_suspended(person, at)),
        _why(reason),
    )
    row = Suspension.objects.create(person=person, starts=at, ends=ends, reason=reason, decided_by=by)
    moved(person.pk)
    cut = cut_sessions(person.pk)
    journal.record("suspend", subject=person, by=by, at=at, channel=channel, rule="R-SUSPEND-01", clause=CLAUSE,
                   reason=reason, office=leading(board, by.pk),
                   data={"suspension": row.pk, "ends": ends.isoformat() if ends else None, "sessions": cut})  # fmt: skip
    epoch.bump()
    return row


@transaction.atomic
def lift(suspension: Suspension, *, by: Person, at: datetime, channel: str) -> Suspension:
    """Give the rights back from this second on."""
    board = offices.board(at)
    refuse_if(rules.may_suspend(board, by.pk))
    row = Suspension.objects.select_for_update().get(pk=suspension.pk)
    refuse_if(rules.still_runs(row.starts, row.ends, at))
    row.ends, row.lifted_by = max(at, row.starts + timedelta(microseconds=1)), by
    row.save(update_fields=["ends", "lifted_by"])
    journal.record("suspension_lift", subject=row.person, by=by, at=at, channel=channel, rule="R-SUSPEND-01",
                   clause=CLAUSE, office=leading(board, by.pk), data={"suspension": row.pk})  # fmt: skip
    moved(row.person_id)
    epoch.bump()
    return row
