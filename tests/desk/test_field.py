"""Lĩnh vực của tôi: a Member's items, collaborators, and who owes what (Điều 11.3, 11.5)."""

from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.people.models import Person
from tests.cast import NOW, Cast

As = Callable[[Person], Client]


def test_a_member_sees_his_fields_items_in_every_state(cast: Cast, as_: As) -> None:
    cast.article(cast.lan, title="Đang viết")
    way = cast.article(cast.khoa, title="Đang duyệt")
    cast.submit(way, cast.khoa)
    cast.published(cast.lan, title="Đã đăng")
    cast.published(cast.lan, title="Của lĩnh vực khác", section="doan-doi")
    found = as_(cast.cuc).get("/viec/linh-vuc/").context["found"]
    pages = {section.pk for section in cast.sections.values()}
    told = {item["title"]: (item["state"], item["where"]) for item in found.items if item["pk"] not in pages}
    assert told == {
        "Đã đăng": ("published", ""),
        "Đang duyệt": ("in_review", "Đang ở thầy/cô Phạm Thị Cúc, Ủy viên, từ 8:00 hôm nay."),
        "Đang viết": ("draft", ""),
    }


def test_the_chips_narrow_to_one_state(cast: Cast, as_: As) -> None:
    cast.article(cast.lan, title="Đang viết")
    cast.published(cast.lan, title="Đã đăng")
    browser = as_(cast.cuc)
    chips = {chip.title: chip.url for chip in browser.get("/viec/linh-vuc/").context["found"].chips}
    assert chips["Đang viết"] == "/viec/linh-vuc/?trang-thai=draft"
    assert [item["title"] for item in browser.get(chips["Đang viết"]).context["found"].items] == ["Đang viết"]
    assert len(browser.get("/viec/linh-vuc/?trang-thai=bua").context["found"].items) > 1


def test_his_collaborators_stand_with_what_they_last_wrote(cast: Cast, as_: As) -> None:
    found = as_(cast.cuc).get("/viec/linh-vuc/").context["found"].collaborators
    assert [(one["name"], one["last"]) for one in found] == [("Ngô Vy", None)]
    cast.published(cast.vy, title="Bài cũ", at=NOW)
    cast.article(cast.vy, title="Bài mới")
    found = as_(cast.cuc).get("/viec/linh-vuc/").context["found"].collaborators
    assert [(one["name"], one["last"]["title"]) for one in found] == [("Ngô Vy", "Bài mới")]


def test_who_has_no_field_has_no_such_page(cast: Cast, as_: As) -> None:
    told = [
        as_(person).get("/viec/linh-vuc/").status_code for person in (cast.cuc, cast.dung, cast.sen, cast.ha, cast.lan)
    ]
    assert told == [200, 200, 404, 404, 404]


def test_the_field_asks_as_many_questions_for_thirty_items_as_for_one(cast: Cast, as_: As) -> None:
    browser, asked, made = as_(cast.cuc), [], 0
    browser.get("/viec/linh-vuc/")
    for rows in (1, 3, 30):
        for number in range(made, rows):
            cast.submit(cast.article(cast.vy, title=f"Bài {number}"), cast.vy)
        made = rows
        with CaptureQueriesContext(connection) as found:
            browser.get("/viec/linh-vuc/")
        asked.append(len(found))
    assert asked == [asked[0]] * 3
    assert asked[0] <= 40
