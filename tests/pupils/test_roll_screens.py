"""The screens of rolls and consents: what they show to whom, what they cost, what stays when something is refused (Luật 91/2025)."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook, load_workbook

from portal.base.models import JournalEntry
from portal.files.models import Attachment
from portal.people import offices
from portal.people.rules import Duty
from portal.pupils.consents import queries
from portal.pupils.consents.rules import Purpose
from portal.pupils.models import Consent, Guardian, Pupil, SchoolClass
from portal.pupils.roll import actions as roll
from tests.cast import NOW, Cast
from tests.files.pictures import PDF
from tests.pupils.rolls import NAMES, SAID, a_class

pytestmark = pytest.mark.sqlite  # what a screen shows; the verbs and the matrix ask both databases

HERE = "/noi-bo/hoc-sinh/"


def come(client: Client, cast: Cast, who: str) -> Client:
    client.force_login(cast.people[who])
    return client


def workbook(*rows: list[str]) -> SimpleUploadedFile:
    book, out = Workbook(), BytesIO()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(out)
    return SimpleUploadedFile("danh sách.xlsx", out.getvalue())


def rows_of(answer: Any) -> list[list[Any]]:
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def ticks(pupils: list[Pupil], *purposes: Purpose, child: bool = True, **more: Any) -> dict[str, Any]:
    """What the screen of a class sends when these pupils' sheets came with these ticks."""
    said = {f"{one.value}-{pupil.pk}": "on" for pupil in pupils for one in purposes}
    signs = {f"{who}-{pupil.pk}": "on" for pupil in pupils for who in (("cha", "em") if child else ("cha",))}
    return {
        **said,
        **signs,
        "dong": [one.pk for one in pupils],
        "seen": queries.last_seen([one.pk for one in pupils]),
        **more,
    }


def test_pupils_come_from_excel_after_somebody_looked_and_go_out_as_they_came(cast: Cast, client: Client) -> None:
    come(client, cast, "minh")
    head = ["Mã học sinh", "Họ và tên", "Ngày sinh", "Lớp", "Tài khoản cha mẹ"]
    sent = {"year": "2026", "day": "2026-09-05"}
    wrong = client.post(f"{HERE}nhap/", sent | {"file": workbook(head, ["A1", NAMES[0], "31/02/2014", "7A3", "aido"])})
    assert (wrong.status_code, wrong.context["carried"], Pupil.objects.count()) == (422, "", 0)
    good = client.post(f"{HERE}nhap/", sent | {"file": workbook(head, ["A1", NAMES[0], "09/03/2014", "7A3", "phu"])})
    assert (good.status_code, good.context["counts"], Pupil.objects.count()) == (200, {"new": 1}, 0)
    for _ in range(2):
        kept = client.post(f"{HERE}nhap/", {"mang-theo": good.context["carried"]})
        assert (kept["Location"], Pupil.objects.count()) == (f"{HERE}?nam=2026", 1)
    forged = client.post(f"{HERE}nhap/", {"mang-theo": good.context["carried"] + "x"})
    assert (forged.status_code, kept["Cache-Control"], kept["X-Robots-Tag"]) == (
        422,
        "private, no-store",
        "noindex, nofollow",
    )
    out = rows_of(client.get(f"{HERE}nam-2026.xlsx"))[1]
    assert [out[0], out[1], out[3], out[7]] == ["A1", NAMES[0], "7A3", "phu"]


def test_a_class_teacher_sees_his_class_alone_and_enters_no_pupil(cast: Cast, client: Client) -> None:
    room, pupils = a_class(cast)
    other, (stranger,) = a_class(cast, "7A4", teacher="khoa", many=1)
    come(client, cast, "lan")
    assert [one.name for one in client.get(HERE).context["classes"]] == ["7A3"]
    asked = [client.get(f"{HERE}{path}").status_code for path in (
        f"lop/{room.pk}/", f"lop/{other.pk}/", f"em/{pupils[0].pk}/", f"em/{stranger.pk}/", f"lop/{other.pk}.xlsx",
        f"lop/{other.pk}/dong-y/", f"lop/{other.pk}/phieu/",
    )]  # fmt: skip
    assert asked == [200, 403, 200, 403, 403, 403, 403]
    answer = client.post(f"{HERE}lop/{room.pk}/", {"viec": "them", "them-code": "X", "them-full_name": "Mới"})
    assert (answer.status_code, Pupil.objects.count()) == (403, 4)


