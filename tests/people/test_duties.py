"""Who keeps papers, rolls, money and results is named by the Principal (Điều 7, 16.1.2)."""

from datetime import timedelta

import pytest

from portal.base.refused import Refused
from portal.people import actions, offices
from portal.people.rules import Duty
from tests.cast import NOW, Cast

TOLD = {"at": NOW, "channel": "test"}


def test_the_principal_names_a_teacher_who_holds_the_duty_until_it_ends(cast: Cast) -> None:
    named = actions.name_for_duty(cast.lan, Duty.CLERK, by=cast.minh, **TOLD)
    later = NOW + timedelta(days=1)
    assert [offices.duties(one, NOW) for one in (cast.lan, cast.khoa)] == [{Duty.CLERK}, frozenset()]
    actions.end_duty(named, by=cast.minh, at=later, channel="test")
    assert (offices.duties(cast.lan, NOW), offices.duties(cast.lan, later)) == ({Duty.CLERK}, frozenset())


@pytest.mark.parametrize(
    ("who", "whom", "rule"), [("ha", "lan", "R-DUTY-01"), ("minh", "phu", "R-DUTY-02"), ("minh", "khoa", "R-DUTY-03")]
)
def test_nobody_else_names_nor_is_an_outsider_named_nor_anybody_twice(
    cast: Cast, who: str, whom: str, rule: str
) -> None:
    actions.name_for_duty(cast.khoa, Duty.CLERK, by=cast.minh, **TOLD)
    with pytest.raises(Refused) as refused:
        actions.name_for_duty(cast.people[whom], Duty.CLERK, by=cast.people[who], **TOLD)
    assert [refusal.rule for refusal in refused.value.refusals] == [rule]


def test_whoever_is_suspended_holds_no_duty(cast: Cast) -> None:
    actions.name_for_duty(cast.lan, Duty.RESULTS, by=cast.minh, **TOLD)
    cast.suspend(cast.lan)
    assert offices.duties(cast.lan, NOW) == frozenset()
