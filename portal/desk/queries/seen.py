"""One item as one person sees it on the desk, with everything the review page is made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from wagtail.models import Page, Revision

from portal.approval import rules
from portal.approval.models import Approval, Case, Opinion, Passage, Remark
from portal.approval.queries import Standing, facts_under, remark_refused, remarks_of, standing
from portal.approval.rules import Holder, Route, State, Step, StepKind
from portal.base import journal
from portal.base.models import JournalEntry
from portal.base.rules import Refusal
from portal.base.text import is_number
from portal.news.queries import may_follow
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board

ASIDE = frozenset({"nudge", "schedule", "remind", "escalate", "notice_confirm", "notice_remind"})  # no work on the text


@dataclass(frozen=True)
class Earlier:
    """A text to compare the newest with: the name of its link, in words, which one it is."""

    key: str
    told: str
    number: int
    revision: int


@dataclass(frozen=True)
class Seen:
    """An item under the eyes of `person` at `at`. `page` is what readers have, `draft` the newest text."""

    person: Person
    at: datetime
    case: Case
    page: Any
    draft: Any
    standing: Standing
    numbers: dict[int, int]

    @property
    def board(self) -> Board:
        return self.standing.board

    @property
    def state(self) -> State:
        return State(self.case.state)

    @property
    def number(self) -> int:
        """Which text it is, as people count: the first is 1."""
        return self.numbers.get(self.case.revision_id, 0)

    @cached_property
    def passage(self) -> Passage | None:
        """The submission under way, else the last one there was."""
        if self.standing.passage is not None:
            return self.standing.passage
        past = Passage.objects.filter(case=self.case).order_by("-id")
        return past.prefetch_related("passes", "opinions").first()

    @cached_property
    def lines(self) -> list[JournalEntry]:
        return list(journal.lines_of(self.page))

    @cached_property
    def opinions(self) -> list[Opinion]:
        return list(self.passage.opinions.all()) if self.passage is not None else []

    @property
    def acting(self) -> tuple[Step, Holder, tuple[StepKind, ...]] | None:
        """The step this person's act would count for now; None where nothing is under way or it is another's."""
        return self.standing.acts_as(self.person.pk) if self.standing.passage is not None else None

    @property
    def reserved(self) -> Refusal | None:
        """Why the person at the deciding step may not decide yet (two people answer for a text)."""
        acting = self.acting
        if acting is None or acting[0].kind is not StepKind.LEADER:
            return None
        return rules.may_decide(self.person.pk, self.standing.hands, self.standing.vouchers, self.board)

    def text(self, revision: int) -> Any:
        """One of the item's texts as a page object, to be read only: its words and facts as they were kept."""
        kept = Revision.objects.values_list("content", flat=True).get(pk=revision)
        return type(self.page).from_serializable_data(kept, check_fks=False)

    @cached_property
    def remarks(self) -> list[Remark]:
        return remarks_of(self.case)

    @property
    def may_remark(self) -> bool:
        return remark_refused(self.standing, self.person.pk) is None

    @cached_property
    def names(self) -> dict[int, str]:
        """Everybody this item has to do with, asked for once: writers, the board, whoever stands in its record."""
        return people_named(_concerned(self))

    @cached_property
    def earlier_texts(self) -> list[Earlier]:
        """The texts the newest may be compared with, the most telling first: the live one, the last this person dealt
        with, the first handed in."""
        found: dict[int, Earlier] = {}
        for key, told, pk in self._candidates():
            if pk and pk != self.case.revision_id and pk in self.numbers:
                found.setdefault(pk, Earlier(key, told, self.numbers[pk], pk))
        return list(found.values())

    def earlier(self, key: str = "") -> Earlier | None:
        """The text asked for, by the name of its link or by its number; the most telling one where none is."""
        by_number = [Earlier(key, "So với", number, pk) for pk, number in self.numbers.items()
                     if str(number) == key and pk != self.case.revision_id]  # fmt: skip
        asked = by_number or [one for one in self.earlier_texts if one.key == key] or self.earlier_texts
        return asked[0] if asked else None

    def _candidates(self) -> Iterable[tuple[str, str, int | None]]:
        if self.page.live:
            yield "dang", "So với bản đang đăng", self.page.live_revision_id
        mine = [line.revision_id for line in self.lines if line.actor_id == self.person.pk and line.verb not in ASIDE]
        other = [pk for pk in mine if pk != self.case.revision_id]
        yield "lan-truoc", "Từ lần thầy/cô xem trước", other[-1] if other else None
        handed_in = [line.revision_id for line in self.lines if line.verb == "submit"]
        yield "trinh", "So với bản được trình đầu tiên", handed_in[0] if handed_in else None


def _concerned(item: Seen) -> set[int | None]:
    case, now, board = item.case, item.standing, item.board
    found: set[int | None] = {case.creator_id, *case.authors, *now.hands.all, *board.everyone, *board.substitutes}
    for line in item.lines:
        found |= {line.actor_id, line.acting_for_id, *told_to(line.data)}
    if item.passage is not None:
        found |= {item.passage.submitted_by_id, item.passage.facts_confirmed_by_id}
        found |= {who for one in item.passage.passes.all() for who in (one.by_id, one.acting_for_id)}
        found |= {who for one in item.opinions for who in (one.to_id, one.asked_by_id)}
    return found | {who for one in item.remarks for who in (one.by_id, one.settled_by_id)}


def told_to(data: Mapping[str, Any]) -> list[int]:
    """Whom a line of the record speaks to: one person, several, or none."""
    to = data.get("to") or []
    return list(to) if isinstance(to, list) else [to]


def seen(pk: int, person: Person, at: datetime, board: Board | None = None) -> Seen:
    """Gate and fetch in one: Page.DoesNotExist also for whom the item is none of his business."""
    cases = Case.objects.select_related("page__content_type", "creator")
    case = cases.filter(page_id=pk).first() if is_number(str(pk)) else None
    if case is None:
        raise Page.DoesNotExist(pk)
    board = board if board is not None else offices.board(at)
    page = case.page = case.page.specific
    if person.pk in board.suspended or not may_follow(person, page, board):
        raise Page.DoesNotExist(pk)
    ids = Revision.page_revisions.filter(object_id=str(pk)).order_by("id").values_list("id", flat=True)
    numbers = {revision: number for number, revision in enumerate(ids, start=1)}
    draft = page.with_content_json(page.latest_revision.content) if page.latest_revision else page
    return Seen(person, at, case, page, draft, standing(case, at, board), numbers)


def foreseen(item: Seen) -> Route:
    """The route the newest text would go if this person submitted it now."""
    facts = facts_under(item.case, item.draft, item.at)
    return rules.route(facts, item.standing.hands, item.board, submitter=item.person.pk)


def slip_of(item: Seen) -> Approval | None:
    """The approval in force: the newest unrevoked one."""
    found = Approval.objects.filter(page_id=item.page.pk, revoked_at=None).select_related("by", "acting_for")
    return found.order_by("-id").first()


def people_named(ids: Iterable[int | None]) -> dict[int, str]:
    """Names of people by id; an erased person keeps the record true under another name."""
    wanted = {pk for pk in ids if pk is not None}
    return {person.pk: str(person) for person in Person.objects.filter(pk__in=wanted)} if wanted else {}
