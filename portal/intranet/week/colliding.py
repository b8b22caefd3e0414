"""Which lines of a week take the same person or place at once, said as a colleague would say it (R-WEEK-06)."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db.models import QuerySet

from portal.base.text import folded_key
from portal.intranet.models import Entry
from portal.intranet.week.names import Roll, Written
from portal.intranet.week.queries import members
from portal.intranet.week.rules import Part, Slot, clashes
from portal.intranet.week.told import hours

NEW = 0  # the id of a line that is not kept yet
MOST_NAMED = 3


def collisions(monday: date, roll: Roll, at: datetime) -> dict[int, list[str]]:
    """For each line of a week what it collides with, in sentences."""
    entries = list(standing_lines(monday))
    return _sentences(slots(entries, at), {one.pk: _called(one) for one in entries}, roll)


def collisions_of(lines: Iterable[Written], monday: date, roll: Roll, at: datetime, *, but: int = 0) -> list[str]:
    """What lines not kept yet would collide with, leaving out the line `but` they stand for."""
    entries = [one for one in standing_lines(monday) if one.pk != but]
    standing, called = slots(entries, at), {one.pk: _called(one) for one in entries}
    found = [
        sentence
        for line in lines
        for sentence in _sentences([slot_of(line, NEW, at), *standing], called, roll).get(NEW, [])
    ]
    return list(dict.fromkeys(found))


def _sentences(slots: list[Slot], called: Mapping[int, str], roll: Roll) -> dict[int, list[str]]:
    said: dict[int, list[str]] = {}
    places = {slot.id: slot for slot in slots}
    for clash in clashes(slots):
        both = places[clash.one].everyone or places[clash.other].everyone
        what = _whom(clash.people, roll, everyone=both) + (["cùng địa điểm"] if clash.place else [])
        for mine, other in ((clash.one, clash.other), (clash.other, clash.one)):
            said.setdefault(mine, []).append(f"Trùng giờ với {called.get(other, 'dòng này')}: {', '.join(what)}.")
    return said


def _whom(people: frozenset[int], roll: Roll, *, everyone: bool) -> list[str]:
    if everyone and people:
        return ["việc của toàn trường"]
    names = [roll.people[one] for one in sorted(people) if one in roll.people]
    more = [f"và {len(names) - MOST_NAMED} người nữa"] if len(names) > MOST_NAMED else []
    return names[:MOST_NAMED] + more


def _called(entry: Entry) -> str:
    return f"“{entry.content}” ({hours(entry.starts, entry.ends)})"


def slots(entries: Iterable[Entry], at: datetime) -> list[Slot]:
    """Lines as the search for collisions sees them; the entries need `leads`, `people`, `units` at hand."""
    entries = list(entries)
    units = members({unit.pk for entry in entries for unit in entry.units.all()}, at)
    return [
        Slot(
            entry.pk, entry.day, Part(entry.part), entry.starts, entry.ends,
            frozenset({one.pk for one in (*entry.leads.all(), *entry.people.all())}).union(
                *(units.get(unit.pk, frozenset()) for unit in entry.units.all())),
            entry.everyone, place_key(entry.place),
        )
        for entry in entries
    ]  # fmt: skip


def slot_of(line: Written, id: int, at: datetime) -> Slot:
    """A line not kept yet, under an id of its own."""
    people = (line.leads | line.people).union(*members(line.units, at).values())
    return Slot(id, line.day, line.part, line.starts, line.ends, people, line.everyone, place_key(line.place))


def place_key(place: str) -> str:
    """“Phòng 304”, “P.304” and “p304” are one room."""
    key = folded_key(place)
    return key.removeprefix("phong").removeprefix("p").replace(" ", "") if any(map(str.isdigit, key)) else key


def standing_lines(monday: date) -> QuerySet[Entry]:
    """What stands in a week, whom it takes at hand."""
    rows = Entry.objects.filter(week__monday=monday, cancelled_at=None)
    return rows.prefetch_related("leads", "people", "units")
