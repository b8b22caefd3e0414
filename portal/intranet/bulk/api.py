"""Many files at once for programs: sent one by one, mended and made drafts by the verbs of the screens (Điều 15.1, 15.2)."""

from datetime import datetime
from typing import Any, Literal

from django.db import transaction
from django.http import HttpRequest
from ninja import Field as Value
from ninja import File, Form, Query, Router, Schema, Status
from ninja.files import UploadedFile

from portal.base.api import Listed, Paging, Problem, RowNumber, fault, in_pages, not_found, wrong
from portal.base.refused import refuse_if
from portal.base.sheets import download
from portal.intranet.bulk import actions, rules
from portal.intranet.bulk.forms import CommonForm
from portal.intranet.bulk.sheets import tray_book
from portal.intranet.gate import Here, program
from portal.intranet.library.rules import GRADES, Licence, Sort, may_send, school_year
from portal.intranet.models import Subject, Tray, TrayFile
from portal.people import offices

router = Router()
CHANNEL = "api"


class TrayFileOut(Schema):
    id: int
    name: str
    size: int = Value(description="byte")
    sha256: str
    kept: bool
    told: str = Value(description="vì sao không nhận; rỗng nếu nhận được")
    title: str
    lesson: str
    sort: str
    grade: int | None
    subject: int | None
    item: int | None = Value(description="số của bản nháp, khi đã có")


class Asked(Paging):
    form: Literal["", "xlsx"] = ""


class CommonIn(Schema):
    """What all files of the tray have in common; where a file's own name says otherwise, the name counts."""

    sort: str = Value("", description=" | ".join(Sort))
    grade: int | None = None
    subject: int | None = None
    series: int | None = None
    year: int | None = Value(None, description="năm bắt đầu của năm học; để trống: năm học này")
    unit: int | None = None
    licence: str = Licence.SHARE.value
    source: str = ""


class TakenOut(Schema):
    state: str = Value(description="kept | again | refused")
    file: TrayFileOut


class RowIn(Schema):
    id: RowNumber
    title: str = Value(max_length=255)
    lesson: str = Value("", max_length=200)
    sort: Sort | Literal[""] = ""
    grade: int | None = None
    subject: int | None = None


class TableIn(Schema):
    rows: list[RowIn] = Value([], max_length=rules.MOST, description="sửa trước khi tạo")
    drafts: list[RowNumber] = Value([], max_length=rules.MOST, description="tệp thành bản nháp")
    leave: list[RowNumber] = Value([], max_length=rules.MOST, description="tệp bỏ ra khỏi lượt gửi")


class RefusedOut(Schema):
    id: int
    told: str


class TableOut(Schema):
    made: int
    refused: list[RefusedOut]
    left: int
    waiting: int = Value(description="tệp còn trong lượt gửi")


@router.get("/tray", response=Listed[TrayFileOut], summary="The files of the caller's open tray; form=xlsx: as a sheet")
def tray(request: HttpRequest, asked: Query[Asked]) -> Any:
    found = _tray(_sender(request))
    if asked.form:
        return download(tray_book(found), f"luot-gui-{found.begun_at:%Y-%m-%d}.xlsx")
    return in_pages(found.files.all(), asked, lambda rows: [_told(one) for one in rows])


@router.post(
    "/tray", response={201: TakenOut}, summary="Send one file into the tray, which is opened where there is none"
)
def send_into_tray(request: HttpRequest, payload: Form[CommonIn], file: File[UploadedFile]) -> Any:
    """A file that is there already (by its SHA-256) is not kept again; one that is refused stays in the tray with a sentence."""
    here = _sender(request)
    about = {"by": here.person, "at": here.at, "channel": CHANNEL}
    taken = actions.take(actions.open_tray(_common(payload, here.at), **about), file, **about)
    state = "refused" if taken.file.told else "again" if taken.again else "kept"
    return Status(201, {"state": state, "file": _told(taken.file)})


@router.post("/tray/table", response=TableOut, summary="Mend files of the tray, make drafts of some, leave some out")
@transaction.atomic
def work_on_tray(request: HttpRequest, payload: TableIn) -> Any:
    """Mended first; then each draft by itself, those that cannot be made told with their sentence."""
    here = _sender(request)
    found, about = _tray(here), {"by": here.person, "at": here.at, "channel": CHANNEL}
    actions.mend(found, [(one.id, _typed(one)) for one in payload.rows], **about)
    made, refused = actions.make_drafts(found, payload.drafts, **about)
    left = actions.leave(found, payload.leave, **about) if payload.leave else 0
    waiting = found.files.filter(item=None).count()
    if not waiting and found.closed_at is None:
        actions.leave(found, None, **about)
    told = [{"id": pk, "told": " ".join(str(one) for one in no.refusals)} for pk, no in refused.items()]
    return {"made": made, "refused": told, "left": left, "waiting": waiting}


def _sender(request: HttpRequest) -> Here:
    here = program(request)
    refuse_if(may_send(here.person.kind, suspended=offices.is_suspended(here.person, here.at)))
    return here


def _tray(here: Here) -> Tray:
    found = Tray.objects.filter(by=here.person, closed_at=None).first()
    if found is None:
        raise not_found("lượt gửi đang mở")
    return found


def _common(payload: CommonIn, at: datetime) -> dict[str, Any]:
    """What the screen's form would take of it. Raises Problem (422)."""
    given = {name: value for name, value in payload.dict().items() if value is not None}
    form = CommonForm({"year": school_year(at.date()), **given}, today=at.date())
    if not form.is_valid():
        errors = [fault(name, " ".join(map(str, said))) for name, said in form.errors.items()]
        raise Problem(422, "Điều chung của các tệp chưa đúng.", errors)
    return form.common()


def _typed(row: RowIn) -> dict[str, Any]:
    if row.grade is not None and row.grade not in GRADES:
        raise wrong("grade", "Không có khối này.")
    if row.subject is not None and not Subject.objects.filter(pk=row.subject).exists():
        raise wrong("subject", "Không có môn này.")
    return {
        "title": row.title,
        "lesson": row.lesson,
        "sort": str(row.sort),
        "grade": row.grade,
        "subject_id": row.subject,
    }


def _told(one: TrayFile) -> dict[str, Any]:
    same = {name: getattr(one, name) for name in ("name", "size", "sha256", "told", "title", "lesson", "sort", "grade")}
    kept = one.attachment_id is not None
    return {"id": one.pk, "kept": kept, "subject": one.subject_id, "item": one.item_id, **same}
