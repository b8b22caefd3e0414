"""What somebody is to be told is owed: the desk's post asks, nothing is sent from here (Điều 16.1.2; TT 09/2024 Đ.15)."""

from dataclasses import dataclass
from datetime import date, datetime

from portal.records.disclosures.queries import Row, checklist, terms
from portal.records.disclosures.terms_rules import remind_mark
from portal.records.models import Disclosure, DisclosureCharge
from portal.records.models.disclosures import today


@dataclass(frozen=True)
class Owed:
    """One point somebody is told of: `mark` days before it is due, 0 in the days after."""

    row: Row
    due: date
    mark: int


FRESH = 3  # days after it was due in which it is still told by letter


def owed(at: datetime) -> list[Owed]:
    """What is to be told of today, of every school year somebody worked on; a fixed number of queries a year."""
    numbers, day, found = terms(), today(at), []
    worked = {*Disclosure.objects.values_list("year", flat=True).distinct(),
              *DisclosureCharge.objects.values_list("year", flat=True).distinct()}  # fmt: skip
    marks = numbers.remind_days(day)
    for row in (row for year in sorted(worked) for row in checklist(year, at)):
        due = row.stands.due
        mark = remind_mark(due, at, marks) if due is not None else None
        if due is not None and mark is not None and (day - due).days <= FRESH:
            found.append(Owed(row, due, mark))
    return found
