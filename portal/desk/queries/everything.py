"""Every item in every state: found by what it is and what it is called, shown a page at a time (Điều 7, 9.1)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet, TextField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from portal.approval.models import Case
from portal.approval.rules import State
from portal.base.clock import day_begins, day_is_over
from portal.base.text import fold, name_key
from portal.desk.queries.circles import for_technicians
from portal.desk.queries.record import local
from portal.desk.queries.seen import people_named
from portal.news.models import Article, Section
from portal.news.rules import GENRE_TITLES

STATES: Mapping[str, str] = {
    State.DRAFT: "Bản nháp", State.IN_REVIEW: "Đang duyệt", State.SENT_BACK: "Trả lại để sửa", State.REFUSED: "Từ chối",
    State.APPROVED: "Chờ đến giờ đăng", State.PUBLISHED: "Đã đăng", State.WITHDRAWN: "Đã gỡ",
}  # fmt: skip
ORDERS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "sua": ("Mới thay đổi trước", ("-touched_at", "-pk")),
    "cu": ("Lâu chưa đụng tới trước", ("touched_at", "pk")),
    "dang": ("Mới đăng trước", ("-published_at", "-pk")),
    "ten": ("Theo tên", ("title_order", "pk")),
}
NOT_UP = tuple(state for state in STATES if state != State.PUBLISHED)
CHUNK = 500
MOST_LINES = 5000  # of a spreadsheet; more is asked for by stretches of days


@dataclass(frozen=True)
class Wanted:
    """What the list is narrowed to; empty where it is not."""

    words: str = ""
    state: str = ""
    section: int | None = None
    field: int | None = None
    author: int | None = None
    genre: str = ""
    since: date | None = None
    until: date | None = None
    order: str = "sua"
    technician: bool = False  # who asks follows items by technical power alone


@dataclass(frozen=True)
class Row:
    """One item of the list."""

    pk: int
    title: str
    kind: str
    section: str
    authors: str
    state: str
    live: bool
    touched_at: datetime
    published_at: datetime | None

    @property
    def state_label(self) -> str:
        return STATES[self.state]

    @property
    def correcting(self) -> bool:
        """The text on its way is a new one of an item that is up."""
        return self.live and self.state != State.PUBLISHED


def found(wanted: Wanted) -> QuerySet[Case, int]:
    """The pages that fit, in order, to be counted and cut by the database."""
    cases = _by_facts(Case.objects.order_by(*ORDERS[wanted.order][1]), wanted)
    cases = for_technicians(cases) if wanted.technician else cases
    if wanted.order == "dang":
        cases = cases.filter(published_at__isnull=False)
    for word in fold(wanted.words).split():
        cases = cases.filter(title_key__contains=word)
    if wanted.author is not None:
        cases = _by_author(cases, wanted.author)
    return cases.values_list("page_id", flat=True)


def _by_author(cases: QuerySet[Case], author: int) -> QuerySet[Case]:
    """Those that name a person; where nobody is named, those he began. Both databases write a list as "[1, 2]"."""
    named = Q(told=f"[{author}]") | Q(told__startswith=f"[{author}, ") | Q(told__endswith=f", {author}]")
    named |= Q(told__contains=f", {author}, ")
    return cases.alias(told=Cast("authors", TextField())).filter(named | Q(told="[]", creator=author))


def _by_facts(cases: QuerySet[Case], wanted: Wanted) -> QuerySet[Case]:
    """Narrowed by what the newest text of each item says."""
    asked: dict[str, Any] = {
        "state": wanted.state, "touched_at__gte": day_begins(wanted.since) if wanted.since else None,
        "touched_at__lt": day_is_over(wanted.until),
    }  # fmt: skip
    cases = cases.filter(**{name: value for name, value in asked.items() if value not in ("", None)})
    if wanted.genre:
        cases = cases.filter(_says("genre", [wanted.genre]))
    if wanted.section is not None:
        cases = cases.filter(_says("section", [wanted.section]))
    if wanted.field is not None:
        cases = cases.filter(_says("section", Section.objects.filter(field=wanted.field).values_list("pk", flat=True)))
    return cases


def _says(name: str, values: Iterable[Any]) -> Q:
    """Whose newest text has one of these: of what is up its own column knows; of the rest, which is never many, the words as
    they were kept, looked at here: a database asked to would look into every text there is."""
    wanted = set(values)
    up = Article.objects.filter(**{f"{name}__in": wanted}).values("pk")
    rest = Case.objects.filter(state__in=NOT_UP).values_list("pk", f"revision__content__{name}")
    return Q(page__in=up, state=State.PUBLISHED) | Q(pk__in=[pk for pk, value in rest if value in wanted])


def rows(pages: Sequence[int]) -> list[Row]:
    """These items in this order, in three queries."""
    cases = Case.objects.filter(page_id__in=pages).select_related("page__content_type").annotate(
        genre=KeyTextTransform("genre", "revision__content"), in_section=KeyTextTransform("section", "revision__content"))  # fmt: skip
    known = {case.page_id: case for case in cases.defer("facts")}
    sections = dict(Section.objects.values_list("pk", "title"))
    people = people_named({who for case in known.values() for who in case.authors or [case.creator_id]})
    return [_row(known[page], sections, people) for page in pages if page in known]


def _row(case: Any, sections: Mapping[int, str], people: Mapping[int, str]) -> Row:
    section = int(case.in_section) if case.in_section else 0
    told = ", ".join(people.get(who, "") for who in case.authors or [case.creator_id])
    return Row(
        pk=case.page_id, title=case.title, kind=GENRE_TITLES.get(case.genre or "", case.page.page_type_display_name),
        section=sections.get(section, ""), authors=told, state=case.state, live=case.page.live,
        touched_at=local(case.touched_at), published_at=local(case.published_at) if case.published_at else None,
    )  # fmt: skip


def all_rows(wanted: Wanted) -> Iterator[Row]:
    """The same for a whole list up to what a spreadsheet takes, some hundred at a time."""
    pages = list(found(wanted)[:MOST_LINES])
    for start in range(0, len(pages), CHUNK):
        yield from rows(pages[start : start + CHUNK])


def writers() -> list[tuple[int, str]]:
    """Everybody an item names as its author or who began one, in the order of names; two queries."""
    teams = Case.objects.order_by().values_list("creator_id", "authors").distinct()
    ids = {who for creator, authors in teams for who in authors or [creator]}
    return sorted(people_named(ids).items(), key=lambda pair: name_key(pair[1]))
