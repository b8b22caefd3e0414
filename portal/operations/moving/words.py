"""Words of the time before Unicode, converted run by run: by the font the markup names, else by what the text itself shows
(`base.text.legacy`); letters that cannot have survived are named."""

import re
from collections.abc import Iterator

from portal.base.text import nfc
from portal.base.text.legacy import Font, convert, font_named, lost, suspected
from portal.operations.moving.tree import UNREAD, Node

FAMILY = re.compile(r"font-family\s*:\s*([^;]+)", re.IGNORECASE)
LEGACY = frozenset({Font.TCVN3, Font.TCVN3_CAPS, Font.VNI, Font.NCR})


class Words:
    """Converts what belongs to one text, and remembers from which fonts and with which losses."""

    def __init__(self, unnamed: str) -> None:
        self.of_unnamed = suspected(unnamed)
        self.fonts: set[str] = set()
        self.notes: list[str] = []

    def of(self, text: str, name: str = "") -> str:
        """A run in Unicode, in its one form."""
        font = font_named(name) if name else None
        if font is None and not name:
            font = self.of_unnamed
        if font in LEGACY:
            after = convert(text, font)
            if after != text:
                self.fonts.add(font.value)
            self.notes += [f"…{one.near}…: {one.sentence}" for one in lost(text, font)[:3]]
            text = after
        return nfc(text)


def line_of(text: str) -> tuple[str, list[str]]:
    """A title or a name, which have no markup: in Unicode by what it shows itself, and what was named as lost."""
    words = Words(text)
    return " ".join(words.of(text).split()), words.notes


def runs(node: Node, name: str) -> Iterator[tuple[str, str]]:
    """The words of an element in order, each with the font its markup names, "" where it names none."""
    name = face(node) or name
    for kid in node.kids:
        if isinstance(kid, str):
            yield kid, name
        elif kid.tag not in UNREAD:
            yield from runs(kid, name)


def face(node: Node) -> str:
    """The font an element names itself."""
    styled = FAMILY.search(node.get("style"))
    named = styled[1] if styled else node.get("face")
    return named.split(",")[0].strip(" \"'")
