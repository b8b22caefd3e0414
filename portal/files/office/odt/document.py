"""An .odt as a paper: its body read child by child."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from portal.files.office.beside import quoted, say_margin
from portal.files.office.grid import Cell, flat, things_of
from portal.files.office.limits import Limits, too_long
from portal.files.office.lines import Afloat, Line, Mark, Thing
from portal.files.office.markup import Node, children
from portal.files.office.odt.inline import Inlines
from portal.files.office.odt.looks import PLAIN, Numbering, Styles
from portal.files.office.package import LOCKED, Package
from portal.files.office.paper import Note, Paper, Run, Unreadable
from portal.files.office.said import Said
from portal.files.office.settled import paper_of
from portal.files.office.shots import Album
from portal.files.office.word.numbers import drawn
from portal.files.office.word.parts import MACRO

CONTENT, SHEET, MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
OF_CODE = ("Basic/", "Scripts/", "Dialogs/")
SHEETS = ("office:font-face-decls", "office:styles", "office:automatic-styles")
PAGE = "style:master-page"
TEXT = ("application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-template")
SHAPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
CARRIED = frozenset({"text:section", "text:numbered-paragraph", "text:soft-page-break", "text:p-group"})
CONTENTS = frozenset(
    {"text:table-of-content", "text:alphabetical-index", "text:illustration-index", "text:table-index"}
)


def read(package: Package, limits: Limits) -> Paper:
    """The paper of an .odt. Raises Unreadable."""
    _refuse(package, limits)
    document = Document(package, limits)
    return paper_of(document.things(), lambda: document.notes, document.said, limits)


def _refuse(package: Package, limits: Limits) -> None:
    if any(name.startswith(OF_CODE) for name in package.names):
        raise Unreadable(MACRO)
    if MANIFEST in package.names:
        with package.stream(MANIFEST) as stream:
            if any(node.find("manifest:encryption-data") for _, node in children(stream, limits, "manifest:manifest")):
                raise Unreadable(LOCKED)
    kind = (
        package.bytes_of("mimetype")[:200].decode("ascii", "replace").strip()
        if "mimetype" in package.names
        else TEXT[0]
    )
    if kind not in TEXT:
        raise Unreadable("Đây là tệp LibreOffice khác, không phải văn bản (.odt). Thầy/cô gửi tệp văn bản.")


@dataclass
class Place:
    """Where a block stands: its list's style, depth from 0, and what is counted there."""

    lists: str = ""
    depth: int = -1
    counts: list[int] = field(default_factory=list)


