"""Clipboard HTML as a tree: lenient with what is left open, bounded in depth and number, nothing run and nothing fetched."""

from portal.base.tags import VOID, Growing, closed
from portal.files.office.limits import MEGABYTE, Limits
from portal.files.office.markup import Node
from portal.files.office.paper import Unreadable

ENDS_AT = {  # what opens here ends the nearest of these that is still open, but not beyond its own frame
    **dict.fromkeys(
        ("address", "article", "blockquote", "div", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre",
         "section", "table", "ul"), ({"p"}, {"td", "th", "li", "div", "table"})),
    "li": ({"li"}, {"ul", "ol", "table"}),
    "td": ({"td", "th"}, {"table", "tr"}),
    "th": ({"td", "th"}, {"table", "tr"}),
    "tr": ({"tr"}, {"table"}),
}  # fmt: skip
FRAMES = frozenset({"table", "tbody", "thead", "tfoot", "tr", "ul", "ol"})
DEEPEST = 100  # elements deeper than this are read as part of what holds them
LONGEST = 30 * MEGABYTE  # letters, pictures within included


class Tree(Growing):
    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.root = Node("html", {})
        super().__init__(self.root)
        self.count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.count += 1
        if self.count > self.limits.held:
            raise Unreadable("Đoạn dán có quá nhiều thành phần so với một bài viết nên không nhận.")
        self._end_at(tag)
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].kids.append(node)
        if tag not in VOID and len(self.open) < DEEPEST:
            self.open.append(node)

    def handle_data(self, data: str) -> None:
        """Words; between the rows of a table or the items of a list they belong to what is round it."""
        holder = self.open[-1]
        if holder.tag in FRAMES and data.strip():
            holder = next((node for node in reversed(self.open) if node.tag not in FRAMES), self.root)
        holder.kids.append(data)

    def _end_at(self, tag: str) -> None:
        ended, framed = ENDS_AT.get(tag, (set(), set()))
        for place in range(len(self.open) - 1, 0, -1):
            if self.open[place].tag in framed:
                return
            if self.open[place].tag in ended:
                del self.open[place:]
                return


def tree(html: str, limits: Limits) -> Node:
    """The root of what was pasted. Raises Unreadable where it is too much."""
    if len(html) > LONGEST:
        raise Unreadable(f"Đoạn dán nặng quá {LONGEST // MEGABYTE} MB nên không nhận. Thầy/cô nhập từ tệp Word.")
    parser = Tree(limits)
    parser.feed(closed(html))
    parser.close()
    return parser.root
