"""The reads of internal notices: each asks who asks, at which hour (Điều 15.1, 15.3)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from portal.base.clock import day_is_over
from portal.files.models import Attachment, Exposure
from portal.intranet.models import Confirmation, InternalNotice, NoticeAddress, NoticePaper, Reminding, UpNotice
from portal.intranet.notices import rules
from portal.intranet.notices.roll import Roll, myself, roll
from portal.intranet.notices.rules import Colleague, Reading
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board

KIND = InternalNotice._meta.label_lower


def reached(me: Colleague) -> Exists:
    """Whether a notice that is up is addressed to this colleague."""
    held = Q(office__in=list(me.offices), unit=None, person=None) | Q(unit__in=list(me.units)) | Q(person=me.id)
    if me.leads:
        held |= Q(office=rules.UNIT_LEADERS)
    everyone = Q(office="", unit=None, person=None)
    return Exists(NoticeAddress.objects.filter(held | everyone if me.id else Q(pk=None), up=OuterRef("pk")))


def standing() -> QuerySet[UpNotice]:
    """What is up, whoever it is for, with all a list shows; newest first."""
    return UpNotice.objects.filter(notice__live=True).select_related("notice", "by")


def visible_to(
    person: Person, at: datetime, board: Board | None = None, me: Colleague | None = None
) -> QuerySet[UpNotice]:
    """The notices this person may read at `at`, newest first; none for whoever is no insider (R-NOTICE-03)."""
    if not offices.is_insider(person, at, board):
        return standing().none()
    if rules.oversees(board or offices.board(at), person.pk):
        return standing()
    return standing().filter(Q(by=person) | reached(me or myself(person, at)))


def confirmed_by(person: Person) -> Exists:
    """Whether this person confirmed the very words that stand."""
    return Exists(Confirmation.objects.filter(notice=OuterRef("pk"), person=person, hash=OuterRef("hash")))


def unconfirmed(
    person: Person, at: datetime, me: Colleague | None = None, board: Board | None = None
) -> QuerySet[UpNotice]:
    """What this person must still confirm, the nearest day first (R-NOTICE-06)."""
    if not offices.is_insider(person, at, board):
        return standing().none()
    asked = standing().filter(reached(me or myself(person, at)), acknowledge_by__isnull=False, year=this_year(at))
    return asked.exclude(by=person).exclude(confirmed_by(person)).order_by("acknowledge_by", "-up_at")


def reaching(person: Person, at: datetime) -> QuerySet[UpNotice]:
    """What is addressed to this person, who did not write it; none for whoever is no insider (R-NOTICE-02)."""
    if not offices.is_insider(person, at):
        return standing().none()
    return standing().filter(reached(myself(person, at))).exclude(by=person)


def reaches(notice: int, at: datetime) -> tuple[frozenset[int], int]:
    """Everyone a notice that is up reaches at `at`, and who wrote it; nobody where it is not up (R-NOTICE-02)."""
    up = standing().filter(pk=notice).first()
    if up is None:
        return frozenset(), 0
    to = up.notice.to
    found = {one.id for one in roll(at).people.values() if rules.reached_since(to, one) is not None}
    return frozenset(found), up.by_id


def this_year(at: datetime) -> int:
    """The school year of `at`, an hour of the school's."""
    return rules.school_year(at.date())


def years(found: QuerySet[UpNotice]) -> list[int]:
    """The school years among them, newest first."""
    return list(found.order_by("-year").values_list("year", flat=True).distinct())


def must_confirm(up: UpNotice, me: Colleague, at: datetime) -> bool:
    """Whether this colleague is asked to confirm (R-NOTICE-06)."""
    return rules.must_confirm(
        asked=up.acknowledge_by is not None, standing=up.year == this_year(at), writer=me.id == up.by_id,
        reached=rules.reached_since(up.notice.to, me) is not None,
    )  # fmt: skip


@dataclass(frozen=True)
class Reader:
    """One who must confirm: since when the notice is his, how far he is with it, since when he is late if he is."""

    person: int
    name: str
    units: str
    state: Reading
    at: datetime | None
    late: bool


def readers(up: UpNotice, at: datetime, staff: Roll, seen: frozenset[int] | bool) -> list[Reader]:
    """Everyone asked to confirm, of all or of those units; who has not stands first, by name (R-NOTICE-08, R-NOTICE-09)."""
    given: dict[int, dict[str, datetime]] = {}
    for person, hash, when in Confirmation.objects.filter(notice=up.pk).values_list("person", "hash", "at"):
        given.setdefault(person, {})[hash] = when
    asked = [one for one in staff.people.values() if must_confirm(up, one, at) and _within(one, seen)]
    found = [_reader(up, one, given.get(one.id, {}), at, staff) for one in asked]
    return sorted(found, key=lambda one: one.state is Reading.DONE)


