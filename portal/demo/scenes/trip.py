"""Lessons away from school: the potter, the museum, the bus."""

from dataclasses import replace
from random import Random

from .figures import Pose, figure, pupil, seated, teacher
from .nature import grass, schoolhouse, sky, tree
from .poses import CHEER
from .room import room
from .shapes import (
    INK,
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
    shade,
)

CLAY = ("#b98a64", "#c9a07a", "#a87450")
GLAZES = ("#5f8fb0", "#3c7f6a", "#e9e2d0", "#b9704f", "#8a6fa8")


def trip(rng: Random, seed: int) -> str:
    return ACTS[seed % len(ACTS)](rng)


def _vase(x: float, base: float, size: float, colour: str) -> str:
    body = path(
        "M-16 -90 Q-52 -60 -40 -20 Q-34 0 -22 0 H22 Q34 0 40 -20 Q52 -60 16 -90 Q12 -104 22 -114 H-22 Q-12 -104 -16 -90 Z",
        colour,
    )
    band = path("M-45 -44 Q0 -30 45 -44 M-43 -30 Q0 -16 43 -30", "none", shade(colour, -0.35), 4)
    return group(body + band, x, base, size)


def _bowl(x: float, base: float, size: float, colour: str) -> str:
    return group(
        path("M-44 -40 Q-36 0 -14 0 H14 Q36 0 44 -40 Z", colour) + oval(0, -40, 44, 9, shade(colour, -0.25)),
        x,
        base,
        size,
    )


def _pottery(rng: Random) -> str:
    shed = rect(0, 0, WIDTH, 560, "#d9b48a") + "".join(rect(x, 0, 12, 560, "#c49b70") for x in range(40, WIDTH, 96))
    shed += rect(0, 540, WIDTH, 313, "#a9866a") + "".join(rect(60, y, 1160, 18, WOOD_DEEP) for y in (170, 330))
    ware = "".join(
        rng.choice((_vase, _bowl))(x, y, rng.uniform(0.85, 1.15), rng.choice(GLAZES + CLAY))
        for y in (170, 330)
        for x in range(120, 1200, 108)
    )
    wheels = ""
    for x, size in ((330, 1.0), (660, 1.15), (980, 1.0)):
        lump = rng.choice((_vase, _bowl))
        kid = seated(
            x,
            650,
            1.3 * size,
            replace(pupil(rng), scarf=False, top=rng.choice(("#efe3cf", "#cfe3d8", "#e3d6ef"))),
            Pose(left=(-26, -96), right=(26, -96), down=1),
        )
        wheel = (
            rect(x - 96, 664, 192, 26, WOOD, 6)
            + rect(x - 84, 690, 168, 130, WOOD_DEEP, 6)
            + oval(x, 660, 74, 16, "#8d93a1")
        )
        wheels += kid + wheel + lump(x, 660, 0.72, rng.choice(CLAY))
    apron = path("M-24 -124 H24 L28 -40 H-28 Z", "#5a6b4a")
    potter = figure(
        1170,
        800,
        1.36,
        replace(teacher(rng), top="#7aa6c2", dress=False, style="short", bottom="#4a3b34"),
        Pose(left=(-56, -110), right=(30, -90), turn=-1, mouth="open"),
        apron,
    )
    return shed + ware + wheels + potter


def _drum(x: float, y: float) -> str:
    body = path("M-120 -80 Q-84 0 -110 90 H110 Q84 0 120 -80 Z", "#8a7a3a") + oval(0, -80, 120, 34, "#b9a450")
    rings = "".join(oval(0, -80, r, r * 0.28, "none", 'stroke="#6f6230" stroke-width="4"') for r in (30, 62, 94))
    return group(body + rings + path("M-98 10 Q0 34 98 10", "none", "#6f6230", 6), x, y)


