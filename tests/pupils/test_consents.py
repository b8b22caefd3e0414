"""Consents: for what, whose signatures, upon which paper; taken back, they are gone that second (Luật 91/2025, Điều 24)."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.pupils.consents import actions, queries, rules
from portal.pupils.consents.actions import Upon
from portal.pupils.consents.reading import HEAD, excepted, read
from portal.pupils.consents.rules import Answer, Purpose, State
from portal.pupils.models import Consent, Pupil, SchoolClass
from portal.pupils.roll import actions as roll
from portal.pupils.roll.rules import Reach
from tests.cast import NOW, Cast
from tests.pupils.rolls import SAID, a_class

TODAY = NOW.date()
ALL = frozenset(Purpose)
PAPER = Upon("tập phiếu số 12")
OLDER, YOUNG = date(2014, 1, 1), date(2020, 1, 1)


@pytest.mark.parametrize(
    ("parent", "child", "ticked", "born", "fine"),
    [
        (True, True, ALL, OLDER, True), (True, False, ALL, OLDER, False), (False, True, ALL, OLDER, False),
        (True, False, ALL, YOUNG, True), (False, False, ALL, YOUNG, False), (True, False, ALL, None, False),
        (True, False, frozenset(), OLDER, True), (False, False, frozenset(), OLDER, True),
    ],
)  # fmt: skip
def test_what_is_ticked_is_signed_by_both(
    parent: bool, child: bool, ticked: frozenset[Purpose], born: date | None, fine: bool
) -> None:
    assert (rules.signed(Answer(1, parent, child, ticked), born, TODAY) is None) is fine  # R-CONS-02


@pytest.mark.parametrize(("state", "counts"), [(one, one is State.YES) for one in State])
def test_silence_is_no_consent(state: State, counts: bool) -> None:
    assert rules.holds(state) is counts  # R-CONS-04


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [("3, 5", {3, 5}), ("2-4 9", {2, 3, 4}), ("", set()), ("0 6 99999 a -", set()), ("1-999", {1, 2, 3, 4, 5})],
)
def test_exceptions_are_numbers_of_the_list(typed: str, numbers: set[int]) -> None:
    assert excepted(typed, 5) == numbers


def test_a_sheet_of_answers_says_what_nobody_can_tell() -> None:
    rows = [
        list(HEAD),
        ["A1", "", "x", "Có", "x", "không", "", "v", "1", "số 3"],
        ["A9", "", "x"],
        ["A2", "", "x", "", "?"],
    ]
    found = read(rows, {"A1": 1, "A2": 2})
    assert found.answers[0] == Answer(1, True, True, frozenset({Purpose.GROUP, Purpose.VIDEO, Purpose.WORK}), "số 3")
    assert [(one.row, one.words) for one in found.faults] == [
        (3, "Không có em nào của lớp mang mã này."), (4, "Ô “?” không rõ là có hay không; ghi x hoặc để trống."),
    ]  # fmt: skip


def say(room: SchoolClass, *answers: Answer, by: Any, upon: Upon = PAPER, seen: int | None = None, **more: Any) -> int:
    return actions.record(room, answers, upon, seen=seen, by=by, **{**SAID, **more})


def yes(pupil: Pupil, *purposes: Purpose) -> Answer:
    return Answer(pupil.pk, True, True, frozenset(purposes) or ALL)


def refused(*args: Any, **more: Any) -> list[str]:
    with pytest.raises(Refused) as no:
        say(*args, **more)
    return [one.rule for one in no.value.refusals]


def test_a_class_is_entered_at_once_and_only_what_changed_is_written(cast: Cast) -> None:
    room, (one, two, three) = a_class(cast)
    assert say(room, yes(one), yes(two, Purpose.GROUP), Answer(three.pk, False, False), by=cast.lan) == 2
    assert say(room, yes(one), yes(two, Purpose.GROUP), by=cast.lan) == 0
    everybody = [one.pk, two.pk, three.pk]
    assert queries.consented(everybody, Purpose.GROUP, NOW) == {one.pk, two.pk}
    assert queries.consented(everybody, Purpose.PRAISE, NOW) == {one.pk}
    assert queries.refusing(room.pk, Purpose.VIDEO, NOW) == queries.Lacking(frozenset({two.pk}), frozenset({three.pk}))
    assert queries.papers_in([room.pk], NOW) == {room.pk: 2}
    line = JournalEntry.objects.filter(verb="consent_recorded").last()
    assert line is not None
    assert (line.subject_id, line.data) == (
        two.pk, {"year": 2026, "given": ["group"], "refused": ["portrait", "praise", "video", "work"]},
    )  # fmt: skip


def test_consent_is_of_its_year_and_of_whoever_signs_himself(cast: Cast) -> None:
    room, (one,) = a_class(cast, many=1)
    say(room, yes(one), by=cast.lan)
    next_year = NOW.replace(year=2027)
    asked = [(NOW - timedelta(seconds=1), None), (NOW, None), (next_year, None), (next_year, 2026)]
    assert [len(queries.consented([one.pk], Purpose.GROUP, at, year)) for at, year in asked] == [0, 1, 0, 1]
    Consent.objects.update(by_child=False)
    for born, many in ((YOUNG, 1), (OLDER, 0)):
        Pupil.objects.filter(pk=one.pk).update(born=born)
        assert len(queries.consented([one.pk], Purpose.GROUP, NOW)) == many


def test_what_entering_refuses(cast: Cast) -> None:
    room, (one, two) = a_class(cast, many=2)
    assert refused(room, yes(one), by=cast.khoa) == ["R-CONS-01"]
    assert refused(room, Answer(one.pk, True, False, ALL), yes(two), by=cast.lan, upon=Upon()) == ["R-CONS-02"]
    assert refused(room, yes(one), by=cast.lan, upon=Upon()) == ["R-CONS-03"]
    assert Consent.objects.count() == 0
    seen = 0
    say(room, yes(one), by=cast.lan)
    actions.withdraw(one, [Purpose.GROUP], paper="mẹ gọi điện 16/11", by=cast.lan, **SAID)
    assert refused(room, yes(one), by=cast.lan, seen=seen) == ["R-CONS-05"]  # what came meanwhile is not written over
    assert queries.consented([one.pk], Purpose.GROUP, NOW) == frozenset()


@pytest.mark.parametrize(
    ("reach", "family", "fine"),
    [(Reach(1), True, True), (Reach(1), False, False), (Reach(1, True), False, True), (Reach(1, False, frozenset({7})), False, True),
     (Reach(1, False, frozenset({8})), False, False)],
)  # fmt: skip
def test_who_takes_back(reach: Reach, family: bool, fine: bool) -> None:
    assert (rules.may_withdraw(reach, 7, family=family) is None) is fine  # R-CONS-06


def test_a_family_takes_back_at_once_for_all_years_and_the_history_stays(cast: Cast) -> None:
    room, (one, other) = a_class(cast, many=2)
    roll.add_guardian(one, full_name="", relation="Bố", account=cast.phu, by=cast.minh, **SAID)
    say(room, yes(one), by=cast.lan, at=NOW - timedelta(days=2))
    Consent.objects.filter(purpose=Purpose.GROUP).update(year=2025)
    say(room, yes(one), yes(other), by=cast.lan, at=NOW - timedelta(days=1))
    actions.withdraw(one, [Purpose.GROUP], by=cast.phu, **SAID)
    just_before = NOW - timedelta(seconds=1)
    both = (one.pk, other.pk)
    assert [queries.consented(both, Purpose.GROUP, at, 2026) for at in (just_before, NOW)] == [
        frozenset(both),
        {other.pk},
    ]
    assert [queries.consented(both, Purpose.GROUP, at, 2025) for at in (just_before, NOW)] == [{one.pk}, frozenset()]
    line = JournalEntry.objects.filter(verb="consent_withdrawn").get()
    assert (line.subject_id, line.actor_id, line.data) == (one.pk, cast.phu.pk, {"purposes": ["group"]})
    back = queries.history([one.pk]).filter(purpose=Purpose.GROUP, year=2026)
    assert [(row.granted, row.withdrawn, row.by_family, row.recorded_by) for row in back] == [
        (False, True, True, cast.phu), (True, False, False, cast.lan),
    ]  # fmt: skip
    told = queries.told(one.pk, 2026, NOW)
    assert [entry.words for entry in told][:2] == ["đã rút đồng ý", "đồng ý"]


def test_taking_back_needs_a_word_of_staff_and_something_to_take(cast: Cast) -> None:
    room, (one,) = a_class(cast, many=1)
    for who, paper, rule in (
        ("khoa", "x", "R-CONS-06"),
        ("phu", "", "R-CONS-06"),
        ("lan", " ", "R-CONS-07"),
        ("lan", "x", "R-CONS-08"),
    ):
        with pytest.raises(Refused) as no:
            actions.withdraw(one, [Purpose.GROUP], paper=paper, by=cast.people[who], **SAID)
        assert rule in [each.rule for each in no.value.refusals]
    assert room.pk


def test_a_tick_taken_away_is_taken_back_for_the_years_before_as_well(cast: Cast) -> None:
    room, (one,) = a_class(cast, many=1)
    say(room, yes(one), by=cast.lan, at=NOW - timedelta(days=1))
    assert say(room, yes(one, Purpose.GROUP), by=cast.lan) == 1
    line = JournalEntry.objects.filter(verb="consent_withdrawn").get()
    assert line.data == {"purposes": ["portrait", "praise", "video", "work"]}
    assert queries.consented([one.pk], Purpose.GROUP, NOW) == {one.pk}


@pytest.mark.sqlite
def test_asking_for_a_class_costs_the_same_for_one_and_for_three(cast: Cast) -> None:
    costs = []
    for name, many in (("8A1", 1), ("8A2", 3)):
        room, pupils = a_class(cast, name, many=many)
        with CaptureQueriesContext(connection) as asked:
            queries.refusing(room.pk, Purpose.GROUP, NOW)
            queries.consented([one.pk for one in pupils], Purpose.GROUP, NOW)
            queries.papers_in([room.pk], NOW)
        costs.append(len(asked))
    assert costs == [5, 5]
