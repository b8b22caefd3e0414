"""Months as bars: in time and late, drawn on the server as plain numbers for an SVG; the table beneath says the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.desk.queries.owed import Tally

WIDTH, HEIGHT, FOOT, TOP = 360, 150, 22, 18


@dataclass(frozen=True)
class Part:
    """A piece of a bar: which, where, how high."""

    kind: str
    y: float
    height: float


@dataclass(frozen=True)
class Bar:
    label: str
    x: float
    middle: float
    width: float
    top: float
    total: int
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Bars:
    """A drawing of the size `width` × `height`, its ground line at `base`."""

    width: int
    height: int
    base: int
    bars: tuple[Bar, ...]

    @property
    def empty(self) -> bool:
        return not any(bar.total for bar in self.bars)


def bars(months: Sequence[Tally]) -> Bars:
    """Each month a bar of what was handed in time, late, and what still has time."""
    most = max([month.in_time + month.late + month.waiting for month in months], default=0) or 1
    step, base = WIDTH / max(len(months), 1), HEIGHT - FOOT
    return Bars(
        WIDTH, HEIGHT, base, tuple(_bar(one, number * step, step, base, most) for number, one in enumerate(months))
    )


def _bar(one: Tally, x: float, step: float, base: int, most: int) -> Bar:
    unit, y, parts = (base - TOP) / most, float(base), []
    for kind, count in (("in-time", one.in_time), ("late", one.late), ("waiting", one.waiting)):
        height = round(count * unit, 1)
        if height:
            y = round(y - height, 1)
            parts.append(Part(kind, y, height))
    width = round(step * 0.5, 1)
    total = one.in_time + one.late + one.waiting
    return Bar(f"{one.month.month}/{one.month.year}", round(x + step * 0.25, 1), round(x + step / 2, 1), width,
               round(y - 4, 1), total, tuple(parts))  # fmt: skip
