"""Charts for everybody: where each mark of a drawing stands, for an SVG with its table beneath. Pure; no script, no colour.

A chart says nothing its table does not say: the drawing has a title and a description, marks are told apart by pattern as well as
by colour (`tone`, an index the style sheet knows), and the figures stand in the table. A figure nobody may read is None: it has no
mark, and the table says so. The drawing is as wide as a phone, so that its letters are never smaller than those around it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

WIDTH, LEFT, RIGHT = 360, 0, 56  # of the drawing, in its own units; least room for the figure after a bar
LABEL, BAR, GAP, AIR = 17, 16, 4, 12  # heights: a label, a bar, between bars of a group, between groups
TALL, FOOT = 170, 26  # of a line's field, and of the labels under it
TONES = 6  # patterns the style sheet has; a seventh series would look like the first
UNTOLD = "không nêu"  # how a legend names what is left
HIDDEN = "ẩn"  # how a table says that a figure is kept back
Value = int | float | None


@dataclass(frozen=True)
class Series:
    """One row of figures, one for each category."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Mark:
    """A bar or a part of one. `tone` names its pattern."""

    x: float
    y: float
    width: float
    height: float
    tone: int


@dataclass(frozen=True)
class Word:
    """Letters in the drawing. `kind` is label, figure, inside or axis; `anchor` as SVG says it."""

    x: float
    y: float
    text: str
    kind: str
    anchor: str = "start"


