"""A lesson plan in a browser: a teacher sends it, the leader says yes, Secretary and Head let it up, a colleague finds and
copies it (Điều 15.1, 15.2)."""

import re

import pytest
from playwright.sync_api import Page

from portal.intranet.models import LibraryItem
from tests.browser.walking import Walk
from tests.cast import Cast, assemble
from tests.files.pictures import PDF
from tests.intranet.test_library import maths

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]
TITLE = "Phép cộng phân số"


def sent(walk: Walk, page: Page, cast: Cast) -> LibraryItem:
    walk.enter(cast.lan, "/noi-bo/kho/gui/")
    page.get_by_label("Thêm tệp").set_input_files({"name": "Toan_6.pdf", "mimeType": "application/pdf", "buffer": PDF})
    page.get_by_label("Tên học liệu").fill(TITLE)
    for name, value in (("Loại", "Kế hoạch bài dạy"), ("Môn", "Toán"), ("Khối", "Khối 6")):
        page.get_by_label(name, exact=True).select_option(label=value)
    walk.press("Lưu và gửi đi")
    walk.told("Đã gửi tổ trưởng cho ý kiến.")
    return LibraryItem.objects.get()


def test_a_lesson_plan_goes_from_one_teacher_to_another(page: Page) -> None:
    cast = assemble()
    maths(cast)
    page.set_viewport_size({"width": 360, "height": 740})
    walk = Walk(page, 360)
    item = sent(walk, page, cast)
    walk.enter(cast.cuc, "/noi-bo/kho/cua-toi/")
    walk.follow(f"Mở xem {TITLE}", TITLE)
    walk.press("Đồng ý, chuyển Thư ký")
    walk.told("Đã đồng ý; bài sang Thư ký.")
    for person, live in ((cast.sen, False), (cast.ha, True)):
        walk.enter(person)
        walk.follow(TITLE, TITLE)
        walk.sees("Toan 6")  # the file is read before it is decided on
        walk.press(re.compile(r"^(Trình|Duyệt đăng) bản \d+"))
        assert LibraryItem.objects.get(pk=item.pk).live is live
    walk.enter(cast.khoa, "/noi-bo/kho/")
    walk.follow(TITLE, TITLE)
    walk.press("Chép về của tôi")
    walk.told("Đã chép về.")
    assert LibraryItem.objects.get(copied_from=item).case.creator == cast.khoa
