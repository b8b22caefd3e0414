"""Keeping the places in lists true beside what is up (see `news.models.Listed`). The verbs that put an item up and take it
down write them; here is what time and whole loads ask for. Door: `news.actions`."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from portal.base import epoch
from portal.base.ticker import tick
from portal.news.models import Article, Listed

AT_ONCE = 2000
KEPT = ("section_id", "topic_id", "genre", "notice", "audience", "expires_at", "case__published_at")


def _up() -> QuerySet[Article]:
    """Every article that is up, whoever may read it."""
    found: QuerySet[Article] = Article.objects.filter(live=True, case__published_at__isnull=False)
    return found.select_related("case").only(*KEPT)


@transaction.atomic
def rebuild() -> int:
    """Make every place anew, after a load past the verbs; returns how many."""
    Listed.objects.all().delete()
    return _list(_up().order_by("pk"))


@tick(every=timedelta(minutes=1))
@transaction.atomic
def tidy(at: datetime) -> int:
    """What is over stands in no list's way; what is not over after all (the test clock went back) gets its place again."""
    Listed.objects.filter(until__lte=at).delete()
    return _list(_up().filter(expires_at__gt=at, listed=None))


@tick(every=timedelta(days=1))
@transaction.atomic
def mend(at: datetime) -> int:
    """Places somebody lost by working past the verbs are made again; places of what is not up go."""
    if Listed.objects.exclude(article__in=_up().order_by().values("pk")).delete()[0]:
        epoch.bump()
    return _list(_up().filter(Q(expires_at=None) | Q(expires_at__gt=at), listed=None))


def _list(articles: QuerySet[Article]) -> int:
    """Give each its place; one that got it meanwhile keeps that."""
    rows = [Listed.of(one, one.case.published_at) for one in articles.iterator(AT_ONCE)]
    Listed.objects.bulk_create(rows, batch_size=AT_ONCE, ignore_conflicts=True)
    if rows:
        epoch.bump()  # lists and their counts show them from now on
    return len(rows)
