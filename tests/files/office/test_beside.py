"""What stands beside a text is named where it is left out; pictures of other kinds are made pictures, or named."""

import io

import pytest
from PIL import Image

from portal.base.text.legacy import Font
from portal.files.office import pasted, read
from portal.files.office.limits import LIMITS, Limits
from portal.files.office.paper import Paper, Shot
from tests.files.office import odt
from tests.files.office.docx import HEAD, docx, fonts, p, parts, picture, r, style, zipped
from tests.files.office.said import shown
from tests.legacy import old

pytestmark = pytest.mark.sqlite  # the same over either

EMF = b"\x01\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * 20
WMF = b"\xd7\xcd\xc6\x9a" + b"\0" * 20


def with_sheets(body: str, **sheets: tuple[str, str, str]) -> Paper:
    """A .docx whose text refers to further parts: name → (kind, root, inside)."""
    told = [(name, kind, f"{name}.xml", False) for name, (kind, _, _) in sheets.items()]
    made = parts(body, styles=style("Cu", "header", fonts(".VnTime")), told=told)
    for name, (_, root, inside) in sheets.items():
        made[f"word/{name}.xml"] = f"{HEAD.format(root=root)}{inside}</{root}>"
    return read(zipped(made), "bai.docx")


def test_headers_and_footers_are_quoted_in_letters_of_today_and_numbers_of_pages_are_none() -> None:
    found = with_sheets(
        p("Bài"),
        h1=("header", "w:hdr", p(old("Trường THCS Đức Giang", Font.TCVN3), style="Cu") + p("Năm học 2026–2027")),
        h2=("header", "w:hdr", p("Trang ", r("12"))),
        f1=("footer", "w:ftr", p("Lưu hành nội bộ")), f2=("footer", "w:ftr", p("Lưu hành nội bộ")),
    )  # fmt: skip
    assert (shown(found), found.said) == (
        ["P Bài"],
        ["Đầu trang, chân trang không đưa vào (“Trường THCS Đức Giang Năm học 2026–2027”; “Lưu hành nội bộ”)."],
    )


def test_comments_are_quoted_with_who_wrote_them() -> None:
    call = '<w:r><w:commentReference w:id="{}"/></w:r>'
    said = f'<w:comment w:id="1" w:author="Cô Hà">{p("Xem lại số liệu")}</w:comment>'
    found = with_sheets(p("Bài", call.format(1), call.format(2)), c=("comments", "w:comments", said))
    assert found.said == ["Lời bình bên lề (Comment) không đưa vào: 2 lời (“Cô Hà: Xem lại số liệu”)."]


def test_an_odt_names_its_margins_and_comments_too() -> None:
    margin = (
        '<style:master-page style:name="Standard"><style:header><text:p>Tổ Toán</text:p></style:header>'
        "<style:footer><text:p>Trang <text:page-number>1</text:page-number></text:p></style:footer></style:master-page>"
    )
    note = '<office:annotation><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Lan</dc:creator><text:p>sửa</text:p></office:annotation>'
    found = read(odt.odt(f"<text:p>Bài{note}</text:p>", masters=margin), "bai.odt")
    assert (shown(found), found.said) == (["P Bài"], [
        "Đầu trang, chân trang không đưa vào (“Tổ Toán”).", "Lời bình bên lề (Comment) không đưa vào: 1 lời (“Lan: sửa”).",
    ])  # fmt: skip


def test_a_paste_leaves_comments_out_and_says_so() -> None:
    html = (
        "<p>Bài<a class=msocomanchor href='#_msocom_1'>[A1]</a> này</p><div style='mso-element:comment-list'>"
        "<div style='mso-element:comment'><p class=MsoCommentText>Xem lại</p></div></div>"
    )
    assert (shown(pasted(html)), pasted(html).said) == (
        ["P Bài này"], ["Lời bình bên lề (Comment) không đưa vào: 1 lời (“Xem lại”)."],
    )  # fmt: skip


def drawn(kind: str, mode: str = "RGB", *, frames: int = 1) -> bytes:
    out = io.BytesIO()
    first, *more = (Image.new(mode, (8, 4), n * 90) for n in range(frames))
    first.save(out, kind, **({"save_all": True, "append_images": more} if more else {}))
    return out.getvalue()


def shots(limits: Limits = LIMITS, **media: bytes) -> tuple[list[str | None], list[str]]:
    """What a paper's pictures became, and what was said."""
    told = [(name, "image", f"media/{name}", False) for name in media]
    body = p("x") + "".join(p(picture(name)) for name in media)
    found = read(docx(body, told=told, media=media), "bai.docx", limits=limits)
    made = [Image.open(io.BytesIO(one.data)).format for one in found.pieces if isinstance(one, Shot)]
    return made, found.said


def test_pictures_of_older_kinds_are_made_pictures_the_portal_keeps() -> None:
    made, said = shots(
        a=drawn("BMP"), b=drawn("TIFF"), c=drawn("TIFF", "1"), d=drawn("GIF", "P"), e=drawn("GIF", "L", frames=3)
    )
    assert (made, said) == (
        ["JPEG", "JPEG", "PNG", "PNG", "PNG"],
        ["5 ảnh GIF, BMP hay TIFF được đổi sang PNG, JPEG.", "1 ảnh động chỉ giữ khung hình đầu."],
    )


def test_what_windows_alone_draws_what_is_broken_and_what_swells_is_named() -> None:
    bomb = b"BM" + drawn("BMP")[2:18] + (60_000).to_bytes(4, "little") * 2 + drawn("BMP")[26:]
    broken = drawn("TIFF")[:40]
    assert shots(**{"so-do.emf": EMF, "b.wmf": WMF, "bom.bmp": bomb, "hong.tif": broken}) == ([], [
        "2 hình EMF, WMF (hình vẽ của Windows) không đưa vào được (“so-do.emf”; “b.wmf”); thầy/cô chụp thành ảnh rồi chèn.",
        "2 ảnh không phải PNG, JPEG hay WebP nên không đưa vào được (“bom.bmp”; “hong.tif”); thầy/cô lưu lại thành PNG.",
    ])  # fmt: skip
    assert shots(Limits(pixels=40), a=drawn("BMP"), b=drawn("GIF", "P"))[0] == ["JPEG"]
