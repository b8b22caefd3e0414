"""Drawn plans: the way to the school, and who stands where in it. Their words stand beside them, not in them."""

from random import Random

from .figures import Pose, seated, teacher
from .nature import CANOPIES
from .shapes import (
    HEIGHT,
    INK,
    INK_DEEP,
    LEAF,
    PAPER,
    RED,
    SUN,
    WIDTH,
    circle,
    group,
    line,
    oval,
    path,
    poly,
    rect,
    shade,
    star,
)

PAVED, EDGE, BLOCK = "#ffffff", "#d9d2c0", "#efe6d2"


def town(rng: Random, seed: int) -> str:
    """The lane from the market to the gate, the lake, the main road and its bus stop; north is up."""
    land = rect(0, 0, WIDTH, HEIGHT, "#e6ecd6") + "".join(_block(rng, *spot) for spot in BLOCKS)
    water = path(
        "M180 640 Q330 560 520 620 Q660 590 700 700 Q690 810 520 830 H250 Q120 780 180 640 Z", "#a9d3e6"
    ) + path("M300 700 q30 -16 60 0 t60 0 M400 760 q30 -16 60 0 t60 0", "none", "#ffffff", 5)
    roads = "".join(
        line(points, colour, width)
        for colour, extra in ((EDGE, 12), (PAVED, 0))
        for points, width in ((p, w + extra) for p, w in ROADS)
    )
    middle = line(((1090, 10), (1090, 843)), "#d9b46a", 4, 'stroke-dasharray="22 18"')
    zebra = "".join(rect(1046 + i * 15, 396, 8, 46, "#8d93a1") for i in range(6))
    line_ = rect(512, 402, 10, 40, SUN)
    steps = "".join(circle(x, 422, 5, RED) for x in range(610, 1040, 26))
    return (
        land
        + water
        + _trees(rng)
        + roads
        + middle
        + zebra
        + steps
        + line_
        + _school(420, 250)
        + _market(120, 300)
        + _stop(1150, 420)
        + _parking(760, 690)
        + _compass()
    )


BLOCKS = (
    (40, 30, 250, 150),
    (700, 40, 300, 130),
    (720, 210, 270, 120),
    (760, 500, 250, 110),
    (1160, 40, 100, 270),
    (1160, 560, 100, 240),
    (40, 500, 110, 110),
    (900, 640, 130, 160),
)
ROADS = (
    (((-10, 422), (1090, 422)), 44),
    (((1090, -10), (1090, 860)), 84),
    (((340, -10), (340, 422)), 30),
    (((700, 422), (700, 860)), 26),
)


