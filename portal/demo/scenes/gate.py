"""The gate at half past six in the morning."""

from dataclasses import replace
from random import Random

from . import nature
from .figures import Pose, figure, pupil, teacher
from .poses import CHEER
from .shapes import (
    INK,
    LEAF,
    RED,
    SUN,
    WIDTH,
    WOOD_DEEP,
    circle,
    group,
    line,
    path,
    poly,
    rect,
    shade,
    star,
    turned,
)


def gate(rng: Random, seed: int) -> str:
    back = nature.sky(rng, nature.weather(rng)) + nature.schoolhouse(rng, 300, 500, 680, 2)
    trees = nature.flamboyant(rng, 90, 540, 1) + nature.tree(rng, 1190, 540, 1)
    road = rect(0, 640, WIDTH, 213, "#7b7c88") + rect(0, 628, WIDTH, 16, "#e7e1d4") + _zebra(rng)
    act = ACTS[seed % len(ACTS)]
    return back + rect(0, 500, WIDTH, 140, "#e2d3b4") + trees + _gateway(rng) + road + act(rng)


def _zebra(rng: Random) -> str:
    x = rng.choice((420, 520, 620))
    return "".join(
        poly(((x + i * 62, 646), (x + i * 62 + 34, 646), (x + i * 70 + 10, 853), (x + i * 70 - 40, 853)), "#f4f1ea")
        for i in range(6)
    )


def _gateway(rng: Random) -> str:
    stone = rng.choice(("#c98b5a", "#d8b27a", "#b9704f"))
    pillars = "".join(
        rect(x, 330, 62, 300, stone, 4) + rect(x - 10, 316, 82, 24, shade(stone, -0.15), 4) for x in (340, 880)
    )
    sign = (
        rect(320, 244, 642, 86, INK, 8)
        + star(386, 287, 24)
        + rect(440, 268, 440, 16, "#ffffff", 8)
        + rect(500, 296, 320, 11, SUN, 5)
    )
    bars = "".join(rect(x, 400, 7, 230, "#2f5d50") for x in (*range(150, 340, 24), *range(950, 1150, 24)))
    return bars + rect(140, 410, 200, 9, "#2f5d50") + rect(942, 410, 200, 9, "#2f5d50") + pillars + sign


def _signal(x: float, y: float) -> str:
    lamps = "".join(circle(x, y - 250 + i * 38, 14, c) for i, c in enumerate((RED, "#5a5140", "#2c4a3a")))
    return rect(x - 5, y - 220, 10, 220, "#565a66") + rect(x - 22, y - 274, 44, 124, "#2b2b38", 10) + lamps


def _wand() -> str:
    return (
        line(((44, -150), (52, -214)), WOOD_DEEP, 5)
        + poly(((52, -214), (104, -204), (100, -172), (48, -180)), RED)
        + star(76, -193, 9)
    )


def _crossing(rng: Random) -> str:
    guard = figure(
        300, 800, 1.15, replace(pupil(rng), hat="cap"), Pose(right=(44, -154), left=(-56, -130), turn=1), _wand()
    )
    walk = Pose(left_foot=(-26, -6), right_foot=(24, -4), left=(-34, -80), right=(36, -80), turn=1)
    bag = rect(-40, -128, 22, 44, rng.choice((INK, LEAF, "#2f7fb3", "#e8812f")), 8)
    line_up = "".join(
        figure(x, 770, 0.98, pupil(rng), replace(walk, mouth=rng.choice(("smile", "open"))), bag)
        for x in (470, 580, 690, 800)
    )
    officer = replace(teacher(rng), top="#c7b169", bottom="#8c7a3d", dress=False, hat="cap", style="short")
    police = figure(1010, 790, 1.2, officer, Pose(left=(-58, -126), right=(40, -184), turn=-1))
    return _signal(1180, 690) + _motorbike(rng, 130, 700, 0.8) + line_up + guard + police


