"""Colours as numbers: contrast as WCAG measures it, and the nearest shade that would do. Pure."""

import re
from collections.abc import Callable
from colorsys import hls_to_rgb, rgb_to_hls

HEX = re.compile(r"#[0-9a-f]{6}", re.ASCII)
STEP = 0.004  # of lightness, below what an eye tells apart
WHITE, BLACK = "#ffffff", "#000000"


def is_colour(text: str) -> bool:
    """Whether a text is a colour as we write them: #rrggbb in small letters."""
    return HEX.fullmatch(text) is not None


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _written(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{round(min(max(one, 0.0), 1.0) * 255):02x}" for one in (red, green, blue))


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """`one` with a share of `other` stirred in."""
    red, green, blue = (a + (b - a) * share for a, b in zip(_parts(one), _parts(other), strict=True))
    return _written(red, green, blue)


def in_hue_of(colour: str, model: str) -> str:
    """The same lightness in the hue of `model`; grey where the model is grey."""
    hue, _, strength = rgb_to_hls(*_parts(model))
    _, light, own = rgb_to_hls(*_parts(colour))
    return _written(*hls_to_rgb(hue, light, own * min(strength * 2, 1.0)))


def at_lightness(colour: str, light: float, most: float = 1.0) -> str:
    """The same hue at another lightness, no stronger than `most`."""
    hue, _, strength = rgb_to_hls(*_parts(colour))
    return _written(*hls_to_rgb(hue, light, min(strength, most)))


def shifted(colour: str, does: Callable[[str], bool], *, darker: bool) -> str:
    """The nearest shade of a colour that does, going darker or lighter; the colour itself where it does already."""
    hue, light, strength = rgb_to_hls(*_parts(colour))
    while not does(colour) and light != (0.0 if darker else 1.0):
        light = max(light - STEP, 0.0) if darker else min(light + STEP, 1.0)
        colour = _written(*hls_to_rgb(hue, light, strength))
    return colour
