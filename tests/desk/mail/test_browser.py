"""By mail on a phone: the Deputy opens the letter, taps, signs in, approves, and the page is up (14.3, M-22)."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from portal.approval.models import Case
from portal.base.models import Parameter, School
from portal.desk.actions import turns
from portal.desk.mail import outbox
from tests.browser.axe import faults
from tests.browser.walking import SMALL_PHONE, fits
from tests.cast import NOW, PASSWORD, Cast
from tests.desk.mail.conftest import DOOR, Post

pytestmark = pytest.mark.browser
TITLE = "Giờ thực hành Khoa học tự nhiên"


@pytest.fixture
def post(cast: Cast, settings: object, tmp_path: Path) -> Post:
    School.objects.update(is_demo=True)
    Parameter.objects.create(name="mail.domain", value="testserver.edu.vn", clause="Điều 14.3", valid_from=NOW.date())
    settings.EMAIL_BACKEND = "portal.desk.mail.outbox.Outbox"  # type: ignore[attr-defined]
    settings.PORTAL_HOME = tmp_path  # type: ignore[attr-defined]
    turns.hear_news(NOW)
    return Post(cast)


def test_the_deputy_decides_from_his_letter(cast: Cast, post: Post, page: Page) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    cast.decide(article, "approve", cast.sen)
    post.round()
    page.set_viewport_size(SMALL_PHONE)

    # the letter, as a mail program shows it
    page.goto("/thu-thu/")
    fits(page)
    page.get_by_role("link", name="Lê Phong").click()
    page.get_by_role("link", name=f"Chờ thầy/cô: duyệt đăng bản 1 – {TITLE}").click()
    fits(page)
    letter = page.frame_locator("iframe")
    expect(letter.get_by_role("heading", name=TITLE)).to_be_visible()

    # he taps, signs in on this phone for thirty days, and is where he wanted to be
    letter.get_by_role("link", name="Duyệt đăng bản 1").click()
    page.wait_for_url("**/tai-khoan/login/**")
    page.locator("input[name=login]").fill("phong")
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_label("Nhớ máy này 30 ngày").check()
    page.locator("main button[type=submit]").click()
    expect(page.get_by_role("heading", name=TITLE, level=1)).to_be_visible()
    expect(page.locator(".note--why")).to_contain_text("Vì sao bài này đến thầy/cô:")
    assert Case.objects.get(page_id=article.pk).state == "in_review"  # nothing was done by opening it
    kept = next(cookie for cookie in page.context.cookies() if cookie["name"] == "sessionid")
    assert 29 < (kept["expires"] - page.evaluate("Date.now() / 1000")) / 86400 <= 30
    fits(page)

    # one button, and it is up
    page.get_by_role("button", name="Duyệt đăng bản 1").click()
    expect(page.locator(".messages")).to_contain_text("Thầy/cô đã duyệt bản này.")
    assert Case.objects.get(page_id=article.pk).state == "published"
    page.goto("/")
    expect(page.get_by_role("link", name=TITLE).first).to_be_visible()

    # going back to the letter says what became of it
    page.goto(f"/thu-thu/?toi={cast.phong.email}")
    page.get_by_role("link", name=f"Chờ thầy/cô: duyệt đăng bản 1 – {TITLE}").click()
    page.frame_locator("iframe").get_by_role("link", name="Từ chối").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("main")).to_contain_text("Lê Phong đã duyệt đăng lúc 08:00 thứ Hai 16/11.")
    fits(page)


def test_signing_in_without_the_tick_ends_with_the_browser(cast: Cast, page: Page) -> None:
    page.goto("/tai-khoan/login/")
    page.locator("input[name=login]").fill("phong")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    expect(page.get_by_role("heading", name="Việc của tôi", level=1)).to_be_visible()
    assert next(cookie["expires"] for cookie in page.context.cookies() if cookie["name"] == "sessionid") == -1


def test_axe_finds_nothing_on_the_pages_of_the_mail(cast: Cast, post: Post, page: Page) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    post.round()
    kept = outbox.newest(cast.sen.email)[0]
    offered = dict(DOOR.findall(kept.text))
    page.goto("/tai-khoan/login/")
    page.locator("input[name=login]").fill("sen")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    expect(page.get_by_role("heading", name="Việc của tôi", level=1)).to_be_visible()
    found = {}
    for name, address in {
        "list": "/thu-thu/", "letter": f"/thu-thu/{kept.name}/", "wishes": "/viec/thu/",
        "send back": offered["Trả lại để sửa"], "refuse": offered["Đề xuất từ chối"],
    }.items():  # fmt: skip
        page.goto(address)
        found[name] = faults(page)
    cast.decide(article, "approve", cast.sen)
    page.goto(offered["Trả lại để sửa"])
    found["gone"] = faults(page)
    page.context.clear_cookies()
    page.goto("/tai-khoan/login/")
    page.locator("input[name=login]").fill("ha")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    expect(page.get_by_role("heading", name="Việc của tôi", level=1)).to_be_visible()
    page.goto(offered["Trả lại để sửa"])
    found["another's"] = faults(page)
    assert {name: told for name, told in found.items() if told} == {}
