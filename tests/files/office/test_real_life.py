"""What the programs teachers use truly write: Word for Mac, WPS, Google Docs, Zalo; written here as they write it."""

import pytest

from portal.base.text.legacy import Font
from portal.files.office import pasted, read
from tests.files.office.docx import docx, numbering, p, style
from tests.files.office.said import fonts, shown
from tests.legacy import TIME, old

pytestmark = pytest.mark.sqlite  # the same over either

THEME = (
    '<a:fontScheme name="Office"><a:majorFont><a:latin typeface="Calibri Light"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme>'
)
BY_THEME = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorHAnsi" w:hint="eastAsia"/>'
BAD_SPELLING = '<w:proofErr w:type="spellStart"/>{}<w:proofErr w:type="spellEnd"/>'


def mac(*pieces: str, look: str = BY_THEME) -> str:
    """One word as Word for Mac leaves it after an evening of corrections: a run for every few letters."""
    runs = "".join(
        f'<w:r w:rsidR="00A{n}" w:rsidRPr="00B{n}"><w:rPr>{look}<w:lang w:val="vi-VN"/></w:rPr><w:t xml:space="preserve">{one}</w:t></w:r>'
        for n, one in enumerate(pieces)
    )
    return BAD_SPELLING.format(runs)


def test_word_for_mac_parts_words_by_spelling_marks_and_they_are_one_run_again() -> None:
    body = p(
        mac("Trư", "ờ", "ng "),
        mac("Đức ", "Gia", "ng"),
        "<w:bookmarkStart w:id='0' w:name='_GoBack'/><w:bookmarkEnd w:id='0'/>",
    )
    found = read(
        docx(body + p(mac("Nguy\u00adễn ", "Th\u00adị"), "<w:r><w:softHyphen/></w:r>", mac(" Hoè")), theme=THEME),
        "mac.docx",
    )
    assert (shown(found), {name for _, name in fonts(found)}) == (
        ["P Trường Đức Giang", "P Nguy\u00adễn Th\u00adị\u00ad Hoè"], {"Calibri", None},
    )  # fmt: skip


def test_word_for_mac_hints_do_not_hide_an_old_font() -> None:
    told = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime" w:cs="Times New Roman" w:hint="eastAsia"/>'
    words = old("Thông báo", Font.TCVN3)
    found = read(
        docx(
            p(mac(words[:2], words[2:6], words[6:], look=told)),
            theme=THEME,
            styles=style("N", "Normal", f"<w:rPr>{BY_THEME}</w:rPr>", default=True),
        ),
        "mac.docx",
    )
    assert fonts(found) == [(words, TIME)]


WPS_LOOK = (
    '<w:rFonts w:hint="default" w:ascii="{0}" w:hAnsi="{0}" w:eastAsia="SimSun" w:cs="{0}"/><w:sz w:val="28"/>'
    '<w:lang w:val="en-US"/>'
)


def wps(text: str, font: str = "Times New Roman") -> str:
    return f"<w:r><w:rPr>{WPS_LOOK.format(font)}</w:rPr><w:t>{text}</w:t></w:r>"


