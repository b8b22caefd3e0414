"""The yard: flag, flamboyants, and whatever there is time for before the drum."""

from random import Random

from . import nature
from .figures import Pose, figure, pupil, teacher
from .poses import CHEER
from .shapes import (
    INK,
    LEAF,
    RED,
    RED_DEEP,
    SUN,
    WIDTH,
    WOOD,
    WOOD_DEEP,
    circle,
    group,
    line,
    oval,
    path,
    poly,
    rect,
    star,
    turned,
)


def yard(rng: Random, seed: int) -> str:
    act = ACTS[seed % len(ACTS)]
    wide = rng.randint(700, 820)
    x = (WIDTH - wide) / 2 + rng.randint(-70, 70)
    house = nature.schoolhouse(rng, x, 520, wide, rng.choice((2, 3)))
    trees = nature.flamboyant(rng, 120, 560, 1.15) + nature.tree(rng, 1165, 566, rng.uniform(1, 1.2))
    back = nature.sky(rng, nature.weather(rng)) + nature.bird(500, 80) + nature.bird(552, 62)
    bushes = "".join(nature.bush(rng, bx, 532, 0.9) for bx in (300, 390, 890, 990))
    return back + nature.paving(rng, 516) + house + bushes + trees + act(rng)


def _assembly(rng: Random) -> str:
    pole = nature.flagpole(640, 600, 520)
    flags = nature.bunting((120, 330), (1165, 330), 34)
    rows = []
    for y, size, step in ((640, 0.62, 88), (720, 0.78, 112), (820, 0.96, 142)):
        for i in range(-6, 7):
            if i == 0 and y < 700:
                continue
            pose = Pose(back=True, right=(28, -71))
            rows.append(figure(640 + i * step + rng.uniform(-4, 4), y, size, pupil(rng), pose))
    dais = rect(430, 556, 420, 40, "#c9b694", 4) + rect(430, 556, 420, 9, "#e2d3b4", 4)
    speaker = dais + figure(540, 560, 0.6, teacher(rng), Pose(right=(40, -130), mouth="open"))
    readers = figure(
        740, 560, 0.56, pupil(rng), Pose(left=(-8, -108), right=(14, -108), down=1), rect(-12, -124, 30, 22, "#fff", 2)
    )
    return flags + pole + speaker + readers + "".join(rows)


def _rope(rng: Random) -> str:
    left = figure(330, 800, 1.05, pupil(rng), Pose(right=(56, -120), turn=1, mouth="open"))
    right = figure(950, 800, 1.05, pupil(rng), Pose(left=(-56, -120), turn=-1, mouth="open"))
    up = rng.random() < 0.5
    curve = "M388 676 Q640 330 892 676" if up else "M388 676 Q640 900 892 676"
    rope = path(curve, "none", "#c98d2e", 8)
    jump = Pose(left=(-52, -150), right=(52, -150), left_foot=(-22, -20), right_foot=(20, -14), mouth="open")
    jumpers = "".join(figure(x, 772 - rng.uniform(20, 44), 1.05, pupil(rng), jump) for x in (560, 712))
    watchers = "".join(figure(x, 680, 0.7, pupil(rng), rng.choice(CHEER)) for x in (180, 255, 1040, 1110, 1180))
    return (
        watchers + (rope if up else "") + left + right + jumpers + ("" if up else rope) + _pair_reading(rng, 130, 830)
    )


def _pair_reading(rng: Random, x: float, y: float) -> str:
    book = poly(((-26, -116), (0, -108), (26, -116), (26, -90), (0, -82), (-26, -90)), "#fffdf8")
    return figure(x, y, 0.95, pupil(rng), Pose(left=(-22, -96), right=(22, -96), down=1), book)


