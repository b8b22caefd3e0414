"""Things by themselves: what stands on a window sill, a desk, a shelf when the people have gone out."""

from random import Random

from .keepsakes import ACTS as KEEPSAKES
from .keepsakes import board
from .nature import CANOPIES
from .room import window
from .shapes import (
    HEIGHT,
    INK,
    INK_PALE,
    LEAF,
    PAPER,
    RED,
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
    star,
    turned,
)

WALLS = ("#f3ead8", "#e9eef3", "#eef1e6", "#f6e7da")
SPINES = (INK, RED, LEAF, SUN, "#2f7fb3", "#e8812f", "#9b6bb8", "#7c4a3a")


def still(rng: Random, seed: int) -> str:
    return rect(0, 0, WIDTH, HEIGHT, rng.choice(WALLS)) + ACTS[seed % len(ACTS)](rng)


def _pot(rng: Random, x: float, y: float, scale: float) -> str:
    leaves = "".join(
        turned(oval(0, -150, 16, 46, rng.choice(CANOPIES)), angle, 0, -96)
        for angle in rng.sample(range(-70, 71, 14), 6)
    )
    pot = poly(((-52, -96), (52, -96), (40, 0), (-40, 0)), rng.choice(("#c9693f", "#b9704f", "#d9926a")))
    tag = rect(-26, -62, 52, 30, PAPER, 3) + scribble(-18, -44, 36, INK, 5)
    return group(leaves + pot + rect(-58, -108, 116, 20, "#b55a34", 5) + tag, x, y, scale)


def _window_sill(rng: Random) -> str:
    panes = window(rng, 150, 40, 440, 470) + window(rng, 690, 40, 440, 470)
    return (
        panes
        + board(620, WOOD_PALE)
        + "".join(_pot(rng, x, 640, s) for x, s in ((190, 1.25), (420, 1.5), (660, 1.3), (900, 1.6), (1120, 1.25)))
    )


def _books(rng: Random) -> str:
    pile = []
    for i in range(6):
        w, colour = rng.randint(380, 470), rng.choice(SPINES)
        x = 250 + rng.randint(-24, 24)
        pile.append(
            rect(x, 600 - i * 62, w, 58, colour, 6)
            + rect(x + 30, 616 - i * 62, w - 170, 10, PAPER, 4)
            + rect(x + w - 60, 600 - i * 62, 14, 58, shade(colour, 0.4))
        )
    opened = poly(((760, 650), (960, 670), (1170, 650), (1150, 560), (960, 584), (780, 560)), PAPER) + line(
        ((960, 584), (960, 670)), "#cfc8dd", 5
    )
    opened += "".join(
        scribble(800, 584 + i * 22, 130, INK_PALE, 4) + scribble(990, 592 + i * 20, 120, INK_PALE, 4) for i in range(3)
    )
    rim = 'stroke="#3a3350" stroke-width="9"'
    glasses = (
        circle(840, 730, 44, "#eaf2f8", rim)
        + circle(960, 730, 44, "#eaf2f8", rim)
        + line(((884, 730), (916, 730)), "#3a3350", 8)
    )
    steam = path("M1110 420 q18 -30 0 -60 q-18 -30 0 -60", "none", "#ffffff", 9, 'opacity="0.8"')
    cup = (
        steam
        + path("M1050 450 h120 l-14 100 h-92 z", "#2f7fb3")
        + path("M1168 470 q46 10 -8 58", "none", "#2f7fb3", 14)
    )
    return board(650) + group(cup, 0, 96) + "".join(pile) + opened + glasses


