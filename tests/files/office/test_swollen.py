"""Small files that would have cost hours or the whole memory: each is read, or refused, at once."""

import zipfile

import pytest

from portal.base.tags import closed
from portal.files.office import pasted, read
from portal.files.office.paper import Unreadable
from tests.files.office.docx import HEAD, docx, item, p, parts, r, relations, zipped
from tests.files.office.odt import odt
from tests.files.office.said import shown

BOX, BOXED = "<w:p><w:r><w:drawing><w:txbxContent>", "</w:txbxContent></w:drawing></w:r></w:p>"
DEPTHS = "".join(f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>' for at in (0, 1))
BULLETS = f'<w:abstractNum w:abstractNumId="0">{DEPTHS}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
FIELD = '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>'


def with_text(whole: str) -> bytes:
    return zipped(parts("") | {"word/document.xml": whole})


def stored(body: str, **sheets: str) -> bytes:
    return zipped(parts(body, **sheets), zipfile.ZIP_STORED)  # as it is, so that nothing says "a bomb" sooner


def document(body: str, *, head: str = "", more: str = "") -> bytes:
    start = HEAD.format(root="w:document").partition("?>")[2]
    return with_text(f"{head}{start[:-1]}{more}><w:body>{body}</w:body></w:document>")


def test_a_namespace_as_long_as_a_book_is_written_out_for_no_name() -> None:
    inside = "".join(f"<x:b{n}/>" for n in range(3000))
    assert shown(read(document(inside + p("chữ"), more=f' xmlns:x="{"u" * 900_000}"'), "a.docx")) == ["P chữ"]


def test_boxes_in_boxes_are_read_once_each() -> None:
    assert shown(read(docx(BOX * 28 + p("chữ") + BOXED * 28), "a.docx")) == ["P chữ"]
    groups = "<draw:g>" * 60 + "<text:p>a</text:p>" + "<text:p>b</text:p></draw:g>" * 60
    assert shown(read(odt(groups), "a.odt")) == ["P a", *["P b"] * 60]


def test_what_stands_ten_thousand_times_in_one_place_is_put_together_once() -> None:
    words = p(*[r("mười chữ ") for _ in range(20_000)])
    assert len(shown(read(stored(words), "a.docx"))) == 1
    below = "".join(item("b", depth=1) for _ in range(6000))
    assert len(read(stored(item("a") + below, numbering=BULLETS), "a.docx").pieces) == 1


@pytest.mark.parametrize("data", [
    document("<w:p " + " ".join(f'a{n}=""' for n in range(400_000)) + "/>"),
    docx(p(*[FIELD] * 300, "chữ")),
    zipped(parts(p("chữ")) | {f"word/_rels/a{n}.xml.rels": relations(*[("i", "image", "a", False)] * 6000) for n in range(8)}),
    document("", head='<?xml version="1.0" encoding="khong-co"?>'),
    document("", head='<?xml version="1.0" encoding="utf-7"?>'),
    docx(p("chữ")).replace(b"word/document.xml", b"word/docum\xff\xfft.xml"),
])  # fmt: skip
def test_what_no_program_writes_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read(data, "a.docx")


def test_half_a_sign_and_digits_of_other_scripts_break_nothing() -> None:
    sign = '<w:r><w:sym w:font="Arial" w:char="D800"/><w:t>x</w:t></w:r>'
    assert shown(read(docx(f"<w:p>{sign}</w:p>"), "a.docx")) == ["P �x"]
    assert shown(read(odt('<text:p>a<text:s text:c="²"/>b</text:p>'), "a.odt")) == ["P a b"]
    assert shown(pasted('<p style="font-weight:²">x</p>')) == ["P x"]


MANY = 40_000


@pytest.mark.parametrize("left_open", [
    "<" * MANY, "<a " * MANY, '<a b="' * MANY, "<!--" * MANY, "<!" * MANY, "<?" * MANY, "</" * MANY, "</a " * MANY,
    "<![CDATA[" * MANY, f"<pre>x{' ' * 800_000}y</pre>", f"<style>{'a' * 800_000}</style>", f"<style>{'/*' * 400_000}</style>",
    f"&#{'9' * 9000};", f'<p style="{"a" * 4000}">y</p>' * 200,
])  # fmt: skip
def test_what_is_left_open_ten_thousand_times_costs_its_length(left_open: str) -> None:
    assert shown(pasted(f"<p>đầu</p>{left_open}"))[0] == "P đầu"


@pytest.mark.parametrize("html, whole", [
    ("a <b>b</b> < c <d", "a <b>b</b> &lt; c &lt;d"),
    ("<!--[if gte mso 9]><xml>x</xml><![endif]-->a<![if !supportLists]>b<![endif]>", "ab"),
    ("<style><!-- p {color:red} --></style><p class='x' id=y>a", "<style><!-- p {color:red} --></style><p class='x' id=y>a"),
    ("<!-- left open <b>a</b>", "&lt;!-- left open <b>a</b>"),
    ('<img alt="a" src=b/><o:p></o:p>', '<img alt="a" src=b/><o:p></o:p>'),
])  # fmt: skip
def test_html_is_closed(html: str, whole: str) -> None:
    assert closed(html) == whole
