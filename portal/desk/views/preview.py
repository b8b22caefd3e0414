"""The newest text exactly as readers would get it, for those who follow it; nobody else, no search engine, no cache."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.base import previews
from portal.desk.queries import Seen
from portal.desk.views.gate import with_item
from portal.news.models import Article, Section, Topic
from portal.news.presenters import address, reading


@with_item
@require_safe
def preview(request: HttpRequest, item: Seen) -> HttpResponse:
    """In the public template; without its canonical address, for it has none yet."""
    request.canonical_url = ""  # type: ignore[attr-defined]
    template, context = _page(request, item)
    answer = render(request, template, context)
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Cache-Control"] = "private, no-store"
    return answer


def _page(request: HttpRequest, item: Seen) -> tuple[str, dict[str, Any]]:
    draft = item.draft
    told = {"on_paper": request.GET.get("nhu") == "ban-in"}
    if isinstance(draft, Article):
        request.menu_here = address(draft.section)  # type: ignore[attr-defined]
        return "desk/as_read.html", told | {"article": reading(draft)}
    if (found := previews.of(draft, item.at)) is not None:
        return "desk/item_as_read.html", told | {"as_read": found.template} | found.words
    if not isinstance(draft, Section | Topic):
        plain = {"as_read": "desk/words_as_read.html", "title": draft.title, "intro": draft.intro}
        return "desk/item_as_read.html", told | plain
    words = {"title": draft.title, "intro": draft.intro, "summary": draft.intro[:200]}
    return "desk/section_as_read.html", told | {"section": words, "page_obj": [], "one_section": True}
