"""An Excel workbook from outside as rows of words: measured before it is opened, read without formulas, links or macros
(Điều 8.1, 13.7)."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from portal.files.office.limits import MEGABYTE, Limits, weigh
from portal.files.office.package import Package
from portal.files.office.paper import Unreadable

BOUNDS = Limits(size=40 * MEGABYTE, entries=2000, unpacked=120 * MEGABYTE, part=48 * MEGABYTE)
MOST_SHEETS, MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 120, 20_000, 120, 400_000
LONGEST = 1000  # letters of one cell
NOT_A_BOOK = "Tệp này không phải bảng tính Excel (.xlsx)."
BROKEN = "Không mở được bảng tính này; tệp có thể đã hỏng. Thầy/cô lưu lại từ Excel rồi gửi."
FAULTS = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError,
    EOFError, ArithmeticError, RuntimeError,
)  # fmt: skip


def sheets(data: bytes, beyond: list[str] | None = None) -> Iterator[tuple[str, list[list[str]]]]:
    """(name, rows) of every sheet in its order, hidden ones too: whoever downloads the file can show them. Reading stops
    after 400,000 cells; `beyond` gets the names of sheets that hold more than is read. Raises Unreadable with a sentence for
    whoever sent it."""
    weigh(len(data), BOUNDS)
    if not data.startswith(b"PK"):
        raise Unreadable(NOT_A_BOOK)
    package = Package(data, BOUNDS)
    if "xl/workbook.xml" not in package.names:
        raise Unreadable(NOT_A_BOOK)
    for name in package.names:
        if name.endswith((".xml", ".rels", ".vml")):
            _declares_nothing(package, name)
    return _read(data, [] if beyond is None else beyond)


def _declares_nothing(package: Package, name: str) -> None:
    """No document type and no entity: an honest program writes none, and each part stays within its size."""
    with package.stream(name) as stream:
        head = stream.read(4096)
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head or head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in head:
        raise Unreadable(BROKEN)


def _read(data: bytes, beyond: list[str]) -> Iterator[tuple[str, list[list[str]]]]:
    from openpyxl import load_workbook  # here: most processes never read one, and it weighs seven megabytes

    left = MOST_CELLS
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        beyond += [str(sheet.title) for sheet in book.worksheets[MOST_SHEETS:]]
        for sheet in book.worksheets[:MOST_SHEETS]:
            rows: list[list[str]] = []
            sheet.reset_dimensions()  # what the file says of itself is not what it holds
            for values in sheet.iter_rows(max_row=MOST_ROWS + 1, values_only=True):
                if left < 0 or len(rows) == MOST_ROWS or any(value is not None for value in values[MOST_COLUMNS:]):
                    beyond.append(str(sheet.title))
                if left < 0 or len(rows) == MOST_ROWS:
                    break
                rows.append([told(value) for value in values[:MOST_COLUMNS]])
                rows[-1] += [""] * (MOST_COLUMNS - len(rows[-1]))
                left -= len(values) + 1
            yield str(sheet.title), rows
    except FAULTS as error:
        raise Unreadable(BROKEN) from error


def told(value: Any) -> str:
    """A cell as a person reads it: 6.0 is “6”, a day is “09/02/2015”, a number keeps its own digits."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, datetime | date):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value)[:LONGEST].split())
