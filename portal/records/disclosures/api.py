"""What the school discloses for programs: what is up, as readers see it; to the staff, what is owed and by whom (Điều 16.1.2)."""

from datetime import date, datetime
from typing import Any, Literal

from django.http import HttpRequest
from ninja import Field as Value
from ninja import Query, Router, Schema

from portal.base import clock
from portal.base.api import Listed, Paging, in_pages, local, not_found
from portal.base.sheets import download
from portal.people import offices
from portal.records.disclosures import queries
from portal.records.disclosures.circulars import circular_of
from portal.records.disclosures.queries import Row
from portal.records.disclosures.sheets import checklist_book
from portal.records.disclosures.shown import as_read, files_are_shut
from portal.records.disclosures.terms_rules import State
from portal.records.models import Disclosure

router = Router()


class PointOut(Schema):
    id: int | None
    year: int = Value(description="năm đầu của năm học")
    code: str
    title: str
    state: str = Value(description=" | ".join(State))
    due: date | None
    responsible: str
    first_up: datetime | None
    last_up: datetime | None
    keep_until: date | None
    url: str | None


class TableOut(Schema):
    caption: str
    head: list[str]
    rows: list[list[str]]


class FileOut(Schema):
    title: str
    url: str
    sha256: str


class VersionOut(Schema):
    number: int
    up_at: datetime
    hash: str
    in_force: bool
    sealed: bool


class OneOut(Schema):
    id: int
    year: int
    code: str
    title: str
    basis: str
    words: str
    tables: list[TableOut]
    files: list[FileOut]
    versions: list[VersionOut]
    url: str


class Narrowed(Paging):
    year: int | None = Value(None, ge=2024, le=2100, description="năm đầu của năm học; trống: năm học này")
    form: Literal["", "xlsx"] = ""


@router.get("/disclosures", response=Listed[PointOut], summary="The checklist of a school year; form=xlsx: as a sheet")
def disclosures(request: HttpRequest, narrowed: Query[Narrowed]) -> Any:
    """For the staff."""
    at = clock.now()
    if not offices.is_insider(request.auth.person, at):  # type: ignore[attr-defined]
        raise not_found("trang này")
    year = narrowed.year or queries.present_year(at)
    if circular_of(year) is None:
        raise not_found("năm học này")
    rows = queries.checklist(year, at)
    if narrowed.form:
        return download(checklist_book(rows), f"cong-khai-{year}.xlsx")
    return in_pages(rows, narrowed, lambda page: [_told(one) for one in page])


@router.get(
    "/disclosures/{row:pk}", response=OneOut, summary="One point that is up, with its tables, files and versions"
)
def disclosure(request: HttpRequest, pk: int) -> Any:
    """As readers have it."""
    page: Disclosure | None = queries.up(clock.now()).filter(pk=pk).first()
    if page is None:
        raise not_found("mục này")
    read, papers = as_read(page), [] if files_are_shut(page) else page.attached()
    return {
        "id": page.pk, "year": page.year, "code": page.code, "title": page.title, "basis": page.point.basis, "words": read.words,
        "tables": read.tables, "url": page.public_address,
        "files": [{"title": one.title, "url": one.url, "sha256": one.sha256} for one in papers],
        "versions": [
            {"number": one.number, "up_at": local(one.up_at), "hash": one.approval.hash, "in_force": one.in_force,
             "sealed": one.sealed}
            for one in page.versions()
        ],
    }  # fmt: skip


def _told(row: Row) -> dict[str, Any]:
    shown = row.page if row.page is not None and row.page.live else None
    return {
        "id": row.page.pk if row.page is not None else None, "year": row.year, "code": row.point.code, "title": row.point.title,
        "state": row.stands.state.value, "due": row.stands.due, "responsible": str(row.person or ""), "first_up": local(row.first_up),
        "last_up": local(row.last_up), "keep_until": row.keep_until, "url": shown.public_address if shown is not None else None,
    }  # fmt: skip
