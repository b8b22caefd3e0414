"""The verbs of the weekly schedule: the school board and named staff write and post it, nobody approves it (Điều 15.2)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from portal.base import epoch, journal
from portal.base.clock import ZONE
from portal.base.refused import refuse_if
from portal.base.text import nfc, one_line
from portal.intranet.models import Duty, Entry, EntryChange, Repeat, Week
from portal.intranet.week import queries
from portal.intranet.week.names import Written
from portal.intranet.week.rules import (
    CLAUSE,
    begins_on_monday,
    comes_back,
    may_post,
    not_begun,
    ready_to_post,
    same_as_seen,
    says_what,
    says_when,
    still_to_come,
    within_week,
)
from portal.intranet.week.told import DutyLine, hours
from portal.people import offices
from portal.people.models import Person
from portal.plan.models import PlanEntry

WORDS = ("content", "attendees", "lead", "place", "preparation")
LONGEST = {"content": 300, "attendees": 300, "lead": 200, "place": 120, "preparation": 300}  # as the columns hold


def _may(by: Person, at: datetime) -> None:
    refuse_if(may_post(offices.board(at), by.pk, queries.posters(at)))


def _today(at: datetime) -> date:
    return at.astimezone(ZONE).date()


def _record(verb: str, week: Week, by: Person, at: datetime, channel: str, **more: Any) -> None:
    journal.record(verb, subject=week, by=by, at=at, channel=channel, rule="R-WEEK-01", clause=CLAUSE, **more)


@transaction.atomic
def begin(monday: date, *, copy: bool, by: Person, at: datetime, channel: str) -> Week:
    """Begin the schedule of a week: on a blank sheet with what comes back by itself, or as a copy of the newest week before
    it, its lines moved to the same days. Raises Refused (403, 409, 422)."""
    _may(by, at)
    refuse_if(begins_on_monday(monday, _today(at)), not_begun(Week.objects.filter(monday=monday).exists()))
    week = Week.objects.create(monday=monday, begun_by=by, begun_at=at)
    before = Week.objects.filter(monday__lt=monday).order_by("-monday").first() if copy else None
    copied = _copied(before, week) if before is not None else 0
    back = _come_back(week)
    _record("week_begun", week, by, at, channel, data={"copied": copied, "back": back})
    return week


def _copied(before: Week, week: Week) -> int:
    """Lines that stand in the earlier week, but for those that come back by themselves; its duties too."""
    shift = week.monday - before.monday
    lines = list(before.entries.filter(cancelled_at=None, repeat=None).prefetch_related("leads", "people", "units"))
    for line in lines:
        _again(line, week, shift)
    for duty in before.duties.all():
        day = duty.day + shift if duty.day else None
        Duty.objects.create(week=week, kind=duty.kind, day=day, who=duty.who, person=duty.person)
    return len(lines)


def _again(line: Entry, week: Week, shift: timedelta) -> Entry:
    """The same line some weeks later; an entry of the plan is repeated only on its own days."""
    day, planned = line.day + shift, line.plan_entry
    made = Entry.objects.create(
        week=week, day=day, part=line.part, starts=line.starts, ends=line.ends, everyone=line.everyone, repeat=line.repeat,
        plan_entry=planned if planned and planned.starts <= day <= planned.ends else None,
        **{name: getattr(line, name) for name in WORDS},
    )  # fmt: skip
    made.leads.set(line.leads.all())
    made.people.set(line.people.all())
    made.units.set(line.units.all())
    return made


def _come_back(week: Week) -> int:
    """Put in what is repeated, each as its newest line stands."""
    back = 0
    for repeat in Repeat.objects.filter(starts_on__lt=week.monday):
        if comes_back(repeat.starts_on, repeat.ends_on, repeat.every, week.monday):
            line = repeat.entries.filter(day__lt=week.monday, cancelled_at=None).order_by("-day", "-pk").first()
            if line is not None:
                _again(line, week, week.monday - line.week.monday)
                back += 1
    return back


@transaction.atomic
def keep(
    week: Week, line: Written, *, by: Person, at: datetime, channel: str, entry: Entry | None = None,
    seen: int | None = None, reason: str = "",
) -> Entry:  # fmt: skip
    """Add a line to a week, or write `entry` anew where `seen` is its sequence as the writer saw it. After posting the change
    is kept with what was before. Raises Refused (403, 409, 422)."""
    week = _locked(week, by, at)
    words = {name: one_line(nfc(getattr(line, name)))[: LONGEST[name]] for name in WORDS}
    kept = Entry.objects.select_for_update().get(pk=entry.pk, week=week) if entry is not None else Entry(week=week)
    refuse_if(
        within_week(line.day, week.monday), says_what(words["content"]), says_when(line.starts, line.ends),
        same_as_seen(seen, kept.sequence) if entry else None,
    )  # fmt: skip
    before = columns(kept) if entry else {}
    for name, value in words.items():
        setattr(kept, name, value)
    kept.day, kept.part, kept.starts, kept.ends, kept.everyone = (
        line.day,
        line.part,
        line.starts,
        line.ends,
        line.everyone,
    )
    kept.plan_entry = _planned(line)
    kept.sequence += 1 if entry else 0
    kept.cancelled_at = None
    kept.save()
    kept.leads.set(line.leads)
    kept.people.set(line.people)
    kept.units.set(line.units)
    _told(week, kept, "change" if entry else "add", before, columns(kept), by=by, at=at, channel=channel, reason=reason)
    return kept


def _planned(line: Written) -> PlanEntry | None:
    return queries.plannable(line.day, line.day).filter(pk=line.plan_entry).first() if line.plan_entry else None


@transaction.atomic
def cancel(entry: Entry, *, by: Person, at: datetime, channel: str, reason: str = "") -> None:
    """Take a line out: before posting it is gone, afterwards it stands struck through until the week is over.
    Raises Refused (403, 409)."""
    week = _locked(entry.week, by, at)
    kept = Entry.objects.select_for_update().get(pk=entry.pk)
    if week.posted_at is None:
        _record("week_line_removed", week, by, at, channel, data={"line": kept.pk})
        kept.delete()
    elif kept.cancelled_at is None:
        kept.cancelled_at, kept.sequence = at, kept.sequence + 1
        kept.save(update_fields=["cancelled_at", "sequence"])
        _told(week, kept, "cancel", columns(kept), {}, by=by, at=at, channel=channel, reason=reason)


def columns(entry: Entry) -> dict[str, str]:
    """What a line says, column by column, as readers read it."""
    part = entry.get_part_display()  # type: ignore[attr-defined]
    told = {"day": f"{entry.day:%d/%m/%Y}", "part": part, "hours": hours(entry.starts, entry.ends)}
    return told | {name: getattr(entry, name) for name in WORDS}


def _told(
    week: Week, entry: Entry, verb: str, before: dict[str, str], after: dict[str, str], *, by: Person, at: datetime,
    channel: str, reason: str,
) -> None:  # fmt: skip
    """After posting a change is kept and readers' pages end; before it nobody but the writers saw anything."""
    if week.posted_at is None:
        _record("week_line_kept", week, by, at, channel, data={"line": entry.pk, "verb": verb})
        return
    epoch.bump()  # first: a line may have been tied to the plan, or untied, which is no change of its words (R-WEEK-14)
    if verb == "change":
        same = {name for name in after if before.get(name) == after[name]}
        before, after = ({k: v for k, v in one.items() if k not in same} for one in (before, after))
        if not after:
            _record("week_line_kept", week, by, at, channel, data={"line": entry.pk, "verb": verb})
            return
    reason = one_line(nfc(reason))[:200]
    change = EntryChange.objects.create(entry=entry, verb=verb, before=before, after=after, by=by, at=at, reason=reason)
    Entry.objects.filter(pk=entry.pk).update(changed_at=at)
    Week.objects.filter(pk=week.pk).update(changed_at=at)
    entry.changed_at = at
    _record("week_changed", week, by, at, channel, reason=reason, data={"line": entry.pk, "change": change.pk})


