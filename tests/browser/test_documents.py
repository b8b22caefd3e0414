"""The clerk numbers a paper and brings it up; a parent reads that it replaced another (NĐ 30/2020; Điều 14.2, 16.1.2)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import Page

from portal.people import actions as people
from portal.people.rules import Duty
from portal.records.documents import actions
from portal.records.models import Document
from tests.browser.axe import faults
from tests.browser.walking import Walk
from tests.cast import NOW, assemble
from tests.records.test_documents import GIVEN, TOLD

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]


def test_the_clerk_numbers_a_paper_and_it_replaces_the_one_before(page: Page) -> None:
    cast = assemble()
    people.name_for_duty(cast.lan, Duty.CLERK, by=cast.minh, at=NOW - timedelta(days=1), channel="test")
    old = cast.up(actions.begin(replace(GIVEN, body="Lời"), [], by=cast.sen, **TOLD), cast.sen)
    walk = Walk(page, 1280)
    walk.enter(cast.lan, "/noi-bo/van-ban/so/")
    page.get_by_label("Loại văn bản").select_option("kh")
    page.get_by_label("Ngày văn bản").fill("2026-11-16")
    page.get_by_label("Trích yếu").fill("Đổi ngày hội")
    walk.press("Cấp số")
    walk.told("Đã cấp số 01/KH-NGT.")
    assert faults(page) == []
    page.get_by_role("link", name="01/KH-NGT").click()
    walk.follow("Đưa văn bản này lên cổng", "Đưa văn bản lên")
    page.get_by_label("Người ký", exact=True).fill("Nguyễn Mậu Minh")
    page.get_by_label("Thay thế").select_option(str(old.pk))
    page.get_by_label("Thêm tệp").set_input_files(
        {"name": "kh.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 kh"}
    )
    assert faults(page) == []
    walk.press("Lưu và trình")
    walk.told("Đã trình.")
    made = Document.objects.exclude(pk=old.pk).get()
    for who in (cast.sen, cast.ha):
        cast.decide(made, "approve", who)
    page.goto(old.address)
    assert page.locator(".doc__force").inner_text().startswith("Đã được thay thế")
    assert faults(page) == []
    page.goto("/van-ban/")
    assert (page.locator(".docs__one--over").count(), faults(page)) == (1, [])
