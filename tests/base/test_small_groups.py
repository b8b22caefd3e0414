"""No pupil is found in the figures of a school: small groups are hidden, and no reckoning brings them back (Luật 91/2025)."""

from collections.abc import Mapping, Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.base.small_groups import SMALLEST, Relation, is_small, kept_back


def row(*counts: int) -> tuple[dict[object, int], list[Relation]]:
    parts = tuple(range(len(counts)))
    return {**dict(enumerate(counts)), "all": sum(counts)}, [Relation("all", parts)]


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ((20, 15, 5, 0), set()),  # nothing small; a nought is no group
        ((20, 15, 5, 5), set()),
        ((20, 15, 3, 0), {2, 1}),  # one alone would follow from the total: the smallest of the others goes with it
        ((20, 15, 3, 2), {2, 3}),  # two that make five
        ((20, 15, 3, 1), {2, 3, 1}),  # two that make four are a small group again
        ((20, 0, 0, 1), {0, 3}),
        ((0, 0, 0, 4), {3, "all"}),  # alone it is its own total
        ((1, 1, 1, 1), {0, 1, 2, 3, "all"}),
        ((4, 4, 0, 0), {0, 1}),
    ],
)
def test_one_line_keeps_back_as_much_as_it_must(counts: tuple[int, ...], hidden: set[object]) -> None:
    figures, relations = row(*counts)
    assert kept_back(figures, relations) == hidden


def table(cells: Sequence[Sequence[int]]) -> tuple[dict[object, int], list[Relation]]:
    """Classes by levels, with totals on both sides."""
    high, wide = len(cells), len(cells[0])
    figures: dict[object, int] = {(r, c): cells[r][c] for r in range(high) for c in range(wide)}
    figures |= {(r, "all"): sum(cells[r]) for r in range(high)}
    figures |= {("all", c): sum(line[c] for line in cells) for c in range(wide)}
    figures["all", "all"] = sum(map(sum, cells))
    rows, columns = (*range(high), "all"), (*range(wide), "all")
    relations = [Relation((r, "all"), tuple((r, c) for c in range(wide))) for r in rows]
    relations += [Relation(("all", c), tuple((r, c) for r in range(high))) for c in columns]
    return figures, relations


def test_a_table_hides_a_second_line_too_so_that_columns_do_not_give_it_away() -> None:
    figures, relations = table([[20, 15, 3], [22, 14, 9]])
    assert kept_back(figures, relations) == {(0, 1), (0, 2), (1, 1), (1, 2)}


def test_boys_no_table_has_are_not_found_from_all_and_girls() -> None:
    figures = {"all": 40, "girls": 37, "boys": 3}
    assert kept_back(figures, [Relation("all", ("girls", "boys"))], {"boys"}) == {"girls"}
    figures = {"all": 40, "girls": 20, "boys": 20}
    assert kept_back(figures, [Relation("all", ("girls", "boys"))], {"boys"}) == frozenset()


def test_what_everybody_knows_is_never_hidden_and_all_its_parts_may_be() -> None:
    figures, relations = row(0, 0, 0, 4)
    assert kept_back(figures, relations, known={"all"}) == {0, 1, 2, 3}
    figures, relations = row(20, 15, 3, 1)
    assert kept_back(figures, relations, known={"all"}) == {1, 2, 3}


def test_another_table_of_the_same_pupils_gives_nothing_away() -> None:
    """By class in one table, by sex in the other: the grade's figure stands in both."""
    figures = {"6": 30, "6A": 27, "6B": 3, "girls": 16, "boys": 14}
    by_class, by_sex = Relation("6", ("6A", "6B")), Relation("6", ("girls", "boys"))
    assert kept_back(figures, [by_class, by_sex]) == {"6A", "6B"}


def test_a_total_that_is_not_the_sum_is_refused() -> None:
    with pytest.raises(ValueError, match="is not the sum"):
        kept_back({"all": 9, "a": 4, "b": 4}, [Relation("all", ("a", "b"))])
    with pytest.raises(ValueError, match="below nought"):
        kept_back({"all": 4, "a": 5, "b": -1}, [Relation("all", ("a", "b"))])


