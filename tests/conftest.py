from collections.abc import Callable

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker
from wagtail.models import Page

from portal.base import clock, epoch, remembered
from tests.cast import NOW, Cast, assemble, reread
from tests.chromium import MIGRATED
from tests.snapshot import Change, Kept, Made, put_back, take


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """Databases are emptied under the tests, and their epochs begin again."""
    remembered.forget()


@pytest.fixture
def as_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """For walks of many pages that change nothing: a process remembers for one epoch within the test's own transaction, as it
    does at school outside one. Whoever undoes a change on the way calls `remembered.forget`."""

    def present() -> int:
        row = connection.connection.execute(epoch.ASKED).fetchone()  # no query of the page's
        return row[0] if row else 0

    monkeypatch.setattr(remembered, "_present", present)


@pytest.fixture(scope="session")
def school_rows(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> list[Change]:
    """The rows of the cast's school, set up once a process by the real verbs."""

    def set_up() -> None:
        clock.set_to(NOW, freeze=True)
        assemble()

    with django_db_blocker.unblock():
        if not Page.objects.exists():  # a test that commits came before, and its rows went with it
            connection.creation.deserialize_db_from_string(MIGRATED["contents"])
        return take(set_up)


@pytest.fixture
def cast(school_rows: list[Change], db: None) -> Cast:
    """The school at 8:00 on Monday 16/11/2026, the clock standing still there."""
    put_back(school_rows)
    return reread()


@pytest.fixture(scope="session")
def kept(school_rows: list[Change], django_db_blocker: DjangoDbBlocker) -> Kept:
    """What a set-up writes over the cast's school, for `put_back` in each test that stands on it; and what it gave."""

    def keep(set_up: Callable[[Cast], Made]) -> tuple[list[Change], Made]:
        made: list[Made] = []
        with django_db_blocker.unblock():
            return take(lambda: made.append(set_up(reread())), school_rows), made[0]

    return keep
