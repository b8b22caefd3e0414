"""The school garden: planting, watering, sorting."""

from dataclasses import replace
from random import Random

from . import nature
from .figures import Pose, figure, pupil, teacher
from .poses import CHEER
from .shapes import (
    INK,
    LEAF,
    RED,
    SUN,
    WIDTH,
    WOOD,
    circle,
    group,
    line,
    oval,
    path,
    poly,
    rect,
    shade,
    turned,
)


def garden(rng: Random, seed: int) -> str:
    back = nature.sky(rng, nature.weather(rng)) + nature.schoolhouse(rng, rng.randint(-60, 500), 400, 760, 2)
    trees = nature.flamboyant(rng, rng.choice((90, 1180)), 440, 1) + nature.almond_tree(
        rng, rng.choice((340, 900)), 420, 0.8
    )
    lawn = nature.grass(rng, 400, rng.choice(("#86bf66", "#7ab86a", "#93c46f")))
    act = ACTS[seed % len(ACTS)]
    return back + trees + lawn + _fence() + act(rng) + "".join(_butterfly(rng) for _ in range(3))


def _fence() -> str:
    pales = "".join(
        poly(((x, 470), (x, 412), (x + 11, 398), (x + 22, 412), (x + 22, 470)), "#f6ead2") for x in range(0, WIDTH, 46)
    )
    return rect(0, 426, WIDTH, 8, "#e2d2b2") + pales


def _butterfly(rng: Random) -> str:
    colour, x, y = rng.choice((SUN, "#e86a92", "#7f6be0", "#ffffff")), rng.uniform(80, 1200), rng.uniform(330, 560)
    wings = (
        turned(oval(-9, -5, 10, 7, colour), 30)
        + turned(oval(9, -5, 10, 7, colour), -30)
        + line(((0, -8), (0, 6)), "#3a3350", 3)
    )
    return group(wings, x, y, rng.uniform(0.9, 1.4))


def _sapling(x: float, y: float, scale: float) -> str:
    crown = "".join(
        group(turned(oval(0, -26, 12, 27, c), a), 0, -92)
        for c, a in (("#3f9a5c", -70), (LEAF, -35), ("#55b070", 0), (LEAF, 38), ("#3f9a5c", 72))
    )
    return group(oval(0, 0, 66, 18, "#7a5238") + line(((0, 0), (0, -110)), "#7a5238", 9) + crown, x, y, scale)


def _planting(rng: Random) -> str:
    spade = line(((38, -110), (64, -10)), WOOD, 8) + poly(((50, -22), (80, -30), (84, 8), (66, 20)), "#8b95a3")
    dig = figure(430, 770, 1.15, pupil(rng), Pose(left=(22, -96), right=(44, -88), turn=1, down=0.8, lean=8), spade)
    hold = figure(770, 770, 1.15, pupil(rng), Pose(left=(-56, -104), right=(-44, -84), turn=-1, lean=-6))
    water = figure(
        960, 800, 1.15, pupil(rng), Pose(left=(-52, -108), right=(-20, -96), turn=-1, down=0.5), _can(-62, -110)
    )
    hats = figure(220, 800, 1.15, replace(teacher(rng), hat="cone"), Pose(right=(46, -130), turn=1, mouth="open"))
    behind = "".join(
        _sapling(x, 560, 0.7) + figure(x + 74, 580, 0.66, pupil(rng), rng.choice(CHEER)) for x in (140, 460, 820, 1120)
    )
    return behind + hats + dig + _sapling(600, 780, 1.7) + hold + water


def _can(x: float, y: float) -> str:
    body = rect(x - 6, y, 44, 40, "#2f7fb3", 6) + line(((x, y + 20), (x - 30, y - 4)), "#2f7fb3", 10)
    drops = "".join(
        line(((x - 36 - i * 8, y + 8 + i * 14), (x - 39 - i * 8, y + 18 + i * 14)), "#9fd4f2", 4) for i in range(4)
    )
    return body + drops


def _bed(rng: Random, x: float, y: float, w: float, kind: int) -> str:
    box = rect(x, y, w, 60, WOOD, 6) + rect(x + 8, y - 12, w - 16, 26, "#6f4a33", 8)
    return box + "".join(_crop(rng, cx, y - 4, kind) for cx in range(round(x) + 30, round(x + w) - 16, 38))


