from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache

from portal.files import scanning
from tests.files.bucket_server import Store, hang_up, store_running
from tests.files.fake_clamd import FakeClamd


@pytest.fixture
def clamd(settings: Any) -> Iterator[FakeClamd]:
    """A scanner at work, named in the settings."""
    made = FakeClamd()
    settings.PORTAL_SCANNER = made.address
    scanning.listen_again()
    yield made
    made.close()
    scanning.listen_again()


@pytest.fixture(scope="session")
def store_server() -> Iterator[Store]:
    with store_running() as made:
        yield made


@pytest.fixture
def store(store_server: Store, settings: Any) -> Iterator[Store]:
    """The school keeps its files in an empty bucket."""
    cache.clear()  # in which Wagtail keeps renditions by the numbers of pictures
    store_server.empty()
    store_server.use(settings)
    yield store_server
    hang_up()
