"""Whatever somebody made a file into, one sentence refuses it, before it costs memory or time, and nothing is fetched."""

import io
import socket
import struct
import tracemalloc
import zipfile

import pytest

from portal.files.office import pasted, read
from portal.files.office.limits import LIMITS, MEGABYTE, Limits, weigh
from portal.files.office.paper import Unreadable
from tests.files.office.docx import HEAD, MAIN, PNG, cell, docx, p, parts, picture, relations, table, types, zipped
from tests.files.office.said import shown

pytestmark = pytest.mark.sqlite  # the same over either

HELLO = p("Xin chào")
WORD = "application/vnd.ms-word.document.macroEnabled.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
FILLED = OLE + "WordDocument".encode("utf-16-le")
SAVED_AGAIN = "Thầy/cô mở bằng Word, lưu lại (Save As) thành .docx rồi gửi lại."
MACRO = (
    "Tệp có macro nên không nhận. Thầy/cô lưu lại (Save As) thành “Word Document (.docx)” loại không có macro rồi gửi."
)
LOCKED = (
    "Tệp đặt mật khẩu nên không đọc được. Thầy/cô bỏ mật khẩu trong Word (File → Info → Protect Document) rồi gửi lại."
)
BOMB = "Tệp bung ra lớn gấp quá nhiều lần nên không mở (giống tệp nén phá hoại). Thầy/cô lưu lại từ Word rồi gửi."
BROKEN = f"Tệp hỏng giữa chừng, không đọc hết được. {SAVED_AGAIN}"
ASTRAY = "Tệp có mục mang đường dẫn ra ngoài chính nó nên không nhận."
DOCTYPE = "Tệp khai báo kiểu tài liệu hay thực thể XML, việc văn bản Word không bao giờ làm, nên không nhận."
CALLS = "Tệp đòi lấy nội dung từ nơi khác ({}) khi mở ra, là cách phát tán mã độc, nên không nhận."
DEEP = "Tệp lồng nhau quá nhiều lớp, không giống một văn bản thật nên không nhận."
MANY = "Tệp có quá nhiều thành phần so với một bài viết nên không nhận. Thầy/cô chia ra nhiều tệp."
WORDY = "Tệp có quá nhiều chữ so với một bài viết nên không nhận. Thầy/cô chia ra nhiều tệp."
LONG = (
    "Văn bản dài quá mức một bài đăng (quá 20000 đoạn hoặc 2 triệu chữ). Thầy/cô chia ra nhiều tệp rồi nhập từng tệp."
)
TWICE = "Tệp có hai mục trùng tên bên trong nên không nhận. Thầy/cô lưu lại từ Word rồi gửi."
CROWDED = "Tệp chứa quá 4000 mục bên trong, không giống một văn bản thật nên không nhận."
SAVE = "Thầy/cô mở bằng Word rồi lưu lại (Save As) thành .docx."


def with_part(name: str, data: bytes | str = b"x") -> bytes:
    return zipped(parts(HELLO) | {name: data})


def calling(kind: str, target: str) -> bytes:
    return docx(HELLO, told=[("x", kind, target, True)])


def declared(head: str, text: str = "x") -> bytes:
    body = HEAD.format(root="w:document").replace("?>", f"?>{head}", 1)
    return with_part(
        "word/document.xml", f"{body}<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
    )


def sentence(data: bytes, name: str = "bai.docx", limits: Limits = LIMITS) -> str:
    with pytest.raises(Unreadable) as refused:
        read(data, name, limits=limits)
    return refused.value.sentence


LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
) + "]>"  # fmt: skip


