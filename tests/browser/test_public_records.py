"""Three people at the school's records: a pupil sees his own results and nobody else's; an inspector walks a year with its proof, its
versions and its files; the Principal names a clerk, decides on a phone and proves a year later what was done (Điều 16.1.2)."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from portal.approval import actions as approval
from portal.approval.queries import look
from portal.base import clock
from portal.files import actions as files
from portal.people import actions as people
from portal.people.models import NamedDuty
from portal.people.rules import Duty, Office
from portal.pupils.models import Pupil
from portal.records.disclosures import actions as disclosures
from portal.records.documents import actions as documents
from portal.records.documents import reading
from tests.browser.axe import faults
from tests.browser.walking import SMALL_PHONE, Walk
from tests.cast import NOW, PASSWORD, Cast
from tests.pupils import marks
from tests.records.test_disclosures import given
from tests.records.test_documents import GIVEN, TOLD
from tests.records.test_documents_reading import a_word

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]
DAY = timedelta(days=1)


@pytest.fixture
def phone(page: Page) -> Walk:
    page.set_viewport_size(SMALL_PHONE)
    return Walk(page, SMALL_PHONE["width"])


def test_a_pupil_reads_his_own_results_and_nobody_elses(cast: Cast, phone: Walk) -> None:
    page = phone.page
    period = marks.a_period(cast)
    mine, other = marks.a_class(cast, 2)
    Pupil.objects.filter(pk=mine.pk).update(account=cast.an)
    marks.brought(cast, period, marks.smas([mine, other]))
    phone.go("/tra-cuu/")
    page.locator("main").get_by_role("link", name="Đăng nhập để xem").click()
    page.locator("input[name=login]").fill(cast.an.username)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    expect(page.locator(".result h2")).to_have_text(mine.full_name)
    phone.stop("Tra cứu kết quả học tập")
    expect(page.locator("main")).not_to_contain_text(other.full_name)
    assert faults(page) == []
    others = (f"/noi-bo/hoc-sinh/em/{other.pk}/", f"/noi-bo/ket-qua/{period.pk}/", "/noi-bo/hoc-sinh/")
    for path in others:
        answer = page.goto(path)
        assert answer is not None
        assert (answer.status, other.full_name in page.content()) == (404, False)
    page.goto("/tra-cuu/")
    page.get_by_role("button", name="Thoát").click()
    expect(page.get_by_role("link", name="Đăng nhập", exact=True)).to_be_visible()
    page.go_back()
    expect(page.locator("main").get_by_role("link", name="Đăng nhập để xem")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text(mine.full_name)


def test_an_inspector_walks_a_year_from_the_list_to_the_proof(cast: Cast, phone: Walk) -> None:
    page = phone.page
    paper = files.store_attachment(
        ContentFile(b"%PDF-1.7 quyet toan", "q.pdf"), title="Quyết toán đã ký", by=cast.sen, **TOLD
    )
    for at, said in (
        (NOW - 9 * DAY, given("Hai nguồn thu.")),
        (NOW - DAY, given("Ba nguồn thu.", "Thêm nguồn tài trợ.")),
    ):
        cast.up(disclosures.write(2026, "5.1", said, [paper], by=cast.sen, at=at, channel="test"), cast.sen, at)
    annex = files.store_attachment(
        ContentFile(a_word("Thuyền giấy trên sân"), "k.docx"), title="Phụ lục", by=cast.sen, **TOLD
    )
    cast.up(documents.begin(GIVEN, [annex], by=cast.sen, **TOLD), cast.sen)
    while reading.read_waiting(NOW):
        pass
    phone.go("/cong-khai/")
    phone.follow(re.compile("^Năm học 2026–2027"), "Công khai năm học 2026–2027")
    phone.sees("1 trong 19 mục đã công khai")
    phone.follow("Tình hình tài chính năm trước", "Tình hình tài chính năm trước")
    proof = page.locator(".open-one__kept")
    expect(proof).to_contain_text(
        re.compile("Công khai lần đầu.*7/11/2026.*Bản đang đăng từ.*15/11/2026.*7/11/2031", re.DOTALL)
    )
    phone.sees("Khác bản trước: Thêm nguồn tài trợ.")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Tải bảng Excel").click()
    book = load_workbook(BytesIO(saved.value.path().read_bytes()))
    assert 4_200_000_000 in [cell.value for row in book.active.rows for cell in row]
    signed = Client().get(page.get_by_role("link", name="Quyết toán đã ký").get_attribute("href") or "")
    assert (signed.status_code, signed.getvalue()) == (200, b"%PDF-1.7 quyet toan")
    phone.follow("Bản 1", "Tình hình tài chính năm trước")
    phone.sees("Hai nguồn thu.")
    phone.sees("không còn áp dụng")
    assert faults(page) == []
    page.set_viewport_size(SMALL_PHONE)
    phone.go("/van-ban/")
    page.get_by_label("Tìm trong văn bản").fill("thuyen giay")
    phone.press("Tìm")
    phone.follow(GIVEN.title, GIVEN.title)
    expect(page.locator(".doc__papers")).to_contain_text("Phụ lục")


def test_the_principal_names_a_clerk_decides_on_a_phone_and_proves_it_a_year_later(cast: Cast, phone: Walk) -> None:
    page = phone.page
    paper = people.record_decision(number="41/QĐ-NGT", signed_on=NOW.date(), signer="Nguyễn Mậu Minh", subject="Trưởng ban",
                                   by=cast.minh, **TOLD)  # fmt: skip
    people.appoint(cast.minh, Office.HEAD, decision=paper, starts=NOW, by=cast.minh, **TOLD)
    phone.enter(cast.minh, "/noi-bo/phan-cong/")
    phone.open("Phân công một người")
    page.get_by_label("Việc", exact=True).select_option(Duty.ACCOUNTANT.value)
    page.get_by_label("Giao cho").select_option(str(cast.lan.pk))
    phone.press("Phân công")
    phone.told("Đã phân công, có hiệu lực ngay.")
    assert [(one.person, one.duty) for one in NamedDuty.objects.all()] == [(cast.lan, Duty.ACCOUNTANT.value)]
    item = disclosures.write(2026, "5.1", given("Hỏi thêm: kế toán, 0912 345 678."), by=cast.lan, **TOLD)
    cast.submit(item, cast.lan)
    cast.decide(item, "approve", cast.sen)
    case = cast.case(item)
    asked = look(case.revision.as_object(), case, NOW).asked
    approval.answer_data(
        item, reasons={one.found.key: "Số máy của phòng kế toán." for one in asked}, hash=case.hash, by=cast.sen, **TOLD
    )
    phone.go("/viec-cua-toi/")
    phone.follow("Tình hình tài chính năm trước")
    phone.sees("“Số máy của phòng kế toán.”")
    phone.press(re.compile("^Duyệt"))
    phone.told("Thầy/cô đã duyệt bản này.")
    clock.set_to(NOW + 366 * DAY, freeze=True)
    phone.enter(cast.minh, "/noi-bo/cong-khai/2026/5-1/")
    first = page.locator("dt", has_text="Công khai lần đầu").locator("xpath=following-sibling::dd[1]")
    expect(first).to_contain_text(
        re.compile(r"16/11/2026, Nguyễn Mậu Minh duyệt\s*Dòng nhật ký số \d+ · mã bản [0-9a-f]{16}")
    )
    phone.follow("Đường đi và việc duyệt")
    expect(page.locator("#du-lieu-ca-nhan")).to_contain_text(
        re.compile("“Số máy của phòng kế toán.”.*Vũ Thị Sen", re.DOTALL)
    )
