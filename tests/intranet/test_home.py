"""The first page inside: what waits, what today brings, what is new, for one of the staff (Điều 15.1)."""

from itertools import pairwise

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.base import morning
from portal.base.morning import Line, Panel
from portal.intranet.notices.rules import To
from tests.cast import Cast
from tests.intranet.inside import a_notice, a_week, an_item_up, line, posted
from tests.intranet.test_library import paper

pytestmark = pytest.mark.sqlite  # what a screen shows; the verbs, the leaks and the matrix ask both databases


@pytest.fixture
def lan(cast: Cast, client: Client) -> Client:
    client.force_login(cast.lan)
    return client


def test_an_empty_house_says_so(lan: Client) -> None:
    page = lan.get("/noi-bo/")
    told, words = page.context, page.content.decode()
    assert (told["week"].sheet, told["notices"].waiting, told["new"].items, told["lessons"]) == (None, [], [], [])
    assert "Không còn việc gì chờ thầy/cô." in words
    assert ("chưa được đăng" in words, "Soạn lịch tuần này" in words) == (True, False)


def test_today_stands_with_its_hours_and_what_concerns_the_reader(cast: Cast, lan: Client) -> None:
    week = a_week(cast)
    for content, day, hour, lead in (("Chào cờ", 0, 7, ""), ("Dự giờ", 0, 8, "Lan"), ("Họp cốt cán", 0, 14, "Khoa"),
                                     ("Chấm thi", 2, 8, "Lan"), ("Tiếp đoàn", 3, 8, "Khoa")):  # fmt: skip
        line(cast, week, content, day, hour, lead=lead)
    assert lan.get("/noi-bo/").context["week"].sheet is None  # not posted yet
    posted(cast, week)
    told = lan.get("/noi-bo/").context["week"]
    names = {one.id: one.content for one in told.sheet.lines}
    assert [names[pk] for pk in sorted(told.mine)] == ["Chào cờ", "Dự giờ", "Chấm thi"]  # the flag is for everybody
    assert ({names[pk] for pk in told.over}, {names[pk] for pk in told.running}) == ({"Chào cờ"}, {"Dự giờ"})
    assert [(one.day.name, [line.content for part in one.parts for line in part.lines]) for one in told.later] == [
        ("Thứ Tư", ["Chấm thi"])
    ]


def test_what_waits_for_a_word_stands_apart_from_what_was_read(cast: Cast, client: Client) -> None:
    for title, asked in (("Nộp sổ", True), ("Lịch nghỉ", False)):
        a_notice(cast, title, To(everyone=True), asked=asked)
    client.force_login(cast.khoa)
    told = client.get("/noi-bo/").context["notices"]
    assert ([row.up.notice.title for row in told.waiting], [row.up.notice.title for row in told.newest]) == (
        ["Nộp sổ"],
        ["Lịch nghỉ"],
    )
    client.force_login(cast.lan)  # who wrote it need not confirm it
    assert client.get("/noi-bo/").context["notices"].waiting == []


def test_what_is_new_is_of_ones_own_unit_where_there_is_any(cast: Cast, client: Client) -> None:
    an_item_up(cast, "Phân số", [paper(cast.cuc)])
    for who, own in (("lan", True), ("dung", False)):
        client.force_login(cast.people[who])
        new = client.get("/noi-bo/").context["new"]
        assert ([item.title for item in new.items], new.own) == (["Phân số"], own)


def test_what_is_up_outside_and_inside_the_news_is_shown_at_once(cast: Cast, lan: Client) -> None:
    cast.published(cast.lan, title="Tin ngoài cổng")
    cast.published(cast.lan, title="Trao đổi trong tổ", section="trao-doi", audience="internal")
    words = lan.get("/noi-bo/").content.decode()
    assert ("Đang đăng ngoài cổng" in words, "Tin ngoài cổng" in words, "Trao đổi trong tổ" in words) == (
        True,
        True,
        True,
    )


def test_the_page_asks_a_fixed_number_of_questions(cast: Cast, lan: Client) -> None:
    week, asked = a_week(cast), []
    line(cast, week, "Việc 0", 0, 9, lead="Lan")
    posted(cast, week)
    for before, rows in pairwise((0, 1, 3)):
        for number in range(before, rows):
            line(cast, week, f"Việc {rows}{number}", number, 10 + number, lead="Lan")
            a_notice(cast, f"Thông báo {number}", To(everyone=True))
            an_item_up(cast, f"Học liệu {number}", [paper(cast.cuc, words=b"%d" % number)])
            cast.published(cast.lan, title=f"Bài {number}")
        with CaptureQueriesContext(connection) as found:
            assert lan.get("/noi-bo/").status_code == 200
        asked.append(len(found))
    assert asked[0] == asked[1] <= 46, asked


def test_another_rooms_questions_stand_in_their_slot_for_whom_they_wait(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Panel(
        "cau-hoi", "Câu hỏi chờ trả lời", "/hoi-dap/", (Line("Mấy giờ đón con?", "/hoi-dap/7/", "hỏi hôm qua"),)
    )
    nothing = Panel("trong", "Không có gì", "/khong/", ())
    monkeypatch.setattr(morning, "_asked", [lambda who, _: asked if who == cast.lan else None, lambda *_: nothing])
    for who, shown in ((cast.lan, [asked]), (cast.khoa, [])):
        client.force_login(who)
        page = client.get("/noi-bo/")
        words = page.content.decode()
        assert page.context["panels"] == shown
        assert [("Mấy giờ đón con?" in words), ("Không có gì" in words)] == [bool(shown), False]
