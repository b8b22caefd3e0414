"""The files of the demo are what their names say."""

import io
import zipfile

import filetype
import pytest
from openpyxl import load_workbook

from portal.demo.content.papers import FORMS, TABLES
from portal.demo.papers import paper


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_a_word_file_with_its_lines_in_order(name: str) -> None:
    made = paper(name)
    assert filetype.guess(made).extension == "docx"
    text = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()
    places = [text.index(line) for line in (FORMS[name].title, *FORMS[name].lines, FORMS[name].signed_by)]
    assert places == sorted(places)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_a_sheet_with_every_row_as_long_as_its_head(name: str) -> None:
    made = paper(name)
    assert filetype.guess(made).extension == "xlsx"
    rows = [
        tuple(cell or "" for cell in row) for row in load_workbook(io.BytesIO(made)).active.iter_rows(values_only=True)
    ]
    assert rows == list(TABLES[name])
    assert {len(row) for row in rows} == {len(rows[0])}


def test_a_paper_nobody_wrote_is_an_error() -> None:
    with pytest.raises(KeyError):
        paper("khong-co")
