"""The hall: congress, round table, parents."""

from dataclasses import replace
from random import Random

from .figures import Pose, figure, pupil, seated, teacher
from .shapes import (
    HEIGHT,
    INK,
    INK_DEEP,
    LEAF,
    PAPER,
    RED,
    RED_DEEP,
    SUN,
    WIDTH,
    WOOD,
    WOOD_DEEP,
    WOOD_PALE,
    circle,
    flag,
    line,
    oval,
    poly,
    rect,
    scribble,
    shade,
    star,
    turned,
)


def meeting(rng: Random, seed: int) -> str:
    return ACTS[seed % len(ACTS)](rng)


def _hall(rng: Random) -> str:
    wall = rng.choice(("#f2e6cf", "#ece7dc", "#efe0d0"))
    panels = "".join(rect(x, 60, 150, 420, shade(wall, -0.05), 4) for x in (40, 220, 910, 1090))
    return rect(0, 0, WIDTH, HEIGHT, wall) + panels + rect(0, 560, WIDTH, HEIGHT - 560, "#c79f74")


def _lectern(x: float, y: float) -> str:
    front = poly(((x - 62, y - 118), (x + 62, y - 118), (x + 48, y), (x - 48, y)), WOOD) + rect(
        x - 70, y - 130, 140, 16, WOOD_DEEP, 4
    )
    bloom = "".join(
        circle(x + dx, y - 140 - dy, 12, c)
        for dx, dy, c in ((-26, 0, RED), (-6, 8, SUN), (14, 2, "#ffffff"), (30, -2, "#e86a92"))
    )
    return front + star(x, y - 66, 22) + bloom


def _congress(rng: Random) -> str:
    drape = rect(330, 50, 620, 450, RED, 4) + "".join(
        line(((x, 56), (x, 496)), RED_DEEP, 4) for x in range(360, 950, 44)
    )
    words = (
        rect(470, 130, 380, 22, SUN, 11)
        + rect(420, 182, 480, 30, SUN, 15)
        + rect(530, 238, 260, 18, "#fff3c4", 9)
        + star(640, 340, 46)
    )
    floor = rect(250, 500, 780, 76, WOOD_DEEP) + rect(250, 494, 780, 16, WOOD, 4)
    table = (
        "".join(
            seated(x, 466, 0.82, pupil(rng) if i % 2 else teacher(rng), Pose(left=(-20, -92), right=(20, -92)))
            for i, x in enumerate((690, 790, 890))
        )
        + rect(640, 458, 310, 60, "#f7f1e4", 4)
        + rect(640, 458, 310, 12, INK, 4)
    )
    speaker = figure(430, 520, 1, pupil(rng), Pose(left=(-44, -112), right=(40, -150), mouth="open")) + _lectern(
        430, 520
    )
    return _hall(rng) + flag(70, 120, 110) + drape + words + floor + table + speaker + _delegates(rng)


def _delegates(rng: Random) -> str:
    rows = []
    for y, size, step in ((668, 0.84, 128), (800, 1.08, 164)):
        for x in range(60, WIDTH, step):
            vote = rng.random() < 0.5
            card = rect(20, -226, 34, 46, RED, 4) + rect(26, -212, 22, 6, "#ffffff", 3) if vote else ""
            pose = Pose(left=(-28, -80), right=(36, -184) if vote else (28, -80), back=True)
            rows.append(
                seated(x, y, size, pupil(rng), pose, card)
                + rect(x - 44 * size, y - 14 * size, 88 * size, 70 * size, INK, 10)
            )
    return "".join(rows)


def _round_table(rng: Random) -> str:
    screen = rect(400, 60, 480, 290, PAPER, 4, 'stroke="#b9b0cf" stroke-width="8"')
    bars = "".join(
        rect(460 + i * 74, 300 - h, 44, h, c, 4)
        for i, (h, c) in enumerate(
            zip((rng.randint(60, 190) for _ in range(5)), (INK, SUN, LEAF, RED, "#2f7fb3"), strict=True)
        )
    )
    far = "".join(
        seated(
            x,
            600,
            1.08,
            teacher(rng),
            rng.choice(
                (
                    Pose(left=(-22, -92), right=(24, -92), turn=t),
                    Pose(left=(-24, -92), right=(40, -128), turn=t, mouth="open"),
                )
            ),
        )
        for x, t in ((330, 1), (480, 0.5), (640, 0), (800, -0.5), (950, -1))
    )
    table = (
        oval(640, 668, 520, 110, WOOD_PALE)
        + oval(640, 682, 520, 108, WOOD, 'opacity="0.3"')
        + oval(640, 660, 420, 70, shade(WOOD_PALE, 0.25))
    )
    papers = "".join(
        turned(rect(x, 640 + abs(x - 640) * 0.02, 56, 30, PAPER, 3), (x - 640) / 30, x, 640)
        for x in (300, 440, 700, 860)
    )
    vase = poly(((616, 690), (664, 690), (656, 640), (624, 640)), "#2f7fb3") + "".join(
        circle(640 + dx, 620 - dy, 17, c)
        for dx, dy, c in ((-24, 0, SUN), (0, 14, "#ffffff"), (24, 2, SUN), (-8, -8, "#e86a92"))
    )
    near = "".join(
        seated(x, 850, 1.25, teacher(rng), Pose(back=True, left=(-28, -80), right=(28, -80)))
        for x in (220, 430, 850, 1060)
    )
    talker = figure(1130, 640, 1.15, teacher(rng), Pose(left=(-58, -150), right=(30, -90), turn=-1, mouth="open"))
    return _hall(rng) + screen + bars + talker + far + table + papers + vase + near


def _parents(rng: Random) -> str:
    """A class meeting: grown-ups at children's desks, the teacher beside the board."""
    board = rect(320, 80, 640, 300, WOOD, 6) + rect(334, 94, 612, 272, "#2f6b52") + scribble(450, 140, 360, PAPER, 7)
    board += "".join(scribble(380, 200 + i * 44, rng.uniform(240, 420), PAPER, 5) for i in range(4)) + circle(
        880, 300, 26, SUN
    )
    guide = figure(240, 620, 1.3, teacher(rng), Pose(right=(56, -150), left=(-24, -104), turn=0.8, mouth="open"))
    rows = []
    for y, size, xs in ((600, 0.92, (470, 640, 810, 980, 1150)), (780, 1.18, (120, 340, 560, 780, 1000, 1200))):
        for x in xs:
            adult = replace(
                teacher(rng), dress=False, top=rng.choice(("#7aa6c2", "#c98f7a", "#8fae7a", "#b79ac4", "#e0c48a"))
            )
            raised = rng.random() < 0.25
            pose = Pose(left=(-28, -80), right=(36, -186) if raised else (28, -80), back=True)
            rows.append(
                seated(x, y, size, adult, pose) + rect(x - 46 * size, y - 12 * size, 92 * size, 60 * size, WOOD_PALE, 8)
            )
            if rng.random() < 0.2:
                rows.append(seated(x + 62 * size, y + 10, size * 0.8, pupil(rng), Pose(turn=-1)))
    door = rect(1080, 170, 140, 390, INK_DEEP, 4) + rect(1092, 182, 116, 378, WOOD, 4) + circle(1110, 380, 8, SUN)
    return _hall(rng) + board + door + guide + "".join(rows)


ACTS = (_congress, _round_table, _parents)
