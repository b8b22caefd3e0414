"""Results by tables: levels of TT 22/2021, cells, heads of sheets, tries, codes (R-RESULT-01 to -10)."""

import random
from datetime import date, timedelta

import pytest

from portal.pupils.results import codes, columns, rules, tt22
from portal.pupils.results.tt22 import BY_KEY, SUBJECTS, Level
from tests.cast import NOW

pytestmark = pytest.mark.sqlite
SCORED = [s.key for s in SUBJECTS if s.scored and s.key != "nn2"]
TOLD = [s.key for s in SUBJECTS if not s.scored]


def of(scored: str, told: str = "Đ Đ Đ Đ") -> dict[str, str]:
    return dict(zip(SCORED, scored.split(), strict=True)) | dict(zip(TOLD, told.split(), strict=True))


@pytest.mark.parametrize(("scored", "told", "level"), [
    ("8.0 8.0 8.0 8.0 8.0 8.0 6.5 6.5", "Đ Đ Đ Đ", "T"), ("8.0 8.0 8.0 8.0 8.0 7.9 6.5 6.5", "Đ Đ Đ Đ", "K"),
    ("8.0 8.0 8.0 8.0 8.0 8.0 8.0 6.4", "Đ Đ Đ Đ", "K"), ("6.5 6.5 6.5 6.5 6.5 6.5 5.0 5.0", "Đ Đ Đ Đ", "K"),
    ("6.5 6.5 6.5 6.5 6.5 6.4 5.0 5.0", "Đ Đ Đ Đ", "D"), ("5.0 5.0 5.0 5.0 5.0 5.0 3.5 3.5", "Đ Đ Đ CĐ", "D"),
    ("5.0 5.0 5.0 5.0 5.0 5.0 3.5 3.5", "Đ Đ CĐ CĐ", "C"), ("5.0 5.0 5.0 5.0 5.0 4.9 3.5 3.5", "Đ Đ Đ Đ", "C"),
    # one subject alone pulled it down by two levels: the next one up (Điều 9.3)
    ("9.0 9.0 9.0 9.0 9.0 9.0 9.0 3.4", "Đ Đ Đ Đ", "D"), ("9.0 9.0 9.0 9.0 9.0 9.0 9.0 4.9", "Đ Đ Đ Đ", "K"),
    ("9.0 9.0 9.0 9.0 9.0 9.0 9.0 9.0", "Đ Đ Đ CĐ", "K"), ("9.0 9.0 9.0 9.0 9.0 9.0 3.4 3.4", "Đ Đ Đ Đ", "C"),
    ("7.0 7.0 7.0 7.0 7.0 7.0 7.0 3.4", "Đ Đ Đ Đ", "D"),
])  # fmt: skip
def test_the_result_of_learning_is_reckoned_as_the_circular_says(scored: str, told: str, level: str) -> None:
    assert tt22.study(of(scored, told)) == Level(level)


def test_nothing_is_reckoned_while_a_subject_is_missing_and_titles_are_for_the_best() -> None:
    whole = of("9.0 9.0 9.0 9.0 9.0 9.0 8.0 8.0")
    good = tt22.study(whole)
    assert (tt22.study(whole | {"tin": ""}), tt22.title(whole, good, Level.GOOD), tt22.title(whole, good, Level.FAIR)) == (
        None, "Học sinh Xuất sắc", "",
    )  # fmt: skip
    assert tt22.title(of("8.9 9.0 9.0 9.0 9.0 9.0 8.0 8.0"), Level.GOOD, Level.GOOD) == "Học sinh Giỏi"


@pytest.mark.parametrize(("subject", "said", "kept"), [
    ("toan", "8,5", "8.5"), ("toan", " 10 ", "10.0"), ("toan", "", ""), ("toan", "M", ""), ("gdtc", "đạt", "Đ"), ("gdtc", "CĐ", "CĐ"),
    ("toan", "10.1", None), ("toan", "-1", None), ("toan", "8.55", None), ("toan", "Đ", None), ("gdtc", "8.0", None),
    ("toan", "NaN", None), ("toan", "Infinity", None), ("toan", "1e1", "10.0"),
])  # fmt: skip
def test_cells_are_marks_or_say_what_is_wrong(subject: str, said: str, kept: str | None) -> None:
    try:
        found: str | None = tt22.mark_of(BY_KEY[subject], said)
    except ValueError:
        found = None
    assert found == kept


@pytest.mark.parametrize(("said", "day"), [
    ("09/02/2014", date(2014, 2, 9)), ("9-2-2014", date(2014, 2, 9)), ("2014-02-09 00:00:00", date(2014, 2, 9)),
    ("31/02/2014", None), ("", None), ("9/2", None), ("9/2/14", None),
])  # fmt: skip
def test_days_are_read_as_sheets_write_them(said: str, day: date | None) -> None:
    assert columns.day_of(said) == day


