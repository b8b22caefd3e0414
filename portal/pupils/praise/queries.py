"""Whose names a praise list shows: drawn from the rolls as they stand, and only of those who agree at that hour."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet

from portal.approval.queries import obstructs
from portal.approval.rules import Audience
from portal.base.rules import Refusal
from portal.people import offices
from portal.people.models import Person
from portal.pupils.consents.queries import consented
from portal.pupils.consents.rules import Purpose
from portal.pupils.models import Enrolment, Praised, PraiseHidden, Pupil, SchoolClass
from portal.pupils.praise import rules
from portal.pupils.praise.rules import Known, PraiseLine, PraiseRow
from portal.pupils.roll.queries import pupils_of, reach, today
from portal.pupils.roll.rules import Reach, school_year, year_name

Pair = tuple[int, int]  # a pupil and the class he is praised in, by number


def rooms_to_praise(at: datetime) -> list[tuple[str, SchoolClass]]:
    """The classes a list written at `at` may name, this school year's first, each with what it is called there: of the year
    before with its year."""
    year = school_year(today(at))
    found = SchoolClass.objects.filter(year__in=(year, year - 1)).order_by("-year", "grade", "name")
    return [(called(one, year), one) for one in found]


def called(room: SchoolClass, year: int) -> str:
    """A class in a list that is written in a school year."""
    return room.name if room.year == year else f"{room.name} ({year_name(room.year)})"


def sitting(rooms: Collection[int]) -> dict[int, list[Known]]:
    """Everybody who sits or sat in these classes, by class; one query."""
    found: dict[int, list[Known]] = {pk: [] for pk in rooms}
    rows = Enrolment.objects.filter(school_class__in=rooms, pupil__erased_at=None).order_by("pupil")
    for room, pk, name, code in rows.values_list("school_class", "pupil", "pupil__full_name", "pupil__code").distinct():
        found[room].append(Known(pk, name, code))
    return found


def praise_matched(
    lines: Sequence[PraiseLine], at: datetime
) -> tuple[list[tuple[PraiseLine, PraiseRow]], list[tuple[int, str]]]:
    """Typed lines with the pupils they name, and what stands against the others (R-PRAISE-02); two queries."""
    named = {line.room for line in lines if not line.post}
    rooms = {label: room for label, room in rooms_to_praise(at) if label in named} if named else {}
    sits = sitting([room.pk for room in rooms.values()]) if rooms else {}
    return rules.bound(lines, {label: (room.pk, sits[room.pk]) for label, room in rooms.items()})


@dataclass(frozen=True)
class Again:
    """A stored row as its writer sees it: the name to type, with the school's number behind it among namesakes."""

    name: str
    room: str
    award: str


def praise_typed_again(rows: Sequence[PraiseRow], at: datetime) -> list[Again]:
    """Stored rows as lines; two queries, none where all are grown-ups."""
    numbers = {row.room for row in rows if row.room}
    rooms, sits = (
        SchoolClass.objects.in_bulk(numbers) if numbers else {},
        sitting([*filter(None, numbers)]) if numbers else {},
    )
    year = school_year(today(at))
    told = []
    for row in rows:
        if row.pupil is None:
            told.append(Again(row.adult, row.post, row.award))
            continue
        room = rooms.get(row.room or 0)
        there = sits.get(row.room or 0, [])
        one = next((one for one in there if one.pupil == row.pupil), None)
        name = "(em đã rời danh sách)" if one is None else one.name
        if one is not None and len(rules.named(one.name, there)) > 1:
            name = f"{one.name} #{one.code}"
        told.append(Again(name, called(room, year) if room else "", row.award))
    return told


def may_bind_praise(
    rows: Iterable[tuple[PraiseRow, str]], by: Person, at: datetime, already: Collection[Pair]
) -> list[Refusal]:
    """What stands against somebody putting these rows (each with the name he says it has) into a text that shows `already`:
    R-PRAISE-01, R-PRAISE-02. A number alone opens no name: he types it, or sees the class."""
    rows = list(rows)
    board = offices.board(at)
    wanted = {row.pair for row, _ in rows if row.pupil} - set(already)
    sits = sitting({room for _, room in wanted}) if wanted else {}
    who = reach(by, at, board) if wanted else Reach(by.pk)
    said = {row.pair: name for row, name in rows}
    proven = {
        pair: who.keeps
        or pair[1] in who.classes
        or any(one.pupil == pair[0] for one in rules.named(said[pair], sits[pair[1]]))
        for pair in wanted
    }
    there = {(one.pupil, room) for room, known in sits.items() for one in known}
    found = [
        rules.may_praise(offices.is_insider(by, at, board)) if rows else None,
        rules.is_bound(there=wanted <= there, proven=all(proven.values())),
    ]
    return [one for one in found if one is not None]


