"""Urgent notices: at the top of every page until the very second they end (Điều 10.2)."""

from datetime import datetime
from typing import Any

from portal.news.presenters import address
from portal.news.queries import public

MOST = 3


def urgent(at: datetime) -> list[dict[str, Any]]:
    """Urgent notices in force for every reader, newest first; one query."""
    found = public(at).filter(urgent_template__approved_at__isnull=False, expires_at__gt=at)
    rows = found.select_related(None).only("title", "url_path", "expires_at")
    return [
        {"title": one.title, "url": address(one), "until": one.expires_at.astimezone(at.tzinfo)} for one in rows[:MOST]
    ]
