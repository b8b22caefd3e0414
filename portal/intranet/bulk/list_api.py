"""Lists for the Head for programs: gathered, read, left out of, decided on by the verbs of the screens (Điều 15.2)."""

from datetime import datetime
from typing import Any, Literal

from django.db import transaction
from django.http import HttpRequest
from ninja import Field as Value
from ninja import Query, Router, Schema, Status

from portal.approval import actions as approval
from portal.approval.models import ReviewList
from portal.approval.rules import may_decide_over, may_gather, may_see_lists
from portal.base.api import Listed, Paging, RowNumber, in_pages, local, not_found
from portal.base.refused import refuse_if
from portal.base.sheets import download
from portal.base.text import slug
from portal.intranet.bulk import list_queries as queries
from portal.intranet.bulk.sheets import list_book
from portal.intranet.gate import Here, program

router = Router()
CHANNEL, MOST = "api", 100  # of pages named in one call; how many a list holds the rule says


class ReviewListOut(Schema):
    id: int
    title: str
    prepared_by: str
    prepared_at: datetime
    digest: str
    state: str = Value(description="open | decided | taken_back")
    many: int = Value(description="mục còn trong danh sách")
    left_out: int
    approved: int
    decided_by: str | None
    decided_at: datetime | None
    url: str


class ReviewItemOut(Schema):
    id: int = Value(description="số của mục trong danh sách; ở danh sách chờ gom: số của nội dung")
    page: int
    title: str
    kind: str
    by: str
    hash: str
    fate: str = Value(description="waiting | out | up")
    note: str = Value(description="vì sao để lại, hay sẽ tự ở lại")


class WholeListOut(ReviewListOut):
    items: list[ReviewItemOut]


class Asked(Paging):
    waiting: bool = Value(False, description="những mục Thư ký có thể gom, thay cho các danh sách")


class Wanted(Schema):
    form: Literal["", "xlsx"] = ""


class GatherIn(Schema):
    title: str = Value(max_length=200)
    pages: list[RowNumber] = Value(max_length=MOST)


class ListDecisionIn(Schema):
    decision: Literal["approve", "leave_out", "take_back"]
    digest: str = Value("", max_length=64, description="mã của danh sách đúng như đã xem")
    items: list[RowNumber] = Value([], max_length=MOST, description="mục để lại")
    reason: str = Value("", max_length=1000)


@router.get(
    "/review-lists", response=Listed[ReviewListOut | ReviewItemOut], summary="Lists of internal items, newest first"
)
def review_lists(request: HttpRequest, asked: Query[Asked]) -> Any:
    here = _follower(request)
    if asked.waiting:
        refuse_if(may_gather(here.person.pk, here.board))
        return in_pages(queries.to_gather(here.at, here.board), asked, lambda rows: [_item(one) for one in rows])
    return in_pages(queries.lists(), asked, lambda rows: [_list(one) for one in rows])


@router.post("/review-lists", response={201: WholeListOut}, summary="Gather items at the Head's step into one list")
def gather_review_list(request: HttpRequest, payload: GatherIn) -> Any:
    here = _follower(request)
    made = approval.gather(payload.pages, title=payload.title, by=here.person, at=here.at, channel=CHANNEL)
    return Status(201, _whole(made.pk, here))


@router.get("/review-lists/{row:pk}", response=WholeListOut, summary="One list with its items; form=xlsx: as a sheet")
def review_list(request: HttpRequest, pk: int, wanted: Query[Wanted]) -> Any:
    here = _follower(request)
    made = _found(pk)
    if wanted.form:
        return download(list_book(made, here.at, here.board), f"{slug(made.title)[:60] or 'danh-sach'}.xlsx")
    return _whole(pk, here)


@router.post(
    "/review-lists/{row:pk}/decision", response=WholeListOut, summary="Decide over a list exactly as it was seen"
)
@transaction.atomic
def decide_on_review_list(request: HttpRequest, pk: int, payload: ListDecisionIn) -> Any:
    """409 where the list is no longer the one with that digest. To approve and to leave out needs a token its owner made for
    deciding."""
    here = _follower(request)
    made, about = _found(pk), {"by": here.person, "at": here.at, "channel": CHANNEL}
    if payload.decision == "take_back":
        approval.take_back_list(made, **about)
    else:
        refuse_if(may_decide_over(here.person.pk, here.board))
        request.auth.must_decide()  # type: ignore[attr-defined]
        if payload.decision == "approve":
            approval.decide_over(made, digest=payload.digest, **about)
        else:
            approval.set_out(made, payload.items, reason=payload.reason, digest=payload.digest, **about)
    return _whole(pk, here)


def _follower(request: HttpRequest) -> Here:
    here = program(request)
    refuse_if(may_see_lists(here.person.pk, here.board))
    return here


def _found(pk: int) -> ReviewList:
    made = ReviewList.objects.filter(pk=pk).first()
    if made is None:
        raise not_found("danh sách này")
    return made


def _whole(pk: int, here: Here) -> dict[str, Any]:
    """A list with every item: three queries more however many it holds."""
    made, head = queries.counted().get(pk=pk), min(here.board.leaders, default=0)
    head = here.person.pk if may_decide_over(here.person.pk, here.board) is None else head
    rows = queries.rows(made.items.all(), head, here.at, here.board)
    return _list(made) | {"items": [_item(one) for one in rows]}


def _list(made: Any) -> dict[str, Any]:
    state = "decided" if made.decided_at else "taken_back" if made.called_off_at else "open"
    return {
        "id": made.pk, "title": made.title, "prepared_by": str(made.prepared_by), "prepared_at": local(made.prepared_at),
        "digest": made.digest, "state": state, "many": made.many, "left_out": made.out, "approved": made.given,
        "decided_by": str(made.decided_by) if made.decided_by else None, "decided_at": local(made.decided_at),
        "url": f"/noi-bo/danh-sach-duyet/{made.pk}/",
    }  # fmt: skip


def _item(one: queries.Row) -> dict[str, Any]:
    return {"id": one.pk, "page": one.page, "title": one.title, "kind": one.kind, "by": one.who, "hash": one.hash,
            "fate": one.fate or "waiting", "note": one.note}  # fmt: skip
