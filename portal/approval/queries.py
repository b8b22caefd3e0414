"""What stands under way, what is owed by whom, the approval a page is up under."""

from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from wagtail.models import Page, Revision

from portal.approval.hashing import digest as digest
from portal.approval.models import (
    ENTERED,
    Approval,
    Case,
    HistoryItem,
    HistoryList,
    Passage,
    Remark,
    ReviewItem,
    ReviewList,
)
from portal.approval.obstacles import obstacles as obstacles
from portal.approval.obstacles import obstructs as obstructs
from portal.approval.personal import Look as Look
from portal.approval.personal import before as before
from portal.approval.personal import look as look
from portal.approval.rules import Audience, State, StepKind, Verb, may_answer, may_hand_in, may_remark
from portal.approval.standing import STEPS_A_PASSAGE as STEPS_A_PASSAGE
from portal.approval.standing import Item as Item
from portal.approval.standing import Stand as Stand
from portal.approval.standing import Standing as Standing
from portal.approval.standing import again as again
from portal.approval.standing import facts_as_json as facts_as_json
from portal.approval.standing import facts_of as facts_of
from portal.approval.standing import facts_under as facts_under
from portal.approval.standing import hands_of as hands_of
from portal.approval.standing import hash_of as hash_of
from portal.approval.standing import latest as latest
from portal.approval.standing import standing as standing
from portal.approval.standing import standings as standings
from portal.base.rules import Refusal
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board


def under_way() -> QuerySet[Case]:
    """Every case somebody has to decide on."""
    return Case.objects.filter(state=State.IN_REVIEW).order_by("touched_at", "id")


def tasks_of(person: int, at: datetime, board: Board | None = None) -> list[Standing]:
    """What waits for one person: steps he holds, opinions he owes. Oldest first."""
    found = standings(under_way(), at, board)
    return [one for one in found if one.acts_as(person) is not None or Verb.OPINION in one.verbs(person)]


def concerning(person: int, at: datetime, board: Board | None = None) -> list[Standing]:
    """What a board member may act on though it is not his step: to vouch for."""
    return [one for one in standings(under_way(), at, board) if Verb.VOUCH in one.verbs(person)]


