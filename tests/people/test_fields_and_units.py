"""Fields are the Head's to give, units the Principal's and the Head's to write down."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from portal.base.models import JournalEntry
from portal.people import actions, offices
from portal.people.models import Field, FieldAssignment, UnitPost
from tests.cast import NOW, Cast
from tests.people.test_offices import DAY, SECOND, last_line, refused

LATER = NOW + timedelta(hours=1)


def members(cast: Cast, field: str, at: datetime) -> set[int]:
    return set(offices.board(at).fields.get(cast.fields[field].pk, frozenset()))


def by_head(cast: Cast, **more: Any) -> dict[str, Any]:
    return {"by": cast.ha, "at": NOW, "channel": "test", **more}


def test_a_member_holds_a_field_from_until(cast: Cast) -> None:
    made = actions.assign_field(cast.fields["vp"], cast.dung, starts=NOW + DAY, ends=NOW + 3 * DAY, **by_head(cast))
    edges = (NOW + DAY - SECOND, NOW + DAY, NOW + 3 * DAY - SECOND, NOW + 3 * DAY)
    assert [members(cast, "vp", at) for at in edges] == [set(), {cast.dung.pk}, {cast.dung.pk}, set()]
    line = last_line()
    assert (line.verb, line.subject_id, line.actor_id, line.office, line.rule, line.clause, line.data["assignment"]) == (
        "field_assign", cast.dung.pk, cast.ha.pk, "head", "R-OFFICE-02", "Điều 11.1", made.pk,
    )  # fmt: skip


def test_only_members_take_fields_and_not_the_same_twice(cast: Cast) -> None:
    assert refused(actions.assign_field, cast.fields["vp"], cast.lan, starts=NOW, **by_head(cast)) == [
        ("R-FIELD-01", "not_ready")
    ]
    assert refused(actions.assign_field, cast.fields["cm"], cast.cuc, starts=NOW, **by_head(cast)) == [
        ("R-FIELD-02", "conflict")
    ]
    assert refused(actions.open_field, title="Chuyên môn", **by_head(cast)) == [("R-FIELD-03", "conflict")]


def test_ending_a_field_works_at_once_and_once(cast: Cast) -> None:
    row = FieldAssignment.objects.get(field=cast.fields["cm"])
    actions.end_field(row, **by_head(cast))
    assert (members(cast, "cm", NOW - SECOND), members(cast, "cm", NOW)) == ({cast.cuc.pk}, set())
    assert last_line().verb == "field_end"
    assert refused(actions.end_field, row, **by_head(cast, at=LATER)) == [("R-TERM-03", "conflict")]


def test_a_field_yet_to_begin_is_struck_out_but_stays_in_the_record(cast: Cast) -> None:
    row = actions.assign_field(cast.fields["vp"], cast.dung, starts=NOW + DAY, **by_head(cast))
    actions.end_field(row, **by_head(cast))
    assert members(cast, "vp", NOW + 2 * DAY) == set()
    assert list(JournalEntry.objects.filter(data__assignment=row.pk).order_by("id").values_list("verb", flat=True)) == [
        "field_assign", "field_end",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["minh", "phong", "cuc", "sen", "tri", "lan", "vy"])
def test_nobody_else_opens_gives_or_takes_fields(cast: Cast, name: str) -> None:
    words = {"by": getattr(cast, name), "at": NOW, "channel": "test"}
    no = [("R-OFFICE-02", "forbidden")]
    assert refused(actions.open_field, title="Thư viện", **words) == no
    assert refused(actions.assign_field, cast.fields["vp"], cast.dung, starts=NOW, **words) == no
    assert refused(actions.end_field, FieldAssignment.objects.all()[0], **words) == no
    assert Field.objects.count() == 3


def test_a_new_leader_of_a_unit_follows_the_old_one_who_stays_in_it(cast: Cast) -> None:
    unit = actions.open_unit(title="Tổ Khoa học tự nhiên", **by_head(cast))
    actions.post_to_unit(unit, cast.lan, leads=True, starts=NOW, **by_head(cast))
    actions.post_to_unit(unit, cast.khoa, leads=True, starts=LATER, **by_head(cast, at=LATER))
    now = UnitPost.objects.filter(offices.in_force(LATER), unit=unit).order_by("person__username")
    assert [(row.person.username, row.leads) for row in now] == [("khoa", True), ("lan", False)]
    again = refused(actions.post_to_unit, unit, cast.khoa, leads=True, starts=LATER, **by_head(cast, at=LATER))
    assert again == [("R-UNIT-03", "conflict")]
    actions.end_unit_post(now[0], **by_head(cast, by=cast.minh, at=LATER + DAY))
    assert last_line().verb == "unit_leave"
    assert refused(actions.open_unit, title="Tổ Ngữ văn", **by_head(cast, by=cast.cuc)) == [("R-UNIT-01", "forbidden")]
    assert refused(actions.open_unit, title="Tổ Khoa học tự nhiên", **by_head(cast)) == [("R-UNIT-02", "conflict")]
