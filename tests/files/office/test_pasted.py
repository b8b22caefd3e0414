"""What comes from the clipboard of Word, Google Docs, Zalo or a page, in the same plain pieces."""

import base64
from contextlib import suppress

import pytest

from portal.base.text.legacy import Font, convert
from portal.files.office import pasted
from portal.files.office.limits import Limits
from portal.files.office.paper import Unreadable
from tests.files.office.docx import PNG
from tests.files.office.said import fonts, shown
from tests.legacy import TIME, TIMES, old

pytestmark = pytest.mark.sqlite  # the same over either

DATA = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"
SIGN = "<span style='mso-list:Ignore'>{}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span>"


def word_item(sign: str, text: str, level: int = 1) -> str:
    return (
        f"<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level{level} lfo1'><![if !supportLists]>"
        f"{SIGN.format(sign)}<![endif]>{text}<o:p></o:p></p>"
    )


WORD_NOTE = (
    '<p class=MsoNormal>câu<a style="mso-footnote-id:ftn3" href="#_ftn3" name="_ftnref3"><span>[3]</span></a></p>'
    "<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn3><p class=MsoFootnoteText>"
    '<a href="#_ftnref3"><span>[3]</span></a> Nguồn: báo</p></div></div>'
)


@pytest.mark.parametrize("html, expected", [
    ("<p>một</p><p>hai</p>", ["P một", "P hai"]),
    ("một<br>hai<div>ba</div>bốn", ["P một\nhai", "P ba", "P bốn"]),
    ("<p>một<p>hai", ["P một", "P hai"]),
    ("<p>  nhiều\n   khoảng <b> trắng</b> </p>", ["P nhiều khoảng <b>trắng</b>"]),
    ("m<sup>2</sup> H<sub>2</sub>O, x<sup>nd</sup>", ["P m² H₂O, xnd"]),
    ("<h1>A</h1><h3>B</h3><p>x</p>", ["H1 A", "H3 B", "P x"]),
    ("<p><b>Mục đích</b></p><p>a</p><p>b</p>", ["H2 Mục đích", "P a", "P b"]),
    ("<p><b>đ</b><em>n</em><u>g</u><span style='font-weight:700'>t</span></p>x", ["P <b>đ</b><i>n</i><u>g</u><b>t</b>", "P x"]),
    ('<b style="font-weight:normal" id="docs-internal-guid-1"><p>thường</p><p>nữa</p></b>', ["P thường", "P nữa"]),
    ('<p><a href="https://a.vn/">đây</a> <a href="javascript:x">kia</a></p>', ["P [đây](https://a.vn/) kia"]),
    ("<ul><li>a<li>b</ul><ol start=3><li>c</ol>", ["L a / b", "L3 c"]),
    ("<ol><li>a<ol><li>con</li></ol></li><li>b</li></ol>", ["L1 a\n1. con / b"]),
    ("<ul><li><p>a</p><p>tiếp</p></li><li>b</li></ul>", ["L a\ntiếp / b"]),
    (word_item("1.", "một") + word_item("2.", "hai"), ["L1 một / hai"]),
    (word_item("·", "chấm") + word_item("o", "con", 2) + word_item("·", "chấm"), ["L chấm\n– con / chấm"]),
    (word_item("Điều 1.", "Phạm vi"), ["P Điều 1. Phạm vi"]),
    ("<table><tr><th>a</th><th>b</th></tr><tr><td>c<td>d</table>", ["Th a | b // c | d"]),
    ("<table><tr><td colspan=2>gộp</td></tr><tr><td>c</td><td>d</td></tr></table>", ["T gộp |  // c | d"]),
    ("<table><tr><td rowspan=2>dọc</td><td>b</td></tr><tr><td>d</td></tr></table>", ["T dọc | b //  | d"]),
    ("<table><tr><td><table><tr><td>x</td><td>y</td></tr></table></td><td>b</td></tr></table>", ["T x | y | b"]),
    (f'<p><img src="{DATA}" alt="Sân trường"></p><p class=MsoCaption>ra sân</p>', ["S anh-dan-1 (Sân trường) = ra sân"]),
    (f'<figure><img src="{DATA}"><figcaption>ra sân</figcaption></figure>', ["S anh-dan-1 () = ra sân"]),
    (WORD_NOTE, ["P câu[3]", "N3 Nguồn: báo"]),
    ("<style>p{}</style><script>x()</script><p>x</p><template>t</template>", ["P x"]),
    ("<p>x</p><p style='display:none'>ẩn</p><p style='mso-hide:all'>ẩn</p>", ["P x"]),
    ("<p style='mso-outline-level:2'>Mục</p><p>x</p>", ["H2 Mục", "P x"]),
    ("<div>Chào các con,</div><div>mai nghỉ học 🎉</div>", ["P Chào các con,", "P mai nghỉ học 🎉"]),
    ("a &amp; b &lt;i&gt; &#7897;", ["P a & b <i> ộ"]),
    ("<del>bỏ</del>giữ<ins>thêm</ins>", ["P giữ<u>thêm</u>"]),
])  # fmt: skip
def test_pasted_text_comes_in_pieces(html: str, expected: list[str]) -> None:
    assert shown(pasted(html)) == expected


