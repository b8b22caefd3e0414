"""Paragraphs as a teacher types them, and as they are kept.

Typed: a blank line begins a paragraph, `- ` or `1. ` a list (two spaces deeper, a list within), **đậm**, *nghiêng*,
[chữ](https://…); a backslash takes a sign at its word. `as_html(as_text(html))` says the same as `html`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from html import escape
from html.parser import HTMLParser
from itertools import groupby, pairwise

SPACES = " \t\n\r\f"
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
ALLOWED = ("http:", "https:", "mailto:", "tel:")
LINK = re.compile(r"\[((?:\\.|[^\[\]\\])+)\]\(((?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))+)\)", re.DOTALL)
ESCAPED = re.compile(r"\\([\\*\[\]().•-])")
UNSAFE = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "\"'<>`"} | {"\u00a0": "%C2%A0"})
BLANK_LINES = re.compile(r"\n[ \t\f]*(?:\n[ \t\f]*)+")
ITEM = re.compile(r"( *)(?:[-•]|(\d{1,9})[.)])(?: +|$)")
LOOKS_LIKE_ITEM = re.compile(r"(-|•|\d{1,9}[.)])(?= |$)")


@dataclass(frozen=True)
class Char:
    """One character with how it is set; a line break is a "\\n"."""

    sign: str
    strong: bool = False
    em: bool = False
    href: str = ""

    @property
    def is_space(self) -> bool:
        return self.sign in SPACES


Line = list[Char]


@dataclass
class Item:
    """One line of a list with the lists inside it."""

    words: Line = field(default_factory=list)
    lists: list["Listing"] = field(default_factory=list)


@dataclass
class Listing:
    ordered: bool
    items: list[Item] = field(default_factory=list)


Part = Line | Listing  # a paragraph, or a list


def as_text(html: str) -> str:
    """What the writer sees in the box."""
    return "\n\n".join(_part_text(part) for part in _read_html(html))


def as_html(text: str) -> str:
    """What is kept of what the writer typed."""
    return "".join(_part_html(part) for part in _read_text(text))


# -- the one form both sides are brought to ---------------------------------------------------------------------------


def _settled(words: Iterable[Char]) -> Line:
    """Spaces collapsed, none at the ends of a line, and set only as both their neighbours are."""
    out: Line = []
    gap = ""
    for char in words:
        if char.is_space:
            gap = "\n" if "\n" in (gap, char.sign) else " "
            continue
        if gap and out:
            before = out[-1]
            same = before.href if before.href == char.href else ""
            out.append(Char(gap, before.strong and char.strong, before.em and char.em, same))
        gap = ""
        out.append(char)
    return out


def _lists_settled(lists: Iterable[Listing]) -> list[Listing]:
    """Neighbours of one kind are one list; an item without words gives its place to what is inside it."""
    out: list[Listing] = []
    for listing in lists:
        for item in listing.items:
            words, inner = _settled(item.words), _lists_settled(item.lists)
            found = [Listing(listing.ordered, [Item(words, inner)])] if words else inner
            for one in found:
                if out and out[-1].ordered == one.ordered:
                    out[-1].items += one.items
                else:
                    out.append(one)
    return out


def _parts_settled(parts: Iterable[Part]) -> list[Part]:
    out: list[Part] = []
    for is_list, group in groupby(parts, key=lambda part: isinstance(part, Listing)):
        if is_list:
            out += _lists_settled(part for part in group if isinstance(part, Listing))
        else:
            settled = (_settled(part) for part in group if isinstance(part, list))
            out += [words for words in settled if words]
    return out if not _broken(out) else _parts_settled(out)


def _broken(parts: list[Part]) -> bool:
    """Whether dropping an empty paragraph brought two lists of one kind together."""
    return any(isinstance(a, Listing) and isinstance(b, Listing) and a.ordered == b.ordered for a, b in pairwise(parts))


# -- HTML ---------------------------------------------------------------------------------------------------------------


class _Reader(HTMLParser):
    """Collects parts from HTML that has only the tags `intake.TAGS` lets through."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[Part] = [[]]
        self.open: list[Listing] = []
        self.strong = self.em = 0
        self.href = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        match tag:
            case "b" | "strong":
                self.strong += 1
            case "i" | "em":
                self.em += 1
            case "a":
                self.href = clean_address(dict(attrs).get("href") or "")
            case "br":
                self._add(Char("\n"))
            case "p":
                self._break()
            case "ul" | "ol":
                self._open(Listing(tag == "ol"))
            case "li":
                if not self.open:
                    self._open(Listing(False))
                self.open[-1].items.append(Item())

    def handle_endtag(self, tag: str) -> None:
        match tag:
            case "b" | "strong":
                self.strong = max(0, self.strong - 1)
            case "i" | "em":
                self.em = max(0, self.em - 1)
            case "a":
                self.href = ""
            case "p":
                self._break()
            case "ul" | "ol" if self.open:
                self.open.pop()
                if not self.open:
                    self.parts.append([])

    def handle_data(self, data: str) -> None:
        for sign in data:
            self._add(Char(" " if sign in SPACES else sign, self.strong > 0, self.em > 0, self.href))

    def _open(self, listing: Listing) -> None:
        if self.open:
            if not self.open[-1].items:
                self.open[-1].items.append(Item())
            self.open[-1].items[-1].lists.append(listing)
        else:
            self.parts.append(listing)
        self.open.append(listing)

    def _break(self) -> None:
        if self.open:
            self._add(Char("\n"))
        else:
            self.parts.append([])

    def _add(self, char: Char) -> None:
        if not self.open:
            last = self.parts[-1]
            if isinstance(last, Listing):
                self.parts.append([char])
            elif char.sign == "\n" and last and last[-1].sign == "\n":
                self.parts.append([])
            else:
                last.append(char)
            return
        items = self.open[-1].items
        if not items or (items[-1].lists and not char.is_space):
            items.append(Item())
        items[-1].words.append(char)


