"""Who owes what: asked of the articles, never stored; late first; everyone sees only what is his to see."""

import io
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from portal.base.clock import ZONE
from portal.desk.bars import bars
from portal.desk.queries.owed import Tally, due_soon, overdue, owed, seen_by, sight_of, tallies
from portal.news import actions as news
from portal.people.models import Person, Unit, UnitPost
from portal.plan import actions
from portal.plan.models import Assignment
from tests.cast import NOW, OLD, Cast

DAY = timedelta(days=1)
Sign = Callable[[Person], Client]


def last(day: int) -> datetime:
    return datetime(2026, 11, day, 23, 59, 59, tzinfo=ZONE)


def ask(cast: Cast, *, at: datetime = OLD, entry: Any = None, **more: Any) -> Assignment:
    """The Secretary asks; of Lan unless said otherwise."""
    to = {} if more.get("unit") else {"person": cast.lan}
    return actions.assign(entry or cast.entry, field_id=cast.fields["cm"].pk, by=cast.sen, at=at, channel="test",
                          **{"section_slug": "chuyen-mon", **to, **more})  # fmt: skip


@pytest.fixture
def maths(cast: Cast) -> Unit:
    unit = Unit.objects.create(title="Tổ Toán – Tin", slug="toan-tin")
    UnitPost.objects.create(unit=unit, person=cast.khoa, leads=True, starts=OLD)
    UnitPost.objects.create(unit=unit, person=cast.lan, starts=OLD)
    return unit


def only(at: datetime) -> tuple[str, bool, bool]:
    (row,) = owed(at)
    return str(row.state), row.late, row.open


def test_an_assignment_goes_from_unwritten_to_up(cast: Cast) -> None:
    made = ask(cast)
    assert only(NOW) == ("chưa viết", False, True)
    (row,) = owed(NOW)
    assert (row.assignment, row.who, row.what, row.section, row.due, row.article) == (
        made, "Hoàng Lan", "Ngày hội Khoa học", "Chuyên môn", last(22), None,
    )  # fmt: skip
    article = cast.article(cast.lan)
    assert only(NOW) == ("đang viết", False, True)
    cast.submit(article, cast.lan)
    assert only(NOW) == ("đã trình", False, False)
    cast.decide(article, "approve", cast.cuc)
    cast.decide(article, "approve", cast.phong)
    assert only(NOW) == ("đã đăng", False, False)
    (row,) = owed(NOW)
    assert row.article is not None
    assert (row.article.page, row.submitted_at, row.published_at) == (article.pk, NOW, NOW)


def test_handed_in_and_up_are_counted_apart(cast: Cast) -> None:
    """Reading 6: in time for the writer although the board put it up late."""
    ask(cast, due_at=last(14), at=OLD)
    article = cast.article(cast.lan, at=last(14) - DAY)
    cast.submit(article, cast.lan, last(14))
    cast.decide(article, "approve", cast.cuc, last(14) + DAY)
    cast.decide(article, "approve", cast.phong, last(14) + DAY)
    assert only(NOW) == ("đã đăng", False, False)
    assert tallies(owed(NOW), NOW, months=1) == [Tally(date(2026, 11, 1), in_time=1, up_late=1)]


def test_what_is_handed_in_after_the_hour_stays_late(cast: Cast) -> None:
    ask(cast, due_at=last(14))
    assert only(last(14)) == ("chưa viết", False, True)
    assert only(last(14) + timedelta(seconds=1)) == ("chưa viết", True, True)
    cast.submit(cast.article(cast.lan), cast.lan)
    assert only(NOW) == ("đã trình", True, False)


def test_what_was_sent_back_is_owed_again(cast: Cast) -> None:
    ask(cast, due_at=last(17))
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    cast.decide(article, "send_back", cast.cuc, reason="Thêm ảnh")
    assert only(NOW) == ("đang viết", False, True)
    assert only(last(18)) == ("đang viết", True, True)


