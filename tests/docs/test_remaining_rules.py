"""Rules of other rooms that no story names: asked here one by one, so that the book has a test for each."""

from datetime import date, datetime, timedelta

import pytest

from portal.base.clock import ZONE
from portal.base.refused import Refused
from portal.base.rules import Refusal
from portal.desk import rules as desk
from portal.files.rules import may_be_served
from portal.news import rules as news
from portal.people import rules as people
from portal.people.actions.accounts import open_account
from portal.people.rules import Board, Kind, tokens
from portal.plan import rules as plan
from portal.website.actions import FirstDecision, found_school
from tests.approval.school import BOARD, CM, CUC, DUNG, HA, LAN, MINH, SEN, TRI
from tests.cast import NOW, Cast

DAY = timedelta(days=1)


def rule(refusal: Refusal | None) -> str | None:
    return refusal.rule if refusal else None


@pytest.mark.parametrize("person,allowed", [(TRI, True), (HA, True), (MINH, True), (SEN, False), (LAN, False)])
def test_the_list_of_accounts(person: int, allowed: bool) -> None:
    assert rule(people.may_see_accounts(BOARD, person)) == (None if allowed else "R-ACCOUNT-01")


@pytest.mark.parametrize("by,allowed", [(LAN, True), (HA, True), (MINH, True), (TRI, True), (CUC, False)])
def test_a_persons_record(by: int, allowed: bool) -> None:
    assert rule(people.may_see_record(BOARD, by, LAN)) == (None if allowed else "R-ACCOUNT-02")


@pytest.mark.parametrize(
    "insider,suspended,told", [(True, False, None), (False, False, "R-ACCOUNT-03"), (False, True, "R-SUSPEND-06")]
)
def test_the_staffs_own_pages(insider: bool, suspended: bool, told: str | None) -> None:
    assert rule(people.insiders_only(insider, suspended)) == told


@pytest.mark.parametrize("person,told", [(HA, None), (SEN, None), (TRI, None), (MINH, None), (LAN, "R-SUSPEND-03")])
def test_suspensions_are_seen_by_who_decides_or_proposes(person: int, told: str | None) -> None:
    """R-SUSPEND-07."""
    assert rule(people.may_see_suspensions(BOARD, person)) == told


@pytest.mark.parametrize("person,allowed", [(HA, True), (CUC, True), (LAN, False), (TRI, False)])
def test_collaborators_are_between_member_and_head(person: int, allowed: bool) -> None:
    assert rule(people.may_see_collaborators(BOARD, person)) == (None if allowed else "R-COLLAB-08")


@pytest.mark.parametrize(
    "scan,served", [("clean", True), ("not_scanned", True), ("pending", False), ("infected", False)]
)
def test_what_waits_for_its_scan_is_opened_by_nobody(scan: str, served: bool) -> None:
    """R-FILE-02."""
    assert may_be_served(scan) is served


@pytest.mark.parametrize(
    "confirmed,cancelled,at,holds",
    [
        (NOW - DAY, None, NOW, True), (None, None, NOW, False), (NOW + DAY, None, NOW, False), (NOW, None, NOW, True),
        (NOW - DAY, NOW, NOW, False), (NOW - DAY, NOW + DAY, NOW, True),
        (NOW - DAY, None, datetime(2026, 8, 31, 23, 59, tzinfo=ZONE) + 0 * DAY, False),
        (datetime(2026, 9, 1, tzinfo=ZONE), None, datetime(2027, 6, 30, 23, 59, tzinfo=ZONE), True),
        (datetime(2026, 9, 1, tzinfo=ZONE), None, datetime(2027, 7, 1, 0, 0, tzinfo=ZONE), False),
    ],
)  # fmt: skip
def test_when_an_entry_of_the_plan_counts(
    confirmed: datetime | None, cancelled: datetime | None, at: datetime, holds: bool
) -> None:
    """R-PLAN-01."""
    year = (date(2026, 9, 1), date(2027, 5, 31))
    assert plan.counts(confirmed_at=confirmed, cancelled_at=cancelled, plan=year, at=at) is holds


@pytest.mark.parametrize("person,allowed", [(SEN, True), (CUC, True), (MINH, True), (LAN, False), (TRI, False)])
def test_the_board_draws_up_the_plan(person: int, allowed: bool) -> None:
    assert rule(plan.may_draw_up(BOARD, person)) == (None if allowed else "R-PLAN-03")


