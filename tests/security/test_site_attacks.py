"""What somebody tries on the reader's side of the portal, and what becomes of it."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image

from portal.approval import actions as approval
from portal.base.models import SchoolLook
from portal.base.refused import Refused
from portal.files.actions import store_picture
from portal.news import actions as news
from portal.news.intake import BadBlock, link, rich, video
from portal.people.models import Person
from portal.search import actions as search
from tests.cast import NOW, Cast
from tests.people.signing import signed_in

INSIDE = {"section": "trao-doi", "audience": "internal"}


@pytest.mark.parametrize(
    "came", ["http://[", "http://a]b/", "http://testserver//la.example/", "http://testserver@la.example/a"]
)
def test_whoever_came_from_no_address_of_ours_is_led_home(db: None, client: Client, came: str) -> None:
    answer = client.post("/tuy-chon-doc/", {"co": "2"}, headers={"referer": came})
    assert (answer.status_code, answer["Location"]) == (302, "/")


def test_a_school_is_called_in_one_line_that_turns_nothing(cast: Cast) -> None:
    typed = {
        "initials": "NGT",
        "ink": "#3b2a8c",
        "phuong": "#c8202f",
        "name": "Trường\r\nBcc: la@la.example\u2028\u202ecũ",
    }
    assert signed_in(cast, "sen").post("/viec/bo-mat/", typed).status_code == 302
    assert SchoolLook.objects.get().values["name"] == "Trường Bcc: la@la.example cũ"


@pytest.mark.parametrize("number", ["99999999999999999999999", "-1"])
def test_a_page_no_database_can_hold_stands_nowhere(cast: Cast, number: str) -> None:
    assert signed_in(cast, "sen").post("/viec/trang-tinh/vi/fees/", {"page_1": number}).status_code == 422


@pytest.mark.parametrize(
    "url", ["https://truong.edu.vn@la.example/", "https://truong.edu.vn:x@la.example/a", "mailto:vp@a.vn%0aBcc:la@la.example",
            "javascript:alert(1)", "data:text/html,x", "//la.example", "/\\la.example", "/\x01/la.example"]
)  # fmt: skip
def test_a_link_leads_to_the_host_it_shows(url: str) -> None:
    for read in (link, video):
        with pytest.raises(BadBlock):
            read(url)


def test_a_guess_tells_nothing_of_words_written_where_the_asker_may_not_look(cast: Cast) -> None:
    cast.published(cast.lan, title="Hội chợ xuân")
    cast.published(cast.lan, title="Họp kín về Nexperia", **INSIDE)
    search.catch_up(NOW)

    def meant(client: Client, query: str) -> str | None:
        found = client.get("/tim-kiem/", {"q": query}).context["meant"]
        return found and found["words"]

    for stranger in (Client(), signed_in(cast, "vy")):
        assert [meant(stranger, f"{word} hội") for word in ("nexperia", "zexqwzia")] == ["hội", "hội"]


def test_nobody_is_shown_by_the_name_of_his_account(cast: Cast, client: Client) -> None:
    item = cast.published(cast.lan, title="Hội chợ xuân")
    for pk in (cast.sen.pk, cast.lan.pk):
        Person.objects.filter(pk=pk).update(full_name="", username=f"tai-khoan-{pk}")
    seen = [
        client.get(url).content.decode()
        for url in ("/ban-bien-tap/", "/lien-he/", f"/tin-bai/{item.slug}/", "/rss/", "/to/")
    ]
    assert ["tai-khoan-" in words for words in seen] == [False] * 5


def test_what_is_taken_down_is_gone_from_every_list_a_stranger_asks_for(cast: Cast, client: Client) -> None:
    item = cast.published(cast.lan, title="Chợ phiên cuối tuần", opening_at=NOW.replace(day=20), notice=True)
    news.stand("documents", [item.pk], by=cast.sen, at=NOW, channel="test")
    search.catch_up(NOW)
    lists = ["/", "/tin-bai/", "/rss/", "/lich.ics", "/luu-tru/2026/11/", "/van-ban/", "/tim-kiem/?q=cho+phien"]
    lists += [
        "/tim-kiem/goi-y/?q=cho+phien",
        f"/rss/tac-gia/{cast.lan.pk}/",
        f"/thay-co/{cast.lan.pk}/",
        "/tin/cho-phien-cuoi-tuan-cu/",
    ]
    own = [
        f"/tin-bai/{item.slug}/",
        f"/tin-bai/{item.slug}/lich.ics",
        f"/tin-bai/{item.slug}/tin-nhan.txt",
        f"/the/{item.pk}/x.jpg",
    ]

    def told(urls: list[str]) -> list[bool]:
        return [b"cho-phien-cuoi-tuan/" in client.get(url).content for url in urls]

    assert told(lists) == [True] * len(lists)
    approval.withdraw(item, ground="error", reason="Sai ngày", by=cast.ha, at=NOW, channel="test")
    assert (told(lists), [client.get(url).status_code for url in own]) == ([False] * len(lists), [410, 410, 404, 404])


def test_a_picture_with_a_broken_head_is_refused_like_any_that_cannot_be_opened(cast: Cast) -> None:
    sound, turned = BytesIO(), Image.Exif()
    turned[274] = 6
    Image.new("RGB", (40, 40)).save(sound, "WEBP", exif=turned)
    broken = sound.getvalue().replace(b"MM\x00*", b"MM\x00H")
    with pytest.raises(Refused):
        store_picture(ContentFile(broken, "x"), title="Ảnh", alt="", credit="", by=cast.lan, at=NOW, channel="test")


@pytest.mark.parametrize(
    "address", ["//la.example/", "/\\la.example/", "https://truong.edu.vn@la.example/", "https://[la/"]
)
def test_a_link_in_a_paragraph_leads_where_it_shows_or_nowhere(address: str) -> None:
    assert rich(f'<p><a href="{address}">Thời khóa biểu</a></p>') == '<p><a rel="noopener">Thời khóa biểu</a></p>'
    kept = '<p><a href="/thoi-khoa-bieu/" rel="noopener">Thời khóa biểu</a></p>'
    assert rich('<p><a href="/thoi-khoa-bieu/">Thời khóa biểu</a></p>') == kept
