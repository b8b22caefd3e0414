"""No kept page outlives the next moment at which time alone changes what readers see."""

import math
import time
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import DjangoAssertNumQueries

from portal.base import clock
from portal.base.clock import ZONE
from portal.news import actions as news
from portal.news.models import Article, HomeArrangement
from portal.news.queries import next_change as next_news
from portal.people import actions as people
from portal.people.models import Appointment, FieldAssignment, UnitPost
from portal.people.queries import next_change as next_people
from portal.website.pagecache import horizon
from tests.cast import NOW, Cast

MIDNIGHT = datetime(2026, 11, 17, tzinfo=ZONE)
SOON = NOW + timedelta(hours=3)


def test_where_nothing_is_ahead_midnight_is_because_every_page_says_which_day_it_is(cast: Cast) -> None:
    assert (next_news(NOW), next_people(NOW), horizon.next_change(NOW)) == (None, None, MIDNIGHT)


@pytest.mark.parametrize("hour", ["expires_at", "opening_at", "event_start", "event_end"])
def test_the_hours_of_an_article_are_moments_until_they_are_past(cast: Cast, hour: str) -> None:
    article = cast.published(cast.lan)
    Article.objects.filter(pk=article.pk).update(**{hour: SOON})
    assert (horizon.next_change(NOW), horizon.next_change(SOON)) == (SOON, MIDNIGHT)


def test_an_arrangement_of_the_front_page_is_a_moment_until_it_is_called_off(cast: Cast) -> None:
    news.arrange_home(lead=None, pins=[], shown=[], by=cast.sen, at=NOW, channel="test", starts=SOON)
    assert (horizon.next_change(NOW), horizon.next_change(SOON)) == (SOON, MIDNIGHT)
    (ahead,) = HomeArrangement.objects.filter(starts=SOON)
    news.cancel_home(ahead.pk, by=cast.sen, at=NOW, channel="test")
    assert horizon.next_change(NOW) == MIDNIGHT


@pytest.mark.parametrize("end", ["starts", "ends"])
@pytest.mark.parametrize("period", [Appointment, FieldAssignment, UnitPost])
def test_offices_fields_and_posts_begin_and_end_at_moments(cast: Cast, period: type[Appointment], end: str) -> None:
    people.post_to_unit(
        people.open_unit(title="Tổ Toán", by=cast.minh, at=NOW, channel="test"), cast.lan, leads=False,
        starts=NOW, by=cast.minh, at=NOW, channel="test",
    )  # fmt: skip
    period.objects.filter(pk=period.objects.latest("pk").pk).update(**{end: SOON})
    assert (horizon.next_change(NOW), horizon.next_change(SOON)) == (SOON, MIDNIGHT)


def test_of_several_moments_the_first_counts_and_each_room_is_asked_once(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for hours in (5, 2, 4):
        article = cast.published(cast.lan, title=f"Việc {hours}")
        Article.objects.filter(pk=article.pk).update(expires_at=NOW + timedelta(hours=hours))
    Appointment.objects.filter(person=cast.phong).update(ends=SOON)
    with django_assert_num_queries(2):
        assert horizon.next_change(NOW) == NOW + timedelta(hours=2)
    assert horizon.next_change(NOW + timedelta(hours=2)) == SOON


@pytest.mark.sqlite
def test_the_archive_is_asked_by_indexes_alone(cast: Cast) -> None:
    with CaptureQueriesContext(connection) as asked:
        next_news(NOW)
    with connection.cursor() as cursor:
        steps = [row[3] for row in cursor.execute(f"EXPLAIN QUERY PLAN {asked[0]['sql']}").fetchall()]
    assert sorted(step.partition(" INDEX ")[2].split()[0] for step in steps if step.startswith(("SEARCH U0", "SCAN U0"))) == [
        "news_article_begins", "news_article_ends", "news_article_opens", "news_article_over", "news_home_starts",
    ]  # fmt: skip


def test_it_is_told_in_seconds_of_the_machines_clock_and_never_while_the_test_clock_stands(cast: Cast) -> None:
    assert (clock.stands_still(), horizon.until()) == (True, math.inf)
    clock.set_to(MIDNIGHT - timedelta(minutes=1), freeze=False)
    before = time.time()
    assert not clock.stands_still()
    assert before < horizon.until() <= before + 60
    clock.reset()
    assert 0 < horizon.until() - time.time() <= 24 * 3600
