"""The fire drill: the extinguisher, the way out, the roll call."""

from dataclasses import replace
from random import Random

from . import nature
from .figures import Look, Pose, figure, pupil, seated, teacher
from .poses import CHEER
from .shapes import INK, LEAF, PAPER, RED, SUN, WIDTH, circle, group, line, oval, path, rect, scribble


def drill(rng: Random, seed: int) -> str:
    back = nature.sky(rng, rng.choice(("cloudy", "sunny"))) + nature.schoolhouse(rng, 120, 470, 900, 2)
    return back + nature.paving(rng, 470) + ACTS[seed % len(ACTS)](rng)


def _fighter(rng: Random) -> Look:
    return replace(
        teacher(rng),
        top="#c9772b",
        bottom="#3a3a4c",
        dress=False,
        style="short",
        hat="helmet",
        long_sleeves=True,
        glasses=False,
    )


def _engine(x: float, y: float, scale: float = 1) -> str:
    body = rect(0, -150, 300, 120, RED, 10) + rect(290, -130, 110, 100, RED, 14) + rect(318, -118, 62, 46, "#bfe3f5", 6)
    ladder = line(((10, -164), (290, -164)), "#d9d6e8", 8) + line(((10, -182), (290, -182)), "#d9d6e8", 8)
    ladder += "".join(line(((i, -182), (i, -164)), "#d9d6e8", 5) for i in range(20, 290, 30))
    stripe = rect(0, -86, 400, 14, PAPER) + rect(330, -150, 40, 20, "#2f7fb3", 6)
    wheels = "".join(circle(i, -26, 32, "#2b2b38") + circle(i, -26, 13, "#a9adb8") for i in (70, 210, 345))
    return group(ladder + body + stripe + wheels, x, y, scale)


def _flames(x: float, y: float, scale: float = 1) -> str:
    fire = path("M-70 0 Q-84 -70 -40 -110 Q-36 -70 -14 -150 Q30 -90 24 -60 Q52 -90 50 -120 Q92 -60 70 0 Z", "#e8812f")
    heart = path("M-36 0 Q-44 -44 -10 -86 Q8 -40 34 -54 Q46 -20 34 0 Z", SUN)
    smoke = "".join(
        oval(dx, -170 - i * 44, 38 + i * 9, 26 + i * 6, "#8d8d99", 'opacity="0.4"')
        for i, dx in enumerate((10, 34, 16, 50))
    )
    return group(smoke + fire + heart + rect(-92, -8, 184, 34, "#6d7685", 6), x, y, scale)


def _extinguish(rng: Random) -> str:
    crowd = "".join(
        figure(x, 600, 0.76, pupil(rng), rng.choice((*CHEER, Pose(), Pose(turn=1)))) for x in range(90, 700, 86)
    )
    spray = "".join(
        oval(640 + i * 52, 668 - i * 2, 20 + i * 9, 12 + i * 6, PAPER, f'opacity="{0.9 - i * 0.1:.2f}"')
        for i in range(6)
    )
    bottle = (
        rect(30, -96, 34, 76, RED, 14)
        + rect(38, -112, 16, 18, "#2b2b38", 4)
        + path("M54 -106 Q84 -110 88 -92", "none", "#2b2b38", 7)
    )
    child = figure(
        540,
        800,
        1.35,
        pupil(rng),
        Pose(left=(34, -70), right=(60, -96), turn=1, left_foot=(-26, -4), right_foot=(26, -4)),
        bottle,
    )
    guide = figure(400, 800, 1.5, _fighter(rng), Pose(right=(58, -130), left=(-36, -90), turn=1, mouth="open"))
    return _engine(60, 560, 0.9) + crowd + spray + _flames(1010, 720, 1.15) + guide + child


def _evacuate(rng: Random) -> str:
    smoke = "".join(
        oval(rng.uniform(0, WIDTH), rng.uniform(180, 330), rng.uniform(120, 210), 56, "#b9b7c4", 'opacity="0.28"')
        for _ in range(8)
    )
    crouch = Pose(
        right=(22, -150), left=(-40, -90), left_foot=(-30, -10), right_foot=(24, -4), turn=1, lean=24, mouth="o"
    )
    cloth = rect(8, -164, 32, 26, "#e9f4fb", 6)
    line_up = "".join(
        figure(x, 800 - (i % 2) * 26, 1.15, pupil(rng), crouch, cloth) for i, x in enumerate((130, 300, 470, 640, 810))
    )
    guide = figure(1060, 790, 1.32, teacher(rng), Pose(right=(56, -150), left=(-40, -120), turn=-1, mouth="open"))
    sign = rect(760, 300, 130, 66, LEAF, 6) + path("M780 334 h62 m-22 -20 l24 20 l-24 20", "none", PAPER, 9)
    return sign + smoke + line_up + guide


def _muster(rng: Random) -> str:
    rows = []
    for y, size, xs in (
        (590, 0.8, range(150, 1150, 96)),
        (690, 1.0, range(110, 1190, 118)),
        (800, 1.2, range(80, 1000, 146)),
    ):
        rows += [
            seated(
                x,
                y,
                size,
                pupil(rng),
                rng.choice((Pose(left=(-14, -96), right=(14, -96)), Pose(right=(30, -190)), Pose(turn=0.6))),
            )
            for x in xs
        ]
    signs = "".join(
        line(((x, 560), (x, 470)), "#8a5a34", 7) + rect(x - 40, 430, 80, 48, c, 6) + scribble(x - 24, 458, 48, PAPER, 6)
        for x, c in ((190, INK), (470, RED), (750, LEAF), (1030, "#2f7fb3"))
    )
    pad = rect(-44, -128, 46, 56, SUN, 4) + rect(-38, -120, 34, 42, PAPER)
    caller = figure(1130, 810, 1.36, teacher(rng), Pose(left=(-24, -96), right=(-2, -120), turn=-0.8, down=0.7), pad)
    return _engine(860, 520, 0.72) + signs + "".join(rows) + caller


ACTS = (_extinguish, _evacuate, _muster)
