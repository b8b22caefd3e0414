import pytest
from playwright.sync_api import Page

from tests.browser.walking import WIDTHS, Walk


@pytest.fixture(params=[360, pytest.param(1280, marks=pytest.mark.sqlite)], ids=lambda width: f"{width} px")
def walk(page: Page, request: pytest.FixtureRequest) -> Walk:
    """A phone, over either database; then a desk, where only the room is another."""
    width: int = request.param
    page.set_viewport_size({"width": width, "height": WIDTHS[width]})
    return Walk(page, width)
