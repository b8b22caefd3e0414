"""Internal notices for programs: the same verbs and the same eyes as the screens (Điều 15.1, 15.2)."""

from datetime import date, datetime
from typing import Any, Literal

from django.db import transaction
from django.http import HttpRequest
from ninja import Field as Value
from ninja import Query, Router, Schema, Status

from portal.base import clock
from portal.base.api import Listed, Paging, RowNumber, in_pages, local, not_found
from portal.base.refused import refuse_if
from portal.base.rules import Refusal
from portal.base.sheets import download
from portal.files.models import Attachment
from portal.intranet.models import UpNotice
from portal.intranet.models.notices import addressees_of
from portal.intranet.notices import actions, queries, rules
from portal.intranet.notices.roll import myself, roll
from portal.intranet.notices.sheets import notices_book
from portal.people import offices
from portal.people.models import Person

router = Router()
CHANNEL, MOST_LINES = "api", 2000  # of one sheet


class PaperOut(Schema):
    title: str
    url: str
    sha256: str


class NoticeOut(Schema):
    id: int
    title: str
    sort: str = Value(description="thong-bao | ke-hoach | huong-dan")
    words: str
    by: str
    to: list[str]
    up_at: datetime
    corrected_at: datetime | None
    confirm_by: date | None
    year: int = Value(description="năm bắt đầu của năm học")
    hash: str
    papers: list[PaperOut]
    waits: bool = Value(description="người gọi còn phải xác nhận")
    confirmed_at: datetime | None
    done: int
    asked: int = Value(description="số người phải xác nhận mà người gọi được biết")


class ReaderOut(Schema):
    name: str
    units: str
    state: str = Value(description="done | again | open")
    at: datetime | None
    late: bool


class NoticeIn(Schema):
    title: str = Value(max_length=255)
    words: str = Value(max_length=rules.LONGEST)
    sort: str = rules.Sort.NOTICE.value
    everyone: bool = False
    offices: list[str] = Value([], max_length=20)
    units: list[RowNumber] = Value([], max_length=200)
    people: list[RowNumber] = Value([], max_length=500)
    confirm_by: date | None = None
    documents: list[RowNumber] = Value(
        [], max_length=rules.MOST_PAPERS, description="tệp người gọi đã gửi qua /documents với inside=true"
    )


class DraftOut(Schema):
    id: int
    title: str
    url: str


class ReadIn(Schema):
    hash: str = Value(max_length=64, description="mã của những lời đã đọc")


class ToldOut(Schema):
    reminded: int


class Narrowed(Paging):
    year: int | None = Value(None, ge=2000, le=2200, description="năm bắt đầu của năm học; để trống: mọi năm")
    waiting: bool = Value(False, description="chỉ thông báo người gọi còn phải xác nhận")
    form: Literal["", "xlsx"] = ""


@router.get(
    "/internal-notices", response=Listed[NoticeOut], summary="Notices that reach the caller; form=xlsx: as a sheet"
)
def internal_notices(request: HttpRequest, narrowed: Query[Narrowed]) -> Any:
    caller, at = _caller(request)
    board = offices.board(at)
    found = queries.unconfirmed(caller, at) if narrowed.waiting else queries.visible_to(caller, at, board)
    found = found.filter(year=narrowed.year) if narrowed.year is not None else found
    if narrowed.form:
        book = notices_book(queries.rows(list(found[:MOST_LINES]), caller, at, board))
        return download(book, f"thong-bao-noi-bo-{at:%Y-%m-%d}.xlsx")
    return in_pages(found, narrowed, lambda page: _told(queries.rows(page, caller, at, board)))


@router.post("/internal-notices", response={201: DraftOut}, summary="Begin a notice; it goes the way of every text")
def write_internal_notice(request: HttpRequest, payload: NoticeIn) -> Any:
    caller, at = _caller(request)
    to = rules.To(payload.everyone, frozenset(payload.offices), frozenset(payload.units), frozenset(payload.people))
    words = actions.Words(payload.title, payload.words, to, payload.sort, payload.confirm_by, tuple(payload.documents))
    made = actions.write_notice(words, by=caller, at=at, channel=CHANNEL)
    return Status(201, {"id": made.pk, "title": made.title, "url": f"/viec/{made.pk}/"})


