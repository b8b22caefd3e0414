"""What stands in a paragraph: letters in their look, breaks, links, marks of notes, pictures, boxes, fields."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from portal.files.office.lines import Afloat, Inline, Thing
from portal.files.office.markup import DEEP, Node
from portal.files.office.package import Package
from portal.files.office.paper import Run, Shot, Unreadable
from portal.files.office.said import Said
from portal.files.office.shots import Album
from portal.files.office.signs import UNKNOWN, draws_signs, set_high_or_low, signs
from portal.files.office.word.formula import formula
from portal.files.office.word.looks import Look, Styles
from portal.files.office.word.parts import OUTSIDE, Relation, address

LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
CONTENTS = re.compile(r"\s*(?:TOC|INDEX|TOA|BIBLIOGRAPHY)\b", re.IGNORECASE)
CALLING = re.compile(r"\s*(?:DDE|DDEAUTO)\b", re.IGNORECASE)
CARRIED = frozenset({"w:smartTag", "w:sdt", "w:sdtContent", "w:customXml", "w:dir", "w:bdo", "w:ruby", "w:rubyBase"})
MOST_FIELDS = 200  # within one another
BREAKS = {"w:tab": "\t", "w:ptab": "\t", "w:cr": "\n", "w:noBreakHyphen": "-", "w:softHyphen": "\u00ad"}


@dataclass
class Field:
    """A field half read: what it asks for, then what it shows."""

    asks: str = ""
    shows: bool = False
    link: str | None = None
    dropped: bool = False


class Inlines:
    """Reads paragraphs of one part of the file."""

    def __init__(
        self, package: Package, relations: dict[str, Relation], styles: Styles, album: Album, said: Said,
        boxed: Callable[[Node], list[Thing]], called: Callable[[str, str], int | None], comments: Mapping[str, str],
    ) -> None:  # fmt: skip
        self.package, self.relations, self.styles, self.album, self.said = package, relations, styles, album, said
        self.boxed, self.called, self.comments = boxed, called, comments
        self.fields: list[Field] = []

    def read(self, node: Node, look: Look, link: str | None = None) -> Iterator[Inline]:
        """Everything within a paragraph, or what carries part of one."""
        for kid in node:
            match kid.tag:
                case "w:r":
                    yield from self._run(kid, look, link)
                case "w:hyperlink":
                    yield from self.read(kid, look, self._linked(kid.get("r:id")) or link)
                case "w:ins" | "w:moveTo":
                    self.said("inserted")
                    yield from self.read(kid, look, link)
                case "w:del" | "w:moveFrom":
                    self.said("deleted")
                case "w:fldSimple":
                    field = self._asked(Field(kid.get("w:instr")))
                    if not field.dropped:
                        yield from self.read(kid, look, field.link or link)
                case "m:oMath" | "m:oMathPara":
                    self.said("formula")
                    yield Run(formula(kid), None, link=link)
                case "mc:AlternateContent":
                    yield from self.read(_chosen(kid), look, link)
                case tag if tag in CARRIED:
                    yield from self.read(kid, look, link)

    def _linked(self, relation: str) -> str | None:
        found = self.relations.get(relation)
        return address(found.target) if found is not None and found.outside else None

    def _run(self, node: Node, look: Look, link: str | None) -> Iterator[Inline]:
        look = self.styles.of_run(look, node.find("w:rPr"))
        parts = [part for part in self._parts(node, look, link) if not self._silent()]  # asked as each is read
        if parts and look.hidden:
            self.said("hidden")
            return
        for part in parts:
            if isinstance(part, Run):
                self._tell(part, look)
            yield part

    def _tell(self, run: Run, look: Look) -> None:
        if look.struck and run.text.strip():
            self.said("struck")
        if UNKNOWN in run.text:
            self.said("sign")

    def _silent(self) -> bool:
        return any(field.dropped or not field.shows for field in self.fields)

    def _parts(self, node: Node, look: Look, link: str | None) -> Iterator[Inline]:
        for kid in node:
            if kid.tag in ("w:fldChar", "w:instrText"):
                self._field(kid)
                continue
            link = next((field.link for field in reversed(self.fields) if field.link), link)
            match kid.tag:
                case "w:t":
                    yield _drawn(kid.text(), look, link)
                case tag if tag in BREAKS:
                    yield _drawn(BREAKS[tag], look, link)
                case "w:br" if kid.get("w:type", "textWrapping") == "textWrapping":
                    yield _drawn("\n", look, link)
                case "w:sym":
                    yield self._sign(kid, look, link)
                case "w:footnoteReference" | "w:endnoteReference":
                    number = self.called(kid.tag[2:-9], kid.get("w:id"))
                    if number is not None:
                        yield Run(f"[{number}]")
                case "w:drawing" | "w:pict":
                    yield from self._drawing(kid)
                case "w:object":
                    self.said("object")
                    yield Run("[…]")
                case "mc:AlternateContent":
                    yield from self._parts(_chosen(kid), look, link)
                case "w:commentReference":
                    self.said("comment", self.comments.get(kid.get("w:id"), ""))

    def _field(self, node: Node) -> None:
        kind = node.get("w:fldCharType")
        if node.tag == "w:instrText" and self.fields and not self.fields[-1].shows:
            self.fields[-1].asks = f"{self.fields[-1].asks}{node.text()}"[:4000]
        elif kind == "begin":
            if len(self.fields) >= MOST_FIELDS:
                raise Unreadable(DEEP)
            self.fields.append(Field())
        elif kind in ("separate", "end") and self.fields:
            field = self._asked(self.fields[-1])
            field.shows = True
            if kind == "end":
                self.fields.pop()

    def _asked(self, field: Field) -> Field:
        if CALLING.match(field.asks):
            raise Unreadable(OUTSIDE.format(what=field.asks.split()[0][:20]))
        if (found := LINK.match(field.asks)) is not None:
            field.link = address(found[1])
        if CONTENTS.match(field.asks) and not field.dropped:
            field.dropped = True
            self.said("contents")
        return field

    def _sign(self, node: Node, look: Look, link: str | None) -> Run:
        try:
            char = chr(int(node.get("w:char"), 16))
        except (ValueError, OverflowError):
            char = UNKNOWN
        if "\ud800" <= char <= "\udfff":  # half a sign, which nothing can store
            char = UNKNOWN
        font = node.get("w:font")
        return _drawn(char, replace(look, ascii=font, other=font), link)

    def _drawing(self, node: Node) -> Iterator[Inline]:
        """Pictures of a drawing, and what its boxes say."""
        seen = False
        for box in _outside_boxes(node, "w:txbxContent"):
            things = self.boxed(box)
            if things:
                self.said("box")
                yield Afloat(things)
            seen = True
        afloat = node.find("wp:anchor") is not None or _floats(node)
        for relation, alt in _pictured(node):
            seen = True
            shot = self._shot(relation, alt)
            if shot is not None:
                yield Afloat([shot]) if afloat else shot
        if not seen and any(re.search("chart|diagram", one.get("uri")) for one in node.within("a:graphicData")):
            self.said("drawing")

    def _shot(self, relation: str, alt: str) -> Shot | None:
        found = self.relations.get(relation)
        if found is None or found.outside or found.target not in self.package.names:
            self.said("outside" if found is not None and found.outside else "gone")
            return None
        name = found.target
        return self.album.shot(name, self.package.size(name), lambda: self.package.bytes_of(name), alt)


def _pictured(node: Node) -> Iterable[tuple[str, str]]:
    """(relation, words for who cannot see it) of each picture."""
    named = next(node.within("wp:docPr"), None)
    alt = named.get("descr") if named is not None else ""
    for picture in _outside_boxes(node, "pic:pic"):
        own = next(picture.within("pic:cNvPr"), None)
        if (blip := picture.find("pic:blipFill", "a:blip")) is not None:
            yield blip.get("r:embed") or blip.get("r:link"), alt or (own.get("descr") if own is not None else "")
    for shape in _outside_boxes(node, "v:shape"):
        if (data := shape.find("v:imagedata")) is not None:
            yield data.get("r:id") or data.get("r:href"), shape.get("alt")


def _outside_boxes(node: Node, tag: str) -> Iterator[Node]:
    """Every element of that name that stands in no box; what is in a box is read with the box, once."""
    for kid in node:
        if kid.tag == tag:
            yield kid
        if kid.tag != "w:txbxContent":
            yield from _outside_boxes(kid, tag)


def _floats(node: Node) -> bool:
    return any("position:absolute" in shape.get("style") for shape in node.within("v:shape"))


def _chosen(node: Node) -> Node:
    """The first way the writer offers; else its fallback."""
    return node.find("mc:Choice") or node.find("mc:Fallback") or Node("w:r", {})


def _drawn(text: str, look: Look, link: str | None) -> Run:
    """Letters in the font Word draws them in: one for ASCII, another beyond it."""
    font = (look.ascii or look.other) if text.isascii() else (look.other or look.ascii)
    if draws_signs(font):
        text, font = signs(text, str(font)), None
    high = set_high_or_low(text, look.raised) if look.raised else text
    if high != text:
        text, font = high, None
    return Run(text, font, bool(look.bold), bool(look.italic), bool(look.underline), link)
