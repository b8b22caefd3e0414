"""What waits for me, and deciding it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router
from wagtail.models import Page, Revision

from portal.approval import actions as approval
from portal.approval.queries import Standing, case_of_task, standing, standings, under_way
from portal.approval.rules import REFUSAL_GROUNDS, StepKind, Verb, may_decide
from portal.base import clock, regulation
from portal.base.api import Listed, Paging, in_pages, local, wrong
from portal.base.clock import ZONE
from portal.news.api import show
from portal.news.api.grounds import named
from portal.news.api.reach import task_page
from portal.news.api.shapes import DecisionIn, Moved, TaskOut
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import working_day_after
from portal.plan.queries import clocks
from portal.plan.rules import Clocks, in_time_until

router = Router()


@router.get("/tasks", response=Listed[TaskOut], summary="What waits for me, oldest first")
def tasks(request: HttpRequest, paging: Query[Paging]) -> Any:
    """Steps I hold, opinions I owe, and texts that wait for somebody of the board to vouch for them."""
    person, at = request.auth.person.pk, clock.now()  # type: ignore[attr-defined]
    board = offices.board(at)
    every = standings(under_way(), at, board)
    mine = [one for one in every if one.acts_as(person) is not None or Verb.OPINION in one.verbs(person)]
    taken = {one.case.pk for one in mine}
    others = [
        one for one in every if one.case.pk not in taken and Verb.VOUCH in one.verbs(person) and _needs_vouching(one)
    ]
    return in_pages([*mine, *others], paging, lambda page: _tasks(page, person, at))


def _needs_vouching(one: Standing) -> bool:
    """Whether everybody who could decide has a hand in the text and none has been vouched for yet."""
    deciding = one.route.step(StepKind.LEADER)
    holders = [holder.person for holder in deciding.holders] if deciding else []
    return bool(holders) and all(may_decide(who, one.hands, one.vouchers, one.board) for who in holders)


def _tasks(found: list[Standing], person: int, at: datetime) -> list[dict[str, Any]]:
    words = dict(Revision.objects.filter(pk__in=[one.case.revision_id for one in found]).values_list("pk", "content"))
    kinds = _kinds([one.case.page_id for one in found])
    days = regulation.number("approval.take_over_after_working_days", at.date())
    told = clocks()
    return [_task(one, person, kinds[one.case.page_id], words[one.case.revision_id], days, told) for one in found]


def _kinds(pages: list[int]) -> Mapping[int, str]:
    rows = Page.objects.filter(pk__in=pages).values_list("pk", "content_type__model")
    return dict(rows)


def _task(one: Standing, person: int, kind: str, words: dict[str, Any], days: int, told: Clocks) -> dict[str, Any]:
    acting, verbs = one.acts_as(person), one.verbs(person)
    if acting is not None:
        step, clause = acting[0].kind.value, " và ".join(dict.fromkeys([*_covered(one, acting[2]), acting[1].clause]))
    elif Verb.OPINION in verbs:
        step, clause = "opinion", "Điều 12.4"
    else:
        step, clause = "vouch", "Điều 10.2"
    last = in_time_until(
        told, genre=words.get("genre", ""), notice=bool(words.get("notice")), opening_at=_hour(words, "opening_at"),
        event_start=_hour(words, "event_start"), event_end=_hour(words, "event_end"),
    )  # fmt: skip
    if last is None and step == StepKind.MEMBER and one.since is not None:
        last = working_day_after(one.since, days)
    return {
        "id": one.task_id(), "article": one.case.page_id, "title": one.case.title, "item": kind, "step": step,
        "since": local(one.since), "due": local(last), "clause": clause, "revision": one.case.revision_id,
        "hash": one.case.hash, "decisions": [verb.value for verb in verbs],
    }  # fmt: skip


def _covered(one: Standing, kinds: tuple[StepKind, ...]) -> list[str]:
    return [step.clause for step in one.route.steps if step.kind in kinds]


def _hour(words: dict[str, Any], name: str) -> datetime | None:
    given = words.get(name)
    return datetime.fromisoformat(given).astimezone(ZONE) if given else None


@router.post("/tasks/{row:pk}/decision", response=Moved, summary="Decide on exactly the text that was seen")
def decide(request: HttpRequest, pk: int, payload: DecisionIn) -> Any:
    """409 when the text is no longer that hash or someone was faster. Needs a token its owner made for deciding."""
    caller, at = request.auth, clock.now()  # type: ignore[attr-defined]
    found = case_of_task(pk)
    page = task_page(found[0] if found else None, caller.person, offices.board(at))
    caller.must_decide()
    ground, reason = named(payload.ground, payload.reason.strip(), REFUSAL_GROUNDS)
    now = approval.decide(
        page, Verb(payload.decision), revision=payload.revision, hash=payload.hash, by=caller.person, at=at,
        channel="api", task=pk, reason=reason, ground=ground, to=_asked(payload.to),
    )  # fmt: skip
    fresh = type(page).objects.get(pk=page.pk)
    return show.moved(fresh, standing(now.case, at))


def _asked(username: str | None) -> Person | None:
    if not username:
        return None
    person = Person.objects.filter(username=username).first()
    if person is None:
        raise wrong("to", f"Không có tài khoản “{username}”.")
    return person
