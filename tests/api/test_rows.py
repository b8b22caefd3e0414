"""Each row of the table, over the API: who is asked in which order, what stays closed until the last word.

Rows 1 and 6 have no items yet (weekly schedule, signed paper); their routes are held at the rules.
"""

import pytest

from portal.approval.actions import refresh_all
from portal.approval.rules import Audience, Facts, Hands, Nature, StepKind, route
from portal.news.models import Article, UrgentTemplate
from portal.people.models import Person
from portal.people.rules import Board
from portal.plan import actions as plan
from tests.api.conftest import READY, Caller, live, problem
from tests.cast import NOW, Cast

BOARD = Board(heads=frozenset({1}), deputies=frozenset({2}), secretaries=frozenset({3}), members=frozenset({4}),
              fields={9: frozenset({4})})  # fmt: skip
HANDS = Hands(5, frozenset({5}), frozenset({5}))


@pytest.mark.parametrize(
    "row, facts, expected",
    [
        (1, Facts(Nature.WEEKLY_SCHEDULE, audience=Audience.INTERNAL), []),
        (6, Facts(Nature.SIGNED_PAPER, field=9, in_plan=True), [(StepKind.SECRETARY, [3]), (StepKind.LEADER, [1, 2])]),
    ],
)
def test_rows_without_items_yet_hold_at_the_rules(row: int, facts: Facts, expected: list[object]) -> None:
    found = route(facts, HANDS, BOARD)
    steps = [(step.kind, [holder.person for holder in step.holders]) for step in found.steps]
    assert (found.row, steps) == (row, expected)


def test_row_2_the_words_of_a_public_article_go_up_inside_as_they_are(api: Caller, cast: Cast) -> None:
    original = cast.published(cast.lan)
    pk = api.write(cast.lan, section="trao-doi", in_plan=False)["id"]
    way = api.get(f"/articles/{pk}/route", cast.lan).json()
    assert (way["row"], way["clause"], way["items"]) == (2, "Điều 15.1", [])
    told = api.submit(pk, cast.lan)
    assert (told["row"], told["state"], told["live"], told["route"]) == (2, "published", True, [])
    assert (live(pk), api.is_public(pk), api.is_public(original.pk)) == (True, False, True)
    assert api.get(f"/articles/{pk}", cast.khoa).json()["state"] == "published"
    lines = api.get(f"/articles/{pk}/history", cast.lan).json()["items"]
    assert [(line["verb"], line["by"], line["office"], line["rule"], line["clause"]) for line in lines] == [
        ("draft", "lan", None, "R-EDIT-01", "Điều 12.2"),
        ("submit", "lan", None, "R-ROUTE-02", "Điều 15.1"),
        ("post", "lan", None, "R-COPY-01", "Điều 15.1"),
        ("publish", "lan", None, "R-PUBLISH-01", "Điều 15.1"),
    ]
    [entry] = [item["id"] for item in api.get("/tasks", cast.ha).json()["items"]] or [None]
    assert entry is None


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Giờ thực hành khoa học tự nhiên"}, {"summary": "Lớp 7A3 tự thiết kế thí nghiệm"},
        {"body": [{"type": "paragraph", "value": "Ba chai nước"}]}, {"photographer": "Minh"}, {"notice": True},
        {"authors": [{"username": "khoa"}]}, {"kind": "repost", "source": {"name": "Sở", "url": "https://vi-du.vn/a"}},
    ],
    ids=lambda change: next(iter(change)),
)  # fmt: skip
def test_row_2_one_word_more_or_less_is_no_copy(api: Caller, cast: Cast, change: dict[str, object]) -> None:
    cast.published(cast.lan)
    pk = api.write(cast.lan, section="trao-doi", **change)["id"]
    told = api.submit(pk, cast.lan)
    assert (told["row"], told["state"], told["live"]) == (3, "in_review", False)


def test_row_3_an_internal_item_goes_by_the_secretary_to_the_head_and_never_to_the_public(
    api: Caller, cast: Cast
) -> None:
    pk = api.write(cast.lan, section="trao-doi")["id"]
    told = api.submit(pk, cast.lan)
    assert (told["row"], told["state"], told["live"]) == (3, "in_review", False)
    assert api.task(pk, cast.phong) is None or api.task(pk, cast.phong)["step"] == "vouch"  # type: ignore[index]
    assert api.decide(pk, cast.sen).status_code == 200
    assert api.task(pk, cast.phong) is None
    assert api.decide(pk, cast.ha).json()["live"] is True
    assert (live(pk), api.is_public(pk)) == (True, False)
    assert api.get(f"/articles/{pk}", cast.khoa).json()["state"] == "published"
    assert problem(api.get(f"/articles/{pk}", cast.vy)) == (404, [])


