"""The Head's day on a phone: three items opened, set aside, decided in one act; one edited meanwhile stays behind."""

import pytest
from playwright.sync_api import Page, expect

from portal.news import actions as news
from portal.news.models import Article
from tests.browser.test_main_job import sign_in
from tests.browser.walking import SMALL_PHONE, fits
from tests.cast import NOW, Cast

pytestmark = [pytest.mark.browser, pytest.mark.both]


def waiting(cast: Cast, *titles: str) -> list[Article]:
    """Texts at the deciding step."""
    found = []
    for title in titles:
        article = cast.article(cast.vy, title=title)
        cast.submit(article, cast.vy)
        cast.decide(article, "approve", cast.sen)
        found.append(article)
    return found


def open_and_set_aside(page: Page, title: str) -> None:
    page.get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
    fits(page)
    page.get_by_role("button", name="Đã xem, để duyệt cùng lượt").click()
    expect(page.locator(".messages")).to_contain_text(f"Đã để “{title}” vào lượt duyệt")
    fits(page)


def live(articles: list[Article]) -> list[bool]:
    return [Article.objects.get(pk=article.pk).live for article in articles]


def test_three_items_are_opened_and_confirmed_in_one_act(cast: Cast, page: Page) -> None:
    titles = ["Giờ đọc sách", "Vườn rau lớp 7", "Đội bóng khối 8"]
    articles = waiting(cast, *titles)
    page.set_viewport_size(SMALL_PHONE)
    sign_in(page, cast.ha)
    for title in titles:
        open_and_set_aside(page, title)
    assert live(articles) == [False, False, False]
    page.get_by_role("link", name="Xem lại và duyệt cùng lượt").click()
    expect(page.locator(".together__row")).to_have_count(3)
    expect(page.locator(".together__row").first).to_contain_text("tuyến 7, Điều 14.2, 12.2")
    fits(page)
    confirm = page.get_by_role("button", name="Duyệt 3 bài đã chọn")
    expect(confirm).to_be_in_viewport()  # at the thumb
    page.locator("input[name=bai]").first.uncheck()
    expect(page.get_by_role("button", name="Duyệt 2 bài đã chọn")).to_be_visible()
    page.locator("input[name=bai]").first.check()
    confirm.click()
    expect(page.locator(".messages .note")).to_have_text([f"Đã duyệt “{title}”." for title in titles])
    assert live(articles) == [True, True, True]


def test_a_text_edited_meanwhile_stays_behind_with_words_and_the_others_go_on(cast: Cast, page: Page) -> None:
    titles = ["Giờ đọc sách", "Vườn rau lớp 7", "Đội bóng khối 8"]
    articles = waiting(cast, *titles)
    page.set_viewport_size(SMALL_PHONE)
    sign_in(page, cast.ha)
    for title in titles:
        open_and_set_aside(page, title)
    page.get_by_role("link", name="Xem lại và duyệt cùng lượt").click()
    expect(page.locator(".together__row")).to_have_count(3)
    news.edit(articles[1], {"summary": "Một chữ đã khác."}, by=cast.phong, at=NOW, channel="test")
    page.get_by_role("button", name="Duyệt 3 bài đã chọn").click()
    expect(page.locator(".messages .note")).to_have_text([
        "Đã duyệt “Giờ đọc sách”.",
        "Chưa duyệt “Vườn rau lớp 7”: Nội dung bài đã thay đổi so với bản thầy/cô xem. Hãy xem lại bản mới. (Điều 14.2)",
        "Đã duyệt “Đội bóng khối 8”.",
    ])  # fmt: skip
    assert live(articles) == [True, False, True]
    open_and_set_aside(page, "Vườn rau lớp 7")
    page.get_by_role("link", name="Xem lại và duyệt cùng lượt").click()
    page.get_by_role("button", name="Duyệt 1 bài đã chọn").click()
    expect(page.locator(".messages .note")).to_have_text(["Đã duyệt “Vườn rau lớp 7”."])
    assert live(articles) == [True, True, True]
