"""Moving an activity to other days, calling it off, taking it up again."""

from datetime import date, datetime

from django.db import transaction

from portal.base import epoch, journal
from portal.base.refused import refuse_if
from portal.people import offices
from portal.people.models import Person
from portal.plan.models import PlanEntry
from portal.plan.rules import dates_in_order, may_confirm, may_move, movable


@transaction.atomic
def move_entry(
    entry: PlanEntry, *, starts: date, ends: date, by: Person, at: datetime, channel: str, seen: date | None = None
) -> PlanEntry:
    """Put an activity on other days; both are recorded. `seen` is the first day the mover had before him.

    Raises Refused: not his (403), called off or moved meanwhile (409), days that cannot be (422).
    """
    row = _locked(entry)
    refuse_if(may_move(offices.board(at), by.pk, confirmed=row.plan.confirmed_at is not None))
    refuse_if(dates_in_order(starts, ends))
    refuse_if(movable(starts, ends, plan=(row.plan.starts, row.plan.ends), cancelled=row.cancelled_at is not None,
                      seen=seen, now=row.starts))  # fmt: skip
    before = (row.starts, row.ends)
    if before == (starts, ends):
        return row
    row.starts, row.ends = starts, ends
    row.save(update_fields=["starts", "ends"])
    journal.record("plan_move", subject=row, by=by, at=at, channel=channel, rule="R-MOVE-01", clause="Điều 10.2, 17",
                   data={"from": [str(day) for day in before], "to": [str(starts), str(ends)]})  # fmt: skip
    epoch.bump()
    return row


@transaction.atomic
def cancel_entry(entry: PlanEntry, *, by: Person, at: datetime, channel: str) -> PlanEntry:
    """Call an activity off; items about it are out of plan from then on. Nothing where it is off already."""
    row = _locked(entry)
    refuse_if(may_confirm(offices.board(at), by.pk))
    if row.cancelled_at is not None:
        return row
    row.cancelled_at = at
    row.save(update_fields=["cancelled_at"])
    journal.record("plan_cancel", subject=row, by=by, at=at, channel=channel, rule="R-PLAN-02", clause="Điều 14.2")
    epoch.bump()
    return row


@transaction.atomic
def restore_entry(entry: PlanEntry, *, by: Person, at: datetime, channel: str) -> PlanEntry:
    """Take up again what was called off; items about it are in plan again. Nothing where it was not called off."""
    row = _locked(entry)
    refuse_if(may_move(offices.board(at), by.pk, confirmed=row.plan.confirmed_at is not None))
    if row.cancelled_at is None:
        return row
    row.cancelled_at = None
    row.save(update_fields=["cancelled_at"])
    journal.record(
        "plan_restore", subject=row, by=by, at=at, channel=channel, rule="R-MOVE-01", clause="Điều 10.2, 14.2"
    )
    epoch.bump()
    return row


def _locked(entry: PlanEntry) -> PlanEntry:
    return PlanEntry.objects.select_for_update(of=("self",)).select_related("plan").get(pk=entry.pk)
