"""What the one search finds of what the school discloses: what is up, its words, the cells of its tables (Điều 16.1.2)."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from itertools import chain
from typing import Any

from django.db.models import QuerySet

from portal.base.findable import Shelf, Words, register
from portal.base.models import JournalEntry
from portal.records.disclosures.amended_rules import QUALITY
from portal.records.disclosures.circulars import year_name
from portal.records.disclosures.queries import KIND, up
from portal.records.disclosures.shown import as_read
from portal.records.models import Disclosure, Outcome

OUTCOME = "records.outcome"
UP_AND_DOWN = frozenset({"publish", "raise_history", "withdraw"})


def _seen(person: object, at: datetime) -> QuerySet[Disclosure]:
    return up(at)


def _words(items: Collection[int] | None) -> Iterator[Words]:
    found = Disclosure.objects.filter(live=True).select_related("case")
    for one in found if items is None else found.filter(pk__in=items):
        read = as_read(one)
        yield Words(one.pk, one.title, (read.words, _cells(read)), "cong-khai", one.case.published_at)


def _cells(one: Disclosure) -> str:
    return " ".join(
        chain.from_iterable([t["caption"], *t["head"], *chain.from_iterable(t["rows"])] for t in one.tables)
    )


def _cards(items: Iterable[int], person: object, at: datetime) -> dict[int, dict[str, Any]]:
    return {
        one.pk: {
            "title": one.title, "section_title": f"Công khai, năm học {year_name(one.year)}", "url": one.public_address,
            "text": f"{one.words} {_cells(one)}", "published_at": one.case.published_at,
        }
        for one in map(as_read, up(at).filter(pk__in=items).select_related("case"))
    }  # fmt: skip


def _touched(line: JournalEntry) -> Iterator[int]:
    if line.verb in UP_AND_DOWN and line.subject_type == KIND and line.subject_id is not None:
        yield line.subject_id
    if line.verb in UP_AND_DOWN and line.subject_type == OUTCOME:  # a copy of it may be read no longer (R-DISC-19)
        for year in Outcome.objects.filter(pk=line.subject_id).values_list("year", flat=True):
            yield from Disclosure.objects.filter(year=year + 1, code=QUALITY).values_list("pk", flat=True)


register(Shelf("disclosure", {"cong-khai": "Công khai"}, _seen, _words, _cards, _touched, order=22))
