"""What machines read: feeds, sitemap, robots; the same whoever asks, on the school's own domain only."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from portal.approval import actions as approval
from portal.base.models import School
from portal.news import actions as news
from portal.news.models import StandingPlace
from portal.people.models import Unit, UnitPost
from portal.website import sitemaps
from portal.website.sitemaps import FIXED, is_ours
from tests.cast import NOW, OLD, Cast
from tests.intranet.test_timetable import draft as timetable
from tests.website.pictures import a_picture, shown

ATOM = "{http://www.w3.org/2005/Atom}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
MEDIA = "{http://search.yahoo.com/mrss/}"
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
    paths = ("/", *(one for one in FIXED if is_ours(one)), "/chuyen-mon/", "/doan-doi/", "/thong-bao/",
             "/luu-tru/2026/11/", "/tin-bai/bai/")  # fmt: skip
    assert set(found) == {f"http://testserver{path}" for path in paths}
    assert found[f"http://testserver/tin-bai/{article.slug}/"] == NOW.isoformat(timespec="seconds")
    client.logout()
    assert {client.get(path).status_code for path in paths} == {200}


def locations(client: Client, path: str) -> list[str]:
    """The addresses of a map, without the host."""
    tree = ElementTree.fromstring(client.get(path).content)
    return [str(one.findtext(f"{MAP}loc")).removeprefix("http://testserver") for one in tree]


def test_the_map_names_the_pictures_an_article_shows_and_no_others(cast: Cast, client: Client) -> None:
    picture, kept = a_picture(cast.lan), a_picture(cast.lan)
    cast.published(cast.lan, title="Bài", body=[shown(picture)], consent=True, genre="anh-hoat-dong")
    cast.article(cast.lan, title="Nháp", body=[shown(kept)])
    found = [one.text for one in ElementTree.fromstring(client.get("/sitemap.xml").content).iter(f"{IMAGE}loc")]
    assert found == [f"http://testserver/tep/anh/{picture.pk}/width-1280%7Cformat-jpeg/"]


def test_a_section_changed_when_its_newest_article_did(cast: Cast, client: Client) -> None:
    cast.published(cast.lan, title="Cũ", at=NOW - timedelta(days=2))
    cast.published(cast.lan, title="Mới", at=NOW - timedelta(days=1))
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    found = {url.findtext(f"{MAP}loc"): url.findtext(f"{MAP}lastmod") for url in tree}
    changed = [found[f"http://testserver{path}"] for path in ("/", "/chuyen-mon/", "/doan-doi/")]
    assert changed == [(NOW - timedelta(days=1)).isoformat(), (NOW - timedelta(days=1)).isoformat(), None]


def test_a_large_map_is_parted_and_its_parts_hold_every_address_once(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for title in ("A", "B", "C"):
        cast.published(cast.lan, title=title)
    whole = locations(client, "/sitemap.xml")
    assert client.get("/sitemap-1.xml").status_code == 404
    monkeypatch.setattr(sitemaps, "A_PART", 4)
    parts = locations(client, "/sitemap.xml")
    assert parts == [f"/sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    assert [one for part in parts for one in locations(client, part)] == whole
    assert [client.get(f"/sitemap-{number}.xml").status_code for number in (0, len(parts) + 1)] == [404, 404]


def test_a_page_is_in_the_map_once_where_it_stands(cast: Cast, client: Client) -> None:
    page = cast.published(cast.lan, title="Thời khóa biểu học kỳ I")
    section = cast.sections["chuyen-mon"]
    section.__class__.objects.filter(pk=section.pk).update(shape="pages")
    StandingPlace.objects.create(key="timetable", article=page)
    found = locations(client, "/sitemap.xml")
    assert [one for one in found if "thoi-khoa-bieu" in one] == ["/thoi-khoa-bieu/"]
    assert len(found) == len(set(found))


def test_units_and_their_people_are_in_the_map_by_their_own_pages(cast: Cast, client: Client) -> None:
    unit = Unit.objects.create(title="Tổ Toán – Tin", slug="toan-tin")
    UnitPost.objects.create(unit=unit, person=cast.lan, starts=OLD)
    UnitPost.objects.create(unit=unit, person=cast.khoa, starts=OLD, ends=NOW)
    found = [one for one in locations(client, "/sitemap.xml") if one.startswith(("/to/toan", "/thay-co/"))]
    assert found == ["/to/toan-tin/", f"/thay-co/{cast.lan.pk}/"]
    assert {client.get(one).status_code for one in found} == {200}


def test_the_page_of_each_class_is_in_the_map_as_old_as_its_timetable(cast: Cast, client: Client) -> None:
    cast.up(timetable(cast), cast.minh)
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    found = {str(url.findtext(f"{MAP}loc")): url.findtext(f"{MAP}lastmod") for url in tree}
    began = {path.removeprefix("http://testserver"): day for path, day in found.items() if "thoi-khoa-bieu" in path}
    assert began == dict.fromkeys([f"/thoi-khoa-bieu/{slug}" for slug in ("", "6a1/", "6a2/", "9-1/")], NOW.isoformat())
    assert {client.get(path).status_code for path in began} == {200}


def test_the_map_asks_a_fixed_number_of_questions(
    cast: Cast, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rows in (1, 3):
        for number in range(rows):
            cast.published(cast.lan, title=f"Bài {rows} {number}")
        with django_assert_num_queries(15):
            client.get("/sitemap.xml")


def test_feeds_of_a_topic_and_of_an_author_carry_theirs_only(cast: Cast, client: Client) -> None:
    topic = cast.up(news.begin_topic(title="Ngày hội", intro="", by=cast.sen, at=NOW, channel="test"), cast.sen)
    cast.published(cast.lan, title="Của Lan", topic=topic.slug, authors=[{"username": "lan", "share": 100}])
    cast.published(cast.khoa, title="Của Khoa", authors=[{"username": "khoa", "share": 100}])
    for path in (f"chuyen-de/{topic.slug}", f"tac-gia/{cast.lan.pk}"):
        rss, atom = (ElementTree.fromstring(client.get(f"/{kind}/{path}/").content) for kind in ("rss", "atom"))
        assert [one.findtext("title") for one in rss.iter("item")] == ["Của Lan"]
        assert [one.findtext(f"{ATOM}title") for one in atom.iter(f"{ATOM}entry")] == ["Của Lan"]
    assert rss.findtext("channel/title") == "Hoàng Lan – Trường THCS Ngô Gia Tự"


def test_who_wrote_nothing_public_has_no_feed_not_even_a_different_answer(cast: Cast, client: Client) -> None:
    cast.published(cast.khoa, section="trao-doi", audience="internal", authors=[{"username": "khoa", "share": 100}])
    people = (cast.khoa.pk, cast.an.pk, 0, 999999, 10**30)
    assert {client.get(f"/{kind}/tac-gia/{pk}/").status_code for kind in ("rss", "atom") for pk in people} == {404}


def test_a_feed_is_not_sent_twice_and_its_pictures_go_along(cast: Cast, client: Client) -> None:
    picture = a_picture(cast.lan, alt="Sân <trường> & nắng")
    cast.published(
        cast.lan, title="Bài", body=[shown(picture)], consent=True, genre="anh-hoat-dong", summary="1 < 2 & 3"
    )
    for path, tag in (("/rss/", "description"), ("/atom/", f"{ATOM}summary")):
        answer = client.get(path)
        tree = ElementTree.fromstring(answer.content)
        (content,) = tree.iter(f"{MEDIA}content")
        assert content.get("url") == f"http://testserver/tep/anh/{picture.pk}/width-1280%7Cformat-jpeg/"
        assert content.findtext(f"{MEDIA}description") == "Sân <trường> & nắng"
        assert [one.text for one in tree.iter(tag)][-1] == "1 &lt; 2 &amp; 3"
        assert client.get(path, headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_whoever_finds_a_hole_is_told_whom_to_write_to(cast: Cast, client: Client) -> None:
    lines = dict(line.split(": ", 1) for line in client.get("/.well-known/security.txt").content.decode().splitlines())
    assert lines == {
        "Contact": "http://testserver/lien-he/", "Expires": "2027-05-01T00:00:00Z", "Preferred-Languages": "vi, en",
        "Canonical": "http://testserver/.well-known/security.txt",
    }  # fmt: skip
    School.objects.update(email="vanphong@truong.example")
    assert b"Contact: mailto:vanphong@truong.example\n" in client.get("/.well-known/security.txt").content
    assert client.get("/.well-known/change-password")["Location"] == "/tai-khoan/password/change/"


def test_a_browser_learns_to_search_the_portal(cast: Cast, client: Client) -> None:
    tree = ElementTree.fromstring(client.get("/tim-kiem.xml").content)
    spec = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert (tree.tag, tree.findtext(f"{spec}ShortName")) == (f"{spec}OpenSearchDescription", "NGT")
    assert tree[-1].get("template") == "http://testserver/tim-kiem/?q={searchTerms}"


def test_robots_are_told_where_the_map_is(cast: Cast, client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert (lines[0], lines[-1]) == ("User-agent: *", "Sitemap: http://testserver/sitemap.xml")
    assert "Disallow: /admin/" in lines


def test_old_browsers_find_the_icon(cast: Cast, client: Client) -> None:
    answer = client.get("/favicon.ico", follow=True)
    assert (answer.redirect_chain[0][1], answer["Content-Type"]) == (302, "image/png")


def test_one_page_leads_people_to_every_feed_and_to_the_calendar(cast: Cast, client: Client) -> None:
    page = client.get("/theo-doi/")
    html = page.content.decode()
    found = [row["rss"] for group in page.context["groups"] for row in group["rows"]]
    assert sorted(found) == ["/rss/", "/rss/chuyen-mon/", "/rss/doan-doi/", "/rss/thong-bao/"]
    both = [url.replace("/rss/", kind) for url in found for kind in ("/rss/", "/atom/")]
    assert {client.get(url).status_code for url in both} == {200}
    assert ('href="webcal://testserver/lich.ics"' in html, "trao-doi" in html) == (True, False)
