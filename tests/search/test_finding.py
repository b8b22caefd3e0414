"""Search over what is up: with and without marks, never a word of what this reader may not see."""

import unicodedata
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from portal.approval import actions as approval
from portal.base.findable import shelves
from portal.search import actions as search
from portal.search.models import Entry, Word
from tests.cast import NOW, Cast, reread
from tests.snapshot import Change, Kept, put_back


def titles(client: Client, q: str, **more: Any) -> list[str]:
    answer = client.get("/tim-kiem/", {"q": q, **more})
    assert answer.status_code == 200
    return [result["title"] for result in answer.context["results"]]


def text(*paragraphs: str) -> list[dict[str, str]]:
    return [{"type": "paragraph", "value": paragraph} for paragraph in paragraphs]


def fill(cast: Cast) -> None:
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


@pytest.fixture(scope="module")
def shelf_rows(kept: Kept) -> list[Change]:
    return kept(fill)[0]


@pytest.fixture
def shelf(cast: Cast, shelf_rows: list[Change]) -> Cast:
    """Five articles whose words differ only by their marks and their place."""
    put_back(shelf_rows)
    return reread()


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


def test_without_marks_the_commoner_marking_comes_first_and_titles_before_bodies(shelf: Cast, client: Client) -> None:
    assert titles(client, "hoa binh") == ["Hòa bình", "Giờ học vẽ", "Hoa bình minh"]
    assert titles(client, "ve") == ["Giờ học vẽ", "Hòa bình"]


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
    for page in ("3", "0", "-1", "x", "²", "9" * 5000):  # the last one there is, or the first
        answer = client.get("/tim-kiem/", {"q": "bán sách", "page": page})
        assert (answer.status_code, answer.context["page_obj"].number) in {(200, 1), (200, 2)}


HOSTILE = (
    "ǃ", "'", "a' & 'b", "a:* | b", "\\' <-> x", "a" * 10_000, "đức " * 3_000, "\ufeffa", "\u202ea", "1e5 0x1f 2e-3", "a@b.vn /x/y",
    '"', "*", "a*", "AND", "a OR", "NEAR(a b)", "title:a", "a' OR 1=1 --", "(", "\\", "%", "_", "&|!<->", "{a}", "^a",
    "x" * 5000, "a " * 5000, "😀", "ẞ ſ İ ı", "𞤀𞤁", "\x00", "ﬁ", "﷽", "½²", "<script>alert(1)</script>",
)  # fmt: skip


def test_whatever_is_typed_is_answered(shelf: Cast, client: Client) -> None:
    for query in HOSTILE:
        answer = client.get("/tim-kiem/", {"q": query})
        assert (query, answer.status_code) == (query, 200)
        assert b"<script>alert" not in answer.content
        hint = client.get("/tim-kiem/goi-y/", {"q": query})
        assert (query, hint.status_code) == (query, 200)
        assert b"<script>alert" not in hint.content
    for raw in (
        "q=%ED%A0%80",
        "q=%FF%FE",
        "q=%00",
        "q=a&page=%00",
        "q=lan&nam=%C2%B2&loai=%00&the-loai=x&chuyen-muc=%ED%A0%80",
    ):
        assert client.get("/tim-kiem/", QUERY_STRING=raw).status_code == 200
        assert client.get("/tim-kiem/goi-y/", QUERY_STRING=raw).status_code == 200


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
    (facet,) = answer.context["facets"]
    assert [(one["title"], one["count"], one["current"], one["url"]) for one in facet["options"]] == [
        ("Chuyên môn", 1, False, "/tim-kiem/?q=khai+giang&chuyen-muc=chuyen-mon"),
        ("Đoàn – Đội", 1, True, "/tim-kiem/?q=khai+giang"),
    ]
    assert answer.context["chosen"] == [{"title": "Đoàn – Đội", "url": "/tim-kiem/?q=khai+giang"}]


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
    up = Entry.objects.filter(shelf="article")
    assert (titles(client, "khai giang"), up.count()) == ([], 1)
    assert search.catch_up(NOW) > 0
    assert (up.count(), Word.objects.filter(folded="giang").count()) == (0, 0)


def test_an_expired_item_is_not_found(cast: Cast, client: Client) -> None:
    cast.published(cast.lan, title="Khai giảng", at=NOW - timedelta(days=2), expires_at=NOW)
    search.catch_up(NOW)
    assert titles(client, "khai giang") == []


def test_hearing_twice_and_building_anew_give_the_same_index(shelf: Cast) -> None:
    heard = indexed("article")
    call_command("reindex")
    assert indexed("article") == heard
    whole = indexed()
    for shelved in shelves():
        for entry in Entry.objects.filter(shelf=shelved.key):
            search.index(shelved, entry.item)
    assert indexed() == whole
    assert search.catch_up(NOW) == 0


def indexed(*shelves: str) -> list[Any]:
    """The index without the ids of its rows; with its words where it is the whole."""
    entries = Entry.objects.filter(shelf__in=shelves) if shelves else Entry.objects.all()
    rows: list[Any] = [{**row, "id": 0} for row in entries.order_by("shelf", "item").values()]
    return rows if shelves else [*rows, *Word.objects.order_by("exact").values_list("exact", "count")]


def test_search_asks_the_database_a_fixed_number_of_questions(
    cast: Cast, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for before, rows in pairwise((0, 1, 3)):
        for number in range(before, rows):
            cast.published(cast.lan, title=f"Khai giảng {number}")
        search.reindex()
        # clock, sections, articles; the frame: school, menu, urgent; 5 of the index, on PostgreSQL how long it is; the rights:
        # which they are, who sees them, until when (in a transaction nothing is remembered)
        with django_assert_num_queries({"sqlite": 14, "postgresql": 15}[connection.vendor]):
            assert client.get("/tim-kiem/", {"q": "khai giảng"}).context["count"] == rows


def test_head_is_answered_and_post_is_not(cast: Cast, client: Client) -> None:
    assert client.head("/tim-kiem/?q=a").status_code == 200
    assert client.post("/tim-kiem/?q=a").status_code == 405
