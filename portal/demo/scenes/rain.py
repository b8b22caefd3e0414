"""Rain: umbrellas across the yard, a corridor full of watchers."""

from random import Random

from . import nature
from .figures import Pose, figure, pupil, teacher
from .shapes import HEIGHT, INK, LEAF, PAPER, RED, SUN, WIDTH, circle, line, oval, path, poly, rect, shade

COLOURS = (RED, INK, LEAF, SUN, "#2f7fb3", "#e8812f", "#b84a86")


def rain(rng: Random, seed: int) -> str:
    return ACTS[seed % len(ACTS)](rng)


def _drops(rng: Random, count: int, top: float = 0, bottom: float = HEIGHT) -> str:
    return "".join(
        line(((x, y), (x - 8, y + 30)), "#ffffff", 2.5, 'opacity="0.55"')
        for x, y in ((rng.uniform(0, WIDTH), rng.uniform(top, bottom)) for _ in range(count))
    )


def _umbrella(rng: Random, hand: tuple[float, float]) -> str:
    colour, (x, y) = rng.choice(COLOURS), hand
    stick = line(((x, y + 10), (x, y - 110)), "#3a3350", 5)
    dome = path(
        f"M{x - 96} {y - 96} Q{x} {y - 210} {x + 96} {y - 96} q-24 -18 -48 0 q-24 -18 -48 0 q-24 -18 -48 0 q-24 -18 -48 0 Z",
        colour,
    )
    return stick + dome + line(((x, y - 152), (x, y - 168)), "#3a3350", 5)


def _umbrellas(rng: Random) -> str:
    grey = rect(0, 0, WIDTH, HEIGHT, "#b9c6d2") + "".join(
        oval(rng.uniform(0, WIDTH), rng.uniform(30, 130), 190, 46, "#a7b4c2") for _ in range(6)
    )
    back = (
        grey
        + nature.schoolhouse(rng, 220, 420, 840, 2)
        + nature.almond_tree(rng, 100, 440, 0.9)
        + nature.flamboyant(rng, 1190, 440, 0.8)
    )
    ground = rect(0, 420, WIDTH, 433, "#c9c3b6") + "".join(
        oval(rng.uniform(60, 1220), rng.uniform(480, 830), rng.uniform(60, 140), rng.uniform(10, 22), "#dfe9f0")
        for _ in range(10)
    )
    people = []
    for y, size, xs in ((600, 0.82, range(130, 1200, 190)), (790, 1.18, (180, 450, 730, 1010))):
        for x in xs:
            hand = (rng.choice((-1, 1)) * 20, -130)
            left = hand[0] < 0
            pose = Pose(
                left=hand if left else (-28, -80),
                right=(28, -80) if left else hand,
                turn=rng.choice((-0.8, 0.4, 1)),
                left_foot=(-18, -6),
                right_foot=(18, -4),
                mouth=rng.choice(("smile", "open")),
            )
            people.append(figure(x + rng.uniform(-20, 20), y, size, pupil(rng), pose, _umbrella(rng, hand)))
    return back + ground + "".join(people) + _drops(rng, 130)


def _corridor(rng: Random) -> str:
    wall = rng.choice(nature.WALLS)
    inside = rect(0, 0, WIDTH, 700, wall) + "".join(
        rect(x, 150, 150, 380, "#6e4a36", 4)
        + rect(x + 190, 190, 140, 170, "#5d82a8", 3)
        + rect(x + 184, 184, 152, 182, "none", 3, 'stroke="#ffffff" stroke-width="10"')
        for x in (40, 480, 920)
    )
    roof = rect(0, 0, WIDTH, 84, shade(wall, -0.25)) + "".join(
        line(((x, 84), (x - 6, 84 + rng.uniform(40, 120))), "#e6f1f8", 5) for x in range(20, WIDTH, 46)
    )
    reach = (
        Pose(right=(50, -130), turn=0.6, mouth="open"),
        Pose(left=(-50, -130), turn=-0.6, mouth="open"),
        Pose(left=(-24, -96), right=(24, -96)),
        Pose(left=(-20, -96), right=(20, -96), mouth="o", turn=0.5),
    )
    folk = "".join(
        figure(x, 646, 1.3, teacher(rng) if i == 4 else pupil(rng), rng.choice(reach))
        for i, x in enumerate(range(110, 1230, 138))
    )
    rail = (
        rect(0, 556, WIDTH, 22, shade(wall, 0.5))
        + "".join(rect(x, 576, 12, 110, shade(wall, 0.4)) for x in range(20, WIDTH, 44))
        + rect(0, 676, WIDTH, 24, shade(wall, -0.15))
    )
    posts = "".join(rect(x, 70, 34, 620, shade(wall, 0.3)) for x in (0, 420, 840, 1246))
    yard = rect(0, 700, WIDTH, 153, "#b9b3a8") + "".join(
        oval(rng.uniform(40, 1240), rng.uniform(724, 840), rng.uniform(50, 120), 11, "#dfe9f0")
        + circle(rng.uniform(40, 1240), rng.uniform(724, 840), 5, PAPER)
        for _ in range(12)
    )
    plants = "".join(
        poly(((x - 30, 676), (x + 30, 676), (x + 22, 726), (x - 22, 726)), "#c9693f") + circle(x, 660, 34, LEAF)
        for x in (230, 640, 1050)
    )
    return inside + folk + rail + posts + roof + yard + plants + _drops(rng, 90, 84)


ACTS = (_umbrellas, _corridor)
