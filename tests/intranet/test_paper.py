"""The week on paper: each file is read back, and says what the screen says (Điều 15.2)."""

import io
from datetime import date, datetime, time, timedelta
from uuid import uuid4

import docx as word
import openpyxl
import pytest
from django.test import Client
from pypdf import PdfReader

from portal.base.clock import ZONE
from portal.intranet.week import actions
from portal.intranet.week.names import Written
from portal.intranet.week.paper.docx import docx
from portal.intranet.week.paper.laid import HEAD, Laid, laid
from portal.intranet.week.paper.pdf import pdf
from portal.intranet.week.paper.xlsx import xlsx
from portal.intranet.week.rules import Duty, Part
from portal.intranet.week.told import Change, Day, DutyLine, Line, PartOfDay, Sheet, Signer
from tests.cast import NOW, Cast

pytestmark = pytest.mark.sqlite  # what a screen shows; the verbs, the leaks and the matrix ask both databases

MONDAY = date(2026, 11, 23)
SCHOOL = "Trường THCS Ngô Gia Tự"
WORDS = "Họp Hội đồng sư phạm: thưởng quỹ khuyến học, nghiệm thu đề ẵm ẳng ỡm ờ"
CHANGED = Change("change", datetime(2026, 11, 24, 9, 5, tzinfo=ZONE), "Nguyễn Mậu Minh", "trùng giờ dạy",
                 (("giờ", "14:00"),), (("giờ", "15:00"),))  # fmt: skip


def line(number: int, content: str = WORDS, day: int = 0, change: Change | None = None) -> Line:
    return Line(number, uuid4(), 0, MONDAY + timedelta(days=day), Part.MORNING, time(7, 30), time(9), content, "Tổ Toán – Tin",
                "Đỗ Dũng", "Phòng hội đồng", "Báo cáo <b>&amp;", change=change,
                cancelled=change is not None and change.kind == "cancel")  # fmt: skip


def paper(lines: list[Line]) -> Laid:
    days = []
    for number in range(7):
        mine = tuple(one for one in lines if one.day == MONDAY + timedelta(days=number))
        days.append(Day(MONDAY + timedelta(days=number), (PartOfDay(Part.MORNING, mine),) if mine else ()))
    changes = tuple((one, one.change) for one in lines if one.change)
    duties = (
        DutyLine(Duty.CLASS, "7A3"),
        DutyLine(Duty.BOARD, "Lê Phong", MONDAY),
        DutyLine(Duty.BOARD, "Hà", days[1].day),
    )
    sheet = Sheet(1, MONDAY, days[6].day, 12, "Tuần 12", tuple(days), duties, "Nộp sổ đầu bài.", NOW, None,
                  Signer(1, "Nguyễn Mậu Minh", "Hiệu trưởng"), changes=changes)  # fmt: skip
    return laid(sheet, SCHOOL)


