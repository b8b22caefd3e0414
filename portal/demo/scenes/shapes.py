"""The few SVG shapes everything in the scenes is made of."""

import math
from collections.abc import Iterable

Point = tuple[float, float]

WIDTH, HEIGHT = 1280, 853

INK, INK_DEEP, INK_PALE = "#3b2a8c", "#2a1d68", "#b3a5ff"
RED, RED_DEEP, SUN, LEAF = "#c8202f", "#9c1724", "#f4b41a", "#17694d"
PAPER, WOOD, WOOD_DEEP, WOOD_PALE = "#fffdf8", "#b97f4b", "#8a5a34", "#dcb07c"


def n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def rect(x: float, y: float, w: float, h: float, fill: str, r: float = 0, extra: str = "") -> str:
    corner = f' rx="{n(r)}"' if r else ""
    return f'<rect x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}" fill="{fill}"{corner} {extra}/>'


def circle(x: float, y: float, r: float, fill: str, extra: str = "") -> str:
    return f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(r)}" fill="{fill}" {extra}/>'


def oval(x: float, y: float, rx: float, ry: float, fill: str, extra: str = "") -> str:
    return f'<ellipse cx="{n(x)}" cy="{n(y)}" rx="{n(rx)}" ry="{n(ry)}" fill="{fill}" {extra}/>'


def poly(points: Iterable[Point], fill: str, extra: str = "") -> str:
    return f'<polygon points="{" ".join(f"{n(x)},{n(y)}" for x, y in points)}" fill="{fill}" {extra}/>'


def path(d: str, fill: str = "none", stroke: str = "none", width: float = 1, extra: str = "") -> str:
    pen = "" if stroke == "none" else f' stroke="{stroke}" stroke-width="{n(width)}" stroke-linecap="round"'
    return f'<path d="{d}" fill="{fill}"{pen} stroke-linejoin="round" {extra}/>'


def line(points: Iterable[Point], stroke: str, width: float, extra: str = "") -> str:
    return path("M" + " L".join(f"{n(x)} {n(y)}" for x, y in points), "none", stroke, width, extra)


def group(content: str, x: float = 0, y: float = 0, scale: float = 1, extra: str = "") -> str:
    return f'<g transform="translate({n(x)} {n(y)}) scale({scale:.3f})" {extra}>{content}</g>'


def turned(content: str, angle: float, x: float = 0, y: float = 0) -> str:
    return f'<g transform="rotate({n(angle)} {n(x)} {n(y)})">{content}</g>'


def star(x: float, y: float, r: float, fill: str = "#ffdd33") -> str:
    spokes = ((math.pi * (i / 5 - 0.5), r if i % 2 == 0 else r * 0.39) for i in range(10))
    return poly(((x + math.cos(a) * d, y + math.sin(a) * d) for a, d in spokes), fill)


def flag(x: float, y: float, w: float) -> str:
    """The national flag, two by three, its left edge at the pole."""
    h = w * 2 / 3
    cloth = f"M{n(x)} {n(y)} q{n(w / 4)} {n(-h / 9)} {n(w / 2)} 0 t{n(w / 2)} 0 v{n(h)} "
    cloth += f"q{n(-w / 4)} {n(h / 9)} {n(-w / 2)} 0 t{n(-w / 2)} 0 z"
    return path(cloth, "#da251d") + star(x + w / 2, y + h / 2, h * 0.32)


def shade(colour: str, amount: float) -> str:
    """The colour lightened (amount > 0) towards white or darkened (amount < 0) towards ink."""
    target = (255, 255, 255) if amount > 0 else (28, 24, 51)
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(c + (t - c) * abs(amount)):02x}" for c, t in zip(parts, target, strict=True))


def scribble(x: float, y: float, w: float, stroke: str, width: float = 5) -> str:
    """One line of handwriting, too small to read."""
    waves = max(2, int(w // (width * 4)))
    step = w / waves
    turns = "".join(f" t{n(step / 2)} 0" for _ in range(waves * 2 - 1))
    return path(f"M{n(x)} {n(y)} q{n(step / 4)} {n(-width * 1.5)} {n(step / 2)} 0{turns}", "none", stroke, width)