WORDS = old("Thông báo", Font.TCVN3)


@pytest.mark.parametrize("html, expected", [
    (f"<p style='font-family:\".VnTime\",\"serif\"'>{WORDS}</p>", TIME),
    (f"<p><span style=\"font-family: '.VnTime'\">{WORDS}</span></p>", TIME),
    (f'<style><!-- p.MsoNormal, li.MsoNormal {{margin:0; font-family:".VnTime";}} --></style><p class=MsoNormal>{WORDS}</p>', TIME),
    (f'<style>p{{font-family:".VnTime"}}</style><p><font face="VNI-Times">{WORDS}</font></p>', TIMES),
    (f"<p>{WORDS}</p>", None),
])  # fmt: skip
def test_the_font_comes_along(html: str, expected: str | None) -> None:
    assert fonts(pasted(html)) == [(WORDS, expected)]


@pytest.mark.parametrize("html", [
    "<p>x</p><![td ", "<style></style<![td>x", "<p>x<![e[y]]>z</p>", "<script>a</script <![if x", "x<!", "x<!-", "x</", "x<?y", "x&#",
    "x&#99999999999;", "x<p a='", "x<td></tr></table><li></ul>", "x\0",
])  # fmt: skip
def test_what_no_program_would_write_is_read_as_well_as_may_be(html: str) -> None:
    with suppress(Unreadable):  # a sentence will do, an error of the parser's will not
        assert shown(pasted(html))


def test_the_soft_hyphen_of_a_page_is_a_letter() -> None:
    [(text, _)] = fonts(pasted(f'<p style="font-family:{TIME}">ng&shy;êi</p>'))
    assert convert(text, Font.TCVN3) == "người"


@pytest.mark.parametrize("html, start", [
    ("", "Tệp không có chữ hay ảnh nào"),
    ("<script>x</script>", "Tệp không có chữ hay ảnh nào"),
    ("<b></b>" * 1001, "Đoạn dán có quá nhiều thành phần"),
])  # fmt: skip
def test_nothing_and_too_much_are_refused(html: str, start: str) -> None:
    with pytest.raises(Unreadable) as refused:
        pasted(html, limits=Limits(held=1000))
    assert refused.value.sentence.startswith(start)


def test_what_is_nested_thousands_deep_is_read_flat() -> None:
    assert shown(pasted("<div>" * 5000 + "x" + "</div>" * 5000)) == ["P x"]
    assert shown(pasted("<ul><li>" * 500 + "x")) == ["L x"]


def test_pictures_that_are_none_or_too_heavy_are_said() -> None:
    html = f'<p>x<img src="data:image/svg+xml;base64,PHN2Zz4="><img src="file:///C:/a.png"><img src="{DATA}"></p>'
    assert pasted(html, limits=Limits(picture=40)).said == [
        "1 ảnh nằm ngoài tệp (chỉ có liên kết) không được lấy về; thầy/cô chèn hẳn ảnh vào tệp rồi nhập lại.",
        "1 ảnh không phải PNG, JPEG hay WebP nên không đưa vào được; thầy/cô lưu lại thành PNG.",
        "1 ảnh nặng hoặc nhiều quá mức nên không đưa vào.",
    ]


def test_what_changes_its_look_with_every_letter_is_refused_and_equal_neighbours_are_one() -> None:
    few = Limits(runs=20)
    assert shown(pasted("<p>" + "<span>a</span>" * 50, limits=few)) == ["P " + "a" * 50]
    with pytest.raises(Unreadable, match="Văn bản đổi kiểu chữ quá"):
        pasted("<p>" + "<b>a</b>b" * 11, limits=few)
