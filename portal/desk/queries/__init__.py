"""The reads of the desk: what waits for a person, and everything known of one item."""

from portal.desk.queries.board import arranged
from portal.desk.queries.queue import Group, Queue, queue
from portal.desk.queries.record import history, journey
from portal.desk.queries.seen import Seen, foreseen, people_named, seen, slip_of

__all__ = [
    "Group",
    "Queue",
    "Seen",
    "arranged",
    "foreseen",
    "history",
    "journey",
    "people_named",
    "queue",
    "seen",
    "slip_of",
]
