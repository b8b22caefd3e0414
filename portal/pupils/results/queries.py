"""The reads of results: who may, whose, how many of each."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, When

from portal.base.ordering import named
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Duty
from portal.pupils.models import (
    Enrolment,
    Pupil,
    Result,
    ResultImport,
    ResultLayout,
    ResultPeriod,
    ResultSlip,
    SchoolClass,
)
from portal.pupils.results import annual, columns, rules
from portal.pupils.results.columns import Reading, Roster, Sheet
from portal.pupils.results.tt22 import BY_KEY, LEVELS, Level

Columns = dict[str, dict[int, str]]  # by signature of a sheet
Term = ResultPeriod.Term
IN_ITS_YEAR = (Term.FIRST_HALF, Term.FIRST, Term.SECOND_HALF, Term.SECOND, Term.YEAR)


def newest_first(term: str = "term") -> tuple[Any, ...]:
    """Periods by year and by their place in it; `term` is the way to the field."""
    place = Case(
        *(When(**{term: one}, then=number) for number, one in enumerate(IN_ITS_YEAR)), output_field=IntegerField()
    )
    return F(term.removesuffix("term") + "year").desc(), place.desc()


@dataclass(frozen=True)
class Counted:
    """How many pupils of one class had this pair of results in a period; "" where one was not told."""

    grade: int
    school_class: str
    study: str
    conduct: str
    many: int


def counts(year: int, term: int) -> list[Counted]:
    """How many had what in a term (1, 2; 3 for the whole year) of a school year, for aggregates: not yet suppressed, so for
    staff and for rules that hide small groups. No name, no number of a pupil."""
    told = ("school_class__grade", "school_class__name", "study", "conduct")
    rows = Result.objects.filter(period__year=year, period__term=term, current=True).values_list(*told)
    return [Counted(*row) for row in rows.annotate(many=Count("pk")).order_by(*told)]


def awards(year: int) -> list[tuple[int, str, int]]:
    """How many of each grade had which title at the end of a school year, as the circular names it, "" for none (TT 22/2021 Điều 15.1):
    by marks and levels, not by what a sheet wrote. For staff and for rules that hide small groups; no name, no number of a pupil."""
    found: dict[tuple[int, str], int] = defaultdict(int)
    rows = Result.objects.filter(period__year=year, period__term=Term.YEAR, current=True)
    for grade, marks, learned, conduct in rows.values_list("school_class__grade", "marks", "study", "conduct"):
        found[grade, annual.award_of(marks, learned, conduct)] += bool(learned)
    return [(grade, award, many) for (grade, award), many in sorted(found.items())]


def keeps(person: object, at: datetime) -> bool:
    """Whether this person brings results in: named for it, or the Principal."""
    if not isinstance(person, Person) or not offices.is_insider(person, at):
        return False
    return Duty.RESULTS in offices.duties(person, at) or person.pk in offices.board(at).principals


def periods(at: datetime) -> QuerySet[ResultPeriod]:
    """Every period, the newest first, with how many results and slips each has."""
    return ResultPeriod.objects.annotate(
        told=Count("results", filter=Q(results__current=True), distinct=True),
        slips_out=Count("slips", filter=Q(slips__used_at=None), distinct=True),
    ).order_by(*newest_first())


def open_to_slips(at: datetime) -> QuerySet[ResultPeriod]:
    """Periods whose window stands open."""
    return ResultPeriod.objects.filter(opens__lte=at, closes__gt=at, erased_at=None).order_by(*newest_first())


def own(person: object, at: datetime) -> list[tuple[Pupil, list[Result]]]:
    """What a signed-in pupil or guardian is told: each of his own, results of open periods, the newest first."""
    if not isinstance(person, Person) or not person.is_active or offices.is_suspended(person, at):
        return []
    pupils = Pupil.objects.filter(Q(account=person) | Q(guardians__account=person), erased_at=None).distinct()
    found: dict[int, list[Result]] = defaultdict(list)
    for result in _told(at).filter(pupil__in=pupils):
        found[result.pupil_id].append(result)
    return [(pupil, found[pupil.pk]) for pupil in pupils]


def of_slip(slip: int, at: datetime) -> Result | None:
    """What an opened slip may still show; None once its quarter of an hour, or the window, is over."""
    read = Q(period__slips__pk=slip, period__slips__used_at__gt=at - rules.READABLE)
    pupil = ResultSlip.objects.filter(pk=slip).values("pupil")
    return _told(at).filter(read, pupil__in=pupil).first()


def _told(at: datetime) -> QuerySet[Result]:
    shown = Result.objects.filter(current=True, period__opens__lte=at, period__closes__gt=at, period__erased_at=None)
    return shown.select_related("period", "school_class", "pupil").order_by(*newest_first("period__term"))


def classes(period: ResultPeriod) -> list[dict[str, Any]]:
    """Each class that has results in a period: how many, slips out and used."""
    rows = SchoolClass.objects.filter(year=period.year).select_related("teacher").order_by("grade", "name")
    many = dict(Result.objects.filter(period=period, current=True).values_list("school_class").annotate(n=Count("pk")))
    slips = ResultSlip.objects.filter(
        period=period, pupil__results__period=period, pupil__results__current=True
    ).values_list("pupil__results__school_class")  # fmt: skip
    out, used = dict(slips.annotate(n=Count("pk"))), dict(slips.filter(used_at__isnull=False).annotate(n=Count("pk")))
    return [
        {"row": row, "many": many.get(row.pk, 0), "slips": out.get(row.pk, 0), "used": used.get(row.pk, 0)}
        for row in rows
    ]


def of_class(period: ResultPeriod, school_class: SchoolClass) -> QuerySet[Result]:
    """The results of one class, in the order of names."""
    rows = Result.objects.filter(period=period, school_class=school_class, current=True)
    rows = rows.select_related("pupil", "period")
    return rows.order_by(*named("pupil__full_name"), "pk")


def shown_marks(result: Result) -> list[tuple[str, str]]:
    """(subject, mark) in the order of the circular."""
    return [(subject.title, decimal(result.marks[key])) for key, subject in BY_KEY.items() if key in result.marks]


def ends_of(period: ResultPeriod, rows: list[Result]) -> list[tuple[str, int]]:
    """How many of these went up, and so on; empty for a term. One more for those whose year is not told yet."""
    if period.term != Term.YEAR:
        return []
    ends = [annual.promotion(row.study, row.conduct, row.absent) for row in rows]
    named_ones: list[tuple[annual.Promotion | None, str]] = [*annual.BRIEF.items(), (None, "Chưa đủ kết quả")]
    return [(name, many) for end, name in named_ones if (many := ends.count(end))]


def year_end(result: Result, *, brief: bool = False) -> str:
    """What a pupil's year ends with, in words; "" of a term, and while learning or conduct is not told (TT 22/2021 Điều 12)."""
    if result.period.term != Term.YEAR:
        return ""
    ends = annual.promotion(result.study, result.conduct, result.absent)
    return (annual.BRIEF if brief else annual.PROMOTIONS)[ends] if ends else ""


