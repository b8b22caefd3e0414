"""Personnel proposals: who proposes whom, the Principal's answer by a decision or with a reason, one paper with all it does."""

from datetime import date, timedelta
from typing import Any

import pytest

from portal.base import journal
from portal.people import actions, offices
from portal.people.models import Appointment, Decision, Person, PersonnelProposal
from portal.people.rules import OF_THE_BOARD, Board, Change, Office, may_propose_personnel
from portal.people.rules.board import OFFICE_NAMES
from tests.cast import NOW, Cast
from tests.people.signing import signed_in
from tests.people.test_offices import DAY, last_line, refused
from tests.people.test_screens import text

TODAY = NOW.replace(hour=0)


def propose(cast: Cast, person: Person | None = None, **more: Any) -> PersonnelProposal:
    words = {"office": Office.MEMBER, "change": Change.APPOINT, "note": "Viết đều.", "by": cast.ha, "at": NOW,
             "channel": "test", **more}  # fmt: skip
    return actions.propose_personnel(person or cast.lan, **words)


def issue(cast: Cast, *lines: actions.Line, **more: Any) -> Decision:
    words = {"number": "40/QĐ", "signed_on": NOW.date(), "signer": "Nguyễn Mậu Minh", "subject": "Kiện toàn Ban",
             "by": cast.minh, "at": NOW, "channel": "test", **more}  # fmt: skip
    return actions.issue_decision(lines=lines, **words)


def line(person: Person, office: Office = Office.MEMBER, change: Change = Change.APPOINT, **more: Any) -> actions.Line:
    return actions.Line(change, person, office, **{"starts": TODAY, **more})


HEAD, ADMIN, OTHER = 1, 2, 3
BOARD = Board(heads=frozenset({HEAD}), sysadmins=frozenset({ADMIN}), secretaries=frozenset({OTHER}))


@pytest.mark.parametrize("office", list(OFFICE_NAMES))
def test_the_head_proposes_for_the_board_the_administrator_for_his_own_kind_and_others_not(office: str) -> None:
    """R-PERSONNEL-01."""
    said = [may_propose_personnel(BOARD, who, Office(office)) is None for who in (HEAD, ADMIN, OTHER)]
    assert said == [office in OF_THE_BOARD, office == Office.SYSADMIN, False]


def test_nothing_changes_before_the_principal_answers(cast: Cast) -> None:
    row = propose(cast)
    assert (row.state, cast.lan.pk in offices.board(NOW).members) == ("proposed", False)
    told = [(one.verb, one.office, one.clause, one.reason, one.actor_id) for one in journal.lines_of(row)]
    assert told == [("personnel_propose", "head", "Điều 10.3", "Viết đều.", cast.ha.pk)]


def test_who_may_propose(cast: Cast) -> None:
    for name in ("minh", "phong", "cuc", "sen", "lan", "vy"):
        assert refused(propose, cast, by=getattr(cast, name)) == [("R-PERSONNEL-01", "forbidden")]
    assert refused(propose, cast, by=cast.tri) == [("R-PERSONNEL-01", "forbidden")]
    assert propose(cast, by=cast.tri, office=Office.SYSADMIN).proposed_as == "sysadmin"
    assert last_line().clause == "Điều 13.9"
    assert refused(propose, cast, office=Office.PRINCIPAL) == [("R-PERSONNEL-01", "not_ready")]


def test_an_acting_head_proposes_too(cast: Cast) -> None:
    actions.name_acting_head(cast.phong, decision=Decision.objects.get(), starts=NOW, ends=NOW + DAY, by=cast.minh, at=NOW,
                             channel="test")  # fmt: skip
    assert propose(cast, by=cast.phong).proposed_as == "acting_head"


def test_what_is_proposed_must_make_sense(cast: Cast) -> None:
    assert refused(propose, cast, cast.vy) == [("R-OFFICE-03", "not_ready")]
    assert refused(propose, cast, cast.cuc) == [("R-PERSONNEL-04", "conflict")]
    assert refused(propose, cast, change=Change.RELEASE) == [("R-PERSONNEL-04", "conflict")]
    assert refused(propose, cast, note=" ") == [("R-PERSONNEL-07", "not_ready")]
    propose(cast)
    assert refused(propose, cast) == [("R-PERSONNEL-03", "conflict")]


def test_the_answer_is_a_decision_that_gives_the_office(cast: Cast) -> None:
    row = propose(cast)
    paper = issue(cast, line(cast.lan), answers=row)
    row.refresh_from_db()
    assert (row.state, row.decision, row.answered_by) == ("accepted", paper, cast.minh)
    assert cast.lan.pk in offices.board(NOW).members
    verbs = [(one.verb, one.office) for one in journal.lines_of(row)]
    assert verbs == [("personnel_propose", "head"), ("personnel_accept", "principal")]
    assert refused(issue, cast, line(cast.khoa), answers=row, number="41/QĐ") == [("R-PERSONNEL-05", "conflict")]


