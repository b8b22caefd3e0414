"""Spreadsheets out: text stays text, hours are of the school's day, rows are let go as they are written."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from portal.base.sheets import Value, table


def read(*rows: tuple[Value, ...], head: tuple[str, ...] = ("Một", "Hai")) -> list[list[Any]]:
    book = load_workbook(BytesIO(table("Bảng", head, (10,) * len(head), rows)))
    assert book.active is not None
    return list(book.active.iter_rows())


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@SUM(A1)", "\t=1", "=cmd|'/c calc'!A0"])
def test_what_looks_like_a_formula_is_kept_as_text(text: str) -> None:
    cell = read((text, ""))[1][0]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_days_numbers_and_hours_are_what_they_are() -> None:
    row = read((date(2026, 11, 16), 7), (datetime(2026, 11, 15, 18, 30, tzinfo=UTC), None))
    assert [cell.value for cell in row[1]] == [datetime(2026, 11, 16), 7]
    assert [cell.value for cell in row[2]] == [
        datetime(2026, 11, 16, 1, 30),
        None,
    ]  # at school it is the next day already


def test_the_head_is_bold_and_control_characters_are_gone() -> None:
    head, row = read(("a\x01b", "c"))
    assert ([cell.font.bold for cell in head], row[0].value) == ([True, True], "ab")


def test_rows_are_taken_as_they_come() -> None:
    def rows() -> Iterator[tuple[Value, ...]]:
        for number in range(1500):
            yield f"Bài {number}", number

    assert len(load_workbook(BytesIO(table("Bảng", ("a", "b"), (5, 5), rows()))).active["A"]) == 1501  # type: ignore[index]
