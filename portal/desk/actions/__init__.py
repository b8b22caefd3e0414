"""The desk's own verbs. Deciding about texts is `approval`'s. The mail's are named here so that the worker knows them."""

from portal.desk.actions import debts, disclosures, postman, pruning, reminders, turns, weekly, weeks
from portal.desk.actions.nudge import nudge
from portal.desk.actions.together import Outcome, decide_together, set_aside

__all__ = [
    "Outcome",
    "debts",
    "decide_together",
    "disclosures",
    "nudge",
    "postman",
    "pruning",
    "reminders",
    "set_aside",
    "turns",
    "weekly",
    "weeks",
]
