"""The portal before comes along as it is done: brought in, listed by the Secretary, told to the Head, decided, led to."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from portal.approval import actions as approval
from portal.base import clock
from portal.desk.actions import turns
from portal.desk.models import Letter
from portal.news.models import Article
from tests.browser.walking import SMALL_PHONE, fits, let_in
from tests.cast import PASSWORD, Cast
from tests.chromium import ADDRESS
from tests.operations.moving.fixtures import SELECTORS, TITLES, saved, zipped
from tests.operations.moving.test_move_in import run

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]
OLD = "/tin-tuc/khai-giang/ct/525/1290.html"


def test_from_an_archive_to_a_reader_at_the_old_address(cast: Cast, page: Page, tmp_path: Path) -> None:
    parts = saved()
    del parts["truongcu.edu.vn/upload/anh/san.gif"]
    run(zipped(tmp_path / "cong-cu.zip", parts), mapping=SELECTORS)
    page.set_viewport_size(SMALL_PHONE)

    # the Secretary reads what came and what did not, and makes the list
    let_in(page.context, cast.sen)
    page.goto("/viec/chuyen-cong/")
    expect(page.locator("main")).to_contain_text("2 bài đã chuyển, 0 bài chưa chuyển được")
    expect(page.locator("main")).to_contain_text("Kho không có ảnh /upload/anh/san.gif.")
    expect(page.locator("main")).to_contain_text("bộ chọn tom_tat “.sapo” không khớp trang nào")
    fits(page)
    page.get_by_label("Tên danh sách").fill("Bài cổng cũ, 2016")
    page.get_by_role("button", name="Lập danh sách").click()
    expect(page.locator(".messages")).to_contain_text("Đã lập danh sách “Bài cổng cũ, 2016”.")
    fits(page)

    # a letter leads the Head there; so does his inbox
    turns.look(clock.now())
    assert Letter.objects.get().person == cast.ha
    let_in(page.context, cast.ha)
    page.goto("/viec-cua-toi/")
    expect(page.locator(".task").first).to_contain_text("Bài của cổng cũ")
    fits(page)
    page.get_by_role("link", name="Bài cổng cũ, 2016", exact=True).click()
    expect(page.get_by_role("heading", name="Bài cổng cũ, 2016", level=1)).to_be_visible()
    fits(page)

    # he opens a sample, leaves one out, decides; his password is asked for
    page.get_by_role("link", name=TITLES[0], exact=True).click()
    expect(page.locator("body")).to_contain_text("nhận thưởng")
    page.go_back()
    page.get_by_label(TITLES[1], exact=True).check()
    page.get_by_label("Vì sao không đưa lên").fill("Nêu tên học sinh.")
    page.get_by_role("button", name="Không đưa các bài đã chọn lên").click()
    expect(page.locator(".messages")).to_contain_text("Đã để lại 1 bài")
    page.get_by_role("button", name="Quyết định đưa 1 bài lên cổng").click()
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").first.click()
    expect(page.locator(".messages")).to_contain_text("Đã ghi quyết định.")
    assert approval.raise_history(clock.now()) == 1

    # whoever has the old address reads the text at its new one
    page.context.clear_cookies()
    with page.expect_response(lambda answer: answer.url == ADDRESS + OLD) as first:
        page.goto(OLD)
    article = Article.objects.get(title=TITLES[0])
    assert (first.value.status, page.url) == (301, f"{ADDRESS}/tin-bai/{article.slug}/")
    expect(page.get_by_role("heading", name=TITLES[0], level=1)).to_be_visible()
    fits(page)
    assert [Article.objects.get(title=title).live for title in TITLES[:2]] == [True, False]
