"""What the one search finds of documents: everything that is up, by what it says and what its files say."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, time
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from portal.base.clock import ZONE
from portal.base.findable import Shelf, Words, register
from portal.base.models import JournalEntry
from portal.files.models import Attachment
from portal.records.documents import queries
from portal.records.documents.reading import READ
from portal.records.models import Document, FileWords

TOUCHING = frozenset({"publish", "raise_history", "withdraw", READ})
MORNING = time(7)


def _seen(person: object, at: datetime) -> QuerySet[Document]:
    return queries.public(at)


def _read(documents: Collection[Document]) -> dict[int, list[str]]:
    """The titles and words of the files of these documents; two queries."""
    papers = Attachment.objects.in_bulk([pk for one in documents for pk in one.papers])
    hashes = [one.sha256 for one in papers.values()]
    read = dict(FileWords.objects.filter(sha256__in=hashes).values_list("sha256", "text"))
    return {
        one.pk: [
            said for pk in one.papers if pk in papers for said in (papers[pk].title, read.get(papers[pk].sha256, ""))
        ]
        for one in documents
    }


def _issued(one: Document) -> datetime | None:
    return datetime.combine(one.issued, MORNING, ZONE) if one.issued else None


def _words(items: Collection[int] | None) -> Iterator[Words]:
    found = Document.objects.filter(live=True) if items is None else Document.objects.filter(live=True, pk__in=items)
    waiting = found.select_related("field").order_by("pk").iterator(200)
    while many := list(islice(waiting, 50)):
        read = _read(many)
        for one in many:
            parts = tuple(filter(None, (one.said(), *read[one.pk])))
            yield Words(one.pk, f"{one.kind_name} {one.symbol} {one.title}", parts, "van-ban", _issued(one))


def _cards(items: Iterable[int], person: object, at: datetime) -> dict[int, dict[str, Any]]:
    told = queries.told(queries.public(at).filter(pk__in=items), queries.today(at))
    read = _read([one.document for one in told])
    return {one.document.pk: _card(one, read[one.document.pk]) for one in told}


def _card(told: queries.Told, read: list[str]) -> dict[str, Any]:
    one = told.document
    return {
        "title": one.title, "url": one.address, "published_at": _issued(one), "text": "\n".join(filter(None, (one.intro, one.body, *read))),
        "section_title": ", ".join(filter(None, (one.kind_name, one.symbol, told.force_name.lower()))),
    }  # fmt: skip


def _touched(line: JournalEntry) -> Iterator[int]:
    if line.verb in TOUCHING and line.subject_type == Document._meta.label_lower and line.subject_id is not None:
        yield line.subject_id


register(Shelf("document", {"van-ban": "Văn bản"}, _seen, _words, _cards, _touched, order=20))
