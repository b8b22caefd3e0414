"""Results brought in, taken back, told to each family alone, and nobody else (R-RESULT-01 to -11)."""

import json
import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.pupils import queries as pupils_queries
from portal.pupils.models import (
    Guardian,
    LookupTry,
    Pupil,
    Result,
    ResultImport,
    ResultLayout,
    ResultPeriod,
    ResultSlip,
    SchoolClass,
)  # fmt: skip
from portal.pupils.results import actions, bringing, codes, queries, slips, throttle
from tests.at_once import at_once
from tests.cast import NOW, Cast, reread
from tests.pupils import marks
from tests.pupils.marks import SAID, a_class, a_period, brought, keeper
from tests.snapshot import Change, put_back


def current(period: ResultPeriod) -> dict[str, str]:
    rows = Result.objects.filter(period=period, current=True).values_list("pupil__code", "marks")
    return {code: marks["toan"] for code, marks in rows}


def opened(code: str, pupil: Pupil, *, at=NOW, address: str = "203.0.113.1") -> str:
    """What the door says: "" where the slip opened."""
    assert pupil.born is not None
    try:
        slips.open_slip(code, pupil.born, address=address, at=at, channel="test")
    except Refused as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize("made", [marks.smas, marks.vnedu, marks.enetviet])
def test_three_programs_sheets_are_read_as_they_come(cast: Cast, made: object) -> None:
    period = a_period(cast)
    done = brought(cast, period, made(a_class(cast, 3)))  # type: ignore[operator]
    told = set(Result.objects.filter(current=True).values_list("study", "conduct"))
    assert (done.state, done.taken, done.sheets, done.rows, len(current(period)), len(told)) == (
        "done",
        3,
        [],
        [],
        3,
        1,
    )


def test_a_dry_run_says_what_is_wrong_by_row_and_nothing_is_taken_unless_those_rows_are_left_out(cast: Cast) -> None:
    pupils, period = a_class(cast, 4), a_period(cast)
    pupils[1].code, pupils[2].full_name = "HS9999", "Ai Khác"
    staged = bringing.stage(period, marks.smas([*pupils, pupils[3]], toan="11"), "a.xlsx", by=keeper(cast), **SAID)
    reading = queries.read(staged)
    assert [(one.row, one.column) for one in reading.wrong] == [
        (5, "Toán"), (6, "Mã học sinh"), (7, "Họ và tên"), (9, "Mã học sinh"),
    ]  # fmt: skip
    assert not any(str(one.full_name) in one_told.words for one in pupils for one_told in reading.wrong)
    with pytest.raises(Refused) as refused:
        bringing.take(staged, past_faults=False, by=cast.khoa, **SAID)
    assert ([one.rule for one in refused.value.refusals], current(period)) == (["R-RESULT-06"], {})
    bringing.take(staged, past_faults=True, by=cast.khoa, **SAID)
    bringing.take_pieces(staged.pk, "test")
    bringing.take_pieces(staged.pk, "test")  # said twice by the queue
    kept = ResultImport.objects.get()
    assert (current(period), kept.left_out, kept.taken) == ({"HS0004": "8.4"}, 4, 1)


def test_a_result_that_is_not_as_the_circular_reckons_is_told_and_kept_as_written(cast: Cast) -> None:
    staged = bringing.stage(
        a_period(cast), marks.smas(a_class(cast, 1), van="3.0", tin="3.0"), "", by=keeper(cast), **SAID
    )
    reading = queries.read(staged)
    assert ([one.words for one in reading.odd], reading.wrong, reading.lines[0].study) == (
        ["bảng ghi Tốt, tính theo TT 22/2021 là Chưa đạt"], [], "T",
    )  # fmt: skip