def _prizes(rng: Random) -> str:
    medals = ""
    for x, colour in ((260, SUN), (430, "#c9ccd6"), (600, "#c98b5a")):
        ribbon = poly(((x - 46, 120), (x - 6, 120), (x + 12, 420), (x - 20, 420)), RED) + poly(
            ((x + 6, 120), (x + 46, 120), (x + 20, 420), (x - 12, 420)), INK
        )
        medals += (
            ribbon
            + circle(x, 470, 74, colour)
            + circle(x, 470, 56, shade(colour, 0.3))
            + star(x, 470, 34, shade(colour, -0.15))
        )
    hooks = rect(160, 96, 560, 30, WOOD_DEEP, 8)
    ball = circle(1040, 590, 104, "#ffffff") + "".join(
        poly(
            ((0, -28), (27, -9), (17, 23), (-17, 23), (-27, -9)),
            "#2b2440",
            f'transform="translate({1040 + dx} {590 + dy})"',
        )
        for dx, dy in ((0, 0), (-72, -40), (70, -44), (44, 66), (-52, 62))
    )
    cup = (
        path("M790 380 h150 q-4 130 -75 150 q-71 -20 -75 -150 z", SUN)
        + rect(850, 524, 30, 80, SUN)
        + rect(806, 596, 118, 36, WOOD_DEEP, 4)
    )
    cup += path("M792 400 q-60 6 -40 60 q14 34 60 30 M938 400 q60 6 40 60 q-14 34 -60 30", "none", SUN, 15)
    return hooks + medals + board(680) + group(cup, 0, 44) + ball


def _lanterns(rng: Random) -> str:
    night = rect(0, 0, WIDTH, HEIGHT, rng.choice(("#2a1d68", "#123250", "#3a1548"))) + circle(1040, 150, 86, "#fdf3c9")
    hung = ""
    for i, x in enumerate((150, 400, 650, 900, 1130)):
        y = 330 + (i % 2) * 130
        colour = rng.choice((RED, SUN, "#9ff0d0", "#ff8fa3", "#c9bdff"))
        glow = circle(x, y, 150, colour, 'opacity="0.16"')
        frame = (
            star(x, y, 120, colour)
            + circle(x, y, 66, shade(colour, 0.45), 'opacity="0.75"')
            + circle(x, y, 124, "none", f'stroke="{SUN}" stroke-width="5"')
        )
        tassel = "".join(line(((x + d, y + 120), (x + d * 1.4, y + 210)), colour, 5) for d in (-16, 0, 16))
        hung += line(((x, 60), (x, y - 120)), "#8a7f74", 4) + glow + frame + tassel
    return night + path("M0 50 Q640 110 1280 50", "none", "#8a7f74", 7) + hung


def _notebook(rng: Random) -> str:
    page = poly(((180, 700), (660, 760), (660, 210), (230, 170)), PAPER) + poly(
        ((660, 760), (1150, 690), (1090, 165), (660, 210)), PAPER
    )
    grid = "".join(
        line(((202 + i * 5, 640 - i * 50), (660, 694 - i * 50)), "#d9d2f2", 2.5)
        + line(((660, 694 - i * 50), (1134 - i * 6, 630 - i * 49)), "#d9d2f2", 2.5)
        for i in range(9)
    )
    words = "".join(scribble(270, 300 + i * 86, rng.randint(220, 340), INK, 8) for i in range(4)) + "".join(
        scribble(710, 280 + i * 90, rng.randint(180, 330), INK, 8) for i in range(3)
    )
    pen = turned(
        rect(880, 560, 330, 26, INK, 12)
        + poly(((880, 560), (880, 586), (836, 573)), SUN)
        + rect(1060, 556, 60, 34, SUN, 6),
        -24,
        900,
        570,
    )
    ink = (
        rect(70, 520, 150, 120, "#2a1d68", 18) + rect(104, 486, 82, 44, "#1c1833", 8) + rect(90, 560, 110, 46, PAPER, 4)
    )
    return (
        rect(0, 0, WIDTH, HEIGHT, rng.choice((WOOD, WOOD_PALE, "#c99a6b")))
        + oval(660, 770, 520, 40, INK, 'opacity="0.12"')
        + page
        + grid
        + words
        + line(((660, 210), (660, 760)), "#cfc8dd", 6)
        + ink
        + pen
    )


