"""More things by themselves: a heap of leaves, chrysanthemums, letters, a chair being mended."""

from random import Random

from .nature import CANOPIES
from .shapes import (
    HEIGHT,
    INK,
    LEAF,
    PAPER,
    RED,
    SUN,
    WIDTH,
    WOOD,
    WOOD_DEEP,
    WOOD_PALE,
    circle,
    group,
    line,
    oval,
    path,
    poly,
    rect,
    scribble,
    shade,
    turned,
)

DRY = ("#c9572f", "#d98b2b", "#a8562f", "#8a5a34", "#b9803a")


def board(y: float, colour: str = WOOD) -> str:
    """A table top or a sill, from its edge down."""
    grain = "".join(line(((0, y + i), (WIDTH, y + i)), shade(colour, -0.08), 3) for i in (70, 150, 230))
    return rect(0, y, WIDTH, HEIGHT - y, colour) + rect(0, y, WIDTH, 14, shade(colour, 0.25)) + grain


def _leaf(x: float, y: float, size: float, angle: float, colour: str) -> str:
    blade = path("M0 -60 Q46 -20 0 60 Q-46 -20 0 -60 Z", colour) + line(((0, -54), (0, 74)), shade(colour, -0.25), 4)
    return group(turned(blade, angle), x, y, size)


