"""Units of the school and who leads them (Điều 7, 10.3)."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from portal.base import epoch, journal
from portal.base.refused import Refused, refuse_if
from portal.base.rules import Ground, Refusal
from portal.people import offices, rules
from portal.people.actions.naming import begin
from portal.people.actions.rights import close, leading
from portal.people.models import Person, Unit, UnitPost

SAME_NAME = Refusal("R-UNIT-02", "Điều 7", "Đã có tổ, đơn vị mang tên này.", "title", Ground.CONFLICT)
SAME_POST = Refusal("R-UNIT-03", "Điều 7", "Người này đang ở đơn vị ấy rồi.", "person", Ground.CONFLICT)


@transaction.atomic
def open_unit(*, title: str, by: Person, at: datetime, channel: str) -> Unit:
    """Begin a unit."""
    board = offices.board(at)
    refuse_if(rules.may_run_units(board, by.pk))
    unit = begin(Unit, title, SAME_NAME)
    journal.record("unit_open", subject=unit, by=by, at=at, channel=channel, rule="R-UNIT-01", clause="Điều 7",
                   office=leading(board, by.pk))  # fmt: skip
    epoch.bump()
    return unit


@transaction.atomic
def post_to_unit(
    unit: Unit, person: Person, *, leads: bool, starts: datetime, by: Person, at: datetime, channel: str
) -> UnitPost:
    """Put a person in a unit; a new leader ends the present leader's lead, who stays in the unit."""
    board = offices.board(at)
    refuse_if(rules.may_run_units(board, by.pk))
    running = UnitPost.objects.filter(Q(ends=None) | Q(ends__gt=starts), unit=unit)
    present = list(running.filter(Q(person=person) | Q(leads=True)).select_related("person"))
    if any(post.person_id == person.pk and post.leads == leads for post in present):
        raise Refused(SAME_POST)
    refuse_if(rules.may_hold_office(person.kind, person.is_active))
    for post in present:
        if post.person_id == person.pk or leads:
            close(post, max(starts, at))
        if leads and post.leads and post.person_id != person.pk:
            UnitPost.objects.create(unit=unit, person=post.person, leads=False, starts=max(starts, at))
    made = UnitPost.objects.create(unit=unit, person=person, leads=leads, starts=starts)
    journal.record("unit_post", subject=person, by=by, at=at, channel=channel, rule="R-UNIT-01", clause="Điều 7",
                   office=leading(board, by.pk), data={"unit": unit.pk, "post": made.pk, "leads": leads})  # fmt: skip
    epoch.bump()
    return made


@transaction.atomic
def end_unit_post(post: UnitPost, *, by: Person, at: datetime, channel: str) -> None:
    """A person leaves a unit."""
    board = offices.board(at)
    refuse_if(rules.may_run_units(board, by.pk))
    row = UnitPost.objects.select_for_update().get(pk=post.pk)
    refuse_if(rules.still_runs(row.starts, row.ends, at))
    journal.record("unit_leave", subject=row.person, by=by, at=at, channel=channel, rule="R-UNIT-01", clause="Điều 7",
                   office=leading(board, by.pk), data={"unit": row.unit_id, "post": row.pk})  # fmt: skip
    close(row, at)
    epoch.bump()
