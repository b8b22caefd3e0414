"""The screens of forgetting: what they show to whom, what they cost, that nobody's name leaves with a paper (Luật 91/2025)."""

from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from portal.base.morning import panels
from portal.pupils.erasing import actions
from portal.pupils.erasing.rules import Why
from portal.pupils.models import Erasure, ErasurePlace, Pupil
from tests.cast import NOW, Cast
from tests.people.signing import confirmed, signed_in, type_password
from tests.pupils.leaver import GONE, NAME, asked, erased
from tests.pupils.rolls import SAID

pytestmark = pytest.mark.sqlite  # what a screen shows; the verbs and the matrix ask both databases

HERE, STILL = "/noi-bo/hoc-sinh/xoa/", "/viec/con-ten/"


def test_the_keeper_looks_asks_and_the_principal_decides_behind_his_password(cast: Cast, pupil: Pupil) -> None:
    keeper, ask = signed_in(cast, "khoa"), f"/noi-bo/hoc-sinh/em/{pupil.pk}/xoa/"
    looked = keeper.get(ask)
    assert (looked.context["counts"]["Cha mẹ, người giám hộ: tên và liên hệ"], Erasure.objects.count()) == (1, 0)
    wrong = keeper.post(ask, {"ground": "left", "paper": f"đơn của em {NAME}"})
    form = wrong.context["form"]
    assert (wrong.status_code, form["paper"].value(), form["ground"].value(), list(form.errors)) == (
        422, f"đơn của em {NAME}", "left", ["paper"],
    )  # fmt: skip
    one = keeper.post(ask, {"ground": "asked", "paper": "đơn số 7"})["Location"]
    assert "Cổng đang đọc các bài và tệp" in keeper.get(one).content.decode()
    assert keeper.post(one, {"viec": "dong-y"}).status_code == 403  # R-ERASE-02
    principal = signed_in(cast, "minh")
    assert confirmed(principal).post(one, {"viec": "dong-y"}).status_code == 422  # R-ERASE-08: not yet looked for
    while actions.look(NOW):
        pass
    principal = signed_in(cast, "minh")
    sent = principal.post(one, {"viec": "dong-y"})
    assert (Erasure.objects.get().state, "reauthenticate" in sent["Location"]) == ("asked", True)
    type_password(principal, sent)
    assert Erasure.objects.get().state == "done"
    done = principal.get(one)
    assert (done["Cache-Control"], done["X-Robots-Tag"]) == ("private, no-store", "noindex, nofollow")
    assert [word for word in GONE if word in done.content.decode()] == []
    assert [keeper.get(path).status_code for path in (ask, f"/noi-bo/hoc-sinh/em/{pupil.pk}/")] == [404, 404]


def test_the_principal_says_no_with_a_reason_and_who_asked_takes_it_back(cast: Cast, pupil: Pupil) -> None:
    one = f"{HERE}{asked(cast, pupil).pk}/"
    principal = signed_in(cast, "minh")
    assert principal.post(one, {"viec": "khong", "answer": ""}).status_code == 422
    assert principal.post(one, {"viec": "khong", "answer": "Đơn chưa có chữ ký."})["Location"] == one
    assert "Đơn chưa có chữ ký." in principal.get(one).content.decode()
    again = f"{HERE}{asked(cast, pupil).pk}/"
    assert signed_in(cast, "khoa").post(again, {"viec": "rut"})["Location"] == again
    assert list(Erasure.objects.order_by("pk").values_list("state", flat=True)) == ["declined", "taken_back"]


def test_an_account_is_typed_looked_at_and_asked_for_without_standing_in_an_address(cast: Cast, pupil: Pupil) -> None:
    keeper, path = signed_in(cast, "khoa"), f"{HERE}tai-khoan/"
    said = {"ground": "asked", "paper": "đơn số 9"}
    assert [keeper.post(path, said | {"account": who, "viec": "xem"}).status_code for who in ("", "khongco")] == [
        422,
        422,
    ]
    looked = keeper.post(path, said | {"account": "phu", "viec": "xem"})
    assert (looked.context["found"], Erasure.objects.count()) == (cast.phu, 0)
    staff = keeper.post(path, said | {"account": "lan", "viec": "de-nghi"})
    assert (staff.status_code, list(staff.context["form"].errors)) == (409, ["account"])  # R-ERASE-05
    made = keeper.post(path, said | {"account": "phu", "viec": "de-nghi"})["Location"]
    assert (made, Erasure.objects.get().account) == (f"{HERE}{Erasure.objects.get().pk}/", cast.phu)


