"""The search page and what is suggested while typing: forms that always answer, whatever is typed into them."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.kept import kept_a_second
from portal.news.queries import sections_for
from portal.search import queries
from portal.search.narrowing import Narrowing
from portal.search.rules import asked, typed

A_PAGE = 12
A_GLIMPSE = 4  # of what was probably meant


class Counted(Paginator):  # type: ignore[type-arg]
    """A paginator that was told how many there are."""

    def __init__(self, rows: queries.Found, total: int) -> None:
        super().__init__(rows, A_PAGE)
        self.total = total

    @property
    def count(self) -> int:  # type: ignore[override]
        return self.total


@require_safe
@kept_a_second
def search(request: HttpRequest) -> HttpResponse:
    at, query = clock.now(), typed(request.GET.get("q", ""))
    words = asked(query)
    open_to = sections_for(request.user, at).select_related(None).only("slug", "title")
    sections = list(open_to) if words else []
    narrowing = Narrowing.of(request.GET, query, sections)
    hits = queries.found(words, request.user, at, narrowing.chosen)
    tally = hits.tally
    facets = narrowing.facets(tally)
    page = Counted(hits, tally.total).get_page(request.GET.get("page"))
    return render(request, "search/search.html", {
        "q": query, "asked": bool(words), "count": tally.total, "more": tally.more, "page_obj": page,
        "query": narrowing.kept, "facets": facets, "narrow": _narrow(facets, tally),
        "results": queries.results(page.object_list, words, request.user, at) if tally.total else [],
        "chosen": narrowing.taken_back(), "everywhere": narrowing.address(),
        "meant": _meant(request, query) if words and not tally.total and not narrowing.any else None,
    })  # fmt: skip


def _narrow(facets: list[dict[str, Any]], tally: queries.Tally) -> str:
    """The links to narrow by, written once: they stand above on a phone and beside on a desk."""
    return render_to_string("search/facets.html", {"facets": facets, "counted": tally.counted}) if facets else ""


def _meant(request: HttpRequest, query: str) -> dict[str, object] | None:
    """What was probably meant, with a first glimpse of it."""
    at = clock.now()
    guess = queries.meant(query, request.user, at)
    if guess is None:
        return None
    words, count = guess
    first = queries.found(asked(words), request.user, at)[:A_GLIMPSE]
    return {
        "words": words, "count": count, "url": Narrowing.to(words),
        "results": queries.results(first, asked(words), request.user, at),
    }  # fmt: skip


@require_safe
@kept_a_second
def suggest(request: HttpRequest) -> HttpResponse:
    """Titles for what is being typed, as options of the list under the box."""
    query = typed(request.GET.get("q", ""))
    items = queries.suggested(query, request.user, clock.now())
    answer = render(request, "search/suggest.html", {"items": items, "q": query, "all_url": Narrowing.to(query)})
    answer["X-Robots-Tag"] = "noindex"
    return answer