def agreed(pairs: Collection[Pair], at: datetime) -> frozenset[Pair]:
    """Which of these pupils consent at `at` to be named with what they did in the year of that class; two queries, one more for
    each further year."""
    years = (
        dict(SchoolClass.objects.filter(pk__in={room for _, room in pairs}).values_list("pk", "year")) if pairs else {}
    )
    by_year = defaultdict(set)
    for pupil, room in pairs:
        if room in years:
            by_year[years[room]].add(pupil)
    said = {year: consented(pupils, Purpose.PRAISE, at, year) for year, pupils in by_year.items()}
    return frozenset((pupil, room) for pupil, room in pairs if room in years and pupil in said[years[room]])


@dataclass(frozen=True)
class Shown:
    """A row as readers see it; where the consent behind it does not stand, without a name."""

    name: str
    room: str
    award: str
    agreed: bool = True


def praise_shown(rows: Sequence[PraiseRow], at: datetime) -> list[Shown]:
    """The rows of a list at `at`, in their order; four queries, none where all are grown-ups."""
    pairs = {row.pair for row in rows if row.pupil}
    yes = agreed(pairs, at)
    names = dict(Pupil.objects.filter(pk__in={pupil for pupil, _ in yes}).values_list("pk", "full_name")) if yes else {}
    rooms = (
        dict(SchoolClass.objects.filter(pk__in={room for _, room in pairs}).values_list("pk", "name")) if pairs else {}
    )
    return [
        Shown(row.adult, row.post, row.award)
        if row.pupil is None
        else Shown(
            names.get(row.pupil, "") if row.pair in yes else "",
            rooms.get(row.room or 0, ""),
            row.award,
            row.pair in yes,
        )
        for row in rows
    ]


@dataclass(frozen=True)
class Word:
    """The lists of a text as its writer and its reviewers are told of them: how many pupils, by class how many have not agreed,
    and who, for those who see that class."""

    many: int
    without: Mapping[str, int]
    gone: int = 0
    names: Sequence[str] = ()

    @property
    def refusals(self) -> list[Refusal]:
        return [one for one in (rules.still_known(self.gone), rules.not_agreed(self.without)) if one is not None]


def praise_told(pairs: Collection[Pair], at: datetime, who: Reach | None = None) -> Word:
    """The same of pupils and classes; with `who`, the names of those without consent in classes he sees."""
    if not pairs:
        return Word(0, {})
    sits = sitting({room for _, room in pairs})
    known = {(one.pupil, room): one.name for room, there in sits.items() for one in there}
    lacking = known.keys() & set(pairs) - agreed(pairs, at)
    rooms = (
        dict(SchoolClass.objects.filter(pk__in={room for _, room in lacking}).values_list("pk", "name"))
        if lacking
        else {}
    )
    seen = [pair for pair in lacking if who is not None and (who.keeps or pair[1] in who.classes)]
    names = sorted(f"{known[pair]} ({rooms[pair[1]]})" for pair in seen)
    return Word(len(pairs), Counter(rooms[room] for _, room in lacking), len(set(pairs) - known.keys()), names)


@obstructs
def in_the_way(draft: Any, at: datetime) -> Iterator[Refusal]:
    """R-PRAISE-10, R-PRAISE-11: outsiders read a list once everybody in it agrees; asked at the deciding act and when its hour
    comes."""
    pairs = draft.shown_pupils()
    if pairs and draft.facts(at).audience == Audience.PUBLIC:
        yield from praise_told(pairs, at).refusals


def pages_praising() -> QuerySet[Praised, Any]:
    """The texts (their numbers) that are up with a list of pupils: machines are shown none of them."""
    return Praised.objects.values("page")


def praise_to_choose(room: SchoolClass, at: datetime) -> list[tuple[Pupil, bool]]:
    """Who sits in a class, each with whether he agrees to be named; for those who see the class."""
    pupils = list(pupils_of(room.pk, today(at)))
    yes = consented([one.pk for one in pupils], Purpose.PRAISE, at, room.year)
    return [(one, one.pk in yes) for one in pupils]


def cases() -> QuerySet[PraiseHidden]:
    """Rows that were hidden, those nobody has looked after yet first, then the newest."""
    found = PraiseHidden.objects.select_related("settled_by", "page", "room")
    return found.order_by(F("settled_at").desc(nulls_first=True), "-at", "-pk")


def page_of(found: QuerySet[PraiseHidden], asked: str, many: int) -> Page[PraiseHidden]:
    """One page of a list; a number that is none gives the first or the last."""
    return Paginator(found, many).get_page(asked)


def hidden_praise(pk: int) -> PraiseHidden | None:
    """One that was hidden and nobody has looked after yet; None where somebody has."""
    return cases().filter(pk=pk, settled_at=None).first()
