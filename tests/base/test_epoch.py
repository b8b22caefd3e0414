"""The epoch as another process sees it: only what is committed, again after a fault, and never holding anybody up."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from portal.base import epoch


@pytest.fixture
def seen(db: None) -> Iterator[None]:
    yield
    epoch.look_away()


def test_a_change_is_counted_before_it_is_committed_and_seen_by_others_after(seen: None) -> None:
    before = epoch.seen()
    with transaction.atomic():
        epoch.bump()
    assert (epoch.current(), epoch.seen()) == (before + 1, before)  # the transaction of this test is never committed


def test_a_fault_is_told_and_the_next_asking_begins_anew(seen: None, monkeypatch: pytest.MonkeyPatch) -> None:
    before = epoch.seen()
    with monkeypatch.context() as broken:
        broken.setattr(epoch, "ASKED", "SELECT value FROM nowhere")
        epoch.look_away()
        with pytest.raises(Exception, match=r"nowhere|prepared statement"):
            epoch.seen()
    assert epoch.seen() == before


@pytest.mark.sqlite
def test_asking_holds_nothing_that_the_database_needs_to_tidy_up(seen: None) -> None:
    epoch.seen()
    opened = epoch._here.asking.opened
    assert (opened.in_transaction, opened.isolation_level) == (False, None)
