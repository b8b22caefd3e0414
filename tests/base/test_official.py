"""Official papers in the layout of NĐ 30/2020: each file is opened, and page, margins, letters and components are looked at."""

import io
from dataclasses import replace
from datetime import date

import docx as word_library
import pypdf
import pytest

from portal.base.official import layout
from portal.base.official.laid import Line, ended, laid, offices
from portal.base.official.layout import COMPONENTS
from portal.base.official.paper import (
    Blank,
    Heading,
    Paper,
    Signature,
    Stands,
    Table,
    Text,
    day_line,
    number_line,
    symbol,
)
from portal.base.official.pdf import pdf
from portal.base.official.rules import faults
from portal.base.official.word import docx

pytestmark = pytest.mark.sqlite
MM = 36000  # EMU

REPORT = Paper(
    issuer="Trường THCS Ngô Gia Tự",
    parent="UBND phường Việt Hưng",
    number=5,
    symbol="BC-THCSNGT",
    place="Việt Hưng",
    day=date(2026, 2, 5),
    title="Báo cáo",
    about="Thường niên năm 2025",
    to=("UBND phường Việt Hưng",),
    by="Hiệu trưởng Trường THCS Ngô Gia Tự",
    grounds=("Căn cứ Thông tư số 09/2024/TT-BGDĐT", "Căn cứ Quy chế của trường;"),
    resolved="Báo cáo:",
    body=(
        Heading("Phần I\nĐẶC ĐIỂM", 1),
        Heading("1. Số lớp"),
        Text("Trường có 16 lớp.", lead="Điều 1."),
        Table(
            ("Khối", "Số lớp"),
            tuple((f"Khối {one}", f"{one}") for one in range(1, 60)),
            "Bảng 1. Số lớp",
            (2, 1),
            frozenset({1}),
        ),
        Text("Trên đây là báo cáo của trường <b>&</b>./."),
    ),
    signatures=(Signature("Phó Hiệu trưởng", "Trần Thị Bình", Stands.KT, "Hiệu trưởng"),),
    recipients=("UBND phường", "Lưu: VT"),
)
LETTER = replace(REPORT, title="", about="tuyển sinh lớp 6", symbol="THCSNGT-VP", by="", grounds=(), resolved="")
FORM = Paper(
    title="Đơn xin chuyển trường",
    to=("Hiệu trưởng",),
    body=(Blank(("Họ và tên:", "Lớp:")), Blank()),
    signatures=(Signature("Người làm đơn", here="(Ký, ghi rõ họ tên)"),),
)


def everything(document):
    """Every paragraph with words, those in tables too, by its words."""
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    found = [*document.paragraphs, *(line for cell in cells for line in cell.paragraphs)]
    return {line.text: line for line in found if line.text}


@pytest.fixture(scope="module")
def word():
    return word_library.Document(io.BytesIO(docx(REPORT)))


@pytest.fixture(scope="module")
def printed():
    return pypdf.PdfReader(io.BytesIO(pdf(REPORT)))


def test_every_value_stands_within_the_range_of_the_decree():
    assert [name for name, one in COMPONENTS.items() if not one.low <= one.size <= one.high] == []
    margins = {"top": layout.TOP, "bottom": layout.BOTTOM, "left": layout.LEFT, "right": layout.RIGHT}
    assert [name for name, (low, high) in layout.RANGES.items() if not low <= margins[name] <= high] == []
    assert (layout.WIDTH, layout.HEIGHT, 1.0 <= layout.LINE <= 1.5, layout.BETWEEN >= 6) == (210, 297, True, True)
    assert 1 / 3 <= layout.ISSUER_RULE <= 1 / 2


@pytest.mark.parametrize(
    "day,said",
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2026, 1, 31), "ngày 31 tháng 01 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 12, 10), "ngày 10 tháng 12 năm 2026"),
        (None, "ngày … tháng … năm 20…"),
    ],
)
def test_days_below_ten_and_the_first_two_months_have_a_zero(day, said):
    assert day_line(day) == said


def test_numbers_and_symbols():
    assert [number_line(one, "QĐ-THCSNGT") for one in (5, 10, 123)] == [
        "Số: 05/QĐ-THCSNGT",
        "Số: 10/QĐ-THCSNGT",
        "Số: 123/QĐ-THCSNGT",
    ]
    assert number_line(None, "BC-THCSNGT") == "Số:        /BC-THCSNGT"
    assert [symbol("BC", "THCSNGT"), symbol("CV", "THCSNGT", "VP")] == ["BC-THCSNGT", "THCSNGT-VP"]


def test_lists_end_as_the_decree_says():
    assert ended(["Như trên.", " ", "UBND;", "Lưu: VT"]) == ["Như trên;", "UBND;", "Lưu: VT."]


