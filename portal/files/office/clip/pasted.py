"""Pasted text as a paper: paragraphs, headings, lists of HTML and of Word, tables, pictures pasted whole, notes."""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from portal.files.office.beside import quoted
from portal.files.office.clip.looks import PLAIN, Look, Sheet, look_of
from portal.files.office.clip.shape import rows_of, span, tidied, without
from portal.files.office.clip.tree import tree
from portal.files.office.grid import Cell, flat, things_of
from portal.files.office.limits import LIMITS, Limits
from portal.files.office.lines import Line, Mark, Thing
from portal.files.office.markup import Node
from portal.files.office.paper import Note, Paper, Run, Shot, joined, words
from portal.files.office.said import Said
from portal.files.office.settled import paper_of
from portal.files.office.shots import Album
from portal.files.office.signs import set_high_or_low
from portal.files.office.word.parts import address

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = frozenset({"address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "figcaption", "figure",
                    "footer", "form", "header", "html", "main", "p", "pre", "section"}) | set(HEADINGS)  # fmt: skip
UNREAD = frozenset({"head", "script", "style", "template", "noscript", "object", "iframe", "svg", "math", "select",
                    "textarea", "button", "title", "xml"})  # fmt: skip
BESIDE = {"comment": "comment", "header": "margin", "footer": "margin"}
WORD_LIST = re.compile(r"\bl(\d+)\s+level(\d)\b")
NUMBER = re.compile(r"(\d{1,5})[.)]")
NOTE_BODY = re.compile(r"(?:ftn|edn)(\d+)")
NOTE_MARK = re.compile(r"\s*\[?(\d{1,4})\]?\s*")
WHITE = re.compile(r"[ \t\r\n\f]+")


def pasted(html: str, *, limits: Limits = LIMITS) -> Paper:
    """The text the clipboard gave as HTML. Raises Unreadable where there is too much of it, or nothing."""
    reader = Reader(limits)
    root = tree(html, limits)
    for node in root.within("style"):
        reader.sheet.take(node.text())
    return paper_of(reader.read(root), lambda: reader.notes, reader.said, limits)


@dataclass
class Around:
    """Where a block stands."""

    look: Look = PLAIN
    level: int | None = None
    caption: bool = False
    depth: int = -1  # of lists
    mark: Mark | None = None
    kept: bool = False  # <pre>


