"""What readers have: going up at its hour, corrected, taken down (Điều 8.1, 12.1, 12.3, 13.2)."""

import logging
from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Page

from portal.approval import rules
from portal.approval.actions.holding import begun_by, close, locked, note, own_office, settle_all
from portal.approval.models import Approval, Case, HistoryItem
from portal.approval.queries import Standing, live_approval, obstacles, standing, still_writes
from portal.approval.record import line
from portal.approval.rules import Holder, State
from portal.base import epoch
from portal.base.refused import Refused, refuse_if
from portal.base.rules import Ground, Refusal
from portal.files import actions as files
from portal.people.models import Person
from portal.people.rules import Office

log = logging.getLogger(__name__)


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
    refuse_if(still_writes(page, by, at))
    case.correcting, case.state, case.publish_at, case.touched_at = True, State.DRAFT, None, at
    case.save()
    draft = case.revision.as_object()
    if by.pk not in now.hands.writers | now.board.secretaries:  # whoever opens a correction may write it
        case.authors = sorted({*case.authors, by.pk})
    note(case, draft, at)
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
    refuse_if(still_writes(page, by, at))
    up = live_approval(page)
    assert up is not None  # a correction is of a live item: what is taken down is no correction any more
    shown = page.specific_class.objects.get(pk=page.pk)
    shown.latest_revision, shown.latest_revision_created_at = up.revision, up.revision.created_at
    shown.draft_title, shown.has_unpublished_changes = shown.title, False
    shown.save(
        update_fields=["latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes"]
    )
    line("cancel_correction", case, by=by, at=at, channel=channel, rule="R-CORRECT-03", clause="Điều 12.3",
         holder=own_office(now, by))  # fmt: skip
    settle_all(case, by=by, at=at)
    case.state, case.correcting, case.publish_at, case.revision = State.PUBLISHED, False, None, up.revision
    note(case, shown, at)
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
    refuse_if(fresh.stays_up(ground, at))
    _take_down(fresh, case, now, at)
    line("withdraw", case, by=by, at=at, channel=channel, rule="R-DOWN-01", clause="Điều 8.1, 13.2", reason=reason,
         holder=own_office(now, by), ground=ground)  # fmt: skip
    for copy in Approval.objects.filter(copied_from__page_id=page.pk, revoked_at=None).select_related("page"):
        _take_down_copy(copy, by=by, at=at, channel=channel, reason=reason, ground=ground)
    epoch.bump()  # last: whoever holds one of the cases waits for nobody who waits for him
    return case


def _take_down_copy(copy: Approval, *, by: Person, at: datetime, channel: str, reason: str, ground: str) -> None:
    """R-COPY-02: an internal copy rests on its original's approval and comes down with it (Điều 8.1, 15.1)."""
    case = locked(copy.page)
    now = standing(case, at)
    _take_down(copy.page.specific, case, now, at)
    line("withdraw", case, by=by, at=at, channel=channel, rule="R-COPY-02", clause="Điều 8.1, 15.1", reason=reason,
         holder=own_office(now, by), ground=ground)  # fmt: skip


def _take_down(page: Any, case: Case, now: Standing, at: datetime) -> None:
    Approval.objects.filter(page_id=page.pk, revoked_at=None).update(revoked_at=at)
    close(now, at, "withdrawn")
    page.live = False
    page.has_unpublished_changes = True
    with page.approved_at(at):
        page.save(update_fields=["live", "has_unpublished_changes"])
    files.conceal(page)
    page.stands(None)
    case.state, case.correcting, case.live_row, case.publish_at, case.touched_at = (
        State.WITHDRAWN,
        False,
        None,
        None,
        at,
    )
    case.save()


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
    files.want_widths(shown.shown_pictures(), at)
    if was_live and case.published_at is not None:
        case.corrected_at = at
    else:
        past = case.past if approval.listed_id else None  # what goes up by its own route is of today
        case.published_at, case.corrected_at, case.past = past or at, None, past
    if not case.correcting or case.live_row is None:
        case.live_row = approval.row
    case.state, case.correcting, case.publish_at = State.PUBLISHED, False, None
    note(case, shown, at)
    case.save()
    shown.stands(case.published_at)
    epoch.bump()
    decider = Holder(approval.by_id, Office(approval.office), approval.clause, approval.acting_for_id,
                     number=approval.number)  # fmt: skip
    verb = "publish" if approval.listed_id is None else "raise_history"
    line(verb, case, by=by, at=at, channel=channel, rule="R-PUBLISH-01", clause=approval.clause,
         holder=decider if by and by.pk == approval.by_id else None, approval=approval.pk)  # fmt: skip


def publish_due(at: datetime) -> int:
    """Put up every approved text whose hour has come; run by the worker as often as it likes.

    Each in a transaction of its own: one that the guard refuses keeps nobody else from his hour.
    """
    due = Approval.objects.filter(
        revoked_at=None, went_live_at=None, effective_from__lte=at, page__case__state=State.APPROVED
    )
    due = due.exclude(listed__gt=0).order_by("effective_from", "pk")  # those of lists are raised a few at a time
    return sum(put_up(approval, at) for approval in due.select_related("page"))


def _hold_back(approval: Approval, case: Case, found: list[Refusal], at: datetime) -> None:
    """R-HISTORY-09: a text decided over by a list in whose way something stands goes its own way, as a draft, and the list
    says why; who reads it answers or mends it (Điều 9.5, 12.1)."""
    why = " ".join(map(str, found))
    approval.revoked_at = at
    approval.save(update_fields=["revoked_at"])
    HistoryItem.objects.filter(approval=approval).update(left_out=why)
    case.state, case.touched_at = State.DRAFT, at
    case.save(update_fields=["state", "touched_at"])
    line("history_hold_back", case, by=None, at=at, channel="clock", rule="R-HISTORY-09", clause="Điều 9.5, 12.1",
         rules=[one.rule for one in found])  # fmt: skip


def put_up(approval: Approval, at: datetime) -> bool:
    """Put one approved text up whose hour has come; whether it went up."""
    try:
        with transaction.atomic():
            case = locked(approval.page)
            fresh = Approval.objects.get(pk=approval.pk)
            if case.state != State.APPROVED or fresh.revoked_at is not None or fresh.went_live_at is not None:
                return False
            found = obstacles(fresh.revision.as_object(), at)  # since it was decided, something may have come between
            if found and fresh.listed_id is not None:
                _hold_back(fresh, case, found, at)
                return False
            refuse_if(*found)
            go_live(fresh, case, at=at, by=None, channel="clock")
            return True
    except Refused:
        log.exception("approval %s: the guard refuses to put it up", approval.pk)
        return False