def test_somebody_elses_article_or_one_about_something_else_answers_nothing(cast: Cast) -> None:
    ask(cast)
    cast.submit(cast.article(cast.khoa), cast.khoa)
    cast.submit(cast.article(cast.lan, title="Chuyện khác", in_plan=False), cast.lan)
    assert only(NOW) == ("chưa viết", False, True)


def test_the_newest_text_says_what_an_article_is_about(cast: Cast) -> None:
    ask(cast)
    article = cast.article(cast.lan, in_plan=False)
    assert only(NOW)[0] == "chưa viết"
    news.edit(article, {"plan_entry": cast.entry.pk}, by=cast.lan, at=NOW, channel="test")
    assert only(NOW)[0] == "đang viết"


def test_a_named_author_answers_although_another_began_it(cast: Cast) -> None:
    ask(cast)
    cast.article(cast.sen, authors=[{"username": "lan", "share": 100}])
    assert only(NOW)[0] == "đang viết"


def test_one_article_answers_one_assignment_and_the_asked_genre_comes_first(cast: Cast) -> None:
    first, second = ask(cast, due_at=last(18)), ask(cast, due_at=last(19), genre="tuong-thuat")
    short = cast.article(cast.lan)
    found = {row.assignment: row.article.page if row.article else None for row in owed(NOW)}
    assert found == {first: short.pk, second: None}
    report = cast.article(cast.lan, title="Tường thuật", genre="tuong-thuat", place="Sân trường")
    found = {row.assignment: row.article.page if row.article else None for row in owed(NOW)}
    assert found == {first: short.pk, second: report.pk}


def test_a_units_article_may_come_from_any_of_its_people(cast: Cast, maths: Unit) -> None:
    ask(cast, unit=maths)
    cast.article(cast.dung)
    assert (owed(NOW)[0].who, only(NOW)[0]) == ("Tổ Toán – Tin", "chưa viết")
    cast.article(cast.khoa)
    assert only(NOW)[0] == "đang viết"


def test_a_standing_entry_is_answered_by_what_came_after_it_was_asked(cast: Cast) -> None:
    cast.published(cast.lan, at=OLD + DAY, plan_entry=cast.standing_entry.pk)
    ask(cast, entry=cast.standing_entry, at=NOW - DAY, due_at=last(20))
    assert only(NOW)[0] == "chưa viết"
    cast.submit(cast.article(cast.lan, title="Tuần này", plan_entry=cast.standing_entry.pk), cast.lan)
    assert only(NOW)[0] == "đã trình"


def test_what_is_released_or_called_off_is_owed_no_longer(cast: Cast) -> None:
    made = ask(cast)
    actions.release(made, field_id=None, by=cast.sen, at=NOW, channel="test")
    ask(cast, person=cast.khoa)
    actions.cancel_entry(cast.entry, by=cast.ha, at=NOW, channel="test")
    assert owed(NOW) == []


def test_late_comes_first_then_by_hour(cast: Cast) -> None:
    due = [ask(cast, due_at=last(day)) for day in (20, 12, 18, 14)]
    assert [row.assignment for row in owed(NOW)] == [due[1], due[3], due[2], due[0]]
    assert [row.assignment for row in overdue(NOW)] == [due[1], due[3]]
    assert [row.assignment for row in due_soon(NOW)] == [due[2]]


def test_narrowed_to_person_field_or_unit(cast: Cast, maths: Unit) -> None:
    of_lan, of_dung, of_unit = ask(cast), ask(cast, person=cast.dung, section_slug="doan-doi"), ask(cast, unit=maths)
    assert {row.assignment for row in owed(NOW, person=cast.lan)} == {of_lan, of_unit}
    assert {row.assignment for row in owed(NOW, field=cast.fields["dd"])} == {of_dung}
    assert {row.assignment for row in owed(NOW, unit=maths)} == {of_lan, of_unit}


SEEN = {
    "ha": 4, "phong": 4, "sen": 4, "minh": 4, "cuc": 3, "dung": 2, "khoa": 3, "lan": 2, "vy": 0, "tri": 0,
}  # fmt: skip


