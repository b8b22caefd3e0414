"""Drawing up and confirming the activity plan."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from portal.base import epoch, journal
from portal.base.refused import refuse_if
from portal.people import offices
from portal.people.models import Person
from portal.plan.models import ActivityPlan, PlanEntry
from portal.plan.rules import dates_in_order, may_confirm, may_draw_up


@dataclass(frozen=True)
class Entry:
    """One line of a plan as typed or read from a sheet; dates inclusive."""

    title: str
    starts: date
    ends: date
    section_slug: str = ""
    standing: bool = False


@transaction.atomic
def draw_up(*, title: str, starts: date, ends: date, by: Person, at: datetime, channel: str) -> ActivityPlan:
    """Begin a plan; it counts for nothing until confirmed."""
    refuse_if(may_draw_up(offices.board(at), by.pk), dates_in_order(starts, ends))
    plan = ActivityPlan.objects.create(title=title, starts=starts, ends=ends, made_by=by)
    journal.record("plan_draw_up", subject=plan, by=by, at=at, channel=channel, clause="Điều 17")
    return plan


@transaction.atomic
def add_entries(plan: ActivityPlan, entries: list[Entry], *, by: Person, at: datetime, channel: str) -> list[PlanEntry]:
    """Add lines. A change to a confirmed plan takes its confirmation back until the Head has looked again."""
    refuse_if(may_draw_up(offices.board(at), by.pk), *(dates_in_order(entry.starts, entry.ends) for entry in entries))
    made = [PlanEntry.objects.create(plan=plan, **vars(entry)) for entry in entries]
    if plan.confirmed_at is not None:
        plan.confirmed_at = plan.confirmed_by = None
        plan.save(update_fields=["confirmed_at", "confirmed_by"])
        epoch.bump()  # the public week tells of confirmed plans alone (R-WEEK-14)
    journal.record("plan_add", subject=plan, by=by, at=at, channel=channel, clause="Điều 17",
                   data={"entries": [entry.pk for entry in made]})  # fmt: skip
    return made


@transaction.atomic
def confirm(plan: ActivityPlan, *, by: Person, at: datetime, channel: str) -> ActivityPlan:
    """The Head confirms; from then on its entries count."""
    refuse_if(may_confirm(offices.board(at), by.pk))
    plan.confirmed_at, plan.confirmed_by = at, by
    plan.save(update_fields=["confirmed_at", "confirmed_by"])
    journal.record("plan_confirm", subject=plan, by=by, at=at, channel=channel, rule="R-PLAN-02", clause="Điều 10.2")
    epoch.bump()
    return plan
