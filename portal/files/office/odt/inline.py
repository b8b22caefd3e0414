"""What stands in a paragraph of an .odt: letters, spaces counted, links, notes, pictures, boxes."""

import re
from collections.abc import Callable, Iterator

from portal.files.office.beside import comment, quoted
from portal.files.office.lines import Afloat, Inline, Thing
from portal.files.office.markup import Node
from portal.files.office.odt.looks import Look, Styles
from portal.files.office.package import Package
from portal.files.office.paper import Run, Shot
from portal.files.office.said import Said
from portal.files.office.shots import Album
from portal.files.office.signs import UNKNOWN, draws_signs, set_high_or_low, signs
from portal.files.office.word.parts import address

UNREAD = frozenset({
    "text:note-citation", "text:bookmark", "text:bookmark-start", "text:bookmark-end", "text:reference-mark",
    "text:tracked-changes", "text:ruby-text", "text:soft-page-break",
})  # fmt: skip
MOST_SPACES = 100
WHITE = re.compile(r"[ \t\r\n]+")


class Inlines:
    def __init__(
        self, package: Package, styles: Styles, album: Album, said: Said,
        boxed: Callable[[Node], list[Thing]], noted: Callable[[Node], int],
    ) -> None:  # fmt: skip
        self.package, self.styles, self.album, self.said = package, styles, album, said
        self.boxed, self.noted = boxed, noted

    def read(self, node: Node, look: Look, link: str | None = None) -> Iterator[Inline]:
        for kid in node.kids:
            if isinstance(kid, str):
                yield from self._words(_folded(kid), look, link)
            elif kid.tag not in UNREAD:
                yield from self._element(kid, look, link)

    def _element(self, node: Node, look: Look, link: str | None) -> Iterator[Inline]:
        match node.tag:
            case "text:span":
                yield from self.read(node, self.styles.of("text", node.get("text:style-name"), look), link)
            case "text:a":
                yield from self.read(node, look, address(node.get("xlink:href")) or link)
            case "text:s":
                told = node.get("text:c")
                count = int(told) if told.isascii() and told.isdigit() and len(told) < 4 else 1
                yield from self._words(" " * min(count, MOST_SPACES), look, link)
            case "text:tab":
                yield from self._words("\t", look, link)
            case "text:line-break":
                yield from self._words("\n", look, link)
            case "text:note":
                body = node.find("text:note-body")
                if body is not None:
                    yield Run(f"[{self.noted(body)}]")
            case "office:annotation":
                self.said("comment", _commented(node))
            case "office:annotation-end" | "text:change" | "text:change-end":
                return
            case "text:change-start":
                self.said("inserted")
            case tag if tag.startswith("draw:"):
                yield from self.frame(node, look)
            case _:
                yield from self.read(node, look, link)

    def _words(self, text: str, look: Look, link: str | None) -> Iterator[Run]:
        if not text:
            return
        if look.hidden:
            self.said("hidden")
            return
        if look.struck and text.strip():
            self.said("struck")
        font = look.font
        drawn = signs(text, str(font)) if draws_signs(font) else set_high_or_low(text, look.raised or "")
        if UNKNOWN in drawn:
            self.said("sign")
        yield Run(
            drawn, font if drawn == text else None, bool(look.bold), bool(look.italic), bool(look.underline), link
        )

    def frame(self, node: Node, look: Look) -> Iterator[Inline]:
        """A picture, a box of text, or an object; what is drawn "as a character" stands in the line."""
        afloat = node.get("text:anchor-type") not in ("as-char", "")
        alt = "".join(kid.text() for kid in node if kid.tag in ("svg:desc", "svg:title")[:1])
        tags = {kid.tag for kid in node}
        if tags & {"text:p", "text:list"} and "draw:image" not in tags:
            yield from self._box(node)
            return
        for kid in node:
            match kid.tag:
                case "draw:image":
                    shot = self._shot(kid, alt)
                    if shot is not None:
                        yield Afloat([shot]) if afloat else shot
                    return  # other images are the same one again
                case "draw:text-box":
                    yield from self._box(kid)
                case "draw:object" | "draw:object-ole":
                    self.said("object")
                    yield Run("[…]")
                    return
                case "draw:frame" | "draw:g" | "draw:custom-shape" | "draw:a":
                    yield from self.frame(kid, look)

    def _box(self, node: Node) -> Iterator[Inline]:
        """A box; one that holds a picture and its caption is LibreOffice's way of captioning, not a box to be told of."""
        things = self.boxed(node)
        if not any(isinstance(thing, Shot) for thing in things):
            self.said("box")
        yield Afloat(things)

    def _shot(self, node: Node, alt: str) -> Shot | None:
        name = node.get("xlink:href").removeprefix("./")
        if name not in self.package.names:
            self.said("outside" if ":" in name or name.startswith(("/", "..")) else "gone")
            return None
        return self.album.shot(name, self.package.size(name), lambda: self.package.bytes_of(name), alt)


def _commented(node: Node) -> str:
    author = node.find("dc:creator")
    return comment(
        author.text() if author is not None else "", quoted(Run(f"{one.text()} ") for one in node.within("text:p"))
    )


def _folded(text: str) -> str:
    """White space in the file is one space; what is meant as more is told by elements."""
    return WHITE.sub(" ", text)
