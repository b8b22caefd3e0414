"""Which share of old documents comes through: every article of the demo, kept as schools kept theirs.

The figures of docs/legacy-text.md are these tests' own.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest

from portal.base.text.legacy import Font, convert, font_named, lost, suspected
from portal.demo.content.articles import ARTICLES
from tests import legacy

NO_WORDS = frozenset(("type", "image", "id", "url", "src", "document", "key"))
WORD = re.compile(r"[^\W\d_]+")
PAGE = Path(__file__).resolve().parents[2] / "docs" / "legacy-text.md"
OLD_FONTS = (Font.TCVN3, Font.VNI)


def _lines(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        for part in re.split(r"</?(?:p|li|ul|ol|h\d|td|tr|table|br)[^>]*>|\n", value):
            if line := unescape(re.sub(r"<[^>]+>", "", part)).strip():
                yield line
    elif isinstance(value, dict):
        yield from _lines([one for key, one in value.items() if key not in NO_WORDS])
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _lines(one)


@cache
def documents() -> tuple[str, ...]:
    return tuple("\n".join(_lines([one.title, one.summary, one.body])) for one in ARTICLES)


def lines() -> list[str]:
    return [line for document in documents() for line in document.split("\n")]


@pytest.mark.parametrize("font", [*OLD_FONTS, Font.TCVN3_CAPS])
def test_where_fonts_are_named_every_letter_comes_through(font: Font) -> None:
    for document in documents():
        typed = legacy.runs(document, font)
        whole = document.upper() if font is Font.TCVN3_CAPS else document
        assert "".join(convert(codes, font_named(name) or Font.UNICODE) for name, codes in typed) == whole
        assert [told for name, codes in typed for told in lost(codes, font_named(name) or Font.UNICODE)] == []


@pytest.mark.parametrize("font", OLD_FONTS)
def test_where_no_font_is_named_every_document_is_known_and_no_line_is_taken_for_another(font: Font) -> None:
    assert {suspected(legacy.old(document, font)) for document in documents()} == {font}
    assert {suspected(legacy.old(line, font)) for line in lines()} == {font, None}


def test_no_document_line_or_word_of_good_vietnamese_is_ever_suspected() -> None:
    texts = {*documents(), *lines(), *WORD.findall(" ".join(documents()))}
    assert [text for text in texts if suspected(text) is not None] == []


def test_where_soft_hyphens_were_dropped_every_document_says_so_and_no_guess_is_wrong() -> None:
    for document in documents():
        came = legacy.dropped(legacy.old(document, Font.TCVN3))
        assert any(not one.maybe for one in lost(came, Font.TCVN3))
        assert [pair for pair in _guessed(document) if pair[1] and pair[0] != pair[1]] == []


def _guessed(document: str) -> Iterator[tuple[str, str]]:
    """(the word that was broken, the guess or "") of a document whose soft hyphens were dropped, in small letters."""
    codes = legacy.old(document, Font.TCVN3)
    after = convert(legacy.dropped(codes), Font.TCVN3)
    guesses = {one.at: one.maybe.lower() for one in lost(legacy.dropped(codes), Font.TCVN3) if one.maybe}
    meant = [word for word in WORD.findall(convert(codes, Font.TCVN3)) if word.strip("ư")]
    for word, found in zip_longest(meant, WORD.finditer(after)):
        if word != found[0] or found.start() in guesses:
            yield word.lower(), guesses.get(found.start(), "")


def figures() -> list[str]:
    """What docs/legacy-text.md tells, as it stands there."""
    told = [f"{len(documents())} documents", f"{len(lines()):,} lines", f"{_words(documents()):,} words"]
    for font in OLD_FONTS:
        typed = [line for line in lines() if legacy.old(line, font) != line]
        told.append(f"{sum(suspected(legacy.old(line, font)) is font for line in typed)} of {len(typed):,} lines")
    back = [convert(legacy.old(document, Font.TCVN3), Font.TCVN3) for document in documents()]
    pairs = zip(WORD.findall("\n".join(documents())), WORD.findall("\n".join(back)), strict=True)
    told.append(f"all but {sum(one != other for one, other in pairs)}: capitals")
    broken = [guess for document in documents() for _, guess in _guessed(document)]
    told += [f"{len(broken):,} words lost", f"{len(broken) - broken.count('')} of the words one by one"]
    return [*told, f"{100 * (1 - len(broken) / _words(documents())):.1f} %"]


def _words(texts: tuple[str, ...]) -> int:
    return len(WORD.findall("\n".join(texts)))


def test_the_page_tells_these_figures() -> None:
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    assert [figure for figure in figures() if figure not in page] == []
