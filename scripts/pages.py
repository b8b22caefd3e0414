"""Ten pages as readers meet them, on a phone and on a desk, by day and by night, into docs/pictures; `make pictures` runs it."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "docs" / "pictures"
INDEX = ROOT / "docs" / "pages.md"
SCREENS = {360: 1180, 1280: 1480}  # width, and how much of a long page is shown
SCHEMES = ("light", "dark")
PAGES = {  # name: what it is called, and where it is; a pattern is looked for on the page named before it
    "home": ("The front page", "/"),
    "section": ("A section", r"/ :: .mainnav a[href^='/hoat-dong']"),
    "article": ("An article", r"/ :: main h1 a[href^='/tin-bai/'], main h2 a[href^='/tin-bai/']"),
    "albums": ("Photo albums", "/anh/"),
    "search": ("A search without marks", "/tim-kiem/?q=khai+giang"),
    "about": ("About the school", "/gioi-thieu/"),
    "fees": ("What families pay", "/cac-khoan-thu/"),
    "contact": ("Contact", "/lien-he/"),
    "unit": ("A unit of the school", "/to/ :: main a[href^='/to/']"),
    "english": ("The school in English", "/en/"),
}


def take_all(browser: Browser, address: str) -> Iterator[str]:
    """Take every picture of every page; gives their names as they are kept."""
    KEPT.mkdir(parents=True, exist_ok=True)
    for width, height in SCREENS.items():
        for scheme in SCHEMES:
            context = browser.new_context(
                base_url=address, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", color_scheme=scheme,  # type: ignore[arg-type]
                reduced_motion="reduce", viewport={"width": width, "height": height},
            )  # fmt: skip
            page = context.new_page()
            page.goto("/")  # fonts and pictures come into the cache
            for name, (_, where) in PAGES.items():
                open_at(page, where)
                yield keep(page, f"{name}-{width}-{scheme}")
            context.close()
    write_index()


def open_at(page: Page, where: str) -> None:
    """An address, or the first link of a kind on another page."""
    path, _, link = where.partition(" :: ")
    page.goto(path)
    if link:
        page.goto(str(page.locator(link).first.get_attribute("href")))
    page.evaluate("document.querySelectorAll('img').forEach(one => one.loading = 'eager')")
    page.wait_for_load_state("networkidle")
    page.evaluate(
        "Promise.all([document.fonts.ready, ...[...document.images].map(one => one.decode().catch(() => 0))])"
    )


def keep(page: Page, name: str) -> str:
    """The top of the page, as small as it stays sharp."""
    taken = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    taken.save(KEPT / f"{name}.webp", quality=70, method=6)
    return name


def write_index() -> None:
    """docs/pages.md: every page at every size."""
    lines = [
        "# The pages as readers meet them",
        "",
        "Taken from the demo school by `make pictures`; its clock stands still.",
        "",
    ]
    for name, (title, _) in PAGES.items():
        lines += [f"## {title}", "", "| 360, day | 360, night | 1280, day | 1280, night |", "|---|---|---|---|"]
        shots = (f"![{title}, {width} px, {scheme}](pictures/{name}-{width}-{scheme}.webp)"
                 for width in SCREENS for scheme in SCHEMES)  # fmt: skip
        lines += [f"| {' | '.join(shots)} |", ""]
    INDEX.write_text(re.sub(r"\n+\Z", "\n", "\n".join(lines) + "\n"), encoding="utf-8")
