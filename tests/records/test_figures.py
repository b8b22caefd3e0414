"""Forms of figures: numbers as people type them, what must agree, tables and drawings, no small group of pupils (TT 09/2024)."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from portal.base.refused import Refused
from portal.base.small_groups import is_small
from portal.people import actions as people
from portal.people.rules import Duty
from portal.records.figures import actions
from portal.records.figures.blanks import BLANKS, Unit
from portal.records.figures.report import NOT_UP
from portal.records.figures.rules import has_figures, is_kept, number, read
from portal.records.figures.sheets import read as read_book
from portal.records.figures.sheets import workbook
from portal.records.figures.telling import drawn, tables
from portal.records.models import Disclosure, FigureSheet
from tests.cast import NOW, Cast

TOLD = {"at": NOW, "channel": "test"}
MONEY = {
    "thu-ns-nam": "4.000.000.000",
    "thu-hp-nam": "500000000",
    "thu-khac-nam": "500 000 000",
    "chi-luong-nam": "3000000000",
}


@pytest.mark.parametrize(
    ("said", "unit", "is_"),
    [
        ("1.250.000", Unit.DONG, 1250000), ("1250000", Unit.DONG, 1250000), ("1 250 000 đ", Unit.DONG, 1250000),
        ("0", Unit.PEOPLE, 0),
        ("12,5", Unit.AREA, 12.5), ("1.250,75", Unit.AREA, 1250.8), ("12,5", Unit.DONG, None),
        ("1.25", Unit.DONG, None), ("-1", Unit.DONG, None),
        ("1,250", Unit.AREA, None), ("²", Unit.COUNT, None), ("20001", Unit.PEOPLE, None), ("9" * 400, Unit.DONG, None),
        ("", Unit.DONG, None),
    ],
)  # fmt: skip
def test_figures_are_read_as_people_write_them(said: str, unit: Unit, is_: float | None) -> None:
    """R-FIG-02."""
    assert number(said, unit) == is_


def test_money_gets_its_total_its_shares_and_the_year_before() -> None:
    values, errors = read(BLANKS["5.1"], MONEY)
    assert errors == {}
    made = tables(BLANKS["5.1"], values, {"thu": {"ns": {"nam": 2_000_000_000}}})
    assert made[0] == {
        "caption": "Các khoản thu",
        "head": ["Nguồn thu", "Trong năm (đồng)", "Tỷ trọng", "Năm trước (đồng)", "Tăng, giảm"],
        "rows": [
            ["Ngân sách nhà nước", "4.000.000.000", "80%", "2.000.000.000", "+100%"],
            ["Học phí", "500.000.000", "10%", "0", ""], ["Thu khác", "500.000.000", "10%", "0", ""],
            ["Tổng cộng", "5.000.000.000", "100%", "2.000.000.000", "+150%"],
        ],
    }  # fmt: skip
    assert [chart.title for chart in drawn("5.1", made)] == ["Các khoản thu so với năm trước (đồng)"]


def test_a_fund_is_reckoned_to_the_end_of_the_year_and_does_not_fall_below_nought() -> None:
    blank = BLANKS["5.4"]
    values, _ = read(blank, {"quy-phucloi-dau": "100", "quy-phucloi-tang": "50", "quy-phucloi-giam": "30"})
    assert tables(blank, values, {})[0]["rows"] == [["Quỹ phúc lợi", "100", "50", "30", "120"]]
    assert list(read(blank, {"quy-phucloi-giam": "30"})[1]) == ["quy-phucloi-giam"]


def test_staff_who_reached_the_standard_are_of_the_staff() -> None:
    """R-FIG-03."""
    blank = BLANKS["8.1"]
    values, _ = read(
        blank, {"doingu-gv-dh": "40", "doingu-gv-ths": "10", "doingu-gv-chuan": "45", "doingu-ql-ths": "3"}
    )
    made = tables(blank, values, {})
    assert made[0]["rows"][1] == ["Giáo viên", "10", "40", "0", "0", "45", "0", "50", "90%", "0%"]
    assert [(len(chart.legend), len(chart.marks)) for chart in drawn("8.1", made)] == [(4, 3)]
    assert list(read(blank, {"doingu-gv-dh": "40", "doingu-gv-bd": "41"})[1]) == ["doingu-gv-bd"]


def test_there_are_forms_for_some_points_and_none_is_saved_empty() -> None:
    assert [one and one.rule for one in (is_kept(BLANKS, "5.1"), is_kept(BLANKS, "4.1"))] == [None, "R-FIG-01"]
    assert [one and one.rule for one in (has_figures({"thu": {"ns": {"nam": 1}}}), has_figures({}))] == [
        None,
        "R-FIG-05",
    ]


def test_what_there_is_stands_beside_the_minimum() -> None:
    said = {
        "dientich-dat-co": "8.000",
        "dientich-dat-hs": "640",
        "dientich-dat-min": "10.000",
        "hangmuc-phong-co": "16",
    }
    made = tables(BLANKS["8.2"], read(BLANKS["8.2"], said)[0], {})
    assert made[0]["rows"] == [["Khu đất", "8.000", "640", "10.000", "12,5", "thiếu 2.000"]]
    assert made[1]["rows"] == [["Phòng học", "16", "0", "chưa có mức"]]


def test_small_groups_of_pupils_and_their_money_are_not_told() -> None:
    """R-FIG-04."""
    given = {"mien": (3, 9_000_000), "giam": (12, 6_000_000), "hocbong": (40, 20_000_000)}
    said = {f"chinhsach-{row}-em": str(em) for row, (em, _) in given.items()}
    values, _ = read(BLANKS["5.3"], said | {f"chinhsach-{row}-tien": str(tien) for row, (_, tien) in given.items()})
    assert tables(BLANKS["5.3"], values, {})[0]["rows"] == [
        ["Miễn học phí", "ẩn", "ẩn"], ["Giảm học phí", "ẩn", "ẩn"], ["Học bổng", "40", "20.000.000"],
        ["Tổng cộng", "55", "35.000.000"],
    ]  # fmt: skip


def test_pupils_counted_apart_are_kept_back_by_grade_and_not_found_from_the_rest() -> None:
    said = {f"hs-{grade}-{key}": n for grade, kt, olai in (("6", "2", "0"), ("7", "6", "1"), ("8", "7", "118"), ("9", "0", "0"))
            for key, n in (("hs", "120"), ("lop", "3"), ("kt", kt), ("olai", olai))}  # fmt: skip
    made = tables(BLANKS["9.2"], read(BLANKS["9.2"], said)[0], {})[0]
    apart = {row[0]: (row[5], row[8], row[9]) for row in made["rows"]}  # type: ignore[attr-defined]
    assert apart["Khối 6"][::2] == ("ẩn", "40")
    assert apart["Khối 8"][1] == "ẩn"  # all but two: who is not among them would follow
    assert [said for row in made["rows"] for said in row[4:9] if said.isdigit() and is_small(int(said))] == []  # type: ignore[attr-defined]


def test_a_workbook_comes_back_as_it_went_out_and_names_a_wrong_cell() -> None:
    blank = BLANKS["8.2"]
    values, _ = read(
        blank, {"dientich-dat-co": "8.000,5", "sach-1-ten": "Toán", "sach-1-sach": "Bộ 1", "sach-7-ten": "Ngữ văn"}
    )
    assert read(blank, read_book(blank, workbook(blank, values))[0])[0] == values
    book = load_workbook(BytesIO(workbook(blank, values)))
    book.active["C3"] = "nhiều lắm"
    out = BytesIO()
    book.save(out)
    said, places = read_book(blank, out.getvalue())
    assert [places[key] for key in read(blank, said)[1]] == ["C3"]


def test_figures_become_the_tables_of_their_point_and_the_accountant_fills_them(cast: Cast, client: Client) -> None:
    with pytest.raises(Refused):
        actions.keep(2026, "5.1", {"thu": {"ns": {"nam": 1}}}, by=cast.lan, **TOLD)
    people.name_for_duty(cast.lan, Duty.ACCOUNTANT, by=cast.minh, **TOLD)
    client.force_login(cast.lan)
    here = "/noi-bo/cong-khai/2026/5-1/so-lieu/"
    empty = client.post(here, {})
    assert (empty.status_code, "chưa có số nào" in empty.content.decode()) == (422, True)
    wrong = client.post(here, {**MONEY, "thu-hp-nam": "nửa tỷ"})
    html = wrong.content.decode()
    assert (wrong.status_code, 'value="nửa tỷ"' in html, 'href="#thu-hp-nam"' in html) == (422, True, True)
    assert client.post(here, MONEY)["Location"] == "/noi-bo/cong-khai/2026/5-1/"
    page = Disclosure.objects.get(year=2026, code="5.1").get_latest_revision_as_object()
    assert [one["caption"] for one in page.tables] == ["Các khoản thu", "Các khoản chi"]
    assert page.tables[0]["rows"][0] == ["Ngân sách nhà nước", "4.000.000.000", "80%"]
    assert "Bạn đọc sẽ thấy" in client.get(here).content.decode()
    book = client.get("/noi-bo/cong-khai/2026/5-1/so-lieu.xlsx").content
    brought = client.post(f"{here}nhap/", {"file": SimpleUploadedFile("so.xlsx", book)})
    assert (brought.status_code, "chưa lưu" in brought.content.decode()) == (200, True)
    assert client.get("/noi-bo/cong-khai/2026/8-1/so-lieu/").status_code == 403
    client.force_login(cast.minh)
    assert [client.get(f"/noi-bo/cong-khai/2026/{slug}/so-lieu/").status_code for slug in ("8-1", "9-2", "4-1")] == [
        200,
        200,
        404,
    ]
    assert FigureSheet.objects.count() == 1


def test_the_annual_report_has_every_chapter_and_says_what_is_not_up_yet(cast: Cast, client: Client) -> None:
    values, _ = read(BLANKS["5.1"], MONEY)
    cast.up(actions.keep(2025, "5.1", values, by=cast.minh, **TOLD), cast.minh)
    client.force_login(cast.minh)
    here = "/noi-bo/cong-khai/2025/bao-cao/lap"
    shown = client.get(f"{here}/").content.decode()
    assert ("8.1 Đội ngũ" in shown, "5.1 Tình hình" in shown) == (True, False)
    words = " ".join(page.extract_text() for page in PdfReader(BytesIO(client.get(f"{here}.pdf").content)).pages)
    told = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Thường niên năm 2025",
        "VI. Kết quả tài chính",
        "4.000.000.000",
        NOT_UP,
    )
    assert [one for one in told if " ".join(one.split()) not in " ".join(words.split())] == []
    paper = Document(BytesIO(client.get(f"{here}.docx").content))
    assert [cell.text for cell in paper.tables[1].rows[0].cells][:2] == ["Nguồn thu", "Trong năm (đồng)"]
    assert client.post(f"{here}/")["Location"] == "/noi-bo/cong-khai/2025/14/"
    point = Disclosure.objects.get(year=2025, code="14").get_latest_revision_as_object()
    assert [(one.title, one.kind) for one in point.attached()] == [("Báo cáo thường niên năm 2025", "pdf")]
    assert client.get("/cong-khai/2025/5-1/").content.decode().count("chart__drawing") == 1
    client.force_login(cast.khoa)
    assert client.get(f"{here}/").status_code == 403
