"""A class teacher makes a praise list on her phone without JavaScript; who reviews it; a stranger who reads it."""

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from portal.people.models import Person
from portal.pupils.models import Consent, Praised
from tests.browser.walking import SMALL_PHONE, fits, let_in
from tests.cast import Cast
from tests.chromium import ADDRESS
from tests.pupils.test_praise import CALLED, Praise, _set_up, reread

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]
ROWS, SAVE = "[name=b-1-rows]", ".actions-bar button[value=save]"


def _agree_all(praise: Praise) -> None:
    Consent.objects.filter(pupil=praise.nang).delete()
    praise.agree(praise.nang)


def test_a_list_is_ticked_pasted_held_back_and_read(committed: None, cast: Cast, chromium: Browser) -> None:
    _set_up(cast)
    praise = reread(cast)
    article = cast.article(cast.lan, title="Khen các em")
    told: dict[str, Any] = {"base_url": ADDRESS, "viewport": SMALL_PHONE, "java_script_enabled": False}
    phone = chromium.new_context(**told)
    page = phone.new_page()
    let_in(phone, cast.lan)
    page.goto(f"/viet/{article.pk}/")
    page.click("button[value='add:praise']")
    page.click(".block--praise summary")
    page.select_option("[name=b-1-room]", label="7A3")
    page.fill("[name=b-1-award]", "Giải Nhất")
    page.click("button[value='list:1']")
    page.get_by_label(CALLED[2]).check()
    page.fill(ROWS, "1\tMay thu mot\n2\tAi Đó Lạ")
    page.click(SAVE)
    errors = page.locator(".block--praise .field__errors").first
    expect(errors).to_have_text("Dòng 2: lớp 7A3 không có em nào tên như vậy.")
    typed = f"{CALLED[0]} | 7A3 | Giải Nhất\n2\tAi Đó Lạ\n{CALLED[2]} | 7A3 | Giải Nhất"
    expect(page.locator(ROWS)).to_have_value(typed)
    page.fill(ROWS, typed.replace("2\tAi Đó Lạ\n", ""))
    page.click(SAVE)
    expect(page.locator(".block--praise")).to_contain_text(f"Chưa có đồng ý: {CALLED[2]} (7A3).")
    fits(page)
    cast.submit(article, cast.lan)
    let_in(phone, cast.sen)
    page.goto(f"/viec/{article.pk}/")
    expect(page.locator("#bang-khen")).to_contain_text("lớp 7A3: 1 em")
    expect(page.get_by_role("cell", name=CALLED[0])).to_have_count(1)
    expect(page.get_by_text(CALLED[2])).to_have_count(0)
    _agree_all(praise)
    now = cast.standing(article)
    while now.open is not None:
        now = cast.decide(article, "approve", Person.objects.get(pk=now.open.holders[0].person))
    phone.clear_cookies()
    answer = page.goto(article.url)
    assert answer is not None
    expect(page.locator(".praise tbody tr")).to_have_count(2)
    fits(page)
    assert (answer.headers["x-robots-tag"], Praised.objects.count()) == ("noindex", 2)
    phone.close()