@pytest.mark.parametrize("who", SEEN)
def test_who_sees_whose(cast: Cast, maths: Unit, who: str) -> None:
    """Lan, her unit and the Member of the Pioneers owe; Khoa leads the unit; the Secretary owes in Chuyên môn."""
    ask(cast)
    ask(cast, unit=maths)
    ask(cast, person=cast.dung, section_slug="doan-doi")
    ask(cast, person=cast.sen)
    rows = seen_by(owed(NOW), sight_of(cast.people[who], NOW))
    assert len(rows) == SEEN[who] - (who in ("dung", "khoa"))


@pytest.mark.parametrize("number", [1, 3, 30])
def test_the_list_takes_the_same_queries_however_long(cast: Cast, maths: Unit, number: int) -> None:
    for one in range(number):
        ask(cast, due_at=last(18))
        ask(cast, unit=maths)
        if one < 3:
            cast.submit(cast.article(cast.lan, title=f"Bài {one}"), cast.lan)
    with CaptureQueriesContext(connection) as asked:
        assert len(owed(NOW)) == 2 * number
    assert len(asked) == 8


# ---- on screen

READ = [(None, 302), ("phu", 403), ("an", 403), ("vy", 200), ("lan", 200), ("cuc", 200), ("tri", 200), ("ha", 200)]


@pytest.mark.parametrize("who,status", READ)
def test_who_opens_the_list(cast: Cast, client: Client, who: str | None, status: int) -> None:
    if who:
        client.force_login(cast.people[who])
    addresses = ("/viec/no-bai/", "/viec/no-bai/bang-tinh/")
    assert [client.get(one).status_code for one in addresses] == [status] * 2


def test_a_suspended_teacher_does_not(cast: Cast, as_: Sign) -> None:
    cast.suspend(cast.lan)
    assert as_(cast.lan).get("/viec/no-bai/").status_code == 403


def test_the_member_sees_his_field_late_first_and_opens_the_article(cast: Cast, as_: Sign) -> None:
    ask(cast, due_at=last(14), note="Kèm hai ảnh")
    ask(cast, person=cast.dung, section_slug="doan-doi", due_at=last(20))
    article = cast.article(cast.lan, title="Bài dở dang của Lan")
    page = as_(cast.cuc).get("/viec/no-bai/").content.decode()
    assert "Ai còn nợ bài" in page
    assert page.index("Đã quá hạn") < page.index("Kèm hai ảnh")
    assert (f'<a href="/viec/{article.pk}/">Bài dở dang của Lan</a>' in page, "Đỗ Dũng" in page) == (True, False)
    assert as_(cast.cuc).get("/viec/no-bai/?linh-vuc=dd").status_code == 403
    assert as_(cast.cuc).get("/viec/no-bai/?linh-vuc=khong-co").status_code == 404
    assert as_(cast.sen).get("/viec/no-bai/?linh-vuc=dd").content.decode().count("Đỗ Dũng") == 1


def test_a_teacher_sees_his_own_only(cast: Cast, as_: Sign) -> None:
    ask(cast)
    ask(cast, person=cast.khoa)
    page = as_(cast.lan).get("/viec/no-bai/").content.decode()
    assert ("Bài thầy/cô được giao" in page, "Đặng Khoa" in page) == (True, False)
    assert page.count(f'<a href="/viet/nhanh/?viec={cast.entry.pk}&amp;chuyen-muc=chuyen-mon">Viết bài này</a>') == 1
    assert as_(cast.lan).get("/viec/no-bai/?nguoi=khoa").status_code == 403


def test_the_list_to_take_away(cast: Cast, as_: Sign) -> None:
    ask(cast, due_at=last(14))
    cast.submit(cast.article(cast.lan, title="=1+1"), cast.lan)
    answer = as_(cast.sen).get("/viec/no-bai/bang-tinh/")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    row = [cell.value for cell in sheet[2]]
    assert row == ["Ngày hội Khoa học", "Hoàng Lan", "Chuyên môn", None, "14/11/2026 23:59", "đã trình", "x", "=1+1",
                   "16/11/2026 08:00", None]  # fmt: skip
    assert (sheet.cell(2, 8).data_type, answer["Cache-Control"]) == ("s", "private, no-store")


