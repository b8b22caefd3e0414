"""The set: two hundred texts from one seed, a third of them as files."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from bench.personal import harmful, harmless

SEED, TIMES = 20261123, 4
FORMS = ("text", "xlsx", "docx", "pdf")  # the first of each sort as text, then as files


@dataclass(frozen=True)
class Sample:
    """One text: whether it does harm, which sort it is, in which form it comes."""

    harms: bool
    sort: str
    form: str
    lines: tuple[str, ...]


def samples() -> Iterator[Sample]:
    """The same two hundred every time."""
    for harms, ways in ((False, harmless.WAYS), (True, harmful.WAYS)):
        for way in ways:
            for number in range(TIMES):
                random = Random(f"{SEED}:{way.__module__}:{way.__name__}:{number}")
                yield Sample(harms, way.__name__, FORMS[number], tuple(way(random)))


def as_file(one: Sample) -> bytes:
    """A sample as the file it is said to be."""
    return {"xlsx": _book, "docx": _paper, "pdf": _print}[one.form](one.lines)


def _book(lines: tuple[str, ...]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    for line in lines:
        book.active.append([_typed(cell) for cell in line.split("\t")])
    book.save(out := io.BytesIO())
    return out.getvalue()


def _typed(cell: str) -> str | float:
    """Marks are numbers in a workbook, as people type them."""
    try:
        return float(cell.replace(",", ".")) if len(cell) < 5 else cell
    except ValueError:
        return cell


def _paper(lines: tuple[str, ...]) -> bytes:
    from docx import Document

    paper = Document()
    rows: list[list[str]] = []
    for line in (*lines, ""):
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            table = paper.add_table(len(rows), max(map(len, rows)))
            for number, cells in enumerate(rows):
                for place, cell in zip(table.rows[number].cells, cells, strict=False):
                    place.text = cell
            rows = []
        if line:
            paper.add_paragraph(line)
    paper.save(out := io.BytesIO())
    return out.getvalue()


def _print(lines: tuple[str, ...]) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    from portal.base.paper.pdf import PLAIN, letters

    letters()
    page = Canvas(out := io.BytesIO(), pagesize=(595, 842))
    y = 800.0
    for line in lines:
        for piece in _folded(line):
            page.setFont(PLAIN, 11)
            x = 40.0
            for cell in piece.split("\t"):
                page.drawString(x, y, cell)
                x += 45 if len(cell) < 8 else 150
            y -= 16
            if y < 40:
                page.showPage()
                y = 800.0
    page.save()
    return out.getvalue()


def _folded(line: str) -> Iterator[str]:
    """A paragraph breaks where the paper ends."""
    if "\t" in line or len(line) < 90:
        yield line
        return
    cut = line.rfind(" ", 0, 90)
    yield line[:cut]
    yield from _folded(line[cut + 1 :])
