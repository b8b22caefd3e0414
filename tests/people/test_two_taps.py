"""Away, back, letting decide, acting Head: a link that fills the form, and one button."""

from datetime import date, timedelta

import pytest
from django.test import Client

from portal.people import offices, spans
from portal.people.models import Absence, Appointment, Decision, Delegation
from portal.people.rules import Board, Gap, gaps
from portal.people.words import next_number
from tests.cast import NOW, Cast
from tests.people.signing import signed_in
from tests.people.test_screens import text

MONDAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("today", "key", "last"),
    [
        (MONDAY, "hom-nay", date(2026, 11, 16)), (MONDAY, "ngay-mai", date(2026, 11, 17)), (MONDAY, "thu-sau", date(2026, 11, 20)),
        (MONDAY, "tuan-sau", date(2026, 11, 27)), (MONDAY, "thang", date(2026, 11, 30)),
        (date(2026, 11, 20), "thu-sau", date(2026, 11, 27)),  # on a Friday the next one is meant
        (date(2026, 11, 22), "thu-sau", date(2026, 11, 27)), (date(2026, 11, 28), "thang", date(2026, 12, 31)),
        (date(2026, 12, 30), "thang", date(2027, 1, 31)),
    ],
)  # fmt: skip
def test_spans_end_when_people_mean_them_to(today: date, key: str, last: date) -> None:
    assert spans.last_days(today)[key] == last


def test_spans_are_said_as_people_say_them() -> None:
    said = [spans.label(key, MONDAY) for key in ("hom-nay", "thu-sau", "thang")]
    assert said == ["Hết hôm nay, thứ Hai 16/11", "Hết thứ Sáu 20/11", "Hết tháng 11 (thứ Hai 30/11)"]


@pytest.mark.parametrize(
    ("last", "following"),
    [("09/UN-BBT", "10/UN-BBT"), ("5/UN", "6/UN"), ("", "01/UN-BBT"), ("UN-7", "01/UN-BBT"), ("099", "100")],
)
def test_the_next_number_follows_the_last(last: str, following: str) -> None:
    assert next_number(last) == following


def strip(client: Client) -> list[str]:
    page = client.get("/viec-cua-toi/").content.decode()
    _, found, rest = page.partition('<section class="duty')
    return (
        [part.partition("</a>")[0].rpartition(">")[2] for part in rest.partition("</section>")[0].split("<a ")[1:]]
        if found
        else []
    )


def test_the_strip_offers_each_what_his_office_lets_him(cast: Cast) -> None:
    away = ["Tôi vắng hôm nay", "Tôi vắng đến thứ Sáu", "Vắng lâu hơn…"]
    offered = {name: strip(signed_in(cast, name)) for name in ("ha", "cuc", "sen", "lan", "vy", "tri", "minh")}
    assert offered == {
        "ha": [*away, "Ủy nhiệm cho Phạm Thị Cúc", "Ủy nhiệm cho Đỗ Dũng"], "cuc": away, "sen": away, "lan": [], "vy": [],
        "tri": [], "minh": [],
    }  # fmt: skip


def test_the_head_is_away_in_two_taps_and_back_in_two(cast: Cast) -> None:
    ha = signed_in(cast, "ha")
    page = ha.get("/nhan-su/vang-mat/moi/?den=hom-nay")
    assert 'value="hom-nay" id="id_until_0" checked' in page.content.decode().replace(" required", "")
    assert ha.post("/nhan-su/vang-mat/moi/", {"until": "hom-nay"}).status_code == 302
    row = Absence.objects.get()
    assert (row.person, row.starts, row.ends, row.substitute) == (cast.ha, NOW, NOW.replace(hour=0, day=17), None)
    assert cast.ha.pk in offices.board(NOW).away
    assert "Tôi đã trở lại" in strip(ha)
    address = f"/nhan-su/vang-mat/{row.pk}/ve/"
    assert ha.get(address).status_code == 200
    assert Absence.objects.get().ends == NOW.replace(hour=0, day=17)  # looking changes nothing
    ha.post(address)
    assert cast.ha.pk not in offices.board(NOW + timedelta(seconds=1)).away


def test_a_typed_day_wins_over_the_tap_and_one_of_them_is_needed(cast: Cast) -> None:
    cuc = signed_in(cast, "cuc")
    none = cuc.post("/nhan-su/vang-mat/moi/", {})
    assert (none.status_code, none.context["screen"].asks[0].form.errors) == (422, {"until": ["Xin chọn đến khi nào."]})
    cuc.post("/nhan-su/vang-mat/moi/", {"until": "hom-nay", "last_day": "2026-11-18"})
    assert Absence.objects.get().ends == NOW.replace(hour=0, day=19)


def test_one_may_be_away_until_one_says_one_is_back(cast: Cast) -> None:
    signed_in(cast, "cuc").post("/nhan-su/vang-mat/moi/", {"until": "tro-lai", "reason": "Ốm"})
    assert (Absence.objects.get().ends, Absence.objects.get().reason) == (None, "Ốm")


def test_the_secretary_alone_is_asked_who_stands_in(cast: Cast) -> None:
    fields = {
        name: "substitute" in signed_in(cast, name).get("/nhan-su/vang-mat/moi/").context["screen"].asks[0].form.fields
        for name in ("sen", "ha", "cuc", "lan")
    }
    assert fields == {"sen": True, "ha": False, "cuc": False, "lan": False}
    signed_in(cast, "sen").post("/nhan-su/vang-mat/moi/", {"until": "thu-sau", "substitute": cast.dung.pk})
    assert offices.board(NOW).substitutes == {cast.dung.pk}


