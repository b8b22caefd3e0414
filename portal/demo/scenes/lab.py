"""The laboratory: somebody has just noticed something."""

from dataclasses import replace
from random import Random

from .figures import Pose, figure, pupil, scientist, seated, teacher
from .poses import BUSY
from .room import notebook, room, window
from .shapes import (
    INK,
    RED,
    SUN,
    WOOD,
    WOOD_DEEP,
    circle,
    group,
    line,
    path,
    rect,
    turned,
)


def lab(rng: Random, seed: int) -> str:
    walls = room(rng, 560) + window(rng, 1050, 90) + _shelf_of_jars(rng, 70, 110) + _elements(rng, 430, 84)
    watcher = figure(1120, 640, 1.1, teacher(rng), Pose(left=(-52, -130), right=(30, -90), turn=-1))
    act = ACTS[seed % len(ACTS)]
    return walls + watcher + act(rng)


def _shelf_of_jars(rng: Random, x: float, y: float) -> str:
    parts = []
    for row in range(3):
        base = y + 96 + row * 118
        parts.append(rect(x, base, 300, 12, WOOD_DEEP, 3))
        for i in range(5):
            colour = rng.choice(("#7f6be0", "#e8912f", "#4aa46a", "#d6505a", "#6fb4dd", "#e9d38a"))
            jar = rect(x + 16 + i * 56, base - 62, 40, 62, "#ffffff", 7, 'opacity="0.9"') + rect(
                x + 16 + i * 56, base - 38, 40, 38, colour, 6
            )
            parts.append(jar + rect(x + 22 + i * 56, base - 72, 28, 12, "#6b6480", 3))
    return "".join(parts)


def _elements(rng: Random, x: float, y: float) -> str:
    colours = ("#cfe3f7", "#f7dcc0", "#d8edd2", "#eadcf5", "#fbecb5")
    cells = "".join(
        rect(x + 22 + c * 42, y + 24 + r * 42, 36, 36, colours[(c * 2 + r) % 5], 3)
        for r in range(6)
        for c in range(12)
        if r > 2 or c in (0, 11) or (r == 1 and c in (1, 8, 9, 10)) or (r == 2 and c > 6) or (r == 2 and c < 2)
    )
    return rect(x, y, 546, 296, "#fffdf8", 6, 'stroke="#b9b0cf" stroke-width="4"') + cells


def _flask(x: float, y: float, colour: str, size: float = 1) -> str:
    glass = path(
        "M-14 -96 L-14 -62 L-42 -8 Q-44 0 -36 0 L36 0 Q44 0 42 -8 L14 -62 L14 -96 Z",
        "#ffffff",
        "#b8ccd8",
        4,
        'fill-opacity="0.75"',
    )
    liquid = path("M-27 -36 L-40 -10 Q-42 -2 -34 -2 L34 -2 Q42 -2 40 -10 L27 -36 Q0 -30 -27 -36 Z", colour)
    bubbles = (
        circle(-8, -22, 5, "#ffffff", 'opacity="0.7"')
        + circle(9, -14, 4, "#ffffff", 'opacity="0.7"')
        + circle(2, -48, 4, colour)
    )
    return group(
        liquid
        + glass
        + bubbles
        + circle(0, -112, 6, colour, 'opacity="0.6"')
        + circle(10, -130, 9, colour, 'opacity="0.35"'),
        x,
        y,
        size,
    )


def _tube_rack(rng: Random, x: float, y: float) -> str:
    tubes = "".join(
        rect(x + i * 30, y - 84, 16, 78, "#ffffff", 8, 'opacity="0.85"')
        + rect(x + i * 30, y - rng.uniform(34, 62), 16, 34, rng.choice((RED, SUN, "#7f6be0", "#4aa46a")), 8)
        for i in range(5)
    )
    return tubes + rect(x - 14, y - 52, 164, 14, WOOD, 4) + rect(x - 14, y - 12, 164, 14, WOOD_DEEP, 4)


def _bench(y: float) -> str:
    return (
        rect(60, y, 1160, 26, "#f2f5f6", 6)
        + rect(60, y + 20, 1160, 8, "#c3ced4")
        + rect(90, y + 28, 1100, 180, "#8fb0b8", 4)
        + "".join(
            rect(x, y + 52, 180, 120, "#9dbcc3", 4) + rect(x + 80, y + 70, 24, 8, "#f2f5f6", 4)
            for x in range(120, 1100, 220)
        )
    )


