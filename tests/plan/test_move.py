"""An activity is moved, called off and taken up again: freely while drawn up, by the Head once confirmed."""

from datetime import date, timedelta

import pytest
from django.test import Client

from portal.approval.actions import refresh_all
from portal.base.journal import lines_of
from portal.base.refused import Refused
from portal.people.rules import Board
from portal.plan import actions
from portal.plan.models import ActivityPlan, PlanEntry
from portal.plan.queries import in_plan
from portal.plan.rules import may_move, movable
from tests.cast import NOW, Cast

TENTH, TWENTIETH = date(2026, 11, 10), date(2026, 11, 20)
LATER = (date(2026, 11, 12), date(2026, 11, 22))
YEAR = (date(2026, 9, 1), date(2027, 5, 31))
BOARD = Board(
    heads=frozenset({1}), acting_heads={2: "09/QĐ"}, deputies=frozenset({3}), members=frozenset({4}),
    secretaries=frozenset({5}), principals=frozenset({6}), sysadmins=frozenset({7}),
)  # fmt: skip


@pytest.fixture
def loose(cast: Cast) -> PlanEntry:
    """An entry of a plan the Head has not confirmed yet."""
    plan = actions.draw_up(title="Tháng 12", starts=date(2026, 12, 1), ends=date(2026, 12, 31), by=cast.sen, at=NOW,
                           channel="test")  # fmt: skip
    day = actions.Entry("Hội khỏe", date(2026, 12, 5), date(2026, 12, 6))
    return actions.add_entries(plan, [day], by=cast.sen, at=NOW, channel="test")[0]


def moved(entry: PlanEntry, who: object, starts: date, ends: date, **more: object) -> str:
    """The rule that forbade it, or "moved"."""
    try:
        actions.move_entry(entry, starts=starts, ends=ends, by=who, at=NOW, channel="test", **more)  # type: ignore[arg-type]
    except Refused as refused:
        return refused.refusals[0].rule
    return "moved"


@pytest.mark.parametrize(
    "person,loose,confirmed",
    [(1, None, None), (2, None, None), (3, None, "R-MOVE-01"), (4, None, "R-MOVE-01"), (5, None, "R-MOVE-01"),
     (6, None, "R-MOVE-01"), (7, "R-PLAN-03", "R-MOVE-01"), (9, "R-PLAN-03", "R-MOVE-01")],
)  # fmt: skip
def test_who_moves_what(person: int, loose: str | None, confirmed: str | None) -> None:
    told = [may_move(BOARD, person, confirmed=yes) for yes in (False, True)]
    assert [one.rule if one else None for one in told] == [loose, confirmed]


@pytest.mark.parametrize(
    "starts,ends,cancelled,seen,told",
    [(*LATER, False, None, None), (*LATER, False, TENTH, None), (*LATER, True, None, "R-MOVE-02"),
     (date(2026, 8, 31), TENTH, False, None, "R-MOVE-03"), (TENTH, date(2027, 6, 1), False, None, "R-MOVE-03"),
     (*YEAR, False, None, None), (*LATER, False, TWENTIETH, "R-MOVE-04")],
)  # fmt: skip
def test_where_an_entry_may_go(starts: date, ends: date, cancelled: bool, seen: date | None, told: str | None) -> None:
    found = movable(starts, ends, plan=YEAR, cancelled=cancelled, seen=seen, now=TENTH)
    assert (found.rule if found else None) == told


def test_the_secretary_moves_an_entry_of_a_plan_not_confirmed_yet(cast: Cast, loose: PlanEntry) -> None:
    assert moved(loose, cast.sen, date(2026, 12, 8), date(2026, 12, 9)) == "moved"
    loose.refresh_from_db()
    assert (loose.starts, loose.ends) == (date(2026, 12, 8), date(2026, 12, 9))
    line = lines_of(loose).get(verb="plan_move")
    assert (line.actor_id, line.rule, line.clause, line.data) == (
        cast.sen.pk, "R-MOVE-01", "Điều 10.2, 17",
        {"from": ["2026-12-05", "2026-12-06"], "to": ["2026-12-08", "2026-12-09"]},
    )  # fmt: skip


def test_what_the_head_confirmed_only_the_head_moves(cast: Cast) -> None:
    told = {
        name: moved(cast.entry, cast.people[name], *LATER) for name in ("sen", "cuc", "phong", "minh", "lan", "tri")
    }
    assert set(told.values()) == {"R-MOVE-01"}
    assert PlanEntry.objects.get(pk=cast.entry.pk).starts == TENTH
    assert moved(cast.entry, cast.ha, *LATER) == "moved"
    assert ActivityPlan.objects.get().confirmed_at is not None


