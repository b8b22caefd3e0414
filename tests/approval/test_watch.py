"""Facts under way are looked at again when something happened, and nobody waits for it meanwhile."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.approval.actions import Watch, refresh_all
from portal.plan import actions as plan
from tests.cast import NOW, Cast


def waiting(cast: Cast) -> None:
    """One text of the plan, passed by the Member."""
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    cast.decide(article, "approve", cast.cuc)


def test_the_worker_looks_once_until_something_is_written(cast: Cast) -> None:
    waiting(cast)
    watch = Watch()
    watch(NOW)
    with CaptureQueriesContext(connection) as quiet:
        assert watch(NOW + timedelta(minutes=1)) == 0
    assert len(quiet) == 1
    plan.cancel_entry(cast.entry, by=cast.ha, at=NOW, channel="test")
    assert [watch(NOW + timedelta(minutes=1)), watch(NOW + timedelta(minutes=1))] == [1, 0]


def test_the_worker_looks_all_the_same_once_in_a_while(cast: Cast) -> None:
    waiting(cast)
    watch = Watch()
    watch(NOW)
    with CaptureQueriesContext(connection) as asked:
        watch(NOW + timedelta(minutes=10))
    assert len(asked) > 1


def test_looking_holds_nothing_where_nothing_changed(cast: Cast) -> None:
    waiting(cast)
    with CaptureQueriesContext(connection) as asked:
        assert refresh_all(NOW) == 0
    assert [one["sql"] for one in asked if not one["sql"].startswith("SELECT")] == []
