"""HTML of strangers made ready for the parser of the standard library, which takes the square of a text's length for what
somebody left open ten thousand times. Standard library only."""

import re
from html.parser import HTMLParser
from typing import Any

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_TAG = re.compile(r"""/?[a-zA-Z][^<>"']*+(?:"[^"<>]*+"[^<>"']*+|'[^'<>]*+'[^<>"']*+)*+>""")
_LEFT_ALONE = re.compile(r"(script|style)\b", re.IGNORECASE)
_ENDS = re.compile(r"</(?:script|style)\b", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"&#(?=x?[0-9a-f]{9})", re.IGNORECASE)


def closed(html: str) -> str:
    """The same HTML with nothing left open: comments and declarations gone, a "<" that begins no whole tag a sign like any
    other. Linear in the length, whatever is in it."""
    out, at = [], 0
    comments = declarations = True  # whether one more may end
    while (sign := html.find("<", at)) >= 0:
        out.append(html[at:sign])
        at = sign + 1
        if html.startswith("!--", at) and comments:
            end = html.find("-->", at + 3)
            comments = end >= 0
            at = end + 3 if comments else at
            if comments:
                continue
        elif html.startswith(("!", "?"), at) and declarations:
            end = html.find(">", at)
            declarations = end >= 0
            at = end + 1 if declarations else at
            if declarations:
                continue
        if (tag := _TAG.match(html, at)) is None:
            out.append("&lt;")
            continue
        end = tag.end()
        if _LEFT_ALONE.match(html, at):
            stop = _ENDS.search(html, end)
            end = stop.start() if stop else len(html)
        out.append(html[sign:end])
        at = end
    out.append(html[at:])
    return _LONG_NUMBER.sub("&amp;#", "".join(out))


class Parser(HTMLParser):
    """The parser of the standard library, which an unknown "<![…" would stop with an error of its own: it ends at its ">"."""

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        return self.rawdata.find(">", i) + 1 or -1


class Growing(Parser):
    """Grows a tree of elements that know their `tag`: those in `open` have not ended yet, the root stands first."""

    void = VOID  # what holds nothing

    def __init__(self, root: Any) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[Any] = [root]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.void and self.open[-1].tag == tag:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self.open) - 1, 0, -1):
            if self.open[place].tag == tag:
                del self.open[place:]
                return
