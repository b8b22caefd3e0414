import pytest

from portal.base import clock
from tests.cast import NOW, Cast, assemble


@pytest.fixture
def cast(db: None) -> Cast:
    """The school at 8:00 on Monday 16/11/2026, the clock standing still there."""
    clock.set_to(NOW, freeze=True)
    return assemble()
