"""Days when the yard is a market: Tết stalls, a lion, bamboo poles, red paper."""

from dataclasses import replace
from random import Random

from . import nature
from .figures import DRESS_COLOURS, Pose, figure, pupil, seated, teacher
from .poses import CHEER
from .shapes import (
    INK,
    LEAF,
    PAPER,
    RED,
    RED_DEEP,
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
    scribble,
    shade,
    turned,
)

AWNINGS = ((RED, PAPER), (INK, "#e9e2ff"), (LEAF, "#e3f3e6"), ("#e8812f", "#fff1dc"), ("#2f7fb3", "#e2f1fa"))


def fair(rng: Random, seed: int) -> str:
    back = nature.sky(rng, rng.choice(("early", "cloudy", "sunny")))
    back += nature.schoolhouse(rng, 260, 420, 760, 2) + nature.paving(rng, 420)
    return back + nature.bunting((0, 60), (WIDTH, 90), 50, 22) + ACTS[seed % len(ACTS)](rng)


def _blossom(rng: Random, x: float, y: float, scale: float = 1) -> str:
    """A branch of peach in a jar."""
    twigs = "".join(
        line(((0, 0), (dx * 0.5, -70), (dx, -150 + abs(dx) * 0.4)), "#6b4636", 5) for dx in (-70, -30, 12, 50, 84)
    )
    flowers = "".join(
        circle(
            rng.uniform(-86, 92),
            rng.uniform(-160, -50),
            rng.uniform(5, 9),
            rng.choice(("#f29bb4", "#f7bccb", "#e86a92")),
        )
        for _ in range(34)
    )
    jar = path("M-24 0 Q-40 34 -22 66 H22 Q40 34 24 0 Z", "#2f7fb3") + rect(-26, -6, 52, 10, "#24658f", 4)
    return group(twigs + flowers + jar, x, y, scale)


def _stall(rng: Random, x: float, y: float, colours: tuple[str, str]) -> str:
    dark, pale = colours
    strips = "".join(path(f"M{i * 46} 0 h46 v44 q-23 26 -46 0 z", dark if i % 2 == 0 else pale) for i in range(7))
    posts = rect(8, 0, 10, 260, WOOD_DEEP) + rect(304, 0, 10, 260, WOOD_DEEP)
    couplets = "".join(rect(px, 62, 30, 116, RED, 3) + scribble_down(px + 15, 78) for px in (26, 266))
    seller = seated(160, 182, 1.05, replace(pupil(rng), scarf=True), rng.choice(CHEER))
    table = rect(0, 176, 322, 24, WOOD_PALE, 5) + rect(8, 198, 306, 66, dark) + rect(8, 198, 306, 12, shade(dark, 0.3))
    goods = "".join(_goods(rng, 34 + i * 52, 176) for i in range(6))
    return group(posts + couplets + seller + table + goods + group(strips, 0, -10), x, y)


def scribble_down(x: float, y: float) -> str:
    return "".join(circle(x, y + i * 24, 7, SUN) + rect(x - 2, y + i * 24 - 9, 4, 18, SUN, 2) for i in range(4))


def _goods(rng: Random, x: float, y: float) -> str:
    kind = rng.randrange(4)
    if kind == 0:  # bánh chưng
        return (
            rect(x - 17, y - 30, 34, 30, "#3c7f4a", 3)
            + line(((x, y - 30), (x, y)), "#e8dcae", 3)
            + line(((x - 17, y - 15), (x + 17, y - 15)), "#e8dcae", 3)
        )
    if kind == 1:
        return "".join(
            circle(x + dx, y - dy, 10, rng.choice(("#e8812f", SUN))) for dx, dy in ((-11, 10), (11, 10), (0, 27))
        )
    if kind == 2:
        return rect(x - 13, y - 36, 26, 36, rng.choice((RED, INK, "#b84a86")), 4) + rect(x - 13, y - 26, 26, 8, PAPER)
    return oval(x, y - 6, 20, 8, PAPER) + "".join(circle(x + dx, y - 14, 6, RED) for dx in (-9, 0, 9))


def _stalls(rng: Random) -> str:
    colours = rng.sample(AWNINGS, 3)
    row = "".join(
        _stall(rng, x, y, c) for x, y, c in ((60, 330, colours[0]), (470, 318, colours[1]), (890, 330, colours[2]))
    )
    walk = Pose(left_foot=(-18, -4), right_foot=(20, -6), turn=0.6)
    buyers = "".join(
        figure(x, y, s, pupil(rng), pose)
        for x, y, s, pose in (
            (250, 800, 1.2, Pose(back=True, right=(40, -140))),
            (420, 780, 1.1, replace(walk, right=(48, -110))),
            (720, 800, 1.22, Pose(back=True, left=(-40, -140))),
            (880, 780, 1.12, replace(walk, turn=-0.6, left=(-48, -110), mouth="open")),
        )
    )
    return (
        row
        + _blossom(rng, 440, 560, 1)
        + _blossom(rng, 850, 566, 0.9)
        + buyers
        + figure(1120, 800, 1.22, teacher(rng), Pose(left=(-50, -120), turn=-1, mouth="open"))
    )


