"""Admissions on the screens: what families and who handles applications see, and what nobody else does."""

import re
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from PIL import Image

from portal.base import clock
from portal.records.admissions import actions, applying, handling
from portal.records.admissions.dossier_rules import Act
from portal.records.models import AdmissionRun, AdmissionSeason, Application
from portal.search import actions as search
from tests.cast import NOW, Cast
from tests.records.admitted import CHILD, CLOSES, FORM, OPENS, SAID, SHOWS, UNTIL, a_season, applied, handler

pytestmark = pytest.mark.sqlite  # asks nothing of the database that the verbs of test_admissions.py do not
ROOM, PLACE, DOOR, OWN = (
    "/noi-bo/tuyen-sinh/",
    "/tuyen-sinh/tuyen-sinh-vao-lop-6/",
    "/tuyen-sinh/tra-cuu/",
    "/tuyen-sinh/ho-so/",
)
CLOSED = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "same-origin",
}
BORN = "09/02/2015"


@pytest.fixture
def now(cast: Cast) -> Cast:
    clock.set_to(NOW, freeze=True)
    return cast


def headers(answer: Any) -> dict[str, str]:
    return {name: answer[name] for name in CLOSED}


def words(answer: Any) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def test_a_season_from_the_form_to_the_place_where_families_look(now: Cast, client: Client) -> None:
    client.force_login(handler(now))
    begun = client.get(f"{ROOM}soan/").content.decode()
    assert ("2027" in begun, "không công bố danh sách" in begun) == (True, True)
    wrong = client.post(f"{ROOM}soan/", {"title": "Đợt", "year": "hai nghìn", "way": "form", "quota": "Tổ 1 | 9",
                                         "files": SimpleUploadedFile("k.pdf", b"khong")})  # fmt: skip
    assert (wrong.status_code, [one in wrong.content.decode() for one in ("Chỉ ghi số", "Tổ 1 | 9", "k.pdf")]) == (
        422,
        [True] * 3,
    )
    made = client.post(f"{ROOM}soan/", {"title": "Đợt", "year": "2027", "way": "form"}, follow=True)
    assert ("Cần ghi chỉ tiêu" in made.content.decode(), "Trình Thư ký" in made.content.decode()) == (True, False)
    draft = AdmissionSeason.objects.get()
    seen = [client.get(f"/viec/{draft.pk}/{what}") for what in ("", "xem-thu/", "nhat-ky/")]
    assert ([one.status_code for one in seen], "ts__quota" in words(seen[1])) == ([200] * 3, True)
    a_season(now)
    front = words(client.get("/tuyen-sinh/"))
    assert [one in front for one in (PLACE, "200 chỉ tiêu", DOOR)] == [True] * 3
    sheet = load_workbook(BytesIO(client.get("/tuyen-sinh/danh-sach.xlsx").content)).active
    assert [[row[2].value, row[4].value] for row in sheet.iter_rows(min_row=2)] == [["Tổ 1 đến 12", 180], ["Tổ 13", 20]]
    stranger = Client()
    page = words(stranger.get(PLACE))
    assert [
        one in page for one in ("Đang nhận đơn trên cổng", "Tổ 13", "Bản sao khai sinh", "không công bố danh sách")
    ] == [True] * 4
    assert [PLACE in stranger.get(at).content.decode() for at in ("/sitemap.xml", "/so-do/")] == [True, False]
    search.reindex()
    assert PLACE in stranger.get("/tim-kiem/?q=tuyen+sinh").content.decode()


def test_what_the_place_says_before_and_after_the_hours(now: Cast, client: Client) -> None:
    season = a_season(now)
    seen = []
    for at in (OPENS - timedelta(seconds=1), NOW, CLOSES, SHOWS, UNTIL):
        clock.set_to(at, freeze=True)
        if at == CLOSES:
            AdmissionRun.objects.create(season=season, shows=SHOWS, until=UNTIL)
        page, form = words(client.get(PLACE)), words(client.get(f"{PLACE}dang-ky/"))
        said = ("Mở nhận đơn lúc", "Đang nhận đơn", "Kết quả báo lúc", "Đã có kết quả", "tra cứu kết quả cũng đã đóng")
        seen.append(([one in page for one in said].index(True), 'name="child"' in form))
    assert seen == [(0, False), (1, True), (2, False), (3, False), (4, False)]


