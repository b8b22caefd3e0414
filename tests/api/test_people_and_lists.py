"""The board, delegations, sections, genres, plan entries."""

from datetime import timedelta
from typing import Any

from portal.base import clock
from portal.people.models import Delegation
from tests.api.conftest import Caller, problem
from tests.cast import NOW, Cast

PAPER: dict[str, Any] = {
    "to": "cuc", "fields": ["Chuyên môn"], "from": "2026-11-16T09:00:00", "until": "2026-12-01T00:00:00+07:00",
    "number": "06/UN-BBT",
}  # fmt: skip


def test_the_board_is_told_with_papers_fields_and_absences(api: Caller, cast: Cast) -> None:
    cast.away(cast.dung)
    told = api.get("/board", cast.lan).json()
    assert [(item["office"], item["username"], item["fields"], item["away"]) for item in told["items"]] == [
        ("principal", "minh", [], False), ("head", "ha", [], False), ("deputy", "phong", [], False),
        ("member", "cuc", ["Chuyên môn"], False), ("member", "dung", ["Đoàn – Đội"], True),
        ("secretary", "sen", [], False), ("sysadmin", "tri", [], False),
    ]  # fmt: skip
    assert (told["total"], told["items"][1]["title"], told["items"][1]["name"], told["items"][1]["decision"]) == (
        7, "Trưởng ban", "Trần Thu Hà", "34/QĐ-THCSNGT",
    )  # fmt: skip
    cast.suspend(cast.phong)
    assert [item["office"] for item in api.get("/board", cast.phu).json()["items"]].count("deputy") == 0
    assert {item["username"] for item in api.get("/board", cast.phu).json()["items"]} == {None}


def test_the_head_delegates_and_takes_back(api: Caller, cast: Cast) -> None:
    answer = api.post("/delegations", cast.ha, PAPER)
    told = answer.json()
    assert answer.status_code == 201
    assert told == {
        "id": Delegation.objects.get().pk, "by": "ha", "by_name": "Trần Thu Hà", "to": "cuc", "to_name": "Phạm Thị Cúc",
        "fields": ["Chuyên môn"], "from": "2026-11-16T09:00:00+07:00", "until": "2026-12-01T00:00:00+07:00",
        "number": "06/UN-BBT", "state": "coming", "revoked_at": None,
    }  # fmt: skip
    clock.set_to(NOW + timedelta(hours=1), freeze=True)
    assert [item["state"] for item in api.get("/delegations", cast.lan).json()["items"]] == ["in_force"]
    path = f"/delegations/{told['id']}/revoke"
    assert problem(api.post(path, cast.cuc)) == (403, [("", "R-OFFICE-02")])
    revoked = api.post(path, cast.ha).json()
    assert (revoked["state"], revoked["revoked_at"]) == ("revoked", "2026-11-16T09:00:00+07:00")
    assert problem(api.post(path, cast.ha)) == (409, [("", "R-DELEGATE-05")])
    assert problem(api.post("/delegations/999/revoke", cast.ha)) == (404, [])
    assert problem(api.post(path, cast.phu)) == (404, [])


def test_fields_are_named_by_slug_title_or_number(api: Caller, cast: Cast) -> None:
    numbers = [cast.fields["cm"].pk, str(cast.fields["dd"].pk)]
    for named in (["cm", "dd"], ["Chuyên môn", "Đoàn – Đội"], numbers):
        told = api.post("/delegations", cast.ha, {**PAPER, "fields": named}).json()
        assert told["fields"] == ["Chuyên môn", "Đoàn – Đội"]


WRONG: list[tuple[dict[str, Any], list[tuple[str, str]]]] = [
    ({"to": "khong-ai"}, [("to", "")]),
    ({"to": "lan"}, [("to", "R-DELEGATE-02")]),
    ({"fields": ["Toán"]}, [("fields[0]", "")]),
    ({"fields": []}, [("fields", "")]),
    ({"until": "2026-11-16T09:00:00"}, [("until", "R-DELEGATE-03")]),
    ({"until": None}, [("until", "")]),
    ({"number": ""}, [("number", "")]),
    ({"from": "mai"}, [("from", "")]),
]


