"""What a file shows or keeps where its reader does not look: whoever sends it out past the finder of children's data is found all the
same (Điều 8.1, 16.1.2)."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.base import ContentFile
from docx import Document
from openpyxl import Workbook
from openpyxl.comments import Comment
from PIL import Image
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import NameObject, TextStringObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from portal.approval.personal import read as look_through
from portal.base.text.personal import find
from portal.files.actions import store_attachment
from portal.files.words import read
from tests.cast import NOW, Cast

pytestmark = pytest.mark.sqlite
CHILDREN = (
    ("Nguyễn Thị Mai Anh", "8.5"),
    ("Trần Văn Bình", "7.0"),
    ("Lê Hoàng Cường", "9.2"),
    ("Phạm Thu Dung", "6.8"),
)
HEAD = "Bảng điểm học sinh lớp 7A3"


def word(*, table: bool = True, words: str = "") -> bytes:
    paper = Document()
    paper.add_paragraph("Kế hoạch năm học của nhà trường")
    if words:
        paper.add_paragraph(words)
    if table:
        paper.add_paragraph(HEAD)
        rows = paper.add_table(rows=0, cols=2)
        for child in CHILDREN:
            for cell, said in zip(rows.add_row().cells, child, strict=True):
                cell.text = said
    return saved(paper.save)


def book(column: int = 1, row: int = 1, before: int = 0, *, comment: bool = False) -> bytes:
    made = Workbook()
    made.active["A1"] = "Tổng hợp của trường"
    sheet = [made.active, *(made.create_sheet(str(n)) for n in range(before))][-1]
    if comment:
        sheet["B2"].comment = Comment("\n".join([HEAD, *(f"{name} {mark}" for name, mark in CHILDREN)]), "x")
        return saved(made.save)
    sheet.cell(row, column, HEAD)
    for number, child in enumerate(CHILDREN, row + 1):
        for place, said in enumerate(child, column):
            sheet.cell(number, place, said)
    return saved(made.save)


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    save(out := io.BytesIO())
    return out.getvalue()


def changed(data: bytes, part: str = "", change: Callable[[str], str] = str, **more: bytes) -> bytes:
    """The package with one part changed and others put in (`__` in their names is `/`)."""
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out := io.BytesIO(), "w") as new:
        for name in old.namelist():
            kept = old.read(name)
            new.writestr(name, change(kept.decode()).encode() if name == part else kept)
        for name, content in more.items():
            new.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def false_contents(text: str) -> str:
    """The table wrapped in what Word calls a table of contents, which readers see like every other."""
    kept = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'
    return text.replace("<w:tbl>", f"{kept}<w:tbl>").replace("</w:tbl>", "</w:tbl></w:sdtContent></w:sdt>")


def struck_out(text: str) -> str:
    """Rows deleted under review: Word shows them again to whoever asks."""
    start, end = text.index("<w:tbl>"), text.index("</w:tbl>")
    runs = re.sub(
        r"<w:r>(.*?)</w:r>", r'<w:del w:id="1" w:author="x"><w:r>\1</w:r></w:del>', text[start:end], flags=re.S
    )
    return text[:start] + runs.replace("<w:t>", "<w:delText>").replace("</w:t>", "</w:delText>") + text[end:]


def pivot() -> bytes:
    """A sheet of two totals whose pivot table remembers every row it counted."""
    names = "".join(f'<s v="{name}"/>' for name, _ in CHILDREN)
    rows = "".join(f'<r><x v="{n}"/><n v="{mark}"/></r>' for n, (_, mark) in enumerate(CHILDREN))
    title = '<cacheField name="Họ và tên học sinh"><sharedItems>{}</sharedItems></cacheField><cacheField name="Điểm"/>'
    return changed(saved(Workbook().save), **{
        "xl__pivotCache__pivotCacheDefinition1.xml": f"<d><cacheFields>{title.format(names)}</cacheFields></d>".encode(),
        "xl__pivotCache__pivotCacheRecords1.xml": f"<r0>{rows}</r0>".encode(),
    })  # fmt: skip


def page(draw: Callable[[Canvas], object]) -> bytes:
    canvas = Canvas(out := io.BytesIO())
    canvas.drawString(50, 800, "Ke hoach nam hoc cua nha truong va cac to chuyen mon")
    draw(canvas)
    canvas.save()
    return out.getvalue()


def remark() -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(page(lambda _: None)))
    said = "\n".join([HEAD, *(f"{n}. {name}\t{mark}" for n, (name, mark) in enumerate(CHILDREN, 1))])
    writer.add_annotation(0, FreeText(text=said, rect=(50, 500, 300, 600)))
    return saved(writer.write)


def typed() -> bytes:
    said = "Em Nguyễn Thị Mai Anh lớp 7A3 có điểm trung bình 8,5."
    writer = PdfWriter(clone_from=io.BytesIO(page(lambda canvas: canvas.acroForm.textfield(name="x", value="x"))))
    writer.pages[0]["/Annots"][0].get_object()[NameObject("/V")] = TextStringObject(said)
    return saved(writer.write)


def shot() -> bytes:
    Image.new("L", (900, 700), 200).save(out := io.BytesIO(), "PNG")
    return out.getvalue()


PARAGRAPH = "Trường tổ chức hội thi. " * 100 + "Em Nguyễn Thị Mai Anh lớp 7A3 đạt điểm trung bình 8,5."
HIDDEN: dict[str, tuple[Callable[[], bytes], str]] = {
    "a false table of contents": (lambda: changed(word(), "word/document.xml", false_contents), "docx"),
    "struck out under review": (lambda: changed(word(), "word/document.xml", struck_out), "docx"),
    "far into a long paragraph": (lambda: word(table=False, words=PARAGRAPH), "docx"),
    "a workbook behind a drawing": (lambda: changed(word(table=False), **{"word__embeddings__a.xlsx": book()}), "docx"),
    "a note on a cell": (lambda: book(comment=True), "xlsx"),
    "what a pivot table remembers": (pivot, "xlsx"),
    "a remark on a page": (remark, "pdf"),
    "what was typed into a field": (typed, "pdf"),
}


@pytest.mark.parametrize("how", HIDDEN)
def test_children_hidden_in_a_file_are_found(how: str) -> None:
    made, kind = HIDDEN[how]
    said = read(made(), kind)
    assert "marks" in {one.kind.value for one in find(f"{said.text}\n\n{said.besides}", date(2026, 11, 16))}


UNREAD: dict[str, tuple[Callable[[], bytes], str, tuple[bool, int, int]]] = {
    "beyond the columns read": (lambda: book(column=130), "xlsx", (True, 0, 0)),
    "beyond the rows read": (lambda: book(row=20_005), "xlsx", (True, 0, 0)),
    "beyond the sheets read": (lambda: book(before=121), "xlsx", (True, 0, 0)),
    "a file nobody opens": (lambda: changed(word(), **{"word__embeddings__oleObject1.bin": b"x"}), "docx", (False, 1, 0)),
    "a book within a book": (
        lambda: changed(word(), **{"word__embeddings__a.docx": changed(word(), **{"word__embeddings__b.docx": word()})}),
        "docx", (False, 1, 0),
    ),
    "a large picture in a text": (lambda: changed(word(), **{"word__media__a.png": shot()}), "docx", (False, 0, 1)),
    "a large picture on a page of letters": (
        lambda: page(lambda one: one.drawImage(ImageReader(io.BytesIO(shot())), 0, 0, 500, 400)), "pdf", (False, 0, 1)),
    "a plain text": (word, "docx", (False, 0, 0)),
    "a plain table": (book, "xlsx", (False, 0, 0)),
}  # fmt: skip


@pytest.mark.parametrize("how", UNREAD)
def test_what_nobody_reads_is_counted(how: str) -> None:
    made, kind, told = UNREAD[how]
    said = read(made(), kind)
    assert (said.cut, said.closed, said.pictures) == told


def test_a_page_by_another_spelling_of_its_name_is_a_page() -> None:
    plain = page(lambda _: None).replace(b"/Page", b"/P#61ge")
    assert read(plain, "pdf").text == "Ke hoach nam hoc cua nha truong va cac to chuyen mon"


def test_hidden_words_are_for_the_finder_not_for_readers() -> None:
    said = read(changed(word(), "word/document.xml", struck_out), "docx")
    assert ("Mai Anh" in said.text, "Mai Anh" in said.besides) == (False, True)


def test_a_file_with_pictures_waits_for_somebody_to_look(cast: Cast) -> None:
    sent = ContentFile(changed(word(table=False), **{"word__media__a.png": shot()}), "x.docx")
    stored = store_attachment(sent, title="Kế hoạch", by=cast.lan, at=NOW, channel="test")
    found = look_through(stored, NOW)
    assert (found.found, found.unread) == (
        [], "Tệp có 1 ảnh lớn: máy không đọc được chữ trong ảnh và không biết ai trong ảnh."
    )  # fmt: skip
