"""Figures of a term as a spreadsheet: to be filled and brought in, read with every error at its cell; and as readers have them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from portal.base.charts import told
from portal.base.sheets import table
from portal.base.text import is_number, slug
from portal.files.queries import book_sheets
from portal.records.outcomes.rules import GRADES, KINDS, LEVELS, MOST, WHO, Cell, Counts, Kind, Who, tables

HEAD = ("Bảng", "Khối", "Học sinh", *LEVELS.values())
FIRST = len(HEAD) - len(LEVELS)


def workbook(counts: Counts) -> bytes:
    """The figures as they were entered, every row there is room for: what is brought in again."""
    return table("Ket qua", HEAD, (24, 8, 16, 10, 10, 10, 10), _lines(counts))


def _lines(counts: Counts) -> Iterator[list[str | int | None]]:
    for kind, name in KINDS.items():
        for grade in GRADES:
            for who, said in WHO.items():
                yield [name, grade, said, *(counts.get(Cell(kind, grade, who, level)) for level in LEVELS)]


def public_workbook(counts: Counts) -> bytes:
    """What readers have: small groups kept back."""
    rows: list[list[str | int | None]] = []
    for one in tables(counts):
        rows += [
            [one.caption, name, *(told(None) if value is None else value for value in values)]
            for name, values in one.rows
        ]
    return table("Ket qua", ("Bảng", "Khối", "Số học sinh", *LEVELS.values()), (24, 16, 14, 10, 10, 10, 10), rows)


@dataclass
class Read:
    """What a workbook says, and each cell that could not be read: “D5” and why."""

    counts: dict[Cell, int] = field(default_factory=dict)
    errors: list[tuple[str, str]] = field(default_factory=list)


def read(data: bytes) -> Read:
    """Read a filled workbook. Raises Unreadable where it is none."""
    found = Read()
    rows = next((rows for _, rows in book_sheets(data)), [])
    kinds = {slug(name): kind for kind, name in KINDS.items()}
    whose = {slug(name): who for who, name in WHO.items()}
    for number, row in enumerate(rows[1:], 2):
        cells = [*row, *[""] * len(HEAD)][: len(HEAD)]
        if any(cells):
            _row(number, cells, kinds, whose, found)
    if not found.counts and not found.errors:
        found.errors.append(("A2", "Bảng chưa có số liệu nào."))
    return found


def _row(number: int, cells: list[str], kinds: dict[str, Kind], whose: dict[str, Who], found: Read) -> None:
    kind, who = kinds.get(slug(cells[0])), whose.get(slug(cells[2]))
    if kind is None:
        found.errors.append((f"A{number}", f"Ghi “{'” hoặc “'.join(KINDS.values())}”."))
    if cells[1] not in map(str, GRADES):
        found.errors.append((f"B{number}", "Khối từ 6 đến 9."))
    if who is None:
        found.errors.append((f"C{number}", f"Ghi “{'” hoặc “'.join(WHO.values())}”."))
    for place, level in enumerate(LEVELS):
        said = cells[FIRST + place]
        if said and not (is_number(said) and int(said) <= MOST):
            found.errors.append((f"{'DEFG'[place]}{number}", f"“{said[:20]}” không phải số học sinh từ 0 đến {MOST}."))
        elif said and kind is not None and who is not None and cells[1] in map(str, GRADES):
            cell = Cell(kind, int(cells[1]), who, level)
            if cell in found.counts:
                found.errors.append((f"A{number}", "Dòng này đã có ở trên."))
            found.counts[cell] = int(said)
