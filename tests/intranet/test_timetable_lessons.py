"""Lessons of a draft added and taken out by hand, what collides told and not barred, what was typed kept (Điều 14.2)."""

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client

from portal.base.refused import Refused
from portal.intranet.models import Timetable
from portal.intranet.timetable import actions
from portal.intranet.timetable.rules import Lesson, Session
from portal.people.models import Person
from portal.people.tokens import mint
from tests.cast import NOW, Cast
from tests.intranet.test_timetable import draft

S, C = Session.MORNING, Session.AFTERNOON
TOLD = {"at": NOW, "channel": "test"}
TYPED = {"viec": "them", "school_class": "6a1", "day": "2", "session": "chieu", "period": "4", "subject": "GDTC", "teacher": "Lan",
         "room": "Sân trường"}  # fmt: skip


def of_class(made: Timetable, name: str) -> list[tuple[int, str, int, str, int | None]]:
    return [
        (one.day, one.session, one.period, one.subject, one.person) for one in made.taught() if one.school_class == name
    ]


def test_a_lesson_is_added_with_who_teaches_it_and_another_taken_out(cast: Cast) -> None:
    made = draft(cast)
    kept = actions.add(made, Lesson(" Lớp 6a2 ", 4, C, 2, " Mĩ  thuật", "Cúc", "P.9"), by=cast.minh, **TOLD)
    assert of_class(kept, "6A2")[-1] == (4, "chieu", 2, "Mĩ thuật", cast.cuc.pk)
    gone = actions.drop(made, 0, by=cast.minh, **TOLD)
    kept = actions.add(made, Lesson("7/3", 0, S, 1, "Chào cờ"), by=cast.minh, **TOLD)
    assert (gone.school_class, gone.subject, kept.classes(), len(kept.taught())) == (
        "6A1", "Chào cờ", ["6A1", "6A2", "7/3", "9/1"], 10,
    )  # fmt: skip
    assert (made.case.state, kept.latest_revision.user) == ("draft", cast.minh)


@pytest.mark.parametrize(("added", "rules"), [
    (Lesson("", 0, S, 1, "Toán"), ["R-TABLE-10"]),
    (Lesson("Tổ Toán", 0, S, 1, "Toán"), ["R-TABLE-10"]),
    (Lesson("6A1", 7, S, 1, ""), ["R-TABLE-07", "R-TABLE-07"]),
    (Lesson("", 0, S, 13, "Toán"), ["R-TABLE-10", "R-TABLE-07"]),
])  # fmt: skip
def test_what_is_no_lesson_is_not_added(cast: Cast, added: Lesson, rules: list[str]) -> None:
    made = draft(cast)
    with pytest.raises(Refused) as refused:
        actions.add(made, added, by=cast.minh, **TOLD)
    assert [one.rule for one in refused.value.refusals] == rules


def test_teachers_write_in_none_and_nobody_over_what_moved_meanwhile(cast: Cast) -> None:
    made, found = draft(cast), []
    one = Lesson("6A1", 3, S, 1, "Toán")
    for verb in (
        lambda: actions.add(made, one, by=cast.lan, **TOLD),
        lambda: actions.drop(made, 0, by=cast.lan, **TOLD),
        lambda: actions.drop(made, 9, by=cast.minh, **TOLD),
        lambda: actions.drop(made, 0, by=cast.minh, based_on="0" * 64, **TOLD),
        lambda: actions.add(made, one, by=cast.minh, based_on="0" * 64, **TOLD),
    ):
        with pytest.raises(Refused) as refused:
            verb()
        found += [refusal.rule for refusal in refused.value.refusals]
    assert found[:3] == ["R-TABLE-01", "R-TABLE-01", "R-TABLE-06"]
    assert len(found) == 5


@pytest.mark.sqlite
def test_the_week_of_a_class_is_written_in_cell_by_cell(cast: Cast, client: Client) -> None:
    made = draft(cast, date(2026, 11, 30))
    client.force_login(cast.minh)
    address = made.edit_address()
    page, other = (
        client.get(f"{address}?lop={name}&thu=2&buoi=chieu&tiet=4").content.decode() for name in ("6a1", "6a2")
    )
    assert [page.count('class="tkb__plus"'), page.count('class="tkb__cell"')] == [2 * 5 * 5 - 3, 3]
    assert ['value="6A1"' in page, 'value="4"' in page, page.count("tkb__cell--wrong"), other.count("tkb__cell--wrong")] == [
        True, True, 0, 1,
    ]  # fmt: skip
    said = client.post(address, TYPED, follow=True).content.decode()
    assert ["Đã thêm tiết GDTC, lớp 6A1, thứ Tư, chiều tiết 4." in said, "GDTC</b>" in said] == [True, True]
    taken = client.post(address, {**TYPED, "day": "1", "session": "sang", "period": "1"}, follow=True).content.decode()
    assert "Lớp 6A1 có hai tiết lúc thứ Ba, sáng tiết 1" in taken
    wrong = client.post(address, {**TYPED, "subject": "", "room": "P.77"})
    assert (wrong.status_code, "Tiết học cần có tên môn." in wrong.content.decode(), 'value="P.77"' in wrong.content.decode()) == (
        422, True, True,
    )  # fmt: skip
    gone = client.post(address, {"viec": "bo", "place": "9"}, follow=True).content.decode()
    assert "Đã bỏ tiết GDTC, lớp 6A1, thứ Tư, chiều tiết 4." in gone
    statuses = [client.post(address, {"viec": "bo", "place": wrong}).status_code for wrong in ("99", "", "²")]
    assert statuses == [409, 409, 409]


@pytest.mark.sqlite
def test_programs_write_in_a_draft_by_the_same_verbs(cast: Cast, client: Client) -> None:
    made = draft(cast)
    address = f"/api/v1/timetables/{made.pk}/draft"

    def call(method: str, who: Person, asked: str = "", **data: object) -> tuple[int, dict[str, Any]]:
        secret = mint(who, label="thử", may_decide=True, by=who, **TOLD).secret
        answer = client.generic(method, address + asked, json.dumps(data), content_type="application/json",
                                headers={"Authorization": f"Bearer {secret}"})  # fmt: skip
        return answer.status_code, answer.json()

    status, seen = call("GET", cast.minh)
    assert (status, len(seen["lessons"]), len(seen["clashes"]), seen["state"]) == (200, 9, 1, "draft")
    one = {"day": 4, "session": "sang", "period": 3, "subject": "Tin học"}
    status, more = call("POST", cast.minh, school_class="6a1", hash=seen["hash"], **one)
    assert (status, more["lessons"][9]) == (201, {"place": 9, "school_class": "6A1", "teacher": "", "room": "", **one})
    status, mended = call("PATCH", cast.minh, place=9, hash=more["hash"], **{**one, "teacher": "Khoa"})
    assert (status, mended["lessons"][9]["teacher"]) == (200, "Khoa")
    gone = call("DELETE", cast.minh, f"?place=9&hash={mended['hash']}")
    assert (gone[0], gone[1]["hash"]) == (200, seen["hash"])
    refused = [call("DELETE", cast.minh, f"?place=0&hash={more['hash']}"), call("GET", cast.lan), call("GET", cast.phu),
               call("DELETE", cast.phong, f"?place=0&hash={seen['hash']}")]  # fmt: skip
    assert [status for status, _ in refused] == [409, 404, 404, 403]