def _block(rng: Random, x: float, y: float, w: float, h: float) -> str:
    roofs = rng.choice(("#d9a58a", "#cbb29a", "#b9c6d2"))
    houses = "".join(
        rect(x + 14 + i * 44, y + 14 + j * 50, 34, 38, shade(roofs, rng.uniform(-0.1, 0.25)), 4)
        for i in range(int((w - 20) // 44))
        for j in range(int((h - 20) // 50))
    )
    return rect(x, y, w, h, BLOCK, 8) + houses


def _trees(rng: Random) -> str:
    spots = (
        [(x, 376) for x in range(30, 320, 58)]
        + [(x, 470) for x in range(190, 680, 70)]
        + [(150 + i * 60, 850 - i * 4) for i in range(6)]
    )
    return "".join(circle(x, y, rng.uniform(13, 19), rng.choice(CANOPIES)) for x, y in spots)


def _pin(x: float, y: float, colour: str, mark: str) -> str:
    drop = path("M0 0 Q-46 -56 -46 -88 A46 46 0 1 1 46 -88 Q46 -56 0 0 Z", colour) + circle(0, -88, 33, PAPER)
    return group(oval(0, 0, 20, 6, INK, 'opacity="0.25"') + drop + mark, x, y)


def _school(x: float, y: float) -> str:
    ground = (
        rect(x - 40, y - 110, 270, 250, "#f6e3b4", 10, f'stroke="{INK}" stroke-width="5"')
        + rect(x - 10, y - 86, 210, 52, "#b5523b", 4)
        + rect(x + 150, y - 20, 52, 120, "#c46a52", 4)
    )
    green = rect(x - 10, y + 40, 110, 66, "#8fb96a", 8) + "".join(
        circle(x + 4 + i * 26, y + 20, 12, RED if i % 2 else CANOPIES[0]) for i in range(5)
    )
    gate = rect(x + 70, y + 132, 60, 16, INK_DEEP, 3)
    return ground + green + gate + _pin(x + 100, y + 10, INK, star(0, -88, 24, RED))


def _market(x: float, y: float) -> str:
    hall = rect(x - 70, y - 20, 200, 90, "#efd7b8", 8) + "".join(
        path(f"M{x - 60 + i * 36} {y - 14} h36 v22 q-18 16 -36 0 z", RED if i % 2 else PAPER) for i in range(5)
    )
    return hall + _pin(
        x + 30, y, "#e8812f", path("M-20 -96 h40 l-6 30 h-28 z M-12 -96 q12 -22 24 0", "none", "#e8812f", 6)
    )


def _stop(x: float, y: float) -> str:
    bus = (
        rect(-22, -106, 44, 32, "#2f7fb3", 6)
        + rect(-16, -101, 32, 12, PAPER, 2)
        + circle(-11, -72, 5, INK)
        + circle(11, -72, 5, INK)
    )
    return rect(x - 34, y - 8, 68, 24, "#c9ccd6", 4) + _pin(x, y, "#2f7fb3", bus)


def _parking(x: float, y: float) -> str:
    lot = rect(x - 50, y - 30, 120, 110, "#c9ccd6", 6) + "".join(
        line(((x - 50 + i * 30, y - 30), (x - 50 + i * 30, y + 20)), PAPER, 4) for i in range(1, 4)
    )
    return lot + _pin(x + 10, y, LEAF, path("M-10 -66 V-110 H4 a12 12 0 0 1 0 25 H-10", "none", LEAF, 8))


def _compass() -> str:
    return group(
        circle(0, 0, 46, PAPER, f'stroke="{EDGE}" stroke-width="5"')
        + poly(((0, -36), (13, 4), (-13, 4)), RED)
        + poly(((0, 36), (13, -4), (-13, -4)), "#a9adb8"),
        1200,
        770,
    )


def chart(rng: Random, seed: int) -> str:
    """Three rows of people: one, two, six, joined by lines."""
    paper = (
        rect(0, 0, WIDTH, HEIGHT, "#fbf7ee")
        + "".join(line(((x, 0), (x, HEIGHT)), "#efe8fb", 2) for x in range(0, WIDTH, 40))
        + "".join(line(((0, y), (WIDTH, y)), "#efe8fb", 2) for y in range(0, HEIGHT, 40))
    )
    tops, low = ((400, 430), (880, 430)), [(150 + i * 196, 700) for i in range(6)]
    joints = (
        line(((640, 270), (640, 320)), INK, 6)
        + line(((400, 360), (400, 320), (880, 320), (880, 360)), INK, 6)
        + line(((640, 320), (640, 590)), INK, 6)
    )
    joints += line(((low[0][0], 590), (low[-1][0], 590)), INK, 6) + "".join(
        line(((x, 590), (x, 630)), INK, 6) for x, _ in low
    )
    colours = (LEAF, "#2f7fb3", RED, "#e8812f", "#b84a86", INK)
    cards = _card(rng, 640, 190, 1.3, INK, True)
    cards += "".join(_card(rng, x, y, 1.05, INK_DEEP, woman) for (x, y), woman in zip(tops, (False, True), strict=True))
    heads = zip(low, colours, (False, True, False, True, True, True), strict=True)
    cards += "".join(_card(rng, x, y, 0.92, colour, woman) for (x, y), colour, woman in heads)
    return paper + joints + cards


def _card(rng: Random, x: float, y: float, size: float, colour: str, woman: bool) -> str:
    look = next(look for look in iter(lambda: teacher(rng), None) if look.dress is woman)
    frame = rect(-84, -112, 168, 190, PAPER, 8, f'stroke="{colour}" stroke-width="5"')
    person = seated(0, 34, 0.72, look, Pose(left=(-16, -92), right=(16, -92)))
    name = rect(-87, 44, 174, 36, colour, 6) + rect(-50, 58, 100, 9, PAPER, 4)
    return group(frame + person + name, x, y, size)
