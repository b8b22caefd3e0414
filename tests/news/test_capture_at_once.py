"""A phone that asks twice at the same moment, from two connections, still makes one draft (R-CAPTURE-05)."""

import threading
from uuid import uuid4

import pytest
from django.db import connection

from portal.news.capture import sending
from portal.news.models import Article, Sending
from tests.cast import NOW, Cast, reread
from tests.snapshot import Change, put_back

pytestmark = pytest.mark.postgresql
WORDS = {"title": "Ngày hội Khoa học", "section": "chuyen-mon", "genre": "tin-ngan"}


@pytest.fixture
def cast(school_rows: list[Change], committed: None) -> Cast:
    put_back(school_rows)
    return reread()


def test_the_same_key_at_the_same_moment_makes_one_draft(cast: Cast) -> None:
    key, start, told = uuid4(), threading.Barrier(2), list[object]()

    def send() -> None:
        try:
            start.wait(timeout=20)
            told.append(sending.send(WORDS, key=key, digest="x", by=cast.lan, at=NOW, channel="test").pk)
        except Exception as error:
            told.append(repr(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    pk = Article.objects.get().pk
    assert told == [pk, pk]
    assert Sending.objects.count() == 1
