"""The music room: a choir at the keyboard, zithers on their stands."""

from random import Random

from .figures import DRESS_COLOURS, Pose, figure, pupil, seated, teacher
from .room import plant, room, window
from .shapes import INK, PAPER, RED, SUN, WOOD, WOOD_DEEP, circle, group, line, oval, path, poly, rect


def music(rng: Random, seed: int) -> str:
    walls = room(rng, 600) + window(rng, 60, 90, 180, 260) + window(rng, 1040, 90, 180, 260)
    staff = rect(330, 90, 620, 190, PAPER, 6) + "".join(
        line(((360, y), (920, y)), "#8a84a3", 3) for y in range(130, 250, 26)
    )
    notes = "".join(_note(x, rng.choice((138, 164, 190, 216))) for x in range(420, 900, 84))
    return walls + staff + notes + plant(990, 600) + ACTS[seed % len(ACTS)](rng)


def _note(x: float, y: float) -> str:
    return oval(x, y, 14, 11, INK) + line(((x + 13, y), (x + 13, y - 62)), INK, 5)


def _choir(rng: Random) -> str:
    sing = (
        Pose(left=(-14, -104), right=(14, -104), mouth="open"),
        Pose(left=(-28, -76), right=(28, -76), mouth="o"),
        Pose(left=(-16, -110), right=(30, -80), mouth="open", turn=0.3),
    )
    riser = rect(420, 640, 800, 40, WOOD) + rect(380, 724, 880, 46, WOOD_DEEP)
    rows = "".join(figure(x, 640, 1.02, pupil(rng), rng.choice(sing)) for x in range(480, 1200, 102))
    front = "".join(figure(x, 726, 1.14, pupil(rng), rng.choice(sing)) for x in range(440, 1240, 118))
    keys = (
        rect(70, 640, 300, 44, "#2b2b38", 6)
        + rect(82, 644, 276, 26, PAPER, 2)
        + "".join(rect(96 + i * 22, 644, 10, 16, "#2b2b38") for i in range(12))
        + rect(100, 684, 18, 130, "#565a66")
        + rect(322, 684, 18, 130, "#565a66")
    )
    sheet = poly(((160, 640), (300, 640), (290, 556), (170, 556)), PAPER) + "".join(
        line(((182, y), (278, y)), "#8a84a3", 3) for y in (580, 600, 620)
    )
    player = seated(214, 650, 1.42, teacher(rng), Pose(left=(-40, -92), right=(40, -92), turn=0.8, mouth="open"))
    return riser + rows + rect(420, 640, 800, 40, WOOD) + front + player + keys + sheet


def _zither(x: float, y: float, scale: float) -> str:
    body = path("M-170 0 Q0 -44 170 -10 L176 16 Q0 -10 -172 30 Z", "#8a5a34") + path(
        "M-166 -2 Q0 -44 168 -10", "none", "#c87f3a", 8
    )
    strings = "".join(line(((-150 + i * 18, -4 - i), (-120 + i * 18, 20 - i)), PAPER, 2) for i in range(15))
    stand = line(((-110, 26), (-130, 110)), WOOD_DEEP, 9) + line(((110, 8), (130, 110)), WOOD_DEEP, 9)
    return group(stand + body + strings + circle(-158, 14, 8, SUN), x, y, scale)


def _zithers(rng: Random) -> str:
    pluck = (
        Pose(left=(-40, -88), right=(34, -90), down=1),
        Pose(left=(-30, -90), right=(44, -88), down=0.8, turn=0.4),
        Pose(left=(-44, -90), right=(26, -88), down=1, turn=-0.4),
    )
    players = ""
    for i, (x, y, s) in enumerate(((250, 670, 1.25), (620, 700, 1.35), (960, 670, 1.25))):
        look = pupil(rng)
        players += seated(x, y, s, look, pluck[i]) + _zither(x, y + 10, s * 0.9)
    drum = oval(1170, 660, 64, 20, "#f2ede0") + rect(1106, 660, 128, 100, RED, 24) + oval(1170, 660, 64, 20, PAPER)
    beat = seated(
        1170,
        640,
        1.2,
        pupil(rng),
        Pose(left=(-30, -96), right=(34, -150), mouth="open"),
        line(((34, -150), (60, -180)), WOOD, 8),
    )
    lead = figure(90, 800, 1.42, teacher(rng), Pose(right=(50, -150), left=(-24, -100), turn=1, mouth="open"))
    cloth = oval(640, 830, 560, 50, rng.choice(DRESS_COLOURS[:6]), 'opacity="0.25"')
    return cloth + beat + drum + players + lead


ACTS = (_choir, _zithers)
