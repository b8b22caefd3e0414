"""The front door: what leads, what was announced, what is new."""

from datetime import timedelta
from itertools import pairwise

from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from portal.base.models import School
from portal.news import actions as news
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
    assert [(one["title"], one.get("aside")) for one in page.context["chrome"]["menu"]][-1] == (
        "Cổng nội bộ",
        True,
    )


def test_the_home_page_asks_a_fixed_number_of_questions(
    cast: Cast, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    picture = shown(a_picture(cast.lan))
    for before, rows in pairwise((0, 1, 3, 30)):
        for number in range(before, rows):
            section = "chuyen-mon" if number % 2 else "doan-doi"
            cast.published(cast.lan, title=f"Bài {number}", section=section, notice=number % 5 == 1, body=[picture, WORDS],
                           expires_at=NOW + timedelta(days=9) if number % 5 == 1 else None)  # fmt: skip
        with django_assert_num_queries(14):
            # clock twice, layout, newest, notices, photos, sections, pictures, topics, days, places, school, menu, urgent
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
        with django_assert_num_queries(15):
            page = client.get("/")
        assert (page.context["lead"]["title"], len(page.context["pinned"])) == ("Bài 0", pins)


def test_an_empty_portal_says_so(cast: Cast, client: Client) -> None:
    page = client.get("/")
    assert "Chưa có bài nào được đăng." in page.content.decode()
    assert page.context["lead"] is None


def test_a_portal_without_a_school_still_answers(db: None, client: Client) -> None:
    assert not School.objects.exists()
    assert client.get("/").status_code == 200
