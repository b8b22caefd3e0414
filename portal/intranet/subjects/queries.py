"""Reading the catalogue of subjects and series, with how much is filed under each."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from portal.intranet.models import LibraryItem, Subject, TextbookSeries
from portal.intranet.subjects import rules
from portal.people import offices
from portal.people.models import Person

Kept = Subject | TextbookSeries
KINDS: dict[str, type[Subject] | type[TextbookSeries]] = {"mon": Subject, "sach": TextbookSeries}
TITLES = {"mon": "Môn học", "sach": "Bộ sách"}
FIELDS = {"mon": "subject", "sach": "series"}


@dataclass(frozen=True)
class Shelf:
    """One list of the catalogue: its rows in order, each with how many items are filed under it."""

    kind: str
    title: str
    rows: list[tuple[Kept, int]]


def shelf(kind: str) -> Shelf:
    """One list; two queries."""
    many = dict(LibraryItem.objects.order_by().values_list(FIELDS[kind]).annotate(many=Count("pk")))
    return Shelf(kind, TITLES[kind], [(row, many.get(row.pk, 0)) for row in KINDS[kind].objects.all()])


def may_keep(person: Person, at: datetime) -> bool:
    """Whether this person keeps the catalogue (R-SUBJECT-01)."""
    return rules.may_keep(offices.board(at), person.pk) is None
