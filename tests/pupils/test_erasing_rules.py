"""Forgetting, as plain values: who asks and who decides, what stands against it, how a name is known in a text (Luật 91/2025)."""

import json

import pytest

from portal.people.rules import Board, Kind
from portal.pupils.erasing import rules
from portal.pupils.erasing.identity import keyed, known, phrases, plain, sought
from portal.pupils.erasing.searching import stands_in, strings
from portal.pupils.roll.rules import Reach

BOARD = Board(
    principals=frozenset({1}),
    heads=frozenset({2}),
    secretaries=frozenset({3}),
    substitutes=frozenset({4}),
    members=frozenset({5}),
)
KEEPER, TEACHER = Reach(7, keeps=True), Reach(8, classes=frozenset({1}))


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        (rules.may_ask(KEEPER), None), (rules.may_ask(TEACHER), "R-ERASE-01"), (rules.may_ask(Reach(9)), "R-ERASE-01"),
        (rules.may_decide(BOARD, 1), None), (rules.may_decide(BOARD, 2), "R-ERASE-02"), (rules.may_decide(BOARD, 7), "R-ERASE-02"),
        (rules.two_people(7, 1), None), (rules.two_people(1, 1), "R-ERASE-03"),
        (rules.not_at_school(seated=False), None), (rules.not_at_school(seated=True), "R-ERASE-04"),
        (rules.not_at_school(seated=False, wards_seated=True), "R-ERASE-04"),
        *((rules.is_reader(kind), None) for kind in (Kind.PARENT, Kind.PUPIL, Kind.READER)),
        *((rules.is_reader(kind), "R-ERASE-05") for kind in (Kind.STAFF, Kind.COLLABORATOR)),
        (rules.asked_once(asked=False, erased=False), None), (rules.asked_once(asked=True, erased=False), "R-ERASE-06"),
        (rules.asked_once(asked=False, erased=True), "R-ERASE-06"),
        (rules.names_paper("đơn số 7", tells=False), None), (rules.names_paper(" ", tells=False), "R-ERASE-07"),
        (rules.names_paper("đơn của Mây Biếc Nhài", tells=True), "R-ERASE-07"),
        (rules.was_searched(True), None), (rules.was_searched(False), "R-ERASE-08"),
        (rules.still_asked(True), None), (rules.still_asked(False), "R-ERASE-09"),
        (rules.says_why("Còn nợ sách"), None), (rules.says_why("  "), "R-ERASE-10"),
        *((rules.may_settle(BOARD, one, keeps=False), None) for one in (2, 3, 4)), (rules.may_settle(BOARD, 9, keeps=True), None),
        (rules.may_settle(BOARD, 5, keeps=False), "R-ERASE-11"), (rules.may_settle(BOARD, 1, keeps=False), "R-ERASE-11"),
        (rules.says_what("đã đính chính"), None), (rules.says_what(""), "R-ERASE-12"),
    ],
)  # fmt: skip
def test_who_may_and_what_stands_against_it(said: object, rule: str | None) -> None:
    assert getattr(said, "rule", None) == rule


NAME = "Lê Thị Hoà"
TEXTS = [
    ("Em Lê Thị Hoà, lớp 7A3", True),
    ("em LÊ THỊ HÒA đạt giải", True),  # the mark stands where others put it
    ("le-thi-hoa-lop-7a3", True),  # a slug
    ("Le Thi Hoa", True),
    ("Lê\nThị  Hoà", True),
    ("<p>Lê <b>Thị</b> Hoà</p>", True),
    ("L\u00ea Th\u1ecb Hòa".encode().decode(), True),
    ("Lễ thi hoa", False),  # another word, with its marks
    ("Lê Thị Hoài", False),
    ("Lê Thị", False),
    ("Hoà Lê Thị", False),
    ("", False),
]


@pytest.mark.parametrize(("text", "there"), TEXTS)
def test_a_name_is_known_in_every_form_people_write_it_and_by_its_hash_alone(text: str, there: bool) -> None:
    windows = keyed([NAME], lambda words: f"#{hash(words)}")
    assert (stands_in(text, known([NAME])), stands_in(text, sought(windows, lambda words: f"#{hash(words)}"))) == (
        there,
        there,
    )
    assert [key for _, key in windows if "hoa" in key.lower() or "Hoà" in key] == []


def test_where_it_stands_is_told_from_to() -> None:
    text = "Hôm nay Lê Thị Hoà và Le Thi Hoa"
    assert [text[start:end] for start, end in sought(keyed([NAME])).spots(text)] == ["Lê Thị Hoà", "Le Thi Hoa"]


def test_a_name_of_one_word_is_looked_for_nowhere_and_an_address_whole() -> None:
    assert phrases(["Hoà", "", "hoa@truong.vn", NAME, NAME]) == ("hoa@truong.vn", NAME)
    assert stands_in("viết thư tới hoa@truong.vn nhé", known(["hoa@truong.vn"]))


def test_words_are_read_out_of_whatever_they_are_packed_in() -> None:
    inner = json.dumps([{"type": "paragraph", "value": "<p>Lê Thị Ho&agrave;</p>"}])
    packed = {"title": "Tin", "body": inner, "rows": [["1", "2"], [None, 3]], "broken": "[không phải bảng"}
    assert list(strings(json.dumps(packed))) == [
        "Tin",
        "paragraph",
        "<p>Lê Thị Ho&agrave;</p>",
        "1",
        "2",
        "[không phải bảng",
    ]
    assert (stands_in(json.dumps(packed), known([NAME])), plain("a<br>b")) == (True, "a b")
    deep = "[" * 5000 + '"Lê Thị Hoà"' + "]" * 5000
    assert stands_in(deep, known([NAME])) is True  # nothing breaks on it
