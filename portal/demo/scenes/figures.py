"""People of about 200 units' height, feet at the origin; hands and feet go where a scene wants them."""

import math
from dataclasses import dataclass, replace
from random import Random

from .shapes import INK, INK_DEEP, RED, RED_DEEP, SUN, Point, circle, group, line, oval, path, poly, shade

SKINS = ("#f6cfae", "#efbf98", "#e5ab80", "#d9a078", "#c98e64")
HAIRS = ("#1d1726", "#2a1e24", "#33241f", "#181420")
BOY_HAIR, GIRL_HAIR = ("short", "side", "spiky", "bowl"), ("bob", "ponytail", "long", "pigtails", "bun")
TEAM_COLOURS = ("#c8202f", "#3b2a8c", "#17694d", "#e88a1a", "#1f7fb8")
DRESS_COLOURS = ("#5b46b8", "#c8202f", "#17694d", "#d9861c", "#2f7fb3", "#b84a86", "#e9e2f5")


@dataclass(frozen=True)
class Look:
    skin: str
    hair: str
    style: str
    top: str = "#ffffff"
    bottom: str = INK_DEEP
    skirt: bool = False
    scarf: bool = True
    glasses: bool = False
    dress: bool = False  # áo dài
    shoes: str = "#2b2440"
    long_sleeves: bool = False
    bare_legs: bool = False
    hat: str = ""


@dataclass(frozen=True)
class Pose:
    left: Point = (-30, -71)
    right: Point = (30, -71)
    left_foot: Point = (-11, -4)
    right_foot: Point = (11, -4)
    turn: float = 0  # -1 looks to the left, 1 to the right
    back: bool = False
    lean: float = 0
    mouth: str = "smile"
    down: float = 0  # eyes lowered to what the hands do
    sit: bool = False


STAND = Pose()


def pupil(rng: Random) -> Look:
    girl = rng.random() < 0.52
    return Look(
        skin=rng.choice(SKINS[:4]) if rng.random() < 0.85 else SKINS[4],
        hair=rng.choice(HAIRS),
        style=rng.choice(GIRL_HAIR if girl else BOY_HAIR),
        skirt=girl and rng.random() < 0.6,
        glasses=rng.random() < 0.2,
        shoes=rng.choice(("#2b2440", "#ffffff", "#7a3b2e")),
    )


def teacher(rng: Random) -> Look:
    if rng.random() < 0.65:
        style, colour = rng.choice(("long", "bun", "bob")), rng.choice(DRESS_COLOURS)
        return replace(pupil(rng), style=style, top=colour, bottom="#f7f3ea", scarf=False, dress=True, skirt=False)
    top = rng.choice(("#dfe8f4", "#efe3cf", "#cfe3d8"))
    trousers = rng.choice(("#3a3a4c", "#4a3b34"))
    return replace(pupil(rng), style="side", top=top, bottom=trousers, scarf=False, skirt=False)


def player(rng: Random, colour: str) -> Look:
    bottom = rng.choice(("#ffffff", INK_DEEP))
    return replace(pupil(rng), top=colour, bottom=bottom, scarf=False, skirt=False, glasses=False, bare_legs=True)


def scientist(rng: Random) -> Look:
    return replace(pupil(rng), top="#f4f8fb", glasses=True, long_sleeves=True, skirt=False)


