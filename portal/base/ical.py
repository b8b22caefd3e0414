"""iCalendar (RFC 5545) from plain values: lines folded at 75 octets, texts escaped, the school's own time zone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from portal.base.clock import ZONE

TYPE = "text/calendar; charset=utf-8"
OCTETS = 75
TZID = "Asia/Ho_Chi_Minh"  # +07:00 all year
TIMEZONE = (
    "BEGIN:VTIMEZONE", f"TZID:{TZID}", "BEGIN:STANDARD", "DTSTART:19760101T000000", "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700", "TZNAME:+07", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True)
class Event:
    """One event. `uid` never changes, `sequence` grows with every corrected version that went up; one that was called off
    stays and says so. `private`: of people and hours inside the school, which clients show to nobody else."""

    uid: str
    title: str
    starts: datetime
    ends: datetime | None
    told_at: datetime
    changed_at: datetime
    sequence: int = 0
    place: str = ""
    text: str = ""
    url: str = ""
    category: str = ""
    cancelled: bool = False
    private: bool = False

    @property
    def all_day(self) -> bool:
        """Days, not hours: it begins at a midnight, where nobody set an hour, and does not end at one."""
        end = _local(self.ends).time() if self.ends else time.min
        return _local(self.starts).time() == time.min and (end == time.min or end >= time(23, 59))

    @property
    def day_after(self) -> date:
        """The first day it is over."""
        ends = _local(self.ends or self.starts)
        last = ends.date() if ends.time() != time.min else ends.date() - timedelta(days=1)
        return max(last, _local(self.starts).date()) + timedelta(days=1)


def calendar(name: str, host: str, events: Iterable[Event]) -> bytes:
    """A calendar as clients subscribe to it; they are asked to look again every hour."""
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{host}//Cong Truong//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}", f"NAME:{_text(name)}", f"X-WR-TIMEZONE:{TZID}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H", *TIMEZONE,
        *(line for event in events for line in _lines(event)), "END:VCALENDAR",
    ]  # fmt: skip
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _lines(event: Event) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{event.uid}", f"SEQUENCE:{event.sequence}", f"DTSTAMP:{_utc(event.changed_at)}")
    yield from (f"CREATED:{_utc(event.told_at)}", f"LAST-MODIFIED:{_utc(event.changed_at)}")
    if event.all_day:
        yield f"DTSTART;VALUE=DATE:{_local(event.starts):%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.day_after:%Y%m%d}"
    else:
        yield f"DTSTART;TZID={TZID}:{_local(event.starts):%Y%m%dT%H%M%S}"
        if event.ends and event.ends > event.starts:
            yield f"DTEND;TZID={TZID}:{_local(event.ends):%Y%m%dT%H%M%S}"
    yield f"SUMMARY:{_text(event.title)}"
    for name, text in (("LOCATION", event.place), ("DESCRIPTION", event.text), ("CATEGORIES", event.category)):
        if text:
            yield f"{name}:{_text(text)}"
    if event.url:
        yield f"URL:{event.url}"
    taken = event.private and not event.cancelled and not event.all_day
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    yield from (f"TRANSP:{'OPAQUE' if taken else 'TRANSPARENT'}", f"CLASS:{'PRIVATE' if event.private else 'PUBLIC'}")
    yield "END:VEVENT"


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, no letter cut in two; the next piece starts with a space."""
    piece, size = "", 0
    for char in line:
        wide = len(char.encode())
        if size + wide > OCTETS:
            yield piece
            piece, size = " ", 1
        piece, size = piece + char, size + wide
    yield piece


def _text(text: str) -> str:
    return text.translate(_ESCAPED)


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _local(at: datetime) -> datetime:
    return at.astimezone(ZONE)
