"""Cells as a program tells them, made a table of equally long rows; a table that only arranges pictures is none."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from portal.files.office.limits import Limits, too_long
from portal.files.office.lines import Line, Thing, told
from portal.files.office.paper import Run, Shot, Table, joined, trimmed, words
from portal.files.office.said import Said

SHORT = 300  # letters a caption in a cell may have


@dataclass
class Cell:
    """One cell: its things, how many columns and rows it takes; `hidden` where a cell above reaches over it."""

    things: list[Thing] = field(default_factory=list)
    across: int = 1
    hidden: bool = False
    down: int = 1


@dataclass
class Square:
    """One place of the grid."""

    runs: list[Run] = field(default_factory=list)
    shots: list[Shot] = field(default_factory=list)


def things_of(rows: Sequence[Sequence[Cell]], *, head: bool, said: Said, limits: Limits) -> list[Thing]:
    """A table, then the pictures that stood in it; a single cell is no table, nor is one that arranges pictures."""
    if len(rows) == 1 and len(rows[0]) == 1:
        return rows[0][0].things
    grid = _grid(rows, said, limits)
    if not grid:
        return []
    if _arranges_pictures(grid):
        return list(_pictures(grid))
    shots = [shot for row in grid for square in row for shot in square.shots]
    return [Table([[square.runs for square in row] for row in grid], [], head), *shots]


def _grid(rows: Sequence[Sequence[Cell]], said: Said, limits: Limits) -> list[list[Square]]:
    grid: list[list[Square]] = []
    wide, count = False, 0
    reaching: dict[int, int] = {}  # column → rows a cell above still covers
    for row in rows:
        squares: list[Square] = []
        for cell in row:
            while reaching.get(len(squares), 0) > 0 and not cell.hidden:
                reaching[len(squares)] -= 1
                squares.append(Square())
            room = limits.columns - len(squares)
            wide = wide or cell.across > room
            if not room:
                break
            for place in range(min(max(cell.across, 1), room)):
                if cell.down > 1:
                    reaching[len(squares)] = min(cell.down, limits.lines) - 1
                squares.append(Square() if cell.hidden or place else _square(cell, said))
        for column in range(len(squares), limits.columns):
            if reaching.get(column, 0) <= 0:
                break
            reaching[column] -= 1
            squares.append(Square())
        grid.append(squares)
        count += len(squares)
        if count > limits.cells:
            raise too_long(limits)
    if wide:
        said("wide")
    width = max(map(len, grid), default=0)
    if width * len(grid) > limits.cells:
        raise too_long(limits)
    full = [[*row, *(Square() for _ in range(width - len(row)))] for row in grid]
    return [row for row in full if any(square.runs or square.shots for square in row)]


def _square(cell: Cell, said: Said) -> Square:
    return Square(flat(cell.things, lambda: said("inner")), [thing for thing in cell.things if isinstance(thing, Shot)])


def flat(things: Iterable[Thing], inner: Callable[[], None]) -> list[Run]:
    """Lines of a cell or a note as one text with line breaks; a table within is written out, and told."""
    out: list[Run] = []
    for thing in things:
        if isinstance(thing, Line):
            out += [Run("\n"), *_marked(thing)]
        elif isinstance(thing, Table):
            inner()
            for row in thing.rows:
                out.append(Run("\n"))
                for place, cell in enumerate(row):
                    out += [Run(" | ")] * bool(place) + cell
    return trimmed(joined(out))


def _marked(line: Line) -> list[Run]:
    runs = trimmed(line.runs)
    if line.mark is None or not runs:
        return runs
    return [line.mark.drawn(), *runs]


def _arranges_pictures(grid: Sequence[Sequence[Square]]) -> bool:
    """As many cells hold pictures as hold only words, and no words are longer than a caption."""
    squares = [square for row in grid for square in row]
    pictured = sum(bool(square.shots) for square in squares)
    worded = [square for square in squares if square.runs and not square.shots]
    return 0 < pictured >= len(worded) and all(len(words(square.runs)) <= SHORT for square in squares)


def _pictures(grid: Sequence[Sequence[Square]]) -> Iterable[Thing]:
    """Each picture with the words of its cell, or of the cell below it; words that belong to none come after."""
    used: set[tuple[int, int]] = set()
    for down, row in enumerate(grid):
        for across, square in enumerate(row):
            if not square.shots:
                if (down, across) not in used and told(square.runs):
                    yield Line(square.runs)
                continue
            caption = square.runs
            below = grid[down + 1][across] if down + 1 < len(grid) else Square()
            if not caption and below.runs and not below.shots:
                caption = below.runs
                used.add((down + 1, across))
            caption = [replace(run, bold=False, italic=False, underline=False) for run in caption]
            last = len(square.shots) - 1
            for place, shot in enumerate(square.shots):
                yield replace(shot, caption=trimmed(caption)) if place == last else shot
