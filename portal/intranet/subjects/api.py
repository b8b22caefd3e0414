"""The catalogue of subjects and series for programs (Điều 15.1, 15.2)."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from ninja import Field as Value
from ninja import Router, Schema, Status

from portal.base.api import local, not_found
from portal.intranet.gate import program
from portal.intranet.subjects import actions, queries
from portal.intranet.subjects.queries import KINDS, Kept

router = Router()
CHANNEL = "api"


class RowOut(Schema):
    id: int
    title: str
    items: int = Value(description="số học liệu xếp vào mục này")
    retired_at: datetime | None


class RowIn(Schema):
    title: str = Value(max_length=200)


class RowChange(Schema):
    title: str | None = Value(None, max_length=200)
    retired: bool | None = None


@router.get("/subjects", response=list[RowOut], summary="The subjects things are filed under, in order")
def subjects(request: HttpRequest) -> Any:
    return _all(request, "mon")


@router.post(
    "/subjects", response={201: RowOut}, summary="Add a subject; the Head and the Secretary keep the catalogue"
)
def add_subject(request: HttpRequest, payload: RowIn) -> Any:
    return _add(request, "mon", payload)


@router.patch("/subjects/{row:pk}", response=RowOut, summary="Write its name anew, put it out of use or into it")
def change_subject(request: HttpRequest, pk: int, payload: RowChange) -> Any:
    return _change(request, "mon", pk, payload)


@router.get("/textbook-series", response=list[RowOut], summary="The series of textbooks, in order")
def series(request: HttpRequest) -> Any:
    return _all(request, "sach")


@router.post(
    "/textbook-series", response={201: RowOut}, summary="Add a series; the Head and the Secretary keep the catalogue"
)
def add_series(request: HttpRequest, payload: RowIn) -> Any:
    return _add(request, "sach", payload)


@router.patch("/textbook-series/{row:pk}", response=RowOut, summary="Write its name anew, put it out of use or into it")
def change_series(request: HttpRequest, pk: int, payload: RowChange) -> Any:
    return _change(request, "sach", pk, payload)


def _all(request: HttpRequest, kind: str) -> list[dict[str, Any]]:
    program(request)
    return [_told(row, many) for row, many in queries.shelf(kind).rows]


def _add(request: HttpRequest, kind: str, payload: RowIn) -> Any:
    here = program(request)
    return Status(201, _told(actions.add(kind, payload.title, by=here.person, at=here.at, channel=CHANNEL), 0))


@transaction.atomic
def _change(request: HttpRequest, kind: str, pk: int, payload: RowChange) -> dict[str, Any]:
    here = program(request)
    row: Kept | None = KINDS[kind].objects.filter(pk=pk).first()
    if row is None:
        raise not_found("mục này")
    told: dict[str, Any] = {"by": here.person, "at": here.at, "channel": CHANNEL}
    row = actions.rename(row, payload.title, **told) if payload.title is not None else row
    row = actions.use(row, wanted=not payload.retired, **told) if payload.retired is not None else row
    return next(_told(one, many) for one, many in queries.shelf(kind).rows if one.pk == row.pk)


def _told(row: Kept, many: int) -> dict[str, Any]:
    return {"id": row.pk, "title": row.title, "items": many, "retired_at": row.retired_at and local(row.retired_at)}