def test_marks_of_the_middle_of_a_term_make_no_level_and_stand_at_their_place_in_the_year(cast: Cast) -> None:
    pupils = a_class(cast, 2)
    a_period(cast)
    half = actions.begin_period(2026, ResultPeriod.Term.FIRST_HALF, by=cast.khoa, **SAID)
    head = ["Mã học sinh", *(one.title for one in marks.TAUGHT)]
    done = brought(cast, half, marks.book({"6A1": [head, *([one.code, *marks.marks()] for one in pupils)]}))
    told = {(one.study, bool(one.marks)) for one in Result.objects.filter(brought=done)}
    assert (told, pupils_queries.counts(2026, 1)) == ({("", True)}, [])
    for year, term in ((2025, 3), (2026, 5), (2026, 2)):
        actions.begin_period(year, term, by=cast.khoa, **SAID)
    assert [str(one) for one in queries.periods(NOW)] == [
        "Học kỳ II năm học 2026–2027", "Giữa học kỳ II năm học 2026–2027", "Học kỳ I năm học 2026–2027",
        "Giữa học kỳ I năm học 2026–2027", "Cả năm học 2025–2026",
    ]  # fmt: skip


def test_columns_mapped_once_are_remembered_for_the_next_sheet_of_the_kind(cast: Cast) -> None:
    pupils, period, by = a_class(cast, 2), a_period(cast), keeper(cast)
    odd = marks.book({"x": [["Mã học sinh", "Toán", "Cột lạ"], *[[one.code, "8", "Khá"] for one in pupils]]})
    staged = bringing.stage(period, odd, "", by=by, **SAID)
    signature = queries.sheets_of(staged)[0].signature
    assert queries.read(staged).lines[0].conduct == ""
    bringing.map_columns(staged, {signature: {0: "code", 1: "toan", 2: "conduct"}}, by=by, **SAID)
    again = bringing.stage(period, odd, "", by=by, **SAID)
    assert (queries.read(again).lines[0].conduct, ResultLayout.objects.count()) == ("K", 1)
    with pytest.raises(Refused):
        bringing.map_columns(staged, {signature: {0: "toan"}}, by=by, **SAID)


def test_a_whole_import_is_undone_and_what_stood_before_it_is_told_again(cast: Cast) -> None:
    pupils, period = a_class(cast, 3), a_period(cast)
    brought(cast, period, marks.smas(pupils))
    second = brought(cast, period, marks.smas(pupils[:2], mark="9.0"))
    assert current(period) == {"HS0001": "9.0", "HS0002": "9.0", "HS0003": "8.4"}
    assert bringing.undo(second, by=cast.khoa, **SAID) == 2
    assert current(period) == dict.fromkeys(("HS0001", "HS0002", "HS0003"), "8.4")
    with pytest.raises(Refused) as refused:
        bringing.undo(second, by=cast.khoa, **SAID)
    assert [one.rule for one in refused.value.refusals] == ["R-RESULT-05"]


