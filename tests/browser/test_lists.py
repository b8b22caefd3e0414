"""A list for the Head in a browser: the Secretary gathers, the Head opens one item, leaves one out, approves the rest in one act
(Điều 15.2)."""

import pytest
from playwright.sync_api import Page

from portal.news.models import Article
from tests.approval.test_listing import passed
from tests.browser.walking import Walk
from tests.cast import assemble

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]
NAME = "Giáo án tuần 12"


def test_the_secretary_gathers_and_the_head_approves_all_but_one_in_one_act(page: Page) -> None:
    cast = assemble()
    items = [passed(cast, f"Giáo án bài {number}") for number in (5, 6, 7)]
    page.set_viewport_size({"width": 1280, "height": 800})
    walk = Walk(page, 1280)
    walk.enter(cast.sen, "/noi-bo/danh-sach-duyet/")
    page.get_by_label("Tên danh sách").fill(NAME)
    walk.press("Lập danh sách từ các mục đã chọn")
    walk.told(f"Đã lập danh sách “{NAME}”")
    page.set_viewport_size({"width": 360, "height": 740})
    walk = Walk(page, 360)
    walk.enter(cast.ha)
    walk.follow(NAME, NAME)
    at = page.url
    walk.follow("Mở xem Giáo án bài 5", "Giáo án bài 5")
    walk.go(at.removeprefix("http://testserver"))
    page.get_by_label("Giáo án bài 6").check()
    walk.press("Để lại các mục đã chọn")
    walk.sees("Cần ghi lý do để lại")
    assert page.get_by_label("Giáo án bài 6").is_checked()  # what was ticked stays
    page.get_by_label("Vì sao để lại").fill("Thiếu đáp án.")
    walk.press("Để lại các mục đã chọn")
    walk.press("Duyệt 2 mục của danh sách")
    walk.told("Đã duyệt 2 mục")
    walk.sees("Để lại: Thiếu đáp án.")
    assert [Article.objects.get(pk=one.pk).live for one in items] == [True, False, True]
