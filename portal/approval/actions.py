"""The verbs of the regulation. Each checks, acts, records, in one transaction; `Refused` says which rule forbade it.

Every verb takes the page, who acts, when (Asia/Ho_Chi_Minh) and through which channel: desk, api, mail, command, clock.
"""

import logging
from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Page

from portal.approval import rules
from portal.approval.gate import begun_by, locked
from portal.approval.models import Approval, Case, Opinion, Pass, Passage, Remark, Vouch
from portal.approval.queries import (
    Standing,
    facts_as_json,
    facts_under,
    hash_of,
    latest,
    live_approval,
    open_remarks,
    standing,
)
from portal.approval.record import line
from portal.approval.remark_actions import remark as remark
from portal.approval.remark_actions import settle_remark as settle_remark
from portal.approval.rules import Holder, Nature, State, Step, StepKind, Verb
from portal.base import epoch
from portal.base.refused import Refused, refuse_if
from portal.base.rules import Ground, Refusal
from portal.files import actions as files
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import OFFICE_NAMES, Office

log = logging.getLogger(__name__)
MOVED = Refusal(
    "R-HASH-01", "Điều 14.2", "Nội dung bài đã thay đổi so với bản thầy/cô xem. Hãy xem lại bản mới.",
    ground=Ground.CONFLICT,
)  # fmt: skip
NO_LONGER_UP = Refusal(
    "R-COPY-03", "Điều 15.1", "Bài gốc vừa được sửa hoặc gỡ; hãy trình lại, bài sẽ đi tuyến của tin nội bộ.",
    ground=Ground.CONFLICT,
)  # fmt: skip
FASTER = Refusal("R-HASH-02", "Điều 14.2", "Đã có người xử lý bước này trước thầy/cô.", ground=Ground.CONFLICT)


@transaction.atomic
def open_case(page: Page, *, by: Person, at: datetime, channel: str) -> Case:
    """Begin the file of a new item; the page must already have its first revision."""
    case = Case(page=page, creator=by, touched_at=at, revision=page.latest_revision)
    _note(case, latest(page), at)
    case.save()
    line("draft", case, by=by, at=at, channel=channel, rule="R-EDIT-01", clause="Điều 12.2")
    return case


@transaction.atomic
def save_text(draft: Any, *, by: Person, at: datetime, channel: str, based_on: str | None = None) -> Case:
    """Keep an edited text as a new revision; of a text that is up, as the beginning of a correction (Điều 12.3).

    `draft` is the page object carrying the new words, `based_on` the hash the editor started from. A change of facts,
    or of the row because of who wrote, drops the passes given so far. Raises Refused: not yours (403), text moved
    meanwhile (409).
    """
    case = begun_by(draft, by, at)
    now = standing(case, at)
    acting = now.acts_as(by.pk)
    refuse_if(
        rules.may_edit(by.pk, State(case.state), now.hands, acting[1] if acting else None, now.board,
                       live=draft.live),
        MOVED if based_on is not None and based_on != case.hash else None,
    )  # fmt: skip
    revision = draft.save_revision(user=by, changed=True, log_action=True)
    before, row = case.facts, rules.row_of(now.facts, now.hands, now.board)
    case.revision = revision
    case.correcting = case.correcting or case.state == State.PUBLISHED
    _note(case, draft, at)
    if case.state in (State.PUBLISHED, State.REFUSED, State.SENT_BACK, State.WITHDRAWN):
        case.state = State.SENT_BACK if case.state == State.SENT_BACK else State.DRAFT
    case.save()
    after = standing(case, at, now.board)
    if (case.facts, rules.row_of(after.facts, after.hands, now.board)) != (before, row):
        _drop_passes(case, before, by=by, at=at, channel=channel)
    line("edit", case, by=by, at=at, channel=channel, rule="R-EDIT-01", clause="Điều 12.2",
         holder=acting[1] if acting else None)  # fmt: skip
    return case


