"""Who has a text open is told before anyone types; nobody is kept out (R-OPEN-01)."""

from datetime import date, timedelta

import pytest
from django.test import Client

from portal.base import clock
from portal.base.models import JournalEntry, Parameter
from portal.news.models import Article, Editing
from portal.people.models import Person
from tests.cast import NOW, Cast
from tests.news.screen import sit_down


def at(minutes: float) -> None:
    clock.set_to(NOW + timedelta(minutes=minutes), freeze=True)


def beat(person: Person, article: Article, **said: str) -> str:
    client = Client()
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    answer = client.post(f"/viet/{article.pk}/dang-mo/", said)
    assert answer.status_code == 200
    return answer.content.decode().strip()


@pytest.fixture
def article(cast: Cast) -> Article:
    return cast.article(cast.lan)


def test_whoever_opens_a_text_is_told_who_has_it_open_and_when_he_typed(
    cast: Cast, client: Client, article: Article
) -> None:
    beat(cast.lan, article)
    seen = sit_down(client, cast.sen, f"/viet/{article.pk}/").html
    assert "<b>Hoàng Lan</b> đang mở bài này từ 8:00, chưa sửa gì." in seen
    at(1.5)
    beat(cast.lan, article, doi="1")
    seen = sit_down(client, cast.sen, f"/viet/{article.pk}/").html
    assert "<b>Hoàng Lan</b> đang mở bài này, sửa lần cuối 8:01." in seen
    assert '<a href="#id_title">Tôi sửa thay</a>' in seen
    assert "đang mở bài này" not in sit_down(client, cast.lan, f"/viet/{article.pk}/").html


def test_opening_alone_marks_nobody(cast: Cast, client: Client, article: Article) -> None:
    sit_down(client, cast.lan, f"/viet/{article.pk}/")
    client.head(f"/viet/{article.pk}/")
    assert Editing.objects.count() == 0


def test_every_press_marks_who_pressed(cast: Cast, client: Client, article: Article) -> None:
    sit_down(client, cast.lan, f"/viet/{article.pk}/").press("add:heading")
    row = Editing.objects.get()
    assert (row.person, row.since, row.seen_at, row.typed_at) == (cast.lan, NOW, NOW, NOW)


def test_the_open_page_hears_of_others_and_of_another_text_kept_meanwhile(
    cast: Cast, client: Client, article: Article
) -> None:
    seen = cast.case(article).hash
    assert beat(cast.lan, article, based_on=seen) == ""
    sit_down(client, cast.sen, f"/viet/{article.pk}/").press("save", title="Tên của Thư ký")
    heard = beat(cast.lan, article, based_on=seen)
    assert "Bài vừa được lưu một bản khác lúc" in heard
    assert "<b>Vũ Thị Sen</b> đang mở bài này, sửa lần cuối 8:00." in heard


def test_it_is_soft_both_may_save_and_the_hash_decides(cast: Cast, client: Client, article: Article) -> None:
    hers = sit_down(client, cast.lan, f"/viet/{article.pk}/").press("add:heading")
    sit_down(Client(), cast.sen, f"/viet/{article.pk}/").press("save", title="Tên của Thư ký")
    hers.press("save", title="Tên của Lan")
    assert (hers.answer.status_code, hers.fields["title"]) == (409, ["Tên của Lan"])


def test_a_silent_page_is_forgotten_after_some_minutes(cast: Cast, client: Client, article: Article) -> None:
    beat(cast.lan, article)
    at(2.9)
    assert "Hoàng Lan" in beat(cast.sen, article)
    at(3)
    assert beat(cast.sen, article) == ""
    assert [row.person for row in Editing.objects.all()] == [cast.sen]


def test_how_long_is_a_dated_parameter(cast: Cast, client: Client, article: Article) -> None:
    Parameter.objects.create(name="news.open_minutes", value="10", clause="", valid_from=date(2026, 11, 16))
    beat(cast.lan, article)
    at(9)
    assert "Hoàng Lan" in beat(cast.sen, article)


def test_coming_back_after_a_long_time_is_a_new_beginning(cast: Cast, article: Article) -> None:
    beat(cast.lan, article, doi="1")
    at(60)
    beat(cast.lan, article)
    row = Editing.objects.get()
    assert (row.since, row.typed_at) == (NOW + timedelta(minutes=60), None)


def test_leaving_is_told(cast: Cast, article: Article) -> None:
    beat(cast.lan, article)
    beat(cast.lan, article, roi="1")
    assert (beat(cast.sen, article), Editing.objects.filter(person=cast.lan).exists()) == ("", False)


@pytest.mark.parametrize("who, expected", [("phu", 404), ("khoa", 404), ("cuc", 403), ("sen", 200)])
def test_only_who_may_edit_has_it_open(cast: Cast, client: Client, article: Article, who: str, expected: int) -> None:
    lines = JournalEntry.objects.count()
    client.force_login(cast.people[who], "django.contrib.auth.backends.ModelBackend")
    assert client.post(f"/viet/{article.pk}/dang-mo/").status_code == expected
    assert client.get(f"/viet/{article.pk}/dang-mo/").status_code == 405
    assert (Editing.objects.count(), JournalEntry.objects.count()) == (int(expected == 200), lines)
