"""Headers, footers and comments of a .docx: their words, whatever they are made of."""

from collections.abc import Iterator

from portal.files.office.beside import quoted
from portal.files.office.markup import Node
from portal.files.office.paper import Run
from portal.files.office.word.looks import Look, Styles, value

UNREAD = frozenset({"mc:Fallback", "w:del", "w:pPr", "w:rPr"})


def words_of(node: Node, styles: Styles) -> str:
    """What a header's paragraph, or a comment, says, on one line."""
    return quoted(_runs(node, styles.of_paragraph(_style(node, styles)), styles))


def _runs(node: Node, look: Look, styles: Styles) -> Iterator[Run]:
    for kid in node:
        match kid.tag:
            case "w:p":
                yield from _runs(kid, styles.of_paragraph(_style(kid, styles)), styles)
                yield Run(" ")
            case "w:r":
                yield from _runs(kid, styles.of_run(look, kid.find("w:rPr")), styles)
            case "w:t":
                text = kid.text()
                yield Run(text, (look.ascii if text.isascii() else look.other) or look.ascii)
            case "w:tab" | "w:br":
                yield Run(" ")
            case tag if tag not in UNREAD:
                yield from _runs(kid, look, styles)


def _style(node: Node, styles: Styles) -> str:
    return value(node.find("w:pPr"), "w:pStyle") or styles.ordinary
