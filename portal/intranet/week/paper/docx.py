"""The week in Word, to be changed by hand where a school wants its paper otherwise: A4 across, the head on every page."""

from typing import Any

from portal.base.paper.word import INK, PHUONG, begun, merge_down, say, table, written
from portal.intranet.week.paper.laid import DRAFT, HEAD, WIDTHS, Laid, Row


def docx(paper: Laid) -> bytes:
    """A whole file; days and parts are merged cells."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN  # here: most processes never make one

    document = begun(title=paper.title, school=paper.school)
    say(document.add_paragraph(), paper.school.upper(), bold=True)
    if paper.draft:
        say(document.add_paragraph(), DRAFT).alignment = ALIGN.CENTER
    say(document.add_paragraph(), paper.title, bold=True, size=15, colour=INK).alignment = ALIGN.CENTER
    _table(document, paper)
    for text in paper.told:
        say(document.add_paragraph(), text)
    for text, bold in ((paper.dated, False), (paper.office.upper(), True), ("\n\n", False), (paper.signer, True)):
        if paper.signer:
            say(document.add_paragraph(), text, bold=bold).alignment = ALIGN.RIGHT
    return written(document)


def _table(document: Any, paper: Laid) -> None:
    cells = table(document, HEAD, WIDTHS, len(paper.rows))
    for number, row in enumerate(paper.rows, 1):
        _fill(cells[number], row)
    for number, row in enumerate(paper.rows, 1):
        merge_down(cells, number, 0, row.days)
        merge_down(cells, number, 1, row.parts)


def _fill(cells: list[Any], row: Row) -> None:
    hours, content, *rest = row.cells
    say(cells[0].paragraphs[0], row.day if row.days else "", bold=True)
    say(cells[1].paragraphs[0], row.part if row.parts else "")
    if row.mark:
        say(cells[3].paragraphs[0], f"[{row.mark.upper()}] ", bold=True, colour=PHUONG)
    for column, text in enumerate((hours, content, *rest), 2):
        say(cells[column].paragraphs[0], text, struck=row.cancelled)
