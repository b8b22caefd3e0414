"""Who may ask whom to write until when, and what the record says of it; the clocks of Điều 16.1.1."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from portal.base import regulation
from portal.base.clock import ZONE
from portal.base.journal import lines_of
from portal.base.models import Parameter
from portal.base.refused import Refused
from portal.people.models import Person, Unit, UnitPost
from portal.people.rules import Board
from portal.plan import actions
from portal.plan.models import Assignment
from portal.plan.queries import clocks
from portal.plan.rules import Asked, Clocks, assignment_due, can_write, in_time_until, may_assign, one_asked, sight
from portal.plan.rules import may_oversee as looks
from tests.cast import NOW, OLD, Cast

CM, DD = 7, 8
BOARD = Board(
    heads=frozenset({1}), deputies=frozenset({2}), members=frozenset({3, 4}), secretaries=frozenset({5}),
    substitutes=frozenset({6}), fields={CM: frozenset({3}), DD: frozenset({4})}, principals=frozenset({9}),
    sysadmins=frozenset({10}),
)  # fmt: skip
UNIT, OTHER = 70, 71


@pytest.fixture
def maths(cast: Cast) -> Unit:
    """Khoa leads the unit, Lan is in it."""
    unit = Unit.objects.create(title="Tổ Toán – Tin", slug="toan-tin")
    UnitPost.objects.create(unit=unit, person=cast.khoa, leads=True, starts=OLD)
    UnitPost.objects.create(unit=unit, person=cast.lan, starts=OLD)
    return unit


def told(cast: Cast, verb: str, *given: object, by: Person, field: str | None = "cm", **more: object) -> list[str]:
    """The rules that forbade it, in order; empty where it was done."""
    field_id = cast.fields[field].pk if field else None
    try:
        getattr(actions, verb)(*given, by=by, at=NOW, channel="test", field_id=field_id, **more)
    except Refused as refused:
        return [one.rule for one in refused.refusals]
    return []


@pytest.mark.parametrize(
    "who,field,led,asked,allowed",
    [(1, DD, (), Asked(person=20), True), (5, None, (), Asked(person=20), True), (6, CM, (), Asked(unit=UNIT), True),
     (3, CM, (), Asked(person=20), True), (3, DD, (), Asked(person=20), False), (3, None, (), Asked(person=20), False),
     (2, CM, (), Asked(person=20), False), (9, CM, (), Asked(person=20), False), (10, CM, (), Asked(person=20), False),
     (30, CM, (UNIT,), Asked(unit=UNIT), True), (30, CM, (UNIT,), Asked(unit=OTHER), False),
     (30, CM, (UNIT,), Asked(person=20, units=frozenset({UNIT})), True),
     (30, CM, (UNIT,), Asked(person=20, units=frozenset({OTHER})), False), (30, CM, (), Asked(person=30), False)],
)  # fmt: skip
def test_who_asks_whom(who: int, field: int | None, led: tuple[int, ...], asked: Asked, allowed: bool) -> None:
    """R-ASSIGN-01."""
    found = may_assign(BOARD, who, field, frozenset(led), [asked])
    assert (found is None, found.clause if found else "") == (allowed, "" if allowed else "Điều 8.2, 11.3, 12.1")


@pytest.mark.parametrize(
    "asked,rules",
    [(Asked(person=20, kind="staff"), [None, None]), (Asked(unit=UNIT), [None, None]), (Asked(), ["R-ASSIGN-02", None]),
     (Asked(person=20, unit=UNIT, kind="staff"), ["R-ASSIGN-02", None]),
     (Asked(person=20, kind="staff", active=False), [None, "R-ASSIGN-03"]), (Asked(person=20, kind="parent"), [None, "R-ASSIGN-03"]),
     (Asked(person=20, kind="collaborator", posts=frozenset({CM})), [None, None]),
     (Asked(person=20, kind="collaborator", posts=frozenset({DD})), [None, "R-ASSIGN-03"])],
)  # fmt: skip
def test_whom_can_be_asked(asked: Asked, rules: list[str | None]) -> None:
    assert [one.rule if one else None for one in (one_asked(asked), can_write(asked, CM))] == rules


def test_who_sees_whose_debts() -> None:
    """R-OWED-01, R-OWED-02."""
    seen = {who: sight(BOARD, who, frozenset()) for who in (1, 2, 3, 5, 9, 10, 20)}
    assert {who: one.everything for who, one in seen.items()} == {
        1: True, 2: True, 3: False, 5: True, 9: True, 10: False, 20: False,
    }  # fmt: skip
    member, teacher, leader = seen[3], seen[20], sight(BOARD, 30, frozenset({UNIT}))
    row = {"field_id": DD, "unit": None, "people": frozenset({20}), "units": frozenset({UNIT})}
    assert [one.sees(**row) for one in (member, teacher, leader, seen[10])] == [False, True, True, False]
    assert [one.sees(**row | {"field_id": CM, "people": frozenset({21})}) for one in (member, teacher)] == [True, False]
    narrowed = [
        looks(member, field_id=CM, unit=None, person=None), looks(member, field_id=DD, unit=None, person=None),
        looks(teacher, field_id=None, unit=None, person=20), looks(teacher, field_id=None, unit=None, person=21),
        looks(leader, field_id=None, unit=UNIT, person=None), looks(leader, field_id=None, unit=OTHER, person=None),
    ]  # fmt: skip
    assert [one.rule if one else None for one in narrowed] == [None, "R-OWED-02", None, "R-OWED-02", None, "R-OWED-02"]


def test_a_member_asks_in_his_field_and_the_record_says_so(cast: Cast) -> None:
    assert told(cast, "assign", cast.entry, person=cast.lan, by=cast.cuc, field="dd") == ["R-ASSIGN-01"]
    assert told(cast, "assign", cast.entry, person=cast.lan, note="Kèm hai ảnh", by=cast.cuc) == []
    made = Assignment.objects.get()
    assert (made.person, made.unit, made.due_at, made.made_by, made.note) == (
        cast.lan,
        None,
        None,
        cast.cuc,
        "Kèm hai ảnh",
    )
    line = lines_of(made).get()
    assert (line.verb, line.actor_id, line.rule, line.clause, line.data) == (
        "assign", cast.cuc.pk, "R-ASSIGN-01", "Điều 8.2, 11.3",
        {"entry": cast.entry.pk, "person": cast.lan.pk, "unit": None, "due": ""},
    )  # fmt: skip


def test_a_units_leader_hands_his_units_article_to_one_of_its_people(cast: Cast, maths: Unit) -> None:
    made = actions.assign(cast.entry, unit=maths, field_id=None, by=cast.sen, at=NOW, channel="test")
    assert told(cast, "reassign", made, person=cast.dung, by=cast.khoa) == ["R-ASSIGN-01"]
    assert told(cast, "reassign", made, person=cast.lan, by=cast.lan) == ["R-ASSIGN-01"]
    assert told(cast, "reassign", made, person=cast.lan, by=cast.khoa, reason="Lan dự từ đầu") == []
    made.refresh_from_db()
    assert (made.person, made.unit) == (cast.lan, None)
    line = lines_of(made).get(verb="reassign")
    assert (line.reason, line.data["before"]) == ("Lan dự từ đầu", {"person": None, "unit": maths.pk, "due": ""})
    assert told(cast, "release", made, by=cast.khoa) == []
    assert told(cast, "release", made, by=cast.khoa) == ["R-ASSIGN-05"]
    assert told(cast, "reassign", made, person=cast.lan, by=cast.sen) == ["R-ASSIGN-05"]


def test_nothing_is_asked_about_what_is_called_off_or_has_no_hour(cast: Cast) -> None:
    assert told(cast, "assign", cast.standing_entry, person=cast.lan, by=cast.sen) == ["R-ASSIGN-04"]
    assert told(cast, "assign", cast.entry, person=cast.lan, due_at=NOW, by=cast.sen) == ["R-ASSIGN-04"]
    assert told(cast, "assign", cast.entry, person=cast.lan, unit=None, genre="tin-hoi-nghi", by=cast.sen) == [
        "R-ASSIGN-04"
    ]
    assert told(cast, "assign", cast.entry, by=cast.sen) == ["R-ASSIGN-02"]
    assert told(cast, "assign", cast.entry, person=cast.phu, by=cast.sen) == ["R-ASSIGN-03"]
    cast.suspend(cast.lan)
    assert told(cast, "assign", cast.entry, person=cast.lan, by=cast.sen) == ["R-ASSIGN-03"]
    actions.cancel_entry(cast.entry, by=cast.ha, at=NOW, channel="test")
    cast.entry.refresh_from_db()
    assert told(cast, "assign", cast.entry, person=cast.khoa, by=cast.sen) == ["R-ASSIGN-05"]
    assert Assignment.objects.count() == 0


def test_the_database_keeps_person_and_unit_apart(cast: Cast, maths: Unit) -> None:
    for both in ({"person": cast.lan, "unit": maths}, {}):
        with pytest.raises(IntegrityError, match="plan_assignment_one_asked"), transaction.atomic():
            Assignment.objects.create(entry=cast.entry, made_by=cast.sen, made_at=NOW, **both)


# ---- the clocks


def at(day: int, hour: int = 23, minute: int = 59, second: int = 59, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, second, tzinfo=ZONE)


NONE = {"genre": "tuong-thuat", "notice": False, "opening_at": None, "event_start": None, "event_end": None}


@pytest.mark.parametrize(
    "told,last",
    [({"event_end": at(10, 17, 0, 0)}, at(12)), ({"event_start": at(10, 7, 0, 0)}, at(12)), ({}, None),
     ({"event_end": at(10), "notice": True}, None),
     ({"genre": "tin-hoi-nghi", "opening_at": at(20, 8, 0, 0)}, at(17)), ({"genre": "tin-hoi-nghi"}, None)],
)  # fmt: skip
def test_the_clocks_as_signed(told: dict[str, object], last: datetime | None) -> None:
    """R-TIME-01, R-TIME-02: calendar days to 23:59:59 of the last."""
    assert in_time_until(Clocks(), **NONE | told) == last  # type: ignore[arg-type]


def test_the_day_is_the_schools_wherever_the_hour_was_written() -> None:
    utc = datetime(2026, 11, 10, 18, 0, tzinfo=ZONE).astimezone(tz=None)
    late = datetime.fromisoformat("2026-11-10T17:30:00+00:00")  # 0:30 on the 11th in Hà Nội
    assert [in_time_until(Clocks(), **NONE | {"event_end": one}) for one in (utc, late)] == [at(12), at(13)]  # type: ignore[arg-type]


def test_working_days_are_counted_where_the_school_says_so() -> None:
    """Thursday 19/11 ends → Monday 23/11; a conference on Tuesday 24/11 → Thursday 19/11."""
    working = Clocks({"timeliness.working_days": ((date(2026, 1, 1), "1"),)})
    assert working.after_event(date(2026, 11, 19)) == at(23)
    assert working.before_opening(date(2026, 11, 24)) == at(19)


def test_each_day_is_judged_by_the_text_in_force_then(cast: Cast) -> None:
    Parameter.objects.create(
        name="timeliness.event_days", value="4", clause="Điều 16.1.1", valid_from=date(2026, 11, 15)
    )
    Parameter.objects.create(
        name="timeliness.event_days", value="1", clause="Điều 16.1.1", valid_from=date(2026, 12, 1)
    )
    Parameter.objects.create(
        name="timeliness.conference_days", value="5", clause="Điều 16.1.1", valid_from=date(2026, 11, 15)
    )
    held = clocks()
    ended = [
        held.after_event(day) for day in (date(2026, 11, 14), date(2026, 11, 15), date(2026, 11, 30), date(2026, 12, 1))
    ]
    assert ended == [at(16), at(19), at(4, month=12), at(2, month=12)]
    assert [held.before_opening(day) for day in (date(2026, 11, 14), date(2026, 11, 20))] == [at(11), at(15)]
    assert regulation.number("timeliness.event_days", date(2026, 11, 20)) == 4


@pytest.mark.parametrize(
    "given,last",
    [({}, at(22)), ({"genre": "tin-hoi-nghi"}, at(7)), ({"due_at": at(14)}, at(14)),
     ({"standing": True}, None), ({"standing": True, "due_at": at(14)}, at(14))],
)  # fmt: skip
def test_until_when_an_assignment_is_due(given: dict[str, object], last: datetime | None) -> None:
    usual = {"due_at": None, "genre": "", "standing": False, "starts": date(2026, 11, 10), "ends": date(2026, 11, 20)}
    assert assignment_due(Clocks(), **usual | given) == last  # type: ignore[arg-type]


def test_a_moved_activity_moves_its_assignments_hour(cast: Cast) -> None:
    made = actions.assign(cast.entry, person=cast.lan, field_id=None, by=cast.sen, at=NOW, channel="test")
    actions.move_entry(
        cast.entry, starts=date(2026, 11, 10), ends=date(2026, 11, 25), by=cast.ha, at=NOW, channel="test"
    )
    made.refresh_from_db()
    due = assignment_due(Clocks(), due_at=made.due_at, genre=made.genre, standing=False, starts=made.entry.starts,
                         ends=made.entry.ends)  # fmt: skip
    assert due == at(27)
    assert NOW + timedelta(days=1) < at(27)
