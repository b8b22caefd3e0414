"""What the one search finds of admissions: the seasons that are up, by what they say; never an application."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from portal.base.findable import Shelf, Words, register
from portal.base.models import JournalEntry
from portal.records.admissions import queries
from portal.records.models import AdmissionSeason

UP_AND_DOWN = frozenset({"publish", "raise_history", "withdraw"})


def _seen(person: object, at: datetime) -> QuerySet[AdmissionSeason]:
    return queries.public(at)


def _parts(one: AdmissionSeason) -> tuple[str, ...]:
    said = (
        one.intro,
        one.who,
        one.method,
        one.quota,
        one.dossier,
        one.plan,
        one.place,
        one.hours,
        one.contact,
        one.basis,
    )
    return tuple(filter(None, said))


def _words(items: Collection[int] | None) -> Iterator[Words]:
    found = AdmissionSeason.objects.filter(live=True).select_related("case")
    for one in found if items is None else found.filter(pk__in=items):
        yield Words(one.pk, one.title, _parts(one), "tuyen-sinh", one.case.published_at, dated=True)


def _cards(items: Iterable[int], person: object, at: datetime) -> dict[int, dict[str, Any]]:
    found = queries.public(at).filter(pk__in=items).select_related("case")
    return {
        one.pk: {
            "title": one.title, "url": one.address, "text": "\n".join(_parts(one)), "published_at": one.case.published_at,
            "section_title": f"Tuyển sinh, năm học {one.year_name}",
        }
        for one in found
    }  # fmt: skip


def _touched(line: JournalEntry) -> Iterator[int]:
    if (
        line.verb in UP_AND_DOWN
        and line.subject_type == AdmissionSeason._meta.label_lower
        and line.subject_id is not None
    ):
        yield line.subject_id


register(Shelf("admission", {"tuyen-sinh": "Tuyển sinh"}, _seen, _words, _cards, _touched, order=23))
