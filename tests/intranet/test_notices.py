"""Internal notices as they live: their route, whom they reach, confirmed, corrected, reminded, archived (Điều 15.1, 15.2)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile

from portal.approval import actions as approval
from portal.approval.rules import Verb
from portal.base import journal
from portal.base.refused import Refused
from portal.desk.actions.papers import NothingToSay, paper_for
from portal.desk.actions.turns import hear_news
from portal.desk.models import Letter
from portal.files import actions as files
from portal.files.queries import may_open
from portal.intranet.models import InternalNotice, UpNotice
from portal.intranet.notices import actions, queries
from portal.intranet.notices.actions import Words
from portal.intranet.notices.roll import roll
from portal.intranet.notices.rules import Reading, To
from portal.people import offices
from portal.people.models import Person, Unit, UnitPost
from tests.cast import NOW, OLD, Cast

FRIDAY = (NOW + timedelta(days=4)).date()
HEARD = Words("Nộp sổ đầu bài", "Các tổ nộp sổ đầu bài về văn phòng.", To(everyone=True), acknowledge_by=FRIDAY)


def written(cast: Cast, words: Words = HEARD, by: str = "lan") -> InternalNotice:
    return actions.write_notice(words, by=cast.people[by], at=NOW, channel="test")


def put_up(cast: Cast, words: Words = HEARD, by: str = "lan") -> UpNotice:
    return UpNotice.objects.get(pk=cast.up(written(cast, words, by), cast.people[by]).pk)


def confirm(up: UpNotice, by: Person, **more: Any) -> None:
    actions.confirm(up.notice, **{"hash": up.hash, "by": by, "at": NOW, "channel": "test", **more})


def late(up: UpNotice, at: Any = NOW) -> dict[str, Reading]:
    return {one.name: one.state for one in queries.readers(up, at, roll(at), True) if one.state is not Reading.DONE}


def sees(cast: Cast, up: UpNotice, who: str) -> bool:
    return queries.visible_to(cast.people[who], NOW).filter(pk=up.pk).exists()


def test_it_goes_by_the_secretary_to_the_head_and_stands_where_its_address_says(cast: Cast) -> None:
    draft = written(cast)
    steps = [(step.kind.value, step.clause) for step in cast.submit(draft, cast.lan).route.steps]
    assert steps == [("secretary", "Điều 15.2"), ("leader", "Điều 15.2")]
    assert (draft.url_path, UpNotice.objects.count()) == ("/cong-noi-bo/noi-bo/thong-bao/nop-so-dau-bai/", 0)


@pytest.mark.parametrize(("who", "rule"), [("vy", "R-NOTICE-01"), ("phu", "R-NOTICE-01"), ("lan", "R-NOTICE-01")])
def test_outsiders_and_the_suspended_write_none(cast: Cast, who: str, rule: str) -> None:
    cast.suspend(cast.lan)
    with pytest.raises(Refused) as refused:
        written(cast, by=who)
    assert [one.rule for one in refused.value.refusals] == [rule]


@pytest.mark.parametrize(
    "wrong",
    [
        {"sort": "la"},
        {"to": To(offices=frozenset({"vua"}))},
        {"to": To(units=frozenset({999}))},
        {"to": To(people=frozenset({999}))},
    ],
)
def test_what_is_not_in_the_school_is_no_address(cast: Cast, wrong: dict[str, Any]) -> None:
    with pytest.raises(Refused) as refused:
        written(cast, replace(HEARD, **wrong))
    assert [one.rule for one in refused.value.refusals] == ["R-NOTICE-13"]


def test_it_is_there_for_whom_it_reaches_at_that_moment(cast: Cast) -> None:
    maths = Unit.objects.create(title="Tổ Toán", slug="toan")
    UnitPost.objects.create(unit=maths, person=cast.khoa, starts=OLD)
    up = put_up(cast, replace(HEARD, to=To(units=frozenset({maths.pk}))))
    before = {
        who: sees(cast, up, who) for who in ("lan", "khoa", "cuc", "dung", "sen", "ha", "minh", "tri", "vy", "phu")
    }
    UnitPost.objects.create(unit=maths, person=cast.tri, starts=NOW)
    UnitPost.objects.filter(person=cast.khoa).update(ends=NOW)
    assert before == {"lan": True, "khoa": True, "cuc": True, "dung": True, "sen": True, "ha": True, "minh": True, "tri": False,
                      "vy": False, "phu": False}  # fmt: skip
    assert ([sees(cast, up, who) for who in ("khoa", "tri")], list(late(up))) == ([False, True], ["Bùi Trí"])


def test_its_files_open_for_its_circle_only(cast: Cast) -> None:
    """R-FILE-20."""
    paper = files.store_attachment(
        ContentFile(b"%PDF-1.7 x", "x.pdf"), title="Mẫu", by=cast.lan, at=NOW, channel="test", guarded=True
    )
    draft = written(cast, replace(HEARD, to=To(people=frozenset({cast.khoa.pk})), papers=(paper.pk,)))
    asked = ("lan", "khoa", "sen", "tri", "phu")
    opened = [[may_open(paper, cast.people[who], NOW) for who in asked]]
    cast.up(draft, cast.lan)
    opened += [[may_open(paper, cast.people[who], NOW) for who in asked]]
    assert opened == [[True, False, True, False, False], [True, True, True, False, False]]
    with pytest.raises(Refused) as refused:
        written(cast, replace(HEARD, papers=(paper.pk,)), by="khoa")
    assert [one.rule for one in refused.value.refusals] == ["R-NOTICE-05"]


def test_i_have_read_it_is_said_of_these_very_words(cast: Cast) -> None:
    up = put_up(cast)
    everyone = set(late(up))
    confirm(up, cast.khoa)
    confirm(up, cast.khoa)
    assert everyone - set(late(up)) == {"Đặng Khoa"}
    assert (cast.lan.full_name in everyone, len(everyone)) == (False, 8)  # its writer knows it; staff only
    lines = journal.lines_of(up.notice).filter(verb="notice_confirm")
    assert [(line.rule, line.clause, line.hash) for line in lines] == [("R-NOTICE-07", "Điều 15.1", up.hash)]


def test_a_correction_is_read_and_confirmed_anew(cast: Cast) -> None:
    up = put_up(cast)
    confirm(up, cast.khoa)
    approval.correct(up.notice, by=cast.sen, at=NOW, channel="test")
    actions.edit_notice(up.notice, replace(HEARD, intro="Nộp trước 16 giờ."), by=cast.sen, at=NOW, channel="test")
    assert queries.unconfirmed(cast.khoa, NOW).count() == 0  # the old text stands until the new one is approved
    cast.submit(up.notice, cast.sen)
    cast.decide(up.notice, Verb.APPROVE, cast.ha)
    fresh = UpNotice.objects.get(pk=up.pk)
    assert (late(fresh)["Đặng Khoa"], [one.pk for one in queries.unconfirmed(cast.khoa, NOW)]) == (
        Reading.AGAIN,
        [up.pk],
    )
    with pytest.raises(Refused) as refused:
        confirm(up, cast.dung)
    assert [one.ground for one in refused.value.refusals] == ["conflict"]
    confirm(fresh, cast.khoa)
    assert "Đặng Khoa" not in late(fresh)


def test_the_suspended_and_the_taken_down_ask_nobody(cast: Cast) -> None:
    up = put_up(cast)
    cast.suspend(cast.khoa)
    assert ("Đặng Khoa" in late(up), queries.unconfirmed(cast.khoa, NOW).count()) == (False, 0)
    approval.withdraw(up.notice, ground="other", reason="Nhầm.", by=cast.ha, at=NOW, channel="test")
    with pytest.raises(Refused) as refused:
        confirm(up, cast.dung)
    assert ([one.rule for one in refused.value.refusals], queries.visible_to(cast.ha, NOW).count()) == (
        ["R-NOTICE-07"],
        0,
    )


def test_those_who_have_not_are_reminded_once_a_day(cast: Cast) -> None:
    up = put_up(cast)
    confirm(up, cast.khoa)
    told = actions.remind(up.notice, by=cast.lan, at=NOW, channel="test")
    line = journal.lines_of(up.notice).get(verb=actions.REMIND)
    assert (told, cast.khoa.pk in line.data["to"], len(line.data["to"]), line.rule) == (7, False, 7, "R-NOTICE-10")
    for who, ground in ((cast.lan, "conflict"), (cast.khoa, "forbidden")):
        with pytest.raises(Refused) as refused:
            actions.remind(up.notice, by=who, at=NOW, channel="test")
        assert refused.value.ground == ground


def test_the_clock_reminds_the_day_before_and_the_day_after_once_each(cast: Cast) -> None:
    up = put_up(cast)
    before, after = NOW + timedelta(days=3), NOW + timedelta(days=5)
    told = [
        actions.remind_due(at)
        for at in (NOW, before, before, NOW + timedelta(days=4), after, after, after + timedelta(days=9))
    ]
    assert told == [0, 8, 0, 0, 8, 0, 0]
    marks = journal.lines_of(up.notice).filter(verb=actions.REMIND).values_list("data__mark", "rule", "actor_id")
    assert list(marks) == [(f"before:{FRIDAY}", "R-NOTICE-11", None), (f"after:{FRIDAY}", "R-NOTICE-11", None)]


def test_a_leader_sees_his_unit_and_nobody_elses(cast: Cast) -> None:
    maths = Unit.objects.create(title="Tổ Toán", slug="toan")
    for person, leads in ((cast.khoa, True), (cast.dung, False)):
        UnitPost.objects.create(unit=maths, person=person, starts=OLD, leads=leads)
    up = put_up(cast)
    row = queries.rows([up], cast.khoa, NOW, offices.board(NOW))[0]
    assert (row.waits, row.done, row.asked) == (True, 0, 2)
    assert actions.remind(up.notice, by=cast.khoa, at=NOW, channel="test") == 2


def test_with_its_school_year_it_is_archived_and_asks_nothing(cast: Cast) -> None:
    up = put_up(cast)
    august = NOW.replace(year=2027, month=8, day=1)
    assert queries.unconfirmed(cast.khoa, august).count() == 0
    assert (queries.years(queries.visible_to(cast.khoa, august)), queries.this_year(august), late(up, august)) == (
        [2026],
        2027,
        {},
    )


def test_a_list_costs_the_same_with_one_and_with_three(cast: Cast, django_assert_num_queries: Any) -> None:
    board = offices.board(NOW)
    for many in (1, 2):
        for number in range(many):
            put_up(cast, replace(HEARD, title=f"Thông báo {many} {number}"))
        with django_assert_num_queries(7):
            found = queries.rows(list(queries.standing()), cast.sen, NOW, board)
    assert [row.asked for row in found] == [8, 8, 8]


def test_who_is_reminded_gets_one_letter_unless_he_confirms_before_it_leaves(cast: Cast) -> None:
    up = put_up(cast)
    hear_news(NOW)
    actions.remind(up.notice, by=cast.lan, at=NOW, channel="test")
    hear_news(NOW)
    confirm(up, cast.dung)
    letters = {one.person_id: one for one in Letter.objects.filter(kind="reminder")}
    told = paper_for(letters[cast.khoa.pk], NOW)
    assert (len(letters), told.subject) == (8, "Xin xác nhận đã đọc – Nộp sổ đầu bài")
    assert (
        told.words["lead"]
        == "Hoàng Lan nhắc thầy/cô đọc và xác nhận một thông báo nội bộ (hạn hết thứ Sáu 20/11; Điều 15.1)."
    )
    with pytest.raises(NothingToSay):
        paper_for(letters[cast.dung.pk], NOW)
