"""A table as a spreadsheet. A cell is text, a number or a day, never a formula."""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from portal.base.clock import ZONE
from portal.base.text.control import CONTROL as CONTROL

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Value = str | int | date | None


def table(title: str, head: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[Value]]) -> bytes:
    """A workbook of one sheet: a bold head that stays, then the rows, each let go once it is written."""
    from openpyxl import Workbook  # here: most processes never make one, and it weighs seven megabytes
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    looks = {kind: _look(WriteOnlyCell(sheet), kind) for kind in KINDS}
    sheet.append([_cell(WriteOnlyCell(sheet), "head", name, looks) for name in head])
    for values in rows:
        sheet.append([_cell(WriteOnlyCell(sheet), *_told(value), looks) for value in values])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


KINDS = ("head", "text", "formula", "number", "day", "hour")
FORMATS = {"day": "DD/MM/YYYY", "hour": "DD/MM/YYYY HH:MM"}


def _look(cell: Any, kind: str) -> Any:
    """The style of one kind of cell, made once: making it for every cell takes longer than everything else together."""
    from openpyxl.styles import Alignment, Font

    if kind in FORMATS:
        cell.number_format = FORMATS[kind]
    if kind in ("head", "text", "formula"):
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.quotePrefix = kind == "formula"
    if kind == "head":
        cell.font = Font(bold=True)
    return cell._style


def _cell(cell: Any, kind: str, value: Any, looks: Mapping[str, Any]) -> Any:
    cell.value = value
    if kind in ("head", "text", "formula") and value is not None:
        cell.data_type = "s"  # text stays text whatever it begins with
    cell._style = looks[kind]
    return cell


def _told(value: Value) -> tuple[str, Any]:
    """The kind of a value, and the value as a sheet holds it: hours of the school's day, no control characters."""
    if isinstance(value, datetime):
        return "hour", value.astimezone(ZONE).replace(tzinfo=None)
    if isinstance(value, date):
        return "day", value
    if isinstance(value, int):
        return "number", value
    text = CONTROL.sub("", value or "")
    return "formula" if text.startswith(LIKE_A_FORMULA) else "text", text or None


def download(content: bytes, name: str, kind: str = XLSX) -> HttpResponse:
    """A file made for whoever asks, to be kept under that name."""
    disposition = content_disposition_header(True, name) or "attachment"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": disposition})
