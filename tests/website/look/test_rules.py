"""Who prepares the look, who decides it: tables."""

import pytest

from portal.people.rules import Board
from portal.website.look.rules import (
    colours_read,
    deciders,
    header_fits,
    may_decide,
    may_prepare,
    pictures_checked,
    reason_said,
    something_changes,
    still_waits,
)
from tests.website.look.boards import ACTING, DEPUTY, HEAD, MEMBER, SECRETARY, STRANGER, SYSADMIN, board


@pytest.mark.parametrize(
    ("person", "may"),
    [(HEAD, True), (DEPUTY, True), (MEMBER, True), (SECRETARY, True), (SYSADMIN, True), (STRANGER, False)],
)
def test_the_board_and_the_administrator_prepare(person: int, may: bool) -> None:
    assert (may_prepare(board(), person) is None) == may


@pytest.mark.parametrize(
    ("stands", "preparer", "who"),
    [
        (board(), SECRETARY, {HEAD}),
        (board(), SYSADMIN, {HEAD}),
        (board(), HEAD, {DEPUTY}),
        (board(), DEPUTY, {HEAD}),
        (board(away=HEAD), SECRETARY, {HEAD, DEPUTY}),
        (board(away=HEAD), DEPUTY, {HEAD}),
        (board(acting=True), SECRETARY, {ACTING}),
        (board(acting=True), ACTING, {DEPUTY}),
    ],
)
def test_the_head_decides_else_the_deputy_never_the_preparer(stands: Board, preparer: int, who: set[int]) -> None:
    assert deciders(stands, preparer) == who
    told = {
        person: may_decide(stands, preparer, person) for person in (HEAD, ACTING, DEPUTY, MEMBER, SYSADMIN, preparer)
    }
    assert {person for person, no in told.items() if no is None} == who
    assert told[preparer] is not None
    assert told[preparer].rule == "R-LOOK-03"


@pytest.mark.parametrize(
    ("ink", "phuong", "fields"),
    [
        ("#3b2a8c", "#c8202f", []),
        ("#17694d", "#b3261e", []),
        ("#ffcc00", "#c8202f", ["ink"]),
        ("#ffcc00", "#ff8fa3", ["ink", "phuong"]),
        ("#3B2A8C", "red", ["ink", "phuong"]),
        ("#000000;}", "", ["ink", "phuong"]),
    ],
)
def test_a_colour_nobody_could_read_is_refused_at_its_field(ink: str, phuong: str, fields: list[str]) -> None:
    assert [one.field for one in colours_read({"ink": ink, "phuong": phuong})] == fields


def test_the_refusal_names_a_colour_that_would_do() -> None:
    (one,) = colours_read({"ink": "#ffcc00", "phuong": "#c8202f"})
    assert (one.rule, "#876c00" in one.message) == ("R-LOOK-02", True)
    assert list(colours_read({"ink": "#876c00", "phuong": "#c8202f"})) == []


def test_the_small_rules() -> None:
    said = [
        something_changes({"a": 1}, {"a": 1}), something_changes({"a": 1}, {"a": 2}), still_waits("replaced"),
        still_waits("prepared"), header_fits(1280, 427), header_fits(1280, 426), header_fits(900, 100),
        pictures_checked(True), pictures_checked(False), reason_said("  "), reason_said("Chữ mờ."),
    ]  # fmt: skip
    assert [one.rule if one else "" for one in said] == [
        "R-LOOK-05", "", "R-LOOK-06", "", "R-LOOK-07", "", "R-LOOK-07", "R-LOOK-08", "", "R-LOOK-09", "",
    ]  # fmt: skip
