"""The timetable for programs: what families read on the class pages, and whose lesson it is for the staff (Điều 15.1)."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Field as Value
from ninja import Query, Router, Schema

from portal.base import clock
from portal.base.api import Listed, Paging, in_pages, not_found
from portal.intranet.models import Timetable, TimetableLesson
from portal.intranet.timetable import queries
from portal.people import offices
from portal.people.models import Person

router = Router()


class TimetableOut(Schema):
    id: int
    title: str
    starts: date
    in_force: bool
    note: str


class LessonOut(Schema):
    school_class: str
    day: int = Value(description="0: thứ Hai … 6: Chủ nhật")
    session: str = Value(description="sang | chieu")
    period: int
    subject: str
    teacher: str
    room: str


class Narrowed(Paging):
    school_class: str = Value("", max_length=12, description="6A1")
    mine: bool = Value(False, description="các tiết của người gọi")
    day: int | None = Value(None, ge=0, le=6)


@router.get(
    "/timetables", response=Listed[TimetableOut], summary="Versions of the timetable that are up, the newest first"
)
def timetables(request: HttpRequest, paging: Query[Paging]) -> Any:
    """For the staff; strangers read the class pages."""
    _caller(request)
    now, _ = queries.in_force(clock.now())
    return in_pages(queries.versions(), paging, lambda page: [_told(one, now) for one in page])


@router.get("/timetables/{row:pk}/lessons", response=Listed[LessonOut], summary="The lessons of one version")
def lessons(request: HttpRequest, pk: int, narrowed: Query[Narrowed]) -> Any:
    """In the order of the week."""
    caller = _caller(request)
    if not queries.versions().filter(pk=pk).exists():
        raise not_found("thời khóa biểu này")
    found = TimetableLesson.objects.filter(timetable=pk)
    found = found.filter(school_class=narrowed.school_class) if narrowed.school_class else found
    found = found.filter(person=caller) if narrowed.mine else found
    found = found.filter(day=narrowed.day) if narrowed.day is not None else found
    return in_pages(found, narrowed, list)


def _caller(request: HttpRequest) -> Person:
    caller: Person = request.auth.person  # type: ignore[attr-defined]
    if not offices.is_insider(caller, clock.now()):
        raise not_found("trang này")
    return caller


def _told(one: Timetable, now: Timetable | None) -> dict[str, Any]:
    return {"id": one.pk, "title": one.title, "starts": one.starts, "in_force": one == now, "note": one.intro}
