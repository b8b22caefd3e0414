"""The front door: what leads, what was announced, what is new."""

from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from portal.approval import actions as approval
from portal.base import clock
from portal.base.models import School
from portal.news import actions as news
from portal.news.models import Article
from portal.news.presenters import address
from portal.website.front import PLACES
from tests.cast import NOW, Cast
from tests.website.pictures import a_picture, shown

WORDS = {"type": "paragraph", "value": "Cả trường cùng dự."}


def test_the_newest_article_with_a_picture_leads(cast: Cast, client: Client) -> None:
    picture = shown(a_picture(cast.lan), "Giờ ra chơi")
    cast.published(cast.lan, title="Cũ, có ảnh", at=NOW - timedelta(days=2), body=[picture, WORDS])
    cast.published(cast.lan, title="Mới, có ảnh", at=NOW - timedelta(days=1), body=[WORDS, picture])
    cast.published(cast.lan, title="Mới nhất")
    page = client.get("/").context
    assert (page["lead"]["title"], page["lead"]["picture_alt"]) == ("Mới, có ảnh", "Học sinh ở sân trường")
    assert [item["title"] for item in page["latest"]] == ["Mới nhất", "Cũ, có ảnh"]


def test_notices_photos_and_sections_each_have_their_place(cast: Cast, client: Client) -> None:
    picture = shown(a_picture(cast.lan))
    cast.published(
        cast.lan, title="Lịch kiểm tra", notice=True, section="thong-bao", expires_at=NOW + timedelta(days=9)
    )
    cast.published(cast.lan, title="Ngày hội", genre="anh-hoat-dong", section="doan-doi", consent=True, body=[picture])
    cast.published(cast.lan, title="Dự giờ", body=[picture, WORDS])
    cast.published(cast.lan, title="Mở kho sách")
    page = client.get("/").context
    assert [item["title"] for item in page["notices"]] == ["Lịch kiểm tra"]
    assert [item["title"] for item in page["photos"]] == ["Ngày hội"]
    assert [
        (group["section"]["url"], [one["title"] for one in group["items"]]) for group in page["news_by_section"]
    ] == [("/chuyen-mon/", ["Mở kho sách"]), ("/doan-doi/", ["Ngày hội"])]
    assert page["lead"]["title"] == "Dự giờ"


def test_what_approved_articles_announce_for_today_stands_under_today(cast: Cast, client: Client) -> None:
    cast.published(
        cast.lan, title="Hội thảo", event_start=NOW.replace(hour=7), event_end=NOW.replace(hour=9), place="Hội trường"
    )
    cast.published(cast.lan, title="Ngày mai", event_start=NOW + timedelta(days=1))
    cast.article(cast.lan, title="Chưa duyệt", event_start=NOW)
    page = client.get("/")
    today = page.context["today"]
    assert [(one["time"], one["title"], one["note"], one["now"]) for one in today] == [
        ("07:00", "Hội thảo", "Hội trường", True)
    ]
    assert "chưa có việc nào" not in page.content.decode()


def test_insiders_also_see_what_is_internal(cast: Cast, client: Client) -> None:
    cast.published(cast.lan, title="Họp tổ", section="trao-doi", audience="internal")
    assert client.get("/").context["lead"] is None
    client.force_login(cast.phu)
    assert client.get("/").context["lead"] is None
    client.force_login(cast.khoa)
    page = client.get("/")
    assert page.context["lead"]["title"] == "Họp tổ"
    assert page["Cache-Control"] == "private, no-store"
    door = page.context["chrome"]["menu"][-1]
    assert (door["title"], door["url"], door.get("aside")) == ("Cổng nội bộ", "/noi-bo/", True)


