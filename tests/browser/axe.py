"""axe-core on the page a browser has open: at phone and desk width by day, on the phone by night too."""

from collections import defaultdict
from typing import Any
from weakref import WeakKeyDictionary

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
BY_COLOUR = ("color-contrast", "link-in-text-block")
BY_WIDTH = ("target-size", "scrollable-region-focusable", "meta-viewport")
LOOKS = (  # colours by night are the same ones at either width, and where a thing stands by night is where it stands by day
    (PHONE, "light", (*BY_COLOUR, *BY_WIDTH)),
    (PHONE, "dark", BY_COLOUR),
    (DESK, "light", (*BY_COLOUR, *BY_WIDTH)),
)
ALL_RULES: dict[str, Any] = {"rules": {"target-size": {"enabled": True}}}  # WCAG 2.2, off unless asked for
REST: dict[str, Any] = {
    "rules": {name: {"enabled": False} for name in (*BY_COLOUR, *BY_WIDTH)}
}  # the same at every look
PARTS = """() => {
    const tag = one => one.cloneNode(false).outerHTML;
    const place = one => one.parentElement ? place(one.parentElement) + [...one.parentElement.children].map(tag).join("") : "";
    const sheets = [...document.styleSheets, ...document.adoptedStyleSheets]
        .map(one => one.href || [...one.cssRules].map(rule => rule.cssText).join(" ")).join(" ");
    const words = one => one.outerHTML.replace(/(<input type="hidden"[^>]*value=")[^"]*/g, "$1");
    const typed = one => [...one.querySelectorAll("input:not([type=hidden]), select, textarea")]
        .map(field => [field.value, field.checked, field.matches(":focus")]).join();
    axe.parts = [...document.querySelectorAll("body > *, body > .wrap > *")];
    return axe.parts.map(one => [sheets, tag(document.documentElement), place(one), words(one), typed(one)].join(" ")) }"""
RUN = """async ([sets, judged, wide]) => {
    const found = document.documentElement.scrollWidth > wide ? ["scrolls sideways"] : [];
    for (const set of sets) {
        const where = set.runOnly ? {exclude: judged.map(number => axe.parts[number])} : document;
        const {violations} = await axe.run(where, {...set, resultTypes: ["violations"], iframes: false});
        found.push(...violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.html.slice(0, 160)} (${
            node.any.concat(node.all, node.none).map(check => check.message).join("; ").slice(0, 200)})`)));
    }
    return found }"""
_judged: WeakKeyDictionary[Page, dict[int, set[str]]] = WeakKeyDictionary()


def faults(page: Page) -> list[str]:
    """Everything axe has against the page as it stands, once for each fault. What neither width nor colour can change is asked
    once, of the whole page. A part of the frame that was judged at a look on a page before – the same markup, in the same
    place, under the same sheets – is not judged for its colours and sizes again."""
    _bring_axe(page)
    parts: list[str] = page.evaluate(PARTS)
    judged = _judged.setdefault(page, defaultdict(set))
    found: dict[str, None] = {}
    for number, (size, scheme, rules) in enumerate(LOOKS):
        if page.viewport_size != size:
            page.set_viewport_size(size)  # type: ignore[arg-type]
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        sets = [{"runOnly": rules}] if number else [REST, {"runOnly": rules}]
        before = [place for place, part in enumerate(parts) if part in judged[number]]
        told = page.evaluate(RUN, [sets, before, size["width"]])
        found |= dict.fromkeys(f"{size['width']} px, {scheme}: {one}" for one in told)
        judged[number].update(parts)
    return list(found)


def faults_now(page: Page) -> list[str]:
    """Everything axe has against the page at the size and colours it has now."""
    _bring_axe(page)
    size = page.viewport_size
    assert size is not None
    told: list[str] = page.evaluate(RUN, [[ALL_RULES], [], size["width"]])
    return told


def _bring_axe(page: Page) -> None:
    """By the debugger, past the page's own content security policy; whatever this page opens next has it from the start."""
    if not page.evaluate("'axe' in window"):
        page.add_init_script(AXE_SCRIPT)
        page.evaluate(AXE_SCRIPT)
