"""Whom a line of the week means by its words (Điều 15.2)."""

from datetime import date, time

import pytest

from portal.intranet.week.names import Asked, Group, Roll, Written, lines, meant, questions, resolved, told_apart
from portal.intranet.week.typed import Part, understood

MONDAY = date(2026, 11, 23)
PEOPLE = {1: "Nguyễn Mậu Minh", 2: "Trần Thu Hà", 3: "Đỗ Dũng", 4: "Nguyễn Thị Hà", 5: "Hoàng Lan", 6: "Lê Hạ"}
MATHS = Group("Tổ Toán – Tin", frozenset({3, 5}), frozenset({3}), 71)
LETTERS = Group("Tổ Ngữ văn – Khoa học xã hội", frozenset({4}), frozenset({4}), 72)
SCIENCE = Group("Tổ Khoa học tự nhiên", frozenset({5}), frozenset({5}), 73)
ROLL = Roll(
    PEOPLE,
    (
        MATHS,
        LETTERS,
        SCIENCE,
        Group("BGH", frozenset({1, 2}), frozenset({1, 2})),
        Group("Ban giám hiệu", frozenset({1, 2}), frozenset({1, 2})),
    ),
)


@pytest.mark.parametrize(("name", "people"), [
    ("Dũng", [3]), ("dũng", [3]), ("Dung", [3]), ("Hà", [2, 4]), ("Ha", [2, 4, 6]), ("Hạ", [6]), ("Thu Hà", [2]),
    ("cô Trần Thu Hà", [2]), ("đ/c Minh", [1]), ("Mậu", []), ("", []), ("Bảo vệ", []),
])  # fmt: skip
def test_a_name_means_whoever_answers_to_it(name: str, people: list[int]) -> None:
    assert [id for id, _ in meant(name, ROLL)] == people


def line(content: str = "Họp", **more: str) -> Written:
    return Written(MONDAY, Part.MORNING, None, None, content, **more)  # type: ignore[arg-type]


TWO = Asked("Hà", ((2, "Trần Thu Hà"), (4, "Nguyễn Thị Hà")))


@pytest.mark.parametrize(("said", "leads", "people", "units", "everyone", "asked"), [
    (line(lead="Dũng"), {3}, set(), set(), False, ()),
    (line(lead="Dũng, Lan"), {3, 5}, set(), set(), False, ()),
    (line(lead="BGH"), {1, 2}, set(), set(), False, ()),
    (line(lead="tổ Toán"), {3}, set(), set(), False, ()),
    (line(lead="Hà"), set(), set(), set(), False, (TWO,)),
    (line(lead="TPT"), set(), set(), set(), False, ()),
    (line(attendees="GV khối 9, tổ Văn, cô Lan"), set(), {5}, {72}, False, ()),
    (line(attendees="BGH, thầy Dũng"), set(), {1, 2, 3}, set(), False, ()),
    (line(attendees="Toàn trường"), set(), set(), set(), True, ()),
    (line(attendees="CB, GV, NV"), set(), set(), set(), True, ()),
    (line("Họp hội đồng sư phạm"), set(), set(), set(), True, ()),
    (line("Kiểm tra an toàn trường lớp"), set(), set(), set(), False, ()),
    (line("Chào cờ đầu tuần"), set(), set(), set(), True, ()),
    (line("Giao ban Ban giám hiệu"), set(), {1, 2}, set(), False, ()),
        (line("Họp tổ Toán"), set(), set(), {71}, False, ()),
    (line("Họp tổ khoa học"), set(), set(), set(), False, ()),
])  # fmt: skip
def test_words_of_a_line_become_people(
    said: Written, leads: set[int], people: set[int], units: set[int], everyone: bool, asked: tuple[Asked, ...]
) -> None:
    found, names = resolved(said, ROLL, {})
    assert (set(found.leads), set(found.people), set(found.units), found.everyone, names) == (
        leads,
        people,
        units,
        everyone,
        asked,
    )


def test_who_is_meant_is_asked_once_and_the_answer_counts() -> None:
    found, asked = resolved(line(lead="Hà"), ROLL, {"Hà": 4})
    assert (set(found.leads), len(asked)) == ({4}, 0)
    found, asked = resolved(line(lead="Hà"), ROLL, {"Hà": 3})  # nobody who answers to it
    assert (found.leads, asked) == (frozenset(), (TWO,))


def test_each_name_is_a_question_of_its_own_and_an_answered_one_may_be_answered_otherwise() -> None:
    roll = Roll({**PEOPLE, 7: "Lê Dũng"}, ROLL.groups)
    asked = questions(line(lead="Hà", attendees="thầy Dũng, tổ Toán"), roll, {"Hà": 4, "Dũng": 5})
    assert [(one.name, [id for id, _ in one.may_be], one.answer) for one in asked] == [
        ("Hà", [2, 4], 4), ("Dũng", [3, 7], None),
    ]  # fmt: skip


def test_two_of_one_name_are_told_apart_by_their_units() -> None:
    roll = Roll({3: "Đỗ Dũng", 4: "Đỗ Dũng", 8: "Đỗ Dũng", 9: "Lê Dũng"}, ROLL.groups)
    assert told_apart(tuple(roll.people.items()), roll) == (
        (3, "Đỗ Dũng (Tổ Toán – Tin)"), (4, "Đỗ Dũng (Tổ Ngữ văn – Khoa học xã hội)"), (8, "Đỗ Dũng (số 8)"), (9, "Lê Dũng"),
    )  # fmt: skip


def test_a_line_typed_for_several_days_is_several_lines() -> None:
    said = understood("T2, T4 15h bồi dưỡng HSG P201 – Dũng", MONDAY)
    made = lines(said, [date(2026, 11, 23), date(2026, 11, 25)])
    assert [(one.day.day, one.part, one.starts, one.lead, one.place) for one in made] == [
        (day, Part.AFTERNOON, time(15), "Dũng", "P201") for day in (23, 25)
    ]
