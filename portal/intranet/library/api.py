"""The library for programs: the same verbs and the same eyes as the screens (Điều 15.1, 15.2)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from django.db import transaction
from django.http import HttpRequest
from ninja import Field as Value
from ninja import Query, Router, Schema, Status

from portal.base import clock
from portal.base.api import LARGEST, Listed, Paging, RowNumber, in_pages, local, not_found
from portal.base.sheets import download
from portal.files.models import Attachment
from portal.intranet.library import actions, queries, rules
from portal.intranet.library.sheets import library_book
from portal.intranet.models import LibraryItem
from portal.people import offices
from portal.people.models import Person

router = Router()
CHANNEL = "api"


class FileOut(Schema):
    title: str
    url: str
    sha256: str


class ItemOut(Schema):
    id: int
    title: str
    sort: str = Value(description=" | ".join(rules.Sort))
    grade: int | None = Value(description="6–9; 0: mọi khối")
    subject: str | None
    series: str | None
    year: int | None = Value(description="năm bắt đầu của năm học")
    unit: str | None
    lesson: str
    words: str
    licence: str = Value(description=" | ".join(rules.Licence))
    source: str
    by: str
    up_at: datetime
    corrected_at: datetime | None
    rated: int
    mean: float | None
    fetched: int
    url: str
    files: list[FileOut]


class VersionOut(Schema):
    number: int
    up_at: datetime
    by: str
    hash: str
    now: bool


class Narrowed(Paging):
    sort: rules.Sort | None = None
    grade: int | None = Value(None, ge=0, le=9)
    subject: int | None = Value(None, ge=0, le=LARGEST)
    series: int | None = Value(None, ge=0, le=LARGEST)
    year: int | None = Value(None, ge=2000, le=2200)
    unit: int | None = Value(None, ge=0, le=LARGEST)
    words: str = Value("", max_length=100)
    form: Literal["", "xlsx"] = ""


class ItemIn(Schema):
    title: str = Value(max_length=255)
    sort: str = ""
    grade: int | None = None
    subject: int | None = Value(None, ge=0, le=LARGEST)
    series: int | None = Value(None, ge=0, le=LARGEST)
    year: int | None = Value(None, ge=2000, le=2200)
    unit: int | None = Value(None, ge=0, le=LARGEST)
    lesson: str = Value("", max_length=200)
    words: str = Value("", max_length=rules.LONGEST)
    licence: str = rules.Licence.SHARE.value
    source: str = Value("", max_length=300)
    documents: list[RowNumber] = Value(
        [], max_length=rules.MOST_PAPERS, description="tệp người gọi đã gửi qua /documents với inside=true"
    )


class DraftOut(Schema):
    id: int
    title: str
    url: str


class SentOut(Schema):
    with_secretary: bool = Value(description="false: ở chỗ tổ trưởng, chờ ý kiến")


@router.get("/library", response=Listed[ItemOut], summary="Resources that are up; form=xlsx: as a sheet")
def library(request: HttpRequest, narrowed: Query[Narrowed]) -> Any:
    caller, at = _caller(request)
    asked = queries.Wanted(**{name: getattr(narrowed, name) for name in (*queries.FACETS, "words")})
    found = queries.listed(queries.visible_to(caller, at), asked)
    if narrowed.form:
        return download(library_book(request, list(found[: queries.MOST_LINES])), f"kho-hoc-lieu-{at:%Y-%m-%d}.xlsx")
    return in_pages(found, narrowed, _told)


@router.post("/library", response={201: DraftOut}, summary="Begin a resource; it goes to the unit's leader first")
def begin_library_item(request: HttpRequest, payload: ItemIn) -> Any:
    caller, at = _caller(request)
    data = payload.model_dump(exclude={"documents", "words"})
    found = Attachment.objects.in_bulk(payload.documents)
    if len(found) != len(set(payload.documents)):
        raise not_found("tệp này")
    files = [found[pk] for pk in payload.documents]
    made = actions.begin(rules.Given(**data, intro=payload.words), files, by=caller, at=at, channel=CHANNEL)
    return Status(201, {"id": made.pk, "title": made.title, "url": f"/noi-bo/kho/ban/{made.pk}/"})


@router.get("/library/{row:pk}", response=ItemOut, summary="One resource with its files")
def library_item(request: HttpRequest, pk: int) -> Any:
    return _told([_found(*_caller(request), pk)])[0]


@router.get("/library/{row:pk}/versions", response=list[VersionOut], summary="Every approved version, newest first")
def library_versions(request: HttpRequest, pk: int) -> Any:
    found = queries.versions(_found(*_caller(request), pk))
    return [
        {"number": one.number, "up_at": local(one.up_at), "by": one.by, "hash": one.hash, "now": one.now}
        for one in found
    ]


@router.post(
    "/library/{row:pk}/send", response=SentOut, summary="Send one's own on: to the leader, or to the Secretary"
)
@transaction.atomic
def send_library_item(request: HttpRequest, pk: int) -> Any:
    caller, at = _caller(request)
    own = queries.mine(caller).filter(pk=pk).first()
    if own is None:
        raise not_found("học liệu này")
    return {"with_secretary": actions.send(own, by=caller, at=at, channel=CHANNEL)}


def _caller(request: HttpRequest) -> tuple[Person, datetime]:
    """One of the staff; for everybody else there is nothing here."""
    caller: Person = request.auth.person  # type: ignore[attr-defined]
    at = clock.now()
    if not offices.is_insider(caller, at):
        raise not_found("trang này")
    return caller, at


def _found(caller: Person, at: datetime, pk: int) -> LibraryItem:
    found = queries.listed(queries.visible_to(caller, at), queries.Wanted()).filter(pk=pk).first()
    if found is None:
        raise not_found("học liệu này")
    return found


def _told(items: Sequence[LibraryItem]) -> list[dict[str, Any]]:
    """Three queries however many there are."""
    worth = queries.worth(item.pk for item in items)
    files = Attachment.objects.in_bulk({pk for item in items for pk in item.papers})
    return [_one(item, worth[item.pk], [files[pk] for pk in item.papers if pk in files]) for item in items]


def _one(item: LibraryItem, worth: queries.Worth, files: list[Attachment]) -> dict[str, Any]:
    case = item.case
    return {
        "id": item.pk, "title": item.title, "sort": item.sort, "grade": item.grade, "year": item.year, "lesson": item.lesson,
        "subject": str(item.subject) if item.subject else None, "series": str(item.series) if item.series else None,
        "unit": str(item.unit) if item.unit else None, "words": item.intro, "licence": item.licence, "source": item.source,
        "by": str(case.creator), "up_at": local(case.published_at), "corrected_at": local(case.corrected_at),
        "rated": worth.rated, "mean": worth.mean, "fetched": worth.fetched, "url": f"/noi-bo/kho/{item.slug}/",
        "files": [{"title": one.title, "url": one.url, "sha256": one.sha256} for one in files],
    }  # fmt: skip
