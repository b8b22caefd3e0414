"""What search does for whoever is not sure: narrowing, suggestions, guesses; never a word of what a reader may not see."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from portal.approval.models import Case
from portal.news.rules import Genre
from portal.people.models import Person
from portal.search import actions as search
from portal.settings.env import ROOT
from tests.cast import NOW, Cast, reread
from tests.snapshot import Change, Kept, put_back

Option = tuple[str, int]


def fill(cast: Cast) -> None:
    for days, title, more in (
        (400, "Trường Đức Giang khai giảng", {"genre": Genre.SHORT}),
        (9, "Đức Giang có thư viện", {"genre": Genre.SHORT, "section": "doan-doi"}),
        (5, "Đường đến Đức Giang", {"genre": Genre.STUDY}),
        (3, "Đức Giang họp kín", {"section": "trao-doi", "audience": "internal"}),
    ):
        article = cast.published(cast.lan, title=title, summary="Tóm tắt.", **more)
        Case.objects.filter(pk=article.case.pk).update(published_at=NOW - timedelta(days=days))
    search.catch_up(NOW)


@pytest.fixture(scope="module")
def shelf_rows(kept: Kept) -> list[Change]:
    return kept(fill)[0]


@pytest.fixture
def shelf(cast: Cast, shelf_rows: list[Change]) -> Cast:
    """Articles of two years, sections, genres; one for insiders only."""
    put_back(shelf_rows)
    return reread()


def facets(client: Client, query: str) -> dict[str, list[Option]]:
    answer = client.get(f"/tim-kiem/?{query}")
    return {
        one["title"]: [(option["title"], option["count"]) for option in one["options"]]
        for one in answer.context["facets"]
    }


def hints(client: Client, q: str) -> list[str]:
    answer = client.get("/tim-kiem/goi-y/", {"q": q})
    assert (answer.status_code, answer["X-Robots-Tag"]) == (200, "noindex")
    return [item["title"] for item in answer.context["items"]]


def guess(client: Client, q: str) -> tuple[str, int] | None:
    answer = client.get("/tim-kiem/", {"q": q})
    assert (answer.status_code, answer.context["count"]) == (200, 0)
    meant = answer.context["meant"]
    return (meant["words"], meant["count"]) if meant else None


def test_results_can_be_narrowed_by_what_readers_may_see_and_each_count_keeps_the_other_choices(
    shelf: Cast, client: Client
) -> None:
    assert facets(client, "q=duc+giang") == {
        "Chuyên mục": [("Chuyên môn", 2), ("Đoàn – Đội", 1)],
        "Thể loại": [("Tin ngắn", 2), ("Bài viết chuyên sâu", 1)],
        "Năm": [("2026", 2), ("2025", 1)],
    }
    narrowed = facets(client, "q=duc+giang&nam=2026&the-loai=tin-ngan")
    assert narrowed["Năm"] == [("2026", 1), ("2025", 1)]
    assert narrowed["Thể loại"] == [("Tin ngắn", 1), ("Bài viết chuyên sâu", 1)]
    answer = client.get("/tim-kiem/?q=duc+giang&nam=2026&the-loai=tin-ngan")
    assert [one["title"] for one in answer.context["results"]] == ["Đức Giang có thư viện"]
    assert [one["url"] for one in answer.context["chosen"]] == [
        "/tim-kiem/?q=duc+giang&nam=2026", "/tim-kiem/?q=duc+giang&the-loai=tin-ngan",
    ]  # fmt: skip


def test_counts_and_the_year_of_insiders_include_what_only_they_see(shelf: Cast, client: Client) -> None:
    client.force_login(shelf.khoa)
    assert facets(client, "q=duc+giang")["Chuyên mục"] == [
        ("Chuyên môn", 2), ("Đoàn – Đội", 1), ("Trao đổi chuyên môn", 1),
    ]  # fmt: skip


def test_a_section_nobody_may_know_of_narrows_nothing(shelf: Cast, client: Client) -> None:
    answer = client.get("/tim-kiem/?q=duc+giang&chuyen-muc=trao-doi")
    assert (answer.context["count"], answer.context["chosen"]) == (3, [])


def test_a_section_is_found_by_its_name(shelf: Cast, client: Client) -> None:
    search.reindex()
    found = client.get("/tim-kiem/", {"q": "chuyen mon", "loai": "chuyen-muc"}).context["results"]
    assert [(one["title"], one["url"], one["section_title"]) for one in found] == [
        ("Chuyên môn", "/chuyen-mon/", "Chuyên mục"),
    ]  # fmt: skip


def test_what_is_itself_called_so_comes_before_texts_about_it(shelf: Cast, client: Client) -> None:
    shelf.published(shelf.lan, title="Chuyên môn và Chuyên môn", summary="Chuyên môn.")
    search.reindex()
    for q in ("chuyen mon", "Chuyên môn"):
        assert client.get("/tim-kiem/", {"q": q}).context["results"][0]["url"] == "/chuyen-mon/"


def test_titles_are_suggested_from_the_second_letter_on_and_never_internal_ones(shelf: Cast, client: Client) -> None:
    everything = ["Đường đến Đức Giang", "Đức Giang có thư viện", "Trường Đức Giang khai giảng"]
    assert [hints(client, q) for q in ("", " ", "d")] == [[], [], []]
    assert sorted(hints(client, "duc gi")) == sorted(everything)
    assert hints(client, "đườ") == everything[:1]
    assert [hints(client, q) for q in ("kin", "hop k", "tom tat")] == [[], [], []]
    client.force_login(shelf.khoa)
    assert hints(client, "hop k") == ["Đức Giang họp kín"]


def test_suggestions_are_options_of_a_list_marked_and_escaped(cast: Cast, client: Client) -> None:
    cast.published(cast.lan, title="Ngày <b> & hội", slug="ngay-hoi")
    search.catch_up(NOW)
    html = client.get("/tim-kiem/goi-y/", {"q": "ngay"}).content.decode()
    assert html.count('role="option"') == 2
    assert "<mark>Ngày</mark> &lt;b&gt; &amp; hội" in html
    assert 'data-url="/tim-kiem/?q=ngay"' in html


def test_suggestions_ask_a_fixed_number_of_questions(
    shelf: Cast, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for q, many in (("khai", 1), ("duc", 3)):
        with django_assert_num_queries({"sqlite": 7, "postgresql": 8}[connection.vendor]):  # whatever is found
            assert len(hints(client, q)) == many


GUESSES = {
    "dduwcs giang": ("đức giang", 3),
    "DDUWCS  GIANG": ("đức giang", 3),
    "d9u71c giang": ("đức giang", 3),
    "thuw vieenj": ("thư viện", 1),
    "tv duc giang": ("thư viện duc giang", 1),
    "ducgiang": ("đức giang", 3),
    "duc giagn": ("đức giang", 3),
    "đứcc giang": ("đức giang", 3),
    "thu viiện": ("thư viện", 1),
    "duc giang xqzw": ("đức giang", 3),
    "hopj kinws": None,  # only insiders know these words
    "kins": None,
    "xqzw": None,
    "thư viện đường": None,  # each is written somewhere, never together
}


def test_slips_of_the_keyboard_are_understood_where_nothing_was_found(shelf: Cast, client: Client) -> None:
    assert {q: guess(client, q) for q in GUESSES} == GUESSES


def test_a_guess_shows_first_what_it_finds(shelf: Cast, client: Client) -> None:
    meant = client.get("/tim-kiem/", {"q": "dduwcs giang"}).context["meant"]
    assert meant["url"] == "/tim-kiem/?q=%C4%91%E1%BB%A9c+giang"
    assert meant["results"][0]["marked_title"] == "Đường đến <mark>Đức Giang</mark>"


def test_no_robot_keeps_what_was_asked(shelf: Cast, client: Client) -> None:
    assert '<meta name="robots" content="noindex' in client.get("/tim-kiem/?q=duc").content.decode()


def test_units_and_staff_are_found_by_name_where_they_have_a_page(shelf: Cast, client: Client) -> None:
    search.reindex()

    def people(q: str) -> list[tuple[str, str]]:
        found = client.get("/tim-kiem/", {"q": q, "loai": "thay-co"}).context["results"]
        return [(one["title"], one["url"]) for one in found]

    lan = [("Hoàng Lan", f"/thay-co/{shelf.lan.pk}/")]
    assert people("hoang lan") == lan
    assert client.get(lan[0][1]).status_code == 200
    assert people(shelf.phu.full_name) == []  # a parent
    Person.objects.filter(pk=shelf.lan.pk).update(is_active=False)
    assert people("hoang lan") == []


def test_what_suggests_is_small_and_every_page_brings_it(shelf: Cast, client: Client) -> None:
    script = (ROOT / "portal" / "static_src" / "js" / "tim.js").read_bytes()
    assert len(script) <= 2048
    assert client.get("/tim-kiem/").content.count(b'data-url="/tim-kiem/goi-y/?q="') == 1