def test_a_season_elsewhere_leads_there_and_has_no_form(now: Cast, client: Client) -> None:
    a_season(now, way="link", link="https://tuyensinh.example.vn/lop6")
    assert 'href="https://tuyensinh.example.vn/lop6"' in words(client.get(PLACE))
    assert "không nhận đơn trên cổng" in words(client.get(f"{PLACE}dang-ky/"))
    sent = client.post(f"{PLACE}dang-ky/", FORM)
    assert (sent.status_code, Application.objects.count()) == (409, 0)


def test_a_family_applies_and_its_code_stands_nowhere_else(now: Cast, client: Client) -> None:
    a_season(now)
    form = client.get(f"{PLACE}dang-ky/")
    key = re.findall(r'name="key" value="([0-9a-f]{32})"', form.content.decode())[0]
    wrong = client.post(
        f"{PLACE}dang-ky/", {**FORM, "key": key, "phone": "12", "child_agrees": "", "address": "<b>Ngõ"}
    )
    page = words(wrong)
    assert (wrong.status_code, Application.objects.count(), headers(wrong)) == (422, 0, CLOSED)
    assert [one in page for one in ("9 đến 11 chữ số", "đủ 7 tuổi", "&lt;b&gt;Ngõ", CHILD.guardian, key)] == [True] * 5
    right = client.post(f"{PLACE}dang-ky/", {**FORM, "key": key})
    code = re.findall(r'receipt__code">([\w-]+)<', right.content.decode())[0]
    assert (right.status_code, headers(right), CHILD.child in right.content.decode()) == (200, CLOSED, True)
    twice = client.post(f"{PLACE}dang-ky/", {**FORM, "key": key})
    assert (twice.status_code, "đã được nhận rồi" in words(twice), code in words(twice)) == (409, True, False)
    own = client.get(OWN)
    assert (CHILD.child in words(own), code in words(own), headers(own)) == (True, False, CLOSED)
    assert code.replace("-", "") not in str(list(Application.objects.values())) + str(dict(client.session))
    clock.set_to(NOW + timedelta(minutes=15), freeze=True)
    assert client.get(OWN)["Location"] == DOOR


def test_a_family_looks_it_up_sends_papers_and_takes_it_back(now: Cast, client: Client) -> None:
    code = applied(a_season(now)).code
    wrong = client.post(DOOR, {"code": code, "born": "10/02/2015"})
    assert (wrong.status_code, CHILD.child in words(wrong), headers(wrong)) == (422, False, CLOSED)
    assert client.post(DOOR, {"code": code, "born": BORN})["Location"] == OWN
    none = client.post(OWN, {"viec": "giay-to"})
    photo = BytesIO()
    Image.new("RGB", (8, 8)).save(photo, "JPEG", exif=b"Exif\0\0" + b"GPS bi mat")
    sent = client.post(OWN, {"viec": "giay-to", "files": [SimpleUploadedFile("a.jpg", photo.getvalue())]})
    odd = client.post(OWN, {"viec": "giay-to", "files": [SimpleUploadedFile("x.pdf", b"MZ")]})
    assert (none.status_code, sent.status_code, odd.status_code, "x.pdf:" in words(odd)) == (422, 302, 422, True)
    assert b"GPS bi mat" not in bytes(Application.objects.get().files.get().content)
    unsure = client.post(OWN, {"viec": "rut"})
    assert (unsure.status_code, Application.objects.count()) == (422, 1)
    assert (client.post(OWN, {"viec": "rut", "chac": "1"})["Location"], Application.objects.count()) == (DOOR, 0)
    assert client.get(OWN)["Location"] == DOOR


def test_many_wrong_codes_shut_the_door(now: Cast, client: Client) -> None:
    a_season(now)
    seen = [
        client.post(DOOR, {"code": f"ABCDE2345{letter}", "born": BORN}).status_code
        for letter in "23456789ABCDEFGHJKMNP"
    ]
    assert (seen[0], seen[-1]) == (422, 429)


