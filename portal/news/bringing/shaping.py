"""A paper as the blocks of an article; pictures stand in them by their place in `shots` until they are stored."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from portal.base.text import one_line
from portal.files.office.paper import Heading, ListOf, Note, Paper, Paragraph, Piece, Run, Shot, Table, trimmed, words
from portal.news.bringing.letters import Change, Letters
from portal.news.bringing.titles import title_at, titled
from portal.news.bringing.unset import Unset, plain_line
from portal.news.editor.markup.html import part_html
from portal.news.editor.markup.shape import Char, Item, Line, Listing, Part, parts_settled

LONGEST_TITLE, LONGEST_HEADING, LONGEST_CELL, LONGEST_CAPTION, LONGEST_TABLE_NAME = 255, 200, 500, 400, 200
NAMELESS = "Bài nhập từ Word"
NOTES = "Chú thích"
SHOT = "shot"  # in an image block whose picture is still in the paper


@dataclass
class Shaped:
    """What a paper says in our blocks, and what became of its letters."""

    title: str = ""
    body: list[dict[str, Any]] = field(default_factory=list)
    shots: list[Shot] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def shaped(paper: Paper, *, title: str, converting: bool, named: str = "") -> Shaped:
    """The paper in blocks. Its own title leads where `title` is "", and stands in the body no more; without one,
    `named`, else its first words."""
    letters = Letters(paper, converting=converting)
    maker = _Maker(letters)
    pieces = list(paper.pieces)
    if not title and (at := title_at(paper)) is not None:
        piece = pieces.pop(at)
        assert isinstance(piece, Heading | Paragraph)
        title = titled(words(letters.read("Tiêu đề", piece.runs)), LONGEST_TITLE)
    for piece in pieces:
        maker.take(piece)
    maker.close()
    title = title or named or titled(maker.first, LONGEST_HEADING) or NAMELESS
    lost = [*paper.said, *letters.lost, *maker.said, *maker.unset.sentences()]
    return Shaped(title, maker.body, maker.shots, letters.changes, lost)


class _Maker:
    """Takes pieces in their order; neighbouring paragraphs and lists become one block of text."""

    def __init__(self, letters: Letters) -> None:
        self.letters = letters
        self.body: list[dict[str, Any]] = []
        self.shots: list[Shot] = []
        self.said: list[str] = []
        self.unset = Unset()
        self.html: list[str] = []
        self.counts: dict[str, int] = {}
        self.notes: list[Item] = []
        self.first = ""  # words of the paper

    def take(self, piece: Piece) -> None:
        match piece:
            case Heading():
                self._heading(self.letters.read(self._nth("Mục"), piece.runs))
            case Paragraph():
                runs = self.letters.read(self._nth("Đoạn"), piece.runs)
                self.first = self.first or one_line(words(runs))
                self._say(self.unset.line(runs))
            case ListOf():
                where = self._nth("Danh sách")
                read = [self.letters.read(f"{where}, dòng {n}", item) for n, item in enumerate(piece.items, 1)]
                self._say(*listing(piece, [self.unset.line(item) for item in read]))
            case Table():
                self._table(piece)
            case Shot():
                self._shot(piece)
            case Note():
                self.notes.append(Item(self.unset.line(self.letters.read(f"Chú thích {piece.number}", piece.runs))))

    def close(self) -> None:
        """What is gathered is put down; footnotes last, as a list under their own heading."""
        self._put_down()
        if self.notes:
            self._add("heading", NOTES)
            self._say(Listing(True, self.notes))
            self._put_down()

    def _nth(self, kind: str) -> str:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return f"{kind} {self.counts[kind]}"

    def _heading(self, runs: list[Run]) -> None:
        said = one_line(self.unset.bare(runs))
        if len(said) > LONGEST_HEADING:
            self._say(self.unset.line(runs, strong=True))
        elif said:
            self._put_down()
            self._add("heading", said)

    def _table(self, table: Table) -> None:
        where = self._nth("Bảng")
        caption = one_line(self.unset.bare(self.letters.read(f"Tên {where.lower()}", table.caption)))
        rows = [
            [
                self.unset.bare(trimmed(self.letters.read(f"{where}, dòng {down}, ô {across}", cell)), head=down == 1)
                for across, cell in enumerate(row, 1)
            ]
            for down, row in enumerate(table.rows, 1)
        ]
        if any(len(cell) > LONGEST_CELL for row in rows for cell in row):
            self.said.append(f"{where}: có ô dài quá {LONGEST_CELL} ký tự, nên bảng được xếp thành đoạn văn.")
            self._say(*(plain_line(cell) for row in rows for cell in row))
            return
        if any(map(any, rows)):
            self._caption_below(caption, LONGEST_TABLE_NAME)
            self._put_down()
            self._add("table", {"caption": _short(caption, LONGEST_TABLE_NAME), "rows": rows})

    def _shot(self, shot: Shot) -> None:
        where = self._nth("Ảnh")
        caption = one_line(self.unset.bare(self.letters.read(f"Chú thích {where.lower()}", shot.caption)))
        self._put_down()
        self._add("image", {SHOT: len(self.shots), "caption": _short(caption, LONGEST_CAPTION)})
        self.shots.append(shot)
        self._caption_below(caption, LONGEST_CAPTION)

    def _caption_below(self, caption: str, most: int) -> None:
        """Words too many for a caption stand in the text whole."""
        if len(caption) > most:
            self._say(plain_line(caption))

    def _say(self, *parts: Part) -> None:
        """Text of the block that is being gathered; as HTML at once, for characters with their look are large."""
        self.html += map(part_html, parts_settled(parts))

    def _put_down(self) -> None:
        if self.html:
            self._add("paragraph", "".join(self.html))
        self.html = []

    def _add(self, kind: str, value: Any) -> None:
        self.body.append({"type": kind, "value": value})


def listing(piece: ListOf, items: Sequence[Line]) -> list[Part]:
    """A list; one that goes on counting where another stopped keeps its numbers as words."""
    if piece.ordered and piece.start != 1:
        return [[*plain_line(f"{number}. "), *item] for number, item in enumerate(items, piece.start)]
    return [Listing(piece.ordered, [Item(item) for item in items])]


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"


def with_pictures(body: Sequence[dict[str, Any]], stored: Callable[[int], int | None]) -> list[dict[str, Any]]:
    """The blocks with each picture by its number in the portal; one that was not taken leaves its caption as text."""
    out: list[dict[str, Any]] = []
    for block in body:
        if block["type"] != "image":
            out.append(block)
            continue
        caption, pk = block["value"]["caption"], stored(block["value"][SHOT])
        if pk is not None:
            out.append({"type": "image", "value": {"picture": pk, "caption": caption}})
        elif caption:
            out.append({"type": "paragraph", "value": part_html([Char(sign, em=True) for sign in caption])})
    return out
