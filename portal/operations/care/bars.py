"""Months as pairs of bars, found and mended, as plain numbers for an SVG; the table beneath says the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.operations.care.queries import Month

WIDTH, HEIGHT, FOOT, TOP = 360, 150, 22, 18


@dataclass(frozen=True)
class Bar:
    """One bar: of which sort, where, how high, how many."""

    kind: str
    x: float
    middle: float
    y: float
    top: float
    width: float
    height: float
    count: int


@dataclass(frozen=True)
class Bars:
    """A drawing of `width` × `height`, its ground line at `base`; under each pair the month."""

    width: int
    height: int
    base: int
    bars: tuple[Bar, ...]
    labels: tuple[tuple[float, str], ...]


def bars(months: Sequence[Month]) -> Bars:
    """For each month how many faults were found, and how many were mended or left for a reason."""
    most = max([max(one.found, one.mended + one.waived) for one in months], default=0) or 1
    step, base = WIDTH / max(len(months), 1), HEIGHT - FOOT
    drawn, labels = [], []
    for number, one in enumerate(months):
        left, width = number * step + step * 0.14, step * 0.34
        for kind, count, x in (
            ("late", one.found, left),
            ("in-time", one.mended + one.waived, left + width + step * 0.04),
        ):
            height = round((base - TOP) * count / most, 1)
            if count:
                drawn.append(Bar(kind, round(x, 1), round(x + width / 2, 1), round(base - height, 1),
                                 round(base - height - 4, 1), round(width, 1), height, count))  # fmt: skip
        labels.append((round((number + 0.5) * step, 1), f"{one.first.month}/{one.first.year}"))
    return Bars(WIDTH, HEIGHT, base, tuple(drawn), tuple(labels))
