"""A workbook from outside as grids: measured before it is opened, read without formulas, links or macros (Điều 8.1, 13.7)."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from portal.files.office.limits import MEGABYTE, Limits, weigh
from portal.files.office.package import Package
from portal.files.office.paper import Unreadable
from portal.intranet.timetable.grid import MOST_COLUMNS, MOST_ROWS, Grid, Merge, gridded

BOUNDS = Limits(size=10 * MEGABYTE, entries=1000, unpacked=80 * MEGABYTE, part=24 * MEGABYTE)
MOST_SHEETS = 120
MOST_CELLS, MOST_MERGES = 200_000, 20_000
NOT_A_BOOK = "Tệp này không phải bảng tính Excel (.xlsx). Thầy/cô mở tệp trong Excel, chọn Lưu thành → Excel Workbook (.xlsx), rồi gửi lại."
BROKEN = "Không mở được bảng tính này; tệp có thể đã hỏng. Thầy/cô lưu lại từ Excel rồi gửi."
MERGE = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
CHUNK, OVERLAP = 256 * 1024, 200


def grids(data: bytes) -> list[Grid]:
    """The visible sheets of a workbook in their order. Raises Unreadable with a sentence for whoever sent it."""
    weigh(len(data), BOUNDS)
    if not data.startswith(b"PK"):
        raise Unreadable(NOT_A_BOOK)
    package = Package(data, BOUNDS)
    if "xl/workbook.xml" not in package.names:
        raise Unreadable(NOT_A_BOOK)
    for name in package.names:
        if name.endswith((".xml", ".rels")):
            _declares_nothing(package, name)
    return list(_sheets(data, package))


def _declares_nothing(package: Package, name: str) -> None:
    """No document type and no entity: an honest program writes none, and each part stays within its size."""
    with package.stream(name) as stream:
        head = stream.read(4096)
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head or head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in head:
        raise Unreadable(BROKEN)


def _sheets(data: bytes, package: Package) -> Iterator[Grid]:
    from openpyxl import load_workbook  # here: most processes never read one, and it weighs seven megabytes

    left = MOST_CELLS
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets[:MOST_SHEETS]:
            if sheet.sheet_state != "visible":
                continue
            rows = [
                [words(value) for value in row]
                for row in sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
            ]
            left -= sum(map(len, rows))
            if left < 0:
                raise Unreadable(
                    f"Bảng tính có quá {MOST_CELLS // 1000} nghìn ô, không giống thời khóa biểu nên không nhận."
                )
            yield gridded(str(sheet.title), _ended(rows), _merges(package, str(sheet._worksheet_path)))
    except Unreadable:
        raise
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        SyntaxError,
        EOFError,
        ArithmeticError,
        RuntimeError,
        zlib.error,
    ) as error:
        raise Unreadable(BROKEN) from error


def _ended(rows: list[list[str]]) -> list[list[str]]:
    """Without the blank rows below: some programs write a million of them."""
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def words(value: Any) -> str:
    """A cell as a person reads it: 6.0 is “6”, and the ninth of February that Excel made of class 9/2 is “9/2”."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, datetime | date):
        return f"{value.day}/{value.month}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)[:500]


def _merges(package: Package, path: str) -> list[Merge]:
    """The merged cells of a sheet, which openpyxl does not tell of a book it only reads."""
    found: list[Merge] = []
    kept = b""
    with package.stream(path.lstrip("/")) as stream:
        while chunk := stream.read(CHUNK):
            text = kept + chunk
            for match in MERGE.finditer(text):
                found.append((int(match[2]), _number(match[1]), int(match[4]), _number(match[3])))
            if len(found) > MOST_MERGES:
                raise Unreadable(BROKEN)
            last = text.rfind(b"<")
            kept = text[last:] if 0 <= len(text) - last < OVERLAP else b""
    return found


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