def test_months_are_drawn_and_told(cast: Cast, as_: Sign) -> None:
    ask(cast, due_at=last(14))
    ask(cast, due_at=last(20))
    page = as_(cast.sen).get("/viec/no-bai/").content.decode()
    assert (page.count("<rect"), page.count('<th scope="row">11/2026</th>')) == (2, 1)
    drawn = bars([Tally(date(2026, 10, 1)), Tally(date(2026, 11, 1), in_time=3, late=1)])
    assert [[(part.kind, part.y, part.height) for part in bar.parts] for bar in drawn.bars] == [
        [], [("in-time", 45.5, 82.5), ("late", 18.0, 27.5)],
    ]  # fmt: skip
    assert (drawn.empty, bars([Tally(date(2026, 11, 1))]).empty, bars([]).empty) == (False, True, True)


# ---- asking, on the activity's page


def test_the_secretary_asks_on_the_activitys_page(cast: Cast, as_: Sign, maths: Unit) -> None:
    client = as_(cast.sen)
    address = f"/ke-hoach/viec/{cast.entry.pk}/giao/"
    wrong = client.post(address, {"person": cast.lan.pk, "unit": maths.pk, "note": "Nhớ xin phép chụp ảnh"})
    page = wrong.content.decode()
    assert (wrong.status_code, "chọn đúng một. (Điều 8.2)" in page, "Nhớ xin phép chụp ảnh" in page) == (
        422,
        True,
        True,
    )
    client.post(address, {"person": cast.lan.pk, "due_on": "2026-11-18", "note": "Nhớ xin phép chụp ảnh"})
    made = Assignment.objects.get()
    assert (made.person, made.due_at, made.note) == (cast.lan, last(18), "Nhớ xin phép chụp ảnh")
    page = client.get(f"/ke-hoach/viec/{cast.entry.pk}/").content.decode()
    assert ("Hoàng Lan" in page, f"/ke-hoach/giao/{made.pk}/" in page) == (True, True)
    client.post(f"/ke-hoach/giao/{made.pk}/", {"unit": maths.pk, "due_on": "2026-11-19", "reason": "Lan nghỉ"})
    made.refresh_from_db()
    assert (made.person, made.unit, made.due_at) == (None, maths, last(19))
    client.post(f"/ke-hoach/giao/{made.pk}/thoi/")
    assert owed(NOW) == []


def test_a_member_asks_in_his_field_about_an_activity_of_any_section(cast: Cast, as_: Sign) -> None:
    client, address = as_(cast.cuc), f"/ke-hoach/viec/{cast.entry.pk}/"
    assert 'id="giao-bai"' in client.get(address).content.decode()
    posts = [client.post(f"{address}giao/", {"person": cast.lan.pk, "section_slug": slug}) for slug in ("", "doan-doi")]
    assert [one.status_code for one in posts] == [403, 403]
    client.post(f"{address}giao/", {"person": cast.lan.pk, "section_slug": "chuyen-mon"})
    assert [(row.who, row.section, row.assignment.made_by) for row in owed(NOW)] == [
        ("Hoàng Lan", "Chuyên môn", cast.cuc)
    ]


def test_who_may_not_ask_is_told_with_the_clause(cast: Cast, as_: Sign) -> None:
    made = ask(cast)
    client = as_(cast.lan)
    posts = [(f"/ke-hoach/viec/{cast.entry.pk}/giao/", {"person": cast.khoa.pk}), (f"/ke-hoach/giao/{made.pk}/", {}),
             (f"/ke-hoach/giao/{made.pk}/thoi/", {})]  # fmt: skip
    answers = [client.post(address, data) for address, data in posts]
    assert [(one.status_code, "Điều 8.2, 11.3, 12.1" in one.content.decode()) for one in answers] == [(403, True)] * 3
    assert 'id="giao-bai"' not in client.get(f"/ke-hoach/viec/{cast.entry.pk}/").content.decode()
    assert client.get("/ke-hoach/viec/999999/").status_code == 404