def case_of_task(task_id: int) -> tuple[Case, Passage] | None:
    """The case behind a task id, whether or not the task is still the open one."""
    passage = Passage.objects.select_related("case").filter(pk=task_id // STEPS_A_PASSAGE).first()
    return (passage.case, passage) if passage else None


def approval_in_force(page: Page, revision: Revision, hash: str, at: datetime) -> Approval | None:
    """The approval that lets this revision with this hash be up at `at`; the newest unrevoked one only."""
    newest = Approval.objects.filter(page_id=page.pk, revoked_at=None, effective_from__lte=at).order_by("-id").first()
    return newest if newest and newest.revision_id == revision.pk and newest.hash == hash else None


def live_approval(page: Page) -> Approval | None:
    """The approval a page is up under."""
    return Approval.objects.filter(page_id=page.pk, revoked_at=None, went_live_at__isnull=False).first()


def decided_at(page: int) -> datetime | None:
    """When the text of an item that waits for its hour was decided; None where none waits."""
    waits = Approval.objects.filter(page_id=page, revoked_at=None, went_live_at=None).order_by("-pk")
    return waits.values_list("at", flat=True).first()


def entered(first: datetime, last: datetime) -> QuerySet[Approval]:
    """The approvals that entered the register in that stretch (half-open), in its order, each with its hour `entered`; what
    the portal before had up entered it as a list, by one decision (`lists_decided`)."""
    given = Approval.objects.annotate(entered=ENTERED).filter(entered__gte=first, entered__lt=last)
    given = given.exclude(listed__gt=0)  # not `listed=None`, whose index would be taken for the hours'
    return given.order_by("entered", "pk")


def lists_decided(first: datetime, last: datetime) -> QuerySet[HistoryList]:
    """The decisions over lists of what the portal before had up in that stretch (half-open), each with how `many`."""
    decided = HistoryList.objects.filter(decided_at__gte=first, decided_at__lt=last, closed_because="").select_related(
        "decided_by", "prepared_by"
    )
    up = Count("items", filter=Q(items__approval__isnull=False))
    return decided.annotate(many=up).order_by("decided_at", "pk")


def of_today(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Without what the portal before had that nobody has taken up here: neither new nor anybody's work of today (Điều 14.2)."""
    return cases.filter(
        Q(past=None) | ~Q(state__in=(State.DRAFT, State.APPROVED, State.PUBLISHED)) | Q(correcting=True)
    )


def open_lists() -> QuerySet[HistoryList]:
    """The lists of what the portal before had up that wait for the Head, oldest first, each with how `many` are left in it."""
    waiting = HistoryList.objects.filter(decided_at=None, called_off_at=None).select_related("prepared_by")
    return waiting.annotate(many=Count("items", filter=Q(items__left_out=""))).order_by("pk")


def open_reviews() -> QuerySet[ReviewList]:
    """The lists of internal items that wait for the Head, oldest first, each with how `many` are left in it (Điều 15.2)."""
    waiting = ReviewList.objects.filter(decided_at=None, called_off_at=None).select_related("prepared_by")
    return waiting.annotate(many=Count("items", filter=Q(items__left_out=""))).order_by("pk")


def gathered() -> QuerySet[ReviewItem]:
    """What stands in those lists and was not left out of them."""
    return ReviewItem.objects.filter(left_out="", list__decided_at=None, list__called_off_at=None)


def gatherable(at: datetime, board: Board | None = None) -> list[Standing]:
    """Internal items at the Head's step that are in no open list, oldest first (Điều 15.2)."""
    cases = under_way().filter(facts__audience=Audience.INTERNAL).exclude(page__in=gathered().values("page"))
    found = standings(cases, at, board)
    return [one for one in found if one.open is not None and one.open.kind is StepKind.LEADER]


def waiting_history() -> QuerySet[Case]:
    """Texts of the portal before that are in no open list and were never up here; one left out of a list only once it was
    edited since."""
    there = HistoryItem.objects.filter(
        page=OuterRef("page"), left_out="", list__decided_at=None, list__called_off_at=None
    )
    cases = Case.objects.filter(past__isnull=False, state=State.DRAFT, published_at=None)
    left_out = HistoryItem.objects.filter(page=OuterRef("page"), revision=OuterRef("revision")).exclude(left_out="")
    return cases.exclude(Exists(there)).exclude(Exists(left_out)).order_by("page_id")


def remarks_of(case: Case, open_only: bool = False) -> list[Remark]:
    """What was said about single sentences of an item, oldest first, with who said it; or only what is not settled."""
    found = Remark.objects.filter(case=case).select_related("by", "settled_by")
    return list(found.filter(settled_at=None) if open_only else found)


def open_remarks(passage: Passage | None) -> list[Remark]:
    """The remarks made under one submission that are not settled; a text sent back carries them."""
    return list(Remark.objects.filter(passage=passage, settled_at=None)) if passage is not None else []


def remark_refused(now: Standing, person: int) -> Refusal | None:
    """Why a person may not remark on an item as it stands; None where he may."""
    asked = now.passage is not None and any(one.to_id == person for one in now.passage.opinions.all())
    holds = now.passage is not None and now.acts_as(person) is not None
    return may_remark(person, under_review=now.passage is not None, holds=holds, asked=asked, board=now.board)


def answer_refused(now: Standing, person: int) -> Refusal | None:
    """Why a person may not answer what was found in a text of children's data; None where he may (R-DATA-03)."""
    holds = any(step.holder(person) for step in now.route.steps)
    return may_answer(person, writers=now.hands.writers, holds=holds, board=now.board)


def still_writes(page: Page, person: Person, at: datetime) -> Refusal | None:
    """What is up is touched by its author no longer than he may write there (Điều 11.5); None where he may."""
    return may_hand_in(person.kind, offices.posts(person, at), page.specific.facts(at))
