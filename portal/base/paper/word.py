"""What every Word paper of the week and the timetable has: A4 across, a letter every machine knows, no hour of making."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from portal.base.text.control import CONTROL

FONT, SIZE = "Times New Roman", 12
INK, PHUONG = (0x3B, 0x2A, 0x8C), (0xA3, 0x16, 0x1F)
MARGIN = 12  # millimetres
FIXED = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # no hour of making: the same paper, the same file


def begun(*, title: str, school: str) -> Any:
    """An empty document of the page we print on."""
    from docx import Document  # here: most processes never make one

    document = Document()
    _page(document)
    core = document.core_properties
    core.title, core.author, core.language, core.created, core.modified = title, school, "vi-VN", FIXED, FIXED
    return document


def written(document: Any) -> bytes:
    """A whole file."""
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


def say(
    paragraph: Any, text: str, *, bold: bool = False, size: int = SIZE, colour: tuple[int, int, int] | None = None,
    struck: bool = False,
) -> Any:  # fmt: skip
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(CONTROL.sub("", text))
    run.bold, run.font.size, run.font.strike = bold, Pt(size), struck
    if colour is not None:
        run.font.color.rgb = RGBColor(*colour)
    return paragraph


def table(
    document: Any, head: Sequence[str], widths: Sequence[float], rows: int, *, size: int = SIZE
) -> list[list[Any]]:
    """A table with its head, which every page repeats, and so many empty rows that break over no page; its cells by row. Widths
    in millimetres."""
    from docx.shared import Mm

    made = document.add_table(rows=1 + rows, cols=len(head), style="Table Grid")
    made.autofit = False
    lines = list(made.rows)
    cells = [list(line.cells) for line in lines]  # asked once: each asking walks the whole table
    _flag(lines[0], "w:tblHeader")
    for column, name in enumerate(head):
        say(cells[0][column].paragraphs[0], name, bold=True, size=size, colour=INK)
    for line in lines[1:]:
        _flag(line, "w:cantSplit")
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)  # what LibreOffice goes by; Word goes by the cells
    for row in cells:
        for cell, width in zip(row, widths, strict=True):
            cell.width = Mm(width)
    return cells


def merge_down(cells: Sequence[Sequence[Any]], row: int, column: int, many: int) -> None:
    """One cell over `many` rows from `row` on: merging by the library walks the table for each."""
    for below in range(row, row + many) if many > 1 else ():
        _reach(cells[below][column], first=below == row)


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
