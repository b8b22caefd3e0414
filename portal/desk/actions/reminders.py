"""What the clock says: a reminder before a deadline, a word to Secretary and Head after it, one digest a day (Điều 8.2)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from portal.approval.queries import Standing, standings, under_way
from portal.base import journal, ticker
from portal.base.models import Cursor
from portal.desk.actions.letters import About, put
from portal.desk.mail.rules import Kind, digest_day, is_overdue, mark_reached, wants_digest
from portal.desk.models import Letter
from portal.desk.queries.deadlines import deadlines
from portal.desk.queries.digest import pressing, to_vouch
from portal.desk.queries.lists import all_open, for_whom
from portal.desk.queries.mail import digest_hour, much, quiet_hours, remind_hours, wishes
from portal.desk.queries.owed import owed
from portal.desk.rules import Due
from portal.desk.sorts import URGENT_ROWS
from portal.people import offices

DIGEST = "desk.mail.digest"


@ticker.tick(every=timedelta(minutes=2))
def watch_deadlines(at: datetime) -> int:
    """Remind whoever holds what is soon due; tell Secretary and Head what is past its hour. Once each."""
    board = offices.board(at)
    stands = standings(under_way(), at, board)
    due = deadlines(stands, at)
    marks = remind_hours(at)
    told = 0
    for now in stands:
        found = due.get(now.case.pk)
        if found is None or now.open is None or now.since is None:
            continue
        mark = mark_reached(found.at, now.since, at, marks)
        if mark is not None:
            told += _remind(now, found, mark, at)
        elif is_overdue(found.at, at):
            told += _escalate(now, found, board.secretaries | board.leaders, at)
    return told


def _remind(now: Standing, due: Due, mark: int, at: datetime) -> int:
    """R-MAIL-05 in the record: who was reminded of which deadline."""
    assert now.open is not None
    people = {holder.person for holder in now.open.holders}
    return _tell(
        Kind.REMINDER, "remind", "R-MAIL-05", now, due, f"remind:{now.task_id()}:{mark}:{due.at:%Y%m%d%H%M}", people, at
    )


def _escalate(now: Standing, due: Due, people: Iterable[int], at: datetime) -> int:
    """R-MAIL-06 in the record: to whom lateness was told."""
    assert now.passage is not None
    key = f"escalate:{now.passage.pk}:{due.at:%Y%m%d%H%M}"
    return _tell(Kind.ESCALATION, "escalate", "R-MAIL-06", now, due, key, people, at)


@transaction.atomic
def _tell(
    kind: Kind, verb: str, rule: str, now: Standing, due: Due, key: str, people: Iterable[int], at: datetime
) -> int:
    to = wishes(set(people) - set(Letter.objects.filter(key=key).values_list("person_id", flat=True)))
    if not to:
        return 0
    line = journal.record(
        verb, at=at, by=None, subject=now.case.page.specific, channel="clock", rule=rule, clause=due.clause,
        revision=now.case.revision_id, hash=now.case.hash, data={"to": sorted(to), "due": due.at.isoformat()},
    )  # fmt: skip
    about = About(now.case.page_id, now.task_id(), now.case.hash, line.pk, urgent=now.route.row in URGENT_ROWS)
    return sum(put(kind, key, to=wish, at=at, about=about) is not None for wish in to.values())


@ticker.tick(every=timedelta(minutes=1))
def morning_post(at: datetime) -> int:
    """Once a day, at its hour, a digest for everyone for whom something waits or was held back."""
    cursor, _ = Cursor.objects.get_or_create(listener=DIGEST)
    day = digest_day(at, digest_hour(at), quiet_hours(at), cursor.position)
    if day is None:
        return 0
    board = offices.board(at)
    people = {person for now in standings(under_way(), at, board) for person in waiting_for(now)}
    people |= {person for row in pressing(owed(at), at) for person in row.people}
    people |= for_whom(all_open(), board)
    people |= set(Letter.objects.filter(state=Letter.State.HELD).values_list("person_id", flat=True))
    with transaction.atomic():
        fresh = Cursor.objects.select_for_update().get(pk=cursor.pk)
        if fresh.position >= day.toordinal():
            return 0
        fresh.position = day.toordinal()
        fresh.save(update_fields=["position"])
        to = [wish for wish in wishes(people).values() if wants_digest(much(wish))]
        return sum(put(Kind.DIGEST, f"digest:{day}", to=wish, at=at) is not None for wish in to)


def waiting_for(now: Standing) -> set[int]:
    """Everyone for whom an item waits: who holds its step, who owes an opinion, whose word another needs."""
    holders = {holder.person for holder in now.open.holders} if now.open else set()
    opinions = now.passage.opinions.all() if now.passage is not None else ()
    vouchers = {person for person in now.board.everyone if to_vouch(now, person)}
    return holders | vouchers | {one.to_id for one in opinions if one.answered_at is None}
