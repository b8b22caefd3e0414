"""Kept HTML, read and written; only the tags `news.intake` lets through."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from portal.base.tags import Parser
from portal.news.editor.markup.shape import SPACES, Char, Item, Line, Listing, Part, parts_settled

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
ALLOWED = ("http:", "https:", "mailto:", "tel:")
UNSAFE = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "\"'<>`"} | {"\u00a0": "%C2%A0"})


class _Reader(Parser):
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


def read_html(html: str) -> list[Part]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return parts_settled(reader.parts)


def part_html(part: Part) -> str:
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
