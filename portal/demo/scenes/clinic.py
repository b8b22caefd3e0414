"""The health room: eyes, height."""

from dataclasses import replace
from random import Random

from .figures import Look, Pose, figure, pupil, teacher
from .room import plant, room, window
from .shapes import INK, LEAF, PAPER, RED, WOOD_PALE, circle, line, oval, path, rect


def clinic(rng: Random, seed: int) -> str:
    walls = room(rng, 600) + rect(0, 420, 1280, 166, "#d9ece4") + window(rng, 80, 90, 170, 240)
    cross = circle(360, 170, 54, PAPER) + rect(346, 132, 28, 76, RED) + rect(322, 156, 76, 28, RED)
    return walls + cross + plant(60, 640) + ACTS[seed % len(ACTS)](rng)


def _waiting(rng: Random, x: float, y: float, count: int) -> str:
    wait = (
        Pose(left=(-16, -100), right=(16, -100)),
        Pose(turn=0.8, mouth="open"),
        Pose(right=(30, -140), turn=-0.6),
    )
    mat = rect(x - 60, y - 8, count * 118, 22, "#b9d6ca", 10)
    return mat + "".join(figure(x + i * 118, y, 1.12, pupil(rng), rng.choice(wait)) for i in range(count))


def _nurse(rng: Random) -> Look:
    return replace(
        teacher(rng), top="#fbfdff", bottom="#dfe9f0", dress=False, long_sleeves=True, style="bun", glasses=False
    )


def _eyes(rng: Random) -> str:
    chart = rect(860, 110, 230, 330, PAPER, 6) + rect(
        852, 102, 246, 346, "none", 8, f'stroke="{LEAF}" stroke-width="9"'
    )
    for row, (size, y) in enumerate(((44, 164), (34, 226), (26, 278), (19, 322), (14, 360), (10, 392))):
        count = row + 1
        for i in range(count):
            x = 975 + (i - (count - 1) / 2) * (size + 16)
            turn = rng.choice(
                (
                    "M-1 -1 H1 M-1 0 H1 M-1 1 H1 M-1 -1 V1",
                    "M-1 -1 V1 M0 -1 V1 M1 -1 V1 M-1 1 H1",
                    "M-1 -1 H1 M-1 0 H1 M-1 1 H1 M1 -1 V1",
                )
            )
            chart += (
                f'<g transform="translate({x:.0f} {y}) scale({size / 2:.1f})">{path(turn, "none", "#1c1833", 0.42)}</g>'
            )
    pointer = line(((-44, -150), (-96, -204)), "#8a5a34", 6)
    nurse = figure(1160, 800, 1.4, _nurse(rng), Pose(left=(-44, -150), right=(26, -90), turn=-1, mouth="open"), pointer)
    cover = oval(-10, -166, 15, 19, "#3a3350") + line(((-14, -150), (-26, -126)), "#3a3350", 7)
    reader = figure(560, 810, 1.42, pupil(rng), Pose(left=(-26, -126), right=(44, -150), turn=0.8, mouth="open"), cover)
    return chart + _waiting(rng, 150, 720, 3) + reader + nurse


def _height(rng: Random) -> str:
    post = rect(700, 160, 26, 640, WOOD_PALE, 4) + "".join(
        line(((700, y), (700 + (20 if i % 5 else 26), y)), INK, 3) for i, y in enumerate(range(190, 780, 20))
    )
    arm = rect(624, 528, 110, 14, RED, 4)
    base = rect(590, 794, 160, 20, "#6d7685", 6)
    child = figure(644, 800, 1.3, pupil(rng), Pose())
    pad = rect(-44, -128, 48, 60, "#2f7fb3", 4) + rect(-38, -120, 36, 46, PAPER)
    nurse = figure(860, 806, 1.42, _nurse(rng), Pose(left=(-22, -96), right=(0, -122), turn=-0.8, down=0.5), pad)
    cupboard = rect(980, 130, 250, 470, "#f4f8fb", 6) + "".join(
        rect(994, y, 222, 8, "#c9d6de") for y in (240, 350, 470)
    )
    cupboard += "".join(
        rect(1010 + i * 52, y - 58, 36, 58, c, 6)
        for y, c in ((240, "#b9704f"), (350, LEAF), (470, "#2f7fb3"))
        for i in range(4)
    )
    return cupboard + _waiting(rng, 130, 720, 3) + post + base + child + arm + nurse


ACTS = (_eyes, _height)
