"""A text with its writers: begun, kept, handed in, taken back (Điều 12.2, 14.2)."""

from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Page

from portal.approval import rules
from portal.approval.actions.holding import MOVED, begun_by, close, drop_passes, give_pass, locked, note
from portal.approval.actions.up import go_live
from portal.approval.models import Approval, Case, Passage
from portal.approval.queries import Standing, again, latest, standing
from portal.approval.record import line
from portal.approval.rules import Nature, State, StepKind, Verb
from portal.base.refused import Refused, refuse_if
from portal.base.rules import Ground, Refusal
from portal.people import offices
from portal.people.models import Person

NO_LONGER_UP = Refusal(
    "R-COPY-03", "Điều 15.1", "Bài gốc vừa được sửa hoặc gỡ; hãy trình lại, bài sẽ đi tuyến của tin nội bộ.",
    ground=Ground.CONFLICT,
)  # fmt: skip


@transaction.atomic
def open_case(page: Page, *, by: Person, at: datetime, channel: str) -> Case:
    """Begin the file of a new item; the page must already have its first revision."""
    case = Case(page=page, creator=by, touched_at=at, revision=page.latest_revision)
    note(case, latest(page), at)
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
    note(case, draft, at)
    if case.state in (State.PUBLISHED, State.REFUSED, State.SENT_BACK, State.WITHDRAWN):
        case.state = State.SENT_BACK if case.state == State.SENT_BACK else State.DRAFT
    case.save()
    after = standing(case, at, now.board)
    if (case.facts, rules.row_of(after.facts, after.hands, now.board)) != (before, row):
        drop_passes(case, before, by=by, at=at, channel=channel)
    line("edit", case, by=by, at=at, channel=channel, rule="R-EDIT-01", clause="Điều 12.2",
         holder=acting[1] if acting else None)  # fmt: skip
    return case


@transaction.atomic
def submit(page: Page, *, by: Person, at: datetime, channel: str) -> Standing:
    """Hand a text in; its route is computed, never chosen. Raises Refused: 403, 409, or 422 with what is missing."""
    case = begun_by(page, by, at)
    draft = case.revision.as_object()
    now = standing(case, at)
    refuse_if(rules.may_submit(by.pk, State(case.state), now.hands, now.board))
    refuse_if(rules.may_hand_in(by.kind, offices.posts(by, at), draft.facts(at)))
    refuse_if(*draft.not_ready(at))
    note(case, draft, at)
    case.state = State.IN_REVIEW
    case.save()
    passage = Passage.objects.create(case=case, submitted_by=by, submitted_at=at)
    found = again(now, at)
    line("submit", case, by=by, at=at, channel=channel, rule=found.route.rule, clause=found.route.clause,
         row=found.route.row, passage=passage.pk)  # fmt: skip
    for step in found.route.steps:
        if step.skipped_because:
            line("skip", case, by=None, at=at, channel="clock", rule=step.rule, clause=step.clause,
                 reason=step.skipped_because, step=step.kind.value)  # fmt: skip
    if found.facts.nature is Nature.UNCHANGED_COPY:
        _post(found, draft, by=by, at=at, channel=channel)
        return again(found, at)
    own = found.route.step(StepKind.SECRETARY)
    if own is not None and own.done_by_submission and found.open is not None:
        holder = own.holder(by.pk)
        if holder is not None:
            give_pass(found, own, holder, (), Verb.APPROVE, by=by, at=at, channel=channel)
            return again(found, at)
    return found


def _post(now: Standing, draft: Any, *, by: Person, at: datetime, channel: str) -> None:
    """R-COPY-01: words that are up go up inside under the same approval; who answered for them answers (Điều 15.1)."""
    case, original = now.case, draft.repeats()
    if original is not None:
        locked(original.page)  # whoever corrects the original or takes it down has done so before, or waits
        original = Approval.objects.filter(pk=original.pk, revoked_at=None).first()
    if original is None:
        raise Refused(NO_LONGER_UP)
    close(now, at, "approved")
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
def recall(page: Page, *, by: Person, at: datetime, channel: str) -> Case:
    """Take back a text that is not up: from review, or approved and waiting for its hour."""
    case = begun_by(page, by, at)
    now = standing(case, at)
    refuse_if(rules.may_recall(by.pk, State(case.state), now.hands, now.board))
    close(now, at, "recalled")
    Approval.objects.filter(page_id=page.pk, revoked_at=None, went_live_at=None).update(revoked_at=at)
    case.state, case.touched_at = State.DRAFT, at
    case.save()
    line("recall", case, by=by, at=at, channel=channel, rule="R-RECALL-01", clause="Điều 12.2")
    return case