def test_the_home_page_asks_a_fixed_number_of_questions(
    cast: Cast, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    picture = shown(a_picture(cast.lan))
    for before, rows in pairwise((0, 1, 3, 30)):
        for number in range(before, rows):
            section = "chuyen-mon" if number % 2 else "doan-doi"
            cast.published(cast.lan, title=f"Bài {number}", section=section, notice=number % 5 == 1, body=[picture, WORDS],
                           expires_at=NOW + timedelta(days=9) if number % 5 == 1 else None)  # fmt: skip
        with django_assert_num_queries(15 if rows > 1 else 14):  # of one, nothing is left for the sections
            # clock twice, layout, newest, notices, photos, sections, theirs, pictures, topics, days, places, school, menu, urgent
            client.get("/")


def test_what_the_board_chose_costs_one_question_more(
    cast: Cast, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    picture = shown(a_picture(cast.lan))
    made = [cast.published(cast.lan, title=f"Bài {number}", body=[picture, WORDS]) for number in range(6)]
    shown_sections = [cast.sections[name].pk for name in ("doan-doi", "chuyen-mon")]
    for pins in (1, 3):
        news.arrange_home(lead=made[0].pk, pins=[one.pk for one in made[1 : 1 + pins]], shown=shown_sections, by=cast.sen,
                          at=NOW, channel="test")  # fmt: skip
        with django_assert_num_queries(16):
            page = client.get("/")
        assert (page.context["lead"]["title"], len(page.context["pinned"])) == ("Bài 0", pins)


def test_an_empty_portal_says_so(cast: Cast, client: Client) -> None:
    page = client.get("/")
    assert "Chưa có bài nào được đăng." in page.content.decode()
    assert page.context["lead"] is None


def test_a_portal_without_a_school_still_answers(db: None, client: Client) -> None:
    assert not School.objects.exists()
    assert client.get("/").status_code == 200


EVENTS = (
    ("Hội sách", timedelta(days=-1), timedelta(days=1)),  # begun yesterday, goes on
    ("Chào cờ", timedelta(hours=-1), timedelta(minutes=-30)),  # over
    ("Dự giờ", timedelta(0), timedelta(hours=1)),
    ("Họp phụ huynh", timedelta(hours=11), None),
    ("Ngày hội", timedelta(days=1), timedelta(days=3)),
    ("Thi thử", timedelta(days=2, hours=-8), None),  # a day, no hour
    ("Đã qua", timedelta(days=-2), timedelta(days=-1, hours=-9)),
)


def test_today_and_the_days_ahead_stand_by_the_hour(cast: Cast, client: Client) -> None:
    for title, begins, ends in EVENTS:
        cast.published(cast.lan, title=title, event_start=NOW + begins, event_end=NOW + ends if ends else None)
    page = client.get("/").context
    assert [(one["time"], one["title"], one["now"], one["over"]) for one in page["today"]] == [
        ("Cả ngày", "Hội sách", True, False), ("07:00", "Chào cờ", False, True), ("08:00", "Dự giờ", True, False),
        ("19:00", "Họp phụ huynh", False, False),
    ]  # fmt: skip
    assert [(one["title"], one["hour"], one["last"]) for one in page["ahead"]] == [
        ("Ngày hội", "08:00", NOW + timedelta(days=3)), ("Thi thử", "", None),
    ]  # fmt: skip


def test_a_day_without_events_says_so_and_names_the_next(cast: Cast, client: Client) -> None:
    assert "Hôm nay chưa có việc nào được báo trên cổng.</p>" in client.get("/").content.decode()
    cast.published(cast.lan, title="Hội khỏe", event_start=NOW + timedelta(days=3))
    words = client.get("/").content.decode()
    assert 'Gần nhất: <a href="/tin-bai/hoi-khoe/">Hội khỏe</a>' in words


@pytest.fixture
def pages(cast: Cast) -> dict[str, Article]:
    """A page in each place the home page shows, with links where links belong."""
    shelf = news.begin_section(title="Trang", intro="", field=cast.fields["vp"], audience="public", shape="pages",
                               by=cast.sen, at=NOW, channel="test")  # fmt: skip
    cast.up(shelf, cast.sen)
    links = [
        {
            "type": "links",
            "value": [{"title": "Sổ liên lạc", "url": "https://lienlac.edu.vn/", "note": "Điểm, điểm danh"}],
        }
    ]
    made = {}
    for key in PLACES:
        body = links if key in ("services", "campaigns") else [WORDS]
        made[key] = cast.published(cast.lan, title=f"Trang {key}", section="trang", body=body)
        news.stand(key, [made[key].pk], by=cast.sen, at=NOW, channel="test")
    return made


def test_what_stands_in_the_named_places_has_its_part_and_flows_nowhere(
    cast: Cast, client: Client, pages: dict[str, Article]
) -> None:
    page = client.get("/").context
    assert [(door["key"], door["url"], door["at"]) for door in page["doors"]] == [
        ("notices", "/tin-bai/?chi=thong-bao", None), ("timetable", "/thoi-khoa-bieu/", NOW),
        ("fees", "/cac-khoan-thu/", NOW), ("admissions", "/tuyen-sinh/", NOW), ("contact", "/lien-he/", NOW),
    ]  # fmt: skip
    assert [(one["title"], [(item["title"], item["url"]) for item in one["items"]]) for one in page["papers"]] == [
        ("Công khai", [("Trang disclosures", "/cong-khai/trang-disclosures/")]),
        ("Văn bản", [("Trang documents", "/van-ban/trang-documents/")]),
    ]
    shown = [{"title": "Sổ liên lạc", "url": "https://lienlac.edu.vn/", "text": "Điểm, điểm danh"}]
    assert (page["services"], page["campaigns"]) == (shown, shown)
    assert (page["lead"], page["latest"], page["news_by_section"]) == (None, [], [])


def test_a_page_that_stands_still_may_be_pinned_in_its_season(
    cast: Cast, client: Client, pages: dict[str, Article]
) -> None:
    news.arrange_home(lead=None, pins=[pages["admissions"].pk], shown=[], by=cast.sen, at=NOW, channel="test")
    page = client.get("/").context
    assert (titles(page["pinned"]), page["lead"], page["latest"]) == (["Trang admissions"], None, [])


def test_what_was_taken_down_leaves_its_part(cast: Cast, client: Client, pages: dict[str, Article]) -> None:
    topic = news.begin_topic(title="An toàn giao thông", intro="Từ cổng trường.", by=cast.sen, at=NOW, channel="test")
    cast.up(topic, cast.sen)
    for key in ("services", "disclosures", "fees", "campaigns"):
        approval.withdraw(pages[key], ground="error", reason="Sai số.", by=cast.ha, at=NOW, channel="test")
    page = client.get("/").context
    assert (page["services"], page["papers"][0]["items"], page["doors"][2]["at"]) == ([], [], None)
    assert page["campaigns"] == [{"title": "An toàn giao thông", "url": address(topic), "text": "Từ cổng trường."}]


def test_a_section_of_notices_stands_once_only(cast: Cast, client: Client) -> None:
    cast.published(cast.lan, title="Lịch thi", notice=True, section="thong-bao", expires_at=NOW + timedelta(days=9))
    cast.published(cast.lan, title="Mở đầu")
    cast.published(cast.lan, title="Lớp bơi", section="thong-bao")
    page = client.get("/").context
    assert (titles(page["notices"]), [one["section"]["title"] for one in page["news_by_section"]]) == (
        ["Lịch thi"], ["Chuyên môn"],
    )  # fmt: skip


def titles(items: list[dict[str, Any]]) -> list[str]:
    return [item["title"] for item in items]


def test_every_door_of_the_parents_opens_at_one_tap_and_the_urgent_notice_at_one(cast: Cast, client: Client) -> None:
    notice = urgent_notice(cast, "Nghỉ học ngày 17/11 vì bão", NOW + timedelta(hours=9))
    page = client.get("/")
    assert [client.get(door["url"]).status_code for door in page.context["doors"]] == [200] * 5
    assert [(one["title"], one["url"]) for one in page.context["chrome"]["urgent"]] == [
        ("Nghỉ học ngày 17/11 vì bão", address(notice))
    ]
    assert client.get(address(notice)).status_code == 200


def urgent_notice(cast: Cast, title: str, until: datetime) -> Article:
    """An urgent notice from a form the Head approved, up at once by the Head."""
    form = news.draw_up_template(title="Nghỉ vì bão", text="Học sinh nghỉ.", by=cast.sen, at=NOW, channel="test")
    news.approve_template(form, by=cast.ha, at=NOW, channel="test")
    return cast.published(
        cast.sen, title=title, section="thong-bao", notice=True, urgent_template=form.pk, expires_at=until
    )


def test_an_urgent_notice_tops_every_page_until_the_second_it_ends(cast: Cast, client: Client) -> None:
    ends = NOW + timedelta(hours=9)
    notice = urgent_notice(cast, "Nghỉ học vì bão", ends)
    plain = cast.published(cast.lan, title="Lịch thi", notice=True, section="thong-bao", expires_at=ends)
    places = ["/", "/chuyen-mon/", address(plain), "/ban-bien-tap/", "/tim-kiem/", "/khong-co-trang-nay/"]

    def told(at: datetime) -> list[int]:
        clock.set_to(at, freeze=True)
        return [client.get(place).content.decode().count('<section class="urgent"') for place in places]

    assert told(NOW) == [1] * len(places)
    assert titles(client.get("/").context["chrome"]["urgent"]) == ["Nghỉ học vì bão"]
    assert (told(ends - timedelta(seconds=1))[0], told(ends)[0]) == (1, 0)
    client.force_login(cast.sen)
    clock.set_to(NOW, freeze=True)
    assert 'class="urgent"' in client.get("/viec-cua-toi/").content.decode()
    approval.withdraw(notice, ground="error", reason="Sai ngày.", by=cast.ha, at=NOW, channel="test")
    assert client.get("/").context["chrome"]["urgent"] == []
