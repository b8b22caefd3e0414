"""One official domain: elsewhere readers are shown the way and everything else is refused (Điều 3)."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.cast import Cast

ELSEWHERE = [
    "evil.example",
    "testserver.evil.example",
    "www.testserver",
    "testserver:8080",
    "127.0.0.1",
    "x@testserver",
    "",
]


@pytest.mark.parametrize("host", ELSEWHERE)
def test_another_host_is_sent_to_the_official_one(client: Client, host: str) -> None:
    answer = client.get("/tin-bai/?page=2&q=%C4%91", headers={"host": host})
    assert (answer.status_code, answer["Location"]) == (301, "http://testserver/tin-bai/?page=2&q=%C4%91")
    assert client.head("/", headers={"host": host})["Location"] == "http://testserver/"


@pytest.mark.parametrize("host", ELSEWHERE)
def test_nothing_is_done_for_another_host(client: Client, host: str) -> None:
    for path in ("/", "/tai-khoan/login/", "/api/v1/articles"):
        answer = client.post(path, {"a": "1"}, headers={"host": host})
        assert answer.status_code == 421
        assert 'href="http://testserver/"' in answer.content.decode()
        assert answer["Content-Security-Policy"].startswith("default-src 'none'")


def test_no_link_is_built_from_the_host_that_was_asked(cast: Cast, client: Client, settings: Settings) -> None:
    settings.PORTAL_BASE_URL = "https://thcsngogiatu.example"
    settings.PORTAL_EXTRA_HOSTS = ("testserver",)
    article = cast.published(cast.lan)
    for path in ("/", f"/tin-bai/{article.slug}/", "/chuyen-mon/", "/rss/", "/atom/", "/sitemap.xml", "/robots.txt",
                 "/so-do/", "/ban-bien-tap/", "/tim-kiem/?q=a", "/khong-co/"):  # fmt: skip
        assert b"//testserver" not in client.get(path).content
    assert b"https://thcsngogiatu.example/tin-bai/" in client.get("/rss/").content


def test_every_page_carries_the_strict_policy(cast: Cast, client: Client) -> None:
    for path in ("/", "/khong-co/", "/tim-kiem/"):
        answer = client.get(path)
        assert "script-src 'self'; style-src 'self';" in answer["Content-Security-Policy"]
        assert b"style=" not in answer.content
        assert b"<script>" not in answer.content
