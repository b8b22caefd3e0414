"""Việc của tôi: what waits for a person, what he may do, what he follows; a page at a time, in a fixed number of queries."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.core.paginator import Page as Leaf
from django.core.paginator import Paginator
from wagtail.models import Page

from portal.approval.mixins import kinds_with_a_route
from portal.approval.rules import State
from portal.base.models import JournalEntry
from portal.desk.queries.glance import glances, lines_of
from portal.desk.queries.pool import MOST_OWN, Entry, Pool, entries, gather
from portal.desk.queries.pool import needs_vouching as needs_vouching
from portal.desk.queries.pool import watchers as watchers
from portal.desk.queries.record import local
from portal.desk.queries.tasks import Sheet, Task, names_for, own_moving, resting, row, waiting
from portal.desk.sorts import PLACE_NAMES, PLACE_NOTES, SORT_NAMES, TO_DO, Place, Sort
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board, Kind

A_PAGE = 20
NEWEST = 4  # of one's own texts that are over, how many stand open
OWN: tuple[tuple[str, tuple[State, ...], str], ...] = (
    ("Bài của tôi: cần sửa lại", (State.SENT_BACK, State.REFUSED), ""),
    ("Bài của tôi: đang viết", (State.DRAFT,), "Chưa trình; người khác trong trường chưa thấy trên cổng."),
    ("Bài của tôi: đang duyệt, chờ giờ đăng", (State.IN_REVIEW, State.APPROVED), ""),
    ("Bài của tôi: mới đăng, mới gỡ", (State.PUBLISHED, State.WITHDRAWN), ""),
)
OVER = (State.PUBLISHED, State.WITHDRAWN)
NO_FIELD = "khong"  # the chip of texts whose section belongs to no field


@dataclass(frozen=True)
class Look:
    """Which part of the list is asked for; "" means all."""

    place: str = ""
    sort: str = ""
    field: str = ""
    page: str = ""

    @property
    def whole(self) -> bool:
        return not (self.place or self.sort or self.field)


@dataclass(frozen=True)
class Chip:
    """One way to see less of the list."""

    title: str
    url: str
    count: int
    current: bool


@dataclass(frozen=True)
class Group:
    title: str
    tasks: list[Task]
    note: str = ""
    count: int = 0
    own: bool = False
    most: int = A_PAGE  # how many stand open; the rest is folded

    @property
    def first(self) -> list[Task]:
        return self.tasks[: self.most]

    @property
    def more(self) -> list[Task]:
        return self.tasks[self.most :]


@dataclass(frozen=True)
class Queue:
    """The page "Việc của tôi"."""

    groups: list[Group]
    waiting: int
    last: Task | None
    suspended: bool = False
    chips: dict[str, list[Chip]] = field(default_factory=dict)
    leaf: Leaf[Entry] | None = None
    query: str = ""


def queue(
    person: Person, at: datetime, *, board: Board | None = None, look: Look = Look(),
    aside: frozenset[int] = frozenset(),
) -> Queue:  # fmt: skip
    """Everything a person has to do, may do, or follows. `aside` are the pages he has set aside to decide together."""
    board = board or offices.board(at)
    if person.pk in board.suspended:
        return Queue([], 0, None, suspended=True)
    pool = gather(person, at, board)
    found = entries(pool)
    kept = [one for one in found if _kept(pool, one, look)]
    leaf = Paginator(kept, A_PAGE).get_page(look.page)
    sheet = _sheet(pool, list(leaf), aside)
    groups = list(_groups(sheet, list(leaf), Counter(one.place for one in kept)))
    if look.whole and leaf.number == 1:
        groups = _with_own(groups, list(_own(sheet)))
    waiting = sum(one.place in TO_DO for one in found)
    return Queue(groups, waiting, _last(person) if not waiting else None, chips=_chips(pool, found, look), leaf=leaf,
                 query=_query(look))  # fmt: skip


def how_many(person: Person, at: datetime, board: Board) -> int:
    """How many things wait for a person; none for one whose rights are withdrawn."""
    if person.pk in board.suspended:
        return 0
    return sum(one.place in TO_DO for one in entries(gather(person, at, board)))


def _sheet(pool: Pool, shown: list[Entry], aside: frozenset[int]) -> Sheet:
    cases = [one.case for one in shown if one.now is not None and one.place is Place.MINE and one.case is not None]
    back = [case.page_id for case in pool.own if case.state in (State.SENT_BACK, State.REFUSED)]
    moving = [now.case.page_id for now in own_moving(pool)[:MOST_OWN]]
    lines = lines_of({*(one.case.page_id for one in shown if one.case is not None), *back, *moving})
    return Sheet(pool, lines, glances(cases, pool.person.pk, lines), names_for(pool, shown, lines), aside)


def _groups(sheet: Sheet, shown: list[Entry], counts: Counter[Place]) -> Iterator[Group]:
    for place in Place:
        here = [row(sheet, one) for one in shown if one.place is place]
        if here:
            yield Group(PLACE_NAMES[place], here, PLACE_NOTES.get(place, ""), counts[place])


def _own(sheet: Sheet) -> Iterator[Group]:
    """The person's own texts, by what became of them."""
    pool = sheet.pool
    for title, states, note in OWN:
        moving = own_moving(pool) if State.IN_REVIEW in states else []
        written = [
            case for case in pool.own if case.state in states and (case.state not in OVER or pool.is_article(case))
        ]
        count = len(moving) + len(written)
        tasks = [waiting(sheet, now, Place.ELSEWHERE) for now in moving[:MOST_OWN]]
        tasks += [resting(sheet, case) for case in written[: MOST_OWN - len(tasks)]]
        if tasks:
            most = NEWEST if title == OWN[-1][0] else MOST_OWN
            yield Group(title, tasks, note, count, own=True, most=most)


