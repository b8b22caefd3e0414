"""A calendar for one's telephone: a secret address that lives as long as the rights, and says what was called off (Điều 15.2, 15.3)."""

from datetime import date, time, timedelta

import pytest
from django.test import Client

from portal.base.refused import Refused
from portal.desk.mail.masking import mask
from portal.intranet.models import CalendarKey, Entry, Week
from portal.intranet.week import actions, keys
from portal.intranet.week.names import Written
from portal.intranet.week.paper_rules import alarm_due, calendar_lives, may_make_calendar, reminder_mark
from portal.intranet.week.rules import Part
from portal.people.models import Person
from portal.people.rules import Board
from tests.cast import NOW, Cast

MONDAY = date(2026, 11, 16)
SAID = {"channel": "test", "at": NOW}
LATER = NOW + timedelta(hours=1)


@pytest.mark.parametrize(("insider", "posts", "school", "lives"), [
    (True, False, False, True), (True, True, True, True), (True, False, True, False),
    (False, False, False, False), (False, True, True, False),
])  # fmt: skip
def test_an_address_is_worth_what_its_makers_rights_are_worth(
    insider: bool, posts: bool, school: bool, lives: bool
) -> None:
    assert calendar_lives(insider=insider, posts=posts, school=school) is lives  # R-WEEK-32


def test_who_may_make_which_address() -> None:
    board = Board(principals=frozenset({1}), vice_principals=frozenset({2}))
    found = {(who, school): may_make_calendar(board, who, {3}, school=school) is None
             for who in (1, 2, 3, 4) for school in (False, True)}  # fmt: skip
    assert [key for key, may in found.items() if not may] == [(4, True)]  # R-WEEK-31


def test_the_reminder_comes_before_the_hour_and_the_alarm_after_it() -> None:
    hour, marks = timedelta(hours=1), (64, 16)
    before = [reminder_mark(NOW, NOW - shift * hour, marks, posted=False) for shift in (65, 64, 17, 16, 1, 0)]
    after = [alarm_due(NOW, NOW + shift * hour, posted=False) for shift in (-1, 0, 71, 72)]
    assert (before, after) == ([None, 64, 64, 16, 16, None], [False, True, True, False])  # R-WEEK-33, R-WEEK-34
    assert (reminder_mark(NOW, NOW - hour, marks, posted=True), alarm_due(NOW, NOW, posted=True)) == (None, False)


def test_no_log_says_a_secret() -> None:
    secret = "a_b-" * 8
    assert (
        mask(f"GET /lich/{secret}.ics 404, next=%2Flich%2F{secret}.ics") == "GET /lich/….ics 404, next=%2Flich%2F….ics"
    )
    assert mask("GET /noi-bo/lich/2026-11-16/sua/") == "GET /noi-bo/lich/2026-11-16/sua/"


def the_week(cast: Cast) -> Week:
    """A posted week: one line Lan leads, one for the whole school without hours, one of nobody in particular."""
    week = actions.begin(MONDAY, copy=False, by=cast.minh, **SAID)
    for line in (
        Written(MONDAY, Part.AFTERNOON, time(14), time(15, 30), "Họp tổ Toán; bàn đề, ma trận", lead="Lan", place="P.304",
                leads=frozenset({cast.lan.pk})),
        Written(MONDAY, Part.MORNING, None, None, "Chào cờ", everyone=True),
        Written(MONDAY + timedelta(days=2), Part.MORNING, time(8), None, "Tiếp đoàn kiểm tra"),
    ):  # fmt: skip
        actions.keep(week, line, by=cast.minh, **SAID)
    return actions.post(week, by=cast.minh, **SAID)


