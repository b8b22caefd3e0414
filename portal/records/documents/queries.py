"""What documents there are, which bind, what they do to each other; the register; who may do what (Điều 16.1.2)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import ExtractYear

from portal.approval.models import Case
from portal.approval.queries import latest
from portal.approval.rules import State
from portal.base import regulation
from portal.base.clock import ZONE
from portal.base.models import School
from portal.base.rules import Refusal
from portal.base.text import fold, has_marks, nfc
from portal.files.queries import holds_files
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board
from portal.records.documents import rules
from portal.records.documents.kinds import NAMES
from portal.records.models import Document, DocumentLink, RegisterBook, RegisterLine
from portal.records.models.tree import TRUNK

BASE = "/noi-bo/van-ban/"
MOST_LINES = 5000  # of one spreadsheet


def today(at: datetime) -> date:
    """The school's day."""
    return at.astimezone(ZONE).date()


# ---- who ----


def may_write(person: Person, at: datetime, board: Board | None = None) -> Refusal | None:
    """R-DOC-01 at `at`."""
    return rules.may_write(board or offices.board(at), person.pk, offices.duties(person, at))


def may_number(person: Person, at: datetime, board: Board | None = None) -> Refusal | None:
    """R-DOC-02 at `at`."""
    return rules.may_number(board or offices.board(at), person.pk, offices.duties(person, at))


def may_read_register(person: Person, at: datetime, board: Board | None = None) -> Refusal | None:
    """R-DOC-03 at `at`."""
    return rules.may_read_register(board or offices.board(at), person.pk, offices.duties(person, at))


# ---- what readers see ----


@holds_files("records.document")
def public(at: datetime) -> QuerySet[Document]:
    """Documents any reader may open."""
    return Document.objects.filter(live=True)


@dataclass(frozen=True)
class Wanted:
    """What a list is narrowed to; None where not."""

    year: int | None = None
    kind: str | None = None
    origin: str | None = None
    words: str = ""


def listed(asked: Wanted) -> QuerySet[Document]:
    """Documents that are up, narrowed, the newest first."""
    found = Document.objects.filter(live=True)
    found = found.filter(issued__year=asked.year) if asked.year else found
    found = found.filter(kind=asked.kind) if asked.kind else found
    found = found.filter(origin=asked.origin) if asked.origin else found
    for word in asked.words.split():
        name, key = ("exact", nfc(word).lower()) if has_marks(word) else ("folded", fold(word))
        found = found.filter(**{f"found_by__{name}__contains": key})
    return found.order_by(F("issued").desc(nulls_last=True), "-pk")


def choices(asked: Wanted) -> dict[str, list[tuple[Any, str, int]]]:
    """For each thing a list is narrowed by its values (value, name, how many), under what else was asked; three queries."""

    def counted(name: str, by: Any) -> list[tuple[Any, int]]:
        rows = listed(_without(asked, name)).order_by().annotate(value=by).values("value")
        return [(row["value"], row["many"]) for row in rows.annotate(many=Count("pk")) if row["value"]]

    years = sorted(counted("year", ExtractYear("issued")), reverse=True)
    kinds = sorted(counted("kind", F("kind")), key=lambda one: -one[1])
    return {
        "year": [(value, str(value), many) for value, many in years],
        "kind": [(value, rules.kind_name(value), many) for value, many in kinds],
        "origin": [(value, rules.ORIGINS[rules.Origin(value)], many)
                   for value, many in sorted(counted("origin", F("origin")), reverse=True)],
    }  # fmt: skip


def _without(asked: Wanted, name: str) -> Wanted:
    changes: dict[str, Any] = {name: None}
    return replace(asked, **changes)


@dataclass(frozen=True)
class Tie:
    """A document another one does something to, or has it done by: what, since when, which, where."""

    relation: rules.Relation
    symbol: str
    title: str
    address: str
    kind_name: str
    since: date | None


@dataclass(frozen=True)
class Told:
    """One document with how it stands today."""

    document: Document
    force: rules.Force
    does: tuple[Tie, ...]
    undergoes: tuple[Tie, ...]

    @property
    def force_name(self) -> str:
        return rules.FORCES[self.force]


