"""Nhập từ Word as a teacher does it: several files at once, a slip mended without choosing them again, watched quietly; every
conversion looked through, turned back and forth; the draft sent on."""

import re

import pytest
from playwright.sync_api import FilePayload, Page, expect

from portal.base import clock, queue
from portal.base.text.legacy import Font
from tests.browser.test_main_job import sign_in
from tests.browser.walking import SMALL_PHONE, fits
from tests.cast import Cast
from tests.files.office import odt
from tests.legacy import old
from tests.news.bringing.papers import macro, old_notice

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]
NAMES = "Em Nguyễn Thị Hoè và em Đặng Thuỳ Dương, lớp 7A3, được giải Nhất."


def as_sent(name: str) -> FilePayload:
    """A notice begun in .VnTime, gone on in VNI-Times, ended in Unicode; an .odt in VNI-Times; a file with a macro."""
    if name.endswith(".odt"):
        told = odt.p(old("Kế hoạch của tổ Văn", Font.VNI), "Cu") + odt.p("Họp lúc 14 giờ.")
        raw = odt.odt(told, automatic=odt.style("Cu", 'fo:font-family="VNI-Times"'))
    else:
        raw = (macro() if name == "co-macro.docx" else old_notice(name)).read()
    return {"name": name, "mimeType": "application/octet-stream", "buffer": raw}


def test_a_teacher_brings_three_papers_looks_through_one_and_sends_it_on(cast: Cast, page: Page) -> None:
    page.set_viewport_size(SMALL_PHONE)
    sign_in(page, cast.lan)
    page.goto("/viet/")
    page.get_by_role("link", name="Nhập từ Word").click()
    page.get_by_label("Tệp Word").set_input_files([as_sent(name) for name in ("mot.docx", "hai.odt", "co-macro.docx")])
    page.get_by_role("button", name="Nhập thành bản nháp").click()
    expect(page.get_by_role("alert")).to_contain_text("các tệp đang giữ vẫn còn")
    expect(page.locator(".brought__held")).to_contain_text("Đang giữ 3 tệp, không phải chọn lại")
    fits(page)
    page.get_by_label("Chuyên mục").select_option("chuyen-mon")
    page.get_by_label("Việc trong kế hoạch").select_option(str(cast.entry.pk))
    page.get_by_role("button", name="Nhập thành bản nháp").click()
    status = page.get_by_role("status")
    expect(status).to_contain_text("Đã đọc 0 trên 3 bài")
    fits(page)
    queue.run_due(clock.now())
    expect(status).to_contain_text("2 thành bản nháp, 1 không nhận được")  # it looked again by itself
    expect(page.locator(".brought__refusal")).to_contain_text("“co-macro.docx”: Tệp có macro nên không nhận.")

    page.get_by_role("link", name="Xem chỗ đã đổi").first.click()
    pair = page.locator(".brought__pair").filter(has_text=NAMES)
    expect(pair.locator("del")).to_contain_text("NguyÔn ThÞ HoÌ")
    fits(page)
    page.get_by_role("button", name="Trả về như bản gốc").click()
    page.get_by_role("button", name="Đổi sang Unicode").click()
    expect(page.get_by_role("button", name="Trả về như bản gốc")).to_be_visible()

    page.get_by_role("link", name="Mở bản nháp").click()
    page.get_by_label("Tóm tắt").fill("Hai em lớp 7A3 được giải Nhất.")
    page.get_by_role("button", name="Xem tuyến duyệt").click()
    page.get_by_role("button", name=re.compile(r"^Trình bản \d+$")).click()
    expect(page.locator(".messages")).to_contain_text("Đã trình.")
