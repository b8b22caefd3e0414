"""Sổ duyệt: every approval of a month, as the register of the school keeps them (Điều 10.2)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models.fields.json import KeyTextTransform
from wagtail.models import Revision

from portal.approval.models import Approval, HistoryList
from portal.approval.queries import entered, lists_decided
from portal.base.clock import day_begins
from portal.desk.queries.record import local
from portal.desk.queries.seen import people_named
from portal.news.rules import GENRE_TITLES
from portal.people.rules import OFFICE_NAMES

TITLE, GENRE = (
    KeyTextTransform(name, "revision__content") for name in ("title", "genre")
)  # of the approved text itself
FIRST_MONTH, LAST_MONTH = date(2000, 1, 1), date(2200, 12, 1)


@dataclass(frozen=True)
class Month:
    """A calendar month at school."""

    first: date

    @property
    def next(self) -> "Month":
        return Month((self.first.replace(day=28) + (date(2000, 1, 5) - date(2000, 1, 1))).replace(day=1))

    @property
    def before(self) -> "Month":
        year, month = (self.first.year, self.first.month - 1) if self.first.month > 1 else (self.first.year - 1, 12)
        return Month(date(year, month, 1))

    @property
    def key(self) -> str:
        return f"{self.first:%Y-%m}"

    def __str__(self) -> str:
        return f"tháng {self.first.month}/{self.first.year}"


def month_of(typed: str, today: date) -> Month | None:
    """ "2026-11" as a month, this month where nothing is typed; None where it is no month."""
    if not typed:
        return Month(today.replace(day=1))
    try:
        first = date.fromisoformat(f"{typed}-01")
    except ValueError:
        return None
    return Month(first) if FIRST_MONTH <= first <= LAST_MONTH else None


@dataclass(frozen=True)
class Line:
    """One approval: what, by whom, in which capacity, on which text."""

    number: str
    page: int
    title: str
    kind: str
    writers: str
    by: str
    office: str
    acting_for: str
    paper: str
    at: datetime
    clause: str
    text: int
    hash: str
    revoked_at: datetime | None

    @property
    def capacity(self) -> str:
        """ "Ủy viên, thay mặt Trần Thu Hà, giấy số 05/UN-BBT"."""
        parts = [self.office, f"thay mặt {self.acting_for}" if self.acting_for else "",
                 f"giấy số {self.paper}" if self.acting_for and self.paper else ""]  # fmt: skip
        return ", ".join(part for part in parts if part)


def slip_number(approval: Approval) -> str:
    """As its Phiếu duyệt carries it."""
    return f"{approval.pk:04d}/PD-{local(approval.at).year}"


def approvals_of(month: Month) -> list[Line]:
    """Every approval given in a month, in the order they were given, in three queries; no later act adds to a month
    that is over."""
    stretch = (day_begins(month.first), day_begins(month.next.first))
    given = entered(*stretch).select_related("page__content_type", "page__case")
    found = list(given.annotate(title=TITLE, genre=GENRE))
    numbers = _numbers({approval.page_id for approval in found})
    ids = {who for approval in found for who in (approval.by_id, approval.acting_for_id, *_writers(approval))}
    people = people_named(ids)
    return [_line(approval, numbers, people) for approval in found]


def lists_decided_in(month: Month) -> list[HistoryList]:
    """The decisions of a month over lists of what the portal before had up: each a line of its own, not as many approvals."""
    return list(lists_decided(day_begins(month.first), day_begins(month.next.first)))


def _writers(approval: Any) -> list[int]:
    case = approval.page.case
    return case.authors or [case.creator_id]


def _numbers(pages: set[int]) -> dict[int, int]:
    """Which text of its item each revision is, the first being 1."""
    numbers: dict[int, int] = {}
    seen: dict[str, int] = {}
    revisions = Revision.page_revisions.filter(object_id__in=[str(pk) for pk in pages]).order_by("id")
    for pk, page in revisions.values_list("pk", "object_id"):
        seen[page] = numbers[pk] = seen.get(page, 0) + 1
    return numbers


def _line(approval: Any, numbers: dict[int, int], people: dict[int, str]) -> Line:
    return Line(
        number=slip_number(approval), page=approval.page_id, title=approval.title or approval.page.case.title,
        kind=GENRE_TITLES.get(approval.genre or "", approval.page.page_type_display_name),
        writers=", ".join(people.get(who, "") for who in _writers(approval)), by=people.get(approval.by_id, ""),
        office=OFFICE_NAMES.get(approval.office, ""), acting_for=people.get(approval.acting_for_id or 0, ""),
        paper=approval.number, at=local(approval.entered), clause=approval.clause, text=numbers.get(approval.revision_id, 0),
        hash=approval.hash[:10], revoked_at=local(approval.revoked_at) if approval.revoked_at else None,
    )  # fmt: skip