def _drop_passes(case: Case, before: dict[str, Any], *, by: Person | None, at: datetime, channel: str) -> None:
    """R-FACTS-01: what was passed under other facts counts no longer, nor do the facts as confirmed then."""
    passage = case.passages.filter(closed_at=None).first()
    if passage is None:
        return
    passage.passes.filter(dropped_at=None).update(dropped_at=at)
    passage.facts_confirmed_by = None
    passage.save(update_fields=["facts_confirmed_by"])
    line("facts", case, by=by, at=at, channel=channel, rule="R-FACTS-01", clause="Điều 14.2", before=before)


@transaction.atomic
def submit(page: Page, *, by: Person, at: datetime, channel: str) -> Standing:
    """Hand a text in; its route is computed, never chosen. Raises Refused: 403, 409, or 422 with what is missing."""
    case = begun_by(page, by, at)
    draft = case.revision.as_object()
    now = standing(case, at)
    refuse_if(rules.may_submit(by.pk, State(case.state), now.hands, now.board))
    refuse_if(rules.may_hand_in(by.kind, offices.posts(by, at), draft.facts(at)))
    refuse_if(*draft.not_ready(at))
    _note(case, draft, at)
    case.state = State.IN_REVIEW
    case.save()
    passage = Passage.objects.create(case=case, submitted_by=by, submitted_at=at)
    found = standing(case, at, now.board)
    line("submit", case, by=by, at=at, channel=channel, rule=found.route.rule, clause=found.route.clause,
         row=found.route.row, passage=passage.pk)  # fmt: skip
    for step in found.route.steps:
        if step.skipped_because:
            line("skip", case, by=None, at=at, channel="clock", rule=step.rule, clause=step.clause,
                 reason=step.skipped_because, step=step.kind.value)  # fmt: skip
    if found.facts.nature is Nature.UNCHANGED_COPY:
        _post(found, draft, by=by, at=at, channel=channel)
    own = found.route.step(StepKind.SECRETARY)
    if own is not None and own.done_by_submission and found.open is not None:
        holder = own.holder(by.pk)
        if holder is not None:
            _pass(found, own, holder, (), Verb.APPROVE, by=by, at=at, channel=channel)
    return standing(case, at, now.board)


def _post(now: Standing, draft: Any, *, by: Person, at: datetime, channel: str) -> None:
    """R-COPY-01: words that are up go up inside under the same approval; who answered for them answers (Điều 15.1)."""
    case, original = now.case, draft.repeats()
    if original is not None:
        locked(original.page)  # whoever corrects the original or takes it down has done so before, or waits
        original = Approval.objects.filter(pk=original.pk, revoked_at=None).first()
    if original is None:
        raise Refused(NO_LONGER_UP)
    _close(now, at, "approved")
    approval = Approval.objects.create(
        page_id=case.page_id, copied_from=original, row=now.route.row, by=original.by, office=original.office,
        acting_for=original.acting_for, grant=original.grant, number=original.number, at=original.at,
        revision_id=case.revision_id, hash=case.hash, clause=now.route.clause, effective_from=at,
    )  # fmt: skip
    case.state = State.APPROVED
    line("post", case, by=by, at=at, channel=channel, rule="R-COPY-01", clause=now.route.clause,
         original=original.page_id, approval=original.pk)  # fmt: skip
    go_live(approval, case, at=at, by=by, channel=channel)


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
    _refresh(case, at, channel=channel)
    now = standing(case, at)
    if verb is not Verb.OPINION:
        refuse_if(_known(now, by))
    if verb is Verb.OPINION:
        return _answer(now, by=by, at=at, channel=channel, reason=reason)
    refuse_if(FASTER if now.passage is None or (task is not None and task != now.task_id()) else None)
    same = (revision, hash) == (case.revision_id, case.hash) and hash_of(case.revision.as_object()) == hash
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
        _approve(now, step, holder, covers, by=by, at=at, channel=channel, reason=reason)
    elif verb is Verb.PROPOSE_REFUSAL:
        refuse_if(ALREADY_DECIDING if step.kind is StepKind.LEADER else None)
        _pass(now, step, holder, covers, verb, by=by, at=at, channel=channel, reason=reason, ground=ground)
        line(verb.value, case, by=by, at=at, channel=channel, rule=step.rule, clause="Điều 12.7", holder=holder,
             reason=reason, ground=ground, step=step.kind.value)  # fmt: skip
    else:
        _turn_down(now, verb, step, holder, by=by, at=at, channel=channel, reason=reason, ground=ground, remarks=said)
    case.touched_at = at
    case.save()
    return standing(case, at, now.board)


