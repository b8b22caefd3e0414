"""What stands beside a text and is left out, read only to be quoted: headers and footers, comments."""

import re
from collections.abc import Iterable

from portal.base.text.legacy import Font, convert, font_named, suspected
from portal.files.office.paper import Run
from portal.files.office.said import Said

NUMBERS_ONLY = re.compile(r"[\W\d_]*(?:(?:trang|tờ|số|trên|page|of)[\W\d_]*)*", re.IGNORECASE)
LONGEST = 2000  # letters looked at
MOST_PARTS = 30  # headers and footers of one file: each section may have three of both


def quoted(runs: Iterable[Run], longest: int = LONGEST) -> str:
    """The words on one line, old fonts read by their name, else by their words."""
    told = "".join(convert(run.text, _font(run)) for run in runs)
    return " ".join(told.split())[:longest]


def _font(run: Run) -> Font:
    named = font_named(run.font) if run.font else None
    return named or suspected(run.text) or Font.UNICODE


def say_margin(said: Said, words: str) -> None:
    """A header or footer is told of where it says more than which page this is."""
    if not NUMBERS_ONLY.fullmatch(words):
        said("margin", words)


def comment(author: str, words: str) -> str:
    """A comment as it is quoted: who wrote it, what."""
    return f"{author.strip()[:60]}: {words}" if author.strip() else words