def test_a_decision_that_names_nobody_answers_nothing(cast: Cast) -> None:
    row = propose(cast)
    assert refused(issue, cast, answers=row) == [("R-OFFICE-09", "not_ready")]
    assert (Decision.objects.filter(number="40/QĐ").count(), PersonnelProposal.objects.get().state) == (0, "proposed")


def test_the_principal_declines_with_a_reason(cast: Cast) -> None:
    row = propose(cast)
    about: dict[str, Any] = {"at": NOW, "channel": "test"}
    assert refused(actions.decline_personnel, row, reason="Đủ người.", by=cast.ha, **about) == [
        ("R-OFFICE-01", "forbidden")
    ]
    assert refused(actions.decline_personnel, row, reason="", by=cast.minh, **about) == [
        ("R-PERSONNEL-08", "not_ready")
    ]
    actions.decline_personnel(row, reason="Đủ người.", by=cast.minh, **about)
    row.refresh_from_db()
    assert (row.state, row.answer, last_line().verb, last_line().reason) == (
        "declined", "Đủ người.", "personnel_decline", "Đủ người.",
    )  # fmt: skip
    assert refused(actions.decline_personnel, row, reason="x", by=cast.minh, **about) == [
        ("R-PERSONNEL-05", "conflict")
    ]


def test_only_who_proposed_takes_it_back_while_it_waits(cast: Cast) -> None:
    row = propose(cast)
    about: dict[str, Any] = {"at": NOW, "channel": "test"}
    assert refused(actions.take_back_personnel, row, by=cast.minh, **about) == [("R-PERSONNEL-06", "forbidden")]
    actions.take_back_personnel(row, by=cast.ha, **about)
    assert refused(actions.take_back_personnel, row, by=cast.ha, **about) == [("R-PERSONNEL-05", "conflict")]
    assert propose(cast).state == "proposed"  # thought better of it again


def test_one_paper_appoints_and_releases_all_or_nothing(cast: Cast) -> None:
    wrong = [line(cast.lan), line(cast.cuc)]  # Cúc is a Member already
    with pytest.raises(Exception) as no:  # noqa: PT011
        issue(cast, *wrong)
    assert [(one.rule, one.field) for one in no.value.refusals] == [("R-OFFICE-04", "1.starts")]  # type: ignore[attr-defined]
    assert (Decision.objects.filter(number="40/QĐ").count(), Appointment.objects.filter(person=cast.lan).count()) == (
        0,
        0,
    )
    issue(
        cast,
        line(cast.lan),
        line(cast.cuc, change=Change.RELEASE),
        line(cast.khoa, Office.DEPUTY, ends=TODAY + 5 * DAY),
    )
    board = offices.board(NOW)
    assert (cast.lan.pk in board.members, cast.cuc.pk in board.members, cast.khoa.pk in board.deputies) == (
        True,
        False,
        True,
    )


def test_a_release_of_today_holds_from_this_minute_a_later_one_from_its_morning(cast: Cast) -> None:
    issue(cast, line(cast.cuc, change=Change.RELEASE))
    issue(cast, line(cast.dung, change=Change.RELEASE, starts=TODAY + 2 * DAY), number="41/QĐ")
    ends = dict(Appointment.objects.filter(office="member").values_list("person__username", "ends"))
    assert ends == {"cuc": NOW, "dung": TODAY + 2 * DAY}


def test_only_what_is_held_can_be_ended_and_never_backwards(cast: Cast) -> None:
    assert refused(issue, cast, line(cast.lan, change=Change.RELEASE)) == [("R-OFFICE-10", "not_ready")]
    assert refused(issue, cast, line(cast.cuc, change=Change.RELEASE, starts=TODAY - DAY)) == [
        ("R-TERM-04", "not_ready")
    ]
    assert refused(issue, cast, line(cast.lan), by=cast.ha) == [("R-OFFICE-01", "forbidden")]


def sent(cast: Cast, *people: tuple[Person, str], **more: Any) -> dict[str, Any]:
    typed: dict[str, Any] = {"number": "40/QĐ", "signed_on": "2026-11-16", "signer": "Nguyễn Mậu Minh",
                             "subject": "Kiện toàn Ban", "so_dong": len(people), **more}  # fmt: skip
    for place, (person, office) in enumerate(people):
        typed |= {
            f"nguoi-{place}-person": person.pk,
            f"nguoi-{place}-office": office,
            f"nguoi-{place}-starts": "2026-11-16",
        }
    return typed


