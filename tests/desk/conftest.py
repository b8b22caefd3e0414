from collections.abc import Callable

import pytest
from django.test import Client

from portal.people.models import Person


@pytest.fixture
def as_(client: Client) -> Callable[[Person], Client]:
    """The same browser, signed in as somebody."""

    def sign_in(person: Person) -> Client:
        client.force_login(person)
        return client

    return sign_in