def decimal(mark: str) -> str:
    """A mark as it is written in Vietnamese: 8,5."""
    return mark.replace(".", ",")


def level_name(level: str) -> str:
    return LEVELS[Level(level)] if level else ""


def roster(year: int) -> Roster:
    """The pupils of a school year; of one who changed class, the last."""
    rows = Enrolment.objects.filter(school_class__year=year, pupil__erased_at=None).order_by("starts", "pk").values_list(
        "pupil_id", "school_class_id", "pupil__code", "pupil__full_name", "pupil__born"
    )  # fmt: skip
    by_code: dict[str, int] = {}
    by_name: dict[tuple[tuple[str, ...], date], set[int]] = defaultdict(set)
    homes: dict[int, int] = {}
    names: dict[int, tuple[str, ...]] = {}
    for pupil, home, code, name, born in rows:
        homes[pupil], names[pupil] = home, columns.name_key_of(name)
        by_code[code.upper()] = pupil
        if born:
            by_name[names[pupil], born].add(pupil)
    return Roster(by_code, {key: tuple(found) for key, found in by_name.items()}, homes, names)


def sheets_of(brought: ResultImport) -> list[Sheet]:
    """The sheets of an import as they were staged."""
    return [
        Sheet(one["name"], tuple(one["head"]), tuple(map(tuple, one["rows"])), one["first"]) for one in brought.sheets
    ]


def year_of_terms(year: int) -> Sheet:
    """A sheet of every pupil who has both terms of a school year: code, a year's marks, conduct and sessions missed; learning and
    title are reckoned from them when it is read. Two queries."""
    terms: dict[int, dict[int, Result]] = defaultdict(dict)
    told = Result.objects.filter(period__year=year, period__term__in=(Term.FIRST, Term.SECOND), current=True)
    for row in told.select_related("period", "pupil", "school_class"):
        terms[row.pupil_id][row.period.term] = row
    both = [(one[Term.FIRST], one[Term.SECOND]) for one in terms.values() if len(one) == 2]
    both.sort(key=lambda pair: (pair[1].school_class.grade, pair[1].school_class.name, pair[1].pupil.code))
    rows = tuple(
        (second.pupil.code, *(marks.get(key, "") for key in BY_KEY), level_name(annual.year_conduct(first.conduct, second.conduct) or ""),
         annual.sessions(first.absent, second.absent))
        for first, second in both
        for marks in [annual.year_marks(first.marks, second.marks)]
    )  # fmt: skip
    head = ("Mã học sinh", *(one.title for one in BY_KEY.values()), "Kết quả rèn luyện", "Số buổi nghỉ")
    return Sheet("Hai học kỳ", head, rows, 2)


def remembered(sheets: list[Sheet]) -> Columns:
    """What each kind of sheet's columns say: as somebody once mapped them, else guessed by their titles."""
    kept = dict(
        ResultLayout.objects.filter(signature__in={s.signature for s in sheets}).values_list("signature", "columns")
    )
    return {
        s.signature: {int(n): key for n, key in kept[s.signature].items()}
        if s.signature in kept
        else columns.guessed(s.head)
        for s in sheets
    }


def read(brought: ResultImport, mapped: Columns | None = None) -> Reading:
    """A dry run: every row against the rolls as they are now. Changes nothing."""
    sheets, pupils, into = sheets_of(brought), roster(brought.period.year), Reading()
    mapped = remembered(sheets) if mapped is None else mapped
    for sheet in sheets:
        told = mapped.get(sheet.signature, {})
        columns.read(
            sheet, told, pupils, into, judged=brought.period.is_judged, yearly=brought.period.term == Term.YEAR
        )
    return into


def tally(rows: list[Result]) -> list[tuple[str, list[tuple[str, int]]]]:
    """How many of these reached which level, of learning and of conduct."""
    sides = (("Học tập", "study"), ("Rèn luyện", "conduct"))
    return [
        (title, [(name, sum(getattr(row, side) == level for row in rows)) for level, name in LEVELS.items()])
        for title, side in sides
    ]
