"""Time left, deadlines and the main button, in words."""

from datetime import datetime, timedelta

import pytest

from portal.approval.rules import Facts, Hands, route
from portal.base.clock import ZONE
from portal.desk.rules import due, hour, left, main_label, span
from portal.people.rules import Board

MONDAY = datetime(2026, 11, 23, 10, 59, 59, tzinfo=ZONE)


@pytest.mark.parametrize(
    "length,told",
    [
        (timedelta(days=2, hours=13), "2 ngày 13 giờ"),
        (timedelta(days=3), "3 ngày"),
        (timedelta(hours=5, minutes=20), "5 giờ 20 phút"),
        (timedelta(hours=5), "5 giờ"),
        (timedelta(minutes=7), "7 phút"),
        (timedelta(seconds=20), "chưa đầy 1 phút"),
    ],
)
def test_spans_are_told_as_people_say_them(length: timedelta, told: str) -> None:
    assert span(length) == told


def test_what_is_late_says_by_how_much() -> None:
    assert [left(MONDAY + timedelta(hours=3), MONDAY), left(MONDAY - timedelta(days=1), MONDAY)] == [
        "còn 3 giờ", "quá hạn 1 ngày",
    ]  # fmt: skip


def _due(**told: object) -> str:
    hours = {"opening_at": None, "event_start": None, "event_end": None, "notice": False, **told}
    found = due(**hours)  # type: ignore[arg-type]
    return found.sentence(MONDAY) if found else ""


def test_a_conference_is_told_of_three_days_before_it_opens() -> None:
    opening = datetime(2026, 11, 28, 8, 0, tzinfo=ZONE)
    assert _due(genre="tin-hoi-nghi", opening_at=opening) == (
        "Tin hội nghị phải đăng trước 23:59 thứ Tư 25/11 (Điều 16.1.1): còn 2 ngày 13 giờ."
    )


def test_an_events_article_is_up_within_two_days_of_its_end() -> None:
    start, end = datetime(2026, 11, 20, 7, 0, tzinfo=ZONE), datetime(2026, 11, 22, 17, 0, tzinfo=ZONE)
    assert _due(genre="tuong-thuat", event_start=start, event_end=end) == (
        "Bài về sự kiện phải đăng trước 23:59 thứ Ba 24/11 (Điều 16.1.1): còn 1 ngày 13 giờ."
    )


def test_a_text_about_no_event_has_no_deadline() -> None:
    assert [_due(genre="tin-ngan"), _due(genre="tin-ngan", notice=True, event_start=MONDAY)] == ["", ""]


BOARD = Board(
    heads=frozenset({1}), deputies=frozenset({2}), members=frozenset({3}), secretaries=frozenset({4}),
    fields={7: frozenset({3})},
)  # fmt: skip


@pytest.mark.parametrize(
    "facts,step,label",
    [
        (Facts(in_plan=True, field=7), 0, "Duyệt bản 4, chuyển lãnh đạo Ban"),
        (Facts(in_plan=True, field=7), 1, "Duyệt đăng bản 4"),
        (Facts(in_plan=True), 0, "Trình bản 4, chuyển lãnh đạo Ban"),
        (Facts(field=7), 0, "Duyệt bản 4, chuyển Thư ký"),
        (Facts(field=7), 1, "Trình bản 4, chuyển Trưởng ban"),
    ],
)
def test_the_main_button_names_the_text_and_where_it_goes(facts: Facts, step: int, label: str) -> None:
    found = route(facts, Hands(9), BOARD)
    assert main_label(found, found.steps[step], 4, correcting=False, publish_at=None) == label


def test_the_main_button_says_when_a_scheduled_text_goes_up() -> None:
    found = route(Facts(in_plan=True), Hands(9), BOARD)
    later = datetime(2026, 11, 24, 6, 30, tzinfo=ZONE)
    assert (
        main_label(found, found.steps[-1], 2, correcting=False, publish_at=later) == "Duyệt bản 2, đăng lúc 06:30 24/11"
    )
    assert main_label(found, found.steps[-1], 2, correcting=True, publish_at=None) == "Duyệt đính chính, bản 2"
    assert hour(later) == "06:30 thứ Ba 24/11"
