"""The stage, on the evenings that are rehearsed for weeks."""

from dataclasses import replace
from random import Random

from .figures import DRESS_COLOURS, Look, Pose, figure, pupil
from .nature import board_star
from .shapes import (
    HEIGHT,
    INK,
    LEAF,
    PAPER,
    RED,
    RED_DEEP,
    SUN,
    WIDTH,
    WOOD_DEEP,
    WOOD_PALE,
    circle,
    group,
    line,
    oval,
    path,
    poly,
    rect,
    shade,
    turned,
)

NIGHTS = (("#2a1d68", "#5b46b8"), ("#3a1548", "#8a3a78"), ("#123250", "#2f7fa0"), ("#4a1c22", "#a8403a"))


def stage(rng: Random, seed: int) -> str:
    dark, light = rng.choice(NIGHTS)
    backdrop = rect(0, 0, WIDTH, HEIGHT, dark) + oval(640, 330, 620, 330, light, 'opacity="0.55"')
    act = ACTS[seed % len(ACTS)]
    scene = backdrop + _beams(rng) + board_star(400, 84, 480) + _boards() + act(rng) + _curtains(rng)
    return scene + _footlights() + _audience(rng, dark)


def _beams(rng: Random) -> str:
    colours = ("#fff3c4", "#c9bdff", "#ffd0d6", "#c4f0e0")
    return "".join(
        poly(
            ((x - 12, 0), (x + 12, 0), (x + 130 + lean, 640), (x - 130 + lean, 640)),
            rng.choice(colours),
            'opacity="0.16"',
        )
        for x, lean in ((180, 150), (420, 60), (640, 0), (860, -60), (1100, -150))
    )


def _boards() -> str:
    planks = "".join(line(((640 + (i - 8) * 84, 590), (640 + (i - 8) * 132, 706)), "#8d5a36", 2.5) for i in range(17))
    return (
        poly(((110, 590), (1170, 590), (1280, 706), (0, 706)), "#a86e43") + planks + rect(0, 706, WIDTH, 24, "#6f4429")
    )


def _curtains(rng: Random) -> str:
    cloth = rng.choice((RED_DEEP, "#7a1f4a", "#2f4a8c"))
    sides = []
    for flip in (1, -1):
        folds = "".join(
            path(f"M{x} 0 Q{x + 14} 340 {x - 10} 706", "none", shade(cloth, -0.28), 9) for x in range(24, 170, 38)
        )
        drape = path("M0 0 H230 Q190 300 120 420 Q150 580 140 706 H0 Z", cloth) + folds
        sides.append(f'<g transform="translate({0 if flip == 1 else WIDTH} 0) scale({flip} 1)">{drape}</g>')
    swags = "".join(path(f"M{x} 0 h160 q-80 84 -160 0 z", cloth, shade(cloth, -0.3), 4) for x in range(0, WIDTH, 160))
    return "".join(sides) + swags


def _footlights() -> str:
    return "".join(
        circle(x, 716, 9, "#ffe9a8") + circle(x, 716, 20, "#ffe9a8", 'opacity="0.25"') for x in range(60, WIDTH, 97)
    )


def _audience(rng: Random, dark: str) -> str:
    heads = [rect(0, 730, WIDTH, 123, shade(dark, 0.16))]
    for row, (y, r) in enumerate(((806, 34), (858, 42))):
        for x in range(-20 + row * 44, WIDTH + 40, 92):
            tone = shade(dark, -0.3 - row * 0.3)
            heads.append(
                circle(x + rng.uniform(-8, 8), y, r, tone) + rect(x - r * 1.2, y + r * 0.7, r * 2.4, 80, tone, 24)
            )
            if rng.random() < 0.3:
                colour = rng.choice((SUN, "#ff8fa3", "#9ff0d0", "#c9bdff"))
                heads.append(
                    line(((x + 34, y - 10), (x + 46, y - 62)), tone, 12)
                    + line(((x + 46, y - 62), (x + 52, y - 92)), colour, 8)
                )
    return "".join(heads)


def _dancer(rng: Random, colour: str) -> Look:
    style = rng.choice(("bun", "ponytail", "long"))
    return replace(
        pupil(rng), style=style, top=colour, bottom="#fff8ef", dress=True, scarf=False, skirt=False, glasses=False
    )


def _fan(x: float, y: float, colour: str, angle: float) -> str:
    ribs = "".join(turned(line(((x, y), (x, y - 56)), PAPER, 2), a, x, y) for a in (-50, -25, 0, 25, 50))
    return turned(path(f"M{x} {y} L{x - 48} {y - 40} Q{x} {y - 86} {x + 48} {y - 40} Z", colour) + ribs, angle, x, y)


def _fan_dance(rng: Random) -> str:
    dress, fan = rng.sample(DRESS_COLOURS[:6], 2)
    poses = (
        Pose(left=(-54, -168), right=(54, -168), left_foot=(-24, -4), right_foot=(20, -4), mouth="open"),
        Pose(left=(-58, -120), right=(40, -184), left_foot=(-16, -4), right_foot=(28, -10), turn=1),
        Pose(left=(-40, -184), right=(58, -120), left_foot=(-28, -10), right_foot=(16, -4), turn=-1),
    )
    spots = ((300, 650, 1, 1), (470, 670, 1.1, 2), (640, 690, 1.25, 0), (810, 670, 1.1, 1), (980, 650, 1, 2))
    crew = []
    for x, y, size, kind in spots:
        pose = poses[kind]
        fans = _fan(*pose.left, fan, -40) + _fan(*pose.right, fan, 40)
        crew.append(figure(x, y, size, _dancer(rng, dress), pose, fans))
    return "".join(crew)


