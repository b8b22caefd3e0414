"""Four walls and what stands about in them."""

from random import Random

from .nature import CANOPIES
from .shapes import (
    HEIGHT,
    INK,
    LEAF,
    RED,
    SUN,
    WIDTH,
    WOOD,
    WOOD_PALE,
    circle,
    group,
    line,
    oval,
    poly,
    rect,
    shade,
    turned,
)


def room(rng: Random, floor_y: float = 640) -> str:
    wall = rng.choice(("#f6efdf", "#eef1e6", "#f3ead8", "#e9eef3"))
    floor = rng.choice(("#d9b483", "#cfa777", "#d4bda0"))
    boards = "".join(
        line(((x, floor_y), (x * 1.5 - 320, HEIGHT)), shade(floor, -0.08), 2) for x in range(-80, 1400, 92)
    )
    return (
        rect(0, 0, WIDTH, HEIGHT, wall)
        + rect(0, floor_y - 14, WIDTH, 14, shade(wall, -0.18))
        + rect(0, floor_y, WIDTH, HEIGHT, floor)
        + boards
    )


def window(rng: Random, x: float, y: float, w: float = 150, h: float = 220) -> str:
    leaves = "".join(
        circle(
            x + rng.uniform(20, w - 20), y + h - rng.uniform(10, 100), rng.uniform(18, 34), rng.choice((*CANOPIES, RED))
        )
        for _ in range(7)
    )
    view = (
        rect(x, y, w, h, "#c5e6f5")
        + f'<svg x="{x}" y="{y}" width="{w}" height="{h}" viewBox="{x} {y} {w} {h}">{leaves}</svg>'
    )
    bars = line(((x + w / 2, y), (x + w / 2, y + h)), "#ffffff", 8) + line(
        ((x, y + h / 2), (x + w, y + h / 2)), "#ffffff", 6
    )
    return (
        view
        + bars
        + rect(x, y, w, h, "none", 4, 'stroke="#ffffff" stroke-width="12"')
        + rect(x - 12, y + h + 2, w + 24, 12, "#e4dccb")
    )


def desk(x: float, y: float, w: float, scale: float = 1) -> str:
    legs = rect(x + 10, y + 14, 10 * scale, 90 * scale, "#6d7685") + rect(
        x + w - 20, y + 14, 10 * scale, 90 * scale, "#6d7685"
    )
    return legs + rect(x, y, w, 20 * scale, WOOD_PALE, 5) + rect(x, y + 16 * scale, w, 8 * scale, WOOD)


def plant(x: float, y: float) -> str:
    leaves = "".join(
        turned(oval(x, y - 78, 11, 34, c), a, x, y - 44)
        for a, c in ((-50, LEAF), (-20, "#3f9a5c"), (12, LEAF), (44, "#55b070"))
    )
    return leaves + poly(((x - 26, y - 44), (x + 26, y - 44), (x + 20, y), (x - 20, y)), "#c9693f")


def notebook(rng: Random, x: float, y: float, scale: float = 1) -> str:
    colour = rng.choice((INK, RED, LEAF, "#2f7fb3", SUN))
    return group(
        poly(((-30, 0), (26, 0), (32, -13), (-22, -13)), "#fffdf8") + rect(-31, -1, 58, 4, colour, 2), x, y, scale
    )


def open_book(y: float = -104, colour: str = INK) -> str:
    cover = poly(((-36, y - 4), (0, y + 6), (36, y - 4), (36, y + 30), (0, y + 40), (-36, y + 30)), colour)
    return (
        cover
        + poly(((-32, y - 8), (0, y + 2), (32, y - 8), (32, y + 24), (0, y + 34), (-32, y + 24)), "#fffdf8")
        + line(((0, y + 2), (0, y + 34)), "#cfc8dd", 2.5)
    )
