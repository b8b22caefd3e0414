"""How long words are on paper: Tinos has the widths of Times New Roman, so that one measure serves both files."""

from collections.abc import Callable
from functools import cache

from portal.base.official.layout import Component
from portal.base.paper.letters import registered

FACES = {
    "Tinos": "tinos-regular.ttf", "Tinos-Bold": "tinos-bold.ttf", "Tinos-Italic": "tinos-italic.ttf",
    "Tinos-BoldItalic": "tinos-bold-italic.ttf",
}  # fmt: skip
POINT = 25.4 / 72  # millimetres


@cache
def letters() -> Callable[[str], str]:
    """Register the four faces once a process; gives what puts a text into letters they have."""
    return registered(FACES)


def face(*, bold: bool = False, italic: bool = False) -> str:
    """The name of a face."""
    return "Tinos" + ("-" if bold or italic else "") + ("Bold" if bold else "") + ("Italic" if italic else "")


def width(words: str, styled: Component, most: float) -> float:
    """How wide words are drawn in a column `most` millimetres wide, in millimetres; the longest of their own lines counts."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    drawn = letters()(words)
    name = face(bold=styled.bold, italic=styled.italic)
    longest = max(float(stringWidth(one, name, styled.size)) for one in drawn.split("\n"))
    return min(most, longest * POINT)