def test_the_secretary_sees_the_name_where_it_stands_and_closes_the_place(cast: Cast, pupil: Pupil) -> None:
    erased(cast, pupil)
    place, portrait = (ErasurePlace.objects.get(kind=kind) for kind in ("wagtailcore.page", "files.picture"))
    secretary, here = signed_in(cast, "sen"), f"{STILL}{place.pk}/"
    assert f"<mark>{NAME}</mark>" in secretary.get(here).content.decode()
    assert "<mark>" not in signed_in(cast, "cuc").get(here).content.decode()  # of the board, and not hers to look after
    assert secretary.post(here, {"note": ""}).status_code == 422
    (panel,) = panels(cast.sen, NOW)
    assert [line.title for line in panel.lines] == ["2 nơi còn tên người đã xóa thông tin"]
    kept = secretary.post(f"{STILL}{portrait.pk}/", {"note": "Đã gỡ ảnh.", "destroy": "on"})  # R-ERASE-13
    assert (kept.status_code, kept.context["form"]["note"].value(), list(kept.context["form"].errors)) == (
        409,
        "Đã gỡ ảnh.",
        ["destroy"],
    )
    assert secretary.post(f"{STILL}{portrait.pk}/", {"note": "Ảnh chụp từ xa, không thấy mặt."})["Location"] == STILL
    assert secretary.post(here, {"note": "Đã đính chính, bỏ tên."})["Location"] == STILL
    assert ("Đã đính chính, bỏ tên." in secretary.get(STILL).content.decode(), panels(cast.sen, NOW)) == (True, [])


def test_what_waits_is_told_to_whom_it_waits_for(cast: Cast, pupil: Pupil) -> None:
    asked(cast, pupil)
    told = {
        who: [line.title for one in panels(cast.people[who], NOW) for line in one.lines]
        for who in ("minh", "sen", "lan")
    }
    assert told == {"minh": ["1 đề nghị xóa thông tin chờ quyết định"], "sen": [], "lan": []}


def test_sheets_and_minutes_name_nobody_who_was_forgotten(cast: Cast, pupil: Pupil) -> None:
    done, keeper = erased(cast, pupil), signed_in(cast, "khoa")
    sheets = [load_workbook(BytesIO(keeper.get(f"{path}danh-sach.xlsx").content)).active for path in (HERE, STILL)]
    rows = [[list(row) for row in sheet.iter_rows(values_only=True)] for sheet in sheets if sheet is not None]
    assert [row[1] for row in rows[0][1:]] == [f"học sinh số {pupil.pk}"]
    assert sorted(row[1] for row in rows[1][1:]) == ["Giờ Toán lớp 7A3", "Giờ học"]
    pdf, docx = (keeper.get(f"{HERE}{done.pk}/bien-ban.{kind}").content for kind in ("pdf", "docx"))
    paper = Document(BytesIO(docx))
    words = "\n".join(
        [*(one.text for one in paper.paragraphs), *(c.text for t in paper.tables for r in t.rows for c in r.cells)]
    )
    read = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert [word for word in GONE if word in words + read + str(rows)] == []
    assert all(f"học sinh số {pupil.pk}" in one.replace("\n", " ") for one in (words, read))


def test_the_lists_cost_the_same_however_many_there_are(cast: Cast, pupil: Pupil) -> None:
    erased(cast, pupil)
    costs: dict[str, list[int]] = {}
    for number in (0, 2):
        for extra in range(number):
            one = Erasure.objects.create(
                account=cast.vy, ground=Why.ASKED, paper="đơn", state="done", digest=f"{extra}", asked_by=cast.khoa, asked_at=NOW
            )  # fmt: skip
            ErasurePlace.objects.create(
                erasure=one, kind="wagtailcore.page", item=ErasurePlace.objects.order_by("pk")[0].item
            )
        for path, who in ((HERE, "khoa"), (STILL, "sen")):
            client: Client = signed_in(cast, who)
            client.get(path)
            with CaptureQueriesContext(connection) as asked_of:
                client.get(path)
            costs.setdefault(path, []).append(len(asked_of))
    assert all(few == many <= 40 for few, many in costs.values()), costs


def test_nothing_is_said_of_it_to_others(cast: Cast, pupil: Pupil) -> None:
    made: Any = actions.ask(pupil, ground=Why.ASKED, paper="đơn số 7", by=cast.khoa, **SAID)
    for who, status in (("lan", 403), ("phu", 404), ("an", 404), ("vy", 404)):
        asked_by = signed_in(cast, who)
        answers = [asked_by.get(path).status_code for path in (HERE, f"{HERE}{made.pk}/", STILL)]
        assert (who, answers) == (who, [status, status, 404])