@dataclass(frozen=True)
class Line:
    """One series over time: the pieces between which nothing is kept back, and its dots."""

    tone: int
    pieces: tuple[str, ...]
    dots: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Chart:
    """A drawing and the table it stands for. `legend`: tone and name, empty where one series needs none."""

    title: str
    told: str
    height: float
    marks: tuple[Mark, ...]
    words: tuple[Word, ...]
    lines: tuple[Line, ...]
    rules: tuple[tuple[float, float, float, float], ...]
    legend: tuple[tuple[int, str], ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    width: int = WIDTH


def told(value: Value, unit: str = "") -> str:
    """A figure as people here write it: 1.234,5; a hidden one is said to be."""
    if value is None:
        return HIDDEN
    whole = f"{value:,}" if isinstance(value, int) else f"{value:,.1f}".removesuffix(".0")
    return whole.translate(str.maketrans(",.", ".,")) + unit


def bars(title: str, over: str, names: Sequence[str], values: Sequence[Value], unit: str = "") -> Chart:
    """One bar for each name. `over` says what the names are: “Khoản chi”."""
    return grouped(title, over, names, [Series(title, tuple(values))], unit)


def grouped(title: str, over: str, names: Sequence[str], series: Sequence[Series], unit: str = "") -> Chart:
    """A group of bars for each name, one bar a series: this year beside the year before."""
    most = max((value for one in series for value in one.values if value is not None), default=0) or 1
    right = max(RIGHT, *(12 + 7 * len(told(value, unit)) for one in series for value in one.values))
    marks: list[Mark] = []
    words: list[Word] = []
    y = 0.0
    for place, name in enumerate(names):
        words.append(Word(LEFT, y + LABEL - 5, name, "label"))
        y += LABEL
        for tone, one in enumerate(series):
            value = one.values[place]
            long = _round((WIDTH - right) * max(value, 0) / most) if value is not None else 0
            if long:
                marks.append(Mark(LEFT, y, long, BAR, tone % TONES))
            words.append(Word(LEFT + long + 6, y + BAR - 4, told(value, unit), "figure"))
            y += BAR + GAP
        y += AIR
    legend = tuple((tone % TONES, one.name) for tone, one in enumerate(series)) if len(series) > 1 else ()
    return _chart(title, over, names, series, unit, y, marks, words, legend=legend)


def shares(
    title: str, over: str, names: Sequence[str], series: Sequence[Series], wholes: Sequence[Value] = ()
) -> Chart:
    """One bar of a hundred per cent for each name, its parts the series. Where a part is kept back, all that is not told is one last
    piece without a figure, as long as `wholes` leave it (the printed total less the printed parts); without a total no bar is drawn."""
    marks: list[Mark] = []
    words: list[Word] = []
    untold, y = False, 0.0
    for place, name in enumerate(names):
        words.append(Word(LEFT, y + LABEL - 5, name, "label"))
        y += LABEL
        values = [one.values[place] for one in series]
        whole = wholes[place] if wholes else None
        if None in values and whole is None:
            words.append(Word(LEFT, y + BAR - 3, "có số liệu không nêu, xem bảng", "figure"))
        else:
            told_of = [value or 0 for value in values]
            rest = max((whole or 0) - sum(told_of), 0) if None in values else 0
            untold = untold or bool(rest)
            made, said = _parts(told_of, rest, y)
            marks += made
            words += said
        y += BAR + GAP + AIR
    legend = [(tone % TONES, one.name) for tone, one in enumerate(series)]
    legend += [(TONES - 1, UNTOLD)] if untold else []
    return _chart(title, over, names, series, "", y, marks, words, legend=legend)


def _parts(values: Sequence[int | float], rest: int | float, y: float) -> tuple[list[Mark], list[Word]]:
    marks, words, x = [], [], float(LEFT)
    pieces = [*enumerate(values), (TONES - 1, rest)] if rest else list(enumerate(values))
    every = [value for _, value in pieces]
    for place, ((tone, value), share) in enumerate(zip(pieces, hundredths(every), strict=True)):
        wide = _round(WIDTH * value / (sum(every) or 1))
        if wide:
            marks.append(Mark(_round(x), y, wide, BAR + GAP, tone % TONES))
        if wide >= 40 and place < len(values):
            words.append(Word(_round(x + wide / 2), y + BAR - 1, told(share, "%"), "inside", "middle"))
        x += wide
    return marks, words


def line(title: str, over: str, names: Sequence[str], series: Sequence[Series], unit: str = "") -> Chart:
    """One line a series over names in their order (years, terms); broken where a figure is kept back. From zero, so that a small
    change does not look like a great one."""
    most = max((value for one in series for value in one.values if value is not None), default=0) or 1
    step = (WIDTH - 40) / max(len(names) - 1, 1)
    xs = [_round(20 + step * place) for place in range(len(names))]
    lines, words = [], [Word(x, TALL + 18, name, "axis", "middle") for x, name in zip(xs, names, strict=True)]
    for tone, one in enumerate(series):
        points = [
            None if v is None else (x, _round(TALL - (TALL - 24) * v / most))
            for x, v in zip(xs, one.values, strict=True)
        ]
        lines.append(Line(tone % TONES, _pieces(points), tuple(point for point in points if point is not None)))
        if len(series) == 1:
            words += [
                Word(p[0], p[1] - 9, told(v, unit), "figure", "middle")
                for p, v in zip(points, one.values, strict=True)
                if p
            ]
    legend = tuple((tone % TONES, one.name) for tone, one in enumerate(series)) if len(series) > 1 else ()
    rules = ((0.0, float(TALL), float(WIDTH), float(TALL)),)
    return _chart(title, over, names, series, unit, TALL + FOOT, [], words, lines, rules, legend)


def _pieces(points: Sequence[tuple[float, float] | None]) -> tuple[str, ...]:
    pieces: list[list[str]] = [[]]
    for point in points:
        if point is None:
            pieces.append([])
        else:
            pieces[-1].append(f"{point[0]:g},{point[1]:g}")
    return tuple(" ".join(one) for one in pieces if len(one) > 1)


def _chart(
    title: str, over: str, names: Sequence[str], series: Sequence[Series], unit: str, height: float, marks: Sequence[Mark],
    words: Sequence[Word], lines: Sequence[Line] = (), rules: Sequence[tuple[float, float, float, float]] = (),
    legend: Sequence[tuple[int, str]] = (),
) -> Chart:  # fmt: skip
    rows = tuple((name, *(told(one.values[place], unit) for one in series)) for place, name in enumerate(names))
    head = (over, *(one.name for one in series))
    return Chart(title, _description(over, names, series), _round(height), tuple(marks), tuple(words), tuple(lines),
                 tuple(rules), tuple(legend), head, rows)  # fmt: skip


def _description(over: str, names: Sequence[str], series: Sequence[Series]) -> str:
    """What the drawing shows, for whoever does not see it: what is compared, and where the figures are."""
    what = ", ".join(one.name for one in series)
    return f"{over}: {', '.join(names)}. So sánh: {what}. Số liệu đầy đủ ở bảng ngay bên dưới."


def hundredths(values: Sequence[int | float]) -> list[float]:
    """Shares in per cent with one decimal that add up to exactly 100 (largest remainder); nothing where there is nothing."""
    total = sum(values)
    if not total:
        return [0.0 for _ in values]
    exact = [Fraction(value) * 1000 / Fraction(total) for value in values]
    whole = [int(one) for one in exact]
    order = sorted(range(len(values)), key=lambda n: (whole[n] - exact[n], n))
    for n in order[: 1000 - sum(whole)]:
        whole[n] += 1
    return [one / 10 for one in whole]


def _round(value: float) -> float:
    return round(value, 2)


def kept(chart: Chart) -> Mapping[str, object]:
    """The table of a chart as the records keep tables: caption, head, rows."""
    return {"caption": chart.title, "head": list(chart.head), "rows": [list(row) for row in chart.rows]}
