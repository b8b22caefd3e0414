"""Reads of consents: who consented to what at an hour, how a class stands, the history of a pupil."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Max, Q, QuerySet

from portal.base.text import fold, nfc, one_line
from portal.files.models import Attachment
from portal.people.models import Person
from portal.pupils.consents import rules
from portal.pupils.consents.rules import PURPOSES, STATES, Answer, Purpose, State
from portal.pupils.models import Consent, Enrolment
from portal.pupils.roll import queries as roll
from portal.pupils.roll.rules import school_year


def stands(at: datetime) -> Q:
    """Answers that stand at `at` (half-open)."""
    return Q(starts__lte=at) & (Q(ends=None) | Q(ends__gt=at))


def consented(pupils: Iterable[int], purpose: Purpose, at: datetime, year: int | None = None) -> frozenset[int]:
    """Which of these pupils (their numbers) consent to a purpose at `at`, for what is of a school year: that of `at` where none
    is said. A consent holds for what is of its own year until it is withdrawn; silence is none (R-CONS-04). One query."""
    on = roll.today(at)
    asked = school_year(on) if year is None else year
    rows = Consent.objects.filter(stands(at), pupil__in=list(pupils), purpose=purpose, year=asked, granted=True)
    held = rows.filter(pupil__erased_at=None).values_list("pupil_id", "by_child", "pupil__born")
    return frozenset(pk for pk, child, born in held if rules.still_signed(child=child, born=born, on=on))


@dataclass(frozen=True)
class Lacking:
    """Who of a class does not consent, by number: who said no or took it back, and of whom no answer came."""

    refused: frozenset[int] = frozenset()
    silent: frozenset[int] = frozenset()

    @property
    def all(self) -> frozenset[int]:
        return self.refused | self.silent


def refusing(school_class: int, purpose: Purpose, at: datetime, year: int | None = None) -> Lacking:
    """Who sitting in a class (its number) at `at` has not consented to a purpose. Three queries."""
    inside = frozenset(roll.pupils_of(school_class, roll.today(at)).values_list("pk", flat=True))
    left = inside - consented(inside, purpose, at, year)
    asked = school_year(roll.today(at)) if year is None else year
    said = Consent.objects.filter(stands(at), pupil__in=left, purpose=purpose, year=asked, granted=False)
    refused = frozenset(said.values_list("pupil_id", flat=True))
    return Lacking(refused, left - refused)


Standing = Mapping[int, Mapping[Purpose, Consent]]


def standing(pupils: Collection[int], year: int, at: datetime) -> Standing:
    """The answers that stand for these pupils in a school year; a purpose nobody answered is not there. One query."""
    found: dict[int, dict[Purpose, Consent]] = {pk: {} for pk in pupils}
    for row in Consent.objects.filter(stands(at), pupil__in=pupils, year=year):
        found[row.pupil_id][Purpose(row.purpose)] = row
    return found


def state(row: Consent | None) -> State:
    """How one purpose stands."""
    if row is None:
        return State.SILENT
    if row.granted:
        return State.YES
    return State.WITHDRAWN if row.withdrawn else State.NO


@dataclass(frozen=True)
class Told:
    """One purpose of one pupil as a screen says it."""

    purpose: Purpose
    name: str
    asked: str
    state: State
    words: str
    row: Consent | None

    @property
    def given(self) -> bool:
        return rules.holds(self.state)


def told(pupil: int, year: int, at: datetime) -> list[Told]:
    """Every purpose of a pupil in a school year, in their order."""
    rows = standing([pupil], year, at)[pupil]
    return [told_one(purpose, rows.get(purpose)) for purpose in PURPOSES]


def told_one(purpose: Purpose, row: Consent | None) -> Told:
    """One purpose in words."""
    how = state(row)
    return Told(purpose, PURPOSES[purpose], rules.ASKED[purpose], how, STATES[how], row)


def history(pupils: Collection[int]) -> QuerySet[Consent]:
    """Every answer ever given for these pupils, the newest first: when, by whom, upon which paper."""
    return Consent.objects.filter(pupil__in=pupils).select_related("recorded_by", "file").order_by("-starts", "-pk")


def again(answers: Iterable[Answer], standing: Standing) -> dict[int, frozenset[Purpose]]:
    """What these answers would give that had been taken back, by pupil."""
    found = {
        one.pupil: frozenset(p for p in one.ticked if state(standing[one.pupil].get(p)) is State.WITHDRAWN)
        for one in answers
    }
    return {pupil: purposes for pupil, purposes in found.items() if purposes}


def papers_of(pupils: Collection[int]) -> dict[int, set[str]]:
    """Every number of a paper, or word, the answers of these pupils were ever entered upon. One query."""
    found: dict[int, set[str]] = {pk: set() for pk in pupils}
    for pupil, paper in Consent.objects.filter(pupil__in=pupils).values_list("pupil_id", "paper").distinct():
        found[pupil].add(fold(paper))
    return found


def old_papers(answers: Iterable[Answer], standing: Standing) -> dict[int, frozenset[Purpose]]:
    """Those of `again` whose line names no sheet of its own that is new (R-CONS-09)."""
    answers = list(answers)
    back = again(answers, standing)
    known = papers_of(back) if back else {}
    papers = {one.pupil: fold(one_line(nfc(one.paper))) for one in answers}
    return {pk: purposes for pk, purposes in back.items() if not papers[pk] or papers[pk] in known[pk]}


def last_seen(pupils: Collection[int]) -> int:
    """The newest answer (its number) of these pupils: what a screen shows is known up to there."""
    return Consent.objects.filter(pupil__in=pupils).aggregate(newest=Max("pk"))["newest"] or 0


def papers_in(classes: Collection[int], at: datetime) -> dict[int, int]:
    """Of how many pupils in each of these classes an answer came for the year of the class. One query."""
    seats = Enrolment.objects.filter(roll.sits(roll.today(at)), school_class__in=classes, pupil__erased_at=None)
    answered = seats.filter(pupil__consents__ends=None, pupil__consents__year=F("school_class__year"))
    return dict(answered.values_list("school_class").annotate(many=Count("pupil", distinct=True)))


def may_open(stored: Attachment, person: Person, at: datetime) -> bool:
    """Who of the staff may open the scan of a sheet: whoever sees every pupil it was kept for (R-ROLL-02)."""
    pupils = Consent.objects.filter(file=stored.pk).values_list("pupil_id", flat=True).distinct()
    if not pupils:
        return False
    reach = roll.reach(person, at)
    return reach.keeps or (bool(reach.classes) and all(roll.last_class(pupil) in reach.classes for pupil in pupils))
