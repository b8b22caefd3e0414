"""The front page arranged ahead of time, tried in small, moved by arrows (R-HOME-04, -05; Điều 8.3, 12.1)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.base import clock
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.news import actions as news
from portal.news.models import Article, HomeArrangement
from portal.news.rules import may_begin_home, may_cancel_home
from portal.people.models import Person
from tests.cast import NOW, Cast
from tests.desk.front import choose, form, in_small

As = Callable[[Person], Client]


@pytest.mark.parametrize(
    ("hours", "rule"),
    [(None, ""), (0, "R-HOME-04"), (-1, "R-HOME-04"), (1, ""), (24 * 183, ""), (24 * 183 + 1, "R-HOME-04")],
)
def test_from_when_an_arrangement_may_begin(hours: int | None, rule: str) -> None:
    refusal = may_begin_home(None if hours is None else NOW + timedelta(hours=hours), NOW)
    assert (refusal.rule if refusal else "") == rule


@pytest.mark.parametrize(("seconds", "rule"), [(1, ""), (0, "R-HOME-05"), (-1, "R-HOME-05"), (None, "R-HOME-05")])
def test_only_what_has_not_begun_is_called_off(seconds: int | None, rule: str) -> None:
    refusal = may_cancel_home(None if seconds is None else NOW + timedelta(seconds=seconds), NOW)
    assert (refusal.rule if refusal else "") == rule


FRIDAY = NOW + timedelta(days=4)


def leads(client: Client, at: Any) -> str:
    clock.set_to(at, freeze=True)
    return str(client.get("/").context["lead"]["title"])


def test_a_scheduled_arrangement_begins_to_the_second(cast: Cast, client: Client, stories: list[Article]) -> None:
    choose(cast, lead=stories[1].pk)
    choose(cast, lead=stories[0].pk, starts=FRIDAY)
    news.undo_home(starts=FRIDAY + timedelta(days=3), by=cast.ha, at=NOW, channel="test")
    hours = [NOW, FRIDAY - timedelta(seconds=1), FRIDAY, FRIDAY + timedelta(days=3)]
    assert [leads(client, at) for at in hours] == ["Hai", "Hai", "Một", "Bốn"]
    said = JournalEntry.objects.filter(verb="home_schedule").order_by("pk")
    assert [line.data["starts"] for line in said] == [hour.isoformat() for hour in hours[2:]]


def test_what_was_called_off_never_begins_and_is_kept(cast: Cast, client: Client, stories: list[Article]) -> None:
    choose(cast, lead=stories[0].pk, starts=FRIDAY)
    made = HomeArrangement.objects.get()
    news.cancel_home(made.pk, by=cast.ha, at=NOW, channel="test")
    assert leads(client, FRIDAY) == "Bốn"
    assert HomeArrangement.objects.get().cancelled_at == NOW
    for pk in (made.pk, 999_999):
        with pytest.raises(Refused) as refused:
            news.cancel_home(pk, by=cast.ha, at=NOW, channel="test")
        assert [refusal.rule for refusal in refused.value.refusals] == ["R-HOME-05"]
    with pytest.raises(Refused) as refused:
        news.cancel_home(made.pk, by=cast.phong, at=NOW, channel="test")
    assert [refusal.rule for refusal in refused.value.refusals] == ["R-HOME-01"]


def test_the_screen_lists_what_is_to_come_and_calls_it_off(cast: Cast, as_: As, stories: list[Article]) -> None:
    browser = as_(cast.sen)
    said = form(cast, "luu", lead=stories[0].pk, pin_1=stories[1].pk, starts="2026-11-20T08:00")
    assert browser.post("/viec/trang-chu/", said).status_code == 302
    [coming] = browser.get("/viec/trang-chu/").context["scheduled"]
    assert (coming["starts"], coming["lead"], coming["pins"], coming["by"]) == (FRIDAY, "Một", ["Hai"], cast.sen)
    assert in_small(browser, coming["preview"])[:2] == ("Một", ["Hai"])
    address = f"/viec/trang-chu/hen/{coming['pk']}/huy/"
    assert [as_(cast.phong).post(address).status_code, as_(cast.sen).post(address).status_code] == [403, 302]
    assert browser.get("/viec/trang-chu/").context["scheduled"] == []
    again = browser.post(address)
    assert (again.status_code, "đã bắt đầu hoặc đã hủy" in again.content.decode()) == (409, True)


def test_an_hour_gone_by_is_refused_at_its_field_and_the_choice_stays(
    cast: Cast, as_: As, stories: list[Article]
) -> None:
    for do in ("luu", "tu-dong"):
        page = as_(cast.sen).post("/viec/trang-chu/", form(cast, do, lead=stories[0].pk, starts="2026-11-16T07:00"))
        shown = page.context["form"]
        assert (page.status_code, shown["lead"].value(), shown["starts"].value()) == (
            422,
            str(stories[0].pk),
            "2026-11-16T07:00",
        )
        assert shown.errors["starts"] == [
            "Giờ bắt đầu phải ở phía trước, trong vòng nửa năm; bỏ trống nếu muốn đổi ngay. (Điều 8.3, 12.1)"
        ]
    assert not HomeArrangement.objects.exists()


def test_arrows_move_a_section_without_keeping_anything(cast: Cast, as_: As, stories: list[Article]) -> None:
    moved = f"xuong:{cast.sections['chuyen-mon'].pk}"
    page = as_(cast.sen).post("/viec/trang-chu/", form(cast, moved, lead=stories[1].pk))
    order = [row["show"].label for row in page.context["form"].rows()]
    assert (page.status_code, order) == (200, ["Đoàn – Đội", "Chuyên môn", "Thông báo"])
    assert page.context["form"]["lead"].value() == str(stories[1].pk)
    assert not HomeArrangement.objects.exists()


def test_the_page_in_small_is_for_those_who_arrange_and_shows_what_any_reader_sees(
    cast: Cast, as_: As, client: Client, stories: list[Article]
) -> None:
    address = "/viec/trang-chu/xem-thu/"
    inside = cast.published(cast.lan, title="Nội bộ", section="trao-doi", audience="internal")
    assert [as_(one).get(address).status_code for one in (cast.sen, cast.ha, cast.cuc, cast.lan)] == [
        200,
        200,
        403,
        403,
    ]
    page = as_(cast.sen).get(address, {"lead": inside.pk, "pin": ["x", inside.pk], "show": "0"})
    assert (page.context["lead"]["title"], page.context["pinned"], page.context["news_by_section"]) == ("Bốn", [], [])
    assert (page.context["chrome"]["person"], page["Cache-Control"]) == (None, "private, no-store")


def test_the_arranging_screen_asks_a_fixed_number_of_questions(cast: Cast, as_: As, stories: list[Article]) -> None:
    browser, told = as_(cast.sen), []
    for days in ((1,), (2, 3)):
        for day in days:
            choose(cast, lead=stories[0].pk, pins=[stories[1].pk], starts=NOW + timedelta(days=day))
        with CaptureQueriesContext(connection) as asked:
            browser.get("/viec/trang-chu/")
        told.append(len(asked))
    assert told == [told[0], told[0]]
