"""Nhập từ Word as a teacher does it: several files at once, watched quietly; every conversion looked through; turned back."""

import pytest
from playwright.sync_api import FilePayload, Page, expect

from portal.base import clock, queue
from tests.browser.test_main_job import SMALL_PHONE, fits, sign_in
from tests.cast import Cast
from tests.news.bringing.papers import macro, old_notice

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]


def as_sent(name: str) -> FilePayload:
    file = macro() if name == "co-macro.docx" else old_notice(name)
    return {"name": name, "mimeType": "application/octet-stream", "buffer": file.read()}


def test_files_in_old_fonts_become_drafts_shown_before_and_after(cast: Cast, page: Page) -> None:
    page.set_viewport_size(SMALL_PHONE)
    sign_in(page, cast.lan)
    page.goto("/viet/")
    page.get_by_role("link", name="Nhập từ Word").click()
    page.get_by_label("Chuyên mục").select_option("chuyen-mon")
    page.get_by_label("Tệp Word").set_input_files([as_sent("mot.docx"), as_sent("co-macro.docx")])
    page.get_by_role("button", name="Nhập thành bản nháp").click()
    expect(page.get_by_role("status")).to_contain_text("Đã đọc 0 trên 2 bài")
    fits(page)
    queue.run_due(clock.now())
    expect(page.get_by_role("status")).to_contain_text(
        "1 thành bản nháp, 1 không nhận được"
    )  # it looked again by itself
    page.get_by_role("link", name="Xem chỗ đã đổi").click()
    expect(page.locator(".brought__pair").first).to_contain_text("Thông báo về Ý tưởng trẻ")
    fits(page)
    page.get_by_role("button", name="Trả về như bản gốc").click()
    expect(page.get_by_role("button", name="Đổi sang Unicode")).to_be_visible()
