"""Screens beside the pages of the tree: photo albums, the archive by month, an article as words to send on."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.clock import ZONE
from portal.base.kept import kept_page
from portal.base.models import School
from portal.news import presenters, queries
from portal.news.models import Article, Section
from portal.news.paging import page_of
from portal.news.reading.message import message
from portal.news.reading.months import Month, month
from portal.news.reading.narrowing import counted
from portal.news.reading.tallies import flow_tally
from portal.news.rules import PHOTO_KIND

A_MONTHS_PAGE = 60  # titles only, so that most schools have their month on one page


@kept_page("page")
@require_safe
def albums(request: HttpRequest) -> HttpResponse:
    """Every photo story, newest first, with its first picture and how many it has."""
    at = clock.now()
    found = queries.for_cards(queries.news_of(request.user, at)).filter(listed__kind=PHOTO_KIND)
    page = page_of(request, found, flow_tally(request.user, at).months(PHOTO_KIND))
    stories = list(page.object_list)
    shown = presenters.pictures_of(stories)
    page.object_list = [
        presenters.card(one, shown.get(one.pk)) | {"pictures": presenters.how_many_pictures(one)} for one in stories
    ]
    return render(request, "news/albums.html", {"page_obj": page})


@kept_page()
@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """Every month something went up in, by school year."""
    rows = counted(flow_tally(request.user, clock.now()))
    years = [
        {"title": title, "count": sum(how_many for _, how_many in months), "months": _rows(months)}
        for title, months in (
            (title, list(group)) for title, group in groupby(rows, key=lambda row: row[0].school_year)
        )
    ]
    return render(request, "news/archive.html", {"years": years})


@kept_page("page")
@require_safe
def archive_month(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """What went up in one month, day by day, some days a page; 404 for a month without anything."""
    here, at = month(year, number), clock.now()
    counts = flow_tally(request.user, at)
    count = counts.months().get(here.key, 0)
    if not count:
        raise Http404
    flow = queries.for_cards(queries.news_of(request.user, at)).filter(**here.listed).defer("body")
    page = page_of(request, flow, {here.key: count}, A_MONTHS_PAGE)
    by_day = groupby(page.object_list, key=lambda one: one.case.published_at.astimezone(ZONE).date())
    days = [{"day": day, "items": presenters.cards(found, pictures=False)} for day, found in by_day]
    there_are = [one for one, _ in counted(counts)]
    return render(request, "news/archive_month.html", {
        "month": here, "month_title": f"Tin, bài {here.title}", "way": [{"title": "Lưu trữ", "url": "/luu-tru/"}],
        "month_about": f"{count} tin, bài đăng trong {here.title}.", "days": days, "count": count, "page_obj": page,
        "older": next((one for one in there_are if one < here), None),
        "newer": next((one for one in reversed(there_are) if one > here), None),
    })  # fmt: skip


@kept_page()
@require_safe
def words(request: HttpRequest, slug: str) -> HttpResponse:
    """A public article as plain words; what is internal is not for sending on."""
    article: Article = get_object_or_404(queries.public(clock.now()), slug=slug)
    if article.section.shape == Section.Shape.PAGES:
        raise Http404
    school = School.objects.first()
    answer = HttpResponse(
        message(article, school.name if school else "Cổng Trường"), content_type="text/plain; charset=utf-8"
    )
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _rows(months: Iterable[tuple[Month, int]]) -> list[dict[str, Any]]:
    return [{"month": one, "count": how_many} for one, how_many in months]
