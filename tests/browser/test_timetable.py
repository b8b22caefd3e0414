"""The Vice-Principal brings the timetable of thirty classes in, sees what collides, mends one and hands it in (Điều 14.2)."""

import pytest
from playwright.sync_api import Page

from portal.intranet.models import Timetable
from portal.intranet.timetable.rules import clashes
from portal.people.models import Appointment, Decision
from portal.people.rules import Office
from tests.browser.walking import Walk
from tests.cast import OLD, assemble
from tests.intranet.tables import thirty

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]
WRONG = [(3, 1, 2, "Tin học - Tc. A"), (5, 2, 0, "Toán (Tn. B)")]
BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def test_thirty_classes_come_in_one_clash_is_mended_and_it_is_handed_in(page: Page) -> None:
    cast = assemble()
    Appointment.objects.create(
        person=cast.khoa, office=Office.VICE_PRINCIPAL, decision=Decision.objects.get(), starts=OLD
    )
    page.set_viewport_size({"width": 1280, "height": 800})
    walk = Walk(page, 1280)
    walk.enter(cast.khoa, "/noi-bo/thoi-khoa-bieu/")
    page.get_by_role("link", name="Nhập từ Excel").click()
    page.get_by_label("Tệp Excel").set_input_files({"name": "tkb.xlsx", "mimeType": BOOK, "buffer": thirty(WRONG)})
    walk.press("Đọc tệp")
    walk.stop("Đọc được 750 tiết của 30 lớp")
    assert page.locator("main").inner_text().count(" trùng lúc ") == 2
    assert page.get_by_label("Áp dụng từ ngày").input_value() == "2026-11-30"
    walk.press("Lập bản nháp")
    walk.told("Đã lập bản nháp")
    assert page.locator("#trung .tkb__list > li").count() == 2
    page.locator("summary", has_text="Sửa lớp 6A4, thứ Ba").click()
    page.locator("details[open]").get_by_label("Thầy/cô").fill("Mai Xuân")
    page.locator("details[open]").get_by_role("button", name="Lưu tiết này").click()
    walk.told("Đã sửa. Còn 1 chỗ trùng.")
    walk.press("Trình duyệt")
    walk.told("Đã trình thời khóa biểu")
    made = Timetable.objects.get()
    assert (made.case.state, len(clashes(made.case.revision.as_object().taught()))) == ("in_review", 1)