def _joint(start: Point, end: Point, length: float, bend: int) -> Point:
    """Where elbow or knee sits, both halves of the limb being equally long."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    reach = min(math.hypot(dx, dy), length * 1.99) or 1
    out = math.sqrt(max(0.0, length**2 - (reach / 2) ** 2)) * bend
    whole = math.hypot(dx, dy) or 1
    return start[0] + dx / 2 - dy / whole * out, start[1] + dy / 2 + dx / whole * out


def _clamped(start: Point, end: Point, length: float) -> Point:
    dx, dy = end[0] - start[0], end[1] - start[1]
    whole = math.hypot(dx, dy)
    if whole <= length * 1.98:
        return end
    return start[0] + dx / whole * length * 1.98, start[1] + dy / whole * length * 1.98


def _leg(look: Look, hip: Point, foot: Point, bend: int) -> str:
    foot = _clamped(hip, foot, 38.4)
    knee = _joint(hip, foot, 38.4, bend)
    shoe = oval(foot[0] + (2 if foot[0] > 0 else -2), foot[1], 11, 6, look.shoes)
    if not (look.skirt or look.bare_legs):
        return line((hip, knee, foot), look.bottom, 17) + shoe
    sock = _between(knee, foot, 0.6)
    bare = line((hip, knee, foot), look.skin, 13) + line((sock, foot), "#ffffff", 13)
    return bare + ("" if look.skirt else line((hip, knee), look.bottom, 21)) + shoe


def _between(a: Point, b: Point, part: float) -> Point:
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part


def _arm(look: Look, shoulder: Point, hand: Point, bend: int) -> str:
    hand = _clamped(shoulder, hand, 30)
    elbow = _joint(shoulder, hand, 30, bend)
    cloth: tuple[Point, ...] = (shoulder, _between(shoulder, elbow, 0.66))
    if look.long_sleeves or look.dress:
        cloth = (shoulder, elbow, _between(elbow, hand, 0.75))
    skin = line((shoulder, elbow, hand), look.skin, 11) + circle(*hand, 7.5, look.skin)
    return skin + line(cloth, shade(look.top, -0.10), 17) + line(cloth, look.top, 14)


def _torso(look: Look, sit: bool) -> str:
    if look.dress:
        flap = path("M-21 -132 Q0 -142 21 -132 L19 -92 Q22 -50 25 -26 L-25 -26 Q-22 -50 -19 -92 Z", look.top)
        return flap + line(((0, -80), (0, -28)), shade(look.top, -0.18), 2.5)
    shirt = path("M-22 -130 Q0 -142 22 -130 L21 -76 Q0 -71 -21 -76 Z", look.top)
    fold = path("M-21 -80 Q0 -74 21 -80 L21 -76 Q0 -71 -21 -76 Z", shade(look.top, -0.16))
    skirt = path("M-20 -82 L20 -82 L31 -46 Q0 -38 -31 -46 Z", look.bottom) if look.skirt and not sit else ""
    return shirt + fold + skirt


def _scarf(look: Look, back: bool) -> str:
    if not look.scarf:
        return ""
    if back:
        return poly(((-19, -136), (19, -136), (0, -102)), RED)
    collar = path("M-16 -140 Q0 -120 16 -140 L19 -133 Q0 -112 -19 -133 Z", RED)
    tails = poly(((-2, -124), (-12, -98), (-3, -101)), RED_DEEP) + poly(((2, -124), (12, -98), (3, -101)), RED)
    return collar + tails + circle(0, -122, 4.5, RED_DEEP)


_BACK_HAIR = {
    "bob": "M-30 -172 Q-34 -136 -24 -134 L24 -134 Q34 -136 30 -172 Z",
    "long": "M-30 -172 Q-36 -116 -24 -104 Q0 -98 24 -104 Q36 -116 30 -172 Z",
}
_FRINGE = {
    "short": "M-28 -166 Q-32 -200 0 -202 Q32 -200 28 -166 Q24 -184 8 -184 Q-16 -184 -22 -180 Q-26 -176 -28 -166 Z",
    "side": "M-28 -164 Q-34 -202 2 -203 Q33 -200 28 -164 Q25 -182 14 -187 Q-4 -176 -22 -180 Q-27 -174 -28 -164 Z",
    "spiky": "M-29 -166 L-31 -184 L-24 -186 L-24 -199 L-12 -196 L-4 -208 L4 -198 L16 -203 L19 -192 L30 -188 L28 -166 "
    "Q20 -184 0 -182 Q-20 -184 -29 -166 Z",
    "bowl": "M-30 -158 Q-34 -203 0 -203 Q34 -203 30 -158 L25 -174 Q0 -180 -25 -174 Z",
}
_GIRL_FRINGE = "M-29 -160 Q-34 -203 0 -203 Q34 -203 29 -160 Q27 -180 8 -188 Q-14 -178 -24 -176 Q-28 -170 -29 -160 Z"


def _tails(look: Look, side: float) -> str:
    band = SUN if look.skirt else RED
    if look.style == "ponytail":
        x = -20 * (side or 1)
        return path(f"M{x} -186 Q{x * 2.6} -180 {x * 2} -138 Q{x * 1.3} -150 {x * 0.9} -176 Z", look.hair) + circle(
            x * 1.25, -184, 5, band
        )
    if look.style == "pigtails":
        locks = (
            path(f"M{s * 24} -172 Q{s * 48} -168 {s * 38} -128 Q{s * 26} -146 {s * 22} -160 Z", look.hair)
            for s in (-1, 1)
        )
        return "".join(locks) + circle(-27, -168, 5, band) + circle(27, -168, 5, band)
    return circle(0, -204, 12, look.hair) if look.style == "bun" else ""


def _face(look: Look, pose: Pose) -> str:
    dx, dy = pose.turn * 9, pose.down * 6
    eyes = circle(dx - 10, -166 + dy, 3.1, "#241a2e") + circle(dx + 10, -166 + dy, 3.1, "#241a2e")
    if pose.down > 0.6:
        eyes = "".join(path(f"M{dx + s - 4} {-165 + dy} q4 4 8 0", "none", "#241a2e", 2.6) for s in (-10, 10))
    cheeks = "".join(oval(dx + s, -157 + dy, 5, 3.5, "#ee8f7d", 'opacity="0.45"') for s in (-16, 16))
    smile = path(f"M{dx - 6} {-155 + dy} q6 7 12 0", "none", "#8d3b33", 2.6)
    if pose.mouth == "open":
        smile = path(f"M{dx - 7} {-156 + dy} q7 -1 14 0 q-1 10 -7 10 q-6 0 -7 -10 Z", "#8d2f33")
    if pose.mouth == "o":
        smile = oval(dx, -152 + dy, 3.6, 4.4, "#8d2f33")
    return eyes + cheeks + smile + (_glasses(dx, dy) if look.glasses else "")


def _glasses(dx: float, dy: float) -> str:
    rings = "".join(circle(dx + s, -166 + dy, 8, "none", 'stroke="#3a3350" stroke-width="2"') for s in (-10, 10))
    return rings + line(((dx - 2, -166 + dy), (dx + 2, -166 + dy)), "#3a3350", 2)


def _hat(look: Look) -> str:
    if look.hat == "helmet":
        return path("M-33 -172 Q-34 -212 0 -213 Q34 -212 33 -172 Q0 -182 -33 -172 Z", look.bottom) + path(
            "M-33 -174 Q0 -184 33 -174", "none", "#ffffff", 4
        )
    if look.hat == "cone":
        return poly(((-50, -172), (0, -222), (50, -172)), "#ead9a8") + path("M-50 -172 Q0 -158 50 -172 Z", "#cdb67c")
    if look.hat == "cap":
        return path("M-30 -176 Q-32 -208 0 -208 Q32 -208 30 -176 Z", RED) + oval(14, -177, 26, 6, RED_DEEP)
    return ""


def _head(look: Look, pose: Pose) -> str:
    neck = line(((0, -146), (0, -134)), shade(look.skin, -0.12), 15)
    skull = oval(0, -168, 28, 29, look.skin)
    if pose.back:
        nape = path("M-29 -164 Q-34 -203 0 -203 Q34 -203 29 -164 Q24 -142 0 -141 Q-24 -142 -29 -164 Z", look.hair)
        long = path(_BACK_HAIR[look.style], look.hair) if look.style in _BACK_HAIR else ""
        return neck + skull + nape + long + _tails(look, 0) + _hat(look)
    ears = circle(-28 + pose.turn * 4, -164, 6, look.skin) + circle(28 + pose.turn * 4, -164, 6, look.skin)
    fringe = group(path(_FRINGE.get(look.style, _GIRL_FRINGE), look.hair), pose.turn * 2)
    return neck + ears + skull + _face(look, pose) + fringe + _hat(look)


def _behind(look: Look, pose: Pose) -> str:
    if pose.back:
        return ""
    hair = path(_BACK_HAIR[look.style], look.hair) if look.style in _BACK_HAIR else ""
    return hair + _tails(look, pose.turn)


def _legs(look: Look, pose: Pose) -> str:
    if pose.sit:
        return ""
    return _leg(look, (-9, -80), pose.left_foot, 1) + _leg(look, (9, -80), pose.right_foot, -1)


def _bend(shoulder: Point, hand: Point) -> int:
    """Elbows point outwards and down."""
    outward = 1 if shoulder[0] < 0 else -1
    return outward if hand[1] > shoulder[1] - 6 else -outward


def figure(x: float, y: float, scale: float, look: Look, pose: Pose = STAND, holding: str = "") -> str:
    """A person; `holding` is drawn in the person's own units, in front of the body and under the hands."""
    arms = _arm(look, (-20, -126), pose.left, _bend((-20, -126), pose.left))
    arms += _arm(look, (20, -126), pose.right, _bend((20, -126), pose.right))
    upper = _behind(look, pose) + _torso(look, pose.sit) + _scarf(look, pose.back) + _head(look, pose) + holding + arms
    if pose.back:
        upper = holding + arms + _torso(look, pose.sit) + _scarf(look, True) + _head(look, pose)
    if pose.lean:
        upper = f'<g transform="rotate({pose.lean:.1f} 0 -80)">{upper}</g>'
    shadow = "" if pose.sit else oval(0, 0, 34, 6, INK, 'opacity="0.14"')
    return group(shadow + _legs(look, pose) + upper, x, y, scale)


def seated(x: float, y: float, scale: float, look: Look, pose: Pose, holding: str = "") -> str:
    """The upper half of a person behind a table whose edge is at y."""
    return figure(x, y + 82 * scale, scale, look, replace(pose, sit=True), holding)
