"""Paragraphs as a teacher types them, and as they are kept.

Typed: a blank line begins a paragraph, `- ` or `1. ` a list (two spaces deeper, a list within), **đậm**, *nghiêng*,
[chữ](https://…); a backslash takes a sign at its word. `as_html(as_text(html))` says the same as `html`.
"""

from portal.news.editor.markup.html import part_html, read_html
from portal.news.editor.markup.reading import read_text
from portal.news.editor.markup.shape import Line, Listing, Part
from portal.news.editor.markup.writing import part_text


def as_text(html: str) -> str:
    """What the writer sees in the box."""
    return "\n\n".join(part_text(part) for part in read_html(html))


def as_html(text: str) -> str:
    """What is kept of what the writer typed."""
    return "".join(part_html(part) for part in read_text(text))


def bare(html: str) -> str:
    """The words alone, in order, without signs of setting."""
    return " ".join(_words(part) for part in read_html(html))


def _words(part: Part) -> str:
    if isinstance(part, Listing):
        return " ".join(f"{_line(item.words)} {' '.join(map(_words, item.lists))}".strip() for item in part.items)
    return _line(part)


def _line(words: Line) -> str:
    return "".join(char.sign for char in words)
