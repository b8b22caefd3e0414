"""Reads of the rolls: who reaches what, which classes there are, who sits in them on a day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Value
from django.http import HttpRequest

from portal.base.clock import ZONE
from portal.base.ordering import named
from portal.people import offices
from portal.people.models import NamedDuty, Person
from portal.people.rules import Board, Duty
from portal.pupils.erasing.codes import erased
from portal.pupils.models import Enrolment, Guardian, Pupil, SchoolClass
from portal.pupils.roll import rules
from portal.pupils.roll.reading import Line
from portal.pupils.roll.rules import Reach

TEACHES = "teaches"


def today(at: datetime) -> date:
    """The day at the school."""
    return at.astimezone(ZONE).date()


def sits(on: date) -> Q:
    """Enrolments that hold on a day."""
    return Q(starts__lte=on) & (Q(ends=None) | Q(ends__gt=on))


def reach(person: Person, at: datetime, board: Board | None = None) -> Reach:
    """How far this person reaches at `at`: nothing for whoever is no insider; a class teacher his classes of every year."""
    if not offices.is_insider(person, at, board):
        return Reach(person.pk)
    board = board or offices.board(at)
    if rules.keeps_rolls(board, offices.duties(person, at), person.pk):
        return Reach(person.pk, keeps=True)
    own = SchoolClass.objects.filter(teacher=person).values_list("pk", flat=True)
    return Reach(person.pk, classes=frozenset(own))


@dataclass(frozen=True)
class Held:
    """What somebody of the staff has to do with papers and pupils: what he is named for, and whether he is a class teacher."""

    duties: frozenset[Duty] = frozenset()
    teaches: bool = False


def held(person: Person, at: datetime, board: Board) -> Held:
    """One query; none for whoever is no insider."""
    if not offices.is_insider(person, at, board):
        return Held()
    named = NamedDuty.objects.filter(offices.in_force(at), person=person).annotate(what=F("duty"))
    teaches = SchoolClass.objects.order_by().filter(teacher=person).annotate(what=Value(TEACHES))
    found = set(named.values_list("what").union(teaches.values_list("what")))
    return Held(frozenset(Duty(one) for (one,) in found if one != TEACHES), (TEACHES,) in found)


def held_here(request: HttpRequest) -> Held:
    """The same of whoever asks, once a request: the menu and the room's own doors ask alike."""
    if not hasattr(request, "held_then"):
        person = request.user
        known = isinstance(person, Person)
        found = held(person, offices.moment(request), offices.board_of(request)) if known else Held()  # type: ignore[arg-type]
        request.held_then = found  # type: ignore[attr-defined]
    return request.held_then  # type: ignore[attr-defined,no-any-return]


def years() -> list[int]:
    """School years there are classes of, the newest first."""
    return list(SchoolClass.objects.order_by("-year").values_list("year", flat=True).distinct())


def classes(year: int, who: Reach, on: date) -> QuerySet[Any]:
    """The classes of a year this person sees, each with its teacher and `many`, how many sit in it on a day."""
    held = Q(enrolments__starts__lte=on) & (Q(enrolments__ends=None) | Q(enrolments__ends__gt=on))
    found = SchoolClass.objects.filter(year=year).select_related("teacher").annotate(many=Count("enrolments", held))
    return (found if who.keeps else found.filter(pk__in=who.classes)).order_by("grade", "name")


def pupils_of(school_class: int, on: date) -> QuerySet[Pupil]:
    """Who sits in a class on a day, in the order of names."""
    inside = Enrolment.objects.filter(sits(on), school_class=school_class).values("pupil")
    return Pupil.objects.filter(pk__in=inside, erased_at=None).order_by(*named(), "pk")


def gone_from(school_class: int, on: date) -> QuerySet[Enrolment]:
    """Who sat in a class before a day and does no longer, the last first."""
    gone = Enrolment.objects.filter(school_class=school_class, ends__lte=on, pupil__erased_at=None).select_related(
        "pupil"
    )
    return gone.order_by("-ends", "pk")


def classes_at(pupils: Iterable[int], on: date) -> dict[int, SchoolClass]:
    """The class each of these pupils sits in on a day; nothing for who sits in none."""
    rows = Enrolment.objects.filter(sits(on), pupil__in=list(pupils)).select_related("school_class")
    return {row.pupil_id: row.school_class for row in rows}


def seat(pupil: Pupil) -> Enrolment | None:
    """Where a pupil sits as of now on: his enrolment without an end."""
    return Enrolment.objects.filter(pupil=pupil, ends=None).select_related("school_class__teacher").first()


def last_class(pupil: int) -> int | None:
    """The class (its number) a pupil sits in or sat in last; who sees that class sees him."""
    rows = Enrolment.objects.filter(pupil=pupil).order_by(F("ends").desc(nulls_first=True), "-starts")
    return rows.values_list("school_class_id", flat=True).first()


def wards(person: Person) -> QuerySet[Pupil]:
    """Whom an account may speak for: the pupil whose own it is, and the children of a guardian."""
    mine = Q(account=person) | Q(pk__in=Guardian.objects.filter(account=person).values("pupil"))
    return Pupil.objects.filter(mine, erased_at=None).order_by(*named(), "pk")


