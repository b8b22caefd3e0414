"""Classes and what their families consent to, for programs of those who may see them: the same reach as on the screens. No marks:
results are told to each family alone (Luật 91/2025, Điều 24)."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from portal.base import clock
from portal.base.api import Listed, Paging, RowNumber, in_pages, not_found
from portal.base.refused import refuse_if
from portal.people import offices
from portal.pupils.consents import actions, queries
from portal.pupils.consents.actions import Upon
from portal.pupils.consents.rules import PURPOSES, Answer, Purpose
from portal.pupils.gate import Here
from portal.pupils.models import SchoolClass
from portal.pupils.roll import queries as roll
from portal.pupils.roll import rules

router = Router()
CHANNEL = "api"


class ClassOut(Schema):
    id: int
    year: int = Field(description="năm đầu của năm học")
    name: str
    grade: int
    teacher: str
    pupils: int
    sheets: int = Field(description="bao nhiêu em đã có phiếu đồng ý")


class PupilOut(Schema):
    id: int
    code: str
    name: str
    born: date | None
    consents: dict[str, str] = Field(description=f"{' | '.join(PURPOSES)} → yes | no | withdrawn | silent")


class SeatedOut(Schema):
    id: int
    year: int
    name: str
    seen: int = Field(description="gửi lại khi ghi phiếu: không ghi đè điều vừa đổi")
    items: list[PupilOut]
    total: int


class AnswerIn(Schema):
    pupil: RowNumber
    parent: bool = Field(description="cha mẹ hoặc người giám hộ đã ký")
    child: bool = Field(False, description="em đã ký; từ đủ 7 tuổi phải có")
    ticked: list[Purpose] = Field(description="mục đồng ý; mục không kể là không đồng ý")
    paper: str = Field("", max_length=200)


class SheetsIn(Schema):
    seen: RowNumber
    paper: str = Field(max_length=200, description="số phiếu giấy, nơi lưu")
    answers: list[AnswerIn] = Field(max_length=200)


class RecordedOut(Schema):
    changed: int
    seen: int


class ClassesAsked(Paging):
    year: int | None = Field(None, ge=2000, le=2099, description="năm đầu của năm học; trống: năm học này")


def _here(request: HttpRequest, answer: HttpResponse) -> Here:
    """Who calls; nobody keeps what he is told. Raises Problem (404) for whoever is no insider, Refused (R-ROLL-02)."""
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    here = Here(request.auth.person, clock.now())  # type: ignore[attr-defined]
    if not offices.is_insider(here.person, here.at):
        raise not_found("trang này")
    refuse_if(rules.may_see_any(here.reach))
    return here


def _class(pk: int, here: Here) -> SchoolClass:
    found = SchoolClass.objects.filter(pk=pk).first()
    if found is None or rules.may_see_class(here.reach, found.pk) is not None:
        raise not_found("lớp này")
    return found


@router.get("/classes", response=Listed[ClassOut], summary="The classes the caller sees, of a school year")
def classes(request: HttpRequest, response: HttpResponse, asked: Query[ClassesAsked]) -> Any:
    """A class teacher's own; all of them for who keeps the rolls, and for the Principal."""
    here = _here(request, response)
    today = roll.today(here.at)
    year = asked.year or rules.school_year(today)

    def show(page: list[Any]) -> list[dict[str, Any]]:
        papers = queries.papers_in([one.pk for one in page], here.at)
        return [
            {"id": one.pk, "year": one.year, "name": one.name, "grade": one.grade, "teacher": str(one.teacher or ""),
             "pupils": one.many, "sheets": papers.get(one.pk, 0)}
            for one in page
        ]  # fmt: skip

    return in_pages(roll.classes(year, here.reach, roll.day_of(year, today)), asked, show)


@router.get("/classes/{row:pk}", response=SeatedOut, summary="Who sits in a class, and what each family consented to")
def school_class(request: HttpRequest, response: HttpResponse, pk: int, paging: Query[Paging]) -> Any:
    """Of the year of the class."""
    here = _here(request, response)
    found = _class(pk, here)
    pupils = roll.pupils_of(found.pk, roll.day_of(found.year, roll.today(here.at)))

    def show(page: list[Any]) -> list[dict[str, Any]]:
        standing = queries.standing([one.pk for one in page], found.year, here.at)
        return [
            {"id": one.pk, "code": one.code, "name": one.full_name, "born": one.born,
             "consents": {each.value: queries.state(standing[one.pk].get(each)).value for each in Purpose}}
            for one in page
        ]  # fmt: skip

    seen = queries.last_seen(list(pupils.values_list("pk", flat=True)))
    return {"id": found.pk, "year": found.year, "name": found.name, "seen": seen, **in_pages(pupils, paging, show)}


@router.post(
    "/classes/{row:pk}/consents",
    response=RecordedOut,
    summary="Enter the sheets of a class; nothing for who is not named",
)
def record(request: HttpRequest, response: HttpResponse, pk: int, payload: SheetsIn) -> Any:
    """As the screen of the class: 422 where a signature or the paper is missing, 409 where something moved since `seen`."""
    here = _here(request, response)
    found = _class(pk, here)
    answers = [Answer(one.pupil, one.parent, one.child, frozenset(one.ticked), one.paper) for one in payload.answers]
    changed = actions.record(
        found, answers, Upon(payload.paper), seen=payload.seen, by=here.person, at=here.at, channel=CHANNEL
    )
    inside = roll.pupils_of(found.pk, roll.day_of(found.year, roll.today(here.at)))
    return {"changed": changed, "seen": queries.last_seen(list(inside.values_list("pk", flat=True)))}
