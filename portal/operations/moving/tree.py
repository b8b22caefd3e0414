"""HTML of an old portal as a tree, and finding in it by simple selectors. Standard library only; nothing is fetched or run.

However deep or broken the markup is, the tree is at most `DEEPEST` deep and `MOST` elements large.
"""

import re
from collections.abc import Iterator

from portal.base.tags import VOID, Growing, closed

DEEPEST, MOST = 150, 200_000
UNREAD = frozenset(
    {"script", "style", "noscript", "template", "object", "applet", "form", "select", "button", "textarea", "svg"}
)
CLOSES = {"li": {"li"}, "p": {"p"}, "tr": {"tr", "td", "th"}, "td": {"td", "th"}, "th": {"td", "th"}, "dt": {"dt", "dd"},
          "dd": {"dt", "dd"}, "option": {"option"}}  # fmt: skip
HOLDS = frozenset({"table", "ul", "ol", "dl", "div", "body", "html"})  # what an omitted end tag does not reach beyond
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_STEP = re.compile(
    r"^(?P<tag>[a-z][a-z0-9]*|\*)?(?P<rest>(?:[.#][\w-]+|\[[\w:-]+(?:[*^$]?=[^\]]*)?\])*)$", re.IGNORECASE
)
_PART = re.compile(r"([.#])([\w-]+)|\[([\w:-]+)(?:([*^$]?)=[\"']?([^\]\"']*)[\"']?)?\]")


class Node:
    """An element: its name, attributes, and what is in it, text and elements in order."""

    __slots__ = ("attrs", "kids", "tag")

    def __init__(self, tag: str, attrs: dict[str, str] | None = None) -> None:
        self.tag = tag
        self.attrs = attrs or {}
        self.kids: list[Node | str] = []

    def get(self, name: str) -> str:
        return self.attrs.get(name, "")

    def all(self) -> "Iterator[Node]":
        """Itself and every element in it, in order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.all()

    def text(self) -> str:
        """Its words, one space between them."""
        return " ".join("".join(self._words()).split())

    def _words(self) -> Iterator[str]:
        for kid in self.kids:
            if isinstance(kid, str):
                yield kid
            elif kid.tag not in UNREAD:
                yield from kid._words() if kid.tag in ("b", "i", "em", "strong", "a", "span", "font", "u") else (
                    " ", *kid._words(), " ")  # fmt: skip


def decoded(raw: bytes) -> str:
    """The words of a page: by its mark, its own word, else UTF-8, else the bytes as the old fonts used them."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace")
    named = CHARSET.search(raw[:4096])
    for name in ("utf-8-sig", named[1].decode() if named else "cp1252", "cp1252"):
        try:
            return raw.decode(name)
        except (UnicodeError, LookupError):
            continue
    return raw.decode("latin-1")


def parsed(html: str) -> Node:
    """The tree of a page or a piece of one."""
    builder = _Builder()
    builder.feed(closed(html))
    builder.close()
    return builder.root


class _Builder(Growing):
    void = VOID | {"param"}

    def __init__(self) -> None:
        self.root = Node("")
        super().__init__(self.root)
        self.many = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._omitted(tag)
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.many += 1
        if self.many > MOST:
            return
        self.open[-1].kids.append(node)
        if tag not in self.void and len(self.open) < DEEPEST:
            self.open.append(node)

    def handle_data(self, data: str) -> None:
        if self.many <= MOST:
            self.open[-1].kids.append(data)

    def _omitted(self, tag: str) -> None:
        """An element whose end was left out ends where the next of its kind begins."""
        closes = CLOSES.get(tag, set())
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag in closes:
                del self.open[depth:]
                return
            if self.open[depth].tag in HOLDS:
                return


def good_selector(selector: str) -> bool:
    """Whether `select` understands it: tags, .class, #id, [attribute=value], descendants, commas."""
    return bool(selector.strip()) and all(
        _STEP.match(step) and step for one in selector.split(",") for step in one.split() or [""]
    )


def select(root: Node, selector: str) -> list[Node]:
    """Every element a selector names, in order; a comma joins several."""
    ways = [[_test(step) for step in one.split()] for one in selector.split(",") if one.strip()]
    found: list[Node] = []
    _walk(root, [], ways, found)
    return found


Test = tuple[str, list[tuple[str, str, str]]]


def _test(step: str) -> Test:
    match = _STEP.match(step)
    tag = (match["tag"] or "*").lower() if match else "!"
    parts = _PART.findall(match["rest"]) if match else []
    told = [(name or ("class" if sign == "." else "id"), how if name else sign, value if name else word)
            for sign, word, name, how, value in parts]  # fmt: skip
    return tag, [(name, how or ("=" if value else "?"), value) for name, how, value in told]


def _walk(node: Node, above: list[Node], ways: list[list[Test]], found: list[Node]) -> None:
    above = [*above, node]
    if any(_fits(above, way) for way in ways):
        found.append(node)
    for kid in node.kids:
        if isinstance(kid, Node):
            _walk(kid, above, ways, found)


def _fits(above: list[Node], way: list[Test]) -> bool:
    *rest, last = way
    if not _is(above[-1], last):
        return False
    depth = len(above) - 2
    for test in reversed(rest):
        while depth >= 0 and not _is(above[depth], test):
            depth -= 1
        if depth < 0:
            return False
        depth -= 1
    return True


def _is(node: Node, test: Test) -> bool:
    tag, asks = test
    return tag in ("*", node.tag) and bool(node.tag) and all(_has(node, *ask) for ask in asks)


def _has(node: Node, name: str, how: str, value: str) -> bool:
    have = node.attrs.get(name)
    if have is None:
        return False
    match how:
        case "?":
            return True
        case ".":
            return value in have.split()
        case "*":
            return value in have
        case "^":
            return have.startswith(value)
        case "$":
            return have.endswith(value)
    return have == value
