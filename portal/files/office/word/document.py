"""A .docx as a paper: its parts opened in their order, its body read child by child."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from portal.files.office.beside import MOST_PARTS, comment, say_margin
from portal.files.office.grid import Cell, flat, things_of
from portal.files.office.limits import Limits
from portal.files.office.lines import Afloat, Inline, Line, Mark, Thing
from portal.files.office.markup import BROKEN, Node, children
from portal.files.office.package import Package
from portal.files.office.paper import Note, Paper, Run, Unreadable
from portal.files.office.said import Said
from portal.files.office.settled import paper_of
from portal.files.office.shots import Album
from portal.files.office.word.beside import words_of
from portal.files.office.word.inline import Inlines
from portal.files.office.word.looks import Look, Style, Styles, is_on, numbering_of, outline_of, theme_fonts, value
from portal.files.office.word.numbers import Numbers
from portal.files.office.word.parts import Relations

BODY_TEXT = 9  # the outline level that is none
NAMED_LEVELS = {"title": 1, "subtitle": 2, **{f"heading {level}": level for level in range(1, 10)}}
CARRIED = frozenset({"w:customXml", "w:ins", "w:moveTo", "w:sdtContent"})
NOTES = {"footnote": "footnotes", "endnote": "endnotes"}


def read(package: Package, limits: Limits) -> Paper:
    """The paper of a .docx already known to hold no macro. Raises Unreadable."""
    document = Document(package, limits)
    return paper_of(document.things(), document.notes, document.said, limits)


@dataclass
class Called:
    """Notes called for so far, in their order."""

    texts: dict[tuple[str, str], list[Run]] = field(default_factory=dict)
    order: dict[tuple[str, str], int] = field(default_factory=dict)

    def __call__(self, kind: str, note: str) -> int | None:
        """The number of a note, the next one where it is new; None for a note that is not in the file."""
        key = (kind, note)
        if key not in self.texts:
            return None
        return self.order.setdefault(key, len(self.order) + 1)


class Document:
    def __init__(self, package: Package, limits: Limits) -> None:
        self.package, self.limits, self.said = package, limits, Said()
        self.album = Album(limits, self.said)
        self.relations = Relations(package, limits)
        self.main = self.relations.target("", "officeDocument") or ""
        if self.main not in package.names:
            raise Unreadable(BROKEN)
        self.styles, self.numbers, self.called = Styles(), Numbers(), Called()
        self.comments: dict[str, str] = {}
        self._open_sheets()
        self._open_margins()
        self.body = self._inlines(self.main)
        self._open_notes()

    def things(self) -> Iterator[Thing]:
        for _, child in self._children(self.main, "w:body"):
            yield from Blocks(self, self.body).read([child])

    def notes(self) -> list[Note]:
        return [Note(number, self.called.texts[key]) for key, number in self.called.order.items()]

    def _children(self, part: str | None, *of: str) -> Iterator[tuple[str, Node]]:
        if part is not None and part in self.package.names:
            with self.package.stream(part) as stream:
                yield from children(stream, self.limits, *of)

    def _open_sheets(self) -> None:
        of = self.relations.target
        self.styles.theme = theme_fonts(node for _, node in self._children(of(self.main, "theme"), "a:fontScheme"))
        for _, node in self._children(of(self.main, "styles"), "w:styles"):
            self.styles.take(node)
        for _, node in self._children(of(self.main, "numbering"), "w:numbering"):
            self.numbers.take(node, self.styles)

    def _open_margins(self) -> None:
        """What stands beside the text, to be named when it is left out."""
        margins = [
            one.target for one in self.relations.of.get(self.main, {}).values() if one.kind in ("header", "footer")
        ]
        for part in margins[:MOST_PARTS]:
            words = (words_of(node, self.styles) for _, node in self._children(part, "w:hdr", "w:ftr"))
            say_margin(self.said, " ".join(filter(None, words)))
        for _, node in self._children(self.relations.target(self.main, "comments"), "w:comments"):
            self.comments[node.get("w:id")] = comment(node.get("w:author"), words_of(node, self.styles))

    def _open_notes(self) -> None:
        for kind, parts in NOTES.items():
            part = self.relations.target(self.main, parts)
            inlines = self._inlines(part or "")
            for _, node in self._children(part, f"w:{parts}"):
                if node.get("w:type", "normal") == "normal":
                    self.called.texts[kind, node.get("w:id")] = flat(Blocks(self, inlines).read(node), lambda: None)

    def _inlines(self, part: str) -> Inlines:
        def boxed(node: Node) -> list[Thing]:
            return list(Blocks(self, inlines).read(node))

        inlines = Inlines(
            self.package, self.relations.of.get(part, {}), self.styles, self.album, self.said, boxed, self.called,
            self.comments,
        )  # fmt: skip
        return inlines


class Blocks:
    """Reads what stands one below the other, in a table's style where it stands in a table."""

    def __init__(self, document: Document, inlines: Inlines, table: str = "") -> None:
        self.document, self.inlines, self.table = document, inlines, table

    def read(self, nodes: Iterable[Node]) -> Iterator[Thing]:
        for node in nodes:
            match node.tag:
                case "w:p":
                    yield from self._paragraph(node)
                case "w:tbl":
                    yield from self._table(node)
                case "w:sdt":
                    gallery = value(node.find("w:sdtPr"), "w:docPartObj", "w:docPartGallery")
                    if gallery.casefold() == "table of contents":
                        self.document.said("contents")
                    else:
                        yield from self.read(node.find("w:sdtContent") or ())
                case "w:altChunk":
                    self.document.said("chunk")
                case tag if tag in CARRIED:
                    yield from self.read(node)

    def _paragraph(self, node: Node) -> Iterator[Thing]:
        properties, styles = node.find("w:pPr"), self.document.styles
        style_id = value(properties, "w:pStyle")
        if style_id not in styles.by_id:
            style_id = styles.ordinary
        look = styles.of_paragraph(style_id, self.table)
        chain = styles.chain(style_id)
        mark = self._mark(properties, style_id, look)
        parts = list(self.inlines.read(node, look))
        if chain and chain[0].name.startswith("toc "):
            self.document.said("contents")
            return
        level = _level(properties, chain)
        caption = any(style.name == "caption" for style in chain)
        for thing in _arranged(parts):
            if isinstance(thing, Line):
                thing.level, thing.caption, thing.mark = level, caption, mark
                mark = mark if not thing.runs else None
            yield thing

    def _mark(self, properties: Node | None, style_id: str, look: Look) -> Mark | None:
        """The number or bullet before a paragraph: its own list, else its style's; list 0 is none."""
        own = numbering_of(properties)
        chain = self.document.styles.chain(style_id)
        from_style = next((style.numbering for style in chain if style.numbering), None)
        list_id = (own and own[0]) or (from_style and from_style[0]) or "0"
        if list_id == "0":
            return None
        numbers, styles = self.document.numbers, self.document.styles
        told = (own and own[1]) or (from_style and from_style[1]) or ""
        if told:
            depth = int(told) if told in tuple("012345678") else 0
        else:
            depth = numbers.depth_of_style(list_id, styles.keys(style_id) if from_style else set(), styles)
        return numbers.mark(list_id, depth, look, styles)

    def _table(self, node: Node) -> list[Thing]:
        document = self.document
        blocks = Blocks(document, self.inlines, value(node.find("w:tblPr"), "w:tblStyle") or self.table)
        rows: list[list[Cell]] = []
        head = False
        for row in _carried(node, "w:tr"):
            properties = row.find("w:trPr")
            if properties is not None and properties.find("w:del") is not None:
                document.said("deleted")
                continue
            mark = properties.find("w:tblHeader") if properties is not None else None
            head = head or (not rows and mark is not None and is_on(mark.get("w:val", "1")))
            before = _span(value(properties, "w:gridBefore"), 0)
            rows.append(
                [*([Cell(across=before)] if before else []), *(blocks.cell(one) for one in _carried(row, "w:tc"))]
            )
        return things_of(rows, head=head, said=document.said, limits=document.limits)

    def cell(self, node: Node) -> Cell:
        properties = node.find("w:tcPr")
        merged = properties.find("w:vMerge") if properties is not None else None
        hidden = merged is not None and merged.get("w:val", "continue") == "continue"
        return Cell(list(self.read(node)), _span(value(properties, "w:gridSpan"), 1), hidden)


