"""XML read without trust: no document type, no entity, nothing fetched; one element of the wanted names at a time."""

import zipfile
from collections import deque
from collections.abc import Iterator
from typing import IO
from xml.parsers import expat

from portal.operations.moving.archive import Broken

CHUNK, DEEPEST, MOST_HELD = 64 * 1024, 60, 50_000
BROKEN = "Tệp XML hỏng giữa chừng; các bài đứng trước chỗ hỏng vẫn đọc được."
UNTRUSTED = "Tệp XML khai báo thực thể hay kiểu tài liệu nên không nhận."


class Element:
    """Name with its namespace ("uri local"), attributes, children, own text."""

    __slots__ = ("attrs", "kids", "tag", "words")

    def __init__(self, tag: str, attrs: dict[str, str]) -> None:
        self.tag, self.attrs = tag, attrs
        self.kids: list[Element] = []
        self.words: list[str] = []

    def all(self, local: str, space: str = "") -> "Iterator[Element]":
        """Its children of a name, whatever their namespace where none is asked."""
        for kid in self.kids:
            uri, _, name = kid.tag.rpartition(" ")
            if name == local and (not space or space in uri):
                yield kid

    def text(self, local: str = "", space: str = "") -> str:
        """The words of the first child of that name, or its own."""
        if not local:
            return "".join(self.words).strip()
        found = next(self.all(local, space), None)
        return found.text() if found is not None else ""


def elements(stream: IO[bytes], *locals_: str) -> Iterator[Element]:
    """Each element of these names, as soon as it is whole. Raises Broken."""
    builder = _Builder(frozenset(locals_))
    try:
        while chunk := stream.read(CHUNK):
            builder.parser.Parse(chunk, False)
            while builder.ready:
                yield builder.ready.popleft()
        builder.parser.Parse(b"", True)
    except (expat.ExpatError, zipfile.BadZipFile, OSError, EOFError) as error:
        while builder.ready:
            yield builder.ready.popleft()
        raise Broken(BROKEN) from error
    while builder.ready:
        yield builder.ready.popleft()


class _Builder:
    def __init__(self, wanted: frozenset[str]) -> None:
        self.wanted, self.held, self.depth = wanted, 0, 0
        self.open: list[Element] = []
        self.ready: deque[Element] = deque()
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.data
        parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        self.depth += 1
        self.held += 1
        if self.depth > DEEPEST or self.held > MOST_HELD:
            raise Broken("Tệp XML lồng nhau quá sâu nên không nhận.")
        if self.open or tag.rpartition(" ")[2] in self.wanted:
            self.open.append(Element(tag, attrs))

    def data(self, words: str) -> None:
        if self.open:
            self.open[-1].words.append(words)

    def end(self, _tag: str) -> None:
        self.depth -= 1
        if not self.open:
            self.held = 0
            return
        element = self.open.pop()
        if self.open:
            self.open[-1].kids.append(element)
        else:
            self.ready.append(element)
            self.held = 0


def _refuse(*_: object) -> None:
    raise Broken(UNTRUSTED)
