"""The mail's rules as tables: R-MAIL-01 to R-MAIL-12 (Điều 14.3, 8.2)."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from portal.approval.rules import Holder, Verb
from portal.base.clock import ZONE
from portal.base.rules import Ground
from portal.desk.mail.link_rules import SAID, Bound, Current, Death, death, refusal_of
from portal.desk.mail.rules import (
    CODE_TRIES,
    CODES_A_DAY,
    RETRIES,
    Kind,
    Much,
    at_once,
    digest_day,
    foreign,
    is_overdue,
    leaves_at,
    mark_reached,
    may_ask_code,
    night,
    offered_by_mail,
    retry_after,
    told_of,
    wants_digest,
    wrong_code,
)
from portal.people.rules import Office
from tests.cast import NOW

QUIET = night("22:00-06:00")
OURS = "thcsngogiatu.longbien.edu.vn"


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    "address",
    [f"ha@{OURS}", f"ha@{OURS.upper()}", "ha.tran+bai@ThcsNgoGiaTu.LongBien.edu.vn"],
)
def test_the_schools_own_domain_in_any_case(address: str) -> None:
    assert foreign(address, OURS) is None


@pytest.mark.parametrize(
    "address",
    [
        "", "ha", "ha@", f"@{OURS}", "ha@gmail.com", f"ha@x.{OURS}", f"ha@{OURS}.evil.vn", f"ha@evil{OURS}", "ha@longbien.edu.vn",
        f"ha@{OURS}.", f"ha@evil.vn@{OURS}", f"ha@evil.vn,b@{OURS}", f"ha@{OURS}\nBcc: x@evil.vn", f"<ha@{OURS}>",
        f'"ha@evil.vn "@{OURS}', f"ha @{OURS}", "ha@thcsngogiatu.longbién.edu.vn", "ha@" + "a" * 70 + ".vn",
        "ha@thcsngogiatu。longbien.edu。vm",
    ],
)  # fmt: skip
def test_any_other_address_is_foreign(address: str) -> None:
    refusal = foreign(address, OURS)
    assert refusal is not None
    assert (refusal.rule, refusal.clause) == ("R-MAIL-01", "Điều 14.3")


def test_a_domain_in_vietnamese_letters_is_compared_as_machines_do() -> None:
    assert foreign("ha@trường.vn", "TRƯỜNG.vn") is None
    assert foreign("ha@xn--trng-u9a35e.vn", "trường.vn") == foreign("ha@truong.vn", "trường.vn")
    assert foreign("ha@truong.vn", "trường.vn") is not None
    assert foreign("ha@x", "") is not None


@pytest.mark.parametrize(
    "now,urgent,leaves",
    [
        ("16T08:00", False, "16T08:00"), ("16T21:59", False, "16T21:59"), ("16T22:00", False, "17T06:00"),
        ("16T23:30", True, "16T23:30"), ("17T00:10", False, "17T06:00"), ("17T05:59", False, "17T06:00"),
        ("17T06:00", False, "17T06:00"), ("17T03:00", True, "17T03:00"),
    ],
)  # fmt: skip
def test_night_waits_for_the_morning_but_what_is_urgent_does_not(now: str, urgent: bool, leaves: str) -> None:
    """R-MAIL-02"""
    assert leaves_at(at(now), QUIET, urgent=urgent) == at(leaves)


def test_a_night_within_one_day_is_a_night_too() -> None:
    assert [night("12:00-13:30").holds(at(hour)) for hour in ("16T11:59", "16T12:00", "16T13:30")] == [
        False,
        True,
        False,
    ]


@pytest.mark.parametrize("kind", list(Kind))
def test_how_much_somebody_wants(kind: Kind) -> None:
    """R-MAIL-03: turns, opinions, answers and new notices wait for the digest if he says so; reminders and the urgent never
    do."""
    chosen = kind in (Kind.TURN, Kind.OPINION, Kind.ANSWER, Kind.NOTICE)
    assert [at_once(kind, much, urgent=False) for much in Much] == [True, not chosen, not chosen]
    assert [at_once(kind, much, urgent=True) for much in Much] == [True, True, True]


def test_who_wants_a_digest() -> None:
    assert [wants_digest(much) for much in Much] == [True, True, False]


@pytest.mark.parametrize(
    "now,last,day",
    [
        ("16T06:29", 0, None), ("16T06:30", 0, date(2026, 11, 16)), ("16T15:00", 0, date(2026, 11, 16)),
        ("16T22:30", 0, None), ("16T08:00", date(2026, 11, 16).toordinal(), None),
        ("17T06:30", date(2026, 11, 16).toordinal(), date(2026, 11, 17)),
    ],
)  # fmt: skip
def test_one_digest_a_day_once_its_hour_has_come(now: str, last: int, day: date | None) -> None:
    """R-MAIL-04"""
    assert digest_day(at(now), time(6, 30), QUIET, last) == day


@pytest.mark.parametrize(
    "since,now,mark",
    [
        ("10T08:00", "16T11:00", None), ("10T08:00", "16T12:00", 24), ("10T08:00", "17T07:59", 24),
        ("10T08:00", "17T08:00", 4), ("10T08:00", "17T11:59", 4), ("10T08:00", "17T12:00", None),
        ("16T13:00", "16T14:00", None),  # it came after the mark: the letter of the turn said the hour
        ("16T13:00", "17T08:30", 4), ("17T09:00", "17T10:00", None),
    ],
)  # fmt: skip
def test_the_mark_a_deadline_has_reached(since: str, now: str, mark: int | None) -> None:
    """R-MAIL-05: due on the 17th at noon, marks of 24 and 4 hours."""
    assert mark_reached(at("17T12:00"), at(since), at(now), (24, 4)) == mark


def test_overdue_is_after_the_very_second() -> None:
    """R-MAIL-06"""
    assert [is_overdue(at("17T12:00"), at(now)) for now in ("17T11:59", "17T12:00", "17T12:01")] == [False, False, True]


@pytest.mark.parametrize(
    "told,own_hand,minutes,tell",
    [
        (False, False, 0, True),
        (False, True, 0, True),
        (True, False, 1, False),
        (True, False, 2, True),
        (True, True, 9, False),
    ],
)
def test_a_text_under_the_pen_is_told_once_it_rests(told: bool, own_hand: bool, minutes: int, tell: bool) -> None:
    """R-MAIL-07"""
    assert tell == told_of(told=told, own_hand=own_hand, touched_at=NOW - timedelta(minutes=minutes), at=NOW,
                           rest=timedelta(minutes=2))  # fmt: skip


def test_what_a_letter_offers() -> None:
    """R-MAIL-08"""
    assert offered_by_mail(tuple(Verb)) == (Verb.APPROVE, Verb.SEND_BACK, Verb.PROPOSE_REFUSAL, Verb.REFUSE)
    assert offered_by_mail((Verb.VOUCH, Verb.REFER, Verb.OPINION)) == ()


HA = Holder(5, Office.HEAD, "Điều 14.2")
BOUND = Bound(161, 9, "a" * 64, ("head", None, None), 3, NOW + timedelta(days=7))
NOW_SO = Current(NOW, 161, 9, "a" * 64, HA, 3)


@pytest.mark.parametrize(
    "bound,now,dead",
    [
        (BOUND, NOW_SO, None),
        (BOUND, replace(NOW_SO, at=NOW + timedelta(days=7) - timedelta(microseconds=1)), None),
        (BOUND, replace(NOW_SO, at=NOW + timedelta(days=7)), Death.EXPIRED),
        (BOUND, replace(NOW_SO, task=162), Death.MOVED),
        (BOUND, replace(NOW_SO, task=None), Death.MOVED),
        (BOUND, replace(NOW_SO, revision=10), Death.EDITED),
        (BOUND, replace(NOW_SO, hash="b" * 64), Death.EDITED),
        (BOUND, replace(NOW_SO, holder=None), Death.REASSIGNED),
        (BOUND, replace(NOW_SO, holder=Holder(5, Office.ACTING_HEAD, "")), Death.REASSIGNED),
        (BOUND, replace(NOW_SO, holder=Holder(5, Office.HEAD, "", acting_for=7)), Death.REASSIGNED),
        (BOUND, replace(NOW_SO, holder=Holder(5, Office.HEAD, "", grant=2)), Death.REASSIGNED),
        (BOUND, replace(NOW_SO, rights_version=4), Death.RIGHTS),
        (replace(BOUND, used=True), NOW_SO, Death.USED),
        (replace(BOUND, dead=Death.SIBLING), NOW_SO, Death.SIBLING),
        (replace(BOUND, used=True), replace(NOW_SO, task=None, hash="b" * 64), Death.USED),
    ],
)  # fmt: skip
def test_a_link_lives_while_nothing_it_is_bound_to_has_changed(bound: Bound, now: Current, dead: Death | None) -> None:
    """R-MAIL-09"""
    assert death(bound, now) == dead


def test_every_death_is_said_in_a_sentence() -> None:
    assert {one: said.endswith(".") for one, said in SAID.items()} == dict.fromkeys(Death, True)
    assert {(refusal_of(one).rule, refusal_of(one).ground) for one in Death} == {("R-MAIL-09", Ground.CONFLICT)}


@pytest.mark.parametrize(
    "tries,minutes,right,ground",
    [
        (0, 1, True, None), (CODE_TRIES - 1, 1, True, None), (0, 1, False, Ground.NOT_READY),
        (CODE_TRIES, 1, True, Ground.CONFLICT), (0, 0, True, Ground.CONFLICT),
    ],
)  # fmt: skip
def test_a_code_counts_in_time_and_within_a_few_tries(
    tries: int, minutes: int, right: bool, ground: Ground | None
) -> None:
    """R-MAIL-11"""
    refusal = wrong_code(tries=tries, until=NOW + timedelta(minutes=minutes), at=NOW, right=right)
    assert (refusal.ground if refusal else None) == ground


def test_no_code_asked_for_is_no_right_code() -> None:
    assert wrong_code(tries=0, until=None, at=NOW, right=True) is not None


def test_a_letter_is_tried_for_a_day_and_then_given_up() -> None:
    assert timedelta(hours=24) < sum(RETRIES, timedelta()) < timedelta(hours=36)
    assert retry_after(1) == timedelta(minutes=1)
    assert retry_after(len(RETRIES) + 1) is None


def test_so_many_codes_a_day() -> None:
    """R-MAIL-13"""
    assert [may_ask_code(asked) is None for asked in (0, CODES_A_DAY - 1, CODES_A_DAY)] == [True, True, False]
