"""Who is meant by “Hà”, “cô Trần Thu Hà”, “tổ Toán”, “BGH”, “toàn trường”. Pure: a roll of the staff in, people out.

Marks are respected where they were typed; a name several people answer to is asked, never guessed.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from portal.base.text import exact_key, folded_key, has_marks
from portal.intranet.week.typed import BETWEEN, SEPARATOR, TITLES, Part, Typed, part_of

EVERYONE = re.compile(
    r"\b((?<!an )toan truong|chao co|toan the|hoi dong (su pham|giao duc|truong)|hop hoi dong"
    r"|tat ca (gv|cb|giao vien|can bo)\w*|cb ?gv ?nv|100 (cb|gv)\w*)\b"
)
UNIT = re.compile(
    r"(?<!\w)(?:tổ|nhóm|chi bộ|chi đoàn|liên đội|công đoàn|văn phòng|ban)(?:\s+[^\W\d_]+){0,3}", re.IGNORECASE
)


@dataclass(frozen=True)
class Group:
    """A unit, or the school board: what it is called, who is in it, who leads it."""

    name: str
    members: frozenset[int]
    leaders: frozenset[int]
    unit: int | None = None


@dataclass(frozen=True)
class Roll:
    """The staff of a moment: full names by id, and groups."""

    people: Mapping[int, str]
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A name as written, and the people it may mean."""

    name: str
    may_be: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Question:
    """A name several people answer to, as it is asked: each of them by what tells him from the others; `answer` whom the
    writer chose so far."""

    name: str
    may_be: tuple[tuple[int, str], ...]
    answer: int | None = None


@dataclass(frozen=True)
class Written:
    """One line as it is to be kept: hours of the school's day, people and units by id beside the words."""

    day: date
    part: Part
    starts: time | None
    ends: time | None
    content: str
    attendees: str = ""
    lead: str = ""
    place: str = ""
    preparation: str = ""
    plan_entry: int | None = None
    everyone: bool = False
    units: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()
    leads: frozenset[int] = frozenset()


def lines(said: Typed, days: Iterable[date]) -> list[Written]:
    """One line for each of the days; where no part of the day is said, the morning."""
    part = said.part or (part_of(said.starts) if said.starts else Part.MORNING)
    return [
        Written(day, part, said.starts, said.ends, said.content, lead=", ".join(said.leads), place=said.place)
        for day in days
    ]


def resolved(line: Written, roll: Roll, chosen: Mapping[str, int]) -> tuple[Written, tuple[Asked, ...]]:
    """The line with everybody its words name, and the names that must be asked; `chosen` answers earlier askings."""
    leads, asked = _leading(line.lead, roll, chosen)
    people, units, more = _attending(line.attendees, roll, chosen)
    named = _groups_in(line.content, roll) if not line.attendees else []
    attendees = line.attendees or ", ".join(group.name for group in named)
    units |= {group.unit for group in named if group.unit is not None}
    people = people.union(*(group.members for group in named if group.unit is None))
    everyone = bool(EVERYONE.search(folded_key(f"{line.attendees}; {line.content}")))
    found = replace(line, attendees=attendees, everyone=everyone, units=units, people=people, leads=leads)
    return found, tuple({one.name: one for one in (*asked, *more)}.values())


def questions(line: Written, roll: Roll, chosen: Mapping[str, int]) -> tuple[Question, ...]:
    """Every name of a line that several people answer to, the answered ones with their answer, so that each stands there
    to be answered by itself and may be answered otherwise."""
    return tuple(
        Question(one.name, told_apart(one.may_be, roll),
                 chosen[one.name] if chosen.get(one.name) in dict(one.may_be) else None)
        for one in resolved(line, roll, {})[1]
    )  # fmt: skip


def told_apart(people: tuple[tuple[int, str], ...], roll: Roll) -> tuple[tuple[int, str], ...]:
    """Names to choose from; where two are called the same, each with his units."""
    called = [full for _, full in people]
    return tuple((id, f"{full} ({_units(id, roll)})" if called.count(full) > 1 else full) for id, full in people)


def _units(id: int, roll: Roll) -> str:
    found = [one.name for one in roll.groups if one.unit is not None and id in one.members]
    return ", ".join(found) or f"số {id}"


def meant(name: str, roll: Roll) -> tuple[tuple[int, str], ...]:
    """Everybody a name may mean: the full name, its end (“Thu Hà”), the given name."""
    key = exact_key if has_marks(name) else folded_key
    wanted = key(TITLES.sub("", name.strip(SEPARATOR)))
    if not wanted:
        return ()
    ends = [(id, full) for id, full in roll.people.items() if f" {key(full)}".endswith(f" {wanted}")]
    whole = [(id, full) for id, full in ends if key(full) == wanted]
    return tuple(whole or ends)


def group_of(words: str, roll: Roll) -> Group | None:
    """The one group whose name holds all these words: “tổ Văn” is “Tổ Ngữ văn”; None where two do, or none."""
    wanted = set(folded_key(words).split())
    if len(wanted) < 2 and wanted != {"bgh"}:
        return None
    found = [one for one in roll.groups if wanted <= set(folded_key(one.name).split())]
    exact = [one for one in found if folded_key(one.name) == folded_key(words)]
    return (exact or found)[0] if len(exact or found) == 1 else None


def _leading(words: str, roll: Roll, chosen: Mapping[str, int]) -> tuple[frozenset[int], tuple[Asked, ...]]:
    leads, asked = set[int](), list[Asked]()
    for name in _parts(words):
        if group := group_of(name, roll):
            leads |= group.leaders
        else:
            _one(name, roll, chosen, leads, asked)
    return frozenset(leads), tuple(asked)


def _attending(
    words: str, roll: Roll, chosen: Mapping[str, int]
) -> tuple[frozenset[int], frozenset[int], tuple[Asked, ...]]:
    """Of who attends only groups, and names said as names (“cô Hà”, “Trần Thu Hà”): “GV khối 9” is nobody we know."""
    people, units, asked = set[int](), set[int](), list[Asked]()
    for name in _parts(words):
        if group := group_of(name, roll):
            units |= {group.unit} if group.unit is not None else set()
            people |= group.members if group.unit is None else set()
        elif TITLES.match(name) or len(name.split()) > 2:
            _one(name, roll, chosen, people, asked)
    return frozenset(people), frozenset(units), tuple(asked)


def _one(name: str, roll: Roll, chosen: Mapping[str, int], people: set[int], asked: list[Asked]) -> None:
    bare = TITLES.sub("", name)
    may_be = meant(bare, roll)
    if chosen.get(bare) in {id for id, _ in may_be}:
        people.add(chosen[bare])
    elif len(may_be) == 1:
        people.add(may_be[0][0])
    elif may_be:
        asked.append(Asked(bare, may_be))


def _groups_in(content: str, roll: Roll) -> list[Group]:
    """Groups a content names: “họp tổ Toán”. The longest run of words that is one group's counts."""
    found = []
    for match in UNIT.finditer(content):
        words = match[0].split()
        tries = (group_of(" ".join(words[:end]), roll) for end in range(len(words), 1, -1))
        group = next((one for one in tries if one is not None), None)
        if group is not None and group not in found:
            found.append(group)
    return found


def _parts(words: str) -> list[str]:
    return [part for one in BETWEEN.split(words) if (part := one.strip(SEPARATOR))]
