"""The articles about entries of the plan, and which of them answers which assignment."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Min, Q

from portal.approval.models import Case, Passage
from portal.approval.rules import State
from portal.plan.models import Assignment

UP = (State.PUBLISHED, State.WITHDRAWN)
ON_ITS_WAY = (State.IN_REVIEW, State.APPROVED)
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


def works_about(entries: Iterable[int]) -> dict[int, list[Work]]:
    """The articles about these entries of the plan by their newest text, in two queries."""
    wanted = set(entries)
    in_newest = Q(revision__content__plan_entry__in=wanted)
    live = Q(state__in=UP, page__article__plan_entry__in=wanted)
    cases = Case.objects.filter(live | (~Q(state__in=UP) & in_newest)) if wanted else Case.objects.none()
    names = ("plan_entry", "section", "genre")
    rows = list(cases.values("pk", "page_id", "title", "state", "creator_id", "authors", "published_at", "touched_at",
                             *(f"revision__content__{name}" for name in names)))  # fmt: skip
    passages = Passage.objects.filter(case__in=[row["pk"] for row in rows]).values("case_id", "submitted_by_id")
    handed_in: dict[int, datetime] = {}
    by: dict[int, set[int]] = defaultdict(set)
    for one in passages.annotate(first=Min("submitted_at")):
        case = one["case_id"]
        handed_in[case] = min(one["first"], handed_in.get(case, one["first"]))
        by[case].add(one["submitted_by_id"])
    found: dict[int, list[Work]] = defaultdict(list)
    for row in rows:
        entry, section, genre = (row[f"revision__content__{name}"] for name in names)
        hands = frozenset({row["creator_id"], *row["authors"], *by[row["pk"]]})
        found[entry].append(
            Work(row["page_id"], row["title"], row["state"], hands, section, genre or "", row["touched_at"],
                 handed_in.get(row["pk"]), row["published_at"])
        )  # fmt: skip
    return found


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
