"""The articles about entries of the plan, and which of them answers which assignment."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Exists, F, Min, OuterRef, Q, QuerySet

from portal.approval.models import Case, Passage
from portal.approval.rules import State
from portal.plan.models import Assignment, PlanEntry

UP = (State.PUBLISHED, State.WITHDRAWN)
ON_ITS_WAY = (State.IN_REVIEW, State.APPROVED)
UNDER_WAY = (State.DRAFT, State.SENT_BACK, State.REFUSED, *ON_ITS_WAY)
Sections = Mapping[str, tuple[str, int | None, int]]  # slug → title, field, id


class Delivery(StrEnum):
    """How far an assignment has come, in the words of the screen."""

    NOT_BEGUN = "chưa viết"
    WRITING = "đang viết"
    HANDED_IN = "đã trình"
    UP = "đã đăng"


@dataclass(frozen=True)
class Work:
    """An article about an entry of the plan."""

    page: int
    title: str
    state: str
    hands: frozenset[int]  # who began it, who is named, who handed it in
    section: int | None
    genre: str
    touched_at: datetime
    submitted_at: datetime | None  # the first time
    published_at: datetime | None

    @property
    def url(self) -> str:
        return f"/viec/{self.page}/" if self.page else ""

    @property
    def delivery(self) -> Delivery:
        if self.state in UP or self.published_at is not None:
            return Delivery.UP
        return Delivery.HANDED_IN if self.state in ON_ITS_WAY else Delivery.WRITING


def works_about(entries: Iterable[int], since: datetime | None = None) -> dict[int, list[Work]]:
    """The articles about these entries of the plan by their newest text, in four queries; `since` leaves out what nobody
    has touched since that hour."""
    wanted = set(entries)
    if not wanted:
        return {}
    fresh = Q() if since is None else Q(touched_at__gte=since)
    kinds = (_up(wanted, fresh), _on_the_way(fresh))
    found: dict[int, list[Work]] = defaultdict(list)
    for cases, told in kinds:
        rows = [row for row in cases.values(*ASKED, **told) if row["entry"] in wanted]
        handed_in, by = _handed_in(cases, {row["pk"] for row in rows})
        for row in rows:
            hands = frozenset({row["creator_id"], *row["authors"], *by[row["pk"]]})
            found[row["entry"]].append(
                Work(row["page_id"], row["title"], row["state"], hands, row["section_id"], row["genre"] or "",
                     row["touched_at"], handed_in.get(row["pk"]), row["published_at"])
            )  # fmt: skip
    return found


ASKED = ("pk", "page_id", "title", "state", "creator_id", "authors", "published_at", "touched_at")
Kind = tuple[QuerySet[Case], dict[str, F]]


def _up(wanted: set[int], fresh: Q) -> Kind:
    """What is or was up: its newest text stands in its own columns, found by their index."""
    cases = Case.objects.filter(fresh, state__in=UP, page__article__plan_entry__in=wanted)
    return cases, {"entry": F("page__article__plan_entry"), "section_id": F("page__article__section"),
                   "genre": F("page__article__genre")}  # fmt: skip


def _on_the_way(fresh: Q) -> Kind:
    """What is being written or decided on, which is never many: told by the words as they were kept."""
    told = {"entry": "plan_entry", "section_id": "section", "genre": "genre"}
    return Case.objects.filter(fresh, state__in=UNDER_WAY, past=None), {
        name: F(f"revision__content__{key}") for name, key in told.items()
    }


def _handed_in(cases: QuerySet[Case], kept: set[int]) -> tuple[dict[int, datetime], dict[int, set[int]]]:
    """When each was first handed in, and by whom all in all."""
    first: dict[int, datetime] = {}
    by: dict[int, set[int]] = defaultdict(set)
    passages = Passage.objects.filter(case__in=cases.values("pk")).values_list("case_id", "submitted_by_id")
    for case, person, at in passages.annotate(first=Min("submitted_at")):
        if case in kept:
            first[case] = min(at, first.get(case, at))
            by[case].add(person)
    return first, by


def told_of(entries: Iterable[int]) -> frozenset[int]:
    """Which of these entries something was published of."""
    shown = Case.objects.filter(page__article__plan_entry=OuterRef("pk"), published_at__isnull=False)
    found = PlanEntry.objects.filter(Exists(shown), pk__in=set(entries))
    return frozenset(found.values_list("pk", flat=True))


def matched(
    assignments: Sequence[Assignment], works: Mapping[int, Sequence[Work]], people: Mapping[int, frozenset[int]],
    sections: Sections,
) -> dict[int, Work]:  # fmt: skip
    """Which article answers which assignment: one by somebody it was asked of, each article once, earlier assignments
    first; the asked genre and section first; only what was handed in, or is being written, after it was asked for."""
    taken: set[int] = set()
    found: dict[int, Work] = {}
    for one in assignments:
        wanted = sections.get(one.section_slug or one.entry.section_slug, ("", None, 0))[2]

        def fit(work: Work, one: Assignment = one, wanted: int = wanted) -> tuple[bool, bool, bool, datetime]:
            return (bool(one.genre) and work.genre != one.genre, bool(wanted) and work.section != wanted,
                    work.submitted_at is None, work.submitted_at or work.touched_at)  # fmt: skip

        fits = [
            work for work in works.get(one.entry_id, ())
            if work.page not in taken and work.hands & people[one.pk]
            and (work.submitted_at or work.touched_at) >= one.made_at
        ]  # fmt: skip
        if fits:
            found[one.pk] = min(fits, key=fit)
            taken.add(found[one.pk].page)
    return found
