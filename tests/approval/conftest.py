"""The school is set up once a module and each test's doings are rolled back: the same cast, a hundred times sooner."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from portal.base import clock
from tests.cast import NOW, Cast, assemble, reread


@pytest.fixture(scope="module")
def school(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        clock.set_to(NOW, freeze=True)
        assemble()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def cast(school: None, db: None) -> Cast:
    """The school at 8:00 on Monday 16/11/2026, freshly read."""
    return reread()
