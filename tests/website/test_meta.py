"""What a page says of itself to search engines and shared links: no more than it says to its readers."""

from datetime import timedelta
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client

from portal.approval import actions as approval
from portal.base import schema_org
from portal.base.models import School
from portal.base.sharing import Look
from portal.news.models import Article
from tests.cast import NOW, Cast
from tests.website.parsers import Head, head
from tests.website.pictures import a_picture, shown

SITE = "http://testserver"
WORDS = {"type": "paragraph", "value": "Cả trường cùng dự."}


def told(client: Client, path: str) -> Head:
    return head(client.get(path).content.decode())


def of(client: Client, article: Article) -> Head:
    return told(client, f"/tin-bai/{article.slug}/")


def test_an_article_names_its_authors_its_hours_and_its_school(cast: Cast, client: Client) -> None:
    picture = a_picture(cast.lan)
    article = cast.published(cast.lan, title="Lễ chào cờ", body=[shown(picture), WORDS], at=NOW - timedelta(days=1),
                             authors=[{"username": "lan", "share": 60}, {"username": "khoa", "share": 40}])  # fmt: skip
    approval.correct(article, by=cast.sen, at=NOW, channel="test")
    cast.up(article, cast.sen)
    page = of(client, article)
    node = page.node("NewsArticle")
    url = f"{SITE}/tin-bai/le-chao-co/"
    assert (node["headline"], node["mainEntityOfPage"], node["articleSection"], node["inLanguage"]) == (
        "Lễ chào cờ", url, "Chuyên môn", "vi",
    )  # fmt: skip
    assert (node["datePublished"], node["dateModified"]) == ((NOW - timedelta(days=1)).isoformat(), NOW.isoformat())
    assert [one["name"] for one in node["author"]] == ["Hoàng Lan", "Đặng Khoa"]
    assert (node["publisher"]["@type"], node["publisher"]["name"]) == ("School", "Trường THCS Ngô Gia Tự")
    assert node["image"] == [f"{SITE}/tep/anh/{picture.pk}/width-1280%7Cformat-jpeg/", page.named["og:image"]]
    assert (page.canonical, page.named["og:url"], page.named["og:type"]) == (url, url, "article")
    assert page.named["article:modified_time"] == NOW.isoformat()
    steps = [(one["position"], one["name"], one["item"]) for one in page.node("BreadcrumbList")["itemListElement"]]
    assert steps == [(1, "Trang chủ", f"{SITE}/"), (2, "Chuyên môn", f"{SITE}/chuyen-mon/"), (3, "Lễ chào cờ", url)]


def test_a_repost_says_what_it_is_based_on_and_an_advertisement_who_is_behind_it(cast: Cast, client: Client) -> None:
    source = {"name": "Báo Ví Dụ", "author": "An Bình", "url": "https://bao.example/1", "published_at": NOW.isoformat()}
    repost = of(client, cast.published(cast.lan, title="Tin đăng lại", kind="repost", source=source))
    assert repost.node("Article")["isBasedOn"] == {
        "@type": "CreativeWork", "url": "https://bao.example/1", "datePublished": NOW.isoformat(),
        "author": {"@type": "Person", "name": "An Bình"}, "publisher": {"@type": "Organization", "name": "Báo Ví Dụ"},
    }  # fmt: skip
    notice = of(client, cast.published(cast.lan, title="Tin giúp", kind="advertisement",
                                       advertiser={"name": "Nhà sách Ví Dụ", "contact": "024 0000 0000"}))  # fmt: skip
    sponsor = notice.node("AdvertiserContentArticle")["sponsor"]
    assert sponsor == {"@type": "Organization", "name": "Nhà sách Ví Dụ"}
    assert [page.named["og:description"].partition(".")[0] for page in (repost, notice)] == [
        "Nguồn: Báo Ví Dụ", "Thông tin của đơn vị: Nhà sách Ví Dụ",
    ]  # fmt: skip


def test_words_that_would_end_the_script_stay_words(cast: Cast, client: Client) -> None:
    title = 'Bài "</script><script>alert(1)</script>" & <!-- khác'
    page = of(client, cast.published(cast.lan, title=title))
    assert (page.node("NewsArticle")["headline"], page.named["og:title"]) == (title, title)


def test_the_front_page_is_the_site_with_its_search_and_the_school(cast: Cast, client: Client) -> None:
    page = told(client, "/")
    assert [node["@type"] for node in page.nodes] == ["WebSite", "School"]
    target = page.node("WebSite")["potentialAction"]["target"]["urlTemplate"]
    assert target == f"{SITE}/tim-kiem/?q={{search_term_string}}"
    assert page.node("School")["@id"] == page.node("WebSite")["publisher"]["@id"] == f"{SITE}/#truong"
    assert page.alternates == [("application/rss+xml", "/rss/"), ("application/atom+xml", "/atom/")]


def test_a_section_announces_its_own_feeds_before_the_schools(cast: Cast, client: Client) -> None:
    page = told(client, "/chuyen-mon/")
    assert [href for _, href in page.alternates] == ["/rss/chuyen-mon/", "/atom/chuyen-mon/", "/rss/", "/atom/"]
    assert page.node("CollectionPage")["name"] == "Chuyên môn"


def test_the_contact_page_says_how_to_reach_the_school(cast: Cast, client: Client) -> None:
    School.objects.update(phone="(024) 3000 0000", address="Số 1", ward="Phường Việt Hưng, Hà Nội")
    page = told(client, "/lien-he/")
    school = page.node("School")
    assert (page.node("ContactPage")["name"], school["telephone"], school["address"]["streetAddress"]) == (
        "Liên hệ", "(024) 3000 0000", "Số 1",
    )  # fmt: skip


