"""What forms of figures take: numbers as people type them, every error at its cell, who fills which (Điều 16.1.2; TT 09/2024). Pure."""

import re
from collections.abc import Collection, Iterator, Mapping

from portal.base.rules import Ground, Refusal
from portal.records.figures.blanks import MOST_FREE, Blank, Sheet, Unit

CLAUSE = "Điều 16.1.2; TT 09/2024"
MOST: Mapping[Unit, int] = {Unit.DONG: 10**13, Unit.AREA: 10**7, Unit.PEOPLE: 20_000, Unit.COUNT: 100_000}
GROUPED = re.compile(r"\d{1,3}(\.\d{3})+|\d+")
Value = int | float | str
Rows = Mapping[str, Mapping[str, Value]]
Values = Mapping[str, Rows]  # sheet, row, column


def is_kept(known: Collection[str], code: str) -> Refusal | None:
    """R-FIG-01: there is a form of figures for this point (TT 09/2024 Đ.5, 8, 9)."""
    if code in known:
        return None
    return Refusal(
        "R-FIG-01", CLAUSE, f"Mục {code} không có mẫu số liệu; thầy/cô soạn bằng lời và bảng.", ground=Ground.NOT_READY
    )


def has_figures(values: Values) -> Refusal | None:
    """R-FIG-05: a form is saved with something in it: saved empty it would take the tables of its point away (Điều 16.1.2)."""
    if any(values.values()):
        return None
    return Refusal("R-FIG-05", CLAUSE, "Mẫu chưa có số nào, nên chưa lập được bảng.", ground=Ground.NOT_READY)


def number(said: str, unit: Unit) -> int | float | None:
    """R-FIG-02: a figure as people write it: 1.250.000 or 1250000; areas with a decimal comma (12,5). None where it is none, below
    nought, or beyond what can be (Điều 16.1.2)."""
    text = said.replace("\u00a0", "").replace(" ", "").removesuffix("đ").removesuffix("m²")
    whole, comma, decimals = text.partition(",")
    if (
        not GROUPED.fullmatch(whole)
        or len(whole) > 18
        or (comma and not (unit is Unit.AREA and re.fullmatch(r"\d{1,2}", decimals)))
    ):
        return None
    digits = whole.replace(".", "")
    value: int | float = round(float(f"{digits}.{decimals}"), 1) if comma else int(digits)
    return value if value <= MOST[unit] else None


def wrong_number(unit: Unit) -> str:
    """What is said of a cell that holds no such figure."""
    many = f"{MOST[unit]:,}".replace(",", ".")
    if unit is Unit.AREA:
        return f"Ghi số m² từ 0 đến {many}, lẻ thì dùng dấu phẩy: 12,5. ({CLAUSE})"
    return f"Ghi số nguyên từ 0 đến {many}, ví dụ 1.250.000. ({CLAUSE})" if unit is Unit.DONG else (
        f"Ghi số nguyên từ 0 đến {many}. ({CLAUSE})"
    )  # fmt: skip


def agree(blank: Blank, values: Values) -> list[tuple[str, str]]:
    """R-FIG-03: a part is no more than its whole; who reached a standard is of the staff, who is counted apart is of the pupils; a fund
    does not fall below nought (Điều 16.1.2). The name of each cell that does not agree, and why."""
    return [
        fault
        for sheet in blank.sheets
        for row, cells in values.get(sheet.key, {}).items()
        for fault in _row(sheet, row, cells)
    ]


def _row(sheet: Sheet, row: str, cells: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    if sheet.sum is not None:
        total = summed(sheet, cells)
        if total < 0:
            yield name(sheet, row, sheet.sum[1][-1].removeprefix("-")), f"Chi nhiều hơn số có trong quỹ. ({CLAUSE})"
        for key in sheet.part_of:
            if figure(cells, key) > total:
                yield name(sheet, row, key), f"{sheet.column(key).title}: nhiều hơn tổng số {total} người. ({CLAUSE})"
    if sheet.whole:
        for column in sheet.columns:
            apart = column.unit is Unit.PEOPLE and column.key not in (sheet.whole, "den", "di")
            if apart and figure(cells, column.key) > figure(cells, sheet.whole):
                yield name(sheet, row, column.key), f"{column.title}: nhiều hơn số học sinh. ({CLAUSE})"


def figure(cells: Mapping[str, Value], key: str) -> int | float:
    value = cells.get(key, 0)
    return 0 if isinstance(value, str) else value


def summed(sheet: Sheet, cells: Mapping[str, Value]) -> int | float:
    """The reckoned sum of a row."""
    assert sheet.sum is not None
    return sum(-figure(cells, key[1:]) if key.startswith("-") else figure(cells, key) for key in sheet.sum[1])


def name(sheet: Sheet, row: str, column: str) -> str:
    """How a cell is called on the screen."""
    return f"{sheet.key}-{row}-{column}"


def read(blank: Blank, said: Mapping[str, str]) -> tuple[dict[str, dict[str, dict[str, Value]]], dict[str, str]]:
    """The figures of what was typed, cell by name, and every error by the name of its cell. A free row is left out where it is empty,
    and numbered anew."""
    values: dict[str, dict[str, dict[str, Value]]] = {}
    errors: dict[str, str] = {}
    for sheet in blank.sheets:
        rows = [row for row, _ in sheet.rows] or [str(n) for n in range(1, MOST_FREE + 1)]
        kept = []
        for row in rows:
            cells = _cells(sheet, row, said, errors)
            first = sheet.columns[0]
            if sheet.is_free and cells and first.key not in cells and name(sheet, row, first.key) not in errors:
                errors[name(sheet, row, first.key)] = f"Dòng có số thì cần ghi “{first.title}”. ({CLAUSE})"
            if cells:
                kept.append((row, cells))
        numbered = {str(n): cells for n, (_, cells) in enumerate(kept, 1)} if sheet.is_free else dict(kept)
        if numbered:
            values[sheet.key] = numbered
    if not errors:
        errors |= dict(agree(blank, values))
    return values, errors


def _cells(sheet: Sheet, row: str, said: Mapping[str, str], errors: dict[str, str]) -> dict[str, Value]:
    cells: dict[str, Value] = {}
    for column in sheet.columns:
        key = name(sheet, row, column.key)
        text = said.get(key, "").strip()
        if not text:
            continue
        if column.unit is Unit.WORDS:
            cells[column.key] = text[:200]
            continue
        value = number(text, column.unit)
        if value is None:
            errors[key] = wrong_number(column.unit)
        else:
            cells[column.key] = value
    return cells
