"""The routes of the regulation, written out by hand: Điều 10, 11, 12, 14, 15. Nothing here is computed by the code."""

from dataclasses import replace
from typing import Any

import pytest

from portal.approval.rules import Audience, Facts, Hands, Kind, Nature, route
from portal.people.rules import Board
from tests.approval.school import (
    AN,
    BOARD,
    CM,
    CUC,
    DD,
    DUNG,
    FROM,
    HA,
    HOA,
    KHOA,
    LAN,
    MINH,
    PHONG,
    PLANNED,
    QUY,
    SECOND,
    SEN,
    TRI,
    UNTIL,
    VP,
    VY,
    away,
    board,
    hands,
    paper,
    told,
)  # fmt: skip

INTERNAL = {"audience": Audience.INTERNAL}
REPOST, ADVERT = {"kind": Kind.REPOST}, {"kind": Kind.ADVERTISEMENT}
OUT_OF_PLAN = {"in_plan": False}
RECEIVED = {"received": True}
SIGNED = {"nature": Nature.SIGNED_PAPER}
URGENT = {"nature": Nature.URGENT_NOTICE, "in_plan": False}
COPY = {"nature": Nature.UNCHANGED_COPY, **INTERNAL}
WEEKLY = {"nature": Nature.WEEKLY_SCHEDULE, **INTERNAL}
ACTING = board(acting_heads={DUNG: "12/QĐ"}, members=[CUC])
ACTING_ALONE = board(heads=[], acting_heads={KHOA: "12/QĐ"})
NO_SECRETARY = board(secretaries=[])
SUBSTITUTE = away(SEN, substitutes=[KHOA])
TWO_MEMBERS = board(fields={CM: frozenset({CUC, HOA})}, members=[CUC, DUNG, HOA])


def correcting(row: int | None, **more: Any) -> dict[str, Any]:
    return {"nature": Nature.CORRECTION, "present_row": row, **more}


def delegated(to: int = CUC, at: Any = FROM, by: int = HA, **more: Any) -> Board:
    fields = more.pop("fields", None)
    return board(grants=paper(to, at, fields=fields, by=by), **more)


