"""The rolls: who keeps them, who sees which class, a sheet taken in whole and not twice (Luật 91/2025)."""

from datetime import date, timedelta

import pytest

from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.people import actions as people
from portal.people.rules import Duty
from portal.pupils.models import Enrolment, Guardian, Pupil, SchoolClass
from portal.pupils.roll import actions, queries, rules
from portal.pupils.roll.bringing import bring_in
from portal.pupils.roll.reading import Line, day_in, read
from portal.pupils.roll.rules import Reach
from tests.cast import NOW, Cast
from tests.pupils.rolls import BORN, DAY, NAMES, SAID, a_class

TODAY = NOW.date()
HEAD = [
    "STT",
    "Mã HS",
    "Họ và tên",
    "Ngày sinh",
    "Lớp",
    "Tài khoản học sinh",
    "Họ tên mẹ",
    "Cha mẹ, người giám hộ",
    "Tài khoản cha mẹ",
]


def sheet(*rows: list[str]) -> list[list[str]]:
    return [["DANH SÁCH HỌC SINH", ""], HEAD, *rows]


@pytest.mark.parametrize(
    ("text", "day"),
    [("9/2/2014", date(2014, 2, 9)), ("09-02-2014", date(2014, 2, 9)), ("2014-02-09", date(2014, 2, 9)), ("31/02/2014", None),
     ("năm 2014", None), ("", None)],
)  # fmt: skip
def test_days_are_read_as_schools_write_them(text: str, day: date | None) -> None:
    assert day_in(text) == day


@pytest.mark.parametrize(
    ("name", "grade"), [("6A1", 6), ("12B", 12), ("9/2", 9), ("10A2", 10), ("13A", None), ("A1", None), ("", None)]
)
def test_a_class_tells_its_grade(name: str, grade: int | None) -> None:
    assert (rules.grade_of(name), rules.class_has_grade(name) is None) == (grade, grade is not None)  # R-ROLL-03


@pytest.mark.parametrize(
    ("born", "himself"),
    [(date(2019, 11, 16), True), (date(2019, 11, 17), False), (None, True), (date(2014, 1, 1), True)],
)
def test_a_child_signs_from_his_seventh_birthday_on(born: date | None, himself: bool) -> None:
    assert rules.signs_himself(born, TODAY) is himself


def test_a_sheet_says_every_row_that_cannot_be_right() -> None:
    found = read(sheet(
        ["1", "HS1", "Mây Thử Một", "09/03/2014", "7a 3", "", "Mẹ Thử", "", ""],
        ["2", "", "Gió Thử Hai", "", "7A3"],
        ["3", "HS1", "Nắng Thử Ba", "31/02/2014", "A3"],
        ["", "", "", "", ""],
    ), TODAY)  # fmt: skip
    assert [(one.row, one.code, one.school_class, [kin.name for kin in one.kin]) for one in found.lines] == [
        (3, "HS1", "7A3", ["Mẹ Thử"])
    ]
    assert [(one.row, one.words) for one in found.faults] == [
        (4, "Thiếu mã học sinh."),
        (5, "Mã học sinh trùng với dòng 3."),
        (5, "Ngày sinh không đọc được; viết như 09/02/2014."),
        (5, "Thiếu lớp, hoặc tên lớp không bắt đầu bằng số khối (như 6A1)."),
    ]
    assert [Line.unpacked(one.packed()) for one in found.lines] == list(found.lines)


def test_a_sheet_without_its_columns_or_without_pupils_says_so() -> None:
    assert [one.words for one in read([["Tên", "Tuổi"]], TODAY).faults] == [
        "Không thấy dòng đầu bảng có cột “Mã học sinh” và “Họ và tên”."
    ]
    assert [one.words for one in read(sheet(), TODAY).faults] == ["Dưới dòng đầu bảng không có em nào."]


def lines(*said: tuple[str, str, str]) -> list[Line]:
    return [Line(number, code, name, BORN, room) for number, (code, name, room) in enumerate(said, 2)]


def test_the_same_sheet_again_changes_nothing_and_a_changed_one_moves(cast: Cast) -> None:
    first = lines(("HS1", NAMES[0], "7A3"), ("HS2", NAMES[1], "7A3"))
    plans = [bring_in(first, year=2026, day=DAY, by=cast.minh, **SAID) for _ in range(2)]
    assert [(one.many("new"), one.many("same")) for one in plans] == [(2, 0), (0, 2)]
    moved = lines(("HS1", NAMES[0], "7A4"), ("HS2", "Gió Thử Khác", "7A3"))
    plan = bring_in(moved, year=2026, day=TODAY, by=cast.minh, **SAID)
    assert [(one.kind, one.was) for one in plan.changes] == [("moved", "7A3 (2026–2027)"), ("amended", "")]
    seats = (
        Enrolment.objects.filter(pupil__code="HS1")
        .order_by("starts")
        .values_list("school_class__name", "starts", "ends")
    )
    assert list(seats) == [("7A3", DAY, TODAY), ("7A4", TODAY, None)]
    assert (Pupil.objects.count(), SchoolClass.objects.count()) == (2, 2)


