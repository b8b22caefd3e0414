"""A form of figures as a workbook: every table under the other with the names of its rows and columns, to be filled and brought in."""

from collections.abc import Iterator

from portal.base.sheets import table
from portal.base.text import slug
from portal.files.queries import book_sheets
from portal.records.figures.blanks import FREE_ROWS, MOST_FREE, Blank, Sheet
from portal.records.figures.rules import Value, Values, name

WIDEST = 10


def workbook(blank: Blank, values: Values) -> bytes:
    """The form with what was filled in, areas as words with their comma."""
    head = ("Bảng", "Dòng", *(f"Cột {n}" for n in range(1, WIDEST)))
    return table("So lieu", head, (30, 34, *[20] * (WIDEST - 1)), _lines(blank, values))


def _lines(blank: Blank, values: Values) -> Iterator[list[str | int | None]]:
    for sheet in blank.sheets:
        rows = values.get(sheet.key, {})
        yield [sheet.caption, "", *(column.heading for column in sheet.columns)]
        for row, label in named_rows(sheet, len(rows)):
            yield [sheet.caption, label, *(_cell(rows.get(row, {}).get(column.key)) for column in sheet.columns)]


def named_rows(sheet: Sheet, filled: int) -> list[tuple[str, str]]:
    """The rows of a table; of one whose rows are free, those filled and a few to fill."""
    if not sheet.is_free:
        return list(sheet.rows)
    return [(str(n), f"Dòng {n}") for n in range(1, min(filled + FREE_ROWS, MOST_FREE) + 1)]


def _cell(value: Value | None) -> str | int | None:
    return str(value).replace(".", ",") if isinstance(value, float) else value


def read(blank: Blank, data: bytes) -> tuple[dict[str, str], dict[str, str]]:
    """What a filled workbook says, as its screen would have it typed, and where each cell stands (“C5”). Raises Unreadable."""
    said: dict[str, str] = {}
    places: dict[str, str] = {}
    rows = next((rows for _, rows in book_sheets(data)), [])
    by_caption = {slug(sheet.caption): sheet for sheet in blank.sheets}
    for number, cells in enumerate(rows, 1):
        sheet = by_caption.get(slug(cells[0])) if cells else None
        if sheet is None or len(cells) < 2:
            continue
        row = {slug(label): key for key, label in named_rows(sheet, MOST_FREE)}.get(slug(cells[1]))
        for place, column in enumerate(sheet.columns, 2):
            if row is not None and place < len(cells) and cells[place]:
                key = name(sheet, row, column.key)
                said[key] = cells[place].replace(".", ",") if _is_decimal(cells[place]) else cells[place]
                places[key] = f"{chr(65 + place)}{number}"
    return said, places


def _is_decimal(text: str) -> bool:
    """Whether Excel gave a number with a point in it, which is a comma here; 1.250 typed as words is a thousand."""
    whole, point, rest = text.partition(".")
    return bool(point) and whole.isdigit() and rest.isdigit() and len(rest) < 3
