"""How many articles of each kind went up each month, as lists and the archive say it.

Counting reads a row of every article there is, so it is done once for each state of the pages and again when one of them is
over, not for each reader (see `base.remembered`).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count

from portal.base.remembered import Remembered
from portal.news.models import Listed, Section
from portal.news.queries import sections_for
from portal.people import offices

Cell = tuple[str, int]  # kind and month: ("tuong-thuat", 202611)
Place = tuple[int, int | None, bool]  # section, topic, whether everybody may read it
GROUPED = ("section", "topic", "public", "kind", "month")


@dataclass(frozen=True)
class Tally:
    """The counts of one list."""

    cells: Mapping[Cell, int]

    def kinds(self, month: int | None = None) -> dict[str, int]:
        """How many of each kind, in one month or in all."""
        found = Counter[str]()
        for (kind, here), many in self.cells.items():
            if month in (None, here):
                found[kind] += many
        return found

    def months(self, kind: str = "") -> dict[int, int]:
        """How many each month, of one kind or of all, newest month first."""
        found = Counter[int]()
        for (here, month), many in self.cells.items():
            if kind in ("", here):
                found[month] += many
        return dict(sorted(found.items(), reverse=True))


@dataclass(frozen=True)
class Counted:
    """Everything counted at one moment."""

    places: Mapping[Place, Mapping[Cell, int]]
    asked: dict[tuple[frozenset[int], int | None, bool], Tally] = field(default_factory=dict)

    def of(self, sections: frozenset[int], topic: int | None, *, inside: bool) -> Tally:
        """The counts of some sections, or of what stands in them under one topic."""
        wanted = sections, topic, inside
        if wanted not in self.asked:
            cells = Counter[Cell]()
            for (section, here, public), counts in self.places.items():
                if section in sections and topic in (None, here) and (public or inside):
                    cells.update(counts)
            self.asked[wanted] = Tally(cells)
        return self.asked[wanted]


def tally(person: object, at: datetime, sections: Iterable[Section], topic: int | None = None) -> Tally:
    """How many articles this person may read in these sections (those he may open); two queries, mostly none."""
    return COUNTED.now(at).of(frozenset(one.pk for one in sections), topic, inside=offices.is_insider(person, at))


def flow_tally(person: object, at: datetime) -> Tally:
    """How many of everything that flows (see `news.queries.news_of`)."""
    return tally(person, at, sections_for(person, at).filter(shape=Section.Shape.NEWS))


def _count(at: datetime) -> tuple[Counted, datetime | None]:
    """All places, counted; and when the first of them is over."""
    places: dict[Place, Counter[Cell]] = {}
    lasting = Listed.objects.filter(until=None).order_by().values_list(*GROUPED).annotate(many=Count("*"))
    for section, topic, public, kind, month, many in lasting:
        places.setdefault((section, topic, public), Counter())[kind, month] += many
    passing = list(Listed.objects.filter(until__gt=at).order_by("until").values_list(*GROUPED, "until"))
    for section, topic, public, kind, month, _ in passing:
        places.setdefault((section, topic, public), Counter())[kind, month] += 1
    return Counted(places), passing[0][-1] if passing else None


COUNTED = Remembered(_count)
