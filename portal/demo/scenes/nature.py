"""Weather, trees, the school house: what stands behind the people out of doors."""

from random import Random

from .shapes import (
    HEIGHT,
    LEAF,
    RED,
    SUN,
    WIDTH,
    Point,
    circle,
    flag,
    group,
    line,
    oval,
    path,
    poly,
    rect,
    shade,
    star,
)

SKIES = {
    "sunny": ("#bfe3f5", "#fdf3da"),
    "early": ("#ffd9b8", "#fff3df"),
    "cloudy": ("#cfdde6", "#eef2f0"),
    "after-rain": ("#b9d8ea", "#e8f2ee"),
    "late": ("#f8c9a0", "#fde9c8"),
}
CANOPIES = ("#2f8f5b", "#17694d", "#4aa46a", "#3c7f4a")
WALLS = ("#f6e3b4", "#f7dfa6", "#f3e6c8", "#f1d9a8")


def weather(rng: Random) -> str:
    return rng.choices(tuple(SKIES), (5, 2, 2, 2, 1))[0]


def sky(rng: Random, kind: str) -> str:
    top, low = SKIES[kind]
    stops = f'<stop offset="0" stop-color="{top}"/><stop offset="1" stop-color="{low}"/>'
    wash = f'<defs><linearGradient id="sky" x2="0" y2="1">{stops}</linearGradient></defs>' + rect(
        0, 0, WIDTH, HEIGHT, "url(#sky)"
    )
    sun_x = rng.choice((150, 330, 950, 1120))
    disc = circle(sun_x, 120, 74, "#fff6d8", 'opacity="0.55"') + circle(sun_x, 120, 50, "#ffe08a")
    clouds = "".join(_cloud(rng, rng.uniform(0, WIDTH), rng.uniform(50, 210)) for _ in range(rng.randint(2, 4)))
    bow = _rainbow(rng.choice((300, 900))) if kind == "after-rain" else ""
    return wash + ("" if kind in {"cloudy", "after-rain"} else disc) + bow + clouds


def _cloud(rng: Random, x: float, y: float) -> str:
    puffs = ((-58, 8, 34), (-20, -10, 44), (28, -4, 40), (64, 10, 28))
    cloud = "".join(circle(px, py, r, "#ffffff") for px, py, r in puffs) + rect(-88, 8, 176, 32, "#ffffff", 16)
    return group(cloud, x, y, rng.uniform(0.6, 1.1), 'opacity="0.8"')


def _rainbow(x: float) -> str:
    colours = ("#e98080", "#f2bf6a", "#f4e28a", "#8fcf9a", "#86b6e6", "#a796d8")
    arcs = (circle(x, 560, 430 - i * 13, "none", f'stroke="{c}" stroke-width="13"') for i, c in enumerate(colours))
    return f'<g opacity="0.4">{"".join(arcs)}</g>'


def bird(x: float, y: float) -> str:
    return path(f"M{x} {y} q8 -10 14 0 q8 -10 14 0", "none", "#51506a", 3)


def flamboyant(rng: Random, x: float, y: float, scale: float = 1) -> str:
    """Cây phượng: a wide umbrella of green, set on fire from above."""
    trunk = path("M-14 0 Q-8 -90 -16 -150 L16 -150 Q8 -90 16 0 Z", "#6b4636")
    trunk += path("M-4 -120 Q-60 -170 -110 -190 M4 -120 Q50 -176 104 -196 M0 -130 V-210", "none", "#6b4636", 13)
    spots = ((-120, -200, 58), (-60, -240, 72), (10, -262, 78), (76, -238, 70), (128, -204, 54), (0, -206, 76))
    green = "".join(circle(cx, cy, r, rng.choice(CANOPIES[:3])) for cx, cy, r in spots)
    reds = (RED, "#e0452f", "#d8342f")
    bloom = "".join(
        oval(
            cx + rng.gauss(0, r * 0.5),
            cy - r * 0.3 + rng.gauss(0, r * 0.4),
            rng.uniform(9, 22),
            rng.uniform(6, 12),
            rng.choice(reds),
        )
        for cx, cy, r in spots
        for _ in range(rng.randint(3, 7))
    )
    return group(trunk + green + bloom + _petals(rng), x, y, scale)


def _petals(rng: Random) -> str:
    return "".join(oval(rng.uniform(-150, 150), rng.uniform(-6, 22), 5, 2.6, RED) for _ in range(14))


def almond_tree(rng: Random, x: float, y: float, scale: float = 1) -> str:
    """Cây bàng: storeys of flat shade, a few leaves already turned."""
    trunk = path("M-12 0 L-8 -260 L8 -260 L12 0 Z", "#76513b")
    storeys = ((-110, 150, 34), (-170, 122, 32), (-226, 92, 30), (-274, 58, 28))
    crowns = "".join(oval(0, cy, rx, ry, CANOPIES[i % 3]) for i, (cy, rx, ry) in enumerate(storeys))
    turned_leaves = "".join(
        oval(rng.uniform(-110, 110), rng.uniform(-240, -90), 9, 5, rng.choice(("#c9572f", "#d98b2b"))) for _ in range(9)
    )
    return group(trunk + crowns + turned_leaves, x, y, scale)


