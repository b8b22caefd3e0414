"""The record of an activity and of what was asked about it, in words: who moved it from which days to which."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from portal.base import journal
from portal.base.clock import ZONE
from portal.base.models import JournalEntry
from portal.desk.queries.seen import people_named
from portal.desk.rules import SCREEN_NAMES
from portal.people.models import Unit
from portal.plan.models import Assignment, PlanEntry


def lines_about(entry: PlanEntry, seen: Collection[int] | None) -> list[dict[str, Any]]:
    """Every line about an activity and those of its assignments a person sees (None: all), oldest first."""
    asked = Assignment.objects.filter(entry=entry).values("pk") if seen is None else seen
    about = Q(subject_type=journal.label(entry), subject_id=entry.pk)
    about |= Q(subject_type=Assignment._meta.label_lower, subject_id__in=asked)
    lines = list(JournalEntry.objects.filter(about).order_by("id"))
    named = people_named({line.actor_id for line in lines} | {line.data.get("person") for line in lines})
    units = dict(Unit.objects.values_list("pk", "title")) if lines else {}
    return [
        {
            "at": line.at.astimezone(ZONE), "verb": line.verb, "verb_label": SCREEN_NAMES.get(line.verb, line.verb),
            "by": named.get(line.actor_id or 0, "một người đã xóa tài khoản"), "clause": line.clause,
            "reason": " – ".join(filter(None, (_what(line.data, named, units), line.reason))),
        }
        for line in lines
    ]  # fmt: skip


def _what(data: Mapping[str, Any], named: Mapping[int, str], units: Mapping[int, str]) -> str:
    """ "10/11 – 20/11 → 12/11 – 22/11", "Hoàng Lan, hạn 18/11"."""
    if "from" in data:
        return f"{_days(data['from'])} → {_days(data['to'])}"
    who = named.get(data.get("person") or 0, "") or units.get(data.get("unit") or 0, "")
    due = datetime.fromisoformat(data["due"]).astimezone(ZONE) if data.get("due") else None
    return ", ".join(filter(None, (who, f"hạn {due.day}/{due.month}" if due else "")))


def _days(days: list[str]) -> str:
    shown = dict.fromkeys(f"{one.day}/{one.month}" for one in map(date.fromisoformat, days))
    return " – ".join(shown)
