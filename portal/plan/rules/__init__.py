"""When an item is in plan, until when what was planned must be written, and who says so."""

from portal.plan.rules.asking import (
    Asked,
    Sight,
    can_write,
    has_hour,
    may_assign,
    may_oversee,
    one_asked,
    sight,
    still_asked,
)
from portal.plan.rules.clocks import CONFERENCE, HERE, Clocks, assignment_due, in_time_until, last_second
from portal.plan.rules.freshness import budget_makes_sense, may_set_budget, stale_since
from portal.plan.rules.plans import counts, dates_in_order, may_confirm, may_draw_up, may_move, movable

__all__ = [
    "CONFERENCE",
    "HERE",
    "Asked",
    "Clocks",
    "Sight",
    "assignment_due",
    "budget_makes_sense",
    "can_write",
    "counts",
    "dates_in_order",
    "has_hour",
    "in_time_until",
    "last_second",
    "may_assign",
    "may_confirm",
    "may_draw_up",
    "may_move",
    "may_oversee",
    "may_set_budget",
    "movable",
    "one_asked",
    "sight",
    "stale_since",
    "still_asked",
]
