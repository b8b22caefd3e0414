"""A month as a list by day; days without anything are told together, today always stands alone."""

from dataclasses import dataclass, field
from datetime import date

from portal.desk.queries.calendar import Mark, Month
from portal.plan.models import PlanEntry


@dataclass
class Listed:
    """One day with what begins and falls on it, or a stretch of empty days."""

    first: date
    last: date
    today: bool = False
    entries: list[PlanEntry] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    running: list[PlanEntry] = field(default_factory=list)  # today: what began earlier and goes on

    @property
    def empty(self) -> bool:
        return not (self.entries or self.marks or self.today)


def agenda(month: Month) -> tuple[list[PlanEntry], list[Listed], list[Listed]]:
    """What runs on from earlier months, the days that are over in the present month, the others."""
    earlier = [one for one in month.entries if one.starts < month.first <= one.ends]
    rows: list[Listed] = []
    for day in month.days:
        begins = [one for one in month.entries if one.starts == day.date]
        running = [one for one in month.entries if one.starts < day.date <= one.ends] if day.today else []
        row = Listed(day.date, day.date, day.today, begins, day.marks, running)
        if row.empty and rows and rows[-1].empty:
            rows[-1].last = day.date
        else:
            rows.append(row)
    over = [row for row in rows if month.current and row.last < month.today]
    return earlier, over, [row for row in rows if row not in over]
