"""The record about people, with the names behind its ids."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from portal.base import journal
from portal.base.models import JournalEntry
from portal.people.models import Decision, Field, Person
from portal.people.rules import OFFICE_NAMES
from portal.people.words import VERBS, term


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


@dataclass(frozen=True)
class Asked:
    """A proposal to withdraw someone's rights, and the verb that answered it; "" while it waits."""

    line: Line
    answer: str


def suspensions_proposed_by(person: Person, most: int = 10) -> list[Asked]:
    """What one person proposed, newest first, and what became of it."""
    about = JournalEntry.objects.filter(subject_type=journal.label(person))
    mine = list(about.filter(verb="suspension_propose", actor_id=person.pk).order_by("-id")[:most])
    answers = about.filter(verb__in=("suspend", "suspension_decline"), subject_id__in={row.subject_id for row in mine})
    given = list(answers.order_by("id").values_list("id", "subject_id", "verb"))
    return [
        Asked(line, next((verb for pk, who, verb in given if who == row.subject_id and pk > row.pk), ""))
        for row, line in zip(mine, told(mine), strict=True)
    ]