Cells = st.integers(1, 3).flatmap(
    lambda wide: st.lists(
        st.lists(st.one_of(st.integers(0, 6), st.integers(0, 40)), min_size=wide, max_size=wide), min_size=1, max_size=3
    )
)


def atoms(cells: Sequence[Sequence[int]], hidden: frozenset[object]) -> dict[frozenset[object], int]:
    """What is printed, each figure as the set of cells it counts."""
    high, wide = range(len(cells)), range(len(cells[0]))
    figures, _ = table(cells)
    printed = {}
    for (r, c), count in figures.items():  # type: ignore[misc]
        if (r, c) not in hidden:
            printed[frozenset(product(high if r == "all" else [r], wide if c == "all" else [c]))] = count
    return printed


def every_subtraction(printed: Mapping[frozenset[object], int]) -> dict[frozenset[object], int]:
    """Every group whose number follows by taking a group from one that holds it, or adding two that share nobody."""
    known, fresh = dict(printed), list(printed)
    while fresh:
        new = {}
        for one, other in product(fresh, list(known)):
            if one > other:
                new[one - other] = known[one] - known[other]
            elif other > one:
                new[other - one] = known[other] - known[one]
            elif not one & other:
                new[one | other] = known[one] + known[other]
        fresh = [group for group in new if group not in known]
        known |= new
    return known


@given(Cells)
@settings(max_examples=60, deadline=None)
def test_no_subtraction_finds_a_small_cell_line_or_column(cells: list[list[int]]) -> None:
    figures, relations = table(cells)
    hidden = kept_back(figures, relations)
    found = every_subtraction(atoms(cells, hidden))
    whole = atoms(cells, frozenset())
    assert [group for group in whole if group in found and is_small(found[group])] == []


@given(st.lists(st.lists(st.integers(0, 7), min_size=2, max_size=2), min_size=2, max_size=2))
@settings(max_examples=80, deadline=None)
def test_every_small_figure_may_be_at_least_two_numbers(cells: list[list[int]]) -> None:
    """The strongest reader: he writes down every table of counts that agrees with what is printed."""
    figures, relations = table(cells)
    hidden = kept_back(figures, relations)
    small = [key for key in figures if key in hidden and is_small(figures[key])]
    if not small or not any(key not in hidden for key in figures):
        return
    may_be: dict[object, set[int]] = {key: set() for key in small}
    for guess in possible(cells, hidden):
        other, _ = table(guess)
        for key in small:
            may_be[key].add(other[key])
        if all(len(numbers) > 1 for numbers in may_be.values()):
            return
    raise AssertionError(f"{cells}: {may_be}")


def possible(cells: Sequence[Sequence[int]], hidden: frozenset[object]) -> list[list[list[int]]]:
    """Tables that agree with what is printed, of numbers up to eight beside the real ones, nearest first."""
    figures, _ = table(cells)
    free = [(r, c) for r in range(len(cells)) for c in range(len(cells[0])) if (r, c) in hidden]
    agree = []
    for moved in sorted(product((-2, -1, 0, 1, 2), repeat=len(free)), key=lambda one: sum(map(abs, one))):
        guess = [list(line) for line in cells]
        for (r, c), by in zip(free, moved, strict=True):
            guess[r][c] += by
        if min(map(min, guess)) >= 0:
            other, _ = table(guess)
            if all(other[key] == figures[key] for key in figures if key not in hidden):
                agree.append(guess)
                if len(agree) > 40:
                    break
    return agree


@given(Cells)
@settings(max_examples=60, deadline=None)
def test_a_table_without_a_small_group_is_printed_whole(cells: list[list[int]]) -> None:
    figures, relations = table([[count and count + SMALLEST for count in line] for line in cells])
    assert kept_back(figures, relations) == frozenset()