def _read_html(html: str) -> list[Part]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return _parts_settled(reader.parts)


def _part_html(part: Part) -> str:
    return _list_html(part) if isinstance(part, Listing) else f"<p>{_words_html(part)}</p>"


def _list_html(listing: Listing) -> str:
    tag = "ol" if listing.ordered else "ul"
    items = (f"<li>{_words_html(item.words)}{''.join(map(_list_html, item.lists))}</li>" for item in listing.items)
    return f"<{tag}>{''.join(items)}</{tag}>"


def _words_html(words: Line) -> str:
    return "".join(_wrapped(words, ["href", "strong", "em"]))


def _wrapped(words: Iterable[Char], marks: list[str]) -> Iterator[str]:
    if not marks:
        plain = escape("".join(char.sign for char in words), quote=False)
        yield plain.replace("\n", "<br>").replace("\u00a0", "&nbsp;")
        return
    mark, *rest = marks
    for value, group in groupby(words, key=lambda char: getattr(char, mark)):
        inner = "".join(_wrapped(group, rest))
        if not value:
            yield inner
        elif mark == "href":
            yield f'<a href="{escape(value)}" rel="noopener">{inner}</a>'
        else:
            yield f"<{mark}>{inner}</{mark}>"


def clean_address(address: str) -> str:
    """An address a reader may be sent to, or "" where it is none."""
    address = address.translate(UNSAFE)
    address = "".join(address.split()) if SCHEME.match(address.strip()) else "%20".join(address.split())
    scheme = SCHEME.match(address)
    if scheme:
        return address if scheme[0].lower() in ALLOWED else ""
    return address if not address or address[0] in "/#?." else f"./{address}"


# -- text ---------------------------------------------------------------------------------------------------------------


def _part_text(part: Part) -> str:
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


def _read_text(text: str) -> list[Part]:
    parts: list[Part] = []
    for block in BLANK_LINES.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        parts += _read_block(block.split("\n"))
    return _parts_settled(parts)


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
            return _settled(words)
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
