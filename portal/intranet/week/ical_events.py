"""The week as a calendar a telephone subscribes to: what was called off stays in it and says so (Điều 15.2)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings

from portal.base import ical
from portal.base.clock import ZONE, day_begins
from portal.base.models import School
from portal.base.sharing import absolute
from portal.intranet.models import Week
from portal.intranet.week import queries
from portal.intranet.week.rules import PARTS, monday_of
from portal.intranet.week.told import Line
from portal.people.models import Person

BEHIND, AHEAD = timedelta(days=60), timedelta(days=400)


def calendar_of(person: Person | None, at: datetime) -> bytes:
    """What concerns one person from two months ago on, or the whole school where `person` is None."""
    today = at.astimezone(ZONE).date()
    first, last = today - BEHIND, today + AHEAD
    lines = queries.of_person(person, first, last, at) if person is not None else queries.of_school(first, last)
    host = urlsplit(settings.PORTAL_BASE_URL).hostname or ""
    school = School.objects.values_list("name", flat=True).first() or "Cổng Trường"
    name = f"Lịch của {person}" if person is not None else f"Lịch công tác – {school}"
    return ical.calendar(name, host, events(lines, host, _posted(lines)))


def _posted(lines: Iterable[Line]) -> dict[date, datetime]:
    """When each of these lines' weeks was posted."""
    mondays = {monday_of(line.day) for line in lines}
    rows = Week.objects.filter(monday__in=mondays)
    return {monday: at for monday, at in rows.values_list("monday", "posted_at") if at is not None}


def events(lines: Iterable[Line], host: str, posted: dict[date, datetime]) -> list[ical.Event]:
    """Lines as events; one without hours takes its day, and says which part of it."""
    return [_event(line, host, posted.get(monday_of(line.day), day_begins(line.day))) for line in lines]


def _event(line: Line, host: str, posted: datetime) -> ical.Event:
    title = line.content if line.starts else f"{PARTS[line.part]}: {line.content}"
    url = absolute(f"/noi-bo/lich/{monday_of(line.day)}/")
    return ical.Event(
        uid=f"lich-{line.uid}@{host}", title=f"{'HỦY: ' if line.cancelled else ''}{title}",
        starts=line.begins_at or day_begins(line.day), ends=line.ends_at, told_at=posted,
        changed_at=max(posted, line.updated_at or posted), sequence=line.sequence, place=line.place, text=_text(line, url),
        url=url, category="Lịch công tác", cancelled=line.cancelled, private=True,
    )  # fmt: skip


def _text(line: Line, url: str) -> str:
    told = (("Thành phần", line.who), ("Chủ trì", line.lead), ("Chuẩn bị", line.preparation))
    return "\n".join([*(f"{name}: {words}" for name, words in told if words), url])
