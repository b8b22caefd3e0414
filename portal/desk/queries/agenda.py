"""A month as a list by day; days without anything are told together, today always stands alone."""

from dataclasses import dataclass, field
from datetime import date

from portal.desk.queries.calendar import Month
from portal.desk.queries.marks import Mark
from portal.plan.models import PlanEntry


@dataclass
class Listed:
    """One day with what begins and falls on it, or a stretch of empty days."""

    first: date
    last: date
    today: bool = False
    entries: list[PlanEntry] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        return not (self.entries or self.marks or self.today)


def agenda(month: Month) -> tuple[list[PlanEntry], list[Listed], list[Listed]]:
    """What goes on already (at today, in another month at its first day), days that are over this month, the others."""
    since = month.today if month.current else month.first
    running = [one for one in month.entries if one.starts < since <= one.ends]
    rows: list[Listed] = []
    for day in month.days:
        begins = [one for one in month.entries if one.starts == day.date]
        row = Listed(day.date, day.date, day.today, begins, day.marks)
        if row.empty and rows and rows[-1].empty:
            rows[-1].last = day.date
        else:
            rows.append(row)
    over = [row for row in rows if month.current and row.last < month.today]
    return running, over, [row for row in rows if row not in over]