def _lion(rng: Random) -> str:
    skin, trim = rng.choice(((SUN, RED), (RED, SUN), ("#e8812f", RED_DEEP)))
    legs = "".join(
        line(((x, 640), (x + lean, 770)), trim, 34) + oval(x + lean, 776, 30, 12, "#2b2440")
        for x, lean in ((470, -30), (560, 20), (800, -10), (880, 36))
    )
    body = path("M430 650 Q460 520 640 540 Q840 540 930 620 Q950 690 880 690 Q660 640 480 700 Z", skin)
    fur = "".join(
        path(f"M{x} {y} q18 34 36 0 z", trim) for x, y in ((520, 600), (600, 580), (690, 578), (780, 590), (850, 612))
    )
    head = circle(420, 560, 112, skin) + path("M318 600 Q420 700 520 600 L500 640 Q420 710 340 640 Z", RED_DEEP)
    head += "".join(circle(x, 520, 30, PAPER) + circle(x + 6, 524, 14, "#241a2e") for x in (380, 464))
    head += (
        path("M330 470 Q420 400 516 470", "none", trim, 20)
        + circle(422, 446, 18, "#e9f0ff")
        + circle(422, 572, 18, trim)
    )
    head += path("M340 628 Q420 664 500 628", "none", PAPER, 12)
    drum = oval(1080, 700, 90, 28, PAPER) + rect(990, 700, 180, 90, RED, 20) + oval(1080, 700, 90, 28, "#f2ede0")
    stick = line(((46, -150), (84, -116)), WOOD_PALE, 8)
    drummer = figure(1080, 690, 1.15, pupil(rng), Pose(right=(46, -150), left=(-34, -110), mouth="open"), stick)
    earth = figure(
        170,
        800,
        1.3,
        replace(teacher(rng), top=RED, dress=True, style="short"),
        Pose(left=(-46, -150), right=(56, -130), mouth="open"),
    )
    fan = group(path("M0 0 L-40 -34 Q0 -74 40 -34 Z", SUN), 244, 630, 1.2)
    crowd = "".join(
        figure(x, 560, 0.78, pupil(rng), rng.choice(CHEER)) for x in (120, 220, 640, 740, 850, 960, 1060, 1180)
    )
    return crowd + legs + body + fur + head + drummer + drum + earth + fan


def _bamboo_dance(rng: Random) -> str:
    crowd = "".join(figure(x, 570, 0.74, pupil(rng), rng.choice(CHEER)) for x in range(90, 1240, 96))
    poles = "".join(line(((210, y), (1070, y + d)), "#8fae4f", 13) for y, d in ((690, 0), (716, 0), (752, 0), (780, 0)))
    knock = Pose(left=(-30, -60), right=(36, -60), left_foot=(-26, -4), right_foot=(26, -4), lean=14, down=0.8)
    ends = figure(150, 760, 1.0, pupil(rng), replace(knock, turn=1)) + figure(
        1130, 760, 1.0, pupil(rng), replace(knock, turn=-1, lean=-14)
    )
    hop = (
        Pose(left=(-52, -150), right=(52, -150), left_foot=(-8, -40), right_foot=(20, -8), mouth="open"),
        Pose(left=(-50, -130), right=(50, -168), left_foot=(-22, -8), right_foot=(10, -44), mouth="open", turn=0.5),
    )
    dancers = "".join(
        figure(x, 766, 1.22, replace(pupil(rng), top=rng.choice(DRESS_COLOURS), scarf=True), hop[i % 2])
        for i, x in enumerate((390, 560, 730, 900))
    )
    return crowd + poles + ends + dancers


def _calligraphy(rng: Random) -> str:
    master = seated(
        640,
        600,
        1.5,
        replace(teacher(rng), top="#3a3350", dress=True, style="short", hat=""),
        Pose(left=(-34, -92), right=(28, -100), down=1),
    )
    brush = turned(rect(676, 470, 9, 110, WOOD_DEEP, 3), 16, 676, 560) + circle(668, 586, 9, "#1c1833")
    table = (
        rect(330, 592, 640, 34, WOOD, 6)
        + rect(350, 624, 600, 120, RED_DEEP)
        + "".join(circle(x, 684, 16, SUN) for x in (450, 640, 830))
    )
    sheet = poly(((560, 592), (720, 592), (742, 556), (546, 556)), RED) + scribble(586, 576, 110, "#1c1833", 8)
    hung = "".join(
        rect(x, 190, 84, 220, RED, 4)
        + rect(x - 6, 182, 96, 12, WOOD_DEEP, 4)
        + path(
            f"M{x + 42} 216 v150 M{x + 18} 252 h48 M{x + 22} 300 q20 40 44 0 M{x + 20} 350 h46", "none", "#1c1833", 9
        )
        for x in (250, 380, 830, 960)
    )
    rope = line(((200, 184), (1090, 184)), "#8a7f74", 4)
    watch = figure(260, 800, 1.25, pupil(rng), Pose(turn=1, right=(42, -120), mouth="open")) + figure(
        1030, 800, 1.25, pupil(rng), Pose(turn=-1, left=(-42, -100))
    )
    watch += figure(1150, 790, 1.2, pupil(rng), Pose(turn=-1, left=(-16, -104), right=(16, -104)))
    return rope + hung + master + table + sheet + brush + _blossom(rng, 420, 528, 0.9) + watch


ACTS = (_stalls, _lion, _bamboo_dance, _calligraphy)
