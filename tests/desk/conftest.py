from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from portal.news.models import Article
from portal.people.models import Person
from tests.cast import NOW, Cast


@pytest.fixture
def as_(client: Client) -> Callable[[Person], Client]:
    """The same browser, signed in as somebody."""

    def sign_in(person: Person) -> Client:
        client.force_login(person)
        return client

    return sign_in


@pytest.fixture
def stories(cast: Cast) -> list[Article]:
    """Four public stories of two sections, the oldest first."""
    return [
        cast.published(cast.lan, title=title, at=NOW - timedelta(days=4 - number),
                       section="doan-doi" if number % 2 else "chuyen-mon")
        for number, title in enumerate(("Một", "Hai", "Ba", "Bốn"))
    ]  # fmt: skip
