"""Calendars as RFC 5545 asks for them, from plain values."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.base.clock import ZONE
from portal.base.ical import Event, calendar
from tests.website import parsers

START = datetime(2026, 11, 28, 8, 30, tzinfo=ZONE)
DAY = datetime(2026, 11, 28, tzinfo=ZONE)
PLAIN = {"uid": "bai-1@truong.example", "title": "Hội thảo", "told_at": START, "changed_at": START}


def written(**changes: object) -> dict[str, str]:
    """One event written and read again."""
    event = Event(**{**PLAIN, "starts": START, "ends": None, **changes})  # type: ignore[arg-type]
    (found,) = parsers.calendar(calendar("Lịch", "truong.example", [event]))
    return found


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=200))
def test_any_words_come_back_as_they_were_written(text: str) -> None:
    assert written(title=text, text=text)["SUMMARY"] == text


def test_lines_break_in_a_text_and_nowhere_else() -> None:
    found = written(text="Một\r\nhai, ba; bốn \\ năm", place="Sân\ntrường")
    assert (found["DESCRIPTION"], found["LOCATION"]) == ("Một\nhai, ba; bốn \\ năm", "Sân\ntrường")


@pytest.mark.parametrize(("starts", "ends", "says"), [
    (START, None, {"DTSTART;TZID=Asia/Ho_Chi_Minh": "20261128T083000"}),
    (START, START, {"DTSTART;TZID=Asia/Ho_Chi_Minh": "20261128T083000"}),
    (START, START + timedelta(hours=2),
     {"DTSTART;TZID=Asia/Ho_Chi_Minh": "20261128T083000", "DTEND;TZID=Asia/Ho_Chi_Minh": "20261128T103000"}),
    (DAY, None, {"DTSTART;VALUE=DATE": "20261128", "DTEND;VALUE=DATE": "20261129"}),
    (DAY, DAY + timedelta(days=3), {"DTSTART;VALUE=DATE": "20261128", "DTEND;VALUE=DATE": "20261201"}),
    (DAY, DAY + timedelta(hours=23, minutes=59), {"DTSTART;VALUE=DATE": "20261128", "DTEND;VALUE=DATE": "20261129"}),
    (DAY, DAY - timedelta(days=2), {"DTSTART;VALUE=DATE": "20261128", "DTEND;VALUE=DATE": "20261129"}),
    (DAY, DAY + timedelta(hours=9),
     {"DTSTART;TZID=Asia/Ho_Chi_Minh": "20261128T000000", "DTEND;TZID=Asia/Ho_Chi_Minh": "20261128T090000"}),
])  # fmt: skip
def test_an_hour_nobody_set_makes_a_day(starts: datetime, ends: datetime | None, says: dict[str, str]) -> None:
    found = written(starts=starts, ends=ends)
    assert {name: value for name, value in found.items() if name.startswith(("DTSTART", "DTEND"))} == says


def test_the_time_zone_is_written_beside_the_events() -> None:
    content = calendar("Lịch", "truong.example", []).decode()
    assert parsers.calendar(content.encode()) == []
    assert content.count("BEGIN:VTIMEZONE") == content.count("TZID:Asia/Ho_Chi_Minh") == 1
    assert "TZOFFSETTO:+0700\r\n" in content