def _refresh(case: Case, at: datetime, *, channel: str) -> None:
    """Facts of a text under way that changed without an edit, as when its plan entry was called off: passes drop."""
    before = case.facts
    if case.state != State.IN_REVIEW:
        return
    case.facts = facts_as_json(facts_under(case, case.revision.as_object(), at))
    if case.facts != before:
        case.save(update_fields=["facts"])
        _drop_passes(case, before, by=None, at=at, channel=channel)


@transaction.atomic
def refresh_all(at: datetime) -> None:
    """Look again at the facts of everything under way; the worker does so now and then."""
    for case in Case.objects.select_for_update().filter(state=State.IN_REVIEW):
        _refresh(case, at, channel="clock")


ALREADY_DECIDING = Refusal(
    "R-REFUSE-02", "Điều 9.5, 12.7", "Thầy/cô giữ bước quyết định: hãy từ chối hoặc trả lại, không cần đề xuất.",
    ground=Ground.CONFLICT,
)  # fmt: skip


def _known(now: Standing, by: Person) -> Refusal | None:
    """R-ACT-03: only the board, and whoever holds a step of the route, has business here."""
    if by.pk in now.board.everyone or any(step.holder(by.pk) for step in now.route.steps):
        return None
    return rules.may_act(by.pk, None, now.hands)


def _approve(
    now: Standing, step: Step, holder: Holder, covers: tuple[StepKind, ...], *, by: Person, at: datetime,
    channel: str, reason: str,
) -> None:  # fmt: skip
    case, leader = now.case, step.kind is StepKind.LEADER
    if leader:
        refuse_if(rules.may_decide(by.pk, now.hands, now.vouchers, now.board))
        refuse_if(*case.revision.as_object().not_ready(at))
    given = _pass(now, step, holder, covers, Verb.APPROVE, by=by, at=at, channel=channel, reason=reason)
    clause = " và ".join([*(_clause_of(now, kind) for kind in covers), holder.clause])
    line("approve" if leader else "pass", case, by=by, at=at, channel=channel, rule=step.rule, clause=clause,
         holder=holder, reason=reason, step=step.kind.value, row=now.route.row, passage=given.passage_id)  # fmt: skip
    if not leader:
        return
    _close(now, at, "approved")
    _settle_all(case, by=by, at=at)
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


def _settle_all(case: Case, *, by: Person, at: datetime) -> None:
    """With the decision on a text nothing said of it is open any more."""
    case.remarks.filter(settled_at=None).update(settled_at=at, settled_by=by)


def _clause_of(now: Standing, kind: StepKind) -> str:
    step = now.route.step(kind)
    return step.clause if step else ""


