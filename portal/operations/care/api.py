"""Faults of what is up, for the API: the same list and the same verb as the screen (Điều 12.3)."""

from datetime import date, datetime
from typing import Any, Literal

from django.db import transaction
from django.http import HttpRequest
from ninja import Field as Value
from ninja import Query, Router, Schema

from portal.base import clock
from portal.base.api import Listed, Paging, in_pages, local, not_found
from portal.base.refused import refuse_if
from portal.operations.care import actions, queries
from portal.operations.care.rules import Kind, may_see
from portal.operations.models import Finding
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board

router = Router()
MOST_PLACES = 100


class PlaceOut(Schema):
    path: str
    title: str
    note: str
    since: datetime


class FindingOut(Schema):
    id: int
    kind: str
    name: str
    what: str
    clause: str
    since: datetime
    state: str = Value(description="open | mended | waived")
    concerns: str = Value(description="những người lỗi này thuộc phần của họ")
    places: list[PlaceOut] = Value(
        description=f"trong danh sách ba chỗ mới nhất, ở từng lỗi nhiều nhất {MOST_PLACES} chỗ"
    )
    many: int = Value(description="số chỗ")
    closed_before: int
    closed_at: datetime | None
    closed_by: str | None
    how: str


class Narrowed(Paging):
    state: Literal["open", "mended", "waived", "all"] = "open"
    kind: Kind | Literal[""] = ""
    mine: bool = False
    month: str = Value("", pattern=r"^(20\d\d-(0[1-9]|1[0-2]))?$", description="2026-11: thấy hoặc khép trong tháng")


class ClosingIn(Schema):
    how: str = Value(description="đã làm gì, hoặc vì sao để nguyên", max_length=500)
    stays: bool = Value(False, description="để nguyên, có lý do")


@router.get("/care/findings", response=Listed[FindingOut], summary="Faults of what is up, by weight")
def findings(request: HttpRequest, narrowed: Query[Narrowed]) -> Any:
    """For the board, the school's leaders and the administrator."""
    caller, board = _caller(request)
    month = date.fromisoformat(f"{narrowed.month}-01") if narrowed.month else None
    state = "" if narrowed.state == "all" else narrowed.state
    wanted = queries.Wanted(state, str(narrowed.kind), narrowed.mine, month)
    found = queries.found(wanted, caller, board)
    return in_pages(found, narrowed, lambda page: [_finding(row) for row in queries.rows(page, board)])


@router.get("/care/findings/{row:pk}", response=FindingOut, summary="One fault with its places")
def finding(request: HttpRequest, pk: int) -> Any:
    _, board = _caller(request)
    return _one(_found(pk), board)


@router.post("/care/findings/{row:pk}/close", response=FindingOut, summary="It was mended, or stays for a reason")
@transaction.atomic
def close_finding(request: HttpRequest, pk: int, payload: ClosingIn) -> Any:
    """What was said to be mended and was not opens anew at the next looking-over."""
    caller, board = _caller(request)
    actions.close(_found(pk), how=payload.how, stays=payload.stays, by=caller, at=clock.now(), channel="api")
    return _one(_found(pk), board)


def _caller(request: HttpRequest) -> tuple[Person, Board]:
    caller: Person = request.auth.person  # type: ignore[attr-defined]
    board = offices.board(clock.now())
    refuse_if(may_see(board, caller.pk))
    return caller, board


def _found(pk: int) -> Finding:
    one = Finding.objects.select_related("closed_by").filter(pk=pk).first()
    if one is None:
        raise not_found("lỗi này")
    return one


def _one(found: Finding, board: Board) -> dict[str, Any]:
    return _finding(queries.rows([found], board, places=MOST_PLACES)[0])


def _finding(row: queries.Row) -> dict[str, Any]:
    one = row.finding
    return {
        "id": one.pk, "kind": one.kind, "name": row.name, "what": one.what, "clause": row.clause, "since": local(one.since),
        "state": one.state, "concerns": row.whose, "many": row.many, "closed_before": row.before,
        "closed_at": local(one.closed_at), "closed_by": str(one.closed_by) if one.closed_by else None, "how": one.how,
        "places": [{"path": place.path, "title": place.title, "note": place.note, "since": local(place.since)}
                   for place in row.places],
    }  # fmt: skip
