"""A week brought in from the tables schools make: each common way of drawing one, from a paste, from Word, from Excel (Điều 15.2)."""

import io
from datetime import date, datetime, time
from typing import Any

import docx
import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from portal.base.models import JournalEntry
from portal.files.office.paper import Unreadable
from portal.intranet.models import Entry
from portal.intranet.week.bringing.reading import Found, Grid, read, read_text
from portal.intranet.week.bringing.tables import from_file, from_paste
from portal.intranet.week.paper.docx import docx as to_docx
from portal.intranet.week.paper.xlsx import xlsx as to_xlsx
from portal.intranet.week.paper_rules import may_be_taken_in
from portal.intranet.week.rules import Part
from tests.cast import Cast
from tests.intranet.test_paper import SIXTY, paper

MONDAY = date(2026, 11, 23)
S, C = Part.MORNING, Part.AFTERNOON
HEADED = [
    ["TRƯỜNG THCS NGÔ GIA TỰ", "", "", "", "", "", ""],
    ["LỊCH CÔNG TÁC TUẦN 13 (23/11 - 29/11)", "", "", "", "", "", ""],
    ["Thứ/Ngày", "Buổi", "Thời gian", "Nội dung công việc", "Thành phần", "Chủ trì", "Địa điểm"],
    ["Thứ Hai\n23/11", "Sáng", "7h15", "Chào cờ", "Toàn trường", "Đ/c Hà", "Sân trường"],
    ["", "", "8h30-10h", "Giao ban BGH", "BGH", "Đ/c Minh", ""],
    ["", "Chiều", "2h", "Họp tổ Toán", "Tổ Toán", "Lan", "P.304"],
    ["Thứ Ba\n24/11", "Sáng", "", "- Kiểm tra hồ sơ\n- Dự giờ Văn 8", "", "Đ/c Phong", ""],
    ["", "", "", "", "", "HIỆU TRƯỞNG", ""],
]
IN_HEADED = [
    (0, S, time(7, 15), None, "Chào cờ", "Đ/c Hà", "Sân trường"),
    (0, S, time(8, 30), time(10), "Giao ban BGH", "Đ/c Minh", ""),
    (0, C, time(14), None, "Họp tổ Toán", "Lan", "P.304"),
    (1, S, None, None, "Kiểm tra hồ sơ", "Đ/c Phong", ""),
    (1, S, None, None, "Dự giờ Văn 8", "Đ/c Phong", ""),
]
HALVES = [
    ["Thứ", "Sáng", "Chiều"],
    ["2\n(23/11)", "- 7h15: Chào cờ\n- 9h: Giao ban tại phòng họp", "- 14h họp tổ Toán P.304 – Lan"],
    ["3", "Dạy học bình thường", ""],
    ["CN", "", ""],
]
ACROSS = [
    ["Buổi", "Thứ Hai 23/11", "Thứ Ba 24/11", "Thứ Tư 25/11", "Thứ Năm 26/11", "Thứ Sáu 27/11"],
    ["Sáng", "7h: Chào cờ", "", "8h: Thao giảng", "", ""],
    ["Chiều", "", "14h họp tổ", "", "", "2h: Mít tinh 20/11\n16h liên hoan"],
]
BESIDE = [
    ["Ngày", "Thời gian", "Nội dung", "Người thực hiện"],
    ["T2 23/11", "7h15\n8h", "Chào cờ\nHọp BGH", "Cô Hà\nThầy Minh"],
]
SECTIONED = [
    ["Thời gian", "Nội dung", "Thực hiện"], ["Thứ 2 (23/11)", "Thứ 2 (23/11)", "Thứ 2 (23/11)"],
    ["7h30", "Chào cờ", "TPT"], ["Thứ 3 (24/11)", "", ""], ["14h", "Tập huấn", "GV khối 6"],
]  # fmt: skip


def said(found: Found) -> list[tuple[Any, ...]]:
    return [(one.day, one.part, one.starts, one.ends, one.content, one.lead, one.place) for one in found.lines]


