"""The main job in a real browser on a phone: a collaborator writes, the Secretary edits, the Deputy decides, readers read."""

import re

import pytest
from playwright.sync_api import Page, expect

from portal.people.models import Person
from portal.search.actions import catch_up
from tests.browser.walking import SMALL_PHONE, fits
from tests.cast import NOW, PASSWORD, Cast

pytestmark = [pytest.mark.browser, pytest.mark.both]
TITLE = "Giờ đọc sách của lớp 6A2 ở thư viện"


def sign_in(page: Page, person: Person) -> None:
    """A browser without anybody's cookies, then the sign-in page."""
    page.context.clear_cookies()
    page.goto("/viec-cua-toi/")
    page.locator("input[name=login]").fill(person.username)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    expect(page.get_by_role("heading", name="Việc của tôi", level=1)).to_be_visible()


def test_the_main_job_on_a_phone(cast: Cast, page: Page) -> None:
    page.set_viewport_size(SMALL_PHONE)

    # the collaborator writes and hands in
    sign_in(page, cast.vy)
    page.get_by_role("link", name="Viết bài mới").click()
    page.get_by_label("Chuyên mục").select_option("chuyen-mon")
    page.get_by_label("Tiêu đề").fill(TITLE)
    page.get_by_role("button", name="Mở bản nháp").click()
    page.get_by_label("Tóm tắt").fill("Một tiết học không có bảng đen.")
    page.locator("button[value='add:paragraph']").click()
    page.locator("textarea[name$='-text']").last.fill("Cả lớp đọc sách vào sáng thứ bảy tuần tới.")
    page.get_by_label("Việc trong kế hoạch").select_option(str(cast.entry.pk))
    fits(page)
    page.get_by_role("button", name="Xem tuyến duyệt").click()
    expect(page.get_by_role("heading", name="Bài sẽ đi qua những ai")).to_be_visible()
    expect(page.locator(".route")).to_contain_text("Vũ Thị Sen")
    expect(page.locator(".route")).to_contain_text("Trần Thu Hà hoặc Lê Phong · Điều 14.2, 12.2")
    fits(page)
    page.get_by_role("button", name=re.compile(r"^Trình bản \d+$")).click()
    expect(page.locator(".messages")).to_contain_text("Đã trình.")

    # the Secretary finds it, edits it, passes it on
    sign_in(page, cast.sen)
    page.get_by_role("link", name=TITLE).click()
    expect(page.locator(".note--why").first).to_contain_text("Vì sao bài này đến thầy/cô:")
    page.get_by_role("link", name="Sửa nội dung").click()
    page.locator("textarea[name$='-text']").last.fill("Cả lớp đọc sách vào 8 giờ thứ Bảy, 21/11.")
    page.get_by_role("button", name="Xem tuyến duyệt").click()
    page.get_by_role("button", name=re.compile(r"^Trình bản \d+, chuyển lãnh đạo Ban$")).click()
    expect(page.locator(".messages")).to_contain_text("Thầy/cô đã duyệt bản này.")

    # the Deputy sees what changed, in words, and decides
    sign_in(page, cast.phong)
    page.get_by_role("link", name=TITLE).click()
    expect(page.locator(".diff del").first).to_have_text("sáng thứ bảy tuần tới")
    expect(page.locator(".diff ins").first).to_have_text("8 giờ thứ Bảy, 21/11")
    fits(page)
    main = page.get_by_role("button", name=re.compile(r"^Duyệt đăng bản \d+$"))
    expect(main).to_be_in_viewport()  # at the thumb
    main.click()
    expect(page.locator(".note--done").last).to_contain_text("Đang đăng trên cổng:")

    # readers have it: home, search without marks, RSS
    page.context.clear_cookies()
    catch_up(NOW)
    page.goto("/")
    expect(page.get_by_role("link", name=TITLE).first).to_be_visible()
    fits(page)
    page.goto("/tim-kiem/?q=gio+doc+sach")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.get_by_role("heading", name=TITLE, level=1)).to_be_visible()
    expect(page.locator("main")).to_contain_text("Cả lớp đọc sách vào 8 giờ thứ Bảy, 21/11.")
    assert page.evaluate("fetch('/rss/').then(answer => answer.text())").count(f"<title>{TITLE}</title>") == 1

    # and the record proves it, with clauses
    sign_in(page, cast.vy)
    page.get_by_role("article").get_by_role("link", name=TITLE).click()
    page.get_by_role("link", name="Nhật ký đầy đủ").click()
    lines = page.locator(".history > li")
    expect(lines.first).to_be_visible()
    rows = [
        [words for words in line.splitlines() if words] for line in lines.all_inner_texts() if "Sửa bài" not in line
    ]
    expected = [
        ("Bắt đầu viết – Ngô Vy", "Điều 12.2"),
        ("Trình duyệt – Ngô Vy", "Điều 14.2, 12.2"),
        ("Xác nhận dữ kiện – Vũ Thị Sen, Thư ký", "Điều 14.2"),
        ("Duyệt, chuyển tiếp – Vũ Thị Sen, Thư ký", "Điều 12.2, 12.4"),
        ("Duyệt đăng – Lê Phong, Phó Trưởng ban", "Điều 14.2, 12.2"),
        ("Lên cổng – Lê Phong, Phó Trưởng ban", "Điều 14.2, 12.2"),
    ]
    assert [(row[1], row[-1].split(" · ")[0]) for row in rows] == expected
