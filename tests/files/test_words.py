"""The words of files: every kind as plain lines, what is hidden in them too; nothing a file holds stops the reader."""

import io

import pytest
from docx import Document
from openpyxl import Workbook
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from portal.files import words
from portal.files.words import BROKEN, Words, read


def pdf(*pages: list[list[str]], scan: bool = False) -> bytes:
    canvas = Canvas(out := io.BytesIO())
    for rows in pages:
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                canvas.drawString(50 + 150 * column, 800 - 20 * number, cell)
        canvas.showPage()
    if scan:
        Image.new("L", (300, 400), 200).save(kept := io.BytesIO(), "PNG")
        canvas.drawImage(ImageReader(io.BytesIO(kept.getvalue())), 0, 0, 500, 700)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_pdf_is_read_row_by_row_and_its_scans_are_counted() -> None:
    assert read(
        pdf([["1", "Nguyen Van An", "8.5"]], [["The second page has its own words"]], scan=True), "pdf"
    ) == Words("1\tNguyen Van An\t8.5\n\nThe second page has its own words", blank=1)


def test_a_scan_is_known_as_one() -> None:
    found = read(pdf(scan=True), "pdf")
    assert (found.text, found.scanned, found.blank, found.whole) == ("", True, 1, False)


def test_a_long_pdf_ends_at_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "PAGES", 1)
    found = read(pdf([["The first page of a long story"]], [["The second"]]), "pdf")
    assert (found.text, found.cut, found.whole) == ("The first page of a long story", True, False)


@pytest.mark.parametrize(
    "data,kind,unread",
    [
        (b"%PDF-1.4 /Page nothing", "pdf", BROKEN),
        (b"%PDF-1.4 no page at all", "pdf", ""),
        (b"junk", "xlsx", "Tệp này không phải bảng tính Excel (.xlsx)."),
        (b"\xff\xfe\x00", "txt", ""),
    ],
)
def test_what_is_broken_says_so(data: bytes, kind: str, unread: str) -> None:
    assert read(data, kind).unread == unread


def test_a_workbook_gives_its_hidden_sheets_too() -> None:
    book = Workbook()
    book.active.append(["Họ tên", 8.5, None, 7.0])
    hidden = book.create_sheet("Cất")
    hidden.sheet_state = "hidden"
    hidden.append(["còn đây"])
    book.save(out := io.BytesIO())
    assert read(out.getvalue(), "xlsx") == Words("Sheet\nHọ tên\t8.5\t\t7\n\nCất\ncòn đây")


def test_a_word_file_gives_tables_headers_and_hidden_letters() -> None:
    paper = Document()
    paper.add_paragraph("Kính gửi")
    paper.add_paragraph("thấy ").add_run("ẩn").font.hidden = True
    table = paper.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "A", "B"
    paper.sections[0].header.paragraphs[0].text = "Đầu trang"
    paper.save(out := io.BytesIO())
    assert read(out.getvalue(), "docx") == Words("Kính gửi\nthấy\nA\tB\n\nĐầu trang\nẩn")