def _with_own(groups: list[Group], own: list[Group]) -> list[Group]:
    """His own texts stand after what he is to do and before what he only follows; what is over stands last."""
    following = (PLACE_NAMES[Place.ELSEWHERE], PLACE_NAMES[Place.HOUR])
    do = [group for group in groups if group.title not in following]
    rest = [group for group in groups if group.title in following]
    over = [group for group in own if group.title == OWN[-1][0]]
    return do + [group for group in own if group not in over] + rest + over


def _field_of(pool: Pool, one: Entry) -> str:
    found = pool.fields.get(one.field or 0)
    return found.slug if found else NO_FIELD


def _kept(pool: Pool, one: Entry, look: Look) -> bool:
    return (look.place in ("", one.place) and look.sort in ("", one.sort)
            and look.field in ("", _field_of(pool, one)))  # fmt: skip


def _chips(pool: Pool, found: list[Entry], look: Look) -> dict[str, list[Chip]]:
    """Ways to see less, with how many each would show; a row of which there is but one is left out."""
    fields = [(row.slug, row.title) for row in pool.fields.values()] + [(NO_FIELD, "Chưa thuộc lĩnh vực nào")]
    rows = {
        "Đang ở đâu": _row(pool, found, look, "place", list(PLACE_NAMES.items()), lambda one: one.place),
        "Loại việc": _row(pool, found, look, "sort", list(SORT_NAMES.items()), lambda one: one.sort),
        "Lĩnh vực": _row(pool, found, look, "field", fields, lambda one: _field_of(pool, one)),
    }
    return {title: chips for title, chips in rows.items() if len(chips) > 2 or any(one.current for one in chips[1:])}


def _row(
    pool: Pool, found: list[Entry], look: Look, name: str, choices: list[tuple[Place, str]] | list[tuple[Sort, str]]
    | list[tuple[str, str]], value: Callable[[Entry], str],
) -> list[Chip]:  # fmt: skip
    chosen = getattr(look, name)
    free = Look(**{part: getattr(look, part) for part in ("place", "sort", "field") if part != name})
    counts = Counter(value(one) for one in found if _kept(pool, one, free))
    chips = [Chip("Tất cả", _address(_query(free)), sum(counts.values()), not chosen)]
    for key, title in choices:
        if counts[key] or chosen == key:
            chips.append(Chip(title, _address(f"{_query(free)}{WORDS[name]}={key}"), counts[key], chosen == key))
    return chips


WORDS = {"place": "o", "sort": "loai", "field": "linh-vuc"}


def _address(query: str) -> str:
    return f"/viec-cua-toi/?{query}".rstrip("?&")


def _query(look: Look) -> str:
    """The filters of a look as the beginning of a query string, for the pager and the chips."""
    return "".join(f"{WORDS[name]}={getattr(look, name)}&" for name in WORDS if getattr(look, name))


def look_at(asked: dict[str, str]) -> Look:
    """What a query string asks for; words nobody knows ask for nothing."""
    place, sort = asked.get("o", ""), asked.get("loai", "")
    slug = asked.get("linh-vuc", "")
    return Look(place if place in set(Place) else "", sort if sort in set(Sort) else "",
                slug if slug.replace("-", "").isalnum() and slug.isascii() else "", asked.get("page", ""))  # fmt: skip


def _last(person: Person) -> Task | None:
    """The last item this person dealt with, for the empty page."""
    lines = JournalEntry.objects.filter(actor_id=person.pk, subject_type__in=kinds_with_a_route())
    line = lines.order_by("-id").first()
    page = Page.objects.filter(pk=line.subject_id).first() if line else None
    return {"title": page.draft_title, "url": f"/viec/{page.pk}/", "at": local(line.at)} if line and page else None


def may_write(person: Person) -> bool:
    """Whether the desk offers this person to begin an article."""
    return person.kind in (Kind.STAFF, Kind.COLLABORATOR)
