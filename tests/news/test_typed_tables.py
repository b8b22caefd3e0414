"""Rows of a table as they are typed, pasted and shown again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.news.editor.blocks import row_cells, row_text


@pytest.mark.parametrize(
    "line, cells",
    [
        ("Lớp | Điểm", ["Lớp", "Điểm"]), ("Lớp\tĐiểm\t", ["Lớp", "Điểm", ""]), ("| Lớp | Điểm |", ["Lớp", "Điểm"]),
        ("|  | 9 |", ["", "9"]), ("a \\| b | c", ["a | b", "c"]), ("một ô", ["một ô"]),
    ],
)  # fmt: skip
def test_a_row_is_read_as_typed_or_pasted(line: str, cells: list[str]) -> None:
    assert row_cells(line) == cells


CELL = (
    st.text(st.sampled_from("a|\\ đ-"), max_size=6)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: not text.endswith("\\"))
)


@given(st.lists(CELL, min_size=1, max_size=5))
def test_a_row_comes_back_as_it_was_shown(cells: list[str]) -> None:
    assert row_cells(row_text(cells)) == cells
