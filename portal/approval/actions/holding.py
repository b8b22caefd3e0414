"""What every verb begins and ends with: the case held, its passes, what is noted of a text."""

from datetime import datetime
from typing import Any

from wagtail.models import Page

from portal.approval.models import Case, Pass
from portal.approval.queries import Standing, facts_as_json, facts_under, hash_of
from portal.approval.record import line
from portal.approval.rules import Holder, State, Step, StepKind, Verb
from portal.base.refused import refuse_if
from portal.base.rules import Ground, Refusal
from portal.base.text import fold, sort_bytes
from portal.people import offices
from portal.people.models import Person

SUSPENDED = Refusal("R-SUSPEND-02", "Điều 9.5, 10.4", "Quyền của thầy/cô trên cổng đang tạm dừng.")
MOVED = Refusal(
    "R-HASH-01", "Điều 14.2", "Nội dung bài đã thay đổi so với bản thầy/cô xem. Hãy xem lại bản mới.",
    ground=Ground.CONFLICT,
)  # fmt: skip
FASTER = Refusal("R-HASH-02", "Điều 14.2", "Đã có người xử lý bước này trước thầy/cô.", ground=Ground.CONFLICT)


def locked(page: Page) -> Case:
    """The case of a page, held until the end of the transaction so that of two people deciding one wins."""
    return Case.objects.select_for_update().get(page_id=page.pk)


def begun_by(page: Page, by: Person, at: datetime) -> Case:
    """`locked`, for a verb that needs no office: whoever's rights are withdrawn does nothing (Điều 9.5, 10.4)."""
    refuse_if(SUSPENDED if offices.is_suspended(by, at) or not by.is_active else None)
    return locked(page)


def note(case: Case, draft: Any, at: datetime) -> None:
    """Remember of a text what lists and routes ask for without loading it."""
    authors = draft.named_authors()
    if case.correcting:  # whoever opened the correction stays one of its writers until it is up
        authors |= frozenset(case.authors)
    case.facts, case.authors = facts_as_json(facts_under(case, draft, at)), sorted(authors)
    case.title, case.title_key, case.title_order = draft.title, fold(draft.title), sort_bytes(draft.title)
    case.hash, case.touched_at = hash_of(draft), at


def close(now: Standing, at: datetime, outcome: str) -> None:
    if now.passage is not None:
        now.passage.closed_at, now.passage.outcome = at, outcome
        now.passage.save(update_fields=["closed_at", "outcome"])


def settle_all(case: Case, *, by: Person, at: datetime) -> None:
    """With the decision on a text nothing said of it is open any more."""
    case.remarks.filter(settled_at=None).update(settled_at=at, settled_by=by)


def own_office(now: Standing, by: Person) -> Holder | None:
    """The highest office a person holds, for acts that need no step."""
    held = now.board.highest(by.pk)
    return Holder(by.pk, held, "") if held else None


def facts_now(case: Case, draft: Any, at: datetime) -> dict[str, Any]:
    """The facts of the newest text as things stand."""
    return facts_as_json(facts_under(case, draft, at))


def refresh(case: Case, draft: Any, at: datetime, *, channel: str) -> None:
    """Facts of a text under way that changed without an edit, as when its plan entry was called off: passes drop.
    `draft` is the newest text."""
    before = case.facts
    if case.state != State.IN_REVIEW:
        return
    case.facts = facts_now(case, draft, at)
    if case.facts != before:
        case.save(update_fields=["facts"])
        drop_passes(case, before, by=None, at=at, channel=channel)


def drop_passes(case: Case, before: dict[str, Any], *, by: Person | None, at: datetime, channel: str) -> None:
    """R-FACTS-01: what was passed under other facts counts no longer, nor do the facts as confirmed then."""
    passage = case.passages.filter(closed_at=None).first()
    if passage is None:
        return
    passage.passes.filter(dropped_at=None).update(dropped_at=at)
    passage.facts_confirmed_by = None
    passage.save(update_fields=["facts_confirmed_by"])
    line("facts", case, by=by, at=at, channel=channel, rule="R-FACTS-01", clause="Điều 14.2", before=before)


def give_pass(
    now: Standing, step: Step, holder: Holder, covers: tuple[StepKind, ...], verb: Verb, *, by: Person, at: datetime,
    channel: str, reason: str = "", ground: str = "",
) -> Pass:  # fmt: skip
    passage, case = now.passage, now.case
    assert passage is not None
    passage.passes.filter(dropped_at=None).exclude(facts=case.facts).update(dropped_at=at)
    given = Pass.objects.create(
        passage=passage, kind=step.kind, verb=verb, row=now.route.row, facts=case.facts, by=by, office=holder.office,
        acting_for_id=holder.acting_for, grant_id=holder.grant, number=holder.number, at=at,
        revision_id=case.revision_id, hash=case.hash, clause=holder.clause, reason=reason, ground=ground,
        covers=[kind.value for kind in covers],
    )  # fmt: skip
    confirm_facts(now, by=by, at=at, channel=channel, holder=holder)
    return given


def confirm_facts(now: Standing, *, by: Person, at: datetime, channel: str, holder: Holder | None = None) -> None:
    """R-FACTS-02: the first reviewer who is not a writer takes the proposed plan entry and kind as facts (Điều 14.2)."""
    passage, case = now.passage, now.case
    assert passage is not None
    if passage.facts_confirmed_by_id is None and by.pk not in now.hands.writers:
        passage.facts_confirmed_by = by
        passage.save(update_fields=["facts_confirmed_by"])
        line("confirm_facts", case, by=by, at=at, channel=channel, rule="R-FACTS-02", clause="Điều 14.2", holder=holder,
             facts=case.facts)  # fmt: skip
