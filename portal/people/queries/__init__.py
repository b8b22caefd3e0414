"""Reads about people."""

from portal.people.queries.accounts import accounts, sessions
from portal.people.queries.lists import (
    absences,
    delegations_with_names,
    display_name,
    named_duties,
    not_over,
    open_collaborator_proposals,
    open_personnel_proposals,
    open_suspension_proposals,
    papers,
    personnel_proposals,
    staff,
    units,
)  # fmt: skip
from portal.people.queries.moments import next_change
from portal.people.queries.overview import Duty, Overview, duty, overview, warning_days
from portal.people.queries.record import Asked, Line, lines_about, recent_lines, suspensions_proposed_by, told

__all__ = [
    "Asked",
    "Duty",
    "Line",
    "Overview",
    "absences",
    "accounts",
    "delegations_with_names",
    "display_name",
    "duty",
    "lines_about",
    "named_duties",
    "next_change",
    "not_over",
    "open_collaborator_proposals",
    "open_personnel_proposals",
    "open_suspension_proposals",
    "overview",
    "papers",
    "personnel_proposals",
    "recent_lines",
    "sessions",
    "staff",
    "suspensions_proposed_by",
    "told",
    "units",
    "warning_days",
]
