"""Tasks and decisions: mine, on the text I saw, and only with a token made for deciding."""

from datetime import timedelta
from typing import Any

import pytest

from portal.approval.models import Case
from portal.approval.rules import Verb
from portal.base import clock
from portal.news import actions as news
from tests.api.conftest import Caller, live, problem
from tests.cast import NOW, Cast


def under_way(api: Caller, cast: Cast, **changes: Any) -> int:
    """A teacher's text in plan, before the Member (row 8)."""
    pk = api.write(cast.lan, **changes)["id"]
    api.submit(pk, cast.lan)
    return int(pk)


def test_tasks_are_those_of_the_caller_with_all_a_decision_needs(api: Caller, cast: Cast) -> None:
    pk = under_way(api, cast)
    told = api.get("/tasks", cast.cuc).json()
    case = Case.objects.get(page_id=pk)
    assert told == {
        "items": [{
            "id": told["items"][0]["id"], "article": pk, "title": "Giờ thực hành Khoa học tự nhiên", "item": "article",
            "step": "member", "since": "2026-11-16T08:00:00+07:00", "due": "2026-11-17T08:00:00+07:00",
            "clause": "Điều 11.3, 14.2", "revision": case.revision_id, "hash": case.hash,
            "decisions": ["approve", "send_back", "propose_refusal", "vouch", "refer"],
        }],
        "total": 1,
    }  # fmt: skip
    nothing = [name for name, person in cast.people.items() if api.get("/tasks", person).json()["total"] == 0]
    assert nothing == ["minh", "ha", "phong", "dung", "sen", "tri", "lan", "khoa", "vy", "phu", "an"]


@pytest.mark.parametrize(
    "changes, due",
    [
        ({"event_end": "2026-11-10T17:00:00"}, "2026-11-12T23:59:59+07:00"),
        ({"event_start": "2026-11-10T00:30:00"}, "2026-11-12T23:59:59+07:00"),
        ({"genre": "tin-hoi-nghi", "opening_at": "2026-11-20T08:00:00", "place": "Hội trường"},
         "2026-11-17T23:59:59+07:00"),
    ],
)  # fmt: skip
def test_a_task_is_due_by_the_days_of_its_event(api: Caller, cast: Cast, changes: dict[str, str], due: str) -> None:
    pk = under_way(api, cast, **changes)
    assert api.task(pk, cast.cuc)["due"] == due  # type: ignore[index]


def test_a_step_without_an_event_or_a_member_has_no_due_hour(api: Caller, cast: Cast) -> None:
    pk = api.write(cast.vy)["id"]
    api.submit(pk, cast.vy)
    assert (api.task(pk, cast.sen)["step"], api.task(pk, cast.sen)["due"]) == ("secretary", None)  # type: ignore[index]


def test_words_of_a_section_are_tasks_too(api: Caller, cast: Cast) -> None:
    section = news.begin_section(title="Thư viện", intro="", field=cast.fields["cm"], audience="public", by=cast.sen,
                                 at=NOW, channel="test")  # fmt: skip
    cast.submit(section, cast.sen)
    task = api.task(section.pk, cast.cuc)
    assert (task["item"], task["title"], task["step"]) == ("section", "Thư viện", "member")  # type: ignore[index]
    assert api.decide(section.pk, cast.cuc).json()["live"] is False
    assert api.decide(section.pk, cast.phong).json()["live"] is True


def test_a_decision_binds_to_the_text_that_was_seen(api: Caller, cast: Cast) -> None:
    pk = under_way(api, cast)
    task = api.task(pk, cast.cuc)
    assert task is not None
    data = {"decision": "approve", "revision": task["revision"], "hash": task["hash"]}
    changed = api.patch(pk, cast.cuc, {"title": "Bốn chai nước"}, task["hash"]).json()
    path = f"/tasks/{task['id']}/decision"
    assert problem(api.post(path, cast.cuc, data)) == (409, [("", "R-HASH-01")])
    mixed = data | {"hash": changed["hash"]}
    assert problem(api.post(path, cast.cuc, mixed)) == (409, [("", "R-HASH-01")])
    fresh = mixed | {"revision": changed["revision"]}
    assert api.post(path, cast.cuc, fresh).status_code == 200
    assert problem(api.post(path, cast.cuc, fresh)) == (409, [("", "R-HASH-02")])


def test_of_two_who_hold_the_step_the_slower_is_told(api: Caller, cast: Cast) -> None:
    pk = under_way(api, cast)
    api.decide(pk, cast.cuc)
    task = api.task(pk, cast.ha)
    assert task is not None
    data = {"decision": "approve", "revision": task["revision"], "hash": task["hash"]}
    first = api.post(f"/tasks/{task['id']}/decision", cast.ha, data)
    assert (first.status_code, first.json()["live"]) == (200, True)
    assert problem(api.post(f"/tasks/{task['id']}/decision", cast.phong, data)) == (409, [("", "R-HASH-02")])


def test_a_task_of_an_item_that_is_no_business_of_mine_is_not_there(api: Caller, cast: Cast) -> None:
    pk = under_way(api, cast)
    task = api.task(pk, cast.cuc)
    assert task is not None
    data = {"decision": "approve", "revision": task["revision"], "hash": task["hash"]}
    for who in (cast.khoa, cast.vy, cast.phu, cast.an):
        assert problem(api.post(f"/tasks/{task['id']}/decision", who, data)) == (404, [])
    for missing in (0, 15, 10**9, 10**30):
        assert problem(api.post(f"/tasks/{missing}/decision", cast.cuc, data)) == (404, [])


