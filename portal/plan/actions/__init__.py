"""The verbs of the plan: its entries, who writes about them, how fresh a section must be."""

from portal.plan.actions.assignments import assign, reassign, release
from portal.plan.actions.entries import cancel_entry, move_entry, restore_entry
from portal.plan.actions.freshness import set_budget
from portal.plan.actions.plans import Entry, add_entries, confirm, draw_up

__all__ = [
    "Entry",
    "add_entries",
    "assign",
    "cancel_entry",
    "confirm",
    "draw_up",
    "move_entry",
    "reassign",
    "release",
    "restore_entry",
    "set_budget",
]
