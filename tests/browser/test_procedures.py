"""A clerk writes a procedure with its form and hands it in; a parent fills the form and prints it, and nothing leaves his machine
(Điều 14.2, 16.1.2)."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page

from portal.people import actions as people
from portal.people.rules import Duty
from portal.records.models import Procedure
from tests.browser.axe import faults
from tests.browser.walking import Walk
from tests.cast import NOW, assemble

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]
TYPED = {
    "who": "Học sinh", "dossier": "Đơn\nHọc bạ", "place": "Văn thư", "hours": "Sáng", "days": "3", "fee": "0", "basis": "Điều lệ",
    "starts": "2026-09-01", "form_title": "Đơn xin chuyển trường", "form_to": "Hiệu trưởng", "form_signer": "Người làm đơn",
    "form_lines": "Họ và tên: ____ Lớp: ____\nXin cảm ơn.",
}  # fmt: skip


def test_a_clerk_writes_a_procedure_and_a_parent_fills_its_form(page: Page) -> None:
    cast = assemble()
    people.name_for_duty(cast.lan, Duty.CLERK, by=cast.minh, at=NOW - timedelta(days=1), channel="test")
    page.set_viewport_size({"width": 1280, "height": 800})
    walk = Walk(page, 1280)
    walk.enter(cast.lan, "/noi-bo/thu-tuc/soan/")
    page.get_by_label("Tên thủ tục").fill("Chuyển trường đi")
    page.get_by_text("Mẫu đơn điền trên cổng").click()
    for name, value in TYPED.items():
        page.locator(f"[name={name}]").fill(value)
    assert faults(page) == []
    walk.press("Lưu và trình")
    walk.told("Đã trình.")
    made = Procedure.objects.get()
    for who in (cast.sen, cast.ha):
        cast.decide(made, "approve", who)
    sent: list[str] = []
    page.on("request", lambda asked: sent.append(asked.url) if asked.method != "GET" else None)
    walk.go("/thu-tuc/")
    assert faults(page) == []
    walk.follow("Chuyển trường đi", "Chuyển trường đi")
    assert faults(page) == []
    walk.follow("Đơn xin chuyển trường", "Đơn xin chuyển trường")
    page.get_by_label("Họ và tên:").fill("Mây Thử")
    page.get_by_label("Lớp:").fill("6A1")
    page.keyboard.press("Enter")
    assert (page.get_by_label("Họ và tên:").input_value(), page.get_by_role("button", name="In mẫu này").count()) == (
        "Mây Thử",
        1,
    )
    assert (faults(page), sent) == ([], [])
