"""What is said without a token: approved, public, not expired; nothing internal by any way."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.urls import get_resolver

from portal.base import clock
from portal.news import actions as news
from portal.search import actions as search
from tests.api.conftest import Caller, live, problem
from tests.cast import NOW, Cast

CANARY = "chim-bạch-yến-7391"


def test_an_item_tells_what_its_card_does_and_its_page_the_rest(api: Caller, cast: Cast) -> None:
    up = cast.published(cast.lan, place="Sân trường", event_start="2026-11-10T08:00")
    [item] = api.get("/public/articles").json()["items"]
    assert item == {
        "id": up.pk, "url": f"http://testserver/tin-bai/{up.slug}/", "title": up.title, "summary": up.summary,
        "section": "chuyen-mon", "section_title": "Chuyên môn", "genre": "tin-ngan", "kind": "original", "source": None,
        "advertiser": None, "picture": None, "published_at": "2026-11-16T08:00:00+07:00", "corrected_at": None,
    }  # fmt: skip
    whole = api.get(f"/public/articles/{up.pk}").json()
    assert {name: whole[name] for name in item} == item
    assert {name: whole[name] for name in whole if name not in item} == {
        "body": [{"type": "paragraph",
                  "value": "<p>Ba chai nước, một câu hỏi: nước nào tưới cây tốt nhất?</p>"}],
        "authors": ["Hoàng Lan"], "photographer": "", "place": "Sân trường", "event_start": "2026-11-10T08:00:00+07:00",
        "event_end": None, "opening_at": None,
    }  # fmt: skip


def test_the_list_is_narrowed_by_section_genre_and_year_and_comes_in_pages(api: Caller, cast: Cast) -> None:
    first = cast.published(cast.lan).pk
    second = cast.published(cast.khoa, section="doan-doi", at=NOW + timedelta(minutes=1)).pk
    third = cast.published(cast.lan, genre="bai-chuyen-sau", at=NOW + timedelta(minutes=2)).pk
    clock.set_to(NOW + timedelta(hours=1), freeze=True)

    def ids(query: str) -> list[int]:
        return [item["id"] for item in api.get(f"/public/articles?{query}").json()["items"]]

    assert ids("") == [third, second, first]
    assert (ids("section=doan-doi"), ids("genre=bai-chuyen-sau"), ids("section=khong-co")) == ([second], [third], [])
    assert (ids("year=2026"), ids("year=2025"), ids("year=2200")) == ([third, second, first], [], [])
    assert (ids("page_size=2"), ids("page_size=2&page=2"), ids("page=9")) == ([third, second], [first], [])
    assert api.get("/public/articles?page_size=2").json()["total"] == 3
    for wrong in ("year=x", "year=0", "page=0", "page_size=101", f"q={'a' * 201}"):
        assert problem(api.get(f"/public/articles?{wrong}"))[0] == 422


def test_words_are_found_with_marks_and_without(api: Caller, cast: Cast) -> None:
    up = cast.published(cast.lan, title="Thư viện mở cửa buổi tối").pk
    cast.published(cast.lan, title="Đội bóng đá nữ")
    search.catch_up(NOW)
    for query in ("thu+vien", "thư+viện", "MỞ+CỬA", "buoi+toi"):
        assert [item["id"] for item in api.get(f"/public/articles?q={query}").json()["items"]] == [up]
    for query in ("khong+co+dau", "%22", "*", "%27+OR+1%3D1", "%F0%9F%8C%B3"):
        assert api.get(f"/public/articles?q={query}").json() == {"items": [], "total": 0}
    assert problem(api.get("/public/articles?q=a%00b")) == (422, [("q", "")])
    assert api.get("/public/articles?q=thu+vien&section=doan-doi").json()["total"] == 0


Story = Callable[[Caller, Cast], int]


def _draft(api: Caller, cast: Cast) -> int:
    return cast.article(cast.lan).pk


def _in_review(api: Caller, cast: Cast) -> int:
    page = cast.article(cast.lan)
    cast.submit(page, cast.lan)
    return page.pk


def _scheduled(api: Caller, cast: Cast) -> int:
    pk = _in_review(api, cast)
    api.post(f"/articles/{pk}/schedule", cast.sen, {"at": "2026-11-20"})
    api.decide(pk, cast.cuc)
    api.decide(pk, cast.phong)
    return pk


def _internal(api: Caller, cast: Cast) -> int:
    return cast.published(cast.lan, audience="internal").pk


def _internal_section(api: Caller, cast: Cast) -> int:
    return cast.published(cast.lan, section="trao-doi").pk


def _withdrawn(api: Caller, cast: Cast) -> int:
    pk = cast.published(cast.lan).pk
    api.post(f"/articles/{pk}/withdraw", cast.ha, {"ground": "error", "reason": "Nhầm ngày"})
    return pk


@pytest.mark.parametrize("story", [_draft, _in_review, _scheduled, _internal, _internal_section, _withdrawn])
def test_what_readers_may_not_see_is_neither_listed_nor_there(api: Caller, cast: Cast, story: Story) -> None:
    pk = story(api, cast)
    assert api.is_public(pk) is False
    assert problem(api.get(f"/public/articles/{pk}")) == (404, [])
    assert api.get("/public/articles").json() == {"items": [], "total": 0}


def test_an_expired_item_is_gone_the_second_it_expires(api: Caller, cast: Cast) -> None:
    pk = cast.published(cast.lan, expires_at="2026-11-17T00:00:00").pk
    assert api.is_public(pk)
    clock.set_to(NOW.replace(day=17, hour=0), freeze=True)
    assert (live(pk), api.is_public(pk)) == (True, False)


@pytest.mark.usefixtures("as_outside")
def test_no_call_of_an_outsider_says_a_word_of_the_internal(api: Caller, cast: Cast) -> None:
    """A canary sits in every internal text; collaborators, parents, pupils and nobody call every address there is."""
    internal = cast.published(cast.lan, section="trao-doi", title=CANARY, summary=CANARY,
                              body=[{"type": "paragraph", "value": CANARY}])  # fmt: skip
    draft = cast.article(cast.khoa, title=CANARY, summary=CANARY)
    cast.submit(draft, cast.khoa)
    correcting = cast.published(cast.lan)
    opened = api.post(f"/articles/{correcting.pk}/correct", cast.lan).json()
    api.patch(correcting.pk, cast.lan, {"title": CANARY, "plan_entry": None}, opened["hash"])
    section = news.begin_section(title=CANARY, intro=CANARY, field=None, audience="internal", by=cast.sen, at=NOW,
                                 channel="test")  # fmt: skip
    cast.up(section, cast.sen)
    search.catch_up(NOW)
    told = []
    for who in (None, cast.vy, cast.phu, cast.an):
        for pk in (internal.pk, draft.pk, correcting.pk, section.pk):
            for path in readable_addresses():
                cache.clear()  # who calls too often is told to wait, and would be told nothing else
                told.append(api.get(path.replace("{pk}", str(pk)), who))
        told += [api.get(f"/public/articles?{query}", who) for query in (f"q={CANARY}", "q=7391", "section=trao-doi")]
    assert {answer.status_code for answer in told} <= {200, 401, 403, 404, 405}
    assert [answer.request["PATH_INFO"] for answer in told if "7391" in answer.content.decode()] == []
    seen = api.get(f"/articles/{correcting.pk}", cast.khoa).json()
    assert (seen["title"], seen["state"]) == ("Giờ thực hành Khoa học tự nhiên", "published")


def readable_addresses() -> list[str]:
    """Every address of the API, as the URL conf knows them."""
    [root] = [one for one in get_resolver().url_patterns if str(one.pattern) == "api/v1/"]
    found: list[Any] = [str(one.pattern) for one in root.url_patterns if one.name != "nowhere"]
    return ["/" + path.replace("<row:pk>", "{pk}").replace("<monday>", "2026-11-16") for path in found]
