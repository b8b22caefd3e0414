"""The first page inside in a browser: a newcomer finds her morning on a phone; dismissed, she loses it at the next touch (Điều 15.3)."""

import re

import pytest
from playwright.sync_api import Page, expect

from portal.intranet.notices.rules import To
from portal.search import actions as search
from tests.browser.walking import Walk
from tests.cast import assemble
from tests.intranet.inside import a_notice

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]


def test_a_newcomer_finds_her_morning_and_one_dismissed_finds_nothing(page: Page) -> None:
    cast = assemble()
    a_notice(cast, "Nội quy phòng máy", To(everyone=True), asked=True)
    search.reindex()
    page.set_viewport_size({"width": 360, "height": 740})
    walk = Walk(page, 360)
    walk.enter(cast.khoa, "/")
    page.get_by_role("link", name="Cổng nội bộ").first.click()
    walk.stop(re.compile("^Hôm nay,"))
    assert page.locator(".inside__waiting .task__title").all_inner_texts() == ["Nội quy phòng máy"]
    page.get_by_role("searchbox").fill("phòng máy")
    page.get_by_role("button", name="Tìm", exact=True).click()
    expect(page.locator(".hit__title")).to_have_text(["Nội quy phòng máy"])
    cast.suspend(cast.khoa)
    page.get_by_role("link", name="Nội quy phòng máy").click()
    expect(page.locator("h1")).not_to_have_text("Nội quy phòng máy")
    assert "Nội quy phòng máy" not in page.locator("main").inner_text()
