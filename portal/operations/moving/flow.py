"""The HTML of an old text as pieces, gone through once."""

import re
from dataclasses import dataclass
from html import escape

from portal.operations.moving.lines import acts_as_heading, bare, tidy
from portal.operations.moving.pieces import Picture, Piece, Read
from portal.operations.moving.tree import UNREAD, Node, parsed
from portal.operations.moving.words import Words, face, runs

LONGEST_HEADING, LONGEST_CELL, LONGEST_CAPTION, LONGEST_QUOTE = 200, 500, 400, 2000
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
FLOWS = HEADINGS | {"p", "div", "section", "article", "main", "header", "footer", "aside", "center", "address", "form"}
FLOWS |= {"fieldset", "pre", "dl", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "figure", "figcaption"}
FLOWS |= {"blockquote", "li", "ul", "ol", "table", "hr"}
MARKS = {"b": "b", "strong": "b", "i": "i", "em": "i"}
BOLD = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)
FILMS = re.compile(
    r"^(?:https?:)?//(?:www\.)?(?:youtube(?:-nocookie)?\.com|youtu\.be|player\.vimeo\.com|vimeo\.com)/", re.I
)


def read(html: str) -> Read:
    """The whole of one text."""
    root = parsed(html)
    unnamed = " ".join(text for text, name in runs(root, "") if not name)
    words = Words(unnamed)
    flow = _Flow(words)
    flow.walk(root, _Style())
    flow.flush()
    return Read(flow.pieces, words.fonts, list(dict.fromkeys(words.notes)))


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
        html = tidy("".join(self.line))
        self.line = []
        if not html:
            return
        said = bare(html)
        if acts_as_heading(html) and self.pieces:
            self.pieces.append(Piece("heading", said))
        elif said:
            self.pieces.append(Piece("paragraph", f"<p>{html}</p>"))

    def _break(self) -> None:
        if self.items is None:
            self.flush()
        elif self.line:
            self.line.append("<br>")

    def _item(self) -> None:
        html = tidy("".join(self.line))
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
        said = bare(tidy("".join(self.line)))
        if said and len(said) <= LONGEST_HEADING:
            self.line = []
            self.pieces.append(Piece("heading", said))
        self.flush()

    def _quote(self, node: Node, style: _Style) -> None:
        self.flush()
        before = len(self.pieces)
        self.walk(node, style)
        self.flush()
        inside = self.pieces[before:]
        text = "\n".join(bare(str(one.value)) for one in inside)
        if inside and all(one.kind == "paragraph" for one in inside) and len(text) <= LONGEST_QUOTE:
            self.pieces[before:] = [Piece("quote", text)]

    def _figure(self, node: Node, style: _Style) -> None:
        self.flush()
        before = len(self.pieces)
        said = [one for one in node.all() if one.tag == "figcaption"]
        told = runs(said[0], style.font) if said else ()
        caption = " ".join("".join(self.words.of(text, name) for text, name in told).split())
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
            [" ".join(self.words.of(text, name) for text, name in runs(cell, style.font)) for cell in row.kids
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
    return _Style(face(node) or style.font, marks, link)


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
