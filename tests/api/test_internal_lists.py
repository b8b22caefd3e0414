"""Trays, lists for the Head, weeks brought in and sheets by API: the same eyes and the same verbs as the screens (Điều 15.1, 15.2)."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from portal.approval.rules import State
from portal.intranet.models import Entry, LibraryItem, Tray
from tests.api.conftest import Caller, problem
from tests.approval.test_listing import passed
from tests.cast import Cast
from tests.intranet.test_bulk_sending import mixed
from tests.intranet.test_week_verbs import MONDAY

pytestmark = pytest.mark.sqlite  # the verbs are asked over both databases where they are at home


def cells(answer: object) -> list[list[object]]:
    book = load_workbook(io.BytesIO(answer.content))  # type: ignore[attr-defined]
    return [list(row) for row in book.active.iter_rows(values_only=True)]  # type: ignore[union-attr]


def test_files_are_sent_once_mended_and_made_drafts(api: Caller, cast: Cast) -> None:
    (first, raw), *_, (odd, no) = mixed(6)
    sent = [
        api.upload("/tray", cast.lan, SimpleUploadedFile(*one), sort="giao-an")
        for one in ((first, raw), (first, raw), (odd, no))
    ]
    assert [one.json()["state"] for one in sent] == ["kept", "again", "refused"]
    kept, refused = sent[0].json()["file"], sent[2].json()["file"]
    found = api.get("/tray", cast.lan).json()
    assert [(one["name"], one["kept"], bool(one["told"])) for one in found["items"]] == [
        (first, True, False),
        (odd, False, True),
    ]
    row = {"id": kept["id"], "title": "Phép nhân", "grade": 5}
    assert problem(api.post("/tray/table", cast.lan, {"rows": [row]})) == (422, [("grade", "")])
    book = cells(api.get("/tray?form=xlsx", cast.lan))
    assert [(line[0], str(line[7])[:10]) for line in book[1:]] == [(first, "đã nhận, c"), (odd, "không nhận")]
    done = api.post(
        "/tray/table", cast.lan, {"rows": [row | {"grade": 8}], "drafts": [kept["id"], refused["id"]]}
    ).json()
    assert ((done["made"], done["waiting"]), [one["id"] for one in done["refused"]]) == ((1, 1), [refused["id"]])
    item = LibraryItem.objects.get()
    assert (item.title, item.grade, item.sort, item.case.creator) == ("Phép nhân", 8, "giao-an", cast.lan)
    assert api.post("/tray/table", cast.lan, {"leave": [refused["id"]]}).json()["waiting"] == 0
    assert (Tray.objects.get().closed_at is None, problem(api.get("/tray", cast.lan))) == (False, (404, []))
    assert [api.upload("/tray", who, SimpleUploadedFile(first, raw)).status_code for who in (cast.phu, cast.vy)] == [
        404,
        404,
    ]


def test_the_secretary_gathers_and_the_head_decides_with_a_token_made_for_it(api: Caller, cast: Cast) -> None:
    one, two = passed(cast, "Giáo án 1"), passed(cast, "Giáo án 2")
    waiting = api.get("/review-lists?waiting=true", cast.sen).json()["items"]
    assert [(row["page"], row["fate"]) for row in waiting] == [(one.pk, "waiting"), (two.pk, "waiting")]
    assert problem(api.post("/review-lists", cast.sen, {"title": "", "pages": [one.pk]})) == (
        422,
        [("title", "R-LIST-03")],
    )
    made = api.post("/review-lists", cast.sen, {"title": "Tuần 12", "pages": [one.pk, two.pk]}).json()
    path, item = f"/review-lists/{made['id']}", next(row["id"] for row in made["items"] if row["page"] == two.pk)
    out = {"decision": "leave_out", "items": [item], "reason": "Thiếu đáp án", "digest": made["digest"]}
    assert problem(api.post(f"{path}/decision", cast.phong, out)) == (403, [("", "R-LIST-04")])
    assert api.post(f"{path}/decision", cast.ha, out, decide=False).status_code == 403
    left = api.post(f"{path}/decision", cast.ha, out).json()
    stale = api.post(f"{path}/decision", cast.ha, {"decision": "approve", "digest": made["digest"]})
    assert problem(stale) == (409, [("", "R-LIST-05")])
    done = api.post(f"{path}/decision", cast.ha, {"decision": "approve", "digest": left["digest"]}).json()
    assert (done["state"], done["approved"], {row["page"]: row["fate"] for row in done["items"]}) == (
        "decided", 1, {one.pk: "up", two.pk: "out"},
    )  # fmt: skip
    assert (cast.case(one).state, cast.case(two).state) == (State.PUBLISHED, State.IN_REVIEW)
    assert [row[4] for row in cells(api.get(f"{path}?form=xlsx", cast.ha))[1:]] == ["đã duyệt", "để lại: Thiếu đáp án"]
    assert [row["state"] for row in api.get("/review-lists", cast.minh).json()["items"]] == ["decided"]
    assert [api.get("/review-lists", who).status_code for who in (cast.lan, cast.phu)] == [403, 404]


def test_a_week_is_read_then_kept_then_taken_away_on_paper(api: Caller, cast: Cast) -> None:
    text = "T2 7h30 Chào cờ\nT5 14h họp tổ P.304 – Lan"
    read = api.upload(f"/weeks/{MONDAY}/read", cast.minh, "", text=text)
    found = read.json()
    assert [(one["day"], one["starts"]) for one in found["lines"]] == [(0, "07:30:00"), (3, "14:00:00")]
    assert Entry.objects.count() == 0
    data = {"lines": found["lines"], "source": "dán"}
    assert api.post(f"/weeks/{MONDAY}/bring", cast.lan, data).status_code == 403
    assert api.post(f"/weeks/{MONDAY}/bring", cast.minh, data).json() == {"added": 2, "there": 0}
    assert api.post(f"/weeks/{MONDAY}/bring", cast.minh, data).json() == {"added": 0, "there": 2}
    paper = api.get(f"/weeks/{MONDAY}?form=pdf", cast.minh)
    assert (paper["Content-Type"], paper.content[:5]) == ("application/pdf", b"%PDF-")


def test_lists_of_the_library_and_of_notices_come_as_sheets(api: Caller, cast: Cast) -> None:
    sheets = [cells(api.get(path, cast.lan)) for path in ("/library?form=xlsx", "/internal-notices?form=xlsx")]
    assert [sheet[0][0] for sheet in sheets] == ["Tên", "Thông báo"]
