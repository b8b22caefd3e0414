"""The files parents take home, made on the spot: forms as .docx, tables as .xlsx."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.styles import Font

from portal.demo.content.papers import FORMS, TABLES, Form

WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PARTS = "http://schemas.openxmlformats.org/package/2006"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
WIDEST = 60


def paper(name: str) -> bytes:
    """The bytes of a named paper; KeyError where nobody wrote it."""
    return form(FORMS[name]) if name in FORMS else table(TABLES[name])


def form(written: Form) -> bytes:
    """A form to print and fill in: its heading, its lines, its place for a signature."""
    body = [_line(written.title, bold=True, size=32), *(_line(line) for line in written.lines)]
    body += [_line("Ngày ….. tháng ….. năm 20…"), _line(written.signed_by, bold=True)]
    document = f'{HEAD}<w:document xmlns:w="{WORDS}"><w:body>{"".join(body)}</w:body></w:document>'
    kinds = (
        f'{HEAD}<Types xmlns="{PARTS}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{DOCUMENT}"/></Types>'
    )
    rels = (
        f'{HEAD}<Relationships xmlns="{PARTS}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}" Target="word/document.xml"/></Relationships>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, text in (("[Content_Types].xml", kinds), ("_rels/.rels", rels), ("word/document.xml", document)):
            parts.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


def _line(text: str, *, bold: bool = False, size: int = 26) -> str:
    weight = "<w:b/>" if bold else ""
    run = f'<w:rPr>{weight}<w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t>'
    return f'<w:p><w:pPr><w:spacing w:after="160"/></w:pPr><w:r>{run}</w:r></w:p>'


def table(rows: Sequence[Sequence[str]]) -> bytes:
    """A sheet with its first row as the head."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for column in range(1, len(rows[0]) + 1):
        sheet.cell(1, column).font = Font(bold=True)
        longest = max(len(row[column - 1]) for row in rows)
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = min(longest + 4, WIDEST)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
