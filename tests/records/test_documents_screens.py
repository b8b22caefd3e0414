"""The clerk's screens: a number taken, the paper brought up from it, mistakes that keep what was typed (NĐ 30/2020; Điều 14.2)."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from docx import Document as Word
from openpyxl import load_workbook
from pypdf import PdfReader

from portal.base import regulation
from portal.people import actions as people
from portal.people.rules import Duty
from portal.records.models import Document, RegisterLine
from tests.cast import NOW, Cast

BASE = "/noi-bo/van-ban/"


@pytest.fixture
def clerk(cast: Cast, client: Client) -> Client:
    people.name_for_duty(cast.lan, Duty.CLERK, by=cast.minh, at=NOW - timedelta(days=1), channel="test")
    client.force_login(cast.lan, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_the_clerk_takes_a_number_and_brings_its_paper_up_in_two_screens(cast: Cast, clerk: Client) -> None:
    wrong = clerk.post(f"{BASE}so/", {"kind": "kh", "issued": "", "summary": "Ngày hội"})
    assert (
        wrong.status_code,
        "Ngày hội" in wrong.content.decode(),
        "Cần ghi ngày văn bản" in wrong.content.decode(),
    ) == (422, True, True)
    clerk.post(f"{BASE}so/", {"kind": "kh", "issued": "2026-11-16", "summary": "Ngày hội", "signer": "Nguyễn Mậu Minh"})
    line = RegisterLine.objects.get()
    form = clerk.get(f"{BASE}soan/?so={line.pk}").content.decode()
    assert ["01/KH-NGT" in form, "Ngày hội" in form, 'name="symbol"' in form] == [True, True, False]
    file = SimpleUploadedFile("ke_hoach.pdf", b"%PDF-1.7 ke hoach")
    kept = clerk.post(f"{BASE}soan/?so={line.pk}", {"title": "", "signer": "Nguyễn Mậu Minh", "files": file})
    pk = kept.context["sheet"].papers[0].pk
    assert (kept.status_code, Document.objects.count()) == (422, 0)
    clerk.post(f"{BASE}soan/?so={line.pk}", {"title": "Ngày hội", "signer": "Nguyễn Mậu Minh", "kept": pk, "send": "1"})
    made = Document.objects.get()
    assert (made.symbol, made.papers, made.case.state, made.line) == ("01/KH-NGT", [pk], "in_review", line)
    sheet = clerk.get(f"{BASE}so/danh-sach.xlsx?nam=2026")
    assert [row[1].value for row in load_workbook(BytesIO(sheet.content)).active.rows] == ["Số, ký hiệu", "01/KH-NGT"]


def test_a_cancelled_number_is_struck_in_the_list_with_its_reason(clerk: Client) -> None:
    clerk.post(f"{BASE}so/", {"kind": "qd", "issued": "2026-11-16", "summary": "Khen thưởng"})
    line = RegisterLine.objects.get()
    assert clerk.post(f"{BASE}so/{line.pk}/", {"reason": ""}).status_code == 422
    assert clerk.post(f"{BASE}so/{line.pk}/", {"reason": "Ghi nhầm loại"}).status_code == 302
    page = clerk.get(f"{BASE}so/?nam=2026&loai=qd").content.decode()
    assert ["register__off" in page, "Đã hủy: Ghi nhầm loại" in page] == [True, True]


def test_a_document_typed_here_leaves_as_pdf_and_word_in_the_layout_of_the_decree(cast: Cast, clerk: Client) -> None:
    words = {"title": "Tổ chức ngày hội", "kind": "kh", "symbol": "05/KH-THCSNGT", "issued": "2026-02-05", "origin": "truong",
             "signer": "Nguyễn Mậu Minh", "signer_post": "Hiệu trưởng", "grounds": "Căn cứ kế hoạch năm học",
             "body": "I. Mục đích\nĐọc sách mỗi ngày.", "recipients": "Các tổ\nLưu: VT"}  # fmt: skip
    clerk.post(f"{BASE}soan/", words)
    pk = Document.objects.get().pk
    refused = clerk.get(f"{BASE}ban/{pk}.pdf")
    assert (refused.status_code, "địa danh" in refused.content.decode()) == (403, True)
    with transaction.atomic():
        regulation.set_from(NOW.date().replace(month=1), "records.place", "Đức Giang", "NĐ 30/2020")
    text = PdfReader(BytesIO(clerk.get(f"{BASE}ban/{pk}.pdf").content)).pages[0].extract_text()
    assert [
        one
        for one in ("05/KH-THCSNGT", "ngày 05 tháng 02 năm 2026", "KẾ HOẠCH", "HIỆU TRƯỞNG", "Nơi nhận")
        if one not in text
    ] == []
    paragraphs = [one.text for one in Word(BytesIO(clerk.get(f"{BASE}ban/{pk}.docx").content)).paragraphs]
    assert [one in paragraphs for one in ("KẾ HOẠCH", "Đọc sách mỗi ngày.")] == [True, True]


def test_the_register_asks_no_more_of_the_database_for_more_lines(clerk: Client) -> None:
    asked = []
    for _ in range(2):
        clerk.post(f"{BASE}so/", {"kind": "kh", "issued": "2026-11-16", "summary": "Việc"})
        with CaptureQueriesContext(connection) as queries:
            clerk.get(f"{BASE}so/")
        asked.append(len(queries))
        clerk.post(f"{BASE}so/", {"kind": "kh", "issued": "2026-11-16", "summary": "Việc"})
    assert asked[0] == asked[1]
