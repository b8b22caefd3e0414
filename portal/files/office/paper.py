"""The agreed shape of a text brought from elsewhere: pieces in the order they are read, nothing of any program's own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby


class Unreadable(Exception):
    """The file cannot be taken in; `sentence` tells the teacher why, in his words, and what would help."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Run:
    """Letters of one look, as the file holds them: unconverted. A "\\n" is a line break, a "\\t" a tab.

    `font` is the name of the font that draws these letters, through every style; None where none is told.
    `link` is an http, https or mailto address.
    """

    text: str
    font: str | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    link: str | None = None


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the highest. Its runs are never bold: being a heading says so."""

    level: int
    runs: list[Run]


@dataclass(frozen=True)
class Paragraph:
    runs: list[Run]


@dataclass(frozen=True)
class ListOf:
    """A list of one level. What was nested stands within its item on lines of its own, with its sign or number before it;
    an ordered list counts from `start`."""

    ordered: bool
    items: list[list[Run]]
    start: int = 1


@dataclass(frozen=True)
class Table:
    """Rows of equally many cells; a merged cell's words stand in its first place, its other places are empty.
    `head`: the file says that the first row is repeated as a head."""

    rows: list[list[list[Run]]]
    caption: list[Run] = field(default_factory=list)
    head: bool = False


@dataclass(frozen=True)
class Shot:
    """A picture of the file: PNG, JPEG or WebP by its first bytes, nothing more was looked at. `name` has no folder."""

    data: bytes
    name: str
    caption: list[Run] = field(default_factory=list)
    alt: str = ""


@dataclass(frozen=True)
class Note:
    """A footnote or endnote, after everything else; where it was called for stands a run "[number]"."""

    number: int
    runs: list[Run]


Piece = Heading | Paragraph | ListOf | Table | Shot | Note


@dataclass(frozen=True)
class Paper:
    """Pieces in reading order, notes last; `said`: sentences about what was left out or changed in reading."""

    pieces: list[Piece]
    said: list[str] = field(default_factory=list)


def words(runs: Iterable[Run]) -> str:
    """The letters of some runs, unconverted."""
    return "".join(run.text for run in runs)


def joined(runs: Iterable[Run]) -> list[Run]:
    """Neighbours of one look become one run; runs without letters go."""
    alike = groupby((run for run in runs if run.text), _look)
    return [first if not rest else replace(first, text=words((first, *rest))) for _, (first, *rest) in alike]


def _look(run: Run) -> tuple[object, ...]:
    return run.font, run.bold, run.italic, run.underline, run.link


def trimmed(runs: Iterable[Run]) -> list[Run]:
    """Joined, without white space at either end; a soft hyphen is a letter of old fonts and stays."""
    out = joined(runs)
    while out and not (first := out[0].text.lstrip(WHITE)):
        out.pop(0)
    if out:
        out[0] = replace(out[0], text=first)
    while out and not (last := out[-1].text.rstrip(WHITE)):
        out.pop()
    if out:
        out[-1] = replace(out[-1], text=last)
    return out


def first_font(told: str) -> str | None:
    """The first of the fonts a file names in one place: ".VnTimeH;Times New Roman", "'.VnTime', serif"."""
    return re.split("[;,]", told, maxsplit=1)[0].strip().strip("'\"").strip() or None


WHITE = " \t\r\n\u00a0\u3000"
