"""A timetable as PDF."""

from html import escape
from typing import Any

from portal.base.paper.pdf import BOLD, LINE, PAD, QUIET, built, letters, paragraph, parted, ruled, style, usual
from portal.intranet.timetable.paper.laid import DRAFT, Leaf, Paper, Row

DENSE = (6.8, 6.3, 5.8)  # points, the first with which a page holds all its periods; else it goes on overleaf
HIGH = 432  # points a table may be high for that


def pdf(paper: Paper) -> bytes:
    """A whole file; the same paper gives the same bytes."""
    from reportlab.platypus import PageBreak

    styles = _styles()
    story: list[Any] = []
    for leaf in paper.leaves:
        story += [*([PageBreak()] if story else []), *_leaf(paper, leaf, styles)]
    return built(story, title=paper.title, school=paper.school, subject="Thời khóa biểu")


def _styles() -> dict[str, Any]:
    from reportlab.lib.enums import TA_CENTER

    found = usual()
    return {
        **found, "title": style("leaf", parent=found["title"], fontName=BOLD, fontSize=14, leading=18, textColor=found["title"].textColor,
                                alignment=TA_CENTER, spaceAfter=0),
        "version": style("version", alignment=TA_CENTER, spaceAfter=5, textColor=QUIET),
        "lesson": style("lesson", fontSize=10, leading=13),
        **{f"dense{size}": style(f"dense{size}", fontSize=size, leading=size * 1.17) for size in DENSE},
        "first": style("first", fontName=BOLD, fontSize=7.2, leading=8.2),
    }  # fmt: skip


def _leaf(paper: Paper, leaf: Leaf, styles: dict[str, Any]) -> list[Any]:
    from reportlab.platypus import Spacer

    told = f"{paper.version}{f' – {DRAFT}' if paper.draft else ''}"
    head = [
        paragraph(paper.school.upper(), styles["school"]),
        paragraph(f"THỜI KHÓA BIỂU {leaf.name.upper()}", styles["title"]),
        paragraph(told, styles["version"]),
    ]
    return [
        *head,
        _fitted(leaf, styles),
        *([Spacer(1, 5), paragraph(paper.note, styles["cell"])] if paper.note else []),
    ]


def _fitted(leaf: Leaf, styles: dict[str, Any]) -> Any:
    """The table of a leaf, many classes in letters small enough for one page."""
    if not leaf.dense:
        return _table(leaf, styles, "lesson")
    for size in DENSE:
        made = _table(leaf, styles, f"dense{size}")
        if made.wrap(0, 0)[1] <= HIGH:
            return made
    return _table(leaf, styles, f"dense{DENSE[0]}")


def _table(leaf: Leaf, styles: dict[str, Any], lesson: str) -> Any:
    names = styles["first"] if leaf.dense else styles["head"]
    first = styles["first"] if leaf.dense else styles["day"]
    grid = [[paragraph(name, names) for name in leaf.head]]
    for row in leaf.rows:
        under = [paragraph(text if many else "", first) for text, many in row.under]
        grid.append([*under, paragraph(str(row.period), first), *(_cell(one, styles[lesson]) for one in row.cells)])
    leading = [[paragraph(text, first) for text, _ in row.under] for row in leaf.rows]
    return parted(grid, leaf.widths, _ruled(leaf), leading, len(leaf.head) - 1)


def _cell(said: tuple[tuple[str, str], ...], styled: Any) -> Any:
    """The lessons of one period, what stands out of each on a line of its own."""
    from reportlab.platypus import Paragraph

    drawn = letters()
    lines = [
        f'<font name="{BOLD}">{escape(drawn(head), quote=False)}</font>'
        + (f"<br/>{escape(drawn(rest), quote=False)}" if rest else "")
        for head, rest in said
    ]
    return Paragraph("<br/>".join(lines), styled)


def _ruled(leaf: Leaf) -> list[tuple[Any, ...]]:
    """Lines across the sheet where a day or a half of it begins, hairlines between periods."""
    room = (0.6, 1.2) if leaf.dense else (PAD, PAD)
    found = [*ruled(), ("TOPPADDING", (0, 1), (-1, -1), room[0]), ("BOTTOMPADDING", (0, 1), (-1, -1), room[1])]
    if leaf.dense:
        found += [("LEFTPADDING", (0, 0), (-1, -1), 2.5), ("RIGHTPADDING", (0, 0), (-1, -1), 1.5)]
    for number, row in enumerate(leaf.rows, 1):
        first = _first(row)
        found.append(("LINEABOVE", (first, number), (-1, number), 0.4 if first else 0.9, LINE))
    return found


def _first(row: Row) -> int:
    """The column at which something begins in this row."""
    return next((column for column, (_, many) in enumerate(row.under) if many), len(row.under))
