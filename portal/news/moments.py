"""When time alone changes what readers see of the newsroom. Door: `news.queries.next_change`."""

from datetime import datetime

from portal.base.moments import soonest
from portal.news.models import Article, HomeArrangement
from portal.news.models.article import HOURS


def next_change(at: datetime) -> datetime | None:
    """The next moment after `at` when an item is over, an event begins or ends, or another arrangement of the front page
    begins; None where nothing is ahead. Drafts' hours count too: once too often costs a rendering, once too seldom would be
    wrong. What is approved for a later hour is put up by the worker, whose verb raises the epoch. One query."""
    of_articles = (
        Article.objects.filter(**{f"{hour}__gt": at}).order_by(hour).values_list(hour, flat=True) for hour in HOURS
    )
    arranged = HomeArrangement.objects.filter(starts__gt=at, cancelled_at=None).order_by("starts")
    return soonest(*of_articles, arranged.values_list("starts", flat=True))
