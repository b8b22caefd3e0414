"""Results of a school in figures: what must agree, what readers get, and that no pupil follows from it (TT 22/2021; Luật 91/2025)."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.base.small_groups import is_small, leaks
from portal.people.rules import Board, Duty
from portal.records.outcomes.rules import (
    AWARDS,
    KINDS,
    LEVELS,
    SCHOOL,
    Cell,
    Kind,
    Term,
    Who,
    beside,
    charts,
    is_number,
    is_once,
    is_whole,
    may_write,
    printed,
    sizes,
    summed,
    tables,
    title_of,
)

L, C, ALL, GIRLS = Kind.LEARNING, Kind.CONDUCT, Who.ALL, Who.GIRLS


def counted(*rows: tuple[Kind, int, Who, tuple[int, int, int, int]]) -> dict[Cell, int]:
    return {
        Cell(kind, grade, who, level): n
        for kind, grade, who, ns in rows
        for level, n in zip(LEVELS, ns, strict=True)
        if n
    }


WHOLE = counted(
    (L, 6, ALL, (40, 50, 28, 2)), (C, 6, ALL, (90, 24, 6, 0)), (L, 7, ALL, (38, 46, 30, 6)), (C, 7, ALL, (88, 22, 10, 0)),
    (L, 6, GIRLS, (25, 26, 10, 0)), (C, 6, GIRLS, (50, 11, 0, 0)), (L, 7, GIRLS, (22, 25, 12, 0)), (C, 7, GIRLS, (50, 9, 0, 0)),
)  # fmt: skip


def test_a_term_is_called_as_the_school_calls_it() -> None:
    assert [title_of(2025, term) for term in Term] == [
        "Kết quả học tập, rèn luyện học kỳ I năm học 2025–2026", "Kết quả học tập, rèn luyện học kỳ II năm học 2025–2026",
        "Kết quả học tập, rèn luyện cả năm học 2025–2026",
    ]  # fmt: skip


BOARD = Board(principals=frozenset({1}), vice_principals=frozenset({2}))


@pytest.mark.parametrize(
    ("person", "duties", "may"),
    [(1, (), True), (2, (), True), (3, (), False), (3, (Duty.RESULTS,), True), (3, (Duty.ROLLS, Duty.CLERK), False)],
)
def test_who_enters_figures(person: int, duties: tuple[Duty, ...], may: bool) -> None:
    refusal = may_write(BOARD, person, duties)
    assert (None if refusal is None else refusal.rule) == (None if may else "R-OUT-01")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, []),
        (
            {Cell(C, 6, ALL, "T"): 91},
            ["Khối 6, tất cả: học tập có 120 em, rèn luyện có 121 em. Hai bảng phải cùng số học sinh."],
        ),
        (
            {Cell(L, 7, GIRLS, "D"): 31, Cell(C, 7, GIRLS, "T"): 69},
            ["Kết quả học tập, khối 7, Đạt: số nữ nhiều hơn tất cả."],
        ),
    ],
)
def test_figures_that_do_not_agree_are_told(change: dict[Cell, int], said: list[str]) -> None:
    assert [one.message for one in is_whole(WHOLE | change)] == said


def test_no_figures_at_all_and_no_number_are_told() -> None:
    assert [one and one.rule for one in (is_once(already=False), is_once(already=True))] == [None, "R-OUT-02"]
    assert [one.rule for one in is_whole({})] == ["R-OUT-03"]
    assert [is_number(n, "x") and "R-OUT-04" for n in (-1, 0, 5000, 5001)] == ["R-OUT-04", None, None, "R-OUT-04"]


def test_readers_get_no_small_group_and_the_totals_stay() -> None:
    """R-OUT-05."""
    learning = tables(WHOLE)[0]
    assert learning.head == ("Khối", "Số học sinh", "Tốt", "Khá", "Đạt", "Chưa đạt")
    rows = dict(learning.rows[:1]) | {"Toàn trường": learning.rows[-2][1]}
    assert rows["Khối 6"][0] == 120
    assert rows["Khối 6"][4] is None
    assert rows["Toàn trường"][0] == 240
    assert sum(value is None for value in printed(WHOLE).values()) <= 12


def test_nothing_small_hides_nothing() -> None:
    even = counted(*((kind, grade, ALL, (40, 50, 28, 12)) for kind in Kind for grade in (6, 7, 8, 9)))
    assert [value for value in printed(even).values() if value is None] == []
    assert [len(chart.marks) for _, chart in charts(even)] == [20, 20]
    assert [one.title for one in beside(2025, even, even)] == [
        f"{name}, toàn trường, so với năm học trước" for name in KINDS.values()
    ]


Four = st.tuples(*(st.one_of(st.integers(0, 5), st.integers(0, 60)) for _ in LEVELS))


@st.composite
def schools(draw: st.DrawFn) -> dict[Cell, int]:
    """Counts of two or three grades with their girls; conduct shares the same pupils out anew."""
    made: dict[Cell, int] = {}
    for grade in draw(st.sampled_from([(6, 7), (6, 7, 8)])):
        girls, boys = draw(Four), draw(Four)
        every = tuple(map(sum, zip(girls, boys, strict=True)))
        moved = {who: (sum(ns) - min(sum(ns), low), min(sum(ns), low), 0, 0) for low in [draw(st.integers(0, 6))]
                 for who, ns in ((GIRLS, girls), (Who.BOYS, boys))}  # fmt: skip
        conduct = tuple(map(sum, zip(*moved.values(), strict=True)))
        made |= counted(
            (L, grade, ALL, every), (L, grade, GIRLS, girls), (C, grade, ALL, conduct), (C, grade, GIRLS, moved[GIRLS])
        )
    return made


@given(schools())
@settings(max_examples=15, deadline=None)
def test_no_small_group_follows_from_both_tables_together(counts: dict[Cell, int]) -> None:
    if is_whole(counts):
        return
    shown = printed(counts)
    assert [cell for cell, count in shown.items() if count is not None and is_small(count) and cell.level] == []
    figures, relations = summed(counts)
    boys = {cell for cell in figures if cell.who is Who.BOYS}
    hidden = {cell for cell in figures if cell in boys or shown[cell] is None} - sizes(figures)
    if any(value is not None for cell, value in shown.items() if cell.level):
        assert leaks(figures, relations, hidden, sizes(figures)) == []


def test_a_boy_alone_is_not_found_from_all_and_girls() -> None:
    one_boy = counted(
        (L, 6, ALL, (30, 20, 10, 0)),
        (C, 6, ALL, (60, 0, 0, 0)),
        (L, 6, GIRLS, (20, 12, 9, 0)),
        (C, 6, GIRLS, (41, 0, 0, 0)),
    )
    shown = printed(one_boy)
    both = (
        shown[Cell(L, 6, ALL, "D")],
        shown[replace(Cell(L, 6, ALL, "D"), who=GIRLS)],
        shown[Cell("", SCHOOL, ALL, "")],
    )
    assert (both[0] is None or both[1] is None, both[2]) == (True, 60)


def with_titles(**changed: int) -> dict[Cell, int]:
    """Two grades of sixty: learning and conduct, and of the sixth the titles of a year; `changed`: of them, by level."""
    even = counted(*((kind, grade, ALL, (30, 15, 10, 5)) for kind in Kind for grade in (6, 7)))
    told = {6: {"X": 8, "G": 17, "N": 35} | changed, 7: {"X": 6, "G": 9, "N": 45}}
    return even | {Cell(AWARDS, grade, ALL, level): n for grade, of in told.items() for level, n in of.items() if n}


def test_titles_of_a_year_count_the_same_pupils_and_no_more_than_could_have_one() -> None:
    assert is_whole(with_titles()) == []
    assert [one.message for one in is_whole(with_titles(N=34))] == [
        "Khối 6, tất cả: danh hiệu có 59 em, học tập có 60 em. Ghi cả số em không có danh hiệu."
    ]
    assert [one.message for one in is_whole(with_titles(G=23, N=29))] == [
        "Khối 6, tất cả: 31 em có danh hiệu, mà chỉ 30 em có thể đạt Tốt cả học tập và rèn luyện."
    ]


def test_titles_are_a_table_of_their_own_and_small_groups_of_them_are_kept_back() -> None:
    """R-OUT-05."""
    assert [one.caption for one in tables(WHOLE)] == list(KINDS.values())
    whole = tables(with_titles())[2]
    assert (whole.head, dict(whole.rows)["Toàn trường"]) == (
        ("Khối", "Số học sinh", "Học sinh Xuất sắc", "Học sinh Giỏi", "Không có danh hiệu"), (120, 14, 26, 80)
    )  # fmt: skip
    few = with_titles(X=2, G=23)
    rows = dict(tables(few)[2].rows)
    assert (rows["Khối 6"][:2], rows["Khối 7"][1]) == ((60, None), None)  # the seventh's would give the sixth's away
    figures, relations = summed(few)
    hidden = {cell for cell, count in printed(few).items() if count is None}
    assert leaks(figures, relations, hidden, sizes(figures)) == []
    assert [len(chart.marks) for _, chart in charts(with_titles())] == [12, 12, 9]
