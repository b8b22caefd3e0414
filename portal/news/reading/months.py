"""A month of the school, and the school year it belongs to."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import Http404

from portal.base.clock import day_begins
from portal.base.days import FIRST, LAST

SEPTEMBER = 9  # with it a school year begins
_WRITTEN = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


@dataclass(frozen=True, order=True)
class Month:
    """One month; "2026-11" in an address, "tháng 11/2026" on a page."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}-{self.number:02}"

    @property
    def title(self) -> str:
        return f"tháng {self.number}/{self.year}"

    @property
    def url(self) -> str:
        return f"/luu-tru/{self.year}/{self.number:02}/"

    @property
    def school_year(self) -> str:
        first = self.year if self.number >= SEPTEMBER else self.year - 1
        return f"{first}–{first + 1}"

    @property
    def begins(self) -> datetime:
        return day_begins(date(self.year, self.number, 1))

    @property
    def after(self) -> "Month":
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    @property
    def key(self) -> int:
        """As lists keep it: 202611."""
        return self.year * 100 + self.number

    @property
    def listed(self) -> dict[str, Any]:
        """What of a list went up in it, half-open."""
        return {"listed__up_at__gte": self.begins, "listed__up_at__lt": self.after.begins}

    @classmethod
    def of(cls, key: int) -> "Month":
        return cls(key // 100, key % 100)


def month(year: int, number: int) -> Month:
    """A month there is; Http404 for others."""
    if not (FIRST.year <= year <= LAST.year and 1 <= number <= 12):
        raise Http404
    return Month(year, number)


def month_of(written: str) -> Month:
    """ "2026-11" as a month; Http404 where it is none."""
    parts = _WRITTEN.fullmatch(written)
    if parts is None:
        raise Http404
    return month(int(parts[1]), int(parts[2]))
