"""The weekly schedule by the regulation: who posts, when it is due, which week it is, what collides (Điều 15.2)."""

from datetime import date, datetime, time

import pytest

from portal.base.clock import ZONE
from portal.intranet.week.rules import (
    Clash,
    Part,
    Slot,
    clashes,
    due_at,
    is_late,
    may_name_posters,
    may_post,
    monday_of,
    school_year_of,
    week_number,
    week_title,
    within_week,
)
from portal.people.rules import Board

PRINCIPAL, VICE, HEAD, SECRETARY, CLERK, TEACHER = range(1, 7)
BOARD = Board(
    principals=frozenset({PRINCIPAL}), vice_principals=frozenset({VICE}), heads=frozenset({HEAD}),
    secretaries=frozenset({SECRETARY}),
)  # fmt: skip
OPENINGS = (date(2025, 9, 5), date(2026, 9, 5))  # a Friday, a Saturday


@pytest.mark.parametrize(("person", "refused"), [
    (PRINCIPAL, None), (VICE, None), (CLERK, None), (HEAD, "R-WEEK-01"), (SECRETARY, "R-WEEK-01"), (TEACHER, "R-WEEK-01"),
])  # fmt: skip
def test_the_school_board_and_named_staff_post_the_week_and_a_teacher_does_not(
    person: int, refused: str | None
) -> None:
    refusal = may_post(BOARD, person, {CLERK})
    assert (refusal and (refusal.rule, refusal.clause)) == (refused and (refused, "Điều 15.2"))


@pytest.mark.parametrize(("person", "may"), [(PRINCIPAL, True), (VICE, False), (HEAD, False), (CLERK, False)])
def test_the_principal_says_who_else_posts_it(person: int, may: bool) -> None:
    assert (may_name_posters(BOARD, person) is None) == may


@pytest.mark.parametrize(("day", "opening", "title"), [
    (date(2026, 8, 3), date(2026, 9, 5), "Tuần chuẩn bị 1"),
    (date(2026, 8, 30), date(2026, 9, 5), "Tuần chuẩn bị 4"),
    (date(2026, 8, 31), date(2026, 9, 5), "Tuần 1"),
    (date(2026, 9, 5), date(2026, 9, 5), "Tuần 1"),
    (date(2026, 9, 6), date(2026, 9, 5), "Tuần 1"),
    (date(2026, 9, 7), date(2026, 9, 5), "Tuần 2"),
    (date(2026, 11, 23), date(2026, 9, 5), "Tuần 13"),
    (date(2027, 1, 1), date(2026, 9, 5), "Tuần 18"),
    (date(2026, 7, 27), date(2025, 9, 5), "Tuần 48"),
    (date(2026, 9, 1), date(2026, 9, 5), "Tuần 1"),
])  # fmt: skip
def test_the_week_of_the_opening_day_is_the_first(day: date, opening: date, title: str) -> None:
    monday = monday_of(day)
    assert school_year_of(monday, OPENINGS) == opening
    assert week_title(week_number(monday, opening)) == title


def test_before_the_first_opening_day_known_weeks_have_no_number() -> None:
    assert school_year_of(date(2024, 9, 2), OPENINGS) is None


MONDAY = date(2026, 11, 23)
DUE = datetime(2026, 11, 23, 7, 30, tzinfo=ZONE)


@pytest.mark.parametrize(("posted", "now", "late"), [
    (None, DUE, False),
    (None, DUE.replace(minute=31), True),
    (DUE, DUE.replace(hour=9), False),
    (DUE.replace(minute=31), DUE.replace(hour=9), True),
    (DUE.replace(day=20), DUE.replace(day=29), False),
])  # fmt: skip
def test_a_week_is_late_when_it_is_not_up_on_monday_at_its_hour(
    posted: datetime | None, now: datetime, late: bool
) -> None:
    due = due_at(MONDAY, time(7, 30), ZONE)
    assert (due, is_late(posted, due, now)) == (DUE, late)


@pytest.mark.parametrize(("day", "inside"), [
    (date(2026, 11, 22), False), (MONDAY, True), (date(2026, 11, 29), True), (date(2026, 11, 30), False),
])  # fmt: skip
def test_a_line_stands_on_a_day_of_its_week(day: date, inside: bool) -> None:
    assert (within_week(day, MONDAY) is None) == inside


def slot(
    id: int, starts: str = "", ends: str = "", people: set[int] | None = None, place: str = "", *, everyone: bool = False,
    day: date = MONDAY,
) -> Slot:  # fmt: skip
    hours = [time.fromisoformat(one) if one else None for one in (starts, ends)]
    return Slot(id, day, Part.MORNING, *hours, frozenset(people or ()), everyone, place)


@pytest.mark.parametrize(("slots", "found"), [
    ([slot(1, "08:00", "09:00", {7}), slot(2, "08:30", "10:00", {7, 8})], [Clash(1, 2, frozenset({7}), "")]),
    ([slot(1, "08:00", "09:00", {7}), slot(2, "09:00", "10:00", {7})], []),
    ([slot(1, "08:00", "", {7}), slot(2, "08:59", "", {7})], [Clash(1, 2, frozenset({7}), "")]),
    ([slot(1, "08:00", "", {7}), slot(2, "09:00", "", {7})], []),
    ([slot(1, "08:00", "", {7}, "p304"), slot(2, "08:00", "", {8}, "p304")], [Clash(1, 2, frozenset(), "p304")]),
    ([slot(1, "08:00", "", {7}), slot(2, "08:00", "", {8})], []),
    ([slot(1, "08:00", "", {7}), slot(2, "", "", {7})], []),
    ([slot(1, "08:00", "", {7}), slot(2, "08:00", "", {7}, day=date(2026, 11, 24))], []),
    ([slot(1, "08:00", "", everyone=True), slot(2, "08:30", "", {7, 8})], [Clash(1, 2, frozenset({7, 8}), "")]),
    ([slot(1, "08:00", "", everyone=True), slot(2, "08:30", "")], []),
    ([slot(1, "08:00", "12:00", {7}), slot(2, "08:30", "", {7}), slot(3, "10:00", "", {7})],
     [Clash(1, 2, frozenset({7}), ""), Clash(1, 3, frozenset({7}), "")]),
])  # fmt: skip
def test_lines_that_take_the_same_person_or_place_at_once_are_told(slots: list[Slot], found: list[Clash]) -> None:
    assert clashes(slots) == found
