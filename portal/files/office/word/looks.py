"""How Word arrives at the look of some letters: defaults, the chain of a paragraph's style, of a character's, then their own.

The font is what matters here: it says how old letters are to be read, and most old files tell it in a style or a theme.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from portal.files.office.markup import Node
from portal.files.office.paper import first_font

OFF = frozenset({"0", "false", "off", "none"})
MOST_STYLES = 10_000  # Word itself stops at 4079
LONGEST_CHAIN = 20  # styles based on styles; a circle ends here too


@dataclass(frozen=True)
class Look:
    """What is told at one place; None: nothing is told there."""

    ascii: str | None = None
    other: str | None = None  # letters beyond ASCII, Word's hAnsi
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    raised: str | None = None  # superscript, subscript

    def over(self, under: "Look") -> "Look":
        """This, and where it is silent the other."""
        told: dict[str, Any] = {name: value for name, value in vars(self).items() if value is not None}
        return replace(under, **told) if told else under


PLAIN = Look()


@dataclass
class Style:
    kind: str  # paragraph, character, table
    name: str
    based_on: str
    look: Look
    outline: int | None = None
    numbering: tuple[str, str] | None = None  # (numId, ilvl); "" where one is not told


@dataclass
class Styles:
    """The style sheet of a file, theme fonts put in."""

    theme: dict[str, str] = field(default_factory=dict)
    defaults: Look = PLAIN
    by_id: dict[str, Style] = field(default_factory=dict)
    ordinary: str = ""  # the paragraph style of paragraphs that name none
    _paragraphs: dict[tuple[str, str], Look] = field(default_factory=dict)

    def take(self, node: Node) -> None:
        """One child of w:styles."""
        if node.tag == "w:docDefaults":
            self.defaults = self.look(node.find("w:rPrDefault", "w:rPr"))
        elif node.tag == "w:style" and len(self.by_id) < MOST_STYLES:
            properties, kind = node.find("w:pPr"), node.get("w:type", "paragraph")
            style = Style(
                kind, value(node, "w:name").casefold(), value(node, "w:basedOn"), self.look(node.find("w:rPr")),
                outline_of(properties), numbering_of(properties),
            )  # fmt: skip
            self.by_id[node.get("w:styleId")] = style
            if kind == "paragraph" and is_on(node.get("w:default", "0")):
                self.ordinary = node.get("w:styleId")

    def chain(self, style_id: str) -> list[Style]:
        """A style and what it is based on, nearest first."""
        found: list[Style] = []
        style = self.by_id.get(style_id)
        while style is not None and len(found) < LONGEST_CHAIN:
            found.append(style)
            style = self.by_id.get(style.based_on)
        return found

    def keys(self, style_id: str) -> set[str]:
        """The ids of a style and of what it is based on."""
        found: list[str] = []
        while style_id in self.by_id and len(found) < LONGEST_CHAIN:
            found.append(style_id)
            style_id = self.by_id[style_id].based_on
        return set(found)

    def look(self, node: Node | None) -> Look:
        """What a w:rPr tells by itself."""
        if node is None:
            return PLAIN
        told = {kid.tag: kid for kid in node}
        fonts = told.get("w:rFonts")
        line = told.get("w:u")
        struck = [_switch(told.get(tag)) for tag in ("w:strike", "w:dstrike") if tag in told]
        return Look(
            self._font(fonts, "ascii"), self._font(fonts, "hAnsi"), _switch(told.get("w:b")), _switch(told.get("w:i")),
            None if line is None else is_on(line.get("w:val", "single")), _switch(told.get("w:vanish")),
            any(struck) if struck else None, _raised(told),
        )  # fmt: skip

    def _font(self, node: Node | None, which: str) -> str | None:
        if node is None:
            return None
        return first_font(self.theme.get(node.get(f"w:{which}Theme")) or node.get(f"w:{which}"))

    def of_paragraph(self, style_id: str, table: str = "") -> Look:
        """Defaults, the table's style, then the paragraph's."""
        key = (style_id, table)
        if key not in self._paragraphs:
            look = _folded(self.chain(table)).over(self.defaults) if table else self.defaults
            self._paragraphs[key] = _folded(self.chain(style_id)).over(look)
        return self._paragraphs[key]

    def of_run(self, paragraph: Look, properties: Node | None) -> Look:
        """A run in a paragraph: its character style turns bold and italic about, its own properties say outright."""
        if properties is None:
            return paragraph
        style = properties.find("w:rStyle")
        if style is not None:
            named = _folded(self.chain(style.get("w:val")))
            turned = replace(
                named, bold=_turned(named.bold, paragraph.bold), italic=_turned(named.italic, paragraph.italic)
            )
            paragraph = turned.over(paragraph)
        return self.look(properties).over(paragraph)


def _folded(chain: Iterable[Style]) -> Look:
    look = PLAIN
    for style in chain:
        look = look.over(style.look)
    return look


def _turned(own: bool | None, under: bool | None) -> bool | None:
    return own if not own else not under


def is_on(value: str) -> bool:
    return value not in OFF


def _raised(told: dict[str, Node]) -> str | None:
    """Set high or low outright, or by moving the line's foot, as some programs write it."""
    if (align := told.get("w:vertAlign")) is not None:
        return align.get("w:val")
    moved = told["w:position"].get("w:val") if "w:position" in told else ""
    return None if moved in ("", "0") else "subscript" if moved.startswith("-") else "superscript"


def _switch(node: Node | None) -> bool | None:
    return None if node is None else is_on(node.get("w:val", "1"))


def value(node: Node | None, *path: str) -> str:
    """The w:val of a child, "" without one."""
    found = node.find(*path) if node is not None else None
    return found.get("w:val") if found is not None else ""


def outline_of(properties: Node | None) -> int | None:
    """0 for the highest heading … 8; 9 is body text."""
    told = value(properties, "w:outlineLvl")
    return int(told) if told in tuple("0123456789") else None


def numbering_of(properties: Node | None) -> tuple[str, str] | None:
    node = properties.find("w:numPr") if properties is not None else None
    return None if node is None else (value(node, "w:numId"), value(node, "w:ilvl"))


def theme_fonts(root: Iterable[Node]) -> dict[str, str]:
    """Word's names of the theme's fonts → the fonts; given the children of a:fontScheme."""
    fonts: dict[str, str] = {}
    for node in root:
        which = {"a:majorFont": "major", "a:minorFont": "minor"}.get(node.tag)
        latin = node.find("a:latin")
        if which and latin is not None and latin.get("typeface"):
            fonts[f"{which}Ascii"] = fonts[f"{which}HAnsi"] = latin.get("typeface")
    return fonts
