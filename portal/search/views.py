"""The search page: a form that always answers, whatever is typed into it."""

from urllib.parse import urlencode

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.search import queries
from portal.search.rules import MOST_CHARACTERS, asked

A_PAGE = 12


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    at, typed = clock.now(), request.GET.get("q", "").replace("\x00", "").strip()[:MOST_CHARACTERS]
    section, words = request.GET.get("chuyen-muc", "").replace("\x00", ""), asked(typed)
    try:
        page = Paginator(queries.found(words, request.user, at, section), A_PAGE).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404 from error
    sections = queries.sections_of(words, request.user, at) if words.folded else []
    kept = {"q": typed} | ({"chuyen-muc": section} if section else {})
    return render(request, "search/search.html", {
        "q": typed, "count": page.paginator.count, "page_obj": page, "query": f"{urlencode(kept)}&",
        "results": queries.results(page.object_list, words, request.user, at),
        "filters": _filters(typed, section, sections) if len(sections) > 1 or section else [],
    })  # fmt: skip


def _filters(typed: str, section: str, sections: list[dict[str, object]]) -> list[dict[str, object]]:
    """Narrowing to one section, and out again."""
    every = {"title": "Tất cả", "url": f"?{urlencode({'q': typed})}", "current": not section}
    return [every] + [
        {
            "title": one["title"], "count": one["count"], "current": one["slug"] == section,
            "url": f"?{urlencode({'q': typed, 'chuyen-muc': one['slug']})}",
        }
        for one in sections
    ]  # fmt: skip