def test_whoever_sees_the_item_but_does_not_hold_the_step_is_told_the_rule(api: Caller, cast: Cast) -> None:
    pk = under_way(api, cast)
    task = api.task(pk, cast.cuc)
    assert task is not None
    data = {"decision": "approve", "revision": task["revision"], "hash": task["hash"]}
    path = f"/tasks/{task['id']}/decision"
    assert problem(api.post(path, cast.lan, data)) == (403, [("", "R-ACT-02")])
    for who in (cast.ha, cast.dung, cast.tri, cast.minh):
        assert problem(api.post(path, who, data)) == (403, [("", "R-ACT-01")])
    clause = api.post(path, cast.ha, data).json()["errors"][0]["clause"]
    assert (clause, live(pk)) == ("Điều 14.2", False)


def test_a_token_not_made_for_deciding_decides_nothing(api: Caller, cast: Cast) -> None:
    pk = under_way(api, cast)
    task = api.task(pk, cast.cuc)
    assert task is not None
    for verb in Verb:
        data = {"decision": verb, "revision": task["revision"], "hash": task["hash"], "reason": "x", "ground": "law"}
        answer = api.post(f"/tasks/{task['id']}/decision", cast.cuc, data, decide=False)
        assert (verb, problem(answer)) == (verb, (403, [("", "R-TOKEN-03")]))
        assert "quyết định" in answer.json()["detail"]


def test_the_shape_of_a_decision_is_checked_first(api: Caller, cast: Cast) -> None:
    pk = under_way(api, cast)
    task = api.task(pk, cast.cuc)
    assert task is not None
    path = f"/tasks/{task['id']}/decision"
    assert problem(api.post(path, cast.cuc, {})) == (422, [("decision", ""), ("revision", ""), ("hash", "")])
    unknown = {"decision": "publish", "revision": 1, "hash": "x"}
    assert problem(api.post(path, cast.cuc, unknown)) == (422, [("decision", "")])
    asked = {"decision": "refer", "revision": task["revision"], "hash": task["hash"], "reason": "?", "to": "khong-ai"}
    assert problem(api.post(path, cast.cuc, asked)) == (422, [("to", "")])


def test_sending_back_and_refusing_say_why(api: Caller, cast: Cast) -> None:
    pk = under_way(api, cast)
    assert problem(api.decide(pk, cast.cuc, "send_back")) == (422, [("reason", "R-REASON-01")])
    assert problem(api.decide(pk, cast.cuc, "refuse", reason="Trùng", ground="duplicate")) == (
        403,
        [("", "R-REFUSE-01")],
    )
    assert problem(api.decide(pk, cast.cuc, "propose_refusal", reason="Trùng")) == (422, [("ground", "R-REASON-02")])
    proposed = api.decide(pk, cast.cuc, "propose_refusal", reason="Trùng", ground="duplicate").json()
    assert (proposed["state"], [item["status"] for item in proposed["route"]]) == ("in_review", ["done", "open"])
    refused = api.decide(pk, cast.ha, "refuse", reason="Đã đăng hôm qua", ground="duplicate").json()
    assert (refused["state"], refused["live"]) == ("refused", False)
    last = api.get(f"/articles/{pk}/history", cast.lan).json()["items"][-1]
    assert (last["verb"], last["reason"], last["clause"]) == ("refuse", "Đã đăng hôm qua", "Điều 9.5")
    assert api.submit(pk, cast.lan)["state"] == "in_review"


def test_sending_back_gives_the_text_to_its_writer(api: Caller, cast: Cast) -> None:
    pk = under_way(api, cast)
    assert api.decide(pk, cast.cuc, "send_back", reason="Thêm số liệu").json()["state"] == "sent_back"
    told = api.get(f"/articles/{pk}", cast.lan).json()
    assert api.patch(pk, cast.lan, {"summary": "Ba số liệu"}, told["hash"]).json()["state"] == "sent_back"
    assert api.submit(pk, cast.lan)["state"] == "in_review"


def test_an_opinion_is_asked_and_given(api: Caller, cast: Cast) -> None:
    pk = under_way(api, cast)
    asked = api.decide(pk, cast.cuc, "refer", reason="Số liệu đúng chưa?", to="dung")
    assert (asked.status_code, asked.json()["state"]) == (200, "in_review")
    task = api.task(pk, cast.dung)
    assert (task["step"], task["clause"], "opinion" in task["decisions"]) == ("opinion", "Điều 12.4", True)  # type: ignore[index]
    assert api.decide(pk, cast.dung, "opinion", reason="Đúng").status_code == 200
    assert api.task(pk, cast.dung) is None


def test_the_heads_own_text_waits_for_somebody_to_vouch(api: Caller, cast: Cast) -> None:
    cast.away(cast.phong)
    pk = api.write(cast.ha)["id"]
    api.submit(pk, cast.ha)
    api.decide(pk, cast.cuc)
    task = api.task(pk, cast.ha)
    assert (task["step"], "approve" in task["decisions"]) == ("leader", False)  # type: ignore[index]
    assert problem(api.decide(pk, cast.ha)) == (409, [("", "R-TWO-01")])
    asked = api.task(pk, cast.sen)
    assert (asked["step"], asked["clause"]) == ("vouch", "Điều 10.2")  # type: ignore[index]
    assert api.decide(pk, cast.sen, "vouch").status_code == 200
    assert api.decide(pk, cast.ha).json()["live"] is True


def test_a_members_step_left_standing_becomes_the_secretarys_too(api: Caller, cast: Cast) -> None:
    pk = under_way(api, cast)
    assert api.task(pk, cast.sen) is None
    clock.set_to(NOW + timedelta(days=1), freeze=True)
    assert (api.task(pk, cast.sen)["step"], api.task(pk, cast.sen)["clause"]) == ("member", "Điều 12.4")  # type: ignore[index]