def test_accounts_and_guardians_come_with_the_sheet_and_what_does_not_fit_stops_it_whole(cast: Cast) -> None:
    found = read(sheet(["1", "HS1", NAMES[0], "09/03/2014", "7A3", "an", "", "Trịnh Văn Phú", "phu"]), TODAY)
    bring_in(found.lines, year=2026, day=DAY, by=cast.minh, **SAID)
    bring_in(found.lines, year=2026, day=DAY, by=cast.minh, **SAID)
    pupil = Pupil.objects.get()
    assert [list(queries.wards(cast.people[who])) for who in ("an", "phu", "lan")] == [[pupil], [pupil], []]
    assert Guardian.objects.count() == 1
    wrong = read(sheet(
        ["1", "HS2", NAMES[1], "", "7A3", "an", "", "", ""], ["2", "HS3", NAMES[2], "", "7A3", "phu", "", "", "khongco"],
    ), TODAY)  # fmt: skip
    assert queries.planned(wrong.lines, 2026, DAY).faults == (
        (3, "Tài khoản “an” đã gắn với em khác."),
        (4, "“phu”: Tài khoản này không phải tài khoản học sinh."),
        (4, "Không có tài khoản “khongco”."),
    )
    with pytest.raises(Refused, match="Tệp còn 3 chỗ sai") as refused:  # R-ROLL-12
        bring_in(wrong.lines, year=2026, day=DAY, by=cast.minh, **SAID)
    assert ([one.rule for one in refused.value.refusals], Pupil.objects.count()) == (["R-ROLL-12"], 1)


def test_a_teacher_reaches_his_class_the_keeper_all_of_them_and_nobody_else_any(cast: Cast) -> None:
    room, _ = a_class(cast, many=0)
    people.name_for_duty(cast.khoa, Duty.ROLLS, by=cast.minh, **SAID)
    assert [queries.reach(cast.people[who], NOW) for who in ("lan", "khoa", "minh", "ha", "phu")] == [
        Reach(cast.lan.pk, False, frozenset({room.pk})), Reach(cast.khoa.pk, True), Reach(cast.minh.pk, True),
        Reach(cast.ha.pk), Reach(cast.phu.pk),
    ]  # fmt: skip
    assert [rules.may_see_class(queries.reach(cast.lan, NOW), pk) is None for pk in (room.pk, room.pk + 1, None)] == [
        True,
        False,
        False,
    ]  # fmt: skip  R-ROLL-02
    actions.set_teacher(room, cast.khoa, by=cast.minh, **SAID)
    assert queries.reach(cast.lan, NOW) == Reach(cast.lan.pk)


def refused_by(verb: object, *args: object, **more: object) -> list[str]:
    assert callable(verb)
    with pytest.raises(Refused) as refused:
        verb(*args, **{**SAID, **more})
    return [one.rule for one in refused.value.refusals]


def test_what_the_rolls_refuse(cast: Cast) -> None:
    room, (pupil, other) = a_class(cast, many=2)
    by = {"by": cast.minh}
    assert refused_by(actions.open_class, 2026, "7a3", teacher=cast.phu, **by) == ["R-ROLL-04", "R-DUTY-02"]
    assert refused_by(actions.open_class, 2026, "lá", teacher=None, by=cast.lan) == ["R-ROLL-01", "R-ROLL-03"]
    said = {"code": "7A3-0", "full_name": " ", "born": date(2025, 1, 1), "day": DAY}
    assert refused_by(actions.enrol, room, **said, **by) == ["R-ROLL-10", "R-ROLL-10", "R-ROLL-11"]
    assert refused_by(actions.move, pupil, room, day=TODAY, **by) == ["R-ROLL-05"]
    assert refused_by(actions.leave, pupil, day=DAY, **by) == ["R-ROLL-09"]
    assert refused_by(actions.link_account, pupil, cast.phu, **by) == ["R-ROLL-06"]
    actions.link_account(pupil, cast.an, **SAID, **by)
    assert refused_by(actions.link_account, other, cast.an, **by) == ["R-ROLL-07"]
    Pupil.objects.filter(pk=other.pk).update(full_name="", born=None, erased_at=NOW)
    assert refused_by(actions.amend, other, full_name="Lại", born=None, **by) == ["R-ROLL-08"]


def test_whoever_left_comes_back_and_the_record_knows_him_by_number(cast: Cast) -> None:
    room, (pupil,) = a_class(cast, many=1)
    actions.leave(pupil, day=TODAY, by=cast.minh, **SAID)
    assert (list(queries.pupils_of(room.pk, TODAY)), queries.last_class(pupil.pk)) == ([], room.pk)
    actions.move(pupil, room, day=TODAY + timedelta(days=1), by=cast.minh, **SAID)
    actions.amend(pupil, full_name="Mây Thử Khác", born=BORN, by=cast.minh, **SAID)
    guardian = actions.add_guardian(pupil, full_name="Bà Thử", relation="Bà", account=cast.phu, by=cast.minh, **SAID)
    actions.drop_guardian(guardian, by=cast.minh, **SAID)
    written = [
        (line.verb, str(line.data))
        for line in JournalEntry.objects.filter(subject_type="pupils.pupil", subject_id=pupil.pk)
    ]
    assert [verb for verb, _ in written] == [
        "pupil_enrolled", "pupil_left", "pupil_moved", "pupil_amended", "guardian_added", "guardian_dropped",
    ]  # fmt: skip
    assert [text for _, text in written if "Thử" in text or "2014" in text or "phu" in text] == []
