"""The second set: two hundred texts from one seed, of each sort twice, half as text or workbook, half as Word or print.

Its files are laid out as people lay them out: a workbook begins with a merged title and an empty column, days are days and
numbers numbers; a paper has its title in the table; a print has ruled cells in which long words fold.
"""

import io
import re
from collections.abc import Iterator
from datetime import datetime
from random import Random

from bench.personal.again import figures, forms, lives, marks, names, numbers
from bench.personal.texts import FORMS, Sample

SEED, TIMES = "ngày hai", 2
HARMLESS = names.WAYS + forms.WAYS + figures.WAYS
HARMFUL = marks.WAYS + numbers.WAYS + lives.WAYS


def samples() -> Iterator[Sample]:
    """The same two hundred every time, of each form fifty."""
    for harms, ways in ((False, HARMLESS), (True, HARMFUL)):
        for place, way in enumerate(ways):
            for number in range(TIMES):
                random = Random(f"{SEED}:{way.__name__}:{number}")
                yield Sample(harms, way.__name__, FORMS[(place + 2 * number) % 4], tuple(way(random)))


def as_file(one: Sample) -> bytes:
    """A sample as the file it is said to be."""
    return {"xlsx": _book, "docx": _paper, "pdf": _print}[one.form](one.lines)


def _book(lines: tuple[str, ...]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    for number, line in enumerate(lines, 2):
        for place, cell in enumerate(line.split("\t"), 2):
            if cell:
                typed = _typed(cell)
                sheet.cell(number, place, typed).number_format = (
                    "dd/mm/yyyy" if isinstance(typed, datetime) else "General"
                )
        if "\t" not in line:
            sheet.merge_cells(start_row=number, end_row=number, start_column=2, end_column=7)
    book.save(out := io.BytesIO())
    return out.getvalue()


def _typed(cell: str) -> str | float | datetime:
    if re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", cell):
        return datetime.strptime(cell, "%d/%m/%Y")
    if re.fullmatch(r"[1-9]\d{0,9}|\d{1,3}[,.]\d{1,2}", cell):
        return float(cell.replace(",", ".")) if not cell.isdecimal() else int(cell)
    return cell


def _tables(lines: tuple[str, ...]) -> Iterator[list[list[str]]]:
    """Lines as paragraphs and tables: a table begins with the line above it, which is its title."""
    held: list[list[str]] = []
    for line in lines:
        cells = line.split("\t")
        if len(cells) == 1 and held and len(held[-1]) > 1:
            yield held
            held = []
        if len(cells) > 1 and len(held) > 1 and len(held[-1]) == 1:
            yield held[:-1]
            held = held[-1:]
        held.append(cells)
    yield held


def _paper(lines: tuple[str, ...]) -> bytes:
    from docx import Document

    paper = Document()
    for rows in _tables(lines):
        wide = max(map(len, rows))
        if wide == 1:
            for cells in rows:
                paper.add_paragraph(cells[0])
            continue
        table = paper.add_table(len(rows), wide)
        for number, cells in enumerate(rows):
            if len(cells) == 1:
                table.cell(number, 0).merge(table.cell(number, wide - 1)).text = cells[0]
                continue
            for place, cell in enumerate(cells):
                table.cell(number, place).text = cell
    paper.save(out := io.BytesIO())
    return out.getvalue()


def _print(lines: tuple[str, ...]) -> bytes:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    from portal.base.paper.pdf import PLAIN, letters

    letters()
    style = ParagraphStyle("plain", fontName=PLAIN, fontSize=11, leading=14)
    flow: list[object] = []
    for rows in _tables(lines):
        flow += [Paragraph(cells[0], style) for cells in rows if len(cells) == 1]
        if ruled := [cells for cells in rows if len(cells) > 1]:
            wide = max(map(len, ruled))
            full = [cells + [""] * (wide - len(cells)) for cells in ruled]
            room = 500 / sum(widths := [max(3, *(min(24, len(row[at])) for row in full)) for at in range(wide)])
            flow.append(
                Table(
                    [[Paragraph(cell, style) for cell in row] for row in full],
                    [room * w for w in widths],
                    style=[("GRID", (0, 0), (-1, -1), 0.5, "black")],
                )
            )
    SimpleDocTemplate(out := io.BytesIO(), pagesize=A4).build(flow)
    return out.getvalue()
