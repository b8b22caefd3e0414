"""Kept paragraphs as the writer sees them in the box."""

import re
from collections.abc import Iterator

from portal.news.editor.markup.shape import Char, Line, Listing, Part

LOOKS_LIKE_ITEM = re.compile(r"(-|•|\d{1,9}[.)])(?= |$)")


def part_text(part: Part) -> str:
    return "\n".join(_list_lines(part, "")) if isinstance(part, Listing) else _words_text(part)


def _list_lines(listing: Listing, indent: str) -> Iterator[str]:
    for number, item in enumerate(listing.items, 1):
        first, *rest = _words_text(item.words).split("\n")
        yield f"{indent}{f'{number}.' if listing.ordered else '-'} {first}"
        yield from (f"{indent}  {line}" for line in rest)
        for inner in item.lists:
            yield from _list_lines(inner, indent + "  ")


def _words_text(words: Line) -> str:
    """Marks are written where the setting changes; how many stars stand there says what changes."""
    out: list[str] = []
    state = Char("")
    for index, char in enumerate([*words, Char("")]):
        if state.href and char.href != state.href:
            out.append(f"]({_address_text(state.href)})")
        out.append(_stars(state, char))
        if char.href and char.href != state.href:
            out.append("[")
        out.append(_sign_text(words, index) if char.sign else "")
        state = char
    lines = "".join(out).split("\n")
    return "\n".join(LOOKS_LIKE_ITEM.sub(_not_an_item, line, count=1) if LOOKS_LIKE_ITEM.match(line) else line
                     for line in lines)  # fmt: skip


def _not_an_item(found: re.Match[str]) -> str:
    return f"\\{found[0]}" if found[0] in "-•" else f"{found[0][:-1]}\\{found[0][-1]}"


def _stars(before: Char, after: Char) -> str:
    return "*" * (2 * (before.strong != after.strong) + (before.em != after.em))


def _sign_text(words: Line, index: int) -> str:
    char = words[index]
    after = words[index + 1] if index + 1 < len(words) else Char(" ")
    before = words[index - 1] if index else Char(" ")
    match char.sign:
        case "\\":
            return "\\\\"
        case "*":
            alone = before.is_space and after.is_space and not (char.strong or char.em or char.href)
            return "*" if alone else "\\*"
        case "[" | "]" if char.href or after.sign == "(":
            return f"\\{char.sign}"
    return char.sign


def _address_text(address: str) -> str:
    return re.sub(r"([\\()*\[\]])", r"\\\1", address)
