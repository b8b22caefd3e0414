"""The verbs of the rolls. The record knows a pupil by number: no name, day of birth or account stands in it (Luật 91/2025)."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from portal.base import journal
from portal.base.refused import refuse_if
from portal.base.rules import Refusal
from portal.base.text import nfc, one_line
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import may_hold_duty
from portal.pupils.erasing.codes import erased
from portal.pupils.models import Enrolment, Guardian, Pupil, SchoolClass
from portal.pupils.roll import queries, rules

CLAUSE = rules.LAW


def _line(verb: str, subject: Any, by: Person, at: datetime, channel: str, **data: Any) -> None:
    journal.record(verb, subject=subject, by=by, at=at, channel=channel, rule="R-ROLL-01", clause=CLAUSE, data=data)


@transaction.atomic
def open_class(year: int, name: str, *, teacher: Person | None, by: Person, at: datetime, channel: str) -> SchoolClass:
    """Open a class of a school year. Raises Refused (403, 409, 422)."""
    name = one_line(name).replace(" ", "").upper()
    refuse_if(
        rules.may_keep(queries.reach(by, at)), rules.class_has_grade(name),
        rules.class_is_new(SchoolClass.objects.filter(year=year, name=name).exists()),
        may_hold_duty(teacher is None or offices.is_insider(teacher, at)),
    )  # fmt: skip
    made = SchoolClass.objects.create(year=year, name=name, grade=rules.grade_of(name) or 0, teacher=teacher)
    _line("class_opened", made, by, at, channel, year=year, teacher=teacher.pk if teacher else None)
    return made


@transaction.atomic
def set_teacher(school_class: SchoolClass, teacher: Person | None, *, by: Person, at: datetime, channel: str) -> None:
    """Say who the class teacher is from now on; he sees this class, the one before him no longer. Raises Refused (403, 422)."""
    refuse_if(
        rules.may_keep(queries.reach(by, at)), may_hold_duty(teacher is None or offices.is_insider(teacher, at))
    )  # fmt: skip
    held = SchoolClass.objects.select_for_update().get(pk=school_class.pk)
    if held.teacher_id == (teacher.pk if teacher else None):
        return
    before, held.teacher = held.teacher_id, teacher
    held.save(update_fields=["teacher"])
    _line("class_teacher_set", held, by, at, channel, before=before, teacher=held.teacher_id)


@transaction.atomic
def enrol(
    school_class: SchoolClass, *, code: str, full_name: str, born: date | None, day: date, by: Person, at: datetime, channel: str
) -> Pupil:  # fmt: skip
    """A new pupil, in a class from `day` on. Raises Refused (403, 409, 422)."""
    code, full_name = one_line(nfc(code)), one_line(nfc(full_name))
    refuse_if(
        rules.may_keep(queries.reach(by, at)), *rules.said_who(full_name, born, queries.today(at)),
        rules.code_is_free(code, Pupil.objects.filter(code=code).exists()), rules.still_known(bool(erased([code]))),
    )  # fmt: skip
    pupil = Pupil.objects.create(code=code, full_name=full_name, born=born)
    Enrolment.objects.create(pupil=pupil, school_class=school_class, starts=day)
    _line("pupil_enrolled", pupil, by, at, channel, school_class=school_class.pk, day=day.isoformat())
    return pupil


@transaction.atomic
def amend(pupil: Pupil, *, full_name: str, born: date | None, by: Person, at: datetime, channel: str) -> None:
    """Correct a name or a day of birth; the record says that it was done, never what it says. Raises Refused (403, 409, 422)."""
    full_name = one_line(nfc(full_name))
    held = _held(pupil, by, at, *rules.said_who(full_name, born, queries.today(at)))
    if (held.full_name, held.born) == (full_name, born):
        return
    held.full_name, held.born = full_name, born
    held.save(update_fields=["full_name", "born"])
    _line("pupil_amended", held, by, at, channel)


def _held(pupil: Pupil, by: Person, at: datetime, *more: Refusal | None) -> Pupil:
    """The pupil under lock, after asking who may. Raises Refused."""
    refuse_if(rules.may_keep(queries.reach(by, at)), *more)
    held = Pupil.objects.select_for_update().get(pk=pupil.pk)
    refuse_if(rules.still_known(held.erased_at is not None))
    return held


@transaction.atomic
def move(pupil: Pupil, to: SchoolClass, *, day: date, by: Person, at: datetime, channel: str) -> None:
    """From `day` on the pupil sits in another class; who had left comes back. Raises Refused (403, 409, 422)."""
    held = _held(pupil, by, at)
    seat = Enrolment.objects.select_for_update().filter(pupil=held, ends=None).first()
    refuse_if(rules.not_yet_there(seat is not None and seat.school_class_id == to.pk))
    if seat is not None:
        refuse_if(rules.day_follows(seat.starts, day))
        seat.ends = day
        seat.save(update_fields=["ends"])
    Enrolment.objects.create(pupil=held, school_class=to, starts=day)
    _line("pupil_moved", held, by, at, channel, school_class=to.pk, day=day.isoformat())


@transaction.atomic
def leave(pupil: Pupil, *, day: date, by: Person, at: datetime, channel: str) -> None:
    """From `day` on the pupil is no longer at the school. Raises Refused (403, 409, 422)."""
    held = _held(pupil, by, at)
    seat = Enrolment.objects.select_for_update().filter(pupil=held, ends=None).first()
    refuse_if(rules.day_follows(seat.starts if seat else None, day))
    assert seat is not None
    seat.ends = day
    seat.save(update_fields=["ends"])
    _line("pupil_left", held, by, at, channel, school_class=seat.school_class_id, day=day.isoformat())


@transaction.atomic
def link_account(pupil: Pupil, account: Person | None, *, by: Person, at: datetime, channel: str) -> None:
    """Say which account is the pupil's own; None unlinks it. Raises Refused (403, 409, 422)."""
    held = _held(pupil, by, at)
    if account is not None:
        taken = Pupil.objects.filter(account=account).exclude(pk=held.pk).exists()
        refuse_if(rules.account_fits(account.kind, pupil=True), rules.account_is_free(taken))
    if held.account_id == (account.pk if account else None):
        return
    held.account = account
    held.save(update_fields=["account"])
    _line("pupil_account_linked" if account else "pupil_account_unlinked", held, by, at, channel)


