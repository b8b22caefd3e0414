"""The week on screen: read by the staff, written by those who post it, kept from everybody else (Điều 15.2)."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from portal.base import clock
from portal.intranet.models import Entry, Week, WeekPoster
from portal.intranet.week import actions
from portal.people.models import Person
from portal.people.rules import Kind
from tests.cast import NOW, Cast
from tests.intranet.test_week_verbs import MONDAY, NEXT, add, begun, posted

pytestmark = pytest.mark.sqlite  # what a screen shows; the verbs, the leaks and the matrix ask both databases

EDIT = f"/noi-bo/lich/{MONDAY}/sua/"


def lines(week: Week) -> list[str]:
    return list(week.entries.values_list("content", flat=True))


def test_nobody_but_the_writers_reads_a_week_before_it_is_posted(cast: Cast, client: Client) -> None:
    week = begun(cast)
    add(cast, week, "Họp kín CANARY")
    client.force_login(cast.lan)
    for path in ("/noi-bo/lich/", f"/noi-bo/lich/{MONDAY}/", "/noi-bo/lich/cua-toi/", "/noi-bo/lich/cac-tuan/"):
        answer = client.get(path)
        assert (path, answer.status_code, "CANARY" in answer.text) == (path, 200, False)
    assert "chưa được đăng" in client.get("/noi-bo/lich/").text
    assert [client.get(EDIT).status_code, client.post(EDIT, {"line": "T2 họp"}).status_code] == [403, 403]
    client.force_login(cast.minh)
    said = client.get("/noi-bo/lich/").text
    assert ("Soạn tiếp" in said, "Chịu trách nhiệm đăng: Nguyễn Mậu Minh" in said) == (True, True)
    posted(cast, week)
    client.force_login(cast.lan)
    assert "CANARY" in client.get("/noi-bo/lich/").text
    assert client.get("/noi-bo/lich/2026-11-17/").status_code == 404


def test_a_typed_line_lands_in_its_columns_and_a_name_of_two_is_asked(cast: Cast, client: Client) -> None:
    week = begun(cast)
    Person.objects.create(username="ha2", full_name="Lê Thị Hà", kind=Kind.STAFF)
    client.force_login(cast.minh)
    typed = {"line": "T5 14h họp tổ Toán P.304 – Hà", "day": ""}
    asked = client.get(f"/noi-bo/lich/{MONDAY}/hieu/", typed).text
    assert all(
        one in asked for one in ("Thứ Năm 19/11", "chiều, 14:00", "Họp tổ Toán", "P.304", "“Hà” là ai?", "Lê Thị Hà")
    )
    back = client.post(EDIT, typed)
    assert (back.status_code, "“Hà” là ai?" in back.text, typed["line"] in back.text, lines(week)) == (
        422,
        True,
        True,
        [],
    )
    done = client.post(EDIT, {**typed, "who": f"Hà={cast.ha.pk}"})
    entry = Entry.objects.get()
    assert (done.status_code, done["Location"]) == (302, f"{EDIT}#them")
    assert (f"{entry.day:%d/%m} {entry.starts:%H:%M}", entry.place, list(entry.leads.all())) == (
        "19/11 14:00",
        "P.304",
        [cast.ha],
    )
    wrong = client.post(EDIT, {"line": "họp đột xuất"})
    assert (wrong.status_code, "chưa nói việc vào ngày nào" in wrong.text, "họp đột xuất" in wrong.text) == (
        422,
        True,
        True,
    )
    client.post(EDIT, {"line": "họp đột xuất", "day": "2"})
    client.post(EDIT, {"line": "T2-T4 trực cổng trường"})
    assert [one.day.day for one in week.entries.all()] == [16, 17, 18, 18, 19]
    clash = client.get(f"/noi-bo/lich/{MONDAY}/hieu/", {"line": "T5 14h30 dự giờ P304", "day": ""}).text
    assert "Trùng giờ với “Họp tổ Toán” (14:00): cùng địa điểm." in clash
    client.post(EDIT, {"line": "T5 14h30 dự giờ P304", "day": ""})
    assert client.get(EDIT).text.count("cùng địa điểm.") == 2


@pytest.mark.sqlite
def test_two_names_of_a_line_are_two_questions_and_an_answer_stays(cast: Cast, client: Client) -> None:
    begun(cast)
    other = [Person.objects.create(username=name, full_name=full, kind=Kind.STAFF)
             for name, full in (("ha2", "Lê Thị Hà"), ("lan2", "Lý Lan"))]  # fmt: skip
    client.force_login(cast.minh)
    typed = {"line": "T5 14h dự giờ – Hà, Lan", "day": ""}
    back = client.post(EDIT, typed | {"who-1": f"Hà={cast.ha.pk}"}).text
    assert [back.count(one) for one in ('name="who-1"', 'name="who-2"', "checked")] == [2, 2, 1]
    assert f'value="Hà={cast.ha.pk}" checked' in back
    both = {"who-1": f"Hà={cast.ha.pk}", "who-2": f"Lan={other[1].pk}"}
    assert client.post(EDIT, typed | both).status_code == 302
    assert set(Entry.objects.get().leads.all()) == {cast.ha, other[1]}


@pytest.mark.sqlite
def test_a_line_is_mended_in_its_columns(cast: Cast, client: Client) -> None:
    week = begun(cast)
    entry = add(cast, week, "Họp tổ", 3, hour=14)
    posted(cast, week)
    client.force_login(cast.minh)
    shown = client.get(EDIT, {"sua": entry.pk}).text
    assert f'id="viec_{entry.pk}_content"' in shown
    said = {
        "day": "4",
        "starts": "15:00",
        "content": "Họp tổ",
        "attendees": "cô Lan",
        "every": "1",
        "seen": "0",
        "reason": "Phòng bận",
    }
    wrong = client.post(f"/noi-bo/lich/viec/{entry.pk}/", {**said, "ends": "14:00"})
    assert (wrong.status_code, "Giờ kết thúc phải sau giờ bắt đầu" in wrong.text, "Phòng bận" in wrong.text) == (
        422,
        True,
        True,
    )
    assert client.post(f"/noi-bo/lich/viec/{entry.pk}/", said).status_code == 302
    entry.refresh_from_db()
    assert (entry.part, entry.sequence, list(entry.people.all()), entry.repeat and entry.repeat.every) == (
        "chieu",
        1,
        [cast.lan],
        1,
    )
    assert client.post(f"/noi-bo/lich/viec/{entry.pk}/", said).status_code == 409
    read = client.get("/noi-bo/lich/").text
    assert all(
        one in read
        for one in ("Thay đổi</span>", "<del>19/11/2026</del>", "Lý do: Phòng bận", "1 thay đổi sau khi đăng")
    )
    client.post(f"/noi-bo/lich/viec/{entry.pk}/bo/")
    assert "<del>Họp tổ</del>" in client.get("/noi-bo/lich/").text


@pytest.mark.sqlite
def test_duties_are_typed_by_day_or_for_the_week(cast: Cast, client: Client) -> None:
    week = begun(cast)
    client.force_login(cast.minh)
    client.post(
        f"/noi-bo/lich/{MONDAY}/truc/", {"bgh": "T2: thầy Minh; T3, T4: cô Hà", "lop": "7A3", "note": "Đồng phục"}
    )
    assert list(week.duties.values_list("kind", "day__day", "who", "person")) == [
        ("bgh", 16, "thầy Minh", cast.minh.pk), ("bgh", 17, "cô Hà", cast.ha.pk), ("bgh", 18, "cô Hà", cast.ha.pk),
        ("lop", None, "7A3", None),
    ]  # fmt: skip
    assert "T2: thầy Minh; T3: cô Hà; T4: cô Hà" in client.get(EDIT).text


@pytest.mark.sqlite
def test_the_principal_names_who_posts(cast: Cast, client: Client) -> None:
    client.force_login(cast.minh)
    assert client.post("/noi-bo/lich/nguoi-dang/", {"person": cast.lan.pk, "answers": "on"}).status_code == 302
    again = client.post("/noi-bo/lich/nguoi-dang/", {"person": cast.lan.pk})
    assert (again.status_code, "đang được giao rồi" in again.text) == (409, True)
    client.force_login(cast.lan)
    assert client.post(f"/noi-bo/lich/{NEXT}/bat-dau/").status_code == 302
    assert client.post(f"/noi-bo/lich/nguoi-dang/{WeekPoster.objects.get().pk}/thoi/").status_code == 403


@pytest.mark.sqlite
def test_weeks_are_listed_with_who_was_late(cast: Cast, client: Client) -> None:
    week = begun(cast)
    add(cast, week, "Họp")
    posted(cast, week)
    begun(cast, NEXT)
    client.force_login(cast.lan)
    said = client.get("/noi-bo/lich/cac-tuan/").text
    assert ("Tuần 12" in said, "Đăng chậm" in said, "Tuần 13" in said) == (True, True, False)
    book = load_workbook(BytesIO(client.get("/noi-bo/lich/cac-tuan/bang-tinh/").content)).active
    assert next(list(row)[:4] for row in book.iter_rows(min_row=2, values_only=True))[0] == "Tuần 12"  # type: ignore[union-attr]


@pytest.mark.sqlite
def test_screens_cost_the_same_queries_for_one_line_and_for_three(cast: Cast, client: Client) -> None:
    week = begun(cast)
    client.force_login(cast.minh)

    def cost() -> list[int]:
        found = []
        for path in ("/noi-bo/lich/", "/noi-bo/lich/cua-toi/", EDIT, "/noi-bo/lich/cac-tuan/"):
            with CaptureQueriesContext(connection) as asked:
                assert client.get(path).status_code == 200
            found.append(len(asked))
        return found

    one = add(cast, week, "Họp", hour=8, lead="Minh")
    posted(cast, week)
    add(cast, week, "Họp", hour=8, lead="Minh, Lan", entry=one)
    cost()
    first = cost()
    for number in range(2):
        more = add(cast, week, f"Họp {number}", hour=8, lead="Minh")
        add(cast, week, f"Họp {number}", hour=9, lead="Minh, Lan", entry=more)
    assert cost() == first
    assert max(first) <= 45


@pytest.mark.sqlite
def test_a_week_that_is_over_stands_as_it_was(cast: Cast, client: Client) -> None:
    week = begun(cast)
    entry = add(cast, week, "Họp")
    posted(cast, week)
    actions.cancel(entry, by=cast.minh, at=NOW, channel="test")
    clock.set_to(NOW + timedelta(days=8), freeze=True)
    client.force_login(cast.minh)
    assert "Sửa lịch" not in client.get(f"/noi-bo/lich/{MONDAY}/").text
    late = client.post(EDIT, {"line": "T2 họp"})
    assert (late.status_code, "Tuần này đã qua" in late.text) == (409, True)


def test_in_public_stands_only_what_the_plan_and_approved_notices_say(cast: Cast, client: Client) -> None:
    week = begun(cast)
    line = add(cast, week, "CANARY tổng duyệt", 1, hour=14, place="CANARY", lead="Lan")
    add(cast, week, "CANARY họp")
    Entry.objects.filter(pk=line.pk).update(plan_entry=cast.entry)
    posted(cast, week)
    cast.published(
        cast.lan, title="Họp cha mẹ học sinh", notice=True, opening_at="2026-11-21T08:00+07:00", place="Hội trường"
    )
    said = client.get("/lich-cong-tac/").text
    assert [one in said for one in ("Ngày hội Khoa học", "Thứ Ba", "CANARY", "Hoàng Lan")] == [True, True, False, False]
    cast.entry.cancelled_at = NOW
    cast.entry.save()
    assert "Ngày hội Khoa học" not in client.get("/lich-cong-tac/").text
