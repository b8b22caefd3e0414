"""What the writer typed in the box, read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from portal.news.editor.markup.html import clean_address
from portal.news.editor.markup.shape import SPACES, Char, Item, Line, Listing, Part, parts_settled, settled

LINK = re.compile(r"\[((?:\\.|[^\[\]\\])+)\]\(((?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))+)\)", re.DOTALL)
ESCAPED = re.compile(r"\\([\\*\[\]().•-])")
BLANK_LINES = re.compile(r"\n[ \t\f]*(?:\n[ \t\f]*)+")
ITEM = re.compile(r"( *)(?:[-•]|(\d{1,9})[.)])(?: +|$)")


def read_text(text: str) -> list[Part]:
    parts: list[Part] = []
    for block in BLANK_LINES.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        parts += _read_block(block.split("\n"))
    return parts_settled(parts)


def _read_block(lines: list[str]) -> list[Part]:
    """One stretch without blank lines: paragraph lines and list lines as they come."""
    gathered: list[tuple[int, bool | None, list[str]]] = []  # depth, ordered or a paragraph, lines
    for line in lines:
        found = ITEM.match(line.expandtabs(2))
        line = line.expandtabs(2)
        if found:
            gathered.append((len(found[1]) // 2, found[2] is not None, [line[found.end() :]]))
        elif gathered and (gathered[-1][1] is None or line.startswith("  ")):
            gathered[-1][2].append(line)
        else:
            gathered.append((0, None, [line]))
    parts: list[Part] = []
    for is_paragraph, group in groupby(gathered, key=lambda one: one[1] is None):
        if is_paragraph:
            parts += [_read_words("\n".join(one[2])) for one in group]
        else:
            parts += _nest([(depth, bool(ordered), _read_words("\n".join(said))) for depth, ordered, said in group])
    return parts


def _nest(entries: list[tuple[int, bool, Line]]) -> list[Listing]:
    """Lists out of lines with depths; a jump of several steps counts as one."""
    top: list[Listing] = []
    path: list[tuple[int, list[Listing]]] = []
    for depth, ordered, words in entries:
        while path and path[-1][0] > depth:
            path.pop()
        if not path:
            path.append((depth, top))
        elif path[-1][0] < depth:
            path.append((depth, path[-1][1][-1].items[-1].lists))
        lists = path[-1][1]
        if not lists or lists[-1].ordered != ordered:
            lists.append(Listing(ordered))
        lists[-1].items.append(Item(words))
    return top


@dataclass(frozen=True)
class _Token:
    """A stretch of plain signs, or `stars` of a mark."""

    signs: str
    stars: int = 0
    href: str = ""


def _read_words(text: str) -> Line:
    tokens = list(_tokens(text))
    while True:
        words, left_open = _set(tokens)
        if left_open is None:
            return settled(words)
        tokens[left_open] = replace(tokens[left_open], stars=0)


def _tokens(text: str, href: str = "") -> Iterator[_Token]:
    at = 0
    while at < len(text):
        if not href and (link := LINK.match(text, at)) and (address := clean_address(ESCAPED.sub(r"\1", link[2]))):
            yield from _tokens(link[1], address)
            at = link.end()
        elif escaped := ESCAPED.match(text, at):
            yield _Token(escaped[1], href=href)
            at = escaped.end()
        elif text[at] == "*":
            count = len(text[at:]) - len(text[at:].lstrip("*"))
            yield _Token("*" * count, count if count <= 3 else 0, href)
            at += count
        else:
            yield _Token(text[at], href=href)
            at += 1


def _set(tokens: list[_Token]) -> tuple[Line, int | None]:
    """The signs as set by the marks among them; the index of a mark that is opened and never closed, if any."""
    out: Line = []
    opened: dict[str, int | None] = {"strong": None, "em": None}
    for index, token in enumerate(tokens):
        marks = [name for name, bit in (("strong", 2), ("em", 1)) if token.stars & bit]
        before = tokens[index - 1].signs if index else " "
        after = tokens[index + 1].signs if index + 1 < len(tokens) else " "
        closes = all(before not in SPACES for name in marks if opened[name] is not None)
        opens = all(after not in SPACES for name in marks if opened[name] is None)
        if marks and closes and opens:
            for name in marks:
                opened[name] = index if opened[name] is None else None
            continue
        out += [Char(sign, opened["strong"] is not None, opened["em"] is not None, token.href) for sign in token.signs]
    still = [index for index in opened.values() if index is not None]
    return out, max(still) if still else None