@pytest.mark.parametrize(
    "signature,said",
    [
        (Signature("Hiệu trưởng"), ["Hiệu trưởng"]),
        (Signature("Phó Hiệu trưởng", "", Stands.KT, "Hiệu trưởng"), ["KT. Hiệu trưởng", "Phó Hiệu trưởng"]),
        (Signature("Trưởng ban", "", Stands.TM, "Ban biên tập"), ["TM. Ban biên tập", "Trưởng ban"]),
        (Signature("Tổ trưởng", "", Stands.TL, "Hiệu trưởng"), ["TL. Hiệu trưởng", "Tổ trưởng"]),
        (Signature("Hiệu trưởng", "", Stands.Q), ["Q. Hiệu trưởng"]),
    ],
)
def test_in_whose_stead_one_signs(signature, said):
    assert offices(signature) == said


@pytest.mark.parametrize(
    "paper,rules",
    [
        (REPORT, []),
        (LETTER, []),
        (FORM, []),
        (replace(REPORT, place=" "), ["R-PAPER-01"]),
        (replace(REPORT, signatures=()), ["R-PAPER-01"]),
        (replace(REPORT, body=()), ["R-PAPER-01"]),
        (replace(LETTER, about=""), ["R-PAPER-01"]),
        (replace(REPORT, number=0), ["R-PAPER-02"]),
        (replace(REPORT, symbol="BC THCS"), ["R-PAPER-02"]),
        (replace(REPORT, signatures=(Signature("Hiệu trưởng", "", Stands.KT, "Hiệu trưởng"),)), ["R-PAPER-03"]),
        (replace(REPORT, signatures=(Signature("Phó Hiệu trưởng"),)), ["R-PAPER-03"]),
        (replace(REPORT, signatures=(Signature("Trưởng ban", "", Stands.TM),)), ["R-PAPER-03"]),
        (replace(REPORT, signatures=(Signature("Phó Trưởng ban"), Signature("Thư ký"))), []),  # minutes
    ],
)
def test_what_a_paper_lacks_is_named_with_its_rule(paper, rules):
    assert [fault.rule for fault in faults(paper)] == rules


def test_a_word_paper_has_the_page_and_margins_of_the_decree(word):
    page = word.sections[0]
    assert [round(page.page_width / MM), round(page.page_height / MM)] == [210, 297]
    found = [page.top_margin, page.bottom_margin, page.left_margin, page.right_margin]
    assert [round(one / MM) for one in found] == [20, 20, 30, 15]
    assert page.different_first_page_header_footer is True
    number = page.header.paragraphs[0]
    assert ("PAGE" in number._p.xml, number.alignment, number.runs[0].font.size.pt) == (True, 1, 13)
    assert [line.text for line in page.first_page_header.paragraphs] == [""]


