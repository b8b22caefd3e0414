"""Pictures at the widths pages show, the lightest form first, made by the worker and never blown up."""

import io

import pytest
from django.core.cache import cache
from django.template.loader import render_to_string
from django.test import Client
from PIL import Image

from portal.base import queue
from portal.base.models import Task
from portal.files.actions import store_picture
from portal.files.models import Picture
from portal.files.rules import RENDITIONS, WIDTHS, at_width, widths_of
from tests.cast import NOW, Cast
from tests.files.pictures import picture
from tests.website.pictures import shown


@pytest.mark.parametrize(
    "width, expected",
    [(60, [(240, 60)]), (240, [(240, 240)]), (241, [(240, 240), (400, 241)]),
     (900, [(240, 240), (400, 400), (800, 800), (1280, 900)]), (4000, [(one, one) for one in WIDTHS])],
)  # fmt: skip
def test_a_picture_is_made_no_wider_than_it_is_and_nothing_twice(width: int, expected: list[tuple[int, int]]) -> None:
    assert widths_of(width) == expected
    assert {at_width(one, form) for one, _ in expected for form in ("avif", "webp")} <= RENDITIONS


def kept(cast: Cast, kind: str = "JPEG") -> Picture:
    words = {"title": "Sân", "alt": "Sân trường", "credit": ""}
    return store_picture(picture(kind=kind, size=(500, 300)), **words, by=cast.lan, at=NOW, channel="test")


def test_what_goes_up_is_made_small_by_the_worker_once(cast: Cast) -> None:
    cache.clear()  # Wagtail remembers renditions by the picture's number, which another test gave away too
    one = kept(cast)
    cast.article(cast.lan, body=[shown(one)])
    assert Task.objects.count() == 0
    cast.published(cast.lan, body=[{"type": "paragraph", "value": "Chữ"}, shown(one)])
    assert Task.objects.values_list("name", "arguments").get() == (
        "portal.files.widths.make_widths",
        {"pictures": [one.pk]},
    )
    assert one.renditions.count() == 0
    assert queue.run_due(NOW) == 1
    made = {row.filter_spec: (row.width, row.height) for row in one.renditions.all()}
    expected = {240: (240, 144), 400: (400, 240), 800: (500, 300)}
    assert made == {at_width(width, form): size for width, size in expected.items() for form in ("avif", "webp")}
    Task.objects.update(state=Task.State.READY, leased_until=None)
    assert (queue.run_due(NOW), one.renditions.count()) == (1, 6)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_avif_is_served_as_avif_through_the_same_gate(cast: Cast, client: Client, kind: str) -> None:
    one = kept(cast, kind)
    address = one.avif.split()[0]
    assert client.get(address).status_code == 404
    cast.published(cast.lan, body=[{"type": "paragraph", "value": "Chữ"}, shown(one)])
    answer = client.get(address)
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/avif", "public, max-age=600")
    with Image.open(io.BytesIO(answer.content)) as small:
        assert (small.format, small.size) == ("AVIF", (240, 144))


def test_a_page_offers_the_lightest_form_first_with_room_kept_for_it(cast: Cast) -> None:
    one = kept(cast)
    eager = render_to_string("components/picture.html", {"picture": one, "eager": True})
    lazy = render_to_string("components/picture.html", {"picture": one})
    for html in (eager, lazy):
        assert html.index('type="image/avif"') < html.index("<img")
        assert (html.count('alt="Sân trường"'), html.count('width="500" height="300"')) == (1, 1)
    assert ("fetchpriority" in eager, 'loading="lazy"' in eager, "auto, " in eager) == (True, False, False)
    assert ("fetchpriority" in lazy, 'loading="lazy"' in lazy, lazy.count('sizes="auto, ')) == (False, True, 2)


def test_a_card_without_a_picture_has_no_hole_and_one_of_old_has_no_empty_source() -> None:
    assert render_to_string("components/thumb.html", {"item": {"url": "/a/"}}).strip() == ""
    html = render_to_string("components/thumb.html", {"item": {"url": "/a/", "picture_url": "/b.webp"}})
    assert ("<source" in html, "srcset" in html, html.count('alt=""')) == (False, False, 1)
