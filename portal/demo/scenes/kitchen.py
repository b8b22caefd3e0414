"""The school kitchen and the long lunch table."""

from dataclasses import replace
from random import Random

from .figures import Look, Pose, pupil, seated, teacher
from .nature import CANOPIES
from .room import room, window
from .shapes import PAPER, SUN, WIDTH, WOOD, WOOD_DEEP, WOOD_PALE, circle, group, line, oval, path, rect, shade


def kitchen(rng: Random, seed: int) -> str:
    return ACTS[seed % len(ACTS)](rng)


def _cook(rng: Random) -> Look:
    return replace(
        teacher(rng),
        top=rng.choice(("#cfe3d8", "#e3d6ef", "#f3dcc6")),
        dress=False,
        long_sleeves=True,
        style="bun",
        glasses=False,
    )


def _cap() -> str:
    return path("M-30 -182 Q-44 -226 -16 -226 Q0 -240 16 -226 Q44 -226 30 -182 Z", PAPER) + rect(
        -30, -190, 60, 14, "#e9e4da", 4
    )


def _apron() -> str:
    return path("M-18 -126 H18 L26 -44 H-26 Z", PAPER) + path("M-14 -126 Q0 -144 14 -126", "none", PAPER, 5)


def _pot(x: float, y: float, size: float = 1) -> str:
    body = (
        rect(-100, -130, 200, 130, "#a9adb8", 14)
        + rect(-108, -138, 216, 18, "#c9ccd6", 8)
        + oval(0, -136, 96, 16, "#8d93a1")
    )
    handles = path("M-100 -90 q-34 0 -30 26 M100 -90 q34 0 30 26", "none", "#6d7685", 9)
    return group(handles + body, x, y, size)


def _steam(rng: Random, x: float, y: float) -> str:
    return "".join(
        oval(x + rng.uniform(-30, 30), y - i * 54, 60 - i * 6, 26, "#ffffff", 'opacity="0.55"') for i in range(4)
    )


def _cooking(rng: Random) -> str:
    tiles = (
        rect(0, 0, WIDTH, 690, "#e6f0ee")
        + "".join(line(((x, 0), (x, 690)), "#d3e2df", 3) for x in range(0, WIDTH, 64))
        + "".join(line(((0, y), (WIDTH, y)), "#d3e2df", 3) for y in range(0, 690, 64))
    )
    hood = rect(180, 60, 920, 40, "#8d93a1", 6) + path("M220 100 H1060 L1000 190 H280 Z", "#a9adb8")
    rail = rect(240, 250, 800, 10, "#6d7685") + "".join(
        line(((x, 258), (x, 320)), "#8d93a1", 6) + oval(x, 334, 18, 22, "#a9adb8") for x in range(280, 1030, 92)
    )
    counter = (
        rect(0, 660, WIDTH, 30, "#c9ccd6")
        + rect(0, 688, WIDTH, 165, "#8d93a1")
        + "".join(rect(x, 706, 250, 130, "#9ba1ad", 8) for x in (30, 330, 640, 950))
    )
    stir = Pose(left=(-20, -104), right=(36, -112), down=0.7)
    ladle = line(((36, -112), (46, -60)), WOOD, 9)
    cooks = "".join(
        seated(x, 664, 1.5, _cook(rng), pose, _apron() + _cap() + tool)
        for x, pose, tool in (
            (250, stir, ladle),
            (880, Pose(left=(-30, -96), right=(30, -96), turn=-0.6, mouth="open"), ""),
        )
    )
    pots = _pot(470, 664, 1.25) + _pot(690, 664, 1.0) + _pot(1110, 664, 1.15)
    veg = "".join(circle(30 + i * 34, 640, 22, rng.choice((*CANOPIES, "#e8812f", SUN))) for i in range(3))
    return tiles + hood + rail + _steam(rng, 470, 470) + _steam(rng, 1110, 480) + cooks + pots + counter + veg


def _lunch(rng: Random) -> str:
    hall = room(rng, 560) + "".join(window(rng, x, 90, 190, 240) for x in (90, 380, 700, 1000))
    eat = (
        Pose(left=(-22, -94), right=(20, -140), mouth="open"),
        Pose(left=(-20, -92), right=(24, -96), down=0.8),
        Pose(left=(-24, -92), right=(44, -180), mouth="smile"),
        Pose(left=(-22, -94), right=(22, -96), turn=0.8, mouth="open"),
        Pose(left=(-26, -94), right=(20, -92), turn=-0.8),
    )
    back = "".join(seated(x, 560, 1.02, pupil(rng), rng.choice(eat)) for x in range(170, 1180, 150))
    far = (
        rect(70, 560, 1140, 26, WOOD_PALE, 6)
        + rect(70, 580, 1140, 12, WOOD)
        + "".join(_tray(rng, x, 560, 0.8) for x in range(170, 1180, 150))
    )
    front = "".join(seated(x, 770, 1.4, pupil(rng), rng.choice(eat)) for x in (190, 430, 670, 910, 1130))
    near = (
        rect(0, 770, WIDTH, 34, WOOD_PALE)
        + rect(0, 800, WIDTH, 53, shade(WOOD_DEEP, 0.2))
        + "".join(_tray(rng, x, 774, 1.15) for x in (190, 430, 670, 910, 1130))
    )
    return hall + back + far + front + near


def _tray(rng: Random, x: float, y: float, size: float) -> str:
    tray = (
        oval(0, -6, 66, 15, "#c9ccd6")
        + oval(-22, -10, 26, 9, PAPER)
        + oval(24, -10, 20, 7, rng.choice(CANOPIES))
        + oval(4, -2, 22, 6, "#a8562f")
    )
    return group(tray, x, y, size)


ACTS = (_cooking, _lunch)
