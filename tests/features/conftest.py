"""The features stand on the school set up once a module, before the first scenario opens its own transaction."""

import pytest

from tests.approval.conftest import cast, school

__all__ = ["cast", "school"]


@pytest.fixture(autouse=True, scope="module")
def _standing(school: None) -> None:
    """Steps ask for fixtures too late for it to outlive the scenario."""
