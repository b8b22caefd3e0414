"""Who holds what at a moment: the door every other room asks. Read from dated rows each time, so rights follow the dates
to the second (Điều 7, 10.2, 11.1)."""

from collections import defaultdict
from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest

from portal.base import clock
from portal.people.models import (
    Absence,
    Appointment,
    CollaboratorPost,
    Delegation,
    FieldAssignment,
    NamedDuty,
    Person,
    Suspension,
)
from portal.people.rules import BOARD, Board, Duty, Grant, Kind, Office


def in_force(at: datetime) -> Q:
    """Rows whose period holds at `at` (half-open)."""
    return Q(starts__lte=at) & (Q(ends=None) | Q(ends__gt=at))


def suspended(at: datetime) -> frozenset[int]:
    """People whose rights are withdrawn at `at`."""
    return frozenset(Suspension.objects.filter(in_force(at)).values_list("person_id", flat=True))


def board(at: datetime) -> Board:
    """The board as it stands at `at`, in five queries."""
    out = suspended(at)
    held: dict[str, dict[int, str]] = defaultdict(dict)
    rows = Appointment.objects.filter(in_force(at), person__is_active=True)
    for person, office, number in rows.values_list("person_id", "office", "decision__number"):
        if person not in out:
            held[office][person] = number
    people = {office: frozenset(held[office.value]) for office in Office}
    away, substitutes = set(), set()
    of_board = frozenset().union(*(people[office] for office in BOARD))
    for person, substitute in Absence.objects.filter(in_force(at)).values_list("person_id", "substitute_id"):
        away.add(person)
        if substitute in of_board and person in people[Office.SECRETARY]:  # who leaves the board stands in no longer
            substitutes.add(substitute)
    return Board(
        heads=people[Office.HEAD], acting_heads=dict(held[Office.ACTING_HEAD.value]), deputies=people[Office.DEPUTY],
        secretaries=people[Office.SECRETARY], substitutes=frozenset(substitutes), members=people[Office.MEMBER],
        fields=_fields(at, people[Office.MEMBER]), grants=_grants(at, people), sysadmins=people[Office.SYSADMIN],
        principals=people[Office.PRINCIPAL], vice_principals=people[Office.VICE_PRINCIPAL], away=frozenset(away),
        suspended=out,
    )  # fmt: skip


def _fields(at: datetime, members: frozenset[int]) -> dict[int, frozenset[int]]:
    held: dict[int, set[int]] = defaultdict(set)
    for field, person in FieldAssignment.objects.filter(in_force(at)).values_list("field_id", "person_id"):
        if person in members:
            held[field].add(person)
    return {field: frozenset(people) for field, people in held.items()}


def _grants(at: datetime, people: dict[Office, frozenset[int]]) -> tuple[Grant, ...]:
    """Delegations in force: given by one who still leads, to one who is still a Member."""
    leaders = people[Office.HEAD] | people[Office.ACTING_HEAD]
    rows = Delegation.objects.filter(in_force(at), Q(revoked_at=None) | Q(revoked_at__gt=at)).prefetch_related("fields")
    return tuple(
        Grant(row.pk, row.delegator_id, row.delegate_id, frozenset(f.pk for f in row.fields.all()), row.number)
        for row in rows
        if row.delegator_id in leaders and row.delegate_id in people[Office.MEMBER]
    )


def is_suspended(person: Person, at: datetime) -> bool:
    """Whether this person's rights are withdrawn at `at`."""
    return Suspension.objects.filter(in_force(at), person=person).exists()


def is_insider(person: object, at: datetime, board: Board | None = None) -> bool:
    """Whether the internal layer opens for this person: staff with an account, not suspended (Điều 15.3). `board` is that
    of the same hour, where it was read."""
    if not isinstance(person, Person) or not person.is_active:
        return False
    out = is_suspended(person, at) if board is None else person.pk in board.suspended
    return person.kind == Kind.STAFF and not out


def held_by(person: int, at: datetime) -> frozenset[Office]:
    """What one person held at `at`; nothing where his rights were withdrawn."""
    out = Exists(Suspension.objects.filter(in_force(at), person=OuterRef("person")))
    rows = Appointment.objects.filter(in_force(at), ~out, person=person, person__is_active=True)
    return frozenset(Office(office) for office in rows.values_list("office", flat=True))


def moment(request: HttpRequest) -> datetime:
    """The hour a request came in."""
    if not hasattr(request, "came_in_at"):
        request.came_in_at = clock.now()  # type: ignore[attr-defined]
    return request.came_in_at  # type: ignore[attr-defined,no-any-return]


def board_of(request: HttpRequest) -> Board:
    """The board at that hour, read once a request; a verb reads it anew inside its own transaction."""
    if not hasattr(request, "board_then"):
        request.board_then = board(moment(request))  # type: ignore[attr-defined]
    return request.board_then  # type: ignore[attr-defined,no-any-return]


def opens_technical_screens(person: object, at: datetime) -> bool:
    """Whether Wagtail's own screens open: technical power with its rights standing, which is no office (Điều 14.2, 15.3)."""
    return isinstance(person, Person) and person.is_active and person.is_superuser and not is_suspended(person, at)


def posts(person: Person, at: datetime) -> frozenset[int]:
    """Fields a collaborator may write in (Điều 11.5)."""
    return frozenset(CollaboratorPost.objects.filter(in_force(at), person=person).values_list("field_id", flat=True))


def collaborators(ids: frozenset[int]) -> frozenset[int]:
    """Which of these people write from outside the staff: collaborators, and pupils or parents named as authors."""
    return frozenset(Person.objects.filter(pk__in=ids).exclude(kind=Kind.STAFF).values_list("pk", flat=True))


def duties(person: object, at: datetime) -> frozenset[Duty]:
    """What this person is named for by the Principal at `at`; nothing for whoever is no insider (Điều 7, 16.1.2)."""
    if not is_insider(person, at):
        return frozenset()
    held = NamedDuty.objects.filter(in_force(at), person=person)
    return frozenset(Duty(duty) for duty in held.values_list("duty", flat=True))
