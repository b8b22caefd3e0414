"""Every refusal of the approval rules: who is told no, by which rule, under which clause, in a sentence; and the yes beside it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from portal.approval import rules
from portal.approval.rules import Audience, Facts, Hands, Holder, State, StepKind, Verb
from portal.base.rules import Ground, Refusal
from portal.people.rules import Board, Office
from tests.approval.school import (
    BOARD,
    CM,
    CUC,
    DUNG,
    FROM,
    HA,
    KHOA,
    LAN,
    MINH,
    PHONG,
    PLANNED,
    SEN,
    TRI,
    UNTIL,
    VY,
    board,
    hands,
)  # fmt: skip

NONE: frozenset[int] = frozenset()
HOLDER = Holder(CUC, Office.MEMBER, "Điều 11.3")
FORBIDDEN, CONFLICT, NOT_READY = Ground.FORBIDDEN, Ground.CONFLICT, Ground.NOT_READY


def no(refusal: Refusal | None) -> tuple[str, str, Ground, str] | None:
    """What a refusal says, its sentence left out; that it has one is checked here."""
    if refusal is None:
        return None
    assert refusal.message.endswith(".")
    assert str(refusal) == f"{refusal.message} ({refusal.clause})"
    return refusal.rule, refusal.clause, refusal.ground, refusal.field


@pytest.mark.parametrize(
    "person,holder,expected",
    [
        (CUC, HOLDER, None),
        (DUNG, None, ("R-ACT-01", "Điều 14.2", FORBIDDEN, "")),
        (LAN, None, ("R-ACT-02", "Điều 14.2", FORBIDDEN, "")),
    ],
)
def test_only_who_holds_the_step_acts(person: int, holder: Holder | None, expected: object) -> None:
    assert no(rules.may_act(person, holder, hands())) == expected


TWO = ("R-TWO-01", "Điều 10.2, 14.2", CONFLICT, "")


@pytest.mark.parametrize(
    "story,decider,who,vouchers,at,expected",
    [
        ("no hand in it: decides", HA, hands(), NONE, BOARD, None),
        ("wrote it, nobody vouched", HA, hands(HA), NONE, BOARD, TWO),
        ("edited it, nobody vouched", PHONG, hands(editors={LAN, PHONG}), NONE, BOARD, TWO),
        ("named as author only", HA, hands(LAN, authors={LAN, HA}), NONE, BOARD, TWO),
        ("a Member without a hand vouched", HA, hands(HA), frozenset({CUC}), BOARD, None),
        ("the Secretary vouched", PHONG, hands(editors={LAN, PHONG}), frozenset({SEN}), BOARD, None),
        ("the voucher has a hand in it himself", HA, hands(HA, editors={HA, CUC}), frozenset({CUC}), BOARD, TWO),
        ("a teacher's word is not the board's", HA, hands(HA), frozenset({KHOA}), BOARD, TWO),
        ("the voucher has left the board", HA, hands(HA), frozenset({CUC}), board(members=[DUNG]), TWO),
        ("his own word is not another's", HA, hands(HA), frozenset({HA}), BOARD, TWO),
        ("one good voucher among bad ones", HA, hands(HA, editors={HA, CUC}), frozenset({CUC, KHOA, SEN}), BOARD, None),
    ],
)
def test_two_people_answer_for_every_text(
    story: str, decider: int, who: Hands, vouchers: frozenset[int], at: Board, expected: object
) -> None:
    assert no(rules.may_decide(decider, who, vouchers, at)) == expected


@pytest.mark.parametrize("person,allowed", [(CUC, True), (SEN, True), (PHONG, True), (LAN, False), (KHOA, False), (TRI, False),
                                            (MINH, False), (DUNG, False)])  # fmt: skip
def test_only_a_board_member_without_a_hand_vouches(person: int, allowed: bool) -> None:
    told = no(rules.may_vouch(person, hands(editors={LAN, DUNG}), BOARD))
    assert told == (None if allowed else ("R-TWO-02", "Điều 10.2", FORBIDDEN, ""))


@pytest.mark.parametrize(
    "step,allowed", [(StepKind.LEADER, True), (StepKind.SECRETARY, False), (StepKind.MEMBER, False)]
)
def test_refusal_belongs_to_the_deciding_step(step: StepKind, allowed: bool) -> None:
    expected = None if allowed else ("R-REFUSE-01", "Điều 9.5, 12.7", FORBIDDEN, "")
    assert no(rules.may_refuse(step)) == expected


WHY = ("R-REASON-01", "Điều 9.5, 12.7", NOT_READY, "reason")
GROUND = ("R-REASON-02", "Điều 9.5", NOT_READY, "ground")


@pytest.mark.parametrize(
    "verb,reason,ground,expected",
    [
        (Verb.APPROVE, "", "", None), (Verb.VOUCH, "", "", None),
        (Verb.SEND_BACK, "", "", WHY), (Verb.SEND_BACK, " \n", "", WHY), (Verb.SEND_BACK, "Sai tên lớp", "", None),
        (Verb.REFER, "", "", None), (Verb.REFER, "Đúng ngày chưa?", "", None),
        (Verb.OPINION, "", "", WHY), (Verb.OPINION, "Đúng", "", None),
        (Verb.REFUSE, "", "law", WHY), (Verb.REFUSE, "Trùng bài", "", GROUND), (Verb.REFUSE, "Trùng bài", "vì", GROUND),
        (Verb.REFUSE, "Trùng bài", "duplicate", None),
        (Verb.PROPOSE_REFUSAL, "Trùng bài", "", GROUND), (Verb.PROPOSE_REFUSAL, "Trùng bài", "duplicate", None),
    ],
)  # fmt: skip
def test_saying_no_takes_a_reason_and_a_ground(verb: Verb, reason: str, ground: str, expected: object) -> None:
    assert no(rules.must_say_why(verb, reason, ground)) == expected


@pytest.mark.parametrize(
    "verb,remarks,expected",
    [
        (Verb.SEND_BACK, 0, WHY), (Verb.SEND_BACK, 1, None), (Verb.SEND_BACK, 3, None),
        (Verb.REFUSE, 3, WHY), (Verb.PROPOSE_REFUSAL, 3, WHY), (Verb.OPINION, 3, WHY),
    ],
)  # fmt: skip
def test_remarks_of_ones_own_say_why_a_text_is_sent_back_and_nothing_else(
    verb: Verb, remarks: int, expected: object
) -> None:
    assert no(rules.must_say_why(verb, "", "law", remarks=remarks)) == expected


@pytest.mark.parametrize("person,allowed", [(HA, True), (PHONG, True), (CUC, True), (DUNG, True), (SEN, True), (TRI, True),
                                            (MINH, False), (LAN, False), (VY, False)])  # fmt: skip
def test_the_board_and_the_administrator_take_down(person: int, allowed: bool) -> None:
    expected = None if allowed else ("R-DOWN-01", "Điều 8.1, 13.2", FORBIDDEN, "")
    assert no(rules.may_withdraw(person, BOARD, "privacy", "Lộ số điện thoại")) == expected


@pytest.mark.parametrize(
    "ground,reason,field", [("", "Lộ số", "ground"), ("vui", "Lộ số", "ground"), ("privacy", " ", "reason")]
)
def test_taking_down_takes_a_ground_and_a_reason(ground: str, reason: str, field: str) -> None:
    assert no(rules.may_withdraw(TRI, BOARD, ground, reason)) == ("R-DOWN-02", "Điều 8.1", NOT_READY, field)


OPEN = (State.DRAFT, State.SENT_BACK, State.REFUSED, State.WITHDRAWN, State.PUBLISHED)
E1 = ("R-EDIT-01", "Điều 12.2, 14.2", FORBIDDEN, "")
E2 = ("R-EDIT-02", "Điều 12.2, 14.2", FORBIDDEN, "")
E3 = ("R-EDIT-03", "Điều 14.2", CONFLICT, "")


@pytest.mark.parametrize(
    "person,state,holder,expected",
    [
        *((LAN, state, None, None) for state in OPEN), *((SEN, state, None, None) for state in OPEN),
        *((person, state, None, E1) for state in OPEN for person in (HA, PHONG, CUC, TRI, KHOA, VY)),
        (LAN, State.IN_REVIEW, None, E2), (SEN, State.IN_REVIEW, None, E2), (CUC, State.IN_REVIEW, HOLDER, None),
        (LAN, State.APPROVED, None, E3), (HA, State.APPROVED, None, E3), (CUC, State.APPROVED, HOLDER, E3),
    ],
)  # fmt: skip
def test_who_may_change_the_words(person: int, state: State, holder: Holder | None, expected: object) -> None:
    assert no(rules.may_edit(person, state, hands(), holder, BOARD, live=state is State.PUBLISHED)) == expected


@pytest.mark.parametrize("state", [State.IN_REVIEW, State.APPROVED, State.PUBLISHED])
def test_what_is_under_way_or_up_is_not_handed_in_again(state: State) -> None:
    assert no(rules.may_submit(LAN, state, hands(), BOARD)) == ("R-SUBMIT-02", "Điều 14.2", CONFLICT, "")


@pytest.mark.parametrize(
    "person,allowed", [(LAN, True), (SEN, True), (CUC, False), (HA, False), (KHOA, False), (TRI, False)]
)
def test_writers_and_the_secretary_hand_in(person: int, allowed: bool) -> None:
    expected = None if allowed else ("R-SUBMIT-01", "Điều 12.1, 14.2", FORBIDDEN, "")
    assert no(rules.may_submit(person, State.DRAFT, hands(), BOARD)) == expected


@pytest.mark.parametrize(
    "kind,posts,facts,allowed",
    [
        ("staff", NONE, PLANNED, True), ("collaborator", frozenset({CM}), PLANNED, True),
        ("collaborator", NONE, PLANNED, False),
        ("collaborator", frozenset({CM}), replace(PLANNED, audience=Audience.INTERNAL), False),
        ("parent", frozenset({CM}), PLANNED, False), ("pupil", NONE, PLANNED, False), ("reader", NONE, Facts(), False),
    ],
)  # fmt: skip
def test_a_collaborator_hands_in_only_in_his_field(
    kind: str, posts: frozenset[int], facts: Facts, allowed: bool
) -> None:
    expected = None if allowed else ("R-SUBMIT-03", "Điều 11.5, 12.2", FORBIDDEN, "section")
    assert no(rules.may_hand_in(kind, posts, facts)) == expected


@pytest.mark.parametrize("state", [State.DRAFT, State.SENT_BACK, State.REFUSED, State.PUBLISHED, State.WITHDRAWN])
def test_only_what_is_under_way_is_taken_back(state: State) -> None:
    assert no(rules.may_recall(LAN, state, hands(), BOARD)) == ("R-RECALL-02", "Điều 14.2", CONFLICT, "")


@pytest.mark.parametrize("person,allowed", [(LAN, True), (SEN, True), (HA, True), (CUC, False), (KHOA, False)])
def test_writers_the_secretary_and_who_let_it_up_take_back(person: int, allowed: bool) -> None:
    expected = None if allowed else ("R-RECALL-01", "Điều 12.2, 14.2", FORBIDDEN, "")
    assert no(rules.may_recall(person, State.APPROVED, hands(), BOARD)) == expected


def test_the_head_sends_back_what_is_in_review_and_recalls_it_not() -> None:
    refusal = ("R-RECALL-01", "Điều 12.2, 14.2", FORBIDDEN, "")
    assert no(rules.may_recall(HA, State.IN_REVIEW, hands(), BOARD)) == refusal


@pytest.mark.parametrize(
    "live,state", [(False, State.PUBLISHED), (True, State.DRAFT), (True, State.IN_REVIEW), (False, State.DRAFT)]
)
def test_only_what_is_up_and_not_being_changed_is_corrected(live: bool, state: State) -> None:
    told = no(rules.may_correct(LAN, hands(), BOARD, live=live, state=state))
    assert told == ("R-CORRECT-02", "Điều 12.3", CONFLICT, "")


@pytest.mark.parametrize(
    "person,allowed", [(LAN, True), (HA, True), (CUC, True), (SEN, True), (KHOA, False), (TRI, False)]
)
def test_its_writers_and_the_board_open_a_correction(person: int, allowed: bool) -> None:
    expected = None if allowed else ("R-CORRECT-01", "Điều 12.3", FORBIDDEN, "")
    assert no(rules.may_correct(person, hands(), BOARD, live=True, state=State.PUBLISHED)) == expected


@pytest.mark.parametrize(
    "person,state,hour,expected",
    [
        (SEN, State.IN_REVIEW, UNTIL, None), (HA, State.APPROVED, UNTIL, None), (PHONG, State.APPROVED, UNTIL, None),
        (LAN, State.DRAFT, UNTIL, None),
        (LAN, State.IN_REVIEW, UNTIL, ("R-SCHEDULE-01", "Điều 10.2, 12.1", FORBIDDEN, "")),
        (CUC, State.DRAFT, UNTIL, ("R-SCHEDULE-01", "Điều 10.2, 12.1", FORBIDDEN, "")),
        (HA, State.PUBLISHED, UNTIL, ("R-SCHEDULE-02", "Điều 14.2", CONFLICT, "at")),
        (HA, State.APPROVED, FROM, ("R-SCHEDULE-03", "Điều 12.1", NOT_READY, "at")),
        (HA, State.APPROVED, FROM.replace(year=2027, month=12, day=31), None),
        (HA, State.APPROVED, FROM.replace(year=2028, month=1, day=1), ("R-SCHEDULE-04", "Điều 12.1", NOT_READY, "at")),
    ],
)  # fmt: skip
def test_who_sets_the_hour(person: int, state: State, hour: object, expected: object) -> None:
    assert no(rules.may_schedule(person, hour, FROM, state, hands(), BOARD)) == expected  # type: ignore[arg-type]
    assert no(rules.may_schedule(HA, FROM - timedelta(1), FROM, State.APPROVED, hands(), BOARD)) is not None


@pytest.mark.parametrize(
    "person,to,holder,expected",
    [
        (SEN, CUC, None, None), (CUC, DUNG, HOLDER, None),
        (LAN, CUC, None, ("R-REFER-01", "Điều 12.4", FORBIDDEN, "")),
        (HA, CUC, None, ("R-REFER-01", "Điều 12.4", FORBIDDEN, "")),
        (SEN, None, None, ("R-REFER-02", "Điều 12.4", NOT_READY, "to")),
        (SEN, LAN, None, ("R-REFER-02", "Điều 12.4", NOT_READY, "to")),
    ],
)  # fmt: skip
def test_the_secretary_or_the_holder_asks_a_members_opinion(
    person: int, to: int | None, holder: Holder | None, expected: object
) -> None:
    assert no(rules.may_refer(person, to, holder, BOARD)) == expected


def test_offices_are_named_as_a_sentence_says_them() -> None:
    assert rules.office_names((Office.HEAD, Office.DEPUTY)) == "Trưởng ban hoặc Phó Trưởng ban"
