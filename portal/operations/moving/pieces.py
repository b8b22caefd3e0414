"""The HTML of an old text as the blocks of an article; what it shows is still named by its old address.

Text of the time before Unicode is converted run by run, by the font its markup names, else by what the text itself shows
(`base.text.legacy`); letters that cannot have survived are named.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Any

from portal.base.text import nfc
from portal.base.text.legacy import Font, convert, font_named, lost, suspected
from portal.operations.moving.tree import UNREAD, Node, parsed

LONGEST_HEADING, LONGEST_CELL, LONGEST_CAPTION, LONGEST_QUOTE = 200, 500, 400, 2000
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
FLOWS = HEADINGS | {
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "center",
    "address",
    "form",
    "fieldset",
    "pre",
    "dl",
    "dt",
    "dd",
    "td",
    "th",
    "tr",
    "tbody",
    "thead",
    "tfoot",
    "figure",
    "figcaption",
    "blockquote",
    "li",
    "ul",
    "ol",
    "table",
    "hr",
}
MARKS = {"b": "b", "strong": "b", "i": "i", "em": "i"}
FAMILY = re.compile(r"font-family\s*:\s*([^;]+)", re.IGNORECASE)
BOLD = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)
FILES = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".zip", ".rar", ".odt", ".ods")
FILMS = re.compile(
    r"^(?:https?:)?//(?:www\.)?(?:youtube(?:-nocookie)?\.com|youtu\.be|player\.vimeo\.com|vimeo\.com)/", re.I
)
LEGACY = frozenset({Font.TCVN3, Font.TCVN3_CAPS, Font.VNI, Font.NCR})


@dataclass(frozen=True)
class Picture:
    """A picture the text shows, by its old address."""

    address: str
    alt: str
    caption: str


@dataclass(frozen=True)
class Link:
    """A file the text links to."""

    address: str
    title: str


Value = str | Picture | Link | list[list[str]]


@dataclass(frozen=True)
class Piece:
    """One block to come: paragraph, heading, quote, table, picture, file, film."""

    kind: str
    value: Value


@dataclass
class Read:
    """What became of a text: its pieces, which fonts were converted, what was named as lost."""

    pieces: list[Piece] = field(default_factory=list)
    fonts: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)


class Words:
    """Converts what belongs to one text, and remembers from which fonts and with which losses."""

    def __init__(self, unnamed: str) -> None:
        self.of_unnamed = suspected(unnamed)
        self.fonts: set[str] = set()
        self.notes: list[str] = []

    def of(self, text: str, name: str = "") -> str:
        """A run in Unicode, in its one form."""
        font = font_named(name) if name else None
        if font is None and not name:
            font = self.of_unnamed
        if font in LEGACY:
            after = convert(text, font)
            if after != text:
                self.fonts.add(font.value)
            self.notes += [f"…{one.near}…: {one.sentence}" for one in lost(text, font)[:3]]
            text = after
        return nfc(text)


def line_of(text: str) -> tuple[str, list[str]]:
    """A title or a name, which have no markup: in Unicode by what it shows itself, and what was named as lost."""
    words = Words(text)
    return " ".join(words.of(text).split()), words.notes


def read(html: str) -> Read:
    """The whole of one text."""
    root = parsed(html)
    unnamed = " ".join(text for text, name in _runs(root, "") if not name)
    words = Words(unnamed)
    flow = _Flow(words)
    flow.walk(root, _Style())
    flow.flush()
    return Read(flow.pieces, words.fonts, list(dict.fromkeys(words.notes)))


def _runs(node: Node, name: str) -> Iterator[tuple[str, str]]:
    name = _face(node) or name
    for kid in node.kids:
        if isinstance(kid, str):
            yield kid, name
        elif kid.tag not in UNREAD:
            yield from _runs(kid, name)


def _face(node: Node) -> str:
    styled = FAMILY.search(node.get("style"))
    named = styled[1] if styled else node.get("face")
    return named.split(",")[0].strip(" \"'")


@dataclass(frozen=True)
class _Style:
    font: str = ""
    marks: frozenset[str] = frozenset()
    link: str = ""


class _Flow:
    """Goes through a tree once and lays down pieces."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.pieces: list[Piece] = []
        self.line: list[str] = []
        self.items: list[str] | None = None  # of the list it is in

    def walk(self, node: Node, style: _Style) -> None:
        style = _styled(node, style)
        for kid in node.kids:
            if isinstance(kid, str):
                self._say(kid, style)
            elif kid.tag not in UNREAD:
                self._into(kid, style)

    def _into(self, node: Node, style: _Style) -> None:
        match node.tag:
            case "br":
                self.line.append("<br>")
            case "img":
                self._picture(node)
            case "iframe" | "video" | "embed":
                self._film(node)
            case "ul" | "ol" if self.items is None:
                self._list(node, style)
            case "table" if not _is_layout(node):
                self._table(node, style)
            case "figure":
                self._figure(node, style)
            case "blockquote" if self.items is None:
                self._quote(node, style)
            case tag if tag in HEADINGS and self.items is None:
                self._heading(node, style)
            case "li" if self.items is not None:
                self._item()
                self.walk(node, style)
                self._item()
            case tag if tag in FLOWS:
                self._break()
                self.walk(node, style)
                self._break()
            case _:
                self.walk(node, style)

    def flush(self) -> None:
        """The line so far is a paragraph; one that is wholly bold and short acts as a heading."""
        html = _tidy("".join(self.line))
        self.line = []
        if not html:
            return
        bare = _bare(html)
        if _acts_as_heading(html, bare) and self.pieces:
            self.pieces.append(Piece("heading", bare))
        elif bare:
            self.pieces.append(Piece("paragraph", f"<p>{html}</p>"))

    def _break(self) -> None:
        if self.items is None:
            self.flush()
        elif self.line:
            self.line.append("<br>")

    def _item(self) -> None:
        html = _tidy("".join(self.line))
        self.line = []
        if html and self.items is not None:
            self.items.append(f"<li>{html}</li>")

    def _say(self, text: str, style: _Style) -> None:
        said = escape(self.words.of(re.sub(r"[ \t\r\n\f]+", " ", text), style.font), quote=False)
        if not said.strip():
            self.line.append(" " if said else "")
            return
        for mark in sorted(style.marks):
            said = f"<{mark}>{said}</{mark}>"
        self.line.append(f'<a href="{escape(style.link)}">{said}</a>' if style.link else said)

    def _list(self, node: Node, style: _Style) -> None:
        self.flush()
        self.items = []
        self.walk(node, style)
        self._item()
        items, self.items = self.items, None
        if items:
            self.pieces.append(Piece("paragraph", f"<{node.tag}>{''.join(items)}</{node.tag}>"))

    def _heading(self, node: Node, style: _Style) -> None:
        self.flush()
        self.walk(node, style)
        bare = _bare(_tidy("".join(self.line)))
        if bare and len(bare) <= LONGEST_HEADING:
            self.line = []
            self.pieces.append(Piece("heading", bare))
        self.flush()

    def _quote(self, node: Node, style: _Style) -> None:
        self.flush()
        before = len(self.pieces)
        self.walk(node, style)
        self.flush()
        inside = self.pieces[before:]
        text = "\n".join(_bare(str(one.value)) for one in inside)
        if inside and all(one.kind == "paragraph" for one in inside) and len(text) <= LONGEST_QUOTE:
            self.pieces[before:] = [Piece("quote", text)]

    def _figure(self, node: Node, style: _Style) -> None:
        self.flush()
        before = len(self.pieces)
        said = [one for one in node.all() if one.tag == "figcaption"]
        caption = self.words.of(said[0].text(), _face(said[0])) if said else ""
        for one in said:
            one.kids = []
        self.walk(node, style)
        self.flush()
        for at in range(before, len(self.pieces)):
            shown = self.pieces[at].value
            if isinstance(shown, Picture) and caption:
                self.pieces[at] = Piece("picture", Picture(shown.address, shown.alt, caption[:LONGEST_CAPTION]))
                break

    def _picture(self, node: Node) -> None:
        address = node.get("src") or node.get("data-src")
        if not address or address.startswith("data:") or node.get("width") in ("0", "1"):
            return
        if self.items is None:
            self.flush()
        alt = self.words.of(node.get("alt") or node.get("title")).strip()
        self.pieces.append(Piece("picture", Picture(address, alt[:300], "")))

    def _film(self, node: Node) -> None:
        address = node.get("src")
        if FILMS.match(address):
            self.flush()
            self.pieces.append(
                Piece("film", "https:" + address.partition(":")[2] if "://" in address else f"https:{address}")
            )

    def _table(self, node: Node, style: _Style) -> None:
        self.flush()
        rows = [
            [" ".join(self.words.of(text, name) for text, name in _runs(cell, style.font)) for cell in row.kids
             if isinstance(cell, Node) and cell.tag in ("td", "th")]
            for row in node.all() if row.tag == "tr"
        ]  # fmt: skip
        rows = [[" ".join(cell.split()) for cell in row] for row in rows]
        rows = [row for row in rows if any(row)]
        wide = max(map(len, rows), default=0)
        if rows and all(len(cell) <= LONGEST_CELL for row in rows for cell in row):
            self.pieces.append(Piece("table", [row + [""] * (wide - len(row)) for row in rows]))
        else:
            self.pieces += [Piece("paragraph", f"<p>{escape(' | '.join(row), quote=False)}</p>") for row in rows]


