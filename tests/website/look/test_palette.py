"""The colours of the house and of any school: every pair the screens put together is read by day and by night."""

import re
from colorsys import hls_to_rgb

import pytest

from portal.website.look.colour import contrast, is_colour, luminance
from portal.website.look.palette import TOKENS, does, house, measures, nearest, palette


def test_contrast_is_measured_as_wcag_does() -> None:
    assert (luminance("#000000"), luminance("#ffffff")) == (0.0, pytest.approx(1.0))
    assert contrast("#ffffff", "#000000") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)  # WebAIM's own example of just too little


@pytest.mark.parametrize("text", ["#3b2a8", "3b2a8c", "#3B2A8C", "#3b2a8g", "red", "", "#3b2a8c;}body{", "#٣b2a8c"])
def test_a_colour_is_written_one_way(text: str) -> None:
    assert not is_colour(text)


def test_every_pair_of_the_house_is_read() -> None:
    assert [one for one in measures(house()) if not one.does] == []


def test_night_says_the_same_in_both_its_places() -> None:
    css = TOKENS.read_text(encoding="utf-8")
    asked = css[css.index(':root:not([data-nen="sang"]) {') : css.index("/* the reader asked for night")]
    values = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", asked))
    assert values == house().dark


def _wheel() -> list[str]:
    """Twelve hues at three depths, and the greys."""
    made = [hls_to_rgb(hue / 12, light, 0.8) for hue in range(12) for light in (0.12, 0.2, 0.28)]
    made += [(grey, grey, grey) for grey in (0.0, 0.2, 0.4)]
    return ["#" + "".join(f"{round(one * 255):02x}" for one in colour) for colour in made]


def test_whatever_a_school_may_choose_is_read_by_day_and_by_night() -> None:
    chosen = [ink for ink in _wheel() if does("ink", ink)]
    assert len(chosen) > 25
    reds = [red for red in _wheel() if does("phuong", red)]
    pairs = zip(chosen, (reds[at % len(reds)] for at in range(len(chosen))), strict=True)
    short = [(ink, red, one) for ink, red in pairs for one in measures(palette(ink, red)) if not one.does]
    assert short == []


@pytest.mark.parametrize("colour", ["#ffcc00", "#00ff00", "#66ccff", "#ffffff", "#1a73e8", "#ff8fa3"])
@pytest.mark.parametrize("name", ["ink", "phuong"])
def test_what_is_too_light_has_a_nearest_shade_that_does(name: str, colour: str) -> None:
    assert not does(name, colour)
    assert does(name, nearest(name, colour))
    assert luminance(nearest(name, colour)) < luminance(colour)


def test_what_does_is_left_as_it_is() -> None:
    assert (nearest("ink", "#17694d"), nearest("phuong", "#c8202f")) == ("#17694d", "#c8202f")
    assert palette("#3b2a8c", "#c8202f") == house()
