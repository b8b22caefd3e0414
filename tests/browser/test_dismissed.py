"""A teacher is dismissed while her pages stand open: the next touch of each finds nothing, and what she carried out of the portal
(a file's address, her calendar's secret, a program's token) opens nothing more (Điều 15.3)."""

import re

import pytest
from playwright.sync_api import Page, expect

from portal.files.models import Attachment
from portal.intranet.models import Confirmation
from portal.intranet.notices.rules import To
from portal.people import actions as people
from portal.people import tokens
from portal.people.models import Person
from tests.browser.walking import Walk
from tests.cast import NOW, Cast
from tests.intranet.inside import a_notice, a_week, line, posted
from tests.intranet.test_library import paper

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]
TITLE, LINE = "Nội quy phòng máy", "Họp tổ Toán"
ASKED = """([paths, secret]) => Promise.all(paths.map(([path, token]) => fetch(path, {
    credentials: token ? "omit" : "same-origin", headers: token ? { Authorization: `Bearer ${secret}` } : {},
}).then((said) => said.text().then((words) => [said.status, said.redirected ? new URL(said.url).pathname : "", words]))))"""


def a_school(cast: Cast) -> Attachment:
    held = paper(cast.sen, "Sơ đồ phòng máy")
    a_notice(cast, TITLE, To(people=frozenset({cast.lan.pk})), (held.pk,), asked=True, by="sen")
    week = a_week(cast)
    line(cast, week, LINE, 2, 14, lead="Lan")
    posted(cast, week)
    return held


def secret_of(walk: Walk) -> str:
    """Her calendar's address, as the screen shows it once."""
    walk.go("/noi-bo/lich/dien-thoai/")
    walk.press("Tạo địa chỉ")
    shown = walk.page.locator(".feed__secret code").inner_text()
    return re.sub(r"^https?://[^/]+", "", shown)


def mint(person: Person) -> str:
    return tokens.mint(person, label="máy", may_decide=False, by=person, at=NOW, channel="test").secret


def test_the_touch_after_a_dismissal_finds_nothing(cast: Cast, page: Page) -> None:
    held = a_school(cast)
    page.set_viewport_size({"width": 360, "height": 740})
    walk = Walk(page, 360)
    walk.enter(cast.lan, "/noi-bo/")
    feed, token = secret_of(walk), mint(cast.lan)
    carried = [(f"/tep/{held.pk}/", False), (feed, False), ("/noi-bo/lich/", False), ("/api/v1/internal-notices", True)]
    walk.go("/noi-bo/lich/")
    walk.sees(LINE)
    other = page.context.new_page()
    other.goto("/noi-bo/thong-bao/")
    other.get_by_role("link", name=TITLE).first.click()
    expect(other.get_by_role("button", name="Tôi đã đọc")).to_be_visible()
    assert [said[0] for said in page.evaluate(ASKED, [carried, token])] == [200] * 4
    people.suspend(cast.lan, reason="Thôi việc", by=cast.minh, at=NOW, channel="test")
    after = page.evaluate(ASKED, [carried, token])
    assert [(status, to) for status, to, _ in after] == [(404, ""), (404, ""), (200, "/tai-khoan/login/"), (401, "")]
    assert [words for _, _, words in after if TITLE in words or LINE in words] == []
    other.get_by_role("button", name="Tôi đã đọc").click()
    expect(other).to_have_url(re.compile("/tai-khoan/login/"))
    assert Confirmation.objects.count() == 0
    other.go_back()
    expect(other).to_have_url(re.compile("/tai-khoan/login/"))
    page.get_by_role("link", name="Của tôi", exact=True).click()
    expect(page).to_have_url(re.compile("/tai-khoan/login/"))
    assert LINE not in page.locator("body").inner_text()
