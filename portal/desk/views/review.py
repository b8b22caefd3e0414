"""One item: what, why me, what I can do; its route, its record."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from portal.approval import rules
from portal.desk.basket import offer
from portal.desk.comparing import difference
from portal.desk.personal import shown_data
from portal.desk.pictured import pictured
from portal.desk.queries import Seen, foreseen, history, journey
from portal.desk.queries.record import expected
from portal.desk.remarking import remarked
from portal.desk.shown import actions, around, edit_url, facts, links, papers
from portal.desk.shown import head as head
from portal.desk.views.gate import with_item
from portal.desk.why import voices, why

NEWEST = 6

READ = frozenset({"notice_confirm"})  # by dozens: the whole record has them, and the list of who has not


@with_item
@require_safe
def review(request: HttpRequest, item: Seen) -> HttpResponse:
    """The review page of any item with a route; `so-voi` says which earlier text the newest is compared with."""
    request.shows_frames = True  # type: ignore[attr-defined]
    return render(request, "desk/review.html", page_of(item, request.GET.get("so-voi", "")))


def page_of(item: Seen, against: str = "") -> dict[str, Any]:
    """Everything the review page shows."""
    lines = [line for line in history(item) if line["verb"] not in READ]
    return {
        "item": head(item),
        "why": why(item),
        "voices": voices(item),
        "difference": difference(item, against),
        "facts": facts(item),
        "personal": shown_data(item),
        "reading": remarked(item),
        "around": around(item),
        "papers": papers(item),
        "pictured": pictured(item),
        "route": journey(item),
        "actions": actions(item),
        "together": offer(item),
        "history": lines[-NEWEST:],
        "history_more": len(lines) - NEWEST,
        "edit_url": edit_url(item),
        "links": links(item),
    }


@with_item
@require_safe
def record(request: HttpRequest, item: Seen) -> HttpResponse:
    """The whole record of an item."""
    return render(request, "desk/history.html", {"item": head(item), "history": history(item)})


@with_item
@require_safe
def route(request: HttpRequest, item: Seen) -> HttpResponse:
    """Which way a text would go, by name and clause, and what it lacks; shown before it is submitted."""
    if item.standing.passage is not None:
        return redirect("desk:review", pk=item.page.pk)
    return render(request, "desk/route_preview.html", ahead(item))


def ahead(item: Seen) -> dict[str, Any]:
    found = foreseen(item)
    lacking = item.draft.not_ready(item.at)
    refusal = rules.may_submit(item.person.pk, item.state, item.standing.hands, item.board)
    return {
        "item": head(item),
        "why": {"text": found.why, "clause": found.clause},
        "route": expected(found, item),
        "checks": [{"ok": False, "label": one.message, "clause": one.clause} for one in lacking]
        or [
            {
                "ok": True,
                "label": f"Đủ mọi mục mà thể loại {head(item)['genre_title'].lower()} cần.",
                "clause": "Điều 12.2",
            }
        ],
        "refusal": refusal,
        "ready": refusal is None and not lacking,
        "submit_url": f"/viec/{item.page.pk}/trinh/",
        "personal": shown_data(item),
        "back_url": edit_url(item) or f"/viec/{item.page.pk}/",
    }
