"""The desk as each of seven persons walks it, on a phone and at a desk, by day and by night: what each came to do, in words."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from portal.approval import actions as approval
from portal.base import clock
from portal.news import actions as news
from portal.news.models import Article
from portal.people import offices
from portal.people.models import Absence, CollaboratorProposal, Delegation
from tests.browser.walking import Walk
from tests.cast import NOW, PASSWORD, Cast
from tests.files.pictures import picture

pytestmark = [pytest.mark.browser, pytest.mark.both]
TITLE = "Ngày hội Khoa học của khối 7"
T = {"channel": "test"}
EDITORIAL = re.compile("Duyệt|Trả lại|[Tt]ừ chối|Trình|Sửa|Đồng ý|Rút|Đính chính|Hẹn giờ")


def newest(title: str) -> Article:
    return Article.objects.get(case__title=title)


def test_the_teacher_sends_photos_and_a_few_lines_and_mends_what_came_back(cast: Cast, walk: Walk) -> None:
    page = walk.page
    walk.enter(cast.lan)
    walk.follow("Viết nhanh", "Viết nhanh")
    shots = [{"name": f"{n}.png", "mimeType": "image/png", "buffer": picture().read()} for n in range(2)]
    page.locator("#chon-anh").set_input_files(shots)  # type: ignore[arg-type]
    page.locator("textarea[name=text]").fill(f"{TITLE}\nBốn lớp bày mười hai thí nghiệm ở sân trường.")
    page.locator("select[name=section]").select_option("chuyen-mon")
    expect(page.locator("select[name=plan_entry] option:checked")).to_have_text(
        cast.entry.title
    )  # by its words and day
    page.get_by_label("Chú thích ảnh 1").fill("Nhóm 7A3 bên ba chậu cây")
    page.get_by_label("Chú thích ảnh 2").fill("Cô Cúc chấm điểm")
    page.get_by_label(re.compile("đồng ý")).check()
    walk.stop()
    page.get_by_role("button", name="Xem đường đi và trình").click()
    expect(page.get_by_role("heading", name="Bài sẽ đi qua những ai")).to_be_visible()
    walk.stop()
    for told in ("Phạm Thị Cúc", "Trần Thu Hà hoặc Lê Phong", "Điều 11.3, 14.2"):
        expect(page.locator(".route")).to_contain_text(told)
    walk.press(re.compile(r"^Trình bản \d+$"))
    walk.told("Đã trình.")
    walk.go("/viec-cua-toi/")
    walk.sees("Phạm Thị Cúc")  # with whom it is, in words

    article = newest(TITLE)
    case = cast.case(article)
    approval.remark(article, quote="Bốn lớp bày mười hai thí nghiệm ở sân trường.", text="Ghi tên bốn lớp.",
                    revision=case.revision_id, by=cast.cuc, at=NOW, **T)  # fmt: skip
    cast.decide(article, "send_back", cast.cuc, reason="Sửa một câu rồi trình lại.")
    walk.go("/viec-cua-toi/")
    walk.sees("Sửa một câu rồi trình lại.")
    walk.follow(re.compile("^Sửa"))
    walk.sees("Ghi tên bốn lớp.")
    page.get_by_label("Tiêu đề").fill("")
    page.locator("textarea[name$='-text']").first.fill("7A1, 7A2, 7A3 và 7A4 bày mười hai thí nghiệm ở sân trường.")
    walk.press(re.compile("^Lưu"))
    expect(page.locator("textarea[name$='-text']").first).to_have_value(re.compile("^7A1, 7A2"))
    expect(page.locator(".field--wrong").first).to_be_visible()


def test_the_collaborator_writes_in_his_field_and_meets_nothing_else(cast: Cast, walk: Walk) -> None:
    page = walk.page
    walk.enter(cast.vy)
    menu = page.locator("nav[aria-label='Bàn biên tập'], .desk-nav, nav").all_inner_texts()
    assert not re.search("Nhân sự|Lịch, kế hoạch|Chuyên mục|Trang chủ$", " ".join(menu))
    for path in ("/viet/", "/viet/nhanh/"):
        walk.go(path)
        options = page.locator("select[name=section] option").evaluate_all("all => all.map(one => one.value)")
        assert [one for one in options if one] == ["chuyen-mon"]
    assert page.goto("/admin/").status == 403  # type: ignore[union-attr]
    walk.go("/viet/nhanh/")
    page.locator("textarea[name=text]").fill(f"{TITLE}\nCả lớp cùng đếm hạt.")
    page.locator("select[name=section]").select_option("chuyen-mon")
    page.get_by_role("button", name="Xem đường đi và trình").click()
    expect(page.get_by_role("heading", name="Bài sẽ đi qua những ai")).to_be_visible()
    expect(page.locator(".route")).to_contain_text("Vũ Thị Sen")
    walk.press(re.compile(r"^Trình bản \d+$"))
    walk.told("Đã trình.")


def test_the_secretary_has_one_inbox_for_everything(cast: Cast, walk: Walk) -> None:
    page = walk.page
    cast.submit(cast.article(cast.vy, title="Bài của cộng tác viên"), cast.vy)
    cast.submit(cast.article(cast.lan, title="Bài nằm lâu ở ủy viên"), cast.lan)
    held = cast.article(cast.lan, title="Bài chờ Trưởng ban", in_plan=False)
    cast.submit(held, cast.lan)
    cast.decide(held, "approve", cast.cuc)
    cast.decide(held, "approve", cast.sen)
    live = cast.published(cast.lan, title="Bài mở đầu trang chủ")
    urgent = cast.article(cast.vy, title="Bài có hạn hôm nay", event_end=(NOW - timedelta(days=2)).isoformat())
    cast.submit(urgent, cast.vy)
    mended = cast.published(cast.lan, title="Bài cần đính chính")
    approval.correct(mended, by=cast.lan, at=NOW, **T)
    news.edit(mended, {"title": "Bài đã đính chính"}, by=cast.lan, at=NOW, **T)
    cast.submit(mended, cast.lan)

    walk.enter(cast.sen)
    asked = page.locator(".queue section").first.locator(".task__title").all_inner_texts()
    assert asked == ["Bài đã đính chính", "Bài có hạn hôm nay", "Bài của cộng tác viên"]  # urgent, due, then by age
    walk.go("/viet/nhap-ho/")
    page.get_by_label("Người gửi", exact=False).first.fill("Bà Đào")
    page.get_by_label("Chuyên mục").select_option("chuyen-mon")
    page.get_by_label("Lời gửi đến, dán nguyên văn").fill("Hội khuyến học tặng sách\nBa trăm cuốn cho thư viện.")
    walk.press("Nhập vào và mở bản nháp")
    walk.sees("Bà Đào")
    assert newest("Hội khuyến học tặng sách").received_original is not None

    walk.go("/viec-cua-toi/")
    fold = page.locator("details", has=page.locator("summary", has_text="người đang giữ bài Bài chờ Trưởng ban")).first
    fold.locator("summary").click()
    fold.get_by_label("Lời nhắn").fill("Mai trường cần bài này.")
    walk.press("Nhắc người đang giữ bài", inside=fold)
    walk.told("nhắc")

    clock.set_to(NOW + timedelta(days=3), freeze=True)  # past the working day a Member has
    walk.go("/viec-cua-toi/")
    walk.follow("Bài nằm lâu ở ủy viên", "Bài nằm lâu ở ủy viên")
    walk.sees("12.4")
    walk.press(re.compile("^Duyệt"))
    walk.told("đã duyệt")

    walk.go("/viec/trang-chu/")
    page.locator("#trang-chu select").first.select_option(str(live.pk))
    walk.press("Lưu cách sắp xếp")
    page.goto("/")
    expect(page.locator(".lead, main h2").first).to_contain_text("Bài mở đầu trang chủ")


def test_the_member_has_his_field_in_hand(cast: Cast, walk: Walk) -> None:
    page = walk.page
    cast.submit(cast.article(cast.vy, title="Bài của Vy"), cast.vy)
    cast.submit(cast.article(cast.lan, title="Bài của Lan"), cast.lan)
    cast.article(cast.lan, title="Bài lĩnh vực khác", section="doan-doi")
    walk.enter(cast.cuc)
    walk.sees("Bài của Lan")
    walk.go("/viec/linh-vuc/")
    for told in ("Bài của Vy", "Bài của Lan", "Ngô Vy"):
        walk.sees(told)
    expect(page.locator("main")).not_to_contain_text("Bài lĩnh vực khác")
    walk.follow("Đề xuất người mới", "Cộng tác viên")
    fold = walk.open("Đề xuất cộng tác viên")
    fold.get_by_label("Họ và tên").fill("Lê Mai")
    fold.get_by_label("Thư điện tử").fill("mai@testserver.edu.vn")
    walk.press("Gửi đề xuất", inside=fold)
    assert [row.full_name for row in CollaboratorProposal.objects.all()] == ["Lê Mai"]


def test_the_head_decides_the_days_queue(cast: Cast, walk: Walk) -> None:
    titles = ("Họp tổ tháng 11", "Lịch trực tuần này")
    for title in titles:
        item = cast.article(cast.lan, title=title, section="trao-doi")
        cast.submit(item, cast.lan)
        cast.decide(item, "approve", cast.sen)
    walk.enter(cast.ha)
    for title in titles:
        walk.go("/viec-cua-toi/")
        walk.follow(title, title)
        walk.sees("Vì sao")
        walk.press("Đã xem, để duyệt cùng lượt")
    walk.go("/viec/duyet-cung-luot/")
    walk.press("Duyệt 2 bài đã chọn")
    assert {title: newest(title).live for title in titles} == dict.fromkeys(titles, True)


def test_the_head_says_what_to_mend_at_its_sentence_asks_and_hands_over(cast: Cast, walk: Walk) -> None:
    page = walk.page
    item = cast.article(cast.lan, title="Ba chai nước", in_plan=False)
    cast.submit(item, cast.lan)
    cast.decide(item, "approve", cast.cuc)
    cast.decide(item, "approve", cast.sen)
    walk.enter(cast.ha, f"/viec/{item.pk}/")
    fold = walk.open("Xin ý kiến ủy viên…")
    fold.get_by_label("Hỏi ủy viên").select_option(str(cast.dung.pk))
    fold.get_by_label("Câu hỏi").fill("Đội có tham gia không?")
    walk.press("Gửi câu hỏi", inside=fold)
    paragraph = page.locator(".para", has_text="Ba chai nước, một câu hỏi")
    paragraph.locator(".para__more > summary").click()
    paragraph.locator("textarea").fill("Ghi rõ câu hỏi ấy.")
    walk.press("Ghi nhận xét", inside=paragraph)
    fold = walk.open("Trả lại để sửa…")
    walk.press("Trả lại để sửa", inside=fold)
    assert cast.case(item).state == "sent_back"

    walk.go("/nhan-su/uy-nhiem/moi/")
    page.get_by_label("Phạm Thị Cúc").check()
    page.get_by_label("Chuyên môn").check()
    walk.press("Ủy nhiệm")
    assert [row.delegate for row in Delegation.objects.all()] == [cast.cuc]
    walk.go("/nhan-su/vang-mat/moi/")
    page.locator("input[name=until]").first.check()
    walk.press("Báo tôi vắng")
    assert [row.person for row in Absence.objects.all()] == [cast.ha]


def test_two_answer_where_the_head_wrote_too(cast: Cast, walk: Walk) -> None:
    """Who had a hand in the text decides only once a board member without one stands by that very text."""
    item = cast.article(cast.ha, title="Thư ngỏ đầu tuần", in_plan=False)
    cast.submit(item, cast.ha)
    cast.decide(item, "approve", cast.cuc)
    cast.decide(item, "approve", cast.sen)
    walk.enter(cast.ha, f"/viec/{item.pk}/")
    assert [name for name in walk.buttons() if name.startswith("Duyệt")] == []
    walk.enter(cast.dung)
    walk.follow("Thư ngỏ đầu tuần", "Thư ngỏ đầu tuần")
    walk.press(re.compile("^Đồng ý"))
    walk.told("đồng ý")
    walk.enter(cast.ha, f"/viec/{item.pk}/")
    walk.press(re.compile(r"^Duyệt đăng bản \d+$"))
    assert newest("Thư ngỏ đầu tuần").live


def test_the_deputy_sees_what_changed_and_decides(cast: Cast, walk: Walk) -> None:
    page = walk.page
    item = cast.article(cast.lan, title="Ba chai nước")
    cast.submit(item, cast.lan)
    walk.enter(cast.cuc, f"/viec/{item.pk}/")
    walk.follow("Sửa nội dung")
    page.locator("textarea[name$='-text']").first.fill("Bốn chai nước, một câu hỏi: nước nào tưới cây tốt nhất?")
    walk.press(re.compile("^Lưu"))
    walk.told("Đã lưu.")
    cast.decide(item, "approve", cast.cuc)
    walk.enter(cast.phong)
    walk.follow("Ba chai nước", "Ba chai nước")
    expect(page.locator(".diff del").first).to_have_text("Ba")
    expect(page.locator(".diff ins").first).to_have_text("Bốn")
    walk.press(re.compile(r"^Duyệt đăng bản \d+$"))
    assert newest("Ba chai nước").live


def test_the_principal_appoints_and_sees_everything_and_edits_nothing(cast: Cast, walk: Walk) -> None:
    page = walk.page
    item = cast.article(cast.lan, title="Bài đang xét")
    cast.submit(item, cast.lan)
    walk.enter(cast.minh, "/viec/tat-ca/")
    walk.follow("Bài đang xét", "Bài đang xét")
    walk.sees("Phạm Thị Cúc")
    assert [name for name in walk.buttons() if EDITORIAL.search(name)] == []

    walk.go("/nhan-su/")
    walk.sees("Lĩnh vực Văn phòng: chưa có ủy viên phụ trách.")
    walk.follow("Ghi quyết định mới")
    page.get_by_label("Số quyết định").fill("35/QĐ-THCSNGT")
    page.get_by_label("Ngày ký").fill("2026-11-16")
    page.get_by_label("Người ký").fill("Nguyễn Mậu Minh")
    page.get_by_label("Trích yếu").fill("Bổ sung ủy viên")
    page.locator("select[name$='-person']").first.select_option(str(cast.khoa.pk))
    page.locator("select[name$='-office']").first.select_option("member")
    page.locator("input[name$='-starts']").first.fill("2026-11-16")
    walk.press(re.compile("^Ghi"))
    walk.sees("35/QĐ-THCSNGT")
    assert cast.khoa.pk in offices.board(NOW).members
    walk.go("/ban-bien-tap/")
    walk.sees("Đặng Khoa")


def test_the_principal_hands_the_board_over_in_two_taps(cast: Cast, walk: Walk) -> None:
    cast.away(cast.ha)
    walk.enter(cast.minh, "/nhan-su/phu-trach/")
    expect(walk.page.locator("select[name=person] option:checked")).to_contain_text("Lê Phong")
    walk.page.locator("input[name=until]").first.check()
    walk.page.get_by_label(re.compile("^Số")).fill("36/QĐ-THCSNGT")
    walk.press("Giao phụ trách Ban")
    walk.told("Đã giao phụ trách Ban.")
    assert set(offices.board(NOW).acting_heads) == {cast.phong.pk}


def test_the_administrator_keeps_accounts_and_touches_no_text(cast: Cast, walk: Walk) -> None:
    item = cast.article(cast.lan, title="Bài đang xét")
    cast.submit(item, cast.lan)
    walk.enter(cast.tri)
    for path in ("/viec-cua-toi/", f"/viec/{item.pk}/", "/nhan-su/tai-khoan/", "/he-thong/"):
        walk.go(path)
        assert [name for name in walk.buttons() if EDITORIAL.search(name)] == []
    walk.go("/nhan-su/tai-khoan/?q=lan")
    walk.follow("Hoàng Lan", "Hoàng Lan")
    walk.follow("Đăng xuất khỏi mọi máy", "Đăng xuất Hoàng Lan khỏi mọi máy")
    walk.press("Đăng xuất khỏi mọi máy")
    confirm(walk)
    walk.told("Hoàng Lan")
    walk.go("/nhan-su/lan/")
    walk.follow(re.compile("^Đề xuất tạm dừng quyền"), "Tạm dừng quyền")
    walk.page.get_by_label("Lý do").first.fill("Mất điện thoại, lộ mật khẩu.")
    walk.press("Đề xuất tạm dừng quyền")
    walk.sees("chờ Trưởng ban")
    assert not offices.is_suspended(cast.lan, NOW)  # he proposes and carries out; he does not decide
    walk.go("/he-thong/")
    walk.sees(re.compile("[Tt]hư"))


def confirm(walk: Walk) -> None:
    """The password once more, before what is not done lightly."""
    walk.page.locator("input[name=password]").fill(PASSWORD)
    walk.page.locator("main button[type=submit]").first.click()
    walk.page.wait_for_load_state()
    walk.stop()
