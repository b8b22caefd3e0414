"""What readers open: a section, a topic, an article, and all articles in the order they appeared."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.encoding import iri_to_uri
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.kept import kept_page
from portal.news import pages, presenters, queries
from portal.news.models import Article, Section, Topic
from portal.news.paging import page_of
from portal.news.reading.beside import beside
from portal.news.reading.narrowing import asked, chips, months
from portal.news.reading.tallies import Tally, tally


@kept_page("chi", "thang", "page")
@require_safe
def section(request: HttpRequest, page: Section) -> HttpResponse:
    at = clock.now()
    sections = list(queries.sections_for(request.user, at))
    if page not in sections:
        raise Http404
    if page.shape == Section.Shape.PAGES:
        return pages.shelf(request, page, at)
    is_public = page.audience == Section.Reach.PUBLIC
    found = queries.listed(request.user, at).filter(listed__section=page)
    return _list(request, found, tally(request.user, at, [page]), "news/section.html", {
        "section": {"title": page.title, "intro": page.intro, "summary": page.intro[:200], "id": page.pk, "kicker": "Chuyên mục",
                    "robots": "" if is_public else "noindex"},
        "aside_links": presenters.links((one for one in sections if one.shape == page.shape), but=page.pk),
        "one_section": True, "feed_url": f"/rss/{page.slug}/" if is_public else "",
    })  # fmt: skip


@kept_page("chi", "thang", "page")
@require_safe
def topic(request: HttpRequest, page: Topic) -> HttpResponse:
    if not page.live:
        raise Http404
    at = clock.now()
    others = [one for one in queries.topics() if one.pk != page.pk]
    found = queries.listed(request.user, at).filter(listed__topic=page)
    counts = tally(request.user, at, queries.sections_for(request.user, at), topic=page.pk)
    return _list(request, found, counts, "news/topic.html", {
        "section": {"title": page.title, "intro": page.intro, "summary": page.intro[:200], "id": page.pk, "kicker": "Chuyên đề",
                    "robots": ""},
        "feed_url": f"/rss/chuyen-de/{page.slug}/", "aside_title": "Chuyên đề khác",
        "aside_links": [{"title": one.title, "url": presenters.address(one)} for one in others],
    })  # fmt: skip


@kept_page("chi", "thang", "page")
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Everything that flows, in the order it appeared."""
    at = clock.now()
    sections = [one for one in queries.sections_for(request.user, at) if one.shape == Section.Shape.NEWS]
    return _list(request, queries.news_of(request.user, at), tally(request.user, at, sections), "news/index.html", {
        "section": {"title": "Tất cả tin, bài", "robots": ""}, "feed_url": "/rss/",
        "aside_title": "Chuyên mục", "aside_links": presenters.links(sections),
    })  # fmt: skip


def _list(
    request: HttpRequest, found: QuerySet[Article], counts: Tally, template: str, said: dict[str, Any]
) -> HttpResponse:
    """A list with its chips of kinds and months; what an address narrows it by stands in its one address too."""
    now = asked(request.GET)
    page = page_of(request, now.of(queries.for_cards(found)), now.months(counts))
    page.object_list = presenters.cards(page.object_list)
    if now.query:
        number = f"page={page.number}" if page.number > 1 else ""
        address = f"{request.path}?{now.query}{number}".rstrip("&")
        request.canonical_url = presenters.absolute(iri_to_uri(address))  # type: ignore[attr-defined]
    if now.month:
        said["section"]["robots"] = "noindex"  # the archive shows months to machines
    return render(request, template, {
        **said, "page_obj": page, "query": now.query, "asked": now, "chips": chips(counts, now), "months": months(counts, now),
    })  # fmt: skip


@kept_page()
@require_safe
def article(request: HttpRequest, slug: str) -> HttpResponse:
    at = clock.now()
    found = queries.visible_to(request.user, at).select_related("topic").filter(slug=slug).first()
    if found is None:
        return _gone_or_never_there(request, get_object_or_404(Article, slug=slug))
    if found.section.shape == Section.Shape.PAGES:
        return pages.show(request, found, at)
    request.menu_here = presenters.address(found.section)  # type: ignore[attr-defined]
    shown = presenters.reading(found)
    answer = render(request, "news/article.html", {
        "article": shown, "writers": shown["writers"],
        **beside(found, request.user, at),
    })  # fmt: skip
    return presenters.unlisted(answer, shown)


def _gone_or_never_there(request: HttpRequest, page: Article) -> HttpResponse:
    """410 where this reader could once read it; 404 otherwise, so that nothing internal shows that it exists."""
    gone = queries.gone(page.pk, request.user, clock.now())
    if gone is None:
        raise Http404
    request.canonical_url = ""  # type: ignore[attr-defined]
    return render(request, "410.html", {"withdrawn_at": gone.withdrawn_at, "expired_at": gone.expired_at}, status=410)
