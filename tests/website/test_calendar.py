"""Public events in people's own calendars: what was announced, and nothing that is not public."""

from datetime import timedelta
from typing import Any

from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from portal.approval import actions as approval
from portal.news import actions as news
from portal.news.models import Article
from tests.cast import NOW, Cast
from tests.website.parsers import calendar

LATER = NOW + timedelta(days=5)


def announced(cast: Cast, title: str, **changes: Any) -> Article:
    return cast.published(cast.lan, title=title, event_start=LATER.isoformat(), place="Sân trường", **changes)


def test_the_calendar_carries_what_was_announced_to_everybody(cast: Cast, client: Client) -> None:
    announced(cast, "Hội thảo", at=NOW - timedelta(days=1))
    announced(cast, "Họp tổ", section="trao-doi", audience="internal")
    cast.published(cast.lan, title="Bản tường thuật", event_start=(NOW - timedelta(days=1)).isoformat())
    cast.published(cast.lan, title="Không có giờ")
    client.force_login(cast.khoa)
    answer = client.get("/lich.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    (event,) = calendar(answer.content)
    assert (event["SUMMARY"], event["LOCATION"], event["SEQUENCE"], event["URL"]) == (
        "Hội thảo", "Sân trường", "0", "http://testserver/tin-bai/hoi-thao/",
    )  # fmt: skip
    assert event["DTSTART;TZID=Asia/Ho_Chi_Minh"] == f"{LATER:%Y%m%dT%H%M%S}"


def test_a_correction_keeps_the_event_and_raises_its_number(cast: Cast, client: Client) -> None:
    article = announced(cast, "Hội thảo", at=NOW - timedelta(days=1))
    (before,) = calendar(client.get("/tin-bai/hoi-thao/lich.ics").content)
    approval.correct(article, by=cast.lan, at=NOW, channel="test")
    news.edit(article, {"place": "Nhà đa năng"}, by=cast.lan, at=NOW, channel="test")
    cast.up(article, cast.lan)
    (after,) = calendar(client.get("/tin-bai/hoi-thao/lich.ics").content)
    assert after["UID"] == before["UID"] == f"bai-{article.pk}@testserver"
    assert (before["SEQUENCE"], after["SEQUENCE"], after["LOCATION"]) == ("0", "1", "Nhà đa năng")
    assert after["LAST-MODIFIED"] > before["LAST-MODIFIED"]


def test_the_event_goes_with_its_article(cast: Cast, client: Client) -> None:
    article = announced(cast, "Hội thảo")
    inside = announced(cast, "Họp tổ", section="trao-doi", audience="internal")
    approval.withdraw(article, ground="privacy", reason="Nhầm", by=cast.ha, at=NOW, channel="test")
    paths = (f"/tin-bai/{slug}/lich.ics" for slug in (article.slug, inside.slug, "khong-co"))
    assert [client.get(path).status_code for path in paths] == [410, 404, 404]
    assert calendar(client.get("/lich.ics").content) == []


def test_the_page_of_an_event_to_come_offers_it_to_the_calendar(cast: Cast, client: Client) -> None:
    announced(cast, "Hội thảo")
    over = (NOW - timedelta(days=2)).isoformat()
    cast.published(cast.lan, title="Đã qua", event_start=over, at=NOW - timedelta(days=3))
    links = [client.get(f"/tin-bai/{slug}/").content.decode().count("/lich.ics") for slug in ("hoi-thao", "da-qua")]
    assert links == [1, 0]


def test_the_calendar_asks_a_fixed_number_of_questions(
    cast: Cast, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rows in (1, 3):
        for number in range(rows):
            announced(cast, f"Hội thảo {rows} {number}")
        with django_assert_num_queries(3):
            client.get("/lich.ics")
