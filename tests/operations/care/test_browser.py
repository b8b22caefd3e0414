"""The Secretary on a phone has the portal looked over, opens a fault, goes to its article and back, and closes it with a sentence."""

import re

import pytest
from playwright.sync_api import Page, expect

from portal.operations.care.settling import key_of
from portal.operations.models import Finding, Place
from tests.browser.test_main_job import sign_in
from tests.browser.walking import fits
from tests.cast import NOW, Cast

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]


def test_faults_are_closed_with_a_sentence_and_a_domain_is_known_with_two_taps(cast: Cast, page: Page) -> None:
    for kind, what in (("broken_inside", "/danh-sach-lop/"), ("foreign", "thu-vien.example.com")):
        made = Finding.objects.create(key=key_of(kind, "/", what), kind=kind, what=what, since=NOW, seen_at=NOW)
        Place.objects.create(finding=made, path="/", title="Trang chủ", since=NOW)
    page.set_viewport_size({"width": 360, "height": 740})
    sign_in(page, cast.sen)
    page.goto("/cham-soc/")
    fits(page)
    page.get_by_role("button", name="Rà soát ngay").click()
    expect(page.get_by_text("Đang rà soát từ")).to_be_visible()
    page.get_by_role("link", name="/danh-sach-lop/", exact=True).click()
    fits(page)
    page.get_by_role("link", name="Trang chủ", exact=True).last.click()
    expect(page).to_have_url(re.compile("/$"))
    page.go_back()
    page.get_by_role("link", name="Chăm sóc nội dung").first.click()
    first = page.locator("article", has_text="/danh-sach-lop/")
    first.get_by_text("Khép lỗi này").click()
    first.get_by_role("button", name="Đã khắc phục").click()
    first = page.locator("article", has_text="/danh-sach-lop/")
    expect(first).to_contain_text("Hãy ghi một câu")
    fits(page)
    first.get_by_label("Đã làm gì").fill("Đã gỡ liên kết")
    first.get_by_role("button", name="Đã khắc phục").click()
    expect(page.locator("article")).to_have_count(1)
    page.get_by_text("Khép lỗi này").click()
    page.get_by_role("link", name="Đưa thu-vien.example.com vào danh sách").click()
    expect(page.get_by_label("Tên miền")).to_have_value("thu-vien.example.com")
    page.get_by_role("button", name="Thêm vào danh sách").click()
    expect(page.get_by_role("heading", name="thu-vien.example.com")).to_be_visible()
    fits(page)
    assert [one.state for one in Finding.objects.all()] == ["mended", "mended"]