def _microphone(x: float, y: float) -> str:
    return line(((x, y), (x - 4, y + 30)), "#d9d6e8", 6) + circle(x + 1, y - 4, 9, "#2b2440")


def _singers(rng: Random) -> str:
    choir = "".join(
        figure(
            x,
            630 - (i % 2) * 14,
            0.92,
            pupil(rng),
            Pose(left=(-14, -104), right=(14, -104), mouth=rng.choice(("open", "o"))),
        )
        for i, x in enumerate(range(270, 1040, 108))
    )
    lead = Pose(right=(18, -142), left=(-58, -140), mouth="open", left_foot=(-20, -4), right_foot=(20, -4))
    pair = figure(540, 694, 1.3, _dancer(rng, rng.choice(DRESS_COLOURS)), lead, _microphone(18, -144))
    pair += figure(
        740, 694, 1.3, pupil(rng), Pose(left=(-18, -142), right=(58, -150), mouth="open"), _microphone(-18, -144)
    )
    return choir + pair + _notes(rng)


def _notes(rng: Random) -> str:
    note = circle(0, 0, 11, SUN) + line(((10, -2), (10, -46), (30, -38)), SUN, 5)
    return "".join(
        group(note, rng.uniform(260, 1000), rng.uniform(230, 380), rng.uniform(0.6, 1.1), 'opacity="0.8"')
        for _ in range(6)
    )


def _guitar() -> str:
    body = oval(-6, -96, 30, 24, "#c87f3a") + oval(22, -100, 22, 18, "#c87f3a") + circle(2, -98, 9, "#5a3420")
    return turned(body + rect(36, -104, 74, 9, WOOD_DEEP, 3) + rect(106, -108, 18, 17, WOOD_DEEP, 4), -18, 0, -96)


def _band(rng: Random) -> str:
    guitar = figure(
        400,
        680,
        1.25,
        pupil(rng),
        Pose(left=(-12, -94), right=(54, -118), mouth="open", left_foot=(-20, -4), right_foot=(22, -4)),
        _guitar(),
    )
    voice = figure(
        640, 694, 1.3, pupil(rng), Pose(left=(-50, -176), right=(16, -142), mouth="open"), _microphone(16, -146)
    )
    flute = line(((-30, -136), (60, -120)), "#d9b46a", 8)
    pipe = figure(
        860,
        680,
        1.25,
        _dancer(rng, rng.choice(DRESS_COLOURS)),
        Pose(left=(18, -126), right=(46, -120), turn=0.6),
        flute,
    )
    drums = "".join(
        oval(x, y, w, w * 0.3, "#f2ede0") + rect(x - w, y, w * 2, 52, c, 8) + oval(x, y, w, w * 0.3, "#fffdf8")
        for x, y, w, c in ((560, 566, 44, RED), (720, 566, 44, INK), (640, 586, 58, LEAF))
    )
    drummer = figure(
        640,
        600,
        1,
        pupil(rng),
        Pose(left=(-44, -150), right=(44, -120), mouth="open"),
        line(((-44, -150), (-70, -186)), WOOD_PALE, 6) + line(((44, -120), (74, -100)), WOOD_PALE, 6),
    )
    return drummer + drums + guitar + voice + pipe + _notes(rng)


def _play(rng: Random) -> str:
    """Sân khấu hóa: the village gate, a storm of paper and a hero with a bamboo."""
    hut = (
        rect(230, 470, 170, 130, "#c99a5e")
        + poly(((200, 480), (430, 480), (315, 386)), "#8f6a34")
        + rect(292, 520, 50, 80, "#6b4426")
    )
    bamboo = "".join(
        line(((x, 600), (x + lean, 300)), "#6fae4f", 11)
        + "".join(
            turned(oval(x + lean * t, 600 - 300 * t, 6, 26, "#8fce6a"), 60, x + lean * t, 600 - 300 * t)
            for t in (0.5, 0.7, 0.9)
        )
        for x, lean in ((950, -20), (990, 14), (1030, -8))
    )
    hero = replace(pupil(rng), top="#8a5a34", bottom="#4a3424", scarf=False, skirt=False, hat="")
    pole = line(((44, -40), (60, -250)), "#8fce6a", 10)
    cast = figure(
        480,
        680,
        1.2,
        hero,
        Pose(right=(52, -140), left=(-50, -130), left_foot=(-24, -4), right_foot=(24, -4), mouth="open", turn=0.6),
        pole,
    )
    cast += figure(
        680,
        690,
        1.25,
        replace(_dancer(rng, rng.choice(DRESS_COLOURS)), hat="cone"),
        Pose(left=(-14, -120), right=(52, -130), turn=-0.6, mouth="o"),
    )
    cast += figure(
        860,
        676,
        1.18,
        replace(hero, top="#d9b46a", style="bun"),
        Pose(left=(-56, -120), right=(44, -176), turn=-1, mouth="open"),
    )
    return hut + bamboo + cast


ACTS = (_fan_dance, _singers, _band, _play)