def test_the_principal_writes_a_whole_paper_in_one_go(cast: Cast) -> None:
    minh = signed_in(cast, "minh")
    page = minh.post("/nhan-su/quyet-dinh/moi/", sent(cast, (cast.lan, "member"), (cast.khoa, "deputy")), follow=True)
    assert ("Ủy viên: Hoàng Lan" in text(page), "Phó Trưởng ban: Đặng Khoa" in text(page)) == (True, True)
    assert Decision.objects.get(number="40/QĐ").signed_on == date(2026, 11, 16)


def test_a_refused_line_stands_at_its_place_and_nothing_typed_is_lost(cast: Cast) -> None:
    typed = sent(cast, (cast.lan, "member"), (cast.cuc, "member"), subject="Kiện toàn lần hai")
    page = signed_in(cast, "minh").post("/nhan-su/quyet-dinh/moi/", typed)
    form = page.context["screen"].asks[0].form
    assert page.status_code == 409
    assert [line.errors for line in form.lines] == [
        {}, {"starts": ["Người này đã giữ chức ấy. Hãy ghi thôi chức trước, hoặc chọn ngày khác. (Điều 7)"]},
    ]  # fmt: skip
    words = page.content.decode()
    assert ('value="Kiện toàn lần hai"' in words, f'value="{cast.lan.pk}" selected' in words) == (True, True)
    assert Decision.objects.filter(number="40/QĐ").count() == 0


def test_another_line_is_added_without_losing_or_judging_anything(cast: Cast) -> None:
    typed = sent(cast, (cast.lan, "member"), number="", do="them")
    page = signed_in(cast, "minh").post("/nhan-su/quyet-dinh/moi/", typed)
    form = page.context["screen"].asks[0].form
    assert (page.status_code, len(form.lines), form.is_bound) == (200, 2, False)
    words = page.content.decode()
    assert (f'value="{cast.lan.pk}" selected' in words, "Thầy/cô chưa điền" in words) == (True, False)


def test_half_a_line_is_asked_for_and_an_empty_one_is_none(cast: Cast) -> None:
    minh = signed_in(cast, "minh")
    half = minh.post("/nhan-su/quyet-dinh/moi/", sent(cast) | {"so_dong": "1", "nguoi-0-office": "member"})
    assert [set(line.errors) for line in half.context["screen"].asks[0].form.lines] == [{"person", "starts"}]
    assert minh.post("/nhan-su/quyet-dinh/moi/", sent(cast) | {"so_dong": "2"}).status_code == 302


def test_from_the_proposal_to_the_answer_on_screen(cast: Cast) -> None:
    ha, minh = signed_in(cast, "ha"), signed_in(cast, "minh")
    typed = {"change": "appoint", "person": cast.lan.pk, "office": "member", "note": "Viết đều."}
    assert ha.post("/nhan-su/de-xuat/", typed).status_code == 302
    row = PersonnelProposal.objects.get()
    assert "Bổ nhiệm Hoàng Lan làm Ủy viên" in text(minh.get("/nhan-su/"))
    page = minh.get(f"/nhan-su/quyet-dinh/moi/?de-xuat={row.pk}")
    first = page.context["screen"].asks[0].form.lines[0].initial
    assert (first["person"], first["office"], first["change"]) == (cast.lan.pk, "member", "appoint")
    answer = sent(cast, (cast.lan, "member")) | {"de-xuat": row.pk}
    assert "trả lời đề xuất" in text(minh.post("/nhan-su/quyet-dinh/moi/", answer, follow=True))
    assert "Quyết định số 40/QĐ" in text(ha.get("/nhan-su/de-xuat/"))
    assert minh.get("/nhan-su/quyet-dinh/moi/?de-xuat=99999").status_code == 404


def test_a_proposal_about_a_colleague_is_not_for_the_colleague_to_read(cast: Cast) -> None:
    """R-PERSONNEL-02."""
    propose(cast, cast.cuc, change=Change.RELEASE, note="Hay vắng.")
    seen = {name: "Hay vắng." in text(signed_in(cast, name).get("/nhan-su/")) for name in ("minh", "cuc", "sen", "lan")}
    assert seen == {"minh": True, "cuc": False, "sen": False, "lan": False}
    assert "Hay vắng." not in text(signed_in(cast, "cuc").get("/nhan-su/cuc/"))
    assert signed_in(cast, "cuc").get("/nhan-su/de-xuat/").status_code == 403


def test_each_person_at_his_time_the_register_says_who_when_and_what_answer(cast: Cast) -> None:
    row = propose(cast, at=NOW - timedelta(days=1))
    actions.decline_personnel(row, reason="Đủ người.", by=cast.minh, at=NOW, channel="test")
    words = text(signed_in(cast, "ha").get("/nhan-su/de-xuat/"))
    assert "Trần Thu Hà, Trưởng ban, đề xuất lúc 08:00, 15/11/2026" in words
    assert "Nguyễn Mậu Minh trả lời lúc 08:00, 16/11/2026 · Đủ người." in words
