"""The staff of a moment, as notices see them: who holds what since when. Read anew each time, so rights follow appointments."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from portal.base.text import name_key
from portal.intranet.notices.rules import ALWAYS, Colleague
from portal.people import offices
from portal.people.models import Appointment, Person, Unit, UnitPost
from portal.people.rules import Board, Kind, in_force


@dataclass(frozen=True)
class Roll:
    """Everybody of the staff whose rights stand, by number, in the order of names; names of people and of units."""

    people: dict[int, Colleague]
    names: dict[int, str]
    units: dict[int, str]


def roll(at: datetime, only: Person | None = None, board: Board | None = None) -> Roll:
    """The staff at `at`, or one of them; five queries however many there are, four where the `board` of that hour was read."""
    staff = Person.objects.filter(kind=Kind.STAFF, is_active=True)
    staff = staff.filter(pk=only.pk) if only is not None else staff
    out = board.suspended if board is not None else offices.suspended(at)
    found = sorted((one for one in staff if one.pk not in out), key=lambda one: name_key(str(one)))
    whose = {"person__in": [only.pk]} if only is not None else {}
    came: dict[int, datetime] = {}
    held: dict[int, dict[str, datetime]] = defaultdict(dict)
    units: dict[int, dict[int, datetime]] = defaultdict(dict)
    leads: dict[int, set[int]] = defaultdict(set)
    for person, starts, ends, office in Appointment.objects.filter(**whose).values_list(
        "person", "starts", "ends", "office"
    ):
        came[person] = min(came.get(person, starts), starts)
        if in_force(starts, ends, at):
            held[person][office] = min(held[person].get(office, starts), starts)
    posts = UnitPost.objects.filter(**whose).values_list("person", "starts", "ends", "unit", "leads")
    for person, starts, ends, unit, leading in posts:
        came[person] = min(came.get(person, starts), starts)
        if in_force(starts, ends, at):
            units[person][unit] = min(units[person].get(unit, starts), starts)
            leads[person] |= {unit} if leading else set()
    colleagues = {
        one.pk: Colleague(one.pk, came.get(one.pk, ALWAYS), held[one.pk], units[one.pk], frozenset(leads[one.pk]))
        for one in found
    }
    return Roll(colleagues, {one.pk: str(one) for one in found}, {unit.pk: str(unit) for unit in Unit.objects.all()})


def myself(person: Person, at: datetime) -> Colleague:
    """One of the staff as he stands at `at`."""
    return roll(at, only=person).people.get(person.pk, Colleague(0))
