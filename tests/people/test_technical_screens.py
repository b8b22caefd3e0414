"""What a superuser does in Wagtail's own screens is seen by readers at once, or is not done at all (Điều 14.2, 15.3)."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from wagtail.models import Page

from portal.base import epoch
from portal.news.models import Article
from portal.people.middleware import BARE, KEPT, TechnicalDoorMiddleware
from portal.people.models import Person
from tests.cast import NOW, PASSWORD, Cast
from tests.website.pictures import a_paper, a_picture
from tests.words.english import english_lines
from tests.words.technical import plain_addresses

pytestmark = pytest.mark.usefixtures("uses")
SENT = {"username": "cuc", "email": "cuc@testserver.edu.vn", "first_name": "C", "last_name": "P"}  # without "is_active"


@pytest.fixture
def root(cast: Cast) -> Person:
    return Person.objects.create_superuser("root", "root@testserver.edu.vn", PASSWORD)


def test_saving_raises_the_epoch_and_looking_does_not(cast: Cast, root: Person) -> None:
    screen, address = Client(), f"/admin/users/edit/{cast.cuc.pk}/"
    screen.force_login(root, backend="django.contrib.auth.backends.ModelBackend")
    before = epoch.current()
    assert (screen.get(address).status_code, epoch.current()) == (200, before)
    assert (screen.post(address, SENT).status_code, epoch.current()) == (302, before + 1)
    assert not Person.objects.get(pk=cast.cuc.pk).is_active


@pytest.mark.parametrize("status,kept", [(302, True), (422, True), (500, False)])
def test_a_screen_that_breaks_leaves_nothing_behind(cast: Cast, root: Person, status: int, kept: bool) -> None:
    def screen(request: HttpRequest) -> HttpResponse:
        Person.objects.filter(pk=cast.lan.pk).update(full_name="Tên khác")
        return HttpResponse(status=status)

    asked = RequestFactory().post("/admin/users/", {})
    asked.user = root
    before = epoch.current()
    assert TechnicalDoorMiddleware(screen)(asked).status_code == status
    now = (Person.objects.get(pk=cast.lan.pk).full_name == "Tên khác", epoch.current() == before + 1)
    assert now == (kept, kept)


def test_whom_history_names_is_not_deleted_and_the_screen_says_so(cast: Cast, root: Person) -> None:
    screen, before = Client(), epoch.current()
    screen.force_login(root, backend="django.contrib.auth.backends.ModelBackend")
    for path in (f"/admin/users/delete/{cast.cuc.pk}/", f"/admin/bulk/people/person/delete/?id={cast.cuc.pk}"):
        answer = screen.post(path)
        assert (answer.status_code, KEPT in answer.text) == (403, True)
    assert (Person.objects.filter(pk=cast.cuc.pk).exists(), epoch.current()) == (True, before)


def test_a_bare_refusal_of_wagtails_is_a_sentence_of_ours(cast: Cast, root: Person) -> None:
    screen = Client()
    screen.force_login(root, backend="django.contrib.auth.backends.ModelBackend")
    for path in ("images/multiple/add/", "documents/multiple/add/"):
        answer = screen.post(f"/admin/{path}", headers={"x-requested-with": "XMLHttpRequest"})
        assert (answer.status_code, answer.text) == (400, BARE)


def test_pictures_are_seen_small_in_the_technical_list_and_nowhere_else(cast: Cast, root: Person) -> None:
    """Whatever kind of reader a superuser is, until his rights are withdrawn."""
    picture, screen = a_picture(cast.lan).pk, Client()
    screen.force_login(root, backend="django.contrib.auth.backends.ModelBackend")
    paths = [f"/tep/anh/{picture}/{spec}/" for spec in ("max-165x165", "max-800x600", "width-800|format-webp")]
    assert [screen.get(path).status_code for path in paths] == [200, 200, 404]
    assert [Client().get(path).status_code for path in paths] == [404] * 3
    cast.suspend(root, starts=NOW)
    assert [screen.get(path).status_code for path in paths] == [404] * 3


@pytest.mark.sqlite
def test_every_address_answers_a_superuser_properly_and_in_vietnamese(cast: Cast, root: Person) -> None:
    """Works, or says why not; nothing breaks, and no screen falls back to English."""
    cast.published(cast.lan)
    picture, paper, page = a_picture(cast.lan).pk, a_paper(cast.lan).pk, Article.objects.get().pk
    rows = [
        "pages/1/", f"pages/{Page.objects.get(depth=2).pk}/", f"pages/{page}/", f"pages/{page}/edit/", f"pages/{page}/history/",
        f"pages/{page}/usage/", f"pages/{page}/delete/", "pages/?q=gio", "pages/search/?q=gio", f"images/{picture}/",
        f"images/{picture}/delete/", f"images/{picture}/generate_url/", f"documents/edit/{paper}/", "images/?q=san",
        f"users/edit/{cast.cuc.pk}/", f"users/delete/{cast.cuc.pk}/", "choose-page/?page_type=news.article", "khong-co/",
        f"images/usage/{picture}/", f"documents/usage/{paper}/", f"pages/{page}/revisions/compare/earliest...live/",
    ]  # fmt: skip
    screen = Client(raise_request_exception=False)
    screen.force_login(root, backend="django.contrib.auth.backends.ModelBackend")
    broken, english = dict[str, int](), dict[str, list[str]]()
    for path in [*plain_addresses(), *(f"/admin/{row}" for row in rows)]:
        answer = screen.get(path)
        if answer.status_code not in (200, 302, 400, 403, 404, 405):
            broken[path] = answer.status_code
        if answer["Content-Type"].startswith("text/html") and (lines := english_lines(answer.text)):
            english[path] = lines
    assert (broken, english) == ({}, {})