WORDS = [
    ("state", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("motto", "Độc lập - Tự do - Hạnh phúc"),
    ("parent", "UBND PHƯỜNG VIỆT HƯNG"),
    ("issuer", "TRƯỜNG THCS NGÔ GIA TỰ"),
    ("number", "Số: 05/BC-THCSNGT"),
    ("place", "Việt Hưng, ngày 05 tháng 02 năm 2026"),
    ("title", "BÁO CÁO"),
    ("about", "Thường niên năm 2025"),
    ("to", "Kính gửi: UBND phường Việt Hưng"),
    ("by", "HIỆU TRƯỞNG TRƯỜNG THCS NGÔ GIA TỰ"),
    ("ground", "Căn cứ Thông tư số 09/2024/TT-BGDĐT;"),
    ("ground", "Căn cứ Quy chế của trường."),
    ("resolved", "BÁO CÁO:"),
    ("part", "Phần I\nĐẶC ĐIỂM"),
    ("heading", "1. Số lớp"),
    ("body", "Trên đây là báo cáo của trường <b>&</b>./."),
    ("caption", "Bảng 1. Số lớp"),
    ("head", "Số lớp"),
    ("cell", "Khối 6"),
    ("office", "KT. HIỆU TRƯỞNG"),
    ("office", "PHÓ HIỆU TRƯỞNG"),
    ("signer", "Trần Thị Bình"),
    ("notes", "Nơi nhận:"),
    ("note", "- UBND phường;"),
    ("note", "- Lưu: VT."),
]


@pytest.mark.parametrize("name,words", WORDS)
def test_a_component_of_the_word_paper_is_set_as_its_data_say(word, name, words):
    line, wanted = everything(word)[words], COMPONENTS[name]
    assert {(run.font.name, run.font.size.pt, bool(run.bold), bool(run.italic)) for run in line.runs} == {
        ("Times New Roman", wanted.size, wanted.bold, wanted.italic)
    }
    assert line.alignment == {"left": 0, "center": 1, "right": 2, "justify": 3}[wanted.align]


def test_every_component_is_looked_at():
    elsewhere = {"page", "letter_about", "to_each", "sign_here"}  # in other papers than this one
    assert {name for name, _ in WORDS} | elsewhere == set(COMPONENTS)


def test_running_text_of_the_word_paper_is_indented_and_spaced(word):
    said = everything(word)["Điều 1. Trường có 16 lớp."]
    looks = said.paragraph_format
    assert [round(looks.first_line_indent / MM), looks.space_after.pt, looks.line_spacing] == [10, 6, 1.15]
    assert [(run.text, run.bold) for run in said.runs] == [("Điều 1. ", True), ("Trường có 16 lớp.", False)]


def test_three_rules_are_drawn_and_the_head_of_a_table_is_said_again(word):
    xml = word.element.xml
    assert (xml.count("<w:pBdr>"), xml.count("<w:tblHeader/>")) == (3, 1)
    assert everything(word)["59"].alignment == 2  # figures stand to the right


def test_the_printed_paper_is_a4_with_its_letters_inside(printed):
    first = printed.pages[0]
    assert [round(float(one) * 25.4 / 72) for one in first.mediabox[2:]] == [210, 297]
    fonts = {font for page in printed.pages for font in page["/Resources"]["/Font"].get_object().values()}
    names = {str(font.get_object()["/BaseFont"]).split("+")[-1] for font in fonts}
    assert names == {"Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"}
    inside = [font.get_object()["/FontDescriptor"].get_object() for font in fonts]
    assert ["/FontFile2" in one for one in inside] == [True] * len(inside)


def drawn(page):
    """What is written on a page: words → (millimetres from the left, from the top, points)."""
    found = {}

    def see(text, moved, matrix, _, size):
        if text.strip():
            left, high = moved[4] + matrix[4], moved[5] + matrix[5]
            found.setdefault(text.strip(), (left * 25.4 / 72, 297 - high * 25.4 / 72, size))

    page.extract_text(visitor_text=see)
    return found


def test_the_printed_components_have_their_sizes_and_stay_inside_the_margins(printed):
    found = drawn(printed.pages[0])
    sizes = {words: size for words, (_, _, size) in found.items()}
    single = [(name, words) for name, words in WORDS if "\n" not in words and words in sizes]
    assert {words: sizes[words] for _, words in single} == {words: COMPONENTS[name].size for name, words in single}
    assert {name for name, _ in single} >= {"state", "motto", "parent", "issuer", "number", "place", "title", "about"}
    assert min(left for left, _, _ in found.values()) >= 29.9
    assert 20 < min(top for _, top, _ in found.values()) < 26
    assert max(top for _, top, _ in found.values()) < 277


def test_pages_are_numbered_from_the_second_in_the_middle_of_the_upper_margin(printed):
    tops = [{words: top for words, (_, top, _) in drawn(page).items() if top < 20} for page in printed.pages]
    assert [list(one) for one in tops] == [[], *([str(place)] for place in range(2, len(printed.pages) + 1))]
    left, _, size = drawn(printed.pages[1])["2"]
    assert (size, 110 < left < 115) == (13, True)


def test_the_signature_never_stands_on_a_page_alone(printed):
    last = printed.pages[-1].extract_text()
    assert "Trên đây là báo cáo của trường <b>&</b>./." in last
    assert last.index("Nơi nhận:") < last.index("Trần Thị Bình")


def test_a_letter_says_its_matter_under_its_number_and_has_no_title():
    lines = laid(LETTER).left
    assert [one.words for one in lines if isinstance(one, Line)][-2:] == ["Số: 05/THCSNGT-VP", "V/v tuyển sinh lớp 6"]
    text = pypdf.PdfReader(io.BytesIO(pdf(LETTER))).pages[0].extract_text()
    assert ("V/v tuyển sinh lớp 6" in text, "BÁO CÁO" in text) == (True, False)


def test_a_form_has_the_state_in_the_middle_and_lines_to_fill():
    text = pypdf.PdfReader(io.BytesIO(pdf(FORM))).pages[0].extract_text()
    assert [
        one in text for one in ("CỘNG HÒA", "ĐƠN XIN CHUYỂN TRƯỜNG", "Họ và tên:", "(Ký, ghi rõ họ tên)", "Số:")
    ] == [True] * 4 + [False]
    document = word_library.Document(io.BytesIO(docx(FORM)))
    assert everything(document)["Họ và tên:\tLớp:\t"]._p.xml.count('w:leader="dot"') == 2


def test_the_same_paper_is_the_same_file_and_odd_letters_leave_no_empty_box():
    odd = replace(FORM, body=(Text("Tên 漢 \x07 ☐ →"),))
    assert pdf(odd) == pdf(odd)
    assert "Tên ? □ →" in " ".join(pypdf.PdfReader(io.BytesIO(pdf(odd))).pages[0].extract_text().split())
    assert "Tên 漢  ☐ →" in everything(word_library.Document(io.BytesIO(docx(odd))))


def test_a_long_name_is_broken_where_its_longer_line_is_shortest():
    long = laid(replace(REPORT, issuer="Trường Trung học cơ sở và Trung học phổ thông Ngô Gia Tự"))
    assert [one.words for one in long.left if isinstance(one, Line)][
        1
    ] == "TRƯỜNG TRUNG HỌC CƠ SỞ VÀ\nTRUNG HỌC PHỔ THÔNG NGÔ GIA TỰ"