@pytest.mark.parametrize(
    "kind, origin",
    [
        ("repost", {"source": {"name": "Báo Giáo dục và Thời đại", "url": "https://giaoducthoidai.vn/bai"}}),
        ("advertisement", {"advertiser": {"name": "Nhà sách Trí Đức", "contact": "0243 000 000"}}),
    ],
)
def test_row_4_a_repost_or_an_advertisement_is_the_heads_alone_and_names_its_origin(
    api: Caller, cast: Cast, kind: str, origin: dict[str, dict[str, str]]
) -> None:
    bare = api.write(cast.lan, kind=kind)["id"]
    assert problem(api.post(f"/articles/{bare}/submit", cast.lan)) == (
        422, [("source", "R-SOURCE-01")] if kind == "repost" else [("advertiser", "R-SOURCE-02")],
    )  # fmt: skip
    pk = api.write(cast.lan, kind=kind, **origin)["id"]
    assert api.submit(pk, cast.lan)["row"] == 4
    api.decide(pk, cast.sen)
    assert api.steps(pk, cast.lan) == [("secretary", "done"), ("leader", "open")]
    assert refused_decider(api, pk, cast.phong) == (403, [("", "R-ACT-01")])
    assert api.decide(pk, cast.ha).status_code == 200
    item = api.get(f"/public/articles/{pk}").json()
    name = "source" if kind == "repost" else "advertiser"
    assert item[name]["name"] == origin[name]["name"]


def refused_decider(api: Caller, pk: int, who: Person) -> tuple[int, list[tuple[str, str]]]:
    """What somebody whose step it is not is told when he approves all the same."""
    told = api.get(f"/articles/{pk}", api.cast.sen).json()
    task = api.cast.standing(Article.objects.get(pk=pk)).task_id()
    data = {"decision": "approve", "revision": told["revision"], "hash": told["hash"]}
    answer = api.post(f"/tasks/{task}/decision", who, data)
    assert not live(pk)
    return problem(answer)


def test_row_5_out_of_plan_goes_by_member_and_secretary_to_the_head_alone(api: Caller, cast: Cast) -> None:
    pk = api.write(cast.lan, in_plan=False)["id"]
    assert api.submit(pk, cast.lan)["row"] == 5
    assert api.steps(pk, cast.lan) == [("member", "open"), ("secretary", "waiting"), ("leader", "waiting")]
    api.decide(pk, cast.cuc)
    api.decide(pk, cast.sen)
    assert refused_decider(api, pk, cast.phong) == (403, [("", "R-ACT-01")])
    assert api.decide(pk, cast.ha).json()["state"] == "published"
    assert api.is_public(pk)


def test_row_5_an_entry_called_off_or_of_a_plan_not_confirmed_is_no_plan_whoever_names_it(
    api: Caller, cast: Cast
) -> None:
    """Named in good faith or not, the entry counts only by R-PLAN-01; and nobody learns more by naming what is not there."""
    month = plan.draw_up(title="Tháng 11", starts=NOW.date(), ends=NOW.date(), by=cast.sen, at=NOW, channel="test")
    line = plan.Entry("Chưa ai xác nhận", NOW.date(), NOW.date())
    [open_still] = plan.add_entries(month, [line], by=cast.sen, at=NOW, channel="test")
    plan.cancel_entry(cast.standing_entry, by=cast.ha, at=NOW, channel="test")
    for entry in (open_still, cast.standing_entry):
        pk = api.write(cast.lan, plan_entry=entry.pk)["id"]
        assert api.row(pk, cast.lan) == 5
        assert api.submit(pk, cast.lan)["row"] == 5
    listed = [item["id"] for item in api.get("/plan-entries", cast.lan).json()["items"]]
    assert listed == [cast.entry.pk]
    bad = api.post("/articles", cast.lan, {**READY, "plan_entry": 999_999})
    assert problem(bad) == (422, [("plan_entry", "R-INPUT-01")])


def test_an_entry_called_off_under_way_sends_the_text_to_the_head(api: Caller, cast: Cast) -> None:
    pk = api.write(cast.lan)["id"]
    assert api.submit(pk, cast.lan)["row"] == 8
    assert api.decide(pk, cast.cuc).status_code == 200
    plan.cancel_entry(cast.entry, by=cast.ha, at=NOW, channel="test")
    assert refused_decider(api, pk, cast.phong) == (403, [("", "R-ACT-01")])
    refresh_all(NOW)
    assert api.row(pk, cast.lan) == 5
    assert api.steps(pk, cast.lan) == [("member", "open"), ("secretary", "waiting"), ("leader", "waiting")]