ONE, SIXTY = [line(1, change=CHANGED)], [line(n, day=n // 40) for n in range(60)]
LONG = [line(1, "nghiêng" * 42), line(2, "=HYPERLINK(A1) \x07 → 😀")]


def read_pdf(raw: bytes) -> tuple[PdfReader, str]:
    reader = PdfReader(io.BytesIO(raw))
    return reader, " ".join(" ".join(one.extract_text() for one in reader.pages).split())


def test_the_paper_is_titled_and_headed_as_schools_write_it() -> None:
    found = paper(ONE)
    assert found.title == "LỊCH CÔNG TÁC TUẦN 12 (từ 23/11 đến 29/11/2026)"
    assert [(row.day, row.part, row.cells[:2], row.days, row.parts) for row in found.rows] == [
        ("Thứ Hai\n23/11", "Sáng", ("7:30–9:00", WORDS), 1, 1),
        *((f"{name}\n{day}/11", "", ("", ""), 1, 1) for name, day in
          (("Thứ Ba", 24), ("Thứ Tư", 25), ("Thứ Năm", 26), ("Thứ Sáu", 27))),
    ]  # fmt: skip
    assert found.told == [
        "Lớp trực tuần: 7A3", "Trực Ban giám hiệu: Thứ Hai: Lê Phong; Thứ Ba: Hà", "Lưu ý: Nộp sổ đầu bài.",
        f"Thay đổi lúc 09:05 24/11, Thứ Hai 23/11: {WORDS} (giờ 14:00 thành 15:00), vì trùng giờ dạy – Nguyễn Mậu Minh",
    ]  # fmt: skip


@pytest.mark.parametrize(("lines", "pages"), [(ONE, 1), (SIXTY, 5), (LONG, 1)])
def test_the_pdf_carries_its_letters_and_says_every_word(lines: list[Line], pages: int) -> None:
    made = paper(lines)
    raw = pdf(made)
    reader, text = read_pdf(raw)
    first = reader.pages[0]
    assert (len(reader.pages), first.mediabox.width > first.mediabox.height) == (pages, True)
    fonts = [font.get_object() for one in reader.pages for font in one["/Resources"]["/Font"].get_object().values()]
    assert {"/FontFile2" in font["/FontDescriptor"].get_object() for font in fonts} == {True}
    assert (made.title in text, "NGÔ GIA TỰ" in text, "HIỆU TRƯỞNG" in text) == (True, True, True)
    squeezed = text.replace(" ", "")
    assert [one for row in lines for one in row.content.split("\x07")[0].split() if one not in squeezed] == []
    assert pdf(made) == raw


def test_a_page_that_begins_within_a_day_names_the_day() -> None:
    reader, _ = read_pdf(pdf(paper(SIXTY)))
    assert ["Thứ Hai" in one.extract_text() for one in reader.pages] == [True, True, True, False, True]
    assert ["Thời gian" in one.extract_text() for one in reader.pages[:3]] == [True, True, True]


@pytest.mark.parametrize("lines", [ONE, SIXTY, LONG])
def test_the_spreadsheet_holds_texts_and_prints_across(lines: list[Line]) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx(paper(lines)))).active
    assert [sheet.cell(4, column).value for column in range(1, 9)] == list(HEAD)
    told = [sheet.cell(row, 4).value for row in range(5, 5 + len(lines))]
    assert [one.removeprefix("[THAY ĐỔI] ") for one in told] == [one.content.replace("\x07", "") for one in lines]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s", "n"}  # n: empty ones
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToHeight, sheet.print_title_rows) == (
        "landscape",
        9,
        0,
        "$4:$4",
    )


@pytest.mark.parametrize("lines", [ONE, SIXTY, LONG])
def test_the_word_file_is_a_table_across_with_its_days_merged(lines: list[Line]) -> None:
    document = word.Document(io.BytesIO(docx(paper(lines))))
    section, table = document.sections[0], document.tables[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == list(HEAD)
    assert [row[0] for row in rows[1 : 1 + len(lines)]] == [
        f"Thứ {'Ba' if one.day != MONDAY else 'Hai'}\n{one.day:%d/%m}" for one in lines
    ]
    assert [row[3].removeprefix("[THAY ĐỔI] ") for row in rows[1 : 1 + len(lines)]] == [
        one.content.replace("\x07", "") for one in lines
    ]
    assert [one.text for one in document.paragraphs if one.text][-1] == "Nguyễn Mậu Minh"


def test_a_posted_week_is_everybodys_paper_and_an_unposted_one_its_writers(cast: Cast, client: Client) -> None:
    week = actions.begin(MONDAY, copy=False, by=cast.minh, at=NOW, channel="test")
    actions.keep(week, Written(MONDAY, Part.MORNING, time(7), None, "Chào cờ"), by=cast.minh, at=NOW, channel="test")
    ways = [f"/noi-bo/lich/{MONDAY}{end}" for end in ("/in/", ".pdf", ".xlsx", ".docx")]

    def asked(who: str) -> list[int]:
        client.force_login(cast.people[who])
        return [client.get(way).status_code for way in ways]

    assert [asked(who) for who in ("minh", "lan", "phu")] == [[200] * 4, [404] * 4, [404] * 4]
    client.force_login(cast.minh)
    assert "Bản nháp, chưa đăng" in client.get(ways[0]).content.decode()
    actions.post(week, by=cast.minh, at=NOW, channel="test")
    assert [asked(who) for who in ("lan", "vy")] == [[200] * 4, [404] * 4]
    client.force_login(cast.lan)
    answer = client.get(ways[1])
    assert (answer["Content-Type"], answer["Content-Disposition"], answer["Cache-Control"]) == (
        "application/pdf", f'inline; filename="lich-cong-tac-{MONDAY}.pdf"', "private, no-store",
    )  # fmt: skip
