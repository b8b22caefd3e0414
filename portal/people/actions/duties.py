"""Naming somebody for a duty of the school, and ending it (Điều 7, 16.1.2)."""

from datetime import datetime

from django.db import transaction

from portal.base import journal
from portal.base.refused import refuse_if
from portal.people import offices, rules
from portal.people.models import NamedDuty, Person
from portal.people.rules import Duty


@transaction.atomic
def name_for_duty(person: Person, duty: Duty, *, by: Person, at: datetime, channel: str) -> NamedDuty:
    """Have somebody of the staff do it from now on. Raises Refused (403, 409, 422)."""
    held = NamedDuty.objects.select_for_update().filter(offices.in_force(at), person=person, duty=duty)
    refuse_if(
        rules.may_name_for_duty(offices.board(at), by.pk), rules.may_hold_duty(offices.is_insider(person, at)),
        rules.named_for_duty_once(held.exists()),
    )  # fmt: skip
    made = NamedDuty.objects.create(person=person, duty=duty, named_by=by, starts=at)
    journal.record("duty_named", subject=made, by=by, at=at, channel=channel, rule="R-DUTY-01", clause="Điều 7, 16.1.2",
                   data={"person": person.pk, "duty": duty.value})  # fmt: skip
    return made


@transaction.atomic
def end_duty(named: NamedDuty, *, by: Person, at: datetime, channel: str) -> None:
    """He does it no longer, from now on; said twice it changes nothing more. Raises Refused (403)."""
    refuse_if(rules.may_name_for_duty(offices.board(at), by.pk))
    if not NamedDuty.objects.filter(offices.in_force(at), pk=named.pk, starts__lt=at).update(ends=at):
        return
    journal.record("duty_ended", subject=named, by=by, at=at, channel=channel, rule="R-DUTY-01", clause="Điều 7, 16.1.2",
                   data={"person": named.person_id, "duty": named.duty})  # fmt: skip
