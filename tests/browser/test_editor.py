"""A text comes back with a remark, on a phone: mended at its place, completed as the list asks, handed in again."""

import re

import pytest
from playwright.sync_api import Page, expect

from portal.approval.actions import remark
from portal.news.editor.presence import arrive
from tests.browser.axe import faults, faults_now
from tests.browser.test_main_job import sign_in
from tests.browser.walking import SMALL_PHONE, fits
from tests.cast import NOW, Cast
from tests.chromium import ADDRESS

pytestmark = pytest.mark.browser
SENTENCE = "Bốn mươi cây bàng con đã chờ sẵn dọc lối vào."


def test_a_text_sent_back_is_mended_where_the_remark_stands_and_handed_in_again(cast: Cast, page: Page) -> None:
    page.set_viewport_size(SMALL_PHONE)
    body = [{"type": "paragraph", "value": "Sáng thứ Bảy."}, {"type": "paragraph", "value": SENTENCE}]
    article = cast.article(cast.vy, body=body)
    cast.submit(article, cast.vy)
    remark(article, quote=SENTENCE, text="Đếm lại giúp.", revision=cast.case(article).revision_id, by=cast.sen, at=NOW,
           channel="test")  # fmt: skip
    cast.decide(article, "send_back", cast.sen, reason="Xem lại con số.")

    # the reason on top, the remark under its sentence
    sign_in(page, cast.vy)
    page.goto(f"/viet/{article.pk}/")
    expect(page.locator(".note--alarm").first).to_contain_text("Vũ Thị Sen trả lại để sửa: Xem lại con số.")
    expect(page.locator("#khoi-1 .remark")).to_contain_text("Đếm lại giúp.")
    expect(page.locator("#khoi-0 .remark")).to_have_count(0)
    fits(page)

    # a mistake elsewhere loses nothing, and leads to its field
    text = page.locator("#khoi-1 textarea")
    text.fill("Ba mươi cây  bàng con đã chờ sẵn .")
    page.get_by_label("Tiêu đề", exact=True).fill("")
    page.get_by_role("button", name="Lưu", exact=True).last.click()
    expect(page.locator(".faults a")).to_have_text("Tiêu đề")
    expect(page.locator("#khoi-1 textarea")).to_have_value("Ba mươi cây bàng con đã chờ sẵn.")
    fits(page)
    page.locator(".faults a").click()
    expect(page.get_by_label("Tiêu đề", exact=True)).to_be_focused()
    page.keyboard.type("Buổi trồng cây")

    # the list follows while he types
    strip = page.locator(".needs__strip")
    expect(strip).to_have_text("Đã đủ để trình")
    page.get_by_label("Thể loại").select_option("tin-hoi-nghi")
    expect(strip).to_have_text("Còn thiếu 2 mục")
    strip.click()
    needs = page.locator("#can-co")
    expect(needs.locator(".checks__todo")).to_have_count(2)
    fits(page)
    needs.get_by_role("link", name="Giờ khai mạc").click()
    expect(needs).to_be_hidden()
    page.get_by_label("Giờ khai mạc").fill("2026-11-20T08:00")
    page.get_by_label("Địa điểm").fill("Vườn trường")
    expect(strip).to_have_text("Đã đủ để trình")

    # settled, and every word still there
    page.locator(".remark button").click()
    expect(page.locator(".messages")).to_contain_text("Đã khép nhận xét.")
    expect(page.locator(".remark")).to_have_count(0)
    expect(page.get_by_label("Tiêu đề", exact=True)).to_have_value("Buổi trồng cây")
    expect(page.get_by_label("Địa điểm")).to_have_value("Vườn trường")

    # what was mended is told; then the route, then in
    page.locator("#khoi-0 textarea").fill('Sáng thứ Bảy, "cả khối" ra vườn.')
    page.get_by_role("button", name="Lưu", exact=True).last.click()
    expect(page.locator(".messages")).to_contain_text("Đã sửa giúp: 1 cặp ngoặc kép.")
    page.get_by_text("Xem từng chỗ").click()
    expect(page.locator(".messages ins")).to_contain_text("“cả khối”")
    fits(page)
    page.get_by_role("button", name="Xem tuyến duyệt").click()
    expect(page.get_by_role("heading", name="Bài sẽ đi qua những ai")).to_be_visible()
    page.get_by_role("button", name=re.compile(r"^Trình bản \d+$")).click()
    expect(page.locator(".messages")).to_contain_text("Đã trình.")


