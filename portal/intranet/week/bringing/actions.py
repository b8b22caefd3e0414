"""Keeping what was looked at: every chosen line of a table, or none (Điều 15.2)."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from portal.base import journal
from portal.base.refused import refuse_if
from portal.intranet.models import Entry, Week
from portal.intranet.week import actions
from portal.intranet.week.names import Written
from portal.intranet.week.paper_rules import CLAUSE, may_be_taken_in
from portal.people.models import Person


@transaction.atomic
def bring_in(
    monday: date, lines: Sequence[Written], *, source: str, by: Person, at: datetime, channel: str
) -> tuple[Week, int]:
    """Add lines to the week of `monday`, which is begun where it was not; what stands there already is not written again.
    Gives the week and how many lines were added. Raises Refused (403, 409, 422)."""
    refuse_if(may_be_taken_in(len(lines), 0, 0))
    week = Week.objects.filter(monday=monday).first()
    week = week or actions.begin(monday, copy=False, by=by, at=at, channel=channel)
    there = {(one.day, one.starts, one.content) for one in Entry.objects.filter(week=week, cancelled_at=None)}
    fresh = [line for line in lines if (line.day, line.starts, line.content) not in there]
    for line in fresh:
        actions.keep(week, line, by=by, at=at, channel=channel)
    journal.record("week_brought", subject=week, by=by, at=at, channel=channel, rule="R-WEEK-35", clause=CLAUSE,
                   data={"lines": len(fresh), "there": len(lines) - len(fresh), "source": source[:200]})  # fmt: skip
    return week, len(fresh)
