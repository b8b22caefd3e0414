"""Articles asked of people and units: reminded before their hour, told on after it, once each (Điều 8.2, 11.3)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from portal.base import journal, ticker
from portal.desk.actions.letters import About, put
from portal.desk.mail.rules import Kind, is_overdue, mark_reached
from portal.desk.models import Letter
from portal.desk.queries.mail import remind_hours, wishes
from portal.desk.queries.owed import Owed, owed
from portal.people import offices
from portal.people.models import UnitPost
from portal.people.rules import Board
from portal.plan.models import Assignment

LATE_FOR = timedelta(days=7)  # what is late longer was told long ago, or before there was a post


@ticker.tick(every=timedelta(minutes=10))
def watch_debts(at: datetime) -> int:
    """Remind whoever owes an article soon due; tell the field's Member, Secretary and Head what was not handed in."""
    marks, told = remind_hours(at), 0
    horizon = at + timedelta(hours=max(marks))
    rows = [row for row in owed(at) if row.open and at - LATE_FOR < row.due <= horizon]
    board = offices.board(at) if rows else Board()
    for row in rows:
        one = row.assignment
        mark = mark_reached(row.due, one.made_at, at, marks)
        if mark is not None:
            told += _tell(
                Kind.REMINDER, "remind", "R-MAIL-05", row, f"debt:{one.pk}:{mark}:{_stamp(row)}", debtors(one, at), at
            )
        elif is_overdue(row.due, at):
            keepers = board.secretaries | board.leaders | board.on_duty(row.field_id)
            told += _tell(
                Kind.ESCALATION, "escalate", "R-MAIL-06", row, f"debt-late:{one.pk}:{_stamp(row)}", keepers, at
            )
    return told


def _stamp(row: Owed) -> str:
    """Another hour is another deadline."""
    return f"{row.due:%Y%m%d%H%M}"


def debtors(asked: Assignment, at: datetime) -> frozenset[int]:
    """Who is written to: the person asked; of a unit whoever leads it, else everyone in it."""
    if asked.person_id is not None:
        return frozenset({asked.person_id})
    posts = UnitPost.objects.filter(offices.in_force(at), unit=asked.unit_id)
    led = dict(posts.values_list("person_id", "leads"))
    return frozenset(person for person, leads in led.items() if leads) or frozenset(led)


@transaction.atomic
def _tell(kind: Kind, verb: str, rule: str, row: Owed, key: str, people: Iterable[int], at: datetime) -> int:
    to = wishes(set(people) - set(Letter.objects.filter(key=key).values_list("person_id", flat=True)))
    if not to:
        return 0
    line = journal.record(
        verb, at=at, by=None, subject=row.assignment, channel="clock", rule=rule, clause="Điều 8.2, 11.3",
        data={"to": sorted(to), "due": row.due.isoformat(), "assignment": row.assignment.pk},
    )  # fmt: skip
    return sum(put(kind, key, to=wish, at=at, about=About(line=line.pk)) is not None for wish in to.values())
