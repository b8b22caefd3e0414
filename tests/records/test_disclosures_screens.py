"""The screens of what the school discloses: written with its errors kept, handed in, read, printed, exported (Điều 16.1.2)."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document as Word
from openpyxl import load_workbook
from pypdf import PdfReader

from portal.base import clock
from portal.people.models import Person
from portal.records.disclosures import actions
from portal.records.models import Disclosure, DisclosurePosting
from tests.cast import NOW, Cast
from tests.records.test_disclosures import DAY, disclosed, row

LIST = "/noi-bo/cong-khai/"
TABLE = "Thu năm 2025\nNguồn | Số tiền (đồng)\nNgân sách | 4.200.000.000"


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_a_point_is_written_with_its_mistakes_told_and_what_was_typed_kept(cast: Cast) -> None:
    actions.charge(2026, "5.1", cast.lan, by=cast.minh, at=NOW, channel="test")
    client, page = as_(cast.lan), f"{LIST}2026/5-1/"
    assert "Bắt đầu soạn" in client.get(page).content.decode()
    file = SimpleUploadedFile("quyet toan.pdf", b"%PDF-1.7 quyet toan")
    wrong = client.post(
        f"{page}soan/", {"words": "Có ba nguồn.", "tables": "Thu\nNguồn | Tiền\nNgân sách", "files": file}
    )
    said = wrong.content.decode()
    assert (wrong.status_code, Disclosure.objects.count()) == (422, 0)
    assert ("Bảng 1, dòng 1: có 1 ô" in said, "Có ba nguồn." in said, "quyet toan (pdf)" in said) == (True, True, True)
    kept = wrong.context["sheet"].papers[0].pk
    done = client.post(f"{page}soan/", {"words": "Có ba nguồn.", "tables": TABLE, "kept": kept, "send": "1"})
    made = Disclosure.objects.get()
    assert (done.status_code, done["Location"], made.papers) == (302, page, [kept])
    assert cast.case(made).state == "in_review"
    assert client.post(f"{page}trinh/").status_code == 409
    client.post(f"{page}soan/", {"words": "Sửa lúc đang duyệt"})
    assert Disclosure.objects.get().words == "Có ba nguồn."


def test_the_checklist_is_red_the_second_after_and_is_a_spreadsheet(cast: Cast) -> None:
    disclosed(cast)
    client = as_(cast.lan)
    clock.set_to(NOW.replace(year=2027, month=6, day=30, hour=23, minute=59, second=59), freeze=True)
    assert "owed--late" not in client.get(LIST + "?nam=2026").content.decode()
    clock.set_to(NOW.replace(year=2027, month=7, day=1, hour=0, minute=0), freeze=True)
    shown = client.get(LIST + "?nam=2026").content.decode()
    assert (shown.count("owed-row--late"), "18 quá hạn" in shown, "1 đã công khai" in shown) == (18, True, True)
    book = load_workbook(BytesIO(client.get(f"{LIST}bang-tinh/?nam=2026").content)).active
    states = [cells[5].value for cells in book.iter_rows(min_row=2)]
    assert (states.count("quá hạn"), states.count("đã công khai"), len(states)) == (18, 1, 19)
    assert client.get(f"{LIST}?nam=2019").status_code == 404


def test_who_answers_is_named_on_one_page(cast: Cast) -> None:
    client = as_(cast.minh)
    client.post(f"{LIST}phan-cong/?nam=2026", {"5-1": cast.lan.pk, "14": cast.khoa.pk})
    assert (row("5.1").person, row("14").person, row("4.1").person) == (cast.lan, cast.khoa, None)
    assert as_(cast.lan).get(f"{LIST}phan-cong/").status_code == 403


@pytest.mark.sqlite
def test_the_board_copy_and_the_minutes_say_what_hangs_where_and_until_when(cast: Cast) -> None:
    disclosed(cast)
    client, page = as_(cast.sen), f"{LIST}2026/5-1/"
    wrong = client.post(f"{page}niem-yet/", {"posted_on": "2026-11-16", "place": "Bảng tin", "witnesses": "Lê Phong"})
    assert (wrong.status_code, "ít nhất hai người" in wrong.content.decode()) == (422, True)
    client.post(
        f"{page}niem-yet/", {"posted_on": "2026-11-16", "place": "Bảng tin", "witnesses": "Lê Phong\nHoàng Lan"}
    )
    posting = DisclosurePosting.objects.get()
    words = "\n".join(
        one.text for one in Word(BytesIO(client.get(f"{LIST}niem-yet/{posting.pk}.docx").content)).paragraphs
    )
    assert ("ngày 16 tháng 11 năm 2026 đến hết ngày 13 tháng 02 năm 2027" in words, "- Lê Phong" in words) == (
        True,
        True,
    )
    copy = PdfReader(BytesIO(client.get(f"{LIST}2026/5-1.pdf").content))
    text = " ".join(one.extract_text() for one in copy.pages)
    assert ("4.200.000.000" in text, "/cong-khai/2026/5-1/" in text.replace("\n", "")) == (True, True)
    early = client.post(f"{LIST}niem-yet/{posting.pk}/go/", {"removed_on": "2026-11-16"})
    assert (early.status_code, "còn phải treo" in early.content.decode()) == (409, True)


def test_readers_have_the_year_by_code_and_by_the_three_and_its_tables_as_spreadsheets(cast: Cast) -> None:
    client = Client()
    assert [client.get(path).status_code for path in ("/cong-khai/2026/", "/cong-khai/2026/5-1/")] == [404, 404]
    page = disclosed(cast)
    shown = client.get("/cong-khai/2026/").content.decode()
    assert ("Thu, chi tài chính" in shown, "Tài sản công" in shown, shown.count('"/cong-khai/2026/5-1/"')) == (
        True,
        True,
        2,
    )
    book = load_workbook(BytesIO(client.get("/cong-khai/2026/5-1/bang-tinh/").content)).active
    assert [cell.value for cell in book[4]] == ["Ngân sách", 4_200_000_000]
    year = load_workbook(BytesIO(client.get("/cong-khai/2026/bang-tinh/").content)).active
    assert [cells[5].value for cells in year.iter_rows(min_row=2) if cells[1].value == "5.1"] == [
        "http://testserver/cong-khai/2026/5-1/"
    ]
    assert "11/2031" in client.get(page.public_address).content.decode()  # kept until


def test_a_change_is_told_on_its_page(cast: Cast) -> None:
    disclosed(cast)
    client, page = as_(cast.sen), f"{LIST}2026/5-1/"
    assert client.post(f"{page}thay-doi/", {"changed_on": "2026-11-17", "what": "Mức thu"}).status_code == 422
    assert client.post(f"{page}thay-doi/", {"changed_on": "2026-11-16", "what": "Mức thu"}).status_code == 302
    assert "hạn hết ngày 30/11/2026" in client.get(page).content.decode()
    assert row(at=NOW + 15 * DAY).stands.label == "quá hạn"
