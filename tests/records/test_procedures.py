"""Procedures from the clerk's draft to the family's printed form: approved by row 6, found, over by the clock (Điều 14.2, 16.1.2)."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import docx
import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from portal.base.refused import Refused
from portal.people import actions as people
from portal.people.models import Person
from portal.people.rules import Duty
from portal.records.models import Procedure
from portal.records.procedures import actions, queries
from portal.records.procedures.rules import Given
from portal.search import actions as search
from tests.cast import NOW, Cast

SAID = {"at": NOW, "channel": "test"}
TODAY = queries.today(NOW)
GIVEN = Given(
    title="Chuyển trường đi", who="Học sinh đang học tại trường", intro="Khi gia đình chuyển nơi ở.",
    dossier="Đơn xin chuyển trường (1 bản)\nHọc bạ", place="Phòng Văn thư", hours="8–11 giờ",
    days=3, fee=0, basis="Thông tư 50/2021/TT-BGDĐT", starts=date(2026, 9, 5),
    form_title="Đơn xin chuyển trường", form_to="Hiệu trưởng",
    form_lines="Họ và tên học sinh: ____ Lớp: ____\nĐề nghị nhà trường xem xét.",
    form_signer="Người làm đơn",
)  # fmt: skip


def up(cast: Cast, **changes: object) -> Procedure:
    made = actions.begin(replace(GIVEN, **changes), [], by=cast.sen, **SAID)  # type: ignore[arg-type]
    return cast.up(made, cast.sen)  # type: ignore[no-any-return]


@pytest.fixture
def clerk(cast: Cast) -> Person:
    people.name_for_duty(cast.lan, Duty.CLERK, by=cast.minh, at=NOW - timedelta(days=1), channel="test")
    return cast.lan


def test_a_clerk_writes_it_and_it_goes_up_by_row_six(cast: Cast, clerk: Person, client: Client) -> None:
    client.force_login(clerk)
    typed = {"title": GIVEN.title, "days": "3 ngày", "form_lines": "Tên: ____"}
    wrong = client.post("/noi-bo/thu-tuc/soan/", {**typed, "files": SimpleUploadedFile("mau.pdf", b"nothing")})
    assert (wrong.status_code, "Chỉ ghi số" in wrong.content.decode(), GIVEN.title in wrong.content.decode()) == (
        422,
        True,
        True,
    )
    begun = client.post("/noi-bo/thu-tuc/soan/", {"title": GIVEN.title, "days": "3"}, follow=True)
    assert [one in begun.content.decode() for one in ("Cần ghi nơi nộp hồ sơ.", "Trình Thư ký")] == [True, False]
    made = Procedure.objects.get()
    draft = actions.edit(made, GIVEN, [], by=clerk, **SAID)
    assert (cast.standing(draft).route.row, draft.address) == (6, "/thu-tuc/chuyen-truong-di/")
    assert client.get(draft.address).status_code == 404
    sent = client.post(f"/noi-bo/thu-tuc/ban/{made.pk}/")
    assert (sent.status_code, sent["Location"]) == (302, f"/viec/{made.pk}/")
    assert Procedure.objects.get().live is False


def test_others_neither_write_nor_read_drafts(cast: Cast, client: Client) -> None:
    with pytest.raises(Refused, match="Thủ tục do văn thư"):
        actions.begin(GIVEN, [], by=cast.cuc, **SAID)
    made = actions.begin(GIVEN, [], by=cast.sen, **SAID)
    client.force_login(cast.cuc)
    assert client.get(f"/noi-bo/thu-tuc/ban/{made.pk}/").status_code == 403
    client.force_login(cast.phu)
    assert client.get("/noi-bo/thu-tuc/").status_code == 404


def test_a_family_reads_it_fills_its_form_and_prints_it(cast: Cast, client: Client) -> None:
    shown = up(cast)
    page = client.get("/thu-tuc/chuyen-truong-di/")
    wanted = ("Phòng Văn thư", "3 ngày làm việc", "Không thu", "Học bạ", "50/2021", "5/9/2026")
    assert [one in page.content.decode() for one in wanted] == [True] * 6
    form = client.get("/thu-tuc/chuyen-truong-di/mau-don/").content.decode()
    assert (form.count('<input id="o-'), "Đề nghị nhà trường xem xét." in form, 'name="o-' in form) == (3, True, False)
    printed = client.get("/thu-tuc/chuyen-truong-di/mau-don.pdf")
    assert "ĐƠN XIN CHUYỂN TRƯỜNG" in pypdf.PdfReader(BytesIO(printed.content)).pages[0].extract_text()
    word = docx.Document(BytesIO(client.get("/thu-tuc/chuyen-truong-di/mau-don.docx").content))
    assert "Họ và tên học sinh:\tLớp:\t" in [one.text for one in word.paragraphs]
    plain = cast.up(
        actions.edit(shown, replace(GIVEN, form_title="", form_lines=""), [], by=cast.sen, **SAID), cast.sen
    )
    assert (plain.form_title, client.get("/thu-tuc/chuyen-truong-di/mau-don/").status_code) == ("", 404)


def test_the_list_narrows_with_and_without_marks_and_lets_go_what_is_over(cast: Cast, client: Client) -> None:
    up(cast)
    up(cast, title="Xác nhận học sinh", intro="", dossier="Đơn")
    up(cast, title="Thủ tục cũ", intro="", dossier="Đơn", ends=TODAY)
    assert [one.title for one in queries.listed("", TODAY)] == ["Chuyển trường đi", "Xác nhận học sinh"]
    assert [one.title for one in queries.listed("", TODAY - timedelta(days=1))][1:] == [
        "Thủ tục cũ",
        "Xác nhận học sinh",
    ]
    found = [
        [one.title for one in queries.listed(words, TODAY)] for words in ("chuyen truong", "chuyển", "chuyền", "hoc ba")
    ]
    assert found == [["Chuyển trường đi"], ["Chuyển trường đi"], [], ["Chuyển trường đi"]]
    over = client.get("/thu-tuc/?het=1").content.decode()
    assert ("Thủ tục cũ" in over, "Xác nhận học sinh" in over) == (True, False)
    page = client.get("/thu-tuc/thu-tuc-cu/").content.decode()
    assert ("hết áp dụng từ" in page, 'content="noindex' in page) == (True, True)
    sheet = load_workbook(BytesIO(client.get("/thu-tuc/danh-sach.xlsx").content)).active
    assert [row[0].value for row in sheet.iter_rows()] == ["Tên thủ tục", "Chuyển trường đi", "Xác nhận học sinh"]


def test_a_list_of_three_asks_no_more_than_a_list_of_one(cast: Cast, client: Client) -> None:
    counts = []
    for many in (1, 2):
        for number in range(many):
            up(cast, title=f"Thủ tục {many} {number}")
        client.get("/thu-tuc/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/thu-tuc/?tim=thu")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_procedure_that_is_up_is_found_by_search(cast: Cast, client: Client) -> None:
    up(cast)
    search.reindex()
    found = client.get("/tim-kiem/?q=hoc+ba").content.decode()
    assert "/thu-tuc/chuyen-truong-di/" in found
