"""The week as PDF: A4 across, its letters inside the file, so that it is the same on every machine."""

from collections.abc import Callable
from typing import Any

from portal.base.paper.pdf import BOLD, LINE, PHUONG, PLAIN, QUIET, built, paragraph, parted, ruled, style, usual
from portal.intranet.week.paper.laid import DRAFT, HEAD, WIDTHS, Laid, Row


def pdf(paper: Laid) -> bytes:
    """A whole file; the same paper gives the same bytes."""
    return built(_story(paper), title=paper.title, school=paper.school, subject="Lịch công tác tuần")


def _styles() -> dict[str, Any]:
    from reportlab.lib.enums import TA_CENTER

    return {
        **usual(), "off": style("off", textColor=QUIET),
        "told": style("told", leading=13), "sign": style("sign", alignment=TA_CENTER, leading=14),
        "signer": style("signer", fontName=BOLD, fontSize=10, alignment=TA_CENTER, leading=14),
    }  # fmt: skip


def _story(paper: Laid) -> list[Any]:
    from reportlab.platypus import KeepTogether, Spacer

    styles = _styles()

    def words(text: str, name: str, *, struck: bool = False) -> Any:
        return paragraph(text, styles[name], struck=struck)

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
    grid = [[words(name, "head") for name in HEAD], *(_cells(row, words) for row in paper.rows)]
    leading = [(words(row.day, "day"), words(row.part, "cell")) for row in paper.rows]
    return parted(grid, WIDTHS, _ruled(paper.rows), leading, 3)


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
    found = ruled()
    for number, row in enumerate(rows, 1):
        first = 0 if row.days else 1 if row.parts else 2
        found.append(("LINEABOVE", (first, number), (-1, number), 0.9 if row.days else 0.4, LINE))
        if row.mark:
            found.append(("LINEBEFORE", (3, number), (3, number), 2.5, PHUONG))
    return found
