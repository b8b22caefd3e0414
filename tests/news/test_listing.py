"""Places in lists follow what is up; lists, counts and the newest of somebody are what the articles themselves say."""

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client

from portal.approval import actions as approval
from portal.base.clock import ZONE
from portal.news import actions as news
from portal.news import listing, named, paging
from portal.news.list_rules import kind_of, month_of
from portal.news.models import Article, Listed
from portal.news.paging import Leaves
from portal.news.queries import for_cards, newest_named, news_of, public, visible_to
from portal.news.reading.tallies import flow_tally
from portal.news.rules import GENRE_TITLES
from tests.cast import NOW, OLD, Cast, reread
from tests.snapshot import Change, Kept, put_back

DOWN = {"ground": "other", "reason": "Sai người.", "at": NOW, "channel": "test"}
HOUR = timedelta(hours=1)


def places() -> list[tuple[str, str, int, bool]]:
    rows = Listed.objects.order_by("article").values_list("article__title", "kind", "month", "public")
    return list(rows)


@pytest.mark.parametrize(
    ("genre", "notice", "kind"),
    [("tin-ngan", False, "tin-ngan"), ("tin-ngan", True, "thong-bao"), ("anh-hoat-dong", False, "anh"),
     ("anh-hoat-dong", True, "thong-bao"), ("bai-chuyen-sau", False, "bai-chuyen-sau")],
)  # fmt: skip
def test_an_item_stands_under_one_chip(genre: str, notice: bool, kind: str) -> None:
    assert kind_of(genre, notice=notice) == kind


def test_a_month_is_the_schools_own() -> None:
    hours = (datetime(2026, 8, 31, 17, tzinfo=ZONE), datetime.fromisoformat("2026-08-31T17:00:00+00:00"))
    assert [month_of(one, ZONE) for one in hours] == [202608, 202609]


def test_what_goes_up_gets_its_place_and_what_is_taken_down_loses_it(cast: Cast) -> None:
    kept = cast.published(cast.lan, title="Báo", notice=True, expires_at=NOW + HOUR)
    gone = cast.published(cast.lan, title="Kín", audience="internal", genre="bai-chuyen-sau")
    cast.article(cast.lan, title="Nháp")
    assert places() == [("Báo", "thong-bao", 202611, True), ("Kín", "bai-chuyen-sau", 202611, False)]
    assert Listed.objects.get(article=kept).until == NOW + HOUR
    approval.withdraw(gone, by=cast.ha, **DOWN)
    assert places() == [("Báo", "thong-bao", 202611, True)]


def test_a_place_opens_nothing(cast: Cast, client: Client) -> None:
    gone = cast.published(cast.lan, title="Đã gỡ")
    row = Listed.objects.get(article=gone)
    approval.withdraw(gone, by=cast.ha, **DOWN)
    row.save(force_insert=True)
    inside = cast.published(cast.lan, title="Kín", audience="internal")
    Listed.objects.filter(article=inside).update(public=True)
    shown = [
        client.get(path).content.decode() for path in ("/tin-bai/", "/chuyen-mon/", "/", "/luu-tru/2026/11/", "/rss/")
    ]
    assert [title for title in ("Đã gỡ", "Kín") if any(title in one for one in shown)] == []
    assert list(news_of(None, NOW)) == []


def test_time_alone_takes_a_place_and_a_clock_set_back_gives_it_again(cast: Cast) -> None:
    cast.published(cast.lan, title="Bài")
    cast.published(cast.lan, title="Báo", notice=True, expires_at=NOW + HOUR)
    whole = list(Listed.objects.order_by("pk").values())
    assert [listing.tidy(NOW), len(places())] == [0, 2]
    assert [listing.tidy(NOW + HOUR), [row[0] for row in places()]] == [0, ["Bài"]]
    assert [listing.tidy(NOW), list(Listed.objects.order_by("pk").values())] == [1, whole]


def test_places_can_be_made_again(cast: Cast) -> None:
    gone = cast.published(cast.lan, title="Đã gỡ")
    stale = Listed.objects.get(article=gone)
    approval.withdraw(gone, by=cast.ha, **DOWN)
    cast.published(cast.lan, title="Bài", at=NOW - HOUR)
    cast.published(cast.lan, title="Ảnh", genre="bai-chuyen-sau")
    whole = list(Listed.objects.order_by("pk").values())
    for again in (lambda: listing.mend(NOW), news.rebuild):
        Listed.objects.all().delete()
        stale.save(force_insert=True)
        assert again() == 2
        assert list(Listed.objects.order_by("pk").values()) == whole