def read(client: Client, secret: str) -> list[dict[str, str]]:
    """The events behind a secret, by plain name of each property; lines unfolded."""
    answer = client.get(f"/lich/{secret}.ics")
    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (
        200, "text/calendar; charset=utf-8", "private, no-store",
    )  # fmt: skip
    text = answer.content.decode()
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    text = text.replace("\r\n ", "")
    assert text.count("BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh\r\n") == 1
    events = [part.split("END:VEVENT")[0] for part in text.split("BEGIN:VEVENT\r\n")[1:]]
    return [dict(line.split(":", 1) for line in event.strip().split("\r\n")) for event in events]


def test_a_teacher_subscribes_to_what_concerns_her_and_hears_of_what_was_called_off(cast: Cast, client: Client) -> None:
    the_week(cast)
    secret = keys.make(school=False, by=cast.lan, **SAID)
    client.logout()
    flag, meeting = read(client, secret)
    uid = Entry.objects.get(content__startswith="Họp tổ").uid
    assert (flag["DTSTART;VALUE=DATE"], flag["SUMMARY"], flag["STATUS"]) == ("20261116", "Sáng: Chào cờ", "CONFIRMED")
    told = {
        "UID": f"lich-{uid}@testserver", "SEQUENCE": "0", "DTSTART;TZID=Asia/Ho_Chi_Minh": "20261116T140000",
        "SUMMARY": "Họp tổ Toán\\; bàn đề\\, ma trận", "LOCATION": "P.304", "STATUS": "CONFIRMED", "CLASS": "PRIVATE",
    }  # fmt: skip
    assert {name: meeting[name] for name in told} == told
    actions.cancel(Entry.objects.get(uid=uid), by=cast.minh, at=LATER, channel="test")
    after = read(client, secret)[1]
    found = after["UID"], after["SEQUENCE"], after["STATUS"], after["SUMMARY"][:5]
    assert found == (meeting["UID"], "1", "CANCELLED", "HỦY: ")
    assert after["DTSTAMP"] > meeting["DTSTAMP"]


def test_only_the_hash_is_kept_and_a_new_address_ends_the_old(cast: Cast, client: Client) -> None:
    first, second = (keys.make(school=False, by=cast.lan, **SAID) for _ in range(2))
    assert [client.get(f"/lich/{one}.ics").status_code for one in (first, second, "x")] == [404, 200, 404]
    assert CalendarKey.objects.get(revoked_at=None).hash == keys.hash_of(second) != second
    keys.revoke(school=False, by=cast.lan, **SAID)
    assert client.get(f"/lich/{second}.ics").status_code == 404


def test_with_the_rights_the_address_dies_at_once(cast: Cast, client: Client) -> None:
    own, school = keys.make(school=False, by=cast.lan, **SAID), keys.make(school=True, by=cast.minh, **SAID)
    assert [client.get(f"/lich/{one}.ics").status_code for one in (own, school)] == [200, 200]
    cast.suspend(cast.lan)
    Person.objects.filter(pk=cast.minh.pk).update(is_active=False)
    assert [client.get(f"/lich/{one}.ics").status_code for one in (own, school)] == [404, 404]


def test_a_teacher_makes_no_address_of_the_school(cast: Cast, client: Client) -> None:
    with pytest.raises(Refused, match="Ban giám hiệu"):
        keys.make(school=True, by=cast.lan, **SAID)
    client.force_login(cast.lan)
    assert client.post("/noi-bo/lich/dien-thoai/", {"do": "make", "whose": "school"}).status_code == 403


@pytest.mark.sqlite
def test_the_address_is_shown_once_on_the_screen(cast: Cast, client: Client) -> None:
    client.force_login(cast.lan)
    shown = client.post("/noi-bo/lich/dien-thoai/", {"do": "make", "whose": "me"}).content.decode()
    secret = shown.split("http://testserver/lich/")[1].split(".ics")[0]
    assert client.get(f"/lich/{secret}.ics").status_code == 200
    assert secret not in client.get("/noi-bo/lich/dien-thoai/").content.decode()
    assert client.post("/noi-bo/lich/dien-thoai/", {"do": "revoke", "whose": "me"}).status_code == 302
    assert client.get(f"/lich/{secret}.ics").status_code == 404
