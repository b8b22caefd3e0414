"""Asking people and units to write. `field_id` is the field of the section, as the room of sections knows it."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from portal.base import journal
from portal.base.refused import refuse_if
from portal.people import offices
from portal.people.models import Person, Unit
from portal.plan.models import Assignment, PlanEntry
from portal.plan.queries import asked, clocks, led_units
from portal.plan.rules import assignment_due, can_write, has_hour, may_assign, one_asked, still_asked

CLAUSE = "Điều 8.2, 11.3"


@transaction.atomic
def assign(
    entry: PlanEntry, *, person: Person | None = None, unit: Unit | None = None, section_slug: str = "", genre: str = "",
    due_at: datetime | None = None, note: str = "", field_id: int | None, by: Person, at: datetime, channel: str,
) -> Assignment:  # fmt: skip
    """Ask a person or a unit for an article about an activity, until `due_at` or until the hour of Điều 16.1.1.

    Raises Refused: not his to ask (403), activity called off (409), nobody or both asked, no hour, cannot write (422).
    """
    to = asked(person, unit, at)
    refuse_if(may_assign(offices.board(at), by.pk, field_id, led_units(by, at), [to]))
    due = assignment_due(clocks(), due_at=due_at, genre=genre, standing=entry.standing, starts=entry.starts,
                         ends=entry.ends)  # fmt: skip
    refuse_if(still_asked(released=False, cancelled=entry.cancelled_at is not None))
    refuse_if(one_asked(to), can_write(to, field_id), has_hour(due, at))
    made = Assignment.objects.create(
        entry=entry, person=person, unit=unit, section_slug=section_slug, genre=genre, due_at=due_at, note=note,
        made_by=by, made_at=at,
    )  # fmt: skip
    _line("assign", made, by=by, at=at, channel=channel)
    return made


@transaction.atomic
def reassign(
    assignment: Assignment, *, person: Person | None = None, unit: Unit | None = None, due_at: datetime | None = None,
    field_id: int | None, by: Person, at: datetime, channel: str, reason: str = "",
) -> Assignment:  # fmt: skip
    """Ask somebody else for it, or until another hour. A unit's leader so hands his unit's article to one of its people."""
    row = _locked(assignment)
    before, to = asked(row.person, row.unit, at), asked(person, unit, at)
    refuse_if(may_assign(offices.board(at), by.pk, field_id, led_units(by, at), [before, to]))
    refuse_if(still_asked(released=row.cancelled_at is not None, cancelled=row.entry.cancelled_at is not None))
    new_hour = due_at is not None and due_at != row.due_at
    refuse_if(one_asked(to), can_write(to, field_id), has_hour(due_at, at) if new_hour else None)
    old = {"person": row.person_id, "unit": row.unit_id, "due": str(row.due_at or "")}
    row.person, row.unit, row.due_at = person, unit, due_at if due_at is not None else row.due_at
    row.save(update_fields=["person", "unit", "due_at"])
    _line("reassign", row, by=by, at=at, channel=channel, reason=reason, before=old)
    return row


@transaction.atomic
def release(
    assignment: Assignment, *, field_id: int | None, by: Person, at: datetime, channel: str, reason: str = ""
) -> Assignment:
    """Ask for it no longer."""
    row = _locked(assignment)
    refuse_if(may_assign(offices.board(at), by.pk, field_id, led_units(by, at), [asked(row.person, row.unit, at)]))
    refuse_if(still_asked(released=row.cancelled_at is not None, cancelled=False))
    row.cancelled_at = at
    row.save(update_fields=["cancelled_at"])
    _line("release", row, by=by, at=at, channel=channel, reason=reason)
    return row


def _locked(assignment: Assignment) -> Assignment:
    rows = Assignment.objects.select_for_update(of=("self",)).select_related("entry", "person", "unit")
    return rows.get(pk=assignment.pk)


def _line(
    verb: str, row: Assignment, *, by: Person, at: datetime, channel: str, reason: str = "",
    before: Mapping[str, object] | None = None,
) -> None:  # fmt: skip
    data = {"entry": row.entry_id, "person": row.person_id, "unit": row.unit_id, "due": str(row.due_at or "")}
    journal.record(verb, subject=row, by=by, at=at, channel=channel, rule="R-ASSIGN-01", clause=CLAUSE, reason=reason,
                   data=data | ({"before": before} if before else {}))  # fmt: skip
