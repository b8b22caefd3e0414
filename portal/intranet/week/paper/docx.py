"""The week in Word, to be changed by hand where a school wants its paper otherwise: A4 across, the head on every page."""

import io
from datetime import UTC, datetime
from typing import Any

from portal.base.sheets import CONTROL
from portal.intranet.week.paper.laid import DRAFT, HEAD, WIDTHS, Laid, Row

FONT, SIZE = "Times New Roman", 12
INK, PHUONG = (0x3B, 0x2A, 0x8C), (0xA3, 0x16, 0x1F)
MARGIN = 12  # millimetres
FIXED = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # no hour of making: the same paper, the same file


def docx(paper: Laid) -> bytes:
    """A whole file; days and parts are merged cells."""
    from docx import Document  # here: most processes never make one
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

    document = Document()
    _page(document)
    core = document.core_properties
    core.title, core.author, core.language, core.created, core.modified = (
        paper.title,
        paper.school,
        "vi-VN",
        FIXED,
        FIXED,
    )
    _say(document.add_paragraph(), paper.school.upper(), bold=True)
    if paper.draft:
        _say(document.add_paragraph(), DRAFT).alignment = ALIGN.CENTER
    _say(document.add_paragraph(), paper.title, bold=True, size=15, colour=INK).alignment = ALIGN.CENTER
    _table(document, paper)
    for text in paper.told:
        _say(document.add_paragraph(), text)
    for text, bold in ((paper.dated, False), (paper.office.upper(), True), ("\n\n", False), (paper.signer, True)):
        if paper.signer:
            _say(document.add_paragraph(), text, bold=bold).alignment = ALIGN.RIGHT
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _page(document: Any) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(MARGIN))
    usual = document.styles["Normal"]
    usual.font.name, usual.font.size = FONT, Pt(SIZE)
    usual.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    usual.paragraph_format.space_after = Pt(2)


def _say(
    paragraph: Any, text: str, *, bold: bool = False, size: int = SIZE, colour: tuple[int, int, int] | None = None,
    struck: bool = False,
) -> Any:  # fmt: skip
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(CONTROL.sub("", text))
    run.bold, run.font.size, run.font.strike = bold, Pt(size), struck
    if colour is not None:
        run.font.color.rgb = RGBColor(*colour)
    return paragraph


def _table(document: Any, paper: Laid) -> None:
    from docx.shared import Mm

    table = document.add_table(rows=1 + len(paper.rows), cols=len(HEAD), style="Table Grid")
    table.autofit = False
    lines = list(table.rows)
    cells = [list(line.cells) for line in lines]  # asked once: each asking walks the whole table
    _flag(lines[0], "w:tblHeader")
    for column, name in enumerate(HEAD):
        _say(cells[0][column].paragraphs[0], name, bold=True, colour=INK)
    for number, row in enumerate(paper.rows, 1):
        _flag(lines[number], "w:cantSplit")
        _fill(cells[number], row)
    for line in cells:
        for cell, width in zip(line, WIDTHS, strict=True):
            cell.width = Mm(width)
    for number, row in enumerate(paper.rows, 1):
        for column, many in ((0, row.days), (1, row.parts)):
            for below in range(number, number + many) if many > 1 else ():
                _reach(cells[below][column], first=below == number)


def _fill(cells: list[Any], row: Row) -> None:
    hours, content, *rest = row.cells
    _say(cells[0].paragraphs[0], row.day if row.days else "", bold=True)
    _say(cells[1].paragraphs[0], row.part if row.parts else "")
    if row.mark:
        _say(cells[3].paragraphs[0], f"[{row.mark.upper()}] ", bold=True, colour=PHUONG)
    for column, text in enumerate((hours, content, *rest), 2):
        _say(cells[column].paragraphs[0], text, struck=row.cancelled)


def _flag(line: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    line._tr.get_or_add_trPr().append(OxmlElement(name))


def _reach(cell: Any, *, first: bool) -> None:
    """A cell that goes on below, or is gone on into: merging by the library walks the table for each."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    merge = OxmlElement("w:vMerge")
    if first:
        merge.set(qn("w:val"), "restart")
    cell._tc.get_or_add_tcPr().append(merge)
