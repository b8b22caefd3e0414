"""Scans read by sight with the machine's own tesseract and poppler, within bounds; PDFs whose words come from two fonts."""

import io
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from portal.files import sight, words
from portal.files.words import SLOW, read
from tests.files.scans import LINES, scan

pytestmark = pytest.mark.sqlite
TWO_FONTS = (
    Path(__file__).with_name("two-fonts.pdf").read_bytes()
)  # by LibreOffice, where Times New Roman is not installed


def test_a_page_laid_askew_on_the_glass_is_read_with_its_marks() -> None:
    known = read(data := scan(), "pdf")
    assert (known.text, known.scanned, known.blank) == ("", True, 1)
    seen = sight.seen_in(data)
    assert [line for line in (LINES[0], LINES[1], LINES[3], LINES[4]) if line not in seen] == []


def test_words_of_two_fonts_stay_whole() -> None:
    found = read(TWO_FONTS, "pdf")
    assert found.text.splitlines()[0] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert "2\tTrần Đăng Khuê\t01/11/2013\t7,25" in found.text.splitlines()
    assert found.whole


def test_where_nothing_keeps_them_whole_the_page_counts_as_unread(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    found = read(TWO_FONTS, "pdf")
    assert ("Trần Đăng" in found.text, found.blank, found.scanned, found.whole) == (False, 1, True, False)
    assert (sight.can_see(), read(scan(), "pdf").scanned) == (False, True)


Play = Callable[..., str]
THREE_PAGES = "[ $2 -lt 4 ] && echo P2 > trang.pgm"
FIRST_TIME = "[ -e da_co ] && { echo chữ > $2.txt; exit; }; touch da_co; "


@pytest.fixture
def playing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    """A machine whose programs do as a test says; gives what is read of a PDF."""

    def play(data: bytes = b"%PDF-1.7", **programs: str) -> str:
        for name, does in programs.items():
            (tmp_path / name).write_text(f"#!/bin/sh\n{does}\n")
            (tmp_path / name).chmod(stat.S_IRWXU)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
        return sight.seen_in(data)

    return play


@pytest.mark.parametrize(
    "greedy", ["head -c 2000000000 /dev/zero | tail > /dev/null; exit 1", "while :; do :; done"], ids=["memory", "time"]
)
def test_a_page_that_asks_too_much_is_left_out_and_the_next_is_read(
    greedy: str, playing: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sight, "PAGES", 2)
    monkeypatch.setattr(sight, "SECONDS", 1)
    assert playing(pdftoppm=THREE_PAGES, tesseract=FIRST_TIME + greedy) == "chữ"


def test_pages_end_where_the_file_or_the_time_ends_and_no_key_goes_along(
    playing: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_SECRET_KEY", "khoa-bi-mat")
    told = playing(pdftoppm=THREE_PAGES, tesseract="env > $2.txt")
    assert [told.count("OMP_THREAD_LIMIT=1"), "khoa-bi-mat" in told] == [3, False]
    monkeypatch.setattr(sight, "IN_ALL", -1)
    assert playing() == ""


def test_a_page_of_five_metres_is_drawn_no_larger_than_any_other(playing: Play) -> None:
    (large := PdfWriter()).add_blank_page(14_400, 14_400)
    large.write(out := io.BytesIO())
    assert playing(out.getvalue(), tesseract="head -c 12 trang.pgm > $2.txt") == "P5\n2400 2400"


def test_letters_drawn_without_end_end_with_the_time_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    canvas = Canvas(out := io.BytesIO())
    for depth in range(9):
        canvas.beginForm(f"f{depth}")
        for _ in range(10):
            canvas.drawString(20, 20, "xin chào" * 20) if not depth else canvas.doForm(f"f{depth - 1}")
        canvas.endForm()
    canvas.doForm("f8")
    canvas.save()
    assert len(PdfReader(io.BytesIO(out.getvalue())).pages) == 1
    monkeypatch.setattr(words, "SECONDS", 1)
    found = read(out.getvalue(), "pdf")
    assert (found.unread or found.blank, found.whole) in ((SLOW, False), (1, False))