def test_a_head_is_found_under_the_schools_lines_in_one_row_or_two() -> None:
    one = columns.found("a", [["TRƯỜNG"], [], ["STT", "Mã HS", "Toán", "Hạnh kiểm?"], ["1", "HS1", "8", ""]])
    two = columns.found("b", [["STT", "Mã HS", "Môn học", ""], ["", "", "Toán", "GDTC"], ["1", "HS1", "8", "Đ"]])
    none = columns.found("c", [["Kế hoạch"], ["Ngày", "Việc"]])
    assert one
    assert two
    assert (one.first, columns.guessed(one.head)) == (4, {1: "code", 2: "toan"})
    assert (two.first, columns.guessed(two.head), none) == (3, {1: "code", 2: "toan", 3: "gdtc"}, None)


@pytest.mark.parametrize(("fields", "fits"), [
    (["code", "toan"], True), (["name", "born", "study"], True), (["last", "first", "born", "van"], True), (["name", "toan"], False),
    (["code", "born", "absent"], False), (["code", "toan", "toan"], False),
])  # fmt: skip
def test_columns_say_whose_a_row_is_and_something_of_it(fields: list[str], fits: bool) -> None:
    assert (rules.columns_suffice(fields) is None) == fits


def test_codes_are_read_as_people_type_them_and_kept_as_a_keyed_hash() -> None:
    code = codes.made()
    said = {codes.typed(one) for one in (code, codes.shown(code), f" {codes.shown(code).lower()} ", " ".join(code))}
    hashes = {codes.digest("a", "result", code), codes.digest("b", "result", code), codes.digest("a", "other", code)}
    assert (said, len(hashes), len(codes.typed("A" * 500)), code in "".join(hashes).upper()) == ({code}, 3, 12, False)


@pytest.mark.parametrize(("counts", "fits"), [
    ((5, 20, 300), True), ((6, 1, 1), False), ((1, 21, 1), False), ((1, 1, 301), False),
])  # fmt: skip
def test_tries_are_bounded_by_code_by_address_and_together(counts: tuple[int, ...], fits: bool) -> None:
    assert (rules.not_too_often(counts, (5, 20, 300)) is None) == fits


def test_a_window_is_half_open_and_every_wrong_case_says_the_same() -> None:
    until = NOW + timedelta(days=1)
    moments = (NOW - timedelta(seconds=1), NOW, until - timedelta(seconds=1), until)
    assert [rules.is_open(NOW, until, at) for at in moments] == [False, True, True, False]
    said = {rules.opened(*(random.random() < 0.5 for _ in range(5)), False) for _ in range(50)}
    assert len(said) == 1


def test_each_verb_is_for_few() -> None:
    found = (rules.may_bring(False), rules.may_see_class(False, 1, 2), rules.opens_before_it_closes(NOW, NOW, NOW),
             rules.still_kept(True), rules.stands_as("done", {"staged"}), rules.can_be_taken(9, 1, past_faults=False),
             rules.columns_suffice([]), rules.slips_may_be_made(True, 1), rules.opened(False), rules.not_too_often([9], [1]))  # fmt: skip
    assert [one.rule for one in found if one] == [
        "R-RESULT-01", "R-RESULT-02", "R-RESULT-03", "R-RESULT-04", "R-RESULT-05", "R-RESULT-06", "R-RESULT-07", "R-RESULT-08",
        "R-RESULT-09", "R-RESULT-10",
    ]  # fmt: skip
    let = (rules.may_bring(True), rules.may_see_class(False, 2, 2), rules.still_kept(False), rules.stands_as("a", {"a"}),
           rules.can_be_taken(9, 1, past_faults=True), rules.slips_may_be_made(False, 1), rules.opened(True))  # fmt: skip
    assert set(let) == {None}


@pytest.mark.parametrize(("over", "fits"), [
    ([False, False, False], True), ([False, True, False], False), ([False, False, True], False), ([True, False, False], False),
    ([False, True, True, False, False], True),  # a code with the school's seal goes on through a flood of guesses
    ([True, False, False, False, False], False), ([False, False, False, True, False], False),
    ([False, False, False, False, True], False),
])  # fmt: skip
def test_a_flood_of_guesses_shuts_the_door_for_guesses_alone(over: list[bool], fits: bool) -> None:
    """R-RESULT-11."""
    assert (rules.let_try(over) is None) == fits


def test_a_code_bears_the_schools_seal_and_no_other() -> None:
    code = codes.sealed(codes.made(), "key")
    assert (len(code), codes.is_sealed(code, "key"), codes.is_sealed(code, "other")) == (10, True, False)
    ends = {code[:-3] + a + b + c for a in codes.LETTERS for b in codes.LETTERS[:2] for c in codes.LETTERS[:2]}
    assert sum(codes.is_sealed(one, "key") for one in ends | {code}) == 1
    assert (codes.is_sealed("", "key"), codes.is_sealed(code + "A", "key")) == (False, False)