def _pouring(rng: Random) -> str:
    colours = rng.sample(("#7f6be0", "#4aa46a", "#f4b41a", "#d6505a", "#3ba7c9"), 4)
    tube = turned(rect(36, -168, 15, 58, colours[0], 7), 62, 44, -140)
    pour = seated(300, 640, 1.25, scientist(rng), Pose(right=(44, -134), left=(-22, -92), turn=0.8, down=0.4), tube)
    write = seated(520, 640, 1.25, pupil(rng), BUSY[0])
    hold = seated(
        760,
        640,
        1.25,
        scientist(rng),
        Pose(left=(-46, -140), right=(20, -92), turn=-0.5, mouth="o"),
        _flask(-50, -138, colours[1], 0.55),
    )
    point = seated(980, 640, 1.25, pupil(rng), Pose(left=(-56, -108), right=(28, -92), turn=-1, mouth="open"))
    glass = (
        _flask(390, 650, colours[0], 1.15)
        + _flask(650, 650, colours[2], 1.3)
        + _tube_rack(rng, 830, 650)
        + _flask(1110, 650, colours[3], 1.1)
    )
    return pour + write + hold + point + _bench(640) + notebook(rng, 530, 648, 1.2) + glass


def _scope(x: float, y: float) -> str:
    parts = (
        rect(-46, -12, 92, 14, INK, 6)
        + path("M18 -12 Q64 -70 12 -118", "none", INK, 15)
        + rect(-36, -46, 62, 9, "#6b6480", 4)
    )
    return group(
        parts + turned(rect(-16, -150, 26, 92, "#e9e5f5", 6) + rect(-12, -166, 18, 22, INK, 4), -16, 0, -100), x, y, 1.2
    )


def _microscope(rng: Random) -> str:
    peer = Pose(left=(-30, -96), right=(34, -98), turn=0.8, down=1, lean=10)
    kids = (
        seated(270, 640, 1.25, scientist(rng), peer)
        + seated(620, 640, 1.25, pupil(rng), BUSY[2])
        + seated(800, 640, 1.25, scientist(rng), replace(peer, lean=-8, turn=-0.6))
    )
    wait = seated(1020, 640, 1.25, pupil(rng), Pose(left=(-34, -110), right=(26, -92), turn=-1, mouth="open"))
    leaf = path("M-50 0 Q-30 -44 50 -20 Q20 16 -50 0 Z", "#4aa46a")
    return (
        kids
        + wait
        + _bench(640)
        + _scope(400, 652)
        + _scope(700, 652)
        + group(leaf, 520, 650)
        + notebook(rng, 930, 648, 1.2)
        + _tube_rack(rng, 1060, 650)
    )


def _circuit(rng: Random) -> str:
    lamp = (
        circle(560, 560, 70, "#fff2b8", 'opacity="0.7"')
        + circle(560, 566, 26, SUN)
        + rect(548, 588, 24, 26, "#8b95a3", 3)
        + rect(524, 612, 72, 40, WOOD, 4)
    )
    wires = path("M596 632 q60 40 110 6 M524 632 q-70 40 -130 6", "none", RED, 6)
    cell = rect(706, 610, 118, 40, INK, 8) + rect(824, 622, 12, 16, "#c7ccd6") + rect(706, 610, 40, 40, SUN, 8)
    switch = rect(320, 630, 80, 20, "#6b6480", 5) + line(((334, 630), (388, 606)), "#c7ccd6", 8)
    kids = seated(270, 640, 1.25, pupil(rng), Pose(left=(-20, -92), right=(46, -96), turn=1, down=0.6)) + seated(
        450, 640, 1.25, pupil(rng), Pose(left=(-40, -160), right=(42, -160), mouth="open", turn=0.6)
    )
    kids += seated(690, 640, 1.25, pupil(rng), Pose(left=(-20, -96), right=(26, -92), turn=-0.8, mouth="o")) + seated(
        920, 640, 1.25, pupil(rng), BUSY[0]
    )
    return kids + _bench(640) + wires + lamp + cell + switch + notebook(rng, 930, 648, 1.2) + _scope(1080, 652)


ACTS = (_pouring, _microscope, _circuit)
