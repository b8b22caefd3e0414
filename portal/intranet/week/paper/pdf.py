"""The week as PDF: A4 across, its letters inside the file, so that it is the same on every machine."""

import io
from collections.abc import Callable
from functools import cache, partial
from html import escape
from pathlib import Path
from typing import Any

from portal.intranet.week.paper.laid import DRAFT, HEAD, WIDTHS, Laid, Row

FONTS = Path(__file__).parents[1] / "fonts"
PLAIN, BOLD = "Be Vietnam Pro", "Be Vietnam Pro SemiBold"
INK, PHUONG, LINE, QUIET = "#3b2a8c", "#a3161f", "#8d86a3", "#58526e"
MARGIN = 12  # millimetres
PAD = 6  # points a frame keeps free at its sides
INSTEAD = {"→": "->", "←": "<-", "✓": "x", "\u200b": "", "\ufeff": "", "\u00ad": "", "\t": " "}


def pdf(paper: Laid) -> bytes:
    """A whole file; the same paper gives the same bytes."""
    from reportlab.lib.pagesizes import A4, landscape  # here: most processes never make one
    from reportlab.lib.units import mm
    from reportlab.platypus import SimpleDocTemplate

    letters = _letters()
    out = io.BytesIO()
    side = MARGIN * mm
    document = SimpleDocTemplate(
        out, pagesize=landscape(A4), leftMargin=side - PAD, rightMargin=side - PAD, topMargin=side, bottomMargin=side + 3 * mm,
        title=paper.title, author=paper.school, subject="Lịch công tác tuần", lang="vi-VN", invariant=1, initialFontName=PLAIN,
    )  # fmt: skip
    foot = partial(_foot, text=letters(f"{paper.school} – {paper.title}"))
    document.build(_story(paper, letters), onFirstPage=foot, onLaterPages=foot)
    return out.getvalue()


