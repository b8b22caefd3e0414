"""A timetable in Word, to be changed by hand where a school wants its paper otherwise."""

from typing import Any

from portal.base.paper.word import INK, begun, merge_down, say, table, written
from portal.intranet.timetable.paper.laid import DRAFT, Leaf, Paper


def docx(paper: Paper) -> bytes:
    """A whole file, a page for each leaf."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN  # here: most processes never make one

    document = begun(title=paper.title, school=paper.school)
    for number, leaf in enumerate(paper.leaves):
        above = say(document.add_paragraph(), paper.school.upper(), bold=True)
        above.paragraph_format.page_break_before = number > 0
        title = f"THỜI KHÓA BIỂU {leaf.name.upper()}"
        say(document.add_paragraph(), title, bold=True, size=15, colour=INK).alignment = ALIGN.CENTER
        told = f"{paper.version}{f' – {DRAFT}' if paper.draft else ''}"
        say(document.add_paragraph(), told).alignment = ALIGN.CENTER
        _table(document, leaf)
        if paper.note:
            say(document.add_paragraph(), paper.note)
    return written(document)


def _table(document: Any, leaf: Leaf) -> None:
    size = 7 if leaf.dense else 11
    cells = table(document, leaf.head, leaf.widths, len(leaf.rows), size=size)
    for number, row in enumerate(leaf.rows, 1):
        for column, (text, many) in enumerate(row.under):
            say(cells[number][column].paragraphs[0], text if many else "", bold=True, size=size)
        say(cells[number][len(row.under)].paragraphs[0], str(row.period), bold=True, size=size)
        for column, lessons in enumerate(row.cells, len(row.under) + 1):
            paragraph = cells[number][column].paragraphs[0]
            if leaf.dense:
                paragraph.paragraph_format.space_after = 0
            _cell(paragraph, lessons, size)
    for number, row in enumerate(leaf.rows, 1):
        for column, (_, many) in enumerate(row.under):
            merge_down(cells, number, column, many)


def _cell(paragraph: Any, lessons: tuple[tuple[str, str], ...], size: int) -> None:
    for number, (head, rest) in enumerate(lessons):
        say(paragraph, ("\n" if number else "") + head, bold=True, size=size)
        if rest:
            say(paragraph, f"\n{rest}", size=size)