def _carried(node: Node, tag: str) -> Iterator[Node]:
    """Rows of a table or cells of a row, also those a control or a tracked change carries."""
    for kid in node:
        if kid.tag == tag:
            yield kid
        elif kid.tag in CARRIED or kid.tag == "w:sdt":
            yield from _carried(kid, tag)


def _span(told: str, otherwise: int) -> int:
    return int(told) if told.isascii() and told.isdigit() and len(told) < 4 else otherwise if not told else 999


def _level(properties: Node | None, chain: list[Style]) -> int | None:
    """The heading's level: the paragraph's own outline, else its style's name or outline."""
    outline = outline_of(properties)
    for style in chain:
        if outline is not None:
            break
        if style.name in NAMED_LEVELS:
            return NAMED_LEVELS[style.name]
        outline = style.outline
    return None if outline is None or outline == BODY_TEXT else outline + 1


def _arranged(parts: list[Inline]) -> Iterator[Thing]:
    """Lines, and pictures where they stand; what floats, or stands within a sentence, comes after the paragraph."""
    line, after = Line([]), []
    for place, part in enumerate(parts):
        if isinstance(part, Run):
            line.runs.append(part)
        elif isinstance(part, Afloat):
            after += part.things
        elif _within_a_sentence(parts, place):
            after.append(part)
        else:
            yield line
            yield part
            line = Line([])
    yield line
    yield from after


def _within_a_sentence(parts: list[Inline], place: int) -> bool:
    before = "".join(part.text for part in parts[:place] if isinstance(part, Run))
    later = "".join(part.text for part in parts[place + 1 :] if isinstance(part, Run))
    apart = before.rstrip(" \t").endswith("\n") or later.lstrip(" \t").startswith("\n")
    return bool(before.strip() and later.strip()) and not apart
