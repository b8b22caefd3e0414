"""Somebody who reads everything a page says in a browser, scripts' words too, and notes every line with English in it."""

from dataclasses import dataclass, field

from playwright.sync_api import Page

from tests.chromium import ADDRESS
from tests.words.english import english_in

SAID = """() => {
    const lines = [document.title], unread = "script, style, template, noscript, code, pre, kbd, svg, [lang=en], .xdsoft_save_selected";
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) if (!texts.currentNode.parentElement.closest(unread)) lines.push(texts.currentNode.data);
    for (const one of document.querySelectorAll("body *")) if (!one.closest(unread)) {
        for (const name of ["aria-label", "aria-description", "aria-roledescription", "title", "placeholder", "alt"])
            lines.push(one.getAttribute(name) ?? "");
        if (one.matches("input[type=submit], input[type=button], input[type=reset]")) lines.push(one.value);
    }
    return lines.map(line => line.trim().replace(/\\s+/g, " ")).filter(line => line);
}"""
FETCHED = """async address => {
    const answer = await fetch(address, {headers: {"X-Requested-With": "XMLHttpRequest"}}), box = document.createElement("div");
    box.innerHTML = answer.ok ? (await answer.json()).html : "";
    document.body.append(box);
    return box.textContent.trim() !== "";
}"""


@dataclass
class Reader:
    """`found` gathers the English lines by the name of the place they stood at; `heard` counts the places."""

    page: Page
    found: dict[str, list[str]] = field(default_factory=dict)
    heard: int = 0

    def reads(self, place: str = "") -> None:
        """All that the page says now: what is folded away or comes on a touch as well."""
        self.heard += 1
        if lines := sorted({line for line in self.page.evaluate(SAID) if english_in(line)}):
            self.found[f"{self.page.url.removeprefix(ADDRESS)} {place}".strip()] = lines

    def goes(self, path: str, place: str = "") -> None:
        self.page.goto(path)
        self.reads(place)

    def sends(self, place: str, **typed: str) -> None:
        """The form before him, filled in and sent past the browser's own checks, and what comes back."""
        form = self.page.locator("main form[method=post]").first
        for name, words in typed.items():
            form.locator(f"[name={name}]").fill(words)
        form.evaluate("form => form.noValidate = true")
        with self.page.expect_navigation():
            form.locator("button[type=submit]").first.click()
        self.reads(place)

    def opens(self, address: str) -> None:
        """A window that Wagtail's scripts fetch and lay over the page."""
        assert self.page.evaluate(FETCHED, address), address
        self.reads(f"→ {address}")