# what is told, facts other than "original, public, in plan, Chuyên môn", who wrote, the board, who hands in, the route
TABLE: list[tuple[str, dict[str, Any], Hands, Board, int | None, str]] = [
    # rows 1–3: the internal layer (Điều 15)
    ("the weekly schedule needs nobody", WEEKLY, hands(MINH), BOARD, None, "1"),
    ("the weekly schedule by the staff needs nobody", WEEKLY, hands(LAN), BOARD, None, "1"),
    ("a weekly schedule for everybody is an item like others", {**WEEKLY, "audience": Audience.PUBLIC}, hands(), BOARD, None,
     "8 M:cuc > L:ha phong"),
    ("an unchanged copy of an approved item needs nobody", COPY, hands(), BOARD, None, "2"),
    ("a copy made public again goes its way", {**COPY, "audience": Audience.PUBLIC}, hands(), BOARD, None,
     "8 M:cuc > L:ha phong"),
    ("internal news: Secretary, then the Head alone", INTERNAL, hands(), BOARD, None, "3 S:sen > L:ha"),
    ("internal and out of plan is still internal", {**INTERNAL, **OUT_OF_PLAN}, hands(), BOARD, None, "3 S:sen > L:ha"),
    ("an internal repost is internal", {**INTERNAL, **REPOST}, hands(), BOARD, None, "3 S:sen > L:ha"),
    ("internal news by a Member has no Member's step", INTERNAL, hands(CUC), BOARD, None, "3 S:sen > L:ha"),
    ("internal news by the Secretary: handing in is her step", INTERNAL, hands(SEN), BOARD, SEN, "3 S✓ > L:ha"),
    ("internal news by the Deputy: the Head", INTERNAL, hands(PHONG), BOARD, None, "3 S:sen > L:ha"),
    ("internal news by the Head stays the Head's", INTERNAL, hands(HA), BOARD, None, "3 S:sen > L:ha"),
    ("internal news under an urgent template is internal", {**URGENT, **INTERNAL}, hands(CUC), BOARD, None, "3 S:sen > L:ha"),
    ("internal news is not delegated", INTERNAL, hands(), delegated(), None, "3 S:sen > L:ha"),
    # row 4: repost, advertisement (Điều 14.2, 10.4)
    ("a repost: Secretary, then the Head alone", REPOST, hands(), BOARD, None, "4 S:sen > L:ha"),
    ("an advertisement: the same", ADVERT, hands(), BOARD, None, "4 S:sen > L:ha"),
    ("a repost out of plan is still a repost", {**REPOST, **OUT_OF_PLAN}, hands(), BOARD, None, "4 S:sen > L:ha"),
    ("a collaborator's repost is a repost", REPOST, hands(VY), BOARD, None, "4 S:sen > L:ha"),
    ("an advertisement received from its body", {**ADVERT, **RECEIVED}, hands(), BOARD, None, "4 S:sen > L:ha"),
    ("a repost by the field's Member", REPOST, hands(CUC), BOARD, None, "4 S:sen > L:ha"),
    ("a repost handed in by the Secretary", REPOST, hands(SEN), BOARD, SEN, "4 S✓ > L:ha"),
    ("a signed paper of another body is a repost", {**REPOST, **SIGNED}, hands(), BOARD, None, "4 S:sen > L:ha"),
    ("an urgent advertisement is an advertisement", {**URGENT, **ADVERT}, hands(CUC), BOARD, None, "4 S:sen > L:ha"),
    ("a repost is not delegated", REPOST, hands(), delegated(), None, "4 S:sen > L:ha"),
    ("a repost while someone is acting Head", REPOST, hands(), ACTING, None, "4 S:sen > L:ha dung+"),
    # row 5: out of plan (Điều 14.2)
    ("out of plan by staff: Member, Secretary, Head", OUT_OF_PLAN, hands(), BOARD, None, "5 M:cuc > S:sen > L:ha"),
    ("out of plan by a collaborator: no Member", OUT_OF_PLAN, hands(VY), BOARD, None, "5 S:sen > L:ha"),
    ("out of plan and received: no Member", {**OUT_OF_PLAN, **RECEIVED}, hands(), BOARD, None, "5 S:sen > L:ha"),
    ("out of plan, a collaborator edited it", OUT_OF_PLAN, hands(editors={LAN, VY}), BOARD, None, "5 S:sen > L:ha"),
    ("out of plan in a field without Member", {**OUT_OF_PLAN, "field": VP}, hands(), BOARD, None, "5 S:sen > L:ha"),
    ("out of plan without a field", {**OUT_OF_PLAN, "field": None}, hands(), BOARD, None, "5 S:sen > L:ha"),
    ("out of plan, the Member absent", OUT_OF_PLAN, hands(), away(CUC), None, "5 S:sen > L:ha"),
    ("out of plan by the field's Member: skipped, and said", OUT_OF_PLAN, hands(CUC), BOARD, None, "5 M– > S:sen > L:ha"),
    ("out of plan by another field's Member", OUT_OF_PLAN, hands(DUNG), BOARD, None, "5 M:cuc > S:sen > L:ha"),
    ("out of plan by the Secretary: the Member is still asked", OUT_OF_PLAN, hands(SEN), BOARD, SEN, "5 M:cuc > S✓ > L:ha"),
    ("out of plan by the Deputy: the Head", OUT_OF_PLAN, hands(PHONG), BOARD, None, "5 M:cuc > S:sen > L:ha"),
    ("out of plan by the Head: the Deputy is not competent", OUT_OF_PLAN, hands(HA), BOARD, None, "5 M:cuc > S:sen > L:ha"),
    ("out of plan is not delegated", OUT_OF_PLAN, hands(), delegated(), None, "5 M:cuc > S:sen > L:ha"),
    ("a signed paper out of plan: the first match wins", {**SIGNED, **OUT_OF_PLAN}, hands(), BOARD, None,
     "5 M:cuc > S:sen > L:ha"),
    # row 6: signed papers (Điều 14.2)
    ("a signed paper in plan: Secretary, then Head or Deputy", SIGNED, hands(), BOARD, None, "6 S:sen > L:ha phong"),
    ("a signed paper received from a unit", {**SIGNED, **RECEIVED}, hands(), BOARD, None, "6 S:sen > L:ha phong"),
    ("a signed paper handed in by the Secretary", SIGNED, hands(SEN), BOARD, SEN, "6 S✓ > L:ha phong"),
    ("a signed paper put in by the Deputy", SIGNED, hands(PHONG), BOARD, None, "6 S:sen > L:ha"),
    ("a signed paper is not delegated", SIGNED, hands(), delegated(), None, "6 S:sen > L:ha phong"),
    # row 7: collaborators, received items, fields without a Member on duty (Điều 14.2, 12.2)
    ("a collaborator's article", {}, hands(VY), BOARD, None, "7 S:sen > L:ha phong"),
    ("a teacher's article a collaborator also signed", {}, hands(authors={LAN, VY}), BOARD, None, "7 S:sen > L:ha phong"),
    ("a teacher's article a collaborator edited", {}, hands(editors={LAN, VY}), BOARD, None, "7 S:sen > L:ha phong"),
    ("a teacher's article a pupil also signed", {}, hands(authors={LAN, AN}), BOARD, None, "7 S:sen > L:ha phong"),
    ("a Member's article a collaborator also signed", {}, hands(CUC, authors={CUC, VY}), BOARD, None, "7 S:sen > L:ha phong"),
    ("an article received from a unit", RECEIVED, hands(), BOARD, None, "7 S:sen > L:ha phong"),
    ("received and put in by the Secretary", RECEIVED, hands(SEN), BOARD, SEN, "7 S✓ > L:ha phong"),
    ("a field without a Member", {"field": VP}, hands(), BOARD, None, "7 S:sen > L:ha phong"),
    ("no field at all", {"field": None}, hands(), BOARD, None, "7 S:sen > L:ha phong"),
    ("the field's only Member is absent", {}, hands(), away(CUC), None, "7 S:sen > L:ha phong"),
    ("the field's only Member is suspended", {}, hands(), board(fields={}, members=[DUNG]), None, "7 S:sen > L:ha phong"),
    ("a collaborator's article and an absent Deputy", {}, hands(VY), away(PHONG), None, "7 S:sen > L:ha"),
    ("a received item written down by the Deputy", RECEIVED, hands(PHONG), BOARD, None, "7 S:sen > L:ha"),
    ("a received item written down by the Head", RECEIVED, hands(HA), BOARD, None, "7 S:sen > L:phong"),
    # row 8: original, in plan, by staff, a Member on duty (Điều 14.2, 11.2, 11.3)
    ("a teacher's article", {}, hands(), BOARD, None, "8 M:cuc > L:ha phong"),
    ("in the other Member's field", {"field": DD}, hands(), BOARD, None, "8 M:dung > L:ha phong"),
    ("two teachers together", {}, hands(LAN, authors={LAN, KHOA}), BOARD, None, "8 M:cuc > L:ha phong"),
    ("two Members in the field: either", {}, hands(), TWO_MEMBERS, None, "8 M:cuc hoa > L:ha phong"),
    ("one of two Members absent: the other", {}, hands(), replace(TWO_MEMBERS, away=frozenset({CUC})), None,
     "8 M:hoa > L:ha phong"),
    ("by the field's Member: skipped, and said", {}, hands(CUC), BOARD, None, "8 M– > L:ha phong"),
    ("the field's Member among those who wrote", {}, hands(LAN, authors={LAN, CUC}, editors={LAN, CUC}), BOARD, None,
     "8 M– > L:ha phong"),
    ("the field's Member named by another, without a hand", {}, hands(LAN, authors={LAN, CUC}), BOARD, None,
     "8 M:cuc > L:ha phong"),
    ("the field's Member edited it: his step stays", {}, hands(editors={LAN, CUC}), BOARD, None, "8 M:cuc > L:ha phong"),
    ("by another field's Member", {}, hands(DUNG), BOARD, None, "8 M:cuc > L:ha phong"),
    ("by the Secretary: row 8 has no step of hers", {}, hands(SEN), BOARD, SEN, "8 M:cuc > L:ha phong"),
    ("by the Deputy: the Head decides", {}, hands(PHONG), BOARD, None, "8 M:cuc > L:ha"),
    ("by the Head: the Deputy decides", {}, hands(HA), BOARD, None, "8 M:cuc > L:phong"),
    ("by the Head, no Deputy there: two persons, he decides", {}, hands(HA), away(PHONG), None, "8 M:cuc > L:ha"),
    ("by the Head, who also signs with the Deputy", {}, hands(HA, authors={HA, PHONG}), BOARD, None, "8 M:cuc > L:ha"),
    ("edited by the Head: he stays, and will need a voucher", {}, hands(editors={LAN, HA}), BOARD, None,
     "8 M:cuc > L:ha phong"),
    ("by the administrator", {}, hands(TRI), BOARD, None, "8 M:cuc > L:ha phong"),
    ("by the Principal", {}, hands(MINH), BOARD, None, "8 M:cuc > L:ha phong"),
    ("no Deputy appointed", {}, hands(), board(deputies=[]), None, "8 M:cuc > L:ha"),
    # who leads (Điều 7, 10)
    ("acting Head beside the Head", {}, hands(), ACTING, None, "8 M:cuc > L:ha dung+ phong"),
    ("acting Head alone", {}, hands(), ACTING_ALONE, None, "8 M:cuc > L:khoa+ phong"),
    ("acting Head alone, internal", INTERNAL, hands(), ACTING_ALONE, None, "3 S:sen > L:khoa+"),
    ("the acting Head writes: the Deputy", {}, hands(KHOA), ACTING_ALONE, None, "8 M:cuc > L:phong"),
    ("the Head writes beside an acting Head", INTERNAL, hands(HA), ACTING, None, "3 S:sen > L:ha dung+"),
    ("the office of Head is vacant: the Deputy where competent", {}, hands(), board(heads=[]), None, "8 M:cuc > L:phong"),
    ("the office of Head is vacant: nothing passes down", INTERNAL, hands(), board(heads=[]), None, "3 S:sen > L:"),
    # the Secretary's step (Điều 12)
    ("the Secretary absent, a substitute named", {}, hands(VY), SUBSTITUTE, None, "7 S:khoa~ > L:ha phong"),
    ("the Secretary absent, her substitute too", {}, hands(VY), away(SEN, KHOA, substitutes=[KHOA]), None,
     "7 S:ha > L:ha phong"),
    ("the Secretary absent, nobody named: the Head", {}, hands(VY), away(SEN), None, "7 S:ha > L:ha phong"),
    ("no Secretary: the Head", {}, hands(VY), NO_SECRETARY, None, "7 S:ha > L:ha phong"),
    ("no Secretary, internal: the Head holds both", INTERNAL, hands(), NO_SECRETARY, None, "3 S:ha > L:ha"),
    ("no Secretary: the acting Head", INTERNAL, hands(), replace(ACTING_ALONE, secretaries=frozenset()), None,
     "3 S:khoa+ > L:khoa+"),
    ("two Secretaries, one absent", {}, hands(VY), away(SEN, secretaries=[SEN, QUY]), None, "7 S:quy > L:ha phong"),
    ("handing in by an absent Secretary is not her step", {}, hands(VY), away(SEN), SEN, "7 S:ha > L:ha phong"),
    ("handing in by a teacher is nobody's step", {}, hands(VY), BOARD, LAN, "7 S:sen > L:ha phong"),
    # delegation, to the second (Điều 10.2, 11.2)
    ("delegated, one second before", {}, hands(), delegated(at=FROM - SECOND), None, "8 M:cuc > L:ha phong"),
    ("delegated, from its first second", {}, hands(), delegated(at=FROM), None, "8 M:cuc > L:ha phong cuc@"),
    ("delegated, one second after the first", {}, hands(), delegated(at=FROM + SECOND), None, "8 M:cuc > L:ha phong cuc@"),
    ("delegated, in its last second", {}, hands(), delegated(at=UNTIL - SECOND), None, "8 M:cuc > L:ha phong cuc@"),
    ("delegated, at its end", {}, hands(), delegated(at=UNTIL), None, "8 M:cuc > L:ha phong"),
    ("delegated, one second after its end", {}, hands(), delegated(at=UNTIL + SECOND), None, "8 M:cuc > L:ha phong"),
    ("delegated: a collaborator's article too", {}, hands(VY), delegated(), None, "7 S:sen > L:ha phong cuc@"),
    ("delegated: a received article too", RECEIVED, hands(), delegated(), None, "7 S:sen > L:ha phong cuc@"),
    ("delegated in another field only", {}, hands(), delegated(fields={DD}), None, "8 M:cuc > L:ha phong"),
    ("delegated to another Member for this field", {}, hands(), delegated(DUNG), None, "8 M:cuc > L:ha phong dung@"),
    ("delegated, but it is his own text", {}, hands(CUC), delegated(), None, "8 M– > L:ha phong"),
    ("delegated, he is one of the authors", {}, hands(LAN, authors={LAN, CUC}, editors={LAN, CUC}), delegated(), None,
     "8 M– > L:ha phong"),
    ("delegated, named by another as author", {}, hands(LAN, authors={LAN, CUC}), delegated(), None,
     "8 M:cuc > L:ha phong"),
    ("delegated, he only edited", {}, hands(editors={LAN, CUC}), delegated(), None, "8 M:cuc > L:ha phong cuc@"),
    ("delegated, but he is absent", {}, hands(), replace(delegated(), away=frozenset({CUC})), None, "7 S:sen > L:ha phong"),
    ("delegated, the Head wrote it: the Deputy", {}, hands(HA), delegated(DUNG), None, "8 M:cuc > L:phong"),
    ("delegated by the acting Head", {}, hands(), delegated(by=DUNG, heads=[], acting_heads={DUNG: "12/QĐ"}, members=[CUC]), None,
     "8 M:cuc > L:dung+ phong cuc@"),
    # row 9: urgent notices (Điều 10.2)
    ("an urgent notice by a Member: a leader at once", URGENT, hands(CUC), BOARD, None, "9 L:ha phong"),
    ("an urgent notice by the Secretary", URGENT, hands(SEN), BOARD, SEN, "9 L:ha phong"),
    ("an urgent notice by the Deputy: the Head", URGENT, hands(PHONG), BOARD, None, "9 L:ha"),
    ("an urgent notice by the Head: the Deputy", URGENT, hands(HA), BOARD, None, "9 L:phong"),
    ("an urgent notice is not delegated", URGENT, hands(DUNG), delegated(), None, "9 L:ha phong"),
    ("an urgent notice by a teacher goes every text's way", URGENT, hands(LAN), BOARD, None, "5 M:cuc > S:sen > L:ha"),
    ("an urgent notice by a collaborator too", URGENT, hands(VY), BOARD, None, "5 S:sen > L:ha"),
    ("a teacher among its authors", URGENT, hands(CUC, authors={CUC, LAN}), BOARD, None, "5 M– > S:sen > L:ha"),
    # row 10: corrections (Điều 12.3)
    ("a correction of row 8: Secretary, Head or Deputy", correcting(8), hands(), BOARD, None, "10 S:sen > L:ha phong"),
    ("a correction of row 7", correcting(7), hands(VY), BOARD, None, "10 S:sen > L:ha phong"),
    ("a correction of row 6", correcting(6), hands(), BOARD, None, "10 S:sen > L:ha phong"),
    ("a correction of row 9", correcting(9), hands(CUC), BOARD, None, "10 S:sen > L:ha phong"),
    ("a correction of internal news: the Head", correcting(3, **INTERNAL), hands(), BOARD, None, "10 S:sen > L:ha"),
    ("a correction of a repost: the Head", correcting(4, **REPOST), hands(), BOARD, None, "10 S:sen > L:ha"),
    ("a correction of row 5: the Head", correcting(5, **OUT_OF_PLAN), hands(), BOARD, None, "10 S:sen > L:ha"),
    ("row 5, now claimed in plan: still the Head", correcting(5), hands(), BOARD, None, "10 S:sen > L:ha"),
    ("row 8, now an advertisement: the Head", correcting(8, **ADVERT), hands(), BOARD, None, "10 S:sen > L:ha"),
    ("row 8, now out of plan: the Head", correcting(8, **OUT_OF_PLAN), hands(), BOARD, None, "10 S:sen > L:ha"),
    ("a correction by the Secretary: handing in is her step", correcting(8), hands(SEN), BOARD, SEN, "10 S✓ > L:ha phong"),
    ("a correction by the Deputy", correcting(8), hands(LAN, authors={LAN, PHONG}), BOARD, None, "10 S:sen > L:ha"),
    ("a correction of row 8 under delegation", correcting(8), hands(), delegated(), None, "10 S:sen > L:ha phong cuc@"),
    ("a correction of row 6 is not delegated", correcting(6), hands(), delegated(), None, "10 S:sen > L:ha phong"),
]  # fmt: skip


