"""The Vice-Principal posts a week from last week's in a real browser: copies it, types two lines, mends one, posts (Điều 15.2)."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from portal.intranet.models import Week
from portal.people.models import Appointment
from portal.people.rules import Office
from tests.browser.walking import Walk
from tests.cast import NOW, OLD, Cast
from tests.intranet.test_week_verbs import MONDAY, NEXT, add, begun, posted

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]


def test_the_vice_principal_posts_a_week_from_last_weeks(cast: Cast, page: Page) -> None:
    number = Appointment.objects.filter(person=cast.minh).values_list("decision_id", flat=True)[0]
    Appointment.objects.create(person=cast.cuc, office=Office.VICE_PRINCIPAL, decision_id=number, starts=OLD)
    last = begun(cast)
    for day, content in enumerate(("Chào cờ", "Dự giờ", "Họp giao ban")):
        add(cast, last, content, day, hour=8, place="Phòng họp", lead="Minh")
    posted(cast, last)
    page.set_viewport_size({"width": 360, "height": 740})
    walk = Walk(page, 360)
    walk.enter(cast.cuc, f"/noi-bo/lich/{NEXT}/")
    walk.follow("Soạn lịch tuần này", "Soạn lịch tuần 13")
    walk.press("Chép từ tuần 12")
    box = page.get_by_label("Thêm một dòng")
    box.press_sequentially("T2 8h30 họp tổ Phòng họp – Minh")
    expect(page.locator("[data-hieu]")).to_contain_text(
        "Trùng giờ với “Chào cờ” (8:00): việc của toàn trường, cùng địa điểm."
    )
    box.fill("T5 14h họp tổ Toán P.304 – Hà")
    expect(page.locator("[data-hieu]")).to_contain_text("Thứ Năm 26/11")
    box.press("Enter")
    expect(page.locator(".messages")).to_contain_text("Đã thêm: Thứ Năm 14:00 · Họp tổ Toán")
    page.get_by_role("link", name="Sửa Dự giờ").click()
    page.get_by_label("Từ giờ").fill("15:00")
    page.get_by_role("button", name="Lưu dòng này").click()
    expect(page.locator(".messages")).to_contain_text("Đã lưu: Dự giờ")
    walk.press("Đăng lịch tuần 13")
    expect(page.get_by_role("heading", name="Lịch công tác tuần 13", level=1)).to_be_visible()
    week = Week.objects.get(monday=NEXT)
    assert (week.posted_by, week.posted_at) == (cast.cuc, NOW)
    assert [(one.day, one.content, one.starts and one.starts.hour) for one in week.entries.all()] == [
        (NEXT, "Chào cờ", 8), (NEXT + timedelta(days=1), "Dự giờ", 15), (NEXT + timedelta(days=2), "Họp giao ban", 8),
        (date(2026, 11, 26), "Họp tổ Toán", 14),
    ]  # fmt: skip
    walk.enter(cast.lan, f"/noi-bo/lich/{NEXT}/")
    expect(page.get_by_text("Họp tổ Toán")).to_be_visible()
    walk.go(f"/noi-bo/lich/{MONDAY}/")
