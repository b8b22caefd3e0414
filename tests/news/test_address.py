"""The address a title will get is the same in Python and in the browser."""

import pytest
from playwright.sync_api import Page

from portal.base.text import slug
from tests.cast import PASSWORD, Cast

TITLES = [
    "Lễ khai giảng ở Đức Giang", "ĐỘI BÓNG ĐÁ – vô địch!", "Thông báo: nghỉ học 2/9 (hỏa tốc)", "  Ngày hội   Khoa học  ",
    "Hoà bình, thuỷ chung, quý mến", "“Em yêu trường em” – kỳ 3", "100% học sinh lớp 9A1 đỗ", "a_b - c--d", "Ðăng ký ð",
    "Straße ﬁn Ⅷ ½", "Năm học 2026–2027", "---", "😀", "Tiếng Việt dựng sẵn và tổ hợp: ề ề", "x" * 190 + " đuôi dài hơn hai trăm ký tự",
]  # fmt: skip


@pytest.mark.browser
def test_the_address_shown_while_typing_is_the_one_the_article_gets(cast: Cast, page: Page) -> None:
    page.goto("/tai-khoan/login/?next=/viet/")
    page.fill("input[name=login]", "lan")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/viet/")
    shown = []
    for title in TITLES:
        page.fill("#id_title", title)
        shown.append(page.text_content("[data-dia-chi-hien]"))
    assert shown == [f"/tin-bai/{slug(title)}/" for title in TITLES]
    page.fill("#id_title", "")
    assert page.text_content("[data-dia-chi-hien]") == "/tin-bai/…/"
