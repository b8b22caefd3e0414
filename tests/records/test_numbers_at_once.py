"""Numbers of the register taken at the very same moment, from threads of their own: none twice, none left out (NĐ 30/2020)."""

from datetime import timedelta

import pytest

from portal.people import actions as people
from portal.people.rules import Duty
from portal.records.documents.numbering import take_number
from portal.records.models import RegisterBook, RegisterLine
from tests.at_once import at_once
from tests.cast import NOW, Cast, reread
from tests.snapshot import Change, put_back

pytestmark = pytest.mark.postgresql


@pytest.fixture
def cast(school_rows: list[Change], committed: None) -> Cast:
    put_back(school_rows)
    return reread()


def test_numbers_taken_at_the_same_moment_have_no_gap_and_no_double(cast: Cast) -> None:
    people.name_for_duty(cast.lan, Duty.CLERK, by=cast.minh, at=NOW - timedelta(days=1), channel="test")

    def take(summary: str = "Việc") -> RegisterLine:
        return take_number("kh", issued=NOW.date(), summary=summary, by=cast.lan, at=NOW, channel="test")

    refused = "R-REG-01 not_ready"
    assert at_once(*[take] * 5, lambda: take("")) == [refused, *["done"] * 5]
    assert list(RegisterLine.objects.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4, 5]
    assert RegisterBook.objects.get().last == 5
