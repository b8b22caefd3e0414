"""A lesson."""

from dataclasses import replace
from random import Random

from .figures import Pose, figure, pupil, seated, teacher
from .poses import BUSY, RAISED, TALK
from .room import desk, notebook, plant, room, window
from .shapes import (
    INK,
    INK_PALE,
    LEAF,
    RED,
    SUN,
    WIDTH,
    WOOD,
    WOOD_DEEP,
    WOOD_PALE,
    circle,
    flag,
    line,
    oval,
    path,
    poly,
    rect,
    scribble,
    shade,
)

CHALK = "#f3f1e4"


def classroom(rng: Random, seed: int) -> str:
    return ACTS[seed % len(ACTS)](rng)


def _drawing(rng: Random, x: float, y: float) -> str:
    """What is on the board just now."""
    triangle = poly(((x, y + 150), (x + 210, y + 150), (x + 60, y)), "none", f'stroke="{CHALK}" stroke-width="5"')
    triangle += line(((x + 60, y), (x + 60, y + 150)), SUN, 4, 'stroke-dasharray="10 8"')
    axes = line(((x, y), (x, y + 150), (x + 220, y + 150)), CHALK, 5)
    curve = path(f"M{x + 10} {y + 20} Q{x + 110} {y + 270} {x + 210} {y + 10}", "none", SUN, 5)
    pie = circle(x + 80, y + 80, 72, "none", f'stroke="{CHALK}" stroke-width="5"') + path(
        f"M{x + 80} {y + 80} v-72 a72 72 0 0 1 72 72 z", "#e98b6b", CHALK, 4
    )
    leaf = path(
        f"M{x + 10} {y + 130} Q{x + 30} {y} {x + 190} {y + 10} Q{x + 190} {y + 130} {x + 10} {y + 130} Z",
        "#7cc08a",
        CHALK,
        5,
    )
    return rng.choice((triangle, axes + curve, pie, leaf))


