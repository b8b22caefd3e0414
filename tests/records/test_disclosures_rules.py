"""What is due when, how long it stays, who writes it: the rules alone (R-DISC-01 … R-DISC-18)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.base.rules import Refusal
from portal.people.rules import Board, Duty
from portal.records.disclosures import rules
from portal.records.disclosures.circulars import CIRCULARS, TT09, Circular, Group, Point, circular_of, year_of, years
from portal.records.disclosures.rules import Table
from portal.records.disclosures.terms_rules import HERE, Known, State, Terms, in_time, is_late, remind_mark, stands
from portal.records.disclosures.typed import tables_of, text_of

TERMS = Terms()
YEAR = 2026  # 2026–2027: due 30 June 2027
DUE = datetime(2027, 6, 30, 23, 59, 59, tzinfo=HERE)
A_SECOND = timedelta(seconds=1)


def day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HERE)


def said(*refusals: Refusal | None) -> list[str]:
    return [one.rule for one in refusals if one is not None]


def test_the_circular_asks_nineteen_points_in_five_groups() -> None:
    codes = [[point.code for point in group.points] for group in TT09.groups]
    assert codes == [
        ["4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.8"], ["5.1", "5.2", "5.3", "5.4", "5.5"], ["8.1", "8.2", "8.3"],
        ["9.1", "9.2"], ["14"],
    ]  # fmt: skip
    assert all(point.title and point.asks and point.basis for point in TT09.points())
    assert {code for view in TT09.views for code in view.codes} <= set(TT09.by_code())


def test_a_next_circular_is_another_set_from_its_first_day_and_leaves_the_years_before() -> None:
    coming = Circular(
        "tt-moi", "Thông tư mới", date(2027, 7, 1), (Group("Chung", (Point("1", "Một", "Một.", "Điều 1"),)),), ()
    )
    known = (*CIRCULARS, coming)
    assert [circular_of(year, known) for year in (2023, 2024, 2026, 2027)] == [None, TT09, TT09, coming]
    assert years(date(2026, 11, 16)) == [2026, 2025, 2024]
    assert [year_of(date(2026, 8, 31)), year_of(date(2026, 9, 1))] == [2025, 2026]


@pytest.mark.parametrize(
    ("known", "at", "state", "under"),
    [
        (Known(), DUE, State.MISSING, State.MISSING),
        (Known(), DUE + A_SECOND, State.LATE, State.MISSING),
        (Known("draft"), DUE, State.DRAFTED, State.DRAFTED),
        (Known("draft"), DUE + A_SECOND, State.LATE, State.DRAFTED),
        (Known("in_review"), DUE, State.WAITING, State.WAITING),
        (Known("approved"), DUE + A_SECOND, State.LATE, State.WAITING),
        (Known("published", True, day("2027-06-30"), day("2027-06-30")), DUE + A_SECOND, State.UP, State.UP),
        (Known("draft", True, day("2027-01-05"), day("2027-01-05")), DUE + A_SECOND, State.UP, State.UP),
        (Known("in_review", True, day("2027-01-05"), day("2027-01-05")), DUE, State.WAITING, State.WAITING),
    ],
)
def test_a_point_is_red_from_the_second_after_it_was_due(
    known: Known, at: datetime, state: State, under: State
) -> None:
    found = stands(known, YEAR, TERMS, at)
    assert (found.state, found.under) == (state, under)


def test_what_changed_is_due_within_ten_working_days_and_what_came_down_for_privacy_too() -> None:
    up = Known("published", True, day("2026-10-01"), day("2026-10-01"), changed_on=date(2026, 11, 16))  # a Monday
    assert stands(up, YEAR, TERMS, day("2026-11-30T23:59:59")).due == date(2026, 11, 30)
    assert [stands(up, YEAR, TERMS, at).state for at in (day("2026-11-30T23:59:59"), day("2026-12-01"))] == [
        State.UP,
        State.LATE,
    ]
    down = Known("withdrawn", False, day("2026-10-01"), day("2026-10-01"), private_since=day("2026-11-16T09:00"))
    found = stands(down, YEAR, TERMS, day("2026-12-01"))
    assert (found.state, found.under, found.due) == (State.LATE, State.DRAFTED, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("rule", "found", "wanted"),
    [
        ("R-DISC-10", TERMS.due_day(2026), date(2027, 6, 30)),
        ("R-DISC-11", TERMS.after_change(date(2026, 11, 16)), date(2026, 11, 30)),  # over two week-ends
        ("R-DISC-11", TERMS.after_change(date(2026, 12, 31)), date(2027, 1, 15)),  # and over 1 January
        ("R-DISC-12", TERMS.after_takedown(date(2026, 11, 20)), date(2026, 12, 4)),
        ("R-DISC-13", TERMS.keep_until(day("2027-06-30T23:59")), date(2032, 6, 30)),
        ("R-DISC-13", TERMS.keep_until(datetime(2027, 6, 30, 17, tzinfo=UTC)), date(2032, 7, 1)),  # midnight here
        ("R-DISC-13", TERMS.keep_until(day("2028-02-29")), date(2033, 3, 1)),
        ("R-DISC-14", is_late(date(2027, 6, 30), DUE), False),
        ("R-DISC-14", is_late(date(2027, 6, 30), DUE + A_SECOND), True),
        ("R-DISC-14", is_late(date(2027, 6, 30), datetime(2027, 6, 30, 17, tzinfo=UTC)), True),
        ("R-DISC-15", TERMS.board_until(date(2026, 11, 16)), date(2027, 2, 13)),
    ],
)  # fmt: skip
def test_each_term_ends_on_its_day(rule: str, found: date | bool, wanted: date | bool) -> None:
    assert found == wanted, rule


def test_days_off_are_not_worked_and_days_made_up_are() -> None:
    assert TERMS.working_days_after(date(2027, 4, 29), 1) == date(2027, 5, 3)  # 30 April and 1 May, then a Sunday
    school = Terms({"disclosure.days_off": ((date(2026, 9, 1), "2027-02-05..2027-02-11, 2027-04-16"),),
                    "disclosure.days_made_up": ((date(2026, 9, 1), "2027-02-13"),)})  # fmt: skip
    assert school.working_days_after(date(2027, 2, 4), 2) == date(2027, 2, 13)
    assert school.working_days_after(date(2027, 4, 15), 1) == date(2027, 4, 19)


def test_the_terms_are_those_in_force_when_their_clock_began() -> None:
    changed = Terms(
        {"disclosure.keep_years": ((date(2027, 1, 1), "7"),), "disclosure.due_day": ((date(2027, 9, 1), "05-31"),)}
    )
    assert changed.keep_until(day("2026-12-31T23:59")) == date(2031, 12, 31)
    assert changed.keep_until(day("2027-01-01")) == date(2034, 1, 1)
    assert [changed.due_day(year) for year in (2026, 2027)] == [date(2027, 6, 30), date(2028, 5, 31)]


@given(st.datetimes(datetime(2024, 7, 19), datetime(2060, 1, 1)))
def test_what_was_published_stays_five_whole_years(up: datetime) -> None:
    until = TERMS.keep_until(up.replace(tzinfo=HERE))
    last = datetime.combine(until, datetime.min.time(), HERE) - A_SECOND
    assert until.year == up.year + 5
    assert said(rules.comes_down("error", until, last)) == ["R-DISC-08"]
    assert said(rules.comes_down("privacy", until, last), rules.comes_down("error", until, last + A_SECOND)) == []


def test_whether_it_was_in_time_is_of_its_first_publication() -> None:
    assert [in_time(at, YEAR, TERMS) for at in (None, DUE, DUE + A_SECOND)] == [False, True, False]


@pytest.mark.parametrize(
    ("today", "mark"), [("2027-06-15", None), ("2027-06-16", 14), ("2027-06-26", 14), ("2027-06-27", 3), ("2027-06-30", 3),
                        ("2027-07-01", 0)],
)  # fmt: skip
def test_reminders_fall_14_and_3_days_before_and_the_day_after(today: str, mark: int | None) -> None:
    assert remind_mark(date(2027, 6, 30), day(today), TERMS.remind_days(date(2026, 11, 16))) == mark


MINH, LAN, BOARD = 1, 2, Board(principals=frozenset({1}), secretaries=frozenset({3}))


@pytest.mark.parametrize(
    ("person", "code", "charged", "duties", "insider", "refused"),
    [
        (MINH, "5.1", None, set(), True, []),
        (3, "4.1", None, set(), True, []),
        (LAN, "4.1", None, set(), True, ["R-DISC-03"]),
        (LAN, "4.1", LAN, set(), True, []),
        (LAN, "4.1", LAN, set(), False, ["R-DISC-03"]),
        (LAN, "4.1", None, {Duty.CLERK}, True, []),
        (LAN, "4.1", None, {Duty.ACCOUNTANT}, True, ["R-DISC-03"]),
        (LAN, "5.4", None, {Duty.ACCOUNTANT}, True, []),
        (LAN, "5.4", None, {Duty.RESULTS}, True, ["R-DISC-03"]),
    ],
)
def test_who_writes_a_point(
    person: int, code: str, charged: int | None, duties: set[Duty], insider: bool, refused: list[str]
) -> None:
    asked = rules.may_write(person, BOARD, code=code, charged=charged, duties=duties, insider=insider)
    assert said(asked) == refused


def test_who_answers_is_named_by_the_principal_or_the_secretary_among_the_staff() -> None:
    assert said(*(rules.may_charge(BOARD, one) for one in (MINH, 3, LAN))) == ["R-DISC-01"]
    assert said(rules.may_be_charged(True), rules.may_be_charged(False)) == ["R-DISC-02"]
    assert said(rules.is_asked("5.1", TT09.by_code(), YEAR), rules.is_asked("6.1", TT09.by_code(), YEAR)) == [
        "R-DISC-04"
    ]


FINE: Table = {"caption": "Thu", "head": ["Nguồn", "Đồng"], "rows": [["Ngân sách", "1.200.000"]]}


@pytest.mark.parametrize(
    "wrong",
    [
        {"caption": " "}, {"head": []}, {"rows": []}, {"rows": [["một ô"]]}, {"head": "Nguồn"},
        {"rows": [["a", "b"]] * 401}, {"head": ["x"] * 21, "rows": [["x"] * 21]},
    ],
)  # fmt: skip
def test_a_table_is_whole_or_told_what_it_lacks(wrong: Table) -> None:
    assert said(rules.are_tables([FINE]), rules.are_tables([{**FINE, **wrong}]), rules.are_tables([FINE] * 13)) == [
        "R-DISC-05", "R-DISC-05",
    ]  # fmt: skip


def test_a_point_says_something_and_the_annual_report_is_a_pdf() -> None:
    assert said(*rules.is_whole("4.1", "", [], [])) == ["R-DISC-06"]
    assert said(*rules.is_whole("4.1", "Trường THCS", [], []), *rules.is_whole("5.1", "", [FINE], [])) == []
    assert said(*rules.is_whole("14", "Có", [], ["docx"]), *rules.is_whole("14", "", [], ["pdf"])) == ["R-DISC-06"]
    assert said(rules.may_carry([1, 2], own={1}, before={2}), rules.may_carry([3], own={1}, before={2})) == [
        "R-DISC-07"
    ]


def test_a_change_has_its_day_and_is_of_what_is_up() -> None:
    at = day("2026-11-16T08:00")
    assert rules.is_change(date(2026, 11, 16), "Đổi số điện thoại", at, live=True) == []
    assert [one.field for one in rules.is_change(date(2026, 11, 17), " ", at, live=False)] == ["", "changed_on", "what"]


def test_a_copy_hangs_ninety_days_before_two_witnesses() -> None:
    at, first = day("2026-11-16T08:00"), date(2026, 11, 16)
    until = TERMS.board_until(first)
    assert (until - first).days + 1 == 90
    assert rules.may_post(True, first, "Bảng tin", ["A", "B"], at) == []
    assert [one.field for one in rules.may_post(False, None, "", ["A"], at)] == ["", "posted_on", "place", "witnesses"]
    after = day("2027-02-14T08:00")
    assert said(rules.may_take_off(until, until, after, hanging=True)) == ["R-DISC-18"]
    assert said(rules.may_take_off(until, until + timedelta(days=1), after, hanging=True)) == []
    assert said(rules.may_take_off(until, None, after, hanging=True), rules.may_take_off(until, first, after, hanging=False)) == [
        "R-DISC-18", "R-DISC-18",
    ]  # fmt: skip


CELL = st.text("aăâbđ 12.,%", min_size=1, max_size=6).map(str.strip).filter(bool)


@given(st.lists(st.integers(1, 4).flatmap(lambda wide: st.fixed_dictionaries({
    "caption": CELL, "head": st.lists(CELL, min_size=wide, max_size=wide),
    "rows": st.lists(st.lists(CELL, min_size=wide, max_size=wide), min_size=1, max_size=3),
})), max_size=3))  # fmt: skip
def test_tables_come_back_from_their_words_as_they_were(tables: list[Table]) -> None:
    assert tables_of(text_of(tables)) == tables


def test_cells_are_apart_by_tabs_as_a_spreadsheet_pastes_them() -> None:
    pasted = "Quỹ\r\nTên\tSố dư\r\nQuỹ khuyến học\t\r\n\r\n"
    assert tables_of(pasted) == [{"caption": "Quỹ", "head": ["Tên", "Số dư"], "rows": [["Quỹ khuyến học", ""]]}]
    assert said(rules.are_tables(tables_of("Chỉ có tên"))) == ["R-DISC-05"]
    assert replace(stands(Known(), YEAR, TERMS, DUE), why="").label == "chưa có"
