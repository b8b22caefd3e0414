"""What every PDF of the week and the timetable has: A4 across, letters inside the file, the same bytes for the same words."""

import io
from collections.abc import Callable, Sequence
from functools import cache, partial
from html import escape
from typing import Any

from portal.base.paper.letters import registered

PLAIN, BOLD = "Be Vietnam Pro", "Be Vietnam Pro SemiBold"
INK, PHUONG, LINE, QUIET = "#3b2a8c", "#a3161f", "#8d86a3", "#58526e"
MARGIN = 12  # millimetres
PAD = 6  # points a frame keeps free at its sides


def built(story: Sequence[Any], *, title: str, school: str, subject: str) -> bytes:
    """A whole file of these flowables; below each page whose paper it is and which page of it."""
    from reportlab.lib.pagesizes import A4, landscape  # here: most processes never make one
    from reportlab.lib.units import mm
    from reportlab.platypus import SimpleDocTemplate

    out = io.BytesIO()
    side = MARGIN * mm
    document = SimpleDocTemplate(
        out, pagesize=landscape(A4), leftMargin=side - PAD, rightMargin=side - PAD, topMargin=side, bottomMargin=side + 3 * mm,
        title=title, author=school, subject=subject, lang="vi-VN", invariant=1, initialFontName=PLAIN,
    )  # fmt: skip
    foot = partial(_foot, text=letters()(f"{school} – {title}"))
    document.build(list(story), onFirstPage=foot, onLaterPages=foot)
    return out.getvalue()


@cache
def letters() -> Callable[[str], str]:
    """Register the fonts once a process; gives what puts a text into letters they have."""
    return registered({PLAIN: "be-vietnam-pro-400.ttf", BOLD: "be-vietnam-pro-600.ttf"})


def style(name: str, **more: Any) -> Any:
    """A style of this hand's, changed where `more` says so."""
    from reportlab.lib.styles import ParagraphStyle

    said = {"fontName": PLAIN, "fontSize": 9, "leading": 12.2, "textColor": "#1c1833", "splitLongWords": 1, **more}
    return ParagraphStyle(name, **said)


def usual() -> dict[str, Any]:
    """The styles every paper has: cells, heads, the school above, the title."""
    from reportlab.lib.enums import TA_CENTER

    return {
        "cell": style("cell"), "head": style("head", fontName=BOLD, textColor=INK), "day": style("day", fontName=BOLD),
        "school": style("school", fontName=BOLD, fontSize=10, leading=13),
        "title": style("title", fontName=BOLD, fontSize=14, leading=19, textColor=INK, alignment=TA_CENTER, spaceAfter=7),
    }  # fmt: skip


def paragraph(text: str, styled: Any, *, struck: bool = False) -> Any:
    """Words in letters the fonts have; nothing in them is markup."""
    from reportlab.platypus import Paragraph

    told = escape(letters()(text), quote=False).replace("\n", "<br/>")
    return Paragraph(f"<strike>{told}</strike>" if struck and told else told, styled)


def ruled() -> list[tuple[Any, ...]]:
    """The lines of every table: a frame, hairlines between columns, ink below the head."""
    return [
        ("FONT", (0, 0), (-1, -1), PLAIN), ("VALIGN", (0, 0), (-1, -1), "TOP"), ("BOX", (0, 0), (-1, -1), 0.6, LINE),
        ("LINEAFTER", (0, 0), (-2, -1), 0.4, LINE), ("LINEBELOW", (0, 0), (-1, 0), 1.4, INK),
        ("LEFTPADDING", (0, 0), (-1, -1), 4), ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
    ]  # fmt: skip


def parted(
    grid: Sequence[Sequence[Any]],
    widths: Sequence[float],
    style: Sequence[Any],
    leading: Sequence[Sequence[Any]],
    key: int,
) -> Any:
    """A table over pages, the first of its rows its head; widths in millimetres. Where a page ends within a day, the next begins with
    what the row is under: `leading[n]` for the n-th row, known by what its cell `key` ends with."""
    from reportlab.lib.units import mm
    from reportlab.platypus import Table

    known = {id(_last(row[key])): first for row, first in zip(grid[1:], leading, strict=True)}

    class Days(Table):  # type: ignore[misc]
        def onSplit(self, part: Any, byRow: int = 1) -> None:
            part.setStyle([("LINEBELOW", (0, -1), (-1, -1), 0.9, LINE)])
            cells = part._cellvalues
            if len(cells) > 1 and (again := known.get(id(_last(cells[1][key])))) is not None:
                cells[1][: len(again)] = again

    return Days(
        [list(row) for row in grid], colWidths=[width * mm for width in widths], repeatRows=1, style=list(style)
    )


def _last(cell: Any) -> Any:
    """What a cell ends with: the words of a line."""
    return cell[-1] if isinstance(cell, (list, tuple)) else cell


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
