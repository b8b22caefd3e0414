"""A whole sheet of pupils taken into the rolls of a year, or none of it; the same sheet again changes nothing."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from portal.base import journal
from portal.base.refused import refuse_if
from portal.people.models import Person
from portal.pupils.models import Enrolment, Guardian, Pupil, SchoolClass
from portal.pupils.roll import queries, rules
from portal.pupils.roll.queries import Plan
from portal.pupils.roll.reading import Line


@transaction.atomic
def bring_in(lines: Sequence[Line], *, year: int, day: date, by: Person, at: datetime, channel: str) -> Plan:
    """Write the sheet: classes not there yet are opened, who is new or elsewhere sits in his class from `day` on, names and
    days of birth follow the sheet. One line of the record, by number. Raises Refused (403, 422)."""
    refuse_if(rules.may_keep(queries.reach(by, at)))
    list(Pupil.objects.select_for_update().filter(code__in=[line.code for line in lines]).values_list("pk"))
    plan = queries.planned(lines, year, day)
    refuse_if(rules.nothing_wrong(len(plan.faults)))
    rooms = _classes(plan, year)
    pupils = _people(plan)
    _seats(plan, pupils, rooms, day)
    _accounts(lines, pupils)
    told = {
        kind: [pupils[one.line.code].pk for one in plan.changes if one.kind == kind]
        for kind in ("new", "moved", "amended")
    }
    journal.record("roll_brought_in", by=by, at=at, channel=channel, rule="R-ROLL-12", clause=rules.LAW,
                   data={"year": year, "day": day.isoformat(), **told})  # fmt: skip
    return plan


def _classes(plan: Plan, year: int) -> dict[str, SchoolClass]:
    SchoolClass.objects.bulk_create(
        SchoolClass(year=year, name=name, grade=rules.grade_of(name) or 0) for name in plan.new_classes
    )
    return {str(one.name): one for one in SchoolClass.objects.filter(year=year)}


def _people(plan: Plan) -> dict[str, Pupil]:
    """Every pupil of the sheet by code, made or corrected."""
    Pupil.objects.bulk_create(
        Pupil(code=one.line.code, full_name=one.line.name, born=one.line.born)
        for one in plan.changes
        if one.kind == "new"
    )
    found = {str(one.code): one for one in Pupil.objects.filter(code__in=[one.line.code for one in plan.changes])}
    changed = []
    for one in plan.changes:
        pupil, born = found[one.line.code], one.line.born or found[one.line.code].born
        if (pupil.full_name, pupil.born) != (one.line.name, born):
            pupil.full_name, pupil.born = one.line.name, born
            changed.append(pupil)
    Pupil.objects.bulk_update(changed, ["full_name", "born"])
    return found


def _seats(plan: Plan, pupils: dict[str, Pupil], rooms: dict[str, SchoolClass], day: date) -> None:
    moving = {pupils[one.line.code].pk for one in plan.changes if one.kind in ("new", "moved")}
    before = Enrolment.objects.filter(pupil__in=moving, ends=None)
    before.filter(starts=day).delete()  # sat there for no day at all
    before.update(ends=day)
    Enrolment.objects.bulk_create(
        Enrolment(pupil=pupils[one.line.code], school_class=rooms[one.line.school_class], starts=day)
        for one in plan.changes
        if one.kind in ("new", "moved")
    )


def _accounts(lines: Sequence[Line], pupils: dict[str, Pupil]) -> None:
    """Accounts and guardians the sheet names; what it leaves empty stays as it was."""
    accounts = queries.accounts_named(lines)
    owned = []
    for line in lines:
        pupil = pupils[line.code]
        if line.account and pupil.account_id != accounts[line.account].pk:
            pupil.account = accounts[line.account]
            owned.append(pupil)
    Pupil.objects.bulk_update(owned, ["account"])
    there = {(row.pupil_id, str(row.full_name)): row for row in Guardian.objects.filter(pupil__in=pupils.values())}
    linked = {(row.pupil_id, row.account_id): row for row in there.values() if row.account_id}
    for line in lines:
        for kin in line.kin:
            pupil, account = pupils[line.code], accounts.get(kin.account)
            name = kin.name or (str(account) if account else "")
            row = there.get((pupil.pk, name)) or (linked.get((pupil.pk, account.pk)) if account else None)
            if row is None:
                made = Guardian.objects.create(pupil=pupil, full_name=name, relation=kin.relation, account=account)
                there[pupil.pk, name] = made
            elif account is not None and row.account_id is None and (pupil.pk, account.pk) not in linked:
                row.account = account
                row.save(update_fields=["account"])
