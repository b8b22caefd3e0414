"""Bars on a scale of tens, as an SVG that stands alone: every bar has its name and figure as text, nothing is told by colour only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

WIDE, NAMES, FIGURES = 960, 230, 130  # pixels: all, names at the left, figures at the right
LINE, GAP, HEAD, FOOT = 22, 14, 64, 34
INK, QUIET, GRID = "#1f2937", "#4b5563", "#d1d5db"


@dataclass(frozen=True)
class Bar:
    """One figure: its middle, and the least and the most of all rounds."""

    name: str
    middle: float
    least: float
    most: float
    colour: str
    figure: str  # as it shall be read


@dataclass(frozen=True)
class Group:
    name: str
    bars: Sequence[Bar]


class Scale:
    """Places on a scale of tens that holds all the bars; what is nought stands at its very beginning."""

    def __init__(self, groups: Sequence[Group]) -> None:
        known = [value for group in groups for bar in group.bars for value in (bar.least, bar.most) if value > 0]
        self.low = floor(log10(min(known))) if known else 0
        self.high = max(ceil(log10(max(known))), self.low + 1) if known else 1

    def x(self, value: float) -> float:
        """Pixels from the left of the picture."""
        if value <= 0:
            return NAMES
        part = (log10(value) - self.low) / (self.high - self.low)
        return NAMES + max(0.0, part) * (WIDE - NAMES - FIGURES)

    def tens(self) -> list[float]:
        return [10.0**power for power in range(self.low, self.high + 1)]


def drawn(title: str, said: str, groups: Sequence[Group]) -> str:
    """The whole picture; `said` is for those who do not see it."""
    scale, lines = Scale(groups), sum(len(group.bars) + 1 for group in groups)
    high = HEAD + lines * LINE + len(groups) * GAP + FOOT
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high}" width="{WIDE}" height="{high}" role="img"'
        ' aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="14">',
        f'<title id="title">{escape(title)}</title>', f'<desc id="desc">{escape(said)}</desc>',
        f'<rect width="{WIDE}" height="{high}" fill="#ffffff"/>', _text(16, 28, title, INK, "font-size='17' font-weight='600'"),
        *_grid(scale, high), *_groups(scale, groups), "</svg>", "",
    ])  # fmt: skip


def _grid(scale: Scale, high: int) -> Iterator[str]:
    for ten in scale.tens():
        x = scale.x(ten)
        yield f'<line x1="{x:.1f}" y1="{HEAD - 8}" x2="{x:.1f}" y2="{high - FOOT}" stroke="{GRID}"/>'
        yield _text(x, high - FOOT + 18, f"{ten:,g}", QUIET, "text-anchor='middle' font-size='12'")


def _groups(scale: Scale, groups: Sequence[Group]) -> Iterator[str]:
    y = HEAD
    for group in groups:
        yield _text(16, y + 15, group.name, INK, "font-weight='600'")
        for bar in group.bars:
            y += LINE
            yield from _bar(scale, bar, y)
        y += LINE + GAP


def _bar(scale: Scale, bar: Bar, y: int) -> Iterator[str]:
    end, least, most, middle = scale.x(bar.middle), scale.x(bar.least), scale.x(bar.most), y + LINE / 2
    yield _text(NAMES - 10, y + 15, bar.name, INK, "text-anchor='end'")
    yield f'<rect x="{NAMES}" y="{y + 3}" width="{max(1.0, end - NAMES):.1f}" height="{LINE - 6}" fill="{bar.colour}"/>'
    if most > least:
        ends = f"M{least:.1f} {middle:g}H{most:.1f}M{least:.1f} {middle - 4:g}v8M{most:.1f} {middle - 4:g}v8"
        yield f'<path d="{ends}" stroke="#ffffff" stroke-width="4"/>'
        yield f'<path d="{ends}" stroke="{INK}" stroke-width="1.5"/>'
    yield _text(max(end, most) + 8, y + 15, bar.figure, INK)


def _text(x: float, y: float, words: str, colour: str, more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" {more}>{escape(words)}</text>'
