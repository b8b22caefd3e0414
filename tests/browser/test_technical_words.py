"""What Wagtail's scripts write on its screens is Vietnamese as well."""

import pytest
from playwright.sync_api import Page, expect

from portal.people.models import Person
from tests.browser.walking import let_in
from tests.cast import PASSWORD, Cast
from tests.words.english import english_in

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]
LINES = """() => document.body.innerText.split("\\n").concat(
    ...[...document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")].map(
        e => ["aria-label", "title", "placeholder", "alt"].map(name => e.getAttribute(name) ?? "")))"""


def test_the_screens_of_a_superuser_are_vietnamese_with_all_their_scripts_write(cast: Cast, page: Page) -> None:
    root = Person.objects.create_superuser("root", "root@testserver.edu.vn", PASSWORD)
    cast.published(cast.lan)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.set_viewport_size({"width": 1280, "height": 800})
    let_in(page.context, root)
    found = {}
    for path in ("", "pages/", "images/add/", "reports/site-history/", "account/"):
        page.goto(f"/admin/{path}")
        expect(page.locator("#wagtail-sidebar nav")).to_be_visible()
        if not path:
            page.locator("#wagtail-sidebar").get_by_text("Trang", exact=True).click()
            expect(page.locator(".c-page-explorer")).to_be_visible()
        if english := sorted({line.strip() for line in page.evaluate(LINES) if english_in(line)}):
            found[path] = english
    assert found == {}
