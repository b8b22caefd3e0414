from collections.abc import Iterator
from typing import Any

import pytest

from portal.files import scanning
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
