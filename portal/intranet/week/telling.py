"""Who is to be told what of the week: that it is due, that it is not there, what became another since it was posted (Điều 15.2).
The desk's post asks; nothing is sent from here."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from portal.base import regulation
from portal.base.clock import ZONE
from portal.intranet.models import EntryChange, Week
from portal.intranet.week import queries
from portal.intranet.week.names import Roll, Written, resolved
from portal.intranet.week.paper_rules import alarm_due, reminder_mark
from portal.intranet.week.rules import Part, monday_of
from portal.intranet.week.told import LABELS, NOBODY
from portal.people.models import Person

A_WEEK = timedelta(days=7)
FRESH = timedelta(days=1)  # what changed longer ago is told by nobody's letter
LONGEST_REST = timedelta(minutes=10)  # somebody who goes on changing is not waited for longer


@dataclass(frozen=True)
class DueWeek:
    """A week that is due or soon due: `mark` hours before it somebody is reminded, `alarm` where it is past and not posted."""

    monday: date
    name: str
    due: datetime
    answering: tuple[Person, ...]
    mark: int | None = None
    alarm: bool = False


def due_weeks(at: datetime) -> list[DueWeek]:
    """What there is to tell of this week and the next; nothing at a school that keeps no week here."""
    mondays = [monday_of(at.astimezone(ZONE).date()) + shift for shift in (0 * A_WEEK, A_WEEK)]
    posted = dict(Week.objects.filter(monday__in=mondays).values_list("monday", "posted_at"))
    hours = [int(one) for one in regulation.value("week.remind_hours", at.astimezone(ZONE).date()).split(",") if one]
    found = []
    for monday in mondays:
        due, is_posted = queries.due(monday), posted.get(monday) is not None
        mark, alarm = reminder_mark(due, at, hours, posted=is_posted), alarm_due(due, at, posted=is_posted)
        if mark is not None or alarm:
            found.append((monday, due, mark, alarm))
    if not found or not Week.objects.filter(posted_at__isnull=False).exists():
        return []
    answering = tuple(queries.answering(at))
    return [
        DueWeek(monday, queries.numbered(monday)[1], due, answering, mark, alarm) for monday, due, mark, alarm in found
    ]


def week_is_posted(monday: date) -> bool:
    """Whether a week stands there to be read."""
    return Week.objects.filter(monday=monday, posted_at__isnull=False).exists()


def changes_to_tell(after: int, at: datetime, rest: timedelta) -> list[EntryChange]:
    """Changes since the one numbered `after`, the oldest first, once the week has been left alone for `rest`."""
    found = list(_changes().filter(pk__gt=after, at__gt=at - FRESH))
    if found and found[-1].at > at - rest and found[0].at > at - LONGEST_REST:
        return []
    return found


def told_to(changes: Iterable[EntryChange], at: datetime) -> Mapping[int, list[EntryChange]]:
    """R-WEEK-36: what changes in a posted week is told by one letter to each whom it concerns, or did before it was changed;
    never to whoever changed it (Điều 15.2). Each person with his changes."""
    people: dict[int, list[EntryChange]] = defaultdict(list)
    roll = queries.roll(at)
    for change in changes:
        for person in (queries.concerned(change.entry, at) | _before(change, roll, at)) - {change.by_id}:
            people[person].append(change)
    return people


def changes_between(first: int, last: int, person: int, at: datetime) -> list[EntryChange]:
    """What of these changes concerns one person, as things stand."""
    return list(told_to(_changes().filter(pk__gte=first, pk__lte=last), at).get(person, ()))


def change_told(change: EntryChange) -> str:
    """What became of a line, in words: “giờ 14:00 thành 15:00”, “thêm vào lịch, 16:30, phòng họp”, “hủy, 14:00, P.304”; and why."""
    whole = {"add": ("thêm vào lịch", change.after), "cancel": ("hủy", change.before)}.get(change.verb)
    what = _whole(*whole) if whole else "; ".join(
        f"{label} {change.before.get(name) or NOBODY} thành {change.after[name] or NOBODY}"
        for name, label in LABELS.items() if name in change.after
    )  # fmt: skip
    return f"{what}, vì {change.reason}" if change.reason else what


def _whole(what: str, said: Mapping[str, str]) -> str:
    """With the hour, or else the part of the day, and the place: who reads it in a letter asks when and where."""
    return ", ".join(filter(None, (what, said.get("hours") or said.get("part", "").lower(), said.get("place"))))


def _changes() -> QuerySet[EntryChange]:
    rows = EntryChange.objects.select_related("entry__week", "by").order_by("pk")
    return rows.prefetch_related("entry__leads", "entry__people", "entry__units")


def _before(change: EntryChange, roll: Roll, at: datetime) -> frozenset[int]:
    """Whom the words that stood there named."""
    lead, attendees = change.before.get("lead", ""), change.before.get("attendees", "")
    if change.verb != "change" or not lead + attendees:
        return frozenset()
    was, _ = resolved(Written(change.entry.day, Part.MORNING, None, None, "", attendees=attendees, lead=lead), roll, {})
    return (was.leads | was.people).union(*queries.members(was.units, at).values())
