"""Acting at the open step, on exactly the text that was seen (Điều 9.5, 10.2, 12.4, 14.2)."""

from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Page

from portal.approval import rules
from portal.approval.actions.holding import (
    FASTER,
    MOVED,
    begun_by,
    close,
    confirm_facts,
    give_pass,
    own_office,
    refresh,
    settle_all,
)
from portal.approval.actions.up import go_live
from portal.approval.models import Approval, Opinion, Remark, Vouch
from portal.approval.queries import Standing, again, hash_of, obstacles, open_remarks, standing
from portal.approval.record import line
from portal.approval.rules import Holder, State, Step, StepKind, Verb
from portal.base.refused import Refused, refuse_if
from portal.base.rules import Ground, Refusal
from portal.people.models import Person

ALREADY_DECIDING = Refusal(
    "R-REFUSE-02", "Điều 9.5, 12.7", "Thầy/cô giữ bước quyết định: hãy từ chối hoặc trả lại, không cần đề xuất.",
    ground=Ground.CONFLICT,
)  # fmt: skip


@transaction.atomic
def decide(
    page: Page,
    verb: Verb,
    *,
    revision: int,
    hash: str,
    by: Person,
    at: datetime,
    channel: str,
    task: int | None = None,
    reason: str = "",
    ground: str = "",
    to: Person | None = None,
) -> Standing:
    """Act at the open step on exactly the text that was seen.

    Raises Refused: 403 not your step, 409 the text is another now or somebody was faster or two people are needed,
    422 a reason is missing.
    """
    case = begun_by(page, by, at)
    draft = case.revision.as_object()
    refresh(case, draft, at, channel=channel)
    now = standing(case, at)
    if verb is not Verb.OPINION:
        refuse_if(_known(now, by))
    if verb is Verb.OPINION:
        return _answer(now, by=by, at=at, channel=channel, reason=reason)
    refuse_if(FASTER if now.passage is None or (task is not None and task != now.task_id()) else None)
    same = (revision, hash) == (case.revision_id, case.hash) and hash_of(draft) == hash
    refuse_if(None if same else MOVED)
    if verb is Verb.VOUCH:
        return _vouch(now, by=by, at=at, channel=channel)
    if verb is Verb.REFER:
        return _refer(now, by=by, at=at, channel=channel, reason=reason, to=to)
    acting = now.acts_as(by.pk)
    refuse_if(rules.may_act(by.pk, acting[1] if acting else None, now.hands))
    assert acting is not None
    step, holder, covers = acting
    refuse_if(rules.may_refuse(step.kind) if verb is Verb.REFUSE else None)
    said = open_remarks(now.passage) if verb is Verb.SEND_BACK else []
    refuse_if(rules.must_say_why(verb, reason, ground, remarks=sum(one.by_id == by.pk for one in said)))
    if verb is Verb.APPROVE:
        _approve(now, draft, step, holder, covers, by=by, at=at, channel=channel, reason=reason)
    elif verb is Verb.PROPOSE_REFUSAL:
        refuse_if(ALREADY_DECIDING if step.kind is StepKind.LEADER else None)
        give_pass(now, step, holder, covers, verb, by=by, at=at, channel=channel, reason=reason, ground=ground)
        line(verb.value, case, by=by, at=at, channel=channel, rule=step.rule, clause="Điều 12.7", holder=holder,
             reason=reason, ground=ground, step=step.kind.value)  # fmt: skip
    else:
        _turn_down(now, verb, step, holder, by=by, at=at, channel=channel, reason=reason, ground=ground, remarks=said)
    case.touched_at = at
    case.save()
    return again(now, at)


def _known(now: Standing, by: Person) -> Refusal | None:
    """R-ACT-03: only the board, and whoever holds a step of the route, has business here."""
    if by.pk in now.board.everyone or any(step.holder(by.pk) for step in now.route.steps):
        return None
    return rules.may_act(by.pk, None, now.hands)