@pytest.mark.parametrize(("grid", "lines"), [
    (HEADED, IN_HEADED),
    (HALVES, [
        (0, S, time(7, 15), None, "Chào cờ", "", ""), (0, S, time(9), None, "Giao ban", "", "phòng họp"),
        (0, C, time(14), None, "Họp tổ Toán", "Lan", "P.304"), (1, S, None, None, "Dạy học bình thường", "", ""),
    ]),
    (ACROSS, [
        (0, S, time(7), None, "Chào cờ", "", ""), (2, S, time(8), None, "Thao giảng", "", ""),
        (1, C, time(14), None, "Họp tổ", "", ""), (4, C, time(14), None, "Mít tinh 20/11", "", ""),
        (4, C, time(16), None, "Liên hoan", "", ""),
    ]),
    (BESIDE, [(0, S, time(7, 15), None, "Chào cờ", "Cô Hà", ""), (0, S, time(8), None, "Họp BGH", "Thầy Minh", "")]),
    (SECTIONED, [(0, S, time(7, 30), None, "Chào cờ", "TPT", ""), (1, C, time(14), None, "Tập huấn", "GV khối 6", "")]),
])  # fmt: skip
def test_each_way_schools_draw_a_week_is_understood(grid: Grid, lines: list[tuple[Any, ...]]) -> None:
    found = read(grid, MONDAY)
    assert (said(found), found.left, found.other_week) == (lines, (), False)


def test_a_table_of_another_week_is_taken_by_its_weekdays_and_says_so() -> None:
    found = read(HEADED, date(2026, 11, 30))
    assert (said(found), found.other_week) == (IN_HEADED, True)


def test_lines_without_a_table_stand_under_their_days_and_the_rest_is_told() -> None:
    found = read_text(
        "Kính gửi\nThứ Hai (23/11):\n- 7h15 chào cờ\nChiều:\n- họp tổ Toán P.304 – Hà\nT5 14h họp HĐSP", MONDAY
    )
    assert said(found) == [
        (0, S, time(7, 15), None, "Chào cờ", "", ""), (0, C, None, None, "Họp tổ Toán", "Hà", "P.304"),
        (3, C, time(14), None, "Họp HĐSP", "", ""),
    ]  # fmt: skip
    assert found.left == ("Kính gửi",)


def word_file() -> bytes:
    """A Word table with merged days, in the old font of its time."""
    document = docx.Document()
    document.add_paragraph("LỊCH CÔNG TÁC TUẦN 13")
    table = document.add_table(rows=4, cols=4)
    for column, name in enumerate(("Thứ", "Thời gian", "Nội dung", "Chủ trì")):
        table.cell(0, column).text = name
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Thứ Hai"
    for row, (hour, content, lead) in enumerate((("7h15", "Chµo cê ®Çu tuÇn", "C« Hµ"), ("14h", "Häp tæ", "Minh")), 1):
        table.cell(row, 1).text = hour
        for column, text in ((2, content), (3, lead)):
            table.cell(row, column).paragraphs[0].add_run(text).font.name = ".VnTime"
    table.cell(3, 0).text, table.cell(3, 2).text = "Thứ Sáu", "Sơ kết"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def workbook() -> bytes:
    """A workbook with a sheet of last week and one of this; merged days, an hour kept as an hour."""
    book = openpyxl.Workbook()
    for title, day in (("Tuần 12", datetime(2026, 11, 16)), ("Tuần 13", datetime(2026, 11, 23))):
        sheet = book.create_sheet(title)
        sheet.append(["LỊCH CÔNG TÁC"])
        sheet.append(["Thứ", "Ngày", "Giờ", "Nội dung"])
        sheet.append(["Hai", day, time(7, 15), f"Chào cờ {title}"])
        sheet.append([None, None, "14h", "=1+1"])
        sheet.merge_cells("A3:A4")
        sheet["D4"].data_type = "s"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_word_table_with_merged_days_and_old_letters_is_read() -> None:
    assert [one[:2] + one[4:6] for one in said(from_file(word_file(), "lich.docx", MONDAY))] == [
        (0, S, "Chào cờ đầu tuần", "Cô Hà"), (0, C, "Họp tổ", "Minh"), (4, None, "Sơ kết", ""),
    ]  # fmt: skip


def test_of_a_workbook_the_sheet_of_this_week_is_read() -> None:
    found = from_file(workbook(), "lich.xlsx", MONDAY)
    assert [(one.day, one.starts, one.content) for one in found.lines] == [
        (0, time(7, 15), "Chào cờ Tuần 13"),
        (0, time(14), "=1+1"),
    ]


