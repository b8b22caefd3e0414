"""The month of the plan: what happens, what is due, what waits for its hour, what went up – each for whom it is."""

import io
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from portal.approval import actions as approval
from portal.base.clock import ZONE
from portal.base.models import JournalEntry
from portal.desk.queries.agenda import agenda
from portal.desk.queries.calendar import Month, month
from portal.desk.queries.marks import Filter
from portal.people.models import Person
from portal.plan import actions
from portal.plan.models import PlanEntry
from tests.cast import NOW, Cast

NOVEMBER = date(2026, 11, 1)
Sign = Callable[[Person], Client]


def add(cast: Cast, title: str, first: date, end: date, section: str = "") -> PlanEntry:
    entry = actions.Entry(title, first, end, section)
    made = actions.add_entries(cast.entry.plan, [entry], by=cast.sen, at=NOW, channel="test")[0]
    actions.confirm(cast.entry.plan, by=cast.ha, at=NOW, channel="test")
    return made


def november(person: Person, only: Filter = Filter()) -> Month:
    return month(person, NOW, NOVEMBER, only)


def marks(found: Month) -> list[tuple[int, str, str]]:
    return [(day.date.day, mark.kind, mark.title) for day in found.days for mark in day.marks]


def test_an_activity_over_days_is_a_bar_in_each_week(cast: Cast) -> None:
    found = november(cast.lan)
    bars = [
        (number, bar.column, bar.span, bar.begins, bar.ends)
        for number, week in enumerate(found.weeks)
        for bar in week.bars
    ]
    assert bars == [(2, 2, 6, True, False), (3, 1, 5, False, True)]  # Tuesday 10 to Friday 20
    assert (len(found.weeks), found.weeks[0].days[0].date, found.weeks[-1].days[-1].date) == (
        6, date(2026, 10, 26), date(2026, 12, 6),
    )  # fmt: skip
    assert [one.title for one in found.standing] == ["Gương người tốt, việc tốt"]
    assert [day.date for week in found.weeks for day in week.days if day.today] == [NOW.date()]
    assert (found.before, found.after, found.last) == (date(2026, 10, 1), date(2026, 12, 1), date(2026, 11, 30))


def test_each_kind_of_thing_stands_on_its_day(cast: Cast) -> None:
    actions.assign(
        cast.entry, person=cast.lan, section_slug="chuyen-mon", field_id=None, by=cast.sen, at=NOW, channel="test"
    )
    add(cast, "Chạy vì sức khỏe", date(2026, 11, 21), date(2026, 11, 21))
    cast.published(cast.khoa, title="Đã lên cổng")
    waiting = cast.article(cast.khoa, title="Chờ giờ")
    hour = datetime(2026, 11, 25, 7, 0, tzinfo=ZONE)
    approval.schedule(waiting, publish_at=hour, by=cast.khoa, at=NOW, channel="test")
    cast.submit(waiting, cast.khoa)
    cast.decide(waiting, "approve", cast.cuc)
    cast.decide(waiting, "approve", cast.phong)
    cast.article(
        cast.khoa, title="Hội nghị", genre="tin-hoi-nghi", opening_at="2026-11-30T08:00:00+07:00", place="Hội trường"
    )
    assert marks(november(cast.sen)) == [
        (16, "up", "Đã lên cổng"), (22, "due", "Ngày hội Khoa học"), (23, "clock", "Chạy vì sức khỏe"),
        (25, "hour", "Chờ giờ"), (27, "clock", "Hội nghị"),
    ]  # fmt: skip
    assert marks(november(cast.lan)) == [  # a teacher: what is up, what she owes, the school's own clocks
        (16, "up", "Đã lên cổng"), (22, "due", "Ngày hội Khoa học"), (23, "clock", "Chạy vì sức khỏe"),
    ]  # fmt: skip
    assert (25, "hour", "Chờ giờ") in marks(november(cast.khoa))
    assert (22, "due", "Ngày hội Khoa học") not in marks(november(cast.khoa))


def test_narrowed_to_section_field_or_person(cast: Cast) -> None:
    of_pioneers = add(cast, "Đại hội Liên đội", date(2026, 11, 24), date(2026, 11, 24), "doan-doi")
    actions.assign(of_pioneers, person=cast.lan, field_id=None, by=cast.sen, at=NOW, channel="test")
    titles = {
        only: [one.title for one in november(cast.sen, only).entries]
        for only in (Filter(), Filter(section="doan-doi"), Filter(field=cast.fields["dd"].pk),
                     Filter(field=cast.fields["cm"].pk), Filter(person=cast.lan.pk))
    }  # fmt: skip
    assert list(titles.values()) == [
        ["Ngày hội Khoa học", "Đại hội Liên đội"],
        *[["Đại hội Liên đội"]] * 2,
        [],
        ["Đại hội Liên đội"],
    ]


