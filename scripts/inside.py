"""For the pictures of the guides: the internal layer as a teacher, a Secretary and a leader meet it."""

from playwright.sync_api import Page

LINE = "T5 14h họp tổ Toán P.304 – Sơn"


def writing(page: Page) -> None:
    """Next week begun, a line typed and read into its columns before it is added."""
    page.goto("/noi-bo/lich/2026-11-30/sua/")
    page.locator("#them input[name=line]").press_sequentially(LINE)
    page.locator("[data-hieu] dl").first.wait_for()


def unread(page: Page) -> None:
    """Who has not read the first notice that asks for a word."""
    page.goto("/noi-bo/thong-bao/")
    page.locator(".notice-row a[href$='/ai-chua-doc/']").first.click()
