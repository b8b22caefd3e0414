"""Internal items decided on as a list, in one act of the Head, each on the text that was listed (Điều 15.2)."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from portal.approval import rules
from portal.approval.actions.deciding import decide
from portal.approval.actions.holding import SUSPENDED
from portal.approval.models import Approval, Case, ReviewItem, ReviewList
from portal.approval.queries import Standing, gathered, standing, standings
from portal.approval.record import line
from portal.approval.rules import LIST_CLAUSE, Audience, StepKind, Verb
from portal.base import journal
from portal.base.refused import Refused, refuse_if
from portal.base.text import nfc, one_line
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board


@transaction.atomic
def gather(pages: Collection[int], *, title: str, by: Person, at: datetime, channel: str) -> ReviewList:
    """Put internal items at the Head's step into one list, bound as they stand. Raises Refused: 403, 409, 422."""
    board, name = offices.board(at), one_line(nfc(title)).strip()[:200]
    refuse_if(SUSPENDED if offices.is_suspended(by, at) else None, rules.may_gather(by.pk, board))
    refuse_if(*rules.list_is_whole(name, len(set(pages))))
    cases = list(Case.objects.select_for_update().filter(page__in=pages).order_by("page_id"))
    taken = set(gathered().filter(page__in=pages).values_list("page_id", flat=True))
    stands = standings(cases, at, board)
    refuse_if(*dict.fromkeys(rules.may_be_gathered(
        internal=now.facts.audience is Audience.INTERNAL, elsewhere=now.case.page_id in taken,
        deciding=now.open is not None and now.open.kind is StepKind.LEADER,
    ) for now in stands))  # fmt: skip
    bound = [_as_is(now) for now in stands]
    refuse_if(*rules.list_is_whole(name, len(bound)))
    made = ReviewList.objects.create(title=name, prepared_by=by, prepared_at=at, digest=rules.list_digest(bound))
    ReviewItem.objects.bulk_create(
        ReviewItem(list=made, page_id=page, task=task, revision_id=revision, hash=hash)
        for page, task, revision, hash in bound
    )
    journal.record("list_gather", subject=made, by=by, at=at, channel=channel, rule="R-LIST-01", clause=LIST_CLAUSE,
                   hash=made.digest, data={"items": bound})  # fmt: skip
    return made


@transaction.atomic
def set_out(
    found: ReviewList, items: Collection[int], *, reason: str, digest: str, by: Person, at: datetime, channel: str
) -> ReviewList:
    """The Head leaves items out of a list, with a reason; each stays at his step by itself. Raises Refused: 403, 409, 422."""
    made = _opened(found, by, at, digest)
    out = list(made.items.filter(pk__in=items, left_out="").select_related("page__case"))
    refuse_if(*rules.may_set_out(reason, len(out)))
    for item in out:
        item.left_out = reason.strip()
        line("list_leave_out", item.page.case, by=by, at=at, channel=channel, rule="R-LIST-06", clause="Điều 9.5, 15.2",
             reason=reason.strip(), list=made.pk)  # fmt: skip
    ReviewItem.objects.bulk_update(out, ["left_out"])
    made.digest = rules.list_digest(_listed(one) for one in made.items.filter(left_out=""))
    made.save(update_fields=["digest"])
    journal.record("list_leave_out", subject=made, by=by, at=at, channel=channel, rule="R-LIST-06", reason=reason.strip(),
                   clause="Điều 9.5, 15.2", hash=made.digest, data={"items": [_listed(one) for one in out]})  # fmt: skip
    return made


@transaction.atomic
def decide_over(found: ReviewList, *, digest: str, by: Person, at: datetime, channel: str) -> ReviewList:
    """The Head's one act: his ordinary approval of each item on the very text listed. What changed meanwhile, or lacks its
    second person, is left out and says why. Raises Refused: 403, 409 where the list is not the one seen, or nothing in it
    can be decided."""
    made = _opened(found, by, at, digest)
    given: list[ReviewItem] = []
    left: list[str] = []
    told = f"Duyệt theo danh sách “{made.title}”, mã {digest[:12]}."
    for item in made.items.filter(left_out="").select_related("page").order_by("page_id"):
        try:
            item.approval = _approve(item, told, by=by, at=at, channel=channel)
            given.append(item)
        except Refused as refused:
            item.left_out = " ".join(str(one) for one in refused.refusals)
            left.append(item.left_out)
        item.save(update_fields=["approval", "left_out"])
    refuse_if(None if given else rules.something_to_decide(left))
    made.decided_by, made.decided_at = by, at
    made.save(update_fields=["decided_by", "decided_at"])
    journal.record("list_decide", subject=made, by=by, at=at, channel=channel, rule="R-LIST-04", clause=LIST_CLAUSE, hash=digest,
                   office=given[0].approval.office if given[0].approval else "",
                   data={"items": [(*_listed(one), one.approval_id) for one in given]})  # fmt: skip
    return made


@transaction.atomic
def take_back_list(found: ReviewList, *, by: Person, at: datetime, channel: str) -> ReviewList:
    """Take a list back before it is decided; its items wait one by one, as before. Raises Refused: 403, 409."""
    refuse_if(SUSPENDED if offices.is_suspended(by, at) else None, rules.may_take_back(by.pk, offices.board(at)))
    made = ReviewList.objects.select_for_update().get(pk=found.pk)
    refuse_if(rules.list_stands(is_open=made.is_open, seen="", now=""))
    made.called_off_at = at
    made.save(update_fields=["called_off_at"])
    journal.record("list_take_back", subject=made, by=by, at=at, channel=channel, rule="R-LIST-07", clause="Điều 12.1, 15.2",
                   hash=made.digest)  # fmt: skip
    return made


def _opened(found: ReviewList, by: Person, at: datetime, digest: str) -> ReviewList:
    """The list, held to the end of the transaction, for the Head to act on as he saw it."""
    board: Board = offices.board(at)
    refuse_if(
        SUSPENDED if offices.is_suspended(by, at) or not by.is_active else None, rules.may_decide_over(by.pk, board)
    )
    made = ReviewList.objects.select_for_update().get(pk=found.pk)
    refuse_if(rules.list_stands(is_open=made.is_open, seen=digest, now=made.digest))
    return made


@transaction.atomic
def _approve(item: ReviewItem, told: str, *, by: Person, at: datetime, channel: str) -> Approval:
    """One ordinary approval at the open step; undone by itself where it is refused."""
    case = Case.objects.select_for_update().get(page_id=item.page_id)
    refuse_if(rules.as_listed(_listed(item), _as_is(standing(case, at))))
    decide(item.page.specific, Verb.APPROVE, revision=item.revision_id, hash=item.hash, task=item.task, by=by, at=at,
           channel=channel, reason=told)  # fmt: skip
    return Approval.objects.filter(page_id=item.page_id, revision_id=item.revision_id, revoked_at=None).latest("pk")


def _as_is(now: Standing) -> rules.Listed:
    return now.case.page_id, now.task_id() or 0, now.case.revision_id, now.case.hash


def _listed(item: ReviewItem) -> rules.Listed:
    return item.page_id, item.task, item.revision_id, item.hash
