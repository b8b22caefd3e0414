"""Narrowing a search: what the address says, and links to narrow further or to take it back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from portal.base import findable
from portal.news.models import Section
from portal.news.rules import GENRE_TITLES
from portal.search.queries import EVERYTHING, Narrowed, Tally

HERE = "/tim-kiem/"
NAMES = {"section": "chuyen-muc", "genre": "the-loai", "year": "nam", "kind": "loai"}
TITLES = {"section": "Chuyên mục", "kind": "Loại", "genre": "Thể loại", "year": "Năm"}
Option = dict[str, Any]


@dataclass(frozen=True)
class Narrowing:
    """One search with what it is narrowed to; what nobody could have chosen counts as not chosen."""

    query: str
    sections: Sequence[Section]
    chosen: Narrowed

    @classmethod
    def of(cls, given: Mapping[str, str], query: str, sections: Sequence[Section]) -> "Narrowing":
        slug, year = given.get("chuyen-muc", ""), given.get("nam", "")
        genre, kind = given.get("the-loai", ""), given.get("loai", "")
        return cls(query, sections, Narrowed(
            section=next((one.pk for one in sections if one.slug == slug), None) if slug else None,
            genre=genre if genre in GENRE_TITLES else "",
            year=int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None,
            kind=kind if kind in _kinds() else "",
        ))  # fmt: skip

    @staticmethod
    def to(query: str) -> str:
        return f"{HERE}?{urlencode({'q': query})}"

    @property
    def any(self) -> bool:
        return self.chosen != EVERYTHING

    @property
    def kept(self) -> str:
        """What the links to other pages keep."""
        return f"{urlencode(self._given(self.chosen))}&"

    def address(self, chosen: Narrowed = EVERYTHING) -> str:
        return f"{HERE}?{urlencode(self._given(chosen))}"

    def facets(self, tally: Tally) -> list[dict[str, Any]]:
        """What can be narrowed by, with how much is left where that was counted; a question with one answer is not asked."""
        asked = {title: self._options(name, tally) for name, title in TITLES.items()}
        return [
            {"title": title, "options": options}
            for title, options in asked.items()
            if len(options) > 1 or any(one["current"] for one in options)
        ]

    def taken_back(self) -> list[Option]:
        """What was chosen, each with the search without it."""
        return [
            {"title": label, "url": self.address(self.chosen.but(name))}
            for name in TITLES
            if (value := getattr(self.chosen, name)) and (label := dict(self._labels(name, [value])).get(value))
        ]

    def _options(self, name: str, tally: Tally) -> list[Option]:
        counts, now = tally.by[name], getattr(self.chosen, name)
        values = [*counts, *([now] if now and now not in counts else [])]
        return [
            {
                "title": label, "count": counts.get(value, 0) if tally.counted else None, "current": value == now,
                "url": self.address(self.chosen.but(name) if value == now else self.chosen.to(name, value)),
            }
            for value, label in self._labels(name, values)
        ]  # fmt: skip

    def _labels(self, name: str, values: Sequence[Any]) -> list[tuple[Any, str]]:
        """Values with their names, in the school's order; years newest first."""
        if name == "year":
            return [(year, str(year)) for year in sorted(values, reverse=True)]
        named: Mapping[Any, str] = {
            "section": {one.pk: one.title for one in self.sections}, "genre": GENRE_TITLES, "kind": _kinds(),
        }[name]  # fmt: skip
        return [(value, str(label)) for value, label in named.items() if value in values]

    def _given(self, chosen: Narrowed) -> dict[str, str]:
        slugs = {one.pk: one.slug for one in self.sections}
        given = {NAMES[name]: str(value) for name in NAMES if (value := getattr(chosen, name))}
        if chosen.section:
            given["chuyen-muc"] = slugs[chosen.section]
        return {"q": self.query, **given}


def _kinds() -> dict[str, str]:
    return {key: title for shelf in findable.shelves() for key, title in shelf.kinds.items()}
