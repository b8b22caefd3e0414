"""The little scripts of the site, each an aid to what works without it: suggestions, pictures opened large, home arranged by hand."""

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from tests.browser.public import stories
from tests.browser.walking import let_in
from tests.cast import Cast

pytestmark = pytest.mark.browser


def test_suggestions_follow_what_is_typed_and_are_taken_by_keys(cast: Cast, page: Page) -> None:
    told = stories(cast)
    call_command("reindex", verbosity=0)
    page.goto("/")
    box = page.get_by_role("combobox", name="Tìm trong cổng")
    page.locator("input[name=q]").first.focus()
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("ba chai nuoc")
    first = page.get_by_role("option").first
    expect(first).to_contain_text("Ba chai nước và một câu hỏi")
    box.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    box.press_sequentially(" ")
    expect(first).to_be_visible()
    box.press("ArrowDown")
    with page.expect_navigation():
        box.press("Enter")
    assert page.url.endswith(told[0].url)


def test_pictures_open_large_and_are_leafed_through_by_keys(cast: Cast, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(stories(cast)[1].url)
    pictures = page.locator(".gallery__open")
    pictures.first.press("Enter")
    box = page.get_by_role("dialog", name="Bộ ảnh")
    expect(box.get_by_role("status")).to_have_text("Ảnh 1 / 3")
    expect(box.get_by_role("button", name="Ảnh trước")).to_be_disabled()
    page.keyboard.press("ArrowRight")
    expect(box.get_by_role("status")).to_have_text("Ảnh 2 / 3")
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    expect(pictures.nth(1)).to_be_focused()


def test_sections_are_dragged_into_their_order_and_kept_so(cast: Cast, page: Page) -> None:
    stories(cast)
    let_in(page.context, cast.sen)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/viec/trang-chu/")
    rows = page.locator("[data-muc] [data-dong]")
    ticks, names_of = rows.locator("input[type=checkbox]"), "all => all.map(one => one.name)"
    names = ticks.evaluate_all(names_of)
    last = rows.last.locator("[data-nam]")
    last.scroll_into_view_if_needed()
    grip, goal = last.bounding_box(), rows.first.bounding_box()
    assert grip is not None
    assert goal is not None
    page.mouse.move(grip["x"] + 5, grip["y"] + 5)
    page.mouse.down()
    page.mouse.move(grip["x"] + 5, goal["y"] + 2, steps=12)
    page.mouse.up()
    with page.expect_navigation():
        page.get_by_role("button", name="Lưu cách sắp xếp").click()
    expect(page.locator(".messages")).to_be_visible()
    assert ticks.evaluate_all(names_of) == [names[-1], *names[:-1]]
