"""Search over what is up: with and without marks, never a word of what this reader may not see."""

import unicodedata
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from portal.approval import actions as approval
from portal.news.models import Article
from portal.search import actions as search
from portal.search.models import Entry
from tests.cast import NOW, Cast


def titles(client: Client, q: str, **more: Any) -> list[str]:
    answer = client.get("/tim-kiem/", {"q": q, **more})
    assert answer.status_code == 200
    return [result["title"] for result in answer.context["results"]]


def text(*paragraphs: str) -> list[dict[str, str]]:
    return [{"type": "paragraph", "value": paragraph} for paragraph in paragraphs]


@pytest.fixture
def shelf(cast: Cast) -> Cast:
    """Five articles whose words differ only by their marks and their place."""
    for days, title, words in (
        (5, "Lễ hội ở Đức Giang", "Cả trường cùng dự."),
        (4, "Hòa bình", "Bài vẽ của lớp 6."),
        (3, "Hoa bình minh", "Vườn trường buổi sớm."),
        (2, "Giờ học vẽ", "Các em vẽ về hoà bình."),
        (1, "Học sinh giỏi", "Đợt 2 của kỳ thi."),
    ):
        at = NOW - timedelta(days=days)
        cast.published(cast.lan, at=at, title=title, summary="", body=text(words), genre="tin-ngan")
    search.catch_up(NOW)
    return cast


FOUND = {
    "duc giang": ["Lễ hội ở Đức Giang"],
    "ĐỨC GIANG": ["Lễ hội ở Đức Giang"],
    "đức giang": ["Lễ hội ở Đức Giang"],
    "dot 2": ["Học sinh giỏi"],
    "hoc sinh gioi": ["Học sinh giỏi"],
    "hoc sinh giỏi": ["Học sinh giỏi"],
    "giang lễ": ["Lễ hội ở Đức Giang"],
    "giang xa": [],
    "gian": [],
    "Hoàng Lan dot": ["Học sinh giỏi"],  # its author
    "": [],
}


def test_all_words_must_be_there_with_or_without_marks(shelf: Cast, client: Client) -> None:
    assert {query: titles(client, query) for query in FOUND} == FOUND


def test_typed_marks_put_exact_matches_first_title_before_body(shelf: Cast, client: Client) -> None:
    best = ["Hòa bình", "Giờ học vẽ", "Hoa bình minh"]
    for query in ("hòa bình", "hoà bình", unicodedata.normalize("NFD", "hòa bình")):
        assert titles(client, query) == best


def test_without_marks_titles_come_before_bodies_and_the_newest_first(shelf: Cast, client: Client) -> None:
    assert titles(client, "hoa binh") == ["Hoa bình minh", "Hòa bình", "Giờ học vẽ"]


def test_the_order_holds_over_every_page_of_the_result(cast: Cast, client: Client) -> None:
    cast.published(cast.lan, at=NOW - timedelta(days=9), title="Bán sách cũ", summary="", body=text("Ở sân."))
    for number in range(13):
        cast.published(
            cast.lan, at=NOW - timedelta(hours=number), title=f"Bạn {number}", summary="", body=text("Sách.")
        )
    search.catch_up(NOW)
    assert titles(client, "bán sách")[:2] == ["Bán sách cũ", "Bạn 0"]
    answer = client.get("/tim-kiem/", {"q": "bán sách", "page": 2})
    assert [result["title"] for result in answer.context["results"]] == ["Bạn 11", "Bạn 12"]
    assert answer.context["count"] == 14
    assert client.get("/tim-kiem/", {"q": "bán sách", "page": 3}).status_code == 404


HOSTILE = (
    '"', "*", "a*", "AND", "a OR", "NEAR(a b)", "title:a", "a' OR 1=1 --", "(", "\\", "%", "_", "&|!<->", "{a}", "^a",
    "x" * 5000, "a " * 5000, "😀", "ẞ ſ İ ı", "𞤀𞤁", "\x00", "ﬁ", "﷽", "½²", "<script>alert(1)</script>",
)  # fmt: skip


