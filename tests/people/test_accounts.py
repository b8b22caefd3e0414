"""Collaborators proposed and accepted; rights withdrawn at once and given back."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from portal.base import journal, queue
from portal.base.models import JournalEntry
from portal.news import queries as news
from portal.people import actions, offices, tokens
from portal.people.models import CollaboratorPost, CollaboratorProposal, FieldAssignment, Person, Suspension
from tests.cast import NOW, PASSWORD, Cast
from tests.people.test_offices import DAY, SECOND, last_line, refused

BACKEND = "django.contrib.auth.backends.ModelBackend"


def propose(cast: Cast, **more: Any) -> CollaboratorProposal:
    words = {"field": cast.fields["cm"], "full_name": "Đinh Thị Mơ", "email": "mo@thu.vn", "username": "mo",
             "note": "Viết hay.", "by": cast.cuc, "at": NOW, "channel": "test", **more}  # fmt: skip
    return actions.propose_collaborator(**words)


def accept(cast: Cast, proposal: CollaboratorProposal, **more: Any) -> CollaboratorPost:
    return actions.accept_collaborator(proposal, **{"by": cast.ha, "at": NOW, "channel": "test", **more})


def test_nothing_opens_before_the_heads_tap_and_everything_with_it(cast: Cast) -> None:
    proposal = propose(cast)
    assert Person.objects.filter(email="mo@thu.vn").count() == 0
    post = accept(cast, proposal)
    person = post.person
    assert (person.username, person.full_name, person.kind, person.has_usable_password()) == (
        "mo", "Đinh Thị Mơ", "collaborator", False,
    )  # fmt: skip
    assert offices.posts(person, NOW) == {cast.fields["cm"].pk}
    assert [(line.verb, line.office, line.clause) for line in journal.lines_of(person)] == [
        ("account_open", "", "Điều 10.4"), ("collaborator_accept", "head", "Điều 10.4, 11.5"),
    ]  # fmt: skip
    assert [(line.verb, line.office) for line in journal.lines_of(proposal)] == [("collaborator_propose", "member")]


def test_the_invitation_carries_a_link_that_sets_the_password_once(cast: Cast) -> None:
    person = accept(cast, propose(cast)).person
    queue.run_due(NOW)
    (letter,) = mail.outbox
    assert letter.to == ["mo@thu.vn"]
    (path,) = re.findall(r"http://testserver(\S+key/\S+)", letter.body)
    client = Client()
    page = client.get(path, follow=True)
    client.post(page.request["PATH_INFO"], {"password1": "mot-cau-that-dai", "password2": "mot-cau-that-dai"})
    person.refresh_from_db()
    assert person.check_password("mot-cau-that-dai")
    assert "Đường dẫn không còn dùng được" in Client().get(path, follow=True).content.decode()


def test_a_taken_username_gets_a_number_and_an_empty_one_comes_from_the_name(cast: Cast) -> None:
    assert accept(cast, propose(cast, username="vy")).person.username == "vy2"
    assert accept(cast, propose(cast, username="", email="b@thu.vn")).person.username == "dinhthimo"


def test_a_collaborator_taken_on_by_a_second_field_keeps_one_account(cast: Cast) -> None:
    first = accept(cast, propose(cast)).person
    second = accept(cast, propose(cast, by=cast.dung, field=cast.fields["dd"])).person
    assert (first, offices.posts(first, NOW)) == (second, {cast.fields["cm"].pk, cast.fields["dd"].pk})


def test_who_may_propose_accept_and_decline(cast: Cast) -> None:
    for name in ("ha", "phong", "dung", "sen", "tri", "minh", "lan"):
        assert refused(propose, cast, by=getattr(cast, name)) == [("R-COLLAB-01", "forbidden")]
    proposal = propose(cast)
    words: dict[str, Any] = {"at": NOW, "channel": "test"}
    for name in ("cuc", "phong", "sen", "tri", "minh"):
        by = getattr(cast, name)
        assert refused(accept, cast, proposal, by=by) == [("R-OFFICE-02", "forbidden")]
        assert refused(actions.decline_collaborator, proposal, reason="Đủ người.", by=by, **words) == [
            ("R-OFFICE-02", "forbidden")
        ]


def test_a_proposal_is_decided_once_and_declined_with_a_reason(cast: Cast) -> None:
    words: dict[str, Any] = {"by": cast.ha, "at": NOW, "channel": "test"}
    proposal = propose(cast)
    assert refused(propose, cast) == [("R-COLLAB-06", "conflict")]
    assert refused(actions.decline_collaborator, proposal, reason="", **words) == [("R-COLLAB-07", "not_ready")]
    actions.decline_collaborator(proposal, reason="Lĩnh vực đã đủ người.", **words)
    assert (last_line().verb, last_line().reason) == ("collaborator_decline", "Lĩnh vực đã đủ người.")
    assert refused(accept, cast, proposal) == [("R-COLLAB-03", "conflict")]


def test_an_address_of_the_staff_is_not_made_a_collaborator(cast: Cast) -> None:
    assert refused(propose, cast, email=cast.lan.email.upper()) == [("R-COLLAB-02", "not_ready")]


def test_no_account_opens_where_no_member_answers_for_the_field(cast: Cast) -> None:
    proposal = propose(cast)
    actions.end_field(FieldAssignment.objects.get(field=cast.fields["cm"]), by=cast.ha, at=NOW, channel="test")
    assert refused(accept, cast, proposal) == [("R-COLLAB-04", "conflict")]


def test_a_collaborator_writes_only_in_his_field(cast: Cast) -> None:
    person = accept(cast, propose(cast)).person
    open_to = {section.slug for section in news.writable_sections(person, NOW)}
    assert open_to == {section.slug for section in news.writable_sections(cast.vy, NOW)}
    assert "doan-doi" not in open_to


def test_a_collaborator_passes_to_the_members_successor(cast: Cast) -> None:
    post = CollaboratorPost.objects.get(person=cast.vy)
    words: dict[str, Any] = {"at": NOW, "channel": "test"}
    assert refused(actions.end_collaborator, post, by=cast.dung, **words) == [("R-COLLAB-05", "forbidden")]
    actions.end_field(FieldAssignment.objects.get(field=cast.fields["cm"]), by=cast.ha, **words)
    actions.assign_field(cast.fields["cm"], cast.dung, starts=NOW, by=cast.ha, **words)
    later: dict[str, Any] = {"at": NOW + SECOND, "channel": "test"}
    assert offices.posts(cast.vy, NOW + SECOND) == {cast.fields["cm"].pk}
    assert refused(actions.end_collaborator, post, by=cast.cuc, **later) == [("R-COLLAB-05", "forbidden")]
    actions.end_collaborator(post, by=cast.dung, **later)
    assert (offices.posts(cast.vy, NOW), offices.posts(cast.vy, NOW + SECOND)) == ({cast.fields["cm"].pk}, frozenset())


def suspend(cast: Cast, person: Person, **more: Any) -> Suspension:
    words = {"reason": "Đăng sai quy định.", "by": cast.ha, "at": NOW, "channel": "test", **more}
    return actions.suspend(person, **words)


def test_suspension_ends_offices_sessions_and_tokens_at_once_and_deletes_nothing(cast: Cast) -> None:
    client, other = Client(), Client()
    client.force_login(cast.cuc, backend=BACKEND)
    other.force_login(cast.dung, backend=BACKEND)
    secret = tokens.mint(cast.cuc, label="máy", may_decide=False, by=cast.cuc, at=NOW, channel="test").secret
    suspend(cast, cast.cuc)
    assert (client.get("/nhan-su/").status_code, other.get("/nhan-su/").status_code) == (302, 200)
    assert tokens.resolve(secret, NOW) is None
    assert offices.board(NOW).offices(cast.cuc.pk) == set()
    assert FieldAssignment.objects.filter(person=cast.cuc).count() == 1
    line = last_line()
    assert (line.verb, line.office, line.rule, line.clause, line.reason, line.data["sessions"]) == (
        "suspend", "head", "R-SUSPEND-01", "Điều 9.5, 10.4", "Đăng sai quy định.", 1,
    )  # fmt: skip


def test_a_suspended_person_signs_in_but_holds_nothing_and_an_inactive_one_does_not_sign_in(cast: Cast) -> None:
    suspend(cast, cast.cuc)
    client = Client()
    assert client.post("/tai-khoan/login/", {"login": "cuc", "password": PASSWORD}).status_code == 302
    page = client.get("/nhan-su/")
    assert (page.status_code, "Quyền của thầy/cô đang tạm dừng" in page.content.decode()) == (403, True)
    Person.objects.filter(pk=cast.dung.pk).update(is_active=False)
    shut = Client()
    shut.post("/tai-khoan/login/", {"login": "dung", "password": PASSWORD})
    assert "_auth_user_id" not in shut.session


def test_lifting_gives_rights_back_from_that_second(cast: Cast) -> None:
    row = suspend(cast, cast.cuc, ends=NOW + 9 * DAY)
    actions.lift(row, by=cast.minh, at=NOW + DAY, channel="test")
    held = [cast.cuc.pk in offices.board(at).members for at in (NOW, NOW + DAY - SECOND, NOW + DAY)]
    assert held == [False, False, True]
    assert (last_line().verb, last_line().office) == ("suspension_lift", "principal")
    again = refused(actions.lift, row, by=cast.minh, at=NOW + 2 * DAY, channel="test")
    assert again == [("R-TERM-03", "conflict")]


def test_a_written_end_ends_the_suspension_by_itself(cast: Cast) -> None:
    suspend(cast, cast.cuc, ends=NOW + DAY)
    assert [offices.is_suspended(cast.cuc, at) for at in (NOW, NOW + DAY - SECOND, NOW + DAY)] == [True, True, False]


def test_only_head_and_principal_withdraw_rights_others_propose(cast: Cast) -> None:
    for name in ("phong", "cuc", "sen", "tri", "lan", "vy"):
        assert refused(suspend, cast, cast.khoa, by=getattr(cast, name)) == [("R-SUSPEND-01", "forbidden")]
    actions.propose_suspension(cast.khoa, reason="Gửi thư rác.", by=cast.dung, at=NOW, channel="test")
    assert (last_line().verb, last_line().office, offices.is_suspended(cast.khoa, NOW)) == (
        "suspension_propose",
        "member",
        False,
    )
    words: dict[str, Any] = {"reason": "Gửi thư rác.", "at": NOW, "channel": "test"}
    assert refused(actions.propose_suspension, cast.khoa, by=cast.lan, **words) == [("R-SUSPEND-03", "forbidden")]
    assert refused(actions.decline_suspension, cast.khoa, by=cast.dung, **words) == [("R-SUSPEND-01", "forbidden")]
    actions.decline_suspension(cast.khoa, by=cast.ha, **words)
    assert last_line().verb == "suspension_decline"


def test_whom_and_how_rights_cannot_be_withdrawn(cast: Cast) -> None:
    assert refused(suspend, cast, cast.minh) == [("R-SUSPEND-02", "not_ready")]
    assert refused(suspend, cast, cast.ha) == [("R-SUSPEND-02", "not_ready")]
    assert refused(suspend, cast, cast.cuc, reason="") == [("R-SUSPEND-05", "not_ready")]
    suspend(cast, cast.cuc)
    assert refused(suspend, cast, cast.cuc, at=NOW + DAY) == [("R-SUSPEND-04", "conflict")]
    assert JournalEntry.objects.filter(verb="suspend").count() == 1


@pytest.mark.parametrize("name", ["cuc", "phong", "sen"])
def test_who_is_suspended_uses_no_office_to_do_anything(cast: Cast, name: str) -> None:
    suspend(cast, getattr(cast, name))
    later: dict[str, Any] = {"by": getattr(cast, name), "at": NOW + timedelta(minutes=1), "channel": "test"}
    assert refused(actions.propose_suspension, cast.khoa, reason="x", **later) == [("R-SUSPEND-03", "forbidden")]
