"""Delegations and absences: to the second, revocable, not passed on; the Secretary's substitute."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from portal.people import actions, offices
from portal.people.models import Delegation, Person
from tests.cast import NOW, Cast
from tests.people.test_offices import DAY, SECOND, last_line, refused

ENDS = NOW + 10 * DAY


def delegate(cast: Cast, **more: Any) -> Delegation:
    words = {"to": cast.cuc, "fields": [cast.fields["cm"]], "starts": NOW, "ends": ENDS, "number": "05/UN-BBT",
             "by": cast.ha, "at": NOW, "channel": "test", **more}  # fmt: skip
    return actions.delegate(**words)


def delegates(at: datetime) -> list[int]:
    return [grant.delegate for grant in offices.board(at).grants]


def test_a_delegation_holds_from_until_under_its_number(cast: Cast) -> None:
    row = delegate(cast, starts=NOW + DAY)
    edges = (NOW + DAY - SECOND, NOW + DAY, ENDS - SECOND, ENDS)
    assert [delegates(at) for at in edges] == [[], [cast.cuc.pk], [cast.cuc.pk], []]
    line = last_line()
    assert (line.verb, line.subject_id, line.office, line.rule, line.clause) == (
        "delegate", cast.cuc.pk, "head", "R-DELEGATE-01", "Điều 10.2, 11.2",
    )  # fmt: skip
    assert line.data == {"delegation": row.pk, "number": "05/UN-BBT", "fields": [cast.fields["cm"].pk],
                         "starts": (NOW + DAY).isoformat(), "ends": ENDS.isoformat()}  # fmt: skip


def test_a_delegation_is_revoked_from_that_second_and_once(cast: Cast) -> None:
    row = delegate(cast)
    words: dict[str, Any] = {"by": cast.ha, "channel": "test"}
    before = Person.objects.get(pk=cast.cuc.pk).rights_version
    actions.revoke_delegation(row, at=NOW + DAY, **words)
    assert (delegates(NOW + DAY - SECOND), delegates(NOW + DAY)) == ([cast.cuc.pk], [])
    assert (last_line().verb, Person.objects.get(pk=cast.cuc.pk).rights_version) == ("delegation_revoke", before + 1)
    assert refused(actions.revoke_delegation, row, at=NOW + 2 * DAY, **words) == [("R-DELEGATE-05", "conflict")]
    assert refused(actions.revoke_delegation, row, at=NOW, **{**words, "by": cast.cuc}) == [
        ("R-OFFICE-02", "forbidden")
    ]


def test_a_delegate_cannot_pass_it_on_nor_can_anyone_else_delegate(cast: Cast) -> None:
    delegate(cast)
    for name in ("cuc", "phong", "sen", "minh", "tri", "lan"):
        assert refused(delegate, cast, by=getattr(cast, name), to=cast.dung) == [("R-DELEGATE-01", "forbidden")]


def test_a_delegation_names_a_member_an_end_its_fields_and_its_paper(cast: Cast) -> None:
    assert refused(delegate, cast, to=cast.sen) == [("R-DELEGATE-02", "not_ready")]
    assert refused(delegate, cast, ends=None) == [("R-DELEGATE-03", "not_ready")]
    assert refused(delegate, cast, ends=NOW) == [("R-DELEGATE-03", "not_ready")]
    assert refused(delegate, cast, fields=[]) == [("R-DELEGATE-04", "not_ready")]
    assert refused(delegate, cast, number=" ") == [("R-DELEGATE-04", "not_ready")]
    assert refused(delegate, cast, starts=NOW - 3 * DAY, ends=NOW - DAY) == [("R-DELEGATE-04", "not_ready")]
    assert Delegation.objects.count() == 0


def mark(cast: Cast, person: Person, by: Person | None = None, **more: Any) -> Any:
    words = {"starts": NOW, "ends": NOW + DAY, "by": by or person, "at": NOW, "channel": "test", **more}
    return actions.mark_absence(person, **words)


def test_an_absent_member_is_off_duty_from_until(cast: Cast) -> None:
    mark(cast, cast.cuc, starts=NOW + SECOND)
    field = cast.fields["cm"].pk
    on_duty = [offices.board(at).on_duty(field) for at in (NOW, NOW + SECOND, NOW + DAY - SECOND, NOW + DAY)]
    assert on_duty == [{cast.cuc.pk}, set(), set(), {cast.cuc.pk}]
    line = last_line()
    assert (line.verb, line.subject_id, line.actor_id, line.office) == ("absence_mark", cast.cuc.pk, cast.cuc.pk, "")


def test_the_head_marks_others_away_nobody_else_does(cast: Cast) -> None:
    mark(cast, cast.cuc, by=cast.ha)
    assert last_line().office == "head"
    for name in ("phong", "sen", "minh", "tri", "dung"):
        assert refused(mark, cast, cast.cuc, by=getattr(cast, name)) == [("R-ABSENCE-01", "forbidden")]


def test_the_absent_secretary_names_who_stands_in_and_takes_it_back(cast: Cast) -> None:
    row = mark(cast, cast.sen, substitute=cast.dung)
    assert offices.board(NOW).substitutes == {cast.dung.pk}
    actions.end_absence(row, by=cast.sen, at=NOW + timedelta(hours=1), channel="test")
    assert offices.board(NOW + timedelta(hours=1)).substitutes == set()
    assert last_line().verb == "absence_end"
    again = refused(actions.end_absence, row, by=cast.sen, at=NOW + timedelta(hours=2), channel="test")
    assert again == [("R-TERM-03", "conflict")]


@pytest.mark.parametrize(("absent", "substitute"), [("cuc", "dung"), ("sen", "lan"), ("sen", "sen"), ("sen", "tri")])
def test_only_a_secretary_names_another_of_the_board(cast: Cast, absent: str, substitute: str) -> None:
    no = refused(mark, cast, getattr(cast, absent), substitute=getattr(cast, substitute))
    assert no == [("R-ABSENCE-02", "not_ready")]


def test_an_absence_yet_to_come_is_struck_out(cast: Cast) -> None:
    row = mark(cast, cast.cuc, starts=NOW + DAY, ends=None)
    actions.end_absence(row, by=cast.cuc, at=NOW, channel="test")
    assert offices.board(NOW + 2 * DAY).away == set()
    assert refused(mark, cast, cast.cuc, starts=NOW + DAY, ends=NOW) == [("R-TERM-02", "not_ready")]
