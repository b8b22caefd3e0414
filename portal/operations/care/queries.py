"""What the screens of care show: faults narrowed, whom they concern, what was mended in which month."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, SmallIntegerField, When, Window
from django.db.models.functions import RowNumber, TruncMonth

from portal.base.clock import ZONE, day_begins
from portal.base.text import name_key
from portal.news.models import Article
from portal.operations.care.rules import CLAUSES, NAMES, SAFETY, Kind, responsible
from portal.operations.models import Finding, KnownDomain, Place, Round
from portal.people.models import Person
from portal.people.rules import Board

MOST_LINES = 5000
A_FEW = 3  # places told with a fault on a list
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
    """One fault as it is shown: whom it concerns, where it shows (`many` places, the newest of them first), how often it was
    closed before."""

    finding: Finding
    kind: Kind
    clause: str
    whose: str
    places: Sequence[Place] = ()
    many: int = 0
    before: int = 0

    @property
    def name(self) -> str:
        return NAMES[self.kind]

    @property
    def is_safety(self) -> bool:
        return self.kind in SAFETY

    @property
    def place(self) -> Place | None:
        return self.places[0] if self.places else None

    @property
    def more(self) -> int:
        return self.many - len(self.places)


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
    rows = rows.select_related("closed_by", "uploader")
    if wanted.state in (Finding.State.MENDED, Finding.State.WAIVED):
        return rows.order_by("-closed_at", "-pk")
    return rows.order_by(WEIGHT, "pk")


def shows() -> Q:
    """Of places: those where the fault shows now, or showed when it was closed."""
    return Q(gone_at=None) | ~Q(finding__state=Finding.State.OPEN)


def concerns(person: int, board: Board) -> Q:
    """Faults of which `rules.responsible` would name this person, as the database can tell."""
    fields = {field for field, members in board.fields.items() if person in members - board.away}
    covered = {field for field, members in board.fields.items() if members - board.away}
    safety, files = Q(kind__in=SAFETY), Q(kind=Kind.UNUSED, uploader__isnull=False)
    text = ~safety & ~files
    places = Place.objects.filter(shows(), finding=OuterRef("pk"))
    mine = text & Exists(places.filter(field__in=fields)) | files & Q(uploader=person)
    if person in board.sysadmins | board.leaders:
        mine |= safety
    if person in (board.secretaries | board.substitutes or board.leaders):
        nobodys = places.filter(Q(field=None) | ~Q(field__in=covered))
        mine |= text & (Exists(nobodys) | ~Exists(places))
    return mine


def rows(findings: Sequence[Finding], board: Board, *, places: int = A_FEW) -> list[Row]:
    """Faults with the newest `places` of each and the names of those they concern; four queries however many."""
    pks = [one.pk for one in findings]
    shown = Place.objects.filter(shows(), finding__in=pks)
    order = Window(RowNumber(), partition_by="finding", order_by=["-since", "-pk"])
    newest: dict[int, list[Place]] = {}
    for one in shown.annotate(number=order).filter(number__lte=places).order_by("-since", "-pk"):
        newest.setdefault(one.finding_id, []).append(one)
    fields, many = dict[int, set[int | None]](), Counter[int]()
    for finding, field, count in shown.order_by().values_list("finding", "field").annotate(Count("pk")):
        fields.setdefault(finding, set()).add(field)
        many[finding] += count
    whose = {one.pk: concerned(one, fields.get(one.pk, {None}), board) for one in findings}
    names = _names(person for people in whose.values() for person in people)
    before = _before(findings)
    return [
        Row(one, Kind(one.kind), CLAUSES[Kind(one.kind)], ", ".join(sorted(
            (names[person] for person in whose[one.pk] if person in names), key=name_key)),
            newest.get(one.pk, ()), many[one.pk], before[one.pk])
        for one in findings
    ]  # fmt: skip


def concerned(finding: Finding, fields: Iterable[int | None], board: Board) -> frozenset[int]:
    """Everyone whom a fault concerns, whatever the fields of the pages it shows on."""
    kind = Kind(finding.kind)
    each = (responsible(kind, board, field=field, uploader=finding.uploader_id) for field in fields)
    return frozenset[int]().union(*each)


def _before(findings: Sequence[Finding]) -> Counter[int]:
    """How often each of these faults was closed before it came back."""
    keys = {one.key for one in findings}
    closed: dict[str, list[int]] = {}
    ended = Finding.objects.filter(key__in=keys).exclude(state=Finding.State.OPEN)
    for key, pk in ended.values_list("key", "pk"):
        closed.setdefault(key, []).append(pk)
    return Counter({one.pk: sum(pk < one.pk for pk in closed.get(one.key, ())) for one in findings})


def history(finding: Finding) -> QuerySet[Finding]:
    """The earlier times of the same fault, the newest first."""
    earlier = Finding.objects.filter(key=finding.key, pk__lt=finding.pk).select_related("closed_by")
    return earlier.order_by("-pk")


def places_of(finding: Finding) -> QuerySet[Place]:
    """Every place a fault shows or showed on: where it shows first, the newest first."""
    order = (F("gone_at").desc(nulls_first=True), "-since", "-pk")
    return finding.places.select_related("gone_by", "field").order_by(*order)


def articles_among(places: Iterable[Place]) -> set[int]:
    """Which of the pages of these places are articles, that can be opened at the desk."""
    pages = {one.page_id for one in places if one.page_id is not None}
    return set(Article.objects.filter(pk__in=pages).values_list("pk", flat=True)) if pages else set()


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
        firsts.append(_month_before(firsts[-1]))
    since = day_begins(firsts[-1])
    found_in = _by_month(Finding.objects.filter(since__gte=since), "since")
    closed = Finding.objects.filter(closed_at__gte=since)
    mended = _by_month(closed.filter(state=Finding.State.MENDED), "closed_at")
    waived = _by_month(closed.filter(state=Finding.State.WAIVED), "closed_at")
    return [Month(one, found_in.get(one, 0), mended.get(one, 0), waived.get(one, 0)) for one in reversed(firsts)]


def _by_month(rows: QuerySet[Finding], hour: str) -> dict[date, int]:
    months = rows.order_by().annotate(month=TruncMonth(hour, tzinfo=ZONE)).values_list("month").annotate(Count("pk"))
    return {month.date(): many for month, many in months}


def _month_before(first: date) -> date:
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
