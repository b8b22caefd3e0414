"""The front page, arranged by the Secretary and the Head (R-HOME-01, -02, -03; Điều 8.3, 12.1)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from portal.base import clock, epoch
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.news import actions as news
from portal.news.models import Article, HomeSlot
from portal.news.queries import Layout, home_layout
from portal.news.rules import home_refusals, may_arrange_home
from portal.people.models import Person
from portal.people.rules import Board
from tests.cast import NOW, Cast
from tests.desk.front import choose, form, in_small, order, titles

As = Callable[[Person], Client]
BOARD = Board(heads=frozenset({1}), deputies=frozenset({2}), secretaries=frozenset({3}), members=frozenset({4, 5}),
              substitutes=frozenset({5}))  # fmt: skip


def test_who_arranges_the_front_page() -> None:
    told = [may_arrange_home(BOARD, person) for person in range(1, 7)]
    assert [refusal.rule if refusal else "" for refusal in told] == ["", "R-HOME-01", "", "R-HOME-01", "", "R-HOME-01"]


@pytest.mark.parametrize(
    ("lead", "pins", "shown", "rules"),
    [
        (None, [], [], []),
        (7, [8, 9], [1, 2], []),
        (6, [], [], ["R-HOME-02"]),
        (7, [6], [], ["R-HOME-02"]),
        (7, [], [3], ["R-HOME-02"]),
        (7, [7], [], ["R-HOME-03"]),
        (7, [8, 8], [], ["R-HOME-03"]),
        (None, [7, 8, 9, 10], [], ["R-HOME-03"]),
    ],
)
def test_what_may_be_chosen(lead: int | None, pins: list[int], shown: list[int], rules: list[str]) -> None:
    found = home_refusals(lead, pins, shown, open_articles=frozenset({7, 8, 9, 10}), open_sections=frozenset({1, 2}))
    assert [refusal.rule for refusal in found] == rules


def test_what_the_board_chose_stands_on_the_front_page(cast: Cast, client: Client, stories: list[Article]) -> None:
    shown = order(cast, "doan-doi", "thong-bao", "chuyen-mon")
    choose(cast, lead=stories[0].pk, pins=[stories[2].pk, stories[1].pk], shown=shown)
    page = client.get("/").context
    assert (page["lead"]["title"], titles(page["pinned"]), titles(page["latest"])) == ("Một", ["Ba", "Hai"], ["Bốn"])
    assert [group["section"]["title"] for group in page["news_by_section"]] == ["Đoàn – Đội"]


def test_sections_stand_in_the_chosen_order_and_hidden_ones_not_at_all(
    cast: Cast, client: Client, stories: list[Article]
) -> None:
    def sections() -> list[str]:
        return [group["section"]["title"] for group in client.get("/").context["news_by_section"]]

    cast.published(cast.lan, title="Năm", at=NOW)
    assert sections() == ["Chuyên môn", "Đoàn – Đội"]
    choose(cast, shown=order(cast, "doan-doi", "chuyen-mon"))
    assert sections() == ["Đoàn – Đội", "Chuyên môn"]
    choose(cast, shown=order(cast, "doan-doi"))
    assert sections() == ["Đoàn – Đội"]


def test_a_story_taken_down_falls_out_by_itself(cast: Cast, client: Client, stories: list[Article]) -> None:
    from portal.approval import actions as approval

    choose(cast, lead=stories[0].pk, pins=[stories[1].pk, stories[2].pk])
    for gone in stories[:2]:
        approval.withdraw(gone, ground="error", reason="Sai ngày.", by=cast.ha, at=NOW, channel="test")
    page = client.get("/").context
    assert (page["lead"]["title"], titles(page["pinned"])) == ("Bốn", ["Ba"])


def test_a_story_past_its_own_date_falls_out_too(cast: Cast, client: Client) -> None:
    notice = cast.published(cast.lan, title="Nghỉ học", notice=True, section="thong-bao", at=NOW - timedelta(days=1),
                            expires_at=NOW + timedelta(hours=1))  # fmt: skip
    choose(cast, lead=notice.pk)
    assert client.get("/").context["lead"]["title"] == "Nghỉ học"
    clock.set_to(NOW + timedelta(hours=2), freeze=True)
    assert client.get("/").context["lead"] is None


def test_neither_drafts_nor_internal_nor_withdrawn_texts_are_chosen(cast: Cast, stories: list[Article]) -> None:
    draft = cast.article(cast.lan, title="Nháp")
    inside = cast.published(cast.lan, title="Nội bộ", section="trao-doi", audience="internal")
    for chosen in ({"lead": draft.pk}, {"pins": [inside.pk]}, {"shown": order(cast, "trao-doi")}, {"lead": 999_999}):
        with pytest.raises(Refused) as refused:
            choose(cast, **chosen)
        assert [refusal.rule for refusal in refused.value.refusals] == ["R-HOME-02"]
    assert home_layout(NOW) == Layout()
    assert not HomeSlot.objects.exists()


def test_it_is_recorded_and_the_cache_is_told(cast: Cast, stories: list[Article]) -> None:
    before = epoch.current()
    choose(cast, lead=stories[3].pk, shown=order(cast, "chuyen-mon"))
    line = JournalEntry.objects.get(verb="home_arrange")
    assert (line.actor_id, line.office, line.rule, line.clause) == (
        cast.sen.pk,
        "secretary",
        "R-HOME-01",
        "Điều 8.3, 12.1",
    )
    assert line.data == {"lead": stories[3].pk, "pins": [], "shown": order(cast, "chuyen-mon"),
                         "hidden": sorted(order(cast, "doan-doi", "thong-bao"))}  # fmt: skip
    assert epoch.current() == before + 1
    news.undo_home(by=cast.ha, at=NOW, channel="test")
    assert (home_layout(NOW), epoch.current()) == (Layout(), before + 2)
    assert JournalEntry.objects.filter(verb="home_automatic").count() == 1


def test_others_neither_see_the_screen_nor_arrange(cast: Cast, as_: As) -> None:
    told = [as_(person).get("/viec/trang-chu/").status_code for person in (cast.sen, cast.ha, cast.phong, cast.cuc,
                                                                          cast.lan, cast.tri)]  # fmt: skip
    assert told == [200, 200, 403, 403, 403, 403]
    with pytest.raises(Refused):
        news.arrange_home(lead=None, pins=[], shown=[], by=cast.cuc, at=NOW, channel="test")
    with pytest.raises(Refused):
        news.undo_home(by=cast.phong, at=NOW, channel="test")


def test_the_screen_keeps_what_was_chosen(cast: Cast, as_: As, stories: list[Article]) -> None:
    browser, section = as_(cast.sen), cast.sections["doan-doi"].pk
    said = form(cast, "luu", lead=stories[1].pk, pin_2=stories[0].pk, hide=("thong-bao",)) | {f"rank_{section}": 1}
    assert browser.post("/viec/trang-chu/", said).status_code == 302
    assert home_layout(NOW) == Layout(stories[1].pk, (stories[0].pk,), tuple(order(cast, "chuyen-mon", "doan-doi")),
                                   frozenset(order(cast, "thong-bao")))  # fmt: skip
    page = browser.get("/viec/trang-chu/").context
    assert (page["now"].layout.automatic, page["form"]["lead"].value()) == (False, stories[1].pk)
    assert in_small(browser, page["preview"]) == ("Hai", ["Một"], ["Chuyên môn", "Đoàn – Đội"])


def test_trying_it_keeps_nothing(cast: Cast, as_: As, stories: list[Article]) -> None:
    browser = as_(cast.sen)
    page = browser.post("/viec/trang-chu/", form(cast, "xem", lead=stories[0].pk, hide=("doan-doi",)))
    assert (page.status_code, page.context["tried"]) == (200, True)
    assert in_small(browser, page.context["preview"]) == ("Một", [], ["Chuyên môn"])
    assert home_layout(NOW) == Layout()


def test_what_is_refused_is_said_and_what_was_chosen_stays(cast: Cast, as_: As, stories: list[Article]) -> None:
    page = as_(cast.sen).post("/viec/trang-chu/", form(cast, "luu", lead=stories[0].pk, pin_1=stories[0].pk))
    assert (page.status_code, page.context["form"]["pin_1"].value()) == (422, str(stories[0].pk))
    assert "Ghim nhiều nhất 3 bài, mỗi bài đứng một chỗ. (Điều 8.3, 12.1)" in page.content.decode()


def test_one_tap_brings_it_back_to_automatic(cast: Cast, as_: As, stories: list[Article]) -> None:
    choose(cast, lead=stories[0].pk)
    assert as_(cast.ha).post("/viec/trang-chu/", {"do": "tu-dong"}).status_code == 302
    assert home_layout(NOW) == Layout()


def test_a_section_begun_later_stands_last(cast: Cast, client: Client, stories: list[Article]) -> None:
    choose(cast, shown=order(cast, "doan-doi", "chuyen-mon", "thong-bao"))
    section = news.begin_section(title="Thư viện", intro="", field=None, audience="public", position=1, by=cast.sen,
                                 at=NOW, channel="test")  # fmt: skip
    cast.up(section, cast.sen)
    for slug in ("thu-vien", "chuyen-mon", "doan-doi"):
        cast.published(cast.lan, title=f"Bài {slug}", section=slug, at=NOW)
    found = [group["section"]["title"] for group in client.get("/").context["news_by_section"]]
    assert found == ["Đoàn – Đội", "Chuyên môn", "Thư viện"]
