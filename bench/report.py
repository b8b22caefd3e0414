"""The results as part of docs/performance.md: charts, the tables beneath, the targets: `python -m bench.report RESULTS.json`.

What stands between the markers is written anew, the rest of the page is left as it is.
"""

import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from statistics import median

from bench.chart import Bar, Group, drawn
from bench.results import (
    ALONE,
    APP,
    MEMORY,
    MOMENT,
    NGINX,
    RATE,
    STATIC,
    UNCACHED,
    WORDPRESS,
    WORDPRESS_CACHED,
    Results,
    Row,
    read,
)

DOCS = Path(__file__).resolve().parents[1] / "docs"
TURN = "_in_turn"
PAGE, FROM, UNTIL = "performance.md", "<!-- beside -->", "<!-- /beside -->"
COLOURS = {STATIC: "#6b7280", NGINX: "#0f766e", APP: "#1d4f91", WORDPRESS_CACHED: "#d97706", UNCACHED: "#5b8bc9",
           WORDPRESS: "#b45309"}  # fmt: skip
PAGES = {
    "home": "Home", "article": "Article", "list": "List", "search_marks": "Search “Đức Giang”",
    "search_plain": "Search “duc giang”", "feed": "Feed", "home_gzip": "Home, gzip", "article_gzip": "Article, gzip",
    "desk": "Desk, signed in", "review": "Review page, signed in", "home_in_turn": "Home", "list_in_turn": "List",
    "article_in_turn": "Article", "cold_start": "Cold start", "approve_to_visible_app": "Approved until the app shows it",
    "approve_to_visible_nginx": "Approved until our nginx shows it", "server_and_worker": "Server and worker",
    "server": "Server", "worker": "Worker", "all": "All its processes",
}  # fmt: skip
CHARTED = ("home", "article", "list", "search_marks", "search_plain", "feed")
CHARTS = {RATE: ("beside-rate.svg", "Requests a second over 16 connections"),
          ALONE: ("beside-alone.svg", "Milliseconds of one request, one client")}  # fmt: skip
MARKS = {True: "met", False: "**missed**", None: "not measured"}


def write(results: Results, docs: Path = DOCS) -> None:
    """Put it into the page, the charts beside it. Raises ValueError where the page has no place for it."""
    page = docs / PAGE
    before, _, rest = page.read_text().partition(FROM)
    _, found, after = rest.partition(UNTIL)
    if not found:
        raise ValueError(f"{page.name} has no {FROM} … {UNTIL}")
    charts = {kind: chart(results, kind) for kind in CHARTS}
    for kind, picture in charts.items():
        (docs / "pictures" / CHARTS[kind][0]).write_text(picture)
    page.write_text(f"{before}{FROM}\n\n{told(results)}\n\n{UNTIL}{after}")


def told(results: Results) -> str:
    """Everything between the markers."""
    size = charted(results)
    pictures = (f"![{said}, {size:,} articles; the figures stand in the tables beneath.](pictures/{file})"
                for file, said in CHARTS.values())  # fmt: skip
    parts = ["\n".join(heading(results)), *pictures, "\n".join(targets(results)), *tables(results)]
    return "\n\n".join(part for part in parts if part)


def heading(results: Results) -> Iterator[str]:
    """When, where, with what, and what could not be had."""
    began = datetime.fromisoformat(results.began)
    rounds = f"{results.rounds} round{'s' * (results.rounds != 1)} of {results.seconds:g} s a window"
    how = f"the quick run, {rounds}" if results.quick else rounds
    yield f"{began:%d/%m/%Y %H:%M} ({began.tzname()}), `python bench/run.py`, {results.took / 60:.0f} minutes, {how}."
    yield f"On {', '.join(results.machine.values())}; {'; '.join(dict.fromkeys(results.versions.values()))}."
    yield "Medians of the rounds, the least and the most in brackets; all servers in turn, page by page."
    yield from (f"\nNot measured or not whole: {sentence.splitlines()[0]}" for sentence in results.missing)


def charted(results: Results) -> int:
    """The largest size that every side was measured at, else the largest."""
    peered = [row.size for row in results.rows if row.subject == WORDPRESS and row.kind in CHARTS]
    return max(peered or [row.size for row in results.rows] or results.sizes)


