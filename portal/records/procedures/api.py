"""Procedures for programs: what is up, as readers see it (Điều 16.1.2)."""

from datetime import date, datetime
from typing import Any, Literal

from django.http import HttpRequest
from ninja import Field as Value
from ninja import Query, Router, Schema

from portal.base import clock
from portal.base.api import Listed, Paging, in_pages, local, not_found
from portal.base.sheets import download
from portal.records.models import Procedure
from portal.records.procedures import queries, rules
from portal.records.procedures.sheets import procedures_book

router = Router()


class PaperOut(Schema):
    title: str
    url: str
    sha256: str


class ProcedureOut(Schema):
    id: int
    title: str
    stage: str = Value(description=" | ".join(rules.Stage))
    who: str
    intro: str
    dossier: list[str]
    steps: list[str]
    place: str
    hours: str
    days: int | None = Value(description="ngày làm việc; 0: làm ngay")
    fee: int | None = Value(description="đồng; 0: không thu")
    fee_note: str
    outcome: str
    basis: list[str]
    starts: date | None
    ends: date | None = Value(description="ngày đầu tiên không còn áp dụng")
    form: str | None = Value(description="mẫu đơn để điền; cùng chỗ có .pdf và .docx")
    url: str
    up_at: datetime | None
    corrected_at: datetime | None


class OneOut(ProcedureOut):
    files: list[PaperOut]


class Narrowed(Paging):
    words: str = Value("", max_length=100)
    over: bool = Value(False, description="true: những thủ tục hết áp dụng")
    form: Literal["", "xlsx"] = ""


@router.get("/procedures", response=Listed[ProcedureOut], summary="Procedures that are up; form=xlsx: as a sheet")
def procedures(request: HttpRequest, narrowed: Query[Narrowed]) -> Any:
    day = queries.today(clock.now())
    found = queries.listed(narrowed.words, day, over=narrowed.over)
    if narrowed.form:
        told = [queries.told(one, day) for one in found]
        return download(procedures_book(told, request.build_absolute_uri), f"thu-tuc-{day:%Y-%m-%d}.xlsx")
    return in_pages(found, narrowed, lambda rows: [_told(one, day) for one in rows])


@router.get("/procedures/{row:pk}", response=OneOut, summary="One procedure with its forms")
def procedure(request: HttpRequest, pk: int) -> Any:
    found = Procedure.objects.filter(live=True, pk=pk).select_related("case").first()
    if found is None:
        raise not_found("thủ tục này")
    files = [{"title": one.title, "url": one.url, "sha256": one.sha256} for one in found.attached()]
    return _told(found, queries.today(clock.now())) | {"files": files}


def _told(one: Procedure, day: date) -> dict[str, Any]:
    plain = ("title", "who", "intro", "place", "hours", "days", "fee", "fee_note", "outcome", "starts", "ends")
    return {
        "id": one.pk, **{name: getattr(one, name) for name in plain},
        **{name: rules.lines(getattr(one, name)) for name in ("dossier", "steps", "basis")},
        "stage": str(rules.stage(one.starts, one.ends, day)), "form": f"{one.address}mau-don/" if one.form_title else None,
        "url": one.address, "up_at": local(one.case.published_at), "corrected_at": local(one.case.corrected_at),
    }  # fmt: skip
