"""What machines read: feeds, sitemap, robots; the same whoever asks, on the school's own domain only."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.test import Client

from portal.approval import actions as approval
from tests.cast import NOW, Cast

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_rss_carries_the_newest_public_articles(cast: Cast, client: Client) -> None:
    cast.published(cast.lan, title="Hôm qua & trước", at=NOW - timedelta(days=1))
    cast.published(cast.lan, title="Hôm nay", section="doan-doi")
    cast.published(cast.lan, title="Họp tổ", section="trao-doi", audience="internal")
    client.force_login(cast.khoa)
    answer = client.get("/rss/")
    assert answer["Content-Type"] == "application/rss+xml; charset=utf-8"
    channel = ElementTree.fromstring(answer.content).find("channel")
    assert channel is not None
    assert [(item.findtext("title"), item.findtext("link")) for item in channel.iter("item")] == [
        ("Hôm nay", "http://testserver/tin-bai/hom-nay/"), ("Hôm qua & trước", "http://testserver/tin-bai/hom-qua-truoc/"),
    ]  # fmt: skip
    assert channel.findtext("title") == "Trường THCS Ngô Gia Tự"
    section = ElementTree.fromstring(client.get("/rss/doan-doi/").content)
    assert [item.findtext("title") for item in section.iter("item")] == ["Hôm nay"]


def test_atom_says_when_an_article_was_corrected(cast: Cast, client: Client) -> None:
    article = cast.published(cast.lan, title="Bài", at=NOW - timedelta(days=1))
    approval.correct(article, by=cast.sen, at=NOW, channel="test")
    cast.up(article, cast.sen)
    answer = client.get("/atom/")
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    (entry,) = ElementTree.fromstring(answer.content).iter(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}{name}") for name in ("title", "published", "updated")] == [
        "Bài", (NOW - timedelta(days=1)).isoformat(), NOW.isoformat(),
    ]  # fmt: skip


@pytest.mark.parametrize("path", ["/rss/khong-co/", "/atom/khong-co/", "/rss/trao-doi/", "/atom/trao-doi/"])
def test_there_is_no_feed_of_what_is_not_public(cast: Cast, client: Client, path: str) -> None:
    client.force_login(cast.khoa)
    assert client.get(path).status_code == 404


def test_the_sitemap_lists_every_public_address_and_no_other(cast: Cast, client: Client) -> None:
    article = cast.published(cast.lan, title="Bài")
    cast.article(cast.lan, title="Nháp")
    cast.published(cast.lan, title="Họp tổ", section="trao-doi", audience="internal")
    client.force_login(cast.khoa)
    answer = client.get("/sitemap.xml", headers={"host": "testserver"})
    tree = ElementTree.fromstring(answer.content)
    found = {url.findtext(f"{MAP}loc"): url.findtext(f"{MAP}lastmod") for url in tree}
    paths = (
        "/",
        "/tin-bai/",
        "/ban-bien-tap/",
        "/so-do/",
        "/chuyen-mon/",
        "/doan-doi/",
        "/thong-bao/",
        "/tin-bai/bai/",
    )
    assert set(found) == {f"http://testserver{path}" for path in paths}
    assert found[f"http://testserver/tin-bai/{article.slug}/"] == NOW.isoformat(timespec="seconds")
    client.logout()
    assert {client.get(path).status_code for path in paths} == {200}


def test_robots_are_told_where_the_map_is(cast: Cast, client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert (lines[0], lines[-1]) == ("User-agent: *", "Sitemap: http://testserver/sitemap.xml")
    assert "Disallow: /admin/" in lines


def test_old_browsers_find_the_icon(cast: Cast, client: Client) -> None:
    answer = client.get("/favicon.ico")
    assert (answer.status_code, answer["Location"]) == (301, "/static/img/favicon.svg")
