"""A week of somebody's lessons as screens show it: periods down, days across; the same day by day for a phone. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from portal.intranet.timetable.rules import DAY_NAMES, SESSIONS, Lesson, Session

LABELS = tuple(name[0].upper() + name[1:] for name in DAY_NAMES)


@dataclass(frozen=True)
class Line:
    """One period over the week. `opens`: how many lines its half of the day has, on the first of them; else 0."""

    half: str
    period: int
    opens: int
    cells: tuple[tuple[bool, tuple[Lesson, ...]], ...]  # for each day: whether it is today, its lessons


@dataclass(frozen=True)
class Day:
    """One day, for narrow screens: its periods from the first to the last with lessons, those without included."""

    name: str
    today: bool
    halves: tuple[tuple[str, tuple[tuple[int, tuple[Lesson, ...]], ...]], ...]

    @property
    def within(self) -> str:
        """Its name within a sentence: “thứ Hai”."""
        return self.name[0].lower() + self.name[1:]


@dataclass(frozen=True)
class Week:
    """`days` in their order; `by_day` the same from today on."""

    days: tuple[tuple[str, bool], ...]
    lines: tuple[Line, ...]
    by_day: tuple[Day, ...]
    count: int


def week(lessons: Iterable[Lesson], today: int | None = None) -> Week | None:
    """The week of these lessons; `today` is a weekday from Monday 0. None where there are none."""
    held: dict[tuple[int, Session, int], list[Lesson]] = defaultdict(list)
    for one in lessons:
        held[one.slot].append(one)
    if not held:
        return None
    last = max(4, *(day for day, _, _ in held))
    days = range(last + 1)
    periods = {half: max((n for _, h, n in held if h is half), default=0) for half in Session}
    lines = tuple(
        Line(SESSIONS[half], n, periods[half] if n == 1 else 0,
             tuple((day == today, tuple(held.get((day, half, n), ()))) for day in days))
        for half in Session for n in range(1, periods[half] + 1)
    )  # fmt: skip
    shown = [_day(day, held, today) for day in days]
    first = today if today is not None and today <= last else 0
    in_order = tuple(one for one in (*shown[first:], *shown[:first]) if one is not None)
    return Week(tuple((LABELS[day], day == today) for day in days), lines, in_order, sum(map(len, held.values())))


def _day(day: int, held: dict[tuple[int, Session, int], list[Lesson]], today: int | None) -> Day | None:
    halves = []
    for half in Session:
        taken = [n for d, h, n in held if d == day and h is half]
        if taken:
            periods = tuple((n, tuple(held.get((day, half, n), ()))) for n in range(1, max(taken) + 1))
            halves.append((SESSIONS[half], periods))
    return Day(LABELS[day], day == today, tuple(halves)) if halves else None
