"""The sport field behind house B."""

from dataclasses import replace
from random import Random

from . import nature
from .figures import TEAM_COLOURS, Pose, figure, player, pupil, teacher
from .poses import CHEER
from .shapes import (
    HEIGHT,
    INK,
    RED,
    SUN,
    WIDTH,
    WOOD_DEEP,
    circle,
    group,
    line,
    oval,
    poly,
    rect,
    turned,
)


def sport(rng: Random, seed: int) -> str:
    back = nature.sky(rng, nature.weather(rng))
    far = nature.schoolhouse(rng, rng.randint(60, 560), 380, 620, 2)
    trees = "".join(
        nature.tree(rng, x, 396 + rng.uniform(-6, 10), rng.uniform(0.6, 0.8)) for x in (60, 1010, 1130, 1240)
    )
    act = ACTS[seed % len(ACTS)]
    return back + far + trees + nature.grass(rng, 380, rng.choice(("#6db462", "#78b95d", "#5fae6b"))) + act(rng)


def _crowd(rng: Random, y: float, size: float, step: int = 74) -> str:
    return "".join(
        figure(x + rng.uniform(-10, 10), y + rng.uniform(-6, 6), size, pupil(rng), rng.choice((*CHEER, Pose())))
        for x in range(70, 1240, step)
    )


def _pitch() -> str:
    white = 'stroke="#ffffff" stroke-width="6" fill-opacity="0" opacity="0.85"'
    ring = oval(640, 690, 220, 76, "#ffffff", white)
    return (
        ring
        + line(((0, 560), (WIDTH, 560)), "#ffffff", 6, 'opacity="0.85"')
        + line(((640, 560), (640, HEIGHT)), "#ffffff", 6, 'opacity="0.85"')
    )


def _goal(x: float, y: float) -> str:
    net = "".join(line(((dx, -150), (dx + 14, 0)), "#ffffff", 2) for dx in range(14, 170, 18))
    net += "".join(line(((6, dy), (180, dy)), "#ffffff", 2) for dy in range(-132, 0, 22))
    return group(net + line(((0, 0), (0, -154), (180, -154), (180, 0)), "#ffffff", 9), x, y)


def _ball(x: float, y: float, r: float = 20) -> str:
    spots = "".join(
        circle(x + dx * r, y + dy * r, r * 0.22, "#2b2440")
        for dx, dy in ((0, 0), (-0.6, -0.4), (0.6, -0.4), (0.4, 0.65), (-0.4, 0.65))
    )
    return oval(x, y + r, r, 5, INK, 'opacity="0.15"') + circle(x, y, r, "#ffffff") + spots


def _football(rng: Random) -> str:
    home, away = rng.sample(TEAM_COLOURS, 2)
    strike = Pose(
        left=(-54, -140), right=(50, -110), left_foot=(-20, -4), right_foot=(52, -34), turn=1, mouth="open", lean=-6
    )
    chase = Pose(
        left=(-46, -120), right=(44, -150), left_foot=(-44, -26), right_foot=(24, -4), turn=1, mouth="o", lean=8
    )
    meet = Pose(
        left=(-44, -150), right=(48, -120), left_foot=(-24, -4), right_foot=(40, -24), turn=-1, mouth="open", lean=-8
    )
    keeper = Pose(left=(-56, -160), right=(56, -160), left_foot=(-26, -4), right_foot=(26, -4), turn=-1, mouth="o")
    far = figure(300, 600, 0.8, player(rng, away), chase) + figure(640, 590, 0.76, player(rng, home), meet)
    near = figure(500, 790, 1.2, player(rng, home), strike) + figure(860, 775, 1.15, player(rng, away), meet)
    near += figure(220, 810, 1.2, player(rng, home), chase)
    goal = _goal(1050, 640) + figure(1120, 640, 0.88, replace(player(rng, SUN), long_sleeves=True), keeper)
    return (
        _crowd(rng, 500, 0.52) + _pitch() + goal + far + _ball(rng.randint(600, 690), rng.randint(650, 740), 23) + near
    )


