"""A notice to the staff in a browser: a teacher confirms it, the Secretary sees who has not and reminds them (Điều 15.1)."""

import pytest
from playwright.sync_api import Page

from tests.browser.walking import Walk
from tests.cast import assemble
from tests.intranet.test_notices import put_up

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]


def test_a_teacher_confirms_and_the_secretary_sees_who_has_not(page: Page) -> None:
    cast = assemble()
    up = put_up(cast)
    page.set_viewport_size({"width": 360, "height": 740})
    walk = Walk(page, 360)
    walk.enter(cast.khoa, "/noi-bo/thong-bao/")
    walk.follow(up.notice.title, up.notice.title)
    walk.press("Tôi đã đọc")
    walk.told("Đã ghi nhận thầy/cô đã đọc")
    assert "Tôi đã đọc" not in walk.buttons()
    page.set_viewport_size({"width": 1280, "height": 800})
    walk = Walk(page, 1280)
    walk.enter(cast.sen, f"/noi-bo/thong-bao/{up.notice.slug}/ai-chua-doc/")
    walk.stop("7 người chưa xác nhận")
    assert page.locator(".readers__one--done b").all_inner_texts() == ["Đặng Khoa"]
    walk.press("Nhắc 7 người chưa đọc")
    walk.told("Đã nhắc 7 người")
