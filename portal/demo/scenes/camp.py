"""A night under canvas in the yard."""

from random import Random

from . import nature
from .figures import Pose, figure, pupil, seated, teacher
from .poses import CHEER
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

CANVAS = (RED, INK, LEAF, SUN, "#e8812f", "#2f7fb3", "#b84a86")


def camp(rng: Random, seed: int) -> str:
    return ACTS[seed % len(ACTS)](rng)


def _tent(x: float, y: float, size: float, colour: str) -> str:
    side = poly(((0, -170), (120, 0), (190, -24), (70, -180)), shade(colour, -0.22))
    front = poly(((-120, 0), (0, -170), (120, 0)), colour) + poly(((-34, 0), (0, -120), (34, 0)), "#2b2440")
    ropes = line(((0, -170), (-170, 10)), "#e9e2d0", 3) + line(((70, -180), (230, 0)), "#e9e2d0", 3)
    pennant = line(((0, -170), (0, -220)), WOOD_DEEP, 5) + poly(((0, -220), (46, -206), (0, -192)), SUN)
    return group(ropes + side + front + pennant, x, y, size)


def _day(rng: Random) -> str:
    back = nature.sky(rng, rng.choice(("early", "sunny"))) + nature.schoolhouse(rng, 340, 400, 620, 2)
    return (
        back
        + nature.tree(rng, 90, 420, 0.9)
        + nature.tree(rng, 1200, 420, 0.8)
        + nature.grass(rng, 400, rng.choice(("#78b95d", "#86b867")))
    )


def _tents(rng: Random) -> str:
    colours = rng.sample(CANVAS, 5)
    far = "".join(_tent(x, 520, 0.8, c) for x, c in ((220, colours[0]), (560, colours[1]), (930, colours[2])))
    near = _tent(250, 740, 1.25, colours[3]) + _tent(930, 750, 1.3, colours[4])
    peg = Pose(left=(-34, -60), right=(30, -64), left_foot=(-28, -4), right_foot=(26, -4), lean=18, down=0.8)
    pull = Pose(
        left=(30, -110), right=(46, -116), left_foot=(-34, -4), right_foot=(20, -4), turn=1, lean=-14, mouth="open"
    )
    kids = (
        figure(560, 800, 1.22, pupil(rng), peg)
        + figure(660, 790, 1.2, pupil(rng), pull)
        + figure(1190, 800, 1.22, pupil(rng), Pose(left=(-46, -120), turn=-1, mouth="open"))
        + figure(70, 800, 1.2, pupil(rng), rng.choice(CHEER))
    )
    return _day(rng) + nature.bunting((0, 300), (WIDTH, 290), 46, 20) + far + near + kids


def _campfire(rng: Random) -> str:
    night = (
        rect(0, 0, WIDTH, HEIGHT, "#1b1642")
        + "".join(circle(rng.uniform(0, WIDTH), rng.uniform(0, 380), rng.uniform(1.5, 3.6), PAPER) for _ in range(64))
        + circle(1090, 130, 58, "#fdf3c9")
    )
    land = (
        rect(0, 520, WIDTH, 333, "#2c3a36")
        + oval(640, 640, 620, 170, "#e8812f", 'opacity="0.16"')
        + oval(640, 650, 380, 110, SUN, 'opacity="0.16"')
    )
    tents = "".join(_tent(x, 530, 0.72, shade(rng.choice(CANVAS), -0.35)) for x in (150, 400, 860, 1110))
    ring = "".join(
        figure(
            x,
            600 + abs(x - 640) * 0.05,
            0.86,
            pupil(rng),
            Pose(left=(-48, -108), right=(48, -108), mouth=rng.choice(("open", "smile"))),
        )
        for x in range(190, 1130, 94)
        if abs(x - 640) > 100
    )
    logs = "".join(turned(rect(520, 690, 240, 26, "#6b4636", 12), a, 640, 702) for a in (-16, 16, 0))
    fire = path(
        "M520 700 Q500 570 580 480 Q590 560 620 540 Q600 420 670 340 Q690 450 730 500 Q750 470 748 440 Q810 580 760 700 Z",
        "#e8552f",
    )
    fire += path("M560 700 Q550 600 610 560 Q620 500 664 440 Q680 540 712 580 Q740 640 716 700 Z", SUN) + path(
        "M606 700 Q606 640 644 600 Q680 650 676 700 Z", "#fff3c4"
    )
    sparks = "".join(circle(rng.uniform(520, 760), rng.uniform(230, 430), rng.uniform(2, 5), SUN) for _ in range(20))
    backs = "".join(
        seated(x, 800, 1.25, pupil(rng), Pose(back=True, left=(-40, -100), right=(40, -100)))
        for x in (130, 330, 950, 1150)
    )
    return night + land + tents + ring + sparks + logs + fire + backs


def _cooking(rng: Random) -> str:
    tents = _tent(300, 540, 0.95, rng.choice(CANVAS)) + _tent(960, 540, 0.95, rng.choice(CANVAS))
    stove = (
        "".join(rect(x, 720, 50, 60, "#8d93a1", 8) for x in (560, 680))
        + path("M580 780 q10 -40 30 -56 q10 26 30 10 q24 24 20 46 z", "#e8812f")
        + oval(646, 712, 110, 22, "#3a3a4c")
        + rect(546, 640, 200, 76, "#565a66", 20)
        + oval(646, 642, 100, 20, "#a9adb8")
    )
    steam = "".join(
        oval(640 + d, 590 - i * 40, 46 - i * 6, 22, "#ffffff", 'opacity="0.5"') for i, d in enumerate((0, 18, -10))
    )
    post = rect(1080, 560, 26, 250, WOOD, 6) + "".join(
        line(((1070, y), (1118, y - 12)), "#d9b46a", 9) for y in (640, 656, 672)
    )
    knot = Pose(left=(-20, -104), right=(34, -112), turn=1, down=0.6)
    stir = Pose(left=(-26, -90), right=(44, -100), turn=1, down=0.8)
    ladle = line(((44, -100), (80, -60)), WOOD_DEEP, 8)
    kids = (
        figure(470, 800, 1.25, pupil(rng), stir, ladle)
        + figure(820, 800, 1.22, pupil(rng), Pose(left=(-46, -120), turn=-1, mouth="open"))
        + figure(1000, 800, 1.25, pupil(rng), knot)
        + figure(1190, 805, 1.25, pupil(rng), Pose(left=(-44, -110), turn=-1, down=0.5))
    )
    return (
        _day(rng)
        + tents
        + figure(330, 790, 1.3, teacher(rng), Pose(right=(44, -120), turn=1, mouth="open"))
        + steam
        + stove
        + post
        + kids
        + figure(150, 800, 1.2, pupil(rng), rng.choice(CHEER))
    )


ACTS = (_tents, _campfire, _cooking)
