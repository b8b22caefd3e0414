"""Writing, reading and changing articles."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from portal.approval.models import Approval
from portal.approval.queries import latest
from portal.base import clock
from portal.base.api import Problem, fault
from portal.base.refused import Refused
from portal.news import actions
from portal.news.api import show
from portal.news.api.reach import expected_hash, followed, found, readable
from portal.news.api.shapes import ArticleIn, ArticleOut, Change
from portal.news.models import Article
from portal.people.models import Person

router = Router()
MOVED = "R-HASH-01"


@router.post("/articles", response={201: ArticleOut}, summary="Begin an article")
def write(request: HttpRequest, payload: ArticleIn, response: HttpResponse) -> Any:
    """A draft; nobody but its writers and the board sees it."""
    by = request.auth.person  # type: ignore[attr-defined]
    made = actions.write(payload.given(), by=by, at=clock.now(), channel="api")
    told = _told(made.pk)
    response["Location"] = f"{request.path}/{made.pk}"
    _tag(response, told)
    return Status(201, told)


@router.get("/articles/{row:pk}", response=ArticleOut, summary="The latest text; for readers, the text that is up")
def read(request: HttpRequest, pk: int, response: HttpResponse) -> Any:
    caller, at = request.auth.person, clock.now()  # type: ignore[attr-defined]
    page = found(pk, caller, at)
    told = _in_full(page) if page is not None else _as_up(readable(pk, caller, at))
    _tag(response, told)
    return told


@router.patch("/articles/{row:pk}", response=ArticleOut, summary="Change the text; If-Match names the text seen")
def change(request: HttpRequest, pk: int, payload: Change, response: HttpResponse) -> Any:
    caller, at = request.auth.person, clock.now()  # type: ignore[attr-defined]
    article = followed(pk, caller, at)
    expected = expected_hash(request.headers.get("If-Match"))
    if expected != article.case.hash:
        raise _moved(article.case.hash)
    _edit(article, payload, caller, expected)
    told = _told(pk)
    _tag(response, told)
    return told


def _edit(article: Article, payload: Change, by: Person, expected: str) -> None:
    """The verb; that the text moved between our look and its lock is 412 here."""
    try:
        actions.edit(article, payload.given(), by=by, at=clock.now(), channel="api", based_on=expected)
    except Refused as refused:
        if {one.rule for one in refused.refusals} == {MOVED}:
            raise _moved() from None
        raise


def _moved(now: str = "") -> Problem:
    message = "Nội dung bài đã thay đổi so với bản thầy/cô xem. Hãy đọc lại rồi sửa."
    headers = {"ETag": f'"{now}"'} if now else {}
    return Problem(412, message, [fault("If-Match", message, MOVED, "Điều 14.2")], headers)


def _told(pk: int) -> dict[str, Any]:
    return _in_full(Article.objects.select_related("case").get(pk=pk))


def _in_full(page: Article) -> dict[str, Any]:
    return show.article(latest(page), page, page.case)


def _as_up(page: Article) -> dict[str, Any]:
    """For readers: the approved text, under the revision and hash it was approved with; no word of what comes next."""
    approval = Approval.objects.get(page=page, revoked_at=None, went_live_at__isnull=False)
    told = show.article(page, page, page.case)
    return told | {"state": "published", "revision": approval.revision_id, "hash": approval.hash, "publish_at": None,
                   "plan_entry": None, "received_original": None}  # fmt: skip


def _tag(response: HttpResponse, told: dict[str, Any]) -> None:
    response["ETag"] = f'"{told["hash"]}"'
