"""What readers open: a section, a topic, an article, and all articles in the order they appeared."""

from typing import Any

from django.core.paginator import InvalidPage, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.news import pages, presenters, queries
from portal.news.models import Article, ArticleIndex, Section, Topic
from portal.news.rules import Genre

A_PAGE = 12
RELATED = 4
CHOICES: dict[str, tuple[str, dict[str, object]]] = {
    "thong-bao": ("Thông báo", {"notice": True}),
    "anh": ("Ảnh hoạt động", {"genre": Genre.PHOTOS}),
}


@require_safe
def section(request: HttpRequest, page: Section) -> HttpResponse:
    at = clock.now()
    sections = list(queries.sections_for(request.user, at))
    if page not in sections:
        raise Http404
    if page.shape == Section.Shape.PAGES:
        return pages.shelf(request, page, at)
    found = queries.visible_to(request.user, at).filter(section=page)
    return render(request, "news/section.html", {
        "section": {"title": page.title, "intro": page.intro, "summary": page.intro[:200], "id": page.pk, "kicker": "Chuyên mục",
                    "robots": "" if page.audience == Section.Reach.PUBLIC else "noindex"},
        "page_obj": _cards(request, found), "aside_links": presenters.links(sections, but=page.pk),
        "one_section": True, "feed_url": f"/rss/{page.slug}/" if page.audience == Section.Reach.PUBLIC else "",
    })  # fmt: skip


@require_safe
def topic(request: HttpRequest, page: Topic) -> HttpResponse:
    if not page.live:
        raise Http404
    topics = list(queries.topics())
    found = queries.visible_to(request.user, clock.now()).filter(topic=page)
    return render(request, "news/topic.html", {
        "section": {"title": page.title, "intro": page.intro, "summary": page.intro[:200], "id": page.pk, "kicker": "Chuyên đề"},
        "feed_url": f"/rss/chuyen-de/{page.slug}/",
        "page_obj": _cards(request, found), "aside_title": "Chuyên đề khác",
        "aside_links": [{"title": one.title, "url": presenters.address(one)} for one in topics if one.pk != page.pk],
    })  # fmt: skip


@require_safe
def index(request: HttpRequest, page: ArticleIndex) -> HttpResponse:
    """Everything, or only notices, or only photo stories."""
    at = clock.now()
    only = request.GET.get("chi", "")
    if only and only not in CHOICES:
        raise Http404
    title, wanted = CHOICES.get(only, ("Tất cả tin, bài", {}))
    if only:
        request.canonical_url = presenters.absolute(f"{presenters.address(page)}?chi={only}")  # type: ignore[attr-defined]
    return render(request, "news/index.html", {
        "section": {"title": title}, "query": f"chi={only}&" if only else "", "feed_url": "/rss/",
        "page_obj": _cards(request, queries.visible_to(request.user, at).filter(**wanted)),
        "aside_title": "Chuyên mục", "aside_links": presenters.links(queries.sections_for(request.user, at)),
    })  # fmt: skip


@require_safe
def article(request: HttpRequest, page: Article) -> HttpResponse:
    at = clock.now()
    visible = queries.visible_to(request.user, at)
    found = visible.filter(pk=page.pk).first()
    if found is None:
        return _gone_or_never_there(request, page)
    if found.section.shape == Section.Shape.PAGES:
        return pages.show(request, found, at)
    related = visible.filter(section=found.section).exclude(pk=found.pk)[:RELATED]
    request.menu_here = presenters.address(found.section)  # type: ignore[attr-defined]
    beside = [item | {"section_title": ""} for item in presenters.cards(related, pictures=False)]
    return render(request, "news/article.html", {"article": presenters.reading(found), "related": beside})


def _gone_or_never_there(request: HttpRequest, page: Article) -> HttpResponse:
    """410 where this reader could once read it; 404 otherwise, so that nothing internal shows that it exists."""
    gone = queries.gone(page.pk, request.user, clock.now())
    if gone is None:
        raise Http404
    request.canonical_url = ""  # type: ignore[attr-defined]
    return render(request, "410.html", {"withdrawn_at": gone.withdrawn_at, "expired_at": gone.expired_at}, status=410)


def _cards(request: HttpRequest, found: QuerySet[Article]) -> Any:
    """One page of cards; a page that does not exist is not found."""
    try:
        page: Any = Paginator(found, A_PAGE).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404 from error
    page.object_list = presenters.cards(page.object_list)
    return page
