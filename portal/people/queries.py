"""Reads about people."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from portal.base import journal
from portal.base.models import JournalEntry
from portal.base.text import name_key
from portal.people import offices
from portal.people.models import (
    Absence,
    Appointment,
    CollaboratorProposal,
    Decision,
    Delegation,
    Field,
    FieldAssignment,
    Person,
    Suspension,
)
from portal.people.rules import OFFICE_NAMES, Kind
from portal.people.words import VERBS, term

SOON = timedelta(days=60)


def display_name(person: Person) -> str:
    """How a person is named on screen."""
    return str(person)


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


def overview(at: datetime) -> Overview:
    """The board as it stands, in a fixed number of queries."""
    order = list(OFFICE_NAMES)
    given = Appointment.objects.filter(not_over(at)).select_related("person", "decision")
    rows = sorted(given, key=lambda row: (order.index(row.office), name_key(str(row.person))))
    assignments: dict[int, list[FieldAssignment]] = defaultdict(list)
    for row in FieldAssignment.objects.filter(offices.in_force(at)).select_related("field"):
        assignments[row.person_id].append(row)
    delegations = list(delegations_with_names().filter(not_over(at), revoked_at=None))
    soon = at + SOON
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
    )


def not_over(at: datetime) -> Q:
    """Rows that hold at `at` or will."""
    return Q(ends=None) | Q(ends__gt=at)


def delegations_with_names() -> QuerySet[Delegation]:
    """Delegations with all a list shows, newest first."""
    names = Delegation.objects.select_related("delegator", "delegate", "revoked_by").prefetch_related("fields")
    return names.order_by("-starts", "-pk")


def absences(at: datetime) -> QuerySet[Absence]:
    """Absences that hold or are to come."""
    return Absence.objects.filter(not_over(at)).select_related("person", "substitute").order_by("starts", "pk")


def staff() -> QuerySet[Person]:
    """Everyone who may hold an office."""
    return Person.objects.filter(kind=Kind.STAFF, is_active=True).order_by("full_name")


def accounts(at: datetime) -> QuerySet[Person]:
    """Every account with what its health is judged by: sign-in, password, suspension, tokens."""
    suspended = Suspension.objects.filter(offices.in_force(at), person=OuterRef("pk"))
    tokens = Q(tokens__revoked_at=None, tokens__expires_at__gt=at)
    marked = Person.objects.annotate(is_out=Exists(suspended), live_tokens=Count("tokens", filter=tokens))
    return marked.order_by("kind", "full_name", "pk")


def lines_about(person: Person) -> QuerySet[JournalEntry]:
    """The record of one person, newest first."""
    return journal.lines_of(person).order_by("-id")


def recent_lines() -> QuerySet[JournalEntry]:
    """What was lately decided about offices, fields and delegations; nothing about suspensions."""
    shown = ("appoint", "acting_head_name", "appointment_end", "field_assign", "field_end", "delegate",
             "delegation_revoke", "unit_post", "unit_leave", "collaborator_accept", "collaborator_end")  # fmt: skip
    return JournalEntry.objects.filter(subject_type=journal.label(Person()), verb__in=shown).order_by("-id")


@dataclass(frozen=True)
class Line:
    """One line of the record with its names."""

    at: datetime
    verb_label: str
    about: str
    by: str
    acting_for: str
    office: str
    clause: str
    reason: str
    note: str


def told(lines: Iterable[JournalEntry], *, reasons: bool = True) -> list[Line]:
    """Lines with the names behind their ids, in four queries whatever their number."""
    rows = list(lines)
    ids = {pk for row in rows for pk in (row.actor_id, row.acting_for_id, row.subject_id) if pk}
    names = {pk: str(person) for pk, person in Person.objects.in_bulk(ids).items()}
    numbers = dict(Decision.objects.filter(pk__in=_ids(rows, "decision")).values_list("pk", "number"))
    fields = dict(Field.objects.filter(pk__in=_ids(rows, "field")).values_list("pk", "title"))
    return [
        Line(
            at=row.at, verb_label=VERBS.get(row.verb, row.verb), about=names.get(row.subject_id or 0, ""),
            by=names.get(row.actor_id or 0, "Cổng (tự động)"), acting_for=names.get(row.acting_for_id or 0, ""),
            office=OFFICE_NAMES.get(row.office, ""), clause=row.clause, note=_note(row.data, numbers, fields),
            reason=row.reason if reasons or not row.verb.startswith("suspen") else "",
        )
        for row in rows
    ]  # fmt: skip


def _ids(rows: Iterable[JournalEntry], key: str) -> set[int]:
    return {row.data[key] for row in rows if row.data.get(key)}


def _note(data: dict[str, Any], numbers: dict[int, str], fields: dict[int, str]) -> str:
    parts = [
        OFFICE_NAMES.get(data.get("office", ""), ""),
        fields.get(data.get("field", 0), ""),
        f"quyết định số {numbers[data['decision']]}" if data.get("decision") in numbers else "",
        f"giấy số {data['number']}" if data.get("number") else "",
        f"còn {data['days']} ngày" if data.get("days") else "",
    ]
    starts, ends = data.get("starts"), data.get("ends")
    if starts:
        parts.append(
            term(datetime.fromisoformat(starts), datetime.fromisoformat(ends) if ends else None, "không ghi hạn")
        )
    return " · ".join(part for part in parts if part)


def open_collaborator_proposals() -> QuerySet[CollaboratorProposal]:
    """Proposals the Head has not decided yet."""
    return CollaboratorProposal.objects.filter(state=CollaboratorProposal.State.PROPOSED)


def open_suspension_proposals() -> list[JournalEntry]:
    """Proposals to withdraw someone's rights that nobody has decided yet, newest first."""
    verbs = ("suspension_propose", "suspension_decline", "suspend")
    lines = JournalEntry.objects.filter(subject_type=journal.label(Person()), verb__in=verbs).order_by("-id")
    latest: dict[int | None, JournalEntry] = {}
    for line in lines:
        latest.setdefault(line.subject_id, line)
    return [line for line in latest.values() if line.verb == "suspension_propose"]
