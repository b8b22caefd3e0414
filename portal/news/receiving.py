"""What people and units send in by hand, mail or Zalo, taken in for them (nhập hộ, Điều 12.2)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from portal.base import journal
from portal.base.clock import ZONE
from portal.base.refused import refuse_if
from portal.files.actions import scanned_beforehand, store_words
from portal.files.models import Attachment
from portal.news.actions import write
from portal.news.models import Article, Section
from portal.news.rules import may_receive, original_is_kept
from portal.people import offices
from portal.people.models import Person

WAYS = {"tay": "đưa tận tay", "thu": "thư điện tử", "zalo": "Zalo", "khac": "cách khác"}


def receive(
    data: Mapping[str, Any],
    *,
    pasted: str,
    original: Attachment | None,
    way: str,
    by: Person,
    at: datetime,
    channel: str,
) -> Article:
    """Make a draft of what was sent in; the original is kept beside it: the file that came, else the very words pasted.

    `data` is as for `write`, with `received_from`, and `authors` where the sender is of the school. Raises Refused: 403
    not yours, 422 what is missing.
    """
    section = Section.objects.filter(slug=str(data.get("section") or ""), live=True).first()
    board = offices.board(at)
    refuse_if(
        may_receive(board, by.pk, section.field_id) if section else None,
        original_is_kept(pasted, original is not None),
    )
    name = name_of(data, way, at)
    words = [] if original else [(name, pasted.encode("utf-8", "replace"))]
    with scanned_beforehand(words, by=by, at=at, channel=channel, field="pasted"), transaction.atomic():
        kept = original or store_words(pasted, title=name, by=by, at=at, channel=channel)
        article = write(dict(data) | {"received_original": kept.pk}, by=by, at=at, channel=channel)
        journal.record(
            "receive", subject=article, by=by, at=at, channel=channel, revision=article.case.revision_id,
            hash=article.case.hash, rule="R-RECEIVE-01", clause="Điều 12.2", data={"way": way, "original": kept.pk},
        )  # fmt: skip
    return article


def name_of(data: Mapping[str, Any], way: str, at: datetime) -> str:
    """What pasted words are called as a file: whose, by which way, of which day."""
    sender = data.get("received_from") or {}
    who = ", ".join(part for part in (sender.get("name"), sender.get("unit")) if part)
    came = (sender.get("received_at") or at).astimezone(ZONE)
    return f"Bản gốc của {who} ({WAYS.get(way, way)}, {came:%d/%m/%Y})"[:255]
