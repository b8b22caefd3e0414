"""Word files as teachers have them, small: some runs in old fonts, a table, a picture, a list; written here part by part."""

import io
import zipfile
from collections.abc import Iterable
from html import escape

from django.core.files.uploadedfile import SimpleUploadedFile

from portal.base.text.legacy import Font
from tests.files.pictures import picture
from tests.legacy import runs

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
TYPES = """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
</Types>"""
ROOT = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""
PARTS = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="s1" Type="{OFFICE}/relationships/styles" Target="styles.xml"/>
<Relationship Id="p1" Type="{OFFICE}/relationships/image" Target="media/image1.jpeg"/></Relationships>"""
STYLES = f"""<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style></w:styles>"""
SHOT = """<w:p><w:r><w:drawing><wp:inline
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="600000" cy="400000"/>
<wp:docPr id="1" name="Picture 1" descr="Học sinh tưới cây"/><a:graphic
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData
 uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="p1"/></pic:blipFill>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"""


def run(text: str, font: str = "Times New Roman", *, bold: bool = False) -> str:
    look = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>{"<w:b/>" if bold else ""}'
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def typed(text: str, font: Font = Font.TCVN3) -> str:
    """Vietnamese as it was typed in an old font."""
    return "".join(run(codes, name) for name, codes in runs(text, font))


def p(*inside: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{''.join(inside)}</w:p>"


def table(*rows: Iterable[str]) -> str:
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def docx(*body: str, name: str = "thong-bao.docx", extra: dict[str, bytes] | None = None) -> SimpleUploadedFile:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as paper:
        paper.writestr("[Content_Types].xml", TYPES)
        paper.writestr("_rels/.rels", ROOT)
        paper.writestr("word/_rels/document.xml.rels", PARTS)
        paper.writestr("word/styles.xml", STYLES)
        paper.writestr("word/media/image1.jpeg", picture().read())
        document = f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{"".join(body)}</w:body></w:document>'
        paper.writestr("word/document.xml", document)
        for part, content in (extra or {}).items():
            paper.writestr(part, content)
    return SimpleUploadedFile(name, out.getvalue())


def old_notice(name: str = "thong-bao.docx") -> SimpleUploadedFile:
    """A notice begun in .VnTime, copied into in VNI-Times, ended in Unicode: as they come."""
    return docx(
        p(typed("Thông báo về Ý tưởng trẻ"), style="Heading1"),
        p(typed("Em Nguyễn Thị Hoè và em Đặng Thuỳ Dương, lớp 7A3, "), typed("được giải Nhất.", Font.VNI)),
        SHOT,
        p(typed("Hình 1. Hai em nhận giải"), style="Caption"),
        table([run("Tên"), run("Lớp")], [typed("Ngô Ưng Mừng", Font.VNI), run("7A3")]),
        p(run("Sản phẩm ® của nhóm đã được cô Kỳ xem.")),
        name=name,
    )


def macro() -> SimpleUploadedFile:
    return docx(p(run("Chào")), name="co-macro.docx", extra={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
