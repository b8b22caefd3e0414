"""Sections, topics and the list of everything: twelve a page, nothing beyond the last."""

from datetime import timedelta
from itertools import pairwise

from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from portal.news import actions as news
from tests.cast import NOW, OLD, Cast
from tests.website.pictures import a_picture, shown


def test_a_section_has_twelve_a_page_newest_first(cast: Cast, client: Client) -> None:
    for number in range(14):
        cast.published(cast.lan, title=f"Bài {number}", at=NOW - timedelta(hours=number))
    first, second = client.get("/chuyen-mon/"), client.get("/chuyen-mon/?page=2")
    assert [item["title"] for item in first.context["page_obj"]] == [f"Bài {number}" for number in range(12)]
    assert [item["title"] for item in second.context["page_obj"]] == ["Bài 12", "Bài 13"]
    assert 'rel="canonical" href="http://testserver/chuyen-mon/?page=2"' in second.content.decode()
    pages = ("0", "3", "-1", "x", "1.5", "", "9" * 40, "%00")
    assert {page: client.get(f"/chuyen-mon/?page={page}").status_code for page in pages} == dict.fromkeys(pages, 404)


def test_lists_ask_a_fixed_number_of_questions(
    cast: Cast, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    picture = shown(a_picture(cast.lan))
    client.get("/chuyen-mon/")  # Wagtail remembers the root of its tree
    for before, rows in pairwise((0, 1, 3, 30)):
        for number in range(before, rows):
            cast.published(cast.lan, title=f"Bài {number}", body=[picture, {"type": "paragraph", "value": "Chữ."}])
        with django_assert_num_queries(14):
            client.get("/chuyen-mon/")
        with django_assert_num_queries(10):
            client.get("/tin-bai/")


def test_a_topic_gathers_articles_of_several_sections(cast: Cast, client: Client) -> None:
    topic = news.begin_topic(title="Năm học mới", intro="Từ tháng Chín.", by=cast.sen, at=OLD, channel="test")
    assert client.get("/nam-hoc-moi/").status_code == 404
    cast.up(topic, cast.sen, OLD)
    cast.published(cast.lan, title="A", topic="nam-hoc-moi")
    cast.published(cast.lan, title="B", topic="nam-hoc-moi", section="doan-doi")
    cast.published(cast.lan, title="C", topic="nam-hoc-moi", section="trao-doi", audience="internal")
    page = client.get("/nam-hoc-moi/")
    assert {item["title"] for item in page.context["page_obj"]} == {"A", "B"}
    assert "Từ tháng Chín." in page.content.decode()


def test_the_list_of_everything_can_show_notices_or_photographs_only(cast: Cast, client: Client) -> None:
    cast.published(cast.lan, title="Bài")
    cast.published(cast.lan, title="Báo", notice=True, expires_at=NOW + timedelta(days=9))
    cast.published(cast.lan, title="Ảnh", genre="anh-hoat-dong", consent=True, body=[shown(a_picture(cast.lan))])

    def titles(query: str) -> list[str]:
        return [item["title"] for item in client.get(f"/tin-bai/{query}").context["page_obj"]]

    assert [titles(""), titles("?chi=thong-bao"), titles("?chi=anh")] == [["Ảnh", "Báo", "Bài"], ["Báo"], ["Ảnh"]]
    assert client.get("/tin-bai/?chi=khac").status_code == 404


def test_a_section_that_is_not_up_is_not_there(cast: Cast, client: Client) -> None:
    news.begin_section(title="Mới mở", intro="", field=None, audience="public", by=cast.sen, at=NOW, channel="test")
    assert client.get("/moi-mo/").status_code == 404
    assert "Mới mở" not in client.get("/so-do/").content.decode()


def test_the_site_map_lists_what_its_reader_may_open(cast: Cast, client: Client) -> None:
    def groups() -> dict[str, list[str]]:
        sections = client.get("/so-do/").context["sections"]
        return {group["title"]: sorted(link["url"] for link in group["links"]) for group in sections[1:]}

    public = {
        "Về nhà trường": ["/ban-bien-tap/", "/en/", "/gioi-thieu/", "/to/"],
        "Gia đình cần biết": [
            "/cac-khoan-thu/",
            "/dich-vu/",
            "/lien-he/",
            "/thoi-khoa-bieu/",
            "/thu-tuc/",
            "/tuyen-sinh/",
        ],
        "Hồ sơ của trường": ["/cong-khai/", "/lay-y-kien/", "/van-ban/"],
        "Chuyên mục": ["/chuyen-mon/", "/doan-doi/", "/thong-bao/"],
    }
    assert groups() == {**public, "Cổng nội bộ": ["/noi-bo/"]}  # a stranger signs in there
    client.force_login(cast.phu)
    assert groups() == public
    client.force_login(cast.khoa)
    assert groups() == {**public, "Cổng nội bộ": ["/noi-bo/", "/trao-doi/"]}
