"""What a superuser does in Wagtail's own screens is seen by readers at once, or is not done at all (Điều 14.2, 15.3)."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from portal.base import epoch
from portal.people.middleware import TechnicalDoorMiddleware
from portal.people.models import Person
from tests.cast import PASSWORD, Cast

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