def _helmets(rng: Random) -> str:
    shelves = "".join(rect(80, y, 1120, 26, WOOD_DEEP, 4) for y in (330, 620))
    hats = ""
    for y in (330, 620):
        for x in (230, 500, 780, 1050):
            colour = rng.choice((RED, INK, LEAF, "#e8812f", "#2f7fb3", SUN, "#f4f1ea"))
            hats += path(
                f"M{x - 104} {y} Q{x - 110} {y - 160} {x} {y - 164} Q{x + 110} {y - 160} {x + 104} {y} Z", colour
            )
            hats += path(f"M{x - 96} {y - 30} Q{x} {y - 60} {x + 96} {y - 30}", "none", PAPER, 14) + rect(
                x - 106, y - 10, 212, 12, shade(colour, -0.3), 6
            )
            hats += path(f"M{x - 60} {y} q20 60 60 66 q40 -6 60 -66", "none", "#2b2440", 7)
    return hats + shelves + board(770)


def _keys(rng: Random) -> str:
    rack = rect(180, 90, 700, 560, WOOD, 10) + rect(204, 114, 652, 512, shade(WOOD, 0.35), 6)
    keys = ""
    for row in range(4):
        for column in range(7):
            x, y = 260 + column * 90, 160 + row * 122
            metal, tag = rng.choice(("#c9a14a", "#a9adb8", "#8d93a1")), rng.choice((RED, INK, LEAF, SUN, "#2f7fb3"))
            key = (
                circle(0, 18, 15, "none", f'stroke="{metal}" stroke-width="7"')
                + rect(-4, 32, 8, 48, metal, 3)
                + rect(4, 58, 13, 7, metal)
                + rect(4, 70, 10, 7, metal)
            )
            keys += (
                circle(x, y - 4, 6, "#6d7685")
                + group(turned(key, rng.uniform(-9, 9)), x, y)
                + (rect(x + 12, y + 18, 26, 36, tag, 5) if rng.random() < 0.6 else "")
            )
    cap = (
        path("M930 560 Q930 440 1060 440 Q1190 440 1190 560 Z", "#3f5a4a")
        + oval(1080, 566, 150, 26, "#2f4538")
        + star(1060, 500, 22)
    )
    torch = (
        rect(930, 650, 200, 50, "#3a3a4c", 12)
        + poly(((1130, 640), (1190, 622), (1190, 728), (1130, 710)), "#565a66")
        + oval(1192, 675, 14, 52, "#fff3c4")
    )
    return rack + keys + cap + board(700) + torch


def _tray(rng: Random) -> str:
    tray = rect(220, 200, 840, 520, "#c9ccd6", 46) + rect(246, 226, 788, 468, "#e6e8ee", 34)
    cells = "".join(
        rect(x, y, w, h, "#d5d8e0", 26)
        for x, y, w, h in ((276, 256, 340, 200), (640, 256, 364, 200), (276, 480, 300, 186), (600, 480, 404, 186))
    )
    rice = oval(446, 356, 140, 76, "#fffdf8") + "".join(
        circle(rng.uniform(340, 550), rng.uniform(310, 400), 7, "#f1ecdf") for _ in range(26)
    )
    pork = (
        "".join(rect(680 + i * 64, 310 + (i % 2) * 40, 56, 46, "#a8562f", 10) for i in range(4))
        + oval(930, 350, 44, 56, "#fffdf8")
        + circle(930, 354, 22, SUN)
    )
    greens = "".join(
        oval(
            rng.uniform(320, 530),
            rng.uniform(530, 620),
            34,
            13,
            rng.choice(CANOPIES),
            f'transform="rotate({rng.randint(-40, 40)} 430 570)"',
        )
        for _ in range(12)
    )
    soup = oval(800, 574, 170, 76, "#e9c77a") + "".join(
        rect(rng.uniform(680, 880), rng.uniform(540, 600), 34, 22, "#8fae4f", 8) for _ in range(7)
    )
    spoon = rect(1120, 330, 20, 330, "#a9adb8", 9) + oval(1130, 300, 36, 56, "#a9adb8")
    return (
        rect(0, 0, WIDTH, HEIGHT, rng.choice(("#9fc4b4", "#e6b98a", "#b9c9e0")))
        + oval(650, 740, 450, 30, INK, 'opacity="0.15"')
        + tray
        + cells
        + rice
        + pork
        + greens
        + soup
        + spoon
    )


ACTS = (_window_sill, _books, _prizes, _lanterns, _notebook, _helmets, _keys, _tray, *KEEPSAKES)