@cache
def _letters() -> Callable[[str], str]:
    """Register the fonts once a process; gives what puts a text into letters they have."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name, file in ((PLAIN, "be-vietnam-pro-400.ttf"), (BOLD, "be-vietnam-pro-600.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))
    known = frozenset(pdfmetrics.getFont(PLAIN).face.charToGlyph)

    def drawn(text: str) -> str:
        kept = (one for one in text if one == "\n" or one >= " ")
        return "".join(one if ord(one) in known or one == "\n" else INSTEAD.get(one, "?") for one in kept)

    return drawn


def _styles() -> dict[str, Any]:
    from reportlab.lib.enums import TA_CENTER
    from reportlab.lib.styles import ParagraphStyle

    def style(name: str, **more: Any) -> Any:
        said = {"fontName": PLAIN, "fontSize": 9, "leading": 12.2, "textColor": "#1c1833", "splitLongWords": 1, **more}
        return ParagraphStyle(name, **said)

    return {
        "cell": style("cell"), "head": style("head", fontName=BOLD, textColor=INK), "day": style("day", fontName=BOLD),
        "off": style("off", textColor=QUIET), "school": style("school", fontName=BOLD, fontSize=10, leading=13),
        "title": style("title", fontName=BOLD, fontSize=14, leading=19, textColor=INK, alignment=TA_CENTER, spaceAfter=7),
        "told": style("told", leading=13), "sign": style("sign", alignment=TA_CENTER, leading=14),
        "signer": style("signer", fontName=BOLD, fontSize=10, alignment=TA_CENTER, leading=14),
    }  # fmt: skip


def _story(paper: Laid, letters: Callable[[str], str]) -> list[Any]:
    from reportlab.platypus import KeepTogether, Paragraph, Spacer

    styles = _styles()

    def words(text: str, style: str, *, struck: bool = False) -> Any:
        told = escape(letters(text), quote=False).replace("\n", "<br/>")
        return Paragraph(f"<strike>{told}</strike>" if struck and told else told, styles[style])

    head = [words(paper.school.upper(), "school"), words(paper.title, "title")]
    if paper.draft:
        head.insert(1, words(DRAFT, "sign"))
    told = [words(one, "told") for one in paper.told]
    signed = [
        words(paper.dated, "sign"),
        words(paper.office.upper(), "signer"),
        Spacer(1, 44),
        words(paper.signer, "signer"),
    ]
    return [
        *head,
        _table(paper, words),
        Spacer(1, 8),
        *told,
        *([KeepTogether([Spacer(1, 6), _right(signed)])] * bool(paper.signer)),
    ]


def _right(things: list[Any]) -> Any:
    """The signature, in the right third."""
    from reportlab.lib.units import mm
    from reportlab.platypus import Table

    return Table([["", things]], colWidths=[183 * mm, 90 * mm], style=[("FONT", (0, 0), (-1, -1), PLAIN)])


def _table(paper: Laid, words: Callable[..., Any]) -> Any:
    """The table; where a page ends within a day, the next page names the day again."""
    from reportlab.lib.units import mm
    from reportlab.platypus import Table

    rows_by_words: dict[int, Row] = {}

    class Days(Table):  # type: ignore[misc]
        def onSplit(self, part: Any, byRow: int = 1) -> None:
            part.setStyle([("LINEBELOW", (0, -1), (-1, -1), 0.9, LINE)])
            cells = part._cellvalues
            if len(cells) > 1 and (again := rows_by_words.get(id(_last(cells[1][3])))) is not None:
                cells[1][0], cells[1][1] = words(again.day, "day"), words(again.part, "cell")

    grid = [[words(name, "head") for name in HEAD]]
    for row in paper.rows:
        grid.append(_cells(row, words))
        rows_by_words[id(_last(grid[-1][3]))] = row
    return Days(grid, colWidths=[width * mm for width in WIDTHS], repeatRows=1, style=_ruled(paper.rows))


def _last(cell: Any) -> Any:
    """What a cell ends with: the words of a line."""
    return cell[-1] if isinstance(cell, (list, tuple)) else cell


def _cells(row: Row, words: Callable[..., Any]) -> list[Any]:
    struck = "off" if row.cancelled else "cell"
    hours, content, *rest = row.cells
    marked = words(content, struck, struck=row.cancelled)
    if row.mark:
        marked = [words(f"[{row.mark.upper()}]", "head"), marked]
    return [
        words(row.day if row.days else "", "day"), words(row.part if row.parts else "", "cell"),
        words(hours, struck, struck=row.cancelled), marked, *(words(one, struck) for one in rest),
    ]  # fmt: skip


def _ruled(rows: tuple[Row, ...]) -> list[tuple[Any, ...]]:
    """Hairlines: across the sheet where a day begins, from the hours on between its lines."""
    style: list[tuple[Any, ...]] = [
        ("FONT", (0, 0), (-1, -1), PLAIN), ("VALIGN", (0, 0), (-1, -1), "TOP"), ("BOX", (0, 0), (-1, -1), 0.6, LINE),
        ("LINEAFTER", (0, 0), (-2, -1), 0.4, LINE), ("LINEBELOW", (0, 0), (-1, 0), 1.4, INK),
        ("LEFTPADDING", (0, 0), (-1, -1), 4), ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
    ]  # fmt: skip
    for number, row in enumerate(rows, 1):
        first = 0 if row.days else 1 if row.parts else 2
        style.append(("LINEABOVE", (first, number), (-1, number), 0.9 if row.days else 0.4, LINE))
        if row.mark:
            style.append(("LINEBEFORE", (3, number), (3, number), 2.5, PHUONG))
    return style


def _foot(canvas: Any, document: Any, *, text: str) -> None:
    """Which paper this is and which page of it."""
    canvas.saveState()
    canvas.setFont(PLAIN, 7.5)
    canvas.setFillColor(QUIET)
    canvas.drawString(document.leftMargin + PAD, document.bottomMargin - 12, text)
    canvas.drawRightString(
        document.pagesize[0] - document.rightMargin - PAD, document.bottomMargin - 12, f"trang {document.page}"
    )
    canvas.restoreState()
