"""Tables of cells from what a school sends: a paste, a Word file, a workbook; letters of old fonts made Vietnamese. Nothing of a
file is trusted: its zip is measured before it is opened, and only so many cells are looked at."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from itertools import groupby
from pathlib import PurePath
from typing import Any

from portal.base.text import nfc
from portal.base.text.legacy import Font, convert, font_named, suspected
from portal.files.office.clip.pasted import pasted
from portal.files.office.limits import LIMITS, Limits, weigh
from portal.files.office.package import Package
from portal.files.office.paper import Heading, ListOf, Paragraph, Run, Table, Unreadable, words
from portal.files.office.paper import Paper as OfficePaper
from portal.files.office.reading import read as read_office
from portal.intranet.week.bringing.reading import Found, Grid, read, read_text
from portal.intranet.week.paper_rules import MOST_CELLS

WORKBOOK = "xl/workbook.xml"
MACROS = "vbaProject.bin"
MOST_SHEETS, MOST_COLUMNS, MOST_ROWS = 60, 30, 400
OLD_EXCEL = "Tệp Excel đời cũ (.xls). Thầy/cô mở bằng Excel rồi lưu lại (Save As) thành .xlsx."
WITH_MACROS = "Tệp Excel có chương trình bên trong (macro) nên không nhận. Thầy/cô lưu lại thành .xlsx."
NOT_A_BOOK = "Không đọc được bảng tính này. Thầy/cô mở bằng Excel rồi lưu lại (Save As) thành .xlsx."


def from_paste(text: str, html: str, monday: date) -> Found:
    """What was pasted: its table where the clipboard had one, else its lines."""
    if html:
        found = from_office(pasted(html), monday)
        if found.lines:
            return found
    guess = suspected(text)
    text = nfc(convert(text, guess) if guess else text)
    if "\t" in text:
        return read(list(csv.reader(io.StringIO(text, newline=None), delimiter="\t")), monday)
    return read_text(text, monday)


def from_file(data: bytes, name: str, monday: date, *, limits: Limits = LIMITS) -> Found:
    """A .docx, .doc, .odt or .xlsx. Raises Unreadable with a sentence that helps."""
    weigh(len(data), limits)
    ending = PurePath(name).suffix.lower()
    if ending == ".xlsx":
        return _best([read(grid, monday) for grid in sheets(data, limits)])
    if ending in (".xls", ".xlsm", ".xltm", ".xlsb"):
        raise Unreadable(WITH_MACROS if ending in (".xlsm", ".xltm") else OLD_EXCEL)
    return from_office(read_office(data, name, limits=limits), monday)


def from_office(paper: OfficePaper, monday: date) -> Found:
    """The table of a paper that fits a week best; of one without tables its lines."""
    guess = suspected(" ".join(_unnamed(paper)))
    found = [read([[_text(cell, guess) for cell in row] for row in piece.rows], monday)
             for piece in paper.pieces if isinstance(piece, Table)]  # fmt: skip
    best = _best(found)
    return best if best.lines else read_text("\n".join(_text(runs, guess) for runs in _lines(paper)), monday)


def _best(found: Iterable[Found]) -> Found:
    """The table of this week, else the one with most lines."""
    return max(found, key=lambda one: (bool(one.lines), *one.worth()), default=Found())


def sheets(data: bytes, limits: Limits) -> Iterator[Grid]:
    """The visible sheets of a workbook as cells of text, as far as a week may reach."""
    from openpyxl import load_workbook  # here: most processes never read one

    package = Package(data, limits)
    if WORKBOOK not in package.names:
        raise Unreadable(NOT_A_BOOK)
    if any(name.endswith(MACROS) for name in package.names):
        raise Unreadable(WITH_MACROS)
    if any(package.size(name) > limits.part for name in package.names):
        raise Unreadable(NOT_A_BOOK)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"][:MOST_SHEETS]
        grids = [_grid(sheet) for sheet in seen]
        book.close()
    except Unreadable:
        raise
    except Exception as error:  # the library raises whatever a broken file makes it stumble over
        raise Unreadable(NOT_A_BOOK) from error
    yield from grids


def _grid(sheet: Any) -> Grid:
    rows, cells = [], 0
    for row in sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS):
        rows.append([_cell(cell) for cell in row])
        cells += sum(1 for cell in rows[-1] if cell)
        if cells > MOST_CELLS:
            break
    return rows


def _cell(cell: Any) -> str:
    """What a cell shows: hours and days as people write them, text in its font's letters."""
    value = cell.value
    match value:
        case None:
            return ""
        case datetime():
            return (
                f"{value.day}/{value.month}/{value.year}"
                if value.time() == time(0)
                else f"{value.hour}:{value.minute:02}"
            )
        case date():
            return f"{value.day}/{value.month}/{value.year}"
        case time():
            return f"{value.hour}:{value.minute:02}"
        case float() if value.is_integer():
            return str(int(value))
    return _text([Run(str(value), font=getattr(cell.font, "name", None))], None)


def _text(runs: Iterable[Run], guess: Font | None) -> str:
    """The letters of some runs, those of an old font made Vietnamese; neighbours of one font together."""
    parts = groupby(runs, key=lambda run: _font(run) or guess)
    return nfc("".join(convert(words(group), font) if font else words(group) for font, group in parts))


def _font(run: Run) -> Font | None:
    found = font_named(run.font) if run.font else None
    return None if found is Font.UNICODE else found


def _unnamed(paper: OfficePaper) -> Iterator[str]:
    """Words that no old font's name tells of."""
    for piece in paper.pieces:
        places = [cell for row in piece.rows for cell in row] if isinstance(piece, Table) else []
        for runs in (*places, *_runs(piece)):
            yield words(run for run in runs if _font(run) is None)


def _lines(paper: OfficePaper) -> Iterator[list[Run]]:
    for piece in paper.pieces:
        yield from _runs(piece)


def _runs(piece: object) -> list[list[Run]]:
    if isinstance(piece, ListOf):
        return piece.items
    return [piece.runs] if isinstance(piece, (Heading, Paragraph)) else []
