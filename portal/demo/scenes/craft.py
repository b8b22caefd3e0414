"""Hands at work: bánh chưng, star lanterns, a painted wall, a pot watched through the night."""

from dataclasses import replace
from random import Random

from . import nature
from .figures import Pose, figure, pupil, seated, teacher
from .room import room
from .shapes import (
    HEIGHT,
    INK,
    LEAF,
    PAPER,
    RED,
    SUN,
    WIDTH,
    WOOD,
    WOOD_PALE,
    circle,
    group,
    line,
    oval,
    path,
    poly,
    rect,
    shade,
    star,
    turned,
)

FOLD = (
    Pose(left=(-20, -90), right=(20, -90), down=1),
    Pose(left=(-26, -94), right=(14, -92), down=1, turn=0.4),
    Pose(left=(-16, -92), right=(26, -94), down=0.8, turn=-0.4),
)


def craft(rng: Random, seed: int) -> str:
    return ACTS[seed % len(ACTS)](rng)


def _cake(x: float, y: float, size: float = 1) -> str:
    cake = poly(((-40, 0), (40, 0), (48, -26), (-32, -26)), "#4aa46a") + rect(-40, 0, 80, 26, "#2f7a4a", 2)
    return group(
        cake + line(((4, 26), (4, 0), (12, -26)), "#efe3b8", 5) + line(((-40, 12), (40, 12)), "#efe3b8", 5), x, y, size
    )


def _wrapping(rng: Random) -> str:
    back = nature.sky(rng, "late") + nature.schoolhouse(rng, 300, 330, 700, 1) + nature.paving(rng, 330)
    mat = poly(((170, 610), (1110, 610), (1260, 853), (20, 853)), "#d9b46a") + "".join(
        line(((210 + i * 96, 610), (90 + i * 122, 853)), "#c9a054", 4) for i in range(10)
    )
    behind = "".join(seated(x, 600, 1.2, pupil(rng), rng.choice(FOLD)) for x in (250, 420, 860, 1030))
    granny = seated(
        640,
        600,
        1.34,
        replace(teacher(rng), top="#6b3f4a", dress=True, hair="#c9c6cf", style="bun", glasses=True),
        Pose(left=(-22, -92), right=(24, -96), down=0.7, mouth="open"),
    )
    leaves = "".join(
        turned(oval(x, y, 90, 24, c), a, x, y)
        for x, y, a, c in (
            (330, 720, -14, "#2f8f5b"),
            (420, 760, 8, "#3c7f4a"),
            (930, 730, 12, "#4aa46a"),
            (850, 776, -6, "#2f8f5b"),
        )
    )
    rice = (
        oval(640, 740, 110, 40, "#b9704f")
        + oval(640, 728, 96, 30, PAPER)
        + "".join(circle(rng.uniform(570, 710), rng.uniform(712, 744), 4, "#e6e0cf") for _ in range(20))
    )
    beans = oval(500, 690, 60, 22, "#8a5a34") + oval(500, 684, 52, 16, SUN)
    stack = (
        "".join(_cake(1080 + dx, 740 - dy) for dx, dy in ((0, 0), (96, 0), (46, -50)))
        + _cake(190, 730)
        + _cake(110, 780, 1.1)
    )
    return back + mat + behind + granny + leaves + rice + beans + stack


def _frame(x: float, y: float, r: float, colour: str) -> str:
    return (
        star(x, y, r, colour)
        + circle(x, y, r * 1.02, "none", 'stroke="#b98a3a" stroke-width="4"')
        + circle(x, y, r * 0.32, shade(colour, 0.5))
    )


def _lanterns(rng: Random) -> str:
    walls = room(rng, 520) + path("M0 70 Q640 150 1280 70", "none", "#8a7f74", 4)
    colours = (RED, SUN, "#2f7fb3", LEAF, "#b84a86", "#e8812f")
    hung = "".join(
        line(((x, 110), (x, 170)), "#8a7f74", 3) + _frame(x, 220, 56, rng.choice(colours))
        for x in (150, 380, 640, 890, 1130)
    )
    back = "".join(seated(x, 540, 1.15, pupil(rng), rng.choice(FOLD)) for x in (230, 420, 610, 800, 990))
    table = (
        rect(110, 540, 1060, 30, WOOD_PALE, 8)
        + rect(110, 562, 1060, 12, WOOD)
        + rect(160, 572, 26, 240, WOOD)
        + rect(1094, 572, 26, 240, WOOD)
    )
    things = (
        "".join(_frame(x, 500, 46, rng.choice(colours)) for x in (320, 700))
        + "".join(rect(480 + i * 40, 528, 34, 14, rng.choice(colours), 3) for i in range(4))
        + "".join(line(((860 + i * 12, 536), (960 + i * 12, 512)), "#c9a054", 6) for i in range(5))
    )
    held = figure(
        1060,
        810,
        1.34,
        pupil(rng),
        Pose(right=(40, -190), left=(-30, -80), mouth="open"),
        _frame(44, -226, 46, rng.choice(colours)),
    )
    glue = figure(
        250,
        810,
        1.3,
        pupil(rng),
        Pose(left=(-10, -104), right=(34, -118), turn=0.6, down=0.6),
        _frame(24, -112, 36, rng.choice(colours)),
    )
    return walls + hung + back + table + things + glue + held


