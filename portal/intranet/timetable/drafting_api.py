"""A draft of the timetable for programs: its lessons by their places, written anew, added, taken out (Điều 14.2)."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Field as Value
from ninja import Query, Router, Schema, Status

from portal.approval.queries import hash_of, standing
from portal.intranet.gate import Here, program
from portal.intranet.models import Timetable
from portal.intranet.timetable import actions
from portal.intranet.timetable.rules import LAST_PERIOD, MOST_LESSONS, Lesson, Session, clashes
from portal.intranet.timetable.views import visible

router = Router()
CHANNEL = "api"


class LessonIn(Schema):
    school_class: str = Value("", max_length=12, description="6A1; khi sửa thì bỏ trống, tiết giữ lớp của nó")
    day: int = Value(ge=0, le=6, description="0: thứ Hai … 6: Chủ nhật")
    session: Session = Value(description="sang | chieu")
    period: int = Value(ge=1, le=LAST_PERIOD)
    subject: str = Value(max_length=80)
    teacher: str = Value("", max_length=80)
    room: str = Value("", max_length=60)
    hash: str = Value(max_length=64, description="mã bản mà người gọi đã đọc")


class MendIn(LessonIn):
    place: int = Value(ge=0, le=MOST_LESSONS, description="tiết thứ mấy của bản nháp, từ 0")


class PlacedOut(Schema):
    place: int
    school_class: str
    day: int
    session: str
    period: int
    subject: str
    teacher: str
    room: str


class DraftOut(Schema):
    id: int
    title: str
    starts: date | None
    state: str
    hash: str
    clashes: list[str]
    lessons: list[PlacedOut]


class Gone(Schema):
    place: int = Value(ge=0, le=MOST_LESSONS)
    hash: str = Value(max_length=64)


@router.get(
    "/timetables/{row:pk}/draft", response=DraftOut, summary="The newest text of a version, for those who make them"
)
def timetable_draft(request: HttpRequest, pk: int) -> Any:
    here = program(request)
    return _told(here, visible(pk, here))


@router.post("/timetables/{row:pk}/draft", response={201: DraftOut}, summary="Add a lesson; what collides is told")
def add_lesson(request: HttpRequest, pk: int, payload: LessonIn) -> Any:
    here = program(request)
    draft = visible(pk, here)
    actions.add(draft, _lesson(payload), based_on=payload.hash, **_by(here))
    return Status(201, _told(here, visible(pk, here)))


@router.patch("/timetables/{row:pk}/draft", response=DraftOut, summary="Write one lesson anew")
def mend_lesson(request: HttpRequest, pk: int, payload: MendIn) -> Any:
    here = program(request)
    draft = visible(pk, here)
    actions.mend(draft, payload.place, _lesson(payload), based_on=payload.hash, **_by(here))
    return _told(here, visible(pk, here))


@router.delete("/timetables/{row:pk}/draft", response=DraftOut, summary="Take one lesson out")
def drop_lesson(request: HttpRequest, pk: int, gone: Query[Gone]) -> Any:
    here = program(request)
    draft = visible(pk, here)
    actions.drop(draft, gone.place, based_on=gone.hash, **_by(here))
    return _told(here, visible(pk, here))


def _by(here: Here) -> dict[str, Any]:
    return {"by": here.person, "at": here.at, "channel": CHANNEL}


def _lesson(said: LessonIn) -> Lesson:
    return Lesson(
        said.school_class,
        said.day,
        said.session,
        said.period,
        said.subject.strip(),
        said.teacher.strip(),
        said.room.strip(),
    )


def _told(here: Here, draft: Timetable) -> dict[str, Any]:
    lessons = draft.taught()
    return {
        "id": draft.pk, "title": draft.title, "starts": draft.starts, "hash": hash_of(draft),
        "state": standing(draft.case, here.at, here.board).case.state, "clashes": [str(one) for one in clashes(lessons)],
        "lessons": [
            {"place": place, "school_class": one.school_class, "day": one.day, "session": one.session, "period": one.period,
             "subject": one.subject, "teacher": one.teacher, "room": one.room}
            for place, one in enumerate(lessons)
        ],
    }  # fmt: skip
