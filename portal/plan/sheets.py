"""The plan as a spreadsheet, out and in. A cell is text or a day, never a formula."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, BinaryIO

from portal.base.refused import Refused
from portal.base.rules import Ground, Refusal
from portal.base.sheets import table
from portal.base.text import fold, nfc
from portal.plan.actions import Entry
from portal.plan.models import PlanEntry
from portal.plan.rules import dates_in_order

HEAD = ("Hoạt động", "Từ ngày", "Đến hết ngày", "Chuyên mục", "Việc thường xuyên", "Đã hủy")
NEEDED = HEAD[:3]
WIDTHS = (56, 14, 14, 24, 20, 12)
YES = frozenset({"co", "x", "1", "dung", "yes", "true"})
NO = frozenset({"", "khong", "0", "false", "no"})
MOST_BYTES, MOST_UNPACKED, MOST_ROWS = 2 * 1024 * 1024, 30 * 1024 * 1024, 500
DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


@dataclass
class Row:
    """One line of a sheet as read: its number there, what it says, what is wrong with it."""

    number: int
    title: str
    entry: Entry | None = None
    wrong: list[str] = field(default_factory=list)


def written(entries: Iterable[PlanEntry], sections: Mapping[str, str]) -> bytes:
    """A workbook of these entries; `sections` gives titles for slugs."""
    rows = (
        (one.title, one.starts, one.ends, sections.get(one.section_slug, one.section_slug),
         "có" if one.standing else "", "x" if one.cancelled_at else "")
        for one in entries
    )  # fmt: skip
    return table("Kế hoạch", HEAD, WIDTHS, rows)


def read(file: BinaryIO, sections: Mapping[str, str]) -> list[Row]:
    """The lines of an uploaded sheet, each with its own mistakes. Raises Refused where it is no such sheet."""
    rows = _cells(file)
    head = [fold(_text(cell)) for cell in next(rows, [])]
    places = {name: head.index(fold(name)) for name in HEAD if fold(name) in head}
    missing = [name for name in NEEDED if name not in places]
    if missing:
        raise _unreadable(f"Hàng đầu của bảng phải có các cột: {', '.join(HEAD[:5])}. Còn thiếu: {', '.join(missing)}.")
    found = [
        _row(number, {name: cells[at] if at < len(cells) else None for name, at in places.items()}, sections)
        for number, cells in enumerate(rows, 2)
        if any(_text(cell) for cell in cells)
    ]
    if not found:
        raise _unreadable("Bảng không có hàng nào dưới hàng tiêu đề.")
    return found


def _unreadable(message: str) -> Refused:
    return Refused(Refusal("R-PLAN-05", "Điều 17", message, "file", Ground.NOT_READY))


def _cells(file: BinaryIO) -> Iterator[list[Any]]:
    from openpyxl import load_workbook  # here, as in base.sheets
    from openpyxl.utils.exceptions import InvalidFileException

    raw = file.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise _unreadable("Tệp quá 2 MB, không giống một bảng kế hoạch.")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise _unreadable("Tệp quá lớn, không giống một bảng kế hoạch.")
        book = load_workbook(io.BytesIO(raw), read_only=True)
        sheet = book.worksheets[0]
        rows = [list(row) for row in sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=30)]
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, SyntaxError) as error:
        raise _unreadable("Không mở được tệp này; hãy lưu dưới dạng Excel (.xlsx) rồi tải lên lại.") from error
    if len(rows) > MOST_ROWS + 1:
        raise _unreadable(f"Bảng quá {MOST_ROWS} hàng.")
    yield from rows


def _value(cell: Any) -> Any:
    return getattr(cell, "value", None)


def _text(cell: Any) -> str:
    value = _value(cell)
    return nfc("" if value is None else str(value)).strip()


def _row(number: int, cells: Mapping[str, Any], sections: Mapping[str, str]) -> Row:
    title = _text(cells["Hoạt động"])
    row = Row(number, title)
    if any(getattr(cell, "data_type", "") == "f" for cell in cells.values()):
        row.wrong.append("Có ô là công thức; hãy dán giá trị thay cho công thức.")
        return row
    if not title:
        row.wrong.append("Chưa có tên hoạt động.")
    if len(title) > 250:
        row.wrong.append(f"Tên hoạt động dài quá 250 ký tự (đang có {len(title)}).")
    starts, ends = (_day(cells[name], name, row) for name in ("Từ ngày", "Đến hết ngày"))
    ends = ends or (starts if not _text(cells["Đến hết ngày"]) else None)
    if starts and ends and (refusal := dates_in_order(starts, ends)) is not None:
        row.wrong.append(refusal.message)
    section = _section(_text(cells.get("Chuyên mục")), sections, row)
    standing = _yes(_text(cells.get("Việc thường xuyên")), row)
    if _text(cells.get("Đã hủy")):
        row.wrong.append("Việc đã hủy thì không nhập lại.")
    if not row.wrong and starts and ends:
        row.entry = Entry(title, starts, ends, section, standing)
    return row


def _day(cell: Any, name: str, row: Row) -> date | None:
    value = _value(cell)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = _text(cell)
    found = DAY.fullmatch(text)
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    if text:
        row.wrong.append(f"“{text}” ở cột {name} không phải ngày; viết như 20/11/2026.")
    elif name == "Từ ngày":
        row.wrong.append("Chưa có ngày bắt đầu.")
    return None


def _section(text: str, sections: Mapping[str, str], row: Row) -> str:
    """A section named by its title, with or without marks, or by its address."""
    if not text:
        return ""
    named = {fold(title): slug for slug, title in sections.items()} | {slug: slug for slug in sections}
    found = named.get(fold(text)) or named.get(text)
    if found is None:
        row.wrong.append(f"Không có chuyên mục “{text}”.")
    return found or ""


def _yes(text: str, row: Row) -> bool:
    if fold(text) not in YES | NO:
        row.wrong.append(f"Cột Việc thường xuyên ghi “có” hoặc để trống, không phải “{text}”.")
    return fold(text) in YES
