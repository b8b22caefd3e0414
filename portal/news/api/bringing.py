"""Word files and pasted words made drafts; their conversions told, and turned back."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Query, Router, Schema, Status
from ninja.files import UploadedFile
from pydantic import Field

from portal.approval.queries import latest
from portal.base import clock
from portal.base.api import Listed, Paging, in_pages, not_found
from portal.base.refused import Refused, refuse_if
from portal.files.rules import may_upload
from portal.news.api import show
from portal.news.api.reach import followed
from portal.news.api.shapes import ArticleOut
from portal.news.bringing import actions
from portal.news.bringing.basket import takes_long
from portal.news.bringing.came import Came
from portal.news.bringing.doorstep import paste_waits
from portal.news.bringing.queries import brought_as
from portal.news.models import Article, Bringing, Brought
from portal.people.models import Person

router = Router()


class BringIn(Schema):
    section: str = Field(description="slug của chuyên mục")
    genre: str = "tin-ngan"
    title: str = Field("", description="để trống thì lấy từ tệp")
    plan_entry: int | None = None

    def given(self) -> dict[str, Any]:
        return self.dict()


class PastedIn(BringIn):
    text: str = Field("", max_length=400_000)
    html: str = Field("", max_length=3_000_000, description="text/html của bảng tạm, nếu có")


class ChangeOut(Schema):
    where: str
    before: str
    after: str
    font: str
    told_by: str = Field(description="tên phông trong tệp; rỗng nếu đoán theo chữ")


class BroughtOut(Schema):
    article: ArticleOut
    name: str
    original: int
    sha256: str
    converted: bool
    changes: int
    lost: list[str]


class WaitingOut(Schema):
    id: int
    name: str
    state: str = Field(description="waiting, done, refused")
    refusal: str = Field(description="vì sao không nhận; rỗng nếu nhận được")
    article: int | None = Field(description="số của bản nháp, khi đã có")


@router.post(
    "/articles/bring", response={201: BroughtOut, 202: WaitingOut},
    summary="Make a draft of a .docx, .odt, .doc or .rtf file",
)  # fmt: skip
def bring(request: HttpRequest, payload: Form[BringIn], file: File[UploadedFile], response: HttpResponse) -> Any:
    """All of it or nothing: a file that is refused leaves no draft, no picture, no original. What another program opens (.doc,
    .rtf) waits for the worker: 202, and Location tells where to ask."""
    by = request.auth.person  # type: ignore[attr-defined]
    refuse_if(may_upload(by.kind))
    try:
        if takes_long(file):
            begun = actions.begin_bringing([file], data=payload.given(), by=by, at=clock.now(), channel="api")
            return _waits(begun, response)
        row = actions.bring_file(file, data=payload.given(), by=by, at=clock.now(), channel="api")
    except Refused as refused:
        raise _at("file", refused) from None
    return _made(row, response)


@router.post(
    "/articles/bring-pasted", response={201: BroughtOut, 202: WaitingOut}, summary="Make a draft of pasted words"
)
def bring_pasted(request: HttpRequest, payload: PastedIn, response: HttpResponse) -> Any:
    """`html` keeps headings, lists and tables, and the names of old fonts. A long paste waits for the worker: 202."""
    by = request.auth.person  # type: ignore[attr-defined]
    refuse_if(may_upload(by.kind))
    data = {name: value for name, value in payload.given().items() if name not in ("text", "html")}
    try:
        came = Came(pasted=payload.text, html=payload.html)
        if came.takes_long:
            return _waits(paste_waits(came, data=data, by=by, at=clock.now(), channel="api"), response)
        row = actions.bring_pasted(payload.text, payload.html, data=data, by=by, at=clock.now(), channel="api")
    except Refused as refused:
        raise _at("text", refused) from None
    return _made(row, response)


@router.get("/articles/brought/{row:pk}", response=WaitingOut, summary="How far a paper is that waits for the worker")
def brought(request: HttpRequest, pk: int) -> Any:
    person = request.auth.person  # type: ignore[attr-defined]
    row = Brought.objects.filter(pk=pk, bringing__person=person).exclude(state=Brought.State.HELD).first()
    if row is None:
        raise not_found("lần nhập này")
    return _waiting(row)


@router.get(
    "/articles/{row:pk}/conversions", response=Listed[ChangeOut], summary="Every converted place of a brought text"
)
def conversions(request: HttpRequest, pk: int, paging: Query[Paging]) -> Any:
    row = _row(pk, request.auth.person)  # type: ignore[attr-defined]
    return in_pages(row.changes, paging, list)


@router.post("/articles/{row:pk}/as-it-was", response=BroughtOut, summary="Turn all conversions back; again, forth")
def as_it_was(request: HttpRequest, pk: int) -> Any:
    """409 once the draft was changed or handed in."""
    by = request.auth.person  # type: ignore[attr-defined]
    return _told(actions.as_it_was(_row(pk, by), by=by, at=clock.now(), channel="api"))


def _row(pk: int, by: Person) -> Brought:
    row = brought_as(followed(pk, by, clock.now()))
    if row is None:
        raise not_found("lần nhập của bài này")
    return row


def _at(field: str, refused: Refused) -> Refused:
    """The same refusals at the field this call names."""
    named = ("papers", "pasted")
    return Refused(*(replace(one, field=field) if one.field in named else one for one in refused.refusals))


def _made(row: Brought, response: HttpResponse) -> Any:
    told = _told(row)
    response["Location"] = f"/api/v1/articles/{row.article_id}"
    response["ETag"] = f'"{told["article"]["hash"]}"'
    return Status(201, told)


def _waits(begun: Bringing, response: HttpResponse) -> Any:
    row = begun.papers.get()
    response["Location"] = f"/api/v1/articles/brought/{row.pk}"
    return Status(202, _waiting(row))


def _waiting(row: Brought) -> dict[str, Any]:
    return {"id": row.pk, "name": row.name, "state": row.state, "refusal": row.refusal, "article": row.article_id}


def _told(row: Brought) -> dict[str, Any]:
    assert row.original is not None
    page = Article.objects.select_related("case").get(pk=row.article_id)
    return {
        "article": show.article(latest(page), page, page.case), "name": row.name, "original": row.original.pk,
        "sha256": row.original.sha256, "converted": row.converted, "changes": len(row.changes), "lost": row.lost,
    }  # fmt: skip
