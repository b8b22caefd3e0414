"""A timetable from the workbook to the class page: read, drafted, mended, approved by row 6, in force from its day (Điều 14.2, 15.1)."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook, load_workbook

from portal.approval import actions as approval
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.intranet.models import OwnClass, Timetable, TimetableLesson
from portal.intranet.timetable import actions, queries
from portal.intranet.timetable.actions import Words
from portal.intranet.timetable.reading import read
from portal.intranet.timetable.rules import Lesson, Session, clashes
from portal.intranet.timetable.sheets import workbook
from portal.intranet.timetable.workbook import grids
from portal.people.models import Person
from portal.pupils.roll import actions as roll
from tests.cast import NOW, Cast
from tests.pupils import rolls

S = Session.MORNING
ROWS = [
    ["Thứ", "Tiết", "6A1", "6A2", "9/1"],
    ["2", "1", "Chào cờ", "Chào cờ", "Chào cờ"],
    ["2", "2", "Toán - Lan", "Ngữ văn - Cúc (P.12)", "Tin học - Khoa"],
    ["3", "1", "Ngữ văn - Cúc", "Toán - Lan", "Toán - Lan"],
]
STAFF = "/noi-bo/thoi-khoa-bieu/"


def book(rows: list[list[str]] = ROWS) -> bytes:
    made = Workbook()
    for row in rows:
        made.active.append(row)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def draft(
    cast: Cast, starts: date = date(2026, 11, 16), title: str = "Thời khóa biểu số 5", rows: list[list[str]] = ROWS
) -> Timetable:
    reading = actions.read_in(book(rows), "C:\\tkb.xlsx", by=cast.minh, at=NOW, channel="test")
    return actions.draw_up(reading, Words(title, starts), {}, by=cast.minh, at=NOW, channel="test")


def test_a_workbook_becomes_a_draft_a_mended_draft_and_by_row_six_a_timetable_in_force(cast: Cast) -> None:
    made = draft(cast)
    assert [str(one).partition(":")[0] for one in clashes(made.taught())] == [
        "Thầy/cô Lan trùng lúc thứ Ba, sáng tiết 1"
    ]
    place = next(n for n, one in enumerate(made.taught()) if (one.school_class, one.day) == ("9/1", 1))
    kept = actions.mend(made, place, Lesson("", 0, S, 2, "Toán", "Lan"), by=cast.minh, at=NOW, channel="test")
    assert [(one.day, one.period, one.subject, one.person) for one in kept.taught() if one.school_class == "9/1"] == [
        (0, 1, "Chào cờ", None), (1, 1, "Tin học", cast.khoa.pk), (0, 2, "Toán", cast.lan.pk),
    ]  # fmt: skip
    assert [one.what for one in clashes(kept.taught())] == [
        "teacher"
    ]  # changing places moved the clash to Monday, and says so
    assert cast.standing(made).route.row == 6
    up = cast.up(made, cast.minh)
    now, then = queries.in_force(NOW)
    assert (up.live, now, then, TimetableLesson.objects.count()) == (True, up, None, 9)
    assert [one.school_class for one in queries.of_day(cast.lan, NOW)] == ["6A1", "9/1"]
    assert list(JournalEntry.objects.filter(rule="R-TABLE-01").values_list("verb", flat=True)) == ["timetable_read"]
    assert (JournalEntry.objects.get(verb="approve", subject_id=up.pk).data["row"], up.told()[-1]) == (
        6, ("Lớp 9/1", "thứ Hai: s1 Chào cờ, s2 Toán (Lan); thứ Ba: s1 Tin học (Khoa)"),
    )  # fmt: skip


def test_the_next_version_waits_for_its_day_and_both_stand_on_the_page_of_the_class(cast: Cast, client: Client) -> None:
    cast.up(draft(cast), cast.minh)
    rows = [*ROWS[:2], ["2", "2", "Hóa học - Cúc", "Toán", "Toán"]]
    cast.up(draft(cast, date(2026, 11, 30), "Thời khóa biểu số 6", rows), cast.minh)
    before = client.get("/thoi-khoa-bieu/6a1/").content.decode()
    assert [
        "Hóa học" in before,
        "thời khóa biểu mới" in before,
        "Thời khóa biểu số 5, áp dụng" in before,
        "Lan" in before,
    ] == [True] * 4
    later = queries.in_force(NOW + timedelta(days=14))
    assert [one and one.title for one in later] == ["Thời khóa biểu số 6", None]
    assert client.get("/thoi-khoa-bieu/khong-co/").status_code == 404
    front = client.get("/thoi-khoa-bieu/").content.decode()
    assert [front.count(f'href="/thoi-khoa-bieu/{slug}/"') for slug in ("6a1", "6a2", "9-1")] == [1, 1, 1]


def test_a_version_taken_down_leaves_no_lesson(cast: Cast, client: Client) -> None:
    up = cast.up(draft(cast), cast.minh)
    approval.withdraw(up, ground="other", reason="Nhầm bản", by=cast.ha, at=NOW, channel="test")
    assert (TimetableLesson.objects.count(), client.get("/thoi-khoa-bieu/6a1/").status_code) == (0, 404)


def test_the_spreadsheet_out_can_be_brought_in_again(cast: Cast) -> None:
    made = draft(cast)
    again = read(grids(workbook(made.title, made.taught())))
    kept = {(one.school_class, one.slot, one.subject, one.teacher, one.room) for one in made.taught()}
    assert (
        {(one.school_class, one.slot, one.subject, one.teacher, one.room) for one in again.lessons},
        again.unclear,
    ) == (kept, ())


def test_names_several_answer_to_are_asked(cast: Cast) -> None:
    two = Person.objects.create_user("lan2", "lan2@testserver.edu.vn", "x", full_name="Vũ Lan", kind="staff")
    assert {pk for pk, _ in queries.meant({"Lan"}, NOW)["Lan"]} == {cast.lan.pk, two.pk}
    reading = actions.read_in(book(), "tkb.xlsx", by=cast.minh, at=NOW, channel="test")
    made = actions.draw_up(
        reading, Words("Số 5", None), {"Lan": two.pk, "Cúc": cast.lan.pk}, by=cast.minh, at=NOW, channel="test"
    )
    assert {one.teacher: one.person for one in made.taught() if one.teacher} == {
        "Lan": two.pk,
        "Cúc": cast.cuc.pk,
        "Khoa": cast.khoa.pk,
    }
    with pytest.raises(Refused) as refused:
        approval.submit(made, by=cast.minh, at=NOW, channel="test")
    assert [one.rule for one in refused.value.refusals] == ["R-TABLE-05"]


def test_teachers_bring_none_in_and_a_lesson_that_is_not_there_is_not_mended(cast: Cast) -> None:
    made, rules = draft(cast), []
    for verb in (
        lambda: actions.read_in(book(), "x.xlsx", by=cast.lan, at=NOW, channel="test"),
        lambda: actions.read_in(b"khong phai", "x.xls", by=cast.sen, at=NOW, channel="test"),
        lambda: actions.read_in(book([["Tên"]]), "x.xlsx", by=cast.sen, at=NOW, channel="test"),
        lambda: actions.mend(made, 99, Lesson("", 0, S, 1, "Toán"), by=cast.minh, at=NOW, channel="test"),
        lambda: actions.reword(made, Words("", None), by=cast.minh, at=NOW, channel="test"),
    ):  # fmt: skip
        with pytest.raises(Refused) as refused:
            verb()
        rules += [one.rule for one in refused.value.refusals]
    assert rules == ["R-TABLE-01", "R-TABLE-08", "R-TABLE-02", "R-TABLE-06", "R-TABLE-05"]


def test_the_staff_read_their_own_week_first_then_anybodys(cast: Cast, client: Client) -> None:
    cast.up(draft(cast), cast.minh)
    client.force_login(cast.lan)
    found = [
        client.get(STAFF + asked).content.decode()
        for asked in ("", "?cua=lop:6a2", f"?cua=gv:{cast.cuc.pk}", "?cua=phong:P.12")
    ]
    names = [page.partition("<h1>")[2].partition("</h1>")[0] for page in found]
    assert names == ["Thời khóa biểu của tôi", "Lớp 6A2", "Thầy/cô Phạm Thị Cúc", "P.12"]
    assert [page.count("tkb__lesson") // 2 for page in found] == [3, 3, 2, 1]
    assert ["hôm nay" in found[0], "Nhập từ Excel" in found[0]] == [True, False]
    statuses = [
        client.get(STAFF + asked).status_code
        for asked in ("?ban=999", "?cua=lop:7a9", "?cua=gv:x", "thoi-khoa-bieu-so-5/", "nhap/")
    ]
    assert statuses == [404, 404, 200, 302, 403]


def test_a_draft_is_seen_by_those_who_make_and_decide(cast: Cast, client: Client) -> None:
    made = draft(cast)
    seen = []
    for who in (cast.lan, cast.phong, cast.minh):
        client.force_login(who)
        seen.append(
            (client.get(made.edit_address()).status_code, client.get(f"{made.edit_address()}bang-tinh/").status_code)
        )
    assert seen == [(404, 404), (200, 200), (200, 200)]
    cells = list(load_workbook(BytesIO(client.get(f"{made.edit_address()}bang-tinh/").content)).active.values)
    assert cells[:3] == [
        ("Thứ", "Buổi", "Tiết", "6A1", "6A2", "9/1"), ("Thứ Hai", "Sáng", 1, "Chào cờ", "Chào cờ", "Chào cờ"),
        ("Thứ Hai", "Sáng", 2, "Toán - Lan", "Ngữ văn - Cúc (P.12)", "Tin học - Khoa"),
    ]  # fmt: skip


def test_what_was_typed_stays_where_it_is_refused(cast: Cast, client: Client) -> None:
    client.force_login(cast.minh)
    made = draft(cast)
    mend = {"viec": "sua", "place": "0", "subject": "", "teacher": "Ngân", "day": "0", "session": "sang", "period": "1"}
    answer = client.post(made.edit_address(), mend)
    said = answer.content.decode()
    assert (answer.status_code, "Tiết học cần có tên môn. (Điều 14.2)" in said) == (422, True)
    moved = client.post(made.edit_address(), {**mend, "subject": "Toán", "hash": "0" * 64})
    assert (moved.status_code, client.post(f"{STAFF}nhap/", {"file": ContentFile(b"x", "a.xlsx")}).status_code) == (
        409,
        422,
    )


def test_the_difference_of_two_versions_is_told(cast: Cast, client: Client) -> None:
    old = cast.up(draft(cast), cast.minh)
    rows = [*ROWS[:2], ["2", "2", "Toán - Lan", "Ngữ văn - Cúc (P.12)", "Tin học - Dũng"], ROWS[3]]
    new = draft(cast, date(2026, 11, 30), "Thời khóa biểu số 6", rows)
    client.force_login(cast.sen)
    page = client.get(f"{new.edit_address()}?so-voi={old.pk}").content.decode()
    assert ["1 tiết khác, ở 1 lớp" in page, "Tin học – Khoa" in page, "Tin học – Dũng" in page] == [True, True, True]


def test_who_chose_no_class_has_his_own_by_the_rolls_first(cast: Cast, client: Client) -> None:
    """R-TABLE-09: the rolls say whose class is whose until somebody says otherwise."""
    cast.up(draft(cast), cast.minh)
    _, (one, two) = rolls.a_class(cast, "9/1", "lan", 2)
    roll.link_account(one, cast.an, by=cast.minh, **rolls.SAID)
    roll.add_guardian(two, full_name="Trịnh Văn Phú", relation="Bố", account=cast.phu, by=cast.minh, **rolls.SAID)
    assert [queries.own_classes(cast.people[who], NOW) for who in ("lan", "an", "phu", "khoa")] == [["9/1"]] * 3 + [[]]
    assert queries.own_classes(cast.phu) == []
    client.force_login(cast.phu)
    assert client.get("/thoi-khoa-bieu/").context["own"] == ["9/1"]
    client.post("/thoi-khoa-bieu/lop-cua-toi/", {"lop": "6a1"})
    assert queries.own_classes(cast.phu, NOW) == ["6A1"]


def test_a_reader_opens_his_own_class_first(cast: Cast, client: Client) -> None:
    """R-TABLE-09."""
    cast.up(draft(cast), cast.minh)
    client.force_login(cast.phu)
    for slug in ("9-1", "6a1", "6a1"):
        assert client.post("/thoi-khoa-bieu/lop-cua-toi/", {"lop": slug})["Location"] == f"/thoi-khoa-bieu/{slug}/"
    assert (queries.own_classes(cast.phu), queries.own_classes(None)) == (["6A1", "9/1"], [])
    client.post("/thoi-khoa-bieu/lop-cua-toi/", {"lop": "9-1", "thoi": "1"})
    assert list(OwnClass.objects.values_list("school_class", flat=True)) == ["6A1"]
    assert client.post("/thoi-khoa-bieu/lop-cua-toi/", {"lop": "1a1"}).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_a_class_asks_as_often_however_many_versions_there_are(
    cast: Cast, client: Client, count: int
) -> None:
    for number in range(count):
        cast.up(draft(cast, date(2026, 11, 2 + number), f"Số {number}"), cast.minh)
    with CaptureQueriesContext(connection) as asked:
        client.get("/thoi-khoa-bieu/6a1/")
    assert len([one for one in asked.captured_queries if "intranet_timetable" in one["sql"]]) == 3
