"""XML read without trust: no document type, no entity, nothing fetched; so deep and so many elements, and no more.

A part is never held whole: `children` gives the children of the elements named, one after another, and forgets them.
"""

from collections import deque
from collections.abc import Iterator
from typing import IO
from xml.parsers import expat

from portal.files.office.limits import MEGABYTE, Limits
from portal.files.office.paper import Unreadable

CHUNK = 64 * 1024
LONGEST_TAG = 2 * MEGABYTE  # with all its attributes
MOST_NAMESPACES = 200  # open at once
OOXML, STRICT = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
SHORT = {
    f"{OOXML}wordprocessingml/2006/main": "w", f"{STRICT}wordprocessingml/main": "w",
    f"{OOXML}officeDocument/2006/relationships": "r", f"{STRICT}officeDocument/relationships": "r",
    f"{OOXML}officeDocument/2006/math": "m", f"{STRICT}officeDocument/math": "m",
    f"{OOXML}drawingml/2006/main": "a", f"{STRICT}drawingml/main": "a",
    f"{OOXML}drawingml/2006/wordprocessingDrawing": "wp", f"{STRICT}drawingml/wordprocessingDrawing": "wp",
    f"{OOXML}drawingml/2006/picture": "pic", f"{STRICT}drawingml/picture": "pic",
    f"{OOXML}markup-compatibility/2006": "mc",
    f"{OOXML}package/2006/relationships": "rel", f"{OOXML}package/2006/content-types": "ct",
    "urn:schemas-microsoft-com:vml": "v",
    **{f"{OASIS}{name}:1.0": short for name, short in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("drawing", "draw"),
        ("xsl-fo-compatible", "fo"), ("svg-compatible", "svg"), ("manifest", "manifest"))},
    "http://www.w3.org/1999/xlink": "xlink",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/XML/1998/namespace": "xml",
}  # fmt: skip


class Node:
    """An element: short name ("w:p"), attributes, and what is in it, text and elements in order."""

    __slots__ = ("attrs", "kids", "tag")

    def __init__(self, tag: str, attrs: dict[str, str]) -> None:
        self.tag = tag
        self.attrs = attrs
        self.kids: list[Node | str] = []

    def __iter__(self) -> "Iterator[Node]":
        return (kid for kid in self.kids if isinstance(kid, Node))

    def get(self, name: str, default: str = "") -> str:
        return self.attrs.get(name, default)

    def find(self, *path: str) -> "Node | None":
        """The first child of that name, and of it the first of the next."""
        node: Node | None = self
        for tag in path:
            node = next((kid for kid in node if kid.tag == tag), None) if node is not None else None
        return node

    def within(self, tag: str) -> "Iterator[Node]":
        """Every element of that name, however deep, in order."""
        for kid in self:
            if kid.tag == tag:
                yield kid
            yield from kid.within(tag)

    def text(self) -> str:
        return "".join(kid if isinstance(kid, str) else kid.text() for kid in self.kids)


def children(stream: IO[bytes], limits: Limits, *of: str) -> Iterator[tuple[str, Node]]:
    """(name of the parent, child) for each child of the elements named, as soon as it is whole. Raises Unreadable."""
    builder = _Builder(limits, frozenset(of))
    try:
        while chunk := stream.read(CHUNK):
            builder.parse(chunk)
            yield from builder.drained()
        builder.parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as error:  # the latter two: of encodings
        raise Unreadable(BROKEN) from error
    yield from builder.drained()


BROKEN = "Tệp hỏng giữa chừng, không đọc hết được. Thầy/cô mở bằng Word, lưu lại (Save As) thành .docx rồi gửi lại."
DEEP = "Tệp lồng nhau quá nhiều lớp, không giống một văn bản thật nên không nhận."


class _Builder:
    """Namespaces are looked up here: expat writes the whole address of one before each name, a megabyte where it is one."""

    def __init__(self, limits: Limits, of: frozenset[str]) -> None:
        self.limits, self.of = limits, of
        self.open: list[Node] = []
        self.ready: deque[tuple[str, Node]] = deque()
        self.spaces: list[dict[str, str]] = [{"": "", "xml": "xml:"}]  # prefix → ours with its colon, one for each open
        self.count = self.held = self.letters = self.given = 0
        self.parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.data
        parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse_doctype
        parser.ExternalEntityRefHandler = _refuse_doctype

    def parse(self, chunk: bytes) -> None:
        """The next piece of the part; a tag without an end is not waited for."""
        self.given += len(chunk)
        self.parser.Parse(chunk, False)
        if self.given - self.parser.CurrentByteIndex > LONGEST_TAG:
            raise Unreadable("Tệp có phần tử dài bất thường, không giống một văn bản thật nên không nhận.")

    def drained(self) -> Iterator[tuple[str, Node]]:
        while self.ready:
            yield self.ready.popleft()

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        self.count += 1
        self.held += 1
        if len(self.open) >= self.limits.depth:
            raise Unreadable(DEEP)
        if self.count > self.limits.elements or self.held > self.limits.held:
            raise Unreadable(
                "Tệp có quá nhiều thành phần so với một bài viết nên không nhận. Thầy/cô chia ra nhiều tệp."
            )
        spaces = _declared(self.spaces[-1], attrs)
        self.spaces.append(spaces)
        self.open.append(Node(
            _short(tag, spaces),
            {(_short(name, spaces) if ":" in name else name): value for name, value in attrs.items() if name[:5] != "xmlns"},
        ))  # fmt: skip

    def data(self, text: str) -> None:
        if self.open:
            self.letters += len(text)
            if self.letters > 4 * self.limits.letters:  # what lies between elements counts too
                raise Unreadable("Tệp có quá nhiều chữ so với một bài viết nên không nhận. Thầy/cô chia ra nhiều tệp.")
            self.open[-1].kids.append(text)

    def end(self, _tag: str) -> None:
        node = self.open.pop()
        self.spaces.pop()
        parent = self.open[-1] if self.open else None
        if parent is None:
            return
        if parent.tag in self.of:
            self.ready.append((parent.tag, node))
            parent.kids.clear()
            self.held = len(self.open)
        else:
            parent.kids.append(node)


def _declared(spaces: dict[str, str], attrs: dict[str, str]) -> dict[str, str]:
    """The namespaces open in an element that has these attributes."""
    told = {name[6:]: uri for name, uri in attrs.items() if name == "xmlns" or name.startswith("xmlns:")}
    if not told:
        return spaces
    if len(spaces) + len(told) > MOST_NAMESPACES:
        raise Unreadable(BROKEN)
    return spaces | {prefix: f"{SHORT.get(uri, '?')}:" if uri else "" for prefix, uri in told.items()}


def _short(name: str, spaces: dict[str, str]) -> str:
    prefix, _, local = name.rpartition(":")
    if prefix not in spaces:
        raise Unreadable(BROKEN)
    return f"{spaces[prefix]}{local}"


def _refuse_doctype(*_: object) -> int:
    raise Unreadable(
        "Tệp khai báo kiểu tài liệu hay thực thể XML, việc văn bản Word không bao giờ làm, nên không nhận."
    )
