"""A pupil to be forgotten, and a list of its own for who was, for the tests of this room."""

from pathlib import Path
from typing import Any

import pytest

from portal.pupils.models import (
    Pupil,
)
from tests.cast import Cast
from tests.pupils.leaver import CODE, set_up
from tests.snapshot import Kept, put_back


@pytest.fixture
def a_list_of_its_own(settings: Any, tmp_path: Path) -> None:
    settings.PORTAL_ERASED = tmp_path / "da-xoa"


@pytest.fixture(scope="session")
def leaving(kept: Kept) -> Any:
    return kept(set_up)


@pytest.fixture
def pupil(cast: Cast, leaving: Any, a_list_of_its_own: None) -> Pupil:
    put_back(leaving[0])
    return Pupil.objects.get(code=CODE)
