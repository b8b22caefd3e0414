"""Sổ duyệt: the month's approvals, each with its number, who wrote, who decided in which office for whom, hour and hash."""

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from portal.approval import actions as approval
from portal.approval.models import Approval
from portal.approval.rules import Verb
from portal.desk.queries.approval_book import Month, approvals_of, month_of
from portal.people.models import Person
from tests.cast import NOW, Cast

NOVEMBER = Month(date(2026, 11, 1))


def test_a_months_approvals_are_all_there_in_their_order(cast: Cast) -> None:
    first = cast.published(cast.lan, title="Bài một")
    second = cast.published(cast.vy, title="Bài hai", at=NOW + timedelta(hours=1))
    told = [
        (line.title, line.kind, line.writers, line.by, line.capacity, line.clause) for line in approvals_of(NOVEMBER)
    ]
    assert told == [
        ("Bài một", "Tin ngắn", "Hoàng Lan", "Trần Thu Hà", "Trưởng ban", "Điều 14.2, 11.2, 11.3"),
        ("Bài hai", "Tin ngắn", "Ngô Vy", "Trần Thu Hà", "Trưởng ban", "Điều 14.2, 12.2"),
    ]
    given = [Approval.objects.get(page=page) for page in (first, second)]
    assert [(line.number, line.hash) for line in approvals_of(NOVEMBER)] == [
        (f"{one.pk:04d}/PD-2026", one.hash[:10]) for one in given
    ]


def test_who_decided_for_whom_under_which_paper_is_said(cast: Cast) -> None:
    cast.delegate(cast.dung, ("dd",))
    item = cast.article(cast.lan, section="doan-doi")
    cast.submit(item, cast.lan)
    cast.decide(item, Verb.APPROVE, cast.dung)
    (line,) = approvals_of(NOVEMBER)
    assert (line.by, line.capacity) == ("Đỗ Dũng", "Ủy viên, thay mặt Trần Thu Hà, giấy số 05/UN-BBT")


def test_the_title_is_that_of_the_approved_text_and_what_was_taken_down_says_so(cast: Cast) -> None:
    item = cast.published(cast.lan, title="Tên được duyệt")
    approval.withdraw(item, ground="other", reason="Nhầm.", by=cast.ha, at=NOW + timedelta(hours=2), channel="test")
    (line,) = approvals_of(NOVEMBER)
    assert (line.title, line.revoked_at) == ("Tên được duyệt", NOW + timedelta(hours=2))


def test_a_month_begins_and_ends_at_midnight_at_school(cast: Cast) -> None:
    cast.published(cast.lan, title="Đêm cuối tháng", at=NOW.replace(month=11, day=30, hour=23, minute=59))
    cast.published(cast.lan, title="Đầu tháng sau", at=NOW.replace(month=12, day=1, hour=0))
    assert [line.title for line in approvals_of(NOVEMBER)] == ["Đêm cuối tháng"]
    assert [line.title for line in approvals_of(NOVEMBER.next)] == ["Đầu tháng sau"]


@pytest.mark.parametrize(
    ("typed", "month"),
    [("", "2026-11"), ("2026-01", "2026-01"), ("2026-13", None), ("thang", None), ("9999-12", None), ("2026-1", None)],
)
def test_a_month_is_typed_as_year_and_month(typed: str, month: str | None) -> None:
    found = month_of(typed, NOW.date())
    assert (found.key if found else None) == month


def test_months_follow_each_other_across_the_year() -> None:
    december = Month(date(2026, 12, 1))
    assert (december.next.key, december.before.key, december.next.before.key) == ("2027-01", "2026-11", "2026-12")


def test_the_page_prints_it_and_a_month_that_is_none_is_not_there(cast: Cast, as_: Callable[[Person], Client]) -> None:
    cast.published(cast.lan, title="Bài một")
    client = as_(cast.minh)
    page = client.get("/viec/so-duyet/?thang=2026-11").content.decode()
    assert ("SỔ DUYỆT TIN, BÀI" in page, "Bài một" in page, "?thang=2026-10" in page, "?thang=2026-12" in page) == (
        True, True, True, False,
    )  # fmt: skip
    assert client.get("/viec/so-duyet/?thang=hom-nay").status_code == 404
    assert "chưa có lần duyệt nào" in client.get("/viec/so-duyet/?thang=2026-01").content.decode()


def test_its_sheet_says_the_same(cast: Cast, as_: Callable[[Person], Client]) -> None:
    cast.published(cast.lan, title="+84 là mã gọi")
    answer = as_(cast.sen).get("/viec/so-duyet/bang-tinh/?thang=2026-11")
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    line = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [(row[1], row[3], row[4], row[6]) for row in line] == [
        ("+84 là mã gọi", "Hoàng Lan", "Trần Thu Hà", NOW.replace(tzinfo=None))
    ]


def test_three_approvals_take_as_many_queries_as_one(cast: Cast, as_: Callable[[Person], Client]) -> None:
    client, counts = as_(cast.minh), []
    for number in (1, 2):
        for each in range(number):
            cast.published(cast.lan, title=f"Bài {number}{each}")
        client.get("/viec/so-duyet/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/viec/so-duyet/")
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert counts[0] <= 20
