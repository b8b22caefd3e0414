"""One sheet of a workbook as a grid of words, merged cells resolved: every place under a merge shows the words of its first cell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

MOST_ROWS, MOST_COLUMNS = 1500, 200  # of one sheet that are looked at


@dataclass(frozen=True)
class Cell:
    """Words with the place they were written in (1-based), wherever a merge shows them."""

    text: str
    row: int
    column: int


@dataclass(frozen=True)
class Grid:
    """A sheet: its name, the words at each (row, column), how far it reaches."""

    name: str
    cells: Mapping[tuple[int, int], Cell]
    rows: int
    columns: int

    def at(self, row: int, column: int) -> Cell | None:
        return self.cells.get((row, column))

    def text(self, row: int, column: int) -> str:
        found = self.cells.get((row, column))
        return found.text if found else ""

    def row(self, row: int) -> Iterator[tuple[int, Cell]]:
        """The cells of a row with words in them, left to right, each with the column it is seen in."""
        for column in range(1, self.columns + 1):
            found = self.cells.get((row, column))
            if found is not None:
                yield column, found

    def place(self, cell: Cell) -> str:
        """How people find a cell: “Toàn trường!C7”."""
        return f"{self.name}!{letters(cell.column)}{cell.row}"


Merge = tuple[int, int, int, int]  # first row, first column, last row, last column; 1-based, inclusive


def gridded(name: str, rows: Sequence[Sequence[str]], merges: Iterable[Merge] = ()) -> Grid:
    """A grid of rows of words; blank cells are none."""
    cells: dict[tuple[int, int], Cell] = {}
    for row, values in enumerate(rows[:MOST_ROWS], 1):
        for column, value in enumerate(values[:MOST_COLUMNS], 1):
            if value.strip():
                cells[row, column] = Cell(value.strip(), row, column)
    height, width = min(len(rows), MOST_ROWS), min(max(map(len, rows), default=0), MOST_COLUMNS)
    room = height * width  # places: merges of an honest program never overlap, so together they take no more
    for top, left, bottom, right in merges:
        first = cells.get((top, left))
        down, across = range(top, min(bottom, height) + 1), range(left, min(right, width) + 1)
        if first is not None and len(down) * len(across) <= room:
            room -= len(down) * len(across)
            cells.update(((row, column), first) for row in down for column in across)
    return Grid(name, cells, height, width)


def letters(column: int) -> str:
    """The letters of a column: 1 is A, 27 is AA."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found