@pytest.mark.parametrize(("make", "name"), [(to_docx, "a.docx"), (to_xlsx, "a.xlsx")])
def test_what_the_portal_gives_it_takes_back(make: Any, name: str) -> None:
    found = from_file(make(paper(SIXTY)), name, MONDAY)
    assert [(one.day, one.part, one.starts, one.ends, one.content, one.place) for one in found.lines] == [
        ((one.day - MONDAY).days, one.part, one.starts, one.ends, one.content, one.place) for one in SIXTY
    ]


def test_a_paste_of_cells_and_one_in_old_letters_are_read() -> None:
    pasted = 'Thứ\tGiờ\tNội dung\nThứ Hai\t7h15\t"Chào cờ\nđầu tuần"\nThứ Ba\t14h\tHọp tổ'
    assert [one[4] for one in said(from_paste(pasted, "", MONDAY))] == ["Chào cờ đầu tuần", "Họp tổ"]
    html = ("<table><tr><td>Thứ</td><td>Nội dung</td></tr><tr><td rowspan=2>Thứ Tư</td><td>8h: Dự giờ</td></tr>"
            "<tr><td>14h: Họp</td></tr></table>")  # fmt: skip
    assert [one[:1] + one[2:5:2] for one in said(from_paste("x", html, MONDAY))] == [
        (2, time(8), "Dự giờ"),
        (2, time(14), "Họp"),
    ]


@pytest.mark.parametrize(("data", "name", "why"), [
    (b"PK\x03\x04 x", "a.xlsx", "hỏng"), (b"%PDF-1.7", "a.docx", "PDF"), (b"x", "a.xls", "Save As"), (b"x", "a.xlsm", "macro"),
    (b"", "a.xlsx", "rỗng"),
])  # fmt: skip
def test_what_is_no_table_is_named(data: bytes, name: str, why: str) -> None:
    with pytest.raises(Unreadable) as caught:
        from_file(data, name, MONDAY)
    assert why in caught.value.sentence


def test_a_table_is_of_a_size_a_week_has() -> None:
    refused = [
        why is not None for why in (may_be_taken_in(1, 1, 1), may_be_taken_in(0, 1, 1), may_be_taken_in(91, 1, 1))
    ]
    assert refused == [False, True, True]  # R-WEEK-35


def test_a_week_is_read_looked_at_and_kept_and_nothing_is_kept_twice(cast: Cast, client: Client) -> None:
    way = f"/noi-bo/lich/{MONDAY}/nhap/"
    client.force_login(cast.lan)
    assert [client.get(way).status_code, client.post(way).status_code] == [403, 403]
    client.force_login(cast.minh)
    shown = client.post(way, {"file": SimpleUploadedFile("lich.docx", word_file())})
    text = shown.content.decode()
    assert (shown.status_code, text.count("Chào cờ đầu tuần"), Entry.objects.count()) == (200, 1, 0)
    rows = [
        ("0", "sang", "07:15", "Chào cờ", "Cô Hà", True),
        ("0", "chieu", "", "Họp tổ", "", False),
        ("", "sang", "", "Sơ kết", "", True),
    ]
    data: dict[str, str] = {"many": "3", "source": "lich.docx"}
    for number, (day, part, starts, content, lead, take) in enumerate(rows):
        told = {"day": day, "part": part, "starts": starts, "content": content, "lead": lead}
        data |= {f"{number}-{name}": value for name, value in told.items()} | ({f"{number}-take": "on"} if take else {})
    wrong = client.post(way, data)
    assert (wrong.status_code, "chưa rõ ngày nào" in wrong.content.decode(), Entry.objects.count()) == (422, True, 0)
    for _ in range(2):
        assert client.post(way, data | {"2-day": "4"})["Location"] == f"/noi-bo/lich/{MONDAY}/sua/"
    assert [(one.day, one.content, [str(who) for who in one.leads.all()]) for one in Entry.objects.all()] == [
        (MONDAY, "Chào cờ", ["Trần Thu Hà"]), (date(2026, 11, 27), "Sơ kết", []),
    ]  # fmt: skip
    lines = JournalEntry.objects.filter(verb="week_brought").order_by("id")
    assert [(one.rule, one.data) for one in lines] == [
        ("R-WEEK-35", {"lines": 2, "there": 0, "source": "lich.docx"}), ("R-WEEK-35", {"lines": 0, "there": 2, "source": "lich.docx"}),
    ]  # fmt: skip
