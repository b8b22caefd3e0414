"""Tables as people type them or paste them from a spreadsheet, and back. Pure.

A table is a block of lines, apart from the next by an empty line: its name, then its head, then its rows; cells apart by a tab or
by “|”.
"""

from collections.abc import Sequence
from itertools import groupby

from portal.records.disclosures.rules import Table


def tables_of(text: str) -> list[Table]:
    """The tables of a text; what is wrong with them is said by the rules."""
    lines = text.replace("\r\n", "\n").split("\n")
    blocks = [list(group) for full, group in groupby(lines, lambda line: bool(line.strip())) if full]
    return [_table(block) for block in blocks]


def _table(block: Sequence[str]) -> Table:
    caption, *rows = block
    cells = [_cells(row) for row in rows]
    return {"caption": caption.strip().strip("|").strip(), "head": cells[0] if cells else [], "rows": cells[1:]}


def _cells(row: str) -> list[str]:
    apart = "\t" if "\t" in row else "|"
    inner = row.strip(" ") if apart == "\t" else row.strip().removeprefix("|").removesuffix("|")
    return [cell.strip() for cell in inner.split(apart)]


def text_of(tables: Sequence[Table]) -> str:
    """Tables as their writer typed them."""
    return "\n\n".join("\n".join([str(one["caption"]), *map(_line, [one["head"], *one["rows"]])]) for one in tables)  # type: ignore[misc]


def _line(cells: Sequence[str]) -> str:
    return " | ".join(cell.replace("|", "/") for cell in cells) if len(cells) > 1 else f"| {cells[0]} |"