@router.get("/internal-notices/{row:pk}", response=NoticeOut, summary="One notice with its files")
def internal_notice(request: HttpRequest, pk: int) -> Any:
    return _shown(*_caller(request), pk)


@router.post("/internal-notices/{row:pk}/confirm", response=NoticeOut, summary="“Tôi đã đọc”, of these very words")
@transaction.atomic
def confirm_internal_notice(request: HttpRequest, pk: int, payload: ReadIn) -> Any:
    caller, at = _caller(request)
    actions.confirm(_found(caller, at, pk).notice, hash=payload.hash, by=caller, at=at, channel=CHANNEL)
    return _shown(caller, at, pk)


@router.get(
    "/internal-notices/{row:pk}/readers", response=Listed[ReaderOut], summary="Who has not read it, then who has"
)
def internal_notice_readers(request: HttpRequest, pk: int, paging: Query[Paging]) -> Any:
    caller, at = _caller(request)
    up = _found(caller, at, pk)
    seen = rules.sees_readers(offices.board(at), caller.pk, writer=up.by_id, leads=myself(caller, at).leads)
    refuse_if(None if seen else Refusal("R-NOTICE-09", "Điều 15.1", rules.NOT_YOURS))
    return in_pages(queries.readers(up, at, roll(at), seen), paging, lambda page: [_reader(one) for one in page])


@router.post("/internal-notices/{row:pk}/remind", response=ToldOut, summary="Remind whoever has not confirmed")
@transaction.atomic
def remind_of_internal_notice(request: HttpRequest, pk: int) -> Any:
    caller, at = _caller(request)
    return {"reminded": actions.remind(_found(caller, at, pk).notice, by=caller, at=at, channel=CHANNEL)}


def _caller(request: HttpRequest) -> tuple[Person, datetime]:
    """One of the staff; for everybody else there is nothing here."""
    caller: Person = request.auth.person  # type: ignore[attr-defined]
    at = clock.now()
    if not offices.is_insider(caller, at):
        raise not_found("trang này")
    return caller, at


def _found(caller: Person, at: datetime, pk: int) -> UpNotice:
    up = queries.visible_to(caller, at).filter(pk=pk).first()
    if up is None:
        raise not_found("thông báo này")
    return up


def _shown(caller: Person, at: datetime, pk: int) -> dict[str, Any]:
    return _told(queries.rows([_found(caller, at, pk)], caller, at, offices.board(at)))[0]


def _reader(one: queries.Reader) -> dict[str, Any]:
    return {"name": one.name, "units": one.units, "state": one.state.value, "at": local(one.at), "late": one.late}


def _told(rows: list[queries.Row]) -> list[dict[str, Any]]:
    """Three queries however many there are."""
    papers = queries.papers_of(row.up for row in rows)
    to = addressees_of([row.up.notice.to for row in rows])
    return [_one(row, names, papers[row.up.pk]) for row, names in zip(rows, to, strict=True)]


def _one(row: queries.Row, to: list[str], papers: list[Attachment]) -> dict[str, Any]:
    up, notice = row.up, row.up.notice
    return {
        "id": up.pk, "title": notice.title, "sort": up.sort, "words": notice.intro, "by": str(up.by), "to": to,
        "up_at": local(up.first_up), "corrected_at": local(up.up_at) if up.up_at != up.first_up else None, "hash": up.hash,
        "confirm_by": up.acknowledge_by, "year": up.year, "waits": row.waits, "confirmed_at": local(row.confirmed_at),
        "papers": [{"title": one.title, "url": one.url, "sha256": one.sha256} for one in papers],
        "done": row.done, "asked": row.asked,
    }  # fmt: skip
