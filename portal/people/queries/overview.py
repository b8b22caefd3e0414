"""The board as it stands: who holds what, what is missing, what ends soon."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from portal.base import regulation
from portal.base.text import name_key
from portal.people import offices
from portal.people.models import Absence, Appointment, Delegation, Field, FieldAssignment, Person, Suspension
from portal.people.queries.lists import absences, delegations_with_names, not_over
from portal.people.rules import BOARD, OFFICE_NAMES, Board, Missing, Office, gaps
from portal.people.words import end_of


@dataclass(frozen=True)
class Overview:
    """Who holds what at one moment, and what ends soon."""

    appointments: list[Appointment]
    coming: list[Appointment]
    assignments: dict[int, list[FieldAssignment]]  # person → fields
    delegations: list[Delegation]
    absences: list[Absence]
    suspensions: list[Suspension]
    ends_soon: list[Appointment | Delegation]
    missing: list[Missing]


def overview(at: datetime, board: Board) -> Overview:
    """The board as it stands, in a fixed number of queries."""
    order = list(OFFICE_NAMES)
    given = Appointment.objects.filter(not_over(at)).select_related("person", "decision")
    rows = sorted(given, key=lambda row: (order.index(row.office), name_key(str(row.person))))
    assignments: dict[int, list[FieldAssignment]] = defaultdict(list)
    for row in FieldAssignment.objects.filter(offices.in_force(at)).select_related("field"):
        assignments[row.person_id].append(row)
    delegations = list(delegations_with_names().filter(not_over(at), revoked_at=None))
    soon = at + timedelta(days=max(warning_days(at)))
    held: list[Appointment | Delegation] = [*rows, *delegations]
    ending = [row for row in held if row.starts <= at and row.ends is not None and row.ends <= soon]
    return Overview(
        appointments=[row for row in rows if row.starts <= at],
        coming=[row for row in rows if row.starts > at],
        assignments=dict(assignments),
        delegations=delegations,
        absences=list(absences(at)),
        suspensions=list(Suspension.objects.filter(offices.in_force(at)).select_related("person", "decided_by")),
        ends_soon=sorted(ending, key=lambda row: row.ends or at),
        missing=gaps(board, Field.objects.values_list("pk", "title")),
    )


def warning_days(at: datetime) -> tuple[int, ...]:
    """How many days before a written end it is warned of."""
    told = regulation.value("people.term_warning_days", at.date())
    return tuple(int(day) for day in told.split(",") if day.strip()) or (0,)


@dataclass(frozen=True)
class Duty:
    """What one person of the board may say of his own duty: that he is away or back, whom he lets decide."""

    leads: bool
    away: Absence | None
    until: str  # the end of the absence in words; "" where it is open
    given: list[tuple[Delegation, str]]  # with their ends in words
    members: list[Person]


def duty(person: Person, at: datetime, board: Board) -> Duty | None:
    """None for whom no office of the board calls, or whose rights are withdrawn; at most three queries."""
    held = board.offices(person.pk)
    if not held & BOARD:
        return None
    away = absences(at).filter(person=person).first()
    until = end_of(away.ends) if away is not None and away.ends else ""
    if not held & {Office.HEAD, Office.ACTING_HEAD}:
        return Duty(False, away, until, [], [])
    mine = delegations_with_names().filter(not_over(at), revoked_at=None, delegator=person)
    of_the_board = Appointment.objects.filter(offices.in_force(at), office="member").exclude(person=person)
    members = sorted(Person.objects.filter(pk__in=of_the_board.values("person")), key=lambda one: name_key(str(one)))
    return Duty(True, away, until, [(paper, end_of(paper.ends)) for paper in mine if paper.ends], members)
