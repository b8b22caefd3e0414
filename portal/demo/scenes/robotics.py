"""Robots on a table, before and during the match."""

from random import Random

from .figures import Pose, figure, pupil, seated, teacher
from .poses import CHEER, RAISED
from .room import room, window
from .shapes import INK, LEAF, PAPER, RED, SUN, WIDTH, WOOD, WOOD_PALE, circle, group, line, poly, rect, shade, turned


def robotics(rng: Random, seed: int) -> str:
    walls = room(rng, 520) + window(rng, 70, 90, 170, 230) + window(rng, 1040, 90, 170, 230)
    return walls + ACTS[seed % len(ACTS)](rng)


def _robot(x: float, y: float, colour: str, size: float = 1, facing: int = 1) -> str:
    wheels = "".join(circle(d, 0, 20, "#2b2b38") + circle(d, 0, 8, "#a9adb8") for d in (-32, 32))
    body = rect(-50, -58, 100, 50, colour, 10) + rect(-30, -88, 60, 36, shade(colour, 0.3), 8)
    eyes = "".join(circle(d, -70, 9, PAPER) + circle(d + 3 * facing, -70, 4, "#241a2e") for d in (-14, 14))
    arm = line(((50 * facing, -40), (86 * facing, -50), (96 * facing, -30)), "#6d7685", 9)
    wire = line(((0, -88), (8, -116)), "#6d7685", 5) + circle(8, -120, 8, SUN)
    return group(arm + wheels + body + eyes + wire, x, y, size)


def _match(rng: Random) -> str:
    one, two = rng.sample((RED, INK, LEAF, "#e8812f", "#2f7fb3"), 2)
    banner = (
        rect(330, 80, 620, 110, INK, 6)
        + rect(380, 110, 420, 18, PAPER, 9)
        + rect(380, 146, 280, 14, SUN, 7)
        + _robot(880, 168, SUN, 0.7)
    )
    crowd = "".join(figure(x, 560, 0.86, pupil(rng), rng.choice((*CHEER, *RAISED))) for x in range(110, 1220, 104))
    field = poly(((200, 610), (1080, 610), (1200, 760), (80, 760)), "#fdfaf0") + poly(
        ((80, 760), (1200, 760), (1200, 800), (80, 800)), WOOD
    )
    marks = line(((640, 612), (640, 758)), "#2b2440", 7) + line(
        ((250, 690), (470, 690), (520, 640), (820, 640), (880, 700), (1060, 700)), "#2b2440", 9
    )
    blocks = "".join(
        rect(x, y, 34, 34, c, 4)
        for x, y, c in ((420, 640, RED), (580, 700, LEAF), (700, 662, SUN), (820, 712, "#2f7fb3"), (300, 720, SUN))
    )
    pad = rect(-22, -112, 44, 26, "#2b2b38", 8) + circle(-10, -100, 5, RED) + circle(10, -100, 5, SUN)
    drive = Pose(left=(-20, -98), right=(20, -98), down=0.6, mouth="o")
    teams = figure(110, 820, 1.3, pupil(rng), drive, pad) + figure(1170, 820, 1.3, pupil(rng), drive, pad)
    judge = figure(640, 610, 0.98, teacher(rng), Pose(left=(-40, -110), right=(30, -180), down=0.6, mouth="open"))
    return (
        banner
        + crowd
        + judge
        + field
        + marks
        + blocks
        + _robot(430, 742, one, 1.1)
        + _robot(850, 700, two, 1.0, -1)
        + teams
    )


def _bench(rng: Random) -> str:
    shelf = rect(330, 150, 620, 20, WOOD) + "".join(
        rect(350 + i * 100, 90, 80, 60, rng.choice((RED, INK, LEAF, SUN, "#2f7fb3")), 6) for i in range(6)
    )
    work = (
        Pose(left=(-22, -94), right=(26, -98), down=1),
        Pose(left=(-30, -96), right=(18, -92), down=1, turn=0.4),
        Pose(left=(-20, -96), right=(30, -130), turn=0.6, mouth="open"),
        Pose(left=(-24, -92), right=(20, -92), down=0.8, turn=-0.4),
    )
    kids = "".join(seated(x, 620, 1.36, pupil(rng), work[i]) for i, x in enumerate((230, 500, 780, 1050)))
    table = (
        rect(60, 620, 1160, 34, WOOD_PALE, 8)
        + rect(60, 648, 1160, 14, WOOD)
        + rect(110, 660, 30, 193, WOOD)
        + rect(1140, 660, 30, 193, WOOD)
    )
    laptop = (
        poly(((880, 620), (1040, 620), (1020, 520), (900, 520)), "#3a3a4c")
        + poly(((894, 610), (1026, 610), (1010, 530), (910, 530)), "#bfe3f5")
        + rect(870, 616, 180, 12, "#565a66", 4)
    )
    parts = "".join(
        circle(x, 608, r, "none", 'stroke="#2b2b38" stroke-width="9"') for x, r in ((330, 22), (390, 22), (610, 18))
    )
    parts += (
        rect(420, 596, 96, 26, LEAF, 4)
        + "".join(rect(430 + i * 16, 590, 9, 9, SUN) for i in range(5))
        + turned(rect(640, 602, 110, 11, RED, 5), -10, 690, 606)
        + line(((516, 606), (560, 586), (600, 604)), RED, 4)
        + line(((516, 612), (560, 600), (606, 612)), INK, 4)
    )
    return (
        shelf
        + kids
        + table
        + laptop
        + parts
        + _robot(150, 606, rng.choice((RED, INK, "#e8812f")), 0.9)
        + figure(WIDTH - 60, 830, 1.4, teacher(rng), Pose(left=(-40, -110), turn=-1))
    )


ACTS = (_match, _bench)