def test_a_delegation_that_is_not_whole_is_422(api: Caller, cast: Cast) -> None:
    for change, faults in WRONG:
        told = problem(api.post("/delegations", cast.ha, {**PAPER, **change}))
        assert (change, told) == (change, (422, faults))
    assert Delegation.objects.count() == 0


def test_only_the_head_delegates_and_only_with_a_deciding_token(api: Caller, cast: Cast) -> None:
    for who in (cast.phong, cast.cuc, cast.sen, cast.lan, cast.tri):
        assert problem(api.post("/delegations", who, PAPER)) == (403, [("", "R-DELEGATE-01")])
    assert problem(api.post("/delegations", cast.ha, PAPER, decide=False)) == (403, [("", "R-TOKEN-03")])


def test_delegations_are_for_the_school_itself(api: Caller, cast: Cast) -> None:
    cast.delegate(cast.cuc)
    totals = {name: api.get("/delegations", cast.people[name]).json()["total"] for name in ("lan", "vy", "phu", "an")}
    assert totals == {"lan": 1, "vy": 0, "phu": 0, "an": 0}


def test_internal_sections_are_listed_only_to_members_of_the_school(api: Caller, cast: Cast) -> None:
    everything = api.get("/sections", cast.lan).json()
    assert everything == {
        "items": [
            {"slug": "chuyen-mon", "title": "Chuyên môn", "field": "Chuyên môn", "audience": "public",
             "writable": True},
            {"slug": "doan-doi", "title": "Đoàn – Đội", "field": "Đoàn – Đội", "audience": "public",
             "writable": True},
            {"slug": "thong-bao", "title": "Thông báo", "field": "Văn phòng", "audience": "public",
             "writable": True},
            {"slug": "trao-doi", "title": "Trao đổi chuyên môn", "field": "Chuyên môn", "audience": "internal",
             "writable": True},
        ],
        "total": 4,
    }  # fmt: skip
    for who in (cast.vy, cast.phu, cast.an):
        told = api.get("/sections", who).json()
        assert (told["total"], {item["audience"] for item in told["items"]}) == (3, {"public"})
    writable = {name: [item["slug"] for item in api.get("/sections", cast.people[name]).json()["items"] if item["writable"]]
                for name in ("vy", "phu")}  # fmt: skip
    assert writable == {"vy": ["chuyen-mon"], "phu": []}


def test_the_seven_genres_are_listed(api: Caller, cast: Cast) -> None:
    told = api.get("/genres", cast.vy).json()
    assert (told["total"], told["items"][0]) == (7, {"slug": "tin-ngan", "title": "Tin ngắn"})


def test_plan_entries_are_for_those_who_write(api: Caller, cast: Cast) -> None:
    told = api.get("/plan-entries", cast.vy).json()
    assert told == {
        "items": [
            {"id": cast.entry.pk, "title": "Ngày hội Khoa học", "section": None, "starts": "2026-11-10",
             "ends": "2026-11-20", "standing": False},
            {"id": cast.standing_entry.pk, "title": "Gương người tốt, việc tốt", "section": None,
             "starts": "2026-09-01", "ends": "2027-05-31", "standing": True},
        ],
        "total": 2,
    }  # fmt: skip
    assert api.get("/plan-entries", cast.phu).json() == {"items": [], "total": 0}


def test_a_page_that_cannot_be_is_422_and_one_past_the_end_is_empty(api: Caller, cast: Cast) -> None:
    for page in ("0", "-1", "x", "100001", "9" * 40):
        assert (page, problem(api.get(f"/genres?page={page}", cast.lan))) == (page, (422, [("page", "")]))
    assert api.get("/genres?page=99999", cast.lan).json() == {"items": [], "total": 7}
    assert [item["slug"] for item in api.get("/genres?page=2&page_size=6", cast.lan).json()["items"]] == [
        "bai-chuyen-sau"
    ]
