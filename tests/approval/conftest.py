"""The school is set up once a module and each test's doings are rolled back: the same cast, a hundred times sooner."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.cast import Cast, reread
from tests.snapshot import Change, put_back


@pytest.fixture(scope="module")
def school(school_rows: list[Change], django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        put_back(school_rows)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def cast(school: None, db: None) -> Cast:
    """The school at 8:00 on Monday 16/11/2026, freshly read."""
    return reread()
