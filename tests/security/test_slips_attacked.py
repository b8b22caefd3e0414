"""What somebody tries who found a slip of a child: the days of a year one after the other, as slowly as the door lets him, written so
that each looks like another code (Luật 91/2025 Đ.24)."""

from datetime import date, timedelta

import pytest

from portal.base import regulation
from portal.base.refused import Refused
from portal.pupils.models import LookupTry, Pupil, ResultPeriod, SchoolClass
from portal.pupils.results import actions, codes, rules, slips, throttle
from portal.records.admissions import applying, handling
from tests.cast import NOW, Cast
from tests.pupils import marks
from tests.pupils.marks import SAID, a_class, a_period, brought, keeper
from tests.records.admitted import BORN, a_season, applied, handler


def said(code: str, born: date, *, days: float = 0, address: str = "203.0.113.1") -> str:
    """The rule that turns it away; "" where the slip opened."""
    try:
        slips.open_slip(code, born, address=address, at=NOW + timedelta(days=days), channel="test")
    except Refused as refused:
        return refused.refusals[0].rule
    return ""


@pytest.fixture
def slip(cast: Cast) -> tuple[ResultPeriod, Pupil, str]:
    period = a_period(cast)
    brought(cast, period, marks.smas(a_class(cast, 1)))
    (printed,) = slips.print_slips(period, SchoolClass.objects.get(), by=cast.lan, **SAID)
    return period, printed.pupil, printed.code


@pytest.mark.parametrize(("tries", "fine"), [(1, True), (10, True), (11, False)])
def test_a_slip_is_tried_so_often(tries: int, fine: bool) -> None:
    """R-RESULT-12."""
    assert rules.not_tried_out(tries, 10) is fine


def test_who_found_a_slip_does_not_go_through_the_days_of_a_year(slip: tuple[ResultPeriod, Pupil, str]) -> None:
    _, pupil, code = slip
    assert pupil.born is not None
    spellings = [code.lower(), codes.shown(code), f" {code} ", "·".join(code)]
    for n in range(10):
        day, address = pupil.born + timedelta(days=n + 1), f"198.51.100.{n}"
        assert said(spellings[n % 4], day, days=n / 50, address=address) == "R-RESULT-09"
    assert said(code, pupil.born, days=0.5) == "R-RESULT-09"  # like every other wrong case
    throttle.forget(NOW + timedelta(days=2))
    assert said(code, pupil.born, days=3) == "R-RESULT-09"  # while its window is set


def test_a_family_that_errs_now_and_then_still_gets_in(slip: tuple[ResultPeriod, Pupil, str]) -> None:
    period, pupil, code = slip
    assert pupil.born is not None
    wrong = [said(code, pupil.born + timedelta(days=1), days=n / 4) for n in range(9)]
    assert (set(wrong), said(code, pupil.born, days=3)) == ({"R-RESULT-09"}, "")
    assert period.closes is not None
    throttle.forget(period.closes + timedelta(days=2))
    assert LookupTry.objects.count() == 0  # nothing is left of all that


def test_codes_that_only_look_alike_open_nothing(slip: tuple[ResultPeriod, Pupil, str]) -> None:
    _, pupil, code = slip
    assert pupil.born is not None
    alike = [code + "A", code[:-1], code[:5] + "\0" + code[6:], "".join(chr(ord(sign) + 0xFEE0) for sign in code), "٢" * 10, "ß" * 5,
             "A" * 5000, "' OR 1=1 --"]  # fmt: skip
    told = {said(one, pupil.born, address=f"198.51.100.{n}") for n, one in enumerate(alike)}
    assert (told, said(code, pupil.born, address="203.0.113.9")) == ({"R-RESULT-09"}, "")


def test_a_window_shut_early_shuts_what_was_opened(cast: Cast, slip: tuple[ResultPeriod, Pupil, str]) -> None:
    period, pupil, code = slip
    assert pupil.born is not None
    actions.shut(period, by=keeper(cast), **SAID)
    assert said(code, pupil.born) == "R-RESULT-09"


def test_who_found_a_receipt_guesses_no_day_of_birth_and_the_family_looks_as_often_as_it_likes(cast: Cast) -> None:
    receipt = applied(a_season(cast))

    def looked(code: str, born: date, hour: int) -> str:
        try:
            applying.look_up(code, born, address=f"198.51.100.{hour}", at=NOW + timedelta(hours=hour))
        except Refused as refused:
            return refused.refusals[0].rule
        return ""

    assert {looked(receipt.code, BORN, hour) for hour in range(12)} == {""}
    assert {looked(receipt.code, BORN + timedelta(days=hour), hour) for hour in range(20, 30)} == {"R-ADM-15"}
    assert looked(receipt.code, BORN, 40) == "R-ADM-15"
    again = handling.renew_code(receipt.one, by=handler(cast), **SAID)
    assert looked(again.code, BORN, 41) == ""


def test_a_whole_neighbourhood_may_apply_in_the_first_quarter_of_an_hour(cast: Cast) -> None:
    assert [regulation.value(name, NOW.date()) for name in ("results.tries", "admissions.forms")] == [
        "5,20,300", "5,20,1500",
    ]  # fmt: skip
    season = a_season(cast)
    LookupTry.objects.create(key=throttle.digest("apply-all", ""), since=rules.quarter(NOW), many=1400)
    assert applied(season, 7).one.pk > 0
