"""One typed line, understood: in which columns it goes, whom it asks about, what it lacks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from portal.base.rules import Refusal
from portal.intranet.week.names import Asked, Question, Roll, Written, lines, meant, questions, resolved
from portal.intranet.week.rules import WEEKDAYS, Duty, says_day, says_what
from portal.intranet.week.told import DutyLine
from portal.intranet.week.typed import days_in, understood

SHORT = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")


@dataclass(frozen=True)
class Heard:
    """What a line says: one `Written` for each of its days, names to be asked, why it cannot be kept yet. `questions` are all
    names several people answer to, those answered already among them."""

    lines: tuple[Written, ...] = ()
    asked: tuple[Asked, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    questions: tuple[Question, ...] = ()


def hear(words: str, monday: date, roll: Roll, *, day: int | None = None, chosen: Mapping[str, int]) -> Heard:
    """A line of the week of `monday`; `day` (0 Monday to 6) where the line names none itself (R-WEEK-11, R-WEEK-16)."""
    said = understood(words, monday)
    days = said.days or (() if day is None else (day,))
    typed = lines(said, [monday + timedelta(days=one) for one in days or (0,)])
    found = [resolved(line, roll, chosen) for line in typed]
    missing = tuple(why for why in (says_what(said.content), says_day(bool(days))) if why is not None)
    return Heard(tuple(line for line, _ in found), found[0][1], missing, questions(typed[0], roll, chosen))


def on_duty(kind: Duty, words: str, monday: date, roll: Roll) -> list[DutyLine]:
    """“T2: thầy Minh; T3: cô Hà” is two days' duty, “7A3” the whole week's."""
    found = []
    for piece in words.split(";"):
        days, who = days_in(piece)
        if who:
            may_be = meant(who, roll)
            person = may_be[0][0] if len(may_be) == 1 else None
            found += [
                DutyLine(kind, who, monday + timedelta(days=one) if days else None, person) for one in days or (0,)
            ]
    return found


def duty_words(duties: Iterable[DutyLine]) -> str:
    """Duties of one kind as they are typed."""
    return "; ".join(f"{SHORT[one.day.weekday()]}: {one.who}" if one.day else one.who for one in duties)


def day_choices(monday: date) -> list[tuple[int, str]]:
    """The days of a week by number: “Thứ Hai 23/11”."""
    return [(number, f"{name} {monday + timedelta(days=number):%d/%m}") for number, name in enumerate(WEEKDAYS)]
