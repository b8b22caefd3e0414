"""Warnings 60, 30 and 7 days before any written end, once each, by mail and in the record (Điều 7)."""

from datetime import date, timedelta

import pytest
from django.core import mail

from portal.base import queue
from portal.base.models import JournalEntry
from portal.people import actions
from portal.people.models import Appointment
from portal.people.rules import warnings_due
from tests.cast import NOW, Cast
from tests.people.test_offices import DAY

ENDS = NOW.replace(hour=0) + 61 * DAY


def warned() -> list[tuple[str, int]]:
    lines = JournalEntry.objects.filter(verb="term_warning").order_by("id")
    return [(line.data["term"], line.data["days"]) for line in lines]


@pytest.mark.parametrize(
    ("left", "warning"), [(61, None), (60, 60), (59, 60), (31, 60), (30, 30), (8, 30), (7, 7), (1, 7), (0, None)]
)
def test_the_nearest_warning_whose_day_has_come_is_due(left: int, warning: int | None) -> None:
    ends = date(2027, 5, 31)
    assert warnings_due(date(2026, 1, 1), ends, ends - timedelta(days=left), (60, 30, 7)) == warning


def test_a_term_shorter_than_the_warning_is_not_warned_of_on_its_first_day() -> None:
    assert warnings_due(date(2026, 11, 16), date(2026, 11, 26), date(2026, 11, 16), (60, 30, 7)) is None
    assert warnings_due(date(2026, 11, 16), date(2026, 11, 26), date(2026, 11, 19), (60, 30, 7)) == 7


def test_each_warning_is_given_once_though_the_clock_asks_often_and_sleeps_at_times(cast: Cast) -> None:
    Appointment.objects.filter(person=cast.phong).update(ends=ENDS)
    days = [0, 0, 1, 1, 2, 33, 34, 60, 61]
    assert [actions.warn_terms(NOW + day * DAY) for day in days] == [0, 0, 1, 0, 0, 1, 0, 1, 0]
    assert warned() == [("appointment", 60), ("appointment", 30), ("appointment", 7)]


def test_the_principal_and_the_person_are_told_by_mail(cast: Cast) -> None:
    Appointment.objects.filter(person=cast.phong).update(ends=ENDS)
    actions.warn_terms(NOW + DAY)
    queue.run_due(NOW + DAY)
    assert sorted(to for letter in mail.outbox for to in letter.to) == [
        "minh@testserver.edu.vn",
        "phong@testserver.edu.vn",
    ]
    assert mail.outbox[0].subject == "Sắp hết thời hạn: chức Phó Trưởng ban của Lê Phong"
    assert "34/QĐ-THCSNGT" in mail.outbox[0].body


def test_a_delegations_end_is_told_to_the_head_and_the_delegate(cast: Cast) -> None:
    actions.delegate(to=cast.cuc, fields=[cast.fields["cm"]], starts=NOW, ends=NOW + 20 * DAY, number="05/UN", by=cast.ha,
                     at=NOW, channel="test")  # fmt: skip
    actions.warn_terms(NOW + 13 * DAY)
    queue.run_due(NOW + 13 * DAY)
    assert sorted(to for letter in mail.outbox for to in letter.to) == ["cuc@testserver.edu.vn", "ha@testserver.edu.vn"]
    assert warned() == [("delegation", 7)]


def test_a_prolonged_term_is_warned_of_again_before_its_new_end(cast: Cast) -> None:
    row = Appointment.objects.filter(person=cast.phong)
    row.update(ends=ENDS)
    assert actions.warn_terms(NOW + DAY) == 1
    row.update(ends=ENDS + 100 * DAY)
    assert [actions.warn_terms(NOW + day * DAY) for day in (2, 101)] == [0, 1]
