"""Nhắc: reminding whoever holds an item. It is a line in the record; the mail listens to it (Điều 10.2, 12.4)."""

from datetime import datetime

from django.db import transaction
from wagtail.models import Page

from portal.approval.models import Case
from portal.approval.queries import standing
from portal.base import journal, regulation
from portal.base.models import JournalEntry
from portal.base.refused import refuse_if
from portal.base.text import nfc
from portal.desk.rules import held_by, may_nudge
from portal.people.models import Person

LONGEST = 300


@transaction.atomic
def nudge(page: Page, *, words: str, by: Person, at: datetime, channel: str) -> JournalEntry:
    """Remind the holders of the open step; `words` is a line to them, or "".

    Raises Refused: 403 whose business it is not, 409 where nobody holds the item, it is too early, or it was done today.
    """
    case = Case.objects.select_for_update().get(page_id=page.pk)
    now = standing(case, at)
    holders = held_by(now.open) if now.passage is not None else frozenset()
    given = journal.lines_of(page).filter(verb="nudge", actor_id=by.pk)
    if now.since is not None:
        given = given.filter(at__gte=now.since)
    refuse_if(
        may_nudge(by.pk, holders=holders, creator=case.creator_id, board=now.board, since=now.since, at=at,
                  days=regulation.number("approval.take_over_after_working_days", at.date()),
                  last=given.order_by("-id").values_list("at", flat=True).first())
    )  # fmt: skip
    runs = by.pk in now.board.leaders | now.board.deputies
    return journal.record(
        "nudge", subject=page, by=by, at=at, channel=channel, rule="R-NUDGE-01",
        clause="Điều 10.2" if runs else "Điều 12.4", office=now.board.highest(by.pk) or "",
        reason=nfc(words).strip()[:LONGEST], revision=case.revision_id, hash=case.hash, data={"to": sorted(holders)},
    )  # fmt: skip
