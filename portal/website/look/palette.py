"""The colours of a school from the two it chose, by day and by night, and every pair the screens put together, measured.

The house's own values are read from tokens.css, where the design stands; nothing is written twice.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from portal.website.look.colour import BLACK, WHITE, at_lightness, contrast, in_hue_of, mix, shifted

TOKENS = Path(__file__).resolve().parents[2] / "static_src" / "css" / "tokens.css"
TEXT, SHAPE, STRONG = 4.5, 3.0, 7.0  # WCAG 2.2: 1.4.3 for letters, 1.4.11 for shapes, 1.4.6 for who asked for more
Scheme = dict[str, str]
PAIRS: tuple[tuple[str, str, float], ...] = (
    *(("text", ground, TEXT) for ground in ("paper", "sheet", "ink-soft", "nang-soft", "la-soft", "phuong-soft")),
    *(("quiet", ground, TEXT) for ground in ("paper", "sheet", "ink-soft")),
    *(("ink", ground, TEXT) for ground in ("paper", "sheet", "ink-soft")),
    *(("ink-deep", ground, TEXT) for ground in ("paper", "sheet", "ink-soft")),
    *(("phuong", ground, TEXT) for ground in ("paper", "sheet", "phuong-soft")),
    *(("la", ground, TEXT) for ground in ("paper", "sheet", "la-soft")),
    ("on-ink", "ink", TEXT), ("on-ink", "ink-deep", TEXT), ("on-phuong", "phuong", TEXT), ("on-la", "la", TEXT),
    ("on-nang", "nang", TEXT), ("on-bar", "bar", TEXT), ("on-bar", "bar-raised", TEXT), ("on-foot", "foot", TEXT),
    ("on-foot-quiet", "foot", TEXT), ("nang", "bar", SHAPE), ("nang", "bar-raised", SHAPE), ("nang", "foot", SHAPE),
    ("edge", "paper", SHAPE), ("edge", "sheet", SHAPE),
)  # fmt: skip
TINTED = ("text", "quiet", "edge", "oly", "oly-main")  # neutrals that lean towards the school's ink
TINTED_BY_NIGHT = (
    *TINTED,
    "ink-soft",
    "paper",
    "sheet",
    "line",
    "bar",
    "bar-raised",
    "foot",
    "foot-line",
    "on-foot-quiet",
)


@dataclass(frozen=True)
class Palette:
    """Every colour by its token's name, by day and by night."""

    light: Mapping[str, str]
    dark: Mapping[str, str]


@cache
def house() -> Palette:
    """The colours of the design as tokens.css has them."""
    text = TOKENS.read_text(encoding="utf-8")
    by_day = text[text.index(":root {") : text.index("@media (prefers-color-scheme: dark)")]
    at = text.index(':root[data-nen="toi"] {')
    return Palette(_values(by_day), _values(text[at : text.index("}", at)]))


def _values(css: str) -> Scheme:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", css))


def palette(ink: str, phuong: str) -> Palette:
    """Everything that follows from a school's ink and phượng; the house's own where it chose nothing else."""
    own = house()
    if (ink, phuong) == (own.light["ink"], own.light["phuong"]):
        return own
    return Palette(_day(ink, phuong), _night(ink, phuong))


def _day(ink: str, phuong: str) -> Scheme:
    base = house().light
    scheme = {**base, **{name: in_hue_of(base[name], ink) for name in TINTED}}
    soft = mix(ink, WHITE, 0.92)
    bar = _until(ink, scheme["nang"], SHAPE, darker=True)
    deep = _until(mix(bar, BLACK, 0.3), WHITE, STRONG, darker=True)
    scheme |= {
        "ink": ink, "ink-deep": deep, "on-ink": WHITE, "ink-soft": soft, "bar": bar, "bar-raised": deep, "on-bar": WHITE,
        "foot": deep, "foot-line": mix(deep, WHITE, 0.2), "on-foot": WHITE,
        "on-foot-quiet": _until(mix(WHITE, ink, 0.15), deep, TEXT, darker=False),
        "phuong": phuong, "on-phuong": WHITE, "phuong-soft": mix(phuong, WHITE, 0.9),
    }  # fmt: skip
    return _readable(scheme, darker=True)


def _night(ink: str, phuong: str) -> Scheme:
    base = house().dark
    scheme = {**base, **{name: in_hue_of(base[name], ink) for name in TINTED_BY_NIGHT}}
    scheme |= {
        "ink": at_lightness(ink, 0.82, 0.7), "ink-deep": at_lightness(ink, 0.9, 0.7), "on-ink": scheme["paper"],
        "phuong": at_lightness(phuong, 0.76), "on-phuong": scheme["paper"],
        "phuong-soft": mix(scheme["paper"], phuong, 0.3),
    }  # fmt: skip
    for name in ("ink", "phuong"):
        scheme[name] = shifted(scheme[name], partial(_reads, scheme, name), darker=False)
    return _readable(scheme, darker=False)


def _readable(scheme: Scheme, *, darker: bool) -> Scheme:
    """Neutrals keep their contrast in every hue: what fell short of it by leaning goes on until it does not."""
    for name in ("text", "quiet", "edge"):
        scheme[name] = shifted(scheme[name], partial(_reads, scheme, name), darker=darker)
    return scheme


def _reads(scheme: Scheme, name: str, shade: str) -> bool:
    """Whether a shade would be read on every ground its token stands on."""
    return all(contrast(shade, scheme[ground]) >= least for front, ground, least in PAIRS if front == name)


def _until(colour: str, ground: str, least: float, *, darker: bool) -> str:
    return shifted(colour, lambda shade: contrast(shade, ground) >= least, darker=darker)


@dataclass(frozen=True)
class Measure:
    """Two colours the screens put together, and how well one is read on the other."""

    scheme: str
    front: str
    ground: str
    ratio: float
    least: float

    @property
    def does(self) -> bool:
        return self.ratio >= self.least


def measures(shown: Palette) -> Iterator[Measure]:
    """Every pair of the screens, by day then by night."""
    for name, scheme in (("light", shown.light), ("dark", shown.dark)):
        for front, ground, least in PAIRS:
            yield Measure(name, front, ground, contrast(scheme[front], scheme[ground]), least)


def does(name: str, colour: str) -> bool:
    """Whether a chosen colour is read wherever it stands, and letters on it; `name` is "ink" or "phuong"."""
    own = house().light
    ink, phuong = (colour, own["phuong"]) if name == "ink" else (own["ink"], colour)
    return all(one.does for one in measures(Palette(_day(ink, phuong), _night(ink, phuong))))


def nearest(name: str, colour: str) -> str:
    """The same colour, only as much darker as it takes to be read."""
    return shifted(colour, lambda shade: does(name, shade), darker=True)
