"""A guardian applies on a phone without JavaScript, who was named for admissions handles it, the guardian looks the result up."""

import re

import pytest
from playwright.sync_api import Browser, expect

from portal.base import clock
from portal.records.models import Application
from tests.browser.walking import SMALL_PHONE, fits, let_in
from tests.cast import NOW, Cast
from tests.chromium import ADDRESS
from tests.records.admitted import CHILD, SHOWS, UNTIL, a_season, handler

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]
PLACE = "/tuyen-sinh/tuyen-sinh-vao-lop-6/"


def test_a_family_applies_is_admitted_and_reads_it_at_the_hour(committed: None, cast: Cast, chromium: Browser) -> None:
    clock.set_to(NOW, freeze=True)
    season, by = a_season(cast), handler(cast)
    phone = chromium.new_context(viewport=SMALL_PHONE, java_script_enabled=False, base_url=ADDRESS)
    family = phone.new_page()
    family.goto(PLACE)
    family.click("text=Điền đơn")
    for name in ("child", "guardian", "relation", "phone", "address"):
        family.fill(f"[name={name}]", str(getattr(CHILD, name)))
    family.fill("[name=born]", CHILD.born.isoformat() if CHILD.born else "")
    family.select_option("[name=area]", CHILD.area)
    family.check("[name=guardian_agrees]")
    family.click("text=Gửi đơn")
    expect(family.locator(".field__errors")).to_have_text(
        ["Hãy chọn nữ hoặc nam.", "Em từ đủ 7 tuổi cũng cần được hỏi và đồng ý."]
    )
    expect(family.locator("[name=child]")).to_have_value(CHILD.child)
    family.check("[name=sex][value=nu]")
    family.check("[name=child_agrees]")
    family.click("text=Gửi đơn")
    expect(family.locator("h1")).to_have_text("Biên nhận hồ sơ dự tuyển")
    code = family.locator(".receipt__code").inner_text()
    family.click("text=Gửi ảnh giấy tờ")
    family.set_input_files(
        "[name=files]", {"name": "khai sinh.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 giay"}
    )
    family.click("text=Gửi giấy tờ")
    expect(family.locator(".ts__files")).to_contain_text("khai sinh.pdf")

    desk = chromium.new_context(viewport=SMALL_PHONE, base_url=ADDRESS)
    room = desk.new_page()
    let_in(desk, by)
    room.goto(f"/noi-bo/tuyen-sinh/dot/{season.pk}/")
    fits(room)
    for said in ("Nhận đủ giấy tờ", "Trúng tuyển"):
        room.check("[name=hs]")
        room.select_option("[name=act]", label=said)
        room.click("form:has([name=act]) button[type=submit]")
        expect(room.locator(".messages")).to_contain_text(f"{said}: 1 hồ sơ.")
    room.fill("[name=shows]", f"{SHOWS:%Y-%m-%dT%H:%M}")
    room.fill("[name=until]", f"{UNTIL:%Y-%m-%dT%H:%M}")
    room.click("text=Đặt giờ")
    expect(room.locator(".messages")).to_contain_text("Đã đặt giờ báo kết quả.")
    desk.close()

    seen = []
    for at in (NOW, SHOWS):
        clock.set_to(at, freeze=True)
        family.goto("/tuyen-sinh/tra-cuu/")
        family.fill("[name=code]", code.lower())
        family.fill("[name=born]", "2015-02-09")
        family.click("text=Xem hồ sơ")
        expect(family.locator("h1")).to_have_text(CHILD.child)
        seen.append(family.locator(".ts-own__told").inner_text())
    assert seen == ["Đã nhận đủ giấy tờ", "Trúng tuyển"]
    assert re.fullmatch(r"[0-9a-f]{64}", Application.objects.get().digest)
    phone.close()