def test_what_is_internal_is_told_to_no_machine(cast: Cast, client: Client) -> None:
    article = cast.published(cast.lan, section="trao-doi", audience="internal")
    client.force_login(cast.khoa)
    for page in (of(client, article), told(client, "/trao-doi/")):
        assert (page.named["robots"], page.nodes, page.alternates) == ("noindex", [], [])
        assert [name for name in page.named if name.startswith("og:")] == []


EVENT = {"title": "Hội thảo", "published_at": NOW, "event_start": NOW + timedelta(hours=2)}


@pytest.mark.parametrize(("changes", "answer"), [
    ({}, True), ({"event_start": None}, False), ({"event_start": NOW - timedelta(hours=2)}, False),
    ({"event_start": NOW - timedelta(hours=2), "event_end": NOW + timedelta(hours=1)}, True),
    ({"event_start": NOW, "opening_at": NOW + timedelta(hours=1)}, True), ({"published_at": None}, False),
])  # fmt: skip
def test_only_what_is_told_before_it_is_over_is_an_event(changes: dict[str, Any], answer: bool) -> None:
    assert schema_org.announces({**EVENT, **changes}) is answer


def test_an_event_has_an_hour_a_place_and_a_host() -> None:
    node = schema_org.event({**EVENT, "place": "Sân trường"}, f"{SITE}/a/", [], Look("Trường A"), "Số 1")
    assert (node["startDate"], node["location"]["name"], node["location"]["address"], node["organizer"]["name"]) == (
        (NOW + timedelta(hours=2)).isoformat(), "Sân trường", "Số 1", "Trường A",
    )  # fmt: skip
    midnight = NOW.replace(hour=0)
    assert schema_org.event({**EVENT, "event_start": midnight}, "u", [], Look())["startDate"] == "2026-11-16"


@pytest.mark.parametrize(("given", "names"), [
    ({"authors": ["Lý Bình, Lớp 6A1"]}, [{"@type": "Person", "name": "Lý Bình, Lớp 6A1"}]),
    ({"authors": ["Hoàng Lan"], "writers": [{"name": "Hoàng Lan", "url": "/thay-co/3/"}]},
     [{"@type": "Person", "name": "Hoàng Lan", "url": f"{SITE}/thay-co/3/"}]),
])  # fmt: skip
def test_an_author_with_a_page_is_named_with_it(given: dict[str, Any], names: list[dict[str, str]]) -> None:
    assert schema_org.article({**EVENT, **given}, f"{SITE}/a/", [], Look())["author"] == names


CHROME = {"school": {"name": "Trường A"}, "look": Look("Trường A"), "canonical_url": f"{SITE}/x/"}
BOTH = [{"lang": "vi", "url": f"{SITE}/lien-he/"}, {"lang": "en", "url": f"{SITE}/en/contact/"}]


@pytest.mark.parametrize(("given", "says"), [
    ({"title": "Liên hệ"}, {"description": "Liên hệ: trang của cổng thông tin điện tử chính thức của Trường A."}),
    ({"title": "Liên hệ", "description": "Một\n hai"}, {"description": "Một hai", "og:description": "Một hai"}),
    ({"title": "x", "description": "chữ " * 99}, {"description": ("chữ " * 55).strip() + "…"}),
    ({"title": "x", "robots": "noindex"}, {"robots": "noindex", "og:title": None}),
    ({"title": "x", "chrome": {**CHROME, "language": "en"}}, {"og:locale": "en_US"}),
    ({"title": "x", "chrome": {**CHROME, "canonical_url": ""}}, {"robots": "noindex", "og:url": None}),
])  # fmt: skip
def test_every_page_says_something_sensible(given: dict[str, Any], says: dict[str, str | None]) -> None:
    page = head(render_to_string("components/meta.html", {"kind": "page", "chrome": CHROME, **given}))
    assert {name: page.named.get(name) for name in says} == says


@pytest.mark.parametrize(("given", "way"), [
    ({"chrome": CHROME, "way": [{"title": "Giới thiệu", "url": "/gioi-thieu/"}]}, ["Trang chủ", "Giới thiệu", "x"]),
    ({"chrome": CHROME}, ["Trang chủ", "x"]),
    ({"chrome": {**CHROME, "language": "en"}}, ["Home", "In English", "x"]),
    ({"chrome": {**CHROME, "language": "en", "canonical_url": f"{SITE}/en/"}}, ["Home", "In English"]),
])  # fmt: skip
def test_the_way_to_a_page_is_told_in_its_own_language(given: dict[str, Any], way: list[str]) -> None:
    page = head(render_to_string("components/meta.html", {"kind": "page", "title": "x", **given}))
    assert [one["name"] for one in page.node("BreadcrumbList")["itemListElement"]] == way


@pytest.mark.parametrize(("languages", "alternates"), [
    (None, []), (BOTH, [("vi", f"{SITE}/lien-he/"), ("en", f"{SITE}/en/contact/")]),
])  # fmt: skip
def test_a_page_in_one_language_names_no_other(languages: Any, alternates: list[tuple[str, str]]) -> None:
    given = {"kind": "page", "title": "Liên hệ", "chrome": CHROME, "languages": languages}
    page = head(render_to_string("components/meta.html", given))
    assert [one for one in page.alternates if "xml" not in one[0]] == alternates
