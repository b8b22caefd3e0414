"""Scenes of a school day, drawn flat: `draw("library", 7)` is always the same picture.

The seed also chooses, in turn, which of the scene's acts is going on: see `ACTS` in each module.
"""

import io
from collections.abc import Callable
from random import Random
from typing import Final

from . import (
    camp,
    classroom,
    clinic,
    computer,
    craft,
    drill,
    exam,
    fair,
    front,
    garden,
    gate,
    kitchen,
    lab,
    library,
    meeting,
    music,
    plans,
    rain,
    robotics,
    sport,
    stage,
    still,
    trip,
    yard,
)
from .shapes import HEIGHT, WIDTH

SCENES: Final[dict[str, Callable[[Random, int], str]]] = {
    "yard": yard.yard,
    "classroom": classroom.classroom,
    "lab": lab.lab,
    "sport": sport.sport,
    "library": library.library,
    "stage": stage.stage,
    "garden": garden.garden,
    "computer": computer.computer,
    "meeting": meeting.meeting,
    "gate": gate.gate,
    "fair": fair.fair,
    "drill": drill.drill,
    "exam": exam.exam,
    "still": still.still,
    "trip": trip.trip,
    "rain": rain.rain,
    "craft": craft.craft,
    "robotics": robotics.robotics,
    "music": music.music,
    "clinic": clinic.clinic,
    "camp": camp.camp,
    "kitchen": kitchen.kitchen,
    "front": front.front,
    "map": plans.town,
    "chart": plans.chart,
}

# how near the camera comes, and how much of what it leaves out is above (1) or below (0)
CLOSEST: Final[dict[str, tuple[float, float]]] = {
    "classroom": (1.42, 0.92),
    "lab": (1.42, 0.62),
    "library": (1.36, 0.95),
    "computer": (1.42, 0.95),
    "meeting": (1.34, 0.9),
    "stage": (1.24, 0.82),
    "exam": (1.16, 0.95),
    "fair": (1.1, 0.9),
    "drill": (1.1, 0.9),
    "trip": (1.06, 0.9),
    "craft": (1.1, 0.9),
    "robotics": (1.06, 0.9),
    "music": (1.06, 0.9),
    "clinic": (1.08, 0.95),
    "kitchen": (1.1, 0.9),
    "still": (1.06, 0.5),
    "map": (1.0, 0.5),
    "chart": (1.0, 0.5),
}


def _camera(rng: Random, scene: str) -> str:
    """A photographer steps closer, now to the left, now to the right."""
    nearest, low = CLOSEST.get(scene, (1.16, 0.9))
    width = WIDTH / rng.uniform(1.0 + (nearest - 1) / 2, nearest)
    height = width * HEIGHT / WIDTH
    left, top = (WIDTH - width) * rng.uniform(0.3, 0.7), (HEIGHT - height) * low
    return f"{left:.1f} {top:.1f} {width:.1f} {height:.1f}"


def draw(scene: str, seed: int) -> str:
    """The SVG of a scene; the same seed draws the same people doing the same thing."""
    rng = Random(f"{scene}:{seed}")
    content = SCENES[scene](rng, seed)
    frame = f'width="{WIDTH}" height="{HEIGHT}" viewBox="{_camera(rng, scene)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>{content}</svg>'


def raster(svg: str, width: int = WIDTH) -> bytes:
    """The scene as a JPEG, ready to be uploaded like a photograph."""
    import resvg_py
    from PIL import Image

    png = resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True)
    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        image.convert("RGB").save(out, "JPEG", quality=90)
    return out.getvalue()