def test_what_the_keeper_types_stays_beside_what_is_wrong(cast: Cast, client: Client) -> None:
    room, (pupil, _) = a_class(cast, many=2)
    come(client, cast, "minh")
    said = {
        "viec": "them",
        "them-code": "7A3-1",
        "them-full_name": "Sáo Thử",
        "them-born": "2014-05-06",
        "them-day": "2026-09-05",
    }
    answer = client.post(f"{HERE}lop/{room.pk}/", said)
    form = answer.context["forms"]["them"]
    assert (answer.status_code, form["full_name"].value(), form.errors["code"]) == (
        409, "Sáo Thử", ["Mã học sinh này đã có. (Luật 91/2025; Điều 15.3)"],
    )  # fmt: skip
    here = f"{HERE}em/{pupil.pk}/"
    for doing in (
        {"viec": "cha-me", "cm-full_name": "Bố Thử", "cm-relation": "Bố", "cm-account": "phu"},
        {"viec": "tai-khoan", "tk-account": "an"},
        {"viec": "sua", "sua-full_name": "Mây Thử Khác", "sua-born": "2014-03-09"},
    ):
        assert client.post(here, doing)["Location"] == here
    assert client.post(here, {"viec": "tai-khoan", "tk-account": "khongco"}).status_code == 422
    pupil.refresh_from_db()
    assert (pupil.full_name, pupil.account, Guardian.objects.get().account) == ("Mây Thử Khác", cast.an, cast.phu)
    client.post(f"{HERE}nguoi-giam-ho/{Guardian.objects.get().pk}/bo/")
    assert Guardian.objects.count() == 0


def test_a_class_is_ticked_with_exceptions_and_what_is_wrong_stays_ticked(cast: Cast, client: Client) -> None:
    room, pupils = a_class(cast)
    here = f"{HERE}lop/{room.pk}/dong-y/"
    come(client, cast, "lan")
    marked = client.get(f"{here}?danh-dau=1&tru=2").context["rows"]
    assert (
        [[cell.on for cell in (*row.signs, *row.cells)].count(True) for row in marked],
        Consent.objects.count(),
    ) == ([7, 0, 7], 0)
    shown = [row.pupil for row in marked]
    unsigned = client.post(here, ticks(shown[:1], Purpose.GROUP, child=False, paper="số 1"))
    assert (unsigned.status_code, unsigned.context["rows"][0].cells[0].on, Consent.objects.count()) == (422, True, 0)
    assert unsigned.context["rows"][0].wrong == "Có mục đồng ý mà thiếu chữ ký của em. (Luật 91/2025, Điều 24)"
    nothing = client.post(here, ticks(shown[:1], Purpose.GROUP))
    assert (nothing.status_code, list(nothing.context["form"].errors)) == (422, ["paper"])  # R-CONS-03
    scan = SimpleUploadedFile("phieu.pdf", PDF)
    assert client.post(here, ticks(shown[:2], *Purpose, file=scan))["Location"] == here
    assert queries.refusing(room.pk, Purpose.VIDEO, NOW).silent == {shown[2].pk}
    client.post(here, {"seen": "0"})  # a form cut short
    assert Consent.objects.filter(granted=True, ends=None).count() == 10
    scan_at = Attachment.objects.get(guarded=True).url
    opened = []
    for who in ("lan", "minh", "khoa", "sen", "phu"):
        answer = come(client, cast, who).get(scan_at)
        opened.append((answer.status_code, b"".join(answer.streaming_content) == PDF if answer.streaming else False))
    assert opened == [(200, True), (200, True), (404, False), (404, False), (404, False)]
    assert len(pupils) == 3


def test_what_a_family_took_back_meanwhile_is_not_ticked_over(cast: Cast, client: Client) -> None:
    room, (pupil,) = a_class(cast, many=1)
    roll.link_account(pupil, cast.an, by=cast.minh, **SAID)
    here = f"{HERE}lop/{room.pk}/dong-y/"
    come(client, cast, "lan").post(here, ticks([pupil], *Purpose, paper="số 1"))
    stale = ticks([pupil], *Purpose, paper="số 1")
    come(client, cast, "an").post("/tra-cuu/dong-y/", {"em": pupil.pk, "muc": "video"})
    answer = come(client, cast, "lan").post(here, stale)
    assert (answer.status_code, answer.context["rows"][0].cells[3].on) == (409, False)
    assert queries.consented([pupil.pk], Purpose.VIDEO, NOW) == frozenset()


