"""The school itself, nobody about."""

from random import Random

from . import nature
from .shapes import RED, WOOD, WOOD_DEEP, circle, oval, path, rect


def front(rng: Random, seed: int) -> str:
    return ACTS[seed % len(ACTS)](rng)


def _face(rng: Random) -> str:
    back = nature.sky(rng, rng.choice(("sunny", "early", "after-rain"))) + "".join(
        nature.bird(rng.uniform(200, 1080), rng.uniform(110, 230)) for _ in range(4)
    )
    house = nature.schoolhouse(rng, 170, 560, 940, 3)
    trees = nature.flamboyant(rng, 80, 600, 1.05) + nature.almond_tree(rng, 1200, 600, 1.15)
    yard = nature.paving(rng, 560)
    beds = (
        "".join(nature.bush(rng, x, 640, 1.1) for x in (200, 330, 460, 820, 950, 1080))
        + rect(150, 640, 380, 26, "#c9a27a", 6)
        + rect(770, 640, 380, 26, "#c9a27a", 6)
    )
    shade = oval(110, 660, 190, 26, "#2a1d68", 'opacity="0.12"') + oval(1190, 656, 170, 22, "#2a1d68", 'opacity="0.12"')
    return back + house + yard + shade + beds + trees + nature.flagpole(640, 720, 470)


def _corner(rng: Random) -> str:
    back = nature.sky(rng, rng.choice(("late", "sunny")))
    house = nature.schoolhouse(rng, 420, 520, 900, 2)
    yard = nature.paving(rng, 520)
    tree = nature.flamboyant(rng, 420, 740, 2.05)
    shade = oval(430, 760, 380, 44, "#2a1d68", 'opacity="0.14"')
    bench = (
        rect(620, 690, 210, 22, WOOD, 6)
        + rect(620, 650, 210, 16, WOOD, 6)
        + "".join(rect(x, 664, 12, 90, WOOD_DEEP) for x in (636, 802))
    )
    fallen = "".join(oval(rng.uniform(120, 900), rng.uniform(730, 840), 9, 5, RED) for _ in range(46))
    pots = "".join(nature.bush(rng, x, 640, 0.9) for x in (960, 1090, 1220))
    cat = (
        path("M1010 800 q-6 -60 34 -66 l-4 -26 l18 14 h16 l18 -14 l-4 30 q30 14 24 62 z", "#3a3350")
        + path("M1110 796 q60 -6 50 -66", "none", "#3a3350", 12)
        + circle(1054, 734, 4, "#f4b41a")
        + circle(1076, 734, 4, "#f4b41a")
    )
    return back + house + yard + shade + bench + pots + tree + fallen + cat


ACTS = (_face, _corner)