def _within(one: Colleague, seen: frozenset[int] | bool) -> bool:
    return seen if isinstance(seen, bool) else bool(seen & set(one.units))


def _reader(up: UpNotice, one: Colleague, given: dict[str, datetime], at: datetime, staff: Roll) -> Reader:
    state, over = rules.reading(given, up.hash), day_is_over(up.acknowledge_by)
    since = max(rules.reached_since(up.notice.to, one) or up.up_at, up.up_at)
    when = given.get(up.hash) or max(given.values(), default=None)
    late = over is not None and state is not Reading.DONE and rules.is_late(over, since, at)
    units = ", ".join(staff.units[unit] for unit in one.units)
    return Reader(one.id, staff.names[one.id], units, state, when, late)


@dataclass(frozen=True)
class Row:
    """A notice in somebody's list: whether it waits for him, when he confirmed, how many of those he may ask about have."""

    up: UpNotice
    waits: bool
    confirmed_at: datetime | None
    done: int = 0
    asked: int = 0


def rows(ups: Sequence[UpNotice], person: Person, at: datetime, board: Board, staff: Roll | None = None) -> list[Row]:
    """The rows of one page of a list, in a fixed number of queries; `staff` of that hour, where it was read."""
    staff = staff or roll(at, board=board)
    me = staff.people.get(person.pk, Colleague(0))
    mine = _confirmations(ups, person)
    done = _done(ups)
    return [_row(up, me, mine.get((up.pk, up.hash)), done, staff, at, board) for up in ups]


def _row(
    up: UpNotice,
    me: Colleague,
    mine: datetime | None,
    done: set[tuple[int, int]],
    staff: Roll,
    at: datetime,
    board: Board,
) -> Row:
    waits = mine is None and must_confirm(up, me, at)
    seen = rules.sees_readers(board, me.id, writer=up.by_id, leads=me.leads)
    if not seen or up.acknowledge_by is None:
        return Row(up, waits, mine)
    asked = [one.id for one in staff.people.values() if must_confirm(up, one, at) and _within(one, seen)]
    return Row(up, waits, mine, sum((up.pk, one) in done for one in asked), len(asked))


def _confirmations(ups: Iterable[UpNotice], person: Person) -> dict[tuple[int, str], datetime]:
    own = Confirmation.objects.filter(notice__in=[up.pk for up in ups], person=person)
    return {(notice, hash): when for notice, hash, when in own.values_list("notice", "hash", "at")}


def _done(ups: Iterable[UpNotice]) -> set[tuple[int, int]]:
    """Who confirmed which of them, in its present words."""
    present = {(up.pk, up.hash) for up in ups}
    given = Confirmation.objects.filter(notice__in=[pk for pk, _ in present]).values_list("notice", "person", "hash")
    return {(notice, person) for notice, person, hash in given if (notice, hash) in present}


def last_reminding(notice: int) -> Reminding | None:
    """The last time somebody was reminded of it."""
    return Reminding.objects.filter(notice=notice).select_related("by").order_by("-at", "-pk").first()


def reminded_by_hand(notice: int, person: Person) -> datetime | None:
    """When this person last reminded the others."""
    given = Reminding.objects.filter(notice=notice, by=person)
    return given.order_by("-at").values_list("at", flat=True).first()


def drafts_of(person: Person) -> QuerySet[InternalNotice]:
    """What this person wrote that is not up, newest first."""
    own = InternalNotice.objects.filter(live=False, case__creator=person).select_related("case")
    found: QuerySet[InternalNotice] = own.order_by("-case__touched_at")
    return found


def may_open(attachment: Attachment, person: Person, at: datetime) -> bool:
    """Whether a guarded file opens for one of the staff because a notice shows it to him, or because he decides on a notice
    that carries it (R-NOTICE-03)."""
    if not NoticePaper.objects.filter(attachment=attachment).exists():
        return False
    board = offices.board(at)
    if rules.oversees(board, person.pk):
        return True
    shown = Exposure.objects.filter(attachment=attachment, holder_type=KIND).values("holder_id")
    if visible_to(person, at, board).filter(pk__in=shown).exists():
        return True
    return NoticePaper.objects.filter(attachment=attachment, notice__case__creator=person).exists()


def papers_of(ups: Iterable[UpNotice]) -> dict[int, list[Attachment]]:
    """The files of many notices, each in its order; one query."""
    wanted = {up.pk: up.notice.papers for up in ups}
    found = Attachment.objects.in_bulk({pk for papers in wanted.values() for pk in papers})
    return {notice: [found[pk] for pk in papers if pk in found] for notice, papers in wanted.items()}


def counts_by_sort(found: QuerySet[UpNotice]) -> list[tuple[str, str, int]]:
    """How many of each sort, those that are there: value, name, number."""
    many = dict(found.order_by().values_list("sort").annotate(many=Count("pk")))
    return [(sort.value, name, many[sort.value]) for sort, name in rules.SORTS.items() if sort.value in many]