@transaction.atomic
def add_guardian(
    pupil: Pupil, *, full_name: str, relation: str, account: Person | None, by: Person, at: datetime, channel: str
) -> Guardian:  # fmt: skip
    """Somebody who answers for the pupil, with the account he signs in by, if any. Raises Refused (403, 409, 422)."""
    held = _held(pupil, by, at)
    if account is not None:
        refuse_if(
            rules.account_fits(account.kind, pupil=False),
            rules.account_is_free(Guardian.objects.filter(pupil=held, account=account).exists()),
        )
    name = one_line(nfc(full_name)) or (str(account) if account else "")
    refuse_if(*rules.said_who(name, None, queries.today(at)))
    made = Guardian.objects.create(
        pupil=held, full_name=name[:120], relation=one_line(nfc(relation))[:40], account=account
    )
    _line("guardian_added", held, by, at, channel, guardian=made.pk, signs_in=account is not None)
    return made


@transaction.atomic
def drop_guardian(guardian: Guardian, *, by: Person, at: datetime, channel: str) -> None:
    """He answers for the pupil no longer, and sees nothing of him from now on. Raises Refused (403)."""
    refuse_if(rules.may_keep(queries.reach(by, at)))
    gone, pupil = guardian.pk, guardian.pupil
    guardian.delete()
    _line("guardian_dropped", pupil, by, at, channel, guardian=gone)
