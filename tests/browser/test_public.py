"""Every public page as its readers meet it: axe by day and night, small and large, zoomed, by keyboard, in forced colours,
without motion, without JavaScript."""

import re
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import faults
from tests.browser.public import every_public_page, stories
from tests.cast import Cast
from tests.chromium import ADDRESS

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]  # a page reads the same on either database
NARROW = (320, 640)  # the smallest phone; 1280 at 200 %
WIDE_PARTS = """wide => document.documentElement.scrollWidth <= wide ? [] : [...document.body.querySelectorAll("*")]
    .filter(one => one.getBoundingClientRect().right > wide + 1 && !one.closest(".scroll, [class*=strip]"))
    .slice(0, 3).map(one => one.outerHTML.slice(0, 100))"""
SPACED = """() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(`* { line-height: 1.5 !important;
    letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet] }"""
MOVING = """() => {
    const moves = (one) => parseFloat(getComputedStyle(one).transitionDuration) > 0.001;
    return [...document.getAnimations().map(one => one.animationName || "transition"),
        ...[...document.querySelectorAll("a, button, summary")].filter(moves).slice(0, 2).map(one => one.outerHTML.slice(0, 80))] }"""


def too_wide(page: Page) -> list[str]:
    """What sticks out at 320 px and at 200 %, as it is and with the letters a reader may set apart (WCAG 1.4.4, .10, .12)."""
    found = []
    for width in NARROW:
        page.set_viewport_size({"width": width, "height": 700})
        found += [f"{width} px: {one}" for one in page.evaluate(WIDE_PARTS, width)]
    page.evaluate(SPACED)
    found += [f"spaced: {one}" for one in page.evaluate(WIDE_PARTS, NARROW[-1])]
    return found


def test_no_public_page_has_a_fault_at_any_width_by_day_or_night(cast: Cast, page: Page) -> None:
    found: dict[str, list[str]] = {}
    for path in every_public_page(cast):
        answer = page.goto(path)
        assert answer is not None
        assert answer.headers["content-type"].startswith("text/html"), path
        told = faults(page) + too_wide(page) + [f"moves: {one}" for one in page.evaluate(MOVING)]
        found |= {path: told} if told else {}
    assert found == {}


@pytest.fixture
def school(cast: Cast) -> list[str]:
    """Home, a story with everything on it, its section, and a search."""
    told = stories(cast)
    call_command("reindex", verbosity=0)
    return ["/", told[0].url, f"/{cast.sections['chuyen-mon'].slug}/", "/tim-kiem/?q=nước"]


FOCUSED = """() => { const one = document.activeElement, box = one.getBoundingClientRect();
    const ringed = (at) => { const look = getComputedStyle(at);
        return look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2 };
    return [one.tagName + ":" + (one.getAttribute("href") || one.name || one.textContent.trim().slice(0, 30)),
        ringed(one) || ringed(one.closest(".search") || one), box.width > 0 && box.height > 0 && box.bottom > 0 &&
        box.top < innerHeight] }"""  # the box of the search is ringed as a whole
REACHABLE = """() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
    .filter(one => one.tabIndex >= 0 && one.checkVisibility({visibilityProperty: true}) && !one.disabled).length"""


def stops(page: Page) -> Iterator[tuple[str, bool, bool]]:
    """Where the tab key leads, from the top until it leaves the page."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            return
        yield tuple(page.evaluate(FOCUSED))


def test_everything_is_reached_by_the_tab_key_and_shows_where_one_is(school: list[str], page: Page) -> None:
    """Also in forced colours, where only the system's own are left (WCAG 2.1.1, 2.4.7, 2.4.11)."""
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    for path in school:
        page.goto(path)
        met = list(stops(page))
        assert met[0][0] == "A:#noi-dung"
        unseen = [one for one, ringed, in_view in met if not (ringed and in_view)]
        assert (unseen, len(met)) == ([], page.evaluate(REACHABLE)), path
    page.goto(school[0])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)") is True


def largest_letters_strongest_contrast_by_night(page: Page) -> None:
    """Three choices, each sent before the next is made."""
    buttons = [page.get_by_role("button", name=name) for name in ("Đậm, rõ nét", "Tối")]
    for button in (*buttons, page.locator("main button[name=co]").last):
        with page.expect_navigation():
            button.click()


def test_without_javascript_every_page_can_be_read_searched_and_left(
    committed: None, school: list[str], chromium: Browser
) -> None:
    """JavaScript off: the words, the pictures, the menu, the search and the reader's own letters are all there."""
    plain = chromium.new_context(base_url=ADDRESS, java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = plain.new_page()
    for path in school:
        page.goto(path)
        expect(page.locator("h1").first).to_be_visible()
        expect(page.locator("main")).to_contain_text("nước")
    page.locator("summary", has_text="Mục lục").click()
    expect(page.get_by_role("link", name="Liên hệ").first).to_be_visible()
    page.goto(school[1])
    assert page.locator("main img").count() >= 3
    page.locator("main .gallery a").first.click()
    expect(page).to_have_url(re.compile(r"/tep/anh/\d+/"))
    page.goto("/tim-kiem/")
    page.locator("main input[name=q]").fill("ba chai nước")
    page.locator("main input[name=q]").press("Enter")
    expect(page.locator("main")).to_contain_text("Ba chai nước và một câu hỏi")
    page.locator("a.reader-door").click()
    largest_letters_strongest_contrast_by_night(page)
    assert [page.locator("html").get_attribute(f"data-{name}") for name in ("co", "tuong-phan")] == ["3", ""]
    plain.close()


def test_the_largest_letters_and_the_strongest_contrast_break_no_page(school: list[str], page: Page) -> None:
    """What a reader chooses goes with him from page to page (TT 26/2020)."""
    page.goto("/tuy-chon-doc/")
    largest_letters_strongest_contrast_by_night(page)
    found: dict[str, list[str]] = {}
    for path in school:
        page.goto(path)
        assert page.locator("html").get_attribute("data-co") == "3"
        told = [*(faults(page) if path == school[1] else []), *too_wide(page)]
        found |= {path: told} if told else {}
    assert found == {}
