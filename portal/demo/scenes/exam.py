"""The examination room: one desk each."""

from random import Random

from .figures import Pose, figure, pupil, seated, teacher
from .room import desk, plant, room, window
from .shapes import INK, INK_PALE, PAPER, WOOD_DEEP, circle, line, poly, rect, scribble


def exam(rng: Random, seed: int) -> str:
    walls = room(rng, 560) + window(rng, 60, 110, 150, 230) + window(rng, 1070, 110, 150, 230)
    board = rect(330, 90, 620, 250, "#2f5d50", 6) + rect(
        330, 90, 620, 250, "none", 6, f'stroke="{WOOD_DEEP}" stroke-width="14"'
    )
    chalk = (
        scribble(390, 160, 300, "#e9f2ea", 8)
        + scribble(390, 220, 220, "#e9f2ea", 8)
        + line(((390, 280), (700, 280)), "#e9f2ea", 4)
    )
    return walls + board + chalk + _clock(rng, 1012, 250) + plant(1010, 560) + ACTS[seed % len(ACTS)](rng)


def _clock(rng: Random, x: float, y: float) -> str:
    hand = rng.choice(((14, -8), (-12, -12), (4, 18)))
    face = circle(x, y, 34, PAPER, f'stroke="{INK}" stroke-width="6"')
    return face + line(((x, y), (x, y - 22)), INK, 5) + line(((x, y), (x + hand[0], y + hand[1])), INK, 5)


def _seat(rng: Random, x: float, y: float, scale: float, pose: Pose) -> str:
    w = 150 * scale
    sheet = poly(
        ((x - 34 * scale, y), (x + 34 * scale, y), (x + 42 * scale, y - 22 * scale), (x - 26 * scale, y - 22 * scale)),
        PAPER,
    )
    sheet += line(((x - 18 * scale, y - 12 * scale), (x + 24 * scale, y - 12 * scale)), INK_PALE, 3)
    return seated(x, y, scale, pupil(rng), pose) + desk(x - w / 2, y, w, scale) + sheet


def _rows(rng: Random) -> str:
    write = (
        Pose(left=(-26, -94), right=(14, -92), down=1),
        Pose(left=(-22, -92), right=(18, -92), down=1, turn=0.3),
        Pose(left=(-10, -144), right=(16, -92), down=0.8),
        Pose(left=(-24, -92), right=(10, -140), turn=-0.3),
    )
    seats = []
    for y, scale, xs in (
        (520, 0.72, (250, 450, 650, 850, 1050)),
        (640, 0.95, (170, 430, 690, 950)),
        (790, 1.25, (250, 620, 990)),
    ):
        seats += [_seat(rng, x, y, scale, rng.choice(write)) for x in xs]
    return "".join(seats)


def _writing(rng: Random) -> str:
    return figure(1150, 640, 1.0, teacher(rng), Pose(left=(-14, -100), right=(14, -100), turn=-1)) + _rows(rng)


def _handing_out(rng: Random) -> str:
    papers = rect(-52, -122, 44, 32, PAPER, 2) + rect(-56, -116, 44, 32, "#f1ecdf", 2)
    walker = figure(
        820, 720, 1.22, teacher(rng), Pose(left=(-40, -104), right=(26, -96), turn=-1, mouth="open"), papers
    )
    seats = []
    wait = (
        Pose(left=(-20, -92), right=(20, -92)),
        Pose(right=(34, -120), turn=1, mouth="open"),
        Pose(left=(-24, -92), right=(20, -92), down=1),
    )
    for y, scale, xs in ((540, 0.78, (230, 460, 690, 920)), (780, 1.25, (240, 560, 1080))):
        seats += [_seat(rng, x, y, scale, rng.choice(wait)) for x in xs]
    return "".join(seats[:4]) + walker + "".join(seats[4:])


ACTS = (_writing, _handing_out)
