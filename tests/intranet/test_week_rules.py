"""The weekly schedule by the regulation: who posts, when it is due, which week it is, what collides (Điều 15.2)."""

from datetime import date, datetime, time, timedelta

import pytest

from portal.base.clock import ZONE
from portal.base.rules import Refusal
from portal.intranet.week.rules import (
    Clash,
    Part,
    Slot,
    begins_on_monday,
    clashes,
    comes_back,
    due_at,
    is_late,
    is_of_the_staff,
    may_name_posters,
    may_post,
    monday_of,
    named_once,
    not_begun,
    openings,
    ready_to_post,
    repeats,
    same_as_seen,
    says_day,
    says_what,
    says_when,
    school_year_of,
    still_to_come,
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
    """R-WEEK-02."""
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
    """R-WEEK-04."""
    due = due_at(MONDAY, time(7, 30), ZONE)
    assert (due, is_late(posted, due, now)) == (DUE, late)


@pytest.mark.parametrize(("day", "inside"), [
    (date(2026, 11, 22), False), (MONDAY, True), (date(2026, 11, 29), True), (date(2026, 11, 30), False),
])  # fmt: skip
def test_a_line_stands_on_a_day_of_its_week(day: date, inside: bool) -> None:
    """R-WEEK-05."""
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
    """R-WEEK-06."""
    assert clashes(slots) == found


DAY = timedelta(days=1)


@pytest.mark.parametrize(("refusal", "rule"), [
    (begins_on_monday(MONDAY, MONDAY), ""),
    (begins_on_monday(MONDAY, MONDAY + 6 * DAY), ""),
    (begins_on_monday(MONDAY, MONDAY + 7 * DAY), "R-WEEK-07"),
    (begins_on_monday(MONDAY + DAY, MONDAY), "R-WEEK-07"),
    (begins_on_monday(MONDAY + 371 * DAY, MONDAY), ""),
    (begins_on_monday(MONDAY + 378 * DAY, MONDAY), "R-WEEK-07"),
    (not_begun(False), ""),
    (not_begun(True), "R-WEEK-08"),
    (still_to_come(MONDAY, MONDAY + 6 * DAY), ""),
    (still_to_come(MONDAY, MONDAY + 7 * DAY), "R-WEEK-09"),
    (ready_to_post(1, False), ""),
    (ready_to_post(0, False), "R-WEEK-10"),
    (ready_to_post(1, True), "R-WEEK-10"),
    (says_what("Họp"), ""),
    (says_what(""), "R-WEEK-11"),
    (says_when(None, None), ""),
    (says_when(time(8), time(9)), ""),
    (says_when(time(9), time(9)), "R-WEEK-12"),
    (says_when(None, time(9)), "R-WEEK-12"),
    (same_as_seen(None, 3), ""),
    (same_as_seen(3, 3), ""),
    (same_as_seen(2, 3), "R-WEEK-13"),
    (says_day(True), ""),
    (says_day(False), "R-WEEK-16"),
    (is_of_the_staff(True), ""),
    (is_of_the_staff(False), "R-WEEK-02"),
    (named_once(False), ""),
    (named_once(True), "R-WEEK-02"),
])  # fmt: skip
def test_what_is_refused_names_its_rule_and_clause(refusal: Refusal | None, rule: str) -> None:
    assert (refusal.rule, refusal.clause) == (rule, "Điều 15.2") if refusal else rule == ""


@pytest.mark.parametrize(("said", "found"), [
    ([], (date(2025, 9, 5), date(2026, 9, 5))),
    (["", "2026-09-04", "2026-09-07"], (date(2025, 9, 5), date(2026, 9, 7))),
])  # fmt: skip
def test_the_school_may_set_its_opening_day_for_a_year(said: list[str], found: tuple[date, date]) -> None:
    """R-WEEK-03."""
    assert openings(said, MONDAY) == found


PLANNED = (MONDAY, MONDAY + 4 * DAY)


@pytest.mark.parametrize(("day", "confirmed", "cancelled", "public"), [
    (MONDAY, True, False, True), (MONDAY + 4 * DAY, True, False, True), (MONDAY + 5 * DAY, True, False, False),
    (MONDAY, False, False, False), (MONDAY, True, True, False),
])  # fmt: skip
def test_outsiders_read_only_a_day_of_the_confirmed_plan(
    day: date, confirmed: bool, cancelled: bool, public: bool
) -> None:
    """R-WEEK-14."""
    assert repeats(day, PLANNED, confirmed=confirmed, cancelled=cancelled) == public


@pytest.mark.parametrize(("weeks", "every", "ended", "back"), [
    (0, 1, None, False), (1, 1, None, True), (1, 2, None, False), (2, 2, None, True), (4, 4, None, True), (3, 4, None, False),
    (2, 1, 14, True), (3, 1, 14, False), (-1, 1, None, False),
])  # fmt: skip
def test_a_repeated_line_comes_back_every_so_many_weeks(weeks: int, every: int, ended: int | None, back: bool) -> None:
    """R-WEEK-15."""
    end = MONDAY + ended * DAY if ended else None
    assert comes_back(MONDAY, end, every, MONDAY + 7 * weeks * DAY) == back
