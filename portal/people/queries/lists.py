"""Rows of this room as lists show them."""

from datetime import datetime

from django.db.models import Q, QuerySet

from portal.base import journal
from portal.base.models import JournalEntry
from portal.base.ordering import named
from portal.people.models import (
    Absence,
    CollaboratorProposal,
    Decision,
    Delegation,
    NamedDuty,
    Person,
    PersonnelProposal,
    Unit,
    UnitPost,
)  # fmt: skip
from portal.people.rules import Kind


def display_name(person: Person) -> str:
    """How a person is named on screen."""
    return str(person)


def not_over(at: datetime) -> Q:
    """Rows that hold at `at` or will."""
    return Q(ends=None) | Q(ends__gt=at)


def papers() -> QuerySet[Decision]:
    """The Principal's papers, newest first."""
    return Decision.objects.order_by("-signed_on", "-pk")


def delegations_with_names() -> QuerySet[Delegation]:
    """Delegations with all a list shows, newest first."""
    names = Delegation.objects.select_related("delegator", "delegate", "revoked_by").prefetch_related("fields")
    return names.order_by("-starts", "-pk")


def absences(at: datetime) -> QuerySet[Absence]:
    """Absences that hold or are to come."""
    return Absence.objects.filter(not_over(at)).select_related("person", "substitute").order_by("starts", "pk")


def named_duties(at: datetime) -> QuerySet[NamedDuty]:
    """Who is named for what at `at`, in the order of names."""
    held = NamedDuty.objects.filter(not_over(at), starts__lte=at).select_related("person", "named_by")
    return held.order_by("duty", *named("person__full_name"), "pk")


def staff() -> QuerySet[Person]:
    """Everyone who may hold an office."""
    return Person.objects.filter(kind=Kind.STAFF, is_active=True).order_by(*named())


def units(at: datetime) -> list[tuple[Unit, list[UnitPost]]]:
    """Every unit with who leads it, in two queries."""
    leading: dict[int, list[UnitPost]] = {}
    for post in UnitPost.objects.filter(not_over(at), starts__lte=at, leads=True).select_related("person"):
        leading.setdefault(post.unit_id, []).append(post)
    return [(unit, leading.get(unit.pk, [])) for unit in Unit.objects.all()]


def open_collaborator_proposals() -> QuerySet[CollaboratorProposal]:
    """Proposals the Head has not decided yet."""
    return CollaboratorProposal.objects.filter(state=CollaboratorProposal.State.PROPOSED)


def personnel_proposals() -> QuerySet[PersonnelProposal]:
    """The register of what was proposed to the Principal, newest first."""
    named = PersonnelProposal.objects.select_related("person", "proposed_by", "answered_by", "decision")
    return named.order_by("-proposed_at", "-pk")


def open_personnel_proposals() -> QuerySet[PersonnelProposal]:
    """What waits for the Principal's answer, the oldest first."""
    return personnel_proposals().filter(state=PersonnelProposal.State.PROPOSED).order_by("proposed_at", "pk")


def open_suspension_proposals() -> list[JournalEntry]:
    """Proposals to withdraw someone's rights that nobody has decided yet, newest first."""
    verbs = ("suspension_propose", "suspension_decline", "suspend")
    lines = JournalEntry.objects.filter(subject_type=journal.label(Person()), verb__in=verbs).order_by("-id")
    latest: dict[int | None, JournalEntry] = {}
    for line in lines:
        latest.setdefault(line.subject_id, line)
    return [line for line in latest.values() if line.verb == "suspension_propose"]
