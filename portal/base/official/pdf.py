"""An official paper as PDF: A4 upright, its letters inside the file; the same paper gives the same bytes."""

import io
from collections.abc import Iterable, Sequence
from functools import singledispatch
from html import escape
from typing import Any

from portal.base.official import layout
from portal.base.official.laid import Laid, Room, Rule, Set, laid
from portal.base.official.layout import COMPONENTS, Component
from portal.base.official.measure import POINT, face, letters, width
from portal.base.official.paper import Blank, Heading, Leaf, Paper, Part, Table, Text

SINGLE = 1.15  # of the letters' size: the line of Times New Roman
LEVELS = {1: "part", 2: "heading", 3: "heading"}
ALIGN = {"left": 0, "center": 1, "right": 2, "justify": 4}
BARE = (
    ("FONT", (0, 0), (-1, -1), "Tinos"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
)


def pdf(paper: Paper) -> bytes:
    """The whole file."""
    from reportlab.lib.pagesizes import A4  # here: most processes never make one
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

    letters()
    out = io.BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        title=f"{paper.title} {paper.about}".strip(),
        author=paper.issuer,
        subject=paper.symbol,
        lang="vi-VN",
        invariant=1,
        initialFontName=face(),
    )
    frame = Frame(
        _mm(layout.LEFT),
        _mm(layout.BOTTOM),
        _mm(layout.INSIDE),
        _mm(layout.HEIGHT - layout.TOP - layout.BOTTOM),
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    document.addPageTemplates([PageTemplate("page", [frame], onPage=_number)])
    document.build(list(_story(laid(paper))))
    return out.getvalue()


def _mm(length: float) -> float:
    return length / POINT


def _number(canvas: Any, document: Any) -> None:
    """The number of each page but the first, in the middle of the upper margin."""
    if document.page == 1:
        return
    canvas.saveState()
    canvas.setFont(face(), COMPONENTS["page"].size)
    middle = layout.LEFT + layout.INSIDE / 2
    canvas.drawCentredString(_mm(middle), _mm(layout.HEIGHT - layout.TOP / 2), str(document.page))
    canvas.restoreState()


def _story(sheet: Laid) -> Iterable[Any]:
    from reportlab.platypus import KeepTogether

    yield _heading(sheet)
    yield from _all(sheet.above, layout.INSIDE)
    if sheet.above:
        yield _space(4)
    last = tuple(part for part in sheet.body[-1:] if isinstance(part, Text))
    for part in sheet.body[: len(sheet.body) - len(last)]:
        yield from drawn(part)
    with_it = [flowable for part in last for flowable in drawn(part)]  # no signature stands on a page alone
    yield KeepTogether([*with_it, _space(8), *_closing(sheet)])


def _heading(sheet: Laid) -> Any:
    """Whose paper on the left, the state on the right; on a form the state alone, in the middle."""
    if not sheet.left:
        return _side_by_side([_all(sheet.right, layout.INSIDE)], [layout.INSIDE])
    other = layout.INSIDE - layout.ISSUER_SIDE
    return _side_by_side([_all(sheet.left, layout.ISSUER_SIDE), _all(sheet.right, other)], [layout.ISSUER_SIDE, other])


def _closing(sheet: Laid) -> list[Any]:
    """Whom it goes to on the left of the one who signs; below, where several sign beside each other."""
    half = layout.INSIDE / 2
    if len(sheet.signed) > 1:
        each = layout.INSIDE / len(sheet.signed)
        signed = _side_by_side([_all(one, each) for one in sheet.signed], [each] * len(sheet.signed))
        return [signed, _space(8), *_all(sheet.notes, layout.INSIDE)]
    placed: tuple[Set, ...] = (sheet.place,) if sheet.place else ()
    signed = _all((*placed, *(sheet.signed[0] if sheet.signed else ())), half)
    return [_side_by_side([_all(sheet.notes, half), signed], [half, half])]


def _side_by_side(columns: Sequence[Sequence[Any]], widths: Sequence[float]) -> Any:
    from reportlab.platypus import Table as Grid

    return Grid([[list(one) for one in columns]], colWidths=[_mm(one) for one in widths], style=list(BARE))


def _all(lines: Iterable[Set], across: float) -> list[Any]:
    return [_set(one, across) for one in lines]


def _set(one: Set, across: float) -> Any:
    from reportlab.platypus import Spacer

    if isinstance(one, Room):
        return Spacer(1, _mm(one.high))
    if isinstance(one, Rule):
        return _stroke(width(one.words, one.set, across) * one.share, across)
    return _paragraph(_words(one.words, one.lead), one.set, spaced=one.name)


def _stroke(long: float, across: float) -> Any:
    """A rule in the middle of a column."""
    from reportlab.platypus import Table as Grid

    side = (across - long) / 2
    drawn = [*BARE, ("LINEABOVE", (1, 1), (1, 1), layout.HAIR, "black")]
    return Grid([["", "", ""]] * 2, colWidths=[_mm(side), _mm(long), _mm(side)], rowHeights=[4, 4], style=drawn)


def _words(words: str, lead: str = "") -> str:
    """Words as the library's markup, none of it their own."""
    told = [escape(letters()(one), quote=False).replace("\n", "<br/>") for one in (lead, words)]
    return f'<font name="{face(bold=True)}">{told[0]}</font> {told[1]}' if lead else told[1]


def _paragraph(markup: str, styled: Component, *, spaced: str = "", **more: Any) -> Any:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    running = styled.align == "justify"
    before, after = layout.SPACE.get(spaced, (0, layout.BETWEEN if running else 0))
    said = {
        "fontName": face(bold=styled.bold, italic=styled.italic),
        "fontSize": styled.size,
        "splitLongWords": 1,
        "leading": styled.size * SINGLE * (layout.LINE if running else 1),
        "alignment": ALIGN[styled.align],
        "firstLineIndent": _mm(layout.INDENT) if running else 0,
        "spaceBefore": before,
        "spaceAfter": after,
        "leftIndent": _mm(layout.IN_FROM_LEFT.get(spaced, 0)),
    }
    return Paragraph(markup, ParagraphStyle("set", **{**said, **more}))


def _space(points: float) -> Any:
    from reportlab.platypus import Spacer

    return Spacer(1, points)


@singledispatch
def drawn(part: Part) -> Iterable[Any]:
    """A part of the body as flowables."""
    raise TypeError(part)


@drawn.register
def _text(part: Text) -> Iterable[Any]:
    styled = Component("6", COMPONENTS["body"].size, 13, 14, part.bold, part.italic, align=part.align)
    more: dict[str, Any] = {} if part.indent else {"firstLineIndent": 0}
    yield _paragraph(_words(part.words, part.lead), styled, spaceAfter=layout.BETWEEN, **more)


@drawn.register
def _head(part: Heading) -> Iterable[Any]:
    from reportlab.platypus import CondPageBreak

    name = LEVELS[part.level]
    yield CondPageBreak(_mm(layout.KEEP))
    yield _paragraph(
        _words(part.words), COMPONENTS[name], spaced=name, fontName=face(bold=True, italic=part.level == 3)
    )


@drawn.register
def _leaf(part: Leaf) -> Iterable[Any]:
    from reportlab.platypus import PageBreak

    yield PageBreak()


@drawn.register
def _table(part: Table) -> Iterable[Any]:
    from reportlab.platypus import CondPageBreak
    from reportlab.platypus import Table as Grid

    if part.caption:
        yield CondPageBreak(_mm(layout.KEEP))
        yield _paragraph(_words(part.caption), COMPONENTS["caption"], spaced="caption")
    shares = part.shares or (1.0,) * len(part.head)
    cells = [[_paragraph(_words(one), COMPONENTS["head"]) for one in part.head]]
    cells += [[_cell(one, place in part.figures) for place, one in enumerate(row)] for row in part.rows]
    yield Grid(
        cells,
        colWidths=[_mm(layout.INSIDE) * one / sum(shares) for one in shares],
        repeatRows=1,
        splitInRow=1,
        style=[
            ("FONT", (0, 0), (-1, -1), "Tinos"),
            ("GRID", (0, 0), (-1, -1), 0.5, "black"),
            ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
            ("VALIGN", (0, 1), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ],
    )
    yield _space(layout.BETWEEN + 2)


def _cell(words: str, figure: bool) -> Any:
    return _paragraph(_words(words), COMPONENTS["cell"], alignment=ALIGN["right" if figure else "left"])


@drawn.register
def _blank(part: Blank) -> Iterable[Any]:
    """Each label with a dotted line behind it, in columns of one breadth."""
    from reportlab.platypus import Table as Grid

    styled = COMPONENTS["body"]
    lines, shares = [], []
    each = layout.INSIDE / len(part.labels)
    for label in part.labels:
        wide = min(width(label, styled, each) + (2 if label else 0), each)
        lines += [_paragraph(_words(label), styled, firstLineIndent=0, alignment=0, spaceAfter=0), ""]
        shares += [max(wide, 0.1), max(each - wide - 2, 0.1) + 2]
    dots = [
        ("LINEBELOW", (at, 0), (at, 0), 0.6, "black", "round", (0.1, 2.4)) for at in range(1, 2 * len(part.labels), 2)
    ]
    yield Grid(
        [lines],
        colWidths=[_mm(one) for one in shares],
        style=[*BARE, *dots, ("TOPPADDING", (0, 0), (-1, -1), 5), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)],
    )
    yield _space(2)