def _pass(
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
    _confirm_facts(now, by=by, at=at, channel=channel, holder=holder)
    return given


def _confirm_facts(now: Standing, *, by: Person, at: datetime, channel: str, holder: Holder | None = None) -> None:
    """R-FACTS-02: the first reviewer who is not a writer takes the proposed plan entry and kind as facts (Điều 14.2)."""
    passage, case = now.passage, now.case
    assert passage is not None
    if passage.facts_confirmed_by_id is None and by.pk not in now.hands.writers:
        passage.facts_confirmed_by = by
        passage.save(update_fields=["facts_confirmed_by"])
        line("confirm_facts", case, by=by, at=at, channel=channel, rule="R-FACTS-02", clause="Điều 14.2", holder=holder,
             facts=case.facts)  # fmt: skip


def _turn_down(
    now: Standing, verb: Verb, step: Step, holder: Holder, *, by: Person, at: datetime, channel: str, reason: str,
    ground: str, remarks: list[Remark],
) -> None:  # fmt: skip
    case = now.case
    case.state = State.REFUSED if verb is Verb.REFUSE else State.SENT_BACK
    _close(now, at, case.state)
    clause = "Điều 9.5" if verb is Verb.REFUSE else holder.clause
    carried = {"remarks": [one.pk for one in remarks]} if remarks else {}
    line(verb.value, case, by=by, at=at, channel=channel, rule=step.rule, clause=clause, holder=holder, reason=reason,
         ground=ground, step=step.kind.value, **carried)  # fmt: skip


def _vouch(now: Standing, *, by: Person, at: datetime, channel: str) -> Standing:
    refuse_if(rules.may_vouch(by.pk, now.hands, now.board))
    Vouch.objects.get_or_create(
        case=now.case, by=by, hash=now.case.hash, defaults={"at": at, "revision_id": now.case.revision_id}
    )
    _confirm_facts(now, by=by, at=at, channel=channel)
    line("vouch", now.case, by=by, at=at, channel=channel, rule="R-TWO-02", clause="Điều 10.2",
         holder=_own_office(now, by))  # fmt: skip
    return standing(now.case, at, now.board)


def _refer(now: Standing, *, by: Person, at: datetime, channel: str, reason: str, to: Person | None) -> Standing:
    acting = now.acts_as(by.pk)
    refuse_if(rules.may_refer(by.pk, to.pk if to else None, acting[1] if acting else None, now.board))
    assert to is not None
    assert now.passage is not None
    Opinion.objects.create(passage=now.passage, asked_by=by, asked_at=at, question=reason, to=to, hash=now.case.hash)
    line("refer", now.case, by=by, at=at, channel=channel, rule="R-REFER-01", clause="Điều 12.4", reason=reason,
         holder=acting[1] if acting else _own_office(now, by), to=to.pk)  # fmt: skip
    return standing(now.case, at, now.board)


def _answer(now: Standing, *, by: Person, at: datetime, channel: str, reason: str) -> Standing:
    refuse_if(rules.must_say_why(Verb.OPINION, reason, ""))
    owed = now.passage and now.passage.opinions.filter(to=by, answered_at=None).first()
    if not owed or by.pk not in now.board.members:
        raise Refused(Refusal("R-REFER-03", "Điều 12.4", "Không có câu hỏi nào đang chờ ý kiến của thầy/cô ở bài này."))
    owed.answer, owed.answered_at = reason, at
    owed.save(update_fields=["answer", "answered_at"])
    line("opinion", now.case, by=by, at=at, channel=channel, rule="R-REFER-01", clause="Điều 12.4", reason=reason,
         holder=_own_office(now, by))  # fmt: skip
    return standing(now.case, at, now.board)


def _close(now: Standing, at: datetime, outcome: str) -> None:
    if now.passage is not None:
        now.passage.closed_at, now.passage.outcome = at, outcome
        now.passage.save(update_fields=["closed_at", "outcome"])


@transaction.atomic
def recall(page: Page, *, by: Person, at: datetime, channel: str) -> Case:
    """Take back a text that is not up: from review, or approved and waiting for its hour."""
    case = begun_by(page, by, at)
    now = standing(case, at)
    refuse_if(rules.may_recall(by.pk, State(case.state), now.hands, now.board))
    _close(now, at, "recalled")
    Approval.objects.filter(page_id=page.pk, revoked_at=None, went_live_at=None).update(revoked_at=at)
    case.state, case.touched_at = State.DRAFT, at
    case.save()
    line("recall", case, by=by, at=at, channel=channel, rule="R-RECALL-01", clause="Điều 12.2")
    return case


@transaction.atomic
def schedule(page: Page, *, publish_at: datetime, by: Person, at: datetime, channel: str) -> Case:
    """Set the hour a text goes up once approved; an approved text keeps the hash it was approved with."""
    case = begun_by(page, by, at)
    now = standing(case, at)
    refuse_if(rules.may_schedule(by.pk, publish_at, at, State(case.state), now.hands, now.board))
    case.publish_at = publish_at
    case.save()
    Approval.objects.filter(page_id=page.pk, revoked_at=None, went_live_at=None).update(effective_from=publish_at)
    line("schedule", case, by=by, at=at, channel=channel, rule="R-SCHEDULE-01", clause="Điều 12.1",
         publish_at=publish_at.isoformat())  # fmt: skip
    return case


@transaction.atomic
def correct(page: Page, *, by: Person, at: datetime, channel: str) -> Case:
    """Begin a correction; the approved text stays up until the correction is approved (Điều 12.3)."""
    case = begun_by(page, by, at)
    now = standing(case, at)
    up = live_approval(page) is not None
    refuse_if(rules.may_correct(by.pk, now.hands, now.board, live=up, state=State(case.state)))
    case.correcting, case.state, case.publish_at, case.touched_at = True, State.DRAFT, None, at
    case.save()
    draft = case.revision.as_object()
    if by.pk not in now.hands.writers | now.board.secretaries:  # whoever opens a correction may write it
        case.authors = sorted({*case.authors, by.pk})
    _note(case, draft, at)
    case.save()
    line("correct", case, by=by, at=at, channel=channel, rule="R-CORRECT-01", clause="Điều 12.3")
    return case


@transaction.atomic
def cancel_correction(page: Page, *, by: Person, at: datetime, channel: str) -> Case:
    """Drop an opened correction: the item is what readers have, as if none had been opened; its texts and its record
    stay (Điều 12.3)."""
    case = begun_by(page, by, at)
    now = standing(case, at)
    refuse_if(rules.may_cancel_correction(by.pk, State(case.state), now.hands, now.board, correcting=case.correcting))
    up = live_approval(page)
    assert up is not None  # a correction is of a live item: what is taken down is no correction any more
    shown = page.specific_class.objects.get(pk=page.pk)
    shown.latest_revision, shown.latest_revision_created_at = up.revision, up.revision.created_at
    shown.draft_title, shown.has_unpublished_changes = shown.title, False
    shown.save(update_fields=["latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes"])
    line("cancel_correction", case, by=by, at=at, channel=channel, rule="R-CORRECT-03", clause="Điều 12.3",
         holder=_own_office(now, by))  # fmt: skip
    _settle_all(case, by=by, at=at)
    case.state, case.correcting, case.publish_at, case.revision = State.PUBLISHED, False, None, up.revision
    _note(case, shown, at)
    case.save()
    return case


@transaction.atomic
def withdraw(page: Page, *, ground: str, reason: str, by: Person, at: datetime, channel: str) -> Case:
    """Take a live item down at once, with a ground; its approval ends with it (Điều 8.1, 13.2)."""
    case = begun_by(page, by, at)
    now = standing(case, at)
    fresh = page.specific_class.objects.get(pk=page.pk)
    refuse_if(rules.may_withdraw(by.pk, now.board, ground, reason))
    refuse_if(None if fresh.live else Refusal("R-DOWN-03", "Điều 8.1", "Bài không đang đăng.", ground=Ground.CONFLICT))
    _take_down(fresh, case, now, at)
    line("withdraw", case, by=by, at=at, channel=channel, rule="R-DOWN-01", clause="Điều 8.1, 13.2", reason=reason,
         holder=_own_office(now, by), ground=ground)  # fmt: skip
    for copy in Approval.objects.filter(copied_from__page_id=page.pk, revoked_at=None).select_related("page"):
        _take_down_copy(copy, by=by, at=at, channel=channel, reason=reason, ground=ground)
    return case


def _take_down_copy(copy: Approval, *, by: Person, at: datetime, channel: str, reason: str, ground: str) -> None:
    """R-COPY-02: an internal copy rests on its original's approval and comes down with it (Điều 8.1, 15.1)."""
    case = locked(copy.page)
    now = standing(case, at)
    _take_down(copy.page.specific, case, now, at)
    line("withdraw", case, by=by, at=at, channel=channel, rule="R-COPY-02", clause="Điều 8.1, 15.1", reason=reason,
         holder=_own_office(now, by), ground=ground)  # fmt: skip


def _own_office(now: Standing, by: Person) -> Holder | None:
    """The highest office a person holds, for acts that need no step."""
    held = sorted(now.board.offices(by.pk), key=list(OFFICE_NAMES).index)
    return Holder(by.pk, held[0], "") if held else None


def _take_down(page: Any, case: Case, now: Standing, at: datetime) -> None:
    Approval.objects.filter(page_id=page.pk, revoked_at=None).update(revoked_at=at)
    _close(now, at, "withdrawn")
    page.live = False
    page.has_unpublished_changes = True
    with page.approved_at(at):
        page.save(update_fields=["live", "has_unpublished_changes"])
    files.conceal(page)
    case.state, case.correcting, case.live_row, case.publish_at, case.touched_at = (
        State.WITHDRAWN,
        False,
        None,
        None,
        at,
    )
    case.save()
    epoch.bump()


@transaction.atomic
def go_live(approval: Approval, case: Case, *, at: datetime, by: Person | None, channel: str) -> None:
    """Put an approved text up: the guard of the page checks revision and hash once more."""
    page = case.page.specific
    was_live = page.live
    Approval.objects.filter(page_id=page.pk, revoked_at=None, went_live_at__isnull=False).exclude(
        pk=approval.pk
    ).update(revoked_at=at)
    approval.went_live_at = at
    approval.save(update_fields=["went_live_at"])
    with page.approved_at(at):
        approval.revision.publish(user=by, skip_permission_checks=True)
    shown = type(page).objects.get(pk=page.pk)
    files.expose(shown, audience=shown.facts(at).audience, pictures=shown.shown_pictures(),
                 attachments=shown.shown_attachments(), until=shown.shown_until())  # fmt: skip
    if was_live and case.published_at is not None:
        case.corrected_at = at
    else:
        case.published_at, case.corrected_at = at, None
    if not case.correcting or case.live_row is None:
        case.live_row = approval.row
    case.state, case.correcting, case.publish_at = State.PUBLISHED, False, None
    _note(case, shown, at)
    case.save()
    epoch.bump()
    decider = Holder(approval.by_id, Office(approval.office), approval.clause, approval.acting_for_id,
                     number=approval.number)  # fmt: skip
    line("publish", case, by=by, at=at, channel=channel, rule="R-PUBLISH-01", clause=approval.clause,
         holder=decider if by and by.pk == approval.by_id else None, approval=approval.pk)  # fmt: skip


def publish_due(at: datetime) -> int:
    """Put up every approved text whose hour has come; run by the worker as often as it likes.

    Each in a transaction of its own: one that the guard refuses keeps nobody else from his hour.
    """
    due = Approval.objects.filter(
        revoked_at=None, went_live_at=None, effective_from__lte=at, page__case__state=State.APPROVED
    ).order_by("effective_from", "pk")
    return sum(_raise(approval, at) for approval in due.select_related("page"))


def _raise(approval: Approval, at: datetime) -> bool:
    try:
        with transaction.atomic():
            case = locked(approval.page)
            fresh = Approval.objects.get(pk=approval.pk)
            if case.state != State.APPROVED or fresh.revoked_at is not None or fresh.went_live_at is not None:
                return False
            go_live(fresh, case, at=at, by=None, channel="clock")
            return True
    except Refused:
        log.exception("approval %s: the guard refuses to put it up", approval.pk)
        return False


def _note(case: Case, draft: Any, at: datetime) -> None:
    """Remember of a text what lists and routes ask for without loading it."""
    authors = draft.named_authors()
    if case.correcting:  # whoever opened the correction stays one of its writers until it is up
        authors |= frozenset(case.authors)
    case.facts, case.authors = facts_as_json(facts_under(case, draft, at)), sorted(authors)
    case.title, case.hash, case.touched_at = draft.title, hash_of(draft), at
