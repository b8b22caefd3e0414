"""A page as a machine reads it: where it leads, what it hides, its words. Standard library only."""

import re
from dataclasses import dataclass, field

from portal.base.tags import VOID, Parser

SILENT = frozenset({"script", "style", "template", "svg"})
HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d]*[1-9])"
    r"|(?:text-indent|left|top|margin-left)\s*:\s*-\d{3,}|(?:max-)?height\s*:\s*0(?![.\d]*[1-9])|color\s*:\s*transparent",
    re.IGNORECASE,
)
OUR_VEIL = frozenset({"unseen"})  # our own class for words that are only read aloud
PAINTED = frozenset({"font", "marquee", "blink", "center", "basefont"})
PAINT = frozenset({"bgcolor", "text", "vlink", "alink", "face"})
DATA = "application/ld+json"  # the one kind of inline script our pages have; browsers do not run it
BREAKS = frozenset(
    ("main", "p", "div", "li", "h1", "h2", "h3", "h4", "td", "th", "tr", "br", "section", "article", "figure", "blockquote",
     "dt", "dd", "ul", "ol", "table", "header", "footer")
)  # fmt: skip


@dataclass(frozen=True)
class Link:
    """One way out of a page: whether its readers can see it, whether it stands in what the page is about."""

    href: str
    text: str
    hidden: bool
    main: bool


@dataclass
class Seen:
    """What a machine finds on a page."""

    title: str = ""
    links: list[Link] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)  # scripts and frames, by address
    scripts: list[str] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    classes: dict[str, str] = field(default_factory=dict)  # with the tag that bears it
    strange: list[str] = field(default_factory=list)  # code and paint in the page itself, as people would name it
    words: str = ""
    hidden_words: str = ""


def read(html: str) -> Seen:
    """Read a page; broken markup is read as far as it goes."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.result()


class _Reader(Parser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = Seen()
        self.open: list[tuple[str, bool, bool]] = []  # tag, whether it hides, whether our own veil does
        self.link: tuple[str, bool, bool, list[str]] | None = None
        self.words: list[str] = []
        self.hidden: list[str] = []
        self.title: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        hides = "hidden" in given or bool(HIDES.search(given.get("style", "")))
        veils = not OUR_VEIL.isdisjoint(given.get("class", "").split())
        self._look_at_code(tag, given)
        if tag in BREAKS:
            self.words.append(" ")
        if self.link is not None and (tag in BREAKS or tag == "span"):
            self.link[3].append(" ")
        if tag in ("script", "iframe", "frame", "object", "embed") and (
            source := given.get("src") or given.get("data")
        ):
            self.seen.foreign.append(source)
        if tag == "a" and "href" in given:
            self._end_link()
            self.link = (
                given["href"],
                hides or veils or self._is_hidden() or self._is_veiled(),
                self._within("main"),
                [],
            )
        if tag not in VOID:
            self.open.append((tag, hides, veils))

    def handle_endtag(self, tag: str) -> None:
        if tag in BREAKS:
            self.words.append(" ")
        if tag == "a":
            self._end_link()
        for at in range(len(self.open) - 1, -1, -1):
            if self.open[at][0] == tag:
                del self.open[at:]
                return

    def handle_data(self, data: str) -> None:
        if self._within("title") and not self._within("svg"):
            self.title.append(data)
        elif not any(one[0] in SILENT for one in self.open):
            (self.hidden if self._is_hidden() else self.words).append(data)
            if self.link is not None:
                self.link[3].append(data)

    def result(self) -> Seen:
        self._end_link()
        self.seen.title = " ".join("".join(self.title).split())
        self.seen.words = " ".join("".join(self.words).split())
        self.seen.hidden_words = " ".join("".join(self.hidden).split())
        return self.seen

    def _end_link(self) -> None:
        if self.link is not None:
            href, hidden, main, words = self.link
            self.seen.links.append(Link(href.strip(), " ".join("".join(words).split()), hidden, main))
            self.link = None

    def _within(self, tag: str) -> bool:
        return any(one[0] == tag for one in self.open)

    def _is_hidden(self) -> bool:
        return any(one[1] for one in self.open)

    def _is_veiled(self) -> bool:
        return any(one[2] for one in self.open)

    def _look_at_code(self, tag: str, given: dict[str, str]) -> None:
        """Code, paint and classes a page bears itself: ours have none but data for machines and what our sheets know."""
        told = self.seen.strange
        if tag == "script" and "src" in given:
            self.seen.scripts.append(given["src"].strip())
        elif tag == "script" and given.get("type", "").strip().lower() != DATA:
            told.append("Mã <script> viết thẳng vào trang")
        if tag == "link" and "stylesheet" in given.get("rel", "").lower().split():
            self.seen.sheets.append(given.get("href", "").strip())
        if tag in PAINTED or tag == "style" or (tag == "base" and "href" in given):
            told.append(f"Thẻ <{tag}>")
        if tag == "meta" and given.get("http-equiv", "").strip().lower() == "refresh":
            told.append("Thẻ <meta> tự chuyển sang trang khác")
        told.extend(f"Thuộc tính {name} của thẻ <{tag}>" for name in given
                    if name == "style" or name.startswith("on") or name in PAINT)  # fmt: skip
        if given.get("href", "").strip().lower().startswith(("javascript:", "vbscript:", "data:text/html")):
            told.append(f"Mã trong địa chỉ của thẻ <{tag}>")
        for name in given.get("class", "").split():
            self.seen.classes.setdefault(name, tag)
