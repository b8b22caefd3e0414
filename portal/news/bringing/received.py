"""What the worker makes of a paper that waited: a draft of whoever brought it, or of what was taken in for somebody."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from portal.news import actions as news
from portal.news.bringing import actions
from portal.news.bringing.came import Came
from portal.news.models import Article, Brought
from portal.news.receiving import receive

OURS = ("channel", "way")  # what was asked of us, not of the text


def bring_waiting(row: Brought, came: Came, *, at: datetime) -> None:
    """The draft of a paper. Raises Refused: 403, 409, 422."""
    actions.bring(came, row=row, original=row.original, write=_write(row), **_common(row, at))


def without_words(row: Brought, *, at: datetime) -> None:
    """What was taken in and cannot be read is a draft all the same: its original is there to be opened. Raises Refused."""
    common = _common(row, at)
    data = common.pop("data")
    data["title"] = data.get("title") or Came(name=row.name).stem
    row.article = _write(row)(data, **common)


def _write(row: Brought) -> Callable[..., Article]:
    way = row.bringing.asked.get("way")
    return partial(receive, pasted="", original=row.original, way=way) if way else news.write


def _common(row: Brought, at: datetime) -> dict[str, Any]:
    asked = row.bringing.asked
    data = {name: value for name, value in asked.items() if name not in OURS}
    if sender := data.get("received_from"):
        data["received_from"] = sender | {"received_at": datetime.fromisoformat(sender["received_at"])}
    return {"data": data, "by": row.bringing.person, "at": at, "channel": asked.get("channel", "desk")}
