"""Until when what is under way must be done, for many items at once."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.dateparse import parse_datetime
from wagtail.models import Revision

from portal.approval.queries import Standing
from portal.approval.rules import StepKind
from portal.base import regulation
from portal.base.clock import ZONE
from portal.desk.rules import Due, due
from portal.people.rules import working_day_after
from portal.plan.queries import clocks
from portal.plan.rules import Clocks

HOURS = ("opening_at", "event_start", "event_end")


def deadlines(stands: Iterable[Standing], at: datetime) -> dict[int, Due]:
    """Case → until when: the event's own deadline, else when a Member's step may be taken over; in two queries."""
    stands = list(stands)
    names = {f"content__{name}": name for name in ("genre", "notice", *HOURS)}
    rows = Revision.objects.filter(pk__in={now.case.revision_id for now in stands}).values("pk", *names)
    texts = {row["pk"]: {name: row[column] for column, name in names.items()} for row in rows}
    told = clocks()
    days = regulation.number("approval.take_over_after_working_days", at.date()) if stands else 1
    found = {now.case.pk: _due(now, texts.get(now.case.revision_id, {}), days, told) for now in stands}
    return {case: one for case, one in found.items() if one is not None}


def _due(now: Standing, text: dict[str, Any], days: int, told: Clocks) -> Due | None:
    event = None
    if text.get("genre") and now.case.published_at is None:
        hours = {name: _hour(text.get(name)) for name in HOURS}
        event = due(genre=text["genre"], notice=bool(text.get("notice")), clocks=told, **hours)
    if event is None and now.open is not None and now.open.kind is StepKind.MEMBER and now.since is not None:
        ripe = working_day_after(now.since.astimezone(ZONE), days)
        return Due(ripe, "Bước của ủy viên cần xong", "Điều 12.4")
    return event


def _hour(value: object) -> datetime | None:
    at = parse_datetime(value) if isinstance(value, str) else None
    return at.astimezone(ZONE) if at is not None else None
