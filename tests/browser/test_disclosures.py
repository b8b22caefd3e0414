"""A year's money in a browser: the accountant writes it on a phone, the board lets it up, an inspector reads it and its proof
(Điều 16.1.2; TT 09/2024)."""

import re

import pytest
from playwright.sync_api import Page, expect

from portal.people.models import NamedDuty
from portal.people.rules import Duty
from portal.records.models import Disclosure
from tests.browser.axe import faults
from tests.browser.walking import Walk
from tests.cast import NOW, OLD, assemble

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]


def test_the_accountant_writes_the_years_money_and_an_inspector_reads_it(page: Page) -> None:
    cast = assemble()
    NamedDuty.objects.create(person=cast.lan, duty=Duty.ACCOUNTANT, named_by=cast.minh, starts=OLD)
    page.set_viewport_size({"width": 360, "height": 740})
    walk = Walk(page, 360)
    walk.enter(cast.lan, "/noi-bo/cong-khai/?nam=2026")
    page.get_by_role("link", name="Tình hình tài chính năm trước").click()
    page.get_by_role("link", name="Bắt đầu soạn").click()
    page.get_by_label("Bảng số liệu").fill("Thu\nNguồn | Đồng\nNgân sách")
    page.get_by_role("button", name="Lưu và trình").click()
    expect(page.locator(".field--wrong")).to_contain_text("Bảng 1, dòng 1")
    walk.stop(re.compile("^Tình hình tài chính"))
    page.get_by_label("Bảng số liệu").fill("Thu\nNguồn | Đồng\nNgân sách | 4.200.000.000")
    page.get_by_role("button", name="Lưu và trình").click()
    expect(page.locator(".owed--waiting")).to_have_text("chờ duyệt")
    page.get_by_role("link", name="Công khai năm học 2026–2027").click()
    walk.stop("Công khai năm học 2026–2027")
    assert faults(page) == []
    made = Disclosure.objects.get()
    for person in (cast.sen, cast.ha):
        cast.decide(made, "approve", person, NOW)
    page.context.clear_cookies()
    page.set_viewport_size({"width": 360, "height": 740})
    walk.go("/cong-khai/2026/")
    page.get_by_role("link", name="Tình hình tài chính năm trước").first.click()
    walk.stop("Tình hình tài chính năm trước")
    expect(page.locator(".open-one__table")).to_contain_text("4.200.000.000")
    assert faults(page) == []
    expect(page.locator(".open-one__kept")).to_contain_text("16/11/2031")
