"""XML read without trust: no document type, no entity, nothing fetched; so deep and so many elements, and no more.

A part is never held whole: `children` gives the children of the elements named, one after another, and forgets them.
"""

from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from typing import IO
from xml.parsers import expat

from portal.files.office.limits import Limits
from portal.files.office.paper import Unreadable

CHUNK = 64 * 1024
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
            builder.parser.Parse(chunk, False)
            yield from builder.drained()
        builder.parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Unreadable(BROKEN) from error
    yield from builder.drained()


BROKEN = "Tệp hỏng giữa chừng, không đọc hết được. Thầy/cô mở bằng Word, lưu lại (Save As) thành .docx rồi gửi lại."


class _Builder:
    def __init__(self, limits: Limits, of: frozenset[str]) -> None:
        self.limits, self.of = limits, of
        self.open: list[Node] = []
        self.ready: deque[tuple[str, Node]] = deque()
        self.count = self.held = self.letters = 0
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.data
        parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse_doctype
        parser.ExternalEntityRefHandler = _refuse_doctype

    def drained(self) -> Iterator[tuple[str, Node]]:
        while self.ready:
            yield self.ready.popleft()

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        self.count += 1
        self.held += 1
        if len(self.open) >= self.limits.depth:
            raise Unreadable("Tệp lồng nhau quá nhiều lớp, không giống một văn bản thật nên không nhận.")
        if self.count > self.limits.elements or self.held > self.limits.held:
            raise Unreadable(
                "Tệp có quá nhiều thành phần so với một bài viết nên không nhận. Thầy/cô chia ra nhiều tệp."
            )
        self.open.append(Node(_short(tag), {_short(name): value for name, value in attrs.items()}))

    def data(self, text: str) -> None:
        if self.open:
            self.letters += len(text)
            if self.letters > 4 * self.limits.letters:  # what lies between elements counts too
                raise Unreadable("Tệp có quá nhiều chữ so với một bài viết nên không nhận. Thầy/cô chia ra nhiều tệp.")
            self.open[-1].kids.append(text)

    def end(self, _tag: str) -> None:
        node = self.open.pop()
        parent = self.open[-1] if self.open else None
        if parent is None:
            return
        if parent.tag in self.of:
            self.ready.append((parent.tag, node))
            parent.kids.clear()
            self.held = len(self.open)
        else:
            parent.kids.append(node)


@lru_cache(maxsize=4096)
def _short(name: str) -> str:
    uri, _, local = name.rpartition(" ")
    return f"{SHORT.get(uri, '?')}:{local}" if uri else local


def _refuse_doctype(*_: object) -> int:
    raise Unreadable(
        "Tệp khai báo kiểu tài liệu hay thực thể XML, việc văn bản Word không bao giờ làm, nên không nhận."
    )
