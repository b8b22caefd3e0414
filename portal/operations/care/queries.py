"""What the screens of care show: faults narrowed, whom they concern, what was mended in which month."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Case, Count, Q, QuerySet, SmallIntegerField, When
from django.db.models.functions import TruncMonth

from portal.base.clock import ZONE, day_begins
from portal.base.text import name_key
from portal.operations.care.rules import CLAUSES, NAMES, SAFETY, Kind, responsible
from portal.operations.models import Finding, KnownDomain, Round
from portal.people.models import Person
from portal.people.rules import Board

MOST_LINES = 5000
NAMELESS = "chưa ghi họ tên"
WEIGHT = Case(
    *(When(kind=kind.value, then=number) for number, kind in enumerate(NAMES)), output_field=SmallIntegerField()
)


@dataclass(frozen=True)
class Wanted:
    """What the list is narrowed to."""

    state: str = Finding.State.OPEN.value
    kind: str = ""
    mine: bool = False
    month: date | None = None


@dataclass(frozen=True)
class Row:
    """One fault as it is shown."""

    finding: Finding
    kind: Kind
    clause: str
    whose: str

    @property
    def name(self) -> str:
        return NAMES[self.kind]

    @property
    def is_safety(self) -> bool:
        return self.kind in SAFETY


def found(wanted: Wanted, person: Person, board: Board) -> QuerySet[Finding]:
    """The faults asked for: open ones by weight, the oldest first; closed ones the newest first."""
    rows = Finding.objects.filter(state=wanted.state) if wanted.state else Finding.objects.all()
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.month is not None:
        first, after = _bounds(wanted.month)
        of_month = Q(since__gte=first, since__lt=after) | Q(closed_at__gte=first, closed_at__lt=after)
        rows = rows.filter(of_month)
    if wanted.mine:
        rows = rows.filter(concerns(person.pk, board))
    rows = rows.select_related("closed_by", "field", "uploader")
    if wanted.state in (Finding.State.MENDED, Finding.State.WAIVED):
        return rows.order_by("-closed_at", "-pk")
    return rows.order_by(WEIGHT, "pk")


def concerns(person: int, board: Board) -> Q:
    """Faults of which `rules.responsible` would name this person, as the database can tell."""
    fields = {field for field, members in board.fields.items() if person in members - board.away}
    covered = {field for field, members in board.fields.items() if members - board.away}
    safety, files = Q(kind__in=SAFETY), Q(kind=Kind.UNUSED, uploader__isnull=False)
    text = ~safety & ~files
    mine = text & Q(field__in=fields) | files & Q(uploader=person)
    if person in board.sysadmins | board.leaders:
        mine |= safety
    if person in (board.secretaries | board.substitutes or board.leaders):
        mine |= text & (Q(field=None) | ~Q(field__in=covered))
    return mine


def rows(findings: Sequence[Finding], board: Board) -> list[Row]:
    """Faults with the names of those they concern; one query."""
    whose = {
        one.pk: responsible(Kind(one.kind), board, field=one.field_id, uploader=one.uploader_id) for one in findings
    }
    names = _names(person for people in whose.values() for person in people)
    return [
        Row(one, Kind(one.kind), CLAUSES[Kind(one.kind)], ", ".join(sorted(
            (names[person] for person in whose[one.pk] if person in names), key=name_key)))
        for one in findings
    ]  # fmt: skip


def _names(people: Iterable[int]) -> dict[int, str]:
    rows = Person.objects.filter(pk__in=set(people)).values_list("pk", "full_name")
    return {pk: name.strip() or NAMELESS for pk, name in rows}


def open_by_kind() -> list[tuple[Kind, str, int]]:
    """How many faults of each kind are open, in the order of their weight."""
    counted = Finding.objects.filter(state=Finding.State.OPEN).order_by().values_list("kind").annotate(Count("pk"))
    many: dict[str, int] = dict(counted)
    return [(kind, name, many[kind]) for kind, name in NAMES.items() if kind in many]


@dataclass(frozen=True)
class Month:
    """What one month brought: faults found, mended by whom or by themselves, left for a reason."""

    first: date
    found: int
    mended: int
    waived: int

    @property
    def key(self) -> str:
        return f"{self.first:%Y-%m}"


def months(at: datetime, many: int = 6) -> list[Month]:
    """The last months, the oldest first; two queries."""
    this = at.astimezone(ZONE).date().replace(day=1)
    firsts = [this]
    while len(firsts) < many:
        firsts.append(_before(firsts[-1]))
    since = day_begins(firsts[-1])
    found_in = _by_month(Finding.objects.filter(since__gte=since), "since")
    closed = Finding.objects.filter(closed_at__gte=since)
    mended = _by_month(closed.filter(state=Finding.State.MENDED), "closed_at")
    waived = _by_month(closed.filter(state=Finding.State.WAIVED), "closed_at")
    return [Month(one, found_in.get(one, 0), mended.get(one, 0), waived.get(one, 0)) for one in reversed(firsts)]


def _by_month(rows: QuerySet[Finding], hour: str) -> dict[date, int]:
    months = rows.order_by().annotate(month=TruncMonth(hour, tzinfo=ZONE)).values_list("month").annotate(Count("pk"))
    return {month.date(): many for month, many in months}


def _before(first: date) -> date:
    return first.replace(year=first.year - 1, month=12) if first.month == 1 else first.replace(month=first.month - 1)


def _bounds(month: date) -> tuple[datetime, datetime]:
    after = month.replace(year=month.year + 1, month=1) if month.month == 12 else month.replace(month=month.month + 1)
    return day_begins(month), day_begins(after)


def last_rounds() -> tuple[Round | None, Round | None]:
    """The round under way, and the last that was finished."""
    newest = list(Round.objects.order_by("-pk").select_related("asked_by")[:2])
    under_way = next((one for one in newest if one.state == Round.State.OPEN), None)
    return under_way, next((one for one in newest if one.state == Round.State.DONE), None)


def known_domains() -> QuerySet[KnownDomain]:
    """The school's list as it stands."""
    return KnownDomain.objects.filter(ended_at=None).select_related("added_by").order_by("domain")