@dataclass
class Reader:
    limits: Limits
    said: Said = field(default_factory=Said)
    sheet: Sheet = field(default_factory=Sheet)
    notes: list[Note] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.album = Album(self.limits, self.said)
        self.line = Line([])

    def read(self, root: Node) -> Iterator[Thing]:
        yield from self._within(root, Around())
        yield from self._ended(Around())

    def _ended(self, around: Around) -> Iterator[Thing]:
        """The line so far, and a new one begun for where we are."""
        if self.line.runs:
            self.line.runs = tidied(joined(self.line.runs))
            yield self.line
        self.line = Line([], around.level, around.caption, around.mark)

    def _within(self, node: Node, around: Around) -> Iterator[Thing]:
        for kid in node.kids:
            if isinstance(kid, str):
                self._words(kid, around)
            elif kid.tag not in UNREAD:
                yield from self._element(kid, around)

    def _words(self, text: str, around: Around) -> None:
        if around.look.hidden:
            return
        look = around.look
        text = text if around.kept else WHITE.sub(" ", text)
        drawn = set_high_or_low(text, look.raised)
        self.line.runs.append(
            Run(drawn, look.font if drawn == text else None, look.bold, look.italic, look.underline, look.link)
        )

    def _element(self, node: Node, around: Around) -> Iterator[Thing]:
        told = self.sheet.of(node)
        around = replace(around, look=look_of(node, around.look, told), kept=around.kept or node.tag == "pre")
        match node.tag:
            case "br":
                self.line.runs.append(Run("\n", around.look.font))
            case "img":
                yield from self._picture(node, around)
            case "a" if "msocom" in node.get("class"):
                return  # what calls a comment
            case "a":
                around.look = replace(around.look, link=address(node.get("href")) or around.look.link)
                yield from self._within(node, around)
            case "ul" | "ol":
                yield from self._list(node, around)
            case "table":
                yield from self._ended(around)
                yield from self._table(node, around)
                yield from self._ended(around)
            case "del":
                self.said("deleted")
            case "span" if "ignore" in told.get("mso-list", "").lower():
                return  # the sign Word drew before an item
            case tag if tag in BLOCKS:
                yield from self._block(node, around, told)
            case _:
                yield from self._within(node, around)

    def _block(self, node: Node, around: Around, told: dict[str, str]) -> Iterator[Thing]:
        if (beside := told.get("mso-element", "").lower()) in BESIDE:
            self.said(BESIDE[beside], quoted([Run(node.text())]))
            return
        note = NOTE_BODY.fullmatch(node.get("id"))
        if note is not None and node.tag == "div":
            self._note(node, around)
            return
        here = around
        if node.tag in HEADINGS or "mso-outline-level" in told:
            told_level = told.get("mso-outline-level", "")
            level = HEADINGS.get(node.tag) or (int(told_level) if told_level in tuple("123456789") else None)
            here = replace(around, level=level, mark=None)
        if node.tag == "figcaption" or "MsoCaption" in node.get("class"):
            here = replace(here, caption=True)
        if (found := WORD_LIST.search(told.get("mso-list", ""))) is not None and here.level is None:
            here = replace(here, mark=self._word_mark(node, int(found[2]) - 1, around.look))
        yield from self._ended(here)
        yield from self._within(node, here)
        yield from self._ended(around)

    def _word_mark(self, node: Node, depth: int, look: Look) -> Mark:
        """The sign Word drew before an item of its lists, which it pastes as words to be ignored."""
        signs = [
            span.text() for span in node.within("span") if "ignore" in self.sheet.of(span).get("mso-list", "").lower()
        ]
        label = WHITE.sub(" ", "".join(signs).replace("\u00a0", " ")).strip()
        number = NUMBER.fullmatch(label)
        bullet = not any(char.isalnum() for char in label) or label == "o"
        return Mark(depth, bullet, int(number[1]) if number else 0, Run(label, look.font), number is not None)

    def _list(self, node: Node, around: Around) -> Iterator[Thing]:
        yield from self._ended(around)
        start = node.get("start")
        number = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
        depth, bullet = around.depth + 1, node.tag == "ul"
        for kid in node:
            if kid.tag in ("ul", "ol"):  # Word and old editors nest lists beside items
                yield from self._element(kid, replace(around, depth=depth))
                continue
            if kid.tag != "li":
                yield from self._element(kid, around)
                continue
            mark = Mark(depth, bullet, number, Run("" if bullet else f"{number}.", around.look.font), not bullet)
            here = replace(around, look=look_of(kid, around.look, self.sheet.of(kid)), depth=depth, mark=mark)
            yield from self._ended(here)
            yield from self._item(kid, here)
            number += 1
        yield from self._ended(around)

    def _item(self, node: Node, here: Around) -> Iterator[Thing]:
        """What stands in an item: its paragraphs are one item, lists within follow it."""
        first = True
        for thing in [*self._within(node, here), *self._ended(replace(here, mark=None))]:
            if isinstance(thing, Line) and thing.mark is here.mark and not first:
                thing.mark = Mark(here.depth + 1, False, 0, Run(""), False)  # stands below, on a line of its own
            first = first and not (isinstance(thing, Line) and thing.mark is here.mark)
            yield thing

    def _table(self, node: Node, around: Around) -> list[Thing]:
        """Its rows, read apart from the line they stand in."""
        rows: list[list[Cell]] = []
        head = False
        for row in rows_of(node):
            cells = [kid for kid in row if kid.tag in ("td", "th")]
            head = head or (not rows and bool(cells) and all(kid.tag == "th" for kid in cells))
            rows.append([self._cell(kid, around) for kid in cells])
        return things_of(rows, head=head, said=self.said, limits=self.limits)

    def _cell(self, node: Node, around: Around) -> Cell:
        inside = Around(look_of(node, around.look, self.sheet.of(node)) if node.tag == "td" else around.look)
        return Cell(self._apart(node, inside), span(node.get("colspan")), down=span(node.get("rowspan")))

    def _apart(self, node: Node, around: Around) -> list[Thing]:
        outside, self.line = self.line, Line([], around.level, around.caption, around.mark)
        things = [*self._within(node, around), *self._ended(around)]
        self.line = outside
        return things

    def _note(self, node: Node, around: Around) -> None:
        """One of Word's notes at the end, each in a frame of its own, known by the number before it."""
        runs = flat(self._apart(node, around), lambda: None)
        found = NOTE_MARK.match(words(runs))
        rest = without(runs, found.end() if found else 0)
        if rest:
            self.notes.append(Note(int(found[1]) if found else len(self.notes) + 1, rest))

    def _picture(self, node: Node, around: Around) -> Iterator[Thing]:
        source = node.get("src")
        if not source.startswith("data:"):
            self.said("outside")
            return
        name, size = f"anh-dan-{self.album.count + 1}", len(source) * 3 // 4

        def load() -> bytes:
            try:
                return base64.b64decode(source.partition(",")[2], validate=False)
            except (binascii.Error, ValueError):
                return b""

        shot = self.album.shot(name, size, load, node.get("alt"))
        if isinstance(shot, Shot):
            yield from self._ended(around)
            yield shot
