"""Two persons on a phone of 360 px: the Principal answers a proposal by a paper and looks at everything; the administrator has
rights withdrawn, the password asked each time, and a session is cut."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from portal.people import actions, offices
from portal.people.models import Suspension
from portal.people.rules import Change, Office
from tests.browser.walking import Walk, let_in
from tests.cast import NOW, PASSWORD, Cast
from tests.chromium import ADDRESS

pytestmark = [pytest.mark.browser, pytest.mark.both]
SMALL_PHONE = {"width": 360, "height": 740}


@pytest.fixture
def phone(page: Page) -> Walk:
    page.set_viewport_size(SMALL_PHONE)
    return Walk(page, SMALL_PHONE["width"])


def type_password(walk: Walk, password: str = PASSWORD) -> None:
    """The page that asks once more."""
    walk.stop("Xác nhận lại là thầy/cô")
    walk.page.locator("input[name=password]").fill(password)
    walk.page.locator("main").get_by_role("button", name="Xác nhận").click()
    walk.page.wait_for_load_state()
    walk.stop()


def test_the_principal_answers_a_proposal_by_a_paper_and_looks_at_everything(cast: Cast, phone: Walk) -> None:
    actions.propose_personnel(cast.lan, Office.MEMBER, change=Change.APPOINT, note="Viết đều, biết công khai.", by=cast.ha,
                              at=NOW, channel="test")  # fmt: skip
    item = cast.published(cast.khoa, title="Giờ thực hành ở phòng B")
    page = phone.page

    # warnings first, then what waits
    phone.enter(cast.minh, "/nhan-su/")
    headings = page.locator("main h2").all_inner_texts()
    assert headings[:3] == ["Cần để ý", "Đề xuất chờ thầy/cô trả lời", "Quyết định gần đây"]
    phone.sees("Lĩnh vực Văn phòng: chưa có ủy viên phụ trách.")
    phone.follow(re.compile("^Trả lời bằng quyết định"), "Ghi quyết định mới")
    phone.sees("Bổ nhiệm Hoàng Lan làm Ủy viên. Viết đều, biết công khai.")

    # a number that is taken: everything typed is still there
    page.get_by_label("Số quyết định").fill("34/QĐ-THCSNGT")
    page.locator("input[name='nguoi-0-ends']").fill("2026-11-30")
    phone.press("Ghi quyết định và cho có hiệu lực")
    phone.sees("Số quyết định này đã được ghi rồi. (Điều 7)")
    expect(page.locator("input[name='nguoi-0-ends']")).to_have_value("2026-11-30")

    # one person more, and the whole paper in one go
    page.get_by_label("Số quyết định").fill("40/QĐ-THCSNGT")
    phone.press("Thêm một người")
    expect(page.locator("select[name='nguoi-0-person'] option:checked")).to_contain_text("Hoàng Lan")
    page.locator("select[name='nguoi-1-change']").select_option("release")
    page.locator("select[name='nguoi-1-person']").select_option(str(cast.dung.pk))
    page.locator("select[name='nguoi-1-office']").select_option("member")
    phone.press("Ghi quyết định và cho có hiệu lực")
    phone.told("Đã ghi quyết định và trả lời đề xuất.")
    members = offices.board(NOW).members
    assert (cast.lan.pk in members, cast.dung.pk in members) == (True, False)

    # the new term is warned of, and the public roster has it
    phone.go("/nhan-su/")
    phone.sees("Ủy viên: Hoàng Lan sắp hết thời hạn")
    phone.sees("còn 14 ngày")
    phone.go("/ban-bien-tap/")
    phone.sees("Hoàng Lan")
    expect(page.locator("main")).not_to_contain_text("Đỗ Dũng")

    # every item, to look at
    phone.go("/viec/tat-ca/")
    page.get_by_label("Tên bài").fill("thuc hanh o phong b")
    page.get_by_role("button", name="Lọc").click()
    phone.follow(item.title, item.title)
    assert [name for name in phone.buttons() if re.search("Duyệt|Trả lại|Từ chối|Sửa", name)] == []
    phone.go("/viec/so-duyet/?thang=2026-11")
    phone.sees("Giờ thực hành ở phòng B")


def test_the_administrator_has_rights_withdrawn_and_a_session_is_cut(
    cast: Cast, phone: Walk, chromium: Browser
) -> None:
    other = chromium.new_context(base_url=ADDRESS, viewport=SMALL_PHONE)  # type: ignore[arg-type]
    let_in(other, cast.khoa)
    elsewhere = other.new_page()
    elsewhere.goto("/viec-cua-toi/")
    expect(elsewhere.get_by_role("heading", name="Việc của tôi", level=1)).to_be_visible()

    # the administrator finds the account and proposes
    phone.enter(cast.tri, "/nhan-su/tai-khoan/")
    phone.page.get_by_label("Tên, tên đăng nhập hoặc thư").fill("dang khoa")
    phone.press("Tìm")
    phone.sees("1 phiên đang mở")
    phone.follow("Đặng Khoa", "Đặng Khoa")
    phone.follow(re.compile("^Đề xuất tạm dừng quyền"), "Tạm dừng quyền")
    expect(phone.page.locator("select[name=person] option:checked")).to_contain_text("Đặng Khoa")
    phone.page.get_by_label("Lý do").fill("Tài khoản gửi thư rác từ đêm qua.")
    phone.page.get_by_role("button", name="Đề xuất tạm dừng quyền").click()
    type_password(phone, "khong-phai-mat-khau")
    assert Suspension.objects.count() == 0
    type_password(phone)
    phone.told("Đã gửi đề xuất tới Trưởng ban.")
    phone.sees("chờ Trưởng ban")

    # the Head decides, the reason already there; the password is asked again
    phone.enter(cast.ha, "/nhan-su/tam-dung/")
    phone.sees("Tài khoản gửi thư rác từ đêm qua.")
    row = phone.page.locator(".task", has_text="Đặng Khoa").first
    row.locator("summary", has_text="Tạm dừng quyền").first.click()
    row.get_by_role("button", name="Tạm dừng quyền").click()
    type_password(phone)
    phone.told("Đã tạm dừng quyền; các phiên đang mở đã bị thoát.")

    # at once, everywhere
    elsewhere.goto("/viec-cua-toi/")
    expect(elsewhere.locator("input[name=login]")).to_be_visible()
    other.close()
    phone.enter(cast.tri, "/nhan-su/tam-dung/")
    phone.sees("đã tạm dừng")
    assert offices.is_suspended(cast.khoa, NOW)