def test_nothing_is_written_where_nothing_moved(cast: Cast) -> None:
    assert moved(cast.entry, cast.ha, TENTH, TWENTIETH) == "moved"
    assert lines_of(cast.entry).filter(verb="plan_move").count() == 0


def test_who_saw_other_days_is_told(cast: Cast) -> None:
    moved(cast.entry, cast.ha, *LATER)
    assert moved(cast.entry, cast.ha, TENTH, TENTH, seen=TENTH) == "R-MOVE-04"
    assert moved(cast.entry, cast.ha, TWENTIETH, TENTH) == "R-PLAN-04"


def test_calling_off_and_taking_up_again_turns_articles_out_of_plan_and_in_again(cast: Cast) -> None:
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    actions.cancel_entry(cast.entry, by=cast.ha, at=NOW, channel="test")
    refresh_all(NOW)
    assert (in_plan(cast.entry.pk, NOW), cast.case(article).facts["in_plan"]) == (False, False)
    assert moved(cast.entry, cast.ha, *LATER) == "R-MOVE-02"
    with pytest.raises(Refused):
        actions.restore_entry(cast.entry, by=cast.sen, at=NOW, channel="test")
    actions.restore_entry(cast.entry, by=cast.ha, at=NOW, channel="test")
    refresh_all(NOW)
    assert (in_plan(cast.entry.pk, NOW), cast.case(article).facts["in_plan"]) == (True, True)
    actions.restore_entry(cast.entry, by=cast.ha, at=NOW, channel="test")
    assert lines_of(cast.entry).filter(verb="plan_restore").count() == 1


def test_moving_on_screen_keeps_what_was_typed_and_says_why_not(cast: Cast, client: Client, loose: PlanEntry) -> None:
    client.force_login(cast.sen)
    address = f"/ke-hoach/viec/{loose.pk}/doi-ngay/"
    wrong = client.post(address, {"starts": "2026-12-09", "ends": "2026-12-08"})
    assert (wrong.status_code, 'value="2026-12-09"' in wrong.content.decode()) == (422, True)
    stale = client.post(address, {"starts": "2026-12-09", "ends": "2026-12-09", "seen": "2026-12-01"})
    assert (stale.status_code, "đã được chuyển sang 05/12/2026" in stale.content.decode()) == (409, True)
    done = client.post(address, {"starts": "9/12/2026", "ends": "2026-12-09", "back": "/ke-hoach/lich/?thang=2026-12"})
    assert (done.status_code, done["Location"]) == (302, "/ke-hoach/lich/?thang=2026-12")
    away = client.post(address, {"starts": "2026-12-10", "ends": "2026-12-10", "back": "//elsewhere.example/"})
    assert away["Location"] == f"/ke-hoach/viec/{loose.pk}/"
    assert (
        client.post(
            f"/ke-hoach/viec/{cast.entry.pk}/doi-ngay/", {"starts": "2026-11-12", "ends": "2026-11-12"}
        ).status_code
        == 403
    )


def test_the_page_tells_who_moved_it_from_where(cast: Cast, client: Client) -> None:
    moved(cast.entry, cast.ha, *LATER)
    actions.assign(cast.entry, person=cast.lan, field_id=None, by=cast.sen, at=NOW, channel="test")
    client.force_login(cast.lan)
    page = client.get(f"/ke-hoach/viec/{cast.entry.pk}/").content.decode()
    told = [page.count(words) for words in ("10/11 – 20/11 → 12/11 – 22/11", "<b>Đổi ngày một việc</b> – Trần Thu Hà",
                                            "<b>Giao viết bài</b> – Vũ Thị Sen", '<p class="history__reason">Hoàng Lan</p>')]  # fmt: skip
    assert told == [1, 1, 1, 1]
    client.force_login(cast.khoa)
    assert "Giao viết bài" not in client.get(f"/ke-hoach/viec/{cast.entry.pk}/").content.decode()  # none of his to see


def test_the_head_takes_up_again_on_screen(cast: Cast, client: Client) -> None:
    actions.cancel_entry(cast.entry, by=cast.ha, at=NOW, channel="test")
    address = f"/ke-hoach/viec/{cast.entry.pk}/khoi-phuc/"
    client.force_login(cast.sen)
    assert client.post(address).status_code == 403
    client.force_login(cast.ha)
    page = client.post(address, follow=True).content.decode()
    assert "lại là bài trong kế hoạch" in page


def test_calling_an_activity_off_twice_keeps_the_first_hour_and_one_line(cast: Cast) -> None:
    for hours in (0, 2):
        actions.cancel_entry(cast.entry, by=cast.ha, at=NOW + timedelta(hours=hours), channel="test")
    cast.entry.refresh_from_db()
    assert cast.entry.cancelled_at == NOW
    assert lines_of(cast.entry).filter(verb="plan_cancel").count() == 1
