"""The computer room, and the robot on its track."""

from random import Random

from .figures import Pose, figure, pupil, seated, teacher
from .poses import BUSY
from .room import desk, open_book, room, window
from .shapes import (
    INK,
    INK_PALE,
    LEAF,
    RED,
    SUN,
    circle,
    group,
    line,
    path,
    poly,
    rect,
)


def computer(rng: Random, seed: int) -> str:
    walls = room(rng, 600) + window(rng, 70, 70, 150, 190) + window(rng, 1060, 70, 150, 190) + _projection(rng)
    return walls + ACTS[seed % len(ACTS)](rng)


def _blocks(rng: Random, x: float, y: float, w: float, rows: int) -> str:
    parts, indent = [], 0
    for i in range(rows):
        wide = w * rng.uniform(0.35, 0.7)
        parts.append(
            rect(x + indent * 14, y + i * 17, wide, 13, rng.choice((SUN, "#5fb3e6", "#6fcf8a", "#e98b6b", INK_PALE)), 4)
        )
        indent = rng.choice((0, 1, 1, 2))
    return "".join(parts)


def _projection(rng: Random) -> str:
    screen = rect(400, 60, 480, 290, "#ffffff", 4, 'stroke="#c9c2d8" stroke-width="8"') + rect(
        400, 52, 480, 14, "#6b6480", 4
    )
    maze = line(((690, 110), (820, 110), (820, 190), (730, 190), (730, 270), (840, 270)), INK_PALE, 16) + circle(
        690, 110, 14, RED
    )
    return screen + _blocks(rng, 436, 104, 200, 12) + maze + poly(((840, 248), (862, 270), (840, 292)), LEAF)


def _screen(rng: Random, x: float, y: float, size: float) -> str:
    shell = (
        rect(-72, -118, 144, 96, "#2f2a44", 8)
        + rect(-64, -110, 128, 80, "#20304a", 4)
        + rect(-10, -24, 20, 18, "#4a4560")
        + rect(-34, -8, 68, 8, "#4a4560", 4)
    )
    return group(shell + _blocks(rng, -56, -102, 110, 4), x, y, size)


def _chair(x: float, y: float, size: float) -> str:
    back = rect(x - 40 * size, y + 40 * size, 80 * size, 44 * size, "#4f6fa8", 12 * size)
    return rect(x - 4 * size, y + 80 * size, 8 * size, 50 * size, "#3a3350") + back


def _coding(rng: Random) -> str:
    parts = []
    for y, size, xs in ((560, 0.9, (200, 490, 790, 1080)), (740, 1.2, (240, 640, 1040))):
        for x in xs:
            parts.append(desk(x - 150 * size, y, 300 * size, size) + _screen(rng, x, y, size))
            pose = Pose(left=(-24, -100), right=(24, -100), back=True)
            parts.append(seated(x - 64 * size, y + 62 * size, size, pupil(rng), pose))
            mate = rng.choice(
                (Pose(left=(-44, -120), right=(26, -92), back=True), Pose(left=(-34, -112), turn=-1, mouth="open"))
            )
            parts.append(seated(x + 66 * size, y + 62 * size, size, pupil(rng), mate))
            parts.append("".join(_chair(x + dx * size, y, size) for dx in (-64, 66)))
    helper = figure(640, 640, 1, teacher(rng), Pose(left=(-50, -110), right=(34, -90), turn=-1, lean=-6))
    return "".join(parts[:16]) + helper + "".join(parts[16:])


def _robot(rng: Random) -> str:
    mat = poly(((180, 853), (1100, 853), (950, 660), (330, 660)), "#fffdf8")
    track = path("M340 820 Q460 690 620 740 T930 690", "none", "#2b2440", 16)
    car = (
        rect(-56, -58, 112, 44, rng.choice((RED, INK, LEAF, "#2f7fb3")), 12)
        + rect(-28, -88, 56, 36, "#e9e5f5", 8)
        + circle(-12, -72, 7, INK)
        + circle(12, -72, 7, INK)
        + line(((0, -88), (0, -112)), "#6b6480", 4)
        + circle(0, -116, 7, SUN)
    )
    wheels = circle(-34, -12, 17, "#2b2440") + circle(34, -12, 17, "#2b2440")
    tablet = rect(-34, -124, 68, 46, "#2f2a44", 5) + rect(-29, -119, 58, 36, "#9fd4f2", 3)
    drive = figure(300, 790, 1.2, pupil(rng), Pose(left=(-34, -96), right=(34, -96), turn=0.8, down=0.4), tablet)
    point = figure(960, 780, 1.2, pupil(rng), Pose(left=(-58, -92), right=(30, -84), turn=-1, mouth="open", lean=-8))
    cheer = figure(1120, 800, 1.2, pupil(rng), Pose(left=(-44, -184), right=(46, -184), mouth="open", turn=-0.5))
    note = figure(130, 800, 1.15, pupil(rng), BUSY[0], open_book())
    back = "".join(desk(x - 120, 560, 240, 0.8) + _screen(rng, x, 560, 0.8) for x in (200, 1080))
    watch = "".join(
        figure(x, 650, 0.92, pupil(rng), Pose(left=(-30, -78), right=(40, -110), turn=t, mouth=m))
        for x, t, m in ((430, 0.6, "smile"), (560, 0.2, "open"), (700, -0.2, "smile"), (830, -0.6, "o"))
    )
    return back + watch + mat + track + group(wheels + car, 630, 770, 1.2) + drive + point + cheer + note


ACTS = (_coding, _robot)
