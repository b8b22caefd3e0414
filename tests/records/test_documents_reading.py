"""Files read in the queue and found with and without marks; scans by OCR where the machine can."""

import stat
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from docx import Document as Word

from portal.approval import actions as approval
from portal.base.models import JournalEntry
from portal.files import actions as files
from portal.files import sight
from portal.people.models import Person
from portal.records.documents import actions, queries, reading
from portal.records.documents.queries import Wanted
from portal.records.documents.rules import Given
from portal.records.models import Document, FileWords
from portal.search import actions as search
from tests.cast import NOW, Cast
from tests.files.scans import scan
from tests.records.test_documents import GIVEN, TOLD


def a_word(words: str) -> bytes:
    made, out = Word(), BytesIO()
    made.add_paragraph(words)
    made.save(out)
    return out.getvalue()


def found(words: str) -> list[str]:
    return [one.symbol for one in queries.listed(Wanted(words=words))]


def test_the_words_of_a_file_are_read_once_and_found_by_the_list_and_by_the_search(cast: Cast, client: Client) -> None:
    paper = files.store_attachment(
        ContentFile(a_word("Thuyền giấy trôi trên sân trường"), "k.docx"), title="Phụ lục", by=cast.sen, **TOLD
    )
    for symbol in ("1/KH", "2/KH"):
        cast.up(actions.begin(Given(**{**GIVEN.__dict__, "symbol": symbol}), [paper], by=cast.sen, **TOLD), cast.sen)
    assert found("thuyen giay") == []
    while reading.read_waiting(NOW):
        pass
    assert (FileWords.objects.count(), JournalEntry.objects.filter(verb=reading.READ).count()) == (1, 2)
    assert [found("thuyen giay"), found("Thuyền giấy"), found("thuyên giấy")] == [
        ["2/KH", "1/KH"],
        ["2/KH", "1/KH"],
        [],
    ]
    search.reindex()
    text = client.get("/tim-kiem/?q=thuyen+giay").content.decode()
    assert ["1/KH" in text, "2/KH" in text] == [True, True]


@pytest.fixture
def seeing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine that draws one page and reads one sentence on it."""
    for name, does in (
        ("pdftoppm", "[ $2 = 1 ] && echo P2 > trang.pgm"),
        ("tesseract", "printf 'Biên bản họp lớp' > $2.txt"),
    ):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{does}\n")
        program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return iter([None])


def test_a_scan_is_read_by_sight_where_the_machine_can(cast: Cast, seeing: None) -> None:
    paper = files.store_attachment(ContentFile(b"%PDF-1.7 anh", "b.pdf"), title="Quét", by=cast.sen, **TOLD)
    assert (sight.can_see(), sight.by_sight(paper)) == (True, "Biên bản họp lớp")


def test_a_machine_that_cannot_read_scans_says_so_and_goes_on(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    paper = files.store_attachment(ContentFile(b"%PDF-1.7 anh", "b.pdf"), title="Quét", by=cast.sen, **TOLD)
    assert (sight.can_see(), sight.by_sight(paper)) == (False, "")


@pytest.mark.sqlite
def test_a_scan_is_marked_as_one_and_found_by_what_stands_on_it(cast: Cast, client: Client) -> None:
    paper = files.store_attachment(ContentFile(scan(), "q.pdf"), title="Kế hoạch", by=cast.sen, **TOLD)
    draft = actions.begin(Given(**{**GIVEN.__dict__, "symbol": "3/KH"}), [paper], by=cast.sen, **TOLD)
    cast.submit(draft, cast.sen)
    leader = Person.objects.get(pk=cast.standing(draft).open.holders[0].person)
    approval.read_files(NOW)
    read_by_a_person = {f"unread@{paper.sha256}": "Đã mở xem từng trang."}
    approval.answer_data(draft, reasons=read_by_a_person, hash=cast.case(draft).hash, by=leader, **TOLD)
    cast.decide(draft, "approve", leader)
    one = Document.objects.get()
    assert "bản quét" not in client.get(one.address).content.decode()
    while reading.read_waiting(NOW):
        pass
    told = FileWords.objects.values_list("scanned", "by_ocr", "unread").get()
    assert (told, [found(words) for words in ("dưới vòm phượng", "duoi vom phuong", "dưới vòm phương")]) == (
        (True, True, ""), [["3/KH"], ["3/KH"], []],
    )  # fmt: skip
    assert "bản quét, tìm được chữ bên trong" in client.get(one.address).content.decode()
