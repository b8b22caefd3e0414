"""Charts: where marks stand, what the table under them says, and that nothing kept back can be measured off a drawing."""

import re
from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from portal.base.charts import WIDTH, Chart, Series, bars, grouped, hundredths, line, shares, told


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0"), (1234567, "1.234.567"), (12.5, "12,5"), (12.0, "12"), (1234.5, "1.234,5"), (None, "ẩn")],
)
def test_figures_are_written_as_people_here_write_them(value: int | float | None, said: str) -> None:
    assert told(value) == said


def test_the_longest_bar_leaves_room_for_its_figure_and_none_is_drawn_for_nothing() -> None:
    made = bars("Chi", "Khoản", ["Lương", "Điện", "Khác"], [400, 100, 0], " đ")
    assert [one.width for one in made.marks] == [304, 76]
    assert [one.text for one in made.words if one.kind == "figure"] == ["400 đ", "100 đ", "0 đ"]
    assert made.rows == (("Lương", "400 đ"), ("Điện", "100 đ"), ("Khác", "0 đ"))
    assert made.legend == ()


def test_two_years_stand_beside_each_other_in_patterns_of_their_own() -> None:
    made = grouped("Thu", "Nguồn", ["Ngân sách"], [Series("2024", (10,)), Series("2025", (20,))])
    assert [(one.tone, one.width) for one in made.marks] == [(0, 152), (1, 304)]
    assert made.legend == ((0, "2024"), (1, "2025"))
    assert made.head == ("Nguồn", "2024", "2025")


def test_a_share_with_a_figure_kept_back_is_not_drawn() -> None:
    made = shares("Học tập", "Khối", ["6", "7"], [Series("Tốt", (30, 10)), Series("Đạt", (10, None))])
    assert [(one.x, one.width) for one in made.marks] == [(0, 270), (270, 90)]
    assert made.rows == (("6", "30", "10"), ("7", "10", "ẩn"))


def test_what_is_kept_back_of_a_known_whole_is_one_piece_without_a_figure() -> None:
    made = shares(
        "Học tập", "Khối", ["6"], [Series("Tốt", (30,)), Series("Đạt", (None,)), Series("Chưa đạt", (None,))], [40]
    )
    assert [(one.x, one.width, one.tone) for one in made.marks] == [(0, 270, 0), (270, 90, 5)]
    assert [one.text for one in made.words if one.kind == "inside"] == ["75%"]
    assert made.legend[-1] == (5, "không nêu")


def test_a_line_is_broken_where_a_figure_is_kept_back() -> None:
    made = line("Học sinh", "Năm", ["1", "2", "3", "4", "5"], [Series("Số", (10, 20, None, 40, 40))])
    assert made.lines[0].pieces == ("20,133.5 100,97", "260,24 340,24")
    assert len(made.lines[0].dots) == 4


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=8))
def test_shares_add_up_to_a_hundred(values: list[int]) -> None:
    assert round(sum(hundredths(values)), 1) == (100 if sum(values) else 0)


def drawn(chart: Chart) -> str:
    return render_to_string("components/chart.html", {"chart": chart, "chart_id": "bd1"})


def test_a_drawing_is_whole_named_described_and_carries_no_style() -> None:
    html = drawn(shares("Học tập <6A>", "Khối", ["6"], [Series("Tốt & khá", (30,)), Series("Đạt", (10,))]))
    figure = ElementTree.fromstring(html[html.index("<figure") : html.index("</figure>") + 9])
    svg = figure.findall("svg")[0]
    named = {one.get("id"): one.text for one in svg if one.tag in ("title", "desc")}
    assert named[svg.get("aria-labelledby")] == "Học tập <6A>"
    assert "Số liệu đầy đủ ở bảng" in str(named[svg.get("aria-describedby")])
    assert re.findall(r"style=|<script|onload", html) == []
    fills = {one.get("fill") for one in svg.iter("rect")} - {None}
    assert fills == {"url(#bd1-0)", "url(#bd1-1)"}
    assert html.count("<table") == 1


@given(st.lists(st.one_of(st.none(), st.integers(0, 10**11)), min_size=1, max_size=6))
def test_no_mark_leaves_the_drawing(values: list[int | None]) -> None:
    names = [str(n) for n in range(len(values))]
    for made in (
        bars("a", "b", names, values),
        shares("a", "b", names, [Series("s", tuple(values)), Series("t", tuple(values))]),
    ):
        assert all(
            one.x >= 0 and one.x + one.width <= WIDTH + 0.05 and one.y + one.height <= made.height for one in made.marks
        )
