"""RSS and Atom: what any reader may see, of the whole school or of one section."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.clock import ZONE
from portal.news.models import Section
from portal.news.presenters import absolute, address, authors, description
from portal.news.queries import public, sections_for
from portal.website.queries import school

NEWEST = 20


@require_safe
def rss(request: HttpRequest, slug: str | None = None) -> HttpResponse:
    return _feed(request, Rss201rev2Feed, slug)


@require_safe
def atom(request: HttpRequest, slug: str | None = None) -> HttpResponse:
    return _feed(request, Atom1Feed, slug)


def _feed(request: HttpRequest, kind: type[SyndicationFeed], slug: str | None) -> HttpResponse:
    """The newest public articles; internal sections have no feed, not even for those inside."""
    at = clock.now()
    found, section = public(at), None
    if slug is not None:
        section = sections_for(None, at).filter(slug=slug).first()
        if section is None:
            raise Http404
        found = found.filter(section=section)
    feed = _opened(request, kind, section)
    articles = list(found[:NEWEST])
    named = authors(articles)
    for article in articles:
        feed.add_item(
            title=article.title, link=absolute(address(article)), description=description(article),
            unique_id=absolute(address(article)), pubdate=article.case.published_at.astimezone(ZONE),
            updateddate=(article.case.corrected_at or article.case.published_at).astimezone(ZONE),
            author_name=", ".join(named[article.pk]) or None, categories=[article.section.title],
        )  # fmt: skip
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _opened(request: HttpRequest, kind: type[SyndicationFeed], section: Section | None) -> SyndicationFeed:
    house = school()
    name = house.name if house else "Cổng Trường"
    return kind(
        title=f"{section.title} – {name}" if section else name,
        link=absolute(address(section) if section else "/"), language="vi", feed_url=absolute(request.path),
        description=f"Tin, bài mới của chuyên mục {section.title}" if section else f"Tin, bài mới của {name}",
    )  # fmt: skip
