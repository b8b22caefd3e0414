"""Letters about the weekly schedule: whoever answers for it is reminded, Principal and Secretary are told when it is not there,
those concerned hear of what became another after it was posted. Each once (Điều 15.2)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from portal.base import journal, ticker
from portal.base.clock import ZONE
from portal.base.models import Cursor, JournalEntry
from portal.desk.actions.letters import About, put
from portal.desk.mail.envelope import Paper
from portal.desk.mail.rules import Kind
from portal.desk.mail.words import Door
from portal.desk.models import Letter
from portal.desk.queries.digest import Row
from portal.desk.queries.mail import rest, wishes
from portal.desk.rules import WEEKDAYS, hour
from portal.intranet.models import EntryChange
from portal.intranet.queries import (
    DueWeek,
    change_told,
    changes_between,
    changes_to_tell,
    due_weeks,
    told_to,
    week_is_posted,
)
from portal.news.presenters import absolute
from portal.people import offices
from portal.people.models import Person

REMIND, ALARM, TELL = "week_remind", "week_alarm", "week_told"
CHANGES = "desk.week_changes"
CLAUSE = "Điều 15.2"


@ticker.tick(every=timedelta(minutes=2))
def watch_week(at: datetime) -> int:
    """Remind whoever answers for a week soon due; tell Principal and Secretary of one that is not there, and whose it is."""
    told = 0
    for week in due_weeks(at):
        if week.alarm:
            board = offices.board(at)
            told += _tell(
                week, ALARM, "R-WEEK-34", f"week-late:{week.monday}", board.principals | board.secretaries, at
            )
        elif week.mark is not None:
            people = {one.pk for one in week.answering}
            told += _tell(week, REMIND, "R-WEEK-33", f"week-due:{week.monday}:{week.mark}", people, at)
    return told


@transaction.atomic
def _tell(week: DueWeek, verb: str, rule: str, key: str, people: Iterable[int], at: datetime) -> int:
    to = wishes(set(people) - set(Letter.objects.filter(key=key).values_list("person_id", flat=True)))
    if not to:
        return 0
    data = {"to": sorted(to), "monday": week.monday.isoformat(), "week": week.name, "due": week.due.isoformat(),
            "answering": [one.pk for one in week.answering]}  # fmt: skip
    line = journal.record(verb, at=at, by=None, channel="clock", rule=rule, clause=CLAUSE, data=data)
    kind = Kind.ESCALATION if verb == ALARM else Kind.REMINDER
    return sum(put(kind, key, to=wish, at=at, about=About(line=line.pk)) is not None for wish in to.values())


@ticker.tick(every=timedelta(minutes=1))
def tell_changes(at: datetime) -> int:
    """One letter to each person concerned about everything that changed in a posted week, once its writers have come to rest."""
    cursor, _ = Cursor.objects.get_or_create(listener=CHANGES)
    if not changes_to_tell(cursor.position, at, rest(at)):
        return 0
    with transaction.atomic():
        cursor = Cursor.objects.select_for_update().get(pk=cursor.pk)
        found = changes_to_tell(cursor.position, at, rest(at))
        told = sum(_tell_of(week, found, at) for week in dict.fromkeys(one.entry.week_id for one in found))
        cursor.position = found[-1].pk if found else cursor.position
        cursor.save(update_fields=["position"])
        return told


def _tell_of(week: int, found: list[EntryChange], at: datetime) -> int:
    mine = [one for one in found if one.entry.week_id == week]
    people = told_to(mine, at)
    if not people:
        return 0
    span = {"first": mine[0].pk, "last": mine[-1].pk}
    line = journal.record(TELL, at=at, by=None, subject=mine[0].entry.week, channel="clock", rule="R-WEEK-36", clause=CLAUSE,
                          data={"to": sorted(people), **span})  # fmt: skip
    key = f"week-change:{week}:{span['first']}-{span['last']}"
    to = wishes(people)
    return sum(put(Kind.NUDGE, key, to=wish, at=at, about=About(line=line.pk)) is not None for wish in to.values())


def paper_of_week(letter: Letter, line: JournalEntry, at: datetime) -> Paper | None:
    """What such a letter says as things stand; None where it has nothing to say any more."""
    if line.verb == TELL:
        return _of_changes(letter, line, at)
    monday = date.fromisoformat(line.data["monday"])
    if week_is_posted(monday):
        return None
    name, due = line.data["week"].lower(), hour(datetime.fromisoformat(line.data["due"]).astimezone(ZONE))
    if line.verb == REMIND:
        said = f"Lịch công tác {name} chưa đăng; hạn {due} ({CLAUSE})."
        return _paper(
            letter, f"Nhắc: lịch công tác {name}, hạn {due}", said, "Soạn lịch", f"/noi-bo/lich/{monday}/sua/"
        )
    people = Person.objects.in_bulk(line.data["answering"])
    who = ", ".join(str(people[pk]) for pk in line.data["answering"] if pk in people) or "chưa giao ai"
    said = f"Đã quá hạn {due} mà lịch công tác {name} chưa đăng. Người chịu trách nhiệm: {who} ({CLAUSE})."
    return _paper(letter, f"Quá hạn: chưa có lịch công tác {name}", said, "Mở lịch công tác", f"/noi-bo/lich/{monday}/")


def _of_changes(letter: Letter, line: JournalEntry, at: datetime) -> Paper | None:
    changes = changes_between(line.data["first"], line.data["last"], letter.person_id, at)
    changes = [one for one in changes if one.entry.day >= at.astimezone(ZONE).date()]
    if not changes:
        return None
    path = f"/noi-bo/lich/{changes[0].entry.week.monday}/"
    rows = [Row(one.entry.content, absolute(path), f"{_day(one)}: {change_told(one)} – {one.by}") for one in changes]
    subject = f"Lịch công tác thay đổi – {changes[0].entry.content}" + (
        f" và {len(rows) - 1} việc khác" if rows[1:] else ""
    )
    said = f"Lịch công tác đã đăng có thay đổi liên quan đến thầy/cô ({CLAUSE})."
    return _paper(letter, subject, said, "Mở lịch tuần", path, groups=[("Thay đổi", rows)])


def _day(change: EntryChange) -> str:
    day = change.entry.day
    return f"{WEEKDAYS[day.weekday()]} {day.day}/{day.month}"


def _paper(letter: Letter, subject: str, said: str, label: str, path: str, *, groups: Any = ()) -> Paper:
    words = {
        "person": str(letter.person),
        "lead": said,
        "door": Door(label, absolute(path)),
        "groups": groups,
        "daily": False,
    }
    return Paper(subject, "digest", words)