def test_row_7_a_collaborators_text_is_edited_by_the_secretary_and_decided_by_the_deputy(
    api: Caller, cast: Cast
) -> None:
    made = api.write(cast.vy)
    pk = made["id"]
    told = api.submit(pk, cast.vy)
    assert (told["row"], [item["status"] for item in told["route"]]) == (7, ["open", "waiting"])
    assert api.patch(pk, cast.sen, {"title": "Ba chai nước"}, told["hash"]).status_code == 200
    assert api.decide(pk, cast.sen).json()["live"] is False
    assert api.decide(pk, cast.phong).json()["live"] is True
    assert api.get(f"/public/articles/{pk}").json()["title"] == "Ba chai nước"


def test_row_7_a_received_text_and_one_in_a_field_without_a_member_go_the_same_way(api: Caller, cast: Cast) -> None:
    received = api.write(cast.lan, received_from={"name": "Bà Đào", "unit": "Hội khuyến học"})["id"]
    orphan = api.write(cast.lan, section="thong-bao")["id"]
    assert (api.submit(received, cast.lan)["row"], api.submit(orphan, cast.lan)["row"]) == (7, 7)


def test_row_7_a_delegate_decides_in_his_fields_on_the_heads_behalf(api: Caller, cast: Cast) -> None:
    cast.delegate(cast.cuc)
    pk = api.write(cast.vy)["id"]
    api.submit(pk, cast.vy)
    api.decide(pk, cast.sen)
    assert api.decide(pk, cast.cuc).json()["live"] is True
    lines = api.get(f"/articles/{pk}/history", cast.vy).json()["items"]
    [passed, approved] = [line for line in lines if line["verb"] == "approve"]
    assert (passed["by"], passed["step"], approved["step"]) == ("sen", "secretary", "leader")
    assert (approved["by"], approved["acting_for"], approved["number"], approved["channel"]) == (
        "cuc", "ha", "05/UN-BBT", "api",
    )  # fmt: skip


def test_row_8_a_staff_text_in_plan_goes_by_the_member_to_head_or_deputy(api: Caller, cast: Cast) -> None:
    pk = api.write(cast.lan)["id"]
    assert api.submit(pk, cast.lan)["row"] == 8
    assert api.steps(pk, cast.lan) == [("member", "open"), ("leader", "waiting")]
    assert refused_decider(api, pk, cast.sen) == (403, [("", "R-ACT-01")])
    assert api.decide(pk, cast.cuc).json()["live"] is False
    assert api.decide(pk, cast.phong).json()["live"] is True
    assert api.steps(pk, cast.lan) == [("member", "done"), ("leader", "done")]
    assert api.is_public(pk)


def test_row_8_in_a_delegates_field_his_one_act_is_the_decision(api: Caller, cast: Cast) -> None:
    cast.delegate(cast.cuc)
    pk = api.write(cast.lan)["id"]
    api.submit(pk, cast.lan)
    assert api.task(pk, cast.cuc)["step"] == "leader"  # type: ignore[index]
    assert api.decide(pk, cast.cuc).json()["live"] is True


def test_row_9_an_urgent_notice_of_an_approved_form_is_up_at_once_by_head_or_deputy(api: Caller, cast: Cast) -> None:
    form = UrgentTemplate.objects.create(title="Nghỉ học vì bão", text="…", approved_by=cast.ha, approved_at=NOW)
    late = {"urgent_template": form.pk, "expires_at": "2026-11-15T00:00:00+07:00"}
    assert problem(api.post(f"/articles/{api.write(cast.sen, **late)['id']}/submit", cast.sen)) == (
        422, [("expires_at", "R-URGENT-01")],
    )  # fmt: skip
    pk = api.write(cast.sen, urgent_template=form.pk, expires_at="2026-11-18T00:00:00+07:00")["id"]
    told = api.submit(pk, cast.sen)
    assert (told["row"], [item["step"] for item in told["route"]]) == (9, ["leader"])
    assert api.decide(pk, cast.phong).json()["live"] is True


def test_row_10_a_correction_goes_to_whoever_decided_and_the_old_text_stays_up(api: Caller, cast: Cast) -> None:
    pk = cast.published(cast.lan).pk
    opened = api.post(f"/articles/{pk}/correct", cast.lan).json()
    assert (opened["state"], opened["live"]) == ("draft", True)
    new = api.patch(pk, cast.lan, {"title": "Đính chính: bốn chai nước"}, opened["hash"]).json()
    assert api.submit(pk, cast.lan)["row"] == 10
    api.decide(pk, cast.sen)
    assert api.get(f"/public/articles/{pk}").json()["title"] == "Giờ thực hành Khoa học tự nhiên"
    assert api.get(f"/articles/{pk}", cast.khoa).json()["hash"] != new["hash"]
    done = api.decide(pk, cast.phong).json()
    assert (done["state"], done["live"], done["hash"]) == ("published", True, new["hash"])
    told = api.get(f"/public/articles/{pk}").json()
    assert (told["title"], told["corrected_at"]) == ("Đính chính: bốn chai nước", "2026-11-16T08:00:00+07:00")
