"""Screens about people: who may open which, what each does, and what it says when it may not."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from html import unescape
from http import HTTPStatus
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.people import actions, offices
from portal.people.models import (
    Absence,
    Appointment,
    CollaboratorPost,
    CollaboratorProposal,
    Decision,
    Delegation,
    Field,
    FieldAssignment,
    Person,
    Suspension,
    Unit,
    UnitPost,
)
from portal.people.rules import Kind, Office
from tests.cast import NOW, OLD, Cast
from tests.people.signing import confirmed, signed_in
from tests.people.test_offices import DAY

EVERYONE = ("minh", "ha", "phong", "cuc", "dung", "sen", "tri", "lan")
OUTSIDERS = ("vy", "phu", "an")
OPEN: dict[str, tuple[str, ...]] = {
    "/nhan-su/": EVERYONE,
    "/nhan-su/quyet-dinh/": EVERYONE,
    "/nhan-su/quyet-dinh/moi/": ("minh",),
    "/nhan-su/phu-trach/": ("minh",),
    "/nhan-su/linh-vuc/": EVERYONE,
    "/nhan-su/don-vi/": EVERYONE,
    "/nhan-su/uy-nhiem/": EVERYONE,
    "/nhan-su/vang-mat/": EVERYONE,
    "/nhan-su/cong-tac-vien/": ("ha", "cuc", "dung"),
    "/nhan-su/tam-dung/": ("minh", "ha", "phong", "cuc", "dung", "sen", "tri"),
    "/nhan-su/tai-khoan/": ("minh", "ha", "tri"),
    "/nhan-su/cuc/": ("minh", "ha", "cuc", "tri"),
    "/nhan-su/khong-co-ai/": (),
}
SENDS: dict[str, tuple[str, ...]] = {
    "/nhan-su/quyet-dinh/moi/": ("minh",),
    "/nhan-su/quyet-dinh/{decision}/": ("minh",),
    "/nhan-su/phu-trach/": ("minh",),
    "/nhan-su/bo-nhiem/{appointment}/thoi/": ("minh",),
    "/nhan-su/linh-vuc/": ("ha",),
    "/nhan-su/linh-vuc/{field}/": ("ha",),
    "/nhan-su/don-vi/": ("minh", "ha"),
    "/nhan-su/uy-nhiem/": ("ha",),
    "/nhan-su/vang-mat/": EVERYONE,
    "/nhan-su/cong-tac-vien/": ("ha", "cuc", "dung"),
    "/nhan-su/tam-dung/": ("minh", "ha", "phong", "cuc", "dung", "sen", "tri"),
}


def text(answer: Any) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def test_each_screen_opens_to_those_it_is_for_and_to_nobody_else(cast: Cast) -> None:
    clients = {name: signed_in(cast, name) for name in (*EVERYONE, *OUTSIDERS)}
    answers = {url: {name: client.get(url).status_code for name, client in clients.items()} for url in OPEN}
    expected = {url: {name: 200 if name in names else 403 for name in clients} for url, names in OPEN.items()}
    expected["/nhan-su/khong-co-ai/"] |= {"minh": 404, "ha": 404, "tri": 404}  # those who may see any record
    assert answers == expected


def test_only_those_whose_decision_it_is_get_as_far_as_the_form(cast: Cast) -> None:
    ids = {"decision": Decision.objects.get().pk, "appointment": Appointment.objects.get(office="deputy").pk,
           "field": cast.fields["cm"].pk}  # fmt: skip
    clients = {name: signed_in(cast, name) for name in (*EVERYONE, *OUTSIDERS)}
    answers = {
        url: {name: client.post(url.format(**ids)).status_code for name, client in clients.items()} for url in SENDS
    }
    assert answers == {url: {name: 422 if name in names else 403 for name in clients} for url, names in SENDS.items()}


def test_strangers_are_shown_the_one_sign_in_page(db: None) -> None:
    answer = Client().get("/nhan-su/uy-nhiem/")
    assert (answer.status_code, answer["Location"]) == (302, "/tai-khoan/login/?next=/nhan-su/uy-nhiem/")


def test_a_closed_screen_says_why_with_its_clause(cast: Cast) -> None:
    words = text(signed_in(cast, "sen").get("/nhan-su/quyet-dinh/moi/"))
    assert "Chỉ Hiệu trưởng ra quyết định bổ nhiệm, thôi giữ chức hoặc giao phụ trách Ban." in words
    assert "Căn cứ: Điều 7" in words


def test_the_principal_writes_a_decision_down_and_appoints_under_it(cast: Cast) -> None:
    minh = signed_in(cast, "minh")
    paper = {"number": "12/QĐ", "signed_on": "2026-11-16", "signer": "Nguyễn Mậu Minh", "subject": "Kiện toàn Ban"}
    answer = minh.post("/nhan-su/quyet-dinh/moi/", paper)
    decision = Decision.objects.get(number="12/QĐ")
    address = f"/nhan-su/quyet-dinh/{decision.pk}/"
    assert (answer.status_code, answer["Location"], decision.signed_on) == (302, address, date(2026, 11, 16))
    term = {"person": cast.lan.pk, "office": "deputy", "starts": "2026-11-16", "ends": "2026-11-30"}
    page = minh.post(address, term, follow=True)
    row = Appointment.objects.get(person=cast.lan)
    midnight = NOW.replace(hour=0)
    assert (row.starts, row.ends) == (midnight, midnight + 15 * DAY)
    assert "Phó Trưởng ban: Hoàng Lan" in text(page)
    assert "từ 16/11/2026, đến hết 30/11/2026" in text(page)


def test_a_refusal_stands_at_its_field_with_its_clause_and_what_was_typed_stays(cast: Cast) -> None:
    address = f"/nhan-su/quyet-dinh/{Decision.objects.get().pk}/"
    term = {"person": cast.phong.pk, "office": "deputy", "starts": "2026-11-17", "ends": ""}
    page = signed_in(cast, "minh").post(address, term)
    assert page.status_code == HTTPStatus.CONFLICT
    errors = page.context["screen"].asks[0].form.errors
    assert errors == {"starts": ["Người này đã giữ chức ấy. Hãy ghi thôi chức trước, hoặc chọn ngày khác. (Điều 7)"]}
    assert 'value="2026-11-17"' in page.content.decode()


def test_the_principal_names_an_acting_head_and_ends_an_office(cast: Cast) -> None:
    minh, decision = signed_in(cast, "minh"), Decision.objects.get()
    term = {"person": cast.phong.pk, "number": decision.number, "until": "thu-sau"}
    assert minh.post("/nhan-su/phu-trach/", term).status_code == 302
    assert offices.board(NOW).acting_heads == {cast.phong.pk: "34/QĐ-THCSNGT"}
    row = Appointment.objects.get(office="deputy")
    assert (
        minh.post(f"/nhan-su/bo-nhiem/{row.pk}/thoi/", {"decision": decision.pk, "last_day": "2026-11-20"}).status_code
        == 302
    )
    row.refresh_from_db()
    assert row.ends == NOW.replace(hour=0, day=21)
    page = text(minh.get("/nhan-su/"))
    assert "Phụ trách Ban: Lê Phong" in page
    assert "từ 08:00, 16/11/2026, đến hết 20/11/2026" in page


def test_the_head_gives_a_field_delegates_and_revokes(cast: Cast) -> None:
    ha, vp = signed_in(cast, "ha"), cast.fields["vp"]
    assert ha.post(f"/nhan-su/linh-vuc/{vp.pk}/", {"person": cast.dung.pk, "starts": "2026-11-16"}).status_code == 302
    assert offices.board(NOW).fields[vp.pk] == {cast.dung.pk}
    term = {
        "to": cast.dung.pk,
        "fields": [vp.pk],
        "starts": "2026-11-16T08:00",
        "until": "2026-12-01T00:00",
        "number": "07/UN",
    }
    page = ha.post("/nhan-su/uy-nhiem/", term, follow=True)
    assert "Đỗ Dũng, giấy số 07/UN" in text(page)
    row = Delegation.objects.get()
    assert ha.post(f"/nhan-su/uy-nhiem/{row.pk}/thu-hoi/").status_code == 302
    assert offices.board(NOW).grants == ()
    assert ha.post(f"/nhan-su/phan-cong/{FieldAssignment.objects.get(field=vp).pk}/thoi/").status_code == 302
    assert signed_in(cast, "dung").post(f"/nhan-su/uy-nhiem/{row.pk}/thu-hoi/").status_code == 403


def test_the_heads_delegation_to_one_who_is_no_member_is_refused_at_its_field(cast: Cast) -> None:
    term = {"to": cast.sen.pk, "fields": [cast.fields["cm"].pk], "starts": "2026-11-16T08:00", "until": "2026-12-01T00:00",
            "number": "07/UN"}  # fmt: skip
    page = signed_in(cast, "ha").post("/nhan-su/uy-nhiem/", term)
    assert page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert page.context["screen"].asks[0].form.errors == {"to": ["Chỉ ủy nhiệm cho ủy viên của Ban. (Điều 10.2, 11.2)"]}


def test_a_member_proposes_for_his_own_field_and_the_heads_tap_opens_the_account(cast: Cast) -> None:
    typed = {
        "field": cast.fields["cm"].pk,
        "full_name": "Đinh Thị Mơ",
        "email": "mo@thu.vn",
        "username": "mo",
        "note": "",
    }
    cuc, ha = signed_in(cast, "cuc"), signed_in(cast, "ha")
    other = cuc.post("/nhan-su/cong-tac-vien/", {**typed, "field": cast.fields["dd"].pk})
    assert other.status_code == HTTPStatus.FORBIDDEN
    assert "Ủy viên chỉ đề xuất cộng tác viên cho lĩnh vực mình phụ trách. (Điều 11.5)" in text(other)
    assert 'value="mo@thu.vn"' in other.content.decode()
    assert cuc.post("/nhan-su/cong-tac-vien/", typed).status_code == 302
    proposal = CollaboratorProposal.objects.get()
    assert cuc.post(f"/nhan-su/cong-tac-vien/{proposal.pk}/dong-y/").status_code == 403
    page = ha.post(f"/nhan-su/cong-tac-vien/{proposal.pk}/dong-y/", follow=True)
    assert "Đã mở tài khoản mo cho Đinh Thị Mơ." in text(page)
    assert ha.post(f"/nhan-su/cong-tac-vien/{proposal.pk}/khong/", {"reason": "Thôi"}).status_code == 409
    post = CollaboratorPost.objects.get(person__username="mo")
    assert cuc.post(f"/nhan-su/cong-tac/{post.pk}/thoi/").status_code == 302


def test_everyone_marks_his_own_absence_and_only_the_head_sees_all(cast: Cast) -> None:
    term = {"starts": "2026-11-16T08:00", "ends": "2026-11-17T08:00", "substitute": cast.dung.pk, "reason": "Họp ở Sở"}
    sen = signed_in(cast, "sen")
    assert sen.post("/nhan-su/vang-mat/", term).status_code == 302
    assert offices.board(NOW).substitutes == {cast.dung.pk}
    seen = {name: "Họp ở Sở" in text(signed_in(cast, name).get("/nhan-su/vang-mat/")) for name in ("ha", "sen", "cuc")}
    assert seen == {"ha": True, "sen": True, "cuc": False}
    row = Absence.objects.get()
    assert signed_in(cast, "cuc").post(f"/nhan-su/vang-mat/{row.pk}/ve/").status_code == 403
    assert sen.post(f"/nhan-su/vang-mat/{row.pk}/ve/").status_code == 302


def test_rights_are_withdrawn_and_given_back_and_proposals_are_seen_by_the_head_alone(cast: Cast) -> None:
    dung, ha = confirmed(signed_in(cast, "dung")), confirmed(signed_in(cast, "ha"))
    assert dung.post("/nhan-su/tam-dung/", {"person": cast.khoa.pk, "reason": "Gửi thư rác"}).status_code == 302
    clients = {"dung": dung, "ha": ha, "cuc": signed_in(cast, "cuc"), "tri": signed_in(cast, "tri")}
    seen = {name: "Gửi thư rác" in text(client.get("/nhan-su/tam-dung/")) for name, client in clients.items()}
    assert seen == {"dung": True, "ha": True, "cuc": False, "tri": False}  # whoever proposed, and whoever decides
    assert ha.post("/nhan-su/tam-dung/", {"person": cast.khoa.pk, "reason": "Gửi thư rác"}).status_code == 302
    row = Suspension.objects.get()
    assert "Không có đề xuất nào." in text(ha.get("/nhan-su/tam-dung/"))
    assert ha.post(f"/nhan-su/tam-dung/{row.pk}/bo/").status_code == 302
    later = {name: "Gửi thư rác" in text(signed_in(cast, name).get("/nhan-su/khoa/")) for name in ("ha", "minh", "tri")}
    assert later == {"ha": True, "minh": True, "tri": False}


def test_the_head_declines_a_proposal_to_withdraw_rights_with_a_reason(cast: Cast) -> None:
    actions.propose_suspension(cast.khoa, reason="Gửi thư rác", by=cast.dung, at=NOW, channel="test")
    address = f"/nhan-su/tam-dung/de-xuat/{cast.khoa.pk}/khong/"
    ha = signed_in(cast, "ha")
    assert "1 đề xuất tạm dừng quyền" in text(ha.get("/nhan-su/"))
    assert [signed_in(cast, name).post(address, {"reason": "Nhầm"}).status_code for name in ("dung", "sen", "ha")] == [
        403,
        403,
        302,
    ]
    assert "Không có đề xuất nào." in text(ha.get("/nhan-su/tam-dung/"))


def test_units_are_opened_and_led(cast: Cast) -> None:
    ha = signed_in(cast, "ha")
    ha.post("/nhan-su/don-vi/", {"title": "Tổ Khoa học tự nhiên"})
    unit = Unit.objects.get()
    assert (
        ha.post(
            f"/nhan-su/don-vi/{unit.pk}/", {"person": cast.lan.pk, "starts": "2026-11-16", "leads": "on"}
        ).status_code
        == 302
    )
    assert "Phụ trách: Hoàng Lan" in text(ha.get("/nhan-su/don-vi/"))
    assert ha.post(f"/nhan-su/nguoi-don-vi/{UnitPost.objects.get().pk}/roi/").status_code == 302


def test_the_administrators_list_changes_nothing(cast: Cast) -> None:
    page = signed_in(cast, "tri").get("/nhan-su/tai-khoan/")
    main = page.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    assert (main.count("<form"), main.count('method="get"'), main.count("<button")) == (1, 1, 1)  # looking for a name
    assert "cuc · Cán bộ, giáo viên, nhân viên" in text(page)
    assert signed_in(cast, "tri").post("/nhan-su/tai-khoan/").status_code == 405


def people(count: int) -> list[Person]:
    return [
        Person.objects.create(username=f"them{n}", full_name=f"Người thêm {n}", kind=Kind.STAFF) for n in range(count)
    ]


def more_decisions(cast: Cast, count: int) -> None:
    for n in range(count):
        Decision.objects.create(number=f"{n}/X", signed_on=OLD.date(), signer="A", subject="B")


def more_offices(cast: Cast, count: int) -> None:
    for person in people(count):
        Appointment.objects.create(person=person, office=Office.DEPUTY.value, decision=Decision.objects.all()[0], starts=OLD,
                                   ends=NOW + DAY)  # fmt: skip


def more_fields(cast: Cast, count: int) -> None:
    for n in range(count):
        field = Field.objects.create(title=f"L{n}", slug=f"l{n}")
        FieldAssignment.objects.create(field=field, person=cast.cuc, assigned_by=cast.ha, starts=OLD)


def more_delegations(cast: Cast, count: int) -> None:
    for _ in range(count):
        cast.delegate(cast.cuc)


def more_absences(cast: Cast, count: int) -> None:
    for person in people(count):
        cast.away(person)


def more_suspensions(cast: Cast, count: int) -> None:
    for person in people(count):
        cast.suspend(person)
        actions.propose_suspension(cast.lan, reason="x", by=cast.dung, at=NOW, channel="test")


def more_proposals(cast: Cast, count: int) -> None:
    for n in range(count):
        actions.propose_collaborator(field=cast.fields["cm"], full_name=f"M{n}", email=f"m{n}@thu.vn", by=cast.cuc, at=NOW,
                                     channel="test")  # fmt: skip


def more_units(cast: Cast, count: int) -> None:
    for n in range(count):
        UnitPost.objects.create(
            unit=Unit.objects.create(title=f"T{n}", slug=f"t{n}"), person=cast.lan, leads=True, starts=OLD
        )


def more_lines(cast: Cast, count: int) -> None:
    for n in range(count):
        actions.mark_absence(cast.cuc, starts=NOW + n * DAY, ends=NOW + n * DAY + timedelta(hours=1), by=cast.ha, at=NOW,
                             channel="test")  # fmt: skip


def more_accounts(cast: Cast, count: int) -> None:
    people(count)


@pytest.mark.parametrize(
    ("url", "more", "name"),
    [
        ("/nhan-su/", more_offices, "ha"), ("/nhan-su/quyet-dinh/", more_decisions, "minh"),
        ("/nhan-su/linh-vuc/", more_fields, "ha"), ("/nhan-su/uy-nhiem/", more_delegations, "ha"),
        ("/nhan-su/vang-mat/", more_absences, "ha"), ("/nhan-su/tam-dung/", more_suspensions, "ha"),
        ("/nhan-su/cong-tac-vien/", more_proposals, "ha"), ("/nhan-su/don-vi/", more_units, "ha"),
        ("/nhan-su/tai-khoan/", more_accounts, "tri"), ("/nhan-su/cuc/", more_lines, "ha"),
    ],
)  # fmt: skip
def test_a_list_takes_as_many_queries_for_three_rows_as_for_one(
    cast: Cast, url: str, more: Callable[[Cast, int], None], name: str
) -> None:
    client = signed_in(cast, name)
    counts = []
    for rows in (1, 2):
        if rows == 2:
            Person.objects.filter(username__startswith="them").update(username="cu")
            Field.objects.filter(slug="l0").update(slug="cu", title="Cũ")
            Unit.objects.filter(slug="t0").update(slug="cu", title="Cũ")
            Decision.objects.filter(number="0/X").update(number="cu")
            CollaboratorProposal.objects.filter(email="m0@thu.vn").update(email="cu@thu.vn")
        more(cast, rows)
        client.get(url)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.get(url)
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert counts[0] <= 36
