"""Letters about the week: a reminder before it is due, an alarm when it is not there, a word to those a change concerns (Điều 15.2)."""

from datetime import date, datetime, time, timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMessage

from portal.base import clock, queue
from portal.base.clock import ZONE
from portal.base.models import JournalEntry, Parameter
from portal.desk.actions import weeks
from portal.intranet.models import Entry, Week, WeekPoster
from portal.intranet.week import actions
from portal.intranet.week.names import Written
from portal.intranet.week.rules import Part
from tests.cast import NOW, OLD, Cast

MONDAY = date(2026, 11, 16)
FRIDAY, SUNDAY = datetime(2026, 11, 20, 15, 31, tzinfo=ZONE), datetime(2026, 11, 22, 15, 31, tzinfo=ZONE)
NEXT = datetime(2026, 11, 23, 7, 31, tzinfo=ZONE)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def week(cast: Cast) -> Week:
    """This week's, posted, with a meeting Lan leads; the school's mail domain."""
    Parameter.objects.create(
        name="mail.domain", value="testserver.edu.vn", clause="Điều 14.3", valid_from=date(2026, 9, 1)
    )
    made = actions.begin(MONDAY, copy=False, by=cast.minh, at=NOW, channel="test")
    line = Written(
        MONDAY + timedelta(days=2),
        Part.AFTERNOON,
        time(14),
        None,
        "Họp tổ",
        lead="Hoàng Lan",
        leads=frozenset({cast.lan.pk}),
    )
    actions.keep(made, line, by=cast.minh, at=NOW, channel="test")
    return actions.post(made, by=cast.minh, at=NOW, channel="test")


def round_(at: datetime) -> list[EmailMessage]:
    """One round of the worker; the mails it sent."""
    before = len(mail.outbox)
    clock.set_to(at, freeze=True)
    weeks.watch_week(at)
    weeks.tell_changes(at)
    queue.run_due(at)
    return mail.outbox[before:]


def told(letters: list[EmailMessage]) -> list[tuple[str, str]]:
    return sorted((one.to[0].split("@")[0], one.subject) for one in letters)


def test_who_answers_is_reminded_twice_and_the_leaders_hear_his_name_once(cast: Cast, week: Week) -> None:
    WeekPoster.objects.create(person=cast.khoa, answers=True, named_by=cast.minh, starts=OLD)
    reminder = "Nhắc: lịch công tác tuần 13, hạn 07:30 thứ Hai 23/11"
    assert [told(round_(at)) for at in (NOW, FRIDAY, FRIDAY, SUNDAY)] == [
        [],
        [("khoa", reminder)],
        [],
        [("khoa", reminder)],
    ]
    late = round_(NEXT)
    assert told(late) == [(who, "Quá hạn: chưa có lịch công tác tuần 13") for who in ("minh", "sen")]
    assert "Người chịu trách nhiệm: Đặng Khoa" in str(late[0].body)
    assert told(round_(NEXT + timedelta(hours=2))) == []
    lines = JournalEntry.objects.filter(verb__in=("week_remind", "week_alarm")).order_by("id")
    assert [(one.verb, one.rule, one.data["to"]) for one in lines] == [
        ("week_remind", "R-WEEK-33", [cast.khoa.pk]), ("week_remind", "R-WEEK-33", [cast.khoa.pk]),
        ("week_alarm", "R-WEEK-34", sorted([cast.minh.pk, cast.sen.pk])),
    ]  # fmt: skip


@pytest.mark.sqlite
def test_a_school_that_keeps_no_week_here_and_one_that_posted_hear_nothing(cast: Cast) -> None:
    assert told(round_(NEXT)) == []


def test_a_change_is_told_once_to_who_was_and_who_is_concerned(cast: Cast, week: Week) -> None:
    line = Entry.objects.get()
    moved = Written(
        line.day, Part.AFTERNOON, time(15), None, "Họp tổ", lead="Đặng Khoa", leads=frozenset({cast.khoa.pk})
    )
    actions.keep(week, moved, by=cast.minh, at=LATER, channel="test", entry=line, seen=0, reason="trùng giờ")
    assert told(round_(LATER)) == []  # R-WEEK-36: its writer may not be done
    letters = round_(LATER + timedelta(minutes=3))
    assert told(letters) == [(who, "Lịch công tác thay đổi – Họp tổ") for who in ("khoa", "lan")]
    body = str(letters[0].body)
    assert (
        "thứ Tư 18/11: giờ 14:00 thành 15:00; chủ trì Hoàng Lan thành Đặng Khoa, vì trùng giờ – Nguyễn Mậu Minh" in body
    )
    assert told(round_(LATER + timedelta(minutes=9))) == []


@pytest.mark.sqlite
def test_what_came_and_what_was_called_off_is_told_with_its_hour_and_place(cast: Cast, week: Week) -> None:
    actions.cancel(Entry.objects.get(), by=cast.minh, at=LATER, channel="test", reason="ôn thi")
    added = Written(
        MONDAY + timedelta(days=3), Part.MORNING, None, None, "Dự giờ", place="P.302", leads=frozenset({cast.lan.pk})
    )
    actions.keep(week, added, by=cast.minh, at=LATER, channel="test")
    body = str(round_(LATER + timedelta(minutes=3))[0].body)
    assert [line.strip() for line in body.splitlines() if "18/11" in line or "19/11" in line] == [
        "thứ Tư 18/11: hủy, 14:00, vì ôn thi – Nguyễn Mậu Minh", "thứ Năm 19/11: thêm vào lịch, sáng, P.302 – Nguyễn Mậu Minh",
    ]  # fmt: skip