def test_answers_go_out_to_excel_and_come_back_in(cast: Cast, client: Client) -> None:
    room, pupils = a_class(cast, many=2)
    come(client, cast, "lan")
    sheet = rows_of(client.get(f"{HERE}lop/{room.pk}/dong-y.xlsx"))
    sheet[1][2:] = ["x", "x", "x", "", "x", "", "", ""]
    here = f"{HERE}lop/{room.pk}/dong-y/nhap/"
    read = client.post(here, {"book": workbook(*sheet)})
    assert (read.status_code, read.context["many"], read.context["silent"], Consent.objects.count()) == (200, 1, 1, 0)
    assert client.post(here, {"mang-theo": read.context["carried"]}).status_code == 422  # upon no paper
    kept = client.post(here, {"mang-theo": read.context["carried"], "paper": "tập số 3"})
    assert kept["Location"] == f"{HERE}lop/{room.pk}/dong-y/"
    assert rows_of(client.get(f"{HERE}lop/{room.pk}/dong-y.xlsx"))[1][2:] == [
        "x", "x", "x", "không", "x", "không", "không", "tập số 3",
    ]  # fmt: skip
    sheet[1][4] = "?"
    wrong = client.post(here, {"book": workbook(*sheet)})
    assert (wrong.status_code, len(wrong.context["told"]), wrong.context["carried"]) == (422, 1, "")
    assert len(pupils) == 2


def test_a_family_sees_its_own_child_alone_and_staff_need_its_word(cast: Cast, client: Client) -> None:
    room, (mine, other) = a_class(cast, many=2)
    roll.add_guardian(mine, full_name="", relation="Bố", account=cast.phu, by=cast.minh, **SAID)
    come(client, cast, "lan").post(f"{HERE}lop/{room.pk}/dong-y/", ticks([mine, other], *Purpose, paper="số 1"))
    words = come(client, cast, "phu").get("/tra-cuu/dong-y/")
    assert (str(mine) in words.text, str(other) in words.text, words["Cache-Control"]) == (
        True,
        False,
        "private, no-store",
    )
    gone = [
        client.post("/tra-cuu/dong-y/", {"em": one, "muc": "group"}).status_code for one in (other.pk, "x", mine.pk)
    ]
    assert gone == [404, 404, 302]
    come(client, cast, "lan").post(f"{HERE}em/{other.pk}/rut/", {"muc": "video", "paper": " "})
    assert queries.consented([mine.pk, other.pk], Purpose.VIDEO, NOW) == {mine.pk, other.pk}  # R-CONS-07
    client.post(f"{HERE}em/{other.pk}/rut/", {"muc": "video", "paper": "mẹ nhắn 16/11"})
    assert [line.subject_id for line in JournalEntry.objects.filter(verb="consent_withdrawn").order_by("id")] == [
        mine.pk,
        other.pk,
    ]
    assert "chưa gắn với học sinh nào" in come(client, cast, "vy").get("/tra-cuu/dong-y/").text


def test_each_pupil_has_a_form_to_sign(cast: Cast, client: Client) -> None:
    room, pupils = a_class(cast)
    page = come(client, cast, "lan").get(f"{HERE}lop/{room.pk}/phieu/").text
    assert (page.count('class="slip5"'), [str(one) in page for one in pupils]) == (3, [True] * 3)
    assert client.get(f"{HERE}phieu/").text.count('class="slip5"') == 2


def test_the_principal_names_for_a_duty_and_ends_it(cast: Cast, client: Client) -> None:
    come(client, cast, "minh").post("/noi-bo/phan-cong/", {"duty": "rolls", "person": cast.khoa.pk})
    assert offices.duties(cast.khoa, NOW) == {Duty.ROLLS}
    assert "Đặng Khoa" in come(client, cast, "lan").get("/noi-bo/phan-cong/").text
    assert client.post("/noi-bo/phan-cong/", {"duty": "rolls", "person": cast.lan.pk}).status_code == 403


@pytest.mark.parametrize("path", ["", "lop/{room}/", "lop/{room}/dong-y/", "lop/{room}/phieu/"])
def test_screens_cost_the_same_for_one_and_for_three(cast: Cast, client: Client, path: str) -> None:
    costs = []
    for name, many in (("8A1", 1), ("8A2", 3)):
        room, pupils = a_class(cast, name, many=many)
        come(client, cast, "minh").post(f"{HERE}lop/{room.pk}/dong-y/", ticks(pupils, *Purpose, paper="số 1"))
        come(client, cast, "minh").get(HERE)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"{HERE}{path.format(room=room.pk)}").status_code == 200
        costs.append(len(asked))
    assert (costs[0] == costs[1], costs[0] <= 24) == (True, True), costs
    assert SchoolClass.objects.count() == 2