def _blackboard(rng: Random, x: float, y: float, w: float, h: float) -> str:
    slate = rng.choice(("#2f6b52", "#2a5f57", "#355a4b"))
    frame = rect(x - 14, y - 14, w + 28, h + 28, WOOD, 6) + rect(x, y, w, h, slate)
    text = scribble(x + w * 0.28, y + 36, w * 0.44, CHALK, 7)
    text += "".join(
        scribble(x + 40, y + 92 + i * 40, w * rng.uniform(0.3, 0.42), CHALK, 4.5) for i in range(int((h - 110) // 40))
    )
    ledge = rect(x - 14, y + h + 14, w + 28, 10, WOOD_DEEP) + rect(x + w * 0.6, y + h + 6, 34, 9, "#ffffff", 3)
    return frame + text + _drawing(rng, x + w * 0.6, y + 80) + ledge


def _from_the_back(rng: Random) -> str:
    board = _blackboard(rng, 300, 110, 680, 300) + flag(610, 24, 76)
    front = room(rng, 560) + window(rng, 60, 130) + window(rng, 1072, 130) + board + plant(1010, 566)
    guide = figure(400, 650, 1.25, teacher(rng), Pose(right=(58, -158), left=(-40, -92), turn=0.8, mouth="open"))
    rows = []
    for y, size, count in ((640, 0.86, 5), (800, 1.12, 4)):
        step = WIDTH / count
        for i in range(count):
            x = step * (i + 0.5) + (60 if y < 700 and i == 1 else 0)
            pose = replace(
                rng.choice((Pose(left=(-26, -90), right=(26, -90)), Pose(left=(-26, -90), right=(34, -196)))), back=True
            )
            rows.append(
                desk(x - 110 * size, y - 24 * size, 220 * size, size)
                + notebook(rng, x + 60 * size, y - 24 * size, size)
            )
            rows.append(
                seated(x, y + 44 * size, size, pupil(rng), pose)
                + rect(x - 42 * size, y + 26 * size, 84 * size, 46 * size, WOOD, 8)
            )
    return front + guide + "".join(rows)


def _desk_of_two(rng: Random, x: float, y: float, size: float, poses: tuple[Pose, Pose]) -> str:
    kids = seated(x - 62 * size, y, size, pupil(rng), poses[0]) + seated(x + 62 * size, y, size, pupil(rng), poses[1])
    top = desk(x - 150 * size, y - 6 * size, 300 * size, size) + rect(
        x - 136 * size, y + 16 * size, 272 * size, 60 * size, shade(WOOD_PALE, -0.1), 3
    )
    return (
        kids + top + notebook(rng, x - 62 * size, y - 4 * size, size) + notebook(rng, x + 66 * size, y - 4 * size, size)
    )


def _pictures_on_wall(rng: Random) -> str:
    sheets = []
    for i, x in enumerate(range(360, 940, 120)):
        y = 120 + rng.uniform(-8, 8)
        sheets.append(
            rect(x, y, 96, 122, "#fffdf8", 3)
            + rect(x + 10, y + 10, 76, 62, rng.choice((SUN, "#9fd4f2", "#f0a48c", "#a8d8a0", INK_PALE)), 2)
        )
        sheets.append(
            circle(x + 48, y + 42, 20, rng.choice((RED, LEAF, INK, "#ffffff")))
            + scribble(x + 14, y + 92, 66, "#8f8aa8", 3)
        )
        sheets.append(circle(x + 48, y + 4, 5, RED if i % 2 else INK))
    return "".join(sheets)


def _from_the_board(rng: Random) -> str:
    wall = room(rng, 520) + window(rng, 70, 110) + window(rng, 1060, 110) + _pictures_on_wall(rng) + plant(1010, 522)
    options = (*RAISED, *BUSY, *BUSY)
    far = "".join(_desk_of_two(rng, x, 500, 0.78, (rng.choice(options), rng.choice(options))) for x in (240, 640, 1040))
    near = "".join(
        _desk_of_two(rng, x, 730, 1.16, (rng.choice(options), rng.choice(options))) for x in (220, 640, 1060)
    )
    walker = figure(840, 640, 1.0, teacher(rng), Pose(left=(-40, -104), right=(34, -84), turn=-1))
    return wall + far + walker + near


def _table_group(rng: Random, x: float, y: float, size: float) -> str:
    back = "".join(
        seated(x + dx * size, y - 10 * size, size * 0.94, pupil(rng), rng.choice((*TALK, *BUSY, RAISED[0])))
        for dx in (-110, 0, 110)
    )
    table = oval(x, y + 26 * size, 230 * size, 52 * size, WOOD_PALE) + oval(
        x, y + 34 * size, 230 * size, 52 * size, WOOD, 'opacity="0.35"'
    )
    paper = poly(
        (
            (x - 90 * size, y + 40 * size),
            (x + 80 * size, y + 40 * size),
            (x + 64 * size, y + 4 * size),
            (x - 70 * size, y + 4 * size),
        ),
        "#fffdf8",
    )
    marks = "".join(circle(x + dx * size, y + 22 * size, 9 * size, c) for dx, c in ((-40, RED), (0, SUN), (40, INK)))
    sides = figure(x - 245 * size, y + 140 * size, size, pupil(rng), Pose(right=(52, -110), turn=1, down=0.5))
    sides += figure(x + 245 * size, y + 140 * size, size, pupil(rng), Pose(left=(-52, -110), turn=-1, mouth="open"))
    return back + table + paper + marks + sides


def _groups(rng: Random) -> str:
    wall = room(rng, 500) + window(rng, 70, 90) + _pictures_on_wall(rng) + window(rng, 1060, 90)
    far = _table_group(rng, 900, 480, 0.74) + figure(
        520, 610, 0.98, teacher(rng), Pose(left=(-46, -120), right=(40, -100), turn=-1, mouth="open")
    )
    return wall + far + _table_group(rng, 430, 700, 1.2)


def _presenting(rng: Random) -> str:
    wall = room(rng, 600) + window(rng, 60, 120) + _blackboard(rng, 420, 96, 700, 320)
    speaker = figure(
        520,
        690,
        1.35,
        pupil(rng),
        Pose(right=(58, -160), left=(-30, -90), turn=-0.5, mouth="open"),
        line(((56, -160), (96, -206)), WOOD, 6),
    )
    sheet = (
        rect(-64, -128, 128, 92, "#fffdf8", 4)
        + circle(-22, -82, 24, SUN)
        + line(((14, -106), (50, -106)), INK, 5)
        + line(((14, -86), (44, -86)), INK, 5)
        + path("M-46 -54 q30 -30 60 0 t50 -8", "none", RED, 5)
    )
    partner = figure(760, 694, 1.3, pupil(rng), Pose(left=(-58, -100), right=(58, -100), turn=-0.4), sheet)
    audience = "".join(
        seated(x, 860, 1.2, pupil(rng), replace(rng.choice((Pose(), Pose(right=(34, -196)), Pose())), back=True))
        for x in range(110, 1280, 190)
    )
    listener = figure(1130, 690, 1.3, teacher(rng), Pose(left=(-14, -104), right=(16, -98), turn=-1))
    return wall + listener + speaker + partner + audience


ACTS = (_from_the_back, _from_the_board, _groups, _presenting)