def test_who_handles_applications_does_so_on_one_screen(now: Cast, client: Client) -> None:
    season, by = a_season(now), handler(now)
    ones = [applied(season, number).one.pk for number in (1, 2, 3)]
    applying.send_papers(Application.objects.get(pk=ones[0]), [SimpleUploadedFile("a.pdf", b"%PDF-1.7")], **SAID)
    client.force_login(by)
    at = f"{ROOM}dot/{season.pk}/"
    none = client.post(at, {"viec": "xu-ly", "act": "du"})
    lacking = client.post(at, {"viec": "xu-ly", "act": "thieu", "hs": ones[2:]})
    assert (none.status_code, lacking.status_code, "còn thiếu giấy tờ gì" in words(lacking)) == (422, 422, True)
    client.post(at, {"viec": "xu-ly", "act": "du", "hs": ones[:2]})
    client.post(f"{ROOM}ho-so/{ones[2]}/", {"viec": "xu-ly", "act": "thieu", "hs": ones[2], "words": "Khai sinh"})
    early = client.post(at, {"viec": "gio", "shows": "2026-11-17T08:00", "until": "2026-12-17T08:00"})
    client.post(at, {"viec": "gio", "shows": f"{SHOWS:%Y-%m-%dT%H:%M}", "until": f"{UNTIL:%Y-%m-%dT%H:%M}"})
    page = words(client.get(f"{at}?la=thieu"))
    assert (early.status_code, "Báo kết quả sau khi đóng" in words(early)) == (422, True)
    assert [one in page for one in (f"Số {ones[2]} ", f"Số {ones[0]} ", "tự xóa từ")] == [True, False, True]
    sheet = load_workbook(BytesIO(client.get(f"{at}danh-sach.xlsx?la=du").content)).active
    assert [row[0].value for row in sheet.iter_rows()] == ["Số", *ones[:2]]
    found, told = (
        words(client.post(at, {"viec": "tim", "tim": str(ones[2])})),
        words(client.get(f"{at}?tim={ones[2]}")),
    )
    assert [f"Số {ones[0]} " in page for page in (found, told)] == [False, True]  # a name is looked for in no address
    one = client.get(f"{ROOM}ho-so/{ones[0]}/")
    paper = re.findall(r'href="(/noi-bo/tuyen-sinh/giay-to/\d+/)"', one.content.decode())[0]
    opened = client.get(paper)
    assert (opened["Content-Type"], opened["Cache-Control"], "Có thể trùng với" in words(one)) == (
        "application/pdf",
        "private, no-store",
        True,
    )
    renewed = client.post(f"{ROOM}ho-so/{ones[0]}/ma-moi/")
    assert len(re.findall(r'receipt__code">[\w-]{11}<', renewed.content.decode())) == 1
    for other in (now.sen, now.lan, now.ha):
        client.force_login(other)
        asked = (at, f"{at}danh-sach.xlsx", f"{ROOM}ho-so/{ones[0]}/", paper)
        assert [client.get(one).status_code for one in asked] == [403] * 4
    actions.erase_what_is_over(UNTIL + timedelta(days=180))
    client.force_login(by)
    proof = words(client.get(at))
    assert [one in proof for one in ("3 hồ sơ (0 trúng tuyển), 1 tệp", "còn 0 hồ sơ", CHILD.child)] == [
        True,
        True,
        False,
    ]


def test_a_list_of_three_asks_no_more_than_a_list_of_one(now: Cast, client: Client) -> None:
    season = a_season(now)
    client.force_login(handler(now))
    counts = []
    for many in (1, 3):
        for number in range(many):
            applied(season, many * 10 + number)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(f"{ROOM}dot/{season.pk}/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_no_reader_and_no_teacher_finds_a_child_anywhere(now: Cast, client: Client) -> None:
    season, by = a_season(now), handler(now)
    receipt = applied(
        season, child="Chimyentuyensinh Dụ", guardian="Chimyennguoinha", address="Chimyenngo", note="chimyenghichu"
    )
    handling.handle(season, [receipt.one.pk], Act.LACKING, "chimyenthieu", by=by, **SAID)
    search.reindex()
    asked = ["/tuyen-sinh/", PLACE, f"{PLACE}dang-ky/", "/tim-kiem/?q=chimyentuyensinh", "/tim-kiem/goi-y/?q=chimyen"]
    pages = []
    for person in (now.phu, now.lan):  # strangers: tests/website/test_canaries.py
        client.force_login(person)
        pages += [client.get(at).content.decode().lower() for at in asked]
    named = "chimyentuyensinh dụ|chimyennguoinha|chimyenngo|chimyenghichu|chimyenthieu"
    assert [page for page in pages if re.search(named, page)] == []
    assert AdmissionSeason.objects.count() == 1
