"""Many files in a browser: the network goes, the same files are chosen again and none is sent twice; mended in one table, made
drafts (Điều 15.1)."""

import pytest
from playwright.sync_api import Page, Route, expect

from portal.intranet.models import LibraryItem, TrayFile
from tests.browser.walking import Walk
from tests.cast import assemble
from tests.intranet.test_bulk_sending import mixed
from tests.intranet.test_library import maths

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]
SEND, FIRST = "/noi-bo/kho/gui-nhieu/", 3


def choose(page: Page, files: list[tuple[str, bytes]]) -> None:
    """Six files of six sorts, the last of a sort no school takes."""
    chosen = [{"name": name, "mimeType": "application/octet-stream", "buffer": raw} for name, raw in files]
    page.get_by_label("Các tệp").set_input_files(chosen)  # type: ignore[arg-type]
    page.get_by_role("button", name="Gửi các tệp đã chọn").click()


def test_files_go_on_where_they_stopped_and_become_drafts_in_one_table(page: Page) -> None:
    cast = assemble()
    maths(cast)
    page.set_viewport_size({"width": 360, "height": 740})
    walk, asked, files = Walk(page, 360), list[Route](), mixed(6)

    def three_and_no_more(route: Route) -> None:
        asked.append(route)
        if len(asked) <= FIRST:
            route.continue_()

    walk.enter(cast.lan, SEND)
    page.route(f"**{SEND}tep/", three_and_no_more)
    choose(page, files)
    expect(page.locator(".sending__file[data-o=kept]")).to_have_count(FIRST)
    expect(page.locator("[data-noi]")).to_have_text("Đã gửi 3/6 tệp")
    assert page.locator("[data-thanh]").evaluate("bar => [bar.value, bar.max]") == [3, 6]
    walk.go(SEND)
    page.unroute(f"**{SEND}tep/")
    walk.sees("Lượt đang mở còn 3 tệp chưa thành bản nháp.")
    choose(page, files)
    expect(page.locator("[data-noi]")).to_contain_text("Xong: nhận 2 tệp, có sẵn 3, không nhận 1.")
    walk.stop()
    assert TrayFile.objects.count() == 6
    walk.follow("Xem lại tên, loại và tạo bản nháp", "Xem lại các tệp đã gửi")
    page.get_by_label("Tên", exact=True).first.fill("Nhân đơn thức với đa thức")
    page.locator("select[name$='-grade']").first.select_option(label="Khối 8")
    walk.press("Tạo bản nháp từ các tệp đã chọn")
    walk.told("Đã tạo 5 bản nháp.")
    walk.sees("Nội dung tệp không phải loại nhà trường nhận")
    page.get_by_label("Chọn la lung 5.exe").check()
    walk.press("Bỏ các tệp đã chọn")
    walk.stop("Của tôi")
    assert LibraryItem.objects.count() == 5
    assert LibraryItem.objects.get(title="Nhân đơn thức với đa thức").grade == 8
