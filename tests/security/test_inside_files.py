"""What a circle is told stays with it, by whichever door its file came; and what is sent to be read breaks nothing."""

import io
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.base import ContentFile

from portal.files import actions as files
from portal.files.models import Attachment
from portal.files.office.paper import Unreadable
from portal.files.queries import may_open
from portal.intranet.bulk import previewing
from portal.intranet.models import PaperPreview
from portal.intranet.timetable import workbook
from portal.intranet.timetable.grid import gridded
from portal.intranet.week.bringing.tables import from_paste
from tests.api.conftest import Caller
from tests.cast import NOW, Cast
from tests.files.pictures import PDF
from tests.intranet.tables import thirty
from tests.intranet.test_bulk_sending import docx
from tests.intranet.test_library import maths
from tests.people.signing import signed_in

HUGE = 10**30
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def api(cast: Cast) -> Caller:
    return Caller(cast)


def told(answer: object) -> tuple[int, list[str]]:
    return answer.status_code, [one["rule"] for one in answer.json().get("errors", [])]  # type: ignore[attr-defined]


# ---- files of a circle ----


def test_a_file_all_staff_may_open_is_carried_to_no_circle(cast: Cast, api: Caller) -> None:
    maths(cast)
    sent = {"title": "Chỉ gửi cô Sen", "words": "Riêng", "people": [cast.sen.pk]}
    tries = {}
    for inside in ("false", "true"):
        pk = api.upload("/documents", cast.lan, ContentFile(PDF, "x.pdf"), title="Danh sách", inside=inside).json()[
            "id"
        ]
        notice = told(api.post("/internal-notices", cast.lan, {**sent, "documents": [pk]}))
        item = told(api.post("/library", cast.lan, {"title": "Bài 5", "documents": [pk]}))
        tries[inside] = (notice, item, may_open(Attachment.objects.get(pk=pk), cast.khoa, NOW))
    assert tries == {
        "false": ((403, ["R-NOTICE-05"]), (403, ["R-LIB-03"]), True),
        "true": ((201, []), (201, []), False),
    }


def test_nobody_outside_the_staff_sends_a_file_to_be_kept_inside(cast: Cast, api: Caller) -> None:
    api.secret(cast.khoa)
    cast.suspend(cast.khoa)
    sent = [api.upload("/documents", who, ContentFile(PDF, "x.pdf"), inside="true") for who in (cast.vy, cast.khoa)]
    assert ([one.status_code for one in sent], Attachment.objects.count()) == ([404, 401], 0)


def test_nobody_names_a_guarded_file_in_an_article_to_read_its_title(cast: Cast, api: Caller) -> None:
    secret = files.store_attachment(
        ContentFile(PDF, "x.pdf"), title="chimsaubimat", by=cast.sen, at=NOW, channel="test", guarded=True
    )
    there, nowhere = (
        api.post("/articles", cast.khoa, {"section": "chuyen-mon", "title": "x", "body": [{"type": "document", "value": {"document": pk}}]})
        for pk in (secret.pk, secret.pk + 900)
    )  # fmt: skip
    assert (there.status_code, "chimsaubimat" in there.content.decode()) == (nowhere.status_code, False)


# ---- numbers and days no database knows ----


@pytest.mark.parametrize(("path", "field"), [
    ("/library", "documents"), ("/library", "unit"), ("/library", "subject"), ("/internal-notices", "units"),
    ("/internal-notices", "people"), ("/internal-notices", "documents"), ("/tray/table", "drafts"), ("/tray/table", "leave"),
    ("/review-lists", "pages"),
])  # fmt: skip
def test_a_number_no_row_has_is_a_wrong_number(cast: Cast, api: Caller, path: str, field: str) -> None:
    value = HUGE if field in ("unit", "subject") else [HUGE]
    answers = [api.post(path, cast.lan, {"title": "x", "words": "y", field: value}).status_code]
    answers += [api.get(f"{path}?{field}={HUGE}", cast.lan).status_code] if field in ("unit", "subject") else []
    assert set(answers) == {422}


