"""How `approval` writes the journal: one call with everything an inspector asks for."""

from datetime import datetime
from typing import Any

from portal.approval.models import Case
from portal.approval.rules import Holder
from portal.base import journal
from portal.people.models import Person


def line(
    verb: str,
    case: Case,
    *,
    by: Person | None,
    at: datetime,
    channel: str,
    rule: str = "",
    clause: str = "",
    holder: Holder | None = None,
    reason: str = "",
    **data: Any,
) -> None:
    """One line about an item: who, when, for whom, in which office, on which text, under which rule and clause."""
    if holder is not None and holder.number:
        data["number"] = holder.number
    journal.record(
        verb, subject=case.page.specific, by=by, at=at, channel=channel, rule=rule, clause=clause, reason=reason,
        acting_for=holder.acting_for if holder else None, office=holder.office.value if holder else "",
        revision=case.revision_id, hash=case.hash, data=data,
    )  # fmt: skip
