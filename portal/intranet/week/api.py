"""The week for programs: read it, begin it, write lines as they are typed, post it, by the verbs of the screens (Điều 15.2)."""

from datetime import date, datetime
from typing import Any, Literal

from django.db import transaction
from django.http import HttpRequest
from ninja import Field as Value
from ninja import Query, Router, Schema, Status

from portal.base import clock
from portal.base.api import Problem, SchoolDay, fault, not_found
from portal.base.refused import Refused, refuse_if
from portal.base.sheets import download
from portal.intranet.models import Week
from portal.intranet.week import actions, queries, rules
from portal.intranet.week.colliding import collisions_of
from portal.intranet.week.hearing import hear
from portal.intranet.week.paper.made import MADE, laid_out
from portal.intranet.week.told import Line, Sheet
from portal.people import offices
from portal.people.models import Person

router = Router()
CHANNEL = "api"


class LineOut(Schema):
    id: int
    uid: str
    sequence: int
    day: date
    part: str = Value(description="sang | chieu | toi")
    starts: str
    ends: str
    content: str
    attendees: str
    lead: str
    place: str
    preparation: str
    cancelled: bool
    change: str | None = Value(description="add | change | cancel, từ khi đăng đến hết tuần")


class DutyOut(Schema):
    kind: str
    day: date | None
    who: str


class WeekOut(Schema):
    monday: date
    number: int | None
    title: str
    note: str
    posted_at: datetime | None
    posted_by: str | None
    due: datetime
    late: bool
    lines: list[LineOut]
    duties: list[DutyOut]


class Wanted(Schema):
    form: Literal["", "pdf", "docx", "xlsx"] = ""


class BeginIn(Schema):
    copy_last: bool = Value(False, description="chép từ tuần gần nhất trước đó")


class LineIn(Schema):
    line: str = Value(max_length=600, description="như người ta gõ: T5 14h họp tổ Toán P.304 – Hà")
    day: int | None = Value(None, ge=0, le=6, description="0 là thứ Hai; khi dòng không nói ngày")
    who: dict[str, int] = Value({}, description="tên → mã người, khi tên có nhiều người mang")


class KeptOut(Schema):
    lines: list[LineOut]
    collides: list[str]


@router.get("/weeks/{monday}", response=WeekOut, summary="One week's schedule; form=pdf, docx or xlsx: as a file")
def week(request: HttpRequest, monday: SchoolDay, wanted: Query[Wanted]) -> Any:
    """A posted week for all of the staff; one that is not yet, for those who post."""
    me, at = _insider(request)
    sheet = queries.sheet(monday, at)
    if sheet is None or (sheet.posted_at is None and not queries.may_post(offices.board(at), me, at)):
        raise not_found("lịch của tuần này")
    if wanted.form:
        make, kind = MADE[wanted.form]
        return download(make(laid_out(sheet)), f"lich-cong-tac-{monday}.{wanted.form}", kind)
    return _week(sheet)


@router.post("/weeks/{monday}", response={201: WeekOut}, summary="Begin a week, blank or as a copy")
def begin_week(request: HttpRequest, monday: SchoolDay, data: BeginIn) -> Any:
    me, at = _insider(request)
    actions.begin(monday, copy=data.copy_last, by=me, at=at, channel=CHANNEL)
    return Status(201, _week(queries.sheet(monday, at)))


@router.post("/weeks/{monday}/lines", response={201: KeptOut}, summary="Add a line as people type it")
def add_line(request: HttpRequest, monday: SchoolDay, data: LineIn) -> Any:
    """One line for each of its days. A name several people answer to is refused with whom it may mean."""
    me, at = _insider(request)
    board = offices.board(at)
    refuse_if(rules.may_post(board, me.pk, queries.posters(at)))
    found, roll = _found(monday), queries.roll(at, board)
    heard = hear(data.line, monday, roll, day=data.day, chosen=data.who)
    if heard.refusals:
        raise Refused(*heard.refusals)
    if heard.asked:
        errors = [
            fault("who", f"“{one.name}”: {', '.join(f'{full} ({id})' for id, full in one.may_be)}")
            for one in heard.asked
        ]
        raise Problem(422, "Có tên nhiều người mang; hãy nói là ai.", errors)
    collides = collisions_of(heard.lines, monday, roll, at)
    with transaction.atomic():
        kept = [actions.keep(found, line, by=me, at=at, channel=CHANNEL).pk for line in heard.lines]
    sheet = queries.sheet(monday, at)
    assert sheet is not None
    return Status(201, {"lines": [_line(one) for one in sheet.lines if one.id in kept], "collides": collides})


@router.post("/weeks/{monday}/post", response=WeekOut, summary="Post a week")
def post_week(request: HttpRequest, monday: SchoolDay) -> Any:
    me, at = _insider(request)
    refuse_if(rules.may_post(offices.board(at), me.pk, queries.posters(at)))
    actions.post(_found(monday), by=me, at=at, channel=CHANNEL)
    return _week(queries.sheet(monday, at))


def _insider(request: HttpRequest) -> tuple[Person, datetime]:
    me, at = request.auth.person, clock.now()  # type: ignore[attr-defined]
    if not offices.is_insider(me, at):
        raise not_found("lịch công tác")
    return me, at


def _found(monday: date) -> Week:
    found = Week.objects.filter(monday=monday).first()
    if found is None:
        raise not_found("lịch của tuần này")
    return found


def _week(sheet: Sheet | None) -> dict[str, Any]:
    assert sheet is not None
    return {
        "monday": sheet.monday, "number": sheet.number, "title": sheet.title, "note": sheet.note, "posted_at": sheet.posted_at,
        "posted_by": sheet.signer.name if sheet.signer else None, "due": sheet.due, "late": sheet.late,
        "lines": [_line(one) for one in sheet.lines],
        "duties": [{"kind": one.kind, "day": one.day, "who": one.who} for one in sheet.duties],
    }  # fmt: skip


def _line(line: Line) -> dict[str, Any]:
    return {
        "id": line.id, "uid": str(line.uid), "sequence": line.sequence, "day": line.day, "part": line.part,
        "starts": f"{line.starts:%H:%M}" if line.starts else "", "ends": f"{line.ends:%H:%M}" if line.ends else "",
        "content": line.content, "attendees": line.who, "lead": line.lead, "place": line.place,
        "preparation": line.preparation, "cancelled": line.cancelled, "change": line.change.kind if line.change else None,
    }  # fmt: skip
