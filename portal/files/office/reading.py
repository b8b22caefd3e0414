"""The door for files: what a file truly is, then its reader. The name only helps to say what is wrong."""

from pathlib import PurePath

from portal.files.office.doc import as_docx, is_old
from portal.files.office.limits import LIMITS, Limits, weigh
from portal.files.office.odt import document as odt
from portal.files.office.package import Package
from portal.files.office.paper import Paper, Unreadable
from portal.files.office.word import document
from portal.files.office.word.parts import CONTENT_TYPES, MACRO, content_types, refuse_code

ZIP = b"PK\x03\x04"
KINDS = (".docx", ".odt", ".doc", ".rtf")
WITH_MACROS = (".docm", ".dotm", ".xlsm", ".pptm")
SAVE = "Thầy/cô mở bằng Word rồi lưu lại (Save As) thành .docx."
WORD_MAIN = frozenset(
    f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}.main+xml"
    for kind in ("document", "template")
)
OTHER_MAIN = {"spreadsheetml": "bảng tính Excel", "presentationml": "bản trình chiếu PowerPoint"}
STARTS = {
    b"%PDF": "Đây là tệp PDF, không phải văn bản Word. Thầy/cô gửi tệp Word gốc, hoặc đăng PDF như tệp đính kèm.",
    b"\xff\xd8\xff": "Đây là ảnh, không phải văn bản Word. Thầy/cô đưa ảnh vào bài ở phần Ảnh.",
    b"\x89PNG": "Đây là ảnh, không phải văn bản Word. Thầy/cô đưa ảnh vào bài ở phần Ảnh.",
    b"MZ": "Đây là chương trình, không phải văn bản Word, nên không nhận.",
}
WEB = "Đây là trang web lưu thành tệp Word. " + SAVE


def read(data: bytes, name: str, *, limits: Limits = LIMITS) -> Paper:
    """The text of a .docx, .odt, .doc or .rtf. Raises Unreadable with one sentence for what is hostile, broken or something else."""
    weigh(len(data), limits)
    _refuse_by_name(name)
    if is_old(data):
        return _of_package(as_docx(data, limits), limits)
    if data.startswith(ZIP):
        return _of_package(data, limits)
    raise Unreadable(_what_it_is(data))


def _refuse_by_name(name: str) -> None:
    ending = PurePath(name).suffix.lower()
    if ending in WITH_MACROS:
        raise Unreadable(MACRO)
    if ending and ending not in KINDS:
        raise Unreadable(f"Chỉ nhập được tệp .docx, .odt, .doc và .rtf; tệp này là {ending[:12]}.")


def _of_package(data: bytes, limits: Limits) -> Paper:
    package = Package(data, limits)
    refuse_code(package)
    if CONTENT_TYPES in package.names:
        types = content_types(package, limits)
        if not types & WORD_MAIN:
            what = next(
                (words for part, words in OTHER_MAIN.items() if any(part in one for one in types)), "tệp Office khác"
            )
            raise Unreadable(f"Đây là {what}, không phải văn bản Word. Thầy/cô gửi tệp Word.")
        return document.read(package, limits)
    if odt.CONTENT in package.names:
        return odt.read(package, limits)
    raise Unreadable("Đây là tệp nén, không phải văn bản Word. Thầy/cô bung ra rồi gửi từng tệp.")


def _what_it_is(data: bytes) -> str:
    head = data[:2000].lstrip(b"\xef\xbb\xbf \r\n\t")
    for start, sentence in STARTS.items():
        if head.startswith(start):
            return sentence
    if b"<html" in head.lower() or head.startswith((b"MIME-Version:", b"<?xml")):
        return WEB
    return f"Nội dung tệp không phải văn bản Word, dù tên tệp nói vậy. {SAVE}"
