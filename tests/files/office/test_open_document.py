"""What LibreOffice wrote comes as the same plain pieces, refused by the same sentences."""

import pytest

from portal.base.text.legacy import Font, convert
from portal.files.office import read
from portal.files.office.paper import Unreadable
from tests.files.office.docx import PNG, zipped
from tests.files.office.odt import cell, h, items, numbers, odt, odt_parts, p, picture, span, style, table
from tests.files.office.said import fonts, shown
from tests.files.office.test_hostile import BROKEN, DOCTYPE, LOCKED, MACRO, sentence
from tests.legacy import TIME, TIMES, old

pytestmark = pytest.mark.sqlite  # the same over either

FACES = f'<style:font-face style:name="F1" svg:font-family="&apos;{TIME}&apos;"/>'
AUTOMATIC = (
    style("B", 'fo:font-weight="bold"', family="text") + style("I", 'fo:font-style="italic"', family="text")
    + style("U", 'style:text-underline-style="solid"', family="text") + style("PB", 'fo:font-weight="bold"')
    + style("PI", 'fo:font-style="italic"') + style("Up", 'style:text-position="super 58%"', family="text")
    + style("Low", 'style:text-position="-33% 58%"', family="text") + style("Gone", 'text:display="none"', family="text")
    + numbers("L", "|1|.", "|a|)") + numbers("D", "", "") + numbers("D2", "Điều |1|.")
)  # fmt: skip
NAMED = style("Title") + style("Caption") + style("Illustration", parent="Caption")
HIDDEN = "<table:covered-table-cell/>"
NOTE = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>{}</text:note-body></text:note>'
CHANGED = (
    "<text:tracked-changes><text:changed-region><text:deletion>" + p("cũ") + "</text:deletion></text:changed-region>"
    "</text:tracked-changes>"
)  # fmt: skip
BOXED = (
    '<draw:frame text:anchor-type="paragraph"><draw:text-box>' + p(picture("a.png", "Sân") + "Hình 1: ra sân", "Illustration")
    + "</draw:text-box></draw:frame>"
)  # fmt: skip


@pytest.mark.parametrize("body, expected", [
    (p("Tên bài", "Title") + h("Một", 1) + h("Hai", 2) + p("x"), ["H1 Tên bài", "H1 Một", "H2 Hai", "P x"]),
    (p("Mục đích", "PB") + p("a") + p("b"), ["H2 Mục đích", "P a", "P b"]),
    (p(span("đ", "B") + span("n", "I") + span("g", "U") + "  thường\n "), ["P <b>đ</b><i>n</i><u>g</u> thường"]),
    (p("a<text:tab/>b<text:line-break/>c<text:s text:c='3'/>d"), ["P a\tb\nc   d"]),
    (p("m" + span("2", "Up") + " H" + span("2", "Low")), ["P m² H₂"]),
    (p('<text:a xlink:href="https://a.vn/">đây</text:a><text:a xlink:href="javascript:x">kia</text:a>'), ["P [đây](https://a.vn/)kia"]),
    (items("một", "hai"), ["L1 một / hai"]),
    (items(p("một") + items("con"), "hai"), ["L1 một\na) con / hai"]),
    (items(p("một") + p("nữa"), "hai"), ["L1 một\nnữa / hai"]),
    (items("một") + p("xen") + items("hai", more='text:continue-numbering="true"'), ["L1 một", "P xen", "L2 hai"]),
    (items("chấm", "chấm", style="D"), ["L chấm / chấm"]),
    (items("Phạm vi", "Đối tượng", style="D2"), ["P Điều 1. Phạm vi", "P Điều 2. Đối tượng"]),
    (table(cell("a") + cell("b"), cell("c") + cell("d")), ["T a | b // c | d"]),
    (table(cell("gộp", 'table:number-columns-spanned="2"') + HIDDEN, cell("c") + cell("d")), ["T gộp |  // c | d"]),
    (table(cell("dọc", 'table:number-rows-spanned="2"') + cell("b"), HIDDEN + cell("d")), ["T dọc | b //  | d"]),
    (table(cell("a") + cell("", 'table:number-columns-repeated="16384"')), ["T a" + " | " * 59]),
    (p("Bảng 1. Điểm") + table(cell("a") + cell("b")), ["T a | b = Bảng 1. Điểm"]),
    (p(picture("a.png", "Sân")) + p("ra sân", "PI"), ["S a.png (Sân) = ra sân"]),
    (p(BOXED) + p("x"), ["S a.png (Sân) = Hình 1: ra sân", "P x"]),
    (p("chữ" + picture("a.png", "Sân", "paragraph") + " tiếp"), ["P chữ tiếp", "S a.png (Sân)"]),
    (p("a" + NOTE.format(p("ghi"))) + p("b" + NOTE.format(p("thêm"))), ["P a[1]", "P b[2]", "N1 ghi", "N2 thêm"]),
    ("<text:section>" + p("trong phần") + "</text:section>", ["P trong phần"]),
    (CHANGED + p("giữ " + span("ẩn", "Gone")), ["P giữ"]),
    ("<text:table-of-content>" + p("Mục 1") + "</text:table-of-content>" + p("x"), ["P x"]),
])  # fmt: skip
def test_an_open_document_comes_in_the_same_pieces(body: str, expected: list[str]) -> None:
    data = odt(body, automatic=AUTOMATIC, styles=NAMED, media={"a.png": PNG})
    assert shown(read(data, "bai.odt")) == expected


