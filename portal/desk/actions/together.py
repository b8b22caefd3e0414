"""Deciding several items in one act: each set aside from its own opened page, each decided on the very text that was seen,
each in a transaction of its own (Điều 10.2; 15.2 as read for lists)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from wagtail.models import Page

from portal.approval import actions as approval
from portal.approval.models import Case
from portal.approval.queries import Standing, standing
from portal.approval.rules import Verb, may_decide
from portal.base.refused import Refused, refuse_if
from portal.desk.opened import Opened, opened_as
from portal.desk.rules import may_set_aside
from portal.people.models import Person


@dataclass(frozen=True)
class Outcome:
    """What became of one item of the act: `refused` is "" where it was decided."""

    page: int
    title: str
    refused: str = ""


def set_aside(now: Standing, opened: Opened | None, *, by: Person) -> Opened:
    """Check that an item may be decided together with others, on the text that was opened; changes nothing.

    Raises Refused: 403 not his to decide, 409 not opened, another text or step by now, or a second person is needed.
    """
    acting = now.acts_as(by.pk) if now.passage is not None else None
    reserved = may_decide(by.pk, now.hands, now.vouchers, now.board)
    refuse_if(may_set_aside(acting[0].kind if acting else None, reserved, opened=opened == opened_as(now)))
    assert opened is not None
    return opened


def decide_together(items: Iterable[Opened], *, by: Person, at: datetime, channel: str) -> list[Outcome]:
    """Approve each on exactly the text that was opened. One that is refused is said and keeps nobody else back."""
    return [_decide(one, by, at, channel) for one in items]


def _decide(one: Opened, by: Person, at: datetime, channel: str) -> Outcome:
    case = Case.objects.select_related("page").get(page_id=one.page)
    page: Page = case.page.specific
    try:
        with transaction.atomic():
            acting = standing(case, at).acts_as(by.pk)
            refuse_if(may_set_aside(acting[0].kind, None, opened=True) if acting else None)
            approval.decide(page, Verb.APPROVE, revision=one.revision, hash=one.hash, task=one.task, by=by, at=at,
                            channel=channel)  # fmt: skip
    except Refused as refused:
        return Outcome(one.page, case.title, " ".join(str(refusal) for refusal in refused.refusals))
    return Outcome(one.page, case.title)
