"""Letters as our blocks set them, and what of their look a block cannot keep: counted, and told once each."""

from collections import Counter
from collections.abc import Sequence

from portal.files.office.paper import Run, words
from portal.news.editor.markup.html import clean_address
from portal.news.editor.markup.shape import Char, Line

SENTENCES = {
    "underline": "{n} chỗ gạch chân thành chữ thường, vì trên web gạch chân là đường liên kết.",
    "tab": "{n} chỗ căn bằng phím Tab chỉ còn một dấu cách; cần thẳng cột thì dùng bảng.",
    "look": "{n} chỗ đậm, nghiêng trong bảng, tiêu đề mục hay chú thích thành chữ thường.",
    "link": "{n} đường liên kết trong bảng, tiêu đề mục hay chú thích chỉ còn chữ: {links}.",
}
MOST_LINKS = 5  # told by their addresses


class Unset:
    """Sets runs as a text or bare, and remembers what went."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.links: dict[str, None] = {}

    def line(self, runs: Sequence[Run], *, strong: bool = False) -> Line:
        """Runs as the characters of a paragraph."""
        self._common(runs)
        line: Line = []
        for run in runs:
            href = clean_address(run.link) if run.link else ""
            bold = strong or run.bold
            line += [Char(" " if sign == "\t" else sign, bold, run.italic, href) for sign in run.text]
        return line

    def bare(self, runs: Sequence[Run], *, head: bool = False) -> str:
        """The letters alone; in a table's first row being bold only says that it is the first."""
        self._common(runs)
        seen = [run for run in runs if run.text.strip()]
        self.counts["look"] += any((run.bold and not head) or run.italic for run in seen)
        linked = {run.link: None for run in seen if run.link}
        self.counts["link"] += len(linked)
        self.links |= linked
        return words(runs)

    def _common(self, runs: Sequence[Run]) -> None:
        self.counts["underline"] += any(run.underline and not run.link and run.text.strip() for run in runs)
        self.counts["tab"] += any("\t" in run.text for run in runs)

    def sentences(self) -> list[str]:
        links = ", ".join([*self.links][:MOST_LINKS])
        return [said.format(n=self.counts[kind], links=links) for kind, said in SENTENCES.items() if self.counts[kind]]


def plain_line(text: str) -> Line:
    return [Char(sign) for sign in text]