def _helmets(rng: Random) -> str:
    shell = replace(pupil(rng), hat="helmet", bottom=rng.choice((RED, INK, LEAF, "#e8812f")))
    fasten = Pose(left=(-24, -140), right=(24, -140), mouth="smile")
    kids = figure(760, 815, 1.15, shell, fasten) + figure(
        930, 815, 1.15, replace(pupil(rng), hat="helmet", bottom=SUN), Pose(right=(44, -186), mouth="open")
    )
    helmet = path("M-30 0 Q-30 -36 0 -36 Q30 -36 30 0 Z", RED) + rect(-30, -4, 60, 6, "#ffffff", 3)
    giver = figure(
        560, 815, 1.18, teacher(rng), Pose(left=(30, -104), right=(58, -116), turn=1), group(helmet, 58, -112)
    )
    others = "".join(figure(x, 668, 0.78, pupil(rng), rng.choice((*CHEER, Pose()))) for x in (470, 560, 650, 740, 830))
    return others + _motorbike(rng, 230, 815, 1.15) + giver + kids + _signal(1180, 690)


def _wheel(x: float, y: float, r: float) -> str:
    spokes = "".join(turned(line(((x - r, y), (x + r, y)), "#a9adb8", 2), a, x, y) for a in (0, 45, 90, 135))
    return circle(x, y, r, "none", 'stroke="#2b2b38" stroke-width="8"') + spokes + circle(x, y, 5, "#2b2b38")


def _bicycle(rng: Random, x: float, y: float, scale: float) -> str:
    colour = rng.choice((RED, INK, LEAF, "#2f7fb3", "#e8812f"))
    frame = line(((-60, -34), (-16, -34), (-30, -84), (-60, -34)), colour, 7) + line(
        ((-30, -80), (44, -84), (-16, -34)), colour, 7
    )
    frame += line(((60, -34), (40, -108), (28, -114)), colour, 7) + rect(-46, -94, 34, 9, "#2b2b38", 4)
    rider = replace(pupil(rng), hat="helmet", skirt=False, bottom=rng.choice((INK, RED, LEAF)))
    pose = Pose(
        left=(40, -84),
        right=(46, -82),
        left_foot=(2, -6),
        right_foot=(26, -24),
        turn=1,
        lean=10,
        mouth=rng.choice(("smile", "open")),
    )
    body = figure(-30, -24, 0.98, rider, pose)
    return group(
        _wheel(-60, -34, 34) + _wheel(60, -34, 34) + body.replace('opacity="0.14"', 'opacity="0"') + frame, x, y, scale
    )


def _bicycles(rng: Random) -> str:
    back = "".join(figure(x, 666, 0.78, pupil(rng), rng.choice(CHEER)) for x in (430, 530, 640, 750, 850))
    riders = "".join(_bicycle(rng, x, y, s) for x, y, s in ((210, 760, 1), (560, 800, 1.2), (900, 770, 1.05)))
    guard = figure(
        1130, 815, 1.15, replace(pupil(rng), hat="cap"), Pose(right=(44, -154), left=(-54, -120), turn=-1), _wand()
    )
    return back + riders + guard + (_signal(80, 690))


def _motorbike(rng: Random, x: float, y: float, scale: float) -> str:
    colour = rng.choice((RED, "#2f7fb3", "#3f4a5c", "#d8d3c6"))
    body = path("M-86 -54 Q-60 -86 -10 -70 L34 -66 L52 -112 L70 -112 L66 -50 L20 -36 L-70 -36 Z", colour)
    seat, bar = rect(-74, -84, 84, 14, "#2b2b38", 7), line(((56, -112), (40, -122)), "#2b2b38", 7)
    adult = replace(
        teacher(rng), dress=False, hat="helmet", bottom="#3f4a5c", top=rng.choice(("#7aa6c2", "#c98f7a", "#8fae7a"))
    )
    child = replace(pupil(rng), hat="helmet", bottom=rng.choice((RED, INK, SUN)), skirt=False)
    sit = Pose(left=(38, -96), right=(46, -96), left_foot=(14, -28), right_foot=(24, -26), turn=1, lean=4)
    people = figure(-64, 0, 0.86, child, replace(sit, left=(26, -96), right=(34, -92))) + figure(-10, 4, 1, adult, sit)
    return group(
        people.replace('opacity="0.14"', 'opacity="0"')
        + _wheel(-66, -32, 30)
        + _wheel(72, -32, 30)
        + body
        + seat
        + bar,
        x,
        y,
        scale,
    )


ACTS = (_crossing, _helmets, _bicycles)