def _approve(
    now: Standing, draft: Any, step: Step, holder: Holder, covers: tuple[StepKind, ...], *, by: Person, at: datetime,
    channel: str, reason: str,
) -> None:  # fmt: skip
    case, leader = now.case, step.kind is StepKind.LEADER
    if leader:
        refuse_if(rules.may_decide(by.pk, now.hands, now.vouchers, now.board))
        refuse_if(*draft.not_ready(at), *obstacles(draft, at))
    given = give_pass(now, step, holder, covers, Verb.APPROVE, by=by, at=at, channel=channel, reason=reason)
    clause = " và ".join([*(_clause_of(now, kind) for kind in covers), holder.clause])
    line("approve" if leader else "pass", case, by=by, at=at, channel=channel, rule=step.rule, clause=clause,
         holder=holder, reason=reason, step=step.kind.value, row=now.route.row, passage=given.passage_id)  # fmt: skip
    if not leader:
        return
    close(now, at, "approved")
    settle_all(case, by=by, at=at)
    from_hour = case.publish_at if case.publish_at is not None and case.publish_at > at else at
    Approval.objects.filter(page_id=case.page_id, revoked_at=None, went_live_at=None).update(revoked_at=at)
    approval = Approval.objects.create(
        page_id=case.page_id, decided_by_pass=given, row=now.route.row, by=by, office=holder.office,
        acting_for_id=holder.acting_for, grant_id=holder.grant, number=holder.number, at=at,
        revision_id=case.revision_id, hash=case.hash, clause=clause, effective_from=from_hour,
    )  # fmt: skip
    case.state = State.APPROVED
    case.save()
    if from_hour == at:
        go_live(approval, case, at=at, by=by, channel=channel)


def _clause_of(now: Standing, kind: StepKind) -> str:
    step = now.route.step(kind)
    return step.clause if step else ""


def _turn_down(
    now: Standing, verb: Verb, step: Step, holder: Holder, *, by: Person, at: datetime, channel: str, reason: str,
    ground: str, remarks: list[Remark],
) -> None:  # fmt: skip
    case = now.case
    case.state = State.REFUSED if verb is Verb.REFUSE else State.SENT_BACK
    close(now, at, case.state)
    clause = "Điều 9.5" if verb is Verb.REFUSE else holder.clause
    carried = {"remarks": [one.pk for one in remarks]} if remarks else {}
    line(verb.value, case, by=by, at=at, channel=channel, rule=step.rule, clause=clause, holder=holder, reason=reason,
         ground=ground, step=step.kind.value, **carried)  # fmt: skip


def _vouch(now: Standing, *, by: Person, at: datetime, channel: str) -> Standing:
    refuse_if(rules.may_vouch(by.pk, now.hands, now.board))
    Vouch.objects.get_or_create(
        case=now.case, by=by, hash=now.case.hash, defaults={"at": at, "revision_id": now.case.revision_id}
    )
    confirm_facts(now, by=by, at=at, channel=channel)
    line("vouch", now.case, by=by, at=at, channel=channel, rule="R-TWO-02", clause="Điều 10.2",
         holder=own_office(now, by))  # fmt: skip
    return again(now, at)


def _refer(now: Standing, *, by: Person, at: datetime, channel: str, reason: str, to: Person | None) -> Standing:
    acting = now.acts_as(by.pk)
    refuse_if(rules.may_refer(by.pk, to.pk if to else None, acting[1] if acting else None, now.board))
    assert to is not None
    assert now.passage is not None
    Opinion.objects.create(passage=now.passage, asked_by=by, asked_at=at, question=reason, to=to, hash=now.case.hash)
    line("refer", now.case, by=by, at=at, channel=channel, rule="R-REFER-01", clause="Điều 12.4", reason=reason,
         holder=acting[1] if acting else own_office(now, by), to=to.pk)  # fmt: skip
    return again(now, at)


def _answer(now: Standing, *, by: Person, at: datetime, channel: str, reason: str) -> Standing:
    refuse_if(rules.must_say_why(Verb.OPINION, reason, ""))
    owed = now.passage and now.passage.opinions.filter(to=by, answered_at=None).first()
    if not owed or by.pk not in now.board.members:
        raise Refused(Refusal("R-REFER-03", "Điều 12.4", "Không có câu hỏi nào đang chờ ý kiến của thầy/cô ở bài này."))
    owed.answer, owed.answered_at = reason, at
    owed.save(update_fields=["answer", "answered_at"])
    line("opinion", now.case, by=by, at=at, channel=channel, rule="R-REFER-01", clause="Điều 12.4", reason=reason,
         holder=own_office(now, by))  # fmt: skip
    return again(now, at)
