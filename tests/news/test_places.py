"""Pages and the places they stand in (R-PLACE-01, -02, -03; Điều 8.3, 12.1; TT 37/2020 Đ.9), and blocks of links."""

from collections.abc import Callable
from typing import Any

import pytest

from portal.approval import actions as approval
from portal.base import epoch
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.news import actions as news
from portal.news.intake import BadBlock, links
from portal.news.models import Article, Section
from portal.news.place_rules import may_place, place_refusals
from portal.news.places import BY_KEY, PLACES
from portal.news.queries import news_of, standing, standings, visible_to
from portal.people.rules import Board
from tests.cast import NOW, OLD, Cast

BOARD = Board(heads=frozenset({1}), deputies=frozenset({2}), secretaries=frozenset({3}), members=frozenset({4, 5}),
              substitutes=frozenset({5}))  # fmt: skip
TOLD = {"at": NOW, "channel": "test"}
Queries = Callable[[int], Any]


def shelf(cast: Cast, title: str = "Giới thiệu", **more: Any) -> Section:
    """A public section of pages, up."""
    section = news.begin_section(title=title, intro="", field=cast.fields["vp"], audience="public", shape="pages",
                                 by=cast.sen, at=OLD, channel="test", **more)  # fmt: skip
    found: Section = cast.up(section, cast.sen, OLD)
    return found


@pytest.fixture
def pages(cast: Cast) -> list[Article]:
    """Three pages of one shelf, up."""
    slug = shelf(cast).slug
    return [cast.published(cast.lan, title=title, section=slug) for title in ("Một", "Hai", "Ba")]


def test_who_says_what_stands_where() -> None:
    told = [may_place(BOARD, person) for person in range(1, 7)]
    assert [refusal.rule if refusal else "" for refusal in told] == [
        "",
        "R-PLACE-01",
        "",
        "R-PLACE-01",
        "",
        "R-PLACE-01",
    ]


@pytest.mark.parametrize(
    ("key", "language", "chosen", "rules"),
    [
        ("contact", "vi", [], []),
        ("contact", "vi", [7], []),
        ("contact", "en", [7], []),
        ("contact", "vi", [7, 8], ["R-PLACE-03"]),
        ("contact", "vi", [6], ["R-PLACE-02"]),
        ("documents", "vi", [8, 7, 9], []),
        ("documents", "vi", [7, 8, 7], ["R-PLACE-03"]),
        ("documents", "vi", [6, 6], ["R-PLACE-02", "R-PLACE-03"]),
        ("fees", "en", [7], ["R-PLACE-02"]),
        ("contact", "fr", [7], ["R-PLACE-02"]),
        ("phong-bi-mat", "vi", [7], ["R-PLACE-02"]),
    ],
)
def test_what_may_stand_where(key: str, language: str, chosen: list[int], rules: list[str]) -> None:
    found = place_refusals(key, language, chosen, open_pages=frozenset({7, 8, 9}))
    assert [refusal.rule for refusal in found] == rules


def test_every_place_has_its_own_address() -> None:
    given = [place.address(language) for place in PLACES for language in place.languages]
    assert (len(set(given)), len(BY_KEY)) == (len(given), len(PLACES))
    assert [one for one in given if not (one.startswith("/") and one.endswith("/"))] == []


def test_a_page_stands_where_it_was_put_until_it_is_taken_down(cast: Cast, pages: list[Article]) -> None:
    news.stand("contact", [pages[1].pk], by=cast.sen, **TOLD)
    assert standing("contact", None, NOW) == pages[1]
    assert (standing("contact", None, NOW, "en"), standing("fees", None, NOW)) == (None, None)
    approval.withdraw(pages[1], ground="error", reason="Địa chỉ cũ.", by=cast.ha, at=NOW, channel="test")
    assert standing("contact", None, NOW) is None


