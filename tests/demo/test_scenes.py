"""The drawn pictures: always the same for a seed, different between seeds, and real pictures."""

import io
import xml.etree.ElementTree as ET

import pytest
from PIL import Image

from portal.demo.scenes import SCENES, draw, raster

FAR_AWAY = 97


def test_there_are_twenty_five_scenes_of_a_school_year() -> None:
    assert set(SCENES) == {
        "yard", "classroom", "lab", "sport", "library", "stage", "garden", "computer", "meeting", "gate",
        "fair", "drill", "exam", "still", "trip", "rain", "craft", "robotics", "music", "clinic", "camp", "kitchen",
        "front", "map", "chart",
    }  # fmt: skip


@pytest.mark.parametrize("scene", SCENES)
def test_a_seed_always_draws_the_same_picture(scene: str) -> None:
    assert draw(scene, 7) == draw(scene, 7)


@pytest.mark.parametrize("scene", SCENES)
def test_two_seeds_draw_two_pictures(scene: str) -> None:
    assert len({draw(scene, seed) for seed in range(12)}) == 12


@pytest.mark.parametrize("scene", SCENES)
def test_a_picture_is_well_formed_and_three_by_two(scene: str) -> None:
    roots = [ET.fromstring(draw(scene, seed)) for seed in (*range(8), FAR_AWAY)]
    assert {(root.get("width"), root.get("height")) for root in roots} == {("1280", "853")}


@pytest.mark.parametrize("scene", SCENES)
def test_a_picture_needs_no_font_and_nothing_from_elsewhere(scene: str) -> None:
    svg = draw(scene, 3)
    assert [word for word in ("<text", "href", "<image", "url(http") if word in svg] == []


@pytest.mark.parametrize("scene", SCENES)
def test_the_camera_stays_inside_the_picture(scene: str) -> None:
    for seed in range(8):
        left, top, width, height = map(float, ET.fromstring(draw(scene, seed)).get("viewBox", "").split())
        assert left >= 0
        assert top >= 0
        assert left + width <= 1280.1
        assert top + height <= 853.1


def test_a_raster_is_a_jpeg_of_the_width_asked_for() -> None:
    with Image.open(io.BytesIO(raster(draw("library", 1), width=640))) as picture:
        assert (picture.format, picture.size) == ("JPEG", (640, 427))


def test_a_raster_is_full_size_when_nothing_is_asked() -> None:
    with Image.open(io.BytesIO(raster(draw("stage", 2)))) as picture:
        assert picture.size == (1280, 853)


def test_an_unknown_scene_is_an_error() -> None:
    with pytest.raises(KeyError):
        draw("swimming-pool", 1)
