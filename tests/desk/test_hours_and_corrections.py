"""From the review page: an hour to appear at, chosen as people say it; a correction dropped again."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from portal.base.clock import ZONE
from portal.desk.rules import usual_hours
from portal.news import actions as news
from portal.news.models import Article
from portal.people.models import Person
from tests.cast import NOW, Cast

As = Callable[[Person], Client]


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    "now,expected",
    [
        (at(16, 8), [("Hôm nay", at(16, 17)), ("Sáng mai", at(17, 6, 30)), ("Hết tuần", at(20, 17))]),
        (at(16, 17), [("Sáng mai", at(17, 6, 30)), ("Hết tuần", at(20, 17))]),
        (at(20, 9, 13), [("Hôm nay", at(20, 17)), ("Sáng mai", at(21, 6, 30))]),
        (at(20, 18), [("Sáng mai", at(21, 6, 30))]),
        (at(21, 9), [("Hôm nay", at(21, 17)), ("Sáng mai", at(22, 6, 30)), ("Hết tuần", at(27, 17))]),
        (at(30, 23, 59), [("Sáng mai", datetime(2026, 12, 1, 6, 30, tzinfo=ZONE)),
                          ("Hết tuần", datetime(2026, 12, 4, 17, tzinfo=ZONE))]),
    ],
)  # fmt: skip
def test_the_hours_people_mean_those_to_come(now: datetime, expected: list[tuple[str, datetime]]) -> None:
    assert usual_hours(now) == expected


@pytest.fixture
def article(cast: Cast) -> Article:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    return article


def set_hour(browser: Client, article: Article, **typed: str) -> Any:
    return browser.post(f"/viec/{article.pk}/hen-gio/", typed)


def test_a_usual_hour_is_one_tap(cast: Cast, as_: As, article: Article) -> None:
    browser = as_(cast.sen)
    html = browser.get(f"/viec/{article.pk}/").content.decode()
    for told in ("Hôm nay (17:00 thứ Hai 16/11)", "Sáng mai (06:30 thứ Ba 17/11)", "Hết tuần (17:00 thứ Sáu 20/11)"):
        assert html.count(told) == 1
    assert set_hour(browser, article, usual=at(17, 6, 30).isoformat()).status_code == 302
    assert cast.case(article).publish_at == at(17, 6, 30)


def test_a_usual_hour_wins_over_what_stands_in_the_other_field(cast: Cast, as_: As, article: Article) -> None:
    set_hour(as_(cast.sen), article, usual=at(16, 17).isoformat(), at="không phải giờ")
    assert cast.case(article).publish_at == at(16, 17)


def test_another_hour_is_written_down(cast: Cast, as_: As, article: Article) -> None:
    assert set_hour(as_(cast.sen), article, usual="", at="2026-11-25T07:15").status_code == 302
    assert cast.case(article).publish_at == at(25, 7, 15)


@pytest.mark.parametrize(
    "typed,sentence",
    [
        ({}, "Hãy chọn giờ đăng. (Điều 12.1)"),
        ({"at": "mai"}, "Giờ đăng chưa đúng; ví dụ 17:00 20/11/2026."),
        ({"usual": (NOW - timedelta(hours=1)).isoformat()}, "Giờ ấy vừa qua; hãy chọn giờ khác. (Điều 12.1)"),
        ({"at": "2026-11-01T07:00"}, "Giờ đăng phải ở phía trước. (Điều 12.1)"),
        ({"at": "2028-01-01T07:00"}, "Giờ đăng xa nhất là hết năm 2027. (Điều 12.1)"),
    ],
)
def test_what_is_wrong_with_an_hour_is_said_at_its_field(
    cast: Cast, as_: As, article: Article, typed: dict[str, str], sentence: str
) -> None:
    answer = set_hour(as_(cast.sen), article, **typed)
    assert (answer.status_code, cast.case(article).publish_at) == (422, None)
    assert answer.content.decode().count(sentence) == 1


def test_a_correction_is_dropped_from_the_review_page(cast: Cast, as_: As) -> None:
    article = cast.published(cast.vy)
    browser, address = as_(cast.vy), f"/viec/{article.pk}/"
    reader = Client().get(f"/tin-bai/{article.slug}/").content
    browser.post(f"{address}dinh-chinh/")
    news.edit(article, {"title": "Sửa dở"}, by=cast.vy, at=NOW, channel="test")
    offered = [action["key"] for action in browser.get(address).context["actions"]]
    assert offered == ["trinh", "hen-gio", "bo-dinh-chinh"]
    assert browser.get(f"{address}bo-dinh-chinh/").status_code == 200
    assert cast.case(article).correcting
    assert browser.post(f"{address}bo-dinh-chinh/").url == address
    page = browser.get(address)
    assert (page.context["item"]["state"], page.context["item"]["title"]) == ("published", article.title)
    assert [action["key"] for action in page.context["actions"]] == ["dinh-chinh"]
    assert Client().get(f"/tin-bai/{article.slug}/").content == reader


def test_a_correction_under_review_is_not_dropped_but_says_how(cast: Cast, as_: As) -> None:
    article = cast.published(cast.vy)
    browser, address = as_(cast.vy), f"/viec/{article.pk}/"
    browser.post(f"{address}dinh-chinh/")
    cast.submit(article, cast.vy)
    answer = browser.post(f"{address}bo-dinh-chinh/")
    assert (answer.status_code, cast.case(article).state) == (409, "in_review")
    assert "bài đang xét thì rút về trước. (Điều 12.3)" in answer.content.decode()