def test_two_people_at_one_text_know_of_each_other(cast: Cast, page: Page) -> None:
    article = cast.article(cast.lan)
    sign_in(page, cast.lan)
    with page.expect_response(lambda answer: answer.url.endswith("/dang-mo/")):
        page.goto(f"/viet/{article.pk}/")
    expect(page.locator("#ai-dang-mo .note")).to_have_count(0)
    assert page.context.browser is not None
    elsewhere = page.context.browser.new_context(base_url=ADDRESS, viewport=SMALL_PHONE)  # type: ignore[arg-type]
    other = elsewhere.new_page()
    sign_in(other, cast.sen)
    other.goto(f"/viet/{article.pk}/")
    expect(other.locator("#ai-dang-mo")).to_contain_text("Hoàng Lan đang mở bài này từ 8:00, chưa sửa gì.")
    fits(other)
    other.get_by_role("link", name="Tôi sửa thay").click()
    expect(other.get_by_label("Tiêu đề", exact=True)).to_be_focused()
    page.goto("/viec-cua-toi/")  # leaving is told, at the browser's leisure
    for _ in range(20):
        other.reload()
        if not other.locator("#ai-dang-mo .note").count():
            break
        other.wait_for_timeout(300)
    expect(other.locator("#ai-dang-mo .note")).to_have_count(0)
    elsewhere.close()


def test_the_editor_has_no_fault_with_remarks_faults_list_and_original_open(cast: Cast, page: Page) -> None:
    body = [{"type": "heading", "value": "Vườn trường"}, {"type": "paragraph", "value": SENTENCE}]
    article = cast.article(cast.vy, body=body)
    cast.submit(article, cast.vy)
    for quote in (SENTENCE, "", "Câu đã bỏ."):
        remark(article, quote=quote, text="Xem lại.", revision=cast.case(article).revision_id, by=cast.sen, at=NOW,
               channel="test")  # fmt: skip
    cast.decide(article, "send_back", cast.sen, reason="Xem lại con số.")
    arrive(article, cast.sen, NOW, typed=True)
    sign_in(page, cast.vy)
    page.goto(f"/viet/{article.pk}/")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.get_by_label("Tiêu đề", exact=True).fill("")
    page.get_by_label("Tóm tắt").fill("t" * 595)
    assert faults(page) == []
    page.set_viewport_size(SMALL_PHONE)
    page.locator(".needs__strip").click()
    expect(page.locator("#can-co")).to_be_visible()
    assert faults_now(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Lưu", exact=True).last.click()
    expect(page.locator(".faults a")).to_have_text("Tiêu đề")
    assert faults(page) == []


def test_taking_in_has_no_fault_nor_the_text_beside_its_original(cast: Cast, page: Page) -> None:
    page.set_viewport_size(SMALL_PHONE)
    sign_in(page, cast.sen)
    page.goto("/viet/nhap-ho/")
    assert faults(page) == []
    page.get_by_label("Lời gửi đến, dán nguyên văn").fill(f"Bà Đào  gửi :\n\n{SENTENCE}\n" * 12)
    page.get_by_role("button", name="Nhập vào và mở bản nháp").click()
    expect(page.locator(".field__errors")).to_have_text(["Cần ghi người gửi là ai.", "Hãy chọn chuyên mục."])
    assert faults(page) == []
    page.get_by_label("Người gửi", exact=True).fill("Bà Đào")
    page.get_by_label("Chuyên mục").select_option("chuyen-mon")
    page.get_by_role("button", name="Nhập vào và mở bản nháp").click()
    expect(page.locator(".original")).to_contain_text("Bà Đào  gửi :", use_inner_text=True)
    assert faults(page) == []
