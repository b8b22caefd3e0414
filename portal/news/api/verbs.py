"""What can be done with an article as a whole, its route and its record."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from portal.approval import actions as approval
from portal.approval.queries import standing
from portal.approval.rules import WITHDRAWAL_GROUNDS
from portal.base import clock, journal
from portal.base.api import Listed, Paging, in_pages
from portal.news.api import show
from portal.news.api.grounds import named
from portal.news.api.reach import followed
from portal.news.api.shapes import LineOut, Moved, RouteOut, ScheduleIn, WithdrawIn
from portal.news.models import Article

router = Router()


@router.get("/articles/{row:pk}/route", response=RouteOut, summary="The computed route, with people and clauses")
def route(request: HttpRequest, pk: int) -> Any:
    at = clock.now()
    article = followed(pk, request.auth.person, at)  # type: ignore[attr-defined]
    return show.way(standing(article.case, at))


@router.get("/articles/{row:pk}/history", response=Listed[LineOut], summary="The record, oldest line first")
def history(request: HttpRequest, pk: int, paging: Query[Paging]) -> Any:
    article = followed(pk, request.auth.person, clock.now())  # type: ignore[attr-defined]
    return in_pages(journal.lines_of(article), paging, show.lines)


@router.post("/articles/{row:pk}/submit", response=Moved, summary="Hand in")
def submit(request: HttpRequest, pk: int) -> Any:
    return _done(request, pk, approval.submit)


@router.post("/articles/{row:pk}/recall", response=Moved, summary="Take back before it is up")
def recall(request: HttpRequest, pk: int) -> Any:
    return _done(request, pk, approval.recall)


@router.post("/articles/{row:pk}/correct", response=Moved, summary="Begin a correction; the approved text stays up")
def correct(request: HttpRequest, pk: int) -> Any:
    return _done(request, pk, approval.correct)


@router.post("/articles/{row:pk}/schedule", response=Moved, summary="The hour it goes up, once approved")
def schedule(request: HttpRequest, pk: int, payload: ScheduleIn) -> Any:
    return _done(request, pk, approval.schedule, publish_at=payload.at)


@router.post("/articles/{row:pk}/withdraw", response=Moved, summary="Take down at once, with a ground")
def withdraw(request: HttpRequest, pk: int, payload: WithdrawIn) -> Any:
    ground, reason = named(payload.ground, payload.reason, WITHDRAWAL_GROUNDS)
    return _done(request, pk, approval.withdraw, ground=ground, reason=reason)


def _done(request: HttpRequest, pk: int, verb: Callable[..., Any], **more: Any) -> dict[str, Any]:
    """Fetch, do the one verb, tell where the item stands now."""
    by, at = request.auth.person, clock.now()  # type: ignore[attr-defined]
    article = followed(pk, by, at)
    verb(article, by=by, at=at, channel="api", **more)
    fresh = Article.objects.select_related("case").get(pk=pk)
    return show.moved(fresh, standing(fresh.case, at))
