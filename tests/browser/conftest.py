import pytest
from playwright.sync_api import Page

from tests.browser.walking import WIDTHS, Walk


@pytest.fixture(params=list(WIDTHS), ids=lambda width: f"{width} px")
def walk(page: Page, request: pytest.FixtureRequest) -> Walk:
    """A phone, then a desk."""
    width: int = request.param
    page.set_viewport_size({"width": width, "height": WIDTHS[width]})
    return Walk(page, width)
