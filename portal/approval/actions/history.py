"""What the portal before had up comes up here by one decision of the Head over a list, each text bound by its hash
(Điều 10.4, 14.2). The list is put together by another of the board, so that two people answer for each text."""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta

from django.db import transaction
from wagtail.models import Page

from portal.approval import rules
from portal.approval.actions.holding import SUSPENDED, begun_by
from portal.approval.actions.up import put_up
from portal.approval.models import Approval, Case, HistoryItem, HistoryList
from portal.approval.queries import standings, waiting_history
from portal.approval.record import line
from portal.approval.rules import State
from portal.base import journal, ticker
from portal.base.refused import refuse_if
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board

CLAUSE = "Điều 10.4, 14.2"
MOST = 5000  # texts one list holds
AT_ONCE = 500  # cases looked at together
A_ROUND = 50  # texts put up in one round of the worker, so that nothing else waits long


@transaction.atomic
def mark_history(page: Page, *, past: datetime, where: str, by: Person, at: datetime, channel: str) -> Case:
    """Say of a new text that the portal before had it up since `past`, at the address `where`."""
    case = begun_by(page, by, at)
    refuse_if(rules.may_be_history(past, at))
    case.past, case.past_hash = past, case.hash
    case.save(update_fields=["past", "past_hash"])
    line("mark_history", case, by=by, at=at, channel=channel, rule="R-HISTORY-05", clause="Điều 14.2",
         past=past.isoformat(), where=where)  # fmt: skip
    return case


@transaction.atomic
def list_history(*, title: str, by: Person, at: datetime, channel: str) -> HistoryList:
    """Put every text of the portal before that waits for a decision into one list, which says of each whether it was edited
    since it came. Raises Refused: 403, 409 where none waits."""
    refuse_if(SUSPENDED if offices.is_suspended(by, at) else None, rules.may_list(by.pk, offices.board(at)))
    cases = list(waiting_history()[:MOST])
    refuse_if(rules.something_in_it(len(cases)))
    bound = [(one.page_id, one.revision_id, one.hash, one.past or at) for one in cases]
    made = HistoryList.objects.create(title=title, prepared_by=by, prepared_at=at, digest=rules.digest_of(bound))
    HistoryItem.objects.bulk_create(
        [
            HistoryItem(
                list=made,
                page_id=one.page_id,
                revision_id=one.revision_id,
                hash=one.hash,
                past=one.past or at,
                mended=one.hash != one.past_hash,
            )
            for one in cases
        ],
        batch_size=AT_ONCE,
    )
    journal.record("history_list", subject=made, by=by, at=at, channel=channel, rule="R-HISTORY-01",
                   clause="Điều 12.1, 12.2", hash=made.digest, data={"many": len(cases)})  # fmt: skip
    return made


@transaction.atomic
def leave_out(
    found: HistoryList, items: Collection[int], *, reason: str, digest: str, by: Person, at: datetime, channel: str
) -> HistoryList:
    """The Head leaves some texts out of a list, with a reason; they stay drafts. Raises Refused: 403, 409, 422."""
    made = _opened(found, by, at, digest)
    refuse_if(rules.may_leave_out(reason))
    out = made.items.filter(pk__in=items, left_out="")
    told = list(out.values_list("page_id", "hash"))
    refuse_if(rules.something_in_it(len(told)))
    out.update(left_out=reason.strip())
    made.digest = rules.digest_of(_bound(made))
    made.save(update_fields=["digest"])
    journal.record("history_leave_out", subject=made, by=by, at=at, channel=channel, rule="R-HISTORY-06", reason=reason,
                   clause="Điều 9.5, 12.7", hash=made.digest, data={"items": told})  # fmt: skip
    return made


@transaction.atomic
def decide_list(found: HistoryList, *, digest: str, by: Person, at: datetime, channel: str) -> HistoryList:
    """The Head's one decision: an approval for each text of the list whose words are still those listed; the worker puts
    them up one by one, past the same guard as every text. What was changed meanwhile, or lacks its second person, is left
    out, and the list says so. Raises Refused: 403, 409 where the list is not the one seen."""
    made, board = _opened(found, by, at, digest), offices.board(at)
    office, number = rules.office_of(by.pk, board)
    bound: list[tuple[int, int, str, str]] = []
    for cases in _by_batches(made):
        items = {one.page_id: one for one in made.items.filter(page__in=[case.page_id for case in cases], left_out="")}
        approvals = []
        for now in standings(cases, at, board):
            item = items[now.case.page_id]
            item.left_out = _why_not(now.case, item) or _lacks_second(now.hands, by.pk, made.prepared_by_id, board)
            if not item.left_out:
                approvals.append(Approval(
                    page_id=item.page_id, listed=item, row=now.route.row, by=by, office=office, number=number, at=at,
                    revision_id=item.revision_id, hash=item.hash, clause=CLAUSE, effective_from=at,
                ))  # fmt: skip
        HistoryItem.objects.bulk_update([one for one in items.values() if one.left_out], ["left_out"])
        Approval.objects.bulk_create(approvals)
        Case.objects.filter(page__in=[one.page_id for one in approvals]).update(state=State.APPROVED, touched_at=at)
        bound += [(one.page_id, one.revision_id, one.hash, items[one.page_id].past.isoformat()) for one in approvals]
    refuse_if(rules.something_in_it(len(bound)))
    made.decided_by, made.decided_at = by, at
    made.save(update_fields=["decided_by", "decided_at"])
    journal.record("history_decide", subject=made, by=by, at=at, channel=channel, rule="R-HISTORY-02", clause=CLAUSE,
                   office=office.value, hash=digest, data={"items": bound, "number": number})  # fmt: skip
    return made