@pytest.mark.sqlite
def test_four_hundred_pupils_are_taken_in_pieces_and_told_all_at_once(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    period, pupils = a_period(cast), [one for n in range(8) for one in a_class(cast, 50, f"6A{n + 1}", n * 50 + 1)]
    staged = bringing.stage(period, marks.smas(pupils), "", by=keeper(cast), **SAID)
    with CaptureQueriesContext(connection) as asked:
        assert len(queries.read(staged).lines) == 400
    bringing.take(staged, past_faults=False, by=cast.khoa, **SAID)
    bringing._piece(staged.pk, "test")
    half = ResultImport.objects.get()
    assert (len(asked), half.taken, half.state, current(period)) == (2, 50, "running", {})
    bringing.take_pieces(staged.pk, "test")
    counted = pupils_queries.counts(2026, 1)
    assert (len(current(period)), len(counted), counted[0]) == (400, 8, queries.Counted(6, "6A1", "T", "T", 50))


def test_a_slip_opens_one_result_once_with_the_day_of_birth(cast: Cast) -> None:
    pupils, period = a_class(cast, 2), a_period(cast)
    brought(cast, period, marks.smas(pupils))
    home = SchoolClass.objects.get()
    first = slips.print_slips(period, home, by=cast.lan, **SAID)
    printed = slips.print_slips(period, home, by=cast.lan, **SAID)
    code, pupil = printed[0].code, printed[0].pupil
    wrong = {
        "a code nobody printed": opened(codes.made(), pupil), "a day of somebody else": opened(code, printed[1].pupil),
        "a code printed anew since": opened(first[0].code, pupil),
        "before it opens": opened(code, pupil, at=NOW - timedelta(hours=2)),
        "the second it closes": opened(code, pupil, at=NOW + timedelta(days=7)),
    }  # fmt: skip
    right = opened(codes.shown(code).lower(), pupil)
    wrong["used"] = opened(code, pupil)
    assert (right, len(set(wrong.values())), next(iter(wrong.values()))[:30]) == (
        "",
        1,
        "Không mở được kết quả với mã v",
    )
    slip = ResultSlip.objects.get(pupil=pupil)
    shown = [queries.of_slip(slip.pk, NOW + timedelta(minutes=m)) for m in (14, 15)]
    assert (shown[0] and shown[0].pupil, shown[1]) == (pupil, None)


@pytest.mark.sqlite
def test_every_wrong_case_asks_the_same_of_the_database(cast: Cast) -> None:
    pupils, period = a_class(cast, 2), a_period(cast)
    brought(cast, period, marks.smas(pupils))
    one, two = slips.print_slips(period, SchoolClass.objects.get(), by=cast.lan, **SAID)
    assert opened(one.code, one.pupil) == ""
    asked = []
    for number, (code, pupil, at) in enumerate((
        (codes.made(), one.pupil, NOW), (two.code, one.pupil, NOW), (one.code, one.pupil, NOW),
        (two.code, two.pupil, NOW + timedelta(days=8)),
    )):  # fmt: skip
        with CaptureQueriesContext(connection) as done:
            assert opened(code, pupil, at=at, address=f"198.51.100.{number}")
        asked.append([re.sub(r"'[^']*'|\d+", "?", query["sql"]) for query in done])
    looked = [[sql for sql in sqls if "resultslip" in sql or '"pupils_result"' in sql] for sqls in asked]
    assert looked == [looked[0]] * 4
    assert len(looked[0]) == 3


@pytest.mark.sqlite
def test_ten_thousand_guessed_codes_from_many_addresses_find_nothing(cast: Cast) -> None:
    pupils, period = a_class(cast, 40), a_period(cast)
    brought(cast, period, marks.smas(pupils))
    slips.print_slips(period, SchoolClass.objects.get(), by=cast.lan, **SAID)
    found = [opened(codes.made(), pupils[n % 40], address=f"10.{n // 7 % 250}.{n % 7}.9") for n in range(10_000)]
    looked_at = sum("Không mở được" in said for said in found)
    assert ("" in found, looked_at, ResultSlip.objects.exclude(used_at=None).count()) == (False, 300, 0)
    assert list(JournalEntry.objects.filter(verb="lookup_guessed").values_list("data__scope", flat=True)) == ["all"]
    assert opened(codes.made(), pupils[0], at=NOW + timedelta(minutes=15)).startswith("Không mở được")


def test_who_floods_the_door_with_guesses_shuts_it_for_no_family(cast: Cast) -> None:
    """R-RESULT-11."""
    pupils, period = a_class(cast, 30), a_period(cast)
    brought(cast, period, marks.smas(pupils))
    printed = slips.print_slips(period, SchoolClass.objects.get(), by=cast.lan, **SAID)
    throttle.count_try("result", code=codes.made(), address="203.0.113.1", at=NOW)
    LookupTry.objects.update(many=20)  # this one address as often as may be, and so
    LookupTry.objects.filter(key=throttle.digest("result-all", "")).update(many=300)  # everything together
    assert opened(codes.made(), pupils[0]).startswith("Đã thử quá nhiều lần")
    assert LookupTry.objects.filter(shut=True).count() == 2
    assert {opened(one.code, one.pupil) for one in printed[:25]} == {""}
    code = printed[-1].code  # found on the street: without its day of birth it opens nothing, and is told no more
    said = [opened(code, pupils[0])[:12] for _ in range(6)]
    assert said == ["Đã thử quá n"] * 6
    assert LookupTry.objects.filter(shut=True).count() == 3  # now the code is shut too
    assert opened(code, printed[-1].pupil).startswith("Đã thử")
    assert opened(printed[-2].code, printed[-2].pupil) == ""


@pytest.mark.postgresql
def test_the_tries_of_one_code_are_not_outrun_by_many_at_once(school_rows: list[Change], committed: None) -> None:
    put_back(school_rows)
    cast = reread()
    pupils, period = a_class(cast, 2), a_period(cast)
    brought(cast, period, marks.smas(pupils))
    code, wrong = slips.print_slips(period, SchoolClass.objects.get(), by=cast.lan, **SAID)[0].code, pupils[1].born
    assert wrong is not None

    def tried(n: int) -> Callable[[], object]:
        return lambda: slips.open_slip(code, wrong, address=f"10.0.{n % 2}.1", at=NOW, channel="test")

    told = at_once(*map(tried, range(12)))
    assert told == ["R-RESULT-09 not_ready"] * 5 + ["R-RESULT-10 conflict"] * 7
    assert list(JournalEntry.objects.filter(verb="lookup_guessed").values_list("data__scope", flat=True)) == ["code"]


def test_one_code_and_one_address_are_bounded_by_themselves_and_a_right_one_counts_for_nothing(cast: Cast) -> None:
    pupils, period = a_class(cast, 30), a_period(cast)
    brought(cast, period, marks.smas(pupils))
    printed = slips.print_slips(period, SchoolClass.objects.get(), by=cast.lan, **SAID)
    assert {opened(one.code, one.pupil) for one in printed[:25]} == {""}  # a school behind one address
    code = printed[-1].code
    said = [opened(code, pupils[0], address=f"2001:db8:{n}::1")[:9] for n in range(6)]
    house = [opened(codes.made(), pupils[0], address=f"2001:db8:77::{n}")[:9] for n in range(1, 22)]
    assert (said[-2:], house[-2:]) == (["Không mở ", "Đã thử qu"], ["Không mở ", "Đã thử qu"])
    kept = json.dumps(
        [*LookupTry.objects.values_list("key", flat=True), *ResultSlip.objects.values_list("digest", flat=True)]
    )
    assert [word in kept for word in (code, "2001:db8", "203.0.113")] == [False] * 3


def test_the_record_and_the_log_know_no_name_no_mark_and_no_code(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    pupils, period = a_class(cast, 2), a_period(cast)
    with caplog.at_level("INFO"):
        second = brought(cast, period, marks.smas(pupils, mark="7.3"))
        printed = slips.print_slips(period, SchoolClass.objects.get(), by=cast.lan, **SAID)
        opened(printed[0].code, pupils[1])
        opened(printed[0].code, printed[0].pupil)
        bringing.undo(second, by=cast.khoa, **SAID)
    lines = json.dumps(list(JournalEntry.objects.values("verb", "reason", "data", "subject_type")), ensure_ascii=False)
    secret = [*[one.code for one in printed], *[str(one.full_name) for one in pupils], "7.3", "2014-02", "bang-diem"]
    assert [word for word in secret if word in lines + caplog.text] == []
    assert "a slip was not opened" in caplog.text


def test_a_family_signed_in_is_told_its_own_while_the_window_is_open(cast: Cast) -> None:
    pupils, period = a_class(cast, 3), a_period(cast)
    brought(cast, period, marks.smas(pupils))
    Pupil.objects.filter(pk=pupils[0].pk).update(account=cast.an)
    Guardian.objects.create(pupil=pupils[1], account=cast.phu)

    def told(person: object, at=NOW) -> list[tuple[str, int]]:
        return [(str(pupil.code), len(results)) for pupil, results in queries.own(person, at)]

    assert [told(one) for one in (cast.an, cast.phu, cast.lan, None)] == [[("HS0001", 1)], [("HS0002", 1)], [], []]
    assert [told(cast.an, NOW + timedelta(days=days)) for days in (-1, 7)] == [[("HS0001", 0)]] * 2
    cast.suspend(cast.an)
    assert told(cast.an) == []


def test_everything_goes_when_its_days_are_over_and_nothing_comes_back(cast: Cast) -> None:
    pupils, period = a_class(cast, 2), a_period(cast)
    brought(cast, period, marks.smas(pupils))
    slips.print_slips(period, SchoolClass.objects.get(), by=cast.lan, **SAID)
    bringing.stage(period, marks.smas(pupils), "", by=cast.khoa, **SAID)
    over = NOW + timedelta(days=7 + 180)
    actions.erase_what_is_over(over - timedelta(seconds=1))
    assert (Result.objects.count(), [one.state for one in ResultImport.objects.all()]) == (2, ["dropped", "done"])
    actions.erase_what_is_over(over)
    actions.erase_what_is_over(over)
    left = (
        Result.objects.count(),
        ResultSlip.objects.count(),
        ResultImport.objects.exclude(sheets=[], rows=[]).count(),
    )
    assert (left, JournalEntry.objects.filter(verb="results_erased").count()) == ((0, 0, 0), 1)
    with pytest.raises(Refused) as refused:
        bringing.stage(period.__class__.objects.get(), marks.smas(pupils), "", by=cast.khoa, **SAID)
    assert [one.rule for one in refused.value.refusals] == ["R-RESULT-04"]


def test_an_erased_pupil_has_no_result_left_and_gets_none(cast: Cast) -> None:
    pupils, period = a_class(cast, 2), a_period(cast)
    brought(cast, period, marks.smas(pupils))
    staged = bringing.stage(period, marks.smas(pupils), "", by=cast.khoa, **SAID)
    bringing.take(staged, past_faults=False, by=cast.khoa, **SAID)
    actions.forget_pupil(pupils[0])
    Pupil.objects.filter(pk=pupils[0].pk).update(full_name="", born=None, erased_at=NOW)
    bringing.take_pieces(staged.pk, "test")
    assert current(period) == {"HS0002": "8.4"}


def test_verbs_are_for_whom_the_principal_named_and_the_class_teacher_prints_his_own(cast: Cast) -> None:
    pupils, period = a_class(cast, 1), a_period(cast)
    brought(cast, period, marks.smas(pupils))
    home, found = SchoolClass.objects.get(), []
    until = NOW + timedelta(days=1)
    for verb in (
        lambda: actions.begin_period(2026, 2, by=cast.lan, **SAID),
        lambda: actions.set_window(period, NOW, until, by=cast.sen, **SAID),
        lambda: actions.set_window(period, until, NOW, by=cast.minh, **SAID),
        lambda: bringing.stage(period, b"", "", by=cast.tri, **SAID),
        lambda: slips.print_slips(period, home, by=cast.cuc, **SAID),
        lambda: slips.print_slips(
            period, SchoolClass.objects.create(year=2026, name="6B", grade=6), by=cast.khoa, **SAID
        ),
    ):
        with pytest.raises(Refused) as refused:
            verb()
        found += [one.rule for one in refused.value.refusals]
    assert found == [f"R-RESULT-0{n}" for n in (1, 1, 3, 1, 2, 8)]
    actions.shut(period, by=cast.minh, **SAID)
    assert list(queries.open_to_slips(NOW)) == []
