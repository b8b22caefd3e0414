"""Remarks on a sentence: made, settled. Neither touches words, hash or passes (Điều 12.1, 12.4)."""

from datetime import datetime

from django.db import transaction
from wagtail.models import Page, Revision

from portal.approval import rules
from portal.approval.actions.holding import begun_by
from portal.approval.models import Remark
from portal.approval.queries import hash_of, remark_refused, standing
from portal.approval.record import line
from portal.approval.remark_rules import bare
from portal.base.refused import refuse_if
from portal.base.rules import Ground, Refusal
from portal.base.text import nfc
from portal.people.models import Person

OTHER_ITEM = Refusal("R-REMARK-06", "Điều 14.2", "Bản được nhận xét không phải của bài này.", ground=Ground.CONFLICT)


@transaction.atomic
def remark(page: Page, *, quote: str, text: str, revision: int, by: Person, at: datetime, channel: str) -> Remark:
    """Say something about one sentence of the text that was read; `quote` is its own words, "" the whole text.

    The text may have moved meanwhile: a remark is kept with the revision it was made on, so that nothing said is lost.
    Raises Refused: 403 not yours, 409 not under review, 422 nothing said.
    """
    case = begun_by(page, by, at)
    quote, text = bare(quote), nfc(text).strip()
    now = standing(case, at)
    refuse_if(remark_refused(now, by.pk))
    refuse_if(rules.remark_is_whole(quote, text))
    read = Revision.page_revisions.filter(object_id=str(page.pk), pk=revision).first()
    refuse_if(OTHER_ITEM if read is None else None)
    assert read is not None
    seen = case.hash if read.pk == case.revision_id else hash_of(read.as_object())
    made = Remark.objects.create(
        case=case, passage=now.passage, by=by, at=at, revision=read, hash=seen, quote=quote, text=text
    )
    acting = now.acts_as(by.pk)
    line("remark", case, by=by, at=at, channel=channel, rule="R-REMARK-01", clause="Điều 12.1, 12.4", reason=text,
         holder=acting[1] if acting else None, remark=made.pk)  # fmt: skip
    return made


@transaction.atomic
def settle_remark(made: Remark, *, by: Person, at: datetime, channel: str) -> Remark:
    """Fold a remark away as mended or answered. Raises Refused: 403 not yours, 409 settled already."""
    case = begun_by(made.case.page, by, at)
    fresh = Remark.objects.get(pk=made.pk)
    refuse_if(rules.may_settle(by.pk, author=fresh.by_id, hands=standing(case, at).hands.all,
                               settled=fresh.settled_at is not None))  # fmt: skip
    fresh.settled_at, fresh.settled_by = at, by
    fresh.save(update_fields=["settled_at", "settled_by"])
    line("settle_remark", case, by=by, at=at, channel=channel, rule="R-REMARK-04", clause="Điều 12.1",
         remark=fresh.pk)  # fmt: skip
    return fresh