def _mural(rng: Random) -> str:
    wall = rect(0, 0, WIDTH, 640, "#f3ead8") + rect(0, 610, WIDTH, 40, "#cdbfa4") + rect(0, 640, WIDTH, 213, "#d6c19a")
    sky_ = (
        rect(70, 70, 1140, 500, "#cfe8f2", 4)
        + circle(1040, 190, 84, SUN)
        + path("M70 470 Q300 360 560 450 Q820 530 1210 400 V570 H70 Z", "#7fb8d6")
    )
    hills = path("M70 420 Q240 260 430 420 Q560 330 700 430", "none", LEAF, 16)
    fish = path(
        "M330 430 Q520 250 760 380 Q860 300 900 330 Q860 400 900 470 Q850 480 760 420 Q540 560 330 430 Z",
        rng.choice((RED, "#e8812f")),
    )
    scales = "".join(
        path(f"M{x} {y} q18 26 36 0", "none", PAPER, 5)
        for x, y in ((470, 390), (530, 370), (590, 380), (650, 380), (500, 430), (560, 430), (620, 425), (690, 410))
    )
    eye = circle(404, 410, 20, PAPER) + circle(400, 412, 9, "#241a2e")
    blanks = "".join(
        path(f"M{x} {y} q30 -40 60 0 q30 40 60 0", "none", INK, 4, 'opacity="0.5"') for x, y in ((140, 520), (960, 520))
    )
    brush = line(((46, -150), (70, -196)), WOOD, 8) + rect(60, -214, 22, 22, RED, 3)
    roller = line(((-46, -160), (-60, -206)), "#6d7685", 7) + rect(-92, -226, 60, 22, "#2f7fb3", 8)
    stool = rect(540, 700, 150, 20, WOOD) + rect(556, 718, 16, 96, WOOD) + rect(660, 718, 16, 96, WOOD)
    kids = (
        figure(240, 800, 1.3, pupil(rng), Pose(right=(46, -150), back=True), brush)
        + stool
        + figure(614, 706, 1.15, pupil(rng), Pose(right=(46, -150), back=True), brush)
    )
    kids += figure(930, 800, 1.28, pupil(rng), Pose(left=(-46, -160), back=True), roller) + figure(
        1120, 800, 1.28, pupil(rng), Pose(left=(-30, -100), right=(44, -186), mouth="open")
    )
    cans = "".join(
        rect(x, 770, 54, 56, "#c9ccd6", 5) + oval(x + 27, 770, 27, 9, c)
        for x, c in ((380, RED), (446, SUN), (760, LEAF), (826, "#2f7fb3"))
    )
    return wall + sky_ + hills + fish + scales + eye + blanks + kids + cans


def _night_pot(rng: Random) -> str:
    night = rect(0, 0, WIDTH, HEIGHT, "#1d1740") + "".join(
        circle(rng.uniform(0, WIDTH), rng.uniform(0, 330), rng.uniform(1.5, 3.5), PAPER) for _ in range(46)
    )
    ground = (
        rect(0, 560, WIDTH, 293, "#3a2d3f")
        + oval(640, 690, 560, 130, "#e8812f", 'opacity="0.20"')
        + oval(640, 690, 380, 90, "#f4b41a", 'opacity="0.18"')
    )
    fire = "".join(
        path(f"M{x} 730 q-30 -50 4 -96 q10 34 26 20 q24 40 -4 76 Z", c)
        for x, c in ((540, "#e8812f"), (600, SUN), (660, "#e8552f"), (710, SUN))
    )
    logs = "".join(turned(rect(500, 728, 280, 24, "#6b4636", 10), a, 640, 740) for a in (-7, 6))
    pot = (
        rect(500, 400, 280, 236, "#8d93a1", 26)
        + rect(484, 396, 312, 30, "#a9adb8", 14)
        + rect(600, 372, 80, 28, "#6d7685", 12)
        + path("M496 460 h288", "none", "#7a808c", 6)
    )
    steam = "".join(
        oval(640 + d, 340 - i * 56, 70 - i * 8, 30, PAPER, 'opacity="0.22"') for i, d in enumerate((0, 26, -14, 18))
    )
    folk = "".join(
        figure(x, y, 1.2, replace(who(rng), long_sleeves=True), pose)
        for x, y, who, pose in (
            (200, 800, pupil, Pose(right=(40, -110), turn=1)),
            (340, 770, teacher, Pose(right=(30, -100), turn=1, mouth="open")),
            (940, 770, pupil, Pose(left=(-44, -110), turn=-1, mouth="open")),
            (1090, 800, pupil, Pose(left=(-30, -100), right=(26, -96), turn=-1)),
        )
    )
    return night + ground + steam + logs + fire + pot + folk


ACTS = (_wrapping, _lanterns, _mural, _night_pot)
