"""What the one search finds of procedures: everything that is up, by what it says."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from portal.base.findable import Shelf, Words, register
from portal.base.models import JournalEntry
from portal.records.models import Procedure
from portal.records.procedures import queries

UP_AND_DOWN = frozenset({"publish", "raise_history", "withdraw"})


def _seen(person: object, at: datetime) -> QuerySet[Procedure]:
    return queries.public(at)


def _parts(one: Procedure) -> tuple[str, ...]:
    said = (one.intro, one.who, one.dossier, one.steps, one.place, one.hours, one.outcome, one.basis, one.form_title)
    return tuple(filter(None, said))


def _words(items: Collection[int] | None) -> Iterator[Words]:
    found = Procedure.objects.filter(live=True).select_related("case")
    for one in found if items is None else found.filter(pk__in=items):
        yield Words(one.pk, one.title, _parts(one), "thu-tuc", one.case.published_at, dated=False)


def _cards(items: Iterable[int], person: object, at: datetime) -> dict[int, dict[str, Any]]:
    day = queries.today(at)
    found = queries.public(at).filter(pk__in=items).select_related("case")
    return {
        one.pk: {
            "title": one.title, "url": one.address, "text": "\n".join(_parts(one)), "published_at": one.case.published_at,
            "section_title": ", ".join(filter(None, ("Thủ tục", "hết áp dụng" if queries.told(one, day).is_over else ""))),
        }
        for one in found
    }  # fmt: skip


def _touched(line: JournalEntry) -> Iterator[int]:
    if line.verb in UP_AND_DOWN and line.subject_type == Procedure._meta.label_lower and line.subject_id is not None:
        yield line.subject_id


register(Shelf("procedure", {"thu-tuc": "Thủ tục"}, _seen, _words, _cards, _touched, order=21))