def chart(results: Results, kind: str) -> str:
    size, (_, title) = charted(results), CHARTS[kind]
    groups = []
    for page in CHARTED:
        found = [results.find(kind, subject, page, size) for subject in COLOURS]
        bars = [_bar(row) for row in found if row is not None and row.values]
        groups += [Group(PAGES[page], bars)] if bars else []
    said = "; ".join(
        f"{group.name}: " + ", ".join(f"{bar.name} {bar.figure}" for bar in group.bars) for group in groups
    )
    return drawn(f"{title}, {size:,} articles (a scale of tens)", said, groups)


def _bar(row: Row) -> Bar:
    return Bar(row.subject, row.middle, min(row.values), max(row.values), COLOURS[row.subject], figure(row.middle))


def targets(results: Results) -> Iterator[str]:
    yield from table(
        ("target", "promised", "found", ""),
        [(one.said, f"{'≥' if one.least else '≤'} {one.bound:g}", "–" if one.found is None else figure(one.found),
          MARKS[one.met]) for one in results.targets],
    )  # fmt: skip


def tables(results: Results) -> Iterator[str]:
    """Of pages one table for each size and way of asking, of the rest one each."""
    for size in results.sizes:
        for kind, title, first in (
            (RATE, "16 connections", ("requests/s", "p50 ms")), (ALONE, "one client", ("p50 ms", "p95 ms")),
        ):  # fmt: skip
            columns = (*first, "p99 ms", "CPU ms/request", "octets", "foreign cores", "failed")
            rows = [row for row in results.rows if (row.kind, row.size) == (kind, size) and not row.page.endswith(TURN)]
            yield section(f"{size:,} articles, {title}", columns, rows, sized=False)
    in_turn = [row for row in results.rows if row.page.endswith(TURN)]
    yield section(
        "The sizes in turn: pages made anew, one client", ("p50 ms", "p95 ms", "p99 ms", "CPU ms/request"), in_turn
    )
    yield section("Moments", ("seconds", "missed"), [row for row in results.rows if row.kind == MOMENT])
    yield section("Memory", ("MB of PSS",), [row for row in results.rows if row.kind == MEMORY])


def section(title: str, columns: Sequence[str], rows: Sequence[Row], *, sized: bool = True) -> str:
    """A titled table of rows, page by page, with how many articles there were if that differs; nothing without rows."""
    order = list(PAGES)
    rows = sorted((row for row in rows if row.values), key=lambda row: (order.index(row.page), row.size))
    if not rows:
        return ""
    named = ("page", "who", *(["articles"] if sized else []), *columns)
    lines = [(PAGES[row.page], who(row), *([f"{row.size:,}"] if sized else []), *(cell(row, one) for one in columns))
             for row in rows]  # fmt: skip
    return "\n".join([f"### {title}", "", *table(named, lines)])


def who(row: Row) -> str:
    """Whose figure it is; what is never kept is our app's, from memory or not."""
    return row.subject if row.subject != APP or row.page in (*CHARTED, "home_gzip", "article_gzip") else "our app"


def cell(row: Row, column: str) -> str:
    """What stands in one column of one row; a time of nought is none, as nobody was answered."""
    plain = {"octets": f"{row.octets:,}", "failed": str(row.failed), "missed": str(row.failed)}
    listed = {"p50 ms": row.p50, "p95 ms": row.p95, "p99 ms": row.p99, "CPU ms/request": row.cpu}
    if column in plain:
        return plain[column]
    if column == "foreign cores":
        return f"{max(row.foreign):.2f}" if row.foreign else "–"
    return spread([took for took in listed[column] if took] if column in listed else row.values)


def spread(values: Sequence[float]) -> str:
    """The median, and the least and the most in brackets where they differ."""
    if not values:
        return "–"
    ends = figure(min(values)), figure(max(values))
    return figure(median(values)) + ("" if ends[0] == ends[1] else f" ({ends[0]}–{ends[1]})")


def figure(value: float) -> str:
    """Three digits or so, thousands set apart."""
    if value == 0 or value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.2g}"


def table(columns: Sequence[str], lines: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines of Markdown; none without lines."""
    if lines:
        yield f"| {' | '.join(columns)} |"
        yield f"|{' --- |' * len(columns)}"
        yield from (f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    write(read(Path(sys.argv[1])))