def told(documents: Iterable[Document], day: date) -> list[Told]:
    """Each with whether it binds on `day` and what it does and undergoes among documents that are up; two queries."""
    documents = list(documents)
    numbers = [one.pk for one in documents]
    does: dict[int, list[Tie]] = defaultdict(list)
    undergoes: dict[int, list[Tie]] = defaultdict(list)
    mine = DocumentLink.objects.filter(source__live=True).order_by("pk")
    for link in mine.filter(source__in=numbers).select_related("target"):
        does[link.source_id].append(_tie(link, link.target, link.target.live))
    for link in mine.filter(target__in=numbers).select_related("source"):
        undergoes[link.target_id].append(_tie(link, link.source, True))
    return [_as_it_stands(one, day, tuple(does[one.pk]), tuple(undergoes[one.pk])) for one in documents]


def _tie(link: DocumentLink, other: Document, up: bool) -> Tie:
    begins = rules.begins(other.given())
    address = other.address if up else ""
    return Tie(rules.Relation(link.relation), other.symbol, other.title, address, other.kind_name, begins)


def _as_it_stands(one: Document, day: date, does: tuple[Tie, ...], undergoes: tuple[Tie, ...]) -> Told:
    replaced = [tie.since for tie in undergoes if tie.relation is rules.Relation.REPLACES and tie.since]
    return Told(one, rules.force(rules.begins(one.given()), one.ends, replaced, day), does, undergoes)


def at_address(year: int, slug: str) -> Document | None:
    """The document that is up there."""
    there = f"/{TRUNK[0]}/van-ban/{year}/{slug}/"
    return Document.objects.filter(live=True, url_path=there).select_related("field", "case").first()


def addresses() -> list[tuple[str, datetime]]:
    """Every document that is up with when it last changed, the newest first; one query."""
    found = Document.objects.filter(live=True).select_related("case").order_by("-issued", "-pk")
    return [(one.address, changed) for one in found
            if (changed := one.case.corrected_at or one.case.published_at) is not None]  # fmt: skip


# ---- what its keepers see ----


def under_way() -> list[Document]:
    """Documents on their way, the last touched first, as they stand now."""
    cases = Case.objects.filter(page__in=Document.objects.values("pk")).exclude(state=State.PUBLISHED)
    return [latest(case.page.specific) for case in cases.select_related("page").order_by("-touched_at")[:40]]


def relatable(itself: int | None) -> list[tuple[int, str]]:
    """Documents another may replace or amend, by kind and symbol."""
    found = Document.objects.filter(live=True).exclude(pk=itself).order_by("-issued", "-pk")
    return [
        (pk, f"{rules.kind_name(kind)} {symbol}: {title}"[:140])
        for pk, kind, symbol, title in found.values_list("pk", "kind", "symbol", "title")[:500]
    ]


# ---- the register ----


def lines(year: int, kind: str = "") -> QuerySet[RegisterLine]:
    """The numbers of a year, of one kind or all, the last first."""
    found = RegisterLine.objects.filter(book__year=year).select_related("book", "taken_by", "cancelled_by")
    found = found.filter(book__kind=kind) if kind else found
    return found.order_by("-issued", "-number", "-pk")


def books(year: int) -> list[tuple[str, str, int]]:
    """The books of a year: kind, name, last number; in the order of the kinds."""
    found = dict(RegisterBook.objects.filter(year=year, last__gt=0).values_list("kind", "last"))
    return [(code, name, found[code]) for code, name in NAMES.items() if code in found]


def years() -> list[int]:
    """The years there are books of, the newest first."""
    return sorted(set(RegisterBook.objects.values_list("year", flat=True)), reverse=True)


def borne_by(of: Iterable[RegisterLine]) -> Mapping[int, Document]:
    """The documents that bear these numbers, by the number's row."""
    return {one.line_id: one for one in Document.objects.filter(line__in=[line.pk for line in of]) if one.line_id}


def last_day(kind: str, year: int) -> date | None:
    """The day of the last number of a book that was not cancelled."""
    found = RegisterLine.objects.filter(book__kind=kind, book__year=year, cancelled_at=None).order_by("-number")
    return found.values_list("issued", flat=True).first()


def short_name(day: date) -> str:
    """The school's letters in its symbols: as the school set them, else those of its crest."""
    school = School.objects.first()
    return regulation.value("records.symbol", day) or (school.initials if school else "")


def issuer_name() -> str:
    """What stands for the school as issuer."""
    school = School.objects.first()
    return school.name if school else ""


def is_borne(line: RegisterLine) -> bool:
    """Whether a document that is up bears this number."""
    return Document.objects.filter(Q(line=line), live=True).exists()