@pytest.mark.parametrize("facts,who,at,submitter,expected", [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_the_route_is_the_regulations(
    facts: dict[str, Any], who: Hands, at: Board, submitter: int | None, expected: str
) -> None:
    assert told(route(replace(PLANNED, **facts), who, at, submitter=submitter)).strip() == expected


def test_every_story_is_told_once() -> None:
    assert len({row[0] for row in TABLE}) == len(TABLE) > 100


@pytest.mark.parametrize(
    "row,clause",
    [(1, "Điều 15.2"), (2, "Điều 15.1"), (3, "Điều 15.2"), (4, "Điều 14.2, 10.4"), (5, "Điều 14.2"), (6, "Điều 14.2"),
     (7, "Điều 14.2, 12.2"), (8, "Điều 14.2, 11.2, 11.3"), (9, "Điều 10.2"), (10, "Điều 12.3")],
)  # fmt: skip
def test_a_route_names_its_rule_its_clause_and_says_why(row: int, clause: str) -> None:
    found = route(PLANNED, hands(), BOARD, pinned=row)
    assert (found.rule, found.clause, bool(found.why)) == (f"R-ROUTE-{row:02d}", clause, True)


@pytest.mark.parametrize("facts", [{}, OUT_OF_PLAN])
def test_after_one_working_day_the_secretary_may_take_the_members_step_over(facts: dict[str, Any]) -> None:
    step = route(replace(PLANNED, **facts), hands(), BOARD, member_waited=True).steps[0]
    assert [(h.person, h.office.value, h.clause) for h in step.holders] == [
        (CUC, "member", "Điều 11.3, 14.2"), (SEN, "secretary", "Điều 12.4"),
    ]  # fmt: skip


@pytest.mark.parametrize("who,at", [(hands(SEN), BOARD), (hands(), away(SEN))], ids=["her own text", "absent"])
def test_the_secretary_takes_no_step_over_on_her_own_text_or_while_absent(who: Hands, at: Board) -> None:
    assert told(route(PLANNED, who, at, member_waited=True)) == "8 M:cuc > L:ha phong"


def test_steps_already_passed_keep_their_row_when_people_come_and_go() -> None:
    assert told(route(PLANNED, hands(VY), BOARD, pinned=8)) == "8 M:cuc > L:ha phong"
    assert told(route(PLANNED, hands(), away(CUC), pinned=5)) == "5 S:sen > L:ha"


def test_records_show_the_capacity() -> None:
    delegate = route(PLANNED, hands(), delegated()).steps[1].holder(CUC)
    assert delegate is not None
    assert (delegate.acting_for, delegate.grant, delegate.number) == (HA, 1, "05/UN-BBT")
    acting = route(PLANNED, hands(), ACTING_ALONE).steps[1].holder(KHOA)
    assert acting is not None
    assert (acting.office.value, acting.number, acting.acting_for) == ("acting_head", "12/QĐ", None)
    substitute = route(replace(PLANNED, field=VP), hands(), SUBSTITUTE).steps[0].holder(KHOA)
    assert substitute is not None
    assert (substitute.office.value, substitute.acting_for) == ("secretary", SEN)


def test_whoever_holds_a_step_twice_acts_in_his_own_office() -> None:
    """A Deputy who also has the Head's paper decides as Deputy."""
    at = delegated(PHONG, members=[CUC, DUNG, PHONG])
    held = route(Facts(in_plan=True, field=CM), hands(), at).steps[1].holder(PHONG)
    assert held is not None
    assert (held.office.value, held.acting_for) == ("deputy", None)
    assert CM in at.grants[0].fields
    assert DD not in at.grants[0].fields
