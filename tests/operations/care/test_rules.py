"""Who may do what about faults of what is up, and when a fault is one. No database."""

from datetime import datetime, timedelta

import pytest

from portal.base.clock import ZONE
from portal.operations.care.rules import (
    CLAUSES,
    NAMES,
    SAFETY,
    Kind,
    chosen,
    domain_is_whole,
    is_broken,
    line_is_down,
    may_allow_outside,
    may_keep_domains,
    may_look_over,
    may_mend,
    may_see,
    night_is_due,
    one_round_at_a_time,
    responsible,
    says_how,
    still_open,
)  # fmt: skip
from portal.people.rules import Board

HEAD, DEPUTY, SECRETARY, MEMBER, OTHER, ADMIN, PRINCIPAL, TEACHER = range(1, 9)
BOARD = Board(
    heads=frozenset({HEAD}), deputies=frozenset({DEPUTY}), secretaries=frozenset({SECRETARY}),
    members=frozenset({MEMBER, OTHER}), fields={7: frozenset({MEMBER}), 8: frozenset({OTHER})},
    sysadmins=frozenset({ADMIN}), principals=frozenset({PRINCIPAL}), away=frozenset({OTHER}),
)  # fmt: skip
AT = datetime(2026, 11, 16, 8, 0, tzinfo=ZONE)


@pytest.mark.parametrize(
    "rule, id, allowed",
    [
        (may_see, "R-CARE-01", {HEAD, DEPUTY, SECRETARY, MEMBER, OTHER, ADMIN, PRINCIPAL}),
        (may_look_over, "R-CARE-02", {HEAD, DEPUTY, SECRETARY, ADMIN}),
        (lambda board, person: may_mend(board, person, Kind.NO_ALT), "R-CARE-04", {HEAD, DEPUTY, SECRETARY}),
        (lambda board, person: may_mend(board, person, Kind.HIDDEN), "R-CARE-04", {HEAD, DEPUTY, SECRETARY, ADMIN}),
        (may_keep_domains, "R-CARE-07", {HEAD, DEPUTY, SECRETARY}),
        (may_allow_outside, "R-CARE-09", {HEAD}),
    ],
)
def test_each_verb_is_for_these_people(rule, id: str, allowed: set[int]) -> None:  # type: ignore[no-untyped-def]
    told = {person: rule(BOARD, person) for person in range(1, 9)}
    assert {person for person, refusal in told.items() if refusal is None} == allowed
    assert {refusal.rule for refusal in told.values() if refusal} == {id}


def test_every_kind_has_its_name_and_clause() -> None:
    assert (set(NAMES), set(CLAUSES)) == (set(Kind), set(Kind))


def test_refusals_say_what_is_missing() -> None:
    busy, silent, closed, broken = one_round_at_a_time(AT), says_how("  "), still_open(False), domain_is_whole(None)
    assert [one.rule for one in (busy, silent, closed, broken) if one] == [
        "R-CARE-03",
        "R-CARE-05",
        "R-CARE-06",
        "R-CARE-08",
    ]
    assert [one_round_at_a_time(None), says_how("sửa"), still_open(True), domain_is_whole("a.vn")] == [None] * 4


@pytest.mark.parametrize(
    "kind, field, uploader, whose",
    [
        (Kind.NO_ALT, 7, None, {MEMBER}),
        (Kind.NO_ALT, 8, None, {SECRETARY}),  # R-CARE-12: the Member is away
        (Kind.STALE, None, None, {SECRETARY}),
        (Kind.INJECTED, 7, None, {ADMIN, HEAD}),
        (Kind.UNUSED, None, TEACHER, {TEACHER}),
        (Kind.UNUSED, None, None, {SECRETARY}),
    ],
)
def test_each_fault_concerns_somebody(kind: Kind, field: int | None, uploader: int | None, whose: set[int]) -> None:
    assert responsible(kind, BOARD, field=field, uploader=uploader) == whose


@pytest.mark.parametrize(
    "status, days, broken",
    [
        (200, 5, False), (404, 0, True), (410, 0, True), (403, 9, False), (429, 9, False), (999, 9, False),
        (0, 0, False), (0, 1, True), (503, 0, False), (503, 1, True), (301, 1, False),
    ],
)  # fmt: skip
def test_r_care_10_a_link_is_broken_when_gone_or_silent_on_two_days(status: int, days: int, broken: bool) -> None:
    """R-CARE-10"""
    assert is_broken(status, days) is broken


def test_r_care_14_nobody_is_called_broken_when_the_schools_own_line_is_down() -> None:
    """R-CARE-14"""
    assert [line_is_down(told) for told in ([0, 0, 0], [0, 0], [0, 404, 0], [])] == [True, False, False, False]


@pytest.mark.parametrize(
    "last, now, due",
    [
        (None, AT, False),
        (None, AT.replace(hour=2), True),
        (AT.replace(hour=2), AT.replace(hour=3), False),
        (AT - timedelta(days=1, hours=6), AT.replace(hour=2), True),
        (AT - timedelta(hours=29), AT, False),
        (AT - timedelta(hours=31), AT, True),  # its machine slept
    ],
)
def test_r_care_13_each_night_or_the_day_after_a_night_slept_through(
    last: datetime | None, now: datetime, due: bool
) -> None:
    """R-CARE-13"""
    assert night_is_due(last, now) is due


def test_the_newest_and_the_head_always_and_the_archive_in_turn() -> None:
    pages = [f"/{number}/" for number in range(10)]
    first = chosen(pages, "", newest=2, most=3)
    second = chosen(pages, first[-1], newest=2, most=3)
    assert first == ["/0/", "/1/", "/8/", "/9/", "/2/", "/3/", "/4/"]
    assert second == ["/0/", "/1/", "/8/", "/9/", "/5/", "/6/", "/7/"]
    assert chosen(pages, second[-1], newest=2, most=3)[-3:] == ["/2/", "/3/", "/4/"]
    assert chosen(["/", "/a/"], "", newest=2, most=3) == ["/", "/a/"]


def test_faults_of_safety_are_what_somebody_broke_in_for() -> None:
    assert {Kind.INJECTED, Kind.HIDDEN, Kind.CLOAKED, Kind.STRANGE, Kind.LOOKALIKE} == SAFETY
