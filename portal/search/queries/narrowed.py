"""What a search is narrowed to, and how much each further narrowing would leave."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Q

from portal.search.rules.standing import facts

FACETS = ("section", "genre", "year", "kind")
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Narrowed:
    """What a reader narrowed his search to; None or empty where he did not."""

    section: int | None = None
    genre: str = ""
    year: int | None = None
    kind: str = ""

    def q(self) -> Q:
        return Q(**self._chosen())

    def facts(self) -> list[str]:
        """The same as words of the index."""
        return facts(self._chosen())

    def but(self, name: str) -> "Narrowed":
        """The same without one of its choices."""
        return self.to(name, None if name in ("section", "year") else "")

    def to(self, name: str, value: Any) -> "Narrowed":
        return replace(self, **{name: value})

    def lets(self, row: Row) -> bool:
        return all(not (value := getattr(self, name)) or row[name] == value for name in FACETS)

    def _chosen(self) -> dict[str, Any]:
        return {name: value for name in FACETS if (value := getattr(self, name))}


EVERYTHING = Narrowed()


@dataclass(frozen=True)
class Tally:
    """How many things were found, and how many of them each narrowing would leave, the others as they are.

    `more`: there are more than `total`. `counted`: whether the figures of the narrowings are those of everything found; where
    they are not, they say which narrowings there are, and no figure is to be shown.
    """

    total: int = 0
    by: Mapping[str, Mapping[Any, int]] = field(default_factory=lambda: {name: {} for name in FACETS})
    more: bool = False
    counted: bool = True


def by_facet(rows: Iterable[Row], narrowed: Narrowed) -> dict[str, Counter[Any]]:
    """`rows` are how `times` many things share their facets."""
    by: dict[str, Counter[Any]] = {name: Counter() for name in FACETS}
    for row in rows:
        for name in FACETS:
            if row[name] and narrowed.but(name).lets(row):
                by[name][row[name]] += row["times"]
    return by
