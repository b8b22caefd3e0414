"""The demo school's weekly schedules, written and posted by the verbs its office uses: the whole school year so far."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from portal.base.clock import ZONE
from portal.demo.content.weeks import DUTY, GUARD, LATE, PLANNED, ROUTINE, WEEKS
from portal.intranet.models import Entry, Week
from portal.intranet.week import actions, queries
from portal.intranet.week.hearing import hear, on_duty
from portal.intranet.week.names import Roll, Written
from portal.intranet.week.rules import Duty, monday_of
from portal.people.models import Person
from portal.plan.models import PlanEntry

CHANNEL = "demo"
CLASSES = [f"{grade}A{number}" for grade in (9, 8, 7, 6) for number in range(1, 8)]
BOARD = ("cô Nguyệt", "thầy Việt")


def schedule(by_name: Mapping[str, Person], now: datetime) -> None:
    """Weeks from the preparation in August to this one, each posted on the Saturday before; the next is being written."""
    principal, vice, clerk = by_name["hieutruong"], by_name["truongban"], by_name["nv.yen"]
    begun = datetime.combine(min(WEEKS), time(8), ZONE) - timedelta(days=4)
    actions.name_poster(clerk, answers=True, by=principal, at=begun, channel=CHANNEL)
    this, routine = monday_of(now.astimezone(ZONE).date()), True
    for number, (monday, lines) in enumerate(WEEKS.items()):
        if monday > this + timedelta(weeks=1):
            break
        _write(monday, lines, number, routine=routine, by=vice if number % 3 else clerk, at=_hour(monday, now))
        routine = False
    if this in WEEKS:
        _change(this, by=vice, now=now)


def _hour(monday: date, now: datetime) -> datetime:
    """When a week is written: Saturday morning before it, a late one on its Monday; never after now."""
    late = monday in LATE
    hour = datetime.combine(monday if late else monday - timedelta(days=2), time(7, 50) if late else time(9, 20), ZONE)
    return min(hour, now - timedelta(hours=2))


def _write(monday: date, lines: tuple[str, ...], number: int, *, routine: bool, by: Person, at: datetime) -> None:
    week = actions.begin(monday, copy=False, by=by, at=at, channel=CHANNEL)
    roll = queries.roll(at)
    if routine:
        for every, line in ROUTINE:
            for entry in _keep(week, line, roll, by, at):
                actions.repeat(entry, every=every, until=None, by=by, at=at, channel=CHANNEL)
    for line in lines:
        _keep(week, line, roll, by, at)
    leader = BOARD[number % 2], BOARD[(number + 1) % 2]
    duties = on_duty(Duty.BOARD, DUTY.format(*leader), monday, roll)
    duties += on_duty(Duty.CLASS, CLASSES[number % len(CLASSES)], monday, roll) + on_duty(
        Duty.GUARD, GUARD, monday, roll
    )
    actions.set_duties(week, duties, "", by=by, at=at, channel=CHANNEL)
    if at.date() >= monday - timedelta(days=3):
        actions.post(week, by=by, at=at + timedelta(minutes=6), channel=CHANNEL)


def _keep(week: Week, line: str, roll: Roll, by: Person, at: datetime) -> list[Entry]:
    heard = hear(line, week.monday, roll, chosen={})
    return [actions.keep(week, _planned(one), by=by, at=at, channel=CHANNEL) for one in heard.lines]


def _planned(line: Written) -> Written:
    """What repeats an entry of the plan says so, and stands in public by the plan's words."""
    title = next((title for words, title in PLANNED.items() if words in f"{line.content} "), None)
    entry = PlanEntry.objects.filter(title=title, starts__lte=line.day, ends__gte=line.day).first() if title else None
    return replace(line, plan_entry=entry.pk) if entry else line


def _change(monday: date, *, by: Person, now: datetime) -> None:
    """After posting: one line moved, one called off, one added."""
    week, roll, at = Week.objects.get(monday=monday), queries.roll(now), now - timedelta(minutes=40)
    entries = list(week.entries.order_by("day", "pk"))
    moved = next(one for one in entries if one.starts and one.day > monday)
    assert moved.starts is not None
    line = hear(f"{moved.day:%d/%m} {moved.starts.hour + 1}h {moved.content} {moved.place} – {moved.lead}".rstrip(" –"), monday,
                roll, chosen={}).lines[0]  # fmt: skip
    actions.keep(week, line, entry=moved, seen=moved.sequence, reason="Trùng giờ học bù", by=by, at=at, channel=CHANNEL)
    actions.cancel(entries[-1], reason="Dời sang tuần sau", by=by, at=at, channel=CHANNEL)
    added = hear("T5 16h30 họp nhanh giáo viên chủ nhiệm khối 9 phòng họp – BGH", monday, roll, chosen={}).lines[0]
    actions.keep(week, added, by=by, at=at, channel=CHANNEL)