def fill(cast: Cast) -> None:
    topic = cast.up(news.begin_topic(title="Năm học", intro="", by=cast.sen, at=OLD, channel="test"), cast.sen, OLD)
    for number in range(9):
        cast.published(
            cast.lan if number % 3 else cast.khoa, title=f"Bài {number}", at=NOW - timedelta(days=7 * number), in_plan=False,
            section="doan-doi" if number % 2 else "chuyen-mon", topic=topic.slug if number < 4 else "",
            audience="internal" if number == 5 else "public", notice=number == 7,
            expires_at=NOW if number == 7 else None,
        )  # fmt: skip


@pytest.fixture(scope="module")
def archive_rows(kept: Kept) -> list[Change]:
    return kept(fill)[0]


@pytest.fixture
def archive(cast: Cast, archive_rows: list[Change]) -> Cast:
    """Some months of two sections, one article internal, one over."""
    put_back(archive_rows)
    return reread()


def test_lists_hold_what_readers_may_see_in_its_order(archive: Cast) -> None:
    for person in (None, archive.khoa):
        truth = list(visible_to(person, NOW))
        assert list(news_of(person, NOW)) == truth
        assert list(for_cards(news_of(person, NOW)).reverse()) == truth[::-1]
        tally = flow_tally(person, NOW)
        assert sum(tally.kinds().values()) == sum(tally.months().values()) == len(truth)
        assert [many for _, many in sorted(tally.months().items())] == [
            sum(month_of(one.case.published_at, ZONE) == month for one in truth) for month in sorted(tally.months())
        ]


def test_a_page_far_down_is_the_same_page(archive: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    found, months = news_of(None, NOW), flow_tally(None, NOW).months()
    near = [list(Leaves(found, months, 2).page(number)) for number in range(1, 5)]
    monkeypatch.setattr(paging, "NEAR", -1)
    assert [list(Leaves(found, months, 2).page(number)) for number in range(1, 5)] == near
    assert [one for page in near for one in page] == list(public(NOW))


def test_the_newest_of_somebody_are_found_either_way(archive: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    people = [archive.khoa.pk]
    truth = [one.pk for one in public(NOW) if one.bylines.filter(person=archive.khoa).exists()]
    assert newest_named(people, 2) == truth[:2]
    monkeypatch.setattr(named, "max", lambda *_: 0, raising=False)
    assert (newest_named(people, 9), newest_named([archive.an.pk], 9)) == (truth, [])


def test_a_month_has_pages(archive: Cast, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.news.reading.views.A_MONTHS_PAGE", 1)
    pages = [client.get(f"/luu-tru/2026/11/?page={number}") for number in (1, 2, 3, 4)]
    assert [page.status_code for page in pages] == [200, 200, 200, 404]
    titles = [[item["title"] for day in page.context["days"] for item in day["items"]] for page in pages[:3]]
    assert (titles, pages[0].context["count"]) == ([["Bài 0"], ["Bài 1"], ["Bài 2"]], 3)


@pytest.mark.sqlite  # another database chooses by what it counted, and here there is nothing to count
def test_lists_are_read_by_index_however_long(cast: Cast) -> None:
    flow, section = for_cards(news_of(None, NOW)), cast.sections["chuyen-mon"]
    asked = {
        "news_listed_all (up_at>?)": flow,
        "news_listed_section (section_id=? AND up_at>?)": flow.filter(listed__section=section),
        "news_listed_topic (topic_id=? AND up_at>?)": flow.filter(listed__topic=1),
        "news_listed_kind (kind=? AND up_at>?)": flow.filter(listed__kind="anh"),
        "news_listed_chip (section_id=? AND kind=? AND up_at>?)": flow.filter(
            listed__section=section, listed__kind="anh"
        ),
    }
    for index, found in asked.items():
        plan = found[:12].explain()
        assert (index in plan, re.findall(r"SCAN.*|.*B-TREE.*", plan)) == (True, []), plan


def test_an_article_taken_down_leaves_the_lists_of_the_next_reader(cast: Cast, client: Client) -> None:
    article: Article = cast.published(cast.lan, title="Bài")
    assert client.get("/chuyen-mon/").context["chips"] == []
    cast.published(cast.lan, title="Ảnh", genre="bai-chuyen-sau")
    chips = client.get("/chuyen-mon/").context["chips"]
    said = [(chip["title"], chip["count"]) for chip in chips]
    assert said == [("Tất cả", 2), (GENRE_TITLES[article.genre], 1), ("Bài viết chuyên sâu", 1)]
    approval.withdraw(article, by=cast.ha, **DOWN)
    assert (
        client.get("/chuyen-mon/").context["chips"],
        client.get("/chuyen-mon/").context["page_obj"].paginator.count,
    ) == ([], 1)
