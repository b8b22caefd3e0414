"""Looks of an .odt: named styles, automatic ones, and the families of their fonts."""

from dataclasses import dataclass, field, replace
from typing import Any

from portal.files.office.markup import Node
from portal.files.office.paper import first_font

LONGEST_CHAIN = 20


@dataclass(frozen=True)
class Look:
    """What is told at one place; None: nothing is told there."""

    font: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    raised: str | None = None

    def over(self, under: "Look") -> "Look":
        """This, and where it is silent the other."""
        told: dict[str, Any] = {name: value for name, value in vars(self).items() if value is not None}
        return replace(under, **told) if told else under


PLAIN = Look()


@dataclass
class Style:
    name: str  # as people see it
    parent: str
    look: Look
    outline: int | None = None
    lists: str = ""


@dataclass
class Numbering:
    """One depth of a list style."""

    bullet: bool
    shape: str = "1"
    before: str = ""
    after: str = ""
    shown: int = 1
    start: int = 1


@dataclass
class Styles:
    fonts: dict[str, str] = field(default_factory=dict)
    defaults: dict[str, Look] = field(default_factory=dict)
    by_name: dict[tuple[str, str], Style] = field(default_factory=dict)
    lists: dict[str, dict[int, Numbering]] = field(default_factory=dict)

    def take(self, node: Node) -> None:
        """One child of the sheets of styles or of fonts."""
        family, key = node.get("style:family"), node.get("style:name")
        match node.tag:
            case "style:font-face":
                self.fonts[key] = node.get("svg:font-family") or key
            case "style:default-style":
                self.defaults[family] = self.look(node)
            case "style:style":
                outline = node.get("style:default-outline-level")
                self.by_name[family, key] = Style(
                    node.get("style:display-name") or key.replace("_20_", " "), node.get("style:parent-style-name"),
                    self.look(node), int(outline) if outline in tuple("123456789") else None,
                    node.get("style:list-style-name"),
                )  # fmt: skip
            case "text:list-style":
                self.lists[key] = {
                    _whole(level.get("text:level"), 1) - 1: _numbering(level)
                    for level in node
                    if level.tag.startswith("text:list-level-style-")
                }

    def look(self, node: Node) -> Look:
        """What the text properties of a style tell."""
        told = node.find("style:text-properties")
        if told is None:
            return PLAIN
        name = told.get("style:font-name")
        family = told.get("fo:font-family") or self.fonts.get(name, name)
        weight, line = told.get("fo:font-weight"), told.get("style:text-underline-style")
        place, struck = told.get("style:text-position"), told.get("style:text-line-through-style")
        return Look(
            first_font(family),
            _told(weight, weight == "bold" or _whole(weight, 0) >= 600),
            _told(told.get("fo:font-style"), told.get("fo:font-style") in ("italic", "oblique")),
            _told(line, line != "none"),
            _told(told.get("text:display"), told.get("text:display") == "none"),
            _told(struck, struck != "none"),
            {"super": "superscript", "sub": "subscript"}.get(place.split(" ")[0]) or _raised(place),
        )

    def chain(self, family: str, name: str) -> list[Style]:
        found: list[Style] = []
        style = self.by_name.get((family, name))
        while style is not None and len(found) < LONGEST_CHAIN:
            found.append(style)
            style = self.by_name.get((family, style.parent))
        return found

    def of(self, family: str, name: str, under: Look = PLAIN) -> Look:
        """A style and all it stands on, over the look round it."""
        look = PLAIN
        for style in self.chain(family, name):
            look = look.over(style.look)
        return look.over(under)


def _told(value: str, means: bool) -> bool | None:
    return means if value else None


def _raised(place: str) -> str | None:
    """ "33% 58%" stands high, "-33% 58%" low, "0% 100%" on the line."""
    first = place.split("%")[0].strip()
    if not first or first == "0":
        return None
    return "subscript" if first.startswith("-") else "superscript"


def _numbering(node: Node) -> Numbering:
    if not node.tag.endswith("-number"):
        return Numbering(True)
    return Numbering(
        False, node.get("style:num-format"), node.get("style:num-prefix")[:30], node.get("style:num-suffix")[:10],
        _whole(node.get("text:display-levels"), 1), _whole(node.get("text:start-value"), 1),
    )  # fmt: skip


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise
