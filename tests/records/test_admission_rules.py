"""Rules of admissions, as tables: who may, what a season and an application say, how one comes to its result (TT 37/2020 Đ.9.9)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from portal.people.rules import Board, Duty
from portal.records.admissions import dossier_rules, rules
from portal.records.admissions.dossier_rules import Act
from portal.records.admissions.rules import Given, Quota, Stage, Way
from tests.cast import NOW
from tests.records.admitted import CHILD, CLOSES, GIVEN, OPENS, SHOWS, UNTIL

pytestmark = pytest.mark.sqlite
ON = NOW.date()
A_BOARD = Board(principals=frozenset({1}), vice_principals=frozenset({2}), secretaries=frozenset({3}))


@pytest.mark.parametrize(
    ("person", "duties", "writes", "handles"),
    [
        (1, set(), True, True), (2, set(), True, False), (3, set(), True, False), (9, {Duty.ADMISSIONS}, True, True),
        (9, {Duty.CLERK, Duty.ROLLS, Duty.RESULTS, Duty.ACCOUNTANT}, False, False), (9, set(), False, False),
    ],
)  # fmt: skip
def test_who_writes_a_season_and_who_sees_applications(
    person: int, duties: set[Duty], writes: bool, handles: bool
) -> None:
    """R-ADM-01, R-ADM-06."""
    found = (rules.may_write(A_BOARD, person, duties) is None, rules.may_handle(A_BOARD, person, duties) is None)
    assert found == (writes, handles)


@pytest.mark.parametrize(
    ("text", "found", "odd"),
    [
        ("Tổ 1 | thường trú | 1.180\n\nTổ 2|20", [Quota("Tổ 1", "thường trú", 1180), Quota("Tổ 2", "", 20)], []),
        ("Tổ 1 thường trú 180", [], ["Tổ 1 thường trú 180"]), (" | x | 3", [], [" | x | 3".strip()]),
        ("Tổ 1 | -3", [], ["Tổ 1 | -3"]), ("Tổ 1 | a | b | 3", [], ["Tổ 1 | a | b | 3"]), ("Tổ 1 | ٣", [], ["Tổ 1 | ٣"]),
        ("Tổ 1 | 9999999999", [], ["Tổ 1 | 9999999999"]),
    ],
)  # fmt: skip
def test_the_table_of_places_is_read_line_by_line(text: str, found: list[Quota], odd: list[str]) -> None:
    assert rules.quotas(text) == (found, odd)


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({}, []), ({"title": " "}, ["title"]), ({"year": 1999}, ["year"]), ({"quota": "Tổ 1"}, ["quota"]), ({"way": "mail"}, ["way"]),
        ({"link": "javascript:alert(1)"}, ["link"]), ({"link": "https://a b.vn"}, ["link"]), ({"link": "https://tuyensinh.hanoi.vn/x"}, []),
        ({"closes": OPENS}, ["closes"]), ({"who": "x" * 4001}, ["who"]),
    ],
)  # fmt: skip
def test_a_season_is_begun_with_what_fits(changes: dict[str, object], fields: list[str]) -> None:
    """R-ADM-02."""
    assert [one.field for one in rules.is_begun(replace(GIVEN, **changes))] == fields  # type: ignore[arg-type]


def test_a_season_goes_up_whole() -> None:
    """R-ADM-03: a form needs its hours and what is agreed to; a link its address; the office neither."""
    common = ["who", "quota", "method", "dossier", "plan", "place", "hours", "contact", "basis"]
    more = {Way.FORM: ["opens", "closes", "consent"], Way.LINK: ["link"], Way.OFFICE: []}
    for way, fields in more.items():
        assert [one.field for one in rules.is_whole(Given("Đợt", 2027, way=way))] == common + fields
    assert rules.is_whole(GIVEN) == []


def test_a_season_carries_its_writers_files() -> None:
    """R-ADM-04."""
    assert [len(rules.may_carry(files, own={1}, before={2})) for files in ([1, 2], [3], list(range(11)))] == [0, 1, 2]


def test_applications_are_taken_to_the_second() -> None:
    """R-ADM-05."""
    second = timedelta(seconds=1)
    hours = (OPENS - second, OPENS, CLOSES - second, CLOSES)
    assert [rules.stage(OPENS, CLOSES, at) for at in hours] == [Stage.AHEAD, Stage.OPEN, Stage.OPEN, Stage.OVER]
    assert rules.stage(None, CLOSES, NOW) is None


def test_results_are_told_after_applications_closed() -> None:
    """R-ADM-07, R-ADM-08."""
    asked = [(SHOWS, UNTIL), (UNTIL, SHOWS), (CLOSES - timedelta(1), UNTIL), (NOW - timedelta(3), NOW)]
    found = [rules.shown_in_order(shows, until, CLOSES, NOW) for shows, until in asked]
    assert [one and one.field for one in found] == [None, "until", "shows", "until"]
    assert [rules.still_kept(erased=gone) is None for gone in (False, True)] == [True, False]


@pytest.mark.parametrize(
    ("stage", "form", "many", "taken"),
    [
        (Stage.OPEN, True, 0, True), (Stage.AHEAD, True, 0, False), (Stage.OVER, True, 0, False), (None, True, 0, False),
        (Stage.OPEN, False, 0, False), (Stage.OPEN, True, 3000, False),
    ],
)  # fmt: skip
def test_when_an_application_is_taken(stage: Stage | None, form: bool, many: int, taken: bool) -> None:
    """R-ADM-09."""
    assert (dossier_rules.are_taken(stage, form=form, many=many) is None) is taken


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({}, []), ({"child": " "}, ["child"]), ({"born": None}, ["born"]), ({"born": ON}, ["born"]), ({"born": date(1990, 1, 1)}, ["born"]),
        ({"sex": "x"}, ["sex"]), ({"guardian": ""}, ["guardian"]), ({"relation": ""}, ["relation"]), ({"phone": "12 34"}, ["phone"]),
        ({"phone": "+84 900-000.001"}, []), ({"phone": "٠٩٠٠٠٠٠٠٠١"}, ["phone"]), ({"address": ""}, ["address"]),
        ({"area": "Tổ 99"}, ["area"]), ({"note": "x" * 1001}, ["note"]),
    ],
)  # fmt: skip
def test_what_an_application_says(changes: dict[str, object], fields: list[str]) -> None:
    """R-ADM-10."""
    said = replace(CHILD, **changes)  # type: ignore[arg-type]
    assert [one.field for one in dossier_rules.is_said(said, ["Tổ 1", "Tổ 13"], ON)] == fields


def test_who_agrees() -> None:
    """R-ADM-11: the guardian always, the child from full seven years on."""
    seven = ON.replace(year=ON.year - 7)
    asked = [(seven, True, False), (seven + timedelta(1), True, False), (seven, False, True), (seven, True, True)]
    found = [
        [one.field for one in dossier_rules.is_agreed(replace(CHILD, born=born, guardian_agrees=yes, child_agrees=too), ON)]
        for born, yes, too in asked
    ]  # fmt: skip
    assert found == [["child_agrees"], [], ["guardian_agrees"], []]


def test_papers_are_few_and_wanted() -> None:
    """R-ADM-12, R-ADM-13."""
    assert [dossier_rules.papers_fit(there, new) is None for there, new in ((0, 6), (4, 2), (4, 3))] == [
        True,
        True,
        False,
    ]
    asked = [(Stage.OPEN, "moi", ""), (Stage.OVER, "thieu", ""), (Stage.OVER, "moi", ""), (Stage.OPEN, "du", "trung")]
    assert [dossier_rules.papers_wanted(*one) is None for one in asked] == [True, True, False, False]


@pytest.mark.parametrize(
    ("act", "papers", "outcome", "words", "told", "done"),
    [
        (Act.COMPLETE, "moi", "", "", False, True),
        (Act.LACKING, "moi", "", "", False, False),
        (Act.LACKING, "moi", "", "Khai sinh", False, True),
        (Act.COMPLETE, "moi", "trung", "", False, False),
        (Act.ADMIT, "moi", "", "", False, False),
        (Act.ADMIT, "du", "", "", False, True),
        (Act.ADMIT, "du", "", "", True, False),
        (Act.ADMIT, "du", "", "Phúc khảo", True, True),
        (Act.ADMIT, "du", "khong", "x", False, False),
        (Act.REFUSE, "moi", "", "", False, False),
        (Act.REFUSE, "moi", "", "Sai tuyến", False, True),
        (Act.REOPEN, "du", "", "x", False, False),
        (Act.REOPEN, "du", "trung", "", False, False),
        (Act.REOPEN, "du", "trung", "Nhầm", True, True),
        ("xoa", "du", "", "x", False, False),
        (Act.LACKING, "moi", "", "x" * 1001, False, False),
    ],
)  # fmt: skip
def test_how_an_application_comes_to_its_result(
    act: str, papers: str, outcome: str, words: str, told: bool, done: bool
) -> None:
    """R-ADM-14."""
    assert (dossier_rules.may_act(act, papers, outcome, words, told=told) is None) is done


@pytest.mark.parametrize(
    ("papers", "outcome", "done"),
    [("moi", "", True), ("thieu", "", True), ("du", "", False), ("moi", "khong", False), ("du", "trung", False)],
)
@pytest.mark.parametrize("act", [Act.FALSE, Act.TWICE])
def test_what_is_no_application_is_dropped_before_anybody_judged_it(
    act: str, papers: str, outcome: str, done: bool
) -> None:
    """R-ADM-17."""
    assert (dossier_rules.may_act(act, papers, outcome, "", told=False) is None) is done


def test_every_wrong_case_is_answered_alike() -> None:
    """R-ADM-15; and nothing of a result is told before its hour."""
    wrong = [dossier_rules.opened(*holds) for holds in ((False, True), (True, False), (False, False))]
    assert (len(set(map(repr, wrong))), dossier_rules.opened(True, True)) == (1, None)
    assert [dossier_rules.told_outcome("trung", told=told) for told in (False, True)] == ["", "trung"]
