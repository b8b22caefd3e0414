"""Documents for programs: what is up, as readers see it; the register for who keeps it (NĐ 42/2022; NĐ 30/2020 Điều 15)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal

from django.http import HttpRequest
from ninja import Field as Value
from ninja import Query, Router, Schema

from portal.base import clock
from portal.base.api import Listed, Paging, in_pages, local, not_found
from portal.base.refused import refuse_if
from portal.base.sheets import download
from portal.people import offices
from portal.people.models import Person
from portal.records.documents import queries, rules
from portal.records.documents.kinds import NAMES
from portal.records.documents.queries import Told, Wanted
from portal.records.documents.sheets import documents_book
from portal.records.models import Document, RegisterLine

router = Router()


class TieOut(Schema):
    relation: str = Value(description="thay | sua")
    symbol: str
    title: str
    url: str | None


class PaperOut(Schema):
    title: str
    url: str
    sha256: str


class SchoolDocumentOut(Schema):
    id: int
    kind: str = Value(description=" | ".join(NAMES))
    symbol: str
    title: str
    origin: str
    issuer: str
    issued: date | None
    starts: date | None
    ends: date | None = Value(description="ngày đầu tiên không còn hiệu lực")
    force: str = Value(description=" | ".join(rules.Force))
    signer: str
    signer_post: str
    field: str | None
    intro: str
    does: list[TieOut]
    undergoes: list[TieOut]
    url: str
    up_at: datetime | None
    corrected_at: datetime | None


class OneOut(SchoolDocumentOut):
    files: list[PaperOut]


class Narrowed(Paging):
    year: int | None = Value(None, ge=1900, le=2200)
    kind: str = Value("", max_length=6)
    origin: Literal["", "truong", "cap-tren"] = ""
    words: str = Value("", max_length=100)
    form: Literal["", "xlsx"] = ""


class NumberOut(Schema):
    id: int
    kind: str
    number: int
    symbol: str
    issued: date
    summary: str
    signer: str
    to: str
    cancelled_at: datetime | None
    reason: str


class OfYear(Paging):
    year: int | None = Value(None, ge=1900, le=2200)  # without one, this year
    kind: str = Value("", max_length=6)


@router.get(
    "/school-documents", response=Listed[SchoolDocumentOut], summary="Documents that are up; form=xlsx: as a sheet"
)
def documents(request: HttpRequest, narrowed: Query[Narrowed]) -> Any:
    day = queries.today(clock.now())
    asked = Wanted(narrowed.year, narrowed.kind or None, narrowed.origin or None, narrowed.words)
    found = queries.listed(asked).select_related("field", "case")
    if narrowed.form:
        book = documents_book(queries.told(found[: queries.MOST_LINES], day), request.build_absolute_uri)
        return download(book, f"van-ban-{day:%Y-%m-%d}.xlsx")
    return in_pages(found, narrowed, lambda rows: [_told(one) for one in queries.told(rows, day)])


@router.get("/school-documents/{row:pk}", response=OneOut, summary="One document with its files")
def document(request: HttpRequest, pk: int) -> Any:
    found = Document.objects.filter(live=True, pk=pk).select_related("field", "case").first()
    if found is None:
        raise not_found("văn bản này")
    files = [{"title": one.title, "url": one.url, "sha256": one.sha256} for one in found.attached()]
    return _told(queries.told([found], queries.today(clock.now()))[0]) | {"files": files}


@router.get("/register-numbers", response=Listed[NumberOut], summary="The numbers of a year, the last first")
def numbers(request: HttpRequest, of: Query[OfYear]) -> Any:
    """For who keeps the register, and the school board."""
    caller: Person = request.auth.person  # type: ignore[attr-defined]
    at = clock.now()
    if not offices.is_insider(caller, at):
        raise not_found("trang này")
    refuse_if(queries.may_read_register(caller, at))
    return in_pages(
        queries.lines(of.year or queries.today(at).year, of.kind), of, lambda rows: [_number(one) for one in rows]
    )


def _told(told: Told) -> dict[str, Any]:
    one = told.document
    plain = ("kind", "symbol", "title", "origin", "issuer", "issued", "ends", "signer", "signer_post", "intro")
    return {
        "id": one.pk, **{name: getattr(one, name) for name in plain}, "starts": rules.begins(one.given()), "force": told.force.value,
        "field": str(one.field) if one.field else None, "does": list(map(_tie, told.does)), "undergoes": list(map(_tie, told.undergoes)),
        "url": one.address, "up_at": local(one.case.published_at), "corrected_at": local(one.case.corrected_at),
    }  # fmt: skip


def _tie(tie: queries.Tie) -> Mapping[str, Any]:
    return {"relation": tie.relation.value, "symbol": tie.symbol, "title": tie.title, "url": tie.address or None}


def _number(one: RegisterLine) -> Mapping[str, Any]:
    plain = ("number", "symbol", "issued", "summary", "signer", "to", "reason")
    return {
        "id": one.pk,
        "kind": one.book.kind,
        **{name: getattr(one, name) for name in plain},
        "cancelled_at": local(one.cancelled_at),
    }