def tree(rng: Random, x: float, y: float, scale: float = 1) -> str:
    return rng.choice((flamboyant, flamboyant, almond_tree))(rng, x, y, scale)


def bush(rng: Random, x: float, y: float, scale: float = 1) -> str:
    leaves = "".join(
        circle(dx, -22 - dy, r, rng.choice(CANOPIES)) for dx, dy, r in ((-34, 0, 26), (0, 12, 34), (34, 0, 26))
    )
    colour = rng.choice((SUN, "#e86a92", "#ffffff", RED))
    blossoms = "".join(circle(rng.uniform(-46, 46), rng.uniform(-52, -8), 5, colour) for _ in range(9))
    return group(leaves + blossoms, x, y, scale)


def _window(x: float, y: float, w: float, glass: str) -> str:
    frame = (
        rect(x, y, w, 58, "#ffffff", 3)
        + rect(x + 4, y + 4, w / 2 - 6, 50, glass)
        + rect(x + w / 2 + 2, y + 4, w / 2 - 6, 50, glass)
    )
    return frame + rect(x - 4, y + 58, w + 8, 6, "#ffffff")


def _floor(rng: Random, y: float, width: float, wall: str, bays: int) -> str:
    bay = width / bays
    glass = rng.choice(("#5d82a8", "#6d94b5", "#4f789c"))
    parts = [rect(0, y, width, 104, wall)]
    for i in range(bays):
        parts.append(_window(i * bay + 16, y + 20, bay - 32, glass))
    rail = rect(-8, y + 96, width + 16, 10, shade(wall, 0.55)) + rect(-8, y + 104, width + 16, 4, shade(wall, -0.2))
    return "".join(parts) + rail


def schoolhouse(rng: Random, x: float, ground: float, width: float, floors: int) -> str:
    wall, bays = rng.choice(WALLS), max(5, round(width / 96))
    height = floors * 108
    storeys = "".join(_floor(rng, -height + i * 108, width, wall, bays) for i in range(floors))
    roof = poly(((-26, -height), (width + 26, -height), (width - 26, -height - 52), (26, -height - 52)), "#b5523b")
    tiles = "".join(
        line(((i, -height - 44), (i - 6, -height - 6)), "#9d432f", 3) for i in range(50, round(width) - 20, 44)
    )
    door = rect(width / 2 - 46, -94, 92, 94, "#6e4a36", 4) + rect(width / 2 - 2, -94, 4, 94, "#57392a")
    clock = circle(width / 2, -height - 22, 21, "#fffdf8") + line(
        ((width / 2, -height - 34), (width / 2, -height - 22), (width / 2 + 9, -height - 17)), "#2a1d68", 3.5
    )
    return group(storeys + roof + tiles + clock + door, x, ground)


def flagpole(x: float, ground: float, height: float) -> str:
    base = rect(x - 44, ground - 16, 88, 16, "#d9cdb8", 3) + rect(x - 28, ground - 30, 56, 16, "#e7dcc9", 3)
    return base + rect(x - 3.5, ground - height, 7, height - 26, "#8d93a1", 3) + flag(x + 3, ground - height + 6, 108)


def bunting(start: Point, end: Point, sag: float, count: int = 16) -> str:
    colours = (RED, SUN, "#3b2a8c", LEAF, "#ffffff")
    (x1, y1), (x2, y2) = start, end
    rope = path(f"M{x1} {y1} Q{(x1 + x2) / 2} {(y1 + y2) / 2 + sag * 2} {x2} {y2}", "none", "#8a7f74", 2.5)
    pennants = []
    for i in range(1, count):
        t = i / count
        px = x1 + (x2 - x1) * t
        py = y1 + (y2 - y1) * t + 4 * sag * t * (1 - t)
        pennants.append(poly(((px - 13, py), (px + 13, py), (px, py + 30)), colours[i % len(colours)]))
    return rope + "".join(pennants)


def grass(rng: Random, top: float, colour: str) -> str:
    tufts = "".join(
        path(f"M{x} {y} l4 -12 l4 12 l4 -10", "none", shade(colour, -0.16), 2.6)
        for x, y in ((rng.uniform(0, WIDTH), rng.uniform(top + 30, HEIGHT)) for _ in range(36))
    )
    return rect(0, top, WIDTH, HEIGHT - top, colour) + tufts


def paving(rng: Random, top: float) -> str:
    ground = rng.choice(("#e6d0a3", "#e2cda8", "#dcc9ad"))
    joints = "".join(line(((0, y), (WIDTH, y)), shade(ground, -0.09), 2) for y in (top + 40, top + 100, top + 180))
    joints += "".join(
        line(((640 + (i - 8) * 90, top), (640 + (i - 8) * 190, HEIGHT)), shade(ground, -0.06), 2) for i in range(17)
    )
    return rect(0, top, WIDTH, HEIGHT - top, ground) + joints


def board_star(x: float, y: float, w: float) -> str:
    """A red banner with a star and two lines of lettering too far away to read."""
    cloth = rect(x, y, w, 92, RED, 6) + star(x + 52, y + 46, 24)
    return cloth + rect(x + 104, y + 26, w - 150, 13, SUN, 6) + rect(x + 130, y + 54, w - 210, 13, SUN, 6)
