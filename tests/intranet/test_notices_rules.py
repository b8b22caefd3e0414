"""Internal notices: whom they reach, who sees who has read them, what a correction does; tables, no database (Điều 15.1)."""

from datetime import date, datetime, timedelta

import pytest

from portal.base.clock import ZONE
from portal.intranet.notices.rules import (
    ALWAYS,
    UNIT_LEADERS,
    Colleague,
    Reading,
    To,
    is_late,
    is_whole,
    mark_due,
    may_carry,
    may_confirm,
    may_remind,
    may_see,
    may_write,
    must_confirm,
    reached_since,
    reading,
    school_year,
    sees_readers,
    year_name,
)  # fmt: skip
from portal.people.rules import Board

NOW = datetime(2026, 11, 16, 8, 0, tzinfo=ZONE)
JUNE, OCTOBER = NOW - timedelta(days=160), NOW - timedelta(days=40)
BOARD = Board(heads=frozenset({1}), secretaries=frozenset({2}), principals=frozenset({3}), sysadmins=frozenset({9}))
LAN = Colleague(5, offices={"member": OCTOBER}, units={7: JUNE}, leads=frozenset({7}))


@pytest.mark.parametrize(("kind", "suspended", "rule"), [
    ("staff", False, ""), ("staff", True, "R-NOTICE-01"), ("collaborator", False, "R-NOTICE-01"), ("parent", False, "R-NOTICE-01"),
])  # fmt: skip
def test_who_writes(kind: str, suspended: bool, rule: str) -> None:
    refusal = may_write(kind, suspended=suspended)
    assert (refusal.rule if refusal else "") == rule


@pytest.mark.parametrize(("to", "since"), [
    (To(everyone=True), ALWAYS), (To(people=frozenset({5})), ALWAYS), (To(people=frozenset({6})), None), (To(), None),
    (To(offices=frozenset({"member"})), OCTOBER), (To(offices=frozenset({"head"})), None),
    (To(units=frozenset({7})), JUNE), (To(units=frozenset({8})), None),
    (To(offices=frozenset({UNIT_LEADERS})), JUNE), (To(offices=frozenset({"member"}), units=frozenset({7})), JUNE),
])  # fmt: skip
def test_whom_it_reaches(to: To, since: datetime | None) -> None:
    """R-NOTICE-02."""
    assert reached_since(to, LAN) == since


@pytest.mark.parametrize(("person", "reached", "seen"), [
    (1, False, True), (2, False, True), (3, False, True), (9, False, False), (4, False, True), (5, True, True), (5, False, False),
])  # fmt: skip
def test_who_may_see(person: int, reached: bool, seen: bool) -> None:
    """R-NOTICE-03: 4 wrote it, 9 keeps the machine."""
    assert (may_see(BOARD, person, reached=reached, writer=4) is None) == seen


@pytest.mark.parametrize(("title", "words", "to", "day", "fields"), [
    ("Họp", "Mai họp.", To(everyone=True), None, []),
    ("Họp", "Mai họp.", To(everyone=True), date(2026, 11, 16), []),
    (" ", "", To(), None, ["title", "intro", "to_everyone"]),
    ("Họp", "Mai họp.", To(everyone=True), date(2026, 11, 15), ["acknowledge_by"]),
    ("Họp", "x" * 20_001, To(everyone=True), date(2028, 1, 1), ["intro", "acknowledge_by"]),
])  # fmt: skip
def test_what_a_notice_needs(title: str, words: str, to: To, day: date | None, fields: list[str]) -> None:
    """R-NOTICE-04."""
    assert [one.field for one in is_whole(title, words, to, day, NOW.date())] == fields


@pytest.mark.parametrize(
    ("papers", "refused"), [([1, 2], False), ([1, 3], False), ([4], True), (list(range(10, 31)), True)]
)
def test_nobody_carries_a_colleagues_file(papers: list[int], refused: bool) -> None:
    """R-NOTICE-05."""
    assert (may_carry(papers, own=[1, 2, *range(10, 31)], before=[3]) is not None) == refused


def test_who_must_confirm() -> None:
    """R-NOTICE-06: all four, or not."""
    whole = {"asked": True, "standing": True, "reached": True, "writer": False}
    turned = [must_confirm(**{**whole, name: not value}) for name, value in whole.items()]
    assert (must_confirm(**whole), turned) == (True, [False] * 4)


def test_a_correction_asks_again() -> None:
    """R-NOTICE-07: what was confirmed was other words."""
    old = {"a" * 64: NOW}
    assert [reading(old, "a" * 64), reading(old, "b" * 64), reading({}, "b" * 64)] == [
        Reading.DONE,
        Reading.AGAIN,
        Reading.OPEN,
    ]
    refusals = [may_confirm(True, "a", "a"), may_confirm(True, "a", "b"), may_confirm(False, "a", "a")]
    assert [one.ground if one else None for one in refusals] == [None, "conflict", "conflict"]


@pytest.mark.parametrize(("since", "at", "late"), [
    (ALWAYS, NOW, False), (ALWAYS, NOW + timedelta(days=2), True), (NOW + timedelta(days=1), NOW + timedelta(days=2), False),
])  # fmt: skip
def test_who_joined_later_is_never_late(since: datetime, at: datetime, late: bool) -> None:
    """R-NOTICE-08."""
    assert is_late(datetime(2026, 11, 17, tzinfo=ZONE), since, at) == late


@pytest.mark.parametrize(("person", "leads", "seen"), [
    (4, frozenset(), True), (1, frozenset(), True), (3, frozenset(), True), (9, frozenset(), False), (5, frozenset(), False),
    (5, frozenset({7}), frozenset({7})),
])  # fmt: skip
def test_who_sees_who_has_not(person: int, leads: frozenset[int], seen: object) -> None:
    """R-NOTICE-09."""
    assert sees_readers(BOARD, person, writer=4, leads=leads) == seen


@pytest.mark.parametrize(("seen", "many", "on", "ground"), [
    (True, 2, None, None), (frozenset({7}), 1, date(2026, 11, 15), None), (False, 2, None, "forbidden"),
    (True, 0, None, "conflict"), (True, 2, date(2026, 11, 16), "conflict"),
])  # fmt: skip
def test_who_reminds(seen: frozenset[int] | bool, many: int, on: date | None, ground: str | None) -> None:
    """R-NOTICE-10."""
    refusal = may_remind(seen, many, reminded_on=on, today=NOW.date())
    assert (refusal.ground if refusal else None) == ground


@pytest.mark.parametrize(("day", "hour", "mark"), [
    (15, 8, ""), (16, 8, ""), (17, 8, ""), (19, 6, ""), (19, 7, "before:2026-11-20"), (19, 23, "before:2026-11-20"), (20, 8, ""),
    (21, 6, ""), (21, 7, "after:2026-11-20"), (27, 8, "after:2026-11-20"), (28, 8, ""),
])  # fmt: skip
def test_the_portal_reminds_by_itself(day: int, hour: int, mark: str) -> None:
    """R-NOTICE-11."""
    assert mark_due(date(2026, 11, 20), date(2026, 11, 10), datetime(2026, 11, day, hour, tzinfo=ZONE)) == mark


def test_what_was_put_up_today_is_not_reminded_of_today() -> None:
    assert mark_due(date(2026, 11, 17), NOW.date(), NOW) == ""


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 7, 31), 2025), (date(2026, 8, 1), 2026), (date(2027, 5, 31), 2026)]
)
def test_school_years_begin_in_august(day: date, year: int) -> None:
    """R-NOTICE-12."""
    assert (school_year(day), year_name(year)) == (year, f"Năm học {year}–{year + 1}")
