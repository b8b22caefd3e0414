"""A table as a spreadsheet. A cell is text, a number or a day, never a formula."""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from portal.base.clock import ZONE

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
Value = str | int | date | None


def table(title: str, head: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[Value]]) -> bytes:
    """A workbook of one sheet: a bold head that stays, then the rows, each let go once it is written."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.append([_cell(sheet, name, bold=True) for name in head])
    for values in rows:
        sheet.append([_cell(sheet, value) for value in values])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, value: Value, *, bold: bool = False) -> Any:
    cell = WriteOnlyCell(sheet)
    _put(cell, value)
    if bold:
        cell.font = Font(bold=True)
    return cell


def _put(cell: Any, value: Value) -> None:
    """Text stays text whatever it begins with."""
    if isinstance(value, datetime):
        cell.value, cell.number_format = value.astimezone(ZONE).replace(tzinfo=None), "DD/MM/YYYY HH:MM"
        return
    if isinstance(value, date):
        cell.value, cell.number_format = value, "DD/MM/YYYY"
        return
    if isinstance(value, int):
        cell.value = value
        return
    cell.value = CONTROL.sub("", value or "") or None
    if cell.value is not None:
        cell.data_type = "s"
        cell.quotePrefix = cell.value.startswith(LIKE_A_FORMULA)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