@transaction.atomic
def set_duties(week: Week, duties: Iterable[DutyLine], note: str, *, by: Person, at: datetime, channel: str) -> None:
    """Say who is on duty, and what everybody should heed this week. Raises Refused (403, 409, 422)."""
    week = _locked(week, by, at)
    given = [one for one in duties if one.who.strip()]
    refuse_if(*(within_week(one.day, week.monday) for one in given if one.day))
    Duty.objects.filter(week=week).delete()
    for one in given:
        Duty.objects.create(week=week, kind=one.kind, day=one.day, who=one.who, person_id=one.person)
    Week.objects.filter(pk=week.pk).update(note=nfc(note).strip()[:1000])
    _record("week_duties", week, by, at, channel)


@transaction.atomic
def post(week: Week, *, by: Person, at: datetime, channel: str) -> Week:
    """Put the week up for the whole staff; from now on changes are told. Raises Refused (403, 409, 422)."""
    week = _locked(week, by, at)
    refuse_if(ready_to_post(week.entries.count(), week.posted_at is not None))
    week.posted_by, week.posted_at = by, at
    week.save(update_fields=["posted_by", "posted_at"])
    _record("week_posted", week, by, at, channel)
    epoch.bump()
    return week


@transaction.atomic
def repeat(entry: Entry, *, every: int, until: date | None, by: Person, at: datetime, channel: str) -> Repeat:
    """Let a line come back every 1, 2 or 4 weeks when weeks after it are begun. Raises Refused (403, 409)."""
    week = _locked(entry.week, by, at)
    made = Repeat.objects.create(starts_on=week.monday, ends_on=until, every=every, made_by=by, made_at=at)
    Entry.objects.filter(pk=entry.pk).update(repeat=made)
    _record("week_repeats", week, by, at, channel, data={"line": entry.pk, "every": every})
    return made


@transaction.atomic
def stop_repeating(entry: Entry, *, by: Person, at: datetime, channel: str) -> None:
    """From this week on the line comes back no longer. Raises Refused (403, 409)."""
    week = _locked(entry.week, by, at)
    if entry.repeat_id is None:
        return
    Repeat.objects.filter(pk=entry.repeat_id).update(ends_on=week.monday)
    Entry.objects.filter(week=week, repeat=entry.repeat_id).update(repeat=None)
    _record("week_repeats_no_more", week, by, at, channel, data={"line": entry.pk})


def _locked(week: Week, by: Person, at: datetime) -> Week:
    """The week for its writers, one at a time."""
    _may(by, at)
    locked = Week.objects.select_for_update().get(pk=week.pk)
    refuse_if(still_to_come(locked.monday, _today(at)))
    return locked
