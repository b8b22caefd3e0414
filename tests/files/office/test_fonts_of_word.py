"""Which font draws a letter is known through every way Word has of saying it: old letters cannot be read otherwise."""

import pytest

from portal.base.text.legacy import Font, convert, font_named
from portal.files.office import read
from tests.files.office.docx import docx, fonts, p, r, style, table
from tests.files.office.said import fonts as fonts_of
from tests.files.office.said import shown
from tests.legacy import CAPITALS, TIME, TIMES, old, runs

pytestmark = pytest.mark.sqlite  # the same over either

DEFAULTS = "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {}/></w:rPr></w:rPrDefault></w:docDefaults>"
THEMED = 'w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"'
THEME = (
    '<a:fontScheme><a:majorFont><a:latin typeface=".VnArialH"/></a:majorFont>'
    '<a:minorFont><a:latin typeface=".VnTime"/></a:minorFont></a:fontScheme>'
)  # fmt: skip
BASED = '<w:basedOn w:val="{}"/>'
WORDS = old("Thông báo", Font.TCVN3)


def font(body: str, **sheets: str) -> str | None:
    [(_, found)] = fonts_of(read(docx(body, **sheets), "a.docx"))
    return found


@pytest.mark.parametrize("sheet, body, expected", [
    ("", p(r(WORDS, font=TIME)), TIME),
    (style("N", "Normal", fonts(TIME), default=True), p(WORDS), TIME),
    (style("N", "Normal", fonts(TIME), default=True) + style("B", "Body Text", BASED.format("N")), p(WORDS, style="B"), TIME),
    (style("N", "Normal", fonts(TIME), default=True) + style("B", "Body Text", BASED.format("N") + fonts("Arial")),
     p(WORDS, style="B"), "Arial"),
    (style("N", "Normal", fonts(TIME), default=True), p(r(WORDS, font="Times New Roman")), "Times New Roman"),
    (style("N", "Normal", default=True) + style("C", "Chữ cũ", fonts(TIMES), kind="character"),
     p(r(WORDS, '<w:rStyle w:val="C"/>')), TIMES),
    (DEFAULTS.format(f'w:ascii="{TIME}" w:hAnsi="{TIME}"'), p(WORDS), TIME),
    (DEFAULTS.format(THEMED), p(WORDS), TIME),
    (DEFAULTS.format(THEMED), p(r(WORDS, '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>')), ".VnArialH"),
    (DEFAULTS.format(THEMED), p(r(WORDS, font="Arial")), "Arial"),
    ("", p(r(WORDS, '<w:rFonts w:ascii="Arial" w:hAnsi=".VnTime"/>')), TIME),  # beyond ASCII, hAnsi draws
    ("", p(r("Thong bao", '<w:rFonts w:ascii="Arial" w:hAnsi=".VnTime"/>')), "Arial"),
    ("", p(r(WORDS, '<w:rFonts w:ascii=".VnTime"/>')), TIME),
    (style("A", "a", BASED.format("B") + fonts(TIME)) + style("B", "b", BASED.format("A")), p(WORDS, style="B"), TIME),  # a circle
    (style("G", "Table Grid", fonts(TIMES), kind="table"),
     '<w:tbl><w:tblPr><w:tblStyle w:val="G"/></w:tblPr><w:tr><w:tc>' + p(WORDS) + "</w:tc></w:tr></w:tbl>", TIMES),
    ("", p(r(WORDS, font=".VnTimeH;Times New Roman")), CAPITALS),
    ("", p(WORDS), None),
])  # fmt: skip
def test_the_font_is_found_wherever_it_is_told(sheet: str, body: str, expected: str | None) -> None:
    assert font(body, styles=sheet, theme=THEME) == expected


NAMES = [
    "Đỗ Ngô Đồng",
    "Nguyễn Thị Hoè",
    "Ưng Hoàng Phúc",
    "Ý Nhi",
    "Mừng",
    "Kỳ",
    "Đặng Thuỳ Dương",
    "Hứa Thị Ửng",
    "Ỷ Lan",
]


@pytest.mark.parametrize("kind", [Font.TCVN3, Font.VNI, Font.UNICODE])
@pytest.mark.parametrize("name", NAMES)
def test_a_name_typed_in_an_old_font_comes_back_whole(name: str, kind: Font) -> None:
    typed = [("Arial", name)] if kind is Font.UNICODE else runs(name, kind)
    paper = read(docx(p(*(r(codes, font=font) for font, codes in typed))), "a.docx")
    told = [convert(text, font_named(font or "") or Font.UNICODE) for text, font in fonts_of(paper)]
    assert "".join(told) == name


def test_one_paragraph_of_three_fonts_stays_three_runs() -> None:
    body = p(
        r(WORDS, font=TIME),
        r(" ® "),
        r(old("Trường", Font.VNI), font=TIMES),
        r(old("ĐỨC", Font.TCVN3_CAPS), font=CAPITALS),
    )
    assert [font for _, font in fonts_of(read(docx(body), "a.docx"))] == [TIME, None, TIMES, CAPITALS]


def test_the_soft_hyphen_is_kept_for_it_is_a_letter_there() -> None:
    typed = (
        r("ng", font=TIME)
        + f'<w:r><w:rPr><w:rFonts w:ascii="{TIME}" w:hAnsi="{TIME}"/></w:rPr><w:softHyphen/><w:t>êi</w:t></w:r>'
    )
    [(text, font)] = fonts_of(read(docx(p(typed)), "a.docx"))
    assert (text, font, convert(text, Font.TCVN3)) == ("ng\u00adêi", TIME, "người")


def test_codes_word_moved_to_the_place_of_symbols_are_kept() -> None:
    [(text, _)] = fonts_of(read(docx(p(r("\uf0ae\uf0b8u", font=TIME))), "a.docx"))
    assert convert(text, Font.TCVN3) == "đáu"


def test_headings_and_captions_are_known_in_old_letters() -> None:
    caption = old("Bảng 1. Kết quả", Font.TCVN3)
    body = p(r(caption, font=TIME)) + table(["x", "y"])
    assert shown(read(docx(body), "a.docx")) == [f"T x | y = {caption}"]
