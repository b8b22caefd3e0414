"""One item as one person sees it on the desk, with everything the review page is made of."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from wagtail.models import Page, Revision

from portal.approval import rules
from portal.approval.models import Approval, Case, Opinion, Passage
from portal.approval.queries import Standing, latest, standing
from portal.approval.rules import Holder, Nature, Route, State, Step, StepKind
from portal.base import journal
from portal.base.models import JournalEntry
from portal.base.rules import Refusal
from portal.news.queries import may_follow
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board


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

    @cached_property
    def earlier(self) -> tuple[str, Revision] | None:
        """The text to compare with: the live one, else the last this person dealt with, else the first handed in."""
        for told, pk in self._candidates():
            if pk and pk != self.case.revision_id and pk in self.numbers:
                return told, Revision.objects.get(pk=pk)
        return None

    def _candidates(self) -> Iterable[tuple[str, int | None]]:
        if self.page.live:
            yield "So với bản đang đăng", self.page.live_revision_id
        mine = [line.revision_id for line in self.lines if line.actor_id == self.person.pk]
        yield "Từ lần thầy/cô xem trước", mine[-1] if mine else None
        yield "So với bản được trình đầu tiên", next((x.revision_id for x in self.lines if x.verb == "submit"), None)


def seen(pk: int, person: Person, at: datetime) -> Seen:
    """Gate and fetch in one: Page.DoesNotExist also for whom the item is none of his business."""
    case = Case.objects.select_related("page__content_type", "creator").filter(page_id=pk).first()
    if case is None:
        raise Page.DoesNotExist(pk)
    board = offices.board(at)
    page = case.page.specific
    if offices.is_suspended(person, at) or not may_follow(person, page, board):
        raise Page.DoesNotExist(pk)
    ids = Revision.page_revisions.filter(object_id=str(pk)).order_by("id").values_list("id", flat=True)
    numbers = {revision: number for number, revision in enumerate(ids, start=1)}
    return Seen(person, at, case, page, latest(page), standing(case, at, board), numbers)


def foreseen(item: Seen) -> Route:
    """The route the newest text would go if this person submitted it now."""
    facts = item.draft.facts(item.at)
    if item.case.correcting:
        facts = replace(facts, nature=Nature.CORRECTION, present_row=item.case.live_row)
    return rules.route(facts, item.standing.hands, item.board, submitter=item.person.pk)


def slip_of(item: Seen) -> Approval | None:
    """The approval in force: the newest unrevoked one."""
    found = Approval.objects.filter(page_id=item.page.pk, revoked_at=None).select_related("by", "acting_for")
    return found.order_by("-id").first()


def people_named(ids: Iterable[int | None]) -> dict[int, str]:
    """Names of people by id; an erased person keeps the record true under another name."""
    wanted = {pk for pk in ids if pk is not None}
    return {person.pk: str(person) for person in Person.objects.filter(pk__in=wanted)} if wanted else {}
