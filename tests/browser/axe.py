"""axe-core on the page a browser has open: at phone and desk width by day, on the phone by night too."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
LOOKS = ((PHONE, "light"), (PHONE, "dark"), (DESK, "light"))  # colours by night are the same ones at either width
ALL_RULES: dict[str, Any] = {"rules": {"target-size": {"enabled": True}}}  # WCAG 2.2, off unless asked for
BY_LOOK: dict[str, Any] = {  # the rules whose answer width or colours can change
    "runOnly": ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block", "meta-viewport"]
}
RUN = """options => axe.run({...options, resultTypes: ["violations"], iframes: false}).then(found => found.violations.flatMap(
    one => one.nodes.map(node => `${one.id}: ${node.html.slice(0, 160)} (${node.any.concat(node.all, node.none)
        .map(check => check.message).join("; ").slice(0, 200)})`)))"""


def faults(page: Page) -> list[str]:
    """Everything axe has against the page as it stands, once for each fault; the whole set of rules at the first look."""
    page.evaluate(AXE_SCRIPT)  # by the debugger, past the page's own content security policy
    found: dict[str, None] = {}
    for size, scheme in LOOKS:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        options = ALL_RULES if (size, scheme) == LOOKS[0] else BY_LOOK
        wide = page.evaluate("document.documentElement.scrollWidth") > size["width"]
        found |= dict.fromkeys([f"{size['width']} px: scrolls sideways"] if wide else [])
        found |= dict.fromkeys(f"{size['width']} px, {scheme}: {one}" for one in page.evaluate(RUN, options))
    return list(found)