@pytest.mark.parametrize("data, expected", [
    (with_part("word/vbaProject.bin"), MACRO),
    (with_part("word/VBAPROJECT.BIN"), MACRO),
    (with_part("word/activeX/activeX1.xml"), MACRO),
    (with_part("word/embeddings/hoa-don.exe"), MACRO),
    (docx(HELLO, main=WORD), MACRO),
    (FILLED + "_VBA_PROJECT".encode("utf-16-le"), MACRO),
    (OLE + "EncryptedPackage".encode("utf-16-le"), LOCKED),
    (FILLED + b"\0" * (1024 - len(FILLED)) + b"\xec\xa5" + b"\0" * 9 + b"\x13" + b"\0" * 40, LOCKED),
    (declared('<!DOCTYPE d SYSTEM "http://127.0.0.1:1/x.dtd">'), DOCTYPE),
    (declared('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"), DOCTYPE),
    (declared(LAUGHS, "&j;"), DOCTYPE),
    (declared("", "&x;"), BROKEN),
    (with_part("word/_rels/document.xml.rels", '<!DOCTYPE d [<!ENTITY x "y">]><Relationships/>'), DOCTYPE),
    (calling("attachedTemplate", "http://example.com/a.dotm"), CALLS.format("attachedTemplate")),
    (calling("attachedTemplate", "\\\\may\\a.dotm"), CALLS.format("attachedTemplate")),
    (calling("attachedTemplate", "file://may/a.dotm"), CALLS.format("attachedTemplate")),
    (calling("oleObject", "https://example.com/a.hta"), CALLS.format("oleObject")),
    (calling("frame", "https://example.com/"), CALLS.format("frame")),
    (docx(p('<w:fldSimple w:instr="DDEAUTO c:\\\\cmd.exe">x</w:fldSimple>')), CALLS.format("DDEAUTO")),
    (with_part("../../etc/cron.d/x"), ASTRAY),
    (with_part("/etc/passwd"), ASTRAY),
    (with_part("word\\..\\x"), ASTRAY),
    (with_part("C:x"), ASTRAY),
    (with_part("word/media/a.png", b"\0" * 40 * MEGABYTE), BOMB),
    (docx("<w:tbl><w:tr><w:tc>" * 60 + "</w:tc></w:tr></w:tbl>" * 60), DEEP),
    (zipped({f"a{n}": b"" for n in range(4001)}), CROWDED),
    (docx(HELLO)[:-30], BROKEN),
    (docx(HELLO)[:300], BROKEN),
    (with_part("word/document.xml", "<w:document><w:body>"), BROKEN),
    (zipped({"[Content_Types].xml": types(), "_rels/.rels": relations()}), BROKEN),
    (docx(""), "Tệp không có chữ hay ảnh nào đọc được."),
    (docx(HELLO, main=SHEET), "Đây là bảng tính Excel, không phải văn bản Word. Thầy/cô gửi tệp Word."),
    (zipped({"a.docx": docx(HELLO)}), "Đây là tệp nén, không phải văn bản Word. Thầy/cô bung ra rồi gửi từng tệp."),
    (b"", "Tệp rỗng, không có gì để nhập."),
    (b"%PDF-1.7", "Đây là tệp PDF, không phải văn bản Word. Thầy/cô gửi tệp Word gốc, hoặc đăng PDF như tệp đính kèm."),
    (b"{\\rtf1 x\\object\\objupdate}", CALLS.format("objupdate")),
    (b'{\\rtf1{\\field{\\*\\fldinst DDEAUTO c:\\\\cmd.exe}}}', CALLS.format("DDEAUTO")),
    (PNG, "Đây là ảnh, không phải văn bản Word. Thầy/cô đưa ảnh vào bài ở phần Ảnh."),
    (b"MZ\x90\0", "Đây là chương trình, không phải văn bản Word, nên không nhận."),
    (b"\xef\xbb\xbf<html xmlns:o='x'>", f"Đây là trang web lưu thành tệp Word. {SAVE}"),
    (OLE + "Workbook".encode("utf-16-le"), "Đây không phải văn bản Word, dù tên tệp nói vậy. Thầy/cô gửi tệp Word."),
    (b"linh tinh", f"Nội dung tệp không phải văn bản Word, dù tên tệp nói vậy. {SAVE}"),
])  # fmt: skip
def test_each_hostile_or_broken_file_gets_its_sentence(data: bytes, expected: str) -> None:
    assert sentence(data) == expected


@pytest.mark.parametrize("name, expected", [
    ("bai.docm", MACRO),
    ("bai.txt", "Chỉ nhập được tệp .docx, .odt, .doc và .rtf; tệp này là .txt."),
    ("bai.docx.exe", "Chỉ nhập được tệp .docx, .odt, .doc và .rtf; tệp này là .exe."),
])  # fmt: skip
def test_a_name_that_promises_something_else_is_refused(name: str, expected: str) -> None:
    assert sentence(docx(HELLO), name) == expected


@pytest.mark.parametrize("name", ["bai.docx", "BAI.DOCX", "bai.doc", "bai"])
def test_content_decides_among_the_kinds_that_are_taken(name: str) -> None:
    assert shown(read(docx(HELLO), name)) == ["P Xin chào"]


@pytest.mark.parametrize(
    "target", ["file:///C:\\Users\\Lan\\Normal.dotm", "C:\\Mau\\a.dotx", "Normal.dotm", "file:///D:/a.dotm"]
)
def test_the_template_on_the_writers_own_disk_is_named_in_every_other_file_and_harms_nobody(target: str) -> None:
    assert shown(read(calling("attachedTemplate", target), "a.docx")) == ["P Xin chào"]


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def called(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket, "socket", called)
    data = docx(
        HELLO + p(picture("a", by="link")), told=[("a", "image", "http://127.0.0.1:1/a.png", True),
                                                  ("h", "hyperlink", "http://127.0.0.1:1/", True)],
    )  # fmt: skip
    assert shown(read(data, "a.docx")) == ["P Xin chào"]
    assert shown(pasted('<p>Xin chào<img src="http://127.0.0.1:1/a.png"></p>')) == ["P Xin chào"]


def test_two_hundred_megabytes_are_refused_before_a_byte_is_read() -> None:
    with pytest.raises(Unreadable) as refused:
        weigh(200 * MEGABYTE)
    assert refused.value.sentence == (
        "Tệp nặng 200 MB, quá 40 MB nên không nhận. "
        "Thầy/cô thu nhỏ ảnh trong Word (Picture Format → Compress Pictures) rồi gửi lại."
    )
    assert sentence(docx(HELLO), limits=Limits(size=100)).startswith("Tệp nặng 0 MB, quá 0 MB")


def test_two_entries_of_one_name_are_refused() -> None:
    out = io.BytesIO(docx(HELLO))
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", "<w:document/>")
    assert sentence(out.getvalue()) == TWICE


def forged(data: bytes, name: str, at: int, value: int, size: str = "<I") -> bytes:
    """The table's line of one entry, with a number of it changed."""
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(name.encode()))
    changed = bytearray(data)
    struct.pack_into(size, changed, place + at, value)
    return bytes(changed)


@pytest.mark.parametrize("at, value, size, expected", [
    (24, 60, "<I", BROKEN),  # tells fewer bytes than it holds: read so far and no further
    (20, 40, "<I", BROKEN),
    (42, 0, "<I", BOMB),  # begins where another entry does
    (8, 1, "<H", LOCKED),
    (10, 12, "<H", BROKEN),  # a way of packing Word does not know
    (10, 99, "<H", BROKEN),
])  # fmt: skip
def test_a_table_that_lies_is_found_out(at: int, value: int, size: str, expected: str) -> None:
    assert sentence(forged(docx(HELLO), "word/document.xml", at, value, size)) == expected


def test_a_far_table_is_not_followed() -> None:
    data = docx(HELLO)
    end = data.rfind(b"PK\x05\x06")
    assert sentence(data[:end] + b"PK\x06\x07" + b"\0" * 16 + data[end:]) == CROWDED


def stored(body: str) -> bytes:
    return zipped(parts(body), zipfile.ZIP_STORED)


@pytest.mark.parametrize("data, limits, expected", [
    (stored(p("Đoạn văn.") * 2000), Limits(lines=1000), LONG.replace("20000", "1000")),
    (stored("<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 10_000 + "</w:tbl>"), Limits(held=9000), MANY),
    (stored("<w:p/>" * 9000), Limits(elements=8000), MANY),
    (stored(p("a" * 3_000_000)), Limits(letters=100_000), WORDY),
    (stored("<w:tbl>" + ("<w:tr>" + cell("a", more='<w:gridSpan w:val="999999999"/>') * 3 + "</w:tr>") * 150 + "</w:tbl>"),
     Limits(cells=8000), LONG),
])  # fmt: skip
def test_too_much_is_refused_in_little_memory(data: bytes, limits: Limits, expected: str) -> None:
    tracemalloc.start()
    try:
        assert sentence(data, limits=limits) == expected
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 12 * MEGABYTE


def test_a_hundred_thousand_paragraphs_are_never_in_memory_together() -> None:
    data = stored(p("Đoạn văn.") * 100_000)
    assert sentence(data, limits=Limits(lines=2000)) == LONG.replace("20000", "2000")


def test_a_span_of_a_million_columns_is_cut_and_said() -> None:
    paper = read(docx(table([cell("a", more='<w:gridSpan w:val="1000000"/>'), "b"])), "a.docx")
    assert (shown(paper), paper.said) == (["T a" + " | " * 59], ["1 bảng quá rộng: phần vượt quá được bỏ."])


def test_pictures_are_counted_and_weighed() -> None:
    shots = "".join(p(picture("i")) for _ in range(4))
    data = docx(HELLO + shots, media={"a.png": PNG}, told=[("i", "image", "media/a.png", False)])
    paper = read(data, "a.docx", limits=Limits(pictures=3))
    assert (len(paper.pieces), paper.said) == (4, ["1 ảnh nặng hoặc nhiều quá mức nên không đưa vào."])
    assert len(read(data, "a.docx", limits=Limits(picture=len(PNG) - 1)).pieces) == 1


def test_the_main_kind_is_what_the_file_says_not_where_it_lies() -> None:
    assert MAIN in types()
    inside = zipped(parts(HELLO) | {"_rels/.rels": relations(("m", "officeDocument", "../../x.xml", False))})
    assert sentence(inside) == BROKEN