def test_several_pages_stand_in_their_order(
    cast: Cast, pages: list[Article], django_assert_num_queries: Queries
) -> None:
    one, two, three = (page.pk for page in pages)
    news.stand("documents", [three, one, two], by=cast.ha, **TOLD)
    news.stand("contact", [one], by=cast.ha, **TOLD)
    with django_assert_num_queries(1):
        found = standings(["documents", "contact", "fees"], None, NOW)
    assert {key: [page.pk for page in there] for key, there in found.items()} == {
        "documents": [three, one, two], "contact": [one], "fees": [],
    }  # fmt: skip
    news.stand("documents", [two], by=cast.ha, **TOLD)
    assert [page.pk for page in standings(["documents"], None, NOW)["documents"]] == [two]


def test_what_is_not_up_or_in_another_language_stands_nowhere(cast: Cast, pages: list[Article]) -> None:
    draft = cast.article(cast.lan, title="Chưa duyệt", section="gioi-thieu")
    inside = cast.published(cast.lan, title="Trong trường", section="trao-doi", audience="internal")
    for key, language, page in (("contact", "vi", draft), ("contact", "vi", inside), ("contact", "en", pages[0])):
        with pytest.raises(Refused) as said:
            news.stand(key, [page.pk], language=language, by=cast.sen, **TOLD)
        assert [refusal.rule for refusal in said.value.refusals] == ["R-PLACE-02"]
    assert standing("contact", cast.sen, NOW) is None


def test_others_place_nothing_and_what_was_placed_is_on_record(cast: Cast, pages: list[Article]) -> None:
    for person in (cast.phong, cast.cuc, cast.lan, cast.tri, cast.minh):
        with pytest.raises(Refused):
            news.stand("contact", [pages[0].pk], by=person, **TOLD)
    assert JournalEntry.objects.filter(verb="place_arrange").count() == 0
    before = epoch.current()
    news.stand("contact", [pages[0].pk], by=cast.sen, **TOLD)
    line = JournalEntry.objects.get(verb="place_arrange")
    assert (line.actor_id, line.office, line.rule) == (cast.sen.pk, "secretary", "R-PLACE-01")
    assert line.data == {"key": "contact", "language": "vi", "pages": [pages[0].pk]}
    assert epoch.current() == before + 1


def test_pages_flow_into_no_list_of_news(cast: Cast, pages: list[Article]) -> None:
    story = cast.published(cast.lan, title="Tin trong ngày")
    assert list(news_of(None, NOW)) == [story]
    assert set(visible_to(None, NOW)) == {story, *pages}


def test_the_shape_of_a_section_is_arrangement_and_not_among_its_words(cast: Cast) -> None:
    section = shelf(cast, "English", language="en")
    assert (section.shape, section.language) == ("pages", "en")
    assert {"shape", "language"} & set(section.projection()) == set()


@pytest.mark.parametrize(
    "url", ["https://a.vn/b?c=1", "http://a.vn/", "/lien-he/", "/tin-bai/?chi=anh", "mailto:vp@a.vn", "tel:+84 24 3000"]
)
def test_a_link_leads_outside_inside_or_to_somebody(url: str) -> None:
    row = {"title": "Tên", "url": url, "note": ""}
    assert links([{"title": " Tên ", "url": url}]) == [row]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"title": "Tên", "url": "javascript:alert(1)"}, "Địa chỉ “javascript:alert(1)” chưa đúng"),
        ({"title": "Tên", "url": "//xau.vn/"}, "Địa chỉ “//xau.vn/” chưa đúng"),
        ({"title": "Tên", "url": "/\\xau.vn/"}, "Địa chỉ “/\\xau.vn/” chưa đúng"),
        ({"title": "Tên", "url": "data:text/html,x"}, "Địa chỉ “data:text/html,x” chưa đúng"),
        ({"title": "Tên", "url": ""}, "Địa chỉ “” chưa đúng"),
        ({"title": " ", "url": "https://a.vn/"}, "Có liên kết chưa có tên"),
        ({"title": "x" * 201, "url": "https://a.vn/"}, "Dài quá 200 ký tự."),
    ],
)
def test_a_link_to_nowhere_is_named_at_its_field(row: dict[str, str], said: str) -> None:
    with pytest.raises(BadBlock) as refused:
        links([row])
    assert str(refused.value).startswith(said)
