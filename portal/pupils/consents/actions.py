"""The verbs of consents: a class at once from its sheets, and taking back, which holds from that second on. The record knows a
pupil by number. Whoever shows children listens for `consent_withdrawn`."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from portal.base import epoch, journal
from portal.base.refused import refuse_if
from portal.base.text import nfc, one_line
from portal.files.models import Attachment
from portal.people.models import Person
from portal.pupils.consents import queries, rules
from portal.pupils.consents.rules import PURPOSES, Answer, Purpose
from portal.pupils.models import Consent, Pupil, SchoolClass
from portal.pupils.roll import queries as roll
from portal.pupils.roll.rules import school_year

CLAUSE = rules.LAW


@dataclass(frozen=True)
class Upon:
    """The evidence of what is entered: the number of the paper, and its scan where there is one."""

    paper: str = ""
    file: Attachment | None = None


@transaction.atomic
def record(
    school_class: SchoolClass, answers: Sequence[Answer], upon: Upon, *, seen: int | None, by: Person, at: datetime, channel: str
) -> int:  # fmt: skip
    """Enter what came for pupils of a class; returns for how many something changed. A purpose not ticked on a sheet that came
    is a no; what was ticked before and is no longer was taken back. Where no sheet came nothing is written. `seen`: the newest
    answer the screen knew, or None where the newest word is the right one. Raises Refused (403, 409, 422)."""
    refuse_if(rules.may_record(roll.reach(by, at), school_class.pk))
    inside = {one.pk: one for one in roll.pupils_of(school_class.pk, roll.day_of(school_class.year, roll.today(at)))}
    answers = list(
        {one.pupil: one for one in answers if one.pupil in inside}.values()
    )  # of two for one pupil the later
    held = list(Pupil.objects.select_for_update().filter(pk__in=inside).order_by("pk").values_list("pk", flat=True))
    before = queries.standing(held, school_class.year, at)
    wanted = [(one, _changes(one, before[one.pupil])) for one in answers]
    wanted = [(one, changes) for one, changes in wanted if changes]
    pupils = [one.pupil for one, _ in wanted]
    moved = (
        Consent.objects.filter(pupil__in=pupils, pk__gt=seen).values("pupil").distinct().count()
        if seen is not None
        else 0
    )
    refuse_if(rules.seen_before(moved))
    on = roll.today(at)
    refuse_if(*(rules.signed(one, inside[one.pupil].born, on) for one, _ in wanted))
    refuse_if(*(rules.upon_paper(one.paper or upon.paper, file=upon.file is not None) for one, _ in wanted[:1]))
    refuse_if(rules.given_again(len(_upon_old_papers(wanted, before, upon))))
    for one, changes in wanted:
        _enter(one, changes, school_class.year, upon, by=by, at=at, channel=channel)
    if wanted:
        epoch.bump()
    return len(wanted)


def _changes(answer: Answer, before: dict[Purpose, Consent] | object) -> dict[Purpose, bool]:
    """What this sheet says that did not stand yet: purpose → given or not."""
    assert isinstance(before, dict)
    stood: dict[Purpose, Consent] = before
    if not answer.given and not stood:
        return {}
    return {
        purpose: purpose in answer.ticked
        for purpose in PURPOSES
        if purpose not in stood or stood[purpose].granted != (purpose in answer.ticked)
    }


def _upon_old_papers(
    wanted: Sequence[tuple[Answer, dict[Purpose, bool]]], before: queries.Standing, upon: Upon
) -> list[int]:  # fmt: skip
    """Who would give again what was taken back without a new sheet of his own: that of his line, or of an entry of him alone."""
    answers = [replace(one, ticked=frozenset(changes) & one.ticked) for one, changes in wanted]
    if len(wanted) == 1:
        if upon.file is not None:
            return []
        answers = [replace(answers[0], paper=answers[0].paper or upon.paper)]
    return list(queries.old_papers(answers, before))


def _enter(
    answer: Answer, changes: dict[Purpose, bool], year: int, upon: Upon, *, by: Person, at: datetime, channel: str
) -> None:  # fmt: skip
    """Write one sheet; what stood before ends at this second."""
    open_rows = Consent.objects.filter(pupil=answer.pupil, year=year, purpose__in=changes, ends=None)
    taken_back = [Purpose(one) for one in open_rows.filter(granted=True).values_list("purpose", flat=True)]
    open_rows.update(ends=at)
    paper = one_line(nfc(answer.paper or upon.paper))[:200]
    Consent.objects.bulk_create(
        Consent(
            pupil_id=answer.pupil, year=year, purpose=purpose, granted=given, withdrawn=purpose in taken_back, by_parent=answer.parent,
            by_child=answer.child, paper=paper, file=upon.file, starts=at, recorded_by=by,
        )
        for purpose, given in changes.items()
    )  # fmt: skip
    told = {
        key: sorted(one for one, given in changes.items() if given == yes)
        for key, yes in (("given", True), ("refused", False))
    }
    pupil = Pupil(pk=answer.pupil)
    journal.record("consent_recorded", subject=pupil, by=by, at=at, channel=channel, rule="R-CONS-02", clause=CLAUSE,
                   data={"year": year, **told})  # fmt: skip
    if taken_back:
        _end_before(answer.pupil, taken_back, year, paper, by=by, at=at, family=False)
        _tell(pupil, taken_back, by, at, channel)


@transaction.atomic
def withdraw(
    pupil: Pupil, purposes: Collection[Purpose], *, paper: str = "", by: Person, at: datetime, channel: str
) -> None:  # fmt: skip
    """Take consent back, of this school year and of those before, from this second on. The pupil and who answers for him need
    no reason; staff say upon whose word. Raises Refused (403, 409, 422)."""
    family = roll.wards(by).filter(pk=pupil.pk).exists()
    paper = one_line(nfc(paper))[:200]
    refuse_if(
        rules.may_withdraw(roll.reach(by, at), roll.last_class(pupil.pk), family=family), rules.upon_word(paper, family=family)
    )  # fmt: skip
    Pupil.objects.select_for_update().get(pk=pupil.pk)
    year = school_year(roll.today(at))
    given = Consent.objects.filter(pupil=pupil, purpose__in=purposes, granted=True, ends=None)
    taken_back = sorted({Purpose(one) for one in given.values_list("purpose", flat=True)})
    refuse_if(rules.is_given(bool(taken_back)))
    _end_before(pupil.pk, taken_back, year + 1, paper, by=by, at=at, family=family)
    _tell(pupil, taken_back, by, at, channel)
    epoch.bump()


def _end_before(
    pupil: int, purposes: Collection[Purpose], year: int, paper: str, *, by: Person, at: datetime, family: bool
) -> None:  # fmt: skip
    """What was given for the years before `year` is taken back as well."""
    rows = Consent.objects.filter(pupil=pupil, purpose__in=purposes, granted=True, ends=None, year__lt=year)
    ended = list(rows.values_list("year", "purpose"))
    rows.update(ends=at)
    Consent.objects.bulk_create(
        Consent(pupil_id=pupil, year=of, purpose=purpose, granted=False, withdrawn=True, by_family=family, paper=paper, starts=at,
                recorded_by=by)
        for of, purpose in ended
    )  # fmt: skip


def _tell(pupil: Pupil, purposes: Collection[Purpose], by: Person, at: datetime, channel: str) -> None:
    journal.record("consent_withdrawn", subject=pupil, by=by, at=at, channel=channel, rule="R-CONS-06", clause=CLAUSE,
                   data={"purposes": sorted(purposes)})  # fmt: skip


@transaction.atomic
def end_all(pupil: Pupil, *, by: Person | None, at: datetime, channel: str) -> None:
    """Whatever a pupil and his family had agreed to, for all years, is taken back: he is being forgotten. Inside the transaction
    that erases; `by` None where no one of the staff from then is left."""
    given = Consent.objects.filter(pupil=pupil, granted=True, ends=None)
    taken_back = sorted({Purpose(one) for one in given.values_list("purpose", flat=True)})
    if not taken_back:
        return
    if by is None:
        given.update(ends=at)
        return
    _end_before(pupil.pk, taken_back, max(given.values_list("year", flat=True)) + 1, "", by=by, at=at, family=False)
    _tell(pupil, taken_back, by, at, channel)
