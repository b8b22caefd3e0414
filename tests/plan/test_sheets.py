"""A plan goes out as a spreadsheet and comes back; a cell never runs as a formula, and each mistake names its row."""

import io
import zipfile
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from portal.base.refused import Refused
from portal.plan.actions import Entry
from portal.plan.models import PlanEntry
from portal.plan.sheets import HEAD, read, written

SECTIONS = {"chuyen-mon": "Chuyên môn", "doan-doi": "Đoàn – Đội"}
DAY = date(2026, 11, 20)


def entry(title: str, **changes: Any) -> PlanEntry:
    return PlanEntry(**{"title": title, "starts": DAY, "ends": DAY} | changes)


def sheet(*rows: tuple[Any, ...], head: tuple[str, ...] = HEAD[:5]) -> io.BytesIO:
    book = Workbook()
    for row in (head, *rows):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return io.BytesIO(out.getvalue())


def test_what_goes_out_comes_back(db: None) -> None:
    entries = [
        entry("Ngày hội Khoa học", starts=date(2026, 11, 10), section_slug="chuyen-mon"),
        entry("Gương người tốt", standing=True, ends=date(2027, 5, 31)),
        entry("Lễ 20/11", section_slug="doan-doi"),
    ]
    rows = read(io.BytesIO(written(entries, SECTIONS)), SECTIONS)
    assert [(row.number, row.wrong) for row in rows] == [(2, []), (3, []), (4, [])]
    assert [row.entry for row in rows] == [
        Entry("Ngày hội Khoa học", date(2026, 11, 10), DAY, "chuyen-mon", False),
        Entry("Gương người tốt", DAY, date(2027, 5, 31), "", True),
        Entry("Lễ 20/11", DAY, DAY, "doan-doi", False),
    ]


DANGEROUS = ['=HYPERLINK("http://xau.vn","Bấm")', "+1+1", "-2", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", "a\x01b"]


@pytest.mark.parametrize("title", DANGEROUS)
def test_nothing_that_goes_out_is_a_formula(title: str) -> None:
    content = written([entry(title, section_slug=title)], {})
    cells = [cell for row in load_workbook(io.BytesIO(content)).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "d", "n"}
    assert cells[6].value == title.replace("\x01", "")
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert b"<f>" not in packed.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("title", ["=1+1", '=HYPERLINK("http://xau.vn")'])
def test_a_formula_is_not_taken_in(title: str) -> None:
    row = read(sheet((title, DAY, DAY, "", "")), SECTIONS)[0]
    assert (row.entry, row.wrong) == (None, ["Có ô là công thức; hãy dán giá trị thay cho công thức."])


@pytest.mark.parametrize(
    "cells, wrong",
    [
        (("", DAY, DAY), ["Chưa có tên hoạt động."]),
        (("a" * 251, DAY, DAY), ["Tên hoạt động dài quá 250 ký tự (đang có 251)."]),
        (("Việc", None, None), ["Chưa có ngày bắt đầu."]),
        (("Việc", "mai", DAY), ["“mai” ở cột Từ ngày không phải ngày; viết như 20/11/2026."]),
        (("Việc", "31/2/2026", DAY), ["“31/2/2026” ở cột Từ ngày không phải ngày; viết như 20/11/2026."]),
        (("Việc", DAY, date(2026, 11, 19)), ["Ngày kết thúc phải từ ngày bắt đầu trở đi."]),
        (("Việc", DAY, DAY, "Thể thao"), ["Không có chuyên mục “Thể thao”."]),
        (("Việc", DAY, DAY, "", "đôi khi"), ["Cột Việc thường xuyên ghi “có” hoặc để trống, không phải “đôi khi”."]),
        (("", "mai", DAY, "Thể thao"),
         ["Chưa có tên hoạt động.", "“mai” ở cột Từ ngày không phải ngày; viết như 20/11/2026.", "Không có chuyên mục “Thể thao”."]),
    ],
)  # fmt: skip
def test_each_row_says_all_that_is_wrong_with_it(cells: tuple[Any, ...], wrong: list[str]) -> None:
    row = read(sheet(cells), SECTIONS)[0]
    assert (row.entry, row.wrong) == (None, wrong)


@pytest.mark.parametrize(
    "cells, taken",
    [
        (("Việc", "20/11/2026", "2026-11-21", "CHUYEN MON", "Có"), Entry("Việc", DAY, date(2026, 11, 21), "chuyen-mon", True)),
        (("Việc", datetime(2026, 11, 20, 8), None, "doan-doi", "x"), Entry("Việc", DAY, DAY, "doan-doi", True)),
        ((20, "20-11-2026", "20.11.2026"), Entry("20", DAY, DAY)),
    ],
)  # fmt: skip
def test_rows_are_read_as_people_write_them(cells: tuple[Any, ...], taken: Entry) -> None:
    row = read(sheet(cells), SECTIONS)[0]
    assert (row.entry, row.wrong) == (taken, [])


def test_columns_are_found_by_name_and_empty_rows_left_out() -> None:
    found = read(
        sheet((None,), (DAY, "", "Việc", DAY), head=("Từ ngày", "Ghi chú", "hoạt động", "ĐẾN HẾT NGÀY")), SECTIONS
    )
    assert [(row.number, row.entry) for row in found] == [(3, Entry("Việc", DAY, DAY))]


@pytest.mark.parametrize(
    "content, says",
    [
        (b"", "Không mở được"), (b"khong phai bang tinh", "Không mở được"), (b"PK\x03\x04", "Không mở được"),
        (sheet(head=("Tên", "Ngày")).read(), "Hàng đầu của bảng phải có các cột"), (sheet().read(), "Bảng không có hàng nào"),
        (b"0" * (2 * 1024 * 1024 + 1), "Tệp quá 2 MB"),
        (sheet(*[("Việc", DAY, DAY)] * 501).read(), "Bảng quá 500 hàng."),
    ],
    ids=["empty", "text", "torn", "columns", "rows", "heavy", "long"],
)  # fmt: skip
def test_what_is_no_plan_is_refused_with_a_sentence(content: bytes, says: str) -> None:
    with pytest.raises(Refused) as refused:
        read(io.BytesIO(content), SECTIONS)
    assert refused.value.refusals[0].message.startswith(says)


def test_a_sheet_that_unpacks_to_a_mountain_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * (31 * 1024 * 1024))
    with pytest.raises(Refused) as refused:
        read(io.BytesIO(out.getvalue()), SECTIONS)
    assert refused.value.refusals[0].message.startswith("Tệp quá lớn")