def test_the_head_lets_a_member_decide_in_two_taps_and_takes_it_back_in_two(cast: Cast) -> None:
    ha = signed_in(cast, "ha")
    form = ha.get(f"/nhan-su/uy-nhiem/moi/?cho={cast.cuc.pk}").context["screen"].asks[0].form
    assert (form["to"].value(), form["fields"].value(), form["number"].value(), form["until"].value()) == (
        cast.cuc.pk, [cast.fields["cm"].pk], "01/UN-BBT", "thu-sau",
    )  # fmt: skip
    typed = {"to": cast.cuc.pk, "fields": [cast.fields["cm"].pk], "number": "01/UN-BBT", "until": "thu-sau"}
    assert ha.post("/nhan-su/uy-nhiem/moi/", typed).status_code == 302
    row = Delegation.objects.get()
    assert (row.starts, row.ends, row.delegate) == (NOW, NOW.replace(hour=0, day=21), cast.cuc)
    assert (
        ha.get(f"/nhan-su/uy-nhiem/moi/?cho={cast.dung.pk}").context["screen"].asks[0].form["number"].value()
        == "02/UN-BBT"
    )
    assert any(words.startswith("Thu hồi") or words == "" for words in strip(ha))
    ha.post(f"/nhan-su/uy-nhiem/{row.pk}/thu-hoi/")
    assert offices.board(NOW).grants == ()
    assert ha.post(f"/nhan-su/uy-nhiem/{row.pk}/thu-hoi/").status_code == 409


def test_no_power_was_added_by_the_way(cast: Cast) -> None:
    for name in ("phong", "cuc", "sen", "minh", "tri", "lan"):
        client = signed_in(cast, name)
        typed = {"to": cast.cuc.pk, "fields": [cast.fields["cm"].pk], "number": "1", "until": "thu-sau"}
        assert client.post("/nhan-su/uy-nhiem/moi/", typed).status_code == 403
    member = signed_in(cast, "ha").post(
        "/nhan-su/uy-nhiem/moi/", {"to": cast.sen.pk, "until": "thu-sau", "number": "1"}
    )
    assert set(member.context["screen"].asks[0].form.errors) == {"to", "fields"}
    assert Delegation.objects.count() == 0


def test_the_principal_names_an_acting_head_from_the_warning(cast: Cast) -> None:
    cast.away(cast.ha)
    minh = signed_in(cast, "minh")
    words = text(minh.get("/nhan-su/"))
    assert "Trưởng ban đang vắng, chưa có ai phụ trách Ban" in words
    form = minh.get("/nhan-su/phu-trach/").context["screen"].asks[0].form
    assert form["person"].value() == cast.phong.pk
    assert (
        minh.post("/nhan-su/phu-trach/", {"person": cast.phong.pk, "until": "thu-sau", "number": "41/QĐ"}).status_code
        == 302
    )
    row = Appointment.objects.get(office="acting_head")
    assert (row.person, row.starts, row.ends, row.decision.number) == (
        cast.phong,
        NOW,
        NOW.replace(hour=0, day=21),
        "41/QĐ",
    )
    assert Decision.objects.get(number="41/QĐ").signed_on == MONDAY
    assert "chưa có ai phụ trách Ban" not in text(minh.get("/nhan-su/"))


def test_what_is_missing_is_told_with_its_clause() -> None:
    """R-WATCH-01."""
    whole = Board(principals=frozenset({1}), heads=frozenset({2}), secretaries=frozenset({3}), sysadmins=frozenset({4}),
                  members=frozenset({5}), fields={7: frozenset({5})})  # fmt: skip
    assert gaps(whole, [(7, "Chuyên môn")]) == []
    assert [one.sentence for one in gaps(Board(), [])] == [
        "Chưa có Hiệu trưởng.", "Chưa có Trưởng ban.", "Chưa có Thư ký.", "Chưa có Quản trị viên hệ thống.",
    ]  # fmt: skip
    out = Board(principals=whole.principals, heads=whole.heads, secretaries=whole.secretaries, sysadmins=whole.sysadmins,
                members=whole.members, fields=whole.fields, away=frozenset({2, 3, 5}))  # fmt: skip
    told = [(one.gap, one.clause) for one in gaps(out, [(7, "Chuyên môn"), (8, "Văn phòng")])]
    assert told == [(Gap.HEAD_AWAY, "Điều 7, 10"), (Gap.SECRETARY_AWAY, "Điều 12"), (Gap.FIELD, "Điều 11.1"),
                    (Gap.FIELD, "Điều 11.1")]  # fmt: skip


def test_an_acting_head_or_a_substitute_present_covers_who_is_away() -> None:
    away = frozenset({2, 3})
    covered = Board(principals=frozenset({1}), heads=frozenset({2}), acting_heads={5: "1/QĐ"}, secretaries=frozenset({3}),
                    substitutes=frozenset({6}), sysadmins=frozenset({4}), away=away)  # fmt: skip
    assert gaps(covered, []) == []
    both = Board(principals=frozenset({1}), heads=frozenset({2}), acting_heads={5: "1/QĐ"}, secretaries=frozenset({3}),
                 substitutes=frozenset({6}), sysadmins=frozenset({4}), away=away | {6})  # fmt: skip
    assert [one.gap for one in gaps(both, [])] == [Gap.SECRETARY_AWAY]


def test_warnings_are_for_who_can_act_on_them(cast: Cast) -> None:
    seen = {name: "Lĩnh vực Văn phòng: chưa có ủy viên phụ trách." in text(signed_in(cast, name).get("/nhan-su/"))
            for name in ("minh", "ha", "sen", "tri", "lan")}  # fmt: skip
    assert seen == {"minh": True, "ha": True, "sen": True, "tri": True, "lan": False}
