"""The rules of procedures, as tables: who writes, what each says, when it holds, how its form is read (Điều 14.2, 16.1.2)."""

from dataclasses import replace
from datetime import date

import pytest

from portal.base.official.paper import Blank, Text
from portal.people.rules import Board, Duty
from portal.records.procedures import rules
from portal.records.procedures.rules import Given, Row, Stage

pytestmark = pytest.mark.sqlite
DAY = date(2026, 11, 23)
PRINCIPAL, DEPUTY, SECRETARY, HEAD, TEACHER = 1, 2, 3, 4, 9
BOARD = Board(
    principals=frozenset({1}), vice_principals=frozenset({2}), secretaries=frozenset({3}), heads=frozenset({4})
)
WHOLE = Given(
    title="Chuyển trường", who="Học sinh đang học", dossier="Đơn (1 bản)\n\n Học bạ (bản chính) ", place="Phòng Văn thư",
    hours="8–11 giờ", days=3, fee=0, basis="Điều lệ trường", starts=date(2026, 9, 5),
)  # fmt: skip
LINES = "Họ tên: ____ Lớp: ____\n____\nXin cảm ơn."
FORM = replace(WHOLE, form_title="Đơn xin chuyển trường", form_lines=LINES, form_signer="Người làm đơn")


@pytest.mark.parametrize(
    "person,duties,may",
    [(PRINCIPAL, (), True), (DEPUTY, (), True), (SECRETARY, (), True), (TEACHER, (Duty.CLERK,), True), (TEACHER, (Duty.ROLLS,), False),
     (TEACHER, (), False), (HEAD, (), False)],
)  # fmt: skip
def test_who_writes_procedures(person, duties, may):
    refused = rules.may_write(BOARD, person, duties)
    assert (refused is None, refused.rule if refused else "R-PROC-01") == (may, "R-PROC-01")


@pytest.mark.parametrize(
    "changes,fields",
    [
        ({}, []),
        ({"title": " "}, ["title"]),
        ({"days": 366}, ["days"]),
        ({"days": -1}, ["days"]),
        ({"fee": 100_000_001}, ["fee"]),
        ({"place": "x" * 201}, ["place"]),
        ({"ends": date(2026, 9, 5)}, ["ends"]),
        ({"starts": date(1026, 9, 5)}, ["starts"]),
    ],
)
def test_what_a_draft_must_be(changes, fields):
    found = rules.is_begun(replace(WHOLE, **changes))
    assert ([one.field for one in found], {one.rule for one in found}) == (fields, {"R-PROC-02"} if fields else set())


@pytest.mark.parametrize(
    "changes,fields",
    [
        ({}, []),
        ({"who": "", "dossier": " \n"}, ["who", "dossier"]),
        ({"place": "", "hours": ""}, ["place", "hours"]),
        ({"days": None, "fee": None}, ["days", "fee"]),
        ({"days": 0}, []),
        ({"basis": "", "starts": None}, ["basis", "starts"]),
        ({"form_title": "Đơn"}, ["form_lines", "form_signer"]),
        ({"form_lines": "Tên: ____"}, ["form_title"]),
    ],
)
def test_what_a_procedure_says_before_it_goes_up(changes, fields):
    found = rules.is_whole(replace(WHOLE, **changes))
    assert ([one.field for one in found], {one.rule for one in found}) == (fields, {"R-PROC-03"} if fields else set())


def test_a_procedure_carries_its_writers_files_only():
    assert rules.may_carry([1, 2], own={1}, before={2}) == []
    assert [one.rule for one in rules.may_carry([3], own={1}, before={2})] == ["R-PROC-04"]
    assert [one.rule for one in rules.may_carry(range(21), own=range(21), before=())] == ["R-PROC-04"]


@pytest.mark.parametrize(
    "starts,ends,stage",
    [
        (DAY, None, Stage.IN_FORCE),
        (date(2026, 11, 24), None, Stage.AHEAD),
        (date(2026, 1, 1), DAY, Stage.OVER),
        (date(2026, 1, 1), date(2026, 11, 24), Stage.IN_FORCE),
        (None, None, Stage.IN_FORCE),
    ],
)
def test_the_clock_says_whether_it_holds(starts, ends, stage):
    """R-PROC-05."""
    assert rules.stage(starts, ends, DAY) == stage


def test_how_days_and_money_are_read():
    assert [rules.days_told(one) for one in (None, 0, 3)] == [
        "", "Giải quyết ngay khi nhận đủ hồ sơ", "3 ngày làm việc, kể từ khi nhận đủ hồ sơ",
    ]  # fmt: skip
    assert [rules.fee_told(None), rules.fee_told(0), rules.fee_told(15000, "mỗi bản")] == [
        "",
        "Không thu",
        "15.000 đồng. mỗi bản",
    ]


@pytest.mark.parametrize(
    "line,row",
    [
        ("Họ và tên: ____ Lớp: ____", Row(labels=("Họ và tên:", "Lớp:"))),
        ("____", Row(labels=("",))),
        ("Sinh ngày ____ tại", Row(labels=("Sinh ngày", "tại"))),
        ("Tên: ________", Row(labels=("Tên:",))),
        ("Tôi xin cam đoan.", Row(words="Tôi xin cam đoan.")),
    ],
)
def test_how_a_line_of_a_form_is_read(line, row):
    assert rules.form_rows(f"\n{line}\n") == [row]


def test_a_form_is_an_official_paper_for_somebody_outside():
    paper = rules.form_paper(FORM)
    assert (paper.is_form, paper.title, paper.to) == (True, "Đơn xin chuyển trường", ())
    assert paper.body == (Blank(("Họ tên:", "Lớp:")), Blank(("",)), Text("Xin cảm ơn."))
    assert [(one.office, one.here) for one in paper.signatures] == [("Người làm đơn", "(Ký, ghi rõ họ tên)")]
