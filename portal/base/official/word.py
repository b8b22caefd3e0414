"""An official paper as DOCX, for whoever must change a word by hand: Times New Roman, everything in its place."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import singledispatch
from typing import Any

from portal.base.official import layout
from portal.base.official.laid import Laid, Set, laid
from portal.base.official.layout import COMPONENTS, Component
from portal.base.official.paper import Blank, Heading, Leaf, Paper, Part, Table, Text
from portal.base.official.word_lines import aligned, columns, element, grid, put, run, say, spaced

LEVELS = {1: "part", 2: "heading", 3: "heading"}
FIXED = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # no hour of making: it is not the paper's
HEADER = 8  # millimetres from the edge to the number of a page


def docx(paper: Paper) -> bytes:
    """The whole file."""
    document = _begun(paper)
    sheet = laid(paper)
    _heading(document, sheet)
    for one in sheet.above:
        put(document.add_paragraph(), one, layout.INSIDE)
    for part in paper.body:
        written(part, document)
    if sheet.body and isinstance(sheet.body[-1], Text):
        document.paragraphs[-1].paragraph_format.keep_with_next = True  # no signature stands on a page alone
    _closing(document, sheet)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _begun(paper: Paper) -> Any:
    from docx import Document  # here: most processes never make one
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    document = Document()
    core = document.core_properties
    core.title, core.author, core.subject = f"{paper.title} {paper.about}".strip(), paper.issuer, paper.symbol
    core.language, core.created, core.modified = "vi-VN", FIXED, FIXED
    page = document.sections[0]
    page.page_width, page.page_height = Mm(layout.WIDTH), Mm(layout.HEIGHT)
    page.top_margin, page.bottom_margin = Mm(layout.TOP), Mm(layout.BOTTOM)
    page.left_margin, page.right_margin, page.header_distance = Mm(layout.LEFT), Mm(layout.RIGHT), Mm(HEADER)
    usual = document.styles["Normal"]
    usual.font.name, usual.font.size = layout.FONT, Pt(COMPONENTS["body"].size)
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        usual.element.rPr.rFonts.set(qn(script), layout.FONT)
    usual.paragraph_format.space_after = usual.paragraph_format.space_before = Pt(0)
    usual.paragraph_format.line_spacing = 1.0
    _number_pages(page)
    return document


def _number_pages(page: Any) -> None:
    """In the middle of the upper margin, on every page but the first."""
    page.different_first_page_header_footer = True
    line = page.header.paragraphs[0]
    aligned(line, COMPONENTS["page"])
    field = run(line, "", COMPONENTS["page"])
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        field._r.append(element("w:fldChar", {"w:fldCharType": kind}) if kind else element("w:instrText", {}, text))


def _heading(document: Any, sheet: Laid) -> None:
    if sheet.left:
        widths = (layout.ISSUER_SIDE, layout.INSIDE - layout.ISSUER_SIDE)
        columns(document, (sheet.left, sheet.right), widths)
    else:
        columns(document, (sheet.right,), (layout.INSIDE,))


def _closing(document: Any, sheet: Laid) -> None:
    """Whom it goes to on the left of the one who signs; below, where several sign beside each other."""
    document.add_paragraph().paragraph_format.keep_with_next = True
    half = layout.INSIDE / 2
    if len(sheet.signed) > 1:
        columns(document, sheet.signed, (layout.INSIDE / len(sheet.signed),) * len(sheet.signed))
        for one in sheet.notes:
            put(document.add_paragraph(), one, layout.INSIDE)
        return
    placed: tuple[Set, ...] = (sheet.place,) if sheet.place else ()
    signed = sheet.signed[0] if sheet.signed else ()
    columns(document, (sheet.notes, (*placed, *signed)), (half, half))


@singledispatch
def written(part: Part, document: Any) -> None:
    """A part of the body, at the end of the document."""
    raise TypeError(part)


@written.register
def _text(part: Text, document: Any) -> None:
    from docx.shared import Pt

    styled = Component("6", COMPONENTS["body"].size, 13, 14, part.bold, part.italic, align=part.align)
    line = document.add_paragraph()
    spaced(line, "", styled)
    line.paragraph_format.space_after = Pt(layout.BETWEEN)
    if not part.indent:
        line.paragraph_format.first_line_indent = None
    say(line, part.words, part.lead, styled)


@written.register
def _head(part: Heading, document: Any) -> None:
    name = LEVELS[part.level]
    line = document.add_paragraph()
    spaced(line, name, COMPONENTS[name])
    line.paragraph_format.keep_with_next = True
    run(line, part.words, COMPONENTS[name]).italic = part.level == 3


@written.register
def _leaf(part: Leaf, document: Any) -> None:
    document.add_page_break()


@written.register
def _table(part: Table, document: Any) -> None:
    """The head is said again on each page; figures stand to the right."""
    if part.caption:
        line = document.add_paragraph()
        spaced(line, "caption", COMPONENTS["caption"])
        line.paragraph_format.keep_with_next = True
        run(line, part.caption, COMPONENTS["caption"])
    shares = part.shares or (1.0,) * len(part.head)
    widths = [layout.INSIDE * one / sum(shares) for one in shares]
    cells = grid(document, 1 + len(part.rows), widths, ruled=True)
    cells[0][0]._tc.getparent().get_or_add_trPr().append(element("w:tblHeader", {}))
    _row(cells[0], part.head, COMPONENTS["head"], frozenset())
    for row, words in zip(cells[1:], part.rows, strict=True):
        _row(row, words, COMPONENTS["cell"], part.figures)
    run(document.add_paragraph(), "", COMPONENTS["note"])


def _row(cells: Sequence[Any], words: Iterable[str], styled: Component, figures: frozenset[int]) -> None:
    for place, (cell, said) in enumerate(zip(cells, words, strict=True)):
        line = cell.paragraphs[0]
        aligned(line, Component("6", 12, 12, 14, align="right") if place in figures else styled)
        run(line, said, styled)


@written.register
def _blank(part: Blank, document: Any) -> None:
    """Dots up to the next label, and to the edge."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Mm, Pt

    line = document.add_paragraph()
    line.paragraph_format.space_before = Pt(layout.BETWEEN)
    each = layout.INSIDE / len(part.labels)
    for place, label in enumerate(part.labels, 1):
        run(line, f"{label}\t" if label or len(part.labels) == 1 else "\t", COMPONENTS["body"])
        line.paragraph_format.tab_stops.add_tab_stop(Mm(each * place), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.DOTS)