def compost(rng: Random) -> str:
    """A bamboo bin of leaves with a thermometer in it, and a worm who moved in."""
    ground = rect(0, 0, WIDTH, HEIGHT, "#cfe3b8") + rect(0, 560, WIDTH, 293, "#9b7450")
    slats = "".join(
        rect(x, 330, 46, 430, rng.choice(("#c9b06a", "#bda35c", "#d6be7c")), 10) for x in range(290, 1000, 58)
    )
    bands = rect(270, 400, 760, 26, WOOD_DEEP, 10) + rect(270, 640, 760, 26, WOOD_DEEP, 10)
    heap = "".join(
        _leaf(rng.uniform(310, 990), rng.uniform(230, 350), rng.uniform(0.8, 1.3), rng.uniform(0, 360), rng.choice(DRY))
        for _ in range(46)
    )
    peel = "".join(
        path(f"M{x} {y} q24 -30 52 0", "none", c, 13)
        for x, y, c in ((420, 290, LEAF), (620, 262, SUN), (820, 296, LEAF))
    )
    glass = rect(676, 60, 36, 240, PAPER, 18) + rect(688, 120, 12, 176, RED, 6) + circle(694, 296, 22, RED)
    marks = "".join(line(((712, y), (730 - (y // 20 % 2) * 8, y)), INK, 4) for y in range(90, 260, 20))
    fallen = "".join(
        _leaf(rng.uniform(40, 1240), rng.uniform(780, 840), 0.7, rng.uniform(0, 360), rng.choice(DRY))
        for _ in range(14)
    )
    worm = path("M1060 800 q24 -34 52 -6 t52 -8", "none", "#d98a8a", 16) + circle(1170, 784, 4, INK)
    return ground + heap + glass + marks + peel + slats + bands + fallen + worm


def flowers(rng: Random) -> str:
    """Two bunches of chrysanthemums in a jar, a brown purse beside them."""
    stems = "".join(line(((600, 620), (x, y + 20)), "#3c7f4a", 9) for x, y in BLOOMS)
    heads = ""
    for x, y in BLOOMS:
        colour = rng.choice((SUN, "#fff3c4", "#ffd76a", PAPER))
        petals = "".join(turned(oval(x, y - 44, 14, 36, colour), angle, x, y) for angle in range(0, 360, 30))
        heads += petals + circle(x, y, 24, rng.choice(("#d98b2b", "#c9a14a")))
    leaves = "".join(
        turned(oval(600, 500, 22, 70, rng.choice(CANOPIES)), angle, 600, 600) for angle in (-50, -24, 26, 52)
    )
    jar = path("M500 520 H700 L676 720 H524 Z", "#d6ecf5", extra='opacity="0.9"') + path(
        "M506 580 H694 L676 720 H524 Z", "#a9d3e6"
    )
    purse = rect(840, 610, 280, 130, "#8a5a34", 16) + rect(840, 610, 280, 54, "#6b4426", 16) + circle(980, 664, 15, SUN)
    purse += line(((856, 724), (1104, 724)), "#b98a5a", 4, 'stroke-dasharray="12 9"')
    cloth = "".join(rect(x, 690, 60, 163, "#e9e2ff") for x in range(0, WIDTH, 120))
    return rect(0, 690, WIDTH, 163, "#f7f3ff") + cloth + leaves + stems + heads + jar + purse


BLOOMS = ((420, 300), (520, 210), (620, 160), (720, 220), (800, 320), (560, 340), (670, 330))


def letters(rng: Random) -> str:
    """Envelopes by hand, a packet of seeds, a stamp going down."""
    pile = ""
    for x, y, angle in ((330, 330, -12), (620, 290, 6), (430, 560, 8), (760, 560, -6)):
        colour = rng.choice((PAPER, "#fff1dc", "#e9e2ff", "#e3f3e6"))
        envelope = rect(x - 190, y - 110, 380, 230, colour, 8) + path(
            f"M{x - 190} {y - 104} L{x} {y + 20} L{x + 190} {y - 104}", "none", "#cfc8dd", 6
        )
        words = scribble(x - 100, y + 60, 170, INK, 7) + scribble(x - 60, y + 92, 130, INK, 7)
        stamp = rect(x + 116, y - 92, 52, 62, rng.choice((RED, LEAF, "#2f7fb3")), 4) + circle(
            x + 142, y - 62, 15, PAPER
        )
        pile += turned(oval(x, y + 124, 190, 10, INK, 'opacity="0.10"') + envelope + words + stamp, angle, x, y)
    seeds = ""
    for x, colour in ((1000, LEAF), (1130, "#e8812f")):
        seeds += (
            rect(x - 56, 430, 112, 170, PAPER, 6)
            + rect(x - 56, 430, 112, 44, colour, 6)
            + "".join(_leaf(x + d, 540, 0.5, d, LEAF) for d in (-22, 22))
        )
    spilt = "".join(oval(rng.uniform(930, 1200), rng.uniform(640, 740), 8, 5, "#6b4426") for _ in range(22))
    pencil = turned(
        rect(860, 760, 300, 22, SUN, 4) + poly(((860, 760), (860, 782), (826, 771)), WOOD_PALE), -14, 1000, 770
    )
    return rect(0, 0, WIDTH, HEIGHT, rng.choice(("#c9dbe6", "#e6d3b8", "#d5e3cf"))) + pile + seeds + spilt + pencil


def chair(rng: Random) -> str:
    """A school chair on the bench, and what mends it."""
    wall = rect(0, 0, WIDTH, HEIGHT, "#eef1e6") + rect(120, 70, 520, 250, "#dcd3bf", 8)
    hung = "".join(
        (
            rect(190, 110, 26, 170, WOOD_DEEP, 6) + rect(150, 100, 110, 48, "#6d7685", 8),
            rect(336, 180, 26, 110, RED, 10) + rect(343, 104, 12, 80, "#a9adb8", 3),
            path("M470 110 h130 l20 40 h-150 z", "#a9adb8") + rect(440, 110, 46, 44, WOOD_DEEP, 10),
        )
    )  # fmt: skip
    legs = "".join(
        line(points, WOOD_DEEP, 26)
        for points in (
            ((620, 470), (580, 690)),
            ((900, 470), (940, 690)),
            ((650, 440), (640, 640)),
            ((880, 440), (890, 640)),
        )
    )
    seat = poly(((590, 440), (930, 440), (960, 490), (560, 490)), WOOD_PALE) + rect(560, 488, 400, 22, WOOD, 4)
    back = (
        rect(640, 190, 24, 260, WOOD_DEEP, 8)
        + rect(860, 190, 24, 260, WOOD_DEEP, 8)
        + rect(626, 196, 272, 56, WOOD_PALE, 10)
        + rect(626, 290, 272, 40, WOOD_PALE, 10)
    )
    clamp = (
        rect(952, 420, 26, 130, "#6d7685", 4)
        + rect(910, 416, 66, 20, "#6d7685", 4)
        + rect(910, 540, 66, 20, "#6d7685", 4)
    )
    note = turned(
        rect(700, 380, 120, 70, SUN, 3) + scribble(716, 404, 84, INK, 5) + scribble(716, 428, 60, INK, 5), -5, 760, 410
    )
    screws = "".join(circle(rng.uniform(140, 460), rng.uniform(690, 720), 7, "#8d93a1") for _ in range(12))
    shavings = "".join(
        path(f"M{rng.uniform(1000, 1200):.0f} {rng.uniform(690, 740):.0f} q20 -30 34 0 t30 0", "none", "#e6c79a", 7)
        for _ in range(8)
    )
    return wall + hung + board(690) + legs + back + seat + clamp + note + screws + shavings


ACTS = (compost, flowers, letters, chair)