def _tug_of_war(rng: Random) -> str:
    home, away = rng.sample(TEAM_COLOURS, 2)
    rope = line(((90, 690), (1190, 690)), "#c98d2e", 11) + poly(((628, 690), (652, 690), (640, 736)), RED)
    pull_left = Pose(
        left=(20, -96), right=(44, -100), left_foot=(-14, -4), right_foot=(34, -4), turn=1, lean=-20, mouth="open"
    )
    pull_right = Pose(
        left=(-44, -100), right=(-20, -96), left_foot=(-34, -4), right_foot=(14, -4), turn=-1, lean=20, mouth="open"
    )
    left = "".join(figure(x, 800, 1.08, player(rng, home), pull_left) for x in (120, 260, 400, 540))
    right = "".join(figure(x, 800, 1.08, player(rng, away), pull_right) for x in (740, 880, 1020, 1160))
    judge = figure(640, 640, 0.85, teacher(rng), Pose(left=(-46, -176), mouth="open"))
    return _crowd(rng, 520, 0.56) + judge + left + right + rope


def _race(rng: Random) -> str:
    lanes = rect(0, 590, WIDTH, 240, "#c8694a") + "".join(
        line(((0, y), (WIDTH, y)), "#ffffff", 5) for y in (590, 650, 720, 800)
    )
    run = Pose(
        left=(-44, -140), right=(46, -108), left_foot=(-48, -36), right_foot=(30, -6), turn=1, lean=12, mouth="open"
    )
    spots = ((280, 646, 0.85), (560, 700, 0.98), (360, 780, 1.15), (820, 660, 0.9), (880, 812, 1.2))
    runners = "".join(
        figure(x + rng.uniform(-40, 40), y, s, player(rng, c), run)
        for (x, y, s), c in zip(spots, TEAM_COLOURS, strict=True)
    )
    post = (
        rect(1130, 470, 10, 180, WOOD_DEEP) + rect(1030, 462, 220, 54, INK, 6) + rect(1056, 480, 168, 16, "#ffffff", 8)
    )
    tape = line(((1135, 600), (1225, 830)), SUN, 7)
    return _crowd(rng, 556, 0.6) + lanes + post + tape + runners


def _badminton(rng: Random) -> str:
    net = rect(630, 520, 10, 250, WOOD_DEEP) + "".join(
        line(((560, y), (710, y + 30)), "#ffffff", 2) for y in range(540, 640, 16)
    )
    net += line(((552, 530), (720, 564)), "#ffffff", 7)
    racket = line(((34, -150), (52, -196)), WOOD_DEEP, 6) + oval(
        62, -226, 22, 30, "none", 'stroke="#c8202f" stroke-width="6"'
    )
    left = figure(
        370,
        800,
        1.2,
        player(rng, TEAM_COLOURS[0]),
        Pose(right=(40, -166), left=(-50, -120), left_foot=(-30, -4), right_foot=(30, -12), turn=1, mouth="o"),
        racket,
    )
    ready = Pose(left=(-40, -166), right=(44, -116), left_foot=(-28, -4), right_foot=(26, -4), turn=-1, mouth="open")
    right = figure(930, 780, 1.15, player(rng, TEAM_COLOURS[1]), ready, _mirror(racket))
    birdie = turned(poly(((-12, -30), (12, -30), (4, 0), (-4, 0)), "#ffffff") + circle(0, 4, 7, RED), 60)
    return (
        _crowd(rng, 520, 0.56) + net + left + right + group(birdie, rng.randint(540, 720), rng.randint(440, 500), 1.3)
    )


def _mirror(content: str) -> str:
    return f'<g transform="scale(-1 1)">{content}</g>'


ACTS = (_football, _tug_of_war, _race, _badminton)