def test_what_was_deleted_and_hidden_is_said() -> None:
    assert read(odt(CHANGED + p("giữ " + span("ẩn", "Gone")), automatic=AUTOMATIC), "a.odt").said == [
        "1 chỗ chữ đã xóa đang theo dõi (Track Changes) không đưa vào.",
        "1 chỗ chữ ẩn (Hidden) không đưa vào.",
    ]


WORDS = old("Thông báo", Font.TCVN3)
DEFAULT = (
    '<style:default-style style:family="paragraph"><style:text-properties style:font-name="F1"/></style:default-style>'
)


@pytest.mark.parametrize("automatic, styles, body, expected", [
    (style("T", 'style:font-name="F1"', family="text"), "", p(span(WORDS, "T")), TIME),
    ("", style("Standard", 'style:font-name="F1"'), p(WORDS, "Standard"), TIME),
    (style("P1", parent="Standard"), style("Standard", 'style:font-name="F1"'), p(WORDS, "P1"), TIME),
    ("", DEFAULT, p(WORDS), TIME),
    (style("T", f'fo:font-family="{TIMES}"', family="text"), DEFAULT, p(span(WORDS, "T")), TIMES),
    ("", "", p(WORDS), None),
])  # fmt: skip
def test_the_font_is_found_through_every_style(automatic: str, styles: str, body: str, expected: str | None) -> None:
    [(text, font)] = fonts(read(odt(body, automatic=automatic, styles=styles, faces=FACES), "a.odt"))
    assert (convert(text, Font.TCVN3), font) == ("Thông báo", expected)


@pytest.mark.parametrize("more, expected", [
    ({"Basic/Standard/Module1.xml": "x"}, MACRO),
    ({"META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
                               "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"}, LOCKED),
    ({"content.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'}, DOCTYPE),
    ({"content.xml": "<x>"}, BROKEN),
    ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"},
     "Đây là tệp LibreOffice khác, không phải văn bản (.odt). Thầy/cô gửi tệp văn bản."),
])  # fmt: skip
def test_the_same_distrust_meets_it(more: dict[str, str], expected: str) -> None:
    assert sentence(zipped(odt_parts(p("x")) | more), "a.odt") == expected


def test_pictures_outside_are_left_there() -> None:
    outside = '<draw:frame><draw:image xlink:href="http://127.0.0.1:1/a.png"/></draw:frame>'
    paper = read(odt(p("x" + outside)), "a.odt")
    assert (shown(paper), paper.said[0][:15]) == (["P x"], "1 ảnh nằm ngoài")


def test_rows_repeated_a_million_times_are_not_made() -> None:
    row = '<table:table-row table:number-rows-repeated="1048576"><table:table-cell/></table:table-row>'
    assert shown(read(odt(p("x") + f"<table:table>{row * 3}</table:table>"), "a.odt")) == ["P x"]
    again = f'<table:table-row table:number-rows-repeated="1048576">{cell("a") + cell("b")}</table:table-row>'
    with pytest.raises(Unreadable):
        read(odt(f"<table:table>{again * 3}</table:table>"), "a.odt")
