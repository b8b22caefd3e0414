"""Where an item stands: its facts, its route with people, the passes given, what each person may do now (Điều 10, 12)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from wagtail.models import Page, Revision

from portal.approval.hashing import digest
from portal.approval.models import Approval, Case, Pass, Passage, Vouch
from portal.approval.rules import (
    Audience,
    Facts,
    Hands,
    Holder,
    Kind,
    Nature,
    Route,
    State,
    Step,
    StepKind,
    Verb,
    may_decide,
    may_vouch,
    route,
)  # fmt: skip
from portal.base import regulation
from portal.base.rules import Refusal
from portal.people import offices
from portal.people.rules import Board, working_day_after

STEPS_A_PASSAGE = 16  # task ids: passage × 16 + passes given so far, so that a stale task is known as stale


class Item(Protocol):
    """What `approval` asks of a page that has a route (see mixins.ApprovedPage)."""

    pk: Any
    title: str

    def facts(self, at: datetime) -> Facts: ...
    def projection(self) -> dict[str, Any]: ...
    def named_authors(self) -> frozenset[int]: ...
    def not_ready(self, at: datetime) -> list[Refusal]: ...
    def shown_pictures(self) -> set[int]: ...
    def shown_attachments(self) -> set[int]: ...


def hash_of(item: Item) -> str:
    """The hash of a text as it stands in memory."""
    return digest(item.projection())


def latest(page: Page) -> Any:
    """The newest text of a page, live or not, as a page object; asked of the database, whatever `page` remembers."""
    newest = Revision.objects.filter(pk__in=Page.objects.filter(pk=page.pk).values("latest_revision")).first()
    return newest.as_object() if newest else page.specific


def facts_as_json(facts: Facts) -> dict[str, Any]:
    return asdict(facts)


def facts_of(case: Case) -> Facts:
    """The facts a case was last noted with."""
    data = dict(case.facts)
    return Facts(
        nature=Nature(data["nature"]), kind=Kind(data["kind"]), audience=Audience(data["audience"]),
        in_plan=data["in_plan"], field=data["field"], received=data["received"], present_row=data["present_row"],
    )  # fmt: skip


def facts_under(case: Case, draft: Item, at: datetime) -> Facts:
    """The facts of a text in its case: one that is up is corrected (Điều 12.3), and what repeats an approved text goes up
    without steps only where it can do so at once and nobody has turned it down before (Điều 15.1)."""
    facts = draft.facts(at)
    if case.correcting:
        return replace(facts, nature=Nature.CORRECTION, present_row=case.live_row)
    if facts.nature is Nature.UNCHANGED_COPY and not _at_once(case, at):
        return replace(facts, nature=Nature.ARTICLE)
    return facts


def _at_once(case: Case, at: datetime) -> bool:
    if case.state == State.IN_REVIEW or (case.publish_at is not None and case.publish_at > at):
        return False
    turned_down = Passage.objects.filter(case=case.pk).exclude(outcome__in=("", "approved"))
    revoked = Approval.objects.filter(page_id=case.page_id, revoked_at__isnull=False)
    return not turned_down.exists() and not revoked.exists()


@dataclass(frozen=True)
class Stand:
    """One step as it stands now."""

    step: Step
    status: str  # done | open | waiting | skipped
    given: Pass | None = None


@dataclass(frozen=True)
class Standing:
    """Everything known of an item under way at one moment."""

    case: Case
    facts: Facts
    hands: Hands
    route: Route
    board: Board
    stands: tuple[Stand, ...]
    passage: Passage | None
    since: datetime | None
    vouchers: frozenset[int]

    @property
    def open(self) -> Step | None:
        return next((stand.step for stand in self.stands if stand.status == "open"), None)

    def task_id(self) -> int | None:
        """The id under which this very step is decided; another once anyone has passed it."""
        if self.passage is None:
            return None
        return self.passage.pk * STEPS_A_PASSAGE + min(len(_all_passes(self.passage)), STEPS_A_PASSAGE - 1)

    def acts_as(self, person: int) -> tuple[Step, Holder, tuple[StepKind, ...]] | None:
        """The step a person's act counts for: the last of the consecutive steps he holds from the open one on,
        with the earlier ones it covers. None where the open step is not his."""
        rest = [stand.step for stand in self.stands if stand.status in ("open", "waiting")]
        held: list[tuple[Step, Holder]] = []
        for step in rest:
            holder = step.holder(person)
            if holder is None:
                break
            held.append((step, holder))
        if not held:
            return None
        *covered, (step, holder) = held
        return step, holder, tuple(earlier.kind for earlier, _ in covered)

    def verbs(self, person: int) -> tuple[Verb, ...]:
        """What a person may do here now, main one first."""
        if self.passage is None:
            return ()
        allowed: list[Verb] = []
        acting = self.acts_as(person)
        if acting is not None:
            leader = acting[0].kind is StepKind.LEADER
            if not leader or may_decide(person, self.hands, self.vouchers, self.board) is None:
                allowed.append(Verb.APPROVE)
            allowed += [Verb.SEND_BACK, Verb.REFUSE if leader else Verb.PROPOSE_REFUSAL]
        if person not in self.vouchers and may_vouch(person, self.hands, self.board) is None:
            allowed.append(Verb.VOUCH)
        if acting is not None or person in self.board.secretaries:
            allowed.append(Verb.REFER)
        if any(opinion.to_id == person and opinion.answered_at is None for opinion in self.passage.opinions.all()):
            allowed.append(Verb.OPINION)
        return tuple(allowed)


def _all_passes(passage: Passage) -> list[Pass]:
    return list(passage.passes.all())


def standing(case: Case, at: datetime, board: Board | None = None) -> Standing:
    """One case as it stands at `at`."""
    return standings([case], at, board)[0]


def again(now: Standing, at: datetime) -> Standing:
    """How it stands after an act of the very verb that read `now`: the board is of the same second, and unless the text has
    other authors now, the same people had a hand in it (a verb that keeps a text asks `standing`)."""
    known = {now.case.pk: now.hands} if frozenset(now.case.authors) == now.hands.authors else None
    return standings([now.case], at, now.board, known)[0]


def standings(
    cases: Iterable[Case], at: datetime, board: Board | None = None, hands: Mapping[int, Hands] | None = None
) -> list[Standing]:
    """Many cases in a fixed number of queries; `hands` by case, where they are known."""
    cases = list(cases)
    board = board if board is not None else offices.board(at)
    hands = hands if hands is not None else _hands(cases)
    passages = {
        passage.case_id: passage
        for passage in Passage.objects.filter(case__in=cases, closed_at=None).prefetch_related("passes", "opinions")
    }
    vouches: dict[int, set[int]] = defaultdict(set)
    present = {case.pk: case.hash for case in cases}
    for vouch in Vouch.objects.filter(case__in=cases):
        if vouch.hash == present[vouch.case_id]:
            vouches[vouch.case_id].add(vouch.by_id)
    days = regulation.number("approval.take_over_after_working_days", at.date()) if passages else 1
    return [
        _stand(case, at, board, hands[case.pk], passages.get(case.pk), frozenset(vouches[case.pk]), days)
        for case in cases
    ]


def _hands(cases: list[Case]) -> dict[int, Hands]:
    """Who made each of these texts; two queries."""
    editors: dict[str, set[int]] = defaultdict(set)
    pages = [str(case.page_id) for case in cases]
    revisions = Revision.page_revisions.filter(object_id__in=pages, user__isnull=False)
    for page_id, user in revisions.values_list("object_id", "user_id").distinct():
        editors[page_id].add(user)
    people = {case.creator_id for case in cases} | {who for case in cases for who in case.authors}
    people |= {who for group in editors.values() for who in group}
    outsiders = offices.collaborators(frozenset(people)) if people else frozenset()
    return {case.pk: hands_of(case, frozenset(editors[str(case.page_id)]), outsiders) for case in cases}


def hands_of(case: Case, editors: frozenset[int], outsiders: frozenset[int]) -> Hands:
    """Who made this text."""
    hands = Hands(case.creator_id, frozenset(case.authors), editors)
    return replace(hands, outsiders=outsiders & hands.all)


def _stand(
    case: Case, at: datetime, board: Board, hands: Hands, passage: Passage | None, vouchers: frozenset[int], days: int
) -> Standing:
    facts = facts_of(case)
    passes = [p for p in (_all_passes(passage) if passage else []) if p.dropped_at is None and p.facts == case.facts]
    since = _since(passage, passes) if passage else None
    found = route(
        facts, hands, board,
        submitter=passage.submitted_by_id if passage else None,
        pinned=passes[-1].row if passes else None,
        member_waited=since is not None and working_day_after(since, days) <= at,
    )  # fmt: skip
    stands = _stands(found, passes, passage) if passage else tuple(Stand(step, _idle(step)) for step in found.steps)
    return Standing(case, facts, hands, found, board, stands, passage, since, vouchers)


def _since(passage: Passage, passes: list[Pass]) -> datetime:
    """Since when the open step has been waiting: the last pass, or the change of facts that opened it again."""
    dropped = [p.dropped_at for p in _all_passes(passage) if p.dropped_at is not None]
    return max([passage.submitted_at, *dropped, *(p.at for p in passes)])


def _idle(step: Step) -> str:
    return "skipped" if step.skipped_because else "waiting"


def _stands(found: Route, passes: list[Pass], passage: Passage) -> tuple[Stand, ...]:
    """Each step's status. A step that appears before one already passed stays skipped (people come and go); the
    Secretary's own submission is her step, but opens nobody else's way past an earlier one."""
    given = {StepKind(p.kind): p for p in passes}
    covered = {kind: p for p in passes for kind in map(StepKind, p.covers)}
    reviewed = {StepKind(p.kind) for p in passes if not _by_submission(p, passage)}
    last = max((i for i, step in enumerate(found.steps) if step.kind in reviewed), default=-1)
    stands: list[Stand] = []
    opened = False
    for index, step in enumerate(found.steps):
        one = given.get(step.kind) or covered.get(step.kind)
        if one is not None or step.done_by_submission:
            stands.append(Stand(step, "done", one))
        elif step.skipped_because or index < last:
            stands.append(Stand(step, "skipped"))
        else:
            stands.append(Stand(step, "waiting" if opened else "open"))
            opened = True
    return tuple(stands)


def _by_submission(given: Pass, passage: Passage) -> bool:
    return given.by_id == passage.submitted_by_id and given.at == passage.submitted_at
