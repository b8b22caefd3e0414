"""Figures of a term as a spreadsheet: to be filled and brought in, read with every error at its cell; and as readers have them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from portal.base.charts import told
from portal.base.sheets import table
from portal.base.text import is_number, slug
from portal.files.queries import book_sheets
from portal.records.outcomes.cells import judged_in
from portal.records.outcomes.rules import GRADES, KINDS, LEVELS, MOST, WHO, Cell, Counts, Judgement, Term, Who, tables

HEAD = ("Bảng", "Khối", "Học sinh", *LEVELS.values())
FIRST = len(HEAD) - len(LEVELS)
WIDTHS = (24, 8, 16, 18, 14, 18, 12)
Line = list[str | int | None]


def workbook(counts: Counts, term: Term = Term.FIRST) -> bytes:
    """The figures as they were entered, every row there is room for: what is brought in again. Titles have a head of their own."""
    return table("Ket qua", HEAD, WIDTHS, _lines(counts, term))


def _lines(counts: Counts, term: Term) -> Iterator[Line]:
    for one in judged_in(term):
        if one.levels is not LEVELS:
            yield [*HEAD[:FIRST], *one.levels.values()]
        for grade in GRADES:
            for who, said in WHO.items():
                yield [
                    one.caption,
                    grade,
                    said,
                    *(counts.get(Cell(one.kind, grade, who, level)) for level in one.levels),
                ]


def public_workbook(counts: Counts) -> bytes:
    """What readers have: small groups kept back."""
    rows: list[Line] = []
    for one in tables(counts):
        if one.head[2:] != HEAD[FIRST:]:
            rows.append(["Bảng", *one.head])
        rows += [
            [one.caption, name, *(told(None) if value is None else value for value in values)]
            for name, values in one.rows
        ]
    return table("Ket qua", ("Bảng", "Khối", "Số học sinh", *LEVELS.values()), WIDTHS, rows)


@dataclass
class Read:
    """What a workbook says, and each cell that could not be read: “D5” and why."""

    counts: dict[Cell, int] = field(default_factory=dict)
    errors: list[tuple[str, str]] = field(default_factory=list)


def read(data: bytes) -> Read:
    """Read a filled workbook. Raises Unreadable where it is none."""
    found = Read()
    rows = next((rows for _, rows in book_sheets(data)), [])
    kinds = {slug(one.caption): one for one in judged_in(Term.YEAR)}
    whose = {slug(name): who for who, name in WHO.items()}
    for number, row in enumerate(rows[1:], 2):
        cells = [*row, *[""] * len(HEAD)][: len(HEAD)]
        if any(cells) and slug(cells[0]) != slug(HEAD[0]):
            _row(number, cells, kinds, whose, found)
    if not found.counts and not found.errors:
        found.errors.append(("A2", "Bảng chưa có số liệu nào."))
    return found


def _row(number: int, cells: list[str], kinds: dict[str, Judgement], whose: dict[str, Who], found: Read) -> None:
    judged, who = kinds.get(slug(cells[0])), whose.get(slug(cells[2]))
    if judged is None:
        found.errors.append((f"A{number}", f"Ghi “{'” hoặc “'.join(KINDS.values())}”."))
    if cells[1] not in map(str, GRADES):
        found.errors.append((f"B{number}", "Khối từ 6 đến 9."))
    if who is None:
        found.errors.append((f"C{number}", f"Ghi “{'” hoặc “'.join(WHO.values())}”."))
    for place, level in enumerate(judged.levels if judged else LEVELS):
        said = cells[FIRST + place]
        if said and not (is_number(said) and int(said) <= MOST):
            found.errors.append((f"{'DEFG'[place]}{number}", f"“{said[:20]}” không phải số học sinh từ 0 đến {MOST}."))
        elif said and judged is not None and who is not None and cells[1] in map(str, GRADES):
            cell = Cell(judged.kind, int(cells[1]), who, level)
            if cell in found.counts:
                found.errors.append((f"A{number}", "Dòng này đã có ở trên."))
            found.counts[cell] = int(said)