def _styled(node: Node, style: _Style) -> _Style:
    marks = style.marks
    if node.tag in MARKS or BOLD.search(node.get("style")):
        marks |= {MARKS.get(node.tag, "b")}
    href = node.get("href").strip() if node.tag == "a" else ""
    link = href if href and not href.lower().startswith(("#", "javascript:", "data:", "vbscript:")) else style.link
    return _Style(_face(node) or style.font, marks, link)


def _is_layout(table: Node) -> bool:
    """A table that only lays out a page: of one column, with a table or pictures in it, or marked so."""
    inside = [one for one in table.all() if one is not table]
    rows = [
        [kid for kid in one.kids if isinstance(kid, Node) and kid.tag in ("td", "th")]
        for one in inside
        if one.tag == "tr"
    ]
    return (
        table.get("role") == "presentation"
        or any(one.tag in ("table", "img", "iframe") for one in inside)
        or max(map(len, rows), default=0) < 2
    )


def _acts_as_heading(html: str, bare: str) -> bool:
    bold = "".join(re.findall(r"<b>(.*?)</b>", html))
    return (
        bool(bare)
        and len(bare) <= 120
        and _bare(bold) == bare
        and not bare.endswith((".", ";", ","))
        and "<br>" not in html
    )


def _tidy(html: str) -> str:
    html = re.sub(r"[ \u00a0]+", " ", html)
    html = re.sub(r"</(b|i)>( ?)<\1>", r"\2", html)
    return re.sub(r"^(?:\s|<br>)+|(?<!<br>)(?<!\s)(?:\s|<br>)++$", "", html)


def _bare(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " " if "<br>" in html else "", html)).split())


def plain(value: Any) -> str:
    """The bare words of a piece that holds words."""
    return _bare(value) if isinstance(value, str) else ""