class Document:
    def __init__(self, package: Package, limits: Limits) -> None:
        self.package, self.limits, self.said = package, limits, Said()
        self.styles, self.notes = Styles(), list[Note]()
        self.numbered: dict[str, int] = {}  # list style → the last number of its first depth, for lists that go on
        self.inlines = Inlines(package, self.styles, Album(limits, self.said), self.said, self._boxed, self._noted)

    def things(self) -> Iterator[Thing]:
        if SHEET in self.package.names:
            with self.package.stream(SHEET) as stream:
                for parent, node in children(stream, self.limits, *SHEETS[:2], PAGE):
                    if parent == PAGE:
                        self._margin(node)
                    else:
                        self.styles.take(node)
        with self.package.stream(CONTENT) as stream:
            for parent, node in children(stream, self.limits, *SHEETS, "office:text"):
                if parent == "office:text":
                    yield from self.read([node], Place())
                else:
                    self.styles.take(node)

    def _margin(self, node: Node) -> None:
        """A header or footer, named because it is left out."""
        of = self.styles.of
        say_margin(self.said, quoted(
            Run(f"{line.text()} ", of("paragraph", line.get("text:style-name")).font) for line in node.within("text:p")
        ))  # fmt: skip

    def _boxed(self, node: Node) -> list[Thing]:
        return list(self.read(node, Place()))

    def _noted(self, node: Node) -> int:
        number = len(self.notes) + 1
        self.notes.append(Note(number, []))
        self.notes[number - 1] = Note(number, flat(self.read(node, Place()), lambda: None))
        return number

    def read(self, nodes: Iterable[Node], place: Place) -> Iterator[Thing]:
        for node in nodes:
            match node.tag:
                case "text:p" | "text:h":
                    yield from self._paragraph(node, None)
                case "text:list":
                    yield from self._list(node, place)
                case "table:table":
                    yield from self._table(node)
                case "draw:frame" | "draw:custom-shape" | "draw:g":
                    yield from self._arranged(self.inlines.frame(node, PLAIN), None, None, False)
                case "text:tracked-changes":
                    for _ in node.within("text:deletion"):
                        self.said("deleted")
                case tag if tag in CONTENTS:
                    self.said("contents")
                case tag if tag in CARRIED:
                    yield from self.read(node, place)

    def _paragraph(self, node: Node, mark: Mark | None) -> Iterator[Thing]:
        name = node.get("text:style-name")
        look = self.styles.of("paragraph", name, self.styles.defaults.get("paragraph", PLAIN))
        chain = self.styles.chain("paragraph", name)
        names = {style.name.casefold() for style in chain}
        level = _level(node, names)
        caption = bool(names & {"caption", "illustration", "figure", "drawing", "table caption"})
        if mark is not None:
            mark = replace(mark, label=replace(mark.label, font=look.font))
        yield from self._arranged(self.inlines.read(node, look), level, mark, caption)

    def _arranged(
        self, parts: Iterable[object], level: int | None, mark: Mark | None, caption: bool
    ) -> Iterator[Thing]:
        """Lines, with pictures where they stand; what floats comes after."""
        line, after = Line([], level, caption, mark), list[Thing]()
        for part in parts:
            if isinstance(part, Run):
                line.runs.append(part)
            elif isinstance(part, Afloat):
                after += part.things
            else:
                yield line
                yield part  # type: ignore[misc]
                line = Line([], level, caption, None if line.runs else mark)
        yield line
        yield from after

    def _list(self, node: Node, place: Place) -> Iterator[Thing]:
        style = node.get("text:style-name") or place.lists
        depth = place.depth + 1
        told = self.styles.lists.get(style, {}).get(depth, Numbering(True))
        goes_on = node.get("text:continue-numbering") == "true" or node.get("text:continue-list")
        number = self.numbered.get(style, told.start - 1) if goes_on and not depth else told.start - 1
        for kid in node:
            if kid.tag not in ("text:list-item", "text:list-header"):
                continue
            drawn_here = kid.tag == "text:list-item"
            if drawn_here:
                start = kid.get("text:start-value")
                number = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else number + 1
            counts = [*place.counts[:depth], number]
            first = _mark(self.styles.lists.get(style, {}), depth, counts) if drawn_here else None
            yield from self._item(kid, first, Place(style, depth, counts))
        if not depth:
            self.numbered[style] = number

    def _item(self, node: Node, mark: Mark | None, place: Place) -> Iterator[Thing]:
        """The first paragraph is the item; what follows in it stands on lines of its own."""
        below = Mark(place.depth + 1, False, 0, Run(""), False)
        for kid in node:
            if kid.tag in ("text:p", "text:h"):
                yield from self._paragraph(kid, mark)
                mark = below if mark is not None else None
            else:
                yield from self.read([kid], place)

    def _table(self, node: Node) -> list[Thing]:
        rows: list[list[Cell]] = []
        for row in _rows(node):
            cells = [cell for one in row for cell in self._cells(one)]
            again = _times(row.get("table:number-rows-repeated")) if any(cell.things for cell in cells) else 1
            if len(rows) + again > self.limits.lines:
                raise too_long(self.limits)
            rows += [cells] * again
        head = node.find("table:table-header-rows") is not None
        return things_of(rows, head=head, said=self.said, limits=self.limits)

    def _cells(self, node: Node) -> list[Cell]:
        if node.tag not in ("table:table-cell", "table:covered-table-cell"):
            return []
        again = min(_times(node.get("table:number-columns-repeated")), self.limits.columns)
        return [Cell(list(self.read(node, Place())), hidden=node.tag != "table:table-cell")] * again


def _mark(levels: dict[int, Numbering], depth: int, counts: list[int]) -> Mark | None:
    """What LibreOffice draws before an item; None where its style draws nothing."""
    told = levels.get(depth, Numbering(True))
    if told.bullet:
        return Mark(depth, True, counts[-1], Run(""), False)
    if not told.shape:
        return None
    first = max(0, depth + 1 - told.shown)
    inside = ".".join(
        drawn(counts[at], SHAPES.get(levels.get(at, told).shape, "decimal")) for at in range(first, depth + 1)
    )
    plain = told.shape == "1" and told.shown <= 1 and not told.before and told.after in ("", ".", ")")
    return Mark(depth, False, counts[-1], Run(f"{told.before}{inside}{told.after}".strip()), plain)


def _level(node: Node, names: set[str]) -> int | None:
    outline = node.get("text:outline-level")
    if node.tag == "text:h":
        return int(outline) if outline in tuple("123456789") else 1
    return 1 if "title" in names else 2 if "subtitle" in names else None


def _rows(node: Node) -> Iterator[Node]:
    for kid in node:
        if kid.tag == "table:table-row":
            yield kid
        elif kid.tag in ("table:table-header-rows", "table:table-rows", "table:table-row-group"):
            yield from _rows(kid)


def _times(told: str) -> int:
    return max(1, int(told)) if told.isascii() and told.isdigit() and len(told) < 8 else 1