def home_classes(person: Person, at: datetime) -> list[str]:
    """The classes that are somebody's own by the rolls, by name: where his children or he himself sit today, and of which he is
    class teacher this year. One query."""
    on = today(at)
    family = Q(pupil__account=person) | Q(pupil__guardians__account=person)
    seats = Enrolment.objects.filter(sits(on), family, pupil__erased_at=None).values("school_class")
    own = SchoolClass.objects.filter(Q(pk__in=seats) | Q(teacher=person, year=rules.school_year(on)))
    return list(own.order_by("grade", "name").values_list("name", flat=True))


@dataclass(frozen=True)
class Change:
    """What a line of a sheet would do: `kind` is new, moved, amended or same; `was` says from which class."""

    line: Line
    kind: str
    was: str = ""


@dataclass(frozen=True)
class Plan:
    """What a sheet would do to the rolls of a year, and what stands against it, by row."""

    changes: tuple[Change, ...]
    faults: tuple[tuple[int, str], ...]
    missing: tuple[tuple[str, int], ...]  # class, how many sit in it and stand not in the sheet
    new_classes: tuple[str, ...]

    def many(self, kind: str) -> int:
        return sum(one.kind == kind for one in self.changes)


def planned(lines: Sequence[Line], year: int, day: date) -> Plan:
    """A dry run of a sheet that holds from `day` on: nothing is written. Six queries, however long it is."""
    by_code = {one.code: one for one in Pupil.objects.filter(code__in=[line.code for line in lines])}
    seats = dict(_seats(by_code.values()))
    accounts = accounts_named(lines)
    erased_codes = erased(line.code for line in lines)
    changes, faults, owned = [], list[tuple[int, str]](), dict[str, int]()
    for line in lines:
        pupil = by_code.get(line.code)
        faults += [(line.row, words) for words in _against(line, pupil, accounts, gone=line.code in erased_codes)]
        if line.account and owned.setdefault(line.account, line.row) != line.row:
            faults.append((line.row, f"Tài khoản “{line.account}” đã ghi cho em ở dòng {owned[line.account]}."))
        change = _change(line, pupil, seat := seats.get(pupil.pk) if pupil else None, year)
        if change.kind == "moved" and seat is not None and seat.starts > day:
            faults.append(
                (line.row, f"Em vào lớp {seat.school_class} từ {seat.starts:%d/%m/%Y}, sau ngày {day:%d/%m/%Y}.")
            )
        changes.append(change)
    there = set(SchoolClass.objects.filter(year=year).values_list("name", flat=True))
    asked = {line.school_class for line in lines}
    return Plan(tuple(changes), tuple(faults), tuple(_missing(lines, year, asked)), tuple(sorted(asked - there)))


def accounts_named(lines: Iterable[Line]) -> dict[str, Person]:
    """Accounts the sheet names, by user name, each with the pupil it belongs to where it does."""
    names = {line.account for line in lines} | {kin.account for line in lines for kin in line.kin}
    found = Person.objects.filter(username__in=names - {""}).select_related("pupil")
    return {str(one.username): one for one in found}


def _seats(pupils: Iterable[Pupil]) -> Iterable[tuple[int, Enrolment]]:
    rows = Enrolment.objects.filter(pupil__in=[one.pk for one in pupils], ends=None).select_related("school_class")
    return ((row.pupil_id, row) for row in rows)


def _against(line: Line, pupil: Pupil | None, accounts: dict[str, Person], *, gone: bool) -> Iterable[str]:
    if gone:
        yield "Thông tin của em mang mã này đã được xóa theo yêu cầu nên không ghi lại."
    for name, own in ((line.account, True), *((kin.account, False) for kin in line.kin)):
        if not name:
            continue
        account = accounts.get(name)
        if account is None:
            yield f"Không có tài khoản “{name}”."
        elif (wrong := rules.account_fits(account.kind, pupil=own)) is not None:
            yield f"“{name}”: {wrong.message}"
        elif own and hasattr(account, "pupil") and (pupil is None or account.pupil.pk != pupil.pk):
            yield f"Tài khoản “{name}” đã gắn với em khác."


def _change(line: Line, pupil: Pupil | None, seat: Enrolment | None, year: int) -> Change:
    if pupil is None:
        return Change(line, "new")
    if seat is None or (seat.school_class.name, seat.school_class.year) != (line.school_class, year):
        return Change(line, "moved", f"{seat.school_class} ({rules.year_name(seat.school_class.year)})" if seat else "")
    same = pupil.full_name == line.name and (line.born is None or pupil.born == line.born)
    return Change(line, "same" if same else "amended")


def _missing(lines: Sequence[Line], year: int, asked: set[str]) -> Iterable[tuple[str, int]]:
    rows = Enrolment.objects.filter(school_class__year=year, school_class__name__in=asked, ends=None)
    counted: dict[str, int] = defaultdict(int)
    for name in rows.exclude(pupil__code__in=[line.code for line in lines]).values_list(
        "school_class__name", flat=True
    ):
        counted[name] += 1
    return sorted(counted.items())


def last_day(year: int) -> date:
    """The last day of a school year."""
    return date(year + 1, rules.AUGUST - 1, 31)


def day_of(year: int, today: date) -> date:
    """The day at which the classes of a year are looked at: today within it, else its first or its last."""
    return min(max(today, date(year, rules.AUGUST, 1)), last_day(year))