@transaction.atomic
def close_list(found: HistoryList, *, reason: str, digest: str, by: Person, at: datetime, channel: str) -> HistoryList:
    """The Head's decision over a list nothing is left in: none of it comes up, and why. Raises Refused: 403, 409, 422."""
    made = _opened(found, by, at, digest)
    refuse_if(rules.may_close(many=made.items.filter(left_out="").count(), reason=reason))
    office, number = rules.office_of(by.pk, offices.board(at))
    made.decided_by, made.decided_at, made.closed_because = by, at, reason.strip()
    made.save(update_fields=["decided_by", "decided_at", "closed_because"])
    journal.record("history_close", subject=made, by=by, at=at, channel=channel, rule="R-HISTORY-08", reason=made.closed_because,
                   clause="Điều 9.5, 12.7", office=office.value, hash=digest, data={"number": number})  # fmt: skip
    return made


@transaction.atomic
def call_off_list(found: HistoryList, *, by: Person, at: datetime, channel: str) -> HistoryList:
    """Take a list back before it is decided; its texts wait for another. Raises Refused: 403, 409."""
    refuse_if(SUSPENDED if offices.is_suspended(by, at) else None, rules.may_list(by.pk, offices.board(at)))
    made = HistoryList.objects.select_for_update().get(pk=found.pk)
    refuse_if(rules.still_open(decided=not made.is_open, seen="", now=""))
    made.called_off_at = at
    made.save(update_fields=["called_off_at"])
    journal.record("history_call_off", subject=made, by=by, at=at, channel=channel, rule="R-HISTORY-01",
                   clause="Điều 12.1, 12.2", hash=made.digest)  # fmt: skip
    return made


@ticker.tick(every=timedelta(seconds=2))
def raise_history(at: datetime) -> int:
    """Put up some of what was decided on by lists, the oldest first; returns how many went up."""
    due = Approval.objects.filter(
        listed__isnull=False, revoked_at=None, went_live_at=None, page__case__state=State.APPROVED
    ).order_by("pk")
    return sum(put_up(approval, at) for approval in due.select_related("page")[:A_ROUND])


def _opened(found: HistoryList, by: Person, at: datetime, digest: str) -> HistoryList:
    """The list, held to the end of the transaction, for the Head to act on as he saw it."""
    made = HistoryList.objects.select_for_update().get(pk=found.pk)
    refuse_if(
        SUSPENDED if offices.is_suspended(by, at) or not by.is_active else None,
        rules.may_decide_list(by.pk, made.prepared_by_id, offices.board(at)),
    )
    refuse_if(rules.still_open(decided=not made.is_open, seen=digest, now=made.digest))
    return made


def _bound(made: HistoryList) -> list[rules.Bound]:
    return list(made.items.filter(left_out="").values_list("page_id", "revision_id", "hash", "past"))


def _by_batches(made: HistoryList) -> Iterator[list[Case]]:
    """The cases of a list, held, some at a time."""
    pages = list(made.items.filter(left_out="").order_by("page_id").values_list("page_id", flat=True))
    for start in range(0, len(pages), AT_ONCE):
        held = Case.objects.select_for_update().filter(page__in=pages[start : start + AT_ONCE])
        yield list(held.order_by("page_id"))


def _why_not(case: Case, item: HistoryItem) -> str:
    """What became of a text since it was listed; "" where it stands as listed."""
    if case.state != State.DRAFT or case.published_at is not None:
        return "Bài đã đi tuyến duyệt riêng sau khi lập danh sách."
    same = (case.revision_id, case.hash, case.past) == (item.revision_id, item.hash, item.past)
    return "" if same else "Bài đã được sửa sau khi lập danh sách."


def _lacks_second(hands: rules.Hands, by: int, prepared_by: int, board: Board) -> str:
    """R-TWO-01: a Head with a hand in a text needs that whoever prepared the list had none (Điều 10.2, 14.2)."""
    refusal = rules.may_decide(by, hands, frozenset({prepared_by}), board)
    return "" if refusal is None else str(refusal)