def test_a_week_off_the_calendar_is_not_there(cast: Cast, api: Caller) -> None:
    minh = signed_in(cast, "minh")
    days = ("0001-01-01", "9999-12-27")
    paths = [f"/noi-bo/lich/{day}{tail}" for day in days for tail in ("/", "/soan/", "/nhap/", "/in/", ".pdf")]
    assert {minh.get(path).status_code for path in paths} == {404}
    assert {minh.post(f"/noi-bo/lich/{day}/nhap/", {"pasted": "T2 7h Chào cờ"}).status_code for day in days} == {404}
    asked = [api.get(f"/weeks/{day}", cast.minh) for day in days]
    asked += [
        api.upload(f"/weeks/{day}/read", cast.minh, ContentFile(b"x", "a.txt"), text="T2 7h Chào cờ") for day in days
    ]
    assert [one.status_code for one in asked] == [422] * 4


@pytest.mark.postgresql
def test_a_zero_in_an_address_or_a_form_finds_nothing(cast: Cast) -> None:
    minh = signed_in(cast, "minh")
    asked = ["/noi-bo/kho/?tim=a%00b", "/noi-bo/kho/danh-sach.xlsx?tim=%00", "/noi-bo/thong-bao/?loai=%00&nam=%00",
             *(f"/noi-bo/thoi-khoa-bieu/?cua={kind}:%00" for kind in ("lop", "gv", "ten", "phong"))]  # fmt: skip
    brought = {"many": "1", "source": "a\0b", "0-take": "on", "0-day": "1", "0-part": "sang", "0-content": "Họp"}
    sent = [
        ("/noi-bo/kho/gui-nhieu/da-co/", {"ma": ["a\0b", "'"]}, 200),
        ("/noi-bo/lich/2026-11-16/nhap/", brought, 302),
    ]
    assert [minh.get(path).status_code for path in asked] == [200] * len(asked)
    assert [minh.post(path, data).status_code for path, data, _ in sent] == [status for *_, status in sent]


# ---- tables that are none ----


def changed(make: Callable[[bytes], bytes]) -> bytes:
    """The school's timetable with its sheet written otherwise."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(thirty())) as book, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in book.namelist():
            made.writestr(name, make(book.read(name)) if name == SHEET else book.read(name))
    return out.getvalue()


def test_a_workbook_damaged_on_its_way_is_refused_with_a_sentence() -> None:
    raw = bytearray(thirty())
    with zipfile.ZipFile(io.BytesIO(bytes(raw))) as book:
        entry = book.getinfo(SHEET)
    middle = entry.header_offset + 30 + len(SHEET) + entry.compress_size // 2
    told = []
    for at in range(middle, middle + 160, 40):
        raw[at : at + 40] = b"\xff" * 40
        with pytest.raises(Unreadable) as no:
            workbook.grids(bytes(raw))
        told.append(no.value.sentence)
    assert told == [workbook.BROKEN] * 4


def test_merges_laid_over_each_other_are_not_painted_over_and_over() -> None:
    """Nine kilobytes of them once took seven seconds; ten times as many, hours."""
    merges = [(1, 1, 300, 100)] * 100_000 + [(row, 100 - row, 300, 100) for row in range(1, 99)]
    grid = gridded("x", [["a"] * 100] * 300, merges)
    assert (len(grid.cells), {(one.row, one.column) for one in grid.cells.values()}) == (30_000, {(1, 1)})
    many = b'<mergeCell ref="A4:A5"/>' * (workbook.MOST_MERGES + 1)
    with pytest.raises(Unreadable):
        workbook.grids(changed(lambda sheet: sheet.replace(b"</mergeCells>", many + b"</mergeCells>")))


def test_lines_ended_as_old_machines_end_them_are_lines() -> None:
    found = from_paste("T2\t7h\tChào cờ\rT3\t8h\tHọp tổ Toán", "", date(2026, 11, 16))
    assert [one.content for one in found.lines] == ["Chào cờ", "Họp tổ Toán"]


def test_no_program_opens_what_was_found_infected_to_show_it(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = files.store_attachment(
        ContentFile(docx("x"), "x.docx"), title="x", by=cast.lan, at=NOW, channel="test", guarded=True
    )
    PaperPreview.objects.create(of=kept, asked_at=NOW)
    read = []
    monkeypatch.setattr(previewing, "as_pdf", lambda *given: read.append(given) or PDF)
    told = []
    for scan in ("infected", "pending", "clean"):
        Attachment.objects.filter(pk=kept.pk).update(scan=scan)
        previewing.make_preview(kept.pk)
        told.append(len(read))
    assert told == [0, 0, 1]
