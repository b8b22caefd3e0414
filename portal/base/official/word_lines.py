"""The lines, runs and grids of a Word paper, each set as its component asks."""

from collections.abc import Sequence
from typing import Any

from portal.base.official import layout
from portal.base.official.laid import Room, Rule, Set
from portal.base.official.layout import Component
from portal.base.official.measure import width
from portal.base.text.control import CONTROL


def element(name: str, said: dict[str, str], text: str = "") -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in said.items():
        made.set(qn(key), value)
    if text:
        made.text = text
    return made


def columns(document: Any, columns: Sequence[Sequence[Set]], widths: Sequence[float]) -> None:
    """Columns beside each other, without lines, on one page."""
    cells = grid(document, 1, widths)[0]
    for cell, lines, across in zip(cells, columns, widths, strict=True):
        paragraph = cell.paragraphs[0]
        for place, one in enumerate(lines):
            put(paragraph if not place else cell.add_paragraph(), one, across)


def grid(document: Any, rows: int, widths: Sequence[float], *, ruled: bool = False) -> list[list[Any]]:
    """Cells of given widths, in millimetres, whose text begins where the page's does."""
    from docx.shared import Mm

    made = document.add_table(rows=rows, cols=len(widths), style="Table Grid" if ruled else None)
    made.autofit = False
    margins = element("w:tblCellMar", {})
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", {"w:w": "80" if ruled else "0", "w:type": "dxa"}))
    made._tbl.tblPr.insert_element_before(margins, "w:tblLook")  # Word wants them in this order
    lines = list(made.rows)
    cells = [list(line.cells) for line in lines]  # asked once: each asking walks the whole table
    for line in lines:
        line._tr.get_or_add_trPr().append(element("w:cantSplit", {}))
    for column, across in zip(made.columns, widths, strict=True):
        column.width = Mm(across)  # what LibreOffice goes by; Word goes by the cells
    for row in cells:
        for cell, across in zip(row, widths, strict=True):
            cell.width = Mm(across)
    return cells


def put(paragraph: Any, one: Set, across: float) -> None:
    """One line of the paper, in a paragraph made for it."""
    from docx.shared import Mm, Pt

    if isinstance(one, Room):
        paragraph.paragraph_format.space_before = Mm(one.high)
        paragraph.paragraph_format.line_spacing = Pt(1)
    elif isinstance(one, Rule):
        stroke(paragraph, width(one.words, one.set, across) * one.share, across)
    else:
        spaced(paragraph, one.name, one.set)
        say(paragraph, one.words, one.lead, one.set)


def stroke(paragraph: Any, long: float, across: float) -> None:
    """A rule in the middle of a column: the upper border of an empty line, drawn in from both sides."""
    from docx.shared import Mm, Pt

    said = paragraph.paragraph_format
    said.left_indent = said.right_indent = Mm((across - long) / 2)
    said.space_before, said.space_after, said.line_spacing = Pt(2), Pt(3), Pt(2)
    border = element("w:pBdr", {})
    border.append(element("w:top", {"w:val": "single", "w:sz": "6", "w:space": "0", "w:color": "000000"}))
    paragraph._p.get_or_add_pPr().insert_element_before(
        border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr"
    )


def spaced(paragraph: Any, name: str, styled: Component) -> None:
    from docx.shared import Mm, Pt

    running = styled.align == "justify"
    before, after = layout.SPACE.get(name, (0, layout.BETWEEN if running else 0))
    said = paragraph.paragraph_format
    said.space_before, said.space_after = Pt(before), Pt(after)
    said.line_spacing = layout.LINE if running else 1.0
    if running:
        said.first_line_indent = Mm(layout.INDENT)
    if name in layout.IN_FROM_LEFT:
        said.left_indent = Mm(layout.IN_FROM_LEFT[name])
    aligned(paragraph, styled)


def aligned(paragraph: Any, styled: Component) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, styled.align.upper())


def say(paragraph: Any, words: str, lead: str, styled: Component) -> None:
    if lead:
        run(paragraph, f"{lead} ", styled).bold = True
    run(paragraph, words, styled)


def run(paragraph: Any, words: str, styled: Component) -> Any:
    from docx.shared import Pt

    made = paragraph.add_run(CONTROL.sub("", words))
    made.font.name, made.font.size = layout.FONT, Pt(styled.size)
    made.bold, made.italic = styled.bold, styled.italic
    return made
