"""Sections and topics: begun and reworded at the desk, up once approved; and the desk's menu."""

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from portal.desk.context import desk
from portal.desk.menu import desk_menu
from portal.news.models import Section, Topic
from portal.people import offices
from portal.people.models import Person
from tests.cast import NOW, Cast

As = Callable[[Person], Client]


def test_the_board_sees_every_section_and_others_see_none(cast: Cast, as_: As) -> None:
    answers = [as_(person).get("/viec/chuyen-muc/").status_code for person in (cast.sen, cast.cuc, cast.lan, cast.vy)]
    assert answers == [200, 200, 404, 404]
    groups = as_(cast.sen).get("/viec/chuyen-muc/").context["groups"]
    assert [(title, len(pages)) for title, pages in groups] == [("Chuyên mục", 4), ("Chuyên đề", 0)]


def test_a_new_section_is_up_only_once_approved(cast: Cast, as_: As) -> None:
    words = {"title": "Thư viện", "intro": "Sách mới mỗi tuần.", "audience": "public", "position": 50}
    answer = as_(cast.sen).post("/viec/chuyen-muc/moi/", words)
    section = Section.objects.get(slug="thu-vien")
    assert (answer.url, section.live) == (f"/viec/{section.pk}/tuyen/", False)  # type: ignore[attr-defined]
    as_(cast.sen).post(f"/viec/{section.pk}/trinh/")
    seen = as_(cast.ha).get(f"/viec/{section.pk}/").context["actions"][0]
    assert (seen["label"], seen["primary"]) == ("Duyệt đăng bản 1", True)
    as_(cast.ha).post(f"/viec/{section.pk}/duyet/", seen["form"].initial)
    assert Section.objects.get(pk=section.pk).live


def test_a_name_already_taken_is_said_at_its_field(cast: Cast, as_: As) -> None:
    answer = as_(cast.sen).post("/viec/chuyen-de/moi/", {"title": "Chuyên môn", "intro": "Trùng tên"})
    assert (answer.status_code, answer.context["form"].errors) == (422, {"title": ["Đã có trang mang tên này."]})
    assert answer.context["form"]["intro"].value() == "Trùng tên"


def test_a_topic_is_begun_and_reworded(cast: Cast, as_: As) -> None:
    browser = as_(cast.sen)
    browser.post("/viec/chuyen-de/moi/", {"title": "Mùa khai trường", "intro": ""})
    topic = Topic.objects.get()
    address = f"/viec/chuyen-muc/{topic.pk}/sua/"
    based_on = browser.get(address).context["form"].initial["based_on"]
    browser.post(address, {"title": "Mùa khai trường", "intro": "Những ngày đầu năm.", "based_on": based_on})
    assert "Những ngày đầu năm." in browser.get(f"/viec/{topic.pk}/").content.decode()
    late = browser.post(address, {"title": "Mùa khai giảng", "intro": "", "based_on": based_on})
    assert late.status_code == 409
    assert late.context["form"]["title"].value() == "Mùa khai giảng"


def test_rewording_leaves_what_is_up_until_the_new_words_are_approved(cast: Cast, as_: As) -> None:
    section, browser = cast.sections["chuyen-mon"], as_(cast.sen)
    address = f"/viec/chuyen-muc/{section.pk}/sua/"
    based_on = browser.get(address).context["form"].initial["based_on"]
    browser.post(address, {"title": section.title, "intro": "Tin của các tổ chuyên môn.", "based_on": based_on})
    kept = Section.objects.get(pk=section.pk)
    assert (kept.live, kept.intro) == (True, "")
    found = browser.get(f"/viec/{section.pk}/").context["difference"]
    assert [part.html for part in found.parts if part.kind == "ins"] == ["Tin của các tổ chuyên môn."]


def test_an_article_is_not_reworded_here(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy)
    assert as_(cast.sen).get(f"/viec/chuyen-muc/{article.pk}/sua/").status_code == 404


def test_the_menu_lists_what_an_office_opens(cast: Cast) -> None:
    titles = {
        name: {entry["title"] for entry in desk_menu(cast.people[name], offices.board(NOW), NOW, "/viec/3/")}
        for name in ("sen", "vy", "phu")
    }
    assert {"Việc của tôi", "Chuyên mục"} <= titles["sen"]
    assert ("Chuyên mục" in titles["vy"], "Viết bài" in titles["phu"]) == (False, False)
    assert [name for name in titles if "Cổng nội bộ" in titles[name]] == ["sen"]
    current = [entry["title"] for entry in desk_menu(cast.sen, offices.board(NOW), NOW, "/viec/3/") if entry["current"]]
    assert current == ["Việc của tôi"]


def test_the_menu_asks_nothing_for_strangers(cast: Cast) -> None:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    with CaptureQueriesContext(connection) as found:
        assert desk(request)["desk_menu"]() == []
    assert len(found) == 0
