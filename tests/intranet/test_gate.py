"""The internal layer opens to staff whose rights stand, and to nobody else (Điều 15.3)."""

import pytest
from django.test import Client

from portal.intranet.rooms import rooms
from tests.cast import Cast


@pytest.mark.parametrize("who", ["minh", "ha", "sen", "tri", "lan"])
def test_staff_come_in(cast: Cast, client: Client, who: str) -> None:
    client.force_login(cast.people[who])
    answer = client.get("/noi-bo/")
    assert (answer.status_code, answer["Cache-Control"], answer["X-Robots-Tag"]) == (
        200, "private, no-store", "noindex, nofollow",
    )  # fmt: skip


@pytest.mark.parametrize("who", ["vy", "phu", "an"])
def test_other_accounts_find_nothing(cast: Cast, client: Client, who: str) -> None:
    client.force_login(cast.people[who])
    assert client.get("/noi-bo/").status_code == 404


def test_strangers_sign_in_first(cast: Cast, client: Client) -> None:
    assert client.get("/noi-bo/")["Location"] == "/tai-khoan/login/?next=/noi-bo/"


def test_a_teacher_whose_rights_are_withdrawn_loses_it_within_the_session(cast: Cast, client: Client) -> None:
    client.force_login(cast.lan)
    assert client.get("/noi-bo/").status_code == 200
    cast.suspend(cast.lan)
    assert client.get("/noi-bo/").status_code in (302, 404)


@pytest.mark.sqlite
@pytest.mark.parametrize("path", ["", "lich/", "thoi-khoa-bieu/", "kho/", "thong-bao/"])
def test_every_page_inside_leads_to_the_others(cast: Cast, client: Client, path: str) -> None:
    client.force_login(cast.lan)
    html = client.get(f"/noi-bo/{path}").content.decode()
    nav = html.partition('aria-label="Cổng nội bộ"')[2].partition("</nav>")[0]
    assert [title in nav for title in ("Hôm nay", "Lịch công tác", "Thời khóa biểu", "Kho học liệu", "Thông báo")] == [
        True
    ] * 5
    assert nav.count('aria-current="page"') == 1


@pytest.mark.sqlite
@pytest.mark.parametrize(
    "path,lit",
    [
        ("", ["Hôm nay"]),
        ("lich/cua-toi/", ["Lịch công tác"]),
        ("kho/gui-nhieu/", ["Kho học liệu"]),
        ("danh-sach-duyet/", []),
    ],
)
def test_only_the_door_one_stands_behind_is_lit(path: str, lit: list[str]) -> None:
    assert [door["title"] for door in rooms(f"/noi-bo/{path}") if door["current"]] == lit