def _museum(rng: Random) -> str:
    hall = room(rng, 620) + rect(0, 0, WIDTH, 620, rng.choice(("#4a3f6b", "#35505a", "#5a4438")))
    lamps = "".join(
        poly(((x, 0), (x - 150, 430), (x + 150, 430)), "#fff3c4", 'opacity="0.16"') for x in (230, 640, 1050)
    )
    cases = ""
    for x, kind in ((230, "vase"), (640, "drum"), (1050, "bowl")):
        cases += rect(x - 150, 430, 300, 150, "#e9e2d0", 4) + rect(x - 158, 418, 316, 18, WOOD_PALE, 3)
        cases += {
            "vase": _vase(x - 56, 418, 1.5, GLAZES[0]) + _vase(x + 66, 418, 1.15, GLAZES[2]),
            "drum": _drum(x, 328),
            "bowl": _bowl(x - 60, 418, 1.5, GLAZES[1]) + _vase(x + 62, 418, 1.4, GLAZES[3]),
        }[kind]
        cases += rect(x - 150, 180, 300, 238, "#d6ecf5", 4, 'opacity="0.2"') + rect(
            x - 150, 180, 300, 238, "none", 4, 'stroke="#fffdf8" stroke-width="5" opacity="0.7"'
        )
    look = (
        Pose(back=True),
        Pose(back=True, right=(40, -150)),
        Pose(turn=1, right=(40, -120), mouth="o"),
        Pose(turn=-1, left=(-18, -104), right=(14, -104)),
    )
    kids = "".join(
        figure(x, y, s, pupil(rng), rng.choice(look))
        for x, y, s in (
            (150, 790, 1.2),
            (330, 800, 1.25),
            (500, 780, 1.15),
            (760, 790, 1.2),
            (900, 805, 1.25),
            (1190, 790, 1.2),
        )
    )
    guide = figure(1060, 780, 1.32, teacher(rng), Pose(left=(-54, -170), right=(30, -90), turn=-1, mouth="open"))
    return hall + lamps + cases + kids + guide


def _bus(rng: Random) -> str:
    back = (
        sky(rng, "early")
        + schoolhouse(rng, 760, 430, 480, 2)
        + tree(rng, 120, 450, 0.9)
        + grass(rng, 430, "#8fb96a")
        + rect(0, 560, WIDTH, 293, "#8a8b95")
    )
    colour = rng.choice(("#e8812f", "#2f7fb3", "#17694d"))
    body = (
        rect(180, 260, 820, 340, colour, 40)
        + rect(180, 420, 820, 26, PAPER)
        + "".join(rect(220 + i * 122, 300, 100, 96, "#d6ecf5", 10) for i in range(5))
    )
    faces = "".join(seated(270 + i * 122, 396, 0.62, pupil(rng), rng.choice(CHEER)) for i in range(4))
    door = rect(856, 300, 110, 280, "#bfe3f5", 8) + line(((911, 300), (911, 580)), shade(colour, -0.3), 6)
    wheels = "".join(circle(x, 600, 56, "#2b2b38") + circle(x, 600, 24, "#a9adb8") for x in (340, 780)) + circle(
        1000, 520, 16, SUN
    )
    bag = rect(-40, -128, 22, 44, RED, 8)
    queue = "".join(
        figure(
            x,
            790,
            1.15,
            replace(pupil(rng), hat=rng.choice(("", "cap"))),
            Pose(
                turn=-1, left=(-30, -90), left_foot=(-20, -6), right_foot=(18, -4), mouth=rng.choice(("smile", "open"))
            ),
            bag,
        )
        for x in (960, 1060, 1160, 1250)
    )
    caller = figure(
        760,
        800,
        1.3,
        teacher(rng),
        Pose(right=(50, -150), left=(-20, -100), turn=1, mouth="open"),
        rect(-44, -124, 40, 52, SUN, 3),
    )
    return back + body + faces + door + wheels + queue + caller + circle(190, 520, 14, INK)


ACTS = (_pottery, _museum, _bus)