def test_wps_writes_its_hints_styles_by_number_and_its_own_extensions() -> None:
    styles = (
        style("1", "Normal", default=True)
        + style("2", "heading 1", '<w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
        + style("13", "List Paragraph", '<w:basedOn w:val="1"/>')
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="420" w:leftChars="0"/>'
    bullet = (
        '<w:lvl w:ilvl="0" w:tentative="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf06c"/>'
        '<w:rPr><w:rFonts w:hint="default" w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr></w:lvl>'
    )
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpsCustomData" xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData">'
        "<w:t>mới</w:t></mc:Choice><mc:Fallback><w:t>cũ</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = (
        p(wps("Kế hoạch"), style="2")
        + p(wps("một"), style="13", more=listed)
        + p(wps("hai"), style="13", more=listed)
        + p(wps("xong "), box)
    )
    found = read(docx(body, styles=styles, numbering=numbering(bullet)), "wps.docx")
    assert (shown(found), found.said) == (["H1 Kế hoạch", "L một / hai", "P xong mới"], [])
    words = old("Thông báo", Font.TCVN3)
    assert fonts(read(docx(p(wps(words, ".VnTime")), styles=styles), "wps.docx")) == [(words, TIME)]


G_LOOK = (
    '<w:rPr><w:rFonts w:ascii="Roboto" w:cs="Roboto" w:eastAsia="Roboto" w:hAnsi="Roboto"/><w:b w:val="{}"/>'
    '<w:i w:val="0"/><w:u w:val="none"/><w:rtl w:val="0"/></w:rPr>'
)


def google(text: str, bold: int = 0) -> str:
    return f'<w:r w:rsidDel="00000000" w:rsidR="00000000">{G_LOOK.format(bold)}<w:t xml:space="preserve">{text}</w:t></w:r>'


def test_google_docs_exports_in_controls_and_pages_of_empty_runs() -> None:
    """Its tables stand in a control, its lists draw "●" of no font, and an empty run begins every paragraph."""
    empty = '<w:r w:rsidDel="00000000"><w:rPr><w:rtl w:val="0"/></w:rPr></w:r>'
    bullet = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/>'
        '<w:rPr><w:u w:val="none"/></w:rPr></w:lvl>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    cell = "<w:tc><w:tcPr/>{}</w:tc>"
    table = (
        f"<w:tbl><w:tr>{cell.format(p(google('Tên')))}{cell.format(p(google('Lớp')))}</w:tr>"
        f"<w:tr>{cell.format(p(google('Lan')))}{cell.format(p(google('7A')))}</w:tr></w:tbl>"
    )
    body = (
        p(empty, google("Thông báo"), style="Heading1")
        + p(empty, google("Họp "), google("thứ Hai", 1), google("."))
        + p(google("một"), more=listed)
        + p(google("hai"), more=listed)
        + f'<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/><w:tag w:val="goog_rdk_0"/></w:sdtPr>'
        f"<w:sdtContent>{table}</w:sdtContent></w:sdt>" + p("<w:r><w:br w:type='page'/></w:r>")
    )
    found = read(docx(body, styles=style("Heading1", "heading 1"), numbering=numbering(bullet)), "google.docx")
    assert (shown(found), found.said) == (
        ["H1 Thông báo", "P Họp <b>thứ Hai</b>.", "L một / hai", "T Tên | Lớp // Lan | 7A"], [],
    )  # fmt: skip


GUARD = '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-5b0c">{}</b><br class="Apple-interchange-newline">'
SPAN = (
    '<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000;font-weight:{};font-style:normal;'
    'text-decoration:none;white-space:pre-wrap;">{}</span>'
)


def span(text: str, weight: int = 400) -> str:
    return SPAN.format(weight, text)


def test_google_docs_clipboard() -> None:
    item = '<li dir="ltr" style="list-style-type:disc;" aria-level="{}"><p dir="ltr" role="presentation">{}</p></li>'
    html = GUARD.format(
        f'<h1 dir="ltr">{span("Kế hoạch")}</h1><br /><p dir="ltr">{span("Họp ")}{span("thứ Hai", 700)}{span(" nhé.")}</p>'
        f"<ul>{item.format(1, span('một'))}<ul>{item.format(2, span('con'))}</ul>{item.format(1, span('hai'))}</ul>"
        f'<div dir="ltr" align="left"><table><colgroup><col width="10"/></colgroup><tbody><tr><td><p dir="ltr">{span("Lan")}</p></td>'
        f'<td><p dir="ltr">{span("7A")}</p></td></tr></tbody></table></div><p dir="ltr"><a href="https://a.vn/">{span("Trang")}</a></p>'
    )
    assert shown(pasted(html)) == [
        "H1 Kế hoạch", "P Họp <b>thứ Hai</b> nhé.", "L một\n– con / hai", "T Lan | 7A", "P [Trang](https://a.vn/)",
    ]  # fmt: skip


def test_zalo_clipboard_is_lines_with_signs_for_a_list() -> None:
    html = (
        '<div id="copy-1"><span>📢 Thông báo lớp 7A</span><br><span>• Thứ Hai nghỉ</span>'
        "<br><span>• Thứ Ba học bù 🎒</span><br><span>Cô Lan</span></div>"
    )
    assert shown(pasted(html)) == ["P 📢 Thông báo lớp 7A\n• Thứ Hai nghỉ\n• Thứ Ba học bù 🎒\nCô Lan"]
