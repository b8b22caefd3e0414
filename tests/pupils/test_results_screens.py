"""Results on the screens: a workbook from the file to the family, the door of slips, and what strangers never see."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.base import clock
from portal.pupils.models import Guardian, Pupil, ResultImport, ResultLayout, ResultPeriod, ResultSlip, SchoolClass
from portal.pupils.results import bringing, codes, slips
from portal.search import actions as search
from tests.cast import NOW, Cast
from tests.pupils import marks
from tests.pupils.marks import SAID, a_class, a_period, brought, keeper

DOOR, ROOM = "/tra-cuu/", "/noi-bo/ket-qua/"
CLOSED = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow, noarchive"}


@pytest.fixture
def now(cast: Cast) -> Cast:
    clock.set_to(NOW, freeze=True)
    return cast


def a_school_with_results(cast: Cast, many: int = 2) -> tuple[list[Pupil], ResultPeriod, SchoolClass]:
    pupils, period = a_class(cast, many), a_period(cast)
    brought(cast, period, marks.smas(pupils))
    return pupils, period, SchoolClass.objects.get()


def test_a_workbook_goes_from_the_file_to_the_class(now: Cast, client: Client) -> None:
    pupils, by = a_class(now, 3), keeper(now)
    client.force_login(by)
    begun = client.post(ROOM, {"year": 2026, "term": 1})
    at = begun["Location"]
    shut = client.post(at, {"viec": "gio", "opens": "2026-11-20T07:00", "closes": "2026-11-19T07:00"})
    page = shut.content.decode()
    assert (shut.status_code, "2026-11-20T07:00" in page, "Giờ đóng phải sau giờ mở" in page) == (422, True, True)
    client.post(at, {"viec": "gio", "opens": "2026-11-10T07:00", "closes": "2026-12-01T07:00"})
    none = client.post(at, {"viec": "tep", "file": SimpleUploadedFile("a.xlsx", b"khong phai bang")})
    assert (none.status_code, "không phải bảng tính Excel" in none.content.decode()) == (422, True)
    sent = client.post(at, {"viec": "tep", "file": SimpleUploadedFile("a.xlsx", marks.smas(pupils, toan="11"))})
    looked = client.get(sent["Location"]).content.decode()
    assert re.findall(r"<b>2</b> học sinh đọc được|Nhập 2 học sinh, bỏ 1 dòng sai|không nằm trong thang 0–10", looked) == [
        "<b>2</b> học sinh đọc được", "không nằm trong thang 0–10", "Nhập 2 học sinh, bỏ 1 dòng sai",
    ]  # fmt: skip
    assert client.post(sent["Location"], {"viec": "nhap"}).status_code == 422
    client.post(sent["Location"], {"viec": "nhap-bo"})
    running = client.get(sent["Location"])
    assert (running["Refresh"], 'max="2" value="0"' in running.content.decode()) == ("2", True)
    bringing.take_pieces(ResultImport.objects.get().pk, "test")
    client.force_login(now.lan)
    home = SchoolClass.objects.get().pk
    table = client.get(f"{at}lop/{home}/")
    assert (table.content.decode().count('<th scope="row">'), table["Cache-Control"]) == (2, "private, no-store")
    assert client.get(f"{at}lop/{home}/bang-tinh/").content[:2] == b"PK"


def test_the_columns_are_mapped_on_the_screen(now: Cast, client: Client) -> None:
    pupils, period = a_class(now, 1), a_period(now)
    odd = marks.book({"x": [["Mã học sinh", "Toán", "Cột lạ"], [pupils[0].code, "8", "Khá"]]})
    staged = bringing.stage(period, odd, "", by=keeper(now), **SAID)
    client.force_login(now.khoa)
    at = f"{ROOM}nhap/{staged.pk}/"
    names = re.findall(r'<select name="([^"]+)"', client.get(at).content.decode())
    twice = client.post(at, {"viec": "cot", **dict(zip(names, ("code", "toan", "toan"), strict=True))})
    client.post(at, {"viec": "cot", **dict(zip(names, ("code", "toan", "conduct"), strict=True))})
    assert (twice.status_code, ResultLayout.objects.get().columns) == (422, {"0": "code", "1": "toan", "2": "conduct"})


def test_printed_slips_stand_nowhere_else_and_open_the_door_once(now: Cast, client: Client) -> None:
    pupils, period, home = a_school_with_results(now)
    client.force_login(now.lan)
    at = f"{ROOM}{period.pk}/lop/{home.pk}/"
    page = client.post(f"{at}phieu/")
    found = re.findall(r'slips__code">([\w-]+)<', page.content.decode())
    assert (len(found), page["Cache-Control"], any(one in client.get(at).content.decode() for one in found)) == (
        2, "private, no-store", False,
    )  # fmt: skip
    family = Client()
    said = {"code": found[0], "born": f"{pupils[0].born:%d/%m/%Y}"}
    right = family.post(DOOR, said)
    shown = family.get(right["Location"])
    again = Client().post(DOOR, said)
    assert (right.status_code, pupils[0].full_name in shown.content.decode(), again.status_code) == (302, True, 422)
    assert ("8,4" in shown.content.decode(), found[0] in shown.content.decode()) == (True, False)
    assert [{name: answer[name] for name in CLOSED} for answer in (right, shown, again)] == [CLOSED] * 3
    clock.set_to(NOW + timedelta(minutes=15), freeze=True)
    assert family.get("/tra-cuu/phieu/").status_code == Client().get("/tra-cuu/phieu/").status_code == 302


def test_every_wrong_case_is_answered_with_the_same_words(now: Cast) -> None:
    _pupils, period, home = a_school_with_results(now)
    one, two = slips.print_slips(period, home, by=now.lan, **SAID)
    assert one.pupil.born
    assert two.pupil.born
    Client().post(DOOR, {"code": one.code, "born": one.pupil.born.isoformat()})
    asked = {
        "used": (one.code, one.pupil.born),
        "wrong day": (two.code, one.pupil.born),
        "wrong code": (codes.made(), two.pupil.born),
    }
    told = {}
    for name, (code, born) in asked.items():
        answer = Client().post(DOOR, {"code": code, "born": born.isoformat()})
        words = answer.content.decode().replace(code, "CODE").replace(born.isoformat(), "DAY")
        told[name] = (
            answer.status_code,
            re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", words),
            sorted(answer.headers),
        )
    clock.set_to(NOW + timedelta(days=7), freeze=True)
    late = Client().post(DOOR, {"code": two.code, "born": two.pupil.born.isoformat()})
    assert told["used"] == told["wrong day"] == told["wrong code"]
    assert (late.status_code, "Không mở được kết quả" in late.content.decode()) == (422, True)
    assert ResultSlip.objects.filter(used_at=None).count() == 1


@pytest.mark.sqlite
def test_an_attacker_is_told_to_wait_and_a_family_signed_in_is_not(now: Cast, client: Client) -> None:
    pupils, _, _ = a_school_with_results(now)
    assert pupils[0].born
    said = {"born": pupils[0].born.isoformat()}
    statuses = [client.post(DOOR, {**said, "code": codes.made()}).status_code for _ in range(21)]
    assert (set(statuses[:20]), statuses[20]) == ({422}, 429)
    Guardian.objects.create(pupil=pupils[0], account=now.phu)
    client.force_login(now.phu)
    page = client.get(DOOR).content.decode()
    assert (pupils[0].full_name in page, pupils[1].full_name in page, "8,4" in page) == (True, False, True)


def test_nobody_else_sees_a_mark_and_no_search_or_memory_knows_it(now: Cast, client: Client) -> None:
    pupils, period, home = a_school_with_results(now)
    search.reindex()
    at = f"{ROOM}{period.pk}/"
    inner = (
        ROOM,
        at,
        f"{at}lop/{home.pk}/",
        f"{at}lop/{home.pk}/bang-tinh/",
        f"{ROOM}nhap/{ResultImport.objects.get().pk}/",
    )
    seen = {}
    for name in ("phu", "an", "vy", "cuc", "sen", "lan", "minh"):
        client.force_login(now.people[name])
        seen[name] = [client.get(path).status_code for path in inner]
    no, not_his, all_of_it = [404] * 5, [403] * 5, [200] * 5
    assert seen == {
        "phu": no, "an": no, "vy": no, "cuc": not_his, "sen": not_his, "lan": [*all_of_it[:4], 403], "minh": all_of_it,
    }  # fmt: skip
    client.logout()
    for path in ("/", "/tra-cuu/", f"/tim-kiem/?q={pupils[0].code}", "/api/v1/public/articles", "/sitemap.xml"):
        page = client.get(path).content.decode()
        assert (path, any(str(one.full_name) in page for one in pupils)) == (path, False)
    assert client.get(DOOR)["Cache-Control"] == "private, no-store"


@pytest.mark.sqlite
def test_a_class_and_a_family_cost_the_same_however_many_there_are(now: Cast, client: Client) -> None:
    pupils, period = a_class(now, 3), a_period(now)
    brought(now, period, marks.smas(pupils[:1]))
    Guardian.objects.create(pupil=pupils[0], account=now.an)
    at, counts = f"{ROOM}{period.pk}/", dict[str, set[int]]()
    of_class = f"{at}lop/{SchoolClass.objects.get().pk}/"
    for many in (1, 3):
        for path, who in ((of_class, now.lan), (ROOM, now.khoa), (at, now.khoa), (DOOR, now.an)):
            client.force_login(who)
            client.get(path)
            with CaptureQueriesContext(connection) as asked:
                client.get(path)
            counts.setdefault(path, set()).add(len(asked))
        if many == 1:
            Guardian.objects.bulk_create(Guardian(pupil=one, account=now.an) for one in pupils[1:])
            brought(now, period, marks.smas(pupils))
            ResultPeriod.objects.create(year=2026, term=2)
            a_class(now, 1, "6A2", 50)
    assert {path: len(found) for path, found in counts.items()} == dict.fromkeys(counts, 1)