def test_empty_days_are_told_together_and_today_stands_alone(cast: Cast) -> None:
    running, over, coming = agenda(november(cast.lan))
    told = [(row.first.day, row.last.day, row.empty, [one.title for one in row.entries]) for row in over + coming]
    assert ([one.title for one in running], told) == (
        ["Ngày hội Khoa học"],
        [(1, 9, True, []), (10, 10, False, ["Ngày hội Khoa học"]), (11, 15, True, []), (16, 16, False, []),
         (17, 21, True, []), (22, 22, False, []), (23, 30, True, [])],
    )  # fmt: skip


def test_the_month_takes_the_same_queries_however_full(cast: Cast) -> None:
    counts = []
    for number in (1, 3, 30):
        for one in range(number):
            entry = add(cast, f"Việc {number}-{one}", date(2026, 11, 20), date(2026, 11, 21), "chuyen-mon")
            actions.assign(entry, person=cast.lan, field_id=None, by=cast.sen, at=NOW, channel="test")
            if one < 3:
                cast.published(cast.lan, title=f"Bài {number}-{one}", plan_entry=entry.pk)
        with CaptureQueriesContext(connection) as asked:
            november(cast.sen)
        counts.append(len(asked))
    assert counts[0] == counts[1] == counts[2]


# ---- on screen

READ = [(None, 302), ("phu", 403), ("an", 403), ("vy", 403), ("lan", 200), ("tri", 200), ("minh", 200)]


@pytest.mark.parametrize("who,status", READ)
def test_who_opens_the_calendar(cast: Cast, client: Client, who: str | None, status: int) -> None:
    if who:
        client.force_login(cast.people[who])
    entry = f"/ke-hoach/viec/{cast.entry.pk}/"
    addresses = (
        "/ke-hoach/lich/",
        "/ke-hoach/lich/?kieu=danh-sach",
        "/ke-hoach/lich/bang-tinh/",
        "/ke-hoach/do-moi/",
        entry,
    )
    assert [client.get(one).status_code for one in addresses] == [status] * 5


@pytest.mark.parametrize("month,title", [("2027-02", "Tháng 2/2027"), ("", "Tháng 11/2026"), ("2026-13", "Tháng 11/2026"),
                                         ("9999-01", "Tháng 11/2026"), ("x", "Tháng 11/2026"), ("2100-12", "Tháng 12/2100")])  # fmt: skip
def test_months_are_reached_by_links_and_nonsense_is_this_month(cast: Cast, as_: Sign, month: str, title: str) -> None:
    page = as_(cast.lan).get(f"/ke-hoach/lich/?thang={month}").content.decode()
    assert page.count(f"<h1>{title}</h1>") == 1


def test_only_who_may_move_is_offered_to_drag(cast: Cast, as_: Sign) -> None:
    offered = {
        who: as_(cast.people[who]).get("/ke-hoach/lich/").content.decode().count("data-keo")
        for who in ("ha", "sen", "lan")
    }
    assert offered == {"ha": 2, "sen": 0, "lan": 0}
    add_loose(cast)
    offered = {who: as_(cast.people[who]).get("/ke-hoach/lich/?thang=2026-12").content.decode().count("data-keo")
               for who in ("ha", "sen", "lan")}  # fmt: skip
    assert offered == {"ha": 1, "sen": 1, "lan": 0}


def add_loose(cast: Cast) -> PlanEntry:
    plan = actions.draw_up(title="Tháng 12", starts=date(2026, 12, 1), ends=date(2026, 12, 31), by=cast.sen, at=NOW,
                           channel="test")  # fmt: skip
    day = actions.Entry("Hội khỏe Phù Đổng", date(2026, 12, 8), date(2026, 12, 9))
    return actions.add_entries(plan, [day], by=cast.sen, at=NOW, channel="test")[0]


def test_the_month_to_take_away(cast: Cast, as_: Sign) -> None:
    cast.published(cast.lan, title="+Bài đã lên")
    answer = as_(cast.lan).get("/ke-hoach/lich/bang-tinh/?thang=2026-11")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    first, usual, up = rows
    assert [first[0], first[1], *first[3:5]] == [
        datetime(2026, 11, 10),
        datetime(2026, 11, 20),
        "Hoạt động",
        "Ngày hội Khoa học",
    ]
    assert (usual[3], up[2:5]) == ("Việc thường xuyên", ["08:00", "Đã đăng", "+Bài đã lên"])


def test_reading_changes_nothing(cast: Cast, as_: Sign) -> None:
    client, before = as_(cast.ha), JournalEntry.objects.count()
    for address in ("/ke-hoach/lich/", "/viec/no-bai/", "/ke-hoach/do-moi/", f"/ke-hoach/viec/{cast.entry.pk}/"):
        assert (client.get(address).status_code, client.head(address).status_code) == (200, 200)
    gets = ("doi-ngay/", "khoi-phuc/", "giao/")
    assert [client.get(f"/ke-hoach/viec/{cast.entry.pk}/{one}").status_code for one in gets] == [405] * 3
    assert (JournalEntry.objects.count(), NOW + timedelta(0)) == (before, NOW)
