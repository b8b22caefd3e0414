"""Fetching and permission in one step: what these eyes may not see is not there."""

from datetime import datetime
from typing import Any

from portal.approval.models import Case
from portal.base.api import Problem, not_found
from portal.news.models import Article
from portal.news.queries import follow, may_follow, visible_to
from portal.people.models import Person
from portal.people.rules import Board

ARTICLE = "bài này"


def found(pk: int, person: Person, at: datetime) -> Article | None:
    """An article the caller works on."""
    try:
        return follow(pk, person, at)
    except Article.DoesNotExist:
        return None


def followed(pk: int, person: Person, at: datetime) -> Article:
    """An article the caller works on, or 404."""
    article = found(pk, person, at)
    if article is None:
        raise not_found(ARTICLE)
    return article


def readable(pk: int, person: Person, at: datetime) -> Article:
    """A live article the caller may read, or 404."""
    article = visible_to(person, at).filter(pk=pk).first()
    if article is None:
        raise not_found(ARTICLE)
    return article


def task_page(case: Case | None, person: Person, board: Board) -> Any:
    """The page behind a task, whatever its kind, or 404 for whom it is no business."""
    page = case.page.specific if case is not None else None
    if page is None or not may_follow(person, page, board):
        raise not_found("việc này")
    return page


def expected_hash(header: str | None) -> str:
    """The hash an If-Match names; 428 where there is none to compare."""
    text = (header or "").strip()
    text = text.removeprefix("W/").strip().strip('"').strip()
    if not text or text == "*":
        raise Problem(428, 'Cần gửi kèm If-Match: "<hash>" của bản thầy/cô đang sửa.')
    return text
