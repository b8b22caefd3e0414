"""What a .docx, .xlsx or .pptx carries besides what its pages tell: words struck out under review, a table of contents that is none, notes
on cells, what a pivot table remembers, files and pictures inside. Whoever downloads it has them (Điều 8.1).

Lines as `words` gives them, to be looked through and never shown or searched. Nothing here is told whole: what `words` told already is
left out."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from xml.parsers import expat

from PIL import Image, UnidentifiedImageError

from portal.base.text import nfc
from portal.files.office.limits import LIMITS, MEGABYTE, Limits
from portal.files.office.markup import BROKEN
from portal.files.office.package import Package
from portal.files.office.paper import Unreadable

LETTERS, MOST_LINES, LOOKED_UP = 1_000_000, 40_000, 3000
LARGE, SIDE = 480_000, 400  # pixels of a picture that may hold a page of writing or a face; of its shorter side
DRAWN = 20_000  # bytes of a drawing (EMF, WMF) that is more than a rule or a mark
NESTED = {".docx": "docx", ".xlsx": "xlsx", ".pptx": "pptx"}
NOT_WORDS = re.compile(
    r"(?:^|/)(?:styles|stylesWithEffects|settings|fontTable|webSettings|numbering|theme\d*|workbook|presProps|viewProps|tableStyles|"
    r"presentation|calcChain|sharedStrings|person\d*|app|core|custom|item\d*|itemProps\d*|colors\d*|style\d*|\[Content_Types\])\.xml$|"
    r"^xl/worksheets/|^xl/pivot|^customXml/|^ppt/theme/|^ppt/slide(?:Masters|Layouts)/|/_rels/"
)
FILES_INSIDE = re.compile(r"(?:^|/)embeddings/|(?:^|/)afchunk", re.IGNORECASE)
PIVOT = re.compile(r"xl/pivotCache/pivotCacheDefinition(\d*)\.xml")
ROW, CELL, PARAGRAPH, LETTER, GAP = (
    frozenset({"tr", "row"}), frozenset({"tc", "cell"}), frozenset({"p", "si", "comment", "threadedComment", "pt"}),
    frozenset({"t", "delText", "v", "text"}), frozenset({"tab", "br", "cr"}),
)  # fmt: skip
Reader = Callable[[bytes, str], tuple[str, "Besides"]]


@dataclass
class Besides:
    """Lines nobody is shown; how many files inside nobody could read, how many large pictures there are."""

    lines: list[str] = field(default_factory=list)
    closed: int = 0
    pictures: int = 0

    @property
    def text(self) -> str:
        return "\n".join(self.lines)[:LETTERS]


def besides(data: bytes, told: str, read: Reader, limits: Limits = LIMITS) -> Besides:
    """What the package holds that `told` does not; `read` reads a file inside it. Raises Unreadable."""
    package, found = Package(data, limits), Besides()
    known = _Known(told)
    for name in package.names:
        if FILES_INSIDE.search(name):
            _inside(package, name, read, found)
        elif "/media/" in f"/{name}":
            found.pictures += _is_large(package, name)
        elif (pivot := PIVOT.fullmatch(name)) is not None:
            found.lines += _remembered(package, name, f"xl/pivotCache/pivotCacheRecords{pivot[1]}.xml")
        elif name.endswith(".xml") and not NOT_WORDS.search(name):
            found.lines += (line for line in _lines(package, name) if not known.has(line))
        if len(found.lines) > MOST_LINES:
            raise Unreadable("Tệp có quá nhiều chữ ngoài phần đọc được.")
    return found


class _Known:
    """Whether a line was told, however its letters were spaced."""

    def __init__(self, told: str) -> None:
        self.lines = {_bare(line) for line in told.splitlines()}
        self.blob = "\n".join(self.lines)
        self.left = LOOKED_UP

    def has(self, line: str) -> bool:
        bare = _bare(line)
        if not bare or bare in self.lines:
            return True
        self.left -= 1
        return self.left > 0 and bare in self.blob


def _bare(line: str) -> str:
    return "".join(nfc(line).split()).casefold()


def _inside(package: Package, name: str, read: Reader, found: Besides) -> None:
    """A file within the file: read where it is one of the kinds there are, else counted as shut."""
    kind = NESTED.get(PurePosixPath(name).suffix.lower())
    if kind is None or package.size(name) > 8 * MEGABYTE:
        found.closed += not name.endswith("/")
        return
    try:
        text, more = read(package.bytes_of(name), kind)
    except Unreadable:
        found.closed += 1
        return
    found.lines += [*text.splitlines(), *more.lines]
    found.closed += more.closed
    found.pictures += more.pictures


def _is_large(package: Package, name: str) -> bool:
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in {".emf", ".wmf", ".svg"}:
        return package.size(name) > DRAWN
    try:
        with package.stream(name) as stream, Image.open(io.BytesIO(stream.read(MEGABYTE))) as shot:
            return shot.width * shot.height >= LARGE and min(shot.size) >= SIDE
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return package.size(name) > DRAWN  # sound, film, or what only its own program shows


def _lines(package: Package, name: str) -> Iterator[str]:
    collector = _Collector(package.limits)
    _parse(package, name, collector.start, collector.end, collector.data)
    yield from (line for line in collector.lines if line.strip())


def _parse(
    package: Package, name: str, start: Callable[[str, dict[str, str]], None], end: Callable[[str], None],
    data: Callable[[str], None],
) -> None:  # fmt: skip
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, attrs: start(tag.rpartition(":")[2], attrs)
    parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2])
    parser.CharacterDataHandler = data
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse
    with package.stream(name) as stream:
        try:
            while chunk := stream.read(64 * 1024):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise Unreadable(BROKEN) from error


def _refuse(*_: object) -> int:
    raise Unreadable(BROKEN)


class _Collector:
    """Paragraphs as lines; a row of a table one line, its cells apart by tabs, tables within it on lines of their own."""

    def __init__(self, limits: Limits) -> None:
        self.limits, self.lines, self.letters, self.count = limits, list[str](), 0, 0
        self.rows: list[list[str]] = []  # the cells of each row that stands open
        self.line: list[str] = []
        self.reads = 0

    def start(self, tag: str, _: dict[str, str]) -> None:
        self.count += 1
        if self.count > self.limits.elements or self.letters > 4 * self.limits.letters:
            raise Unreadable(BROKEN)
        if tag in ROW:
            self._break()
            self.rows.append([])
        elif tag in CELL and self.rows:
            self.rows[-1].append("")
        elif tag in GAP:
            self.line.append(" ")
        self.reads += tag in LETTER

    def end(self, tag: str) -> None:
        self.reads -= tag in LETTER
        if tag in PARAGRAPH or tag in CELL:
            self._break()
        elif tag in ROW and self.rows:
            self._break()
            self.lines.append("\t".join(self.rows.pop()))

    def data(self, text: str) -> None:
        self.letters += len(text)
        if self.reads > 0:
            self.line.append(text)

    def _break(self) -> None:
        said, self.line = " ".join("".join(self.line).split()), []
        if not said:
            return
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] = f"{self.rows[-1][-1]} {said}".strip()
        else:
            self.lines.append(said)


def _remembered(package: Package, definition: str, records: str) -> Iterator[str]:
    """The rows a pivot table keeps of the table it counts, whole, whatever the sheet shows of it."""
    fields: list[list[str]] = []
    row: list[str] = []
    rows: list[str] = []
    inside: list[str] = []

    def begun(tag: str, attrs: dict[str, str]) -> None:
        inside.append(tag)
        if tag == "cacheField":
            fields.append([])
        elif fields and "sharedItems" in inside[:-1] and "v" in attrs:
            fields[-1].append(attrs["v"])

    def cell(tag: str, attrs: dict[str, str]) -> None:
        if tag == "r":
            row.clear()
        elif tag == "x" and attrs.get("v", "").isdigit() and len(row) < len(fields):
            place, known = int(attrs["v"][:9]), fields[len(row)]
            row.append(known[place] if place < len(known) else "")
        elif tag in {"s", "n", "d", "m", "b", "e"}:
            row.append(attrs.get("v", ""))

    def over(tag: str) -> None:
        if tag == "r":
            rows.append("\t".join(row))
            if len(rows) > MOST_LINES:
                raise Unreadable(BROKEN)

    def ended(_: str) -> None:
        inside.pop()

    _parse(package, definition, begun, ended, lambda _: None)
    if records in package.names:
        _parse(package, records, cell, over, lambda _: None)
    yield from rows or (" ".join(known) for known in fields if known)
