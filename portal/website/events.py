"""Public events as calendars: all that lie ahead, and each with its article (M-24)."""

from datetime import datetime, timedelta

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from portal.approval.models import Approval
from portal.base import clock, ical
from portal.base.clock import day_begins
from portal.base.kept import kept_page
from portal.news import presenters
from portal.news.models import Article
from portal.news.queries import gone, news_of, with_hours_since
from portal.website.answers import kept
from portal.website.queries import school
from portal.website.sharing import look_of

BEHIND = timedelta(days=90)
MOST = 500


@kept_page()
@require_safe
def calendar(request: HttpRequest) -> HttpResponseBase:
    """What approved articles announce, from a term ago on; the same for whoever asks."""
    at = clock.now()
    since = day_begins(at.date()) - BEHIND
    found = announced(at).filter(pk__in=with_hours_since(since).values("pk"))
    found = found.filter(Q(hour__gte=since) | Q(event_end__gte=since)).order_by("-hour", "pk")
    return _answer(request, "lich.ics", sorted(found[:MOST], key=lambda one: (one.hour, one.pk)))


@kept_page()
@require_safe
def of_article(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One event, for a telephone to keep; gone with its article."""
    at = clock.now()
    found = announced(at).filter(slug=slug).first()
    if found is None:
        _gone = Article.objects.filter(slug=slug).first()
        left = gone(_gone.pk, None, at) if _gone is not None else None
        if left is None:
            raise Http404
        said = {"withdrawn_at": left.withdrawn_at, "expired_at": left.expired_at}
        request.canonical_url = ""  # type: ignore[attr-defined]
        return render(request, "410.html", said, status=410)
    return _answer(request, f"{slug}.ics", [found])


def announced(at: datetime) -> QuerySet[Article]:
    """Public articles that told of an hour to come, and how often words of theirs went up. A report written afterwards
    announces nothing."""
    went_up = Approval.objects.filter(page=OuterRef("pk"), went_live_at__isnull=False).order_by().values("page")
    times = Subquery(went_up.annotate(times=Count("pk")).values("times"))
    hour, over = Coalesce("opening_at", "event_start"), Coalesce("event_end", "opening_at", "event_start")
    found: QuerySet[Article] = news_of(None, at).annotate(hour=hour, times=times).filter(case__published_at__lt=over)
    return found


def _answer(request: HttpRequest, name: str, articles: list[Article]) -> HttpResponseBase:
    look = look_of(school())
    events = [_event(article, look.host) for article in articles]
    answer = kept(request, ical.calendar(f"Lịch {look.name}", look.host, events), ical.TYPE)
    answer["Content-Disposition"] = str(content_disposition_header(False, name))
    return answer


def _event(article: Article, host: str) -> ical.Event:
    url = presenters.absolute(presenters.address(article))
    shown = article.case.published_at
    return ical.Event(
        uid=f"bai-{article.pk}@{host}", title=article.title, starts=article.hour, ends=article.event_end, told_at=shown,
        changed_at=article.case.corrected_at or shown, sequence=max(article.times - 1, 0), place=article.place,
        text=f"{presenters.description(article)}\n{url}", url=url, category=article.section.title,
    )  # fmt: skip
