"""What a run found, as a page: charts that stand alone, tables of the same figures, and nothing else of the page touched."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from bench import report
from bench.chart import Bar, Group, Scale, drawn
from bench.measuring.targets import targets
from bench.results import ALONE, APP, MEMORY, NGINX, RATE, STATIC, UNCACHED, WORDPRESS, Results, Row, Target

SVG = "{http://www.w3.org/2000/svg}"


def results() -> Results:
    return Results(
        began="2026-11-22T19:30+07:00", took=125, quick=False, sizes=[1000, 20_000], seconds=3, rounds=3,
        machine={"processors": "2 × Một bộ <xử lý>"}, versions={"a": "nginx 1.22.1", "b": "nginx 1.22.1"}, missing=["wrk is absent"],
        rows=[
            Row(RATE, STATIC, "home", 1000, [60_000, 80_000, 70_000], p50=[0.1], p99=[4.0], cpu=[0.0123], foreign=[0.1, 0.3]),
            Row(RATE, WORDPRESS, "home", 1000, [30.0, 20.0, 25.0], cpu=[67.0], failed=2, octets=110_210),
            Row(RATE, UNCACHED, "search_marks", 1000, [0.0], p99=[0.0]),
            Row(RATE, APP, "desk", 20_000, [90.0]),
            Row(ALONE, UNCACHED, "home_in_turn", 20_000, [4.0], p50=[4.0]),
            Row(MEMORY, APP, "worker", 1000, [118.04]),
            Row(MEMORY, APP, "server", 1000, []),
        ],
        targets=[Target("home", 0.3, 0.5, True, True), Target("search", 2, 3.0, False, False), Target("all", 1, None, None, True)],
    )  # fmt: skip


def test_a_chart_stands_alone_and_says_each_figure_in_words() -> None:
    picture = ElementTree.fromstring(report.chart(results(), RATE))
    assert picture.get("role") == "img"
    named = picture.get("aria-labelledby", "").split()
    assert [(element.tag, element.get("id")) for element in picture][:2] == [
        (f"{SVG}title", "title"),
        (f"{SVG}desc", "desc"),
    ]
    assert named == ["title", "desc"]
    words = [element.text for element in picture.iter(f"{SVG}text")]
    assert words == [
        "Requests a second over 16 connections, 1,000 articles (a scale of tens)", "10", "100", "1,000", "10,000", "100,000",
        "Home", "nginx static", "70,000", "WordPress", "25.0", "Search “Đức Giang”", "our app, page made anew", "0",
    ]  # fmt: skip
    assert picture.findtext(f"{SVG}desc") == (
        "Home: nginx static 70,000, WordPress 25.0; Search “Đức Giang”: our app, page made anew 0"
    )


def test_every_bar_lies_within_the_picture_and_further_is_more() -> None:
    group = Group("", [Bar(str(value), value, value / 2, value * 2, "#000", "") for value in (0.0, 0.5, 3.0, 999.0)])
    scale = Scale([group])
    ends = [scale.x(bar.middle) for bar in group.bars]
    assert ends == sorted(ends)
    assert scale.tens() == [0.1, 1, 10, 100, 1000, 10_000]
    assert (scale.x(0.1), scale.x(10_000)) == (230, 960 - 130)


@pytest.mark.parametrize("values", [[], [0.0], [1.0]])
def test_nothing_nought_and_one_figure_can_be_drawn(values: list[float]) -> None:
    groups = [Group("<a>", [Bar("&", value, value, value, "#000", "") for value in values])]
    assert ElementTree.fromstring(drawn("a < b", "c & d", groups)).findtext(f"{SVG}title") == "a < b"


@pytest.mark.parametrize(("values", "said"), [
    ([], "–"), ([0.0, 0.0], "0"), ([5.0], "5.00"), ([12.0, 10.0, 11.0], "11.0 (10.0–12.0)"), ([1234.4, 1234.4], "1,234"),
    ([0.0123], "0.012"),
])  # fmt: skip
def test_figures_are_said_with_their_spread(values: list[float], said: str) -> None:
    assert report.spread(values) == said


def test_the_page_is_written_anew_between_its_markers_only(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    page = tmp_path / "performance.md"
    page.write_text("before\n<!-- beside -->\nold\n<!-- /beside -->\nafter\n")
    report.write(results(), tmp_path)
    once = page.read_text()
    report.write(results(), tmp_path)
    assert (
        page.read_text() == once == f"before\n<!-- beside -->\n\n{report.told(results())}\n\n<!-- /beside -->\nafter\n"
    )
    assert sorted(path.name for path in (tmp_path / "pictures").iterdir()) == ["beside-alone.svg", "beside-rate.svg"]


def test_the_tables_say_every_figure_and_the_heading_what_is_missing() -> None:
    lines = report.told(results()).splitlines()
    assert lines[:5] == [
        "22/11/2026 19:30 (UTC+07:00), `python bench/run.py`, 2 minutes, 3 rounds of 3 s a window.",
        "On 2 × Một bộ <xử lý>; nginx 1.22.1.",
        "Medians of the rounds, the least and the most in brackets; all servers in turn, page by page.",
        "",
        "Not measured or not whole: wrk is absent",
    ]
    assert [line for line in lines if line.startswith("| ") and "---" not in line] == [
        "| target | promised | found |  |",
        "| home | ≥ 0.3 | 0.50 | met |",
        "| search | ≤ 2 | 3.00 | **missed** |",
        "| all | ≥ 1 | – | not measured |",
        "| page | who | requests/s | p50 ms | p99 ms | CPU ms/request | octets | foreign cores | failed |",
        "| Home | nginx static | 70,000 (60,000–80,000) | 0.10 | 4.00 | 0.012 | 0 | 0.30 | 0 |",
        "| Home | WordPress | 25.0 (20.0–30.0) | – | – | 67.0 | 110,210 | – | 2 |",
        "| Search “Đức Giang” | our app, page made anew | 0 | – | – | – | 0 | – | 0 |",
        "| page | who | requests/s | p50 ms | p99 ms | CPU ms/request | octets | foreign cores | failed |",
        "| Desk, signed in | our app | 90.0 | – | – | – | 0 | – | 0 |",
        "| page | who | articles | p50 ms | p95 ms | p99 ms | CPU ms/request |",
        "| Home | our app, page made anew | 20,000 | 4.00 | – | – | – |",
        "| page | who | articles | MB of PSS |",
        "| Worker | our app | 1,000 | 118 |",
    ]


def test_a_page_without_the_markers_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "performance.md").write_text("before")
    with pytest.raises(ValueError, match="has no"):
        report.write(results(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["performance.md"]


def test_who_stands_beside_the_limit_is_compared_with_it_turn_by_turn() -> None:
    measured = results()
    measured.rows.append(Row(RATE, NGINX, "home", 1000, [54_000, 40_000, 66_500]))
    found = {one.said: one.found for one in targets(measured) if one.found is not None}
    assert found["home, 1,000 articles: behind our nginx ÷ nginx static"] == 54_000 / 60_000
