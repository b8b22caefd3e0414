"""A person walking through the portal in a browser, at one width; every stop is looked at by day and by night."""

import re
from contextlib import suppress
from dataclasses import dataclass

from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, Error, Locator, Page, ViewportSize, expect

from portal.people.models import Person
from tests.chromium import ADDRESS

SMALL_PHONE = ViewportSize(width=360, height=740)
WIDTHS = {360: 740, 1280: 800}
PAPER = {"light": "rgb(255, 253, 248)", "dark": "rgb(20, 17, 31)"}
LOOK = "[document.documentElement.scrollWidth, getComputedStyle(document.body).backgroundColor]"


def let_in(context: BrowserContext, person: Person) -> None:
    """The cookie a sign-in leaves, without the form."""
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    context.clear_cookies()
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": ADDRESS}])


def measured(page: Page) -> tuple[int, str]:
    """How wide the page is and the colour of its paper; a page that is only just coming is measured once it is there."""
    for _ in range(3):
        page.wait_for_load_state()
        with suppress(Error):  # the page before it went away meanwhile
            wide, paper = page.evaluate(LOOK)
            return wide, paper
    wide, paper = page.evaluate(LOOK)
    return wide, paper


def fits(page: Page) -> None:
    """Nothing makes a phone scroll sideways."""
    wide, _ = measured(page)
    assert wide <= SMALL_PHONE["width"]


@dataclass
class Walk:
    """What a person does and sees; `page` is Playwright's own for all the rest."""

    page: Page
    width: int

    def enter(self, person: Person, path: str = "/viec-cua-toi/") -> None:
        """As this person, at this address; the person before is out."""
        let_in(self.page.context, person)
        self.go(path)

    def go(self, path: str) -> None:
        answer = self.page.goto(path)
        assert answer is not None
        assert (answer.status, self.page.url) == (200, ADDRESS + path)
        self.stop()

    def stop(self, heading: str | re.Pattern[str] = "") -> None:
        """This page is the one expected; it fits, by day and by night, and no word of it is broken."""
        if heading:
            expect(self.page.get_by_role("heading", name=heading, level=1)).to_be_visible()
        for scheme, paper in PAPER.items():
            self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            look = measured(self.page)
            assert (look[0] <= self.width, look[1]) == (True, paper), (self.page.url, scheme, look)

    def follow(self, name: str | re.Pattern[str], heading: str | re.Pattern[str] = "", *, within: str = "main") -> None:
        """Follow the first link of that name."""
        with self.page.expect_navigation():
            self.page.locator(within).get_by_role("link", name=name).first.click()
        self.stop(heading)

    def open(self, name: str) -> Locator:
        """Unfold what has that name; gives what is inside."""
        fold = self.page.locator("main details", has=self.page.locator("summary", has_text=name)).first
        fold.locator("summary").first.click()
        return fold

    def press(self, name: str | re.Pattern[str], *, inside: Locator | None = None) -> None:
        """Press the first button of that name and land where it leads."""
        (inside or self.page.locator("main")).get_by_role("button", name=name).first.click()
        self.stop()

    def told(self, words: str | re.Pattern[str]) -> None:
        """The message after a deed."""
        expect(self.page.locator(".messages")).to_contain_text(words)

    def sees(self, words: str | re.Pattern[str]) -> None:
        expect(self.page.locator("main")).to_contain_text(words)

    def buttons(self) -> list[str]:
        """What can be pressed on this page, in order."""
        return [" ".join(name.split()) for name in self.page.locator("main").get_by_role("button").all_inner_texts()]
