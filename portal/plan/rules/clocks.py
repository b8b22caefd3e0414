"""The clocks of Điều 16.1.1: until when what happens must be written about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Asia/Ho_Chi_Minh")
CONFERENCE = "tin-hoi-nghi"


@dataclass(frozen=True)
class Clocks:
    """The numbers of Điều 16.1.1 with the days they came into force; without changes as the regulation was signed."""

    changes: Mapping[str, tuple[tuple[date, str], ...]] = field(default_factory=dict)

    def _number(self, name: str, on: date, signed: int) -> int:
        """The value in force on `on`."""
        held = [value for since, value in self.changes.get(f"timeliness.{name}", ()) if since <= on]
        return int(held[-1]) if held else signed

    def after_event(self, ended: date) -> datetime:
        """R-TIME-01: the last second an event's article is in time: two days after its end, calendar days in Asia/Ho_Chi_Minh
        to 23:59:59 unless the school counts working days, by the numbers in force on the day it ended (Điều 16.1.1)."""
        return self._close(ended, self._number("event_days", ended, 2), +1)

    def before_opening(self, opens: date) -> datetime:
        """R-TIME-02: the last second a conference is told of in time: three days before it opens, by the numbers in force on
        the day it opens (Điều 16.1.1)."""
        return self._close(opens, self._number("conference_days", opens, 3), -1)

    def _close(self, day: date, days: int, step: int) -> datetime:
        working = self._number("working_days", day, 0) == 1
        while days > 0:
            day += timedelta(days=step)
            days -= not working or day.weekday() < 5
        return last_second(day)


def last_second(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59), HERE)


def _day(at: datetime) -> date:
    return at.astimezone(HERE).date()


def in_time_until(
    clocks: Clocks, *, genre: str, notice: bool, opening_at: datetime | None, event_start: datetime | None,
    event_end: datetime | None,
) -> datetime | None:  # fmt: skip
    """Until when an item must be up: a conference's notice before it opens (R-TIME-02), an article about an event after
    its end (R-TIME-01); None where no clock runs, as for a notice."""
    if genre == CONFERENCE:
        return clocks.before_opening(_day(opening_at)) if opening_at is not None else None
    end = event_end or event_start
    return clocks.after_event(_day(end)) if end is not None and not notice else None


def assignment_due(
    clocks: Clocks, *, due_at: datetime | None, genre: str, standing: bool, starts: date, ends: date
) -> datetime | None:
    """Until when an assignment must be handed in: the hour written on it, else what Điều 16.1.1 makes of the entry's days.
    None where a standing entry was given no hour."""
    if due_at is not None or standing:
        return due_at
    return clocks.before_opening(starts) if genre == CONFERENCE else clocks.after_event(ends)
