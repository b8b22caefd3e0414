"""Letters of a PDF: registered once a process, and texts put into those there are."""

from collections.abc import Callable, Mapping
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
INSTEAD = {"→": "->", "←": "<-", "✓": "x", "☐": "□", "\u200b": "", "\ufeff": "", "\u00ad": "", "\t": " "}


def registered(files: Mapping[str, str]) -> Callable[[str], str]:
    """Register fonts (name → file beside this one); gives what puts a text into letters the first of them has."""
    from reportlab.pdfbase import pdfmetrics  # here: most processes never make a PDF
    from reportlab.pdfbase.ttfonts import TTFont

    for name, file in files.items():
        pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))
    known = frozenset(pdfmetrics.getFont(next(iter(files))).face.charToGlyph)

    def drawn(text: str) -> str:
        kept = (one for one in text if one == "\n" or one >= " ")
        return "".join(_letter(one, known) for one in kept)

    return drawn


def _letter(one: str, known: frozenset[int]) -> str:
    """The letter itself, what says the same, else a question mark: never an empty box."""
    if one == "\n" or ord(one) in known:
        return one
    other = INSTEAD.get(one, "?")
    return other if all(ord(letter) in known for letter in other) else "?"