def test_whatever_is_typed_is_answered(shelf: Cast, client: Client) -> None:
    for query in HOSTILE:
        answer = client.get("/tim-kiem/", {"q": query})
        assert (query, answer.status_code) == (query, 200)
        assert b"<script>alert" not in answer.content


def test_a_snippet_is_shown_with_marks_and_without_markup(cast: Cast, client: Client) -> None:
    cast.published(
        cast.lan, title="Bài", summary="", body=text("<p>Chai <b>nước</b> &amp; <i>cây</i></p>", "<p>một &lt;b&gt;</p>")
    )
    search.catch_up(NOW)
    (result,) = client.get("/tim-kiem/", {"q": "nuoc"}).context["results"]
    assert result["snippet"] == "Chai <mark>nước</mark> &amp; cây một &lt;b&gt;"


def test_results_can_be_narrowed_to_a_section(cast: Cast, client: Client) -> None:
    cast.published(cast.lan, title="Khai giảng 1")
    cast.published(cast.lan, title="Khai giảng 2", section="doan-doi")
    search.catch_up(NOW)
    answer = client.get("/tim-kiem/", {"q": "khai giang", "chuyen-muc": "doan-doi"})
    assert [result["title"] for result in answer.context["results"]] == ["Khai giảng 2"]
    assert [(one["title"], one.get("count"), one["current"]) for one in answer.context["filters"]] == [
        ("Tất cả", None, False), ("Chuyên môn", 1, False), ("Đoàn – Đội", 1, True),
    ]  # fmt: skip


def test_internal_items_are_found_by_insiders_only(cast: Cast, client: Client) -> None:
    cast.published(cast.lan, title="Họp tổ", section="trao-doi", audience="internal")
    search.catch_up(NOW)
    assert titles(client, "hop to") == []
    client.force_login(cast.phu)
    assert titles(client, "hop to") == []
    client.force_login(cast.khoa)
    assert titles(client, "hop to") == ["Họp tổ"]


def test_a_withdrawn_item_is_not_found_even_before_the_index_hears_of_it(cast: Cast, client: Client) -> None:
    article = cast.published(cast.lan, title="Khai giảng")
    search.catch_up(NOW)
    assert titles(client, "khai giang") == ["Khai giảng"]
    approval.withdraw(article, ground="privacy", reason="Sai ngày", by=cast.ha, at=NOW, channel="test")
    assert (titles(client, "khai giang"), Entry.objects.count()) == ([], 1)
    assert search.catch_up(NOW) > 0
    assert Entry.objects.count() == 0


def test_an_expired_item_is_not_found(cast: Cast, client: Client) -> None:
    cast.published(cast.lan, title="Khai giảng", at=NOW - timedelta(days=2), expires_at=NOW)
    search.catch_up(NOW)
    assert titles(client, "khai giang") == []


def test_hearing_twice_and_building_anew_give_the_same_index(shelf: Cast) -> None:
    before = list(Entry.objects.order_by("pk").values())
    for article in Article.objects.all():
        search.index(article.pk)
    assert list(Entry.objects.order_by("pk").values()) == before
    Entry.objects.all().delete()
    call_command("reindex")
    assert list(Entry.objects.order_by("pk").values()) == before
    assert search.catch_up(NOW) == 0


def test_search_asks_the_database_a_fixed_number_of_questions(
    cast: Cast, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for before, rows in pairwise((0, 1, 3, 30)):
        for number in range(before, rows):
            cast.published(cast.lan, title=f"Khai giảng {number}")
        search.reindex()
        with django_assert_num_queries(8):  # clock twice, count, page, articles, sections, school, menu
            assert client.get("/tim-kiem/", {"q": "khai giảng"}).context["count"] == rows


def test_head_is_answered_and_post_is_not(cast: Cast, client: Client) -> None:
    assert client.head("/tim-kiem/?q=a").status_code == 200
    assert client.post("/tim-kiem/?q=a").status_code == 405
