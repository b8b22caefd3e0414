"""A week from a table a school already wrote, for programs: read first, nothing kept; then the lines that are right (Điều 15.2)."""

from datetime import date, time, timedelta
from typing import Any

from django.http import HttpRequest
from ninja import Field as Value
from ninja import File, Form, Router, Schema, Status
from ninja.files import UploadedFile

from portal.base.api import SchoolDay, wrong
from portal.base.refused import refuse_if
from portal.base.text import nfc
from portal.files.actions import look_into
from portal.files.office.paper import Unreadable
from portal.intranet.gate import Here, program
from portal.intranet.week import queries
from portal.intranet.week.bringing.actions import bring_in
from portal.intranet.week.bringing.reading import Found, Read
from portal.intranet.week.bringing.tables import from_file, from_paste
from portal.intranet.week.names import Written, resolved
from portal.intranet.week.paper_rules import MOST_LETTERS, MOST_LINES, may_be_taken_in
from portal.intranet.week.rules import Part, may_post
from portal.intranet.week.typed import part_of

router = Router()
CHANNEL = "api"


class TableIn(Schema):
    text: str = Value("", max_length=MOST_LETTERS, description="bảng hay các dòng đã chép; để trống khi gửi tệp")
    html: str = Value("", max_length=3_000_000, description="text/html của bảng tạm, nếu có")


class BroughtLine(Schema):
    day: int | None = Value(None, ge=0, le=6, description="0 là thứ Hai; null: bảng không nói ngày")
    part: Part = Part.MORNING
    starts: time | None = None
    ends: time | None = None
    content: str = Value(min_length=1, max_length=300)
    attendees: str = Value("", max_length=300)
    lead: str = Value("", max_length=200)
    place: str = Value("", max_length=120)
    preparation: str = Value("", max_length=300)


class AskedOut(Schema):
    name: str
    may_be: dict[str, int] = Value(description="tên → mã người, để gửi lại ở who")


class FoundOut(Schema):
    lines: list[BroughtLine]
    left: list[str] = Value(description="những dòng không hiểu được")
    other_week: bool
    asked: list[AskedOut]


class BringIn(Schema):
    lines: list[BroughtLine] = Value(max_length=MOST_LINES)
    source: str = Value("", max_length=200, description="tên tệp hay nơi lấy bảng, ghi vào nhật ký")
    who: dict[str, int] = Value({}, description="tên → mã người, khi tên có nhiều người mang")


class BroughtOut(Schema):
    added: int
    there: int = Value(description="việc đã có sẵn nên không thêm lại")


@router.post(
    "/weeks/{monday}/read", response=FoundOut, summary="Read a table of a week (.docx, .doc, .odt, .xlsx or pasted)"
)
def read_week_table(
    request: HttpRequest, monday: SchoolDay, payload: Form[TableIn], file: File[UploadedFile | None] = None
) -> Any:
    """What was understood and what was not; nothing is kept."""
    here = _poster(request)
    found = _read(payload, file, monday, here)
    refuse_if(may_be_taken_in(len(found.lines), 0, 0))
    lines = [_line(one) for one in found.lines]
    roll = queries.roll(here.at, here.board)
    asked = {one.name: one.may_be for line in lines for one in resolved(_written(line, monday), roll, {})[1]}
    return {
        "lines": lines, "left": list(found.left), "other_week": found.other_week,
        "asked": [{"name": name, "may_be": {full: pk for pk, full in people}} for name, people in asked.items()],
    }  # fmt: skip


@router.post(
    "/weeks/{monday}/bring", response={201: BroughtOut}, summary="Keep lines of such a table: all of them, or none"
)
def bring_week_table(request: HttpRequest, monday: SchoolDay, payload: BringIn) -> Any:
    """The week is begun where it was not; what stands in it already is not written again."""
    here = _poster(request)
    if any(one.day is None for one in payload.lines):
        raise wrong("lines", "Có dòng chưa rõ ngày nào.")
    roll = queries.roll(here.at, here.board)
    lines = [resolved(_written(one, monday), roll, payload.who)[0] for one in payload.lines]
    _, many = bring_in(monday, lines, source=payload.source, by=here.person, at=here.at, channel=CHANNEL)
    return Status(201, {"added": many, "there": len(lines) - many})


def _poster(request: HttpRequest) -> Here:
    here = program(request)
    refuse_if(may_post(here.board, here.person.pk, queries.posters(here.at)))
    return here


def _read(payload: TableIn, file: UploadedFile | None, monday: date, here: Here) -> Found:
    """Raises Problem (422), Refused."""
    try:
        if file is None:
            return from_paste(payload.text, payload.html, monday)
        raw, name = file.read(), nfc(file.name or "")
        look_into(raw, name=name, by=here.person, at=here.at, channel=CHANNEL)
        return from_file(raw, name, monday)
    except Unreadable as why:
        raise wrong("file" if file is not None else "text", why.sentence) from why


def _line(one: Read) -> BroughtLine:
    """A line as it was understood, each piece as long as a line of the week may be."""
    most = {"content": 300, "attendees": 300, "lead": 200, "place": 120, "preparation": 300}
    words = {name: getattr(one, name)[:letters] for name, letters in most.items()}
    return BroughtLine(day=one.day, part=one.part or Part.MORNING, starts=one.starts, ends=one.ends, **words)


def _written(one: BroughtLine, monday: date) -> Written:
    """The line as the week keeps it; an hour says the part of the day by itself."""
    part = part_of(one.starts) if one.starts else one.part
    return Written(monday + timedelta(days=one.day or 0), part, one.starts, one.ends, one.content, one.attendees, one.lead,
                   one.place, one.preparation)  # fmt: skip