def test_an_activity_ends_after_it_begins() -> None:
    assert rule(plan.dates_in_order(date(2026, 11, 2), date(2026, 11, 1))) == "R-PLAN-04"
    assert plan.dates_in_order(date(2026, 11, 1), date(2026, 11, 1)) is None


@pytest.mark.parametrize(
    "active,suspended,told", [(True, False, None), (False, False, "R-TOKEN-01"), (True, True, "R-TOKEN-01")]
)
def test_who_may_hold_an_access_code(active: bool, suspended: bool, told: str | None) -> None:
    assert rule(tokens.may_hold_token(active=active, suspended=suspended)) == told


@pytest.mark.parametrize("owner,demo,told", [(True, False, None), (False, True, None), (False, False, "R-TOKEN-02")])
def test_who_lets_a_code_decide(owner: bool, demo: bool, told: str | None) -> None:
    assert rule(tokens.may_let_decide(asked_by_owner=owner, demo=demo)) == told


@pytest.mark.parametrize(
    "expires,revoked,withdrawn,holds",
    [(NOW + DAY, None, False, True), (NOW, None, False, False), (NOW + DAY, NOW, False, False),
     (NOW + DAY, NOW + DAY, False, True), (NOW + DAY, None, True, False)],
)  # fmt: skip
def test_how_long_a_code_holds(expires: datetime, revoked: datetime | None, withdrawn: bool, holds: bool) -> None:
    """R-TOKEN-04."""
    assert tokens.token_holds(expires_at=expires, revoked_at=revoked, withdrawn_since=withdrawn, at=NOW) is holds


def test_urgent_templates_are_the_boards_and_count_by_the_head() -> None:
    assert (news.may_keep_templates(True), rule(news.may_keep_templates(False))) == (None, "R-URGENT-02")
    assert (news.may_approve_template(True), rule(news.may_approve_template(False))) == (None, "R-URGENT-03")


def test_a_suspended_writer_writes_nowhere() -> None:
    told = news.may_write("staff", frozenset({CM}), CM, internal=False, suspended=True)
    assert rule(told) == "R-WRITE-03"


def test_until_when_a_conference_and_an_event_are_in_time() -> None:
    """R-TIME-01, R-TIME-02: three days before the opening, two days after the end, to the last second."""
    opening, end = datetime(2026, 11, 20, 8, tzinfo=ZONE), datetime(2026, 11, 10, 17, tzinfo=ZONE)
    none = {"opening_at": None, "event_start": None, "event_end": None}
    conference = desk.due(genre="tin-hoi-nghi", notice=False, **{**none, "opening_at": opening})
    event = desk.due(genre="tuong-thuat", notice=False, **{**none, "event_end": end})
    assert conference is not None
    assert event is not None
    assert conference.at == datetime(2026, 11, 17, 23, 59, 59, tzinfo=ZONE)
    assert event.at == datetime(2026, 11, 12, 23, 59, 59, tzinfo=ZONE)


def test_a_term_is_warned_of_before_its_written_end() -> None:
    """R-TERM-01."""
    starts, ends = date(2026, 1, 1), date(2026, 12, 31)
    days = [people.warnings_due(starts, ends, ends - timedelta(days=left), (60, 30, 7)) for left in (61, 60, 30, 7, 0)]
    assert days == [None, 60, 30, 7, None]


def test_one_username_is_one_persons(cast: Cast) -> None:
    with pytest.raises(Refused) as told:
        open_account(username="LAN", full_name="Lan khác", email="lan2@testserver.edu.vn", kind=Kind.STAFF, by=cast.ha,
                     at=NOW, channel="test")  # fmt: skip
    assert [one.rule for one in told.value.refusals] == ["R-ACCOUNT-04"]


def test_a_school_is_founded_once(cast: Cast) -> None:
    paper = FirstDecision("35/QĐ", date(2026, 1, 1), "Minh", "Lần nữa")
    with pytest.raises(Refused) as told:
        found_school(school={"name": "B", "initials": "B", "domain": "b"}, decision=paper, board={}, at=NOW)
    assert [one.rule for one in told.value.refusals] == ["R-FOUND-01"]


def test_the_board_of_these_tests_is_the_usual_one() -> None:
    assert (BOARD.everyone, Board().everyone) == (frozenset({HA, CUC, DUNG, SEN}) | BOARD.deputies, frozenset())