def _crop(rng: Random, x: float, y: float, kind: int) -> str:
    if kind == 0:
        return "".join(
            group(turned(oval(0, -18, 8, 19, c), a), x, y)
            for c, a in (("#5fb765", -40), ("#7fca6c", 0), ("#4aa458", 40))
        )
    if kind == 1:
        stem = line(((x, y), (x, y - 62)), "#3f8f4b", 5)
        return stem + "".join(
            circle(x + rng.uniform(-14, 14), y - rng.uniform(20, 60), 8, rng.choice((RED, "#e2703a", "#6fbf5d")))
            for _ in range(4)
        )
    petals = "".join(circle(x + dx, y - 58 + dy, 9, SUN) for dx, dy in ((-10, 0), (10, 0), (0, -10), (0, 10)))
    return line(((x, y), (x, y - 52)), "#3f8f4b", 5) + petals + circle(x, y - 58, 8, "#8a5a34")


def _vegetables(rng: Random) -> str:
    kinds = rng.sample((0, 1, 2), 3)
    far = figure(250, 600, 0.85, pupil(rng), Pose(left=(-30, -94), right=(24, -96), down=1)) + _bed(
        rng, 120, 580, 300, kinds[0]
    )
    far += figure(
        880,
        600,
        0.85,
        replace(pupil(rng), hat="cone"),
        Pose(left=(-54, -104), right=(-20, -90), turn=-1),
        _can(-62, -104),
    )
    far += _bed(rng, 560, 580, 300, kinds[1]) + figure(1060, 590, 0.85, pupil(rng), CHEER[0])
    basket = (
        path("M-34 -96 L34 -96 L26 -62 L-26 -62 Z", WOOD)
        + circle(-14, -100, 12, RED)
        + circle(10, -102, 13, "#6fbf5d")
        + circle(26, -98, 9, SUN)
    )
    near = figure(230, 828, 1.2, pupil(rng), Pose(left=(-32, -84), right=(32, -84), mouth="open"), basket)
    note = (
        rect(-22, -118, 40, 30, "#fffdf8", 3)
        + line(((-14, -110), (10, -110)), INK, 2.5)
        + line(((-14, -102), (6, -102)), INK, 2.5)
    )
    near += figure(1070, 828, 1.2, pupil(rng), Pose(left=(-16, -96), right=(14, -100), turn=-1, down=1), note)
    look_close = figure(560, 820, 1.15, pupil(rng), Pose(right=(54, -96), turn=1, down=0.6, lean=6))
    return far + near + look_close + _bed(rng, 620, 800, 330, kinds[2])


def _sorting(rng: Random) -> str:
    """Three bins and something in every hand."""
    bins = "".join(_bin(x, 790, c) for x, c in ((480, LEAF), (640, SUN), (800, "#2f7fb3")))
    bottle = rect(-8, -36, 16, 36, "#9fd4f2", 5) + rect(-4, -46, 8, 12, "#2f7fb3", 2)
    things = (bottle, rect(-18, -28, 36, 26, "#d9b98a", 2), poly(((-16, 0), (16, 0), (12, -34), (-12, -34)), "#fffdf8"))
    spots = ((330, 815, 1, 60), (945, 815, -1, -60), (200, 690, 1, 52), (1085, 690, -1, -52))
    kids = "".join(
        figure(
            x,
            y,
            1.1 if y > 700 else 0.85,
            pupil(rng),
            Pose(right=(hand, -130)) if d > 0 else Pose(left=(hand, -130), turn=-1),
            group(things[i % 3], hand, -128),
        )
        for i, (x, y, d, hand) in enumerate(spots)
    )
    guide = figure(640, 660, 0.9, teacher(rng), Pose(left=(-50, -140), right=(50, -140), mouth="open"))
    return guide + kids + bins


def _bin(x: float, y: float, colour: str) -> str:
    body = poly(((x - 56, y - 120), (x + 56, y - 120), (x + 46, y), (x - 46, y)), colour) + rect(
        x - 64, y - 136, 128, 20, shade(colour, -0.25), 8
    )
    arrow = path(f"M{x - 20} {y - 54} a22 22 0 1 1 8 18", "none", "#ffffff", 7) + poly(
        ((x - 34, y - 58), (x - 6, y - 58), (x - 20, y - 38)), "#ffffff"
    )
    return body + arrow


ACTS = (_planting, _vegetables, _sorting)