def _drum(rng: Random) -> str:
    """The first drum of the school year."""
    stand = line(((-70, 0), (-40, -70)), WOOD_DEEP, 12) + line(((70, 0), (40, -70)), WOOD_DEEP, 12)
    body = path("M-84 -150 Q-118 -96 -84 -42 L84 -42 Q118 -96 84 -150 Z", RED) + star(0, -96, 30)
    skin = oval(0, -150, 84, 17, "#f6e6c6") + oval(0, -42, 84, 12, RED_DEEP)
    drum = group(stand + skin.replace("#f6e6c6", RED_DEEP) + body + oval(0, -150, 84, 17, "#f6e6c6"), 660, 790, 1.15)
    stick = turned(rect(14, -196, 8, 66, WOOD, 4), 24, 18, -130)
    drummer = figure(
        505, 795, 1.2, teacher(rng), Pose(right=(58, -138), left=(-34, -84), turn=1, mouth="open"), group(stick, 38, -6)
    )
    balloons = "".join(_balloon(rng, x, rng.uniform(200, 420)) for x in range(150, 1200, 105))
    kids = "".join(
        figure(x, 800 + rng.uniform(-14, 24), 0.98, pupil(rng), rng.choice(CHEER))
        for x in (120, 235, 350, 880, 1000, 1120, 1220)
    )
    back = "".join(figure(x, 660, 0.66, pupil(rng), rng.choice(CHEER)) for x in range(120, 1220, 92))
    return nature.flagpole(1010, 590, 470) + balloons + back + drummer + drum + kids


def _balloon(rng: Random, x: float, y: float) -> str:
    colour = rng.choice((RED, SUN, INK, LEAF, "#e86a92", "#2f9fd0"))
    string = path(f"M{x} {y + 40} q10 40 -4 90", "none", "#6d6a7c", 2)
    return string + oval(x, y, 30, 38, colour) + oval(x - 10, y - 14, 7, 11, "#ffffff", 'opacity="0.45"')


def _lantern_walk(rng: Random) -> str:
    """Star lanterns on sticks, as at mid-autumn."""
    walkers = []
    for i, (x, y, size) in enumerate(
        (
            (150, 700, 0.75),
            (330, 690, 0.75),
            (960, 690, 0.75),
            (1130, 700, 0.75),
            (260, 820, 1.05),
            (480, 810, 1.05),
            (720, 815, 1.05),
            (950, 822, 1.05),
        )
    ):
        lantern = line(((34, -120), (46, -230)), WOOD_DEEP, 5) + _star_lantern(
            46, -262, (RED, SUN, "#e86a92", LEAF)[i % 4]
        )
        step = Pose(
            right=(36, -126),
            left_foot=(-20, -4),
            right_foot=(18, -10),
            mouth=rng.choice(("open", "smile")),
            turn=rng.uniform(-1, 1),
        )
        walkers.append(figure(x, y, size, pupil(rng), step, lantern))
    return nature.bunting((120, 320), (1165, 300), 40) + "".join(walkers)


def _star_lantern(x: float, y: float, colour: str) -> str:
    ring = circle(x, y, 44, "#fff1c2", 'opacity="0.6"') + star(x, y, 42, colour) + circle(x, y, 11, "#fff1c2")
    tails = "".join(line(((x + dx, y + 30), (x + dx * 1.2, y + 60)), SUN, 4) for dx in (-18, 18))
    return ring + tails


def _shuttlecock(rng: Random) -> str:
    """Đá cầu: a ring of friends and one feathered thing in the air."""
    kick = Pose(left=(-54, -120), right=(52, -130), right_foot=(44, -58), mouth="open", turn=1)
    wait = Pose(left=(-46, -120), right=(46, -118), left_foot=(-22, -4), right_foot=(22, -4), turn=-1)
    feather = poly(((-14, -34), (14, -34), (5, 0), (-5, 0)), SUN) + rect(-8, 0, 16, 9, RED, 3)
    ring = figure(420, 760, 1.05, pupil(rng), kick) + figure(840, 760, 1.05, pupil(rng), wait)
    ring += figure(630, 830, 1.15, pupil(rng), Pose(back=True, left=(-52, -130), right=(52, -130)))
    back = figure(630, 660, 0.85, pupil(rng), Pose(left=(-40, -170), right=(42, -170), mouth="open"))
    bench = _bench_readers(rng)
    return bench + back + ring + turned(group(feather, 560, 480, 1.4), rng.uniform(-50, 50), 560, 480)


def _bench_readers(rng: Random) -> str:
    kids = "".join(
        figure(x, 690, 0.75, pupil(rng), Pose(left=(-18, -98), right=(18, -98), down=1), rect(-20, -112, 40, 26, c, 3))
        for x, c in ((1020, INK), (1100, LEAF))
    )
    return (
        kids + rect(970, 650, 190, 12, WOOD, 4) + rect(985, 662, 10, 40, WOOD_DEEP) + rect(1135, 662, 10, 40, WOOD_DEEP)
    )


ACTS = (_assembly, _rope, _drum, _lantern_walk, _shuttlecock)
