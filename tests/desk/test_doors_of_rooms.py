"""The doors to papers and pupils: found by whom they open for, in the menu and where something waits; shown to nobody else."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.approval import actions as approval
from portal.base.morning import panels
from portal.desk.menu import ADDRESSES, desk_menu
from portal.people import actions as people
from portal.people import offices
from portal.people.rules import Duty
from portal.pupils import actions as pupils
from portal.pupils.consents.actions import Upon
from portal.pupils.consents.rules import Answer, Purpose
from portal.pupils.models import SchoolClass
from portal.records.disclosures import actions as disclosures
from portal.records.disclosures.actions import Given
from tests.cast import NOW, Cast
from tests.pupils import rolls

SAID = {"at": NOW, "channel": "test"}
ROOMS = ("papers", "procedures", "pupils", "results", "outcomes", "admissions", "disclosures", "inside")


def doors(cast: Cast, name: str) -> set[str]:
    shown = {entry["url"] for entry in desk_menu(cast.people[name], offices.board(NOW), NOW)}
    return {room for room in ROOMS if ADDRESSES[room] in shown}


def waits(cast: Cast, name: str) -> dict[str, list[str]]:
    return {one.key: [line.title for line in one.lines] for one in panels(cast.people[name], NOW)}


@pytest.fixture
def school(cast: Cast) -> Cast:
    """lan keeps papers, khoa is a class teacher, dung the accountant, tri brings results in, cuc keeps the rolls, phong admits."""
    named = {
        "lan": Duty.CLERK,
        "dung": Duty.ACCOUNTANT,
        "tri": Duty.RESULTS,
        "cuc": Duty.ROLLS,
        "phong": Duty.ADMISSIONS,
    }
    for name, duty in named.items():
        people.name_for_duty(cast.people[name], duty, by=cast.minh, at=NOW - timedelta(days=9), channel="test")
    pupils.open_class(2026, "6A1", teacher=cast.khoa, by=cast.minh, **SAID)
    return cast


@pytest.mark.sqlite  # many screens; the one query is the same on either database
def test_each_finds_his_rooms_in_the_menu_and_no_door_that_stays_shut(school: Cast, client: Client) -> None:
    found = {
        name: doors(school, name) for name in ("lan", "khoa", "dung", "tri", "cuc", "sen", "phong", "vy", "phu", "an")
    }
    everyone = {"disclosures", "inside"}
    assert found == {
        "lan": everyone | {"papers", "procedures"}, "khoa": everyone | {"pupils", "results"}, "dung": everyone,
        "tri": everyone | {"results", "outcomes"}, "cuc": everyone | {"pupils"}, "sen": everyone | {"papers", "procedures", "admissions"},
        "phong": everyone | {"admissions"}, "vy": set(), "phu": set(), "an": set(),
    }  # fmt: skip
    for name in ("lan", "khoa", "tri", "phong"):  # each room is opened by one of them and shut to another
        client.force_login(school.people[name])
        opened = {room for room in ROOMS[:6] if client.get(ADDRESSES[room]).status_code == 200}
        assert (name, opened) == (name, found[name] - everyone)


def test_a_page_of_the_room_shows_no_other_door_of_it_that_stays_shut(school: Cast, client: Client) -> None:
    shown = {}
    for name, path in (("khoa", "/noi-bo/hoc-sinh/"), ("cuc", "/noi-bo/hoc-sinh/"), ("tri", "/noi-bo/ket-qua/")):
        client.force_login(school.people[name])
        nav = client.get(path).content.decode().split('aria-label="Học sinh">')[1].split("</nav>")[0]
        shown[name] = [one for one in ("/noi-bo/hoc-sinh/", "/noi-bo/ket-qua/") if f'"{one}"' in nav]
    assert shown == {
        "khoa": ["/noi-bo/hoc-sinh/", "/noi-bo/ket-qua/"],
        "cuc": ["/noi-bo/hoc-sinh/"],
        "tri": ["/noi-bo/ket-qua/"],
    }


def test_the_menu_asks_the_database_once_for_all_of_them(school: Cast) -> None:
    board = offices.board(NOW)
    for name, asked in (("khoa", 1), ("minh", 1), ("phu", 0)):
        with CaptureQueriesContext(connection) as found:
            desk_menu(school.people[name], board, NOW)
        assert (name, len(found)) == (name, asked)


def test_sheets_that_have_not_come_wait_for_the_class_teacher_and_the_keeper(school: Cast, client: Client) -> None:
    room = SchoolClass.objects.get()
    assert waits(school, "khoa") == {}  # nobody sits in it yet
    one, two = (
        pupils.enrol(room, code=f"HS{n}", full_name=name, born=rolls.BORN, day=rolls.DAY, by=school.minh, **SAID)
        for n, name in enumerate(rolls.NAMES[:2])
    )
    assert (waits(school, "khoa"), waits(school, "cuc"), waits(school, "dung")) == (
        {"phieu-dong-y": ["Lớp 6A1: chưa có phiếu đồng ý nào"]}, {"phieu-dong-y": ["Lớp 6A1: chưa có phiếu đồng ý nào"]}, {},
    )  # fmt: skip
    said = Answer(one.pk, True, True, frozenset(Purpose))
    pupils.record_consents(room, [said], Upon("số 1"), seen=None, by=school.cuc, **SAID)
    assert (waits(school, "khoa"), waits(school, "cuc")) == (
        {"phieu-dong-y": ["Lớp 6A1: 1 em chưa có phiếu đồng ý"]},
        {},
    )
    client.force_login(school.khoa)
    shown = [client.get(path).content.decode() for path in ("/viec-cua-toi/", "/noi-bo/", "/viec-cua-toi/?o=toi")]
    assert ["Lớp 6A1: 1 em chưa có phiếu đồng ý" in page for page in shown] == [True, True, False]
    assert [str(two.full_name) in page for page in shown] == [False] * 3


def test_points_that_are_due_wait_for_whoever_they_are_his(school: Cast, client: Client) -> None:
    said = {"by": school.sen, "channel": "test"}
    assert [waits(school, name) for name in ("lan", "dung", "khoa")] == [{}] * 3  # the year's own day is far
    up = {}
    for code in ("5.1", "5.2", "4.1"):
        draft = disclosures.write(2026, code, Given("Lời."), at=NOW - timedelta(days=3), **said)
        up[code] = school.up(draft, school.sen, NOW - timedelta(days=2))
        disclosures.tell_change(up[code], date(2026, 11, 14), "Số liệu thay đổi", at=NOW, **said)
    disclosures.charge(2026, "5.2", school.khoa, by=school.minh, **SAID)
    client.force_login(school.dung)
    mine = [row.point.code for row in client.get("/noi-bo/cong-khai/").context["mine"]]
    assert mine == ["5.3", "5.4", "5.5"]
    assert {name: waits(school, name) for name in ("lan", "dung", "khoa", "phong")} == {
        "lan": {"cong-khai": ["4.1 Tên trường"]}, "dung": {"cong-khai": ["5.1 Tình hình tài chính năm trước"]},
        "khoa": {"cong-khai": ["5.2 Các khoản thu và mức thu"]}, "phong": {},
    }  # fmt: skip
    approval.withdraw(up["5.2"], ground="privacy", reason="Lộ số điện thoại.", by=school.ha, **SAID)
    owed = "5.2 Các khoản thu và mức thu"
    assert [waits(school, name).get("cong-khai") for name in ("khoa", "sen", "minh", "lan")] == [
        [owed], [owed], [owed], ["4.1 Tên trường"],
    ]  # fmt: skip
    note = next(one for one in panels(school.khoa, NOW)).lines[0].note
    assert note == "bản đã che thông tin riêng tư: hạn hết ngày 30/11/2026"


def test_what_waits_costs_the_same_for_one_and_for_three(school: Cast) -> None:
    asked = []
    for codes in (("5.1",), ("5.2", "5.3")):
        for code in codes:
            disclosures.charge(2026, code, school.khoa, by=school.minh, **SAID)
        with CaptureQueriesContext(connection) as found:
            panels(school.khoa, NOW)
        asked.append(len(found))
    assert (asked[0] == asked[1], asked[0] <= 8) == (True, True)
