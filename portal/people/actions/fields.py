"""Fields, and the Members the Head puts in charge of them (Điều 11.1)."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from portal.base import epoch, journal
from portal.base.refused import refuse_if
from portal.base.rules import Ground, Refusal
from portal.people import offices, rules
from portal.people.actions.naming import begin
from portal.people.actions.rights import close, hold, leading, moved
from portal.people.models import Field, FieldAssignment, Person

SAME_NAME = Refusal("R-FIELD-03", "Điều 11.1", "Đã có lĩnh vực mang tên này.", "title", Ground.CONFLICT)


@transaction.atomic
def open_field(*, title: str, by: Person, at: datetime, channel: str) -> Field:
    """Begin a field; it has no Member until one is assigned."""
    board = offices.board(at)
    refuse_if(rules.may_lead(board, by.pk))
    field = begin(Field, title, SAME_NAME)
    journal.record("field_open", subject=field, by=by, at=at, channel=channel, rule="R-OFFICE-02", clause="Điều 11.1",
                   office=leading(board, by.pk))  # fmt: skip
    return field


@transaction.atomic
def assign_field(
    field: Field, person: Person, *, starts: datetime, by: Person, at: datetime, channel: str,
    ends: datetime | None = None,
) -> FieldAssignment:  # fmt: skip
    """Put a Member in charge of a field from–until. Several may share one."""
    board = offices.board(at)
    refuse_if(rules.may_lead(board, by.pk))
    hold(person)
    held = FieldAssignment.objects.filter(Q(ends=None) | Q(ends__gt=starts), field=field, person=person)
    if ends is not None:
        held = held.filter(starts__lt=ends)
    refuse_if(
        rules.may_take_field(offices.board(max(starts, at)), person.pk),
        rules.term_in_order(starts, ends, at),
        rules.field_is_free(held.exists()),
    )
    made = FieldAssignment.objects.create(field=field, person=person, assigned_by=by, starts=starts, ends=ends)
    journal.record("field_assign", subject=person, by=by, at=at, channel=channel, rule="R-OFFICE-02",
                   clause="Điều 11.1", office=leading(board, by.pk),
                   data={"assignment": made.pk, "field": field.pk, "starts": starts.isoformat(),
                         "ends": ends.isoformat() if ends else None})  # fmt: skip
    moved(person.pk)
    epoch.bump()
    return made


@transaction.atomic
def end_field(assignment: FieldAssignment, *, by: Person, at: datetime, channel: str) -> None:
    """Take a field back at once."""
    board = offices.board(at)
    refuse_if(rules.may_lead(board, by.pk))
    row = FieldAssignment.objects.select_for_update().get(pk=assignment.pk)
    refuse_if(rules.still_runs(row.starts, row.ends, at))
    journal.record("field_end", subject=row.person, by=by, at=at, channel=channel, rule="R-OFFICE-02",
                   clause="Điều 11.1", office=leading(board, by.pk),
                   data={"assignment": row.pk, "field": row.field_id})  # fmt: skip
    moved(row.person_id)
    close(row, at)
    epoch.bump()
