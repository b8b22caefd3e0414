"""Lists for the Head as the screens show them: what may be gathered, what stands in one, how each item stands now."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Q, QuerySet
from wagtail.models import Page

from portal.approval.models import Case, ReviewItem, ReviewList
from portal.approval.queries import Standing, gatherable, standings
from portal.approval.rules import as_listed, may_decide
from portal.people.models import Person
from portal.people.rules import Board


@dataclass(frozen=True)
class Row:
    """One item: what it is, who wrote it, which text; `pk` is what a form ticks."""

    pk: int
    page: int
    title: str
    kind: str
    who: str
    hash: str
    since: datetime | None = None
    correcting: bool = False
    note: str = ""  # why it would not be decided with the list, or was left out
    fate: str = ""  # "" | out | up


def to_gather(at: datetime, board: Board) -> list[Row]:
    """Everything internal at the Head's step that is in no list, oldest first; its `pk` is its page."""
    found = gatherable(at, board)
    kinds, names = _kinds(one.case.page_id for one in found), _names(one.case for one in found)
    return [
        Row(pk=one.case.page_id, page=one.case.page_id, title=one.case.title, kind=kinds.get(one.case.page_id, ""),
            who=names(one.case), hash=one.case.hash, since=one.since, correcting=one.case.correcting)
        for one in found
    ]  # fmt: skip


def lists() -> QuerySet[ReviewList]:
    """Every list that was not taken back, the newest first, each with how many it holds, left out and put up."""
    return counted().filter(called_off_at=None).order_by("-pk")


def counted() -> QuerySet[ReviewList]:
    return ReviewList.objects.select_related("prepared_by", "decided_by").annotate(
        many=Count("items", filter=Q(items__left_out="")), out=Count("items", filter=~Q(items__left_out="")),
        given=Count("items", filter=Q(items__approval__isnull=False)),
    )  # fmt: skip


def rows(items: Iterable[ReviewItem], head: int, at: datetime, board: Board) -> list[Row]:
    """The items of a list with how each stands at `at`; `head` is who would decide."""
    kept = list(items)
    pages = [one.page_id for one in kept]
    cases = Case.objects.filter(page__in=pages)
    stands = {one.case.page_id: one for one in standings(cases, at, board)} if kept else {}
    kinds, names = _kinds(pages), _names(one.case for one in stands.values())
    return [
        Row(pk=one.pk, page=one.page_id, title=now.case.title, kind=kinds.get(one.page_id, ""), who=names(now.case),
            hash=one.hash, correcting=now.case.correcting, **_stands(one, now, head))
        for one in kept if (now := stands[one.page_id])
    ]  # fmt: skip


def _stands(item: ReviewItem, now: Standing, head: int) -> dict[str, Any]:
    """What became of it, or would."""
    if item.approval_id is not None:
        return {"fate": "up"}
    if item.left_out:
        return {"fate": "out", "note": item.left_out}
    is_now = (now.case.page_id, now.task_id() or 0, now.case.revision_id, now.case.hash)
    why = as_listed((item.page_id, item.task, item.revision_id, item.hash), is_now)
    why = why or may_decide(head, now.hands, now.vouchers, now.board)
    return {"note": str(why) if why else ""}


def _kinds(pages: Iterable[int]) -> dict[int, str]:
    """What each page is, in the words of its room."""
    found = dict(Page.objects.filter(pk__in=list(pages)).values_list("pk", "content_type_id"))
    names = {pk: ContentType.objects.get_for_id(pk).model_class() for pk in set(found.values())}
    return {page: str(model._meta.verbose_name) for page, pk in found.items() if (model := names[pk]) is not None}


def _names(cases: Iterable[Case]) -> Callable[[Case], str]:
    """Says of a case who wrote it, all names fetched in one query."""
    ids = {who for case in cases for who in (case.creator_id, *case.authors)}
    people = {one.pk: str(one) for one in Person.objects.filter(pk__in=ids)}
    return lambda case: ", ".join(people.get(who, "") for who in case.authors or [case.creator_id])
