"""The reads of the library: each asks who asks, at which hour (Điều 15.1, 15.3)."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from django.db.models import Avg, Count, Q, QuerySet, Sum

from portal.approval.models import Approval, Case
from portal.base.text import fold
from portal.files.models import Attachment
from portal.intranet.library import rules
from portal.intranet.library.rules import Teacher
from portal.intranet.models import (
    Downloads,
    LibraryItem,
    LibraryOpinion,
    LibraryPaper,
    Rating,
    SharedDraft,
    Subject,
    TextbookSeries,
)
from portal.people import offices
from portal.people.models import Person, Unit, UnitPost
from portal.people.offices import in_force
from portal.people.rules import Board

MOST_LINES = 5_000  # of one spreadsheet


def writers(case: Case) -> frozenset[int]:
    """Whose item it is."""
    return frozenset({case.creator_id, *case.authors})


def teacher(person: Person, at: datetime) -> Teacher:
    """One of the staff with his units as they are at `at`."""
    posts = list(UnitPost.objects.filter(in_force(at), person=person).values_list("unit", "leads"))
    return Teacher(person.pk, frozenset(unit for unit, _ in posts), frozenset(unit for unit, leads in posts if leads))


def favourable(item: LibraryItem, hash: str) -> bool | None:
    """What the leader last said of these words; None where he said nothing."""
    said = LibraryOpinion.objects.filter(item=item.pk, hash=hash, said_at__isnull=False)
    return said.order_by("-pk").values_list("favourable", flat=True).first()


@dataclass(frozen=True)
class Wanted:
    """What a list is narrowed to; None and "" are everything."""

    sort: str | None = None
    grade: int | None = None
    subject: int | None = None
    series: int | None = None
    year: int | None = None
    unit: int | None = None
    words: str = ""


FACETS = tuple(one.name for one in fields(Wanted) if one.name != "words")


def visible_to(person: Person, at: datetime, board: Board | None = None) -> QuerySet[LibraryItem]:
    """The items that are up, for insiders; none for anybody else. `board` is that of the same hour, where it was read."""
    up = LibraryItem.objects.filter(live=True)
    return up if offices.is_insider(person, at, board) else up.none()


def narrowed(up: QuerySet[LibraryItem], wanted: Wanted) -> QuerySet[LibraryItem]:
    """Those that fit everything that is wanted."""
    for name in FACETS:
        if (value := getattr(wanted, name)) is not None:
            up = up.filter(**{name: value})
    return called(up, wanted.words)


def called(up: QuerySet[LibraryItem], words: str) -> QuerySet[LibraryItem]:
    """Those whose name, as readers have it, holds every word. Of one under correction the case knows the name to come: such
    items, never many, are read by the name that is up."""
    asked = fold(words).split()
    if not asked:
        return up
    changing = up.filter(case__correcting=True).values_list("pk", "title")
    kept = [pk for pk, title in changing if all(word in fold(title) for word in asked)]
    steady = Q(case__correcting=False)
    for word in asked:
        steady &= Q(case__title_key__contains=word)
    return up.filter(steady | Q(pk__in=kept))


def listed(up: QuerySet[LibraryItem], wanted: Wanted) -> QuerySet[LibraryItem]:
    """The same with all a line shows, the newest first."""
    rows: QuerySet[LibraryItem] = narrowed(up, wanted).select_related("subject", "series", "unit", "case__creator")
    return rows.order_by("-case__published_at", "-pk")


@dataclass(frozen=True)
class Choice:
    """One value a list can be narrowed to, with how many it would leave."""

    value: Any
    title: str
    many: int
    chosen: bool


def choices(up: QuerySet[LibraryItem], wanted: Wanted) -> dict[str, list[Choice]]:
    """For each thing a list is narrowed by, the values there are under everything else that is chosen; one query each."""
    names: dict[str, dict[Any, str]] = {
        "sort": {str(key): name for key, name in rules.SORTS.items()}, "grade": dict(rules.GRADES),
        "subject": {one.pk: one.title for one in Subject.objects.all()},
        "series": {one.pk: one.title for one in TextbookSeries.objects.all()},
        "unit": {one.pk: one.title for one in Unit.objects.all()},
    }  # fmt: skip
    up, wanted = called(up, wanted.words), replace(wanted, words="")
    return {name: _choices(up, wanted, name, names.get(name)) for name in FACETS}


def _choices(up: QuerySet[LibraryItem], wanted: Wanted, name: str, names: dict[Any, str] | None) -> list[Choice]:
    rest = narrowed(up, replace(wanted, **{name: None}))  # type: ignore[arg-type]
    many = dict(rest.order_by().values_list(name).annotate(many=Count("pk")))
    chosen = getattr(wanted, name)
    if names is None:
        names = {
            year: rules.year_name(year) for year in sorted((year for year in many if year is not None), reverse=True)
        }
    return [Choice(value, title, many.get(value, 0), value == chosen) for value, title in names.items()
            if many.get(value) or value == chosen]  # fmt: skip


@dataclass(frozen=True)
class Worth:
    """What colleagues made of an item: how many rated it, the mean (1–5, None without any), how often it was fetched."""

    rated: int = 0
    mean: float | None = None
    fetched: int = 0


def worth(items: Iterable[int]) -> dict[int, Worth]:
    """Of these items, in two queries."""
    ids = list(items)
    given = (
        Rating.objects.filter(item__in=ids).order_by().values_list("item").annotate(many=Count("pk"), mean=Avg("stars"))
    )
    rated = {item: (many, mean) for item, many, mean in given}
    counted = Downloads.objects.filter(item__in=ids).order_by().values_list("item").annotate(total=Sum("count"))
    taken = dict(counted)
    return {pk: Worth(*rated.get(pk, (0, None)), taken.get(pk, 0)) for pk in ids}


@dataclass(frozen=True)
class Version:
    """One approved text of an item: its number from one on, since when it was up, who approved it, its hash."""

    number: int
    up_at: datetime
    by: str
    hash: str
    now: bool
    revision: Any


def versions(item: LibraryItem) -> list[Version]:
    """Every text of it that ever was up, the newest first (Điều 12.3)."""
    given = (
        Approval.objects.filter(page_id=item.pk, went_live_at__isnull=False)
        .select_related("by", "revision")
        .order_by("pk")
    )
    found = [
        Version(number, one.went_live_at, str(one.by), one.hash, one.revoked_at is None, one.revision)
        for number, one in enumerate(given, 1)
        if one.went_live_at is not None
    ]
    return found[::-1]


def mine(person: Person) -> QuerySet[LibraryItem]:
    """What this person sent or is writing, what was touched last first."""
    own: QuerySet[LibraryItem] = LibraryItem.objects.filter(case__creator=person).select_related(
        "subject", "unit", "case"
    )
    return own.order_by("-case__touched_at", "-pk")


def asked_of(me: Teacher) -> QuerySet[LibraryOpinion]:
    """What lies with this leader for his opinion, the oldest first."""
    lying = LibraryOpinion.objects.filter(unit__in=me.leads, said_at=None, dropped_at=None).exclude(asked_by=me.id)
    return lying.select_related("item__case", "unit", "asked_by").order_by("asked_at", "pk")


def lying(items: Iterable[int]) -> QuerySet[LibraryOpinion]:
    """Which of these items lie with a leader."""
    return LibraryOpinion.objects.filter(item__in=list(items), said_at=None, dropped_at=None)


def library_lying(item: int, hash: str) -> bool:
    """Whether these very words of an item lie with a leader."""
    return lying([item]).filter(hash=hash).exists()


def library_title(item: int) -> str:
    """What the newest text of an item is called; "" where there is no such item."""
    titles = LibraryItem.objects.filter(pk=item).values_list("case__title", flat=True)
    return str(titles.first() or "")


def shared_with(me: Teacher) -> QuerySet[LibraryItem]:
    """Drafts colleagues show to this person's units, what was touched last first."""
    seen: QuerySet[LibraryItem] = LibraryItem.objects.filter(shared__unit__in=me.units).exclude(case__creator=me.id)
    return seen.select_related("shared__unit", "case__creator").order_by("-case__touched_at", "-pk")


def may_read_draft(item: LibraryItem, me: Teacher, board: Board) -> bool:
    """Whether this person reads the newest text of an item, up or not (R-LIB-09)."""
    asked = LibraryOpinion.objects.filter(item=item.pk, dropped_at=None, unit__in=me.leads).exists()
    shared = SharedDraft.objects.filter(item=item.pk, unit__in=me.units).exists()
    return rules.may_read_draft(me, board, writers=writers(item.case), asked=asked, shared=shared) is None


def may_open(attachment: Attachment, person: Person, at: datetime) -> bool:
    """Whether a guarded file opens for one of the staff because an item that is up has it, now or in an older version, or
    because he may read a draft that carries it (R-LIB-09)."""
    carried = LibraryPaper.objects.filter(attachment=attachment)
    if carried.filter(shown=True, item__live=True).exists():
        return True
    items = list(LibraryItem.objects.filter(carried__in=carried).select_related("case")[:50])
    if not items:
        return False
    me, board = teacher(person, at), offices.board(at)
    return any(may_read_draft(item, me, board) for item in items)
